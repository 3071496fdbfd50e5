/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a row number stands in an array of them. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-rowids.h"

static guint
hash (gint64 id)
{
  guint64 mixed = (guint64) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (mixed >> 32);
}

/* A table of all numbers from the least to the greatest may take four times what there is. */
static gboolean
is_dense (GenlockRowids *rowids,
          const gint64 *ids,
          guint n)
{
  gint64 least = G_MAXINT64;
  gint64 greatest = 0;

  for (guint i = 0; i < n; i++)
    {
      least = MIN (least, ids[i]);
      greatest = MAX (greatest, ids[i]);
    }

  if (n == 0 || least <= 0 || greatest - least >= (gint64) n * 4)
    return FALSE;

  rowids->least = least;
  rowids->n_slots = (guint64) (greatest - least) + 1;

  return TRUE;
}

void
genlock_rowids_init (GenlockRowids *rowids,
                     const gint64 *ids,
                     guint n)
{
  guint size = 16;

  rowids->ids = ids;
  rowids->mask = 0;

  if (is_dense (rowids, ids, n))
    {
      rowids->slots = g_new0 (guint, rowids->n_slots);
      for (guint i = 0; i < n; i++)
        rowids->slots[ids[i] - rowids->least] = i + 1;
      return;
    }

  while (size < (gsize) n * 2)
    size *= 2;

  rowids->slots = g_new0 (guint, size);
  rowids->mask = size - 1;

  for (guint i = 0; i < n; i++)
    {
      guint slot = hash (ids[i]) & rowids->mask;

      while (rowids->slots[slot] != 0)
        slot = (slot + 1) & rowids->mask;

      rowids->slots[slot] = i + 1;
    }
}

void
genlock_rowids_clear (GenlockRowids *rowids)
{
  g_clear_pointer (&rowids->slots, g_free);
}

guint
genlock_rowids_find (const GenlockRowids *rowids,
                     gint64 id)
{
  if (rowids->mask == 0)
    {
      guint64 slot = (guint64) id - (guint64) rowids->least;

      /* A free slot holds 0: one less is what stands for none. */
      return slot < rowids->n_slots ? rowids->slots[slot] - 1 : GENLOCK_ROWIDS_NONE;
    }

  for (guint slot = hash (id) & rowids->mask;
       rowids->slots[slot] != 0;
       slot = (slot + 1) & rowids->mask)
    {
      guint place = rowids->slots[slot] - 1;

      if (rowids->ids[place] == id)
        return place;
    }

  return GENLOCK_ROWIDS_NONE;
}
