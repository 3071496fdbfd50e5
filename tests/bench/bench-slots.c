/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame of 64 slots with 1,000 ports: how fast it opens, and the work of a frame while a card is
 * dragged over it with the real pointer, against that of an empty drawing area of the same size. */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "bench-show.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "ui/equipment/genlock-spec-pane.h"
#include "ui/slots/genlock-slot-chassis.h"
#include "ui/slots/genlock-slot-editor.h"

#define N_SLOTS 64
#define N_PORTS 1000
#define N_FRAMES 240
#define MAX_ROUNDS 31

/* Pixels that the pointer goes in a frame: into another bay every third one. */
#define STEP 37

/* So far from the edges of the area the drag begins and goes. */
#define MARGIN 60

typedef struct
{
  GtkWindow *window; /* unowned */
  GtkStack *stack; /* unowned */
  GenlockSpecPane *pane; /* unowned: a child of the stack */
  GtkWidget *area; /* unowned: another one */
  GOutputStream *pointer; /* owned: of the process that moves it */
  char *frame; /* owned: the spec with slots */
  char *other; /* owned: one without */

  /* Of the drag under way. */
  graphene_rect_t place; /* on the screen */
  gboolean dragging;
  guint n_frames;
  guint n_moves; /* that were seen */
  guint position;
  double before;
  double processor_before;
  double wall[N_FRAMES];
  double processor[N_FRAMES];
} Bench;

typedef struct
{
  double wall[MAX_ROUNDS];
  double processor[MAX_ROUNDS];
} Result;

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static GenlockRecord *
make_port (guint number)
{
  static const char * const connectors[] = { "12G-SDI", "HDMI 2.0", "DP 1.2", "SFP+" };
  GenlockRecord *port = genlock_record_new_row (&genlock_equipment_card_io, NULL);
  gboolean is_output = number % 2 == 1;

  genlock_record_set_text (port, GENLOCK_EQUIPMENT_CARD_IO_PORT_TYPE,
                           is_output ? "OUTPUT" : "INPUT");
  genlock_record_set_text (port, GENLOCK_EQUIPMENT_CARD_IO_IO_TYPE,
                           connectors[number / 4 % G_N_ELEMENTS (connectors)]);
  genlock_record_take_text (port, GENLOCK_EQUIPMENT_CARD_IO_LABEL,
                            g_strdup_printf ("%s %u", is_output ? "OUT" : "IN", number / 2 + 1));
  genlock_record_set_int (port, GENLOCK_EQUIPMENT_CARD_IO_PORT_INDEX, number / 2 + 1);

  return port;
}

static GenlockRecord *
make_frame (void)
{
  GenlockRecord *spec = genlock_record_new_row (&genlock_equipment_specs, NULL);

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "ROUTER");
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "Acme");
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, "Frame");
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, "CARD_BASED");
  genlock_record_set_int (spec, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, N_SLOTS);
  for (guint slot = 1; slot <= N_SLOTS; slot++)
    {
      GenlockRecord *card = genlock_record_new_row (&genlock_equipment_cards, NULL);
      guint n = N_PORTS * slot / N_SLOTS - N_PORTS * (slot - 1) / N_SLOTS;

      genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slot);
      genlock_record_take_text (card, GENLOCK_EQUIPMENT_CARD_LABEL,
                                g_strdup_printf ("%u × mixed card, kind %u", n, slot % 8));
      for (guint i = 0; i < n; i++)
        genlock_record_add_child (card, make_port (i));
      genlock_record_add_child (spec, card);
    }

  return spec;
}

static void
fill_store (Bench *bench,
            GenlockStore *store)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("IMPORT");
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  GenlockRecord *frame = make_frame ();
  GenlockRecord *other = genlock_record_new_row (&genlock_equipment_specs, NULL);

  genlock_record_set_text (other, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "CAMERA");
  genlock_record_set_text (other, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "Acme");
  genlock_record_set_text (other, GENLOCK_EQUIPMENT_SPEC_MODEL, "Camera");
  bench->frame = g_strdup (genlock_record_get_id (frame));
  bench->other = g_strdup (genlock_record_get_id (other));
  genlock_batch_insert (batch, frame);
  genlock_batch_insert (batch, other);
  changes = genlock_store_apply (store, batch, NULL, &error);
  if (changes == NULL)
    g_error ("%s", error->message);
}

