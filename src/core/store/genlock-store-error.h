/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with a database, and what SQLite says in these words. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockStoreError:
 * @GENLOCK_STORE_ERROR_FAILED: anything else: disk full, no permission, I/O error
 * @GENLOCK_STORE_ERROR_LOCKED: another process has the database open for writing
 * @GENLOCK_STORE_ERROR_READ_ONLY: this store may not write
 * @GENLOCK_STORE_ERROR_NEWER: the file was written by a newer Genlock
 * @GENLOCK_STORE_ERROR_FOREIGN: the file is no Genlock database
 * @GENLOCK_STORE_ERROR_DAMAGED: the file is damaged: restore a backup or salvage
 * @GENLOCK_STORE_ERROR_NOT_FOUND: no such row
 * @GENLOCK_STORE_ERROR_EXISTS: a live row has that id
 * @GENLOCK_STORE_ERROR_CONFLICT: a rule across rows is broken (two cards in one slot)
 * @GENLOCK_STORE_ERROR_SHOW_LOCKED: someone else has locked the show
 * @GENLOCK_STORE_ERROR_NOTHING: there is nothing to undo or redo
 * @GENLOCK_STORE_ERROR_AMBIGUOUS: more than one row goes by that name
 *
 * A sentence that says no more than its code does is marked for translation, so that the
 * programs can show it in the user's language.
 */
typedef enum
{
  GENLOCK_STORE_ERROR_FAILED,
  GENLOCK_STORE_ERROR_LOCKED,
  GENLOCK_STORE_ERROR_READ_ONLY,
  GENLOCK_STORE_ERROR_NEWER,
  GENLOCK_STORE_ERROR_FOREIGN,
  GENLOCK_STORE_ERROR_DAMAGED,
  GENLOCK_STORE_ERROR_NOT_FOUND,
  GENLOCK_STORE_ERROR_EXISTS,
  GENLOCK_STORE_ERROR_CONFLICT,
  GENLOCK_STORE_ERROR_SHOW_LOCKED,
  GENLOCK_STORE_ERROR_NOTHING,
  GENLOCK_STORE_ERROR_AMBIGUOUS,
} GenlockStoreError;

#define GENLOCK_STORE_ERROR (genlock_store_error_quark ())
GQuark genlock_store_error_quark (void);

/**
 * genlock_store_error_set_sqlite:
 * @error: (nullable): where to put it
 * @code: a result of SQLite, extended or not, other than OK, ROW and DONE
 * @detail: (nullable): what SQLite says itself
 *
 * Says what SQLite's @code means and what to do: #GenlockStoreError, or %G_IO_ERROR_CANCELLED
 * where it was interrupted.
 */
void genlock_store_error_set_sqlite (GError **error,
                                     int code,
                                     const char *detail);

G_END_DECLS
