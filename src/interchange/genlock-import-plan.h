/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would do, row by row, to be looked at, chosen from and carried out. */

#pragma once

#include "core/store/genlock-store.h"
#include "interchange/genlock-import-report.h"

G_BEGIN_DECLS

/**
 * GenlockImportState:
 * @GENLOCK_IMPORT_NEW: no such row: it is inserted
 * @GENLOCK_IMPORT_EQUAL: it stands there with the same values: skipped, cannot be chosen
 * @GENLOCK_IMPORT_DIFFERENT: it stands there with other values: left alone unless chosen, then
 *   it gets the file's
 * @GENLOCK_IMPORT_DELETED: it was deleted: revived with the file's values
 */
typedef enum
{
  GENLOCK_IMPORT_NEW,
  GENLOCK_IMPORT_EQUAL,
  GENLOCK_IMPORT_DIFFERENT,
  GENLOCK_IMPORT_DELETED,
  GENLOCK_IMPORT_N_STATES,
} GenlockImportState;

/**
 * GenlockImportEntry:
 * @record: the row as it would be stored, with its children
 * @state: compared with the database; %GENLOCK_IMPORT_NEW before that
 * @fields: of a different row, bits of the fields that differ (bit n is field n)
 * @children_differ: of a different row, whether its children do
 * @is_sample: whether it is a row that VideoDept's first start makes by itself
 * @is_chosen: whether it will be imported; set through genlock_import_plan_choose()
 * @file: which file of the plan it came from
 * @place: where it stands there: "sources[3]", "row 12"
 *
 * Belongs to its plan; read-only.
 */
typedef struct
{
  GenlockRecord *record;
  GenlockImportState state;
  guint64 fields;
  gboolean children_differ;
  gboolean is_sample;
  gboolean is_chosen;
  guint file;
  char *place;
} GenlockImportEntry;

/**
 * GenlockImportGroup:
 * @table: of the rows
 * @entries: (element-type GenlockImportEntry): at least one, in the order of the file
 */
typedef struct
{
  const GenlockTable *table;
  GPtrArray *entries;
} GenlockImportGroup;

/**
 * GenlockImportShow:
 * @production: (nullable): the entry of the show itself; %NULL for what belongs to no show (the
 *   equipment) and for rows that go into a show that is there already
 * @title: "Kickoff – ACME"; %NULL for what belongs to no show
 * @groups: (element-type GenlockImportGroup): in the order in which to show them, without the
 *   production itself
 * @has_twin: whether the show is new, and the database has another one of this name for this
 *   client: perhaps the same with another load-in
 */
typedef struct
{
  GenlockImportEntry *production;
  char *title;
  GPtrArray *groups;
  gboolean has_twin;
} GenlockImportShow;

/**
 * GenlockImportCounts:
 * @n: rows by state
 * @n_samples: rows that are samples, whatever their state
 * @n_chosen: rows that will be imported
 * @n_open: rows that can be chosen: all but the equal ones
 *
 * For labels and for check boxes: @n_chosen = 0 is off, @n_chosen = @n_open is on, all else is
 * neither.
 */
typedef struct
{
  guint n[GENLOCK_IMPORT_N_STATES];
  guint n_samples;
  guint n_chosen;
  guint n_open;
} GenlockImportCounts;

/**
 * GenlockImportPlan:
 *
 * A tree of three levels, shows > groups (one per table) > entries, with counts at each level
 * and a choice per entry; beside it the report of what does not carry over. The tree changes only
 * in genlock_import_plan_compare(); choices change only through the functions below. Used by one
 * thread at a time. Reference-counted.
 *
 * The way of an import: genlock_import_read() in a worker; genlock_import_plan_compare(); show
 * it, let choose; genlock_import_plan_build_batch(); genlock_import_plan_keep_originals();
 * genlock_store_apply_async(). One transaction, one undo step.
 */
typedef struct _GenlockImportPlan GenlockImportPlan;

GenlockImportPlan *genlock_import_plan_ref (GenlockImportPlan *plan);
void genlock_import_plan_unref (GenlockImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockImportPlan, genlock_import_plan_unref)

/* (transfer none) (element-type GenlockImportShow): the equipment last. May be empty. */
GPtrArray *genlock_import_plan_get_shows (GenlockImportPlan *plan);

/* (transfer none): what does not carry over, and why. */
GenlockImportReport *genlock_import_plan_get_report (GenlockImportPlan *plan);

/* Whether there were lists that name no show, so that the options decided where they go: a reason
 * to ask, and to read again with other options. */
