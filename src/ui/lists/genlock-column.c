/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a list: which there are, and rows to and from the text of their cells. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/model/genlock-record-format.h"
#include "core/model/genlock-validate.h"
#include "ui/lists/genlock-column.h"

/* Between the connectors of one cell. */
#define OUTPUT_SEPARATOR " | "

static gboolean
is_format_field (const GenlockListKind *list,
                 guint field)
{
  for (guint i = 0; i < GENLOCK_FORMAT_N_FIELDS; i++)
    if (list->format[i] == field)
      return TRUE;

  return FALSE;
}

static void
add_field (GArray *columns,
           const GenlockListKind *list,
           guint index)
{
  const GenlockField *field = genlock_table_get_field (list->table, index);
  GenlockColumn column = {
    .list = list,
    .kind = GENLOCK_COLUMN_FIELD,
    .field = index,
    .id = field->name,
    .title = field->label,
    .width = field->width,
    .hidden = is_format_field (list, index),
    .numeric = field->type == GENLOCK_INT || field->type == GENLOCK_REAL,
    .connector = list->connector != 0 && list->connector == index,
  };

  g_array_append_val (columns, column);
}

static void
add_format (GArray *columns,
            const GenlockListKind *list)
{
  GenlockColumn column = {
    .list = list,
    .kind = GENLOCK_COLUMN_FORMAT,
    .field = list->format[GENLOCK_FORMAT_H_RES],
    .id = "format",
    .title = N_("Format"),
    .width = 18,
  };

  g_array_append_val (columns, column);
}

static void
add_outputs (GArray *columns,
             const GenlockListKind *list)
{
  const GenlockField *field = genlock_table_get_field (list->outputs, list->output_connector);
  GenlockColumn column = {
    .list = list,
    .kind = GENLOCK_COLUMN_OUTPUTS,
    .field = list->output_connector,
    .id = "outputs",
    .title = N_("Connectors"),
    .width = field->width + 4,
    .connector = TRUE,
  };

  g_array_append_val (columns, column);
}

static void
add_ports (GArray *columns,
           const GenlockListKind *list)
{
  GenlockColumn column = {
    .list = list,
    .kind = GENLOCK_COLUMN_PORTS,
    .field = list->ports_of,
    .id = "ports",
    .title = N_("Ports"),
    .width = 12,
  };

  g_array_append_val (columns, column);
}

static void
add_derived (GArray *columns,
             const GenlockListKind *list)
{
  const GenlockDerivedColumn *derived = list->derived;

  for (; derived != NULL && derived->id != NULL; derived++)
    {
      GenlockColumn column = {
        .list = list,
        .kind = GENLOCK_COLUMN_DERIVED,
        .field = derived->field,
        .derived = derived,
        .id = derived->id,
        .title = derived->title,
        .width = derived->width,
        .hidden = derived->hidden,
      };

      g_array_insert_val (columns, MIN (derived->place, columns->len), column);
    }
}

static gboolean
is_omitted (const GenlockListKind *list,
            guint field)
{
  for (const guint *omitted = list->omitted; omitted != NULL && *omitted != 0; omitted++)
    if (*omitted == field)
      return TRUE;

  return FALSE;
}

static gboolean
is_leading (const GenlockListKind *list,
            guint field)
{
  for (const guint *leading = list->leading; *leading != 0; leading++)
    if (*leading == field)
      return TRUE;

  return FALSE;
}

GArray *
genlock_columns_new (const GenlockListKind *list)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (GenlockColumn));

  for (const guint *leading = list->leading; *leading != 0; leading++)
    if (*leading == list->format[GENLOCK_FORMAT_H_RES])
      add_format (columns, list);
    else
      add_field (columns, list, *leading);

  if (list->outputs != NULL)
    add_outputs (columns, list);
  if (list->ports_of != 0)
    add_ports (columns, list);

  for (guint i = list->table->n_meta; i < list->table->n_fields; i++)
    if (genlock_table_get_field (list->table, i)->width > 0 && i != list->last
        && !is_format_field (list, i) && !is_leading (list, i) && !is_omitted (list, i))
      add_field (columns, list, i);

  add_field (columns, list, list->last);

  for (guint i = 0; i < GENLOCK_FORMAT_N_FIELDS; i++)
    if (list->format[i] != 0)
      add_field (columns, list, list->format[i]);

  add_derived (columns, list);
  return columns;
}

gboolean
genlock_column_is_read_only (const GenlockColumn *column)
{
  return column->kind == GENLOCK_COLUMN_PORTS
         || (column->kind == GENLOCK_COLUMN_DERIVED && !column->derived->is_editable);
}

static guint
get_number (const GenlockColumn *column)
{
  return (guint) (column->derived - column->list->derived);
}

