/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Crosspoints of a router: what each output has, and what a change of it writes. */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "signal-help.h"
#include "signal/genlock-crosspoints.h"

#define NONE GENLOCK_CROSSPOINT_NONE

/* A router R of 4 × 4; CAM feeds its first input, its last output goes to WALL. */
static SignalShow *
make_show (void)
{
  SignalShow *show = signal_show_new ();

  signal_show_source (show, "CAM", "CAMERA", "1080p50", "3G-SDI");
  signal_show_send (show, "WALL", "LED", "1080p50", "3G-SDI");
  signal_show_device (show, "R", "ROUTER", "3G-SDI|3G-SDI|3G-SDI|3G-SDI",
                      "3G-SDI|3G-SDI|3G-SDI|3G-SDI");
  signal_show_connect (show, "V 1", "CAM", "R:IN 1");
  signal_show_connect (show, "V 2", "R:OUT 4", "WALL");

  return show;
}

static GenlockCrosspoints *
look (SignalShow *show)
{
  g_autofree char *id = signal_id ("R");

  return genlock_crosspoints_new (genlock_signal_graph_get_node (show->graph,
                                                                 GENLOCK_SIGNAL_DEVICE, id));
}

/* "1 - 2 -": the input of each output, from 1; "*" behind one that has several. */
static char *
say (SignalShow *show)
{
  g_autoptr (GenlockCrosspoints) points = look (show);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < points->outputs->len; i++)
    {
      guint input = genlock_crosspoints_get_input (points, i);
      guint n;

      genlock_crosspoints_get_of (points, i, &n);
      if (input == NONE)
        g_string_append (text, " -");
      else
        g_string_append_printf (text, " %u%s", input + 1, n > 1 ? "*" : "");
    }

  return g_string_free (text, FALSE);
}

static void
expect (SignalShow *show,
        const char *expected)
{
  g_autofree char *text = say (show);

  g_assert_cmpstr (text, ==, expected);
}

/* What a store would do with an update. */
static void
patch (SignalShow *show,
       const GenlockRecord *change)
{
  GenlockRecord *before = g_hash_table_lookup (show->rows, genlock_record_get_id (change));
  GenlockRecord *after = genlock_record_copy (before);

  for (guint i = 0; i < genlock_connections.n_fields; i++)
    if (!genlock_record_is_absent (change, i))
      genlock_record_set_value (after, i, genlock_record_get_value (change, i));
  signal_show_put (show, after);
}

static void
run (SignalShow *show,
     const GenlockBatch *batch)
{
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);
      g_autofree char *id = g_strdup (genlock_record_get_id (op->record));

      if (op->kind == GENLOCK_OP_INSERT)
        signal_show_put (show, genlock_record_copy (op->record));
      else if (op->kind == GENLOCK_OP_UPDATE)
        patch (show, op->record);
      else
        {
          genlock_signal_graph_remove (show->graph, op->table, id);
          g_hash_table_remove (show->rows, id);
        }
    }
}

/* Wishes as "1>2 ->3", counted from 1; returns how many steps it takes. */
static guint
wish (SignalShow *show,
      const char *text,
      GenlockCrosspointTally *tally)
{
  g_autoptr (GenlockCrosspoints) points = look (show);
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointWish));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *production_id = signal_id ("the show");
  g_autoptr (GenlockBatch) batch = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      GenlockCrosspointWish one = { NONE, (guint) atoi (strchr (words[i], '>') + 1) - 1 };

      if (*words[i] != '-')
        one.input = (guint) atoi (words[i]) - 1;
      g_array_append_val (wishes, one);
    }
  batch = genlock_crosspoints_build (points, (GenlockCrosspointWish *) wishes->data, wishes->len,
                                     production_id, tally);
  run (show, batch);

  return genlock_batch_get_length (batch);
}

static void
test_look (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockCrosspoints) points = NULL;
  const GenlockCrosspointEnd *inputs;
  const GenlockCrosspointEnd *outputs;

  signal_show_connect (show, "X 1", "R:IN 1", "R:OUT 4");
  signal_show_connect (show, "X 2", "R:IN 1", "R:OUT 2");
  points = look (show);
  inputs = (const GenlockCrosspointEnd *) points->inputs->data;
  outputs = (const GenlockCrosspointEnd *) points->outputs->data;
  g_assert_cmpuint (points->inputs->len, ==, 4);
  g_assert_cmpuint (points->outputs->len, ==, 4);
  g_assert_cmpuint (points->points->len, ==, 2);
  g_assert_cmpstr (inputs[0].label, ==, "IN 1");
  g_assert_cmpstr (inputs[0].name, ==, "CAM");
  g_assert_cmpuint (inputs[0].n_points, ==, 2);
  g_assert_null (inputs[1].name);
  g_assert_cmpstr (outputs[3].name, ==, "WALL");
  g_assert_cmpuint (outputs[3].n_points, ==, 1);
  g_assert_nonnull (genlock_crosspoints_find (points, 0, 1));
  g_assert_null (genlock_crosspoints_find (points, 1, 1));
  g_assert_null (genlock_crosspoints_find (points, 0, 99));
}

