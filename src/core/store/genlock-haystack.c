/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The searched text of many rows in one piece, so that a search takes milliseconds. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/model/genlock-text.h"
#include "core/store/genlock-children.h"
#include "core/store/genlock-haystack.h"
#include "core/store/genlock-ids.h"
#include "core/store/genlock-linked.h"
#include "core/store/genlock-query-sql.h"

/* Pieces of text one after the other, each with the place of the row that it belongs to. */
typedef struct
{
  GString *text; /* owned, nullable: until all is there */
  char *bytes; /* owned, nullable: from then on; less than 4 GB */
  gsize n_bytes;
  GArray *ends;  /* owned (element-type guint): where each piece ends */
  GArray *rows;  /* owned (element-type guint): its row, ascending or not */
} Pieces;

struct _GenlockHaystack
{
  GArray *rowids;     /* owned (element-type gint64) */
  GenlockIds *places; /* owned: place of a row by its id */
  Pieces own;         /* one piece a row, in their order */
  Pieces related;     /* of children */
};

/* Words have no white space, so that none is found across two fields. */
#define SEPARATOR '\n'

static void
pieces_init (Pieces *pieces)
{
  pieces->text = g_string_new (NULL);
  pieces->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  pieces->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Text grows by doubling; what it grew too far is given back. */
static void
pieces_settle (Pieces *pieces)
{
  pieces->n_bytes = pieces->text->len;
  pieces->bytes = g_realloc (g_string_free (g_steal_pointer (&pieces->text), FALSE),
                             pieces->n_bytes + 1);
}

static void
pieces_clear (Pieces *pieces)
{
  if (pieces->text != NULL)
    g_string_free (pieces->text, TRUE);
  g_free (pieces->bytes);
  g_array_unref (pieces->ends);
  g_array_unref (pieces->rows);
}

static void
append_folded (GString *to,
               const char *text)
{
  gsize start = to->len;
  guchar seen = 0;

  if (text == NULL)
    return;

  g_string_append (to, text);

  for (char *p = to->str + start; *p != '\0'; p++)
    {
      seen |= (guchar) *p;
      *p = (char) (*p >= 'A' && *p <= 'Z' ? *p | 0x20 : *p);
    }

  if (seen >= 0x80)
    {
      g_autofree char *folded = g_utf8_casefold (text, -1);

      g_string_truncate (to, start);
      g_string_append (to, folded);
    }

  g_string_append_c (to, SEPARATOR);
}

static void
end_piece (Pieces *pieces,
           guint row)
{
  guint end = (guint) pieces->text->len;

  g_array_append_val (pieces->ends, end);
  g_array_append_val (pieces->rows, row);
}

/* The searched columns of a table: @texts[n] says what the ids in column n stand for. */
typedef struct
{
  GString *sql;     /* owned: ", a, b" */
  GPtrArray *texts; /* owned (element-type GHashTable), nullable elements: no link */
} Columns;

static void
unref_texts (gpointer data)
{
  g_clear_pointer ((GHashTable **) &data, g_hash_table_unref);
}

static void
columns_clear (Columns *columns)
{
  g_string_free (columns->sql, TRUE);
  g_ptr_array_unref (columns->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

static gboolean
columns_init (Columns *columns,
              GenlockDatabase *database,
              const GenlockTable *table,
              GError **error)
{
  columns->sql = g_string_new (NULL);
  columns->texts = g_ptr_array_new_with_free_func (unref_texts);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);
      GHashTable *texts = NULL;

      if (!(field->flags & GENLOCK_SEARCHED))
        continue;

      if (field->type == GENLOCK_LINK)
        {
          texts = genlock_linked_texts (database, field, error);
          if (texts == NULL)
            return FALSE;
        }

      g_string_append_printf (columns->sql, ", %s", field->name);
      g_ptr_array_add (columns->texts, texts);
    }

  return TRUE;
}

/* Appends the searched columns of the row at which @statement stands, from place @first on. */
static void
append_columns (GString *to,
                const Columns *columns,
                GenlockStatement *statement,
                guint first)
{
  for (guint i = 0; i < columns->texts->len; i++)
    {
      const char *text = genlock_statement_read_text (statement, first + i);
      GHashTable *texts = g_ptr_array_index (columns->texts, i);

      if (texts != NULL && text != NULL)
        text = g_hash_table_lookup (texts, text);

      append_folded (to, text);
    }
}

static gboolean
read_own (GenlockHaystack *haystack,
          GenlockDatabase *database,
          const GenlockQuery *query,
          guint n_rows,
          GError **error)
{
  g_autofree char *table = genlock_query_sql_table (query, database, n_rows);
  g_autofree char *scope = genlock_query_sql_scope (query);
  g_autofree char *sql = NULL;
  g_auto (Columns) columns = { 0 };
  g_autoptr (GenlockStatement) statement = NULL;
  GenlockStatementResult result;

  if (!columns_init (&columns, database, query->table, error))
    return FALSE;

  sql = g_strdup_printf ("SELECT rowid, id%s FROM %s%s", columns.sql->str, table, scope);
  statement = genlock_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  genlock_query_sql_bind_scope (query, statement);

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      gint64 rowid = genlock_statement_read_int (statement, 0);

      append_columns (haystack->own.text, &columns, statement, 2);
      end_piece (&haystack->own, haystack->rowids->len);
      g_array_append_val (haystack->rowids, rowid);
      genlock_ids_add (haystack->places, genlock_statement_read_text (statement, 1));
    }

  return result == GENLOCK_STATEMENT_DONE;
}

