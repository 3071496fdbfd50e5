/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the makers of sheets share: cables, and what is said of them. */

#pragma once

#include "interchange/genlock-sheet-build.h"

G_BEGIN_DECLS

/* What a sheet is made from. @check: (nullable) */
typedef struct
{
  GenlockSignalGraph *graph;
  GenlockSignalCheck *check;
  const GenlockSheetWish *wish;
} GenlockSheetMaker;

/**
 * GenlockSheetCable:
 * @record: the connection
 * @link: (nullable): the link that it is; %NULL for a connection that says half a path
 * @from: (nullable): where it begins
 * @to: (nullable): where it ends
 * @key: orders cables by label, naturally; those without one last
 *
 * A cable: a link that is no crosspoint.
 */
typedef struct
{
  const GenlockRecord *record;
  const GenlockSignalLink *link;
  const GenlockSignalNode *from;
  const GenlockSignalNode *to;
  char *key;
} GenlockSheetCable;

/* A cable for a look at it, without a key. Nothing of it is to be freed. */
void genlock_sheet_cable_init (GenlockSheetCable *cable,
                               const GenlockSignalLink *link);

/* (transfer full) (element-type GenlockSheetCable): all cables by label. */
GPtrArray *genlock_sheet_list_cables (GenlockSignalGraph *graph);

/* (transfer full): what a cable carries. */
char *genlock_sheet_cable_dup_signal (const GenlockSheetCable *cable);
char *genlock_sheet_cable_dup_format (const GenlockSheetCable *cable,
                                      GenlockSignalCheck *check);

/* (transfer full): its length in metres; "" where nobody knows. */
char *genlock_sheet_cable_dup_length (const GenlockSheetCable *cable);

/* (transfer full): a key that sorts texts as people count: "V 2" before "V 10". */
char *genlock_sheet_dup_order (const char *text);

/* (transfer none): "x" for what is done. */
const char *genlock_sheet_get_tick (const GenlockRecord *record,
                                    guint field);

/**
 * genlock_sheet_dup_reached:
 * @port: a port
 * @downstream: with the signal; else against it
 * @kind: which nodes
 *
 * Returns: (transfer full): the names of all that is found on the way, each once, between commas
 */
char *genlock_sheet_dup_reached (const GenlockSignalPort *port,
                                 gboolean downstream,
                                 GenlockSignalKind kind);

/**
 * genlock_sheet_fill_port:
 * @row: a row
 * @column: the cell of the label; the next one gets the connector
 * @port: a port
 */
void genlock_sheet_fill_port (GenlockSheetRow *row,
                              guint column,
                              const GenlockSignalPort *port);

/**
 * GenlockSheetTally:
 *
 * Counts what has the same words.
 */
typedef struct _GenlockSheetTally GenlockSheetTally;

/**
 * GenlockSheetCount:
 * @words: (array length=GENLOCK_SHEET_N_WORDS): what is counted
 * @length: its length in metres; below 0 for none
 * @n: how many
 * @names: (element-type utf8): what they are called
 */
#define GENLOCK_SHEET_N_WORDS 3
typedef struct
{
  char *words[GENLOCK_SHEET_N_WORDS];
  double length;
  guint n;
  GPtrArray *names;
  char *order;
} GenlockSheetCount;

GenlockSheetTally *genlock_sheet_tally_new (void);
void genlock_sheet_tally_free (GenlockSheetTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSheetTally, genlock_sheet_tally_free)

/* One more. @words: (nullable) each. @name: (nullable) (transfer full) */
void genlock_sheet_tally_add (GenlockSheetTally *tally,
                              const char *first,
                              const char *second,
                              const char *third,
                              double length,
                              char *name);

/* (transfer container) (element-type GenlockSheetCount): by words, then by length. */
GPtrArray *genlock_sheet_tally_list (GenlockSheetTally *tally);

GenlockSheet *genlock_sheet_make_cables (const GenlockSheetMaker *maker);
GenlockSheet *genlock_sheet_make_device (const GenlockSheetMaker *maker);
GenlockSheet *genlock_sheet_make_router (const GenlockSheetMaker *maker);
GenlockSheet *genlock_sheet_make_sources (const GenlockSheetMaker *maker);
GenlockSheet *genlock_sheet_make_gear (const GenlockSheetMaker *maker);
GenlockSheet *genlock_sheet_make_count (const GenlockSheetMaker *maker);
GenlockSheet *genlock_sheet_make_graph (const GenlockSheetMaker *maker);

G_END_DECLS
