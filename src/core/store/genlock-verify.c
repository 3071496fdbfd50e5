/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks a database: its pages, its links and the rules of every row. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/model/genlock-validate.h"
#include "core/store/genlock-maintenance.h"
#include "core/store/genlock-migrate.h"
#include "core/store/genlock-row-sql.h"

/* More than a person reads; the rest is counted. */
#define MAX_PROBLEMS 1000

typedef struct
{
  GPtrArray *problems; /* unowned (element-type utf8) */
  guint n_left_out;
} Report;

static void G_GNUC_PRINTF (2, 3)
complain (Report *report,
          const char *format,
          ...)
{
  va_list args;

  if (report->problems->len >= MAX_PROBLEMS)
    {
      report->n_left_out++;
      return;
    }

  va_start (args, format);
  g_ptr_array_add (report->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

static const char integrity_sql[] =
  "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'";

static gboolean
check_pages (GenlockDatabase *database,
             Report *report,
             GError **error)
{
  g_autoptr (GenlockStatement) statement = NULL;
  GenlockStatementResult result;

  statement = genlock_database_prepare (database, integrity_sql, error);
  if (statement == NULL)
    return FALSE;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    complain (report, "Damage: %s", genlock_statement_read_text (statement, 0));

  return result == GENLOCK_STATEMENT_DONE;
}

static const char links_sql[] =
  "SELECT \"table\" AS child, rowid AS place, parent FROM pragma_foreign_key_check";

static gboolean
check_links (GenlockDatabase *database,
             Report *report,
             GError **error)
{
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, links_sql, error);
  GenlockStatementResult result;

  if (statement == NULL)
    return FALSE;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    complain (report, "Row %" G_GINT64_FORMAT " of %s links to a row of %s that is not there",
              genlock_statement_get_int (statement, "place"),
              genlock_statement_get_text (statement, "child"),
              genlock_statement_get_text (statement, "parent"));

  return result == GENLOCK_STATEMENT_DONE;
}

static void
check_row (const GenlockTable *table,
           const GenlockRecord *record,
           Report *report)
{
  const char *id = table->n_meta > 0 ? genlock_record_get_id (record) : "";
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < table->n_fields; i++)
    {
      if (!genlock_value_validate (table, i, genlock_record_get_value (record, i), &error))
        complain (report, "%s %s: %s", table->name, id, error->message);
      g_clear_error (&error);
    }

  if (table->n_meta > 0 && !genlock_record_get_bool (record, GENLOCK_META_IS_DELETED)
      && !genlock_record_validate (record, &error)
      && g_error_matches (error, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_RULE))
    complain (report, "%s %s: %s", table->name, id, error->message);
}

static gboolean
check_rows (GenlockDatabase *database,
            const GenlockTable *table,
            Report *report,
            GError **error)
{
  g_autofree char *sql = genlock_row_sql_select (table, NULL);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  GenlockStatementResult result;

  if (statement == NULL)
    return FALSE;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      g_autoptr (GenlockRecord) record = genlock_row_sql_read (statement, table);

      check_row (table, record, report);
    }

  return result == GENLOCK_STATEMENT_DONE;
}

/* Nothing that is live hangs on something that is deleted. */
static gboolean
check_parents (GenlockDatabase *database,
               const GenlockTable *table,
               Report *report,
               GError **error)
{
  const GenlockField *parent = &table->fields[table->parent_field];
  g_autofree char *sql = NULL;
  gint64 n_orphans;

  if (table->parent_field == 0)
    return TRUE;

  sql = g_strdup_printf ("SELECT count(*) FROM %s AS child "
                         "JOIN %s AS parent ON parent.id = child.%s "
                         "WHERE NOT child.is_deleted AND parent.is_deleted",
                         table->name, parent->target->name, parent->name);
  if (!genlock_database_query_int (database, sql, &n_orphans, error))
    return FALSE;

  if (n_orphans > 0)
    complain (report, "%" G_GINT64_FORMAT " rows of %s are live though their row of %s is deleted",
              n_orphans, table->name, parent->target->name);

  return TRUE;
}

static const char slots_sql[] =
  "SELECT count(*) FROM (SELECT 1 FROM equipment_cards WHERE NOT is_deleted AND slot_number IS NOT "
  "NULL GROUP BY equipment_id, slot_number HAVING count(*) > 1)";

static gboolean
check_slots (GenlockDatabase *database,
             Report *report,
             GError **error)
{
  gint64 n_shared;

  if (!genlock_database_query_int (database, slots_sql, &n_shared, error))
    return FALSE;

  if (n_shared > 0)
    complain (report, "%" G_GINT64_FORMAT " slots hold two cards", n_shared);

  return TRUE;
}

static gboolean
check_tables (GenlockDatabase *database,
              Report *report,
              GError **error)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    if (!check_rows (database, genlock_schema_tables[i], report, error)
        || !check_parents (database, genlock_schema_tables[i], report, error))
      return FALSE;

  return check_slots (database, report, error);
}

gboolean
genlock_database_verify (const char *path,
                         GPtrArray *problems,
                         GError **error)
{
  g_autoptr (GenlockDatabase) database = NULL;
  g_autoptr (GError) damage = NULL;
  Report report = { .problems = problems };
  guint version;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                   "There is no database %s yet.", path);
      return FALSE;
    }

  database = genlock_database_open (path, GENLOCK_DATABASE_READ, error);
  if (database == NULL || !genlock_migrate_check_version (database, &version, error))
    return FALSE;

  /* What stops the check half way is the answer, not a failure of the check. */
  if (!genlock_database_begin_read (database, &damage)
      || !check_pages (database, &report, &damage)
      || !check_links (database, &report, &damage)
      || !check_tables (database, &report, &damage))
    complain (&report, "Damage: %s", damage->message);

  genlock_database_rollback (database);

  if (report.n_left_out > 0)
    g_ptr_array_add (problems, g_strdup_printf ("… and %u more", report.n_left_out));

  return TRUE;
}
