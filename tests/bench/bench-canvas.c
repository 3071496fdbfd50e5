/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch of large shows, all of it in view: panned, zoomed and with a box dragged by the real
 * pointer, against an empty drawing area of the same size; the first picture, an edit, memory. */

#include "config.h"

#include <adwaita.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "bench-gesture.h"
#include "bench-patch.h"
#include "bench-show.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-schema.h"
#include "ui/patch/genlock-canvas-private.h"

#define MAX_ROUNDS 15

/* So many edits. */
#define N_EDITS 9

/* In milliseconds; bytes a port; times that of the empty area, of the peer. */
#define MAX_FIRST 1000.0
#define MAX_EDIT 16.7
#define MAX_PORT 1536.0
#define MIN_BETTER 5.0

/* So far from the middle a box is taken that is well connected, in pixels. */
#define NEAR 250

typedef struct
{
  BenchPatch patch;
  double max_ratio; /* of the work of a frame */
} Size;

static const Size sizes[] = {
  { { 200, 650, 150, 7, 7, 64, 3000, 600, FALSE }, 1.5 },
  { { 400, 1300, 300, 7, 7, 357, 5000, 1000, FALSE }, 2.5 },
  { { 0, 1000, 0, 4, 4, 0, 2000, 0, TRUE }, 1.5 },
  { { 0, 2000, 0, 4, 4, 0, 5000, 0, TRUE }, 2.5 },
};

/* A box that is well connected, as far as boxes are, and a router; no limit for the latter. */
#define MAX_CABLES 32

static const struct
{
  const char *name;
  BenchGesture gesture;
  guint max_cables; /* of the box that is dragged */
} gestures[] = {
  { "pan", BENCH_PAN, 0 },
  { "zoom", BENCH_ZOOM, 0 },
  { "drag", BENCH_DRAG, MAX_CABLES },
  { "drag-router", BENCH_DRAG, G_MAXUINT },
};

typedef struct
{
  GtkWindow *window; /* unowned */
  GtkStack *stack; /* unowned */
  GenlockStore *store; /* unowned */
  GenlockCanvas *canvas; /* unowned: a child of the stack */
  GtkWidget *area; /* unowned: the other one */
  BenchPointer *pointer; /* owned */
  GKeyFile *peer; /* owned, nullable */
  char *pictures; /* owned, nullable: a folder */
  guint n_rounds;
} Bench;

/* What @n_rounds gestures took. */
typedef struct
{
  double p50[MAX_ROUNDS];
  double p95[MAX_ROUNDS];
  double max[MAX_ROUNDS];
} Spread;

typedef struct
{
  Spread wall;
  Spread processor;
  Spread interval;
  Spread whole;
} Result;

static double
get_heap (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) info.uordblks + (double) info.hblkhd;
}

static void
keep_picture (Bench *bench,
              const Size *size,
              const char *name)
{
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  const char *argv[] = { "import", "-window", "root", NULL, NULL };

  if (bench->pictures == NULL)
    return;

  file = g_strdup_printf ("%u-%u-%s.png", size->patch.n_devices, size->patch.n_cables, name);
  argv[3] = path = g_build_filename (bench->pictures, file, NULL);
  bench_idle (500);
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                     NULL))
    g_warning ("There is no picture");
}

/* The first picture. */

static void
wait_for_model (GenlockPatchModel *model)
{
  while (!genlock_patch_model_is_ready (model))
    g_main_context_iteration (NULL, TRUE);
}

/* (transfer full) */
static GenlockPatchModel *
open_show (Bench *bench,
           const char *show)
{
  GenlockPatchModel *model = genlock_patch_model_new (bench->store);

  genlock_patch_model_set_production (model, show);
  wait_for_model (model);
  bench_idle (300);

  return model;
}

/* Without a canvas, so that no picture counts; the second time, so that the pages that the database
 * keeps don't. */
static void
measure_memory (Bench *bench,
                const Size *size,
                const char *show)
{
  GenlockPatchModel *first = open_show (bench, show);
  g_autoptr (GenlockPatchModel) model = NULL;
  guint n_ports = bench_patch_count_ports (&size->patch);
  double before, bytes;

  g_object_unref (first);
  bench_idle (300);
  malloc_trim (0);
  before = get_heap ();
  model = open_show (bench, show);
  malloc_trim (0);
  bytes = (get_heap () - before) / n_ports;
  g_print ("  memory: %.0f bytes a port, %.2f of the limit\n", bytes, bytes / MAX_PORT);
}

