/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the benchmarks of the core share: a show of any size, and medians. */

#pragma once

#include "core/store/genlock-store.h"

/* The id of the show that bench_show_make() makes. */
#define BENCH_SHOW_ID "00000000-0000-4000-8000-000000000001"

/* A source as planners write it, the @number-th of @n, with one output. */
GenlockRecord *bench_show_source (guint number,
                                  guint n);

/* Makes a database @path with one show of @n_sources sources, written straight to the tables. */
void bench_show_make (const char *path,
                      guint n_sources);

/* The middle one of @n values, which are sorted. */
double bench_median (double *values,
                     guint n);

/* Resident memory of this process in MiB. */
double bench_resident (void);

/* Milliseconds of processor time that this process has taken, all threads together: what a busy
 * machine does not stretch. */
double bench_processor (void);

/* Milliseconds since @start (g_get_monotonic_time()). */
double bench_since (gint64 start);

/* Deletes a folder and the files in it. */
void bench_remove (const char *folder);
