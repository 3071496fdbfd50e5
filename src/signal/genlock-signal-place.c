/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where nodes of the graph stand on the canvas, as rows. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <math.h>

#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-graph-nodes.h"
#include "signal/genlock-signal-place.h"

/* As far as the table takes it. */
#define MAX_PLACE 1000000.0

static const char * const words[] = {
  [GENLOCK_SIGNAL_SOURCE] = "SOURCE",
  [GENLOCK_SIGNAL_DEVICE] = "DEVICE",
  [GENLOCK_SIGNAL_SEND] = "SEND",
};

GenlockRecord *
genlock_signal_place_make (const GenlockSignalNode *node,
                           const char *production_id,
                           double x,
                           double y)
{
  const char *word;
  g_autofree char *id = NULL;
  GenlockRecord *row;

  g_return_val_if_fail (node->kind < G_N_ELEMENTS (words), NULL);

  word = words[node->kind];
  id = genlock_uuid_from (production_id, word, node->id, NULL);
  row = genlock_record_new_row (&genlock_graph_nodes, id);
  genlock_record_set_text (row, GENLOCK_GRAPH_NODE_PRODUCTION_ID, production_id);
  genlock_record_set_text (row, GENLOCK_GRAPH_NODE_NODE_TYPE, word);
  genlock_record_set_text (row, GENLOCK_GRAPH_NODE_NODE_ID, node->id);
  genlock_record_set_real (row, GENLOCK_GRAPH_NODE_X, x);
  genlock_record_set_real (row, GENLOCK_GRAPH_NODE_Y, y);

  return row;
}

static gboolean
is_place (double value)
{
  return isfinite (value) && fabs (value) <= MAX_PLACE;
}

const char *
genlock_signal_place_get_node (const GenlockRecord *row)
{
  return genlock_record_get_text (row, GENLOCK_GRAPH_NODE_NODE_ID);
}

gboolean
genlock_signal_place_get_kind (const GenlockRecord *row,
                               GenlockSignalKind *kind)
{
  const char *word = genlock_record_get_text (row, GENLOCK_GRAPH_NODE_NODE_TYPE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i], word) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
genlock_signal_place_read (const GenlockRecord *row,
                           GenlockSignalKind *kind,
                           double *x,
                           double *y)
{
  if (!genlock_record_has (row, GENLOCK_GRAPH_NODE_X)
      || !genlock_record_has (row, GENLOCK_GRAPH_NODE_Y)
      || !genlock_record_has (row, GENLOCK_GRAPH_NODE_NODE_ID))
    return FALSE;

  *x = genlock_record_get_real (row, GENLOCK_GRAPH_NODE_X);
  *y = genlock_record_get_real (row, GENLOCK_GRAPH_NODE_Y);

  return genlock_signal_place_get_kind (row, kind) && is_place (*x) && is_place (*y);
}
