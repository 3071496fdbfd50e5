/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of undo or redo, in words. */

#pragma once

#include "core/schema/genlock-schema.h"

G_BEGIN_DECLS

/**
 * GenlockStep:
 * @id: the step; 0 = there is none
 * @verb: a word of genlock_verbs
 * @table: the table that the gesture was about
 * @n_rows: how many rows
 * @name: (nullable): what the row is called where it was one
 *
 * A step of undo in words: "Undo delete of 12 sources".
 */
typedef struct
{
  gint64 id;
  const char *verb;
  const GenlockTable *table;
  guint n_rows;
  char *name;
} GenlockStep;

void genlock_step_clear (GenlockStep *step);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockStep, genlock_step_clear)

G_END_DECLS
