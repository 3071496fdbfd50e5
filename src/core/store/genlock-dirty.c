/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change tracking in the database: the entries of sync_dirty. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-dirty.h"
#include "core/store/genlock-row-text.h"

static const char * const kinds[] = {
  [GENLOCK_DIRTY_INSERT] = "INSERT",
  [GENLOCK_DIRTY_UPDATE] = "UPDATE",
  [GENLOCK_DIRTY_DELETE] = "DELETE",
  [GENLOCK_DIRTY_UNDELETE] = "UNDELETE",
};

static const char select_entry[] =
  "SELECT kind, seen, shadow, shadow_seq FROM sync_dirty "
  "WHERE table_name = :table AND record_id = :id";

static const char select_seen[] =
  "SELECT coalesce(seen, '{}') AS seen FROM sync_dirty "
  "WHERE table_name = :table AND record_id = :id";

static const char replace_entry[] =
  "INSERT OR REPLACE INTO sync_dirty (table_name, record_id, kind, seen, shadow, shadow_seq) "
  "VALUES (:table, :id, :kind, :seen, :shadow, :shadow_seq)";

static const char delete_entry[] =
  "DELETE FROM sync_dirty WHERE table_name = :table AND record_id = :id";

static GenlockStatement *
prepare (GenlockDatabase *database,
         const char *sql,
         const GenlockTable *table,
         const char *id,
         GError **error)
{
  GenlockStatement *statement = genlock_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;

  genlock_statement_bind_text (statement, ":table", table->name);
  genlock_statement_bind_text (statement, ":id", id);

  return statement;
}

static gboolean
read_entry (GenlockStatement *select,
            const GenlockTable *table,
            GenlockDirty *dirty,
            GError **error)
{
  const char *kind = genlock_statement_get_text (select, "kind");
  const char *seen = genlock_statement_get_text (select, "seen");

  for (guint i = GENLOCK_DIRTY_INSERT; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i]) == 0)
      dirty->kind = i;

  dirty->seen = genlock_row_text_read (table, seen != NULL ? seen : "{}", error);
  if (dirty->seen == NULL)
    return FALSE;

  if (genlock_statement_is_null (select, "shadow"))
    return TRUE;

  dirty->shadow_seq = genlock_statement_get_int (select, "shadow_seq");
  dirty->shadow = genlock_row_text_read (table, genlock_statement_get_text (select, "shadow"),
                                         error);

  return dirty->shadow != NULL;
}

gboolean
genlock_dirty_read (GenlockDatabase *database,
                    const GenlockTable *table,
                    const char *id,
                    GenlockDirty *dirty,
                    GError **error)
{
  g_autoptr (GenlockStatement) select = prepare (database, select_entry, table, id, error);
  GenlockStatementResult result;

  *dirty = (GenlockDirty) { .kind = GENLOCK_DIRTY_NONE };

  if (select == NULL)
    return FALSE;

  result = genlock_statement_step (select, error);
  if (result != GENLOCK_STATEMENT_ROW)
    return result == GENLOCK_STATEMENT_DONE;

  if (read_entry (select, table, dirty, error))
    return TRUE;

  genlock_dirty_clear (dirty);

  return FALSE;
}

gboolean
genlock_dirty_write (GenlockDatabase *database,
                     const GenlockTable *table,
                     const char *id,
                     const GenlockDirty *dirty,
                     GError **error)
{
  gboolean is_none = dirty->kind == GENLOCK_DIRTY_NONE;
  g_autoptr (GenlockStatement) statement = prepare (database,
                                                    is_none ? delete_entry : replace_entry, table,
                                                    id, error);
  g_autofree char *seen = NULL;
  g_autofree char *shadow = NULL;

  if (statement == NULL)
    return FALSE;

  if (is_none)
    return genlock_statement_run (statement, error);

  seen = genlock_row_text_write (dirty->seen);
  genlock_statement_bind_text (statement, ":kind", kinds[dirty->kind]);
  genlock_statement_bind_text (statement, ":seen", seen);
  if (dirty->shadow != NULL)
    {
      shadow = genlock_row_text_write (dirty->shadow);
      genlock_statement_bind_text (statement, ":shadow", shadow);
      genlock_statement_bind_int (statement, ":shadow_seq", dirty->shadow_seq);
    }

  return genlock_statement_run (statement, error);
}

/* Most edits follow others of the same fields: then reading what was seen is all there is to do. */
static gboolean
is_covered (GenlockWork *work,
            GenlockWorkRow *row,
            gboolean *covered,
            GError **error)
{
  g_autoptr (GenlockStatement) select = prepare (work->database, select_seen, row->table,
                                                 genlock_record_get_id (row->before), error);
  g_autoptr (GenlockRecord) seen = NULL;
  GenlockStatementResult result;

  *covered = FALSE;

  if (select == NULL)
    return FALSE;

  result = genlock_statement_step (select, error);
  if (result != GENLOCK_STATEMENT_ROW || row->is_renewed)
    return result != GENLOCK_STATEMENT_FAILED;

  seen = genlock_row_text_read (row->table, genlock_statement_get_text (select, "seen"), error);
  if (seen == NULL)
    return FALSE;

  *covered = genlock_tracking_is_covered (seen, row->before, row->after);

  return TRUE;
}

static gboolean
track_row (GenlockWork *work,
           GenlockWorkRow *row,
           GError **error)
{
  const char *id = genlock_record_get_id (row->before);
  g_auto (GenlockDirty) dirty = { .kind = GENLOCK_DIRTY_NONE };
  GenlockRecord *after;
  gboolean had_entry;
  gboolean covered;

  if (!is_covered (work, row, &covered, error))
    return FALSE;

  if (covered)
    return TRUE;

  if (!genlock_dirty_read (work->database, row->table, id, &dirty, error))
    return FALSE;

  had_entry = dirty.kind != GENLOCK_DIRTY_NONE;
  after = genlock_record_copy (row->after);
  if (!genlock_tracking_edit (&dirty, row->before, after, row->is_renewed))
    genlock_record_unref (after);
  else if (!genlock_work_write (work, row, after, error))
    return FALSE;

  if (!had_entry && dirty.kind == GENLOCK_DIRTY_NONE)
    return TRUE;

  return genlock_dirty_write (work->database, row->table, id, &dirty, error);
}

gboolean
genlock_dirty_track (GenlockWork *work,
                     GError **error)
{
  for (guint i = 0; i < work->rows->len; i++)
    {
      GenlockWorkRow *row = work->rows->pdata[i];

      if (row->before == NULL
          || genlock_work_row_get_changed (row) == 0
          || !genlock_tracking_is_needed (row->before))
        continue;

      if (!genlock_work_go_on (work, error) || !track_row (work, row, error))
        return FALSE;
    }

  return TRUE;
}
