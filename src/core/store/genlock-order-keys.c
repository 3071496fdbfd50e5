/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values by which a query sorts its rows. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/store/genlock-children.h"
#include "core/store/genlock-linked.h"
#include "core/store/genlock-order-keys.h"
#include "core/store/genlock-query-sql.h"

/* Fewer characters are counted in one byte. */
#define MANY_CHARACTERS 0xff

/* Bytes that sort as the terms of genlock_ddl_natural_order() do: what stands before the number
 * at the end without regard to case, then the length, then that number, ASCII case aside
 * throughout. Where all before it is equal, the number decides as the whole text would. */
static void
set_natural (GenlockSortKeys *keys,
             guint row,
             const char *text)
{
  guint8 small[256];
  gsize length = strlen (text);
  gsize prefix = length;
  gsize at = 0;
  guint32 n_characters = 0;
  g_autofree guint8 *large = NULL;
  guint8 *key = small;

  while (prefix > 0 && g_ascii_isdigit (text[prefix - 1]))
    prefix--;

  if (length + 6 > sizeof small)
    key = large = g_malloc (length + 6);

  /* A character begins where no byte of the form 10xxxxxx stands. */
  for (; at < prefix; at++)
    {
      key[at] = (guint8) (text[at] >= 'A' && text[at] <= 'Z' ? text[at] | 0x20 : text[at]);
      n_characters += (text[at] & 0xc0) != 0x80;
    }

  n_characters += (guint32) (length - prefix);
  key[at++] = '\0';
  key[at++] = (guint8) MIN (n_characters, MANY_CHARACTERS);
  if (n_characters >= MANY_CHARACTERS)
    {
      n_characters = GUINT32_TO_BE (n_characters);
      memcpy (key + at, &n_characters, sizeof n_characters);
      at += sizeof n_characters;
    }

  memcpy (key + at, text + prefix, length - prefix);
  genlock_sort_keys_set_bytes (keys, row, key, at + length - prefix);
}

static guint
find_choice (const GenlockField *field,
             const char *word)
{
  guint place = 0;

  while (field->choices[place].word != NULL && strcmp (field->choices[place].word, word) != 0)
    place++;

  return place;
}

/* @names: (nullable): for links, what they lead to. An empty text counts as no value. */
static void
set_key (GenlockSortKeys *keys,
         guint row,
         const GenlockField *field,
         const GenlockValue *value,
         GHashTable *names)
{
  const char *text = value->kind == GENLOCK_VALUE_TEXT ? value->text : NULL;

  if (!genlock_value_has (value) || (text != NULL && text[0] == '\0'))
    return;

  switch (field->type)
    {
    case GENLOCK_INT:
    case GENLOCK_BOOL:
      genlock_sort_keys_set_int (keys, row, value->integer);
      return;

    case GENLOCK_REAL:
      genlock_sort_keys_set_real (keys, row, value->real);
      return;

    case GENLOCK_ENUM:
      genlock_sort_keys_set_int (keys, row, find_choice (field, text));
      return;

    case GENLOCK_LINK:
    case GENLOCK_REF:
      text = g_hash_table_lookup (names, text);
      if (text != NULL && text[0] != '\0')
        set_natural (keys, row, text);
      return;

    case GENLOCK_TEXT:
      set_natural (keys, row, text);
      return;

    case GENLOCK_ID:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      genlock_sort_keys_set_bytes (keys, row, text, strlen (text));
      return;
    }

  g_assert_not_reached ();
}

/* What SQLite still holds: valid until the next step. */
static GenlockValue
peek_value (GenlockStatement *statement,
            const GenlockField *field,
            guint place)
{
  GenlockValue value = { .kind = GENLOCK_VALUE_NULL };

  if (genlock_statement_read_is_null (statement, place))
    return value;

  switch (field->type)
    {
    case GENLOCK_INT:
    case GENLOCK_BOOL:
      value.kind = GENLOCK_VALUE_INT;
      value.integer = genlock_statement_read_int (statement, place);
      return value;

    case GENLOCK_REAL:
      value.kind = GENLOCK_VALUE_REAL;
      value.real = genlock_statement_read_real (statement, place);
      return value;

    case GENLOCK_ENUM:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_TEXT:
    case GENLOCK_ID:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      value.kind = GENLOCK_VALUE_TEXT;
      value.text = (char *) genlock_statement_read_text (statement, place);
      return value;
    }

  g_assert_not_reached ();
}

static gboolean
read_names (GenlockDatabase *database,
            const GenlockField *field,
            GHashTable **names,
            GError **error)
{
  if (field->type != GENLOCK_LINK && field->type != GENLOCK_REF)
    return TRUE;

  *names = genlock_linked_names (database, field, error);

  return *names != NULL;
}

/* In a pass through the table @places knows sooner than SQLite which rows are in scope. */
static GenlockStatement *
prepare_values (GenlockDatabase *database,
                const GenlockQuery *query,
                guint n_rows,
                const GenlockField *field,
                GError **error)
{
  gboolean pass = genlock_query_sql_takes_pass (query, database, n_rows);
  g_autofree char *scope = genlock_query_sql_scope (query);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid, %s FROM %s%s", field->name,
                                          query->table->name, pass ? " NOT INDEXED" : scope);
  GenlockStatement *statement = genlock_database_prepare (database, sql, error);

  if (statement != NULL && !pass)
    genlock_query_sql_bind_scope (query, statement);

  return statement;
}

