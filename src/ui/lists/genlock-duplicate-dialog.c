/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many copies of the selected rows are to be made, and what they will be called. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/lists/genlock-block.h"
#include "ui/lists/genlock-duplicate-dialog.h"

/* As in the template. */
#define COPIES_MAX 200

struct _GenlockDuplicateDialog
{
  AdwMessageDialog parent_instance;

  GtkSpinButton *copies;
  GtkLabel *preview;
  const GenlockListKind *kind;
  GPtrArray *records; /* owned (element-type GenlockRecord) */
  GHashTable *labels; /* owned */
  GHashTable *names;  /* owned */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockDuplicateDialog, genlock_duplicate_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* A copy, since a preview must not take what it shows. */
static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));

  return copy;
}

static char *
dup_row_name (GenlockDuplicateDialog *dialog,
              const GenlockOp *op)
{
  const char *label = genlock_record_get_text (op->record, dialog->kind->label);

  if (dialog->kind->name == 0)
    return g_strdup (label != NULL ? label : "");

  return g_strdup_printf ("%s %s", label,
                          genlock_record_get_text (op->record, dialog->kind->name));
}

/* What is typed counts before it is taken over as the value. */
static guint
get_copies (GenlockDuplicateDialog *dialog)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (dialog->copies));

  return CLAMP (g_ascii_strtoll (text, NULL, 10), 1, COPIES_MAX);
}

static void
show_preview (GenlockDuplicateDialog *dialog)
{
  g_autoptr (GHashTable) labels = copy_set (dialog->labels);
  g_autoptr (GHashTable) names = copy_set (dialog->names);
  g_autoptr (GenlockBatch) batch =
    genlock_block_duplicate (dialog->kind, dialog->records,
                             get_copies (dialog), labels, names, NULL);
  guint n = genlock_batch_get_length (batch);
  g_autofree char *first = dup_row_name (dialog, genlock_batch_get_op (batch, 0));
  g_autofree char *last = dup_row_name (dialog, genlock_batch_get_op (batch, n - 1));
  g_autofree char *text = n == 1 ? g_strdup (first)
                                 : g_strdup_printf (_("%s to %s"), first, last);

  gtk_label_set_text (dialog->preview, text);
}

static void
copies_changed_cb (GtkEditable *copies,
                   GenlockDuplicateDialog *dialog)
{
  if (dialog->records == NULL)
    return;

  show_preview (dialog);
}

static void
genlock_duplicate_dialog_response (AdwMessageDialog *message,
                                   const char *response)
{
  GenlockDuplicateDialog *dialog = GENLOCK_DUPLICATE_DIALOG (message);

  if (g_str_equal (response, "duplicate"))
    g_signal_emit (dialog, signals[CHOSEN], 0, get_copies (dialog));
}

static void
genlock_duplicate_dialog_dispose (GObject *object)
{
  GenlockDuplicateDialog *dialog = GENLOCK_DUPLICATE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_DUPLICATE_DIALOG);
  g_clear_pointer (&dialog->records, g_ptr_array_unref);
  g_clear_pointer (&dialog->labels, g_hash_table_unref);
  g_clear_pointer (&dialog->names, g_hash_table_unref);

  G_OBJECT_CLASS (genlock_duplicate_dialog_parent_class)->dispose (object);
}

static void
genlock_duplicate_dialog_class_init (GenlockDuplicateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_duplicate_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = genlock_duplicate_dialog_response;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/lists/genlock-duplicate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockDuplicateDialog, copies);
  gtk_widget_class_bind_template_child (widget_class, GenlockDuplicateDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, copies_changed_cb);
}

static void
genlock_duplicate_dialog_init (GenlockDuplicateDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));

  /* Enter in the number is Enter in the dialog. */
  g_object_set (gtk_editable_get_delegate (GTK_EDITABLE (dialog->copies)), "activates-default",
                TRUE, NULL);
}

GtkWidget *
genlock_duplicate_dialog_new (GtkWindow *window,
                              const GenlockListKind *kind,
                              GenlockGathered *gathered)
{
  GenlockDuplicateDialog *dialog = g_object_new (GENLOCK_TYPE_DUPLICATE_DIALOG,
                                                 "transient-for", window, NULL);
  guint n = gathered->records->len;
  g_autofree char *heading = NULL;

  dialog->kind = kind;
  dialog->records = g_ptr_array_ref (gathered->records);
  dialog->labels = copy_set (gathered->labels);
  dialog->names = copy_set (gathered->names);

  if (n == 1)
    heading = g_strdup_printf (_("Duplicate “%s”"),
                               genlock_record_get_name (g_ptr_array_index (dialog->records, 0)));
  else
    heading = g_strdup_printf (_("Duplicate %u %s"), n, _(kind->table->label_plural));

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), heading);
  show_preview (dialog);
  return GTK_WIDGET (dialog);
}
