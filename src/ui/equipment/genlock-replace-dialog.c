/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spec that shows use is replaced by another one. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "equipment/genlock-spec-look.h"
#include "equipment/genlock-spec-merge.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-port-map-view.h"
#include "ui/equipment/genlock-replace-dialog.h"
#include "ui/equipment/genlock-spec-picker.h"
#include "ui/equipment/genlock-spec-words.h"

struct _GenlockReplaceDialog
{
  AdwWindow parent_instance;

  GenlockStore *store; /* owned */
  GenlockRecord *spec; /* owned */
  GenlockSpecUsage *usage; /* owned */
  GenlockRecord *other; /* owned, nullable */
  GenlockPortMap *map; /* owned, nullable: to @other */
  gboolean is_new; /* @other is not in the database yet */
  GPtrArray *rows; /* owned: of the shows, unowned */
  GtkWidget *from; /* weak */
  GenlockSpecDone done; /* nullable */

  AdwPreferencesGroup *uses;
  GenlockSpecPicker *picker;
  GenlockPortMapView *map_view;
  AdwActionRow *delete_row;
  GtkSwitch *delete_switch;
};

G_DEFINE_FINAL_TYPE (GenlockReplaceDialog, genlock_replace_dialog, ADW_TYPE_WINDOW)

static void
update (GenlockReplaceDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.replace",
                                 self->other != NULL
                                 && genlock_port_map_view_is_decided (self->map_view));
}

static void
show_map (GenlockReplaceDialog *self)
{
  genlock_port_map_view_set_map (self->map_view, NULL, NULL);
  g_clear_pointer (&self->map, genlock_port_map_free);
  if (self->other != NULL)
    {
      self->map = genlock_port_map_new (self->spec, self->other, self->usage);
      genlock_port_map_view_set_map (self->map_view, self->map, NULL);
    }
  update (self);
}

static void
show_uses (GenlockReplaceDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->uses, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < self->usage->uses->len; i++)
    {
      const GenlockSpecUse *use = g_ptr_array_index (self->usage->uses, i);
      g_autofree char *text = genlock_spec_use_dup_text (use);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      adw_preferences_group_add (self->uses, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
picked_cb (GenlockReplaceDialog *self)
{
  GenlockRecord *other = genlock_spec_picker_get_record (self->picker);

  if (self->store == NULL || other == self->other)
    return;

  g_clear_pointer (&self->other, genlock_record_unref);
  if (other != NULL)
    {
      self->other = genlock_record_ref (other);
      self->is_new = genlock_spec_picker_is_shipped (self->picker);
    }
  show_map (self);
}

static void
replace (GenlockReplaceDialog *self)
{
  g_autofree char *old_name = genlock_spec_dup_name (self->spec);
  g_autofree char *new_name = genlock_spec_dup_name (self->other);
  g_autofree char *words = g_strdup_printf (_("“%s” replaced by “%s”"), old_name, new_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockBatch) batch =
    genlock_spec_replace_build (self->spec, self->other, self->is_new, self->usage, self->map,
                                gtk_switch_get_active (self->delete_switch), &error);

  if (batch == NULL)
    {
      if (error != NULL)
        genlock_toast_error (GTK_WIDGET (self), error);
      return;
    }

  if (self->from != NULL)
    genlock_spec_apply (self->from, self->store, batch, words,
                        genlock_record_get_id (self->other), self->done);
  gtk_window_close (GTK_WINDOW (self));
}

/* Whether nobody else has plugged a cable, or added or deleted a port, while the map was looked at;
 * says what has changed. */
static gboolean
is_current (GenlockReplaceDialog *self)
{
  GenlockSpecLook before = genlock_spec_look_again (self->store, &self->spec);
  GenlockSpecLook after = self->is_new ? GENLOCK_SPEC_LOOK_SAME
                                       : genlock_spec_look_again (self->store, &self->other);

  if (after == GENLOCK_SPEC_LOOK_GONE)
    {
      g_clear_pointer (&self->other, genlock_record_unref);
      genlock_toast (GTK_WIDGET (self),
                     _("This equipment has been deleted meanwhile. Choose another one."));
      return FALSE;
    }

  if (before == GENLOCK_SPEC_LOOK_CHANGED || after == GENLOCK_SPEC_LOOK_CHANGED)
    {
      genlock_toast (GTK_WIDGET (self),
                     _("The ports have changed meanwhile. Look at the cables again."));
      return FALSE;
    }

  if (genlock_port_map_is_current (self->map, self->usage))
    return TRUE;

  genlock_toast (GTK_WIDGET (self), _("The cables have changed meanwhile. Look at them again."));
  return FALSE;
}

static void
read_again_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GenlockReplaceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || self->other == NULL)
    return;
  if (usage == NULL)
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      update (self);
      return;
    }

  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
  self->usage = g_steal_pointer (&usage);
  show_uses (self);
  if (is_current (self))
    replace (self);
  else
    show_map (self);
}

