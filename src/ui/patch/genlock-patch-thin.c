/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thin smooth curves, straight into the pixels of an image: a small part of the time that cairo
 * takes, for thousands of cables seen from afar. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-patch-draw-private.h"

/* A curve becomes lines of about so many pixels, and so many of them at most. */
#define LINE 7
#define MAX_LINES 96

/* Pixels of an image surface, and where user space lies in them. */
typedef struct
{
  guint32 *pixels;
  int row; /* pixels from one row to the next */
  int width;
  int height;
  double half; /* of the width of the curve */
  double on; /* pixels along the curve, then @off without; 0: all of it */
  double off;
  double length; /* of what was drawn of the curve */
  guint red;
  guint green;
  guint blue;
  double alpha;
} Thin;

static void
blend (guint32 *pixel,
       const Thin *thin,
       double coverage)
{
  guint alpha = (guint) (thin->alpha * coverage * 256);
  guint rest = 256 - alpha;
  guint32 under = *pixel;
  guint red = (((under >> 16) & 0xff) * rest + thin->red * alpha) >> 8;
  guint green = (((under >> 8) & 0xff) * rest + thin->green * alpha) >> 8;
  guint blue = ((under & 0xff) * rest + thin->blue * alpha) >> 8;
  guint opaque = ((under >> 24) * rest + 0xff * alpha) >> 8;

  *pixel = opaque << 24 | red << 16 | green << 8 | blue;
}

/* A piece one pixel long, across which the curve covers from @begin to @end. */
static void
add_piece (const Thin *thin,
           int along,
           double begin,
           double end,
           gboolean steep)
{
  int n = steep ? thin->width : thin->height;
  int first = (int) floor (MAX (begin, 0));
  int last = (int) ceil (MIN (end, n));
  gsize step = steep ? 1 : (gsize) thin->row;
  guint32 *pixel = thin->pixels + (steep ? (gsize) along * (gsize) thin->row : (gsize) along);

  for (int i = first; i < last; i++)
    blend (pixel + (gsize) i * step, thin, MIN (end, i + 1) - MAX (begin, i));
}

/* Goes along the longer axis, a pixel at a time, from the middle of one to the middle of another,
 * so that lines which follow each other never touch a pixel twice. */
static void
add_line (Thin *thin,
          double x0,
          double y0,
          double x1,
          double y1)
{
  gboolean steep = fabs (y1 - y0) > fabs (x1 - x0);
  double from = steep ? y0 : x0, to = steep ? y1 : x1;
  double across = steep ? x0 : y0;
  double slope = from != to ? ((steep ? x1 : y1) - across) / (to - from) : 0;
  double stretch = sqrt (1 + slope * slope);
  double period = thin->on + thin->off;
  int limit = steep ? thin->height : thin->width;
  int begin = (int) CLAMP (ceil (MIN (from, to) - 0.5), 0, limit);
  int end = (int) CLAMP (ceil (MAX (from, to) - 0.5), 0, limit);

  for (int i = begin; i < end; i++)
    {
      double middle = across + (i + 0.5 - from) * slope;

      if (thin->off == 0
          || fmod (thin->length + fabs (i + 0.5 - from) * stretch, period) < thin->on)
        add_piece (thin, i, middle - thin->half * stretch, middle + thin->half * stretch, steep);
    }
  thin->length += fabs (to - from) * stretch;
}

static double
get_point (const double *places,
           double t)
{
  double u = 1 - t;

  return u * u * u * places[0] + 3 * u * u * t * places[1] + 3 * u * t * t * places[2]
         + t * t * t * places[3];
}

static void
add_curve (Thin *thin,
           const double *x,
           const double *y)
{
  double length = 0;
  double x0 = x[0];
  double y0 = y[0];
  guint n;

  for (guint i = 1; i < 4; i++)
    length += hypot (x[i] - x[i - 1], y[i] - y[i - 1]);
  n = (guint) CLAMP (length / LINE, 2, MAX_LINES);
  for (guint i = 1; i <= n; i++)
    {
      double x1 = get_point (x, (double) i / n);
      double y1 = get_point (y, (double) i / n);

      add_line (thin, x0, y0, x1, y1);
      x0 = x1;
      y0 = y1;
    }
}

/* (nullable): what can be drawn into as pixels. */
static cairo_surface_t *
get_image (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE
      || cairo_image_surface_get_data (surface) == NULL
      || (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32
          && cairo_image_surface_get_format (surface) != CAIRO_FORMAT_RGB24))
    return NULL;

  return surface;
}

gboolean
genlock_patch_draw_thin (cairo_t *cr,
                         const GenlockPatchCurve *curve,
                         const GdkRGBA *color,
                         double width,
                         double on,
                         double off)
{
  cairo_surface_t *image = get_image (cr);
  double x[4], y[4];
  double offset_x, offset_y, scale_x, scale_y;
  double unit = 1, other = 0;
  Thin thin;

  if (image == NULL)
    return FALSE;

  cairo_surface_get_device_offset (image, &offset_x, &offset_y);
  cairo_surface_get_device_scale (image, &scale_x, &scale_y);
  cairo_user_to_device_distance (cr, &unit, &other);
  unit *= scale_x;
  for (guint i = 0; i < 4; i++)
    {
      x[i] = curve->x[i];
      y[i] = curve->y[i];
      cairo_user_to_device (cr, &x[i], &y[i]);
      x[i] = x[i] * scale_x + offset_x;
      y[i] = y[i] * scale_y + offset_y;
      if (!isfinite (x[i]) || !isfinite (y[i]))
        return TRUE;
    }

  cairo_surface_flush (image);
  thin = (Thin) {
    .pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (image),
    .row = cairo_image_surface_get_stride (image) / 4,
    .width = cairo_image_surface_get_width (image),
    .height = cairo_image_surface_get_height (image),
    .half = width * unit / 2,
    .on = on * unit,
    .off = off * unit,
    .red = (guint) round (color->red * 255),
    .green = (guint) round (color->green * 255),
    .blue = (guint) round (color->blue * 255),
    .alpha = color->alpha,
  };
  add_curve (&thin, x, y);
  cairo_surface_mark_dirty (image);
  return TRUE;
}
