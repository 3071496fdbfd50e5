/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that lay cables and label them: connect, label. */

#define G_LOG_DOMAIN "genlock-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-json-writer.h"
#include "core/schema/genlock-connections.h"
#include "ctl/genlock-ctl-signal.h"
#include "signal/genlock-cable-labels.h"
#include "signal/genlock-signal-phrase.h"
#include "signal/genlock-signal-split.h"

/* So many ways to understand a name are listed. */
#define LISTED 4

static char *
dup_words (const GenlockSignalChoice *choice)
{
  g_autofree char *from = genlock_signal_port_dup_name (choice->from);
  g_autofree char *to = genlock_signal_port_dup_name (choice->to);

  /* Translators: a cable from one port to another */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

static void
refuse_ambiguous (const GenlockSignalMeaning *meaning,
                  GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (meaning->choices->len, LISTED); i++)
    {
      g_autofree char *words = dup_words (meaning->choices->pdata[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", words);
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("Several cables are meant by that: %s. Name the ends more closely."), list->str);
}

/* (nullable): the only cable that the arguments mean, if it may be laid. */
static const GenlockSignalChoice *
choose (GenlockCtl *ctl,
        const GenlockSignalMeaning *meaning,
        GError **error)
{
  const GenlockSignalChoice *choice = meaning->choices->len > 0 ? meaning->choices->pdata[0] : NULL;

  if (choice == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, meaning->trouble);
  else if (meaning->is_ambiguous)
    refuse_ambiguous (meaning, error);
  else if (choice->level == GENLOCK_SIGNAL_LEVEL_IMPOSSIBLE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, choice->reason);
  else if (choice->level >= GENLOCK_SIGNAL_LEVEL_REPLACES && !ctl->force)
    {
      g_autofree char *words = dup_words (choice);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("%1$s: %2$s (--force connects it all the same)"), words, choice->reason);
    }
  else
    return choice;

  return NULL;
}

static void
print_choice (GenlockCtl *ctl,
              const GenlockSignalChoice *choice,
              const char *words,
              const char *id)
{
  if (!ctl->json)
    {
      g_string_append_printf (ctl->out, "%s\n", words);
      if (choice->reason != NULL)
        g_string_append_printf (ctl->out, "%s\n", choice->reason);
      return;
    }

  genlock_json_write_begin_object (ctl->out);
  genlock_json_write_key (ctl->out, "done");
  genlock_json_write_string (ctl->out, "Connected");
  genlock_json_write_key (ctl->out, "id");
  genlock_json_write_string (ctl->out, id);
  genlock_json_write_key (ctl->out, "cable");
  genlock_json_write_string (ctl->out, words);
  genlock_json_write_key (ctl->out, "reason");
  if (choice->reason != NULL)
    genlock_json_write_string (ctl->out, choice->reason);
  else
    genlock_json_write_null (ctl->out);
  genlock_json_write_end_object (ctl->out);
  g_string_append_c (ctl->out, '\n');
}

static const char *
find_id (const GenlockBatch *batch)
{
  const GenlockOp *op = genlock_batch_get_op (batch, genlock_batch_get_length (batch) - 1);

  return genlock_record_get_id (op->record);
}

gboolean
genlock_ctl_connect (GenlockCtl *ctl,
                     GError **error)
{
  g_autoptr (GenlockStore) store = genlock_ctl_open (ctl, GENLOCK_STORE_WRITE, error);
  g_auto (GenlockCtlSignalShow) show = { NULL };
  g_autoptr (GenlockSignalWords) words = NULL;
  g_autoptr (GenlockSignalMeaning) meaning = NULL;
  g_autoptr (GenlockBatch) batch = NULL;
  g_autoptr (GenlockChanges) changes = NULL;
  g_autofree char *sentence = NULL;
  const GenlockSignalChoice *choice;
  const char *id;

  if (store == NULL || !genlock_ctl_signal_show_load (&show, ctl, store, error))
    return FALSE;

  id = genlock_record_get_id (show.production);
  words = genlock_signal_words_new (show.graph);
  meaning = genlock_signal_phrase_connect (ctl->args[1], ctl->args[2], words, show.check, id);
  choice = choose (ctl, meaning, error);
  if (choice == NULL)
    return FALSE;

  sentence = dup_words (choice);
  batch = genlock_signal_connect_build (choice->from, choice->to, id, TRUE);
  genlock_cable_labels_complete (show.graph, batch);
  changes = genlock_store_apply (store, batch, NULL, error);
  if (changes == NULL)
    return FALSE;

  print_choice (ctl, choice, sentence, find_id (batch));

  return TRUE;
}

gboolean
genlock_ctl_label (GenlockCtl *ctl,
                   GError **error)
{
  g_autoptr (GenlockStore) store = genlock_ctl_open (ctl, GENLOCK_STORE_WRITE, error);
  g_auto (GenlockCtlSignalShow) show = { NULL };
  g_autoptr (GenlockBatch) batch = NULL;
  g_autoptr (GenlockChanges) changes = NULL;
  g_autofree char *prefix = NULL;
  GenlockLabelWish wish = { NULL };
  guint n_labels;

  if (store == NULL || !genlock_ctl_signal_show_load (&show, ctl, store, error))
    return FALSE;

  prefix = genlock_label_wish_read (&wish, ctl->args[1] != NULL ? ctl->args[1] : "");
  batch = genlock_cable_labels_build (show.graph, &wish, &n_labels);
  if (n_labels > 0)
    changes = genlock_store_apply (store, batch, NULL, error);
  if (n_labels > 0 && changes == NULL)
    return FALSE;

  if (ctl->json)
    g_string_append_printf (ctl->out, "{\"done\":\"Labelled\",\"rows\":%u}\n", n_labels);
  else
    g_string_append_printf (ctl->out, ngettext ("%u cable labelled", "%u cables labelled",
                                                n_labels), n_labels);
  if (!ctl->json)
    g_string_append_c (ctl->out, '\n');

  return TRUE;
}
