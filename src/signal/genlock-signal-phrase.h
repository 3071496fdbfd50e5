/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed commands: "connect SRC 3 to E2 IN 1.1". */

#pragma once

#include "signal/genlock-signal-verdict.h"
#include "signal/genlock-signal-words.h"

G_BEGIN_DECLS

/**
 * GenlockSignalVerb:
 * @GENLOCK_SIGNAL_VERB_NONE: no command
 * @GENLOCK_SIGNAL_VERB_CONNECT: lay a cable, or set a crosspoint
 * @GENLOCK_SIGNAL_VERB_DISCONNECT: take one out
 * @GENLOCK_SIGNAL_VERB_FEEDS: what feeds it?
 * @GENLOCK_SIGNAL_VERB_GOES: where does it go?
 */
typedef enum
{
  GENLOCK_SIGNAL_VERB_NONE,
  GENLOCK_SIGNAL_VERB_CONNECT,
  GENLOCK_SIGNAL_VERB_DISCONNECT,
  GENLOCK_SIGNAL_VERB_FEEDS,
  GENLOCK_SIGNAL_VERB_GOES,
} GenlockSignalVerb;

/**
 * GenlockSignalPhrase:
 * @verb: what to do
 * @said: (nullable): the verb as it was typed
 * @rest: (nullable): what is said behind it
 *
 * A command, not yet understood.
 */
typedef struct
{
  GenlockSignalVerb verb;
  char *said;
  char *rest;
} GenlockSignalPhrase;

void genlock_signal_phrase_clear (GenlockSignalPhrase *phrase);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockSignalPhrase, genlock_signal_phrase_clear)

/**
 * GenlockSignalChoice:
 * @from: (nullable): where the signal comes from; of a question what is asked about, where it is
 *   an output
 * @to: (nullable): where it goes; of a question what is asked about, where it is an input
 * @node: (nullable): of a question about a whole node that node
 * @link: (nullable): what is to be taken out
 * @score: how well it is named
 * @level: of a connection what speaks against it
 * @reason: (nullable): the same in sentences
 *
 * One way to understand a command. Its pointers are good as long as the graph stays as it is.
 */
typedef struct
{
  const GenlockSignalPort *from;
  const GenlockSignalPort *to;
  const GenlockSignalNode *node;
  const GenlockSignalLink *link;
  guint score;
  GenlockSignalLevel level;
  char *reason;
  /*< private >*/
  guint fit;
  guint is_from_named : 1;
  guint is_to_named : 1;
} GenlockSignalChoice;

/**
 * GenlockSignalMeaning:
 * @choices: (element-type GenlockSignalChoice): the best first, at most a handful
 * @trouble: (nullable): why there is none, for people
 * @is_ambiguous: whether several are named equally well, so that only a person can choose
 */
typedef struct
{
  GPtrArray *choices;
  char *trouble;
  gboolean is_ambiguous;
} GenlockSignalMeaning;

void genlock_signal_meaning_free (GenlockSignalMeaning *meaning);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSignalMeaning, genlock_signal_meaning_free)

/**
 * genlock_signal_phrase_parse:
 * @text: what was typed
 * @phrase: (out): the command
 *
 * Verbs are known in English and in the user's language.
 *
 * Returns: whether it begins with a verb
 */
gboolean genlock_signal_phrase_parse (const char *text,
                                      GenlockSignalPhrase *phrase);

/**
 * genlock_signal_phrase_understand:
 * @phrase: a command
 * @words: what nodes are called
 * @check: the check of the same graph, brought up to date
 * @production_id: the show
 *
 * Where a port is not named, the one that fits best is taken: of the right kind, free, and allowed
 * by the rules.
 *
 * Returns: (transfer full): what it may mean
 */
GenlockSignalMeaning *genlock_signal_phrase_understand (const GenlockSignalPhrase *phrase,
                                                        const GenlockSignalWords *words,
                                                        GenlockSignalCheck *check,
                                                        const char *production_id);

/**
 * genlock_signal_phrase_dup_completed:
 * @phrase: a command
 * @choice: one of its choices
 *
 * Returns: (transfer full): the command with what was chosen in the place of what was typed of it:
 *   "connect SRC 3 HDMI 1 to "
 */
char *genlock_signal_phrase_dup_completed (const GenlockSignalPhrase *phrase,
                                           const GenlockSignalChoice *choice);

/* (transfer full): what a connection may mean whose ends are given: "SRC 3", "E2 IN 1.1". */
GenlockSignalMeaning *genlock_signal_phrase_connect (const char *from,
                                                     const char *to,
                                                     const GenlockSignalWords *words,
                                                     GenlockSignalCheck *check,
                                                     const char *production_id);

G_END_DECLS
