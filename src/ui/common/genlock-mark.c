/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of how bad something is, told apart by shape first and colour second. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-mark.h"

static const double octagon[][2] = {
  { 0.3, 0 }, { 0.7, 0 }, { 1, 0.3 }, { 1, 0.7 }, { 0.7, 1 }, { 0.3, 1 }, { 0, 0.7 }, { 0, 0.3 },
};
static const double triangle[][2] = { { 0.5, 0.04 }, { 1, 0.96 }, { 0, 0.96 } };

static const struct
{
  const char *icon;
  const char *css_class;
  const char *color;
} looks[] = {
  [GENLOCK_MARK_NONE] = { NULL, NULL, NULL },
  [GENLOCK_MARK_ERROR] = { "dialog-error-symbolic", "error", "error_color" },
  [GENLOCK_MARK_WARNING] = { "dialog-warning-symbolic", "warning", "warning_color" },
  [GENLOCK_MARK_INFO] = { "dialog-information-symbolic", "dim-label", NULL },
};

static void
add_outline (cairo_t *cr,
             GenlockMark mark)
{
  const double (*corners)[2] = mark == GENLOCK_MARK_ERROR ? octagon : triangle;
  guint n = mark == GENLOCK_MARK_ERROR ? G_N_ELEMENTS (octagon) : G_N_ELEMENTS (triangle);

  if (mark == GENLOCK_MARK_INFO)
    {
      cairo_arc (cr, 0.5, 0.5, 0.5, 0, 2 * G_PI);
      return;
    }

  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, corners[i][0], corners[i][1]);
  cairo_close_path (cr);
}

/* The sign inside is left out of the shape. */
static void
add_sign (cairo_t *cr,
          GenlockMark mark)
{
  double top = mark == GENLOCK_MARK_WARNING ? 0.36 : 0.2;
  double dot = mark == GENLOCK_MARK_WARNING ? 0.82 : 0.76;

  if (mark == GENLOCK_MARK_INFO)
    {
      cairo_rectangle (cr, 0.43, 0.42, 0.14, 0.38);
      dot = 0.26;
    }
  else
    {
      cairo_rectangle (cr, 0.43, top, 0.14, 0.34);
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0.5, dot, 0.085, 0, 2 * G_PI);
}

void
genlock_mark_snapshot (GenlockMark mark,
                       GtkSnapshot *snapshot,
                       double x,
                       double y,
                       double size,
                       GtkStyleContext *context)
{
  GdkRGBA color;
  cairo_t *cr;

  if (mark == GENLOCK_MARK_NONE)
    return;

  if (looks[mark].color == NULL
      || !gtk_style_context_lookup_color (context, looks[mark].color, &color))
    gtk_style_context_get_color (context, &color);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, size, size));
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  add_outline (cr, mark);
  add_sign (cr, mark);
  cairo_fill (cr);
  cairo_destroy (cr);
}

const char *
genlock_mark_get_icon (GenlockMark mark)
{
  return looks[mark].icon;
}

const char *
genlock_mark_get_css_class (GenlockMark mark)
{
  return looks[mark].css_class;
}
