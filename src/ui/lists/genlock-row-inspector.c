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
#include "ui/lists/genlock-field-row.h"
#include "ui/lists/genlock-output-row.h"
#include "ui/lists/genlock-row-inspector.h"

struct _GenlockRowInspector
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *page;
  AdwPreferencesGroup *fields;
  AdwPreferencesGroup *format;
  AdwPreferencesGroup *outputs;
  AdwPreferencesGroup *others;
  GtkWidget *add_output;
  const GenlockListKind *list;
  GenlockNames *names;        /* owned */
  GArray *columns;            /* owned (element-type GenlockColumn) */
  GHashTable *rows;           /* owned; column to its row, unowned */
  GtkMenuButton *format_button; /* unowned */
  GtkWidget *format_popover;  /* unowned */
  GPtrArray *output_rows;     /* owned (element-type GtkWidget), unowned elements */
  GenlockGridOffers offers;
  gpointer offers_data;
  GPtrArray *records;         /* owned, nullable (element-type GenlockRecord) */
  guint n_rows;
  char *shown;                /* owned, nullable: what the lines of the outputs show */
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

/* A copy of the one row's outputs, to be changed and set as a whole; NULL where it is not one row
 * any more. */
static GPtrArray *
copy_outputs (GenlockRowInspector *inspector)
{
  GPtrArray *copy, *outputs;

  if (inspector->records == NULL || inspector->records->len != 1)
    return NULL;

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  outputs = genlock_record_get_children (g_ptr_array_index (inspector->records, 0),
                                         inspector->list->outputs);

  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    {
      GenlockRecord *output = genlock_record_copy (g_ptr_array_index (outputs, i));

      for (guint field = GENLOCK_META_ID + 1; field < inspector->list->outputs->n_meta; field++)
        genlock_record_unset (output, field);
      g_ptr_array_add (copy, output);
    }

  return copy;
}

static void
set_outputs (GenlockRowInspector *inspector,
             GPtrArray *outputs)
{
  GenlockRecord *before = g_ptr_array_index (inspector->records, 0);
  g_autoptr (GenlockRecord) update = genlock_record_new (inspector->list->table);

  genlock_record_set_text (update, GENLOCK_META_ID, genlock_record_get_id (before));
  genlock_record_clear_children (update, inspector->list->outputs);

  for (guint i = 0; i < outputs->len; i++)
    {
      GenlockRecord *output = g_ptr_array_index (outputs, i);

      genlock_record_set_int (output, inspector->list->output_index, i + 1);
      genlock_record_add_child (update, genlock_record_ref (output));
    }

  g_signal_emit (inspector, signals[OUTPUT_EDITED], 0, update);
}

static guint
get_place (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "genlock-place"));
}

static void
output_edited_cb (GtkWidget *row,
                  const char *connector,
                  GenlockRowInspector *inspector)
{
  g_autoptr (GPtrArray) outputs = copy_outputs (inspector);
  guint place = get_place (row);
  g_autofree char *stripped = g_strstrip (g_strdup (connector));

  if (outputs == NULL || place >= outputs->len)
    return;

  if (*stripped == '\0')
    g_ptr_array_remove_index (outputs, place);
  else
    genlock_record_set_text (g_ptr_array_index (outputs, place),
                             inspector->list->output_connector, stripped);

  set_outputs (inspector, outputs);
}

static void
output_format_cb (GtkWidget *row,
                  const GenlockFormat *format,
                  GenlockRowInspector *inspector)
{
  g_autoptr (GPtrArray) outputs = copy_outputs (inspector);

  if (outputs == NULL || get_place (row) >= outputs->len)
    return;

  genlock_record_set_format (g_ptr_array_index (outputs, get_place (row)), format);
  set_outputs (inspector, outputs);
}

static void
output_moved_cb (GtkWidget *row,
                 int by,
                 GenlockRowInspector *inspector)
{
  g_autoptr (GPtrArray) outputs = copy_outputs (inspector);
  guint place = get_place (row);

  if (outputs == NULL || place >= outputs->len || place + by >= outputs->len)
    return;

  g_ptr_array_insert (outputs, place + by, g_ptr_array_steal_index (outputs, place));
  set_outputs (inspector, outputs);
}

static void
output_removed_cb (GtkWidget *row,
                   GenlockRowInspector *inspector)
{
  g_autoptr (GPtrArray) outputs = copy_outputs (inspector);

  if (outputs == NULL || get_place (row) >= outputs->len)
    return;

  g_ptr_array_remove_index (outputs, get_place (row));
  set_outputs (inspector, outputs);
}

static void
add_output_cb (GtkButton *button,
               GenlockRowInspector *inspector)
{
  g_autoptr (GPtrArray) outputs = copy_outputs (inspector);
  GenlockRecord *output;

  if (outputs == NULL)
    return;

  output = genlock_record_new_row (inspector->list->outputs, NULL);
  genlock_record_set_text (output, inspector->list->output_connector, "HDMI");
  g_ptr_array_add (outputs, output);
  set_outputs (inspector, outputs);
}

