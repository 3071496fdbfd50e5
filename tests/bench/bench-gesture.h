/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures of the real pointer over a widget, and the work of each frame meanwhile. */

#pragma once

#include <gtk/gtk.h>

/* Frames of a gesture. */
#define BENCH_N_FRAMES 180

typedef enum
{
  BENCH_PAN,  /* the middle button, round and round */
  BENCH_ZOOM, /* the wheel with Control, in and out */
  BENCH_DRAG, /* the left button, round and round */
} BenchGesture;

/* Of the frames of one gesture that painted anything, in milliseconds, sorted. */
typedef struct
{
  guint n; /* how many of them */
  double wall[BENCH_N_FRAMES]; /* from before-paint to after-paint */
  double processor[BENCH_N_FRAMES]; /* the same, of the processor, this thread only */
  double interval[BENCH_N_FRAMES]; /* from one picture to the next */
  double whole[BENCH_N_FRAMES]; /* of the processor from one picture to the next */
} BenchFrames;

typedef struct _BenchPointer BenchPointer;

/* @program: pointer.py */
BenchPointer *bench_pointer_new (GtkWindow *window,
                                 const char *program);
void bench_pointer_free (BenchPointer *pointer);

/* Moves the pointer, in pixels of @widget. */
void bench_pointer_move (BenchPointer *pointer,
                         GtkWidget *widget,
                         double x,
                         double y);

/* Makes a gesture that begins at a place of @widget. */
void bench_pointer_run (BenchPointer *pointer,
                        GtkWidget *widget,
                        BenchGesture gesture,
                        double x,
                        double y,
                        BenchFrames *frames);

/* Lets things come to rest. */
void bench_idle (guint milliseconds);

/* Until the next picture is on the screen. */
void bench_wait_for_paint (GtkWidget *widget);

/* The value that so many percent of the frames stay below. */
double bench_percentile (const double *values,
                         guint n,
                         guint percent);
