/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of undo_steps: added, found, replaced, bounded. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/model/genlock-instant.h"
#include "core/schema/genlock-choices.h"
#include "core/store/genlock-step-text.h"
#include "core/store/genlock-steps.h"

static const char drop_undone[] = "DELETE FROM undo_steps WHERE undone IS NOT NULL";

static const char drop_old[] =
  "DELETE FROM undo_steps WHERE id < :oldest OR id <= (SELECT id FROM undo_steps "
  "ORDER BY id DESC LIMIT 1 OFFSET :max)";

static const char select_last[] = "SELECT coalesce(max(id), 0) FROM undo_steps";

static const char insert_step[] =
  "INSERT INTO undo_steps (id, at, verb, table_name, n_rows, name, production_id, author, changes) "
  "VALUES (:id, :at, :verb, :table, :n_rows, :name, :production, :author, :changes)";

static const char select_undo[] =
  "SELECT id, verb, table_name, n_rows, name, changes FROM undo_steps "
  "WHERE undone IS NULL AND (:id = 0 OR id = :id) ORDER BY id DESC LIMIT 1";

static const char select_redo[] =
  "SELECT id, verb, table_name, n_rows, name, changes FROM undo_steps "
  "WHERE undone IS NOT NULL AND (:id = 0 OR id = :id) ORDER BY undone DESC LIMIT 1";

static const char mark_undone[] =
  "UPDATE undo_steps SET changes = :changes, "
  "undone = (SELECT coalesce(max(undone), 0) + 1 FROM undo_steps) WHERE id = :id";

static const char mark_done[] =
  "UPDATE undo_steps SET changes = :changes, undone = NULL WHERE id = :id";

static const char drop_step[] = "DELETE FROM undo_steps WHERE id = :id";

static gboolean
drop_redo (GenlockWork *work,
           GError **error)
{
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (work->database, drop_undone,
                                                                     error);

  return statement != NULL && genlock_statement_run (statement, error);
}

static gboolean
sweep (GenlockWork *work,
       GError **error)
{
  g_autoptr (GenlockStatement) statement = NULL;

  if (!work->is_sweeping)
    return TRUE;

  statement = genlock_database_prepare (work->database, drop_old, error);
  if (statement == NULL)
    return FALSE;

  /* An id is the time of its step, or a little more: see make_id(). */
  genlock_statement_bind_int (statement, ":oldest",
                              genlock_instant_add_days (work->instant, -GENLOCK_STEPS_DAYS));
  genlock_statement_bind_int (statement, ":max", GENLOCK_STEPS_MAX);

  return genlock_statement_run (statement, error);
}

/* The time in ms, or the next number: greater than that of a dropped step, so that whoever still
 * holds its id never undoes another one. */
static gboolean
make_id (GenlockWork *work,
         gint64 *id,
         GError **error)
{
  if (!genlock_database_query_int (work->database, select_last, id, error))
    return FALSE;

  *id = MAX (*id + 1, work->instant);

  return TRUE;
}

gboolean
genlock_steps_add (GenlockWork *work,
                   GenlockStep *step,
                   const char *production_id,
                   GError **error)
{
  g_autoptr (GenlockStatement) insert = NULL;
  g_autofree char *changes = NULL;

  if (!make_id (work, &step->id, error))
    return FALSE;

  insert = genlock_database_prepare (work->database, insert_step, error);
  if (insert == NULL)
    return FALSE;

  changes = genlock_step_text_write (work);
  genlock_statement_bind_int (insert, ":id", step->id);
  genlock_statement_bind_text (insert, ":at", work->now);
  genlock_statement_bind_text (insert, ":verb", step->verb);
  genlock_statement_bind_text (insert, ":table", step->table->name);
  genlock_statement_bind_int (insert, ":n_rows", step->n_rows);
  genlock_statement_bind_text (insert, ":name", step->name);
  genlock_statement_bind_text (insert, ":production", production_id);
  genlock_statement_bind_text (insert, ":author", work->author);
  genlock_statement_bind_text (insert, ":changes", changes);

  return genlock_statement_run (insert, error)
         && drop_redo (work, error)
         && sweep (work, error);
}

static const char *
find_verb (const char *word)
{
  for (const GenlockChoice *verb = genlock_verbs; verb->word != NULL; verb++)
    if (g_strcmp0 (verb->word, word) == 0)
      return verb->word;

  return "EDIT";
}

gboolean
genlock_steps_find (GenlockDatabase *database,
                    gboolean redo,
                    gint64 id,
                    GenlockStep *step,
                    char **changes,
                    GError **error)
{
  g_autoptr (GenlockStatement) select = genlock_database_prepare (database,
                                                                  redo ? select_redo : select_undo,
                                                                  error);
  GenlockStatementResult result;

  memset (step, 0, sizeof *step);
  if (changes != NULL)
    *changes = NULL;

  if (select == NULL)
    return FALSE;

  genlock_statement_bind_int (select, ":id", id);
  result = genlock_statement_step (select, error);
  if (result != GENLOCK_STATEMENT_ROW)
    return result == GENLOCK_STATEMENT_DONE;

  step->id = genlock_statement_get_int (select, "id");
  step->verb = find_verb (genlock_statement_get_text (select, "verb"));
  step->table = genlock_schema_find_table (genlock_statement_get_text (select, "table_name"));
  step->n_rows = (guint) genlock_statement_get_int (select, "n_rows");
  step->name = g_strdup (genlock_statement_get_text (select, "name"));
  if (changes != NULL)
    *changes = g_strdup (genlock_statement_get_text (select, "changes"));

  return TRUE;
}

gboolean
genlock_steps_turn (GenlockWork *work,
                    gint64 id,
                    gboolean undone,
                    GError **error)
{
  g_autofree char *changes = genlock_step_text_write (work);
  gboolean is_empty = *changes == '\0';
  g_autoptr (GenlockStatement) statement = NULL;

  statement = genlock_database_prepare (work->database,
                                        is_empty ? drop_step : undone ? mark_undone : mark_done,
                                        error);
  if (statement == NULL)
    return FALSE;

  genlock_statement_bind_int (statement, ":id", id);
  if (!is_empty)
    genlock_statement_bind_text (statement, ":changes", changes);

  return genlock_statement_run (statement, error);
}
