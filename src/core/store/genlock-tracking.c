/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What replication must know of a changed row: pure functions over rows. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/store/genlock-tracking.h"

/* Of the meta fields only the deletion is something that a person does. */
static gboolean
is_tracked (const GenlockTable *table,
            guint field)
{
  return field >= table->n_meta || field == GENLOCK_META_IS_DELETED;
}

static gboolean
is_empty (const GenlockRecord *seen)
{
  const GenlockTable *table = genlock_record_get_table (seen);

  for (guint i = 0; i < table->n_fields; i++)
    if (!genlock_record_is_absent (seen, i))
      return FALSE;

  return TRUE;
}

static GenlockDirtyKind
get_kind (const GenlockDirty *dirty,
          const GenlockRecord *row)
{
  gboolean is_dead = genlock_record_get_bool (row, GENLOCK_META_IS_DELETED);

  if (dirty->shadow == NULL)
    return is_empty (dirty->seen) ? GENLOCK_DIRTY_NONE : GENLOCK_DIRTY_INSERT;

  if (!genlock_record_is_absent (dirty->seen, GENLOCK_META_IS_DELETED))
    return is_dead ? GENLOCK_DIRTY_DELETE : GENLOCK_DIRTY_UNDELETE;

  /* What a row said that is deleted on both sides is of no interest to anybody. */
  return is_dead || is_empty (dirty->seen) ? GENLOCK_DIRTY_NONE : GENLOCK_DIRTY_UPDATE;
}

static gboolean
take (GenlockRecord *row,
      const GenlockRecord *from,
      guint field)
{
  const GenlockValue *value = genlock_record_get_value (from, field);

  if (genlock_value_equal (genlock_record_get_value (row, field), value))
    return FALSE;

  genlock_record_set_value (row, field, value);

  return TRUE;
}

void
genlock_dirty_clear (GenlockDirty *dirty)
{
  g_clear_pointer (&dirty->seen, genlock_record_unref);
  g_clear_pointer (&dirty->shadow, genlock_record_unref);
  dirty->kind = GENLOCK_DIRTY_NONE;
  dirty->shadow_seq = 0;
}

/* Bit patterns of RFC 9562: the version is the first digit of the third group. */
static gboolean
is_made_from_content (const GenlockRecord *row)
{
  const char *id = genlock_record_get_id (row);

  return strlen (id) > 14 && id[14] == '5';
}

gboolean
genlock_tracking_is_needed (const GenlockRecord *row)
{
  return genlock_record_get_int (row, GENLOCK_META_VERSION) > 0 || is_made_from_content (row);
}

gboolean
genlock_tracking_is_covered (const GenlockRecord *seen,
                             const GenlockRecord *before,
                             const GenlockRecord *after)
{
  const GenlockTable *table = genlock_record_get_table (before);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockValue *is = genlock_record_get_value (after, i);

      if (!is_tracked (table, i)
          || genlock_value_equal (genlock_record_get_value (before, i), is))
        continue;

      if (genlock_record_is_absent (seen, i)
          || genlock_value_equal (genlock_record_get_value (seen, i), is))
        return FALSE;
    }

  return TRUE;
}

/* Remembers what was seen under each field that differs; forgets those that are back to it. */
static void
remember (GenlockDirty *dirty,
          const GenlockRecord *before,
          const GenlockRecord *after)
{
  const GenlockTable *table = genlock_record_get_table (before);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockValue *was = genlock_record_get_value (before, i);
      const GenlockValue *is = genlock_record_get_value (after, i);

      if (!is_tracked (table, i) || genlock_value_equal (was, is))
        continue;

      if (genlock_record_is_absent (dirty->seen, i))
        genlock_record_set_value (dirty->seen, i, was);
      else if (genlock_value_equal (is, genlock_record_get_value (dirty->seen, i)))
        genlock_record_unset (dirty->seen, i);
    }

  /* To a server that does not know the row a deletion of it is nothing to be told. */
  if (dirty->shadow == NULL)
    genlock_record_unset (dirty->seen, GENLOCK_META_IS_DELETED);
}

/* The mark of a row that is deleted on both sides may say what went here since: it stays. */
static gboolean
take_shadow (GenlockRecord *row,
             const GenlockRecord *shadow)
{
  const GenlockTable *table = genlock_record_get_table (row);
  gboolean changed = FALSE;

  if (take (row, shadow, GENLOCK_META_IS_DELETED))
    {
      take (row, shadow, GENLOCK_META_DELETED_WITH);
      changed = TRUE;
    }

  for (guint i = table->n_meta; i < table->n_fields; i++)
    changed |= take (row, shadow, i);

  return changed;
}

gboolean
genlock_tracking_edit (GenlockDirty *dirty,
                       const GenlockRecord *before,
                       GenlockRecord *after,
                       gboolean renewed)
{
  gboolean is_known = genlock_record_get_int (before, GENLOCK_META_VERSION) > 0;
  gboolean had_shadow = dirty->shadow != NULL;
  gboolean changed = FALSE;

  if (!genlock_tracking_is_needed (before))
    {
      genlock_dirty_clear (dirty);
      return FALSE;
    }

  /* A clean row is what the server has. */
  if (is_known && !had_shadow)
    {
      dirty->shadow = genlock_record_copy (before);
      dirty->shadow_seq = genlock_record_get_int (before, GENLOCK_META_SEQ);
    }

  if (dirty->seen == NULL)
    dirty->seen = genlock_record_new (genlock_record_get_table (before));

  remember (dirty, before, after);

  /* Rows that content makes anew are sent as it has made them. */
  if (renewed && dirty->shadow == NULL)
    {
      genlock_dirty_clear (dirty);
      return FALSE;
    }

  if (had_shadow && is_empty (dirty->seen))
    changed = take_shadow (after, dirty->shadow);

  dirty->kind = get_kind (dirty, after);
  if (dirty->kind == GENLOCK_DIRTY_NONE)
    genlock_dirty_clear (dirty);

  return changed;
}

gboolean
genlock_tracking_pull (GenlockDirty *dirty,
                       GenlockRecord *row,
                       const GenlockRecord *pulled)
{
  const GenlockTable *table = genlock_record_get_table (row);
  gint64 known = MAX (dirty->shadow_seq, genlock_record_get_int (row, GENLOCK_META_SEQ));
  gboolean changed = FALSE;

  if (genlock_record_get_int (pulled, GENLOCK_META_SEQ) < known)
    return FALSE;

  for (guint i = 0; i < table->n_fields; i++)
    if (dirty->seen == NULL
        || i == GENLOCK_META_VERSION
        || i == GENLOCK_META_SEQ
        || (i >= table->n_meta && genlock_record_is_absent (dirty->seen, i)))
      changed |= take (row, pulled, i);

  if (dirty->seen == NULL)
    return changed;

  g_clear_pointer (&dirty->shadow, genlock_record_unref);
  dirty->shadow = genlock_record_copy (pulled);
  dirty->shadow_seq = genlock_record_get_int (pulled, GENLOCK_META_SEQ);
  dirty->kind = get_kind (dirty, row);
  if (dirty->kind == GENLOCK_DIRTY_NONE)
    genlock_dirty_clear (dirty);

  return changed;
}
