/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed commands: what they mean in a show, and what nobody can mean. */

#include "config.h"

#include <locale.h>
#include <string.h>
#include <time.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-ports.h"
#include "rule-help.h"
#include "signal/genlock-signal-phrase.h"

static void
add_card (SignalShow *show,
          const char *device,
          guint slot)
{
  g_autofree char *spec_name = g_strconcat (device, " spec", NULL);
  GenlockRecord *spec = genlock_record_copy (signal_show_get (show, spec_name));
  g_autofree char *name = g_strdup_printf ("%s slot %u", device, slot);
  GenlockRecord *card = genlock_record_new_row (&genlock_equipment_cards, NULL);

  genlock_record_take_text (card, GENLOCK_META_ID, signal_id (name));
  genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slot);
  for (guint i = 1; i <= 4; i++)
    {
      GenlockRecord *port = genlock_record_new_row (&genlock_equipment_card_io, NULL);
      g_autofree char *own = g_strdup_printf ("%s:%u", name, i);
      g_autofree char *label = g_strdup_printf ("SDI %u", i);

      genlock_record_take_text (port, GENLOCK_META_ID, signal_id (own));
      genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, "INPUT");
      genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE, "12G-SDI");
      genlock_record_set_text (port, GENLOCK_PORT_LABEL, label);
      genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, i);
      genlock_record_add_child (card, port);
    }
  genlock_record_add_child (spec, card);
  signal_show_put (show, spec);
}

static SignalShow *
make_show (void)
{
  SignalShow *show = signal_show_new ();

  signal_show_source (show, "SRC 3", "Playback", "1080p59.94", "HDMI 2.0|3G-SDI");
  signal_show_source (show, "SRC 10", "Playback", "1080p59.94", "3G-SDI");
  signal_show_source (show, "Ärger", "Camera", "1080p59.94", "3G-SDI");
  signal_show_device (show, "E2", "SWITCHER", "HDMI 2.0|12G-SDI|12G-SDI", "12G-SDI|HDMI 2.0");
  signal_show_device (show, "RTR 1", "ROUTER", "12G-SDI|12G-SDI|12G-SDI",
                      "12G-SDI|12G-SDI|12G-SDI");
  signal_show_send (show, "DST 1", "LED", "1080p59.94", "12G-SDI");
  signal_show_send (show, "DST 2", "Monitor", "1080p59.94", "HDMI 2.0");
  add_card (show, "E2", 1);
  add_card (show, "E2", 3);

  return show;
}

static GenlockSignalMeaning *
ask (SignalShow *show,
     const char *text)
{
  g_auto (GenlockSignalPhrase) phrase = { 0 };
  g_autoptr (GenlockSignalWords) words = genlock_signal_words_new (show->graph);
  g_autoptr (GenlockSignalCheck) check = rule_check (show);
  g_autofree char *id = signal_id ("the show");

  g_assert_true (genlock_signal_phrase_parse (text, &phrase));

  return genlock_signal_phrase_understand (&phrase, words, check, id);
}

static char *
describe (const GenlockSignalChoice *choice)
{
  g_autofree char *from = choice->from != NULL ? genlock_signal_port_dup_name (choice->from) : NULL;
  g_autofree char *to = choice->to != NULL ? genlock_signal_port_dup_name (choice->to) : NULL;
  g_autofree char *node = choice->node != NULL ? genlock_signal_node_dup_name (choice->node) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s > %s", from, to);

  return g_strdup (from != NULL ? from : to != NULL ? to : node);
}

/* @expected: (nullable): what is meant first; %NULL for nothing */
static void
expect (SignalShow *show,
        const char *text,
        const char *expected,
        GenlockSignalLevel level)
{
  g_autoptr (GenlockSignalMeaning) meaning = ask (show, text);
  g_autofree char *found = NULL;

  g_test_message ("%s", text);
  if (expected == NULL)
    {
      g_assert_cmpuint (meaning->choices->len, ==, 0);
      g_assert_nonnull (meaning->trouble);
      return;
    }

  g_assert_cmpstr (meaning->trouble, ==, NULL);
  g_assert_cmpuint (meaning->choices->len, >, 0);
  found = describe (meaning->choices->pdata[0]);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (((GenlockSignalChoice *) meaning->choices->pdata[0])->level, ==, level);
}

