/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two ports can be joined, before they are. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "signal/genlock-link-set.h"
#include "signal/genlock-signal-split.h"
#include "signal/genlock-signal-verdict.h"

static gboolean
is_joined (const GenlockSignalPort *from,
           const GenlockSignalPort *to)
{
  for (guint i = 0; to->in != NULL && i < to->in->len; i++)
    if (((const GenlockSignalLink *) to->in->pdata[i])->from == from)
      return TRUE;

  return FALSE;
}

/* The worst that the rules find. */
static GenlockSignalLevel
ask_rules (GenlockSignalCheck *check,
           GenlockRecord *row,
           char **reason)
{
  g_autoptr (GPtrArray) problems = genlock_signal_check_try (check, row);

  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      /* It is replaced. */
      if (problem->rule == GENLOCK_RULE_FED_TWICE || problem->severity > GENLOCK_SEVERITY_WARNING
          || problem->rule == GENLOCK_RULE_NO_LENGTH)
        continue;

      *reason = g_strdup (problem->sentence);
      return problem->severity == GENLOCK_SEVERITY_WARNING ? GENLOCK_SIGNAL_LEVEL_WARNS
                                                           : GENLOCK_SIGNAL_LEVEL_REFUSED;
    }

  return GENLOCK_SIGNAL_LEVEL_FITS;
}

/* Says what goes before what else there is to say. */
static void
add_feed (const GenlockSignalPort *to,
          char **reason)
{
  const GenlockSignalLink *link = to->in->pdata[0];
  g_autofree char *feed = genlock_signal_port_dup_name (link->from);
  g_autoptr (GPtrArray) set = genlock_link_set_list (link);
  g_autofree char *before = g_steal_pointer (reason);
  g_autofree char *sentence = set->len > 1
                              ? g_strdup_printf (_("Takes the place of %1$s and all %2$u cables "
                                                   "of its set."), feed, set->len)
                              : g_strdup_printf (_("Takes the place of %s."), feed);

  *reason = before != NULL ? g_strconcat (sentence, "\n", before, NULL)
                           : g_steal_pointer (&sentence);
}

GenlockSignalLevel
genlock_signal_judge (GenlockSignalCheck *check,
                      const GenlockSignalPort *from,
                      const GenlockSignalPort *to,
                      const char *production_id,
                      char **reason)
{
  g_autoptr (GenlockRecord) row = NULL;
  GenlockSignalLevel level;

  *reason = NULL;
  if (from->node != to->node && from->is_output == to->is_output)
    *reason = g_strdup (to->is_output ? _("An output cannot feed an output.")
                                      : _("An input cannot feed an input."));
  else if (is_joined (from, to))
    *reason = g_strdup (_("They are joined already."));
  if (*reason != NULL)
    return GENLOCK_SIGNAL_LEVEL_IMPOSSIBLE;

  row = genlock_signal_connect_make (from, to, production_id);
  if (row == NULL)
    {
      *reason = g_strdup (_("Nobody knows this port: give the device its equipment first."));
      return GENLOCK_SIGNAL_LEVEL_IMPOSSIBLE;
    }

  level = ask_rules (check, row, reason);
  if (to->in != NULL && to->in->len > 0 && level < GENLOCK_SIGNAL_LEVEL_REFUSED)
    {
      level = GENLOCK_SIGNAL_LEVEL_REPLACES;
      add_feed (to, reason);
    }

  return level;
}
