/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a check finds in a show made of short words. */

#pragma once

#include "signal-help.h"
#include "signal/genlock-signal-rules.h"

/* (transfer full): the show checked anew. */
GenlockSignalCheck *rule_check (SignalShow *show);

/* (transfer none) (nullable): the first open problem of a rule. */
const GenlockSignalProblem *rule_find (GenlockSignalCheck *check,
                                       GenlockRuleId rule);

/* Expects one problem of @rule with this severity and sentence. */
void rule_expect (SignalShow *show,
                  GenlockRuleId rule,
                  GenlockSeverity severity,
                  const char *sentence);

/* Expects none of @rule, not even one that could not be checked. */
void rule_expect_none (SignalShow *show,
                       GenlockRuleId rule);

/* (transfer full): every problem with all that is in it. */
char *rule_dump (GenlockSignalCheck *check);
