/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels for many cables at once. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "signal/genlock-cable-labels.h"
#include "ui/cables/genlock-label-dialog.h"
#include "ui/common/genlock-new-cables.h"
#include "ui/common/genlock-toasts.h"

struct _GenlockLabelDialog
{
  AdwWindow parent_instance;

  GenlockCheckedShow *show; /* owned */
  GtkWidget *from;          /* owned */
  GPtrArray *ids;           /* owned, nullable */

  GtkEditable *first;
  GtkLabel *preview;
  GtkWidget *automatic;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (GenlockLabelDialog, genlock_label_dialog, ADW_TYPE_WINDOW)

static GenlockBatch *
build (GenlockLabelDialog *self,
       guint *n_labels)
{
  GenlockLabelWish wish = { .ids = self->ids, .relabel = self->ids != NULL };
  g_autofree char *prefix = genlock_label_wish_read (&wish, gtk_editable_get_text (self->first));

  return genlock_cable_labels_build (genlock_checked_show_get_graph (self->show), &wish, n_labels);
}

static const char *
get_label (const GenlockBatch *batch,
           guint index)
{
  return genlock_record_get_text (genlock_batch_get_op (batch, index)->record,
                                  GENLOCK_CONNECTION_CABLE_LABEL);
}

static void
update (GenlockLabelDialog *self)
{
  g_autoptr (GenlockBatch) batch = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  if (self->show == NULL || genlock_checked_show_get_graph (self->show) == NULL)
    return;

  batch = build (self, &n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.label", n > 0);
  if (n == 0)
    text = g_strdup (self->ids != NULL ? _("None of what is selected is a cable.")
                                       : _("Every cable has a label."));
  else if (n == 1)
    /* Translators: %s is the label that one cable gets */
    text = g_strdup_printf (_("One cable: %s"), get_label (batch, 0));
  else
    /* Translators: how many cables get labels, from the first label to the last */
    text = g_strdup_printf (ngettext ("%1$u cable: %2$s … %3$s", "%1$u cables: %2$s … %3$s", n), n,
                            get_label (batch, 0), get_label (batch, n - 1));
  gtk_label_set_label (self->preview, text);
}

typedef struct
{
  GtkWidget *from; /* owned */
  guint n_labels;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->from);
  g_free (work);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);
  g_autofree char *text = g_strdup_printf (ngettext ("%u cable labelled", "%u cables labelled",
                                                     work->n_labels), work->n_labels);

  if (gtk_widget_get_root (work->from) == NULL)
    return;

  if (changes == NULL)
    genlock_toast_error (work->from, error);
  else
    genlock_toast_undo (work->from, text, genlock_changes_get_step (changes));
}

static void
label_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  GenlockLabelDialog *self = GENLOCK_LABEL_DIALOG (widget);
  guint n_labels;
  g_autoptr (GenlockBatch) batch = build (self, &n_labels);
  Work *work;

  if (n_labels == 0)
    return;

  work = g_new0 (Work, 1);
  work->from = g_object_ref (self->from);
  work->n_labels = n_labels;
  genlock_store_apply_async (genlock_checked_show_get_store (self->show), batch, NULL, applied_cb,
                             work);
  gtk_window_close (GTK_WINDOW (self));
}

static void
genlock_label_dialog_dispose (GObject *object)
{
  GenlockLabelDialog *self = GENLOCK_LABEL_DIALOG (object);

  g_clear_object (&self->show);
  g_clear_object (&self->from);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_LABEL_DIALOG);

  G_OBJECT_CLASS (genlock_label_dialog_parent_class)->dispose (object);
}

static void
genlock_label_dialog_class_init (GenlockLabelDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_label_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/cables/genlock-label-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockLabelDialog, first);
  gtk_widget_class_bind_template_child (widget_class, GenlockLabelDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, GenlockLabelDialog, automatic);
  gtk_widget_class_bind_template_child (widget_class, GenlockLabelDialog, label);
  gtk_widget_class_bind_template_callback (widget_class, update);

  gtk_widget_class_install_action (widget_class, "dialog.label", NULL, label_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
genlock_label_dialog_init (GenlockLabelDialog *self)
{
  g_autoptr (GSettings) settings = g_settings_new (GENLOCK_APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (settings, GENLOCK_LABEL_CABLES_KEY, self->automatic, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

void
genlock_label_dialog_present (GtkWidget *from,
                              GenlockCheckedShow *show,
                              GPtrArray *ids)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GenlockLabelDialog *self;

  if (genlock_checked_show_get_graph (show) == NULL)
    {
      g_clear_pointer (&ids, g_ptr_array_unref);
      genlock_toast (from, _("The show is still being read. Try again in a moment."));
      return;
    }

  self = g_object_new (GENLOCK_TYPE_LABEL_DIALOG,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->show = g_object_ref (show);
  self->from = g_object_ref (from);
  self->ids = ids;
  g_signal_connect_object (show, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->first));
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
