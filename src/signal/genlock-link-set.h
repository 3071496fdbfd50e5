/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cables that carry one picture together: dual and quad link. */

#pragma once

#include "core/store/genlock-batch.h"
#include "signal/genlock-signal-rules.h"

G_BEGIN_DECLS

/* No picture takes more cables than this. */
#define GENLOCK_LINK_SET_MAX 8

/**
 * genlock_link_set_list:
 * @link: a link of a graph
 *
 * Returns: (transfer container) (element-type GenlockSignalLink): the cables of its set between the
 *   same two ends, by the port where they begin: the legs in their order; @link alone where it
 *   belongs to none
 */
GPtrArray *genlock_link_set_list (const GenlockSignalLink *link);

/**
 * genlock_link_set_extend:
 * @links: (element-type GenlockSignalLink): what a gesture is about
 *
 * Adds the other cables of the sets that they belong to, so that no set is torn.
 *
 * Returns: how many were added
 */
guint genlock_link_set_extend (GPtrArray *links);

/**
 * genlock_link_set_join:
 * @graph: the graph of a show
 * @ids: (array zero-terminated=1): connections
 * @reason: (out) (transfer full) (nullable): why they cannot be one set, for people
 *
 * Makes two to %GENLOCK_LINK_SET_MAX cables between the same two ends one set.
 *
 * Returns: (transfer full) (nullable): the batch, one step of undo; %NULL where they cannot be
 */
GenlockBatch *genlock_link_set_join (GenlockSignalGraph *graph,
                                     const char * const *ids,
                                     char **reason);

/**
 * genlock_link_set_part:
 * @graph: the graph of a show
 * @ids: (array zero-terminated=1): connections
 *
 * Returns: (transfer full): the batch that makes each cable of the sets that @ids belong to one by
 *   itself; empty where none does
 */
GenlockBatch *genlock_link_set_part (GenlockSignalGraph *graph,
                                     const char * const *ids);

/**
 * genlock_link_set_count:
 * @check: a check, brought up to date
 * @from: an output
 * @to: an input
 *
 * Returns: how many cables between ports like these the picture takes that is at @from; 1 where
 *   one will do or too little is known, 0 where no number will
 */
guint genlock_link_set_count (GenlockSignalCheck *check,
                              const GenlockSignalPort *from,
                              const GenlockSignalPort *to);

/**
 * genlock_link_set_build:
 * @graph: the graph of a show
 * @from: the first output
 * @to: the first input
 * @n_links: how many cables, 2 to %GENLOCK_LINK_SET_MAX
 * @production_id: the show
 *
 * Lays cables from @from and the outputs like it behind it to @to and the inputs like it behind
 * it, and makes them one set.
 *
 * Returns: (transfer full) (nullable): the batch, one step of undo; %NULL where there are not so
 *   many free ports
 */
GenlockBatch *genlock_link_set_build (GenlockSignalGraph *graph,
                                      const GenlockSignalPort *from,
                                      const GenlockSignalPort *to,
                                      guint n_links,
                                      const char *production_id);

/**
 * genlock_link_set_offer:
 * @check: a check, brought up to date
 * @from: an output
 * @to: an input
 * @production_id: the show
 * @n_links: (out): how many cables, 0 for none
 *
 * Where one cable from @from to @to cannot carry the picture that is there, but several beside each
 * other can.
 *
 * Returns: (transfer full) (nullable): the batch that lays them, as genlock_link_set_build()
 */
GenlockBatch *genlock_link_set_offer (GenlockSignalCheck *check,
                                      const GenlockSignalPort *from,
                                      const GenlockSignalPort *to,
                                      const char *production_id,
                                      guint *n_links);

G_END_DECLS
