/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures the library page with 200 and with 10,000 specs: opening, searching. Needs a display. */

#include "config.h"

#include <adwaita.h>

#include "bench-show.h"
#include "core/model/genlock-row.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/store/genlock-list.h"
#include "ui/equipment/genlock-library-page.h"

#define SMALL 200
#define LARGE 10000
#define PORTS 8
#define ROUNDS 9
#define FIRST_ROWS 12

/* Between two things that are measured, in milliseconds. */
#define REST 300

static GenlockRecord *
make_spec (guint number)
{
  static const char * const categories[] = { "CAMERA", "SWITCHER", "ROUTER", "MONITOR", "OTHER" };
  static const char * const makers[] = { "Acme", "Barco", "Grass Valley", "Ross", "Sony", "AJA" };
  static const char * const connectors[] = { "12G-SDI", "3G-SDI", "HDMI 2.0", "DP 1.2", "SFP+" };
  GenlockRecord *spec = genlock_record_new_row (&genlock_equipment_specs, NULL);

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY,
                           categories[number * 7 % G_N_ELEMENTS (categories)]);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER,
                           makers[number * 11 % G_N_ELEMENTS (makers)]);
  genlock_record_take_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL,
                            g_strdup_printf ("Model %u", number * 7919 % 100003));
  for (guint i = 0; i < PORTS; i++)
    {
      GenlockRecord *port = genlock_record_new_row (&genlock_equipment_io_ports, NULL);

      genlock_record_set_text (port, GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE,
                               i % 2 == 0 ? "INPUT" : "OUTPUT");
      genlock_record_set_text (port, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE,
                               connectors[(number + i) % G_N_ELEMENTS (connectors)]);
      genlock_record_take_text (port, GENLOCK_EQUIPMENT_IO_PORT_LABEL,
                                g_strdup_printf ("%s %u", i % 2 == 0 ? "IN" : "OUT", i / 2 + 1));
      genlock_record_set_int (port, GENLOCK_EQUIPMENT_IO_PORT_PORT_INDEX, i / 2 + 1);
      genlock_record_add_child (spec, port);
    }

  return spec;
}

static GenlockStore *
open_store (const char *folder,
            guint n_rows)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.db", folder, n_rows);
  g_autoptr (GError) error = NULL;
  GenlockStore *store = genlock_store_open (path, GENLOCK_STORE_APP, &error);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("IMPORT");
  g_autoptr (GenlockChanges) changes = NULL;

  if (store == NULL)
    g_error ("%s", error->message);

  for (guint i = 0; i < n_rows; i++)
    genlock_batch_insert (batch, make_spec (i));
  changes = genlock_store_apply (store, batch, NULL, &error);
  if (changes == NULL)
    g_error ("%s", error->message);

  return store;
}

/* (nullable): the first widget of @type inside @widget; @css_class tells it from others, as the
 * list of the page from those of ports and of what drops down. */
