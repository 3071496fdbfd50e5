/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of a large show against its limit. */

#define G_LOG_DOMAIN "bench-layout"

#include "config.h"

#include <stdlib.h>

#include "bench-show.h"
#include "signal/genlock-signal-layout.h"

#define N_ROUNDS 5
#define N_PORTS 8

/* Devices stand in so many stages; sources and sends are three tenths of the boxes each. */
#define N_STAGES 4

/* In milliseconds of processor time, for 1,000 boxes and 3,000 links. */
#define MAX_LAYOUT 1000.0

static const double ports[N_PORTS] = { 48, 72, 96, 120, 144, 168, 192, 216 };

/* The stage of box @index of @n, from 0 (sources) to N_STAGES + 1 (sends). */
static guint
get_stage (guint index,
           guint n)
{
  guint n_sources = n * 3 / 10;

  if (index < n_sources)
    return 0;
  if (index >= n - n_sources)
    return N_STAGES + 1;

  return 1 + (index - n_sources) * N_STAGES / (n - 2 * n_sources);
}

static GenlockSignalLayoutBox *
make_boxes (guint n,
            char **keys)
{
  GenlockSignalLayoutBox *boxes = g_new0 (GenlockSignalLayoutBox, n);

  for (guint i = 0; i < n; i++)
    {
      guint stage = get_stage (i, n);

      boxes[i].key = keys[i] = g_strdup_printf ("%06u", i);
      boxes[i].kind = stage == 0 ? GENLOCK_SIGNAL_SOURCE
                      : stage > N_STAGES ? GENLOCK_SIGNAL_SEND : GENLOCK_SIGNAL_DEVICE;
      boxes[i].width = 200.0;
      boxes[i].n_ports = 1 + i % N_PORTS;
      boxes[i].height = 56.0 + 24.0 * boxes[i].n_ports;
      boxes[i].ports = ports;
    }

  return boxes;
}

/* Most links lead to a neighbour in the next stage, some far off, some over stages, few back. */
static GenlockSignalLayoutLink *
make_links (guint n_boxes,
            guint n_links)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GenlockSignalLayoutLink *links = g_new0 (GenlockSignalLayoutLink, n_links);
  guint n_sources = n_boxes * 3 / 10;

  for (guint i = 0; i < n_links;)
    {
      guint from = (guint) g_rand_int_range (rand, 0, (gint32) (n_boxes - n_sources));
      guint to = (guint) g_rand_int_range (rand, (gint32) n_sources, (gint32) n_boxes);
      guint step = get_stage (to, n_boxes) - get_stage (from, n_boxes);

      if (step != 1 && g_rand_int_range (rand, 0, 100) < (step < N_STAGES + 2 ? 80 : 99))
        continue;
      links[i++] = (GenlockSignalLayoutLink) {
        .from_box = from,
        .from_port = g_rand_int (rand) % N_PORTS,
        .to_box = to,
        .to_port = g_rand_int (rand) % N_PORTS,
      };
    }

  return links;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static void
measure (guint n_boxes,
         guint n_links,
         gboolean has_limit)
{
  g_auto (GStrv) keys = g_new0 (char *, n_boxes + 1);
  g_autofree GenlockSignalLayoutBox *boxes = make_boxes (n_boxes, keys);
  g_autofree GenlockSignalLayoutLink *links = make_links (n_boxes, n_links);
  double times[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = bench_processor ();

      if (!genlock_signal_layout_run (boxes, n_boxes, links, n_links, NULL, NULL))
        g_error ("the layout failed");
      times[i] = bench_processor () - start;
    }

  qsort (times, N_ROUNDS, sizeof *times, compare);
  g_print ("layout of %u boxes and %u links %18s %8.2f ms (longest %.2f)", n_boxes, n_links, "",
           bench_median (times, N_ROUNDS), times[N_ROUNDS - 1]);
  if (has_limit)
    g_print (", %.2f of the limit", bench_median (times, N_ROUNDS) / MAX_LAYOUT);
  g_print ("\n");
}

int
main (void)
{
  measure (100, 300, FALSE);
  measure (1000, 3000, TRUE);
  measure (2000, 5000, FALSE);

  return EXIT_SUCCESS;
}
