/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a check finds in a show made of short words. */

#include "config.h"

#include "rule-help.h"

GenlockSignalCheck *
rule_check (SignalShow *show)
{
  GenlockSignalCheck *check = genlock_signal_check_new (show->graph, NULL);

  genlock_signal_check_update (check);

  return check;
}

const GenlockSignalProblem *
rule_find (GenlockSignalCheck *check,
           GenlockRuleId rule)
{
  g_autoptr (GPtrArray) problems = genlock_signal_check_list (check);

  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      if (problem->rule == rule && problem->reason == NULL)
        return problem;
    }

  return NULL;
}

char *
rule_dump (GenlockSignalCheck *check)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = genlock_signal_check_list (check);

  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      g_string_append_printf (text, "%s %s %s %s %s %s (%s) (%s)\n",
                              genlock_severity_get_word (problem->severity),
                              genlock_signal_rules_get ()[problem->rule].word,
                              problem->table->name, problem->record_id, problem->facts,
                              problem->sentence,
                              problem->reason != NULL ? problem->reason : "",
                              problem->reopened != NULL ? problem->reopened : "");
    }

  return g_string_free (text, FALSE);
}

void
rule_expect (SignalShow *show,
             GenlockRuleId rule,
             GenlockSeverity severity,
             const char *sentence)
{
  g_autoptr (GenlockSignalCheck) check = rule_check (show);
  g_autofree char *dump = rule_dump (check);
  g_autoptr (GPtrArray) problems = genlock_signal_check_list (check);
  guint n = 0;

  g_test_message ("%s", dump);
  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      if (problem->rule != rule)
        continue;

      n++;
      g_assert_cmpstr (problem->sentence, ==, sentence);
      g_assert_cmpint (problem->severity, ==, severity);
    }
  g_assert_cmpuint (n, ==, 1);
}

void
rule_expect_none (SignalShow *show,
                  GenlockRuleId rule)
{
  g_autoptr (GenlockSignalCheck) check = rule_check (show);
  g_autofree char *dump = rule_dump (check);

  g_test_message ("%s", dump);
  g_assert_null (rule_find (check, rule));
}
