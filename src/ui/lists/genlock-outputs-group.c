/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of the inspector: the outputs of one source, line by line. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/lists/genlock-output-edits.h"
#include "ui/lists/genlock-output-row.h"
#include "ui/lists/genlock-outputs-group.h"

/* What a new output is until it is told. */
#define NEW_CONNECTOR "HDMI"

struct _GenlockOutputsGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *add_button;
  const GenlockColumn *column; /* unowned */
  GenlockGridOffers offers;
  gpointer offers_data;
  GenlockOutputEdits *edits; /* owned */
  GPtrArray *rows; /* owned (element-type GenlockOutputRow), unowned elements */
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockOutputsGroup, genlock_outputs_group, ADW_TYPE_PREFERENCES_GROUP)

/* @update: (transfer full) (nullable) */
static void
emit (GenlockOutputsGroup *group,
      GenlockRecord *update)
{
  g_autoptr (GenlockRecord) owned = update;

  if (update != NULL)
    g_signal_emit (group, signals[EDITED], 0, update);
}

static void
row_edited_cb (GenlockOutputRow *row,
               const char *connector,
               GenlockOutputsGroup *group)
{
  emit (group, genlock_output_edits_set_connector (group->edits, genlock_output_row_get_id (row),
                                                   connector));
}

static void
row_format_cb (GenlockOutputRow *row,
               const GenlockFormat *format,
               GenlockOutputsGroup *group)
{
  emit (group, genlock_output_edits_set_format (group->edits, genlock_output_row_get_id (row),
                                                format));
}

/* The focus goes along, so that the next press moves the same output on. */
static void
row_moved_cb (GenlockOutputRow *row,
              int by,
              GenlockOutputsGroup *group)
{
  g_autofree char *id = g_strdup (genlock_output_row_get_id (row));

  emit (group, genlock_output_edits_move (group->edits, id, by));

  for (guint i = 0; i < group->rows->len; i++)
    if (g_strcmp0 (genlock_output_row_get_id (g_ptr_array_index (group->rows, i)), id) == 0)
      genlock_output_row_focus_move (g_ptr_array_index (group->rows, i), by);
}

static void
row_removed_cb (GenlockOutputRow *row,
                GenlockOutputsGroup *group)
{
  emit (group, genlock_output_edits_remove (group->edits, genlock_output_row_get_id (row)));
}

static void
add_cb (GtkButton *button,
        GenlockOutputsGroup *group)
{
  emit (group, genlock_output_edits_add (group->edits, NEW_CONNECTOR));
}

static void
add_row (GenlockOutputsGroup *group)
{
  GtkWidget *row = genlock_output_row_new (group->column, group->offers, group->offers_data);

  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), group, 0);
  g_signal_connect_object (row, "format", G_CALLBACK (row_format_cb), group, 0);
  g_signal_connect_object (row, "moved", G_CALLBACK (row_moved_cb), group, 0);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), group, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (group->rows, row);
}

/* The last one; the focus does not go with it. */
static void
remove_row (GenlockOutputsGroup *group)
{
  GtkWidget *row = g_ptr_array_steal_index (group->rows, group->rows->len - 1);
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, row))
    gtk_widget_grab_focus (group->add_button);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
}

/* The lines stay where they are and show other outputs: new ones would take the focus from the
 * one that is used. */
static void
show_outputs (GenlockOutputsGroup *group)
{
  GPtrArray *outputs = genlock_output_edits_get_outputs (group->edits);
  guint n = outputs != NULL ? outputs->len : 0;

  gtk_widget_set_visible (group->add_button, outputs != NULL);
  while (group->rows->len > n)
    remove_row (group);
  while (group->rows->len < n)
    add_row (group);

  for (guint i = 0; i < n; i++)
    genlock_output_row_set_output (g_ptr_array_index (group->rows, i),
                                   g_ptr_array_index (outputs, i), i + 1, i + 1 == n);
}

static void
genlock_outputs_group_dispose (GObject *object)
{
  GenlockOutputsGroup *group = GENLOCK_OUTPUTS_GROUP (object);

  g_ptr_array_set_size (group->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_OUTPUTS_GROUP);

  G_OBJECT_CLASS (genlock_outputs_group_parent_class)->dispose (object);
}

static void
genlock_outputs_group_finalize (GObject *object)
{
  GenlockOutputsGroup *group = GENLOCK_OUTPUTS_GROUP (object);

  g_clear_pointer (&group->edits, genlock_output_edits_free);
  g_ptr_array_unref (group->rows);

  G_OBJECT_CLASS (genlock_outputs_group_parent_class)->finalize (object);
}

static void
genlock_outputs_group_class_init (GenlockOutputsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_outputs_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_outputs_group_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/lists/genlock-outputs-group.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockOutputsGroup, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
genlock_outputs_group_init (GenlockOutputsGroup *group)
{
  group->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (group));
  g_signal_connect (group, "edited", G_CALLBACK (show_outputs), NULL);
}

void
genlock_outputs_group_set_up (GenlockOutputsGroup *group,
                              const GenlockColumn *column,
                              GenlockGridOffers offers,
                              gpointer user_data)
{
  group->column = column;
  group->offers = offers;
  group->offers_data = user_data;
  group->edits = genlock_output_edits_new (column->list);
}

void
genlock_outputs_group_set_record (GenlockOutputsGroup *group,
                                  GenlockRecord *record)
{
  genlock_output_edits_set_record (group->edits, record);
  show_outputs (group);
}

void
genlock_outputs_group_stored (GenlockOutputsGroup *group,
                              const char *row_id,
                              gboolean ok)
{
  genlock_output_edits_stored (group->edits, row_id, ok);
  show_outputs (group);
}

GtkWidget *
genlock_outputs_group_finish_editing (GenlockOutputsGroup *group)
{
  GtkWidget *refused = NULL;

  /* A line that is emptied goes, so backwards. */
  for (guint i = group->rows->len; i > 0; i--)
    if (!genlock_output_row_commit (g_ptr_array_index (group->rows, i - 1)))
      refused = g_ptr_array_index (group->rows, i - 1);

  return refused;
}
