/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to a show. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-productions.h"
#include "core/store/genlock-clone.h"
#include "ui/common/genlock-toasts.h"
#include "ui/productions/genlock-production-actions.h"
#include "ui/productions/genlock-production-words.h"

/* A gesture under way. */
typedef struct
{
  GtkWidget *from; /* weak */
  GenlockStore *store; /* owned */
  GenlockRecord *production; /* owned */
  GPtrArray *rows; /* owned: what is copied, so far */
  guint table; /* of genlock_clone_tables: the one that is being read */
  GenlockProductionDone done; /* nullable */
  char *id; /* owned, nullable: of the copy */
  char *words; /* owned: said when it is done */
} Gesture;

static Gesture *
gesture_new (GtkWidget *from,
             GenlockStore *store,
             GenlockRecord *production)
{
  Gesture *gesture = g_new0 (Gesture, 1);

  g_set_weak_pointer (&gesture->from, from);
  gesture->store = g_object_ref (store);
  gesture->production = genlock_record_ref (production);

  return gesture;
}

static void
gesture_free (Gesture *gesture)
{
  g_clear_weak_pointer (&gesture->from);
  g_clear_object (&gesture->store);
  g_clear_pointer (&gesture->production, genlock_record_unref);
  g_clear_pointer (&gesture->rows, g_ptr_array_unref);
  g_free (gesture->id);
  g_free (gesture->words);
  g_free (gesture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gesture, gesture_free)

static void
fail (Gesture *gesture,
      const GError *error)
{
  if (gesture->from != NULL)
    genlock_toast_error (gesture->from, error);
}

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Gesture) gesture = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);

  if (changes == NULL)
    {
      fail (gesture, error);
      return;
    }
  if (gesture->from == NULL)
    return;

  genlock_toast_undo (gesture->from, gesture->words, genlock_changes_get_step (changes));
  if (gesture->done != NULL)
    gesture->done (gesture->id, gesture->from);
}

/* @gesture: (transfer full) */
static void
apply (Gesture *gesture,
       GenlockBatch *batch)
{
  genlock_store_apply_async (gesture->store, batch, NULL, applied_cb, gesture);
}

void
genlock_production_delete (GtkWidget *from,
                           GenlockStore *store,
                           GenlockRecord *production)
{
  Gesture *gesture = gesture_new (from, store, production);
  g_autofree char *name = genlock_production_dup_name (production);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("DELETE");

  genlock_batch_delete (batch, &genlock_productions, genlock_record_get_id (production));
  gesture->words = g_strdup_printf (_("“%s” deleted"), name);
  apply (gesture, batch);
}

void
genlock_production_set_status (GtkWidget *from,
                               GenlockStore *store,
                               GenlockRecord *production,
                               const char *status)
{
  Gesture *gesture = gesture_new (from, store, production);
  g_autofree char *name = genlock_production_dup_name (production);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ARCHIVE");
  GenlockRecord *change = genlock_record_new (&genlock_productions);

  genlock_record_set_text (change, GENLOCK_META_ID, genlock_record_get_id (production));
  genlock_record_set_text (change, GENLOCK_PRODUCTION_STATUS, status);
  genlock_batch_update (batch, change);
  if (g_str_equal (status, "ARCHIVED"))
    gesture->words = g_strdup_printf (_("“%s” archived"), name);
  else
    gesture->words = g_strdup_printf (_("“%s” is no longer archived"), name);
  apply (gesture, batch);
}

/* @gesture: (transfer full) */
static void
paste (Gesture *gesture)
{
  g_autofree char *name = genlock_production_dup_name (gesture->production);
  /* Translators: the name of a copy of a show */
  g_autofree char *copy = g_strdup_printf (_("%s (copy)"), name);
  const GenlockField *field = genlock_table_get_field (&genlock_productions,
                                                       GENLOCK_PRODUCTION_SHOW_NAME);
  gboolean fits = g_utf8_strlen (copy, -1) <= field->bounds.max;
  g_autoptr (GenlockBatch) batch =
    genlock_clone_production (gesture->production, gesture->rows, fits ? copy : name);

  gesture->id = g_strdup (genlock_record_get_id (genlock_batch_get_op (batch, 0)->record));
  gesture->words = g_strdup_printf (_("“%s” duplicated"), name);
  apply (gesture, batch);
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data);

/* @gesture: (transfer full): reads the next table of the show. */
static void
read_next (Gesture *gesture)
{
  g_autoptr (GenlockQuery) query = NULL;

  if (genlock_clone_tables[gesture->table] == NULL)
    {
      paste (gesture);
      return;
    }

  query = genlock_query_new (genlock_clone_tables[gesture->table++]);
  genlock_query_set_parent (query, genlock_record_get_id (gesture->production));
  genlock_store_list_async (gesture->store, query, NULL, listed_cb, gesture);
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Gesture) gesture = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = genlock_store_list_finish (GENLOCK_STORE (source), result, &error);

  if (rows == NULL)
    {
      fail (gesture, error);
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (gesture->rows, genlock_record_ref (g_ptr_array_index (rows, i)));
  read_next (g_steal_pointer (&gesture));
}

void
genlock_production_duplicate (GtkWidget *from,
                              GenlockStore *store,
                              GenlockRecord *production,
                              GenlockProductionDone done)
{
  Gesture *gesture = gesture_new (from, store, production);

  gesture->done = done;
  gesture->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  read_next (gesture);
}
