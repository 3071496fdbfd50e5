/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of cables: made, kept together, and taken out as one. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "rule-help.h"
#include "signal/genlock-link-set.h"
#include "signal/genlock-signal-split.h"
#include "signal/genlock-signal-verdict.h"

#define FOUR "3G-SDI|3G-SDI|3G-SDI|3G-SDI"

static SignalShow *
make_show (void)
{
  SignalShow *show = signal_show_new ();

  signal_show_source (show, "SRC 1", "Playback", "2160p59.94", FOUR);
  signal_show_device (show, "E2", "SWITCHER", FOUR "|" FOUR, "12G-SDI");
  signal_show_source (show, "SRC 2", "Camera", "1080p59.94", "3G-SDI");

  return show;
}

/* A quad from SRC 1 to the first inputs of E2, legs named against their order. */
static SignalShow *
make_quad (void)
{
  SignalShow *show = make_show ();

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("cable %u", 5 - i);
      g_autofree char *from = g_strdup_printf ("SRC 1:%u", i);
      g_autofree char *to = g_strdup_printf ("E2:IN %u", i);

      signal_show_connect (show, name, from, to);
      signal_show_set_text (show, name, GENLOCK_CONNECTION_LINK_GROUP, "Q1");
    }

  return show;
}

static const GenlockSignalLink *
get_link (SignalShow *show,
          const char *name)
{
  g_autofree char *id = signal_id (name);

  return &genlock_signal_graph_get_row (show->graph, id)->links[0];
}

static void
test_list (void)
{
  g_autoptr (SignalShow) show = make_quad ();
  g_autoptr (GPtrArray) legs = genlock_link_set_list (get_link (show, "cable 2"));
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GPtrArray) alone = NULL;

  g_assert_cmpuint (legs->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (((GenlockSignalLink *) legs->pdata[i])->from->number, ==, i + 1);

  g_ptr_array_add (some, (gpointer) get_link (show, "cable 2"));
  g_ptr_array_add (some, (gpointer) get_link (show, "cable 3"));
  g_assert_cmpuint (genlock_link_set_extend (some), ==, 2);
  g_assert_cmpuint (genlock_link_set_extend (some), ==, 0);

  signal_show_connect (show, "single", "SRC 2", "E2:IN 5");
  alone = genlock_link_set_list (get_link (show, "single"));
  g_assert_cmpuint (alone->len, ==, 1);
}

/* What takes the place of one leg takes all of them out, and says so before. */
static void
test_replaced (void)
{
  g_autoptr (SignalShow) show = make_quad ();
  g_autoptr (GenlockSignalCheck) check = rule_check (show);
  g_autofree char *id = signal_id ("the show");
  const GenlockSignalPort *from = signal_show_port (show, "SRC 2:1");
  const GenlockSignalPort *to = signal_show_port (show, "E2:IN 3");
  g_autoptr (GenlockBatch) batch = genlock_signal_connect_build (from, to, id, TRUE);
  g_autofree char *reason = NULL;

  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 5);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (genlock_batch_get_op (batch, i)->kind, ==, GENLOCK_OP_DELETE);
  g_assert_cmpint (genlock_signal_judge (check, from, to, id, &reason), ==,
                   GENLOCK_SIGNAL_LEVEL_REPLACES);
  g_assert_cmpstr (reason, ==, "Takes the place of SRC 1 · 3G-SDI 3 and all 4 cables of its set.");
}

static void
test_join (void)
{
  g_autoptr (SignalShow) show = make_quad ();
  g_autofree char *first = signal_id ("cable 1");
  g_autofree char *second = signal_id ("cable 2");
  g_autofree char *single = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (GenlockBatch) batch = NULL;
  g_autoptr (GenlockBatch) parted = NULL;

  batch = genlock_link_set_join (show->graph, (const char *[]) { first, second, NULL }, &reason);
  g_assert_cmpstr (reason, ==, NULL);
  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 2);
  g_assert_cmpstr (genlock_record_get_text (genlock_batch_get_op (batch, 1)->record,
                                            GENLOCK_CONNECTION_LINK_GROUP), ==, "D1");

  parted = genlock_link_set_part (show->graph, (const char *[]) { first, second, NULL });
  g_assert_cmpuint (genlock_batch_get_length (parted), ==, 4);

  g_assert_null (genlock_link_set_join (show->graph, (const char *[]) { first, NULL }, &reason));
  g_assert_nonnull (reason);
  g_clear_pointer (&reason, g_free);
  signal_show_connect (show, "single", "SRC 2", "E2:IN 5");
  single = signal_id ("single");
  g_assert_null (genlock_link_set_join (show->graph, (const char *[]) { first, single, NULL },
                                        &reason));
  g_assert_nonnull (reason);
}

static void
test_build (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockSignalCheck) check = rule_check (show);
  g_autofree char *id = signal_id ("the show");
  const GenlockSignalPort *from = signal_show_port (show, "SRC 1:1");
  const GenlockSignalPort *to = signal_show_port (show, "E2:IN 5");
  guint n = genlock_link_set_count (check, from, to);
  g_autoptr (GenlockBatch) batch = NULL;

  g_assert_cmpuint (n, ==, 4);
  batch = genlock_link_set_build (show->graph, from, to, n, id);
  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      GenlockRecord *row = genlock_batch_get_op (batch, i)->record;
      g_autofree char *input = g_strdup_printf ("E2:IN %u", i + 5);
      g_autofree char *port = signal_id (input);

      g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_CONNECTION_LINK_GROUP), ==, "Q1");
      g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_CONNECTION_DESTINATION_INPUT), ==,
                       port);
    }

  {
    g_autoptr (GenlockBatch) offer = genlock_link_set_offer (check, from, to, id, &n);

    g_assert_nonnull (offer);
    g_assert_cmpuint (n, ==, 4);
    g_assert_null (genlock_link_set_offer (check, signal_show_port (show, "SRC 2:1"), to, id, &n));
    g_assert_cmpuint (n, ==, 0);
  }

  /* One cable does, or there are too few ports. */
  g_assert_cmpuint (genlock_link_set_count (check, signal_show_port (show, "SRC 2:1"), to), ==, 1);
  g_assert_null (genlock_link_set_build (show->graph, from, signal_show_port (show, "E2:IN 6"), 4,
                                         id));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link-set/list", test_list);
  g_test_add_func ("/link-set/replaced", test_replaced);
  g_test_add_func ("/link-set/join", test_join);
  g_test_add_func ("/link-set/build", test_build);

  return g_test_run ();
}
