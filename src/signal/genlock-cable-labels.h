/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on cables: a prefix for what they carry, and a number that is never given twice. */

#pragma once

#include "core/store/genlock-batch.h"
#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/* Where numbers begin: three digits, as crews write them. */
#define GENLOCK_CABLE_FIRST_NUMBER 101

/* Numbers have at most so many digits. */
#define GENLOCK_CABLE_MAX_DIGITS 9

/**
 * GenlockLabelWish:
 * @ids: (nullable) (element-type utf8): the connections, in this order; %NULL for all cables
 *   without a label, by where they begin
 * @relabel: whether those that have a label get another
 * @prefix: (nullable): what stands before the number; %NULL: what goes with each cable
 * @start: the first number; 0: behind the last that was given
 * @digits: to so many digits numbers are filled with zeros, 0 to %GENLOCK_CABLE_MAX_DIGITS; 0: as
 *   the show has them
 */
typedef struct
{
  GPtrArray *ids;
  gboolean relabel;
  const char *prefix;
  guint start;
  guint digits;
} GenlockLabelWish;

/**
 * genlock_label_wish_read:
 * @wish: gets prefix, start and digits
 * @first: the first label as a person types it: "V101"; "" for what goes with each cable
 *
 * Returns: (transfer full): what the prefix of @wish is in; to be kept as long as @wish
 */
char *genlock_label_wish_read (GenlockLabelWish *wish,
                               const char *first);

/* (transfer none): what a cable of this family is called where the show has no habit of its own. */
const char *genlock_cable_family_get_prefix (GenlockConnectorFamily family);

/**
 * genlock_cable_labels_complete:
 * @graph: the graph of the show, as it was before @batch
 * @batch: what is about to be applied
 *
 * Gives each cable that @batch adds and that has no label the next one: with the prefix that most
 * cables of its kind have in the show, else that of its family, and the number behind the highest
 * that such a label ever had, deleted ones included. Crosspoints have none.
 *
 * Returns: how many labels were given
 */
guint genlock_cable_labels_complete (GenlockSignalGraph *graph,
                                     GenlockBatch *batch);

/**
 * genlock_cable_labels_build:
 * @graph: the graph of the show
 * @wish: which cables, and how
 * @n_labels: (out): how many get a label
 *
 * No label is given that a cable has or had.
 *
 * Returns: (transfer full): the batch, one step of undo; may be empty
 */
GenlockBatch *genlock_cable_labels_build (GenlockSignalGraph *graph,
                                          const GenlockLabelWish *wish,
                                          guint *n_labels);

G_END_DECLS
