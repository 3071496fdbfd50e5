/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the preview of an import says of a plan. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-format.h"
#include "core/model/genlock-record-format.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-productions.h"
#include "ui/common/genlock-step-words.h"
#include "ui/import/genlock-import-words.h"

/* Of a row at a glance. */
#define MAX_DETAILS 3
#define MAX_FIELDS 4

/* Kinds of rows that a toast names. */
#define MAX_TOAST 2

static void
append (GString *text,
        const char *separator,
        const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* What the row @id is called, where the plan brings it. */
static const char *
find_name (GenlockImportPlan *plan,
           const GenlockRecord *record,
           guint field)
{
  const char *id = genlock_record_get_text (record, field);
  const GenlockImportEntry *entry = id != NULL ? genlock_import_plan_find (plan, id) : NULL;

  return entry != NULL ? genlock_record_get_name (entry->record) : NULL;
}

/* "SRC 3 → E2 → DST 1" */
static char *
dup_connection_title (GenlockImportPlan *plan,
                      const GenlockRecord *record)
{
  GString *text = g_string_new (NULL);

  append (text, " → ", find_name (plan, record, GENLOCK_CONNECTION_SOURCE_ID));
  append (text, " → ", find_name (plan, record, GENLOCK_CONNECTION_INTERMEDIATE_ID));
  append (text, " → ", find_name (plan, record, GENLOCK_CONNECTION_DESTINATION_ID));

  return g_string_free (text, FALSE);
}

/* All that people name it by: its label and its name. */
static char *
dup_record_title (GenlockImportPlan *plan,
                  const GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; table->name_fields != NULL && table->name_fields[i] != 0; i++)
    append (text, "  ", genlock_record_get_text (record, table->name_fields[i]));
  if (text->len == 0 && table == &genlock_connections)
    {
      g_autofree char *title = dup_connection_title (plan, record);

      g_string_append (text, title);
    }
  if (text->len == 0)
    /* Translators: in place of the name of a row that has none */
    g_string_append (text, _("Without a name"));

  return g_string_free (text, FALSE);
}

char *
genlock_import_words_dup_title (GenlockImportPlan *plan,
                                GenlockImportItem *item)
{
  GenlockImportGroup *group = genlock_import_item_get_group (item);
  GenlockImportShow *show = genlock_import_item_get_show (item);
  GenlockImportEntry *entry = genlock_import_item_get_entry (item);

  switch (genlock_import_item_get_kind (item))
    {
    case GENLOCK_IMPORT_ITEM_SHOW:
      return g_strdup (show->title != NULL ? show->title : _("Equipment library"));

    case GENLOCK_IMPORT_ITEM_DETAILS:
      /* Translators: the dates, the place … of a show, as against its sources and sends */
      return g_strdup (_("Details of the show"));

    case GENLOCK_IMPORT_ITEM_GROUP:
      return genlock_words_dup_count (group->table, group->entries->len);

    case GENLOCK_IMPORT_ITEM_FIELD:
      return g_strdup (_(genlock_table_get_field (
                           genlock_record_get_table (entry->record),
                           genlock_import_item_get_field (item))->label));

    case GENLOCK_IMPORT_ITEM_ENTRY:
      break;
    }

  return dup_record_title (plan, genlock_import_item_get_entry (item)->record);
}

static gboolean
is_name (const GenlockTable *table,
         guint field)
{
  for (guint i = 0; table->name_fields != NULL && table->name_fields[i] != 0; i++)
    if (table->name_fields[i] == field)
      return TRUE;

  return FALSE;
}

static gboolean
is_of_format (const GenlockFormatFields *format,
              guint field)
{
  return format != NULL
         && (field == format->h_res || field == format->v_res || field == format->rate
             || field == format->scan || field == format->blanking);
}

/* (transfer full): a value as people read it; of a row elsewhere only that there is one. */
static char *
dup_value (const GenlockField *field,
           const GenlockValue *value)
{
  g_autofree char *text = genlock_field_print (field, value);

  if (field->type == GENLOCK_ENUM)
    return g_strdup (_(genlock_field_get_choice_label (field, text)));

  return g_steal_pointer (&text);
}

