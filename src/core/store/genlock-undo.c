/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo over the steps that the database keeps: 1,000 of them, 30 days. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-changes-private.h"
#include "core/store/genlock-settle.h"
#include "core/store/genlock-steps.h"
#include "core/store/genlock-undo-apply.h"
#include "core/store/genlock-undo.h"

gboolean
genlock_undo_peek (GenlockDatabase *database,
                   gboolean redo,
                   GenlockStep *step,
                   GError **error)
{
  return genlock_steps_find (database, redo, 0, step, NULL, error);
}

static GArray *
read_step (GenlockDatabase *database,
           gboolean redo,
           gint64 id,
           GenlockStep *step,
           GError **error)
{
  g_autofree char *changes = NULL;

  if (!genlock_steps_find (database, redo, id, step, &changes, error))
    return NULL;

  if (step->id == 0)
    {
      g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOTHING,
                           redo
                           ? N_("There is nothing to redo.")
                           : N_("There is nothing to undo."));
      return NULL;
    }

  return genlock_step_text_read (changes, error);
}

static GenlockChanges *
run (GenlockWork *work,
     gboolean redo,
     gint64 id,
     GError **error)
{
  g_auto (GenlockStep) step = { 0 };
  g_autoptr (GArray) items = read_step (work->database, redo, id, &step, error);
  g_autoptr (GenlockChanges) changes = NULL;

  if (items == NULL
      || !genlock_undo_apply (work, items, error)
      || !genlock_settle (work, &changes, error)
      || !genlock_steps_turn (work, step.id, !redo, error)
      || g_cancellable_set_error_if_cancelled (work->cancellable, error))
    return NULL;

  genlock_changes_set_step (changes, step.id);
  genlock_changes_set_n_left (changes, work->n_left);
  genlock_database_set_cancellable (work->database, NULL);
  if (!genlock_database_commit (work->database, error))
    return NULL;

  return g_steal_pointer (&changes);
}

static GenlockChanges *
take_back (GenlockDatabase *database,
           gboolean redo,
           gint64 id,
           const char *author,
           const char *device,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (GenlockWork) work = { 0 };
  GenlockChanges *changes;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !genlock_database_begin_write (database, error))
    return NULL;

  genlock_work_init (&work, database, author, device, cancellable);
  genlock_database_set_cancellable (database, cancellable);
  changes = run (&work, redo, id, error);
  genlock_database_set_cancellable (database, NULL);
  if (changes == NULL)
    genlock_database_rollback (database);

  return changes;
}

GenlockChanges *
genlock_undo_run (GenlockDatabase *database,
                  gint64 step,
                  const char *author,
                  const char *device,
                  GCancellable *cancellable,
                  GError **error)
{
  return take_back (database, FALSE, step, author, device, cancellable, error);
}

GenlockChanges *
genlock_undo_run_redo (GenlockDatabase *database,
                       const char *author,
                       const char *device,
                       GCancellable *cancellable,
                       GError **error)
{
  return take_back (database, TRUE, 0, author, device, cancellable, error);
}
