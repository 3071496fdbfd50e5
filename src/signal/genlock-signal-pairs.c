/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which two ports a typed connection may mean. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "signal/genlock-signal-phrase-private.h"

/* So many pairs are compared: what is named so badly that there are more has to be named better. */
#define MAX_PAIRS 64

/* What the choice of a port that was not named rests on. */
#define FIT_FREE_INPUT 8
#define FIT_FAMILY 4
#define FIT_FREE_OUTPUT 2
#define FIT_LINK 1

static void
choice_free (gpointer data)
{
  GenlockSignalChoice *choice = data;

  g_free (choice->reason);
  g_free (choice);
}

GenlockSignalMeaning *
genlock_signal_meaning_new (void)
{
  GenlockSignalMeaning *meaning = g_new0 (GenlockSignalMeaning, 1);

  meaning->choices = g_ptr_array_new_with_free_func (choice_free);

  return meaning;
}

void
genlock_signal_meaning_free (GenlockSignalMeaning *meaning)
{
  g_ptr_array_unref (meaning->choices);
  g_free (meaning->trouble);
  g_free (meaning);
}

static gboolean
is_empty (const GPtrArray *links)
{
  return links == NULL || links->len == 0;
}

static gboolean
is_same_kind (const GenlockSignalPort *from,
              const GenlockSignalPort *to)
{
  return from->connector != NULL && to->connector != NULL
         && from->connector->family == to->connector->family;
}

static guint
get_fit (const GenlockSignalPort *from,
         const GenlockSignalPort *to)
{
  guint fit = 0;

  if (is_empty (to->in))
    fit += FIT_FREE_INPUT;
  if (is_same_kind (from, to))
    fit += FIT_FAMILY;
  if (is_empty (from->out))
    fit += FIT_FREE_OUTPUT;
  if (from->connector != NULL && from->connector == to->connector)
    fit += FIT_LINK;

  return fit;
}

static gboolean
is_listed (const GPtrArray *choices,
           const GenlockSignalPort *from,
           const GenlockSignalPort *to)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const GenlockSignalChoice *choice = choices->pdata[i];

      if (choice->from == from && choice->to == to)
        return TRUE;
    }

  return FALSE;
}

/* An output into an input, or inside of a device an input to an output; the wrong way round is
 * turned. */
static void
add_pair (GPtrArray *choices,
          const GenlockSignalPort *first,
          const GenlockSignalPort *second,
          const GenlockSignalChoice *like)
{
  gboolean turned = first->is_output == (first->node == second->node);
  GenlockSignalChoice *choice;

  if (first->is_output == second->is_output || choices->len >= MAX_PAIRS
      || is_listed (choices, turned ? second : first, turned ? first : second))
    return;

  choice = g_memdup2 (like, sizeof *like);
  choice->from = turned ? second : first;
  choice->to = turned ? first : second;
  choice->fit = get_fit (choice->from, choice->to);
  if (turned)
    {
      choice->score = like->score * 9 / 10;
      choice->is_from_named = like->is_to_named;
      choice->is_to_named = like->is_from_named;
    }
  g_ptr_array_add (choices, choice);
}

/* (transfer container) (element-type GenlockSignalPort): the ports that an end may stand for: the
 * one that was named; else of each kind of connector the first that is free, or the first. */
static GPtrArray *
list_ports (const GenlockSignalEnd *end,
            gboolean is_output)
{
  GPtrArray *ports = g_ptr_array_new ();
  GenlockSignalPort *best[GENLOCK_N_CONNECTOR_FAMILIES] = { NULL };

  if (end->port != NULL)
    {
      g_ptr_array_add (ports, end->port);
      return ports;
    }
  if (end->has_direction && end->is_output != is_output)
    return ports;

  for (guint i = 0; i < end->node->ports->len; i++)
    {
      GenlockSignalPort *port = end->node->ports->pdata[i];
      guint family = port->connector != NULL ? port->connector->family : 0;
      GenlockSignalPort *before = best[family];

      if (port->record == NULL || !port->is_video || port->is_output != is_output)
        continue;
      if (before == NULL
          || (!is_empty (is_output ? before->out : before->in)
              && is_empty (is_output ? port->out : port->in)))
        best[family] = port;
    }
  for (guint i = 0; i < G_N_ELEMENTS (best); i++)
    if (best[i] != NULL)
      g_ptr_array_add (ports, best[i]);

  return ports;
}

static void
add_pairs (GPtrArray *choices,
           const GenlockSignalEnd *from,
           const GenlockSignalEnd *to,
           gboolean turned)
{
  g_autoptr (GPtrArray) outputs = NULL;
  g_autoptr (GPtrArray) inputs = NULL;
  const GenlockSignalChoice like = {
    .score = from->score * to->score / 100,
    .is_from_named = from->port != NULL,
    .is_to_named = to->port != NULL,
  };

  /* A crosspoint is named by both of its ports. */
  if (choices->len >= MAX_PAIRS
      || (from->node == to->node && (from->port == NULL || to->port == NULL)))
    return;

  outputs = list_ports (from, !turned);
  inputs = list_ports (to, turned);

  for (guint i = 0; i < outputs->len; i++)
    for (guint j = 0; j < inputs->len; j++)
      add_pair (choices, outputs->pdata[i], inputs->pdata[j], &like);
}

/* By what was typed, then by what the rules say, then by what fits. */
static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const GenlockSignalChoice *first = *(GenlockSignalChoice * const *) a;
  const GenlockSignalChoice *second = *(GenlockSignalChoice * const *) b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (first->level != second->level)
    return first->level < second->level ? -1 : 1;

  return first->fit > second->fit ? -1 : first->fit < second->fit;
}

