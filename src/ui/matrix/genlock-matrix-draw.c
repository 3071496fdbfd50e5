/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the matrix looks: whatever its size, only the cells in view are drawn. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "ui/matrix/genlock-matrix-draw-private.h"

/* Of a cell. */
#define DOT 0.27
#define MARK 0.66

/* So many lines are counted together, as the panels of routers do. */
#define GROUP 8

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

/* Cells. */

static void
draw_lines (GenlockMatrix *self,
            const GenlockMatrixPen *pen)
{
  double left = genlock_matrix_get_x (self, pen->columns[0]);
  double top = genlock_matrix_get_y (self, pen->rows[0]);
  double width = (double) (pen->columns[1] - pen->columns[0]) * self->cell;
  double height = (double) (pen->rows[1] - pen->rows[0]) * self->cell;
  float weak = pen->high_contrast ? 0.4f : 0.09f;
  float strong = pen->high_contrast ? 0.9f : 0.24f;

  for (guint row = pen->rows[0]; row < pen->rows[1]; row++)
    fill (pen, with_alpha (pen->text, (row + 1) % GROUP == 0 ? strong : weak), left,
          genlock_matrix_get_y (self, row + 1) - 1, width, 1);
  for (guint column = pen->columns[0]; column < pen->columns[1]; column++)
    fill (pen, with_alpha (pen->text, (column + 1) % GROUP == 0 ? strong : weak),
          genlock_matrix_get_x (self, column + 1) - 1, top, 1, height);
}

static void
draw_bands (GenlockMatrix *self,
            const GenlockMatrixPen *pen)
{
  GenlockMatrixSpot lit;
  GdkRGBA light = with_alpha (pen->accent, pen->high_contrast ? 0.25f : 0.1f);
  double right = genlock_matrix_get_x (self, pen->columns[1]);
  double bottom = genlock_matrix_get_y (self, pen->rows[1]);

  if (!genlock_matrix_get_lit (self, &lit))
    return;

  if (lit.row < self->grid->rows->len)
    fill (pen, light, self->head_width, genlock_matrix_get_y (self, lit.row),
          right - self->head_width, self->cell);
  if (lit.column < self->grid->columns->len)
    fill (pen, light, genlock_matrix_get_x (self, lit.column), self->head_height, self->cell,
          bottom - self->head_height);
}

/* What the keyboard has marked. */
static void
draw_marked (GenlockMatrix *self,
             const GenlockMatrixPen *pen)
{
  guint left = MIN (self->anchor.column, self->focus.column);
  guint right = MAX (self->anchor.column, self->focus.column);
  guint top = MIN (self->anchor.row, self->focus.row);
  guint bottom = MAX (self->anchor.row, self->focus.row);

  if ((left == right && top == bottom) || !genlock_matrix_has_focus (self))
    return;

  fill (pen, with_alpha (pen->accent, 0.14f), genlock_matrix_get_x (self, left),
        genlock_matrix_get_y (self, top), (double) (right - left + 1) * self->cell,
        (double) (bottom - top + 1) * self->cell);
}

static void
draw_focus (GenlockMatrix *self,
            const GenlockMatrixPen *pen)
{
  GskRoundedRect outline;

  if (!genlock_matrix_has_focus (self) || !genlock_matrix_has_spot (self, &self->focus))
    return;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (
                                     (float) genlock_matrix_get_x (self, self->focus.column) - 1,
                                     (float) genlock_matrix_get_y (self, self->focus.row) - 1,
                                     (float) self->cell + 1, (float) self->cell + 1), 4);
  gtk_snapshot_append_border (pen->snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { pen->accent, pen->accent, pen->accent,
                                             pen->accent });
}

static void
add_dot (GenlockMatrix *self,
         cairo_t *cr,
         guint row,
         guint column)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, genlock_matrix_get_x (self, column) + (self->cell - 1) / 2.0,
             genlock_matrix_get_y (self, row) + (self->cell - 1) / 2.0, DOT * self->cell, 0,
             2 * G_PI);
}

static gboolean
is_in_view (const GenlockMatrixPen *pen,
            guint row)
{
  return row >= pen->rows[0] && row < pen->rows[1];
}

static void
draw_mark (GenlockMatrix *self,
           const GenlockMatrixPen *pen,
           const GenlockMatrixNote *note,
           guint row,
           guint column)
{
  double size = MARK * self->cell;
  double x = genlock_matrix_get_x (self, column) + floor ((self->cell - 1 - size) / 2);
  double y = genlock_matrix_get_y (self, row) + floor ((self->cell - 1 - size) / 2);

  genlock_mark_snapshot (note->mark, pen->snapshot, x, y, size, pen->style);
}

