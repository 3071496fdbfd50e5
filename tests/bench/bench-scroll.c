/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolls through 100,000 sources: the work of a frame against that of the same view over texts. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-show.h"
#include "core/model/genlock-row.h"
#include "ui/common/genlock-cell.h"
#include "ui/common/genlock-page.h"
#include "ui/lists/genlock-column.h"
#include "ui/lists/genlock-table-page.h"

#define N_ROWS 100000
#define N_FRAMES 120
#define MAX_ROUNDS 31
#define N_COLUMNS 32

/* So many rows the texts are taken from, again and again. */
#define N_TEXTS 64

/* A view and where it stands. */
typedef struct
{
  GtkWidget *page; /* unowned: a child of the stack */
  GtkColumnView *view; /* unowned */
  GtkAdjustment *adjustment; /* unowned */
} Side;

/* Of one way through the rows, in milliseconds. */
typedef struct
{
  double wall[MAX_ROUNDS];
  double processor[MAX_ROUNDS];
} Result;

typedef struct
{
  GtkStack *stack; /* unowned */
  Side rows;
  Side texts;
  char *words[N_COLUMNS][N_TEXTS]; /* owned */
  GenlockCellLook look;

  /* Of the run under way. */
  Side *side;
  double step; /* pixels a frame; negative while nothing is measured */
  guint n_frames;
  double before;
  double processor_before;
  double wall[N_FRAMES];
  double processor[N_FRAMES];
  guint n_empty; /* frames with a row in sight that was still to come */
} Bench;

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench *bench)
{
  bench->before = now (CLOCK_MONOTONIC);
  bench->processor_before = now (CLOCK_THREAD_CPUTIME_ID);
}

/* Whether a row in sight is still being read. */
static gboolean
is_incomplete (Side *side)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (side->view));
  double n = g_list_model_get_n_items (model);
  double upper = gtk_adjustment_get_upper (side->adjustment);
  guint first = (guint) (gtk_adjustment_get_value (side->adjustment) / upper * n);
  guint n_rows = (guint) (gtk_adjustment_get_page_size (side->adjustment) / upper * n);

  for (guint i = first; i < first + n_rows; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (model, i);

      if (GENLOCK_IS_ROW (row) && genlock_row_get_record (GENLOCK_ROW (row)) == NULL)
        return TRUE;
    }

  return FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench *bench)
{
  double wall = now (CLOCK_MONOTONIC) - bench->before;
  double processor = now (CLOCK_THREAD_CPUTIME_ID) - bench->processor_before;

  if (bench->n_frames >= N_FRAMES)
    return;

  if (bench->step >= 0)
    {
      bench->wall[bench->n_frames] = wall;
      bench->processor[bench->n_frames] = processor;
      bench->n_empty += is_incomplete (bench->side);
    }
  bench->n_frames++;
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->step >= 0)
    gtk_adjustment_set_value (bench->side->adjustment,
                              gtk_adjustment_get_value (bench->side->adjustment) + bench->step);
  else
    gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static int
compare (const void *a,
         const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_p95 (double *values)
{
  qsort (values, N_FRAMES, sizeof *values, compare);

  return values[N_FRAMES * 95 / 100];
}

/* Draws @n frames, each @step pixels further down. */
static void
draw (Bench *bench,
      guint n,
      double step)
{
  bench->step = step;
  bench->n_frames = N_FRAMES - n;
  while (bench->n_frames < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  bench->step = -1;
}

/* One way through the rows, from where the last one ended. */
static void
scroll (Bench *bench,
        Side *side,
        guint round,
        double step,
        Result *result)
{
  double start = round * N_FRAMES * step;

  gtk_stack_set_visible_child (bench->stack, side->page);
  bench->side = side;
  gtk_adjustment_set_value (side->adjustment, start);
  draw (bench, 30, -1);
  draw (bench, N_FRAMES, step);
  if (gtk_adjustment_get_value (side->adjustment) < start + (N_FRAMES - 2) * step)
    g_error ("The view has not scrolled");
  result->wall[round] = get_p95 (bench->wall);
  result->processor[round] = get_p95 (bench->processor);
}

static void
bench_scroll (Bench *bench,
              const char *name,
              double step,
              guint n_rounds)
{
  Result rows, texts;
  double rows_wall, texts_wall;
  double rows_processor, texts_processor;

  bench->n_empty = 0;
  for (guint i = 0; i < n_rounds; i++)
    {
      scroll (bench, &bench->rows, i, step, &rows);
      scroll (bench, &bench->texts, i, step, &texts);
    }

  rows_wall = bench_median (rows.wall, n_rounds);
  texts_wall = bench_median (texts.wall, n_rounds);
  rows_processor = bench_median (rows.processor, n_rounds);
  texts_processor = bench_median (texts.processor, n_rounds);
  g_print ("scrolling %s: p95 of a frame %.2f ms, over texts %.2f ms, ratio %.2f (limit 1.3); "
           "of the processor %.2f ms, %.2f ms, ratio %.2f; %u of %u frames with a row to come\n",
           name, rows_wall, texts_wall, rows_wall / texts_wall, rows_processor, texts_processor,
           rows_processor / texts_processor, bench->n_empty, n_rounds * N_FRAMES);
}

/* (nullable) */
static GtkWidget *
find (GtkWidget *widget,
      GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
fill_side (Side *side,
           GtkWidget *page)
{
  side->page = page;
  side->view = GTK_COLUMN_VIEW (find (page, GTK_TYPE_COLUMN_VIEW));
  side->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (side->view));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          Bench *bench)
{
  GenlockCellStyle style =
    GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "style"));

  gtk_list_item_set_child (item, genlock_cell_new (style, &bench->look, item, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         Bench *bench)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  const char *text = bench->words[column][gtk_list_item_get_position (item) % N_TEXTS];

  genlock_cell_take_text (GENLOCK_CELL (gtk_list_item_get_child (item)), g_strdup (text));
}

/* A column as wide and with such cells as one of the real view. */
static void
copy_column (Bench *bench,
             GtkColumnViewColumn *real,
             guint number,
             GenlockCellStyle style)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (number));
  g_object_set_data (G_OBJECT (factory), "style", GINT_TO_POINTER (style));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), bench);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), bench);
  column = gtk_column_view_column_new (gtk_column_view_column_get_title (real), factory);
  gtk_column_view_column_set_fixed_width (column,
                                          gtk_column_view_column_get_fixed_width (real));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (bench->texts.view, column);
}

