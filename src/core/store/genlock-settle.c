/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of every transaction: rules, tracking, log, and what it says to those who show it. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-change-log-writer.h"
#include "core/store/genlock-changes-private.h"
#include "core/store/genlock-dirty.h"
#include "core/store/genlock-row-sql.h"
#include "core/store/genlock-rules.h"
#include "core/store/genlock-settle.h"

/* Of the time that a transaction of 100,000 rows was measured to take; see
 * genlock_work_begin_part(). */
#define RULES_SHARE 0.05
#define TRACKING_SHARE 0.05
#define LOG_SHARE 0.1

/* A row that was changed and changed back was not changed: it gets its time and author back. */
static gboolean
forget_detours (GenlockWork *work,
                GError **error)
{
  for (guint i = 0; i < work->rows->len; i++)
    {
      GenlockWorkRow *row = work->rows->pdata[i];

      if (row->before == row->after || genlock_work_row_get_changed (row) != 0)
        continue;

      if (!genlock_row_sql_write_update (work->database, row->before,
                                         GENLOCK_FIELD_BIT (GENLOCK_META_UPDATED_AT)
                                         | GENLOCK_FIELD_BIT (GENLOCK_META_LAST_MODIFIED_BY),
                                         error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_change (GenlockWork *work,
            GenlockWorkRow *row,
            GenlockChanges *changes,
            GError **error)
{
  gboolean is_live = genlock_work_row_is_live (row);
  gboolean was_live = genlock_work_row_was_live (row);
  GenlockChange change = {
    .table = row->table,
    .id = genlock_record_get_id (row->after),
    .fields = genlock_work_row_get_changed (row),
    .came = is_live && !was_live,
    .went = was_live && !is_live,
  };

  if (change.fields == 0 || (row->before == NULL && !is_live))
    return TRUE;

  if (!genlock_work_find_production (work, row, &change.production_id, error))
    return FALSE;

  if (change.came || change.went)
    change.fields = GENLOCK_FIELD_BIT (row->table->n_fields) - 1;
  else
    change.fields |= GENLOCK_FIELD_BIT (GENLOCK_META_UPDATED_AT)
                     | GENLOCK_FIELD_BIT (GENLOCK_META_LAST_MODIFIED_BY);

  genlock_changes_add (changes, &change);

  return TRUE;
}

gboolean
genlock_settle (GenlockWork *work,
                GenlockChanges **changes,
                GError **error)
{
  g_autoptr (GenlockChanges) made = NULL;

  genlock_work_begin_part (work, work->rows->len, RULES_SHARE);
  if (!genlock_rules_check (work, error))
    return FALSE;

  genlock_work_begin_part (work, work->rows->len, TRACKING_SHARE);
  if (!genlock_dirty_track (work, error) || !forget_detours (work, error))
    return FALSE;

  genlock_work_begin_part (work, work->rows->len, LOG_SHARE);
  if (!genlock_change_log_write (work, error))
    return FALSE;

  made = genlock_changes_new ();
  for (guint i = 0; i < work->rows->len; i++)
    if (!add_change (work, work->rows->pdata[i], made, error))
      return FALSE;

  *changes = g_steal_pointer (&made);

  return TRUE;
}
