/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch on paper: cables end at their ports, each part of the drawing stands on a page. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-graph-nodes.h"
#include "interchange/genlock-sheet-build.h"
#include "interchange/genlock-sheet-file.h"
#include "interchange/genlock-sheet-layout.h"
#include "interchange/genlock-sheet-tiles.h"
#include "signal-help.h"

#define PAGE_WIDTH 700.0
#define PAGE_HEIGHT 400.0

static const GenlockSheetTitle title = {
  .show = "Gala",
  .printed_at = G_GINT64_CONSTANT (1795305600000),
  .revision = 3,
};

static const GenlockSheetPage a4 = { GENLOCK_SHEET_A4, TRUE, FALSE, GENLOCK_SHEET_MARGIN };

/* Sources into a router, sends out of it. */
static SignalShow *
make_show (guint n)
{
  SignalShow *show = signal_show_new ();
  g_autoptr (GString) ports = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (ports, i > 0 ? "|3G-SDI" : "3G-SDI");
  signal_show_device (show, "RTR", "ROUTER", ports->str, ports->str);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *source = g_strdup_printf ("SRC %u", i);
      g_autofree char *send = g_strdup_printf ("DST %u", i);
      g_autofree char *input = g_strdup_printf ("RTR:IN %u", i);
      g_autofree char *output = g_strdup_printf ("RTR:OUT %u", i);
      g_autofree char *first = g_strdup_printf ("V %u", i);
      g_autofree char *second = g_strdup_printf ("W %u", i);

      signal_show_source (show, source, "Camera", "1080p50", "3G-SDI");
      signal_show_send (show, send, "MONITOR", "", "3G-SDI");
      signal_show_connect (show, first, source, input);
      signal_show_connect (show, second, output, send);
      signal_show_set_text (show, first, GENLOCK_CONNECTION_CABLE_LABEL, first);
    }

  return show;
}

static GenlockSheet *
make_sheet (SignalShow *show,
            GPtrArray *places)
{
  const GenlockSheetWish wish = { .kind = GENLOCK_SHEET_GRAPH, .places = places };

  return genlock_sheet_build (show->graph, NULL, &wish);
}

static const GenlockSheetBox *
find_box (const GenlockSheetDrawing *drawing,
          const char *name)
{
  for (guint i = 0; i < drawing->boxes->len; i++)
    {
      const GenlockSheetBox *box = &g_array_index (drawing->boxes, GenlockSheetBox, i);

      if (strstr (box->name, name) != NULL)
        return box;
    }

  g_assert_not_reached ();
}

/* Whether a port of its box is there. */
static gboolean
is_port (const GenlockSheetDrawing *drawing,
         double x,
         double y,
         gboolean is_output)
{
  for (guint i = 0; i < drawing->boxes->len; i++)
    {
      const GenlockSheetBox *box = &g_array_index (drawing->boxes, GenlockSheetBox, i);

      for (guint j = 0; j < box->ports->len; j++)
        {
          const GenlockSheetPort *port = &g_array_index (box->ports, GenlockSheetPort, j);
          double edge = port->is_output ? box->x + box->width : box->x;

          if (port->is_output == is_output && fabs (edge - x) < 0.01
              && fabs (box->y + port->y - y) < 0.01)
            return TRUE;
        }
    }

  return FALSE;
}

static void
test_drawing (void)
{
  g_autoptr (SignalShow) show = make_show (3);
  g_autoptr (GenlockSheet) sheet = make_sheet (show, NULL);
  const GenlockSheetDrawing *drawing = sheet->drawing;

  g_assert_cmpuint (drawing->boxes->len, ==, 7);
  g_assert_cmpuint (drawing->wires->len, ==, 6);
  for (guint i = 0; i < drawing->wires->len; i++)
    {
      const GenlockSheetWire *wire = &g_array_index (drawing->wires, GenlockSheetWire, i);

      g_assert_true (is_port (drawing, wire->x[0], wire->y[0], TRUE));
      g_assert_true (is_port (drawing, wire->x[3], wire->y[3], FALSE));
      g_assert_cmpint (wire->family, ==, GENLOCK_CONNECTOR_FAMILY_SDI);
    }
  for (guint i = 0; i < drawing->boxes->len; i++)
    {
      const GenlockSheetBox *box = &g_array_index (drawing->boxes, GenlockSheetBox, i);

      g_assert_cmpfloat (box->x, >=, 0.0);
      g_assert_cmpfloat (box->y, >=, 0.0);
      g_assert_cmpfloat (box->x + box->width, <=, drawing->width + 0.01);
      g_assert_cmpfloat (box->y + box->height, <=, drawing->height + 0.01);
    }
}