/* Across a converter the picture is still that of the camera; where a path branches it is not
 * known which. */
static void
test_names (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockCrosspoints) points = NULL;

  signal_show_source (show, "PC", "COMPUTER", "1080p50", "HDMI");
  signal_show_device (show, "C", "CONVERTER", "HDMI", "3G-SDI");
  signal_show_send (show, "TV", "MONITOR", "1080p50", "3G-SDI");
  signal_show_connect (show, "V 3", "PC", "C:IN 1");
  signal_show_connect (show, "V 4", "C:OUT 1", "R:IN 2");
  signal_show_connect (show, "V 5", "R:OUT 4", "TV");
  points = look (show);
  g_assert_cmpstr (g_array_index (points->inputs, GenlockCrosspointEnd, 1).name, ==, "PC");
  g_assert_true (g_str_has_suffix (g_array_index (points->outputs, GenlockCrosspointEnd, 3).name,
                                   " +1"));
}

static void
test_change (void)
{
  g_autoptr (SignalShow) show = make_show ();
  GenlockCrosspointTally tally;
  guint n_rows;

  g_assert_cmpuint (wish (show, "1>4", &tally), ==, 1);
  g_assert_cmpuint (tally.n_set, ==, 1);
  expect (show, " - - - 1");
  n_rows = g_hash_table_size (show->rows);

  /* Another input is a change of the same row: two who do it at once do not feed it twice. */
  g_assert_cmpuint (wish (show, "2>4", &tally), ==, 1);
  g_assert_cmpuint (tally.n_replaced, ==, 1);
  g_assert_cmpuint (g_hash_table_size (show->rows), ==, n_rows);
  expect (show, " - - - 2");

  g_assert_cmpuint (wish (show, "2>4", &tally), ==, 0);
  g_assert_cmpuint (tally.n_same, ==, 1);

  g_assert_cmpuint (wish (show, "->4 ->1", &tally), ==, 1);
  g_assert_cmpuint (tally.n_cleared, ==, 1);
  g_assert_cmpuint (tally.n_same, ==, 1);
  expect (show, " - - - -");
}

static void
test_many (void)
{
  g_autoptr (SignalShow) show = make_show ();
  GenlockCrosspointTally tally;

  /* One to one, then a swap, then one input everywhere; the last word about an output counts. */
  g_assert_cmpuint (wish (show, "1>1 2>2 3>3 4>4", &tally), ==, 4);
  expect (show, " 1 2 3 4");
  g_assert_cmpuint (wish (show, "2>1 1>2", &tally), ==, 2);
  expect (show, " 2 1 3 4");
  wish (show, "3>1 3>2 3>3 3>4 4>4", &tally);
  g_assert_cmpuint (tally.n_replaced, ==, 2);
  g_assert_cmpuint (tally.n_same, ==, 2);
  expect (show, " 3 3 3 4");
}

/* Others may feed an output twice; setting it mends that. */
static void
test_twice (void)
{
  g_autoptr (SignalShow) show = make_show ();
  GenlockCrosspointTally tally;

  signal_show_connect (show, "X 1", "R:IN 3", "R:OUT 1");
  signal_show_connect (show, "X 2", "R:IN 1", "R:OUT 1");
  signal_show_connect (show, "X 3", "R:IN 3", "R:OUT 1");
  expect (show, " 1* - - -");
  wish (show, "3>1", &tally);
  g_assert_cmpuint (tally.n_replaced, ==, 1);
  expect (show, " 3 - - -");

  signal_show_connect (show, "X 4", "R:IN 2", "R:OUT 1");
  wish (show, "4>1", &tally);
  expect (show, " 4 - - -");
}

/* A row with the whole path keeps its cables. */
static void
test_whole_path (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockCrosspoints) points = NULL;
  GenlockCrosspointTally tally;

  signal_show_source (show, "GFX", "COMPUTER", "1080p50", "3G-SDI");
  signal_show_send (show, "TV", "MONITOR", "1080p50", "3G-SDI");
  signal_show_connect_through (show, "P", "GFX", "R", "IN 2", "OUT 2", "TV");
  expect (show, " - 2 - -");
  g_assert_cmpuint (wish (show, "1>2", &tally), ==, 3);
  g_assert_cmpuint (tally.n_replaced, ==, 1);
  expect (show, " - 1 - -");
  points = look (show);
  g_assert_cmpstr (g_array_index (points->inputs, GenlockCrosspointEnd, 1).name, ==, "GFX");
  g_assert_cmpstr (g_array_index (points->outputs, GenlockCrosspointEnd, 1).name, ==, "TV");
}