static gpointer
find_inside (GtkWidget *widget,
             GType type,
             const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_inside (child, type, css_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Whether the list has @n_rows at least and knows those that are seen first. */
static gboolean
shows_first_rows (GtkWidget *page,
                  guint n_rows)
{
  GtkListView *view = find_inside (page, GTK_TYPE_LIST_VIEW, "spec-list");
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));

  if (g_list_model_get_n_items (model) < n_rows)
    return FALSE;

  for (guint i = 0; i < FIRST_ROWS; i++)
    {
      g_autoptr (GenlockRow) row = g_list_model_get_item (model, i);

      if (genlock_row_get_record (row) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_paint (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                             &painted);

  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* Milliseconds from nothing to a page with its first rows on the screen; @processor: what all
 * threads together have worked for it, and before it was there. */
static double
measure_opening (GenlockStore *store,
                 GtkWindow *window,
                 guint n_rows,
                 double *processor)
{
  double start_processor = bench_processor ();
  gint64 start = g_get_monotonic_time ();
  GtkWidget *page = genlock_library_page_new (store);
  double time;

  gtk_window_set_child (window, page);
  while (!shows_first_rows (page, n_rows))
    g_main_context_iteration (NULL, TRUE);
  wait_for_paint (window);
  time = bench_since (start);
  *processor = bench_processor () - start_processor;

  return time;
}

static gboolean
rested_cb (gpointer rested)
{
  *(gboolean *) rested = TRUE;

  return G_SOURCE_REMOVE;
}

/* As somebody does who reads what is there. */
static void
rest (void)
{
  gboolean rested = FALSE;

  g_timeout_add (REST, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

/* What goes on behind an open page, counting and reading, is not part of the next one. */
static void
close_page (GtkWindow *window)
{
  rest ();
  gtk_window_set_child (window, NULL);
}

static void
bench_opening (GenlockStore *small,
               GenlockStore *large,
               GtkWindow *window)
{
  double small_times[ROUNDS];
  double large_times[ROUNDS];
  double small_processor[ROUNDS];
  double large_processor[ROUNDS];
  double small_median, large_median;

  /* The first opens connections, reads the schema and compiles the style. */
  measure_opening (small, window, SMALL, &small_processor[0]);
  close_page (window);
  measure_opening (large, window, LARGE, &large_processor[0]);
  close_page (window);

  for (guint i = 0; i < ROUNDS; i++)
    {
      small_times[i] = measure_opening (small, window, SMALL, &small_processor[i]);
      close_page (window);
      large_times[i] = measure_opening (large, window, LARGE, &large_processor[i]);
      close_page (window);
    }

  small_median = bench_median (small_times, ROUNDS);
  large_median = bench_median (large_times, ROUNDS);
  g_print ("opening: %d specs %.1f ms, %d specs %.1f ms, ratio %.2f (limit 1.5)\n", SMALL,
           small_median, LARGE, large_median, large_median / small_median);
  small_median = bench_median (small_processor, ROUNDS);
  large_median = bench_median (large_processor, ROUNDS);
  g_print ("opening, of the processor: %d specs %.1f ms, %d specs %.1f ms, ratio %.2f\n", SMALL,
           small_median, LARGE, large_median, large_median / small_median);
}

static void
n_items_cb (gboolean *changed)
{
  *changed = TRUE;
}

/* The search entry that stands nearest to the list. */
static GtkEditable *
find_search (GtkWidget *view)
{
  GtkEditable *entry = NULL;

  for (GtkWidget *widget = view; entry == NULL; widget = gtk_widget_get_parent (widget))
    entry = find_inside (widget, GTK_TYPE_SEARCH_ENTRY, NULL);

  return entry;
}

/* Milliseconds from a text in the search entry to the first change of the list. */
static double
measure_search (GtkWidget *page,
                const char *text)
{
  GtkListView *view = find_inside (page, GTK_TYPE_LIST_VIEW, "spec-list");
  GtkEditable *entry = find_search (GTK_WIDGET (view));
  gboolean changed = FALSE;
  gint64 start;
  double time;
  gulong handler = g_signal_connect_swapped (gtk_list_view_get_model (view), "items-changed",
                                             G_CALLBACK (n_items_cb), &changed);

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (entry), NULL);
  gtk_editable_set_text (entry, text);
  start = g_get_monotonic_time ();
  /* Not the time that the entry waits for more to be typed. */
  g_signal_emit_by_name (entry, "search-changed");
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  time = bench_since (start);
  g_signal_handler_disconnect (gtk_list_view_get_model (view), handler);

  return time;
}

static void
bench_search (GenlockStore *store,
              GtkWindow *window)
{
  static const char * const texts[] = {
    "acme", "sony 12", "hdmi", "model 99", "ross sfp", "grass", "barco model", "aja out", "dp",
  };
  double times[G_N_ELEMENTS (texts)];
  double processor[G_N_ELEMENTS (texts)];
  double worst = 0;
  GtkWidget *page;

  measure_opening (store, window, LARGE, &processor[0]);
  page = gtk_window_get_child (window);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      rest ();
      processor[i] = bench_processor ();
      times[i] = measure_search (page, texts[i]);
      processor[i] = bench_processor () - processor[i];
      worst = MAX (worst, times[i]);
    }
  g_print ("search in %d specs: median %.1f ms, of the processor %.1f ms, worst %.1f ms "
           "(limit 50)\n", LARGE, bench_median (times, G_N_ELEMENTS (texts)),
           bench_median (processor, G_N_ELEMENTS (texts)), worst);
  close_page (window);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("genlock-bench-XXXXXX", NULL);
  g_autoptr (GenlockStore) small = NULL;
  g_autoptr (GenlockStore) large = NULL;
  GtkWindow *window;

  if (!gtk_init_check ())
    g_error ("There is no display: run this inside of xvfb-run");
  adw_init ();

  small = open_store (folder, SMALL);
  large = open_store (folder, LARGE);
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 1000, 700);
  gtk_window_present (window);

  bench_opening (small, large, window);
  bench_search (large, window);

  gtk_window_destroy (window);
  g_clear_object (&small);
  g_clear_object (&large);
  bench_remove (folder);

  return 0;
}
