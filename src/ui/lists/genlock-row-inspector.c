/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected in a list, field by field. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/model/genlock-record-format.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-error-words.h"
#include "ui/common/genlock-format-popover.h"
#include "ui/common/genlock-format-words.h"
#include "ui/common/genlock-toasts.h"
#include "ui/lists/genlock-field-row.h"
#include "ui/lists/genlock-outputs-group.h"
#include "ui/lists/genlock-row-inspector.h"

struct _GenlockRowInspector
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *page;
  AdwPreferencesGroup *fields;
  AdwPreferencesGroup *format;
  GenlockOutputsGroup *outputs;
  AdwPreferencesGroup *others;
  const GenlockListKind *list;
  GenlockNames *names;        /* owned */
  GArray *columns;            /* owned (element-type GenlockColumn) */
  GHashTable *rows;           /* owned; column to its row, unowned */
  GtkMenuButton *format_button; /* unowned */
  GtkWidget *format_popover;  /* unowned */
  GenlockGridOffers offers;
  gpointer offers_data;
  GPtrArray *records;         /* owned, nullable (element-type GenlockRecord) */
  guint n_rows;
};

enum
{
  EDITED,
  OUTPUT_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockRowInspector, genlock_row_inspector, ADW_TYPE_BIN)

static const GenlockColumn *
find_column (GenlockRowInspector *inspector,
             GenlockColumnKind kind)
{
  for (guint i = 0; i < inspector->columns->len; i++)
    {
      const GenlockColumn *column = &g_array_index (inspector->columns, GenlockColumn, i);

      if (column->kind == kind)
        return column;
    }

  return NULL;
}

/* What all rows say in a column; NULL where they differ or are not known. */
static char *
dup_common (GenlockRowInspector *inspector,
            const GenlockColumn *column)
{
  g_autofree char *common = NULL;

  if (inspector->records == NULL || inspector->records->len == 0)
    return NULL;

  common = genlock_column_print (column, g_ptr_array_index (inspector->records, 0),
                                 inspector->names);
  for (guint i = 1; i < inspector->records->len; i++)
    {
      g_autofree char *text = genlock_column_print (column,
                                                    g_ptr_array_index (inspector->records, i),
                                                    inspector->names);

      if (strcmp (text, common) != 0)
        return NULL;
    }

  return g_steal_pointer (&common);
}

static void
edited_cb (GenlockFieldRow *row,
           const char *text,
           GenlockRowInspector *inspector)
{
  const GenlockColumn *column = g_object_get_data (G_OBJECT (row), "genlock-column");
  GenlockRecord *before = inspector->records != NULL && inspector->records->len == 1
                          ? g_ptr_array_index (inspector->records, 0)
                          : NULL;
  g_autoptr (GenlockRecord) into = genlock_record_new (inspector->list->table);
  g_autoptr (GError) error = NULL;

  if (!genlock_column_parse (column, before, text, inspector->names, into, &error))
    {
      g_autofree char *sentence = genlock_error_dup_sentence (error);

      genlock_field_row_set_error (row, sentence);
      return;
    }

  g_signal_emit (inspector, signals[EDITED], 0, column, text);
}

static void
format_closed_cb (GenlockFormatPopover *popover,
                  GenlockRowInspector *inspector)
{
  const GenlockColumn *column = find_column (inspector, GENLOCK_COLUMN_FORMAT);
  char buffer[GENLOCK_FORMAT_TEXT_SIZE];
  GenlockFormat format;

  if (genlock_format_popover_get_changed (popover, &format))
    g_signal_emit (inspector, signals[EDITED], 0, column, genlock_format_print (&format, buffer));
}

static void
output_edited_cb (GenlockOutputsGroup *outputs,
                  gpointer update,
                  GenlockRowInspector *inspector)
{
  g_signal_emit (inspector, signals[OUTPUT_EDITED], 0, update);
}

/* Of one row line by line, of several as the text of a cell. */
static void
show_outputs (GenlockRowInspector *inspector)
{
  const GenlockColumn *column = find_column (inspector, GENLOCK_COLUMN_OUTPUTS);
  gboolean one = inspector->records != NULL && inspector->records->len == 1;

  if (column == NULL)
    return;

  gtk_widget_set_visible (g_hash_table_lookup (inspector->rows, column), !one);
  genlock_outputs_group_set_record (inspector->outputs,
                                    one ? g_ptr_array_index (inspector->records, 0) : NULL);
}

static void
show_format (GenlockRowInspector *inspector,
             const char *text)
{
  GenlockFormat format = { 0 };
  g_autofree char *words = NULL;

  if (text != NULL)
    genlock_format_parse (text, &format);
  if (text != NULL && inspector->records->len == 1)
    genlock_record_get_format (g_ptr_array_index (inspector->records, 0), &format);

  words = genlock_format_describe (&format);
  genlock_format_popover_set_format (GENLOCK_FORMAT_POPOVER (inspector->format_popover), &format);
  adw_preferences_group_set_description (inspector->format, words);
}

