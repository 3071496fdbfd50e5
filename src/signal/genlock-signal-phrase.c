/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed commands: "connect SRC 3 to E2 IN 1.1". */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-signal-phrase-private.h"

/* Longer text is no command, in bytes. */
#define MAX_TEXT 1000

/* So many links are offered to be taken out. */
#define MAX_LINKS 40

/* A sentence may say "to" so often. */
#define MAX_JOINTS 4

/* Verbs. */

static const struct
{
  GenlockSignalVerb verb;
  const char *english;
  const char *own;
} verbs[] = {
  /* Translators: verbs between bars, in small letters, the first is the usual one; several words
   * are possible. A person types it: "connect SRC 3 to E2 IN 1.1" */
  { GENLOCK_SIGNAL_VERB_CONNECT, "connect|patch", NC_ ("typed command", "connect|patch") },
  { GENLOCK_SIGNAL_VERB_DISCONNECT, "disconnect|unpatch",
    NC_ ("typed command", "disconnect|unpatch") },
  { GENLOCK_SIGNAL_VERB_FEEDS, "what feeds|feeds", NC_ ("typed command", "what feeds|feeds") },
  { GENLOCK_SIGNAL_VERB_GOES, "where does|where goes",
    NC_ ("typed command", "where does|where goes") },
};

void
genlock_signal_phrase_clear (GenlockSignalPhrase *phrase)
{
  g_clear_pointer (&phrase->said, g_free);
  g_clear_pointer (&phrase->rest, g_free);
}

/* One space between words and none around them; no control characters. */
static char *
dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter))
        {
          space = TRUE;
          continue;
        }
      if (space && plain->len > 0)
        g_string_append_c (plain, ' ');
      space = FALSE;
      g_string_append_unichar (plain, letter);
    }
  /* "connect " has begun, "connect" may become "connector". */
  if (space && plain->len > 0)
    g_string_append_c (plain, ' ');

  return g_string_free (plain, FALSE);
}

/* (nullable): what stands behind @word and a space at the beginning of @text, case aside. */
static const char *
skip_word (const char *text,
           const char *word)
{
  glong n_letters = g_utf8_strlen (word, -1);
  g_autofree char *folded = g_utf8_casefold (word, -1);
  g_autofree char *head = NULL;
  const char *end = text;

  for (glong i = 0; i < n_letters; i++)
    {
      if (*end == '\0')
        return NULL;
      end = g_utf8_next_char (end);
    }
  if (*end != ' ')
    return NULL;

  head = g_utf8_casefold (text, end - text);
  return strcmp (head, folded) == 0 ? end + 1 : NULL;
}

static const char *
skip_verb (const char *text,
           const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      const char *rest = skip_word (text, all[i]);

      if (rest != NULL)
        return rest;
    }

  return NULL;
}

gboolean
genlock_signal_phrase_parse (const char *text,
                             GenlockSignalPhrase *phrase)
{
  g_autofree char *plain = NULL;

  phrase->verb = GENLOCK_SIGNAL_VERB_NONE;
  phrase->said = NULL;
  phrase->rest = NULL;
  if (strlen (text) > MAX_TEXT)
    return FALSE;

  plain = dup_plain (text);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const char *own = g_dpgettext2 (GETTEXT_PACKAGE, "typed command", verbs[i].own);
      const char *rest = skip_verb (plain, own);

      if (rest == NULL)
        rest = skip_verb (plain, verbs[i].english);
      if (rest == NULL)
        continue;

      phrase->verb = verbs[i].verb;
      phrase->said = g_strndup (plain, rest - plain - 1);
      phrase->rest = g_strdup (rest);
      return TRUE;
    }

  return FALSE;
}

/* Joints: the words between the two ends. */

