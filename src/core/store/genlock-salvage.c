/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves what a damaged database still holds, row by row. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/model/genlock-instant.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-productions.h"
#include "core/store/genlock-backup.h"
#include "core/store/genlock-ddl.h"
#include "core/store/genlock-maintenance.h"
#include "core/store/genlock-row-sql.h"

/* How often a table is entered anew behind a place that cannot be read. */
#define MAX_DAMAGES 20000

typedef struct
{
  GenlockDatabase *source; /* unowned */
  GenlockDatabase *target; /* unowned */
  GPtrArray *problems; /* unowned (element-type utf8) */
  const GenlockTable *table;
  char *forward; /* owned: rows behind :rowid, upwards; of a table without rowid, all */
  char *backward; /* owned: rows before :rowid, downwards; of a table without rowid, all */
  gint64 low; /* every row up to here was seen */
  guint n_damages;
  guint n_refused;
  guint64 n_rows;
  GError *failure; /* owned, nullable: the target cannot be written */
} Salvage;

/* Tables with a key of several columns have none. */
static gboolean
has_rowid (const GenlockTable *table)
{
  return table->primary_key == NULL || strchr (table->primary_key, ',') == NULL;
}

/* A table of an older version lacks columns: they are read as null. */
static char *
list_columns (GenlockDatabase *source,
              const GenlockTable *table,
              GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);
      g_autofree char *sql = NULL;
      gint64 n_found;

      sql = g_strdup_printf ("SELECT count(*) FROM pragma_table_info('%s') WHERE name = '%s'",
                             table->name, field->name);
      if (!genlock_database_query_int (source, sql, &n_found, error))
        return NULL;

      g_string_append_printf (columns, "%s%s%s", i > 0 ? ", " : "", n_found ? "" : "NULL AS ",
                              field->name);
    }

  return g_string_free (g_steal_pointer (&columns), FALSE);
}

/* A row that is there already was met from the other direction; one that breaks a constraint of
 * its table is nonsense; all else (a full disk) ends the salvage. */
static gboolean
write_failed (Salvage *salvage,
              GError *error)
{
  int code = sqlite3_extended_errcode (genlock_database_get_handle (salvage->target));

  if ((code & 0xff) != SQLITE_CONSTRAINT)
    {
      salvage->failure = error;
      return FALSE;
    }

  g_error_free (error);
  salvage->n_refused += code != SQLITE_CONSTRAINT_PRIMARYKEY && code != SQLITE_CONSTRAINT_ROWID;

  return TRUE;
}

static gboolean
write_row (Salvage *salvage,
           GenlockStatement *statement)
{
  g_autoptr (GenlockRecord) record = genlock_row_sql_read (statement, salvage->table);
  GError *error = NULL;

  for (guint i = 0; i < salvage->table->n_fields; i++)
    if (!genlock_value_validate (salvage->table, i, genlock_record_get_value (record, i), NULL))
      {
        salvage->n_refused++;
        return TRUE;
      }

  if (!genlock_row_sql_write_insert (salvage->target, record, &error))
    return write_failed (salvage, error);

  salvage->n_rows += genlock_database_get_n_changed (salvage->target) > 0;

  return TRUE;
}

/* Reads on in one direction until the end or the first place that cannot be read. Sets @rowid to
 * the last row that could be. */
static gboolean
read_on (Salvage *salvage,
         const char *sql,
         gint64 *rowid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStatement) statement = NULL;
  GenlockStatementResult result;
  guint place = salvage->table->n_fields;

  statement = genlock_database_prepare (salvage->source, sql, &error);
  if (statement == NULL)
    return FALSE;

  if (has_rowid (salvage->table))
    genlock_statement_bind_int (statement, ":rowid", *rowid);
  while ((result = genlock_statement_step (statement, &error)) == GENLOCK_STATEMENT_ROW)
    {
      *rowid = genlock_statement_read_int (statement, place);
      if (!write_row (salvage, statement))
        return FALSE;
    }

  return result == GENLOCK_STATEMENT_DONE;
}

