/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame gets more slots or fewer; cards that are in the way are asked about. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/slots/genlock-slot-editor-private.h"

static void
resize (GenlockSlotEditor *self,
        guint n_slots,
        GenlockResizeChoice choice)
{
  g_autoptr (GPtrArray) leaving = NULL;
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch = genlock_resize_build (self->plan, n_slots, choice, &error);
  g_autofree char *words = NULL;

  if (batch == NULL)
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      genlock_slot_editor_put_back (self);
      return;
    }

  if (choice == GENLOCK_RESIZE_REMOVE)
    leaving = genlock_resize_list_leaving (self->plan, n_slots);
  words = g_strdup_printf (ngettext ("The frame has %u slot", "The frame has %u slots", n_slots),
                           n_slots);
  genlock_slot_editor_apply (self, batch, leaving, NULL, words);
}

static void
ask (GenlockSlotEditor *self,
     guint n_slots);

/* The answer is about what was asked: nothing is removed that was not spoken of. */
static gboolean
is_current (GenlockSlotEditor *self,
            AdwMessageDialog *dialog,
            guint n_slots)
{
  GenlockSlotPlan *asked = g_object_get_data (G_OBJECT (dialog), "genlock-plan");

  return genlock_resize_is_same (asked, self->plan, n_slots);
}

static gboolean
is_same_frame (GenlockSlotEditor *self,
               AdwMessageDialog *dialog)
{
  GenlockSlotPlan *asked = g_object_get_data (G_OBJECT (dialog), "genlock-plan");

  return self->plan != NULL
         && g_strcmp0 (genlock_record_get_id (genlock_slot_plan_get_spec (asked)),
                       genlock_record_get_id (genlock_slot_plan_get_spec (self->plan))) == 0;
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char *response,
             GenlockSlotEditor *self)
{
  guint n_slots = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "genlock-slots"));
  gboolean move = g_str_equal (response, "move");

  if ((!move && !g_str_equal (response, "remove")) || !is_same_frame (self, dialog))
    genlock_slot_editor_put_back (self);
  else if (is_current (self, dialog, n_slots))
    resize (self, n_slots, move ? GENLOCK_RESIZE_MOVE : GENLOCK_RESIZE_REMOVE);
  else if (n_slots < genlock_slot_plan_get_highest (self->plan))
    ask (self, n_slots);
  else
    resize (self, n_slots, GENLOCK_RESIZE_REFUSE);
}

static void
ask (GenlockSlotEditor *self,
     guint n_slots)
{
  g_autofree char *why = genlock_resize_describe (self->plan, n_slots, GENLOCK_RESIZE_REFUSE);
  g_autofree char *move = genlock_resize_describe (self->plan, n_slots, GENLOCK_RESIZE_MOVE);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", why, move);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _("Cards are in the way"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "move",
                                    _("_Move them"), "remove", _("_Remove them"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "move",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "move");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "genlock-slots", GUINT_TO_POINTER (n_slots));
  g_object_set_data_full (G_OBJECT (dialog), "genlock-plan", genlock_slot_plan_ref (self->plan),
                          (GDestroyNotify) genlock_slot_plan_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
genlock_slot_editor_resize (GenlockSlotEditor *self,
                            guint n_slots)
{
  if (self->store == NULL)
    {
      genlock_slot_editor_put_back (self);
      return;
    }

  if (n_slots < genlock_slot_plan_get_highest (self->plan))
    ask (self, n_slots);
  else
    resize (self, n_slots, GENLOCK_RESIZE_REFUSE);
}

void
genlock_slot_editor_put_back (GenlockSlotEditor *self)
{
  if (self->plan != NULL && self->n_slots != NULL)
    gtk_spin_button_set_value (self->n_slots, genlock_slot_plan_get_n_slots (self->plan));
}
