/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes and cables of the canvas, in the order in which they are drawn. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "ui/patch/genlock-canvas-private.h"

/* In pixels of the widget: lines are so thick at most. */
#define EDGE 8

static GdkRGBA
look_up (GtkStyleContext *style,
         const char *name,
         const char *fallback)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (style, name, &color))
    gdk_rgba_parse (&color, fallback);

  return color;
}

/* @over on @under. */
static GdkRGBA
blend (const GdkRGBA *under,
       const GdkRGBA *over,
       float alpha)
{
  return (GdkRGBA) {
    under->red + (over->red - under->red) * alpha,
    under->green + (over->green - under->green) * alpha,
    under->blue + (over->blue - under->blue) * alpha,
    1,
  };
}

static void
set_colors (GenlockCanvas *self,
            GenlockPatchPen *pen)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA card = look_up (style, "card_bg_color", "white");

  pen->dark = adw_style_manager_get_dark (manager);
  pen->high_contrast = adw_style_manager_get_high_contrast (manager);
  pen->text = look_up (style, "window_fg_color", pen->dark ? "white" : "black");
  pen->text.alpha = 1;
  pen->canvas = look_up (style, "window_bg_color", pen->dark ? "black" : "white");
  if (!pen->dark)
    pen->canvas = blend (&pen->canvas, &pen->text, 0.04f);
  pen->card = blend (&pen->canvas, &card, card.alpha);
  pen->accent = look_up (style, "accent_color", "#3584e4");
  pen->warning = look_up (style, "warning_bg_color", "#e5a50a");
  pen->error = look_up (style, "error_bg_color", "#e01b24");
}

/* (nullable) */
static GenlockSignalCheck *
get_check (GenlockCanvas *self)
{
  GenlockCheckedShow *show = self->model != NULL ? genlock_patch_model_get_show (self->model)
                                                 : NULL;

  return show != NULL ? genlock_checked_show_get_check (show) : NULL;
}

void
genlock_canvas_prepare_pen (GenlockCanvas *self,
                            GenlockPatchPen *pen)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->serial != pango_context_get_serial (context))
    {
      g_hash_table_remove_all (self->layouts);
      self->serial = pango_context_get_serial (context);
    }
  *pen = (GenlockPatchPen) {
    .context = context,
    .layouts = self->layouts,
    .check = get_check (self),
    .zoom = genlock_canvas_get_scale (self),
    .folded = genlock_canvas_is_folded (self),
  };
  set_colors (self, pen);
}

/* Boxes and cables. */

static gboolean
is_in_view (const GenlockPatchCable *cable,
            const GenlockPatchArea *area,
            gboolean folded)
{
  GenlockPatchArea taken;

  if (!genlock_patch_cable_is_shown (cable, folded))
    return FALSE;

  genlock_patch_cable_get_area (cable, folded, &taken);

  return genlock_patch_area_meets (&taken, area);
}

gboolean
genlock_canvas_is_bending (const GenlockPatchCable *cable)
{
  return (cable->lead != NULL ? cable->lead : cable)->is_bending;
}

static gboolean
is_moving (const GenlockPatchCable *cable)
{
  return cable->from->is_moving || cable->to->is_moving || genlock_canvas_is_bending (cable);
}

/* In the order in which they are drawn. */
typedef enum
{
  CABLES,
  WORDS,
  BOXES,
  CROSSPOINTS,
  HANDLES,
  OPEN_BOXES,
  N_KINDS,
} Kind;

static gboolean
is_of_boxes (Kind kind)
{
  return kind == BOXES || kind == OPEN_BOXES;
}

/* What a box shows while it is open lies above all else. */
static gboolean
is_kind (const GenlockPatchBox *box,
         Kind kind)
{
  return box->is_open == (kind == OPEN_BOXES);
}

static void
draw_cable (const GenlockPatchPen *pen,
            const GenlockPatchCable *cable,
            Kind kind)
{
  if (kind == WORDS)
    genlock_patch_draw_words (pen, cable);
  else if (kind == HANDLES && cable->is_selected)
    genlock_patch_draw_handles (pen, cable);
  else if (kind != HANDLES
           && genlock_patch_cable_is_inside (cable) == (kind == CROSSPOINTS))
    genlock_patch_draw_cable (pen, cable);
}

/* Whether there was anything to draw. */
static gboolean
draw_one (const GenlockPatchPen *pen,
          const GenlockPatchScene *scene,
          const GenlockPatchArea *area,
          Kind kind,
          guint index,
          gboolean lit)
{
  const GenlockPatchCable *cable;
  const GenlockPatchBox *box;
  GenlockPatchArea taken;

  if (is_of_boxes (kind))
    {
      box = scene->boxes->pdata[index];
      taken = (GenlockPatchArea) { box->x - 8, box->y - 8, box->width + 16, box->height + 16 };
      if (box->is_lit != lit || box->is_moving || !is_kind (box, kind)
          || !genlock_patch_area_meets (&taken, area))
        return FALSE;

      genlock_patch_draw_box (pen, box);
      return TRUE;
    }

  cable = scene->cables->pdata[index];
  if (cable->is_lit != lit || is_moving (cable) || !is_in_view (cable, area, pen->folded))
    return FALSE;

  draw_cable (pen, cable, kind);
  return TRUE;
}

