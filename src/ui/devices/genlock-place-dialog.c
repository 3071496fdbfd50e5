/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places equipment of the library in a show. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-devices.h"
#include "equipment/genlock-device-place.h"
#include "equipment/genlock-port-pattern.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-error-words.h"
#include "ui/common/genlock-toasts.h"
#include "ui/devices/genlock-place-dialog.h"
#include "ui/devices/genlock-taken.h"
#include "ui/equipment/genlock-spec-picker.h"

/* More devices than this are not named one by one. */
#define DEVICES_SHOWN 4

struct _GenlockPlaceDialog
{
  AdwWindow parent_instance;

  GenlockStore *store; /* owned */
  char *production_id; /* owned */
  GenlockTaken *taken; /* owned, nullable: in the show, for the preview */
  GCancellable *cancellable; /* owned */

  GenlockSpecPicker *picker;
  GtkSpinButton *count;
  GtkEditable *label;
  GtkEditable *name;
  GtkEditable *note;
  GtkLabel *preview;
};

enum
{
  EMPTY,
  PLACE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockPlaceDialog, genlock_place_dialog, ADW_TYPE_WINDOW)

/* What is chosen and typed; FALSE where no equipment is chosen. */
static gboolean
get_place (GenlockPlaceDialog *self,
           const GenlockTaken *taken,
           GenlockDevicePlace *place)
{
  *place = (GenlockDevicePlace) {
    .production_id = self->production_id,
    .spec = genlock_spec_picker_get_record (self->picker),
    .is_new = genlock_spec_picker_is_shipped (self->picker),
    .n = (guint) gtk_spin_button_get_value_as_int (self->count),
    .label = gtk_editable_get_text (self->label),
    .name = gtk_editable_get_text (self->name),
    .note = gtk_editable_get_text (self->note),
    .labels = taken != NULL ? taken->labels : NULL,
    .names = taken != NULL ? taken->names : NULL,
  };

  return place->spec != NULL;
}

/* "SW 1: E2" */
static void
append_device (GString *text,
               const GenlockRecord *device)
{
  const char *label = genlock_record_get_text (device, GENLOCK_DEVICE_LABEL);
  const char *name = genlock_record_get_text (device, GENLOCK_DEVICE_NAME);

  if (label != NULL && *label != '\0')
    g_string_append_printf (text, "%s: ", label);
  g_string_append (text, name);
}

/* All of a few devices; of many the first ones and the last. */
static char *
dup_preview (GPtrArray *devices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < devices->len; i++)
    {
      if (devices->len > DEVICES_SHOWN && i == DEVICES_SHOWN - 2)
        {
          g_string_append (text, " … ");
          i = devices->len - 1;
        }
      else if (i > 0)
        {
          g_string_append (text, ", ");
        }
      append_device (text, g_ptr_array_index (devices, i));
    }

  return g_string_free (text, FALSE);
}

static void
say (GenlockPlaceDialog *self,
     const char *text,
     gboolean refused)
{
  gtk_label_set_label (self->preview, text);
  if (refused)
    gtk_widget_add_css_class (GTK_WIDGET (self->preview), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->preview), "error");
}

static void
update (GenlockPlaceDialog *self)
{
  GenlockDevicePlace place;
  g_autoptr (GPtrArray) devices = NULL;
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;

  if (!get_place (self, self->taken, &place))
    say (self, _("Choose a piece of equipment."), FALSE);
  else if ((devices = genlock_device_place_list (&place, &error)) == NULL)
    {
      g_autofree char *sentence = genlock_error_dup_sentence (error);

      say (self, sentence, TRUE);
    }
  else
    {
      g_autofree char *text = dup_preview (devices);

      say (self, text, FALSE);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.place", devices != NULL);
}

/* "SW [1-4]" says how many. */
static void
pattern_changed_cb (GenlockPlaceDialog *self,
                    GtkEditable *editable)
{
  g_auto (GStrv) texts = genlock_port_pattern_expand (gtk_editable_get_text (editable),
                                                      GENLOCK_DEVICE_PLACE_MAX, NULL);
  guint n = texts != NULL ? g_strv_length (texts) : 0;

  if (n > 1)
    gtk_spin_button_set_value (self->count, n);
  update (self);
}

static void
activated_cb (GenlockPlaceDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.place", NULL);
}

static void
taken_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GenlockPlaceDialog) self = user_data;
  g_autoptr (GenlockTaken) taken = genlock_taken_read_finish (result, NULL);

  if (taken == NULL || self->store == NULL)
    return;

  g_clear_pointer (&self->taken, genlock_taken_free);
  self->taken = g_steal_pointer (&taken);
  update (self);
}

