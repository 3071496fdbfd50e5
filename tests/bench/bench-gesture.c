/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures of the real pointer over a widget, and the work of each frame meanwhile. */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench-gesture.h"

/* In frames: once round, and clicks of the wheel in one direction. */
#define ROUND 60
#define CLICKS 8

/* In pixels. */
#define REACH_X 160
#define REACH_Y 100

struct _BenchPointer
{
  GtkWindow *window; /* unowned */
  GSubprocess *process; /* owned */
  GOutputStream *stream; /* unowned */

  /* Of the gesture under way. */
  GtkWidget *widget; /* unowned, nullable */
  BenchGesture gesture;
  double x;
  double y;
  guint position;
  gboolean painted;
  double before;
  double processor_before;
  double last;
  double processor_last;
  BenchFrames *frames; /* unowned */
};

static double
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static gboolean
idled_cb (gpointer over)
{
  *(gboolean *) over = TRUE;

  return G_SOURCE_REMOVE;
}

void
bench_idle (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, idled_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

void
bench_wait_for_paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                             &painted);

  gtk_widget_queue_draw (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

double
bench_percentile (const double *values,
                  guint n,
                  guint percent)
{
  return values[MIN (n * percent / 100, n - 1)];
}

/* The pointer. */

static void
tell (BenchPointer *self,
      const char *words)
{
  g_autoptr (GError) error = NULL;

  if (!g_output_stream_write_all (self->stream, words, strlen (words), NULL, NULL, &error))
    g_error ("%s", error->message);
}

void
bench_pointer_move (BenchPointer *self,
                    GtkWidget *widget,
                    double x,
                    double y)
{
  double dx, dy, to_x, to_y;
  g_autofree char *words = NULL;

  gtk_native_get_surface_transform (GTK_NATIVE (self->window), &dx, &dy);
  if (!gtk_widget_translate_coordinates (widget, GTK_WIDGET (self->window), x, y, &to_x, &to_y))
    g_error ("The widget is in another window");
  words = g_strdup_printf ("move %d %d\n", (int) round (to_x + dx), (int) round (to_y + dy));
  tell (self, words);
}

/* What the gesture does in a frame. */
static void
step (BenchPointer *self)
{
  double angle = self->position * 2 * G_PI / ROUND;

  if (self->gesture == BENCH_ZOOM)
    tell (self, self->position / CLICKS % 2 == 0 ? "press 4\nrelease 4\n"
                                                 : "press 5\nrelease 5\n");
  else
    bench_pointer_move (self, self->widget, self->x + REACH_X * sin (angle),
                        self->y + REACH_Y * sin (2 * angle));
  self->position++;
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  BenchPointer *self = user_data;

  if (self->widget != NULL)
    step (self);

  return G_SOURCE_CONTINUE;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 BenchPointer *self)
{
  self->painted = FALSE;
  self->before = now (CLOCK_MONOTONIC);
  self->processor_before = now (CLOCK_THREAD_CPUTIME_ID);
}

static void
paint_cb (GdkFrameClock *clock,
          BenchPointer *self)
{
  self->painted = TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                BenchPointer *self)
{
  BenchFrames *frames = self->frames;
  double wall = now (CLOCK_MONOTONIC);
  double processor = now (CLOCK_THREAD_CPUTIME_ID);

  if (self->widget == NULL || !self->painted || frames->n >= BENCH_N_FRAMES)
    return;

  frames->wall[frames->n] = wall - self->before;
  frames->processor[frames->n] = processor - self->processor_before;
  frames->interval[frames->n] = wall - self->last;
  frames->whole[frames->n] = processor - self->processor_last;
  frames->n++;
  self->last = wall;
  self->processor_last = processor;
}

BenchPointer *
bench_pointer_new (GtkWindow *window,
                   const char *program)
{
  BenchPointer *self = g_new0 (BenchPointer, 1);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_autoptr (GError) error = NULL;

  self->window = window;
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "/usr/bin/python3",
                                    program, NULL);
  if (self->process == NULL)
    g_error ("%s", error->message);
  self->stream = g_subprocess_get_stdin_pipe (self->process);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "paint", G_CALLBACK (paint_cb), self);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, self, NULL);

  return self;
}

void
bench_pointer_free (BenchPointer *self)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)),
                                        self);
  g_output_stream_close (self->stream, NULL, NULL);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  g_free (self);
}

static int
compare (const void *a,
         const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

void
bench_pointer_run (BenchPointer *self,
                   GtkWidget *widget,
                   BenchGesture gesture,
                   double x,
                   double y,
                   BenchFrames *frames)
{
  static const char * const begin[] = { "press 2\n", "hold Control_L\n", "press 1\n" };
  static const char * const end[] = { "release 2\n", "let Control_L\n", "release 1\n" };

  bench_pointer_move (self, widget, x, y);
  bench_idle (200);
  tell (self, begin[gesture]);
  bench_idle (100);
  self->gesture = gesture;
  self->x = x;
  self->y = y;
  self->position = 0;
  self->frames = frames;
  frames->n = 0;
  self->last = now (CLOCK_MONOTONIC);
  self->processor_last = now (CLOCK_THREAD_CPUTIME_ID);
  self->widget = widget;
  while (frames->n < BENCH_N_FRAMES && self->position < 4 * BENCH_N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  self->widget = NULL;
  tell (self, end[gesture]);
  bench_idle (600);

  if (frames->n < BENCH_N_FRAMES / 2)
    g_error ("Nothing moves: %u of %u frames painted anything", frames->n, self->position);
  qsort (frames->wall, frames->n, sizeof (double), compare);
  qsort (frames->processor, frames->n, sizeof (double), compare);
  qsort (frames->interval, frames->n, sizeof (double), compare);
  qsort (frames->whole, frames->n, sizeof (double), compare);
}