gboolean genlock_import_plan_asks_show (GenlockImportPlan *plan);

/* Of the whole plan, of a show (the production counts), of a group. */
void genlock_import_plan_count (GenlockImportPlan *plan,
                                GenlockImportCounts *counts);
void genlock_import_show_count (const GenlockImportShow *show,
                                GenlockImportCounts *counts);
void genlock_import_group_count (const GenlockImportGroup *group,
                                 GenlockImportCounts *counts);

/**
 * genlock_import_plan_find:
 * @plan: a plan
 * @id: the id of a row, children aside
 *
 * Returns: (transfer none) (nullable): the entry of that row
 */
const GenlockImportEntry *genlock_import_plan_find (GenlockImportPlan *plan,
                                                    const char *id);

/**
 * genlock_import_entry_get_existing:
 * @entry: an entry of a plan that was compared
 *
 * Returns: (transfer none) (nullable): of a different row, the one in the database
 */
GenlockRecord *genlock_import_entry_get_existing (const GenlockImportEntry *entry);

/**
 * genlock_import_plan_choose:
 * @plan: a plan
 * @entry: one of its entries
 * @chosen: whether to import it
 *
 * An equal row stays unchosen. What a chosen row needs comes along by itself (its show, its
 * equipment where the show wants it); a connection whose end is not chosen stays out.
 */
void genlock_import_plan_choose (GenlockImportPlan *plan,
                                 GenlockImportEntry *entry,
                                 gboolean chosen);

/* All of a show or of a group; those that differ from the database only with @different. */
void genlock_import_plan_choose_show (GenlockImportPlan *plan,
                                      GenlockImportShow *show,
                                      gboolean chosen,
                                      gboolean different);
void genlock_import_plan_choose_group (GenlockImportPlan *plan,
                                       GenlockImportGroup *group,
                                       gboolean chosen,
                                       gboolean different);

/* All sample rows; a show that would be left without any other row goes with them. */
void genlock_import_plan_choose_samples (GenlockImportPlan *plan,
                                         gboolean chosen);

/* All rows that differ from the database. */
void genlock_import_plan_choose_different (GenlockImportPlan *plan,
                                           gboolean chosen);

/**
 * genlock_import_plan_compare:
 * @plan: a plan
 * @store: the database
 * @cancellable: (nullable): stops it with %G_IO_ERROR_CANCELLED, the plan as before
 * @error: #GenlockStoreError
 *
 * Sets the state of every entry and the choices to what they are by default: new and deleted
 * rows chosen, different ones not. Equipment that the database has under the same make and model
 * with the ports that are needed takes the place of what the file brings. May be called again
 * after the database has changed; choices start anew. Blocks: one query per show and table.
 *
 * Returns: whether it could be compared
 */
gboolean genlock_import_plan_compare (GenlockImportPlan *plan,
                                      GenlockStore *store,
                                      GCancellable *cancellable,
                                      GError **error);

/**
 * genlock_import_plan_build_batch:
 * @plan: a plan that was compared
 *
 * Returns: (transfer full): the chosen rows as one batch "IMPORT"; it may be empty
 */
GenlockBatch *genlock_import_plan_build_batch (GenlockImportPlan *plan);

/* How many files were read; their names without folder. */
guint genlock_import_plan_get_n_files (GenlockImportPlan *plan);
const char *genlock_import_plan_get_file_name (GenlockImportPlan *plan,
                                               guint file);

/**
 * genlock_import_plan_keep_originals:
 * @plan: a plan
 * @database: the path of the database
 * @error: #GFileError
 *
 * Writes every file that was read, as it was read, into the folder "imports" beside @database as
 * DATE-NAME, for its owner's eyes only; one whose bytes stand there already is left.
 *
 * Returns: whether all are kept; else none that was not there before
 */
gboolean genlock_import_plan_keep_originals (GenlockImportPlan *plan,
                                             const char *database,
                                             GError **error);

/* Removes what the last genlock_import_plan_keep_originals() wrote: for an import that failed. */
void genlock_import_plan_drop_originals (GenlockImportPlan *plan);

/**
 * genlock_import_plan_write_json:
 * @plan: a plan
 *
 * Returns: (transfer full): one JSON document: files, shows with counts by table, and the report
 */
char *genlock_import_plan_write_json (GenlockImportPlan *plan);

/**
 * genlock_import_plan_print:
 * @plan: a plan
 *
 * Returns: (transfer full): the same for people, as plain text in the user's language, to be saved
 */
char *genlock_import_plan_print (GenlockImportPlan *plan);

G_END_DECLS
