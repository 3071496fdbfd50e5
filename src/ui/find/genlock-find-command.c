/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed commands as lines of quick find. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-link-set.h"
#include "signal/genlock-signal-path.h"
#include "signal/genlock-signal-phrase.h"
#include "signal/genlock-signal-split.h"
#include "ui/find/genlock-find-command.h"

/* Longer paths are for the canvas. */
#define MAX_HOPS 40

struct _GenlockFindCommand
{
  GenlockCheckedShow *show;      /* owned, nullable */
  GenlockSignalWords *words;     /* owned, nullable: of the graph as it is */
  GenlockSignalPhrase phrase;
  GenlockSignalMeaning *meaning; /* owned, nullable */
};

GenlockFindCommand *
genlock_find_command_new (GenlockCheckedShow *show)
{
  GenlockFindCommand *command = g_new0 (GenlockFindCommand, 1);

  g_set_object (&command->show, show);

  return command;
}

void
genlock_find_command_forget (GenlockFindCommand *command)
{
  g_clear_pointer (&command->meaning, genlock_signal_meaning_free);
  g_clear_pointer (&command->words, genlock_signal_words_free);
}

void
genlock_find_command_free (GenlockFindCommand *command)
{
  genlock_find_command_forget (command);
  genlock_signal_phrase_clear (&command->phrase);
  g_clear_object (&command->show);
  g_free (command);
}

static GenlockFindItem *
add (GPtrArray *items,
     GenlockFindDeed deed,
     char *title)
{
  GenlockFindItem *item = genlock_find_item_new (deed, title);

  g_ptr_array_add (items, item);

  return item;
}

/* Where a node is shown. */
static void
set_target (GenlockFindItem *item,
            const GenlockSignalNode *node)
{
  static const GenlockTable * const tables[] = {
    [GENLOCK_SIGNAL_SOURCE] = &genlock_sources,
    [GENLOCK_SIGNAL_DEVICE] = &genlock_devices,
    [GENLOCK_SIGNAL_SEND] = &genlock_sends,
  };
  static const char * const icons[] = {
    [GENLOCK_SIGNAL_SOURCE] = "camera-video-symbolic",
    [GENLOCK_SIGNAL_DEVICE] = "drive-multidisk-symbolic",
    [GENLOCK_SIGNAL_SEND] = "video-display-symbolic",
    [GENLOCK_SIGNAL_UNKNOWN] = "dialog-question-symbolic",
  };

  item->icon_name = icons[node->kind];
  if (node->kind == GENLOCK_SIGNAL_UNKNOWN || node->record == NULL)
    {
      item->deed = GENLOCK_FIND_DEED_NONE;
      return;
    }

  item->target = "win.go-to";
  item->parameter = g_variant_ref_sink (g_variant_new ("(ss)", tables[node->kind]->name, node->id));
}

/* Connecting. */

static GenlockMark
get_mark (GenlockSignalLevel level)
{
  switch (level)
    {
    case GENLOCK_SIGNAL_LEVEL_FITS:
      break;

    case GENLOCK_SIGNAL_LEVEL_WARNS:
      return GENLOCK_MARK_WARNING;

    case GENLOCK_SIGNAL_LEVEL_REPLACES:
      return GENLOCK_MARK_INFO;

    case GENLOCK_SIGNAL_LEVEL_REFUSED:
    case GENLOCK_SIGNAL_LEVEL_IMPOSSIBLE:
      return GENLOCK_MARK_ERROR;
    }

  return GENLOCK_MARK_NONE;
}

static char *
dup_link (const GenlockSignalChoice *choice)
{
  g_autofree char *from = genlock_signal_port_dup_name (choice->from);
  g_autofree char *to = genlock_signal_port_dup_name (choice->to);

  return g_strdup_printf ("%s → %s", from, to);
}

/* What takes several cables, where there is room for them. */
static void
add_set (GPtrArray *items,
         GenlockFindCommand *command,
         const GenlockSignalChoice *choice,
         guint index)
{
  guint n_links;
  g_autoptr (GenlockBatch) batch = genlock_link_set_offer (
    genlock_checked_show_get_check (command->show), choice->from, choice->to,
    genlock_checked_show_get_production (command->show), &n_links);
  GenlockFindItem *item;

  if (batch == NULL)
    return;

  item = add (items, GENLOCK_FIND_DEED_CONNECT, dup_link (choice));
  item->index = index;
  item->is_set = TRUE;
  item->icon_name = "insert-link-symbolic";
  item->word = C_("quick find", "Connect");
  item->detail = g_strdup_printf (ngettext ("%u cable, beside each other from these ports on",
                                            "%u cables, beside each other from these ports on",
                                            n_links), n_links);
}

