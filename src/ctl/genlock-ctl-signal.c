/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on signals: check, trace. */

#define G_LOG_DOMAIN "genlock-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-json-writer.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "ctl/genlock-ctl-signal.h"
#include "signal/genlock-signal-load.h"
#include "signal/genlock-signal-path.h"

static const char * const fix_words[] = {
  [GENLOCK_SIGNAL_FIX_CONVERTER] = "CONVERTER",
  [GENLOCK_SIGNAL_FIX_PORT] = "PORT",
  [GENLOCK_SIGNAL_FIX_RATE] = "RATE",
};

static const char * const kind_words[] = {
  [GENLOCK_SIGNAL_SOURCE] = "SOURCE",
  [GENLOCK_SIGNAL_DEVICE] = "DEVICE",
  [GENLOCK_SIGNAL_SEND] = "SEND",
  [GENLOCK_SIGNAL_UNKNOWN] = "UNKNOWN",
};

static const char * const part_words[] = {
  [GENLOCK_SIGNAL_DIRECT] = "DIRECT",
  [GENLOCK_SIGNAL_ENTRY] = "ENTRY",
  [GENLOCK_SIGNAL_CROSSPOINT] = "CROSSPOINT",
  [GENLOCK_SIGNAL_EXIT] = "EXIT",
};

void
genlock_ctl_signal_show_clear (GenlockCtlSignalShow *show)
{
  g_clear_pointer (&show->problems, g_ptr_array_unref);
  g_clear_pointer (&show->check, genlock_signal_check_free);
  g_clear_pointer (&show->graph, genlock_signal_graph_free);
  g_clear_pointer (&show->production, genlock_record_unref);
}

/* Without a library there are no converters to suggest; all else works. */
static GenlockLibrary *
open_library (void)
{
  g_autofree char *folder = genlock_library_find_folder ();

  return genlock_library_new (folder, NULL);
}

gboolean
genlock_ctl_signal_show_load (GenlockCtlSignalShow *show,
                              GenlockCtl *ctl,
                              GenlockStore *store,
                              GError **error)
{
  g_autoptr (GenlockLibrary) library = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  show->production = genlock_store_find (store, &genlock_productions, ctl->args[0], NULL, error);
  if (show->production == NULL)
    return FALSE;

  rows = genlock_signal_load (store, genlock_record_get_id (show->production), error);
  if (rows == NULL)
    return FALSE;

  library = open_library ();
  show->graph = genlock_signal_graph_new (NULL);
  show->check = genlock_signal_check_new (show->graph, library);
  for (guint i = rows->len; i > 0; i--)
    genlock_signal_check_set (show->check, rows->pdata[i - 1]);
  genlock_signal_check_update (show->check);
  show->problems = genlock_signal_check_list (show->check);

  return TRUE;
}

/* One line, no control characters: what a terminal may be shown. */
static void
append_clean (GString *out,
              const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      g_string_append_unichar (out, g_unichar_iscntrl (letter) ? ' ' : letter);
    }
}

static void
append_padded (GString *out,
               const char *text,
               glong width)
{
  append_clean (out, text);
  for (glong i = g_utf8_strlen (text, -1); i < width; i++)
    g_string_append_c (out, ' ');
}

static void
write_text (GString *out,
            const char *key,
            const char *text)
{
  genlock_json_write_key (out, key);
  if (text != NULL)
    genlock_json_write_string (out, text);
  else
    genlock_json_write_null (out);
}

static void
write_fixes (GString *out,
             const GPtrArray *fixes)
{
  genlock_json_write_key (out, "fixes");
  genlock_json_write_begin_array (out);
  for (guint i = 0; i < fixes->len; i++)
    {
      const GenlockSignalFix *fix = fixes->pdata[i];

      genlock_json_write_begin_object (out);
      write_text (out, "kind", fix_words[fix->kind]);
      write_text (out, "sentence", fix->sentence);
      if (fix->library_id != NULL)
        write_text (out, "libraryId", fix->library_id);
      if (fix->port_id != NULL)
        write_text (out, "portId", fix->port_id);
      if (fix->rate > 0.0)
        {
          genlock_json_write_key (out, "rate");
          genlock_json_write_double (out, fix->rate);
        }
      genlock_json_write_end_object (out);
    }
  genlock_json_write_end_array (out);
}

