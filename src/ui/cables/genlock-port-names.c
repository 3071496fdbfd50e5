/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ports of a show by what they are called. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-model-error.h"
#include "core/schema/genlock-connections.h"
#include "ui/cables/genlock-port-names.h"

/* More names than this are not offered below a cell. */
#define NAMES_MAX 500

struct _GenlockPortNames
{
  GPtrArray *ports[2];   /* owned (element-type GenlockSignalPort): inputs, outputs */
  GHashTable *by_key[2]; /* owned: key to port; %NULL where several are called so */
};

/* "r1 router in 1" of "R1 Router · IN 1". */
static char *
dup_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *key = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter) || letter == 0xb7)
        {
          gap = TRUE;
          continue;
        }
      if (gap && key->len > 0)
        g_string_append_c (key, ' ');
      gap = FALSE;
      g_string_append_unichar (key, letter);
    }

  return g_string_free (key, FALSE);
}

static void
add (GenlockPortNames *names,
     GenlockSignalPort *port)
{
  GHashTable *by_key = names->by_key[port->is_output];
  g_autofree char *name = genlock_signal_port_dup_name (port);
  g_autofree char *key = dup_key (name);
  gboolean known = g_hash_table_contains (by_key, key);

  g_ptr_array_add (names->ports[port->is_output], port);
  g_hash_table_replace (by_key, g_steal_pointer (&key), known ? NULL : port);
}

GenlockPortNames *
genlock_port_names_new (GenlockSignalGraph *graph)
{
  GenlockPortNames *names = g_new0 (GenlockPortNames, 1);
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (graph);

  for (guint i = 0; i < G_N_ELEMENTS (names->ports); i++)
    {
      names->ports[i] = g_ptr_array_new ();
      names->by_key[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }

  for (guint i = 0; i < nodes->len; i++)
    {
      const GenlockSignalNode *node = nodes->pdata[i];

      for (guint j = 0; node->record != NULL && j < node->ports->len; j++)
        if (((GenlockSignalPort *) node->ports->pdata[j])->record != NULL)
          add (names, node->ports->pdata[j]);
    }

  return names;
}

void
genlock_port_names_free (GenlockPortNames *names)
{
  for (guint i = 0; i < G_N_ELEMENTS (names->ports); i++)
    {
      g_ptr_array_unref (names->ports[i]);
      g_hash_table_unref (names->by_key[i]);
    }
  g_free (names);
}

GenlockSignalPort *
genlock_port_names_find (GenlockPortNames *names,
                         const char *text,
                         gboolean outputs,
                         GError **error)
{
  g_autofree char *key = dup_key (text);
  gboolean known = g_hash_table_contains (names->by_key[outputs], key);
  GenlockSignalPort *port = g_hash_table_lookup (names->by_key[outputs], key);

  /* An end of a crosspoint is of the other direction. */
  if (!known)
    port = g_hash_table_lookup (names->by_key[!outputs], key);
  if (port == NULL)
    {
      g_autofree char *sentence =
        g_strdup_printf (known
                         ? _("Several ports are called “%s”. Press F2 and choose one.")
                         : _("No port of this show is called “%s”. Press F2 and choose one."),
                         text);

      g_propagate_error (error,
                         genlock_model_error_new (GENLOCK_MODEL_ERROR_RULE, &genlock_connections,
                                                  outputs ? GENLOCK_CONNECTION_SOURCE_ID
                                                          : GENLOCK_CONNECTION_DESTINATION_ID,
                                                  sentence));
    }

  return port;
}

char **
genlock_port_names_list (GenlockPortNames *names,
                         gboolean outputs)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (names->ports[outputs]->len > NAMES_MAX)
    return NULL;

  for (guint i = 0; i < names->ports[outputs]->len; i++)
    {
      g_autofree char *name = genlock_signal_port_dup_name (names->ports[outputs]->pdata[i]);

      g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}
