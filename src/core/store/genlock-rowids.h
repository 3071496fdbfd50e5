/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a row number stands in an array of them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GENLOCK_ROWIDS_NONE G_MAXUINT

/**
 * GenlockRowids:
 *
 * An index over an array of row numbers that stays where it is and as it is. Numbers that stand
 * close together, as those of one import do, are looked up straight in a table; others by open
 * addressing: several times as fast as a GHashTable on 100,000 of them.
 */
typedef struct
{
  const gint64 *ids; /* unowned */
  guint *slots;      /* owned: place in ids + 1, 0 = free */
  guint mask;        /* of a hash; 0 = the slot of a number is what it exceeds @least by */
  gint64 least;
  guint64 n_slots;
} GenlockRowids;

/**
 * genlock_rowids_init:
 * @rowids: (out caller-allocates): the index
 * @ids: (array length=n): row numbers, each once
 */
void genlock_rowids_init (GenlockRowids *rowids,
                          const gint64 *ids,
                          guint n);
void genlock_rowids_clear (GenlockRowids *rowids);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockRowids, genlock_rowids_clear)

/* The place of @id, or %GENLOCK_ROWIDS_NONE. */
guint genlock_rowids_find (const GenlockRowids *rowids,
                           gint64 id);

G_END_DECLS