static void
begin_dimmed (GenlockCanvas *self,
              const GenlockPatchPen *pen)
{
  if (self->has_path)
    cairo_push_group (pen->cr);
}

static void
end_dimmed (GenlockCanvas *self,
            const GenlockPatchPen *pen)
{
  if (!self->has_path)
    return;

  cairo_pop_group_to_source (pen->cr);
  cairo_paint_with_alpha (pen->cr, pen->high_contrast ? 0.5 : GENLOCK_PATCH_DIM);
}

gboolean
genlock_canvas_draw_some (GenlockCanvas *self,
                          const GenlockPatchPen *pen,
                          const GenlockPatchArea *area,
                          GenlockCanvasProgress *progress,
                          gint64 end)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  /* What is not on the path, then what is. */
  for (; progress->pass < 2 * N_KINDS; progress->pass++)
    {
      Kind kind = progress->pass % N_KINDS;
      gboolean lit = progress->pass >= N_KINDS;
      guint n = is_of_boxes (kind) ? scene->boxes->len : scene->cables->len;

      if (progress->pass == 0 && progress->index == 0)
        begin_dimmed (self, pen);
      if (progress->pass == N_KINDS && progress->index == 0)
        end_dimmed (self, pen);
      while (progress->index < n)
        if (draw_one (pen, scene, area, kind, progress->index++, lit)
            && g_get_monotonic_time () > end)
          return FALSE;
      progress->index = 0;
    }

  return TRUE;
}

static void
draw_loose_part (const GenlockPatchPen *pen,
                 const GPtrArray *boxes,
                 const GPtrArray *cables,
                 gboolean lit)
{
  for (Kind kind = CABLES; kind < N_KINDS; kind++)
    {
      const GPtrArray *items = is_of_boxes (kind) ? boxes : cables;

      for (guint i = 0; i < items->len; i++)
        {
          const GenlockPatchBox *box = items->pdata[i];
          const GenlockPatchCable *cable = items->pdata[i];

          if (!is_of_boxes (kind) && cable->is_lit == lit)
            draw_cable (pen, cable, kind);
          else if (is_of_boxes (kind) && box->is_lit == lit && is_kind (box, kind))
            genlock_patch_draw_box (pen, box);
        }
    }
}

static gboolean
is_any_dark (const GPtrArray *boxes,
             const GPtrArray *cables)
{
  for (guint i = 0; i < boxes->len; i++)
    if (!((const GenlockPatchBox *) boxes->pdata[i])->is_lit)
      return TRUE;
  for (guint i = 0; i < cables->len; i++)
    if (!((const GenlockPatchCable *) cables->pdata[i])->is_lit)
      return TRUE;

  return FALSE;
}

void
genlock_canvas_draw_loose (GenlockCanvas *self,
                           const GenlockPatchPen *pen,
                           const GPtrArray *boxes,
                           const GPtrArray *cables)
{
  if (is_any_dark (boxes, cables))
    {
      begin_dimmed (self, pen);
      draw_loose_part (pen, boxes, cables, FALSE);
      end_dimmed (self, pen);
    }
  draw_loose_part (pen, boxes, cables, TRUE);
}

static void
grow (GenlockPatchArea *area,
      const GenlockPatchArea *part)
{
  double right = MAX (area->x + area->width, part->x + part->width);
  double bottom = MAX (area->y + area->height, part->y + part->height);

  area->x = MIN (area->x, part->x);
  area->y = MIN (area->y, part->y);
  area->width = right - area->x;
  area->height = bottom - area->y;
}

void
genlock_canvas_get_extent (GenlockCanvas *self,
                           GenlockPatchArea *extent)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  gboolean folded = genlock_canvas_is_folded (self);
  double frame = 8 + EDGE / genlock_canvas_get_scale (self);
  GenlockPatchArea part;

  genlock_patch_scene_get_area (scene, extent);
  if (scene->boxes->len == 0)
    return;

  for (guint i = 0; i < scene->cables->len; i++)
    {
      if (!genlock_patch_cable_is_shown (scene->cables->pdata[i], folded))
        continue;

      genlock_patch_cable_get_area (scene->cables->pdata[i], folded, &part);
      grow (extent, &part);
    }
  *extent = (GenlockPatchArea) { extent->x - frame, extent->y - frame, extent->width + 2 * frame,
                                 extent->height + 2 * frame };
}

void
genlock_canvas_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (genlock_canvas_get_scene (self) == NULL || width <= 0 || height <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  genlock_canvas_update_picture (self);
  genlock_canvas_append_picture (self, snapshot);
  genlock_canvas_append_moving (self, snapshot);
  genlock_canvas_append_gesture (self, snapshot);
  genlock_canvas_draw_hint (self, snapshot);
  gtk_snapshot_pop (snapshot);
}