/* Upwards, past each damaged place by ever wider steps until rows come again. */
static gboolean
read_upwards (Salvage *salvage)
{
  gint64 step = 1;

  while (salvage->n_damages < MAX_DAMAGES && salvage->failure == NULL)
    {
      gint64 rowid = salvage->low;

      if (read_on (salvage, salvage->forward, &rowid))
        return TRUE;

      salvage->n_damages++;
      if (!has_rowid (salvage->table))
        return FALSE;

      step = rowid > salvage->low ? 1 : step * 2;
      if (rowid > G_MAXINT64 - step)
        return FALSE;

      salvage->low = rowid + step;
      if (step > G_MAXINT32)
        return FALSE;
    }

  return FALSE;
}

/* Downwards from the end: finds what lies behind the last damaged place. Rows that were saved
 * before are passed over by their key. */
static void
read_downwards (Salvage *salvage)
{
  gint64 rowid = G_MAXINT64;

  if (!read_on (salvage, salvage->backward, &rowid))
    salvage->n_damages++;
}

static void
set_sql (Salvage *salvage,
         const char *columns)
{
  const GenlockTable *table = salvage->table;

  if (!has_rowid (table))
    {
      salvage->forward = g_strdup_printf ("SELECT %s, 0 FROM %s ORDER BY %s", columns, table->name,
                                          table->primary_key);
      salvage->backward = g_strdup_printf ("SELECT %s, 0 FROM %s ORDER BY %s DESC", columns,
                                           table->name, table->primary_key);
      return;
    }

  salvage->forward = g_strdup_printf ("SELECT %s, rowid FROM %s WHERE rowid > :rowid "
                                      "ORDER BY rowid", columns, table->name);
  salvage->backward = g_strdup_printf ("SELECT %s, rowid FROM %s WHERE rowid < :rowid "
                                       "ORDER BY rowid DESC", columns, table->name);
}

static gboolean
salvage_table (Salvage *salvage,
               const GenlockTable *table,
               GError **error)
{
  g_autofree char *columns = list_columns (salvage->source, table, error);

  if (columns == NULL)
    return FALSE;

  salvage->table = table;
  salvage->low = G_MININT64;
  salvage->n_damages = 0;
  salvage->n_refused = 0;
  set_sql (salvage, columns);

  read_upwards (salvage);
  if (salvage->n_damages > 0 && salvage->failure == NULL)
    read_downwards (salvage);

  if (salvage->n_damages > 0)
    g_ptr_array_add (salvage->problems,
                     g_strdup_printf ("Some rows of %s could not be read", table->name));
  if (salvage->n_refused > 0)
    g_ptr_array_add (salvage->problems,
                     g_strdup_printf ("%u rows of %s held nonsense and were left out",
                                      salvage->n_refused, table->name));

  g_clear_pointer (&salvage->forward, g_free);
  g_clear_pointer (&salvage->backward, g_free);

  if (salvage->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&salvage->failure));

  return FALSE;
}

/* A show whose own row is gone keeps what belongs to it, under a name of its own. */
static const char lost_shows_sql[] =
  "SELECT production_id FROM sources UNION SELECT production_id FROM sends "
  "UNION SELECT production_id FROM devices UNION SELECT production_id FROM connections "
  "EXCEPT SELECT id FROM productions";

static gboolean
replace_show (GenlockDatabase *target,
              const char *id,
              GError **error)
{
  g_autoptr (GenlockRecord) show = genlock_record_new_row (&genlock_productions, id);
  g_autofree char *now = genlock_instant_dup_now ();

  genlock_record_set_text (show, GENLOCK_META_CREATED_AT, now);
  genlock_record_set_text (show, GENLOCK_META_UPDATED_AT, now);
  genlock_record_set_text (show, GENLOCK_PRODUCTION_CLIENT, "");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_SHOW_NAME, N_("Salvaged show"));

  return genlock_row_sql_write_insert (target, show, error);
}

