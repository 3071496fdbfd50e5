/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The opposite of a step, as far as nobody has gone on from it. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/model/genlock-validate.h"
#include "core/store/genlock-cascade.h"
#include "core/store/genlock-rules.h"
#include "core/store/genlock-undo-apply.h"

/* The rows that the opposite has touched so far. */
typedef struct
{
  GPtrArray *died; /* owned (element-type GenlockWorkRow) */
  GPtrArray *revived; /* owned (element-type GenlockWorkRow) */
  GPtrArray *written; /* owned (element-type GenlockWorkRow): fields restored, live */
} Touched;

static void
clear_touched (Touched *touched)
{
  g_ptr_array_unref (touched->died);
  g_ptr_array_unref (touched->revived);
  g_ptr_array_unref (touched->written);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Touched, clear_touched)

/* The row came by the step: it goes. Where it is gone already there is nothing to do. */
static gboolean
take_away (GenlockWork *work,
           GenlockWorkRow *row,
           const char *mark,
           Touched *touched,
           GError **error)
{
  if (!genlock_work_row_is_live (row))
    return TRUE;

  g_ptr_array_add (touched->died, row);

  return genlock_work_mark (work, row, TRUE, mark, error);
}

/* The row went by the step: it comes back, unless another deletion has taken it since. */
static gboolean
bring_back (GenlockWork *work,
            GenlockWorkRow *row,
            const char *mark,
            Touched *touched,
            GError **error)
{
  if (genlock_work_row_is_live (row))
    return TRUE;

  if (g_strcmp0 (genlock_record_get_text (row->after, GENLOCK_META_DELETED_WITH), mark) != 0)
    {
      work->n_left++;
      return TRUE;
    }

  g_ptr_array_add (touched->revived, row);

  return genlock_work_mark (work, row, FALSE, NULL, error);
}

/* Fields that are as the step left them become what they were; others stay. */
static guint
restore_fields (GenlockRecord *after,
                const GenlockStepItem *item)
{
  guint n_left = 0;

  for (guint i = 0; i < item->table->n_fields; i++)
    {
      const GenlockValue *is = genlock_record_get_value (after, i);

      if (genlock_record_is_absent (item->to, i))
        continue;

      if (genlock_value_equal (is, genlock_record_get_value (item->to, i)))
        genlock_record_set_value (after, i, genlock_record_get_value (item->from, i));
      else if (!genlock_value_equal (is, genlock_record_get_value (item->from, i)))
        n_left++;
    }

  return n_left;
}

static guint
count_fields (const GenlockStepItem *item)
{
  guint n_fields = 0;

  for (guint i = 0; i < item->table->n_fields; i++)
    n_fields += !genlock_record_is_absent (item->to, i);

  return n_fields;
}

static gboolean
restore_row (GenlockWork *work,
             GenlockWorkRow *row,
             const GenlockStepItem *item,
             Touched *touched,
             GError **error)
{
  gboolean was_live = genlock_work_row_is_live (row);
  gboolean is_about_deletion = !genlock_record_is_absent (item->to, GENLOCK_META_IS_DELETED)
                               || !genlock_record_is_absent (item->to, GENLOCK_META_DELETED_WITH);
  g_autoptr (GenlockRecord) after = genlock_record_copy (row->after);
  guint n_left = restore_fields (after, item);

  /* A row that was deleted since keeps what it said; so does one whose fields no longer go
   * together with what somebody else wrote beside them. */
  if ((!was_live && !is_about_deletion) || !genlock_record_validate (after, NULL))
    {
      work->n_left += count_fields (item);
      return TRUE;
    }

  work->n_left += n_left;
  if (!genlock_work_write (work, row, g_steal_pointer (&after), error))
    return FALSE;

  if (genlock_work_row_is_live (row) != was_live)
    g_ptr_array_add (was_live ? touched->died : touched->revived, row);
  if (genlock_work_row_is_live (row))
    g_ptr_array_add (touched->written, row);

  return TRUE;
}

