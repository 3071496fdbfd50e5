/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new device for the library. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-validate.h"
#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-text-scale.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-spec-dialog.h"
#include "ui/equipment/genlock-spec-words.h"

/* Slots of a frame before anybody says how many. */
#define SLOTS_USUAL 8

struct _GenlockSpecDialog
{
  AdwWindow parent_instance;

  GenlockStore *store; /* owned */
  GtkWidget *from; /* weak */
  GenlockSpecDone done; /* nullable */
  gboolean saving;

  AdwComboRow *category;
  AdwEntryRow *manufacturer;
  AdwEntryRow *model;
  AdwComboRow *architecture;
  AdwActionRow *slots_row;
  GtkSpinButton *slots;
  GtkSwitch *secondary;
};

G_DEFINE_FINAL_TYPE (GenlockSpecDialog, genlock_spec_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_card_based (GenlockSpecDialog *self)
{
  guint place = adw_combo_row_get_selected (self->architecture);

  return place != GTK_INVALID_LIST_POSITION
         && g_str_equal (genlock_io_architectures[place].word, "CARD_BASED");
}

/* (transfer full): the spec as it is typed. */
static GenlockRecord *
read_record (GenlockSpecDialog *self)
{
  GenlockRecord *spec = genlock_record_new_row (&genlock_equipment_specs, NULL);
  guint category = adw_combo_row_get_selected (self->category);
  guint architecture = adw_combo_row_get_selected (self->architecture);

  genlock_record_take_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER,
                            dup_text (self->manufacturer));
  genlock_record_take_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, dup_text (self->model));
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY,
                           genlock_categories[category].word);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE,
                           genlock_io_architectures[architecture].word);
  genlock_record_set_bool (spec, GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE,
                           gtk_switch_get_active (self->secondary));
  if (is_card_based (self))
    genlock_record_set_int (spec, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS,
                            gtk_spin_button_get_value_as_int (self->slots));

  return spec;
}

static void
changed_cb (GenlockSpecDialog *self)
{
  g_autofree char *manufacturer = dup_text (self->manufacturer);
  g_autofree char *model = dup_text (self->model);

  gtk_widget_set_visible (GTK_WIDGET (self->slots_row), is_card_based (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 !self->saving && *manufacturer != '\0' && *model != '\0');
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GenlockSpecDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);
  gboolean closed = !gtk_widget_get_visible (GTK_WIDGET (self));
  const char *id = g_object_get_data (G_OBJECT (self), "genlock-spec");
  g_autofree char *words = NULL;

  self->saving = FALSE;
  if (changes == NULL)
    {
      if (!closed || self->from != NULL)
        genlock_toast_error (closed ? self->from : GTK_WIDGET (self), error);
      if (!closed)
        changed_cb (self);
      return;
    }

  if (self->from != NULL)
    {
      words = g_strdup_printf (_("“%s” added"), gtk_editable_get_text (GTK_EDITABLE (self->model)));
      genlock_toast_undo (self->from, words, genlock_changes_get_step (changes));
      if (self->done != NULL)
        self->done (id, self->from);
    }
  if (!closed)
    gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockSpecDialog *self = GENLOCK_SPEC_DIALOG (widget);
  g_autoptr (GenlockRecord) spec = read_record (self);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  g_autoptr (GError) error = NULL;

  if (!genlock_record_validate (spec, &error))
    {
      genlock_toast_error (widget, error);
      return;
    }

  g_object_set_data_full (G_OBJECT (self), "genlock-spec",
                          g_strdup (genlock_record_get_id (spec)), g_free);
  genlock_batch_insert (batch, g_steal_pointer (&spec));
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  genlock_store_apply_async (self->store, batch, NULL, saved_cb, g_object_ref (self));
}

static void
genlock_spec_dialog_dispose (GObject *object)
{
  GenlockSpecDialog *self = GENLOCK_SPEC_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_weak_pointer (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SPEC_DIALOG);

  G_OBJECT_CLASS (genlock_spec_dialog_parent_class)->dispose (object);
}

static void
genlock_spec_dialog_class_init (GenlockSpecDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_spec_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-spec-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecDialog, category);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecDialog, manufacturer);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecDialog, model);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecDialog, architecture);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecDialog, slots_row);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecDialog, slots);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecDialog, secondary);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_choices (AdwComboRow *row,
             const GenlockChoice *choices)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].word != NULL; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
set_length (AdwEntryRow *row,
            guint field)
{
  const GenlockField *described = genlock_table_get_field (&genlock_equipment_specs, field);

  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                           (int) described->bounds.max);
}

static void
genlock_spec_dialog_init (GenlockSpecDialog *self)
{
  const GenlockField *slots = genlock_table_get_field (&genlock_equipment_specs,
                                                       GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS);

  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_text_scale_window (GTK_WINDOW (self));

  set_choices (self->category, genlock_categories);
  set_choices (self->architecture, genlock_io_architectures);
  set_length (self->manufacturer, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  set_length (self->model, GENLOCK_EQUIPMENT_SPEC_MODEL);
  gtk_spin_button_set_range (self->slots, slots->bounds.min, slots->bounds.max);
  gtk_spin_button_set_increments (self->slots, 1, 4);
  gtk_spin_button_set_value (self->slots, SLOTS_USUAL);
  genlock_accessible_set_label (GTK_WIDGET (self->slots), _("Card slots"));
  genlock_accessible_set_label (GTK_WIDGET (self->secondary), _("Secondary device"));
}

void
genlock_spec_dialog_present (GtkWidget *from,
                             GenlockStore *store,
                             const char *category,
                             GenlockSpecDone done)
{
  GenlockSpecDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (GENLOCK_IS_STORE (store));

  root = gtk_widget_get_root (from);
  self = g_object_new (GENLOCK_TYPE_SPEC_DIALOG,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                       NULL);
  self->store = g_object_ref (store);
  self->done = done;
  g_set_weak_pointer (&self->from, from);
  for (guint i = 0; category != NULL && genlock_categories[i].word != NULL; i++)
    if (g_str_equal (genlock_categories[i].word, category))
      adw_combo_row_set_selected (self->category, i);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->manufacturer));
  gtk_window_present (GTK_WINDOW (self));
}
