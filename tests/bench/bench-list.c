/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures lists of 100 and of 100,000 sources: opening, sorting, searching, memory. */

#include "config.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-show.h"
#include "core/model/genlock-row.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-list.h"

#define SMALL 100
#define LARGE 100000
#define ROUNDS 9
#define FIRST_ROWS 50

static GenlockQuery *
make_query (void)
{
  GenlockQuery *query = genlock_query_new (&genlock_sources);

  genlock_query_set_parent (query, BENCH_SHOW_ID);

  return query;
}

static void
settle (GenlockList *list)
{
  while (genlock_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

/* Whether a view could draw its first screen. */
static gboolean
shows_first_rows (GenlockList *list,
                  GPtrArray *rows,
                  guint n_rows)
{
  GListModel *model = G_LIST_MODEL (list);

  if (g_list_model_get_n_items (model) != n_rows)
    return FALSE;

  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < FIRST_ROWS; i++)
    g_ptr_array_add (rows, g_list_model_get_item (model, i));

  for (guint i = 0; i < FIRST_ROWS; i++)
    if (genlock_row_get_record (g_ptr_array_index (rows, i)) == NULL)
      return FALSE;

  return TRUE;
}

/* Milliseconds until a new list has the records of its first rows and the right length. */
static double
measure_opening (GenlockStore *store,
                 guint n_rows)
{
  g_autoptr (GenlockQuery) query = make_query ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  double time;

  while (!shows_first_rows (list, rows, n_rows))
    g_main_context_iteration (NULL, TRUE);

  time = bench_since (start);
  settle (list);

  return time;
}

static GenlockStore *
open_store (const char *folder,
            guint n_rows)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.db", folder, n_rows);
  g_autoptr (GError) error = NULL;
  GenlockStore *store = genlock_store_open (path, GENLOCK_STORE_APP, &error);

  if (store == NULL)
    g_error ("%s", error->message);

  return store;
}

static void
bench_opening (GenlockStore *small,
               GenlockStore *large)
{
  double small_times[ROUNDS];
  double large_times[ROUNDS];
  double small_median;
  double large_median;

  /* The first opens connections and reads the schema. */
  measure_opening (small, SMALL);
  measure_opening (large, LARGE);

  for (guint i = 0; i < ROUNDS; i++)
    {
      small_times[i] = measure_opening (small, SMALL);
      large_times[i] = measure_opening (large, LARGE);
    }

  small_median = bench_median (small_times, ROUNDS);
  large_median = bench_median (large_times, ROUNDS);
  g_print ("opening: %u rows %.2f ms, %u rows %.2f ms, ratio %.2f (limit 1.5)\n", SMALL,
           small_median, LARGE, large_median, large_median / small_median);
}

/* Milliseconds until @query is answered and told; @processor: those of processor time. */
static double
measure_query (GenlockList *list,
               const GenlockQuery *query,
               double *processor)
{
  double before = bench_processor ();
  gint64 start = g_get_monotonic_time ();
  double time;

  genlock_list_set_query (list, query);
  settle (list);
  time = bench_since (start);
  *processor = bench_processor () - before;

  return time;
}

typedef void (*Change) (GenlockQuery *query,
                        guint round);

static void
sort_by_name (GenlockQuery *query,
              guint round)
{
  genlock_query_set_sort (query, GENLOCK_SOURCE_NAME, round % 2 != 0);
}

static void
sort_by_rate (GenlockQuery *query,
              guint round)
{
  genlock_query_set_sort (query, GENLOCK_SOURCE_RATE, round % 2 != 0);
}

static void
sort_by_label (GenlockQuery *query,
               guint round)
{
  genlock_query_set_sort (query, GENLOCK_SOURCE_LABEL, round % 2 == 0);
}

static void
sort_by_connector (GenlockQuery *query,
                   guint round)
{
  genlock_query_set_sort_child (query, &genlock_source_outputs,
                                GENLOCK_SOURCE_OUTPUT_CONNECTOR, round % 2 != 0);
}

static void
filter (GenlockQuery *query,
        guint round)
{
  const char * const words[] = { round % 2 != 0 ? "Camera" : "Laptop", NULL };

  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, words, FALSE);
}

static void
search (GenlockQuery *query,
        guint round)
{
  static const char * const texts[] = { "stage", "stage 42", "SRC 99", "hdmi balcony", "zebra" };

  genlock_query_set_search (query, texts[round % G_N_ELEMENTS (texts)]);
}

/* As a list is some moments after it was opened: what it needs for a search is there. */
static void
warm_up (GenlockList *list)
{
  g_autoptr (GenlockQuery) query = make_query ();
  double processor;

  genlock_query_set_search (query, "stage");
  measure_query (list, query, &processor);
}

/* What is kept of another sort is of no use to the next one. */
static void
sort_by_width (GenlockList *list)
{
  g_autoptr (GenlockQuery) query = make_query ();
  double processor;

  genlock_query_set_sort (query, GENLOCK_SOURCE_H_RES, FALSE);
  measure_query (list, query, &processor);
}

