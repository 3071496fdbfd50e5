/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New boxes of the patch, which of their ports a cable fits, and what goes into a cable. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-sends.h"
#include "signal-help.h"
#include "ui/patch/genlock-patch-add.h"

#define SHOW_ID "0f3d2c1a-5b4e-4f60-8a7b-9c8d7e6f5a4b"

static GenlockSignalNode *
get_node (SignalShow *show,
          GenlockSignalKind kind,
          const char *name)
{
  g_autofree char *id = signal_id (name);

  return genlock_signal_graph_get_node (show->graph, kind, id);
}

static const GenlockSignalLink *
get_link (SignalShow *show,
          const char *name)
{
  g_autofree char *id = signal_id (name);

  return &genlock_signal_graph_get_row (show->graph, id)->links[0];
}

/* A cable from SDI to SDI, and what might go into it. */
static SignalShow *
make_show (void)
{
  SignalShow *show = signal_show_new ();

  signal_show_source (show, "SRC 1", "Camera", "", "3G-SDI");
  signal_show_send (show, "DST 1", "Screen", "", "3G-SDI");
  signal_show_send (show, "DST 2", "Screen", "", "3G-SDI");
  signal_show_device (show, "SDI", "ROUTER", "HDMI 2.0|3G-SDI", "HDMI 2.0|3G-SDI");
  signal_show_device (show, "CROSS", "CONVERTER", "HDMI 2.0|3G-SDI", "HDMI 2.0|3G-SDI");
  signal_show_device (show, "HDMI", "CONVERTER", "HDMI 2.0", "HDMI 2.0");
  signal_show_device (show, "BUSY", "CONVERTER", "3G-SDI", "3G-SDI");
  signal_show_connect (show, "C 1", "SRC 1", "DST 1");
  signal_show_connect (show, "C 2", "BUSY:OUT 1", "DST 2");

  return show;
}

/* The port that has the connector, and is free. */
static void
test_fit (void)
{
  g_autoptr (SignalShow) show = make_show ();
  const GenlockSignalPort *end = get_link (show, "C 1")->from;
  GenlockSignalNode *sdi = get_node (show, GENLOCK_SIGNAL_DEVICE, "SDI");
  const GenlockSignalPort *fit = genlock_patch_find_fit (sdi, end);

  g_assert_nonnull (fit);
  g_assert_false (fit->is_output);
  g_assert_cmpstr (genlock_signal_port_get_connector_text (fit), ==, "3G-SDI");
  g_assert_null (genlock_patch_find_fit (get_node (show, GENLOCK_SIGNAL_DEVICE, "HDMI"), end));
  /* Its only input is fed. */
  g_assert_null (genlock_patch_find_fit (get_node (show, GENLOCK_SIGNAL_SEND, "DST 1"), end));
}

static void
test_splice (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  const GenlockSignalLink *link = get_link (show, "C 1");
  GenlockSignalPort *input, *output;
  g_autofree char *id = signal_id ("C 1");
  const GenlockOp *op;

  g_assert_false (genlock_patch_find_splice (get_node (show, GENLOCK_SIGNAL_DEVICE, "HDMI"), link,
                                             &input, &output));
  g_assert_false (genlock_patch_find_splice (get_node (show, GENLOCK_SIGNAL_DEVICE, "BUSY"), link,
                                             &input, &output));
  /* What it gets as SDI it gives as HDMI. */
  g_assert_false (genlock_patch_find_splice (get_node (show, GENLOCK_SIGNAL_DEVICE, "CROSS"), link,
                                             &input, &output));
  g_assert_true (genlock_patch_find_splice (get_node (show, GENLOCK_SIGNAL_DEVICE, "SDI"), link,
                                            &input, &output));
  g_assert_cmpstr (genlock_signal_port_get_connector_text (input), ==, "3G-SDI");
  g_assert_cmpstr (genlock_signal_port_get_connector_text (output), ==, "3G-SDI");

  /* The row stays for the first half, the second one is new. */
  genlock_patch_append_splice (link, input, output, SHOW_ID, batch);
  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 2);
  op = genlock_batch_get_op (batch, 0);
  g_assert_cmpint (op->kind, ==, GENLOCK_OP_UPDATE);
  g_assert_cmpstr (genlock_record_get_id (op->record), ==, id);
  g_assert_cmpstr (genlock_record_get_text (op->record, GENLOCK_CONNECTION_DESTINATION_INPUT), ==,
                   input->id);
  op = genlock_batch_get_op (batch, 1);
  g_assert_cmpint (op->kind, ==, GENLOCK_OP_INSERT);
  g_assert_cmpstr (genlock_record_get_text (op->record, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT),
                   ==, output->id);
  g_assert_cmpstr (genlock_record_get_text (op->record, GENLOCK_CONNECTION_DESTINATION_TYPE), ==,
                   "SEND");
}

/* A send has the next label, the connector of what feeds it, and a place. */
static void
test_send (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchTaken) taken = genlock_patch_taken_new (show->graph, GENLOCK_SIGNAL_SEND);
  g_autoptr (GenlockPatchNew) box = NULL;
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  const GenlockRecord *row;

  g_hash_table_add (taken->labels, g_utf8_casefold ("DST 7", -1));
  box = genlock_patch_new_send (taken, SHOW_ID, get_link (show, "C 1")->from);
  row = box->rows->pdata[0];
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_SEND_LABEL), ==, "DST 8");
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_SEND_OUTPUT_CONNECTOR), ==, "3G-SDI");
  g_assert_nonnull (genlock_patch_find_fit (box->node, get_link (show, "C 1")->from));
  g_assert_cmpfloat (box->box->width, >, 0);

  genlock_patch_new_append (box, SHOW_ID, 64, 128, batch);
  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 2);
  row = genlock_batch_get_op (batch, 1)->record;
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_GRAPH_NODE_NODE_ID), ==, box->node->id);
  g_assert_cmpfloat (genlock_record_get_real (row, GENLOCK_GRAPH_NODE_Y), ==, 128);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/patch-add/fit", test_fit);
  g_test_add_func ("/patch-add/splice", test_splice);
  g_test_add_func ("/patch-add/send", test_send);

  return g_test_run ();
}
