/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes and ports by what people type: "src 3", "e2 in 1.1". */

#pragma once

#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/* Text of more words than this is no name of anything. */
#define GENLOCK_SIGNAL_MAX_WORDS 24

/* How well words name something: all of it, or less. */
#define GENLOCK_SIGNAL_WORDS_EXACT 100
#define GENLOCK_SIGNAL_WORDS_NAME 95
#define GENLOCK_SIGNAL_WORDS_PREFIX 60
#define GENLOCK_SIGNAL_WORDS_SOME 30

/**
 * GenlockSignalWords:
 *
 * What the nodes of a graph are called, ready to be compared. Good as long as the graph stays as
 * it is.
 */
typedef struct _GenlockSignalWords GenlockSignalWords;

/**
 * GenlockSignalEnd:
 * @node: what is meant
 * @port: (nullable): its port; %NULL where only the node was named
 * @is_output: where only a direction was named: which one
 * @has_direction: whether it was
 * @score: how well it is named: %GENLOCK_SIGNAL_WORDS_EXACT or less
 *
 * What words may mean. Owns nothing.
 */
typedef struct
{
  GenlockSignalNode *node;
  GenlockSignalPort *port;
  gboolean is_output;
  gboolean has_direction;
  guint score;
} GenlockSignalEnd;

/**
 * genlock_signal_words_split:
 * @text: any text
 *
 * Words and numbers apart, case and zeros before numbers aside: "SRC03" is "src", "3".
 *
 * Returns: (transfer full) (array zero-terminated=1): at most %GENLOCK_SIGNAL_MAX_WORDS and one
 *   more, which says that there are too many
 */
char **genlock_signal_words_split (const char *text);

/**
 * genlock_signal_words_rank:
 * @typed: (array zero-terminated=1): words as they were typed
 * @words: (array zero-terminated=1): words that something is called
 *
 * The last word that was typed may have begun only, a number too.
 *
 * Returns: %GENLOCK_SIGNAL_WORDS_EXACT or less; 0 where not all that was typed is there in its
 *   order
 */
guint genlock_signal_words_rank (const char * const *typed,
                                 const char * const *words);

/* @graph: (transfer none): has to outlive it */
GenlockSignalWords *genlock_signal_words_new (GenlockSignalGraph *graph);
void genlock_signal_words_free (GenlockSignalWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSignalWords, genlock_signal_words_free)

GenlockSignalGraph *genlock_signal_words_get_graph (const GenlockSignalWords *words);

/**
 * genlock_signal_words_find:
 * @words: what nodes are called
 * @text: "SRC 3", "e2 in 1.1", "rtr 1 out 5", "cam 2 hdmi"
 * @is_output: the direction that a number without one means
 *
 * A node by its label, its name or some words of it, then perhaps its port: by its label, by slot
 * and number ("in 1.1"), by direction and number, by connector.
 *
 * Returns: (transfer full) (element-type GenlockSignalEnd): what is named as well as nothing else,
 *   the best first; empty for none
 */
GArray *genlock_signal_words_find (const GenlockSignalWords *words,
                                   const char *text,
                                   gboolean is_output);

/**
 * genlock_signal_words_find_port:
 * @node: a node
 * @text: "in 1.1"
 * @is_output: the direction that a number without one means
 *
 * Returns: (transfer full) (element-type GenlockSignalEnd): its ports that are called so, the
 *   best first
 */
GArray *genlock_signal_words_find_port (GenlockSignalNode *node,
                                        const char *text,
                                        gboolean is_output);

G_END_DECLS
