/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problems of a row in words and as a mark. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-problem-words.h"

GenlockMark
genlock_severity_get_mark (GenlockSeverity severity)
{
  static const GenlockMark marks[GENLOCK_N_SEVERITIES] = {
    [GENLOCK_SEVERITY_ERROR] = GENLOCK_MARK_ERROR,
    [GENLOCK_SEVERITY_WARNING] = GENLOCK_MARK_WARNING,
    [GENLOCK_SEVERITY_INFO] = GENLOCK_MARK_INFO,
    [GENLOCK_SEVERITY_NOT_CHECKED] = GENLOCK_MARK_NONE,
  };

  return marks[severity];
}

static char *
print (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "",
                              _(genlock_severity_get_name (problem->severity)),
                              problem->sentence);
    }

  return g_string_free (text, FALSE);
}

GenlockMark
genlock_problem_words_get (GenlockCheckedShow *show,
                           const char *record_id,
                           char **words)
{
  GPtrArray *problems = genlock_checked_show_get_problems_of (show, record_id);

  if (words != NULL)
    *words = problems != NULL ? print (problems) : NULL;

  return problems != NULL
         ? genlock_severity_get_mark (((GenlockSignalProblem *) problems->pdata[0])->severity)
         : GENLOCK_MARK_NONE;
}
