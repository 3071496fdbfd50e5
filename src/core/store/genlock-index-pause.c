/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table without its indexes while very many rows are added to it. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-index-pause.h"

/* Measured on Debian 12: filing the entries of one source costs about 14 µs, making all indexes of
 * a table anew about 4 µs per row that it then has. */
#define MIN_ROWS 5000
#define MAX_ROWS_BEFORE(n_rows) (2 * (gint64) (n_rows))

struct _GenlockIndexPause
{
  GenlockDatabase *database; /* unowned */
  GString *drop; /* owned */
  GString *create; /* owned */
};

static const char list_indexes[] =
  "SELECT name, sql FROM sqlite_schema "
  "WHERE type = 'index' AND tbl_name = :table AND sql IS NOT NULL ORDER BY rowid";

static gboolean
read_indexes (GenlockIndexPause *pause,
              const GenlockTable *table,
              GError **error)
{
  g_autoptr (GenlockStatement) list = genlock_database_prepare (pause->database, list_indexes,
                                                                error);
  GenlockStatementResult result;

  if (list == NULL)
    return FALSE;

  genlock_statement_bind_text (list, ":table", table->name);
  while ((result = genlock_statement_step (list, error)) == GENLOCK_STATEMENT_ROW)
    {
      g_string_append_printf (pause->drop, "DROP INDEX %s;",
                              genlock_statement_get_text (list, "name"));
      g_string_append_printf (pause->create, "%s;", genlock_statement_get_text (list, "sql"));
    }

  return result == GENLOCK_STATEMENT_DONE;
}

static gboolean
is_worth_it (GenlockDatabase *database,
             const GenlockTable *table,
             guint n_rows,
             gboolean *worth_it,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max(rowid) FROM %s", table->name);
  gint64 n_before;

  *worth_it = FALSE;

  if (n_rows < MIN_ROWS)
    return TRUE;

  if (!genlock_database_query_int (database, sql, &n_before, error))
    return FALSE;

  *worth_it = n_before <= MAX_ROWS_BEFORE (n_rows);

  return TRUE;
}

gboolean
genlock_index_pause_begin (GenlockDatabase *database,
                           const GenlockTable *table,
                           guint n_rows,
                           GenlockIndexPause **pause,
                           GError **error)
{
  g_autoptr (GenlockIndexPause) begun = NULL;
  gboolean worth_it;

  *pause = NULL;

  if (!is_worth_it (database, table, n_rows, &worth_it, error))
    return FALSE;

  if (!worth_it)
    return TRUE;

  begun = g_new0 (GenlockIndexPause, 1);
  begun->database = database;
  begun->drop = g_string_new (NULL);
  begun->create = g_string_new (NULL);

  if (!read_indexes (begun, table, error)
      || !genlock_database_execute (database, begun->drop->str, error))
    return FALSE;

  *pause = g_steal_pointer (&begun);

  return TRUE;
}

gboolean
genlock_index_pause_end (GenlockIndexPause *pause,
                         GError **error)
{
  return genlock_database_execute (pause->database, pause->create->str, error);
}

void
genlock_index_pause_free (GenlockIndexPause *pause)
{
  g_string_free (pause->drop, TRUE);
  g_string_free (pause->create, TRUE);
  g_free (pause);
}