/* What is taken may have changed since the dialog came up. */
static void
taken_now_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GenlockPlaceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockTaken) taken = genlock_taken_read_finish (result, &error);
  g_autoptr (GenlockBatch) batch = NULL;
  GenlockDevicePlace place;

  if (self->store == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  if (taken != NULL && get_place (self, taken, &place))
    batch = genlock_device_place_build (&place, &error);
  if (batch == NULL)
    {
      if (error != NULL)
        genlock_toast_error (GTK_WIDGET (self), error);
      update (self);
      return;
    }

  g_signal_emit (self, signals[PLACE], 0, batch, place.n);
  gtk_window_close (GTK_WINDOW (self));
}

static void
place_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  GenlockPlaceDialog *self = GENLOCK_PLACE_DIALOG (widget);

  gtk_spin_button_update (self->count);
  gtk_widget_action_set_enabled (widget, name, FALSE);
  genlock_taken_read_async (self->store, self->production_id, self->cancellable, taken_now_cb,
                            g_object_ref (self));
}

static void
empty_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  g_signal_emit (widget, signals[EMPTY], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
genlock_place_dialog_dispose (GObject *object)
{
  GenlockPlaceDialog *self = GENLOCK_PLACE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_PLACE_DIALOG);

  G_OBJECT_CLASS (genlock_place_dialog_parent_class)->dispose (object);
}

static void
genlock_place_dialog_finalize (GObject *object)
{
  GenlockPlaceDialog *self = GENLOCK_PLACE_DIALOG (object);

  g_clear_pointer (&self->taken, genlock_taken_free);
  g_free (self->production_id);

  G_OBJECT_CLASS (genlock_place_dialog_parent_class)->finalize (object);
}

static void
genlock_place_dialog_class_init (GenlockPlaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_place_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_place_dialog_finalize;

  signals[EMPTY] = g_signal_new ("empty", GENLOCK_TYPE_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[PLACE] = g_signal_new ("place", GENLOCK_TYPE_PLACE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);

  g_type_ensure (GENLOCK_TYPE_SPEC_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/devices/genlock-place-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockPlaceDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, GenlockPlaceDialog, count);
  gtk_widget_class_bind_template_child (widget_class, GenlockPlaceDialog, label);
  gtk_widget_class_bind_template_child (widget_class, GenlockPlaceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, GenlockPlaceDialog, note);
  gtk_widget_class_bind_template_child (widget_class, GenlockPlaceDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, pattern_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "dialog.place", NULL, place_action);
  gtk_widget_class_install_action (widget_class, "dialog.empty", NULL, empty_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
genlock_place_dialog_init (GenlockPlaceDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_accessible_set_label (GTK_WIDGET (self->count), _("How many"));
}

GtkWindow *
genlock_place_dialog_new (GtkWindow *parent,
                          GenlockStore *store,
                          const char *production_id)
{
  GenlockPlaceDialog *self;

  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);
  g_return_val_if_fail (production_id != NULL, NULL);

  self = g_object_new (GENLOCK_TYPE_PLACE_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->production_id = g_strdup (production_id);
  genlock_spec_picker_set_store (self->picker, store, NULL, NULL);
  genlock_taken_read_async (store, production_id, self->cancellable, taken_cb,
                            g_object_ref (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  update (self);

  return GTK_WINDOW (self);
}
