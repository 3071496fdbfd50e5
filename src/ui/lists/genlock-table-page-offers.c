/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that a list page offers while a cell is edited. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/lists/genlock-series.h"
#include "ui/lists/genlock-table-page-private.h"

/* Pages with more rows do not offer the next label while a label is edited. */
#define LABELS_MAX 5000

/* The words that rows have in a field, for the offers of the editor. */
static void
keep_words (GenlockTablePagePrivate *self,
            guint field,
            GArray *counts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < counts->len; i++)
    {
      const char *word = g_array_index (counts, GenlockCount, i).word;

      if (word != NULL && *word != '\0')
        g_strv_builder_add (builder, word);
    }

  g_hash_table_replace (self->words, GUINT_TO_POINTER (field), g_strv_builder_end (builder));
}

typedef struct
{
  GenlockTablePage *page; /* owned */
  guint field;
} WordsRequest;

static void
words_counted_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autofree WordsRequest *request = user_data;
  g_autoptr (GenlockTablePage) page = request->page;
  g_autoptr (GArray) counts = genlock_store_count_finish (GENLOCK_STORE (source), result, NULL);

  if (counts != NULL)
    keep_words (genlock_table_page_get_private (page), request->field, counts);
}

static void
count_words (GenlockTablePage *page,
             guint field)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GenlockQuery) query = genlock_query_new (self->kind->table);
  WordsRequest *request = g_new0 (WordsRequest, 1);

  request->page = g_object_ref (page);
  request->field = field;
  genlock_query_set_parent (query, self->production_id);
  genlock_store_count_async (self->store, query, field, self->cancellable, words_counted_cb,
                             request);
}

void
genlock_table_page_count_words (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  for (const GenlockFieldWords *words = self->kind->words; words->field != 0; words++)
    if (genlock_table_get_field (self->kind->table, words->field)->type == GENLOCK_TEXT)
      count_words (page, words->field);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) <= LABELS_MAX)
    count_words (page, self->kind->label);
  else
    g_hash_table_remove (self->words, GUINT_TO_POINTER (self->kind->label));
}

static void
add_words (GStrvBuilder *builder,
           GHashTable *seen,
           const char * const *words)
{
  for (; words != NULL && *words != NULL; words++)
    if (g_hash_table_add (seen, g_utf8_casefold (*words, -1)))
      g_strv_builder_add (builder, *words);
}

static void
add_vocabulary (GStrvBuilder *builder,
                GHashTable *seen,
                GenlockVocabulary vocabulary)
{
  g_autofree const char **offers = genlock_vocabulary_get_offers (vocabulary);

  add_words (builder, seen, offers);
}

/* The label that follows the greatest one of this show; NULL where they are not known. */
static char *
dup_next_label (GenlockTablePagePrivate *self)
{
  char **labels = g_hash_table_lookup (self->words, GUINT_TO_POINTER (self->kind->label));
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (labels == NULL || self->kind->prefix == NULL)
    return NULL;

  for (; *labels != NULL; labels++)
    g_hash_table_add (used, g_utf8_casefold (*labels, -1));

  return genlock_series_next_label (self->kind->prefix, used);
}

static char **
dup_formats (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize n_groups;
  const GenlockFormatGroup *groups = genlock_format_get_presets (&n_groups);

  for (gsize i = 0; i < n_groups; i++)
    for (gsize j = 0; j < groups[i].n_formats; j++)
      {
        char buffer[GENLOCK_FORMAT_TEXT_SIZE];

        g_strv_builder_add (builder, genlock_format_print (&groups[i].formats[j], buffer));
      }

  return g_strv_builder_end (builder);
}

char **
genlock_table_page_dup_offers (const GenlockColumn *column,
                               gpointer user_data)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (user_data);
  const GenlockField *field = genlock_table_get_field (column->list->table, column->field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (column->kind == GENLOCK_COLUMN_FORMAT
      || (column->kind == GENLOCK_COLUMN_FIELD && column->field == self->kind->format_text
          && column->field != 0))
    return dup_formats ();
  if (column->kind == GENLOCK_COLUMN_DERIVED)
    return genlock_column_list_offers (column, self->names);
  if (field->type == GENLOCK_BOOL)
    return g_strdupv ((char *[]) { (char *) _("Yes"), (char *) _("No"), NULL });
  if (column->connector)
    add_vocabulary (builder, seen, GENLOCK_VOCABULARY_CONNECTOR);
  if (column->kind == GENLOCK_COLUMN_OUTPUTS || column->kind == GENLOCK_COLUMN_PORTS)
    return g_strv_builder_end (builder);
  if (field->type == GENLOCK_LINK)
    return genlock_names_list (self->names);

  for (const GenlockChoice *choice = field->choices; choice != NULL && choice->word; choice++)
    g_strv_builder_add (builder, column->field == self->kind->type ? _(choice->label)
                                                                   : choice->word);

  if (column->field == self->kind->label)
    {
      g_autofree char *next = dup_next_label (self);

      if (next != NULL)
        g_strv_builder_add (builder, next);
      return g_strv_builder_end (builder);
    }

  add_words (builder, seen, g_hash_table_lookup (self->words, GUINT_TO_POINTER (column->field)));
  for (const GenlockFieldWords *words = self->kind->words; words->field != 0; words++)
    if (words->field == column->field && !column->connector)
      add_vocabulary (builder, seen, words->vocabulary);

  return g_strv_builder_end (builder);
}