static void
add_format_button (GenlockRowInspector *inspector,
                   GtkWidget *row)
{
  GtkWidget *button = gtk_menu_button_new ();

  inspector->format_popover = genlock_format_popover_new (&(GenlockFormat) { 0 });
  g_signal_connect_object (inspector->format_popover, "closed", G_CALLBACK (format_closed_cb),
                           inspector, 0);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), inspector->format_popover);
  gtk_widget_set_tooltip_text (button, _("Raster, scan, rate and blanking"));
  genlock_accessible_set_label (button, _("Raster, scan, rate and blanking"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static gboolean
has_offers (const GenlockColumn *column)
{
  const GenlockField *field = genlock_table_get_field (column->list->table, column->field);

  if (column->connector || field->type == GENLOCK_LINK || field->type == GENLOCK_BOOL
      || column->kind == GENLOCK_COLUMN_DERIVED || column->field == column->list->format_text
      || (field->type == GENLOCK_ENUM && column->field == column->list->type))
    return TRUE;

  for (const GenlockFieldWords *words = column->list->words; words->field != 0; words++)
    if (words->field == column->field)
      return TRUE;

  return FALSE;
}

/* The parts of the format stand in its popover. */
static gboolean
is_format_part (const GenlockColumn *column)
{
  for (guint i = 0; i < GENLOCK_FORMAT_N_FIELDS; i++)
    if (column->kind == GENLOCK_COLUMN_FIELD && column->list->format[i] == column->field)
      return TRUE;

  return FALSE;
}

static gboolean
is_name (const GenlockColumn *column)
{
  return column->kind == GENLOCK_COLUMN_FIELD
         && (column->field == column->list->label || column->field == column->list->name
             || column->field == column->list->type);
}

static void
add_row (GenlockRowInspector *inspector,
         const GenlockColumn *column)
{
  gboolean offered = column->kind != GENLOCK_COLUMN_FORMAT && has_offers (column);
  GtkWidget *row = genlock_field_row_new (column, _(column->title),
                                          offered ? inspector->offers : NULL,
                                          inspector->offers_data);
  AdwPreferencesGroup *group = inspector->others;

  if (column->kind == GENLOCK_COLUMN_FORMAT)
    {
      group = inspector->format;
      add_format_button (inspector, row);
    }
  else if (column->kind == GENLOCK_COLUMN_OUTPUTS)
    {
      group = ADW_PREFERENCES_GROUP (inspector->outputs);
      genlock_outputs_group_set_up (inspector->outputs, column, inspector->offers,
                                    inspector->offers_data);
    }
  else if (is_name (column))
    {
      group = inspector->fields;
    }

  g_object_set_data (G_OBJECT (row), "genlock-column", (gpointer) column);
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), inspector, 0);
  adw_preferences_group_add (group, row);
  g_hash_table_insert (inspector->rows, (gpointer) column, row);
}

static void
genlock_row_inspector_dispose (GObject *object)
{
  GenlockRowInspector *inspector = GENLOCK_ROW_INSPECTOR (object);

  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_ROW_INSPECTOR);
  g_clear_object (&inspector->names);
  g_clear_pointer (&inspector->records, g_ptr_array_unref);

  G_OBJECT_CLASS (genlock_row_inspector_parent_class)->dispose (object);
}

static void
genlock_row_inspector_finalize (GObject *object)
{
  GenlockRowInspector *inspector = GENLOCK_ROW_INSPECTOR (object);

  g_clear_pointer (&inspector->columns, g_array_unref);
  g_hash_table_unref (inspector->rows);

  G_OBJECT_CLASS (genlock_row_inspector_parent_class)->finalize (object);
}

static void
genlock_row_inspector_class_init (GenlockRowInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_row_inspector_dispose;
  object_class->finalize = genlock_row_inspector_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[OUTPUT_EDITED] = g_signal_new ("output-edited", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_POINTER);

  g_type_ensure (GENLOCK_TYPE_OUTPUTS_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/lists/genlock-row-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, page);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, fields);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, format);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, outputs);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, others);
  gtk_widget_class_bind_template_callback (widget_class, output_edited_cb);
}

static void
genlock_row_inspector_init (GenlockRowInspector *inspector)
{
  inspector->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (inspector));
  genlock_accessible_set_label_inside (GTK_WIDGET (inspector->fields), GTK_TYPE_LIST_BOX,
                                       _("Name"));
  genlock_accessible_set_label_inside (GTK_WIDGET (inspector->others), GTK_TYPE_LIST_BOX,
                                       _("Details"));
}