static char *
dup_record_detail (const GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);
  const GenlockFormatFields *format_fields = genlock_format_get_fields (table);
  GString *text = g_string_new (NULL);
  GenlockFormat format;
  guint n = 0;

  for (guint i = table->n_meta; i < table->n_fields && n < MAX_DETAILS; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);
      g_autofree char *value = NULL;

      if (field->width == 0 || field->type == GENLOCK_LINK || field->type == GENLOCK_REF
          || is_name (table, i) || is_of_format (format_fields, i)
          || !genlock_record_has (record, i))
        continue;

      value = dup_value (field, genlock_record_get_value (record, i));
      append (text, " · ", value);
      n += *value != '\0';
    }
  if (format_fields != NULL && genlock_record_get_format (record, &format))
    {
      char words[GENLOCK_FORMAT_TEXT_SIZE];

      append (text, " · ", genlock_format_print (&format, words));
    }

  return g_strdelimit (g_string_free (text, FALSE), "\n", ' ');
}

char *
genlock_import_words_dup_detail (GenlockImportPlan *plan,
                                 GenlockImportItem *item)
{
  GenlockImportEntry *entry = genlock_import_item_get_entry (item);

  if (entry == NULL || genlock_import_item_get_kind (item) == GENLOCK_IMPORT_ITEM_FIELD)
    return g_strdup ("");

  return dup_record_detail (entry->record);
}

/* "Name, Rate, outputs": what of a row differs. */
static char *
dup_fields (const GenlockImportEntry *entry)
{
  const GenlockTable *table = genlock_record_get_table (entry->record);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = table->n_meta; i < table->n_fields; i++)
    if ((entry->fields & (G_GUINT64_CONSTANT (1) << i)) != 0 && n++ < MAX_FIELDS)
      append (text, ", ", _(genlock_table_get_field (table, i)->label));
  for (guint i = 0; entry->children_differ && genlock_schema_tables[i] != NULL; i++)
    if (genlock_table_is_nested (genlock_schema_tables[i], table) && n++ < MAX_FIELDS)
      append (text, ", ", _(genlock_schema_tables[i]->label_plural));
  if (n > MAX_FIELDS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n - MAX_FIELDS),
                                               n - MAX_FIELDS);

      append (text, ", ", more);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_entry_state (const GenlockImportEntry *entry)
{
  g_autofree char *fields = NULL;

  switch (entry->state)
    {
    case GENLOCK_IMPORT_EQUAL:
      return g_strdup (_("Already here"));

    case GENLOCK_IMPORT_DELETED:
      return g_strdup (entry->is_chosen ? _("Deleted here, will be restored")
                                        : _("Deleted here, stays deleted"));

    case GENLOCK_IMPORT_DIFFERENT:
      fields = dup_fields (entry);
      /* Translators: %s are the fields that differ: “Name, Rate” */
      return g_strdup_printf (entry->is_chosen ? _("Will be replaced: %s")
                                               : _("Differs, stays as it is: %s"), fields);

    case GENLOCK_IMPORT_NEW:
    case GENLOCK_IMPORT_N_STATES:
      break;
    }

  return g_strdup (_("New"));
}

/* "59.94 → 60": what is here, what the file says. */
static char *
dup_difference (const GenlockImportEntry *entry,
                guint index)
{
  GenlockRecord *existing = genlock_import_entry_get_existing (entry);
  const GenlockField *field =
    genlock_table_get_field (genlock_record_get_table (entry->record), index);
  g_autofree char *before = NULL;
  g_autofree char *after = dup_value (field, genlock_record_get_value (entry->record, index));

  if (existing != NULL)
    before = dup_value (field, genlock_record_get_value (existing, index));

  /* Translators: a value that is here, and the one that a file has instead; “–” is no value */
  return g_strdup_printf (_("%s → %s"), before != NULL && *before != '\0' ? before : "–",
                          *after != '\0' ? after : "–");
}

/* The formats take one %u each. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static void
append_count (GString *text,
              guint n,
              const char *one,
              const char *many)
{
  g_autofree char *words = g_strdup_printf (ngettext (one, many, n), n);

  if (n > 0)
    append (text, " · ", words);
}

#pragma GCC diagnostic pop

/* Marks both forms of a plural for translation. */
#define NG_(one, many) (one), (many)

