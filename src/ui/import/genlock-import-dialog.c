/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that imports files: choose, read, look, import, report. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-productions.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-text-scale.h"
#include "ui/common/genlock-toasts.h"
#include "ui/import/genlock-import-dialog-private.h"
#include "ui/import/genlock-import-words.h"

G_DEFINE_FINAL_TYPE (GenlockImportDialog, genlock_import_dialog, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_page (GenlockImportDialog *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

static void
narrow_cb (GenlockImportDialog *self)
{
  genlock_import_preview_set_narrow (self->preview,
                                     adw_view_switcher_title_get_title_visible (self->title)
                                     && g_str_equal (get_page (self), "preview"));
}

/* (nullable): the show that all rows stand in already, where there is nothing left to choose. */
static const char *
find_known_show (GenlockImportDialog *self)
{
  GPtrArray *shows = genlock_import_plan_get_shows (self->plan);
  GenlockImportOptions options;

  genlock_import_preview_get_options (self->preview, &options);
  if (options.production != NULL)
    return genlock_record_get_id (options.production);

  for (guint i = 0; i < shows->len; i++)
    {
      const GenlockImportShow *show = g_ptr_array_index (shows, i);

      if (show->production != NULL && show->production->state == GENLOCK_IMPORT_EQUAL)
        return genlock_record_get_id (show->production->record);
    }

  return NULL;
}

static void
update_import (GenlockImportDialog *self)
{
  gboolean preview = g_str_equal (get_page (self), "preview");
  GenlockImportCounts counts = { 0 };
  g_autofree char *label = NULL;

  self->known_show = NULL;
  if (preview && self->plan != NULL && self->applying == NULL)
    {
      genlock_import_plan_count (self->plan, &counts);
      if (counts.n_open == 0)
        self->known_show = find_known_show (self);
    }
  if (counts.n_chosen > 0)
    label = g_strdup_printf (ngettext ("_Import %u row", "_Import %u rows", counts.n_chosen),
                             counts.n_chosen);
  else if (self->known_show != NULL)
    label = g_strdup (_("_Open show"));
  gtk_button_set_label (self->import, label != NULL ? label : _("_Import"));
  gtk_widget_set_visible (GTK_WIDGET (self->import), preview);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply",
                                 counts.n_chosen > 0 || self->known_show != NULL);
}

void
genlock_import_dialog_show_page (GenlockImportDialog *self,
                                 const char *name)
{
  gboolean preview = g_str_equal (name, "preview");
  gboolean done = g_str_equal (name, "done");
  GtkWidget *at = gtk_root_get_focus (GTK_ROOT (self));
  const struct
  {
    const char *page;
    GtkWidget *focus;
  } focus[] = {
    { "choose", self->choose }, { "work", self->stop }, { "error", self->again },
    { "done", self->close },
  };

  gtk_stack_set_visible_child_name (self->stack, name);
  adw_view_switcher_title_set_view_switcher_enabled (self->title, preview);
  adw_header_bar_set_show_end_title_buttons (self->header, !preview);
  gtk_widget_set_visible (self->cancel, preview);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.save-report", done);
  for (guint i = 0; i < G_N_ELEMENTS (focus); i++)
    if (g_str_equal (name, focus[i].page))
      gtk_widget_grab_focus (focus[i].focus);
  if (preview && (at == NULL || !gtk_widget_is_ancestor (at, GTK_WIDGET (self->preview))))
    gtk_widget_grab_focus (GTK_WIDGET (self->preview));
  narrow_cb (self);
  update_import (self);
}

static void
chosen_cb (GenlockImportDialog *self)
{
  update_import (self);
}

/* The answers of the preview say into which show. */
static void
read_again_cb (GenlockImportDialog *self)
{
  genlock_import_dialog_read (self, FALSE);
}

void
genlock_import_dialog_add_files (GenlockImportDialog *self,
                                 GListModel *files)
{
  const char *page = get_page (self);

  if (self->applying != NULL || g_list_model_get_n_items (files) == 0)
    return;

  if (self->job == NULL && !g_str_equal (page, "preview"))
    g_list_store_remove_all (self->files);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (!g_list_store_find_with_equal_func (self->files, file, (GEqualFunc) g_file_equal, NULL))
        g_list_store_append (self->files, file);
    }
  genlock_import_preview_reset (self->preview);
  genlock_import_dialog_read (self, FALSE);
}

static gboolean
drop_cb (GenlockImportDialog *self,
         const GValue *value,
         double x,
         double y)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *item = g_value_get_boxed (value); item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  genlock_import_dialog_add_files (self, G_LIST_MODEL (files));

  return g_list_model_get_n_items (G_LIST_MODEL (files)) > 0;
}

static void
choose_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  genlock_import_dialog_choose (GENLOCK_IMPORT_DIALOG (widget));
}

static void
choose_folder_action (GtkWidget *widget,
                      const char *name,
                      GVariant *parameter)
{
  genlock_import_dialog_choose_folder (GENLOCK_IMPORT_DIALOG (widget));
}

static void
save_report_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  genlock_import_dialog_save_report (GENLOCK_IMPORT_DIALOG (widget));
}

static void
read_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  genlock_import_dialog_read (GENLOCK_IMPORT_DIALOG (widget), FALSE);
}