static void
add_connection (GPtrArray *items,
                const GenlockSignalChoice *choice,
                guint index)
{
  GenlockFindItem *item = add (items, GENLOCK_FIND_DEED_CONNECT, dup_link (choice));

  item->index = index;
  item->icon_name = "insert-link-symbolic";
  item->mark = get_mark (choice->level);
  item->word = choice->from->node == choice->to->node ? C_("quick find", "Crosspoint")
                                                      : C_("quick find", "Connect");
  item->needs_force = choice->level == GENLOCK_SIGNAL_LEVEL_REFUSED;
  if (choice->level == GENLOCK_SIGNAL_LEVEL_IMPOSSIBLE)
    item->deed = GENLOCK_FIND_DEED_NONE;
  item->detail = item->needs_force
                 ? g_strdup_printf (_("%s\nShift+Enter connects it all the same."), choice->reason)
                 : g_strdup (choice->reason);
}

static void
add_completion (GPtrArray *items,
                const GenlockFindCommand *command,
                const GenlockSignalChoice *choice)
{
  const GenlockSignalPort *port = choice->from != NULL ? choice->from : choice->to;
  GenlockFindItem *item = add (items, GENLOCK_FIND_DEED_COMPLETE,
                               port != NULL ? genlock_signal_port_dup_name (port)
                                            : genlock_signal_node_dup_name (choice->node));

  set_target (item, choice->node);
  item->deed = GENLOCK_FIND_DEED_COMPLETE;
  item->text = genlock_signal_phrase_dup_completed (&command->phrase, choice);
  item->detail = g_strchomp (g_strdup (item->text));
}

static void
add_removal (GPtrArray *items,
             const GenlockSignalChoice *choice,
             guint index)
{
  GenlockFindItem *item = add (items, GENLOCK_FIND_DEED_DISCONNECT, dup_link (choice));
  const char *label = genlock_record_get_text (choice->link->row->record,
                                               GENLOCK_CONNECTION_CABLE_LABEL);

  item->index = index;
  item->icon_name = "edit-cut-symbolic";
  item->word = C_("quick find", "Take out");
  if (choice->link->part != GENLOCK_SIGNAL_CROSSPOINT)
    item->detail = g_strdup (label);
}

/* Questions. */

static void
add_hop (GPtrArray *items,
         GenlockFindCommand *command,
         const GenlockSignalHop *hop)
{
  GenlockFindItem *item = add (items, GENLOCK_FIND_DEED_GO,
                               genlock_signal_port_dup_name (hop->port));
  const char *label = hop->link != NULL && hop->link->part != GENLOCK_SIGNAL_CROSSPOINT
                      ? genlock_record_get_text (hop->link->row->record,
                                                 GENLOCK_CONNECTION_CABLE_LABEL) : NULL;
  char text[GENLOCK_FORMAT_TEXT_SIZE] = "";
  GenlockFormat format;

  set_target (item, hop->port->node);
  if (genlock_signal_check_get_format (genlock_checked_show_get_check (command->show), hop->port,
                                       &format))
    genlock_format_print (&format, text);
  if (label == NULL)
    label = "";
  item->detail = g_strconcat (label, *label != '\0' && *text != '\0' ? " · " : "", text, NULL);
  item->word = hop->is_loop ? C_("quick find", "Goes round") : NULL;
}

static void
add_path (GPtrArray *items,
          GenlockFindCommand *command,
          const GenlockSignalChoice *choice)
{
  gboolean downstream = command->phrase.verb == GENLOCK_SIGNAL_VERB_GOES;
  const GenlockSignalPort *port = choice->from != NULL ? choice->from : choice->to;
  g_autoptr (GArray) hops =
    port != NULL ? genlock_signal_path_trace (port, downstream)
                 : genlock_signal_path_trace_node (choice->node, downstream);

  for (guint i = 0; i < MIN (hops->len, MAX_HOPS); i++)
    add_hop (items, command, &g_array_index (hops, GenlockSignalHop, i));

  if (hops->len <= (port != NULL))
    {
      g_autofree char *name = port != NULL ? genlock_signal_port_dup_name (port)
                                           : genlock_signal_node_dup_name (choice->node);
      char *words = downstream ? g_strdup_printf (_("%s goes nowhere."), name)
                               : g_strdup_printf (_("Nothing feeds %s."), name);

      g_ptr_array_set_size (items, 0);
      add (items, GENLOCK_FIND_DEED_NONE, words)->icon_name = "dialog-information-symbolic";
    }
}

