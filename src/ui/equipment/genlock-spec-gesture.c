/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to specs: applied, then said with a way back. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-spec-gesture.h"
#include "ui/equipment/genlock-spec-words.h"

/* A gesture under way. */
typedef struct
{
  GtkWidget *from; /* weak */
  char *words; /* owned */
  char *id; /* owned, nullable */
  GenlockSpecDone done; /* nullable */
} Gesture;

static void
gesture_free (Gesture *gesture)
{
  g_clear_weak_pointer (&gesture->from);
  g_free (gesture->words);
  g_free (gesture->id);
  g_free (gesture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gesture, gesture_free)

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Gesture) gesture = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);

  if (gesture->from == NULL)
    return;
  if (changes == NULL)
    {
      genlock_toast_error (gesture->from, error);
      return;
    }

  genlock_toast_undo (gesture->from, gesture->words, genlock_changes_get_step (changes));
  if (gesture->done != NULL)
    gesture->done (gesture->id, gesture->from);
}

void
genlock_spec_apply (GtkWidget *from,
                    GenlockStore *store,
                    GenlockBatch *batch,
                    const char *words,
                    const char *id,
                    GenlockSpecDone done)
{
  Gesture *gesture = g_new0 (Gesture, 1);

  g_set_weak_pointer (&gesture->from, from);
  gesture->words = g_strdup (words);
  gesture->id = g_strdup (id);
  gesture->done = done;
  genlock_store_apply_async (store, batch, NULL, applied_cb, gesture);
}

void
genlock_spec_adopt (GtkWidget *from,
                    GenlockStore *store,
                    GenlockRecord *spec,
                    GenlockSpecDone done)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  g_autofree char *name = genlock_spec_dup_name (spec);
  g_autofree char *words = g_strdup_printf (_("“%s” copied to your library"), name);

  genlock_batch_insert (batch, genlock_record_copy (spec));
  genlock_spec_apply (from, store, batch, words, genlock_record_get_id (spec), done);
}