static void
write_problem (GString *out,
               GenlockSignalCheck *check,
               const GenlockSignalProblem *problem)
{
  g_autoptr (GPtrArray) fixes = genlock_signal_check_list_fixes (check, problem);

  genlock_json_write_begin_object (out);
  write_text (out, "rule", genlock_signal_rules_get ()[problem->rule].word);
  write_text (out, "severity", genlock_severity_get_word (problem->severity));
  write_text (out, "table", problem->table->name);
  write_text (out, "recordId", problem->record_id);
  write_text (out, "sentence", problem->sentence);
  genlock_json_write_key (out, "facts");
  genlock_json_write_raw (out, problem->facts);
  write_fixes (out, fixes);
  write_text (out, "dismissed", problem->reason);
  write_text (out, "reopened", problem->reopened);
  genlock_json_write_end_object (out);
}

/* The rules that no show can be checked for say so. */
static void
write_unchecked (GString *out)
{
  const GenlockSignalRule *rules = genlock_signal_rules_get ();

  for (guint i = 0; i < GENLOCK_N_RULES; i++)
    {
      if (rules[i].unchecked == NULL)
        continue;

      genlock_json_write_begin_object (out);
      write_text (out, "rule", rules[i].word);
      write_text (out, "severity", genlock_severity_get_word (GENLOCK_SEVERITY_NOT_CHECKED));
      write_text (out, "table", NULL);
      write_text (out, "recordId", NULL);
      write_text (out, "sentence", _(rules[i].unchecked));
      genlock_json_write_key (out, "facts");
      genlock_json_write_raw (out, "{}");
      genlock_json_write_key (out, "fixes");
      genlock_json_write_raw (out, "[]");
      write_text (out, "dismissed", NULL);
      write_text (out, "reopened", NULL);
      genlock_json_write_end_object (out);
    }
}

static void
write_problems (GString *out,
                const GenlockCtlSignalShow *show)
{
  genlock_json_write_begin_array (out);
  for (guint i = 0; i < show->problems->len; i++)
    write_problem (out, show->check, show->problems->pdata[i]);
  write_unchecked (out);
  genlock_json_write_end_array (out);
  g_string_append_c (out, '\n');
}

static glong
get_severity_width (void)
{
  glong width = 0;

  for (guint i = 0; i < GENLOCK_N_SEVERITIES; i++)
    width = MAX (width, g_utf8_strlen (_(genlock_severity_get_name (i)), -1));

  return width + 2;
}

static void
print_problem (GString *out,
               GenlockSignalCheck *check,
               const GenlockSignalProblem *problem,
               glong width)
{
  g_autoptr (GPtrArray) fixes = genlock_signal_check_list_fixes (check, problem);
  g_autofree char *words = NULL;

  append_padded (out, _(genlock_severity_get_name (problem->severity)), width);
  append_clean (out, problem->sentence);
  if (problem->reason != NULL)
    /* Translators: behind a problem: why somebody has put it aside */
    words = g_strdup_printf (_("(put aside: %s)"), problem->reason);
  else if (problem->reopened != NULL)
    /* Translators: behind a problem: it had been put aside before it changed */
    words = g_strdup_printf (_("(was put aside, and has changed since: %s)"), problem->reopened);
  if (words != NULL)
    {
      g_string_append_c (out, ' ');
      append_clean (out, words);
    }
  g_string_append_c (out, '\n');

  for (guint i = 0; problem->reason == NULL && i < fixes->len; i++)
    {
      append_padded (out, "", width);
      g_string_append (out, "→ ");
      append_clean (out, ((GenlockSignalFix *) fixes->pdata[i])->sentence);
      g_string_append_c (out, '\n');
    }
}

static void
print_problems (GString *out,
                const GenlockCtlSignalShow *show,
                const guint *counts)
{
  const GenlockSignalRule *rules = genlock_signal_rules_get ();
  glong width = get_severity_width ();
  guint n_open = 0;

  for (guint i = 0; i < show->problems->len; i++)
    print_problem (out, show->check, show->problems->pdata[i], width);
  for (guint i = 0; i < GENLOCK_N_RULES; i++)
    if (rules[i].unchecked != NULL)
      {
        append_padded (out, _(genlock_severity_get_name (GENLOCK_SEVERITY_NOT_CHECKED)), width);
        g_string_append_printf (out, "%s: %s\n", _(rules[i].title), _(rules[i].unchecked));
      }

  for (guint i = 0; i < GENLOCK_SEVERITY_NOT_CHECKED; i++)
    n_open += counts[i];
  if (n_open == 0)
    {
      g_string_append (out, _("No problems found."));
      g_string_append_c (out, '\n');
    }
}