/* What is typed but not applied yet counts. */
static void
apply_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  GenlockImportDialog *self = GENLOCK_IMPORT_DIALOG (widget);
  GenlockImportOptions options;

  if (self->applying != NULL || self->job != NULL)
    return;

  if (self->known_show != NULL)
    {
      g_signal_emit (self, signals[IMPORTED], 0, self->known_show);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  if (genlock_import_preview_get_options (self->preview, &options))
    genlock_import_dialog_read (self, TRUE);
  else
    genlock_import_dialog_apply (self);
}

/* Stops what is under way, else closes. */
static void
cancel_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  GenlockImportDialog *self = GENLOCK_IMPORT_DIALOG (widget);

  if (self->job != NULL || self->applying != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
genlock_import_dialog_close_request (GtkWindow *window)
{
  GenlockImportDialog *self = GENLOCK_IMPORT_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  if (self->applying == NULL)
    genlock_import_dialog_say_done (self);

  return GTK_WINDOW_CLASS (genlock_import_dialog_parent_class)->close_request (window);
}

static void
genlock_import_dialog_dispose (GObject *object)
{
  GenlockImportDialog *self = GENLOCK_IMPORT_DIALOG (object);

  genlock_import_dialog_stop_timeouts (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->job, genlock_import_job_unref);
  g_clear_pointer (&self->applying, genlock_import_job_unref);
  g_clear_object (&self->files);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (genlock_import_dialog_parent_class)->dispose (object);
}

static void
genlock_import_dialog_finalize (GObject *object)
{
  GenlockImportDialog *self = GENLOCK_IMPORT_DIALOG (object);

  g_clear_pointer (&self->plan, genlock_import_plan_unref);
  g_free (self->words);

  G_OBJECT_CLASS (genlock_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, header);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, work_page);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, stop);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, error_page);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, again);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportDialog, close);
}

static void
genlock_import_dialog_class_init (GenlockImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_import_dialog_dispose;
  object_class->finalize = genlock_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = genlock_import_dialog_close_request;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (GENLOCK_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/import/genlock-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_again_cb);

  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "import.choose", NULL);
  gtk_widget_class_install_action (widget_class, "import.choose-folder", NULL,
                                   choose_folder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "import.choose-folder", NULL);
  gtk_widget_class_install_action (widget_class, "import.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "import.apply", NULL);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
  gtk_widget_class_install_action (widget_class, "import.save-report", NULL, save_report_action);
}

static void
genlock_import_dialog_init (GenlockImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_text_scale_window (GTK_WINDOW (self));
  self->files = g_list_store_new (G_TYPE_FILE);
  adw_view_switcher_title_set_stack (self->title,
                                     genlock_import_preview_get_stack (self->preview));
  genlock_accessible_set_label_inside (GTK_WIDGET (self->title), ADW_TYPE_VIEW_SWITCHER,
                                       _("Pages"));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  genlock_import_dialog_show_page (self, "choose");
}

/* In place of "destroy-with-parent": GTK 4.8 keeps the parent's pointer then, and looks at it once
 * more where something else still holds the window, as a key that is being handled does. */
static void
parent_destroy_cb (GenlockImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_closed (GenlockImportDialog *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self));
}

/* What was compared with another database says nothing about this one. */
static void
take_store (GenlockImportDialog *self,
            GenlockStore *store)
{
  gboolean looks_at_files = self->job != NULL || g_str_equal (get_page (self), "preview")
                            || g_str_equal (get_page (self), "error");

  if (!g_set_object (&self->store, store) || self->applying != NULL || !looks_at_files)
    return;

  genlock_import_preview_reset (self->preview);
  genlock_import_dialog_read (self, FALSE);
}

/* (transfer full) (element-type GenlockImportDialog): those of @parent that are open. */
static GPtrArray *
list_dialogs (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GPtrArray *dialogs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GENLOCK_IS_IMPORT_DIALOG (window) && gtk_window_get_transient_for (window) == parent
          && !is_closed (GENLOCK_IMPORT_DIALOG (window)))
        g_ptr_array_add (dialogs, g_object_ref (window));
    }

  return dialogs;
}

/* (nullable): the import window of @parent that can take files. */
static GenlockImportDialog *
find_dialog (GtkWindow *parent)
{
  g_autoptr (GPtrArray) dialogs = list_dialogs (parent);

  for (guint i = 0; i < dialogs->len; i++)
    {
      GenlockImportDialog *dialog = g_ptr_array_index (dialogs, i);

      if (dialog->applying == NULL)
        return dialog;
    }

  return NULL;
}

GenlockImportDialog *
genlock_import_dialog_present (GtkWindow *parent,
                               GenlockStore *store,
                               GListModel *files,
                               gboolean *is_new)
{
  GenlockImportDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);

  self = find_dialog (parent);
  *is_new = self == NULL;
  if (self == NULL)
    {
      self = g_object_new (GENLOCK_TYPE_IMPORT_DIALOG,
                           "transient-for", parent,
                           "application", gtk_window_get_application (parent),
                           NULL);
      self->store = g_object_ref (store);
      g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_destroy_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      take_store (self, store);
    }
  if (files != NULL)
    genlock_import_dialog_add_files (self, files);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

void
genlock_import_dialog_set_store (GtkWindow *parent,
                                 GenlockStore *store)
{
  g_autoptr (GPtrArray) dialogs = list_dialogs (parent);

  g_return_if_fail (GENLOCK_IS_STORE (store));

  for (guint i = 0; i < dialogs->len; i++)
    take_store (g_ptr_array_index (dialogs, i), store);
}
