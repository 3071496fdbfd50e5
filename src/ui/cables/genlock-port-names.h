/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ports of a show by what they are called. */

#pragma once

#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/**
 * GenlockPortNames:
 *
 * Good as long as the graph stays as it is.
 */
typedef struct _GenlockPortNames GenlockPortNames;

/* (transfer full): the ports of @graph that are there. */
GenlockPortNames *genlock_port_names_new (GenlockSignalGraph *graph);
void genlock_port_names_free (GenlockPortNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockPortNames, genlock_port_names_free)

/**
 * genlock_port_names_find:
 * @names: the names
 * @text: "R1 Router · IN 1", or without the dot; in any case of letters
 * @outputs: which direction is meant where a name is used twice
 * @error: %GENLOCK_MODEL_ERROR_RULE, with a sentence
 *
 * Returns: (nullable): the port that is called so
 */
GenlockSignalPort *genlock_port_names_find (GenlockPortNames *names,
                                            const char *text,
                                            gboolean outputs,
                                            GError **error);

/* (transfer full) (nullable): what all of one direction are called, in the order of the show;
 * %NULL where there are more than a person looks through. */
char **genlock_port_names_list (GenlockPortNames *names,
                                gboolean outputs);

G_END_DECLS