/* (nullable): the first widget of @type inside @widget. */
static gpointer
find_inside (GtkWidget *widget,
             GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_inside (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
idle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_GINT64_CONSTANT (1000);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_paint (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                             &painted);

  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* From the choice of the frame to the frame on the screen. */
static void
bench_opening (Bench *bench,
               guint n_rounds)
{
  double wall[MAX_ROUNDS];
  double processor[MAX_ROUNDS];
  double first = 0;
  double worst = 0;

  for (guint i = 0; i <= n_rounds; i++)
    {
      GenlockSlotChassis *chassis;
      double before, start;

      genlock_spec_pane_set_spec (bench->pane, bench->other);
      idle (300);
      before = bench_processor ();
      start = now (CLOCK_MONOTONIC);
      genlock_spec_pane_set_spec (bench->pane, bench->frame);
      wait_for_paint (bench);
      chassis = find_inside (GTK_WIDGET (bench->pane), GENLOCK_TYPE_SLOT_CHASSIS);
      if (!gtk_widget_get_mapped (
            GTK_WIDGET (genlock_slot_chassis_get_bay (chassis, N_SLOTS))))
        g_error ("The slots are not there");
      if (i == 0)
        {
          first = now (CLOCK_MONOTONIC) - start;
          continue;
        }
      wall[i - 1] = now (CLOCK_MONOTONIC) - start;
      processor[i - 1] = bench_processor () - before;
      worst = MAX (worst, wall[i - 1]);
    }

  g_print ("opening %d slots with %d ports: %.1f ms (limit 200), of the processor %.1f ms; the "
           "first %.1f ms, the worst other %.1f ms\n", N_SLOTS, N_PORTS,
           bench_median (wall, n_rounds), bench_median (processor, n_rounds), first, worst);
}

/* Dragging. */

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench *bench)
{
  bench->before = now (CLOCK_MONOTONIC);
  bench->processor_before = now (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench *bench)
{
  if (!bench->dragging || bench->n_frames >= N_FRAMES)
    return;

  bench->wall[bench->n_frames] = now (CLOCK_MONOTONIC) - bench->before;
  bench->processor[bench->n_frames] = now (CLOCK_THREAD_CPUTIME_ID) - bench->processor_before;
  bench->n_frames++;
}

static void
tell (Bench *bench,
      const char *words)
{
  g_autoptr (GError) error = NULL;

  if (!g_output_stream_write_all (bench->pointer, words, strlen (words), NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* To and fro over the area, a row after the other. */
static void
move (Bench *bench)
{
  double width = bench->place.size.width - 2 * MARGIN;
  double height = bench->place.size.height - 2 * MARGIN;
  guint a_row = (guint) (width / STEP);
  guint row = bench->position / a_row;
  guint at = row % 2 == 0 ? bench->position % a_row : a_row - 1 - bench->position % a_row;
  double x = bench->place.origin.x + MARGIN + at * STEP;
  double y = bench->place.origin.y + MARGIN + (row * 61) % (guint) height;
  g_autofree char *words = g_strdup_printf ("move %d %d\n", (int) x, (int) y);

  tell (bench, words);
  bench->position++;
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  Bench *bench = user_data;

  if (bench->dragging)
    move (bench);

  return G_SOURCE_CONTINUE;
}

static void
locate (Bench *bench,
        GtkWidget *widget)
{
  graphene_rect_t view;
  double x, y;

  /* The part that is to be seen. */
  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (bench->window), &bench->place)
      || !gtk_widget_compute_bounds (GTK_WIDGET (bench->stack), GTK_WIDGET (bench->window), &view)
      || !graphene_rect_intersection (&bench->place, &view, &bench->place))
    g_error ("There is nothing to drag over");

  gtk_native_get_surface_transform (GTK_NATIVE (bench->window), &x, &y);
  graphene_rect_offset (&bench->place, (float) x, (float) y);
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

static void
drag (Bench *bench,
      GtkWidget *child,
      GtkWidget *over,
      guint round,
      Result *result)
{
  gtk_stack_set_visible_child (bench->stack, child);
  idle (300);
  locate (bench, over);
  bench->position = 0;
  move (bench);
  tell (bench, "press\n");
  idle (100);
  for (guint i = 0; i < 8; i++)
    {
      move (bench);
      idle (30);
    }
  bench->n_moves = 0;
  bench->n_frames = 0;
  bench->dragging = TRUE;
  while (bench->n_frames < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  bench->dragging = FALSE;
  if (bench->n_moves < N_FRAMES / 4)
    g_error ("Nothing is dragged: %u motions in %d frames", bench->n_moves, N_FRAMES);

  /* Let go where nothing takes it. */
  tell (bench, "move 2 2\n");
  idle (200);
  tell (bench, "release\n");
  idle (600);
  result->wall[round] = get_p95 (bench->wall);
  result->processor[round] = get_p95 (bench->processor);
}

static void
bench_drag (Bench *bench,
            guint n_rounds)
{
  GtkWidget *slots = find_inside (GTK_WIDGET (bench->pane), GENLOCK_TYPE_SLOT_CHASSIS);
  Result real, empty;
  double wall, empty_wall, processor, empty_processor;

  gtk_widget_set_size_request (bench->area, gtk_widget_get_width (slots),
                               MIN (gtk_widget_get_height (slots),
                                    gtk_widget_get_height (GTK_WIDGET (bench->stack)) - 20));
  for (guint i = 0; i < n_rounds; i++)
    {
      drag (bench, GTK_WIDGET (bench->pane), slots, i, &real);
      drag (bench, gtk_widget_get_parent (bench->area), bench->area, i, &empty);
    }

  wall = bench_median (real.wall, n_rounds);
  empty_wall = bench_median (empty.wall, n_rounds);
  processor = bench_median (real.processor, n_rounds);
  empty_processor = bench_median (empty.processor, n_rounds);
  g_print ("dragging a card: p95 of a frame %.2f ms, over an empty area %.2f ms, ratio %.2f "
           "(limit 1.5); of the processor %.2f ms, %.2f ms, ratio %.2f\n", wall, empty_wall,
           wall / empty_wall, processor, empty_processor, processor / empty_processor);
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

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            gpointer user_data)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, "nothing");
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           GtkWidget *area)
{
  gtk_widget_queue_draw (area);

  return GDK_ACTION_COPY;
}

static GtkWidget *
make_area (Bench *bench)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  bench->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (bench->area), draw_cb, NULL, NULL);
  gtk_widget_set_halign (bench->area, GTK_ALIGN_START);
  gtk_widget_set_valign (bench->area, GTK_ALIGN_START);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), bench->area);
  gtk_widget_add_controller (bench->area, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (bench->area, GTK_EVENT_CONTROLLER (target));
  gtk_box_append (GTK_BOX (box), bench->area);

  return box;
}

