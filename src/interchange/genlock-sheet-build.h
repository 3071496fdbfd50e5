/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a show, made from its signal graph. */

#pragma once

#include "core/store/genlock-store.h"
#include "interchange/genlock-sheet.h"
#include "signal/genlock-signal-rules.h"

G_BEGIN_DECLS

/**
 * GenlockSheetKind:
 * @GENLOCK_SHEET_CABLES: every cable of the show
 * @GENLOCK_SHEET_DEVICE: the ports of a device with their cables; of every device that has cables
 *   where none is said, each on one page where it fits
 * @GENLOCK_SHEET_ROUTER: inputs and outputs of a router or switcher: what feeds them, what they
 *   feed, crosspoints and the picture that is there; of all of them where none is said
 * @GENLOCK_SHEET_SOURCES: the sources by type: their outputs, and where they go
 * @GENLOCK_SHEET_GEAR: what has to be brought, with counts
 * @GENLOCK_SHEET_COUNT: cables by type and length, with counts
 * @GENLOCK_SHEET_GRAPH: the patch as a drawing, on as many pages as it takes
 */
typedef enum
{
  GENLOCK_SHEET_CABLES,
  GENLOCK_SHEET_DEVICE,
  GENLOCK_SHEET_ROUTER,
  GENLOCK_SHEET_SOURCES,
  GENLOCK_SHEET_GEAR,
  GENLOCK_SHEET_COUNT,
  GENLOCK_SHEET_GRAPH,
} GenlockSheetKind;

#define GENLOCK_SHEET_N_KINDS (GENLOCK_SHEET_GRAPH + 1)

/**
 * GenlockSheetGroupBy:
 * @GENLOCK_SHEET_BY_NOTHING: one list, by cable
 * @GENLOCK_SHEET_BY_FROM: by where the cables begin
 * @GENLOCK_SHEET_BY_TO: by where they end
 * @GENLOCK_SHEET_BY_SNAKE: by the snake they run in
 * @GENLOCK_SHEET_BY_TYPE: by their type
 *
 * How the sheet of all cables is grouped.
 */
typedef enum
{
  GENLOCK_SHEET_BY_NOTHING,
  GENLOCK_SHEET_BY_FROM,
  GENLOCK_SHEET_BY_TO,
  GENLOCK_SHEET_BY_SNAKE,
  GENLOCK_SHEET_BY_TYPE,
} GenlockSheetGroupBy;

#define GENLOCK_SHEET_N_GROUP_BYS (GENLOCK_SHEET_BY_TYPE + 1)

/* (transfer none): the word of the command line: "cables". */
const char *genlock_sheet_kind_get_word (GenlockSheetKind kind);

/* (transfer none): what people call it, marked for translation. */
const char *genlock_sheet_kind_get_name (GenlockSheetKind kind);

/* Returns: whether @word is a kind. @kind: (out) */
gboolean genlock_sheet_kind_find (const char *word,
                                  GenlockSheetKind *kind);

/* Whether its rows are long: better on paper that lies. */
gboolean genlock_sheet_kind_is_wide (GenlockSheetKind kind);

/* Whether it may be of one device. */
gboolean genlock_sheet_kind_takes_device (GenlockSheetKind kind);

/* (transfer none): "none", "from", "to", "snake", "type". */
const char *genlock_sheet_group_by_get_word (GenlockSheetGroupBy by);
gboolean genlock_sheet_group_by_find (const char *word,
                                      GenlockSheetGroupBy *by);

/**
 * GenlockSheetWish:
 * @kind: which sheet
 * @by: how the sheet of all cables is grouped
 * @device_id: (nullable): of a sheet that may be of one device, which; one that is not in the
 *   graph gives a sheet without rows
 * @source_type: (nullable): of the sheet of sources, which type; "" for those that say none
 * @places: (nullable) (element-type GenlockRecord): of a drawing, rows of graph_nodes: where boxes
 *   stand; genlock_sheet_load() reads them itself
 */
typedef struct
{
  GenlockSheetKind kind;
  GenlockSheetGroupBy by;
  const char *device_id;
  const char *source_type;
  GPtrArray *places;
} GenlockSheetWish;

/**
 * genlock_sheet_list_devices:
 * @graph: the graph of a show
 * @kind: a sheet that may be of one device
 *
 * Returns: (transfer container) (element-type GenlockSignalNode): the devices that are on the
 *   sheet of all of them
 */
GPtrArray *genlock_sheet_list_devices (GenlockSignalGraph *graph,
                                       GenlockSheetKind kind);

/* (transfer container) (element-type utf8): the types of the sources of a show, sorted; "" where
 * one says none. They live as long as the rows of @graph. */
GPtrArray *genlock_sheet_list_source_types (GenlockSignalGraph *graph);

/**
 * genlock_sheet_build:
 * @graph: the graph of a show
 * @check: (nullable): a check of @graph, brought up to date: formats that cables carry are known
 * @wish: which sheet
 *
 * The same show gives the same sheet.
 *
 * Returns: (transfer full): the sheet, in the user's language
 */
GenlockSheet *genlock_sheet_build (GenlockSignalGraph *graph,
                                   GenlockSignalCheck *check,
                                   const GenlockSheetWish *wish);

/**
 * genlock_sheet_load:
 * @store: a store
 * @production_id: a show
 * @wish: which sheet
 * @error: #GenlockStoreError
 *
 * The same from the rows of a show; blocks for them.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
GenlockSheet *genlock_sheet_load (GenlockStore *store,
                                  const char *production_id,
                                  const GenlockSheetWish *wish,
                                  GError **error);

G_END_DECLS