static gboolean
replace_shows (GenlockDatabase *target,
               GPtrArray *problems,
               GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GenlockStatement) statement = NULL;
  GenlockStatementResult result;

  statement = genlock_database_prepare (target, lost_shows_sql, error);
  if (statement == NULL)
    return FALSE;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    g_ptr_array_add (ids, g_strdup (genlock_statement_read_text (statement, 0)));

  if (result == GENLOCK_STATEMENT_FAILED)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      if (!replace_show (target, ids->pdata[i], error))
        return FALSE;

      g_ptr_array_add (problems, g_strdup (N_("The row of a show is lost: what belonged to it "
                                              "stands in “Salvaged show”")));
    }

  return TRUE;
}

/* Links to rows that are lost: emptied where they may be empty, else the row goes. */
static gboolean
mend_link (GenlockDatabase *target,
           const GenlockTable *table,
           const GenlockField *field,
           GPtrArray *problems,
           GError **error)
{
  gboolean nullable = field->flags & GENLOCK_NULLABLE;
  g_autofree char *sql = NULL;
  guint n_mended;

  sql = nullable
        ? g_strdup_printf ("UPDATE %s SET %s = NULL WHERE %s NOT IN (SELECT id FROM %s)",
                           table->name, field->name, field->name, field->target->name)
        : g_strdup_printf ("DELETE FROM %s WHERE %s NOT IN (SELECT id FROM %s)",
                           table->name, field->name, field->target->name);

  if (!genlock_database_execute (target, sql, error))
    return FALSE;

  n_mended = genlock_database_get_n_changed (target);
  if (n_mended > 0)
    g_ptr_array_add (problems, g_strdup_printf (nullable
                                                ? "%u links of %s led to lost rows"
                                                : "%u rows of %s belonged to lost rows",
                                                n_mended, table->name));

  return TRUE;
}

/* Parents stand before their children in the schema. */
static gboolean
mend_links (GenlockDatabase *target,
            GPtrArray *problems,
            GError **error)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];

      for (guint j = table->n_meta; j < table->n_fields; j++)
        if (table->fields[j].type == GENLOCK_LINK
            && !mend_link (target, table, &table->fields[j], problems, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
save (GenlockDatabase *source,
      GenlockDatabase *target,
      guint64 *n_rows,
      GPtrArray *problems,
      GError **error)
{
  Salvage salvage = { .source = source, .target = target, .problems = problems };

  /* One transaction: keys are checked at its end, when every link has been mended. */
  if (!genlock_ddl_create (target, error) || !genlock_database_begin_write (target, error))
    return FALSE;

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    if (!salvage_table (&salvage, genlock_schema_tables[i], error))
      return FALSE;

  *n_rows = salvage.n_rows;

  return replace_shows (target, problems, error)
         && mend_links (target, problems, error)
         && genlock_database_commit (target, error)
         && genlock_database_execute (target, "PRAGMA journal_mode = DELETE", error);
}

gboolean
genlock_database_salvage (const char *path,
                          const char *target,
                          guint64 *n_rows,
                          GPtrArray *problems,
                          GError **error)
{
  g_autoptr (GenlockDatabase) source = NULL;
  g_autoptr (GenlockDatabase) saved = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS) || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                   g_file_test (path, G_FILE_TEST_EXISTS)
                   ? "%s exists already. Choose a new name."
                   : "There is no database to salvage for %s.", target);
      return FALSE;
    }

  source = genlock_database_open (path, GENLOCK_DATABASE_READ, error);
  if (source == NULL)
    return FALSE;

  saved = genlock_database_open (target, GENLOCK_DATABASE_CREATE, error);
  if (saved == NULL || !save (source, saved, n_rows, problems, error))
    {
      g_clear_pointer (&saved, genlock_database_free);
      g_unlink (target);
      return FALSE;
    }

  g_clear_pointer (&saved, genlock_database_free);

  return genlock_backup_sync (target, error);
}