GtkWidget *
genlock_row_inspector_new (const GenlockListKind *list,
                           GenlockNames *names,
                           GenlockGridOffers offers,
                           gpointer user_data)
{
  GenlockRowInspector *inspector = g_object_new (GENLOCK_TYPE_ROW_INSPECTOR, NULL);

  inspector->list = list;
  inspector->names = g_object_ref (names);
  inspector->offers = offers;
  inspector->offers_data = user_data;
  inspector->columns = genlock_columns_new (list);

  for (guint i = 0; i < inspector->columns->len; i++)
    {
      const GenlockColumn *column = &g_array_index (inspector->columns, GenlockColumn, i);

      if (!is_format_part (column) && !genlock_column_is_read_only (column))
        add_row (inspector, column);
    }

  gtk_widget_set_visible (GTK_WIDGET (inspector->outputs), list->outputs != NULL);
  gtk_widget_set_visible (GTK_WIDGET (inspector->format), list->format[0] != 0);
  return GTK_WIDGET (inspector);
}

static gboolean
is_about (GenlockRowInspector *inspector,
          GPtrArray *records,
          guint n_rows)
{
  if (inspector->n_rows != n_rows || (inspector->records == NULL) != (records == NULL))
    return FALSE;

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (strcmp (genlock_record_get_id (g_ptr_array_index (inspector->records, i)),
                genlock_record_get_id (g_ptr_array_index (records, i))) != 0)
      return FALSE;

  return TRUE;
}

/* (nullable): takes what is being typed; else the first line that does not fit. */
static GtkWidget *
commit (GenlockRowInspector *inspector)
{
  GtkWidget *refused = NULL;

  if (inspector->n_rows == 0)
    return NULL;

  if (inspector->list->outputs != NULL)
    refused = genlock_outputs_group_finish_editing (inspector->outputs);

  for (guint i = inspector->columns->len; i > 0; i--)
    {
      GtkWidget *row = g_hash_table_lookup (inspector->rows,
                                            &g_array_index (inspector->columns, GenlockColumn,
                                                            i - 1));

      if (row != NULL && !genlock_field_row_commit (GENLOCK_FIELD_ROW (row)))
        refused = row;
    }

  return refused;
}

gboolean
genlock_row_inspector_finish_editing (GenlockRowInspector *inspector)
{
  GtkWidget *refused = commit (inspector);

  if (refused != NULL)
    gtk_widget_child_focus (refused, GTK_DIR_TAB_FORWARD);

  return refused == NULL;
}

void
genlock_row_inspector_leave_rows (GenlockRowInspector *inspector)
{
  GtkWidget *refused = commit (inspector);
  GHashTableIter iter;
  gpointer row;

  if (refused != NULL)
    genlock_toast (GTK_WIDGET (inspector),
                   _("What was typed in the side panel did not fit and was left out"));

  g_hash_table_iter_init (&iter, inspector->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    genlock_field_row_reset (row);
}

void
genlock_row_inspector_set_rows (GenlockRowInspector *inspector,
                                GPtrArray *records,
                                guint n_rows)
{
  GHashTableIter iter;
  gpointer column, row;
  g_autofree char *title = NULL;

  /* The next row has the click before the field loses the focus. */
  if (!is_about (inspector, records, n_rows))
    genlock_row_inspector_leave_rows (inspector);

  g_clear_pointer (&inspector->records, g_ptr_array_unref);
  inspector->n_rows = n_rows;
  inspector->records = records != NULL ? g_ptr_array_ref (records) : NULL;
  gtk_stack_set_visible_child_name (inspector->stack, n_rows > 0 ? "rows" : "none");
  if (n_rows == 0)
    return;

  if (n_rows > 1)
    title = g_strdup_printf ("%u %s", n_rows, _(inspector->list->table->label_plural));
  else if (records != NULL)
    {
      g_autofree char *name = genlock_names_dup_row (inspector->names, records->pdata[0]);

      title = g_markup_escape_text (name, -1);
    }
  adw_preferences_group_set_title (inspector->fields, title != NULL ? title : "");

  g_hash_table_iter_init (&iter, inspector->rows);
  while (g_hash_table_iter_next (&iter, &column, &row))
    {
      g_autofree char *text = dup_common (inspector, column);

      genlock_field_row_set_text (GENLOCK_FIELD_ROW (row), text);
      if (((const GenlockColumn *) column)->kind == GENLOCK_COLUMN_FORMAT)
        show_format (inspector, text);
    }

  show_outputs (inspector);
}

GPtrArray *
genlock_row_inspector_get_records (GenlockRowInspector *inspector)
{
  return inspector->records;
}

guint
genlock_row_inspector_get_n_rows (GenlockRowInspector *inspector)
{
  return inspector->n_rows;
}

void
genlock_row_inspector_outputs_stored (GenlockRowInspector *inspector,
                                      const char *row_id,
                                      gboolean ok)
{
  if (inspector->list->outputs != NULL)
    genlock_outputs_group_stored (inspector->outputs, row_id, ok);
}

void
genlock_row_inspector_set_editable (GenlockRowInspector *inspector,
                                    gboolean editable)
{
  gtk_widget_set_sensitive (inspector->page, editable);
}

void
genlock_row_inspector_add_group (GenlockRowInspector *inspector,
                                 AdwPreferencesGroup *group)
{
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (inspector->page), group);
}
