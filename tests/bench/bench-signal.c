/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signal graph of a large show: built and checked, then after one edit, against the limits. */

#define G_LOG_DOMAIN "bench-signal"

#include "config.h"

#include <malloc.h>
#include <stdlib.h>

#include "bench-show.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sources.h"
#include "signal-help.h"
#include "signal/genlock-signal-rules.h"

#define N_ROUNDS 9
#define N_EDITS 50

/* Paths through one large router, five connections each: 2,000 of them. */
#define N_PATHS 400

/* In milliseconds of processor time, and bytes a port. */
#define MAX_FULL 100.0
#define MAX_EDIT 5.0
#define MAX_PORT 1536.0

static char *
repeat (const char *word,
        guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", word);

  return g_string_free (text, FALSE);
}

static void
make_path (SignalShow *show,
           guint number)
{
  static const char * const formats[] = { "1080p59.94", "2160p59.94", "1080i59.94", "1080p50" };
  g_autofree char *source = g_strdup_printf ("SRC %u", number);
  g_autofree char *amplifier = g_strdup_printf ("DA %u", number);
  g_autofree char *converter = g_strdup_printf ("CNV %u", number);
  g_autofree char *send = g_strdup_printf ("DST %u", number);
  const char *ends[10] = { source, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, send };
  g_autofree char *amplifier_in = g_strdup_printf ("%s:IN 1", amplifier);
  g_autofree char *amplifier_out = g_strdup_printf ("%s:OUT 1", amplifier);
  g_autofree char *router_in = g_strdup_printf ("RTR:IN %u", number + 1);
  g_autofree char *router_out = g_strdup_printf ("RTR:OUT %u", number + 1);
  g_autofree char *converter_in = g_strdup_printf ("%s:IN 1", converter);
  g_autofree char *converter_out = g_strdup_printf ("%s:OUT 1", converter);

  signal_show_source (show, source, number % 5 == 0 ? "Laptop" : "Graphics", formats[number % 4],
                      "12G-SDI");
  signal_show_device (show, amplifier, "CONVERTER", "12G-SDI", "12G-SDI|12G-SDI|12G-SDI|12G-SDI");
  signal_show_device (show, converter, "CONVERTER", number % 3 == 0 ? "3G-SDI" : "12G-SDI",
                      "HDMI 2.0");
  signal_show_send (show, send, "MONITOR", "1080p59.94", "HDMI 2.0");

  ends[1] = amplifier_in;
  ends[2] = amplifier_out;
  ends[3] = router_in;
  ends[4] = router_in;
  ends[5] = router_out;
  ends[6] = router_out;
  ends[7] = converter_in;
  ends[8] = converter_out;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i += 2)
    {
      g_autofree char *cable = g_strdup_printf ("C %u.%u", number, i / 2);

      signal_show_connect (show, cable, ends[i], ends[i + 1]);
    }
}

static SignalShow *
make_show (void)
{
  SignalShow *show = signal_show_new ();
  g_autofree char *inputs = repeat ("12G-SDI", 576);
  g_autofree char *outputs = repeat ("12G-SDI", 1152);

  signal_show_device (show, "RTR", "ROUTER", inputs, outputs);
  for (guint i = 0; i < N_PATHS; i++)
    make_path (show, i);

  return show;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static void
print (const char *what,
       double *times,
       guint n,
       double limit)
{
  double median;

  qsort (times, n, sizeof *times, compare);
  median = bench_median (times, n);
  g_print ("%-44s %8.2f ms (longest %.2f), %.2f of the limit\n", what, median, times[n - 1],
           median / limit);
}

static double
get_heap (void)
{
  return (double) mallinfo2 ().uordblks;
}

static void
measure_full (GPtrArray *rows)
{
  double builds[N_ROUNDS];
  double checks[N_ROUNDS];
  double bytes = 0.0;
  guint n_ports = 0;
  guint n_problems = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double heap = get_heap ();
      double start = bench_processor ();
      g_autoptr (GenlockSignalGraph) graph = genlock_signal_graph_new (rows);
      g_autoptr (GenlockSignalCheck) check = NULL;
      g_autoptr (GPtrArray) problems = NULL;

      builds[i] = bench_processor () - start;
      start = bench_processor ();
      check = genlock_signal_check_new (graph, NULL);
      n_ports = genlock_signal_check_update (check);
      problems = genlock_signal_check_list (check);
      n_problems = problems->len;
      checks[i] = bench_processor () - start;
      bytes = get_heap () - heap;
    }

  g_print ("%u rows, %u ports, %u problems\n", rows->len, n_ports, n_problems);
  print ("graph built", builds, N_ROUNDS, MAX_FULL);
  print ("everything checked", checks, N_ROUNDS, MAX_FULL);
  g_print ("%-44s %8.0f bytes, %.2f of the limit\n", "memory a port, graph and problems",
           bytes / n_ports, bytes / n_ports / MAX_PORT);
}

/* Sets @field of the row to one of two texts by turns, brings all up to date and lists it. */
static void
measure_edit (SignalShow *show,
              GenlockSignalCheck *check,
              const char *what,
              const char *row,
              guint field,
              const char * const *texts)
{
  double times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      GenlockRecord *record = genlock_record_copy (signal_show_get (show, row));
      double start;

      genlock_record_set_text (record, field, texts[i % 2]);
      start = bench_processor ();
      signal_show_put (show, record);
      genlock_signal_check_update (check);
      times[i] = bench_processor () - start;
    }

  print (what, times, N_EDITS, MAX_EDIT);
}

static void
measure_edits (SignalShow *show)
{
  static const char * const formats[] = { "1080p50", "2160p50" };
  static const char * const names[] = { "RTR", "Main router" };
  static const char * const labels[] = { "V 1", "V 2" };
  g_autofree char *first = signal_id ("RTR:OUT 12");
  g_autofree char *second = signal_id ("RTR:OUT 900");
  const char * const outputs[] = { first, second };
  g_autoptr (GenlockSignalCheck) check = genlock_signal_check_new (show->graph, NULL);

  genlock_signal_check_update (check);
  measure_edit (show, check, "edit: the label of a cable", "C 7.0",
                GENLOCK_CONNECTION_CABLE_LABEL, labels);
  measure_edit (show, check, "edit: the format at the head of a path", "C 7.0",
                GENLOCK_CONNECTION_FORMAT, formats);
  measure_edit (show, check, "edit: a crosspoint", "C 11.2",
                GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, outputs);
  measure_edit (show, check, "edit: the name of a source", "SRC 7", GENLOCK_SOURCE_NAME, names);
  measure_edit (show, check, "edit: the name of the 576 × 1152 router", "RTR",
                GENLOCK_DEVICE_NAME, names);
}

int
main (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, show->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, row);

  measure_full (rows);
  measure_edits (show);

  return EXIT_SUCCESS;
}