/* The length of the joint that @text begins with, in bytes; 0 for none. */
static gsize
get_joint (const char *text,
           GenlockSignalVerb verb)
{
  /* Translators: what stands between the two ends of a cable that a person types, between bars, in
   * small letters: "connect SRC 3 to E2 IN 1.1" */
  const char *own = verb == GENLOCK_SIGNAL_VERB_CONNECT ? C_("typed command", "to|with|into")
                                                        : C_("typed command", "from");
  g_autofree char *all = g_strconcat (own, "|to|with|into|from|->|→|>", NULL);
  g_auto (GStrv) words = g_strsplit (all, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *rest = skip_word (text, words[i]);

      if (rest != NULL)
        return rest - text;
    }

  return 0;
}

/* (transfer full) (element-type utf8): places where @rest may fall into two: pairs of texts. */
static GPtrArray *
list_halves (const GenlockSignalPhrase *phrase)
{
  GPtrArray *halves = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = g_strconcat (phrase->rest, " ", NULL);

  for (char *c = strchr (text, ' '); c != NULL && halves->len < 2 * MAX_JOINTS;
       c = strchr (c + 1, ' '))
    {
      gsize length = get_joint (c + 1, phrase->verb);

      if (length == 0)
        continue;

      g_ptr_array_add (halves, g_strndup (text, c - text));
      g_ptr_array_add (halves, g_strstrip (g_strdup (c + 1 + length)));
    }

  return halves;
}

/* What only one end is said of. */

static GenlockSignalChoice *
add_choice (GPtrArray *choices,
            guint score)
{
  GenlockSignalChoice *choice = g_new0 (GenlockSignalChoice, 1);

  choice->score = score;
  g_ptr_array_add (choices, choice);

  return choice;
}

static gboolean
has_ports (const GenlockSignalNode *node,
           gboolean is_output)
{
  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];

      if (port->record != NULL && port->is_output == is_output)
        return TRUE;
    }

  return FALSE;
}

static void
add_ends (GenlockSignalMeaning *meaning,
          const char *text,
          const GenlockSignalWords *words,
          gboolean is_output)
{
  g_autoptr (GArray) ends = genlock_signal_words_find (words, text, is_output);

  for (guint i = 0; i < ends->len && meaning->choices->len < GENLOCK_SIGNAL_MAX_CHOICES; i++)
    {
      const GenlockSignalEnd *end = &g_array_index (ends, GenlockSignalEnd, i);
      GenlockSignalChoice *choice;

      if (end->port == NULL && (end->has_direction || !has_ports (end->node, is_output)))
        continue;

      choice = add_choice (meaning->choices, end->score);
      choice->node = end->node;
      if (end->port != NULL && end->port->is_output)
        choice->from = end->port;
      else if (end->port != NULL)
        choice->to = end->port;
    }

  if (meaning->choices->len == 0 && *text != '\0')
    meaning->trouble = g_strdup_printf (_("Nothing in this show is called “%s”."), text);
}

/* Taking out. */

static void
add_link (GPtrArray *choices,
          const GenlockSignalLink *link,
          guint score)
{
  GenlockSignalChoice *choice;

  for (guint i = 0; i < choices->len; i++)
    if (((const GenlockSignalChoice *) choices->pdata[i])->link == link)
      return;

  choice = add_choice (choices, score);
  choice->link = link;
  choice->from = link->from;
  choice->to = link->to;
}

static gboolean
is_at (const GenlockSignalPort *port,
       const GenlockSignalEnd *end)
{
  if (end->port != NULL)
    return port == end->port;

  return port->node == end->node && (!end->has_direction || port->is_output == end->is_output);
}

/* The links at one end, or between two. @other: (nullable) */
static void
add_links (GPtrArray *choices,
           const GenlockSignalEnd *end,
           const GenlockSignalEnd *other)
{
  for (guint i = 0; i < end->node->rows->len; i++)
    {
      const GenlockSignalRow *row = end->node->rows->pdata[i];

      for (guint j = 0; j < row->n_links; j++)
        {
          const GenlockSignalLink *link = &row->links[j];

          if (other == NULL ? is_at (link->from, end) || is_at (link->to, end)
                            : (is_at (link->from, end) && is_at (link->to, other))
              || (is_at (link->from, other) && is_at (link->to, end)))
            add_link (choices, link, other == NULL ? end->score : end->score * other->score / 100);
        }
    }
}

