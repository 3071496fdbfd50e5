/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures carried out: a card that goes takes no cable with it unasked. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "equipment/genlock-spec-edit.h"
#include "ui/common/genlock-toasts.h"
#include "ui/slots/genlock-slot-editor-private.h"
#include "ui/slots/genlock-slot-map-dialog.h"

/* A gesture under way: its cables are looked up, somebody is asked, it is applied. */
typedef struct
{
  GenlockSlotEditor *editor; /* owned */
  GenlockStore *store;       /* owned */
  GenlockBatch *batch;       /* owned */
  GPtrArray *leaving;        /* owned (element-type GenlockRecord) */
  GenlockRecord *coming;     /* owned, nullable */
  char *words;               /* owned */
  char *spec_id;             /* owned: of the frame */
  char *adopted;             /* owned, nullable: the same where the batch copies it */
  gboolean is_accepted;      /* the cables are in @batch */
} Gesture;

static void
gesture_free (Gesture *gesture)
{
  g_object_unref (gesture->editor);
  g_object_unref (gesture->store);
  genlock_batch_unref (gesture->batch);
  g_ptr_array_unref (gesture->leaving);
  g_clear_pointer (&gesture->coming, genlock_record_unref);
  g_free (gesture->words);
  g_free (gesture->spec_id);
  g_free (gesture->adopted);
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

  if (gtk_widget_get_root (GTK_WIDGET (gesture->editor)) == NULL)
    return;
  if (changes == NULL)
    {
      genlock_toast_error (GTK_WIDGET (gesture->editor), error);
      genlock_slot_editor_refuse (gesture->editor);
      return;
    }

  genlock_slot_editor_say (gesture->editor, gesture->words);
  genlock_toast_undo (GTK_WIDGET (gesture->editor), gesture->words,
                      genlock_changes_get_step (changes));
  if (gesture->adopted != NULL)
    g_signal_emit_by_name (gesture->editor, "adopted", gesture->adopted);
}

/* @gesture: (transfer full) */
static void
apply (Gesture *gesture)
{
  genlock_store_apply_async (gesture->store, gesture->batch, NULL, applied_cb, gesture);
}

/* The answer to where the cables land. */

static void
accepted_cb (GenlockSlotMapDialog *dialog,
             Gesture *gesture)
{
  g_autoptr (GError) error = NULL;

  gesture->is_accepted = genlock_port_map_append (genlock_slot_map_dialog_get_map (dialog),
                                                  gesture->batch, &error);
  if (!gesture->is_accepted)
    genlock_toast_error (GTK_WIDGET (gesture->editor), error);
}

static void
closed_cb (GenlockSlotMapDialog *dialog,
           Gesture *gesture)
{
  if (gesture->is_accepted)
    {
      apply (gesture);
      return;
    }

  genlock_slot_editor_put_back (gesture->editor);
  gesture_free (gesture);
}

static void
ask (Gesture *gesture,
     GenlockSpecUsage *usage)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (gesture->editor));
  GenlockSlotMapDialog *dialog =
    genlock_slot_map_dialog_new (GTK_WINDOW (root), gesture->store, gesture->spec_id,
                                 gesture->leaving, gesture->coming, usage, gesture->words);

  g_signal_connect (dialog, "accepted", G_CALLBACK (accepted_cb), gesture);
  g_signal_connect (dialog, "destroy", G_CALLBACK (closed_cb), gesture);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
usage_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (Gesture) gesture = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockPortMap) map = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (gesture->editor)) == NULL)
    return;
  if (usage == NULL)
    {
      genlock_toast_error (GTK_WIDGET (gesture->editor), error);
      genlock_slot_editor_put_back (gesture->editor);
      return;
    }

  map = genlock_slot_map_new (gesture->leaving, gesture->coming, usage);
  if (genlock_port_map_get_n_entries (map) > 0)
    ask (g_steal_pointer (&gesture), usage);
  else
    apply (g_steal_pointer (&gesture));
}

void
genlock_slot_editor_apply (GenlockSlotEditor *self,
                           GenlockBatch *batch,
                           GPtrArray *leaving,
                           const GenlockRecord *coming,
                           const char *words)
{
  GenlockRecord *spec = genlock_slot_plan_get_spec (self->plan);
  const char *ids[] = { genlock_record_get_id (spec), NULL };
  Gesture *gesture = g_new0 (Gesture, 1);

  gesture->editor = g_object_ref (self);
  gesture->store = g_object_ref (self->store);
  gesture->batch = batch;
  gesture->leaving = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  for (guint i = 0; leaving != NULL && i < leaving->len; i++)
    g_ptr_array_add (gesture->leaving, genlock_record_ref (leaving->pdata[i]));
  gesture->coming = coming != NULL ? genlock_record_copy (coming) : NULL;
  gesture->spec_id = g_strdup (ids[0]);
  gesture->words = g_strdup (words);
  if (self->shipped)
    {
      gesture->batch = genlock_spec_adopt_build (spec, batch);
      gesture->adopted = g_strdup (ids[0]);
    }

  if (gesture->leaving->len > 0 && !self->shipped)
    genlock_spec_usage_read_async (self->store, ids, NULL, usage_read_cb, gesture);
  else
    apply (gesture);
}

void
genlock_slot_editor_perform (GenlockSlotEditor *self,
                             const GenlockDrop *drop,
                             const GenlockCardType *type)
{
  g_autoptr (GPtrArray) leaving = g_ptr_array_new ();
  GenlockBatch *batch = genlock_drop_build (drop);

  if (self->store == NULL || batch == NULL)
    {
      g_clear_pointer (&batch, genlock_batch_unref);
      if (drop->text != NULL)
        {
          genlock_slot_editor_say (self, drop->text);
          genlock_toast (GTK_WIDGET (self), drop->text);
        }
      return;
    }

  if (drop->leaving != NULL)
    g_ptr_array_add (leaving, drop->leaving);
  genlock_slot_editor_apply (self, batch, leaving, genlock_drop_get_new_card (drop), drop->text);
  if (type != NULL)
    genlock_slot_palette_remember (type);
}

void
genlock_slot_editor_put (GenlockSlotEditor *self,
                         GenlockCardType *type,
                         const char *card_id,
                         guint slot)
{
  g_autoptr (GenlockDrop) drop = card_id != NULL ? genlock_drop_card (self->plan, card_id, slot)
                                                 : genlock_drop_type (self->plan, type, slot);

  genlock_slot_editor_perform (self, drop, card_id != NULL ? NULL : type);
}
