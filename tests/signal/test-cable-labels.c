/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of cables: the habit of the show, and no number twice. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "signal-help.h"
#include "signal/genlock-cable-labels.h"
#include "signal/genlock-signal-split.h"

static SignalShow *
make_show (void)
{
  SignalShow *show = signal_show_new ();

  signal_show_source (show, "SRC 1", "Camera", "1080p59.94", "3G-SDI|HDMI 2.0|3G-SDI");
  signal_show_source (show, "SRC 2", "Camera", "1080p59.94", "3G-SDI|LC|3G-SDI");
  signal_show_device (show, "E2", "SWITCHER", "12G-SDI|12G-SDI|HDMI 2.0|LC", "12G-SDI|12G-SDI");
  signal_show_send (show, "DST 1", "LED", "1080p59.94", "12G-SDI");

  return show;
}

/* The label that a new cable gets; not kept. */
static char *
lay (SignalShow *show,
     const char *from,
     const char *to)
{
  g_autofree char *id = signal_id ("the show");
  g_autoptr (GenlockBatch) batch = genlock_signal_connect_build (
    signal_show_port (show, from), signal_show_port (show, to), id, FALSE);

  genlock_cable_labels_complete (show->graph, batch);

  return g_strdup (genlock_record_get_text (genlock_batch_get_op (batch, 0)->record,
                                            GENLOCK_CONNECTION_CABLE_LABEL));
}

static void
expect (SignalShow *show,
        const char *from,
        const char *to,
        const char *expected)
{
  g_autofree char *label = lay (show, from, to);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_prefixes (void)
{
  g_autoptr (SignalShow) show = make_show ();

  /* Where the show has none, by the medium; inside of a device there is no cable. */
  expect (show, "SRC 1:1", "E2:IN 1", "V101");
  expect (show, "SRC 1:2", "E2:IN 3", "H101");
  expect (show, "SRC 2:2", "E2:IN 4", "F101");
  expect (show, "E2:OUT 1", "DST 1:", "V101");
  expect (show, "E2:IN 1", "E2:OUT 1", NULL);
  for (guint i = 0; i < GENLOCK_N_CONNECTOR_FAMILIES; i++)
    g_assert_nonnull (genlock_cable_family_get_prefix (i));

  /* The habit of the show goes before: the prefix, the zeros. */
  signal_show_connect (show, "A", "SRC 1:2", "E2:IN 3");
  signal_show_set_text (show, "A", GENLOCK_CONNECTION_CABLE_LABEL, "VID 0007");
  expect (show, "SRC 1:2", "E2:IN 3", "VID 0008");
  expect (show, "SRC 1:1", "E2:IN 1", "V101");
}

static void
test_never_twice (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockRecord) deleted = NULL;

  signal_show_connect (show, "A", "SRC 1:1", "E2:IN 1");
  signal_show_set_text (show, "A", GENLOCK_CONNECTION_CABLE_LABEL, "V101");
  signal_show_connect (show, "B", "SRC 2:1", "E2:IN 2");
  signal_show_set_text (show, "B", GENLOCK_CONNECTION_CABLE_LABEL, "V109");
  expect (show, "E2:OUT 1", "DST 1:", "V110");
  signal_show_drop (show, &genlock_connections, "B");
  expect (show, "SRC 2:1", "E2:IN 2", "V110");

  /* One that was deleted before the show was read. */
  deleted = genlock_record_copy (signal_show_get (show, "A"));
  genlock_record_take_text (deleted, GENLOCK_META_ID, signal_id ("long gone"));
  genlock_record_set_text (deleted, GENLOCK_CONNECTION_CABLE_LABEL, "V120");
  genlock_record_set_bool (deleted, GENLOCK_META_IS_DELETED, TRUE);
  genlock_signal_graph_set (show->graph, deleted);
  expect (show, "SRC 2:1", "E2:IN 2", "V121");
}