static void
draw_points_of (GenlockMatrix *self,
                const GenlockMatrixPen *pen,
                cairo_t *cr,
                guint column)
{
  guint n_points;
  const GenlockCrosspoint *points =
    genlock_crosspoints_get_of (self->points, g_array_index (self->grid->columns, guint, column),
                                &n_points);

  for (guint i = 0; i < n_points; i++)
    {
      guint row = genlock_matrix_grid_find_row (self->grid, points[i].input);
      const GenlockMatrixNote *note = genlock_matrix_get_note (self, &points[i]);

      if (!is_in_view (pen, row))
        continue;
      if (cr == NULL && note != NULL && note->mark != GENLOCK_MARK_NONE)
        draw_mark (self, pen, note, row, column);
      else if (cr != NULL && (note == NULL || note->mark == GENLOCK_MARK_NONE))
        add_dot (self, cr, row, column);
    }
}

static void
draw_points (GenlockMatrix *self,
             const GenlockMatrixPen *pen)
{
  cairo_t *cr = gtk_snapshot_append_cairo (pen->snapshot,
                                           &GRAPHENE_RECT_INIT (self->head_width,
                                                                self->head_height,
                                                                MAX (0, pen->width),
                                                                MAX (0, pen->height)));

  gdk_cairo_set_source_rgba (cr, &pen->accent);
  for (guint column = pen->columns[0]; column < pen->columns[1]; column++)
    draw_points_of (self, pen, cr, column);
  cairo_fill (cr);
  cairo_destroy (cr);
  for (guint column = pen->columns[0]; column < pen->columns[1]; column++)
    draw_points_of (self, pen, NULL, column);
}

/* What a drag would set: rings where the dots will be. */
static void
draw_stroke (GenlockMatrix *self,
             const GenlockMatrixPen *pen)
{
  g_autoptr (GArray) spots = NULL;
  cairo_t *cr;

  if (!self->is_painting || !genlock_matrix_has_spot (self, &self->press)
      || !genlock_matrix_has_spot (self, &self->hover))
    return;

  spots = genlock_matrix_grid_stroke (self->grid, &self->press, &self->hover);
  cr = gtk_snapshot_append_cairo (pen->snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, pen->width, pen->height));
  gdk_cairo_set_source_rgba (cr, &pen->accent);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < spots->len; i++)
    {
      const GenlockMatrixSpot *spot = &g_array_index (spots, GenlockMatrixSpot, i);

      if (is_in_view (pen, spot->row) && spot->column >= pen->columns[0]
          && spot->column < pen->columns[1])
        add_dot (self, cr, spot->row, spot->column);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_cells (GenlockMatrix *self,
            const GenlockMatrixPen *pen)
{
  gtk_snapshot_push_clip (pen->snapshot,
                          &GRAPHENE_RECT_INIT (self->head_width, self->head_height,
                                               MAX (0, pen->width - self->head_width),
                                               MAX (0, pen->height - self->head_height)));
  draw_bands (self, pen);
  draw_marked (self, pen);
  draw_lines (self, pen);
  draw_points (self, pen);
  draw_stroke (self, pen);
  draw_focus (self, pen);
  gtk_snapshot_pop (pen->snapshot);
}

static void
set_view (guint view[2],
          double start,
          double end,
          int cell,
          guint n)
{
  view[0] = (guint) CLAMP (floor (start / cell), 0, n);
  view[1] = (guint) CLAMP (ceil (end / cell), view[0], n);
}

static void
pen_init (GenlockMatrixPen *pen,
          GenlockMatrix *self,
          GtkSnapshot *snapshot)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  double x = genlock_matrix_get_x (self, 0);
  double y = genlock_matrix_get_y (self, 0);

  pen->snapshot = snapshot;
  pen->style = gtk_widget_get_style_context (GTK_WIDGET (self));
  pen->high_contrast = adw_style_manager_get_high_contrast (manager);
  pen->text = look_up (pen->style, "view_fg_color", dark ? "white" : "black");
  pen->text.alpha = 1;
  pen->ground = look_up (pen->style, "view_bg_color", dark ? "black" : "white");
  pen->head = look_up (pen->style, "window_bg_color", dark ? "#242424" : "#fafafa");
  pen->accent = look_up (pen->style, "accent_color", "#3584e4");
  pen->width = gtk_widget_get_width (GTK_WIDGET (self));
  pen->height = gtk_widget_get_height (GTK_WIDGET (self));
  set_view (pen->columns, self->head_width - x, pen->width - x, self->cell,
            self->grid->columns->len);
  set_view (pen->rows, self->head_height - y, pen->height - y, self->cell, self->grid->rows->len);
}

void
genlock_matrix_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  GenlockMatrix *self = GENLOCK_MATRIX (widget);
  GenlockMatrixPen pen;

  if (self->grid == NULL)
    return;

  pen_init (&pen, self, snapshot);
  fill (&pen, pen.ground, 0, 0, pen.width, pen.height);
  draw_cells (self, &pen);
  genlock_matrix_draw_heads (self, &pen);
}