static gboolean
read_children (GenlockHaystack *haystack,
               GenlockDatabase *database,
               const GenlockQuery *query,
               const GenlockTable *child,
               GError **error)
{
  g_auto (Columns) columns = { 0 };
  g_autoptr (GenlockStatement) statement = NULL;
  GenlockStatementResult result;

  if (!columns_init (&columns, database, child, error))
    return FALSE;
  if (columns.texts->len == 0)
    return TRUE;

  statement = genlock_children_prepare (database, query, haystack->rowids->len, child,
                                        columns.sql->str + strlen (", "), error);
  if (statement == NULL)
    return FALSE;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      const char *id = genlock_statement_read_text (statement, 0);
      guint row = id != NULL ? genlock_ids_find (haystack->places, id) : GENLOCK_IDS_NONE;

      if (row == GENLOCK_IDS_NONE)
        continue;

      append_columns (haystack->related.text, &columns, statement, 1);
      end_piece (&haystack->related, row);
    }

  return result == GENLOCK_STATEMENT_DONE;
}

GenlockHaystack *
genlock_haystack_new (GenlockDatabase *database,
                      const GenlockQuery *query,
                      guint n_rows,
                      GError **error)
{
  g_autoptr (GenlockHaystack) haystack = g_new0 (GenlockHaystack, 1);

  haystack->rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  haystack->places = genlock_ids_new ();
  pieces_init (&haystack->own);
  pieces_init (&haystack->related);

  if (!read_own (haystack, database, query, n_rows, error))
    return NULL;

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *child = genlock_schema_tables[i];

      if (genlock_children_are_below (child, query->table)
          && !read_children (haystack, database, query, child, error))
        return NULL;
    }

  g_clear_pointer (&haystack->places, genlock_ids_free);
  pieces_settle (&haystack->own);
  pieces_settle (&haystack->related);

  return g_steal_pointer (&haystack);
}

void
genlock_haystack_free (GenlockHaystack *haystack)
{
  pieces_clear (&haystack->own);
  pieces_clear (&haystack->related);
  g_clear_pointer (&haystack->places, genlock_ids_free);
  g_array_unref (haystack->rowids);
  g_free (haystack);
}

/* Sets @found of each row that has @word in one of @pieces. */
static void
find_word (const Pieces *pieces,
           const char *word,
           guint8 *found)
{
  const char *text = pieces->bytes;
  gsize length = strlen (word);
  gsize at = 0;
  guint piece = 0;

  while (at < pieces->n_bytes)
    {
      const char *hit = memmem (text + at, pieces->n_bytes - at, word, length);

      if (hit == NULL)
        return;

      while (g_array_index (pieces->ends, guint, piece) <= (gsize) (hit - text))
        piece++;

      found[g_array_index (pieces->rows, guint, piece)] = 1;
      at = g_array_index (pieces->ends, guint, piece);
    }
}

GArray *
genlock_haystack_search (GenlockHaystack *haystack,
                         const char *text)
{
  GArray *rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *folded = genlock_text_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n\r", -1);
  g_autofree guint8 *missed = g_new0 (guint8, haystack->rowids->len + 1);
  g_autofree guint8 *found = g_new (guint8, haystack->rowids->len + 1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;

      memset (found, 0, haystack->rowids->len);
      find_word (&haystack->own, words[i], found);
      find_word (&haystack->related, words[i], found);

      for (guint row = 0; row < haystack->rowids->len; row++)
        missed[row] |= found[row] ^ 1;
    }

  for (guint row = 0; row < haystack->rowids->len; row++)
    if (!missed[row])
      g_array_append_val (rowids, g_array_index (haystack->rowids, gint64, row));

  return rowids;
}
