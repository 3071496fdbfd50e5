/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the rules share among themselves. */

#pragma once

#include "core/model/genlock-link.h"
#include "signal/genlock-signal-check-private.h"

G_BEGIN_DECLS

/**
 * GenlockConnectorFit:
 * @GENLOCK_CONNECTOR_FIT_UNKNOWN: too little is known
 * @GENLOCK_CONNECTOR_FIT_OK: one goes into the other
 * @GENLOCK_CONNECTOR_FIT_ADAPTER: with a passive adapter
 * @GENLOCK_CONNECTOR_FIT_CONVERTER: only with a converter
 * @GENLOCK_CONNECTOR_FIT_OTHER_MODE: single mode and multimode: never
 */
typedef enum
{
  GENLOCK_CONNECTOR_FIT_UNKNOWN,
  GENLOCK_CONNECTOR_FIT_OK,
  GENLOCK_CONNECTOR_FIT_ADAPTER,
  GENLOCK_CONNECTOR_FIT_CONVERTER,
  GENLOCK_CONNECTOR_FIT_OTHER_MODE,
} GenlockConnectorFit;

GenlockConnectorFit genlock_connectors_fit (const GenlockConnector *from,
                                            const GenlockConnector *to);

/* (nullable) (transfer none): the connector that arrives behind the secondary devices of both ends.
 * @is_known: whether all of them are understood. */
const GenlockConnector *genlock_signal_link_get_arriving (const GenlockSignalLink *link,
                                                          gboolean *is_known);

/* Returns: whether there is no error. */
gboolean genlock_signal_rules_check_connector (const GenlockSignalLink *link,
                                               GPtrArray *found);

/* (transfer full): @sentence with names in the places of %s, %1$s, %2$s and %3$s. Those that it has
 * no place for may be %NULL. */
char *genlock_signal_fill (const char *sentence,
                           const char *first,
                           const char *second,
                           const char *third);

/* (transfer full): "V 7 (SRC 1 · HDMI 1 → E2 · IN 1)", without a label the ends alone. */
char *genlock_signal_link_dup_name (const GenlockSignalLink *link);

/**
 * genlock_signal_fit_link:
 * @format: what is sent
 * @link: a link of a graph
 * @info: (out): the narrowest of what is known: either end, or the cable
 *
 * Returns: whether it fits there; not checked where no rate is known
 */
GenlockFit genlock_signal_fit_link (const GenlockFormat *format,
                                    const GenlockSignalLink *link,
                                    const GenlockLinkInfo **info);

/* Whether @port carries the format, as far as anybody can tell. @port: (nullable): it does not. */
gboolean genlock_signal_carries (const GenlockConnector *port,
                                 const GenlockFormat *format);

/* (transfer full): the strands that "1-2", "3, 4" or "A" names, each for itself. @text: (nullable).
 * */
char **genlock_signal_list_strands (const char *text);

/* Whether there are enough of the cables that carry one picture together. @links: not empty. */
void genlock_signal_rules_check_set (GenlockSignalCheck *check,
                                     GPtrArray *links,
                                     GPtrArray *found);

/* (transfer full): rows by what they say, each with the others that say it: text -> GPtrArray. */
GHashTable *genlock_signal_index_new (void);

/* @text: (transfer full) (nullable): nothing is said where it is empty. */
void genlock_signal_index_add (GHashTable *index,
                               char *text,
                               gconstpointer row);

/* The cables of @row by their group, and the row by each of its strands. */
void genlock_signal_index_sets (GHashTable *sets,
                                const GenlockSignalRow *row);
void genlock_signal_index_strands (GHashTable *strands,
                                   const GenlockRecord *row);

void genlock_signal_rules_check_sets (GenlockSignalCheck *check,
                                      GHashTable *sets,
                                      GPtrArray *found);
void genlock_signal_rules_check_strands (GHashTable *strands,
                                         GPtrArray *found);

/* Metres that a cable between these ends reaches; 0 where no table says. @kind: (out) (transfer
 * none): what it is called. */
double genlock_signal_get_reach (const GenlockSignalLink *link,
                                 const GenlockFormat *format,
                                 const char **kind);

G_END_DECLS