/* From the choice of the show to its boxes on the screen. */
static void
measure_first (Bench *bench,
               GenlockPatchModel *model,
               const char *show)
{
  double wall[MAX_ROUNDS];
  double processor[MAX_ROUNDS];
  double median;

  for (guint i = 0; i < bench->n_rounds; i++)
    {
      gint64 start;
      double before;

      genlock_patch_model_set_production (model, NULL);
      genlock_canvas_reset (bench->canvas);
      bench_idle (300);
      start = g_get_monotonic_time ();
      before = bench_processor ();
      genlock_patch_model_set_production (model, show);
      genlock_canvas_reset (bench->canvas);
      wait_for_model (model);
      do
        bench_wait_for_paint (GTK_WIDGET (bench->canvas));
      while (!genlock_canvas_is_drawn (bench->canvas));
      wall[i] = bench_since (start);
      processor[i] = bench_processor () - before;
    }

  median = bench_median (wall, bench->n_rounds);
  g_print ("  first picture: %.0f ms, %.2f of the limit (longest %.0f); of the processor %.0f ms\n",
           median, median / MAX_FIRST, wall[bench->n_rounds - 1],
           bench_median (processor, bench->n_rounds));
}

/* An edit. */

typedef struct
{
  gint64 start;
  double before;
  double wall;
  double processor;
  gboolean done;
} Edit;

static void
noticed_cb (Edit *edit)
{
  edit->start = g_get_monotonic_time ();
  edit->before = bench_processor ();
}

static void
followed_cb (Edit *edit)
{
  edit->wall = bench_since (edit->start);
  edit->processor = bench_processor () - edit->before;
  edit->done = TRUE;
}

static void
apply_edit (Bench *bench,
            GenlockPatchModel *model,
            guint number)
{
  const GenlockPatchScene *scene = genlock_patch_model_get_scene (model);
  const GenlockPatchCable *cable = scene->cables->pdata[number * 31 % scene->cables->len];
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  GenlockRecord *patch = genlock_record_new (&genlock_connections);

  genlock_record_set_text (patch, GENLOCK_META_ID,
                           genlock_record_get_id (cable->link->row->record));
  genlock_record_take_text (patch, GENLOCK_CONNECTION_CABLE_LABEL,
                            g_strdup_printf ("V %u", number));
  genlock_batch_update (batch, patch);
  changes = genlock_store_apply (bench->store, batch, NULL, &error);
  if (changes == NULL)
    g_error ("%s", error->message);
}

/* From the notice of the store until the model has followed, then the picture of it. */
static void
measure_edit (Bench *bench,
              GenlockPatchModel *model)
{
  double follows[N_EDITS];
  double processor[N_EDITS];
  double median;
  Edit edit = { 0 };
  gulong handler = g_signal_connect_swapped (model, "changed", G_CALLBACK (followed_cb), &edit);

  for (guint i = 0; i < N_EDITS; i++)
    {
      edit.done = FALSE;
      noticed_cb (&edit);
      apply_edit (bench, model, i);
      noticed_cb (&edit);
      while (!edit.done)
        g_main_context_iteration (NULL, TRUE);
      follows[i] = edit.wall;
      processor[i] = edit.processor;
      bench_idle (200);
    }
  g_signal_handler_disconnect (model, handler);

  median = bench_median (follows, N_EDITS);
  g_print ("  an edit followed: %.1f ms, %.2f of a frame (longest %.1f); processor %.1f ms\n",
           median, median / MAX_EDIT, follows[N_EDITS - 1], bench_median (processor, N_EDITS));
}

/* Gestures. */

static guint
count_cables (const GenlockPatchScene *scene,
              const GenlockPatchBox *box)
{
  guint n = 0;

  for (guint i = 0; i < scene->cables->len; i++)
    {
      const GenlockPatchCable *cable = scene->cables->pdata[i];

      n += cable->from == box || cable->to == box;
    }

  return n;
}

/* The best connected box near the middle that has no more than @max_cables. */
static const GenlockPatchBox *
find_box (Bench *bench,
          guint max_cables)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (bench->canvas);
  double middle_x = gtk_widget_get_width (GTK_WIDGET (bench->canvas)) / 2.0;
  double middle_y = gtk_widget_get_height (GTK_WIDGET (bench->canvas)) / 2.0;
  const GenlockPatchBox *best = NULL;
  guint most = 0;

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      double x = genlock_canvas_to_widget_x (bench->canvas, box->x + box->width / 2);
      double y = genlock_canvas_to_widget_y (bench->canvas, box->y + box->height / 2);
      guint n = count_cables (scene, box);

      if (ABS (x - middle_x) < NEAR && ABS (y - middle_y) < NEAR && n > most
          && n <= max_cables)
        {
          most = n;
          best = box;
        }
    }
  if (best == NULL)
    g_error ("There is no box to drag");

  return best;
}