/* Where a person has put them: how far apart they are is what counts. */
static void
test_places (void)
{
  g_autoptr (SignalShow) show = make_show (1);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (
    (GDestroyNotify) genlock_record_unref);
  static const char * const names[] = { "SRC 1", "DST 1" };
  static const char * const types[] = { "SOURCE", "SEND" };
  g_autoptr (GenlockSheet) sheet = NULL;

  for (guint i = 0; i < 2; i++)
    {
      GenlockRecord *place = genlock_record_new_row (&genlock_graph_nodes, NULL);
      g_autofree char *id = signal_id (names[i]);

      genlock_record_set_text (place, GENLOCK_GRAPH_NODE_NODE_TYPE, types[i]);
      genlock_record_set_text (place, GENLOCK_GRAPH_NODE_NODE_ID, id);
      genlock_record_set_real (place, GENLOCK_GRAPH_NODE_X, -640 + 1600.0 * i);
      genlock_record_set_real (place, GENLOCK_GRAPH_NODE_Y, 88 + 400.0 * i);
      g_ptr_array_add (places, place);
    }

  sheet = make_sheet (show, places);
  g_assert_cmpfloat (find_box (sheet->drawing, "DST 1")->x, ==,
                     find_box (sheet->drawing, "SRC 1")->x + 1600.0);
  g_assert_cmpfloat (find_box (sheet->drawing, "DST 1")->y, ==,
                     find_box (sheet->drawing, "SRC 1")->y + 400.0);
}

/* Whether a page shows the place. */
static gboolean
is_shown (const GenlockSheetTiles *tiles,
          double x,
          double y)
{
  double width = PAGE_WIDTH / tiles->scale;
  double height = PAGE_HEIGHT / tiles->scale;

  for (guint i = 0; i < tiles->pages->len; i++)
    {
      guint tile = g_array_index (tiles->pages, guint, i);
      double left = tile % tiles->n_columns * tiles->step_x;
      double top = tile / tiles->n_columns * tiles->step_y;

      if (x >= left && x <= left + width && y >= top && y <= top + height)
        return TRUE;
    }

  return FALSE;
}

static void
test_tiles (void)
{
  g_autoptr (SignalShow) small = make_show (3);
  g_autoptr (SignalShow) large = make_show (60);
  g_autoptr (GenlockSheet) small_sheet = make_sheet (small, NULL);
  g_autoptr (GenlockSheet) large_sheet = make_sheet (large, NULL);
  g_autoptr (GenlockSheetTiles) one = genlock_sheet_tiles_new (small_sheet->drawing, PAGE_WIDTH,
                                                               PAGE_HEIGHT);
  g_autoptr (GenlockSheetTiles) many = genlock_sheet_tiles_new (large_sheet->drawing, PAGE_WIDTH,
                                                                PAGE_HEIGHT);
  g_autofree char *first = genlock_sheet_tiles_dup_name (many, 0);
  g_autofree char *below = genlock_sheet_tiles_dup_name (many, many->n_columns);

  g_assert_cmpuint (one->pages->len, ==, 1);
  g_assert_cmpuint (many->n_rows, >, 1);
  g_assert_cmpstr (first, ==, "A1");
  g_assert_cmpstr (below, ==, "A2");
  /* Labels of ports stay legible. */
  g_assert_cmpfloat (one->scale * 10.0, >=, 6.5);
  g_assert_cmpfloat (many->scale * 10.0, >=, 6.5);

  for (guint i = 0; i < large_sheet->drawing->boxes->len; i++)
    {
      const GenlockSheetBox *box = &g_array_index (large_sheet->drawing->boxes, GenlockSheetBox, i);

      g_assert_true (is_shown (many, box->x, box->y));
      g_assert_true (is_shown (many, box->x + box->width, box->y + box->height));
      for (guint j = 0; j < box->ports->len; j++)
        g_assert_true (is_shown (many, box->x, box->y + g_array_index (box->ports,
                                                                       GenlockSheetPort, j).y));
    }
}