static gboolean
apply_item (GenlockWork *work,
            const GenlockStepItem *item,
            Touched *touched,
            GError **error)
{
  g_autoptr (GError) missing = NULL;
  GenlockWorkRow *row = genlock_work_find (work, item->table, item->id, &missing);

  if (row == NULL)
    {
      if (!g_error_matches (missing, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&missing));
          return FALSE;
        }

      work->n_left++;
      return TRUE;
    }

  switch (item->kind)
    {
    case GENLOCK_STEP_NEW:
      return take_away (work, row, NULL, touched, error);

    case GENLOCK_STEP_CAME:
      return take_away (work, row, item->mark, touched, error);

    case GENLOCK_STEP_WENT:
      return bring_back (work, row, item->mark, touched, error);

    case GENLOCK_STEP_ROW:
      return restore_row (work, row, item, touched, error);
    }

  g_assert_not_reached ();
}

/* What others have hung meanwhile on a row that has just gone goes with it. */
static gboolean
spread (GenlockWork *work,
        const Touched *touched,
        GError **error)
{
  for (guint i = 0; i < touched->died->len; i++)
    if (!genlock_work_go_on (work, error)
        || !genlock_cascade_spread (work, touched->died->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* A row whose parent or other end is still deleted goes back, until no further one has to. */
static gboolean
hold_back (GenlockWork *work,
           const Touched *touched,
           GError **error)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;

      for (guint i = 0; i < touched->revived->len; i++)
        {
          GenlockWorkRow *row = touched->revived->pdata[i];
          GenlockWorkRow *blocker;

          if (!genlock_work_row_is_live (row))
            continue;

          if (!genlock_cascade_find_blocker (work, row, NULL, &blocker, error))
            return FALSE;

          if (blocker == NULL)
            continue;

          again = TRUE;
          work->n_left++;
          if (!genlock_work_mark (work, row, TRUE, genlock_record_get_id (blocker->after), error))
            return FALSE;
        }
    }

  return TRUE;
}

/* A link that was restored to a row which is deleted by now goes back to what it said, with the
 * word beside it that says what kind of row it names. */
static gboolean
take_links_back (GenlockWork *work,
                 GenlockWorkRow *row,
                 GError **error)
{
  const GenlockTable *table = row->table;
  g_autoptr (GenlockRecord) after = genlock_record_copy (row->after);

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      const GenlockValue *before = genlock_record_get_value (row->before, i);
      guint word = table->fields[i].ref_field;
      gboolean is_dead;

      if (!genlock_rules_is_dead_link (work, row, i, &is_dead, error))
        return FALSE;

      if (!is_dead || genlock_value_equal (before, genlock_record_get_value (row->after, i)))
        continue;

      genlock_record_set_value (after, i, before);
      if (word != 0)
        genlock_record_set_value (after, word, genlock_record_get_value (row->before, word));
      work->n_left++;
    }

  return genlock_work_write (work, row, g_steal_pointer (&after), error);
}

/* What cannot be as it was because of rows that others have changed. */
static gboolean
fit_in (GenlockWork *work,
        GenlockWorkRow *row,
        GError **error)
{
  guint n_writes = work->n_writes;

  if (!genlock_work_row_is_live (row))
    return TRUE;

  if (!genlock_cascade_empty_dead_links (work, row, error)
      || !genlock_rules_unplace (work, row, error)
      || !genlock_rules_keep_slots (work, row, error))
    return FALSE;

  work->n_left += work->n_writes - n_writes;

  return TRUE;
}

static gboolean
settle_rows (GenlockWork *work,
             const Touched *touched,
             GError **error)
{
  for (guint i = 0; i < touched->written->len; i++)
    if (genlock_work_row_is_live (touched->written->pdata[i])
        && !take_links_back (work, touched->written->pdata[i], error))
      return FALSE;

  for (guint i = 0; i < touched->written->len; i++)
    if (!fit_in (work, touched->written->pdata[i], error))
      return FALSE;

  for (guint i = 0; i < touched->revived->len; i++)
    if (!fit_in (work, touched->revived->pdata[i], error))
      return FALSE;

  return TRUE;
}

gboolean
genlock_undo_apply (GenlockWork *work,
                    GArray *items,
                    GError **error)
{
  g_auto (Touched) touched = {
    .died = g_ptr_array_new (),
    .revived = g_ptr_array_new (),
    .written = g_ptr_array_new (),
  };

  for (guint i = 0; i < items->len; i++)
    if (!genlock_work_go_on (work, error)
        || !apply_item (work, &g_array_index (items, GenlockStepItem, i), &touched, error))
      return FALSE;

  return spread (work, &touched, error)
         && hold_back (work, &touched, error)
         && settle_rows (work, &touched, error);
}