static void
add (Spread *spread,
     guint round,
     const double *values,
     guint n)
{
  spread->p50[round] = bench_percentile (values, n, 50);
  spread->p95[round] = bench_percentile (values, n, 95);
  spread->max[round] = values[n - 1];
}

static void
run_gesture (Bench *bench,
             GtkWidget *widget,
             BenchGesture gesture,
             double x,
             double y,
             guint round,
             Result *result)
{
  BenchFrames frames;

  bench_pointer_run (bench->pointer, widget, gesture, x, y, &frames);
  add (&result->wall, round, frames.wall, frames.n);
  add (&result->processor, round, frames.processor, frames.n);
  add (&result->interval, round, frames.interval, frames.n);
  add (&result->whole, round, frames.whole, frames.n);
}

static void
run_side (Bench *bench,
          GtkWidget *widget,
          guint number,
          guint round,
          Result *result)
{
  BenchGesture gesture = gestures[number].gesture;
  double x = gtk_widget_get_width (widget) / 2.0;
  double y = gtk_widget_get_height (widget) / 2.0;

  gtk_stack_set_visible_child (bench->stack, widget);
  if (widget == GTK_WIDGET (bench->canvas))
    {
      genlock_canvas_unselect_all (bench->canvas);
      genlock_canvas_fit (bench->canvas);
    }
  bench_idle (600);
  if (gesture == BENCH_DRAG && widget == GTK_WIDGET (bench->canvas))
    {
      const GenlockPatchBox *box = find_box (bench, gestures[number].max_cables);

      x = genlock_canvas_to_widget_x (bench->canvas, box->x + box->width / 2);
      y = genlock_canvas_to_widget_y (bench->canvas, box->y + box->height / 2);
    }
  run_gesture (bench, widget, gesture, x, y, round, result);
}

static void
print_spread (const char *what,
              Spread *ours,
              Spread *empty,
              guint n,
              double limit)
{
  double p95 = bench_median (ours->p95, n);
  double other = bench_median (empty->p95, n);

  g_print ("    %-36s %6.2f %6.2f %6.2f ms; empty %6.2f %6.2f %6.2f; p95 %5.2f times", what,
           bench_median (ours->p50, n), p95, bench_median (ours->max, n),
           bench_median (empty->p50, n), other, bench_median (empty->max, n), p95 / other);
  if (limit > 0)
    g_print (" (limit %.1f)", limit);
  g_print ("\n");
}

/* How much longer the peer takes for the same graph, if somebody has measured it. */
static void
print_peer (Bench *bench,
            const Size *size,
            const char *gesture,
            double p95)
{
  g_autofree char *group = g_strdup_printf ("%u/%u", size->patch.n_devices,
                                            size->patch.n_cables);
  double peer;

  if (bench->peer == NULL || !size->patch.is_grid)
    return;

  peer = g_key_file_get_double (bench->peer, group, gesture, NULL);
  if (peer > 0)
    g_print ("    frame intervals of the peer: p95 %.1f ms, %.1f times ours (at least %.0f)\n",
             peer, peer / p95, MIN_BETTER);
}

static void
measure_gesture (Bench *bench,
                 const Size *size,
                 guint number)
{
  const char *name = gestures[number].name;
  double limit = gestures[number].max_cables == G_MAXUINT ? 0 : size->max_ratio;
  Result ours, empty;

  for (guint i = 0; i < bench->n_rounds; i++)
    {
      run_side (bench, GTK_WIDGET (bench->canvas), number, i, &ours);
      if (i == 0)
        keep_picture (bench, size, name);
      run_side (bench, bench->area, number, i, &empty);
    }

  g_print ("  %s", name);
  if (gestures[number].max_cables > 0)
    g_print (" a box with %u cables",
             count_cables (genlock_canvas_get_scene (bench->canvas),
                           find_box (bench, gestures[number].max_cables)));
  g_print (", p50, p95, longest\n");
  print_spread ("paint", &ours.wall, &empty.wall, bench->n_rounds, limit);
  print_spread ("paint, of the processor", &ours.processor, &empty.processor, bench->n_rounds,
                limit);
  print_spread ("whole frame, of the processor", &ours.whole, &empty.whole, bench->n_rounds, 0);
  print_spread ("frame interval", &ours.interval, &empty.interval, bench->n_rounds, 0);
  print_peer (bench, size, name, bench_median (ours.interval.p95, bench->n_rounds));
}