/* Two boxes that somebody has put a mile apart take no million of pages, and empty ones none. */
static void
test_far_apart (void)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, TRUE, sizeof (GenlockSheetBox));
  g_autoptr (GArray) wires = g_array_new (FALSE, TRUE, sizeof (GenlockSheetWire));
  const GenlockSheetBox corner = { .width = 224, .height = 64 };
  const GenlockSheetBox far = { .x = 2e6, .y = 2e6, .width = 224, .height = 64 };
  const GenlockSheetDrawing drawing = { boxes, wires, 2e6 + 224, 2e6 + 64 };
  g_autoptr (GenlockSheetTiles) tiles = NULL;

  g_array_append_val (boxes, corner);
  g_array_append_val (boxes, far);
  tiles = genlock_sheet_tiles_new (&drawing, PAGE_WIDTH, PAGE_HEIGHT);
  g_assert_cmpuint (tiles->n_columns * tiles->n_rows, <=, 400);
  g_assert_cmpuint (tiles->pages->len, ==, 2);
  g_assert_true (genlock_sheet_tiles_has (tiles, 0));
  g_assert_true (genlock_sheet_tiles_has (tiles, tiles->n_columns * tiles->n_rows - 1));
  g_assert_false (genlock_sheet_tiles_has (tiles, 1));
}

static void
test_files (void)
{
  g_autoptr (SignalShow) show = make_show (40);
  g_autoptr (GenlockSheet) sheet = make_sheet (show, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = GENLOCK_SHEET_PDF; i <= GENLOCK_SHEET_SVG; i++)
    {
      g_autoptr (GString) first = genlock_sheet_print (sheet, &title, &a4, i, &error);
      g_autoptr (GString) second = NULL;

      g_assert_no_error (error);
      second = genlock_sheet_print (sheet, &title, &a4, i, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (first->str, first->len, second->str, second->len);
    }

  g_assert_null (genlock_sheet_print (sheet, &title, &a4, GENLOCK_SHEET_CSV, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* Names of any length, without an end or with none at all. */
static void
test_hard_texts (void)
{
  g_autoptr (SignalShow) show = make_show (2);
  g_autoptr (GString) text = g_string_new ("名前 \x01\x1b");
  g_autoptr (GenlockSheet) sheet = NULL;
  g_autoptr (GString) pdf = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (text, 'x');
  signal_show_set_text (show, "V 1", GENLOCK_CONNECTION_CABLE_LABEL, text->str);
  signal_show_set_text (show, "V 2", GENLOCK_CONNECTION_CABLE_LABEL, "");
  sheet = make_sheet (show, NULL);
  pdf = genlock_sheet_print (sheet, &title, &a4, GENLOCK_SHEET_PDF, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
}

static void
test_empty (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSheet) sheet = make_sheet (show, NULL);
  g_autoptr (GenlockSheetLayout) layout = genlock_sheet_layout_new (sheet, &title, &a4);
  g_autoptr (GString) svg = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (genlock_sheet_layout_get_n_pages (layout), ==, 1);
  svg = genlock_sheet_print (sheet, &title, &a4, GENLOCK_SHEET_SVG, &error);
  g_assert_no_error (error);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-graph/drawing", test_drawing);
  g_test_add_func ("/sheet-graph/places", test_places);
  g_test_add_func ("/sheet-graph/tiles", test_tiles);
  g_test_add_func ("/sheet-graph/far-apart", test_far_apart);
  g_test_add_func ("/sheet-graph/files", test_files);
  g_test_add_func ("/sheet-graph/hard-texts", test_hard_texts);
  g_test_add_func ("/sheet-graph/empty", test_empty);

  return g_test_run ();
}