/* Each round from scratch, then once more from what was kept of it: the other way round, or the
 * next word of a search. */
static void
bench_query (GenlockList *list,
             const char *name,
             Change change)
{
  double times[ROUNDS];
  double processor[ROUNDS];
  double again[ROUNDS];
  double unused;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GenlockQuery) query = make_query ();
      g_autoptr (GenlockQuery) next = make_query ();

      sort_by_width (list);
      change (query, i);
      times[i] = measure_query (list, query, &processor[i]);
      change (next, i + 1);
      again[i] = measure_query (list, next, &unused);
    }

  g_print ("%s: median %.1f ms, of the processor %.1f ms, then again %.1f ms (limit 100)\n", name,
           bench_median (times, ROUNDS), bench_median (processor, ROUNDS),
           bench_median (again, ROUNDS));
}

/* The first search of a new list, as soon as its rows are there. */
static void
bench_first_search (GenlockStore *store)
{
  double times[ROUNDS];
  double processor[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GenlockQuery) query = make_query ();
      g_autoptr (GenlockList) list = genlock_list_new (store, query);

      settle (list);
      search (query, i);
      times[i] = measure_query (list, query, &processor[i]);
    }

  g_print ("search right after opening: median %.1f ms, of the processor %.1f ms\n",
           bench_median (times, ROUNDS), bench_median (processor, ROUNDS));
}

/* In a process of its own: opens, scrolls through, sorts and searches. */
static double
measure_memory (const char *folder,
                guint n_rows)
{
  g_autoptr (GenlockStore) store = open_store (folder, n_rows);
  g_autoptr (GenlockQuery) query = make_query ();
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  double processor;

  settle (list);
  for (guint i = 0; i < n_rows; i += 50)
    {
      g_autoptr (GenlockRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      while (genlock_row_get_record (row) == NULL)
        g_main_context_iteration (NULL, TRUE);
    }

  for (guint i = 0; i < 3; i++)
    {
      sort_by_name (query, i);
      measure_query (list, query, &processor);
      search (query, i);
      measure_query (list, query, &processor);
    }

  return bench_resident ();
}

static double
measure_memory_apart (const char *folder,
                      guint n_rows)
{
  double resident = 0;
  int ends[2];
  pid_t child;

  if (pipe (ends) != 0 || (child = fork ()) < 0)
    g_error ("Cannot fork");

  if (child == 0)
    {
      resident = measure_memory (folder, n_rows);
      _exit (write (ends[1], &resident, sizeof resident) == sizeof resident ? 0 : 1);
    }

  close (ends[1]);
  if (read (ends[0], &resident, sizeof resident) != sizeof resident)
    g_error ("The child did not say how much it takes");
  close (ends[0]);
  waitpid (child, NULL, 0);

  return resident;
}

static void
bench_memory (const char *folder)
{
  double small = measure_memory_apart (folder, SMALL);
  double large = measure_memory_apart (folder, LARGE);

  g_print ("memory: %u rows %.1f MiB, %u rows %.1f MiB, %.1f MiB more (limit 60)\n", SMALL, small,
           LARGE, large, large - small);
}

static void
bench_times (const char *folder)
{
  g_autoptr (GenlockStore) small = open_store (folder, SMALL);
  g_autoptr (GenlockStore) large = open_store (folder, LARGE);
  g_autoptr (GenlockQuery) query = make_query ();
  g_autoptr (GenlockList) list = NULL;

  bench_opening (small, large);

  list = genlock_list_new (large, query);
  settle (list);
  warm_up (list);
  bench_query (list, "sort by name", sort_by_name);
  bench_query (list, "sort by rate", sort_by_rate);
  bench_query (list, "sort by label", sort_by_label);
  bench_query (list, "sort by connector", sort_by_connector);
  bench_query (list, "filter by type", filter);
  bench_query (list, "search", search);
  bench_first_search (large);
}

/* In a process of its own: what it leaves behind would count as memory of those that follow. */
static void
make_show_apart (const char *path,
                 guint n_rows)
{
  pid_t child = fork ();
  int status = 0;

  if (child < 0)
    g_error ("Cannot fork");

  if (child == 0)
    {
      bench_show_make (path, n_rows);
      _exit (0);
    }

  waitpid (child, &status, 0);
  if (status != 0)
    g_error ("There is no show of %u sources", n_rows);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("genlock-bench-XXXXXX", NULL);
  g_autofree char *small = g_strdup_printf ("%s/%u.db", folder, SMALL);
  g_autofree char *large = g_strdup_printf ("%s/%u.db", folder, LARGE);

  make_show_apart (small, SMALL);
  make_show_apart (large, LARGE);

  /* Before any thread is started here. */
  bench_memory (folder);
  bench_times (folder);
  bench_remove (folder);

  return 0;
}
