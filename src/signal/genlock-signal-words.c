/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes and ports by what people type: "src 3", "e2 in 1.1". */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-ports.h"
#include "signal/genlock-signal-words.h"

/* What stands behind it in a name is not compared, in bytes. */
#define TEXT_LOOKED_AT 1000

/* So many nodes are asked for a port when several could be meant. */
#define MAX_NODES 16

/* So many ends are handed out. */
#define MAX_ENDS 48

/* Ends that are named this much worse than the best, in percent, are not meant. */
#define ALIKE 75

/* How well a port is named by its place. */
#define BY_NUMBER 85
#define BY_CONNECTOR 75
#define BY_DIRECTION 70

typedef struct
{
  GenlockSignalNode *node;
  char **label; /* owned */
  char **name;  /* owned */
  char **both;  /* owned */
  char **model; /* owned, nullable */
} Entry;

struct _GenlockSignalWords
{
  GenlockSignalGraph *graph;
  GArray *entries; /* owned (element-type Entry) */
};

/* Splitting. */

typedef enum
{
  LETTER_OTHER,
  LETTER_WORD,
  LETTER_DIGIT,
} Letter;

static Letter
get_letter (gunichar letter)
{
  if (g_unichar_isdigit (letter))
    return LETTER_DIGIT;

  return g_unichar_isalpha (letter) || g_unichar_ismark (letter) ? LETTER_WORD : LETTER_OTHER;
}

static void
add_word (GPtrArray *words,
          const char *start,
          const char *end,
          Letter letter)
{
  while (letter == LETTER_DIGIT && *start == '0' && start + 1 < end)
    start++;

  g_ptr_array_add (words, g_strndup (start, end - start));
}

char **
genlock_signal_words_split (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *head = g_utf8_make_valid (text, MIN (strlen (text), TEXT_LOOKED_AT));
  g_autofree char *plain = g_utf8_normalize (head, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (plain, -1);
  const char *start = folded;
  Letter before = LETTER_OTHER;

  for (const char *c = folded;; c = g_utf8_next_char (c))
    {
      Letter letter = *c != '\0' ? get_letter (g_utf8_get_char (c)) : LETTER_OTHER;

      if (letter != before)
        {
          if (before != LETTER_OTHER)
            add_word (words, start, c, before);
          start = c;
          before = letter;
        }
      if (*c == '\0' || words->len > GENLOCK_SIGNAL_MAX_WORDS)
        break;
    }

  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_steal (words, NULL);
}

/* Comparing. */

static guint
count (const char * const *words)
{
  return words != NULL ? g_strv_length ((char **) words) : 0;
}

/* How words have to be typed: whole, or the last may have begun only, or even if it is a number. */
typedef enum
{
  TYPED_WHOLE,
  TYPED_BEGUN,
  TYPED_NUMBERS_TOO,
} Typed;

static gboolean
begins (const char *word,
        const char *typed,
        Typed how)
{
  if (strcmp (word, typed) == 0)
    return TRUE;

  return how != TYPED_WHOLE && (how == TYPED_NUMBERS_TOO || !g_ascii_isdigit (*typed))
         && g_str_has_prefix (word, typed);
}

/* @n_typed of the words, one behind the other from the first. */
static gboolean
is_head (const char * const *typed,
         guint n_typed,
         const char * const *words,
         Typed how)
{
  for (guint i = 0; i < n_typed; i++)
    {
      if (words == NULL || words[i] == NULL)
        return FALSE;
      if (!begins (words[i], typed[i], i + 1 < n_typed ? TYPED_WHOLE : how))
        return FALSE;
    }

  return TRUE;
}

/* Each of them somewhere, in their order. */
static gboolean
is_part (const char * const *typed,
         guint n_typed,
         const char * const *words,
         Typed how)
{
  guint j = 0;

  for (guint i = 0; words != NULL && words[i] != NULL && j < n_typed; i++)
    if (begins (words[i], typed[j],
                how == TYPED_NUMBERS_TOO && j + 1 < n_typed ? TYPED_BEGUN : how))
      j++;

  return j == n_typed;
}

static guint
rank (const char * const *typed,
      guint n_typed,
      const char * const *words,
      Typed how)
{
  if (n_typed == 0 || n_typed > GENLOCK_SIGNAL_MAX_WORDS)
    return 0;
  if (is_head (typed, n_typed, words, how))
    return count (words) == n_typed && is_head (typed, n_typed, words, TYPED_WHOLE)
           ? GENLOCK_SIGNAL_WORDS_EXACT : GENLOCK_SIGNAL_WORDS_PREFIX;

  return is_part (typed, n_typed, words, how) ? GENLOCK_SIGNAL_WORDS_SOME : 0;
}

guint
genlock_signal_words_rank (const char * const *typed,
                           const char * const *words)
{
  return rank (typed, count (typed), words, TYPED_NUMBERS_TOO);
}

/* Nodes. */

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_strfreev (entry->label);
  g_strfreev (entry->name);
  g_strfreev (entry->both);
  g_strfreev (entry->model);
}

