/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a sheet on the screen. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-accessible.h"
#include "ui/sheets/genlock-sheet-leaf.h"

/* In pixels: 48 MB. A page of more is drawn where it is seen, and not kept. */
#define MAX_PICTURE 12e6

struct _GenlockSheetLeaf
{
  GtkWidget parent_instance;

  GenlockSheetLayout *layout; /* unowned, nullable */
  guint page;
  GdkTexture *picture; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (GenlockSheetLeaf, genlock_sheet_leaf, GTK_TYPE_WIDGET)

/* @scale: pixels of @cr for a pixel of the widget */
static void
draw (GenlockSheetLeaf *self,
      cairo_t *cr,
      double scale)
{
  double width;
  double height;

  genlock_sheet_layout_get_size (self->layout, &width, &height);
  cairo_scale (cr, scale * gtk_widget_get_width (GTK_WIDGET (self)) / width,
               scale * gtk_widget_get_height (GTK_WIDGET (self)) / height);
  genlock_sheet_layout_draw_page (self->layout, cr, self->page);
}

static void
unref_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

static GdkTexture *
make_picture (GenlockSheetLeaf *self,
              int width,
              int height,
              double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);

  draw (self, cr, scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height, unref_surface, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
genlock_sheet_leaf_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  GenlockSheetLeaf *self = GENLOCK_SHEET_LEAF (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

  if (self->layout == NULL || width <= 0 || height <= 0)
    return;

  if ((double) width * height * scale * scale > MAX_PICTURE)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

      draw (self, cr, 1.0);
      cairo_destroy (cr);
      return;
    }

  if (self->picture == NULL || gdk_texture_get_width (self->picture) != width * scale
      || gdk_texture_get_height (self->picture) != height * scale)
    {
      g_clear_object (&self->picture);
      self->picture = make_picture (self, width * scale, height * scale, scale);
    }
  gtk_snapshot_append_texture (snapshot, self->picture, &area);
}

static void
genlock_sheet_leaf_dispose (GObject *object)
{
  GenlockSheetLeaf *self = GENLOCK_SHEET_LEAF (object);

  g_clear_object (&self->picture);

  G_OBJECT_CLASS (genlock_sheet_leaf_parent_class)->dispose (object);
}

static void
genlock_sheet_leaf_class_init (GenlockSheetLeafClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_sheet_leaf_dispose;
  widget_class->snapshot = genlock_sheet_leaf_snapshot;
  gtk_widget_class_set_css_name (widget_class, "genlock-sheet-leaf");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
genlock_sheet_leaf_init (GenlockSheetLeaf *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
genlock_sheet_leaf_new (void)
{
  return g_object_new (GENLOCK_TYPE_SHEET_LEAF, NULL);
}

void
genlock_sheet_leaf_set_page (GenlockSheetLeaf *leaf,
                             GenlockSheetLayout *layout,
                             guint page)
{
  g_autofree char *label = NULL;

  g_return_if_fail (GENLOCK_IS_SHEET_LEAF (leaf));

  g_clear_object (&leaf->picture);
  leaf->layout = layout;
  leaf->page = page;
  if (layout == NULL)
    return;

  label = g_strdup_printf (_("Page %u of %u"), page + 1,
                           genlock_sheet_layout_get_n_pages (layout));
  genlock_accessible_set_label (GTK_WIDGET (leaf), label);
  gtk_widget_queue_draw (GTK_WIDGET (leaf));
}

void
genlock_sheet_leaf_drop (GenlockSheetLeaf *leaf)
{
  g_return_if_fail (GENLOCK_IS_SHEET_LEAF (leaf));

  if (leaf->picture == NULL)
    return;

  g_clear_object (&leaf->picture);
  gtk_widget_queue_draw (GTK_WIDGET (leaf));
}
