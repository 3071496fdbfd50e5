/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a show: which there are, and how they come from its rows. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-sheet-build-private.h"
#include "interchange/genlock-sheet-drawing.h"
#include "signal/genlock-signal-load.h"

static const struct
{
  const char *word;
  const char *name;
  gboolean is_wide;
  gboolean takes_device;
  GenlockSheet *(*make)(const GenlockSheetMaker *maker);
} kinds[GENLOCK_SHEET_N_KINDS] = {
  [GENLOCK_SHEET_CABLES] = { "cables", N_("Cables"), TRUE, FALSE, genlock_sheet_make_cables },
  [GENLOCK_SHEET_DEVICE] = { "device", N_("Devices"), TRUE, TRUE, genlock_sheet_make_device },
  [GENLOCK_SHEET_ROUTER] = { "router", N_("Routers and switchers"), TRUE, TRUE,
                             genlock_sheet_make_router },
  [GENLOCK_SHEET_SOURCES] = { "sources", N_("Sources"), TRUE, FALSE, genlock_sheet_make_sources },
  [GENLOCK_SHEET_GEAR] = { "gear", N_("Gear list"), FALSE, FALSE, genlock_sheet_make_gear },
  [GENLOCK_SHEET_COUNT] = { "count", N_("Cable count"), FALSE, FALSE, genlock_sheet_make_count },
  [GENLOCK_SHEET_GRAPH] = { "graph", N_("Patch"), TRUE, FALSE, genlock_sheet_make_graph },
};

static const char * const group_bys[GENLOCK_SHEET_N_GROUP_BYS] = {
  [GENLOCK_SHEET_BY_NOTHING] = "none",
  [GENLOCK_SHEET_BY_FROM] = "from",
  [GENLOCK_SHEET_BY_TO] = "to",
  [GENLOCK_SHEET_BY_SNAKE] = "snake",
  [GENLOCK_SHEET_BY_TYPE] = "type",
};

const char *
genlock_sheet_kind_get_word (GenlockSheetKind kind)
{
  return kinds[kind].word;
}

const char *
genlock_sheet_kind_get_name (GenlockSheetKind kind)
{
  return kinds[kind].name;
}

gboolean
genlock_sheet_kind_find (const char *word,
                         GenlockSheetKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
genlock_sheet_kind_is_wide (GenlockSheetKind kind)
{
  return kinds[kind].is_wide;
}

gboolean
genlock_sheet_kind_takes_device (GenlockSheetKind kind)
{
  return kinds[kind].takes_device;
}

const char *
genlock_sheet_group_by_get_word (GenlockSheetGroupBy by)
{
  return group_bys[by];
}

gboolean
genlock_sheet_group_by_find (const char *word,
                             GenlockSheetGroupBy *by)
{
  for (guint i = 0; i < G_N_ELEMENTS (group_bys); i++)
    if (strcmp (group_bys[i], word) == 0)
      {
        *by = i;
        return TRUE;
      }

  return FALSE;
}

GenlockSheet *
genlock_sheet_make_graph (const GenlockSheetMaker *maker)
{
  GenlockSheet *sheet = genlock_sheet_new (_("Patch"), NULL, 0);
  g_autoptr (GenlockGraphPlan) plan = genlock_graph_plan_new (maker->graph, maker->wish->places);

  sheet->drawing = genlock_sheet_drawing_new (plan);

  return sheet;
}

GenlockSheet *
genlock_sheet_build (GenlockSignalGraph *graph,
                     GenlockSignalCheck *check,
                     const GenlockSheetWish *wish)
{
  GenlockSheetMaker maker = { graph, check, wish };

  return kinds[wish->kind].make (&maker);
}

GenlockSheet *
genlock_sheet_load (GenlockStore *store,
                    const char *production_id,
                    const GenlockSheetWish *wish,
                    GError **error)
{
  g_autoptr (GPtrArray) rows = genlock_signal_load (store, production_id, error);
  g_autoptr (GenlockSignalGraph) graph = NULL;
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autoptr (GPtrArray) places = NULL;
  GenlockSheetWish own = *wish;

  if (rows == NULL)
    return NULL;

  if (wish->kind == GENLOCK_SHEET_GRAPH)
    {
      places = genlock_graph_plan_load_places (store, production_id, error);
      if (places == NULL)
        return NULL;

      own.places = places;
    }

  graph = genlock_signal_graph_new (rows);
  check = genlock_signal_check_new (graph, NULL);
  genlock_signal_check_update (check);

  return genlock_sheet_build (graph, check, &own);
}