static char **
split_field (const GenlockRecord *record,
             guint field)
{
  const char *text = genlock_record_get_text (record, field);

  return genlock_signal_words_split (text != NULL ? text : "");
}

static void
add_entry (GArray *entries,
           GenlockSignalNode *node)
{
  static const guint fields[][2] = {
    [GENLOCK_SIGNAL_SOURCE] = { GENLOCK_SOURCE_LABEL, GENLOCK_SOURCE_NAME },
    [GENLOCK_SIGNAL_DEVICE] = { GENLOCK_DEVICE_LABEL, GENLOCK_DEVICE_NAME },
    [GENLOCK_SIGNAL_SEND] = { GENLOCK_SEND_LABEL, GENLOCK_SEND_NAME },
  };
  Entry entry = { .node = node };
  g_autofree char *both = NULL;

  if (node->record == NULL || node->kind == GENLOCK_SIGNAL_UNKNOWN)
    return;

  both = genlock_signal_node_dup_name (node);
  entry.label = split_field (node->record, fields[node->kind][0]);
  entry.name = split_field (node->record, fields[node->kind][1]);
  entry.both = genlock_signal_words_split (both);
  if (node->kind == GENLOCK_SIGNAL_DEVICE && node->spec != NULL)
    entry.model = split_field (node->spec, GENLOCK_EQUIPMENT_SPEC_MODEL);
  g_array_append_val (entries, entry);
}

GenlockSignalWords *
genlock_signal_words_new (GenlockSignalGraph *graph)
{
  GenlockSignalWords *words = g_new0 (GenlockSignalWords, 1);
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (graph);

  words->graph = graph;
  words->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), nodes->len);
  g_array_set_clear_func (words->entries, entry_clear);
  for (guint i = 0; i < nodes->len; i++)
    add_entry (words->entries, nodes->pdata[i]);

  return words;
}

void
genlock_signal_words_free (GenlockSignalWords *words)
{
  g_array_unref (words->entries);
  g_free (words);
}

GenlockSignalGraph *
genlock_signal_words_get_graph (const GenlockSignalWords *words)
{
  return words->graph;
}

static guint
rank_node (const Entry *entry,
           const char * const *typed,
           guint n_typed,
           Typed how)
{
  guint best = rank (typed, n_typed, (const char * const *) entry->both, how);
  guint other;

  if (best < GENLOCK_SIGNAL_WORDS_EXACT
      && rank (typed, n_typed, (const char * const *) entry->label, TYPED_WHOLE)
      == GENLOCK_SIGNAL_WORDS_EXACT)
    return GENLOCK_SIGNAL_WORDS_EXACT;

  other = rank (typed, n_typed, (const char * const *) entry->name, how);
  best = MAX (best, MIN (other, GENLOCK_SIGNAL_WORDS_NAME));
  other = rank (typed, n_typed, (const char * const *) entry->model, how);

  return MAX (best, MIN (other, GENLOCK_SIGNAL_WORDS_PREFIX - 5));
}

/* Ports. */

static gboolean
is_direction (const char *word,
              gboolean is_output)
{
  static const char * const english[] = { "in|input|inp", "out|output|outp" };
  /* Translators: what people type for an input of a device, between bars, in small letters */
  const char *own = is_output ? C_("typed command", "out|output")
                              : C_("typed command", "in|input");
  g_autofree char *all = g_strconcat (own, "|", english[is_output], NULL);
  g_auto (GStrv) words = g_strsplit (all, "|", -1);

  return g_strv_contains ((const char * const *) words, word);
}