gboolean
genlock_ctl_check (GenlockCtl *ctl,
                   GError **error)
{
  g_autoptr (GenlockStore) store = genlock_ctl_open (ctl, GENLOCK_STORE_READ, error);
  g_auto (GenlockCtlSignalShow) show = { NULL };
  guint counts[GENLOCK_N_SEVERITIES] = { 0 };

  if (store == NULL || !genlock_ctl_signal_show_load (&show, ctl, store, error))
    return FALSE;

  for (guint i = 0; i < show.problems->len; i++)
    {
      const GenlockSignalProblem *problem = show.problems->pdata[i];

      counts[problem->severity] += problem->reason == NULL;
    }

  if (ctl->json)
    write_problems (ctl->out, &show);
  else
    print_problems (ctl->out, &show, counts);
  if (counts[GENLOCK_SEVERITY_ERROR] == 0)
    return TRUE;

  genlock_ctl_flush (ctl);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               ngettext ("The show has %u error: correct it, or put it aside with a reason",
                         "The show has %u errors: correct them, or put them aside with a reason",
                         counts[GENLOCK_SEVERITY_ERROR]), counts[GENLOCK_SEVERITY_ERROR]);

  return FALSE;
}

/* The way from where the hop @index stands to the send: places of hops. */
static GArray *
list_way (const GArray *hops,
          guint index)
{
  GArray *way = g_array_new (FALSE, FALSE, sizeof (guint));

  while (index != GENLOCK_SIGNAL_NO_PARENT)
    {
      g_array_append_val (way, index);
      index = g_array_index (hops, GenlockSignalHop, index).parent;
    }

  return way;
}

static gboolean
ends_here (const GenlockSignalHop *hop)
{
  return hop->is_end || hop->is_loop || hop->is_again;
}

/* The link to the next hop stands with this one: hops are walked against the signal. */
static void
print_hop (GString *out,
           const GenlockCtlSignalShow *show,
           const GenlockSignalHop *hop,
           const GenlockSignalLink *arrival)
{
  g_autofree char *name = genlock_signal_port_dup_name (hop->port);
  char text[GENLOCK_FORMAT_TEXT_SIZE];
  GenlockFormat format;
  const char *label = NULL;

  g_string_append (out, "  ");
  append_clean (out, name);
  if (genlock_signal_check_get_format (show->check, hop->port, &format))
    g_string_append_printf (out, "  %s", genlock_format_print (&format, text));
  if (arrival != NULL && arrival->part != GENLOCK_SIGNAL_CROSSPOINT)
    label = genlock_record_get_text (arrival->row->record, GENLOCK_CONNECTION_CABLE_LABEL);
  if (label != NULL && *label != '\0')
    {
      g_string_append (out, "  [");
      append_clean (out, label);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, '\n');

  for (guint i = 0; arrival != NULL && i < show->problems->len; i++)
    {
      const GenlockSignalProblem *problem = show->problems->pdata[i];

      if (problem->link != arrival || problem->reason != NULL)
        continue;

      g_string_append_printf (out, "    %s: ", _(genlock_severity_get_name (problem->severity)));
      append_clean (out, problem->sentence);
      g_string_append_c (out, '\n');
    }
}

static void
print_end (GString *out,
           const GenlockSignalHop *hop)
{
  g_autofree char *name = genlock_signal_port_dup_name (hop->port);
  g_autofree char *words = NULL;

  if (hop->is_loop)
    words = g_strdup_printf (_("The signal goes round at %s."), name);
  else if (hop->is_again)
    words = g_strdup_printf (_("What feeds %s stands above."), name);
  else if (hop->port->node->kind != GENLOCK_SIGNAL_SOURCE)
    words = g_strdup_printf (_("Nothing feeds %s."), name);
  else
    /* Translators: the hops of a path from an output of a source follow */
    words = g_strdup_printf (_("From %s:"), name);
  append_clean (out, words);
  g_string_append_c (out, '\n');
}

static void
print_paths (GString *out,
             const GenlockCtlSignalShow *show,
             const GArray *hops)
{
  for (guint i = 0; i < hops->len; i++)
    {
      g_autoptr (GArray) way = NULL;

      if (!ends_here (&g_array_index (hops, GenlockSignalHop, i)))
        continue;

      way = list_way (hops, i);
      print_end (out, &g_array_index (hops, GenlockSignalHop, i));
      for (guint j = 0; j < way->len; j++)
        {
          guint before = j > 0 ? g_array_index (way, guint, j - 1) : 0;

          print_hop (out, show, &g_array_index (hops, GenlockSignalHop,
                                                g_array_index (way, guint, j)),
                     j > 0 ? g_array_index (hops, GenlockSignalHop, before).link : NULL);
        }
    }
}

