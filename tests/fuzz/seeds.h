/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The seeds of the fuzzers, and repeatable mutations of them, for the normal test run. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name; /* of the file */
  char *data;
  gsize length;
} Seed;

/* (transfer full) (element-type Seed): the files of tests/fuzz/corpus/@name in the order of
 * their names, so that a random number means the same everywhere. */
GPtrArray *seeds_load   (const char     *name);

/* Changes, adds, repeats or takes away a few bytes, or puts part of @other in. */
void       seed_mutate (GRand          *rand,
                        GString        *text,
                        const Seed *other);

G_END_DECLS