static gboolean
is_number (const char *word,
           guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return word != NULL && strcmp (word, text) == 0;
}

static guint
get_slot (const GenlockSignalPort *port)
{
  return port->card != NULL && genlock_record_has (port->card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER)
         ? (guint) genlock_record_get_int (port->card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER) : 0;
}

/* "1.1" of what follows the direction: slot and port, or of what has no slots its number. */
static guint
rank_place (const GenlockSignalPort *port,
            const char * const *typed,
            guint n_typed)
{
  guint slot = get_slot (port);

  if (slot > 0 && n_typed == 2 && is_number (typed[0], slot) && is_number (typed[1], port->number))
    return GENLOCK_SIGNAL_WORDS_EXACT;
  if (n_typed == 1 && is_number (typed[0], port->number))
    return slot == 0 ? BY_NUMBER : GENLOCK_SIGNAL_WORDS_PREFIX;

  return 0;
}

/* "hdmi 2": the second HDMI of its direction. */
static guint
rank_connector (const GenlockSignalPort *port,
                const char * const *typed,
                guint n_typed)
{
  g_auto (GStrv) words = genlock_signal_words_split (genlock_signal_port_get_connector_text (port));
  guint number = 0;

  if (n_typed == 0 || n_typed > 2 || g_unichar_isdigit (g_utf8_get_char (typed[0]))
      || !is_part (typed, 1, (const char * const *) words, TYPED_WHOLE))
    return 0;
  if (n_typed == 1)
    return BY_DIRECTION;

  for (guint i = 0; i < port->node->ports->len; i++)
    {
      const GenlockSignalPort *other = port->node->ports->pdata[i];

      number += other->is_output == port->is_output && other->record != NULL
                && other->connector == port->connector;
      if (other == port)
        break;
    }

  return is_number (typed[1], number) ? BY_CONNECTOR : 0;
}

/* Without the word "slot" in front. */
static guint
rank_title (const GenlockSignalPort *port,
            const char * const *typed,
            guint n_typed)
{
  g_autofree char *title = genlock_signal_port_dup_label (port);
  g_auto (GStrv) words = genlock_signal_words_split (title);
  guint best = rank (typed, n_typed, (const char * const *) words, TYPED_BEGUN);

  if (best < GENLOCK_SIGNAL_WORDS_EXACT && port->card != NULL)
    {
      g_auto (GStrv) label = split_field (port->record, GENLOCK_PORT_LABEL);

      if (words[0] != NULL)
        best = MAX (best, rank (typed, n_typed, (const char * const *) words + 1, TYPED_BEGUN));
      best = MAX (best, MIN (rank (typed, n_typed, (const char * const *) label, TYPED_BEGUN),
                             GENLOCK_SIGNAL_WORDS_NAME));
    }

  return best;
}

static guint
rank_port (const GenlockSignalPort *port,
           const char * const *typed,
           guint n_typed,
           gboolean is_output)
{
  guint best = rank_title (port, typed, n_typed);

  if (best == GENLOCK_SIGNAL_WORDS_EXACT)
    return best;
  if (is_direction (typed[0], port->is_output))
    {
      best = MAX (best, rank_place (port, typed + 1, n_typed - 1));
      return MAX (best, rank_connector (port, typed + 1, n_typed - 1));
    }

  if (port->is_output == is_output)
    best = MAX (best, MIN (rank_place (port, typed, n_typed), GENLOCK_SIGNAL_WORDS_NAME));

  return MAX (best, rank_connector (port, typed, n_typed));
}

static void
add_end (GArray *ends,
         GenlockSignalNode *node,
         GenlockSignalPort *port,
         guint score)
{
  GenlockSignalEnd end = { .node = node, .port = port, .score = score };

  g_array_append_val (ends, end);
}

static void
add_ports (GArray *ends,
           GenlockSignalNode *node,
           guint node_score,
           const char * const *typed,
           guint n_typed,
           gboolean is_output)
{
  for (guint i = 0; i < node->ports->len; i++)
    {
      GenlockSignalPort *port = node->ports->pdata[i];
      guint score = port->record != NULL ? rank_port (port, typed, n_typed, is_output) : 0;

      if (score > 0)
        add_end (ends, node, port, node_score * score / 100);
    }

  /* "e2 in": any input. */
  for (guint output = 0; n_typed == 1 && output < 2; output++)
    if (is_direction (typed[0], output))
      {
        GenlockSignalEnd end = { node, NULL, output, TRUE, node_score * BY_NUMBER / 100 };

        g_array_append_val (ends, end);
      }
}