/* What the real view says in the column of that title. */
static GenlockCellStyle
print_column (Bench *bench,
              const char *title,
              guint number)
{
  g_autoptr (GArray) columns = genlock_columns_new (&genlock_list_kind_sources);

  for (guint i = 0; i < columns->len; i++)
    {
      const GenlockColumn *column = &g_array_index (columns, GenlockColumn, i);

      if (!g_str_equal (column->title, title))
        continue;

      for (guint j = 0; j < N_TEXTS; j++)
        {
          g_autoptr (GenlockRecord) source = bench_show_source (j, N_ROWS);

          bench->words[number][j] = genlock_column_print (column, source, NULL);
        }

      return column->connector ? GENLOCK_CELL_CONNECTORS
             : column->numeric ? GENLOCK_CELL_NUMBER : GENLOCK_CELL_TEXT;
    }

  for (guint j = 0; j < N_TEXTS; j++)
    bench->words[number][j] = g_strdup_printf ("%u", j + 1);

  return GENLOCK_CELL_HEAD;
}

/* As the real one, over a list that is all there. */
static GtkWidget *
make_texts (Bench *bench)
{
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GListModel *columns = gtk_column_view_get_columns (bench->rows.view);
  GtkWidget *view;
  guint number = 0;

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (strings, "");

  view = gtk_column_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (strings))));
  bench->texts.view = GTK_COLUMN_VIEW (view);
  gtk_widget_add_css_class (view, "genlock-grid");
  gtk_column_view_set_show_row_separators (bench->texts.view, TRUE);
  gtk_column_view_set_show_column_separators (bench->texts.view, TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) real = g_list_model_get_item (columns, i);
      const char *title = gtk_column_view_column_get_title (real);

      if (gtk_column_view_column_get_visible (real))
        {
          copy_column (bench, real, number, print_column (bench, title, number));
          number++;
        }
    }

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  /* No more rows in sight than in the real one. */
  gtk_widget_set_margin_top (scroller, gtk_widget_get_height (bench->rows.page)
                             - gtk_widget_get_height (GTK_WIDGET (bench->rows.view)));

  return scroller;
}

static gboolean
is_complete (Bench *bench)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_column_view_get_model (bench->rows.view))) == N_ROWS
         && gtk_adjustment_get_upper (bench->rows.adjustment) > N_ROWS
         && !is_incomplete (&bench->rows);
}

static void
run (GtkApplication *application,
     GenlockStore *store,
     guint n_rounds)
{
  Bench bench = { .step = -1 };
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *page = genlock_sources_page_new (store);
  GdkFrameClock *clock;

  bench.stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (bench.stack, page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), GTK_WIDGET (bench.stack));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));

  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  gtk_widget_add_tick_callback (window, tick_cb, &bench, NULL);

  genlock_page_set_production (GENLOCK_PAGE (page), BENCH_SHOW_ID);
  fill_side (&bench.rows, page);
  bench.side = &bench.rows;
  while (!is_complete (&bench))
    g_main_context_iteration (NULL, TRUE);
  draw (&bench, 60, -1);

  gtk_stack_add_child (bench.stack, make_texts (&bench));
  fill_side (&bench.texts, gtk_widget_get_last_child (GTK_WIDGET (bench.stack)));

  bench_scroll (&bench, "3 rows a frame", 81, n_rounds);
  bench_scroll (&bench, "20 rows a frame", 540, n_rounds);

  g_signal_handlers_disconnect_by_data (clock, &bench);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < N_COLUMNS; i++)
    for (guint j = 0; j < N_TEXTS; j++)
      g_free (bench.words[i][j]);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("genlock-scroll-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "show.db", NULL);
  guint n_rounds = argc > 1 ? (guint) CLAMP (atoi (argv[1]), 1, MAX_ROUNDS) : 5;
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GError) error = NULL;

  bench_show_make (path, N_ROWS);
  store = genlock_store_open (path, GENLOCK_STORE_APP, &error);
  if (store == NULL)
    g_error ("%s", error->message);

  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", GENLOCK_APPLICATION_ID,
                              "resource-base-path", "/org/genlock/Genlock",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              NULL);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);

  run (GTK_APPLICATION (application), store, n_rounds);
  genlock_store_close (store);
  bench_remove (folder);

  return EXIT_SUCCESS;
}