static char *
print_derived (const GenlockColumn *column,
               const GenlockRecord *record,
               GenlockNames *names)
{
  GenlockDerived *derived = names != NULL ? genlock_names_get_derived (names) : NULL;

  return derived != NULL ? genlock_derived_print (derived, get_number (column), record)
                         : g_strdup ("");
}

GenlockMark
genlock_column_get_mark (const GenlockColumn *column,
                         const GenlockRecord *record,
                         GenlockNames *names,
                         char **tip)
{
  GenlockDerived *derived = names != NULL ? genlock_names_get_derived (names) : NULL;

  *tip = NULL;
  if (column->derived == NULL || !column->derived->is_marked || derived == NULL)
    return GENLOCK_MARK_NONE;

  *tip = genlock_derived_dup_tip (derived, get_number (column), record);
  return genlock_derived_get_mark (derived, get_number (column), record);
}

char **
genlock_column_list_offers (const GenlockColumn *column,
                            GenlockNames *names)
{
  GenlockDerived *derived = genlock_names_get_derived (names);

  return column->derived != NULL && derived != NULL
         ? genlock_derived_list_offers (derived, get_number (column))
         : NULL;
}

/* What is done, or not: an empty cell is easier to see than a word. */
static char *
print_bool (const GenlockValue *value)
{
  return g_strdup (value->kind == GENLOCK_VALUE_INT && value->integer ? _("Yes") : "");
}

static char *
print_field (const GenlockColumn *column,
             const GenlockRecord *record,
             GenlockNames *names)
{
  const GenlockField *field = genlock_table_get_field (column->list->table, column->field);
  const GenlockValue *value = genlock_record_get_value (record, column->field);

  if (field->type == GENLOCK_LINK && value->kind == GENLOCK_VALUE_TEXT)
    {
      const char *name = names != NULL ? genlock_names_get (names, value->text) : NULL;

      return g_strdup (name != NULL ? name : "");
    }

  if (field->type == GENLOCK_BOOL)
    return print_bool (value);

  if (value->kind == GENLOCK_VALUE_TEXT && column->field == column->list->type)
    return g_strdup (genlock_list_kind_get_type_label (column->list, value->text));

  if (value->kind == GENLOCK_VALUE_TEXT && field->type != GENLOCK_DAY)
    return g_strdup (value->text);

  return genlock_field_print (field, value);
}

static char *
print_outputs (const GenlockColumn *column,
               const GenlockRecord *record)
{
  GPtrArray *outputs = genlock_record_get_children (record, column->list->outputs);
  GString *text = g_string_new (NULL);

  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    {
      const char *connector = genlock_record_get_text (g_ptr_array_index (outputs, i),
                                                       column->field);

      if (i > 0)
        g_string_append (text, OUTPUT_SEPARATOR);
      g_string_append (text, connector != NULL ? connector : "");
    }

  return g_string_free (text, FALSE);
}

static char *
print_ports (const GenlockColumn *column,
             const GenlockRecord *record,
             GenlockNames *names)
{
  const char *id = genlock_record_get_text (record, column->field);
  const char *ports = id != NULL && names != NULL ? genlock_names_get_detail (names, id) : NULL;

  return g_strdup (ports != NULL ? ports : "");
}

char *
genlock_column_print (const GenlockColumn *column,
                      const GenlockRecord *record,
                      GenlockNames *names)
{
  switch (column->kind)
    {
    case GENLOCK_COLUMN_FIELD:
      return print_field (column, record, names);

    case GENLOCK_COLUMN_FORMAT:
      {
        GenlockFormat format;
        char buffer[GENLOCK_FORMAT_TEXT_SIZE];

        genlock_record_get_format (record, &format);
        return g_strdup (genlock_format_print (&format, buffer));
      }

    case GENLOCK_COLUMN_OUTPUTS:
      return print_outputs (column, record);

    case GENLOCK_COLUMN_PORTS:
      return print_ports (column, record, names);

    case GENLOCK_COLUMN_DERIVED:
      return print_derived (column, record, names);
    }

  g_assert_not_reached ();
}

/* The word of a choice that is written in the user's language; @text itself where there is none. */
static const char *
find_choice (const GenlockField *field,
             const char *text)
{
  const GenlockChoice *choice = field->type == GENLOCK_ENUM ? field->choices : NULL;
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (; choice != NULL && choice->word != NULL; choice++)
    {
      g_autofree char *label = g_utf8_casefold (_(choice->label), -1);

      if (g_str_equal (folded, label))
        return choice->word;
    }

  return text;
}

/* (nullable): what the user's words for yes and no stand for. */
static const char *
find_bool (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *yes = g_utf8_casefold (_("Yes"), -1);
  g_autofree char *no = g_utf8_casefold (_("No"), -1);

  if (*text == '\0' || g_str_equal (folded, no))
    return "false";

  return g_str_equal (folded, yes) ? "true" : NULL;
}