gboolean
genlock_order_keys_read (GenlockDatabase *database,
                         const GenlockQuery *query,
                         const GenlockRowids *places,
                         guint n_rows,
                         GenlockSortKeys *keys,
                         GError **error)
{
  const GenlockField *field = genlock_table_get_field (query->table, query->sort_field);
  g_autoptr (GenlockStatement) statement = NULL;
  g_autoptr (GHashTable) names = NULL;
  GenlockStatementResult result;

  if (!read_names (database, field, &names, error))
    return FALSE;

  statement = prepare_values (database, query, n_rows, field, error);
  if (statement == NULL)
    return FALSE;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      guint place = genlock_rowids_find (places, genlock_statement_read_int (statement, 0));
      GenlockValue value = peek_value (statement, field, 1);

      if (place != GENLOCK_ROWIDS_NONE)
        set_key (keys, place, field, &value, names);
    }

  return result == GENLOCK_STATEMENT_DONE;
}

/* The field that says a child's place, where that is a number; else 0. */
static guint
find_place_field (const GenlockTable *child)
{
  for (guint i = 0; child->place_fields != NULL && child->place_fields[i] != 0; i++)
    if (child->fields[child->place_fields[i]].type == GENLOCK_INT)
      return child->place_fields[i];

  return 0;
}

static GenlockStatement *
prepare_firsts (GenlockDatabase *database,
                const GenlockQuery *query,
                guint n_rows,
                GError **error)
{
  const GenlockTable *child = query->sort_child;
  guint place_field = find_place_field (child);
  const char *place = place_field != 0 ? child->fields[place_field].name : "rowid";
  const char *value = genlock_table_get_field (child, query->sort_field)->name;
  g_autofree char *columns = g_strdup_printf ("%s.%s, %s", child->name, place, value);

  return genlock_children_prepare (database, query, n_rows, child, columns, error);
}

gboolean
genlock_order_keys_read_child (GenlockDatabase *database,
                               const GenlockQuery *query,
                               GenlockIds *ids,
                               const guint *numbers,
                               guint n_rows,
                               GenlockSortKeys *keys,
                               GError **error)
{
  const GenlockField *field = genlock_table_get_field (query->sort_child, query->sort_field);
  g_autoptr (GenlockStatement) statement = prepare_firsts (database, query, n_rows, error);
  g_autoptr (GHashTable) names = NULL;
  g_autofree gint64 *firsts = NULL;
  GenlockStatementResult result;

  if (statement == NULL || !read_names (database, field, &names, error))
    return FALSE;

  /* The place of the first child so far; none has the greatest. */
  firsts = g_new (gint64, n_rows + 1);
  for (guint i = 0; i < n_rows; i++)
    firsts[i] = G_MAXINT64;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      guint number = genlock_ids_find (ids, genlock_statement_read_text (statement, 0));
      gint64 place = genlock_statement_read_int (statement, 1);
      GenlockValue value = peek_value (statement, field, 2);

      if (number == GENLOCK_IDS_NONE || numbers[number] == GENLOCK_ROWIDS_NONE
          || firsts[number] <= place)
        continue;

      firsts[number] = place;
      genlock_sort_keys_unset (keys, numbers[number]);
      set_key (keys, numbers[number], field, &value, names);
    }

  return result == GENLOCK_STATEMENT_DONE;
}

/* Whether rows are nested in those of @table. */
static gboolean
has_nested (const GenlockTable *table)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    if (genlock_table_is_nested (genlock_schema_tables[i], table))
      return TRUE;

  return FALSE;
}

static gboolean
add_counts (GenlockDatabase *database,
            const GenlockQuery *query,
            const GenlockTable *child,
            GenlockIds *ids,
            guint n_rows,
            gint64 *counts,
            GError **error)
{
  g_autoptr (GenlockStatement) statement =
    genlock_children_prepare (database, query, n_rows, child, "1", error);
  GenlockStatementResult result;

  if (statement == NULL)
    return FALSE;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      const char *id = genlock_statement_read_text (statement, 0);
      guint number = id != NULL ? genlock_ids_find (ids, id) : GENLOCK_IDS_NONE;

      if (number != GENLOCK_IDS_NONE)
        counts[number] += 1;
    }

  return result == GENLOCK_STATEMENT_DONE;
}

gboolean
genlock_order_keys_read_counts (GenlockDatabase *database,
                                const GenlockQuery *query,
                                GenlockIds *ids,
                                const guint *numbers,
                                guint n_rows,
                                GenlockSortKeys *keys,
                                GError **error)
{
  g_autofree gint64 *counts = g_new0 (gint64, n_rows + 1);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *child = genlock_schema_tables[i];

      if (genlock_children_are_below (child, query->table) && !has_nested (child)
          && !add_counts (database, query, child, ids, n_rows, counts, error))
        return FALSE;
    }

  for (guint i = 0; i < n_rows; i++)
    if (numbers[i] != GENLOCK_ROWIDS_NONE)
      genlock_sort_keys_set_int (keys, numbers[i], counts[i]);

  return TRUE;
}