static void
test_ports (void)
{
  g_autoptr (SignalShow) show = make_show ();
  const GenlockSignalLevel fits = GENLOCK_SIGNAL_LEVEL_FITS;

  /* The free output that fits, and the input by slot and number, label, number, connector. */
  expect (show, "connect src 3 to e2 in 1.1", "SRC 3 · 3G-SDI 2 > E2 · Slot 1: SDI 1", fits);
  expect (show, "CONNECT SRC3 TO E2 SLOT 3 SDI 4", "SRC 3 · 3G-SDI 2 > E2 · Slot 3: SDI 4", fits);
  expect (show, "connect src 03 to e2 3.2", "SRC 3 · 3G-SDI 2 > E2 · Slot 3: SDI 2", fits);
  expect (show, "connect src 3 to e2 in 1", "SRC 3 · HDMI 2.0 1 > E2 · IN 1", fits);
  expect (show, "connect src 3 to rtr 1 in 2", "SRC 3 · 3G-SDI 2 > RTR 1 · IN 2", fits);
  expect (show, "connect src 3 to rtr 1 3", "SRC 3 · 3G-SDI 2 > RTR 1 · IN 3", fits);
  expect (show, "connect src 3 to rtr1", "SRC 3 · 3G-SDI 2 > RTR 1 · IN 1", fits);
  expect (show, "connect src 3 hdmi to e2", "SRC 3 · HDMI 2.0 1 > E2 · IN 1", fits);
  expect (show, "patch src 3 -> dst 2", "SRC 3 · HDMI 2.0 1 > DST 2 · HDMI 2.0", fits);
  expect (show, "connect e2 out 1 to dst 1", "E2 · OUT 1 > DST 1 · 12G-SDI", fits);
  /* Inside of a device: an input to an output. */
  expect (show, "connect rtr 1 in 3 to rtr 1 out 2", "RTR 1 · IN 3 > RTR 1 · OUT 2", fits);
  expect (show, "connect rtr 1 in 3 to out 2", "RTR 1 · IN 3 > RTR 1 · OUT 2", fits);
  /* The wrong way round. */
  expect (show, "connect dst 2 to src 3", "SRC 3 · HDMI 2.0 1 > DST 2 · HDMI 2.0", fits);
}

static void
test_verdicts (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockSignalMeaning) meaning = NULL;
  const GenlockSignalChoice *choice;

  signal_show_connect (show, "A", "SRC 10", "RTR 1:IN 1");
  expect (show, "connect src 3 to rtr 1 in 1", "SRC 3 · 3G-SDI 2 > RTR 1 · IN 1",
          GENLOCK_SIGNAL_LEVEL_REPLACES);
  meaning = ask (show, "connect src 3 to rtr 1 in 1");
  choice = meaning->choices->pdata[0];
  g_assert_cmpstr (choice->reason, ==, "Takes the place of SRC 10 · 3G-SDI 1.");
  /* A free input goes first where none was named. */
  expect (show, "connect src 3 to rtr 1", "SRC 3 · 3G-SDI 2 > RTR 1 · IN 2",
          GENLOCK_SIGNAL_LEVEL_FITS);
  expect (show, "connect src 10 to rtr 1 in 1", "SRC 10 · 3G-SDI 1 > RTR 1 · IN 1",
          GENLOCK_SIGNAL_LEVEL_IMPOSSIBLE);
  expect (show, "connect src 3 hdmi to rtr 1 in 2", "SRC 3 · HDMI 2.0 1 > RTR 1 · IN 2",
          GENLOCK_SIGNAL_LEVEL_REFUSED);
}

