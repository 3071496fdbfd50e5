/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawing of a panel's plates and ports. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/model/genlock-connector.h"
#include "ui/common/genlock-glyph.h"
#include "ui/equipment/genlock-rear-panel-private.h"

/* Of a port's ground, in pixels. */
#define CORNER 6

static PangoLayout *
make_layout (GenlockRearPanel *self,
             const char *text,
             int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (GENLOCK_REAR_SMALL));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_width (layout, width * PANGO_SCALE);

  return layout;
}

static void
fill (GtkSnapshot *snapshot,
      const GdkRectangle *place,
      double corner,
      const GdkRGBA *color,
      double alpha)
{
  GskRoundedRect rounded;
  GdkRGBA shade = *color;

  shade.alpha *= (float) alpha;
  gsk_rounded_rect_init_from_rect (&rounded,
                                   &GRAPHENE_RECT_INIT (place->x, place->y, place->width,
                                                        place->height),
                                   (float) corner);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &shade, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
outline (GtkSnapshot *snapshot,
         const GdkRectangle *place,
         double corner,
         const GdkRGBA *color,
         double alpha,
         double width)
{
  GskRoundedRect rounded;
  GdkRGBA shade = *color;
  float widths[] = { (float) width, (float) width, (float) width, (float) width };

  shade.alpha *= (float) alpha;
  gsk_rounded_rect_init_from_rect (&rounded,
                                   &GRAPHENE_RECT_INIT (place->x, place->y, place->width,
                                                        place->height),
                                   (float) corner);
  gtk_snapshot_append_border (snapshot, &rounded, widths,
                              (GdkRGBA[]) { shade, shade, shade, shade });
}

static void
draw_text (GenlockRearPanel *self,
           GtkSnapshot *snapshot,
           PangoLayout *layout,
           int x,
           int y,
           double opacity)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_render_layout (snapshot, context, x, y, layout);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}

static PangoLayout *
ensure_text (GenlockRearPanel *self,
             GPtrArray *layouts,
             guint port)
{
  PangoLayout *layout = g_ptr_array_index (layouts, port);
  const GenlockPort *what = genlock_rear_panel_get_port (self, port);
  g_autofree char *label = NULL;

  if (layout != NULL)
    return layout;

  if (layouts == self->labels)
    label = genlock_port_dup_label (what);
  else
    label = g_strdup (genlock_record_get_text (what->record, GENLOCK_PORT_FORMAT));
  layout = make_layout (self, label != NULL ? label : "",
                        self->metrics.cell_width - GENLOCK_REAR_CELL_PAD);
  g_ptr_array_index (layouts, port) = layout;

  return layout;
}

static void
draw_port (GenlockRearPanel *self,
           GtkSnapshot *snapshot,
           guint port,
           const GdkRGBA *color,
           gboolean dark)
{
  const GenlockPort *what = genlock_rear_panel_get_port (self, port);
  const char *io_type = genlock_record_get_text (what->record, GENLOCK_PORT_IO_TYPE);
  PangoLayout *label = ensure_text (self, self->labels, port);
  GdkRectangle cell;
  int x, y, label_height;

  genlock_rear_layout_get_port (self->layout, port, &cell);
  x = cell.x + GENLOCK_REAR_CELL_PAD / 2;
  y = cell.y + GENLOCK_REAR_GLYPH + 2 * GENLOCK_REAR_CELL_PAD;
  if (port == self->hovered)
    fill (snapshot, &cell, CORNER, color, 0.08);
  if (port == self->current)
    {
      fill (snapshot, &cell, CORNER, color, 0.1);
      if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
        outline (snapshot, &cell, CORNER, color, 0.6, 2);
    }
  genlock_glyph_snapshot (genlock_connector_get_family (io_type), snapshot,
                          cell.x + (cell.width - GENLOCK_REAR_GLYPH) / 2.0,
                          cell.y + GENLOCK_REAR_CELL_PAD, GENLOCK_REAR_GLYPH, color,
                          dark);
  pango_layout_get_pixel_size (label, NULL, &label_height);
  draw_text (self, snapshot, label, x, y, 1);
  if (genlock_record_get_text (what->record, GENLOCK_PORT_FORMAT) != NULL)
    draw_text (self, snapshot, ensure_text (self, self->formats, port), x, y + label_height, 0.6);
}

static void
draw_plate (GenlockRearPanel *self,
            GtkSnapshot *snapshot,
            guint group,
            const GdkRGBA *color)
{
  GdkRectangle place;

  if (genlock_rear_layout_get_plate (self->layout, group, &place))
    {
      fill (snapshot, &place, 2 * CORNER, color, 0.05);
      outline (snapshot, &place, 2 * CORNER, color, 0.15, 1);
    }
  if (genlock_rear_layout_get_title (self->layout, group, &place))
    {
      g_autoptr (PangoLayout) title =
        gtk_widget_create_pango_layout (GTK_WIDGET (self), g_ptr_array_index (self->titles, group));
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_scale_new ((1 + GENLOCK_REAR_SMALL) / 2));
      pango_layout_set_attributes (title, attributes);
      pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (title, place.width * PANGO_SCALE);
      draw_text (self, snapshot, title, place.x, place.y, 1);
    }
}

static void
draw_caption (GenlockRearPanel *self,
              GtkSnapshot *snapshot,
              guint group,
              guint first)
{
  GdkRectangle place;
  g_autoptr (PangoLayout) caption = NULL;
  const char *words;

  if (!genlock_rear_layout_get_caption (self->layout, group, &place))
    return;

  words = genlock_rear_panel_get_port (self, first)->is_output ? _("Out") : _("In");
  caption = make_layout (self, words, place.width);
  pango_layout_set_alignment (caption, PANGO_ALIGN_LEFT);
  draw_text (self, snapshot, caption, place.x, place.y + GENLOCK_REAR_CELL_PAD, 0.6);
}

void
genlock_rear_panel_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  GenlockRearPanel *self = GENLOCK_REAR_PANEL (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  guint first = 0;
  GdkRGBA color;

  if (genlock_rear_panel_count_ports (self) == 0)
    return;

  genlock_rear_panel_ensure_layout (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint i = 0; i < self->groups->len; i++)
    {
      draw_plate (self, snapshot, i, &color);
      draw_caption (self, snapshot, i, first);
      first += g_array_index (self->groups, GenlockRearGroup, i).n_ports;
    }
  for (guint i = 0; i < genlock_rear_panel_count_ports (self); i++)
    draw_port (self, snapshot, i, &color, dark);
}