/* Whether the two differ in what was typed, not only in the ports that were left open. */
static gboolean
is_other (const GenlockSignalChoice *first,
          const GenlockSignalChoice *second)
{
  return first->score == second->score
         && (first->from->node != second->from->node || first->to->node != second->to->node
             || (first->is_from_named && first->from != second->from)
             || (first->is_to_named && first->to != second->to));
}

void
genlock_signal_meaning_judge (GenlockSignalMeaning *meaning,
                              GenlockSignalCheck *check,
                              const char *production_id)
{
  GPtrArray *choices = meaning->choices;

  g_ptr_array_sort (choices, compare_choices);
  if (choices->len > GENLOCK_SIGNAL_MAX_CHOICES)
    g_ptr_array_set_size (choices, GENLOCK_SIGNAL_MAX_CHOICES);
  for (guint i = 0; i < choices->len; i++)
    {
      GenlockSignalChoice *choice = choices->pdata[i];

      choice->level = genlock_signal_judge (check, choice->from, choice->to, production_id,
                                            &choice->reason);
    }
  g_ptr_array_sort (choices, compare_choices);

  if (choices->len > 0)
    g_clear_pointer (&meaning->trouble, g_free);
  for (guint i = 1; i < choices->len && !meaning->is_ambiguous; i++)
    meaning->is_ambiguous = is_other (choices->pdata[0], choices->pdata[i]);
}

/* The second end may be one more port of what the first names: "rtr 1 in 3 to out 5". */
static void
add_inside (GPtrArray *choices,
            const GArray *from,
            const char *text)
{
  for (guint i = 0; i < from->len; i++)
    {
      const GenlockSignalEnd *end = &g_array_index (from, GenlockSignalEnd, i);
      g_autoptr (GArray) to = NULL;

      if (end->port == NULL || end->port->is_output)
        continue;

      to = genlock_signal_words_find_port (end->node, text, TRUE);
      for (guint j = 0; j < to->len; j++)
        if (g_array_index (to, GenlockSignalEnd, j).port != NULL)
          add_pairs (choices, end, &g_array_index (to, GenlockSignalEnd, j), FALSE);
    }
}

void
genlock_signal_meaning_add_pairs (GenlockSignalMeaning *meaning,
                                  const char *from_text,
                                  const char *to_text,
                                  const GenlockSignalWords *words)
{
  g_autoptr (GArray) from = genlock_signal_words_find (words, from_text, TRUE);
  g_autoptr (GArray) to = genlock_signal_words_find (words, to_text, FALSE);
  guint before = meaning->choices->len;

  for (guint i = 0; i < from->len; i++)
    for (guint j = 0; j < to->len; j++)
      add_pairs (meaning->choices, &g_array_index (from, GenlockSignalEnd, i),
                 &g_array_index (to, GenlockSignalEnd, j), FALSE);
  if (meaning->choices->len == before)
    add_inside (meaning->choices, from, to_text);
  /* Only what cannot be meant as it stands is turned round: "connect DST 1 to SRC 3". */
  for (guint i = 0; meaning->choices->len == before && i < from->len; i++)
    for (guint j = 0; j < to->len; j++)
      add_pairs (meaning->choices, &g_array_index (from, GenlockSignalEnd, i),
                 &g_array_index (to, GenlockSignalEnd, j), TRUE);

  if (meaning->choices->len > before || meaning->trouble != NULL)
    return;

  if (from->len == 0 || to->len == 0)
    meaning->trouble = g_strdup_printf (_("Nothing in this show is called “%s”."),
                                        from->len == 0 ? from_text : to_text);
  else
    meaning->trouble = g_strdup_printf (_("No output of “%s” goes into an input of “%s”."),
                                        from_text, to_text);
}

void
genlock_signal_meaning_add_targets (GenlockSignalMeaning *meaning,
                                    const char *text,
                                    const GenlockSignalWords *words)
{
  g_autoptr (GArray) from = genlock_signal_words_find (words, text, TRUE);
  g_autoptr (GPtrArray) nodes =
    genlock_signal_graph_list_nodes (genlock_signal_words_get_graph (words));

  for (guint i = 0; i < nodes->len && from->len > 0
       && meaning->choices->len < GENLOCK_SIGNAL_MAX_CHOICES; i++)
    {
      const GenlockSignalEnd *end = &g_array_index (from, GenlockSignalEnd, 0);
      GenlockSignalEnd to = { .node = nodes->pdata[i], .score = GENLOCK_SIGNAL_WORDS_EXACT };
      g_autoptr (GPtrArray) outputs = list_ports (end, TRUE);
      g_autoptr (GPtrArray) inputs = list_ports (&to, FALSE);
      const GenlockSignalChoice like = { .score = end->score };

      for (guint j = 0; to.node != end->node && j < outputs->len; j++)
        for (guint k = 0; k < inputs->len; k++)
          if (get_fit (outputs->pdata[j], inputs->pdata[k]) >= FIT_FREE_INPUT + FIT_FAMILY)
            add_pair (meaning->choices, outputs->pdata[j], inputs->pdata[k], &like);
    }
}

GenlockSignalMeaning *
genlock_signal_phrase_connect (const char *from,
                               const char *to,
                               const GenlockSignalWords *words,
                               GenlockSignalCheck *check,
                               const char *production_id)
{
  GenlockSignalMeaning *meaning = genlock_signal_meaning_new ();

  genlock_signal_meaning_add_pairs (meaning, from, to, words);
  genlock_signal_meaning_judge (meaning, check, production_id);

  return meaning;
}