/* All that the lines of the outputs show. */
static char *
dup_shown (GPtrArray *outputs,
           const GenlockListKind *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    {
      const GenlockRecord *output = g_ptr_array_index (outputs, i);
      const char *connector = genlock_record_get_text (output, list->output_connector);
      char buffer[GENLOCK_FORMAT_TEXT_SIZE];
      GenlockFormat format;

      genlock_record_get_format (output, &format);
      g_string_append_printf (text, "%s\t%s\t%s\n", genlock_record_get_id (output), connector,
                              genlock_format_print (&format, buffer));
    }

  return g_string_free (text, FALSE);
}

static void
show_outputs (GenlockRowInspector *inspector)
{
  const GenlockColumn *column = find_column (inspector, GENLOCK_COLUMN_OUTPUTS);
  gboolean one = inspector->records != NULL && inspector->records->len == 1;
  GtkWidget *all = column != NULL ? g_hash_table_lookup (inspector->rows, column) : NULL;
  g_autofree char *shown = NULL;
  GPtrArray *outputs;

  gtk_widget_set_visible (GTK_WIDGET (inspector->outputs), column != NULL);
  if (column == NULL)
    return;

  gtk_widget_set_visible (all, !one);
  gtk_widget_set_visible (inspector->add_output, one);
  outputs = one ? genlock_record_get_children (g_ptr_array_index (inspector->records, 0),
                                               inspector->list->outputs)
                : NULL;

  /* New lines would take the focus from the one that is used. */
  shown = dup_shown (outputs, inspector->list);
  if (g_strcmp0 (shown, inspector->shown) == 0)
    return;

  g_free (inspector->shown);
  inspector->shown = g_steal_pointer (&shown);
  for (guint i = 0; i < inspector->output_rows->len; i++)
    adw_preferences_group_remove (inspector->outputs,
                                  g_ptr_array_index (inspector->output_rows, i));
  g_ptr_array_set_size (inspector->output_rows, 0);

  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    {
      GtkWidget *row = genlock_output_row_new (column, g_ptr_array_index (outputs, i), i + 1,
                                               i + 1 == outputs->len, inspector->offers,
                                               inspector->offers_data);

      g_object_set_data (G_OBJECT (row), "genlock-place", GUINT_TO_POINTER (i));
      g_signal_connect_object (row, "edited", G_CALLBACK (output_edited_cb), inspector, 0);
      g_signal_connect_object (row, "format", G_CALLBACK (output_format_cb), inspector, 0);
      g_signal_connect_object (row, "moved", G_CALLBACK (output_moved_cb), inspector, 0);
      g_signal_connect_object (row, "removed", G_CALLBACK (output_removed_cb), inspector, 0);
      adw_preferences_group_add (inspector->outputs, row);
      g_ptr_array_add (inspector->output_rows, row);
    }
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

  if (column->connector || field->type == GENLOCK_LINK)
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
      group = inspector->outputs;
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
  g_free (inspector->shown);
  g_ptr_array_unref (inspector->output_rows);

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

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/lists/genlock-row-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, page);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, fields);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, format);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, outputs);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, others);
  gtk_widget_class_bind_template_child (widget_class, GenlockRowInspector, add_output);
  gtk_widget_class_bind_template_callback (widget_class, add_output_cb);
}

static void
genlock_row_inspector_init (GenlockRowInspector *inspector)
{
  inspector->rows = g_hash_table_new (NULL, NULL);
  inspector->output_rows = g_ptr_array_new ();
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

      if (!is_format_part (column))
        add_row (inspector, column);
    }

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

gboolean
genlock_row_inspector_finish_editing (GenlockRowInspector *inspector)
{
  gboolean fits = TRUE;
  GHashTableIter iter;
  gpointer row;

  if (inspector->n_rows == 0)
    return TRUE;

  for (guint i = 0; i < inspector->output_rows->len; i++)
    genlock_output_row_commit (g_ptr_array_index (inspector->output_rows, i));

  g_hash_table_iter_init (&iter, inspector->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    fits &= genlock_field_row_commit (row);

  return fits;
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
    genlock_row_inspector_finish_editing (inspector);

  g_clear_pointer (&inspector->records, g_ptr_array_unref);
  inspector->n_rows = n_rows;
  inspector->records = records != NULL ? g_ptr_array_ref (records) : NULL;
  gtk_stack_set_visible_child_name (inspector->stack, n_rows > 0 ? "rows" : "none");
  if (n_rows == 0)
    return;

  if (n_rows > 1)
    title = g_strdup_printf ("%u %s", n_rows, _(inspector->list->table->label_plural));
  else if (records != NULL)
    title = g_markup_escape_text (genlock_record_get_name (g_ptr_array_index (records, 0)), -1);
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
genlock_row_inspector_set_editable (GenlockRowInspector *inspector,
                                    gboolean editable)
{
  gtk_widget_set_sensitive (inspector->page, editable);
}