static void
test_ambiguous (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockSignalMeaning) sources = ask (show, "connect src to rtr 1 in 1");
  g_autoptr (GenlockSignalMeaning) ports = ask (show, "connect src 3 to e2 sdi 2");
  g_autoptr (GenlockSignalMeaning) open = ask (show, "connect src 3 to e2");
  g_autoptr (GenlockSignalMeaning) targets = ask (show, "connect src 3 to ");
  g_autoptr (GenlockSignalMeaning) begun = ask (show, "connect src");

  g_assert_true (sources->is_ambiguous);
  g_assert_cmpuint (sources->choices->len, >=, 2);
  g_assert_true (ports->is_ambiguous);
  g_assert_false (open->is_ambiguous);
  g_assert_cmpuint (targets->choices->len, >=, 4);
  g_assert_cmpuint (begun->choices->len, ==, 2);
  /* A number that has begun is another number. */
  expect (show, "connect src 1 to rtr 1 in 1", NULL, 0);
}

static void
test_disconnect (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockSignalMeaning) both = NULL;

  signal_show_connect (show, "A", "SRC 3:2", "RTR 1:IN 1");
  signal_show_connect (show, "B", "SRC 10", "RTR 1:IN 2");
  signal_show_set_text (show, "B", GENLOCK_CONNECTION_CABLE_LABEL, "V 007");
  expect (show, "disconnect rtr 1 in 1", "SRC 3 · 3G-SDI 2 > RTR 1 · IN 1", 0);
  expect (show, "disconnect src 10 from rtr 1", "SRC 10 · 3G-SDI 1 > RTR 1 · IN 2", 0);
  expect (show, "disconnect rtr 1 from src 10", "SRC 10 · 3G-SDI 1 > RTR 1 · IN 2", 0);
  expect (show, "disconnect v7", "SRC 10 · 3G-SDI 1 > RTR 1 · IN 2", 0);
  expect (show, "disconnect rtr 1 in 3", NULL, 0);
  expect (show, "disconnect v8", NULL, 0);
  both = ask (show, "unpatch rtr 1");
  g_assert_true (both->is_ambiguous);
  g_assert_cmpuint (both->choices->len, ==, 2);
}

static void
test_questions (void)
{
  g_autoptr (SignalShow) show = make_show ();

  expect (show, "what feeds dst 1?", "DST 1", 0);
  expect (show, "what feeds e2 in 1.1", "E2 · Slot 1: SDI 1", 0);
  expect (show, "where does src 3 go", "SRC 3", 0);
  expect (show, "where does src 3 go to?", "SRC 3", 0);
}

/* What was chosen is said so that it is understood as just that. */
static void
test_completed (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_auto (GenlockSignalPhrase) phrase = { 0 };
  g_autoptr (GenlockSignalMeaning) meaning = ask (show, "Patch src 3 hdmi");
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  genlock_signal_phrase_parse ("Patch src 3 hdmi", &phrase);
  g_assert_cmpuint (meaning->choices->len, ==, 1);
  text = genlock_signal_phrase_dup_completed (&phrase, meaning->choices->pdata[0]);
  g_assert_cmpstr (text, ==, "Patch SRC 3 HDMI 2.0 1 to ");
  whole = g_strconcat (text, "e2", NULL);
  expect (show, whole, "SRC 3 · HDMI 2.0 1 > E2 · IN 1", GENLOCK_SIGNAL_LEVEL_FITS);
}

static void
test_unicode (void)
{
  g_autoptr (SignalShow) show = make_show ();

  /* Decomposed and in capitals. */
  expect (show, "connect A\xcc\x88RGER to rtr 1 in 1", "Ärger · 3G-SDI 1 > RTR 1 · IN 1",
          GENLOCK_SIGNAL_LEVEL_FITS);
  expect (show, "connect\tsrc\x01" "3\n to rtr 1 in 1", "SRC 3 · 3G-SDI 2 > RTR 1 · IN 1",
          GENLOCK_SIGNAL_LEVEL_FITS);
}