/* Finding. */

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const GenlockSignalEnd *first = a;
  const GenlockSignalEnd *second = b;

  return first->score > second->score ? -1 : first->score < second->score;
}

static gboolean
is_known (const GArray *ends,
          guint n,
          const GenlockSignalEnd *end)
{
  for (guint i = 0; i < n; i++)
    {
      const GenlockSignalEnd *other = &g_array_index (ends, GenlockSignalEnd, i);

      if (other->node == end->node && other->port == end->port
          && other->has_direction == end->has_direction && other->is_output == end->is_output)
        return TRUE;
    }

  return FALSE;
}

/* The best first, each once, and none that is named much worse. */
static void
sort_ends (GArray *ends)
{
  guint n = 0;

  /* Stable: equal ones stay in their order. */
  g_array_sort (ends, compare_ends);
  for (guint i = 0; i < ends->len && n < MAX_ENDS; i++)
    {
      const GenlockSignalEnd end = g_array_index (ends, GenlockSignalEnd, i);

      if (end.score * 100 < g_array_index (ends, GenlockSignalEnd, 0).score * ALIKE)
        break;
      if (!is_known (ends, n, &end))
        g_array_index (ends, GenlockSignalEnd, n++) = end;
    }
  g_array_set_size (ends, n);
}

/* The nodes that the first @n_node words name, asked for the port that the others name. */
static void
add_nodes (GArray *ends,
           const GenlockSignalWords *words,
           const char * const *typed,
           guint n_node,
           gboolean is_output)
{
  guint n_typed = count (typed);
  g_autoptr (GArray) nodes = NULL;

  if (n_node == n_typed)
    {
      for (guint i = 0; i < words->entries->len; i++)
        {
          const Entry *entry = &g_array_index (words->entries, Entry, i);
          guint score = rank_node (entry, typed, n_typed, TYPED_BEGUN);

          if (score > 0)
            add_end (ends, entry->node, NULL, score);
        }
      return;
    }

  nodes = g_array_new (FALSE, FALSE, sizeof (GenlockSignalEnd));
  for (guint i = 0; i < words->entries->len; i++)
    {
      const Entry *entry = &g_array_index (words->entries, Entry, i);
      guint score = rank_node (entry, typed, n_node, TYPED_WHOLE);

      /* "src 1" is not the first port of SRC 10. */
      if (score > 0 && (score >= GENLOCK_SIGNAL_WORDS_NAME || !g_unichar_isdigit (
                          g_utf8_get_char (typed[n_node]))))
        add_end (nodes, entry->node, NULL, score);
    }
  sort_ends (nodes);
  for (guint i = 0; i < MIN (nodes->len, MAX_NODES); i++)
    {
      const GenlockSignalEnd *end = &g_array_index (nodes, GenlockSignalEnd, i);

      add_ports (ends, end->node, end->score, typed + n_node, n_typed - n_node, is_output);
    }
}

GArray *
genlock_signal_words_find (const GenlockSignalWords *words,
                           const char *text,
                           gboolean is_output)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (GenlockSignalEnd));
  g_auto (GStrv) typed = genlock_signal_words_split (text);
  guint n_typed = g_strv_length (typed);

  if (n_typed > GENLOCK_SIGNAL_MAX_WORDS)
    return ends;

  for (guint n_node = n_typed; n_node > 0; n_node--)
    add_nodes (ends, words, (const char * const *) typed, n_node, is_output);
  sort_ends (ends);

  return ends;
}

GArray *
genlock_signal_words_find_port (GenlockSignalNode *node,
                                const char *text,
                                gboolean is_output)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (GenlockSignalEnd));
  g_auto (GStrv) typed = genlock_signal_words_split (text);
  guint n_typed = g_strv_length (typed);

  if (n_typed == 0 || n_typed > GENLOCK_SIGNAL_MAX_WORDS)
    return ends;

  add_ports (ends, node, GENLOCK_SIGNAL_WORDS_EXACT, (const char * const *) typed, n_typed,
             is_output);
  sort_ends (ends);

  return ends;
}
