/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two lines of a spec in a list, drawn by one widget: a list view makes hundreds of them. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>

#include "ui/equipment/genlock-spec-line.h"

/* In pixels: between the lines, and between name and ports. */
#define LINE_GAP 3
#define GAP 12

#define LEAST_WIDTH 60

/* As the style classes "caption" and "dim-label" of libadwaita. */
#define SMALL 0.82
#define DIM 0.55
#define DIM_IN_HIGH_CONTRAST 0.9

struct _GenlockSpecLine
{
  GtkWidget parent_instance;

  char *name; /* owned */
  char *ports; /* owned */
  char *line; /* owned */
};

G_DEFINE_FINAL_TYPE (GenlockSpecLine, genlock_spec_line, GTK_TYPE_WIDGET)

/* Of a line of text, in pixels. */
static int
get_line_height (PangoContext *context,
                 const PangoFontDescription *font)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (height);
}

/* The size may be one in points or, as GTK has it, one in device units. */
static int
get_small_height (PangoContext *context,
                  const PangoFontDescription *font)
{
  PangoFontDescription *small = pango_font_description_copy (font);
  int size = (int) (SMALL * pango_font_description_get_size (font));
  int height;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (small, size);
  else
    pango_font_description_set_size (small, size);
  height = get_line_height (context, small);
  pango_font_description_free (small);

  return height;
}

/* All of a list have the same font: it is measured once. */
static void
get_heights (GtkWidget *widget,
             int *first,
             int *small)
{
  static PangoFontDescription *known; /* owned */
  static double known_resolution;
  static int known_first, known_small;
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double resolution = pango_cairo_context_get_resolution (context);

  if (known == NULL || known_resolution != resolution
      || !pango_font_description_equal (known, font))
    {
      g_clear_pointer (&known, pango_font_description_free);
      known = pango_font_description_copy (font);
      known_resolution = resolution;
      known_first = get_line_height (context, known);
      known_small = get_small_height (context, font);
    }
  *first = known_first;
  *small = known_small;
}

static void
genlock_spec_line_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  int first, small;

  get_heights (widget, &first, &small);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH
                        : first + LINE_GAP + small;
}

static PangoLayout *
make_layout (GenlockSpecLine *self,
             const char *text,
             double scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (scale < 1)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

/* @x: from the side where reading begins */
static void
draw (GenlockSpecLine *self,
      GtkSnapshot *snapshot,
      PangoLayout *layout,
      int x,
      int y,
      double alpha)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA color;
  int width;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= (float) alpha;
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
cut (PangoLayout *layout,
     int width)
{
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);
  /* Where it begins is for whoever draws it: a text of the other direction is not pushed away. */
  pango_layout_set_auto_dir (layout, FALSE);
}

static void
genlock_spec_line_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  GenlockSpecLine *self = GENLOCK_SPEC_LINE (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  double dim = adw_style_manager_get_high_contrast (style) ? DIM_IN_HIGH_CONTRAST : DIM;
  int width = gtk_widget_get_width (widget);
  g_autoptr (PangoLayout) name = make_layout (self, self->name, 1);
  g_autoptr (PangoLayout) ports = make_layout (self, self->ports, SMALL);
  g_autoptr (PangoLayout) line = make_layout (self, self->line, SMALL);
  int first, small, ports_width;

  get_heights (widget, &first, &small);
  pango_layout_get_pixel_size (ports, &ports_width, NULL);
  cut (name, width - ports_width - (ports_width > 0 ? GAP : 0));
  cut (line, width);
  draw (self, snapshot, name, 0, 0, 1);
  draw (self, snapshot, ports, width - ports_width, (first - small) / 2, dim);
  draw (self, snapshot, line, 0, first + LINE_GAP, dim);
}

static void
genlock_spec_line_finalize (GObject *object)
{
  GenlockSpecLine *self = GENLOCK_SPEC_LINE (object);

  g_free (self->name);
  g_free (self->ports);
  g_free (self->line);

  G_OBJECT_CLASS (genlock_spec_line_parent_class)->finalize (object);
}

static void
genlock_spec_line_class_init (GenlockSpecLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = genlock_spec_line_finalize;
  widget_class->measure = genlock_spec_line_measure;
  widget_class->snapshot = genlock_spec_line_snapshot;

  /* The list item that it is in says all of it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
genlock_spec_line_init (GenlockSpecLine *self)
{
  self->name = g_strdup ("");
  self->ports = g_strdup ("");
  self->line = g_strdup ("");
  gtk_widget_add_css_class (GTK_WIDGET (self), "spec-body");
}

GtkWidget *
genlock_spec_line_new (void)
{
  return g_object_new (GENLOCK_TYPE_SPEC_LINE, NULL);
}

static gboolean
take (char **place,
      const char *text)
{
  if (g_str_equal (*place, text))
    return FALSE;

  g_free (*place);
  *place = g_strdup (text);

  return TRUE;
}

void
genlock_spec_line_set (GenlockSpecLine *self,
                       const char *name,
                       const char *ports,
                       const char *line)
{
  gboolean differs;

  g_return_if_fail (GENLOCK_IS_SPEC_LINE (self));

  differs = take (&self->name, name);
  differs |= take (&self->ports, ports);
  differs |= take (&self->line, line);
  if (differs)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
genlock_spec_line_get_ports (GenlockSpecLine *self)
{
  g_return_val_if_fail (GENLOCK_IS_SPEC_LINE (self), NULL);

  return self->ports;
}

static int
get_width (GenlockSpecLine *self,
           const char *text,
           double scale)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, scale);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

char *
genlock_spec_line_dup_cut (GenlockSpecLine *self)
{
  int width, ports;

  g_return_val_if_fail (GENLOCK_IS_SPEC_LINE (self), NULL);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  ports = get_width (self, self->ports, SMALL);
  if (get_width (self, self->name, 1) + (ports > 0 ? GAP : 0) + ports <= width
      && get_width (self, self->line, SMALL) <= width)
    return NULL;

  return g_strconcat (self->name, "\n", self->line, NULL);
}