static void
test_nothing (void)
{
  static const char * const no_commands[] = {
    "", " ", "connect", "connector 3", "connecting src 3", "src 3", "\xff\xfe", "feed me",
  };
  g_autoptr (SignalShow) show = make_show ();
  g_auto (GenlockSignalPhrase) phrase = { 0 };
  g_autofree char *endless = g_strnfill (10000, 'x');
  g_autofree char *long_command = g_strconcat ("connect ", endless, " to e2", NULL);
  g_autoptr (GString) many = g_string_new ("connect");

  for (guint i = 0; i < G_N_ELEMENTS (no_commands); i++)
    g_assert_false (genlock_signal_phrase_parse (no_commands[i], &phrase));
  g_assert_false (genlock_signal_phrase_parse (long_command, &phrase));

  for (guint i = 0; i < 200; i++)
    g_string_append (many, " to");
  expect (show, many->str, NULL, 0);
  expect (show, "connect nothing to e2", NULL, 0);
  expect (show, "connect src 3 to \xff\xfe", NULL, 0);
  expect (show, "connect dst 1 to dst 2", NULL, 0);
  expect (show, "connect to e2", NULL, 0);
  expect (show, "connect src 3 to e2 in 1.9", NULL, 0);
  expect (show, "connect src 99999999999999999999 to e2", NULL, 0);
  expect (show, "connect ... to ---", NULL, 0);
}

/* Rows of others may have labels of any length. */
static void
test_odd_names (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autofree char *endless = g_strnfill (10000, 'y');
  g_autofree char *typed = g_strnfill (900, 'y');
  g_autofree char *command = g_strconcat ("what feeds ", typed, NULL);

  signal_show_set_text (show, "SRC 10", GENLOCK_SOURCE_NAME, endless);
  signal_show_set_text (show, "SRC 3", GENLOCK_SOURCE_LABEL, "\x01\x02");
  expect (show, command, NULL, 0);
  expect (show, "connect src 3 to rtr 1 in 2", "   SRC 3 · 3G-SDI 2 > RTR 1 · IN 2", 0);
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Two thousand nodes: what is done for each letter that is typed. */
static void
test_large (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalWords) words = NULL;
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autofree char *id = signal_id ("the show");
  double start;
  double spent;

  for (guint i = 1; i <= 1000; i++)
    {
      g_autofree char *source = g_strdup_printf ("SRC %u", i);
      g_autofree char *device = g_strdup_printf ("CV %u", i);

      signal_show_source (show, source, "Camera", "1080p59.94", "3G-SDI");
      signal_show_device (show, device, "CONVERTER", "12G-SDI|HDMI 2.0", "12G-SDI|HDMI 2.0");
    }
  words = genlock_signal_words_new (show->graph);
  check = rule_check (show);

  start = get_cpu_ms ();
  for (guint i = 0; i < 10; i++)
    {
      g_auto (GenlockSignalPhrase) phrase = { 0 };
      g_autoptr (GenlockSignalMeaning) meaning = NULL;

      genlock_signal_phrase_parse (i % 2 ? "connect src 3 to cv 900 in 1" : "connect src to cv",
                                   &phrase);
      meaning = genlock_signal_phrase_understand (&phrase, words, check, id);
      g_assert_cmpuint (meaning->choices->len, >, 0);
    }
  spent = (get_cpu_ms () - start) / 10;
  g_test_message ("%.2f ms each", spent);
  /* It takes about 2; with sanitizers and a debugger a multiple of that. */
  g_assert_cmpfloat (spent, <, 50.0);
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signal-phrase/ports", test_ports);
  g_test_add_func ("/signal-phrase/verdicts", test_verdicts);
  g_test_add_func ("/signal-phrase/ambiguous", test_ambiguous);
  g_test_add_func ("/signal-phrase/disconnect", test_disconnect);
  g_test_add_func ("/signal-phrase/questions", test_questions);
  g_test_add_func ("/signal-phrase/completed", test_completed);
  g_test_add_func ("/signal-phrase/unicode", test_unicode);
  g_test_add_func ("/signal-phrase/nothing", test_nothing);
  g_test_add_func ("/signal-phrase/odd-names", test_odd_names);
  g_test_add_func ("/signal-phrase/large", test_large);

  return g_test_run ();
}
