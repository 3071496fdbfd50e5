/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with a database, and what SQLite says in these words. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "core/store/genlock-store-error.h"

G_DEFINE_QUARK (genlock-store-error-quark, genlock_store_error)

typedef struct
{
  int code; /* of SQLite, primary or extended */
  GenlockStoreError meaning;
  const char *sentence;
} Meaning;

/* The extended codes stand before the primary ones that they belong to. */
static const Meaning meanings[] = {
  { SQLITE_CONSTRAINT_FOREIGNKEY, GENLOCK_STORE_ERROR_CONFLICT,
    N_("A row belongs to another one that is not there. Add that one first.") },
  { SQLITE_IOERR_SHORT_READ, GENLOCK_STORE_ERROR_DAMAGED,
    N_("The database ends too early: the file is damaged. Restore a backup or salvage it.") },
  { SQLITE_IOERR_NOMEM, GENLOCK_STORE_ERROR_FAILED,
    N_("There is not enough memory. Nothing was changed; close other programs and try again.") },
  { SQLITE_FULL, GENLOCK_STORE_ERROR_FAILED,
    N_("The disk is full. Nothing was changed; free some space and try again.") },
  { SQLITE_CORRUPT, GENLOCK_STORE_ERROR_DAMAGED,
    N_("The database is damaged. Restore a backup or salvage what it still holds.") },
  { SQLITE_NOTADB, GENLOCK_STORE_ERROR_FOREIGN,
    N_("The file is no Genlock database. Choose another file, or restore a backup.") },
  { SQLITE_READONLY, GENLOCK_STORE_ERROR_READ_ONLY,
    N_("The database can only be read. Check the permissions of the file and its folder.") },
  { SQLITE_PERM, GENLOCK_STORE_ERROR_READ_ONLY,
    N_("The database can only be read. Check the permissions of the file and its folder.") },
  { SQLITE_BUSY, GENLOCK_STORE_ERROR_LOCKED,
    N_("Another program is writing to the database. Try again in a moment.") },
  { SQLITE_LOCKED, GENLOCK_STORE_ERROR_LOCKED,
    N_("Another program is writing to the database. Try again in a moment.") },
  { SQLITE_CANTOPEN, GENLOCK_STORE_ERROR_FAILED,
    N_("The database cannot be opened. Check that the file is there and may be read, and that "
       "its folder may be written.") },
  { SQLITE_IOERR, GENLOCK_STORE_ERROR_FAILED,
    N_("The disk reports an error. Nothing was changed; check the disk and try again.") },
  { SQLITE_NOMEM, GENLOCK_STORE_ERROR_FAILED,
    N_("There is not enough memory. Nothing was changed; close other programs and try again.") },
  { SQLITE_TOOBIG, GENLOCK_STORE_ERROR_FAILED,
    N_("This is too much for one change. Nothing was changed; do it in smaller parts.") },
};

static const Meaning *
find_meaning (int code)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].code == code || meanings[i].code == (code & 0xff))
      return &meanings[i];

  return NULL;
}

void
genlock_store_error_set_sqlite (GError **error,
                                int code,
                                const char *detail)
{
  const Meaning *meaning = find_meaning (code);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           N_("Stopped. Nothing was changed."));
      return;
    }

  g_debug ("SQLite error %d: %s", code, detail != NULL ? detail : sqlite3_errstr (code));

  if (meaning != NULL)
    g_set_error_literal (error, GENLOCK_STORE_ERROR, meaning->meaning, meaning->sentence);
  else
    g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                 "The database refused this (%s). Nothing was changed.",
                 detail != NULL ? detail : sqlite3_errstr (code));
}
