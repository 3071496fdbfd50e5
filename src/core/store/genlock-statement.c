/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prepared statement: the only owner of a sqlite3_stmt. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/store/genlock-statement.h"
#include "core/store/genlock-store-error.h"

struct _GenlockStatement
{
  sqlite3_stmt *handle; /* owned */
  gboolean keep;
  gboolean claimed;
};

GenlockStatement *
genlock_statement_new (sqlite3 *handle,
                       const char *sql,
                       gboolean keep,
                       GError **error)
{
  guint flags = keep ? SQLITE_PREPARE_PERSISTENT : 0;
  sqlite3_stmt *prepared = NULL;
  GenlockStatement *statement;
  int code = sqlite3_prepare_v3 (handle, sql, -1, flags, &prepared, NULL);

  if (code != SQLITE_OK)
    {
      genlock_store_error_set_sqlite (error, code, sqlite3_errmsg (handle));
      return NULL;
    }

  statement = g_new0 (GenlockStatement, 1);
  statement->handle = prepared;
  statement->keep = keep;
  statement->claimed = TRUE;

  return statement;
}

void
genlock_statement_free (GenlockStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement);
}

gboolean
genlock_statement_claim (GenlockStatement *statement)
{
  if (statement->claimed)
    return FALSE;

  statement->claimed = TRUE;

  return TRUE;
}

gboolean
genlock_statement_is_claimed (GenlockStatement *statement)
{
  return statement->claimed;
}

void
genlock_statement_release (GenlockStatement *statement)
{
  if (!statement->keep)
    {
      genlock_statement_free (statement);
      return;
    }

  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
  statement->claimed = FALSE;
}

static int
find_parameter (GenlockStatement *statement,
                const char *name)
{
  int index = sqlite3_bind_parameter_index (statement->handle, name);

  if (index == 0)
    g_critical ("No parameter %s in: %s", name, sqlite3_sql (statement->handle));

  return index;
}

void
genlock_statement_bind_text (GenlockStatement *statement,
                             const char *name,
                             const char *text)
{
  sqlite3_bind_text (statement->handle, find_parameter (statement, name), text, -1,
                     SQLITE_TRANSIENT);
}

void
genlock_statement_bind_int (GenlockStatement *statement,
                            const char *name,
                            gint64 integer)
{
  sqlite3_bind_int64 (statement->handle, find_parameter (statement, name), integer);
}

void
genlock_statement_bind_real (GenlockStatement *statement,
                             const char *name,
                             double real)
{
  sqlite3_bind_double (statement->handle, find_parameter (statement, name), real);
}

void
genlock_statement_bind_null (GenlockStatement *statement,
                             const char *name)
{
  sqlite3_bind_null (statement->handle, find_parameter (statement, name));
}

static void
bind_value (GenlockStatement *statement,
            int index,
            const GenlockValue *value,
            sqlite3_destructor_type copy)
{
  switch (value->kind)
    {
    case GENLOCK_VALUE_ABSENT:
    case GENLOCK_VALUE_NULL:
      sqlite3_bind_null (statement->handle, index);
      return;

    case GENLOCK_VALUE_TEXT:
      sqlite3_bind_text (statement->handle, index, value->text, -1, copy);
      return;

    case GENLOCK_VALUE_INT:
      sqlite3_bind_int64 (statement->handle, index, value->integer);
      return;

    case GENLOCK_VALUE_REAL:
      sqlite3_bind_double (statement->handle, index, value->real);
      return;
    }

  g_assert_not_reached ();
}

void
genlock_statement_bind_value (GenlockStatement *statement,
                              const char *name,
                              const GenlockValue *value)
{
  bind_value (statement, find_parameter (statement, name), value, SQLITE_TRANSIENT);
}

void
genlock_statement_bind_value_at (GenlockStatement *statement,
                                 guint place,
                                 const GenlockValue *value)
{
  bind_value (statement, (int) place + 1, value, SQLITE_STATIC);
}