static gboolean
parse_field (const GenlockColumn *column,
             const char *text,
             GenlockNames *names,
             GenlockRecord *into,
             GError **error)
{
  const GenlockTable *table = column->list->table;
  const GenlockField *field = genlock_table_get_field (table, column->field);
  GenlockValue value = { 0 };

  if (field->type == GENLOCK_LINK && *text != '\0')
    {
      const char *id = names != NULL ? genlock_names_find (names, text) : NULL;

      if (id == NULL)
        {
          g_autofree char *sentence =
            g_strdup_printf (_("“%s” is not in the equipment library. "
                               "Choose a name from the list."), text);

          g_propagate_error (error, genlock_model_error_new (GENLOCK_MODEL_ERROR_RANGE, table,
                                                             column->field, sentence));
          return FALSE;
        }

      genlock_record_set_text (into, column->field, id);
      return TRUE;
    }

  if (field->type == GENLOCK_BOOL && find_bool (text) != NULL)
    text = find_bool (text);

  if (!genlock_field_parse (table, column->field, find_choice (field, text), &value, error))
    return FALSE;

  genlock_record_set_value (into, column->field, &value);
  genlock_value_clear (&value);
  return TRUE;
}

static gboolean
parse_format (const GenlockColumn *column,
              const char *text,
              GenlockRecord *into,
              GError **error)
{
  GenlockFormat format = { 0 };

  if (*text != '\0' && !genlock_format_parse (text, &format))
    {
      g_autofree char *sentence =
        g_strdup_printf (_("“%s” is not a format. Write it like 1080p59.94 or "
                           "1920×1200 59.94 RBv2."), text);

      g_propagate_error (error, genlock_model_error_new (GENLOCK_MODEL_ERROR_TYPE,
                                                         column->list->table, column->field,
                                                         sentence));
      return FALSE;
    }

  genlock_record_set_format (into, &format);
  return TRUE;
}

/* The output at @place as it is to be: the one that was there with its format, or a new one. */
static GenlockRecord *
make_output (const GenlockListKind *list,
             GPtrArray *outputs,
             guint place,
             const GenlockValue *connector)
{
  GenlockRecord *output;

  if (outputs != NULL && place < outputs->len)
    {
      output = genlock_record_copy (g_ptr_array_index (outputs, place));
      for (guint i = GENLOCK_META_ID + 1; i < list->outputs->n_meta; i++)
        genlock_record_unset (output, i);
    }
  else
    {
      output = genlock_record_new_row (list->outputs, NULL);
    }

  genlock_record_set_value (output, list->output_connector, connector);
  genlock_record_set_int (output, list->output_index, place + 1);
  return output;
}

static gboolean
parse_outputs (const GenlockColumn *column,
               const GenlockRecord *before,
               const char *text,
               GenlockRecord *into,
               GError **error)
{
  const GenlockListKind *list = column->list;
  GPtrArray *outputs = before != NULL ? genlock_record_get_children (before, list->outputs) : NULL;
  g_autoptr (GPtrArray) parsed =
    g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  g_auto (GStrv) words = g_strsplit (text, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      GenlockValue value = { 0 };

      if (*g_strstrip (words[i]) == '\0')
        continue;

      if (!genlock_field_parse (list->outputs, list->output_connector, words[i], &value, error))
        return FALSE;

      g_ptr_array_add (parsed, make_output (list, outputs, parsed->len, &value));
      genlock_value_clear (&value);
    }

  genlock_record_clear_children (into, list->outputs);
  for (guint i = 0; i < parsed->len; i++)
    genlock_record_add_child (into, genlock_record_ref (g_ptr_array_index (parsed, i)));

  return TRUE;
}

static gboolean
parse_derived (const GenlockColumn *column,
               const GenlockRecord *before,
               const char *text,
               GenlockNames *names,
               GenlockRecord *into,
               GError **error)
{
  GenlockDerived *derived = names != NULL ? genlock_names_get_derived (names) : NULL;

  return derived == NULL
         || genlock_derived_parse (derived, get_number (column), before, text, into, error);
}

gboolean
genlock_column_parse (const GenlockColumn *column,
                      const GenlockRecord *before,
                      const char *text,
                      GenlockNames *names,
                      GenlockRecord *into,
                      GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  switch (column->kind)
    {
    case GENLOCK_COLUMN_FIELD:
      return parse_field (column, stripped, names, into, error);

    case GENLOCK_COLUMN_FORMAT:
      return parse_format (column, stripped, into, error);

    case GENLOCK_COLUMN_OUTPUTS:
      return parse_outputs (column, before, stripped, into, error);

    case GENLOCK_COLUMN_PORTS:
      return TRUE;

    case GENLOCK_COLUMN_DERIVED:
      return parse_derived (column, before, stripped, names, into, error);
    }

  g_assert_not_reached ();
}
