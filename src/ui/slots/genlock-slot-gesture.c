/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures carried out: a card that goes takes no cable with it unasked. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "equipment/genlock-port-map.h"
#include "ui/common/genlock-toasts.h"
#include "ui/slots/genlock-slot-editor-private.h"

/* A gesture under way: its cables are looked up, somebody is asked, it is applied. */
typedef struct
{
  GenlockSlotEditor *editor; /* owned */
  GenlockStore *store;       /* owned */
  GenlockBatch *batch;       /* owned */
  GPtrArray *leaving;        /* owned (element-type GenlockRecord) */
  GenlockRecord *coming;     /* owned, nullable */
  GPtrArray *maps;           /* owned (element-type GenlockPortMap): of @leaving */
  char *words;               /* owned */
  char *adopted;             /* owned, nullable: the frame that the batch copies */
} Gesture;

static void
gesture_free (Gesture *gesture)
{
  g_object_unref (gesture->editor);
  g_object_unref (gesture->store);
  genlock_batch_unref (gesture->batch);
  g_ptr_array_unref (gesture->leaving);
  g_clear_pointer (&gesture->coming, genlock_record_unref);
  g_ptr_array_unref (gesture->maps);
  g_free (gesture->words);
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
      return;
    }

  genlock_slot_editor_say (gesture->editor, gesture->words);
  genlock_toast_undo (GTK_WIDGET (gesture->editor), gesture->words,
                      genlock_changes_get_step (changes));
  if (gesture->adopted != NULL)
    g_signal_emit_by_name (gesture->editor, "adopted", gesture->adopted);
}

static void
apply (Gesture *gesture)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < gesture->maps->len; i++)
    if (!genlock_port_map_append (g_ptr_array_index (gesture->maps, i), gesture->batch, &error))
      {
        genlock_toast_error (GTK_WIDGET (gesture->editor), error);
        gesture_free (gesture);
        return;
      }

  genlock_store_apply_async (gesture->store, gesture->batch, NULL, applied_cb, gesture);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char *response,
             Gesture *gesture)
{
  GenlockPortMapRest rest = g_str_equal (response, "unplug") ? GENLOCK_PORT_MAP_UNPLUG
                                                             : GENLOCK_PORT_MAP_KEEP;

  if (!g_str_equal (response, "unplug") && !g_str_equal (response, "keep"))
    {
      gesture_free (gesture);
      return;
    }

  for (guint i = 0; i < gesture->maps->len; i++)
    genlock_port_map_set_rest (g_ptr_array_index (gesture->maps, i), -1, rest);
  apply (gesture);
}

/* Where the cables of the cards that go land, and what becomes of those that land nowhere. */
static void
ask (Gesture *gesture)
{
  GtkWidget *dialog;
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < gesture->maps->len; i++)
    {
      g_autofree char *summary =
        genlock_port_map_dup_summary (g_ptr_array_index (gesture->maps, i));

      g_string_append_printf (body, "%s\n", summary);
    }
  g_string_append (body, _("Cables that are left over can keep their end as an unknown port, "
                           "with its old name, or be unplugged."));

  dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (gesture->editor))), _("Cables end on this card"),
    body->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "keep",
                                    _("_Keep the ends"), "unplug", _("_Unplug"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "unplug",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), gesture);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
usage_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  Gesture *gesture = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (usage == NULL || gtk_widget_get_root (GTK_WIDGET (gesture->editor)) == NULL)
    {
      if (usage == NULL)
        genlock_toast_error (GTK_WIDGET (gesture->editor), error);
      gesture_free (gesture);
      return;
    }

  for (guint i = 0; i < gesture->leaving->len; i++)
    {
      GenlockPortMap *map = genlock_port_map_new (g_ptr_array_index (gesture->leaving, i),
                                                  gesture->coming, usage);

      if (genlock_port_map_get_n_entries (map) > 0)
        g_ptr_array_add (gesture->maps, map);
      else
        genlock_port_map_free (map);
    }

  if (gesture->maps->len > 0)
    ask (gesture);
  else
    apply (gesture);
}

/* A frame of the shipped library is copied by the same step, before all else. */
static GenlockBatch *
prepend_spec (GenlockRecord *spec,
              const GenlockBatch *batch)
{
  GenlockBatch *whole = genlock_batch_new (genlock_batch_get_verb (batch));

  genlock_batch_insert (whole, genlock_record_copy (spec));
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      switch (op->kind)
        {
        case GENLOCK_OP_INSERT:
          genlock_batch_insert (whole, genlock_record_copy (op->record));
          break;

        case GENLOCK_OP_UPDATE:
          genlock_batch_update (whole, genlock_record_copy (op->record));
          break;

        case GENLOCK_OP_DELETE:
          genlock_batch_delete (whole, op->table, genlock_record_get_id (op->record));
          break;

        case GENLOCK_OP_UNDELETE:
          genlock_batch_undelete (whole, op->table, genlock_record_get_id (op->record));
          break;
        }
    }

  return whole;
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
  gesture->leaving = g_ptr_array_ref (leaving);
  gesture->coming = coming != NULL ? genlock_record_copy (coming) : NULL;
  gesture->maps = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_port_map_free);
  gesture->words = g_strdup (words);
  if (self->shipped)
    {
      gesture->batch = prepend_spec (spec, batch);
      genlock_batch_unref (batch);
      gesture->adopted = g_strdup (ids[0]);
    }

  if (leaving->len > 0 && !self->shipped)
    genlock_spec_usage_read_async (self->store, ids, NULL, usage_read_cb, gesture);
  else
    apply (gesture);
}

void
genlock_slot_editor_perform (GenlockSlotEditor *self,
                             const GenlockDrop *drop,
                             const GenlockCardType *type)
{
  g_autoptr (GPtrArray) leaving =
    g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
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
    g_ptr_array_add (leaving, genlock_record_ref (drop->leaving));
  genlock_slot_editor_apply (self, batch, leaving, genlock_drop_get_new_card (drop), drop->text);
  if (type != NULL)
    genlock_slot_palette_remember (type);
}
