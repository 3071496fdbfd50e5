/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the inspector: one output of a source. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-record-format.h"
#include "core/model/genlock-validate.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-error-words.h"
#include "ui/common/genlock-format-popover.h"
#include "ui/lists/genlock-field-row.h"
#include "ui/lists/genlock-output-row.h"

struct _GenlockOutputRow
{
  AdwPreferencesRow parent_instance;

  const GenlockColumn *column; /* unowned */
  GenlockFormat format;
  char *id; /* owned */

  AdwBin *entry_bin;
  GtkMenuButton *format_button;
  GtkWidget *up_button;
  GtkWidget *down_button;
};

enum
{
  EDITED,
  FORMAT,
  MOVED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockOutputRow, genlock_output_row, ADW_TYPE_PREFERENCES_ROW)

/* No connector is no output. */
static void
edited_cb (GenlockFieldRow *entry,
           const char *text,
           GenlockOutputRow *row)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  GenlockValue value = { 0 };

  if (*stripped != '\0'
      && !genlock_field_parse (row->column->list->outputs, row->column->field, stripped, &value,
                               &error))
    {
      g_autofree char *sentence = genlock_error_dup_sentence (error);

      genlock_field_row_set_error (entry, sentence);
      return;
    }

  genlock_value_clear (&value);
  g_signal_emit (row, signals[EDITED], 0, stripped);
}

static void
format_closed_cb (GenlockFormatPopover *popover,
                  GenlockOutputRow *row)
{
  GenlockFormat format;

  if (genlock_format_popover_get_changed (popover, &format))
    g_signal_emit (row, signals[FORMAT], 0, &format);
}

/* Few gestures need it, and it has many widgets. */
static void
create_format_cb (GtkMenuButton *button,
                  gpointer user_data)
{
  GenlockOutputRow *row = user_data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = genlock_format_popover_new (&row->format);
  g_signal_connect_object (popover, "closed", G_CALLBACK (format_closed_cb), row, 0);
  gtk_menu_button_set_popover (button, popover);
}

static void
up_cb (GtkButton *button,
       GenlockOutputRow *row)
{
  g_signal_emit (row, signals[MOVED], 0, -1);
}

static void
down_cb (GtkButton *button,
         GenlockOutputRow *row)
{
  g_signal_emit (row, signals[MOVED], 0, 1);
}

static void
remove_cb (GtkButton *button,
           GenlockOutputRow *row)
{
  g_signal_emit (row, signals[REMOVED], 0);
}

static void
genlock_output_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_OUTPUT_ROW);

  G_OBJECT_CLASS (genlock_output_row_parent_class)->dispose (object);
}

static void
genlock_output_row_finalize (GObject *object)
{
  g_free (GENLOCK_OUTPUT_ROW (object)->id);

  G_OBJECT_CLASS (genlock_output_row_parent_class)->finalize (object);
}

static void
genlock_output_row_class_init (GenlockOutputRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_output_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_output_row_finalize;

  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FORMAT] = g_signal_new ("format", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/lists/genlock-output-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockOutputRow, entry_bin);
  gtk_widget_class_bind_template_child (widget_class, GenlockOutputRow, format_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockOutputRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockOutputRow, down_button);
  gtk_widget_class_bind_template_callback (widget_class, up_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
genlock_output_row_init (GenlockOutputRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
genlock_output_row_new (const GenlockColumn *column,
                        GenlockGridOffers offers,
                        gpointer user_data)
{
  GenlockOutputRow *row = g_object_new (GENLOCK_TYPE_OUTPUT_ROW, NULL);
  GtkWidget *entry = genlock_field_row_new (column, "", offers, user_data);

  row->column = column;
  g_signal_connect_object (entry, "edited", G_CALLBACK (edited_cb), row, 0);
  adw_bin_set_child (row->entry_bin, entry);
  gtk_menu_button_set_create_popup_func (row->format_button, create_format_cb, row, NULL);
  genlock_accessible_set_label (GTK_WIDGET (row->format_button), _("Format of this output"));
  return GTK_WIDGET (row);
}

void
genlock_output_row_set_output (GenlockOutputRow *row,
                               GenlockRecord *output,
                               guint place,
                               gboolean last)
{
  g_autofree char *title = g_strdup_printf (_("Output %u"), place);
  GenlockFieldRow *entry = GENLOCK_FIELD_ROW (adw_bin_get_child (row->entry_bin));
  const char *connector = genlock_record_get_text (output, row->column->list->output_connector);
  gboolean same = g_strcmp0 (row->id, genlock_record_get_id (output)) == 0;
  GtkPopover *popover = gtk_menu_button_get_popover (row->format_button);
  char buffer[GENLOCK_FORMAT_TEXT_SIZE];

  g_free (row->id);
  row->id = g_strdup (genlock_record_get_id (output));
  genlock_field_row_set_title (entry, title);
  if (!same)
    genlock_field_row_reset (entry);
  genlock_field_row_set_text (entry, connector != NULL ? connector : "");

  genlock_record_get_format (output, &row->format);
  if (popover != NULL && !gtk_widget_get_visible (GTK_WIDGET (popover)))
    genlock_format_popover_set_format (GENLOCK_FORMAT_POPOVER (popover), &row->format);
  gtk_menu_button_set_label (row->format_button,
                             genlock_format_is_empty (&row->format)
                             ? _("As the source") : genlock_format_print (&row->format, buffer));

  genlock_accessible_set_label (GTK_WIDGET (row), title);
  gtk_widget_set_sensitive (row->up_button, place > 1);
  gtk_widget_set_sensitive (row->down_button, !last);
}

const char *
genlock_output_row_get_id (GenlockOutputRow *row)
{
  return row->id;
}

void
genlock_output_row_focus_move (GenlockOutputRow *row,
                               int by)
{
  GtkWidget *on = by < 0 ? row->up_button : row->down_button;
  GtkWidget *back = by < 0 ? row->down_button : row->up_button;

  gtk_widget_grab_focus (gtk_widget_get_sensitive (on) ? on : back);
}

gboolean
genlock_output_row_commit (GenlockOutputRow *row)
{
  return genlock_field_row_commit (GENLOCK_FIELD_ROW (adw_bin_get_child (row->entry_bin)));
}
