/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of stores and lists share: rows, and waiting for what has to come. */

#include "config.h"

#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "store-help.h"

#define PATIENCE 20 /* s */

GenlockStore *
store_help_open (const char *path,
                 GenlockStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  GenlockStore *store = genlock_store_open (path, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("What was waited for did not come");

  return G_SOURCE_REMOVE;
}

void
store_help_wait (gboolean (*done)(gpointer data),
                 gpointer data)
{
  guint timeout = g_timeout_add_seconds (PATIENCE, give_up_cb, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
}

void
store_help_apply (GenlockStore *store,
                  GenlockBatch *batch)
{
  g_autoptr (GenlockBatch) mine = batch;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_store_apply (store, batch, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
}

GenlockRecord *
store_help_show (const char *name)
{
  GenlockRecord *show = genlock_record_new_row (&genlock_productions, NULL);

  genlock_record_set_text (show, GENLOCK_PRODUCTION_CLIENT, "Example");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_SHOW_NAME, name);

  return show;
}

GenlockRecord *
store_help_source (const char *show_id,
                   const char *label,
                   const char *name,
                   const char *connector)
{
  GenlockRecord *source = genlock_record_new_row (&genlock_sources, NULL);

  genlock_record_set_text (source, GENLOCK_SOURCE_PRODUCTION_ID, show_id);
  genlock_record_set_text (source, GENLOCK_SOURCE_LABEL, label);
  genlock_record_set_text (source, GENLOCK_SOURCE_TYPE, "Laptop");
  genlock_record_set_text (source, GENLOCK_SOURCE_NAME, name);

  if (connector != NULL)
    {
      GenlockRecord *output = genlock_record_new_row (&genlock_source_outputs, NULL);

      genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, connector);
      genlock_record_add_child (source, output);
    }

  return source;
}

char *
store_help_add_show (GenlockStore *store,
                     guint n)
{
  GenlockBatch *batch = genlock_batch_new ("IMPORT");
  GenlockRecord *show = store_help_show ("Test show");
  char *id = g_strdup (genlock_record_get_id (show));

  genlock_batch_insert (batch, show);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *label = g_strdup_printf ("SRC %u", i);
      g_autofree char *name = g_strdup_printf ("Laptop %u", n - i);

      genlock_batch_insert (batch, store_help_source (id, label, name,
                                                      i % 2 != 0 ? "HDMI" : "SDI"));
    }

  store_help_apply (store, batch);

  return id;
}
