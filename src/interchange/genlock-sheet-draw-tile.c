/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the patch as a drawing: cables, boxes, what lines mean, and where the page belongs. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "interchange/genlock-sheet-layout-private.h"

/* In pixels of the drawing. */
#define RADIUS 5.0
#define HEAD 36.0
#define INSET 8.0
#define DOT 2.6
#define CASING 5.0
#define TAG_GAP 5.0

/* In points. */
#define SAMPLE 22.0
#define MARK 7.0
#define MAP_WIDTH 60.0
#define MAP_HEIGHT 18.0

#define MAX_DASHES 2

/* How cables of a family are drawn: never by colour alone, since printers have none. The colours
 * are those of the screen in a light window. */
typedef struct
{
  double red;
  double green;
  double blue;
  double width;
  double dashes[MAX_DASHES];
  int n_dashes;
  gboolean is_double;
} Stroke;

static const Stroke sdi = { 0.0, 0.447, 0.698, 1.6, { 0 }, 0, FALSE };
static const Stroke hdmi = { 0.835, 0.369, 0.0, 2.4, { 0 }, 0, FALSE };
static const Stroke display_port = { 0.612, 0.31, 0.525, 1.8, { 7, 3 }, 2, FALSE };
static const Stroke fibre = { 0.0, 0.471, 0.353, 3.2, { 0 }, 0, TRUE };
static const Stroke network = { 0.369, 0.416, 0.0, 2.0, { 1.5, 2.5 }, 2, FALSE };
static const Stroke thin = { 0.35, 0.35, 0.35, 0.8, { 0 }, 0, FALSE };

static const Stroke *
get_stroke (GenlockConnectorFamily family)
{
  switch (family)
    {
    case GENLOCK_CONNECTOR_FAMILY_SDI:
      return &sdi;
    case GENLOCK_CONNECTOR_FAMILY_HDMI:
    case GENLOCK_CONNECTOR_FAMILY_DVI:
      return &hdmi;
    case GENLOCK_CONNECTOR_FAMILY_DP:
    case GENLOCK_CONNECTOR_FAMILY_USB_C:
      return &display_port;
    case GENLOCK_CONNECTOR_FAMILY_FIBRE:
    case GENLOCK_CONNECTOR_FAMILY_SMPTE:
      return &fibre;
    case GENLOCK_CONNECTOR_FAMILY_IP:
    case GENLOCK_CONNECTOR_FAMILY_WIRELESS:
      return &network;
    default:
      return &thin;
    }
}

static const struct
{
  const Stroke *stroke;
  const char *name;
} legend[] = {
  { &sdi, N_("SDI") },
  { &hdmi, N_("HDMI, DVI") },
  { &display_port, N_("DisplayPort, USB-C") },
  { &fibre, N_("Fibre, SMPTE") },
  { &network, N_("Network, wireless") },
  { &thin, N_("Other") },
};