/* By the label on the cable. */
static void
add_labelled (GPtrArray *choices,
              const char *text,
              const GenlockSignalWords *words)
{
  g_autoptr (GPtrArray) rows =
    genlock_signal_graph_list_rows (genlock_signal_words_get_graph (words));
  g_auto (GStrv) typed = genlock_signal_words_split (text);

  for (guint i = 0; typed[0] != NULL && i < rows->len; i++)
    {
      const GenlockSignalRow *row = rows->pdata[i];
      const char *label = genlock_record_get_text (row->record, GENLOCK_CONNECTION_CABLE_LABEL);
      g_auto (GStrv) own = NULL;

      if (label == NULL || *label == '\0' || row->n_links == 0)
        continue;

      own = genlock_signal_words_split (label);
      if (g_strv_equal ((const char * const *) own, (const char * const *) typed))
        for (guint j = 0; j < row->n_links; j++)
          if (row->links[j].part != GENLOCK_SIGNAL_CROSSPOINT)
            add_link (choices, &row->links[j], GENLOCK_SIGNAL_WORDS_EXACT);
    }
}

/* Cables before crosspoints, each by where it ends. */
static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const GenlockSignalChoice *first = *(GenlockSignalChoice * const *) a;
  const GenlockSignalChoice *second = *(GenlockSignalChoice * const *) b;
  gboolean first_inside = first->link->part == GENLOCK_SIGNAL_CROSSPOINT;
  gboolean second_inside = second->link->part == GENLOCK_SIGNAL_CROSSPOINT;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (first_inside != second_inside)
    return first_inside ? 1 : -1;
  if (first->to->number != second->to->number)
    return first->to->number < second->to->number ? -1 : 1;

  return first->from->number < second->from->number ? -1
         : first->from->number > second->from->number;
}

static void
add_disconnections (GenlockSignalMeaning *meaning,
                    const GenlockSignalPhrase *phrase,
                    const GenlockSignalWords *words)
{
  g_autoptr (GPtrArray) halves = list_halves (phrase);
  g_autoptr (GArray) ends = NULL;

  for (guint i = 0; i + 1 < halves->len; i += 2)
    {
      g_autoptr (GArray) first = genlock_signal_words_find (words, halves->pdata[i], TRUE);
      g_autoptr (GArray) second = genlock_signal_words_find (words, halves->pdata[i + 1], FALSE);

      for (guint j = 0; j < first->len; j++)
        for (guint k = 0; k < second->len; k++)
          add_links (meaning->choices, &g_array_index (first, GenlockSignalEnd, j),
                     &g_array_index (second, GenlockSignalEnd, k));
    }
  if (meaning->choices->len > 0)
    return;

  add_labelled (meaning->choices, phrase->rest, words);
  ends = genlock_signal_words_find (words, phrase->rest, FALSE);
  for (guint i = 0; i < ends->len; i++)
    add_links (meaning->choices, &g_array_index (ends, GenlockSignalEnd, i), NULL);

  if (meaning->choices->len == 0 && *phrase->rest != '\0')
    meaning->trouble = g_strdup_printf (ends->len > 0 ? _("Nothing is connected to “%s”.")
                                        : _("Nothing in this show is called “%s”."),
                                        phrase->rest);
}

/* "where does SRC 3 go" */
static char *
dup_asked (const GenlockSignalPhrase *phrase)
{
  /* Translators: what may stand at the end of "where does SRC 3 go", between bars, in small
   * letters */
  const char *own = C_("typed command", "go|go to|lead");
  g_autofree char *all = g_strconcat (own, "|go|go to|?", NULL);
  g_auto (GStrv) words = g_strsplit (all, "|", -1);
  char *text = g_strstrip (g_strdup (phrase->rest));

  if (g_str_has_suffix (text, "?"))
    {
      text[strlen (text) - 1] = '\0';
      g_strchomp (text);
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *tail = g_strconcat (" ", words[i], NULL);

      if (g_str_has_suffix (text, tail))
        {
          text[strlen (text) - strlen (tail)] = '\0';
          break;
        }
    }

  return text;
}