static void
write_link (GString *out,
            const GenlockSignalLink *link)
{
  genlock_json_write_key (out, "link");
  if (link == NULL)
    {
      genlock_json_write_null (out);
      return;
    }

  genlock_json_write_begin_object (out);
  write_text (out, "connectionId", genlock_record_get_id (link->row->record));
  write_text (out, "part", part_words[link->part]);
  write_text (out, "cableLabel", genlock_record_get_text (link->row->record,
                                                          GENLOCK_CONNECTION_CABLE_LABEL));
  genlock_json_write_end_object (out);
}

static void
write_hop (GString *out,
           const GenlockCtlSignalShow *show,
           const GenlockSignalHop *hop,
           const GenlockSignalLink *arrival)
{
  g_autofree char *name = genlock_signal_node_dup_name (hop->port->node);
  g_autofree char *port = genlock_signal_port_dup_label (hop->port);
  char text[GENLOCK_FORMAT_TEXT_SIZE];
  GenlockFormat format;
  gboolean is_known = genlock_signal_check_get_format (show->check, hop->port, &format);

  genlock_json_write_begin_object (out);
  write_text (out, "kind", kind_words[hop->port->node->kind]);
  write_text (out, "id", hop->port->node->id);
  write_text (out, "name", name);
  write_text (out, "port", port);
  write_text (out, "portId", *hop->port->id != '\0' ? hop->port->id : NULL);
  write_text (out, "direction", hop->port->is_output ? "OUTPUT" : "INPUT");
  write_text (out, "format", is_known ? genlock_format_print (&format, text) : NULL);
  write_link (out, arrival);
  genlock_json_write_end_object (out);
}

static void
write_paths (GString *out,
             const GenlockCtlSignalShow *show,
             const GenlockRecord *send,
             const GArray *hops)
{
  genlock_json_write_begin_object (out);
  write_text (out, "sendId", genlock_record_get_id (send));
  genlock_json_write_key (out, "paths");
  genlock_json_write_begin_array (out);
  for (guint i = 0; i < hops->len; i++)
    {
      const GenlockSignalHop *end = &g_array_index (hops, GenlockSignalHop, i);
      g_autoptr (GArray) way = NULL;

      if (!ends_here (end))
        continue;

      way = list_way (hops, i);
      genlock_json_write_begin_object (out);
      write_text (out, "begins", end->is_loop ? "LOOP" : end->is_again ? "AGAIN"
                  : end->port->node->kind == GENLOCK_SIGNAL_SOURCE ? "SOURCE" : "NOTHING");
      genlock_json_write_key (out, "hops");
      genlock_json_write_begin_array (out);
      for (guint j = 0; j < way->len; j++)
        write_hop (out, show,
                   &g_array_index (hops, GenlockSignalHop, g_array_index (way, guint, j)),
                   j == 0 ? NULL
                   : g_array_index (hops, GenlockSignalHop, g_array_index (way, guint,
                                                                           j - 1)).link);
      genlock_json_write_end_array (out);
      genlock_json_write_end_object (out);
    }
  genlock_json_write_end_array (out);
  genlock_json_write_end_object (out);
  g_string_append_c (out, '\n');
}

gboolean
genlock_ctl_trace (GenlockCtl *ctl,
                   GError **error)
{
  g_autoptr (GenlockStore) store = genlock_ctl_open (ctl, GENLOCK_STORE_READ, error);
  g_autoptr (GenlockRecord) send = NULL;
  g_autoptr (GArray) hops = NULL;
  g_auto (GenlockCtlSignalShow) show = { NULL };
  GenlockSignalNode *node;

  if (store == NULL || !genlock_ctl_signal_show_load (&show, ctl, store, error))
    return FALSE;

  send = genlock_store_find (store, &genlock_sends, ctl->args[1],
                             genlock_record_get_id (show.production), error);
  if (send == NULL)
    return FALSE;

  node = genlock_signal_graph_get_node (show.graph, GENLOCK_SIGNAL_SEND,
                                        genlock_record_get_id (send));
  hops = node != NULL ? genlock_signal_path_trace_node (node, FALSE)
                      : g_array_new (FALSE, FALSE, sizeof (GenlockSignalHop));
  if (ctl->json)
    write_paths (ctl->out, &show, send, hops);
  else if (hops->len == 0)
    {
      g_string_append_printf (ctl->out, _("Nothing feeds %s."), genlock_record_get_name (send));
      g_string_append_c (ctl->out, '\n');
    }
  else
    print_paths (ctl->out, &show, hops);

  return TRUE;
}