/* Ports that nobody knows stand last: they can be cleared, and nothing else. */
static void
test_unknown (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockCrosspoints) points = NULL;
  GenlockCrosspointTally tally;

  signal_show_connect (show, "X 1", "R:IN 9", "R:OUT 1");
  signal_show_connect (show, "X 2", "R:IN 1", "R:OUT 9");
  points = look (show);
  g_assert_cmpuint (points->inputs->len, ==, 5);
  g_assert_cmpuint (points->outputs->len, ==, 5);
  expect (show, " 5 - - - 1");

  g_assert_cmpuint (wish (show, "5>2 2>5 7>1 1>9", &tally), ==, 0);
  g_assert_cmpuint (tally.n_refused, ==, 4);
  expect (show, " 5 - - - 1");
  wish (show, "2>1 ->5", &tally);
  g_assert_cmpuint (tally.n_replaced, ==, 1);
  g_assert_cmpuint (tally.n_cleared, ==, 1);
  expect (show, " 2 - - -");
}

/* What is not a router, and a device that is not there. */
static void
test_routers (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GPtrArray) routers = NULL;
  g_autofree char *id = signal_id ("R");

  signal_show_device (show, "C", "CONVERTER", "HDMI", "3G-SDI");
  signal_show_device (show, "E", "SWITCHER", "", "");
  signal_show_device (show, "D", "OTHER", "HDMI", "HDMI");
  signal_show_connect (show, "X 1", "D:IN 1", "D:OUT 1");
  routers = genlock_crosspoints_list_routers (show->graph);
  g_assert_cmpuint (routers->len, ==, 3);

  /* Without ports there is nothing, and nothing goes wrong. */
  for (guint i = 0; i < routers->len; i++)
    {
      g_autoptr (GenlockCrosspoints) points = genlock_crosspoints_new (routers->pdata[i]);

      g_assert_cmpuint (genlock_crosspoints_get_input (points, 77), ==, NONE);
    }

  signal_show_connect (show, "X 2", "R:IN 1", "R:OUT 1");
  signal_show_drop (show, &genlock_devices, "R");
  if (genlock_signal_graph_get_node (show->graph, GENLOCK_SIGNAL_DEVICE, id) != NULL)
    {
      GenlockCrosspointTally tally;

      expect (show, " 1");
      g_assert_cmpuint (wish (show, "1>1", &tally), ==, 0);
      wish (show, "->1", &tally);
      g_assert_cmpuint (tally.n_cleared, ==, 1);
    }
}

static char *
join (const char *word,
      guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", word);

  return g_string_free (text, FALSE);
}

/* The largest that there are. */
static void
test_large (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockCrosspoints) before = NULL;
  g_autoptr (GenlockCrosspoints) after = NULL;
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointWish));
  g_autoptr (GenlockBatch) batch = NULL;
  g_autofree char *inputs = join ("3G-SDI", 576);
  g_autofree char *outputs = join ("3G-SDI", 1152);
  g_autofree char *production_id = signal_id ("the show");
  GenlockCrosspointTally tally;

  signal_show_device (show, "R", "ROUTER", inputs, outputs);
  before = look (show);
  g_assert_cmpuint (before->inputs->len, ==, 576);
  for (guint i = 0; i < 1152; i++)
    g_array_append_val (wishes, ((GenlockCrosspointWish) { i % 576, i }));
  batch = genlock_crosspoints_build (before, (GenlockCrosspointWish *) wishes->data, wishes->len,
                                     production_id, &tally);
  g_assert_cmpuint (tally.n_set, ==, 1152);
  run (show, batch);
  after = look (show);
  g_assert_cmpuint (after->points->len, ==, 1152);
  for (guint i = 0; i < 1152; i++)
    g_assert_cmpuint (genlock_crosspoints_get_input (after, i), ==, i % 576);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crosspoints/look", test_look);
  g_test_add_func ("/crosspoints/names", test_names);
  g_test_add_func ("/crosspoints/change", test_change);
  g_test_add_func ("/crosspoints/many", test_many);
  g_test_add_func ("/crosspoints/twice", test_twice);
  g_test_add_func ("/crosspoints/whole-path", test_whole_path);
  g_test_add_func ("/crosspoints/unknown", test_unknown);
  g_test_add_func ("/crosspoints/routers", test_routers);
  g_test_add_func ("/crosspoints/large", test_large);

  return g_test_run ();
}