static void
understand_connection (GenlockSignalMeaning *meaning,
                       const GenlockSignalPhrase *phrase,
                       const GenlockSignalWords *words,
                       GenlockSignalCheck *check,
                       const char *production_id)
{
  g_autoptr (GPtrArray) halves = list_halves (phrase);

  for (guint i = 0; i + 1 < halves->len; i += 2)
    if (*(const char *) halves->pdata[i + 1] == '\0')
      genlock_signal_meaning_add_targets (meaning, halves->pdata[i], words);
    else
      genlock_signal_meaning_add_pairs (meaning, halves->pdata[i], halves->pdata[i + 1], words);

  if (halves->len == 0)
    {
      g_autofree char *text = g_strstrip (g_strdup (phrase->rest));

      add_ends (meaning, text, words, TRUE);
      return;
    }

  genlock_signal_meaning_judge (meaning, check, production_id);
}

GenlockSignalMeaning *
genlock_signal_phrase_understand (const GenlockSignalPhrase *phrase,
                                  const GenlockSignalWords *words,
                                  GenlockSignalCheck *check,
                                  const char *production_id)
{
  GenlockSignalMeaning *meaning = genlock_signal_meaning_new ();
  g_autofree char *asked = NULL;

  switch (phrase->verb)
    {
    case GENLOCK_SIGNAL_VERB_NONE:
      break;

    case GENLOCK_SIGNAL_VERB_CONNECT:
      understand_connection (meaning, phrase, words, check, production_id);
      break;

    case GENLOCK_SIGNAL_VERB_DISCONNECT:
      add_disconnections (meaning, phrase, words);
      g_ptr_array_sort (meaning->choices, compare_links);
      if (meaning->choices->len > MAX_LINKS)
        g_ptr_array_set_size (meaning->choices, MAX_LINKS);
      meaning->is_ambiguous = meaning->choices->len > 1;
      break;

    case GENLOCK_SIGNAL_VERB_FEEDS:
    case GENLOCK_SIGNAL_VERB_GOES:
      asked = dup_asked (phrase);
      add_ends (meaning, asked, words, phrase->verb == GENLOCK_SIGNAL_VERB_GOES);
      break;
    }

  return meaning;
}

/* As short as it can be said. */
static char *
dup_short_name (const GenlockSignalNode *node)
{
  static const guint labels[] = {
    [GENLOCK_SIGNAL_SOURCE] = GENLOCK_SOURCE_LABEL,
    [GENLOCK_SIGNAL_DEVICE] = GENLOCK_DEVICE_LABEL,
    [GENLOCK_SIGNAL_SEND] = GENLOCK_SEND_LABEL,
  };
  const char *label = node->record != NULL && node->kind != GENLOCK_SIGNAL_UNKNOWN
                      ? genlock_record_get_text (node->record, labels[node->kind]) : NULL;

  return label != NULL && *label != '\0' ? g_strdup (label) : genlock_signal_node_dup_name (node);
}

char *
genlock_signal_phrase_dup_completed (const GenlockSignalPhrase *phrase,
                                     const GenlockSignalChoice *choice)
{
  const GenlockSignalPort *port = choice->from != NULL ? choice->from : choice->to;
  const GenlockSignalNode *node = choice->node != NULL ? choice->node : port->node;
  g_autofree char *name = dup_short_name (node);
  g_autofree char *label = port != NULL ? genlock_signal_port_dup_label (port) : NULL;
  g_auto (GStrv) joints = g_strsplit (C_("typed command", "to|with|into"), "|", 2);
  GString *text = g_string_new (phrase->said);

  g_string_append_printf (text, " %s", name);
  if (label != NULL && *label != '\0')
    g_string_append_printf (text, " %s", label);
  if (phrase->verb == GENLOCK_SIGNAL_VERB_CONNECT)
    g_string_append_printf (text, " %s ", joints[0]);

  return g_string_free (text, FALSE);
}
