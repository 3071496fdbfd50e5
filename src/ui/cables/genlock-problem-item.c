/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem as a line of a list: what it says, kept apart from the graph. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/cables/genlock-problem-item.h"

struct _GenlockProblemItem
{
  GObject parent_instance;

  char *heading;   /* owned, nullable */
  GenlockRuleId rule;
  GenlockSeverity severity;
  const GenlockTable *table;
  char *record_id; /* owned, nullable */
  char *sentence;  /* owned, nullable */
  char *facts;     /* owned, nullable */
  char *reason;    /* owned, nullable: why it was put aside */
  char *reopened;  /* owned, nullable: why it had been, before its facts changed */
  gboolean has_link;
};

G_DEFINE_FINAL_TYPE (GenlockProblemItem, genlock_problem_item, G_TYPE_OBJECT)

static void
genlock_problem_item_finalize (GObject *object)
{
  GenlockProblemItem *item = GENLOCK_PROBLEM_ITEM (object);

  g_free (item->heading);
  g_free (item->record_id);
  g_free (item->sentence);
  g_free (item->facts);
  g_free (item->reason);
  g_free (item->reopened);

  G_OBJECT_CLASS (genlock_problem_item_parent_class)->finalize (object);
}

static void
genlock_problem_item_class_init (GenlockProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = genlock_problem_item_finalize;
}

static void
genlock_problem_item_init (GenlockProblemItem *item)
{
}

GenlockProblemItem *
genlock_problem_item_new (const GenlockSignalProblem *problem)
{
  GenlockProblemItem *item = g_object_new (GENLOCK_TYPE_PROBLEM_ITEM, NULL);

  item->rule = problem->rule;
  item->severity = problem->severity;
  item->table = problem->table;
  item->record_id = g_strdup (problem->record_id);
  item->sentence = g_strdup (problem->sentence);
  item->facts = g_strdup (problem->facts);
  item->reason = g_strdup (problem->reason);
  item->reopened = g_strdup (problem->reopened);
  item->has_link = problem->link != NULL;

  return item;
}

GenlockProblemItem *
genlock_problem_item_new_heading (const char *heading)
{
  GenlockProblemItem *item = g_object_new (GENLOCK_TYPE_PROBLEM_ITEM, NULL);

  item->heading = g_strdup (heading);

  return item;
}

gboolean
genlock_problem_item_equal (GenlockProblemItem *a,
                            GenlockProblemItem *b)
{
  return a->rule == b->rule && a->severity == b->severity && a->table == b->table
         && a->has_link == b->has_link && g_strcmp0 (a->heading, b->heading) == 0
         && g_strcmp0 (a->record_id, b->record_id) == 0
         && g_strcmp0 (a->sentence, b->sentence) == 0 && g_strcmp0 (a->facts, b->facts) == 0
         && g_strcmp0 (a->reason, b->reason) == 0 && g_strcmp0 (a->reopened, b->reopened) == 0;
}

GenlockSignalProblem *
genlock_problem_item_find (GenlockProblemItem *item,
                           GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      GenlockSignalProblem *problem = problems->pdata[i];

      if (problem->rule == item->rule && problem->table == item->table
          && g_strcmp0 (problem->record_id, item->record_id) == 0
          && g_strcmp0 (problem->facts, item->facts) == 0)
        return problem;
    }

  return NULL;
}

const char *
genlock_problem_item_get_heading (GenlockProblemItem *item)
{
  return item->heading;
}

GenlockSeverity
genlock_problem_item_get_severity (GenlockProblemItem *item)
{
  return item->severity;
}

const GenlockTable *
genlock_problem_item_get_table (GenlockProblemItem *item)
{
  return item->table;
}

const char *
genlock_problem_item_get_record_id (GenlockProblemItem *item)
{
  return item->record_id;
}

const char *
genlock_problem_item_get_sentence (GenlockProblemItem *item)
{
  return item->sentence;
}

char *
genlock_problem_item_dup_detail (GenlockProblemItem *item)
{
  const char *title = _(genlock_signal_rules_get ()[item->rule].title);

  if (item->reason != NULL && *item->reason != '\0')
    /* Translators: a rule, and why a problem with it was put aside */
    return g_strdup_printf (_("%1$s · put aside: %2$s"), title, item->reason);
  if (item->reopened != NULL)
    return g_strdup_printf (_("%1$s · open again, the facts have changed; it was put aside: %2$s"),
                            title, item->reopened);

  return g_strdup (title);
}

gboolean
genlock_problem_item_is_aside (GenlockProblemItem *item)
{
  return item->reason != NULL;
}

gboolean
genlock_problem_item_may_be_fixed (GenlockProblemItem *item)
{
  if (!item->has_link || item->severity > GENLOCK_SEVERITY_WARNING || item->reason != NULL)
    return FALSE;

  return item->rule == GENLOCK_RULE_FED_TWICE || item->rule == GENLOCK_RULE_FAN_OUT
         || item->rule == GENLOCK_RULE_CONNECTOR || item->rule == GENLOCK_RULE_BANDWIDTH
         || item->rule == GENLOCK_RULE_SDI_RASTER || item->rule == GENLOCK_RULE_RATE;
}
