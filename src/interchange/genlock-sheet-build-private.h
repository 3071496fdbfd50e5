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

GenlockSheet *genlock_sheet_make_cables (const GenlockSheetMaker *maker);

G_END_DECLS