static void
test_several (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autofree char *id = signal_id ("the show");
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  static const char * const expected[] = { "V102", "V101", "V103", "mine" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GenlockRecord *row = genlock_signal_connect_make (
        signal_show_port (show, "SRC 1:1"), signal_show_port (show, "E2:IN 1"), id);

      if (i % 2 == 1)
        genlock_record_set_text (row, GENLOCK_CONNECTION_CABLE_LABEL, expected[i]);
      genlock_batch_insert (batch, row);
    }
  g_assert_cmpuint (genlock_cable_labels_complete (show->graph, batch), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (genlock_record_get_text (genlock_batch_get_op (batch, i)->record,
                                              GENLOCK_CONNECTION_CABLE_LABEL), ==, expected[i]);
}

/* What the cables A to D are called then, "-" for no change. */
static void
expect_wish (SignalShow *show,
             const GenlockLabelWish *wish,
             const char *expected)
{
  static const char * const names[] = { "A", "B", "C", "D" };
  guint n_labels;
  g_autoptr (GenlockBatch) batch = genlock_cable_labels_build (show->graph, wish, &n_labels);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (n_labels, ==, genlock_batch_get_length (batch));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = signal_id (names[i]);
      const char *label = "-";

      for (guint j = 0; j < genlock_batch_get_length (batch); j++)
        if (strcmp (genlock_record_get_id (genlock_batch_get_op (batch, j)->record), id) == 0)
          label = genlock_record_get_text (genlock_batch_get_op (batch, j)->record,
                                           GENLOCK_CONNECTION_CABLE_LABEL);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", label);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_on_demand (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  signal_show_connect (show, "A", "SRC 1:1", "E2:IN 1");
  signal_show_connect (show, "B", "SRC 1:2", "E2:IN 3");
  signal_show_connect (show, "C", "E2:OUT 1", "DST 1");
  signal_show_connect (show, "D", "E2:IN 1", "E2:OUT 1");
  signal_show_set_text (show, "C", GENLOCK_CONNECTION_CABLE_LABEL, "V102");

  expect_wish (show, &(GenlockLabelWish) { NULL }, "V103 H101 - -");
  expect_wish (show, &(GenlockLabelWish) { .prefix = "", .start = 1, .digits = 3 }, "001 002 - -");
  expect_wish (show, &(GenlockLabelWish) { .prefix = "V", .start = 101 }, "V101 V103 - -");
  g_ptr_array_add (ids, signal_id ("C"));
  g_ptr_array_add (ids, signal_id ("A"));
  g_ptr_array_add (ids, signal_id ("D"));
  g_ptr_array_add (ids, g_strdup ("nothing"));
  expect_wish (show, &(GenlockLabelWish) { .ids = ids }, "V103 - - -");
  expect_wish (show, &(GenlockLabelWish) { .ids = ids, .relabel = TRUE, .prefix = "X-" },
               "X-102 - X-101 -");
}

static void
test_odd (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autofree char *endless = g_strnfill (10000, '9');

  signal_show_connect (show, "A", "SRC 1:1", "E2:IN 1");
  signal_show_set_text (show, "A", GENLOCK_CONNECTION_CABLE_LABEL, endless);
  expect (show, "SRC 2:1", "E2:IN 2", "V101");
  signal_show_set_text (show, "A", GENLOCK_CONNECTION_CABLE_LABEL, "V999999999");
  expect (show, "SRC 2:1", "E2:IN 2", NULL);
  signal_show_set_text (show, "A", GENLOCK_CONNECTION_CABLE_LABEL, "\x01" "7");
  expect (show, "SRC 2:1", "E2:IN 2", "V101");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cable-labels/prefixes", test_prefixes);
  g_test_add_func ("/cable-labels/never-twice", test_never_twice);
  g_test_add_func ("/cable-labels/several", test_several);
  g_test_add_func ("/cable-labels/on-demand", test_on_demand);
  g_test_add_func ("/cable-labels/odd", test_odd);

  return g_test_run ();
}
