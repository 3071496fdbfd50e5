/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a database to this program's version of the tables. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-backup.h"
#include "core/store/genlock-ddl.h"
#include "core/store/genlock-migrate.h"

/* The first version needs none. A change of the descriptions that changes the derived DDL adds one
 * here, raises GENLOCK_DDL_VERSION, and the released database joins the test data. */
const GenlockMigration genlock_migrations[] = {
  { 0, NULL },
};

static gboolean
read_version (GenlockDatabase *database,
              guint *version,
              GError **error)
{
  gint64 value;

  if (!genlock_database_query_int (database, "PRAGMA user_version", &value, error))
    return FALSE;

  *version = CLAMP (value, 0, G_MAXINT);

  return TRUE;
}

static gboolean
check_newer (GenlockDatabase *database,
             guint version,
             guint target,
             GError **error)
{
  if (version <= target)
    return TRUE;

  g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NEWER,
               "%s was written by a newer Genlock (its version is %u, this program knows %u). "
               "Update Genlock to open it.", genlock_database_get_path (database), version, target);

  return FALSE;
}

static gboolean
set_version (GenlockDatabase *database,
             guint version,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %u", version);

  return genlock_database_execute (database, sql, error);
}

/* A link that a migration broke would stay unseen: deferred keys are checked for changed rows. */
static gboolean
check_links (GenlockDatabase *database,
             GError **error)
{
  gint64 n_broken;

  if (!genlock_database_query_int (database, "SELECT count(*) FROM pragma_foreign_key_check",
                                   &n_broken, error))
    return FALSE;

  if (n_broken == 0)
    return TRUE;

  g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
               "%s cannot be brought to this version: %" G_GINT64_FORMAT " links would break. It "
               "is as it was.", genlock_database_get_path (database), n_broken);

  return FALSE;
}

static gboolean
run_migrations (GenlockDatabase *database,
                const GenlockMigration *migrations,
                guint from,
                guint target,
                GError **error)
{
  for (const GenlockMigration *migration = migrations; migration->version != 0; migration++)
    if (migration->version > from && migration->version <= target
        && !genlock_database_execute (database, migration->sql, error))
      return FALSE;

  return check_links (database, error) && set_version (database, target, error);
}

gboolean
genlock_migrate_with (GenlockDatabase *database,
                      const GenlockMigration *migrations,
                      guint target,
                      GError **error)
{
  guint version;

  if (!read_version (database, &version, error)
      || !check_newer (database, version, target, error))
    return FALSE;

  if (version == target)
    return TRUE;

  if (version == 0)
    return genlock_ddl_create (database, error);

  if (!genlock_backup_before_migration (database, version, error)
      || !genlock_database_begin_write (database, error))
    return FALSE;

  if (!run_migrations (database, migrations, version, target, error))
    {
      genlock_database_rollback (database);
      return FALSE;
    }

  return genlock_database_commit (database, error);
}

gboolean
genlock_migrate (GenlockDatabase *database,
                 GError **error)
{
  return genlock_migrate_with (database, genlock_migrations, GENLOCK_DDL_VERSION, error);
}

gboolean
genlock_migrate_check_version (GenlockDatabase *database,
                               guint *version,
                               GError **error)
{
  return read_version (database, version, error)
         && check_newer (database, *version, GENLOCK_DDL_VERSION, error);
}