static void
measure (Bench *bench,
         const Size *size)
{
  const BenchPatch *patch = &size->patch;
  g_autofree char *name = g_strdup_printf ("%u %u", patch->n_devices, patch->n_cables);
  g_autofree char *show = bench_patch_make (patch, bench->store, name);
  g_autoptr (GenlockPatchModel) model = NULL;

  g_print ("%u boxes, %u ports, %u cables%s\n",
           patch->n_sources + patch->n_devices + patch->n_sends, bench_patch_count_ports (patch),
           patch->n_cables, patch->is_grid ? ", on a grid" : "");
  bench_idle (500);
  measure_memory (bench, size, show);
  model = genlock_patch_model_new (bench->store);
  genlock_canvas_set_model (bench->canvas, model);
  gtk_stack_set_visible_child (bench->stack, GTK_WIDGET (bench->canvas));
  measure_first (bench, model, show);
  measure_edit (bench, model);
  genlock_canvas_fit (bench->canvas);
  keep_picture (bench, size, "fit");
  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    if (gestures[i].max_cables < G_MAXUINT || size->patch.router != 0)
      measure_gesture (bench, size, i);
  genlock_canvas_set_model (bench->canvas, NULL);
}

/* The empty drawing area. */

static void
draw_cb (GtkDrawingArea *area,
         cairo_t *cr,
         int width,
         int height,
         gpointer user_data)
{
}

static gboolean
scroll_cb (GtkWidget *area)
{
  gtk_widget_queue_draw (area);

  return TRUE;
}

static GtkWidget *
make_area (void)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, NULL, NULL);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), area);
  gtk_widget_add_controller (area, scroll);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (gtk_widget_queue_draw), area);
  gtk_widget_add_controller (area, motion);

  return area;
}

static void
run (Bench *bench,
     GtkApplication *application,
     const char *pointer,
     gint only)
{
  bench->window = GTK_WINDOW (adw_application_window_new (application));
  bench->stack = GTK_STACK (gtk_stack_new ());
  bench->canvas = GENLOCK_CANVAS (genlock_canvas_new ());
  bench->area = make_area ();
  gtk_stack_add_child (bench->stack, GTK_WIDGET (bench->canvas));
  gtk_stack_add_child (bench->stack, bench->area);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (bench->window),
                                      GTK_WIDGET (bench->stack));
  gtk_window_set_default_size (bench->window, 1280, 800);
  gtk_window_present (bench->window);
  bench_wait_for_paint (GTK_WIDGET (bench->window));
  bench->pointer = bench_pointer_new (bench->window, pointer);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (only < 0 || (guint) only == i)
      measure (bench, &sizes[i]);

  bench_pointer_free (bench->pointer);
  gtk_window_destroy (bench->window);
}

static void
open_window (Bench *bench,
             const char *pointer,
             gint only)
{
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", GENLOCK_APPLICATION_ID,
                              "resource-base-path", "/org/genlock/Genlock",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              NULL);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);

  run (bench, GTK_APPLICATION (application), pointer, only);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("genlock-canvas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "show.db", NULL);
  g_autofree char *peer = NULL;
  gint rounds = 3;
  gint only = -1;
  Bench bench = { 0 };
  const GOptionEntry entries[] = {
    { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "How often each gesture is made", "N" },
    { "only", 0, 0, G_OPTION_ARG_INT, &only, "One of the shows, from 0 on", "N" },
    { "peer", 0, 0, G_OPTION_ARG_FILENAME, &peer,
      "Another program's p95 of frame intervals: [1000/2000], pan=MS, drag=MS", "FILE" },
    { "pictures", 0, 0, G_OPTION_ARG_FILENAME, &bench.pictures,
      "Keeps what the screen shows after each gesture", "FOLDER" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("POINTER.PY");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    g_error ("%s", error != NULL ? error->message
                            : "bench-canvas POINTER.PY, inside in-session.py");
  bench.n_rounds = (guint) CLAMP (rounds, 1, MAX_ROUNDS);
  if (peer != NULL)
    {
      bench.peer = g_key_file_new ();
      if (!g_key_file_load_from_file (bench.peer, peer, G_KEY_FILE_NONE, &error))
        g_error ("%s", error->message);
    }

  bench.store = genlock_store_open (path, GENLOCK_STORE_APP, &error);
  if (bench.store == NULL)
    g_error ("%s", error->message);
  open_window (&bench, argv[1], only);
  genlock_store_close (bench.store);
  g_object_unref (bench.store);
  bench_remove (folder);
  g_clear_pointer (&bench.peer, g_key_file_unref);
  g_free (bench.pictures);

  return EXIT_SUCCESS;
}
