/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of typed commands share. */

#pragma once

#include "signal/genlock-signal-phrase.h"

G_BEGIN_DECLS

/* So many ways to understand a command are looked at by the rules, and handed out. */
#define GENLOCK_SIGNAL_MAX_CHOICES 8

/* (transfer full): one without choices. */
GenlockSignalMeaning *genlock_signal_meaning_new (void);

/* Adds what a connection of two texts may mean, and says why there is nothing. */
void genlock_signal_meaning_add_pairs (GenlockSignalMeaning *meaning,
                                       const char *from_text,
                                       const char *to_text,
                                       const GenlockSignalWords *words);

/* Adds the free inputs all over the show that an output of @text fits into. */
void genlock_signal_meaning_add_targets (GenlockSignalMeaning *meaning,
                                         const char *text,
                                         const GenlockSignalWords *words);

/* Asks the rules about the best and puts them into their order. */
void genlock_signal_meaning_judge (GenlockSignalMeaning *meaning,
                                   GenlockSignalCheck *check,
                                   const char *production_id);

G_END_DECLS
