/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite connection, used by one thread at a time. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-database.h"
#include "core/store/genlock-open-files.h"

#define BUSY_TIMEOUT 5000 /* ms */
#define PROGRESS_STEPS 10000 /* of SQLite's machine between two looks at the cancellable: < 1 ms */
#define MAX_STATEMENTS 256

struct _GenlockDatabase
{
  sqlite3 *handle; /* owned */
  char *path; /* owned */
  GHashTable *statements; /* owned (element-type utf8 GenlockStatement) */
  GCancellable *cancellable; /* owned, nullable */
};

static void
log_cb (gpointer user_data,
        int code,
        const char *message)
{
  g_debug ("SQLite: %s (%d)", message, code);
}

/* The allocator's statistics cost a mutex per allocation and nobody reads them. Both settings are
 * refused once somebody else in the process has started SQLite, which is as well. */
static void
configure_library (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;

  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config (SQLITE_CONFIG_LOG, log_cb, NULL);
  g_once_init_leave (&done, 1);
}

typedef struct
{
  int what;
  int value;
} Setting;

/* What a hostile file could abuse is off. */
static const Setting options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
};

/* Far above what Genlock's own SQL needs. */
static const Setting limits[] = {
  { SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024 },
  { SQLITE_LIMIT_COLUMN, 200 },
  { SQLITE_LIMIT_EXPR_DEPTH, 500 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 100 },
  { SQLITE_LIMIT_FUNCTION_ARG, 100 },
  { SQLITE_LIMIT_ATTACHED, 2 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static void
harden (sqlite3 *handle)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (handle, options[i].what, options[i].value, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].what, limits[i].value);
}

/* FULL, not NORMAL: a show plan lost on power failure is worse than a slower save. The write-ahead
 * log is cut back to 16 MiB after a large import. */
static const char reader_pragmas[] =
  "PRAGMA foreign_keys = ON;"
  "PRAGMA query_only = ON;"
  "PRAGMA mmap_size = 0;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA cache_size = -4096;";

static const char writer_pragmas[] =
  "PRAGMA foreign_keys = ON;"
  "PRAGMA journal_mode = WAL;"
  "PRAGMA synchronous = FULL;"
  "PRAGMA mmap_size = 0;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA cache_size = -32768;"
  "PRAGMA journal_size_limit = 16777216;";

static gboolean
check_owner (GenlockDatabase *database,
             GError **error)
{
  gint64 application_id = 0;
  gint64 n_objects = 0;

  if (!genlock_database_query_int (database, "PRAGMA application_id", &application_id, error)
      || !genlock_database_query_int (database, "SELECT count(*) FROM sqlite_schema", &n_objects,
                                      error))
    return FALSE;

  if (application_id == GENLOCK_DATABASE_APPLICATION_ID
      || (application_id == 0 && n_objects == 0))
    return TRUE;

  g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FOREIGN,
                       N_("The file belongs to another program. Choose another file."));

  return FALSE;
}

/* The pragmas of a writer change the file's header, so its owner is asked first. */
static gboolean
set_up (GenlockDatabase *database,
        GenlockDatabaseMode mode,
        GError **error)
{
  sqlite3_busy_timeout (database->handle, BUSY_TIMEOUT);
  harden (database->handle);

  if (mode == GENLOCK_DATABASE_READ)
    sqlite3_db_config (database->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  if (!check_owner (database, error))
    return FALSE;

  return genlock_database_execute (database,
                                   mode == GENLOCK_DATABASE_READ ? reader_pragmas : writer_pragmas,
                                   error);
}

GenlockDatabase *
genlock_database_open (const char *path,
                       GenlockDatabaseMode mode,
                       GError **error)
{
  g_autoptr (GenlockDatabase) database = g_new0 (GenlockDatabase, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
  int code;

  configure_library ();

  database->path = g_strdup (path);
  genlock_open_files_add (path);
  database->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) genlock_statement_free);

  flags |= mode == GENLOCK_DATABASE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (mode == GENLOCK_DATABASE_CREATE)
    flags |= SQLITE_OPEN_CREATE;

  code = sqlite3_open_v2 (path, &database->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      genlock_store_error_set_sqlite (error, code, NULL);
      return NULL;
    }

  if (!set_up (database, mode, error))
    return NULL;

  return g_steal_pointer (&database);
}