static void
replace_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  GenlockReplaceDialog *self = GENLOCK_REPLACE_DIALOG (widget);
  const char * const ids[] = { genlock_record_get_id (self->spec), NULL };

  gtk_widget_action_set_enabled (widget, name, FALSE);
  genlock_spec_usage_read_async (self->store, ids, NULL, read_again_cb, g_object_ref (self));
}

static void
genlock_replace_dialog_dispose (GObject *object)
{
  GenlockReplaceDialog *self = GENLOCK_REPLACE_DIALOG (object);

  if (self->map_view != NULL)
    genlock_port_map_view_set_map (self->map_view, NULL, NULL);
  g_clear_pointer (&self->map, genlock_port_map_free);
  g_clear_pointer (&self->other, genlock_record_unref);
  g_clear_pointer (&self->spec, genlock_record_unref);
  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
  g_clear_object (&self->store);
  g_clear_weak_pointer (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_REPLACE_DIALOG);

  G_OBJECT_CLASS (genlock_replace_dialog_parent_class)->dispose (object);
}

static void
genlock_replace_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (GENLOCK_REPLACE_DIALOG (object)->rows);

  G_OBJECT_CLASS (genlock_replace_dialog_parent_class)->finalize (object);
}

static void
genlock_replace_dialog_class_init (GenlockReplaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_replace_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_replace_dialog_finalize;

  g_type_ensure (GENLOCK_TYPE_SPEC_PICKER);
  g_type_ensure (GENLOCK_TYPE_PORT_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-replace-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockReplaceDialog, uses);
  gtk_widget_class_bind_template_child (widget_class, GenlockReplaceDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, GenlockReplaceDialog, map_view);
  gtk_widget_class_bind_template_child (widget_class, GenlockReplaceDialog, delete_row);
  gtk_widget_class_bind_template_child (widget_class, GenlockReplaceDialog, delete_switch);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);

  gtk_widget_class_install_action (widget_class, "dialog.replace", NULL, replace_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
genlock_replace_dialog_init (GenlockReplaceDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_port_map_view_set_map (self->map_view, NULL, NULL);
}

void
genlock_replace_dialog_present (GtkWidget *from,
                                GenlockStore *store,
                                GenlockRecord *spec,
                                GenlockSpecUsage *usage,
                                gboolean delete_spec,
                                GenlockSpecDone done)
{
  g_autofree char *name = genlock_spec_dup_name (spec);
  g_autofree char *title = g_strdup_printf (_("Replace “%s”"), name);
  g_autofree char *delete_title = g_strdup_printf (_("Delete “%s” from the library"), name);
  GenlockReplaceDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (GENLOCK_IS_STORE (store));

  root = gtk_widget_get_root (from);
  self = g_object_new (GENLOCK_TYPE_REPLACE_DIALOG,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                       "title", title,
                       NULL);
  self->store = g_object_ref (store);
  self->spec = genlock_record_ref (spec);
  self->usage = genlock_spec_usage_ref (usage);
  self->done = done;
  g_set_weak_pointer (&self->from, from);
  genlock_port_map_view_set_store (self->map_view, store);
  show_uses (self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->delete_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->delete_row), delete_title);
  genlock_accessible_set_label (GTK_WIDGET (self->delete_switch), delete_title);
  gtk_switch_set_active (self->delete_switch, delete_spec);
  genlock_spec_picker_set_store (self->picker, store,
                                 genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY),
                                 genlock_record_get_id (spec));
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