/* That the drag is seen by the window at all. */
static void
moved_cb (GtkDropControllerMotion *controller,
          double x,
          double y,
          Bench *bench)
{
  bench->n_moves++;
}

static void
run (Bench *bench,
     GtkApplication *application,
     GenlockStore *store,
     guint n_rounds)
{
  GtkEventController *moves = gtk_drop_controller_motion_new ();
  GdkFrameClock *clock;

  bench->window = GTK_WINDOW (adw_application_window_new (application));
  bench->stack = GTK_STACK (gtk_stack_new ());
  bench->pane = GENLOCK_SPEC_PANE (genlock_spec_pane_new ());
  gtk_stack_add_child (bench->stack, GTK_WIDGET (bench->pane));
  gtk_stack_add_child (bench->stack, make_area (bench));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (bench->window),
                                      GTK_WIDGET (bench->stack));
  gtk_window_set_default_size (bench->window, 1400, 1000);
  gtk_window_present (bench->window);
  genlock_spec_pane_set_store (bench->pane, store);
  wait_for_paint (bench);

  bench_opening (bench, n_rounds);

  g_signal_connect (moves, "motion", G_CALLBACK (moved_cb), bench);
  gtk_widget_add_controller (GTK_WIDGET (bench->window), moves);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), tick_cb, bench, NULL);
  bench_drag (bench, n_rounds);

  g_signal_handlers_disconnect_by_data (clock, bench);
  gtk_window_destroy (bench->window);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("genlock-slots-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "show.db", NULL);
  guint n_rounds = argc > 2 ? (guint) CLAMP (atoi (argv[2]), 1, MAX_ROUNDS) : 7;
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GSubprocess) pointer = NULL;
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  if (argc < 2)
    g_error ("Usage: bench-slots POINTER.PY [ROUNDS], inside of in-session.py");

  store = genlock_store_open (path, GENLOCK_STORE_APP, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  fill_store (&bench, store);
  pointer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "/usr/bin/python3", argv[1],
                              NULL);
  if (pointer == NULL)
    g_error ("%s", error->message);
  bench.pointer = g_object_ref (g_subprocess_get_stdin_pipe (pointer));

  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", GENLOCK_APPLICATION_ID,
                              "resource-base-path", "/org/genlock/Genlock",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              NULL);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);

  run (&bench, GTK_APPLICATION (application), store, n_rounds);
  g_output_stream_close (bench.pointer, NULL, NULL);
  g_subprocess_wait (pointer, NULL, NULL);
  g_object_unref (bench.pointer);
  g_free (bench.frame);
  g_free (bench.other);
  genlock_store_close (store);
  bench_remove (folder);

  return EXIT_SUCCESS;
}