static void
set_grey (cairo_t *cr,
          double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

/* The path that is there, on white where another one crosses below it. */
static void
stroke_path (cairo_t *cr,
             const Stroke *stroke,
             gboolean has_casing)
{
  if (has_casing)
    {
      set_grey (cr, 1.0);
      cairo_set_line_width (cr, CASING);
      cairo_stroke_preserve (cr);
    }

  cairo_set_source_rgb (cr, stroke->red, stroke->green, stroke->blue);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_dash (cr, stroke->dashes, stroke->n_dashes, 0.0);
  if (stroke->is_double)
    {
      cairo_stroke_preserve (cr);
      set_grey (cr, 1.0);
      cairo_set_line_width (cr, stroke->width / 2.6);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

static double
get_width (PangoLayout *set)
{
  int width;

  pango_layout_get_size (set, &width, NULL);

  return (double) width / PANGO_SCALE;
}

static double
get_height (PangoLayout *set)
{
  int height;

  pango_layout_get_size (set, NULL, &height);

  return (double) height / PANGO_SCALE;
}

static void
draw_wire (cairo_t *cr,
           const GenlockSheetWire *wire)
{
  cairo_move_to (cr, wire->x[0], wire->y[0]);
  cairo_curve_to (cr, wire->x[1], wire->y[1], wire->x[2], wire->y[2], wire->x[3], wire->y[3]);
  stroke_path (cr, get_stroke (wire->family), TRUE);
}

/* What is written on a cable, at one end of it: @x is where its box is. */
static void
draw_tag (const GenlockSheetLayout *self,
          cairo_t *cr,
          const GenlockSheetWire *wire,
          gboolean is_end)
{
  g_autoptr (PangoLayout) set = genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_WIRE,
                                                                wire->label, -1, -1.0, 1);
  double width = MIN (get_width (set), GENLOCK_GRAPH_PLAN_PORT_WIDTH);
  double height = get_height (set);
  double x = is_end ? wire->x[3] - TAG_GAP - width : wire->x[0] + TAG_GAP;
  double y = (is_end ? wire->y[3] : wire->y[0]) - height / 2;

  pango_layout_set_width (set, (int) ((width + 0.5) * PANGO_SCALE));
  pango_layout_set_ellipsize (set, PANGO_ELLIPSIZE_END);
  set_grey (cr, 1.0);
  cairo_rectangle (cr, x - 1.0, y + 1.0, width + 2.0, height - 2.0);
  cairo_fill (cr);
  set_grey (cr, 0.0);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, set);
}

static void
trace_box (cairo_t *cr,
           const GenlockSheetBox *box)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_new_path (cr);
  cairo_arc (cr, right - RADIUS, box->y + RADIUS, RADIUS, -G_PI_2, 0.0);
  cairo_arc (cr, right - RADIUS, bottom - RADIUS, RADIUS, 0.0, G_PI_2);
  cairo_arc (cr, box->x + RADIUS, bottom - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, box->x + RADIUS, box->y + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_line_of_text (const GenlockSheetLayout *self,
                   cairo_t *cr,
                   GenlockSheetFont font,
                   const char *text,
                   int grey,
                   double x,
                   double y,
                   double width,
                   PangoAlignment alignment)
{
  g_autoptr (PangoLayout) set = genlock_sheet_layout_make_text (self, font, text, grey, width, 1);

  pango_layout_set_alignment (set, alignment);
  cairo_move_to (cr, x, y - get_height (set) / 2);
  pango_cairo_show_layout (cr, set);
}

static void
draw_port (const GenlockSheetLayout *self,
           cairo_t *cr,
           const GenlockSheetBox *box,
           const GenlockSheetPort *port)
{
  double edge = port->is_output ? box->x + box->width : box->x;
  double y = box->y + port->y;
  double width = GENLOCK_GRAPH_PLAN_PORT_WIDTH - 4.0;
  g_autofree char *text = *port->connector == '\0'
                          ? g_strdup (port->label)
                          : *port->label == '\0'
                          ? g_strdup (port->connector)
                          : g_strdup_printf ("%s · %s", port->label, port->connector);

  set_grey (cr, 0.15);
  cairo_new_path (cr);
  cairo_arc (cr, edge, y, DOT, 0.0, 2 * G_PI);
  cairo_fill (cr);
  set_grey (cr, 0.0);
  draw_line_of_text (self, cr, GENLOCK_SHEET_FONT_PORT, text, -1,
                     port->is_output ? edge - INSET - width : edge + INSET, y, width,
                     port->is_output ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static void
draw_box (const GenlockSheetLayout *self,
          cairo_t *cr,
          const GenlockSheetBox *box)
{
  double inside = box->width - 2 * INSET;

  trace_box (cr, box);
  set_grey (cr, 1.0);
  cairo_fill (cr);

  /* What passes pictures on is shaded, where they come from and go to is not. */
  if (box->kind == GENLOCK_SIGNAL_DEVICE)
    {
      cairo_save (cr);
      trace_box (cr, box);
      cairo_clip (cr);
      set_grey (cr, 0.92);
      cairo_rectangle (cr, box->x, box->y, box->width, HEAD);
      cairo_fill (cr);
      cairo_restore (cr);
    }

  trace_box (cr, box);
  set_grey (cr, 0.2);
  cairo_set_line_width (cr, box->kind == GENLOCK_SIGNAL_DEVICE ? 0.8 : 1.4);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, box->x, box->y + HEAD);
  cairo_rel_line_to (cr, box->width, 0.0);
  cairo_stroke (cr);

  set_grey (cr, 0.0);
  draw_line_of_text (self, cr, GENLOCK_SHEET_FONT_BOX, box->name, -1, box->x + INSET,
                     box->y + (*box->detail != '\0' ? 12.0 : HEAD / 2), inside, PANGO_ALIGN_LEFT);
  set_grey (cr, 0.35);
  draw_line_of_text (self, cr, GENLOCK_SHEET_FONT_PORT, box->detail, -1, box->x + INSET,
                     box->y + 26.5, inside, PANGO_ALIGN_LEFT);

  for (guint i = 0; i < box->ports->len; i++)
    draw_port (self, cr, box, &g_array_index (box->ports, GenlockSheetPort, i));
}

/* What a page shows of the drawing, in its pixels. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Part;

static gboolean
meets (const Part *part,
       double x,
       double y,
       double width,
       double height)
{
  return x <= part->x + part->width && x + width >= part->x && y <= part->y + part->height
         && y + height >= part->y;
}

static void
draw_part (const GenlockSheetLayout *self,
           cairo_t *cr,
           const Part *part)
{
  const GenlockSheetDrawing *drawing = self->sheet->drawing;
  const double tag = GENLOCK_GRAPH_PLAN_PORT_WIDTH;

  for (guint i = 0; i < drawing->wires->len; i++)
    {
      const GenlockSheetWire *wire = &g_array_index (drawing->wires, GenlockSheetWire, i);
      double x, y, width, height;

      genlock_sheet_wire_get_area (wire, &x, &y, &width, &height);
      if (meets (part, x, y - CASING, width, height + 2 * CASING))
        draw_wire (cr, wire);
    }
  for (guint i = 0; i < drawing->boxes->len; i++)
    {
      const GenlockSheetBox *box = &g_array_index (drawing->boxes, GenlockSheetBox, i);

      if (meets (part, box->x - DOT, box->y - DOT, box->width + 2 * DOT, box->height + 2 * DOT))
        draw_box (self, cr, box);
    }
  for (guint i = 0; i < drawing->wires->len; i++)
    {
      const GenlockSheetWire *wire = &g_array_index (drawing->wires, GenlockSheetWire, i);

      if (*wire->label == '\0')
        continue;
      if (meets (part, wire->x[0], wire->y[0] - 8.0, tag, 16.0))
        draw_tag (self, cr, wire, FALSE);
      if (meets (part, wire->x[3] - tag, wire->y[3] - 8.0, tag, 16.0))
        draw_tag (self, cr, wire, TRUE);
    }
}

static gboolean
has_stroke (const GenlockSheetDrawing *drawing,
            const Stroke *stroke)
{
  for (guint i = 0; i < drawing->wires->len; i++)
    if (get_stroke (g_array_index (drawing->wires, GenlockSheetWire, i).family) == stroke)
      return TRUE;

  return FALSE;
}

static void
draw_legend (const GenlockSheetLayout *self,
             cairo_t *cr,
             double y)
{
  double x = self->margin;

  for (guint i = 0; i < G_N_ELEMENTS (legend); i++)
    {
      g_autoptr (PangoLayout) set = NULL;

      if (!has_stroke (self->sheet->drawing, legend[i].stroke))
        continue;

      cairo_move_to (cr, x, y);
      cairo_rel_line_to (cr, SAMPLE, 0.0);
      stroke_path (cr, legend[i].stroke, FALSE);
      set = genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_CELL, _(legend[i].name), -1,
                                            -1.0, 1);
      set_grey (cr, 0.0);
      cairo_move_to (cr, x + SAMPLE + 4.0, y - get_height (set) / 2);
      pango_cairo_show_layout (cr, set);
      x += SAMPLE + get_width (set) + 18.0;
    }
}

/* The page that lies there, at the edge: "B1"; nothing where nothing is. */
static void
draw_neighbour (const GenlockSheetLayout *self,
                cairo_t *cr,
                int column,
                int row,
                double x,
                double y)
{
  const GenlockSheetTiles *tiles = self->tiles;
  guint tile;
  g_autofree char *name = NULL;
  g_autoptr (PangoLayout) set = NULL;

  if (column < 0 || row < 0 || column >= (int) tiles->n_columns || row >= (int) tiles->n_rows)
    return;

  tile = (guint) row * tiles->n_columns + (guint) column;
  if (!genlock_sheet_tiles_has (tiles, tile))
    return;

  name = genlock_sheet_tiles_dup_name (tiles, tile);
  set = genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_STRONG, name, -1, -1.0, 1);
  set_grey (cr, 0.0);
  cairo_move_to (cr, x - get_width (set) / 2, y - get_height (set) / 2);
  pango_cairo_show_layout (cr, set);
}

static void
draw_cross (cairo_t *cr,
            double x,
            double y)
{
  cairo_move_to (cr, x - MARK, y);
  cairo_rel_line_to (cr, 2 * MARK, 0.0);
  cairo_move_to (cr, x, y - MARK);
  cairo_rel_line_to (cr, 0.0, 2 * MARK);
  cairo_stroke (cr);
}

/* Crosses that lie on one another where pages are put together, and who is beside. @y, @height:
 * of the room for the drawing */
static void
draw_marks (const GenlockSheetLayout *self,
            cairo_t *cr,
            guint tile,
            double y,
            double height)
{
  const GenlockSheetTiles *tiles = self->tiles;
  int column = (int) (tile % tiles->n_columns);
  int row = (int) (tile / tiles->n_columns);
  double left = self->margin;
  double right = self->width - self->margin;
  double half = GENLOCK_SHEET_OVERLAP / 2;
  double xs[] = { left + half, right - half };
  double ys[] = { y + half, y + height - half };

  set_grey (cr, 0.4);
  cairo_set_line_width (cr, 0.4);
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++)
      if ((i == 0 ? column > 0 : column + 1 < (int) tiles->n_columns)
          || (j == 0 ? row > 0 : row + 1 < (int) tiles->n_rows))
        draw_cross (cr, xs[i], ys[j]);

  draw_neighbour (self, cr, column - 1, row, left - 12.0, y + height / 2);
  draw_neighbour (self, cr, column + 1, row, right + 12.0, y + height / 2);
  draw_neighbour (self, cr, column, row - 1, self->width / 2, y - 4.0);
  draw_neighbour (self, cr, column, row + 1, self->width / 2, y + height + 5.0);
}

void
genlock_sheet_layout_draw_tile (const GenlockSheetLayout *layout,
                                cairo_t *cr,
                                guint page,
                                double y)
{
  const GenlockSheetTiles *tiles = layout->tiles;
  guint tile = g_array_index (tiles->pages, guint, page);
  double width = layout->width - 2 * layout->margin;
  double height = layout->height - layout->margin - GENLOCK_SHEET_LEGEND_HEIGHT - y;
  Part part = {
    tile % tiles->n_columns * tiles->step_x,
    tile / tiles->n_columns * tiles->step_y,
    width / tiles->scale,
    height / tiles->scale,
  };

  cairo_save (cr);
  cairo_rectangle (cr, layout->margin, y, width, height);
  cairo_clip (cr);
  cairo_translate (cr, layout->margin, y);
  cairo_scale (cr, tiles->scale, tiles->scale);
  cairo_translate (cr, -part.x, -part.y);
  draw_part (layout, cr, &part);
  cairo_restore (cr);

  if (tiles->n_columns * tiles->n_rows > 1)
    draw_marks (layout, cr, tile, y, height);
  draw_legend (layout, cr, layout->height - layout->margin - 3.0);
}

void
genlock_sheet_layout_draw_map (const GenlockSheetLayout *layout,
                               cairo_t *cr,
                               guint page,
                               double x,
                               double y)
{
  const GenlockSheetTiles *tiles = layout->tiles;
  guint here = g_array_index (tiles->pages, guint, page);
  double cell;

  if (tiles->n_columns * tiles->n_rows == 1)
    return;

  cell = MIN (MIN (MAP_WIDTH / tiles->n_columns, MAP_HEIGHT / tiles->n_rows), 8.0);
  cairo_set_line_width (cr, 0.35);
  for (guint i = 0; i < tiles->pages->len; i++)
    {
      guint tile = g_array_index (tiles->pages, guint, i);

      cairo_rectangle (cr, x - (tiles->n_columns - tile % tiles->n_columns) * cell,
                       y - (tiles->n_rows - tile / tiles->n_columns) * cell, cell, cell);
      set_grey (cr, tile == here ? 0.2 : 0.9);
      cairo_fill_preserve (cr);
      set_grey (cr, 0.4);
      cairo_stroke (cr);
    }
}