char *
genlock_import_words_dup_counts (const GenlockImportCounts *counts)
{
  GString *text = g_string_new (NULL);

  append_count (text, counts->n[GENLOCK_IMPORT_NEW], NG_ ("%u new", "%u new"));
  append_count (text, counts->n[GENLOCK_IMPORT_DELETED],
                NG_ ("%u deleted here", "%u deleted here"));
  append_count (text, counts->n[GENLOCK_IMPORT_DIFFERENT], NG_ ("%u differs", "%u differ"));
  append_count (text, counts->n[GENLOCK_IMPORT_EQUAL],
                NG_ ("%u already here", "%u already here"));

  return g_string_free (text, FALSE);
}

char *
genlock_import_words_dup_state (GenlockImportItem *item)
{
  GenlockImportEntry *entry = genlock_import_item_get_entry (item);

  if (genlock_import_item_get_kind (item) == GENLOCK_IMPORT_ITEM_FIELD)
    return dup_difference (entry, genlock_import_item_get_field (item));
  if (entry != NULL)
    return dup_entry_state (entry);

  return genlock_import_words_dup_counts (genlock_import_item_get_counts (item));
}

char *
genlock_import_words_dup_place (GenlockImportPlan *plan,
                                GenlockImportItem *item)
{
  GenlockImportEntry *entry = genlock_import_item_get_entry (item);

  if (entry == NULL || entry->place == NULL)
    return NULL;

  /* Translators: the name of a file, and the place in it */
  return g_strdup_printf (_("%s, %s"), genlock_import_plan_get_file_name (plan, entry->file),
                          entry->place);
}

static guint
count_rows (const GenlockChanges *changes,
            const GenlockTable *table)
{
  guint n = 0;

  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    n += genlock_changes_get (changes, i)->table == table;

  return n;
}

/* Rows of shows come before what belongs to none. */
static void
append_rows (GString *text,
             const GenlockChanges *changes,
             gboolean of_shows,
             guint max_tables)
{
  guint n_tables = 0;

  for (guint t = 0; genlock_schema_tables[t] != NULL && n_tables < max_tables; t++)
    {
      const GenlockTable *table = genlock_schema_tables[t];
      guint n = 0;

      if (table->nested_as == NULL && table != &genlock_productions
          && (table->parent_field != 0) == of_shows)
        n = count_rows (changes, table);
      if (n > 0)
        {
          g_autofree char *words = genlock_words_dup_count (table, n);

          append (text, ", ", words);
          n_tables++;
        }
    }
}

char *
genlock_import_words_dup_rows (const GenlockChanges *changes,
                               guint max_tables)
{
  GString *text = g_string_new (NULL);

  append_rows (text, changes, TRUE, max_tables);
  if (text->len == 0 || max_tables > MAX_TOAST)
    append_rows (text, changes, FALSE, max_tables);

  return g_string_free (text, FALSE);
}

/* (nullable): the name of the one show that came; how many came. */
static const char *
find_show (GenlockImportPlan *plan,
           const GenlockChanges *changes,
           guint *n_shows)
{
  const char *name = NULL;

  *n_shows = 0;
  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);
      const GenlockImportEntry *entry;

      if (change->table != &genlock_productions)
        continue;
      entry = genlock_import_plan_find (plan, change->id);
      if (entry != NULL)
        name = genlock_record_get_name (entry->record);
      *n_shows += 1;
    }

  return name;
}

char *
genlock_import_words_dup_done (GenlockImportPlan *plan,
                               const GenlockChanges *changes)
{
  guint n_shows;
  const char *name = find_show (plan, changes, &n_shows);
  g_autofree char *rows = genlock_import_words_dup_rows (changes, MAX_TOAST);

  if (n_shows > 1)
    return g_strdup_printf (ngettext ("%u show imported", "%u shows imported", n_shows), n_shows);
  if (n_shows == 1 && name != NULL && *rows != '\0')
    return g_strdup_printf (_("“%s” imported: %s"), name, rows);
  if (n_shows == 1 && name != NULL)
    return g_strdup_printf (_("“%s” imported"), name);

  /* Translators: %s is “40 sources, 30 sends” */
  return g_strdup_printf (_("Imported: %s"), rows);
}