void
genlock_statement_bind_text_at (GenlockStatement *statement,
                                guint place,
                                const char *text)
{
  sqlite3_bind_text (statement->handle, (int) place + 1, text, -1, SQLITE_STATIC);
}

GenlockStatementResult
genlock_statement_step (GenlockStatement *statement,
                        GError **error)
{
  int code = sqlite3_step (statement->handle);

  if (code == SQLITE_ROW)
    return GENLOCK_STATEMENT_ROW;

  if (code == SQLITE_DONE)
    return GENLOCK_STATEMENT_DONE;

  genlock_store_error_set_sqlite (error, code,
                                  sqlite3_errmsg (sqlite3_db_handle (statement->handle)));
  sqlite3_reset (statement->handle);

  return GENLOCK_STATEMENT_FAILED;
}

gboolean
genlock_statement_run (GenlockStatement *statement,
                       GError **error)
{
  GenlockStatementResult result;

  do
    result = genlock_statement_step (statement, error);
  while (result == GENLOCK_STATEMENT_ROW);

  sqlite3_reset (statement->handle);

  return result == GENLOCK_STATEMENT_DONE;
}

void
genlock_statement_reset (GenlockStatement *statement)
{
  sqlite3_reset (statement->handle);
}

guint
genlock_statement_find_column (GenlockStatement *statement,
                               const char *name)
{
  int n_columns = sqlite3_column_count (statement->handle);

  for (int i = 0; i < n_columns; i++)
    if (strcmp (sqlite3_column_name (statement->handle, i), name) == 0)
      return (guint) i;

  g_critical ("No column %s in: %s", name, sqlite3_sql (statement->handle));

  return 0;
}

const char *
genlock_statement_get_text (GenlockStatement *statement,
                            const char *name)
{
  return genlock_statement_read_text (statement, genlock_statement_find_column (statement, name));
}

gint64
genlock_statement_get_int (GenlockStatement *statement,
                           const char *name)
{
  return genlock_statement_read_int (statement, genlock_statement_find_column (statement, name));
}

double
genlock_statement_get_real (GenlockStatement *statement,
                            const char *name)
{
  guint place = genlock_statement_find_column (statement, name);

  return sqlite3_column_double (statement->handle, (int) place);
}

gboolean
genlock_statement_is_null (GenlockStatement *statement,
                           const char *name)
{
  guint place = genlock_statement_find_column (statement, name);

  return sqlite3_column_type (statement->handle, (int) place) == SQLITE_NULL;
}

void
genlock_statement_read_value (GenlockStatement *statement,
                              guint place,
                              GenlockValue *value)
{
  int column = (int) place;

  switch (sqlite3_column_type (statement->handle, column))
    {
    case SQLITE_INTEGER:
      value->kind = GENLOCK_VALUE_INT;
      value->integer = sqlite3_column_int64 (statement->handle, column);
      return;

    case SQLITE_FLOAT:
      value->real = sqlite3_column_double (statement->handle, column);
      /* SQL has an infinity, JSON has none: no row says it. */
      value->kind = isfinite (value->real) ? GENLOCK_VALUE_REAL : GENLOCK_VALUE_NULL;
      return;

    case SQLITE_TEXT:
    case SQLITE_BLOB:
      value->kind = GENLOCK_VALUE_TEXT;
      value->text = g_strdup (genlock_statement_read_text (statement, place));
      return;

    default:
      value->kind = GENLOCK_VALUE_NULL;
      return;
    }
}

const char *
genlock_statement_read_text (GenlockStatement *statement,
                             guint place)
{
  return (const char *) sqlite3_column_text (statement->handle, (int) place);
}

gint64
genlock_statement_read_int (GenlockStatement *statement,
                            guint place)
{
  return sqlite3_column_int64 (statement->handle, (int) place);
}

double
genlock_statement_read_real (GenlockStatement *statement,
                             guint place)
{
  return sqlite3_column_double (statement->handle, (int) place);
}

gboolean
genlock_statement_read_is_null (GenlockStatement *statement,
                                guint place)
{
  return sqlite3_column_type (statement->handle, (int) place) == SQLITE_NULL;
}