void
genlock_database_free (GenlockDatabase *database)
{
  g_hash_table_unref (database->statements);
  if (sqlite3_close (database->handle) != SQLITE_OK)
    g_critical ("A statement of %s is still in use", database->path);

  genlock_open_files_remove (database->path);
  g_clear_object (&database->cancellable);
  g_free (database->path);
  g_free (database);
}

sqlite3 *
genlock_database_get_handle (GenlockDatabase *database)
{
  return database->handle;
}

const char *
genlock_database_get_path (GenlockDatabase *database)
{
  return database->path;
}

static int
progress_cb (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static void
watch (GenlockDatabase *database)
{
  sqlite3_progress_handler (database->handle, PROGRESS_STEPS,
                            database->cancellable != NULL ? progress_cb : NULL,
                            database->cancellable);
}

void
genlock_database_set_cancellable (GenlockDatabase *database,
                                  GCancellable *cancellable)
{
  g_set_object (&database->cancellable, cancellable);
  watch (database);
}

static gboolean
is_idle (gpointer key,
         gpointer value,
         gpointer user_data)
{
  return !genlock_statement_is_claimed (value);
}

GenlockStatement *
genlock_database_prepare (GenlockDatabase *database,
                          const char *sql,
                          GError **error)
{
  GenlockStatement *statement = g_hash_table_lookup (database->statements, sql);

  /* One that is being stepped through further up gets a twin that is not kept. */
  if (statement != NULL)
    return genlock_statement_claim (statement)
           ? statement
           : genlock_statement_new (database->handle, sql, FALSE, error);

  if (g_hash_table_size (database->statements) >= MAX_STATEMENTS)
    g_hash_table_foreach_remove (database->statements, is_idle, NULL);

  statement = genlock_statement_new (database->handle, sql, TRUE, error);
  if (statement != NULL)
    g_hash_table_insert (database->statements, g_strdup (sql), statement);

  return statement;
}

gboolean
genlock_database_execute (GenlockDatabase *database,
                          const char *sql,
                          GError **error)
{
  int code = sqlite3_exec (database->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  genlock_store_error_set_sqlite (error, code, sqlite3_errmsg (database->handle));

  return FALSE;
}

gboolean
genlock_database_query_int (GenlockDatabase *database,
                            const char *sql,
                            gint64 *value,
                            GError **error)
{
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  GenlockStatementResult result;

  *value = 0;

  if (statement == NULL)
    return FALSE;

  result = genlock_statement_step (statement, error);
  if (result == GENLOCK_STATEMENT_ROW)
    *value = genlock_statement_read_int (statement, 0);

  return result != GENLOCK_STATEMENT_FAILED;
}

static gboolean
run (GenlockDatabase *database,
     const char *sql,
     GError **error)
{
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);

  return statement != NULL && genlock_statement_run (statement, error);
}

gboolean
genlock_database_begin_write (GenlockDatabase *database,
                              GError **error)
{
  return run (database, "BEGIN IMMEDIATE", error);
}

gboolean
genlock_database_begin_read (GenlockDatabase *database,
                             GError **error)
{
  return run (database, "BEGIN", error);
}

gboolean
genlock_database_commit (GenlockDatabase *database,
                         GError **error)
{
  if (run (database, "COMMIT", error))
    return TRUE;

  genlock_database_rollback (database);

  return FALSE;
}

/* Not to be cancelled: undoing is what a cancelled caller is after. */
void
genlock_database_rollback (GenlockDatabase *database)
{
  g_autoptr (GError) error = NULL;

  if (!genlock_database_in_transaction (database))
    return;

  sqlite3_progress_handler (database->handle, 0, NULL, NULL);
  if (!run (database, "ROLLBACK", &error))
    g_warning ("Cannot roll back: %s", error->message);

  watch (database);
}

gboolean
genlock_database_in_transaction (GenlockDatabase *database)
{
  return !sqlite3_get_autocommit (database->handle);
}

guint
genlock_database_get_n_changed (GenlockDatabase *database)
{
  return (guint) sqlite3_changes (database->handle);
}

gint64
genlock_database_get_last_rowid (GenlockDatabase *database)
{
  return sqlite3_last_insert_rowid (database->handle);
}

gint64
genlock_database_get_data_version (GenlockDatabase *database)
{
  gint64 version;

  return genlock_database_query_int (database, "PRAGMA data_version", &version, NULL) ? version : 0;
}
