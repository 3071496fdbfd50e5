/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How readers fill a plan. */

#pragma once

#include "interchange/genlock-import-plan.h"

G_BEGIN_DECLS

/**
 * GenlockImportMatch:
 * @GENLOCK_IMPORT_MATCH_ID: only the row of that id is the same
 * @GENLOCK_IMPORT_MATCH_MODEL: equipment: one of the same make and model will do
 * @GENLOCK_IMPORT_MATCH_PORTS: and only if it has all ports, by direction and label
 *
 * When a row of the database stands for one of the file.
 */
typedef enum
{
  GENLOCK_IMPORT_MATCH_ID,
  GENLOCK_IMPORT_MATCH_MODEL,
  GENLOCK_IMPORT_MATCH_PORTS,
} GenlockImportMatch;

/* An entry with what only the plan knows; @entry comes first. */
typedef struct
{
  GenlockImportEntry entry;
  GenlockRecord *parsed;   /* owned; as the file says, before the database had a say */
  GenlockRecord *existing; /* owned, nullable; of a different row, the one in the database */
  GenlockImportMatch match;
  char *model;             /* owned, nullable; the model to look for, where not the record's */
  gboolean any_maker;      /* the file does not say who made it */
  guint64 said;            /* of a row of our own sheets, bits of the fields that it has */
  GHashTable *cells;       /* owned, nullable; of such a row: head → cell that names other rows */
  gboolean cells_told;     /* whether cells that name nobody were reported */
} GenlockImportRow;

typedef struct _GenlockImportQuestions GenlockImportQuestions;

struct _GenlockImportPlan
{
  gatomicrefcount references;
  GPtrArray *shows;        /* (element-type GenlockImportShow), owned */
  GPtrArray *names;        /* (element-type utf8), owned; of the files */
  GPtrArray *contents;     /* (element-type GBytes), owned */
  GPtrArray *kept;         /* (element-type filename), owned; written beside the database */
  GenlockImportReport *report;
  GenlockImportShow *equipment; /* unowned, nullable; one of shows, the last */
  GHashTable *rows;        /* id → GenlockImportRow; unowned both */
  GHashTable *stands_for;  /* id of the file → id or text of the database; owned both */
  GenlockImportShow *sheet_show; /* unowned, nullable; the show of our own sheets */
  GenlockImportEntry *sheet_production; /* owned, nullable; its own, unless the rows are found */
  char *sheet_production_id; /* owned, nullable */
  char *found_production_id; /* owned, nullable; the show in which the rows were found */
  gboolean asks_show;
  GenlockImportQuestions *questions; /* owned; see genlock-import-question-private.h */
};

GenlockImportPlan *genlock_import_plan_new (void);

/* @name: may be a path; only its last part is kept. Returns: the number of the file. */
guint genlock_import_plan_add_file (GenlockImportPlan *plan,
                                    const char *name,
                                    GBytes *bytes);

/**
 * genlock_import_plan_add_show:
 * @plan: a plan
 * @production: (transfer full): the show
 * @exists: whether it stands in the database and is no part of the import
 * @file: which file
 * @place: where
 *
 * Returns: (transfer none) (nullable): the show; %NULL where the plan has that id already
 */
GenlockImportShow *genlock_import_plan_add_show (GenlockImportPlan *plan,
                                                 GenlockRecord *production,
                                                 gboolean exists,
                                                 guint file,
                                                 const char *place);

/* (transfer full): "Kickoff – ACME" */
char *genlock_import_plan_dup_title (GenlockRecord *production);

/* What belongs to no show, made on first use. */
GenlockImportShow *genlock_import_plan_get_equipment (GenlockImportPlan *plan);

/**
 * genlock_import_plan_add_row:
 * @plan: a plan
 * @show: one of its shows
 * @record: (transfer full): a whole row with id and children; its reader may still change it
 * @file: which file
 * @place: where
 *
 * Returns: (transfer none) (nullable): the row; %NULL where the plan has that id already, or
 *   where @record breaks a rule, which is reported
 */
GenlockImportRow *genlock_import_plan_add_row (GenlockImportPlan *plan,
                                               GenlockImportShow *show,
                                               GenlockRecord *record,
                                               guint file,
                                               const char *place);

/* The row of an id, %NULL where the plan has none. */
GenlockImportRow *genlock_import_plan_find_row (GenlockImportPlan *plan,
                                                const char *id);

/* To be called when all is read: drops what broke a rule, puts the groups in order. */
void genlock_import_plan_finish (GenlockImportPlan *plan);

/* The name of a table that people read: "sources". */
const char *genlock_import_table_label (const GenlockTable *table);

G_END_DECLS