static gboolean
is_question (const GenlockFindCommand *command)
{
  return command->phrase.verb == GENLOCK_SIGNAL_VERB_FEEDS
         || command->phrase.verb == GENLOCK_SIGNAL_VERB_GOES;
}

static void
add_choices (GPtrArray *items,
             GenlockFindCommand *command)
{
  GPtrArray *choices = command->meaning->choices;
  const GenlockSignalChoice *first = choices->len > 0 ? choices->pdata[0] : NULL;

  if (first != NULL && is_question (command)
      && (choices->len == 1 || first->score > ((GenlockSignalChoice *) choices->pdata[1])->score))
    {
      add_path (items, command, first);
      return;
    }

  for (guint i = 0; i < choices->len; i++)
    {
      const GenlockSignalChoice *choice = choices->pdata[i];

      if (choice->link != NULL)
        add_removal (items, choice, i);
      else if (choice->from != NULL && choice->to != NULL)
        {
          if (choice->level == GENLOCK_SIGNAL_LEVEL_REFUSED)
            add_set (items, command, choice, i);
          add_connection (items, choice, i);
        }
      else
        add_completion (items, command, choice);
    }
}

static void
add_words (GPtrArray *items,
           const char *words)
{
  add (items, GENLOCK_FIND_DEED_NONE, g_strdup (words))->icon_name = "dialog-information-symbolic";
}

gboolean
genlock_find_command_understand (GenlockFindCommand *command,
                                 const char *text,
                                 GPtrArray *items)
{
  GenlockSignalCheck *check;

  g_clear_pointer (&command->meaning, genlock_signal_meaning_free);
  genlock_signal_phrase_clear (&command->phrase);
  if (!genlock_signal_phrase_parse (text, &command->phrase))
    return FALSE;

  check = command->show != NULL ? genlock_checked_show_get_check (command->show) : NULL;
  if (check == NULL)
    {
      add_words (items, command->show == NULL ? _("Open a show to patch it.")
                        : _("The show is still being read. Try again in a moment."));
      return TRUE;
    }

  if (command->words == NULL)
    command->words = genlock_signal_words_new (genlock_checked_show_get_graph (command->show));
  command->meaning = genlock_signal_phrase_understand (
    &command->phrase, command->words, check, genlock_checked_show_get_production (command->show));
  genlock_checked_show_tried (command->show);
  add_choices (items, command);
  if (command->meaning->trouble != NULL)
    add_words (items, command->meaning->trouble);

  return TRUE;
}

GenlockBatch *
genlock_find_command_build (GenlockFindCommand *command,
                            GenlockFindItem *item,
                            char **text)
{
  const GenlockSignalChoice *choice;

  *text = NULL;
  if (command->meaning == NULL || item->index >= command->meaning->choices->len)
    return NULL;

  choice = command->meaning->choices->pdata[item->index];
  if (choice->link != NULL)
    {
      *text = g_strdup_printf (ngettext ("%u cable taken out", "%u cables taken out", 1), 1);
      return genlock_signal_split_build (choice->link);
    }

  if (choice->from != NULL && choice->to != NULL)
    {
      g_autofree char *from = genlock_signal_port_dup_name (choice->from);
      g_autofree char *to = genlock_signal_port_dup_name (choice->to);

      /* Translators: a cable from one port to another, just laid */
      *text = g_strdup_printf (_("%1$s to %2$s"), from, to);
      if (item->is_set)
        {
          guint n_links;

          return genlock_link_set_offer (
            genlock_checked_show_get_check (command->show), choice->from, choice->to,
            genlock_checked_show_get_production (command->show), &n_links);
        }

      return genlock_signal_connect_build (
        choice->from, choice->to, genlock_checked_show_get_production (command->show), TRUE);
    }

  return NULL;
}
