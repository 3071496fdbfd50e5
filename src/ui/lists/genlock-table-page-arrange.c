/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a list page in an order that the database does not know: by what is worked out. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "ui/lists/genlock-table-page-private.h"

/* A row and what it is sorted by. */
typedef struct
{
  GenlockRecord *record; /* unowned */
  char *key;             /* owned, nullable: where it has none it comes last */
  double number;
  char *then;            /* owned: where @key leaves rows equal */
} Place;

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->key);
  g_free (place->then);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer descending)
{
  const Place *first = a;
  const Place *second = b;
  int order = 0;

  if ((first->key == NULL) != (second->key == NULL))
    return first->key == NULL ? 1 : -1;

  if (first->key != NULL)
    order = first->number != second->number ? (first->number < second->number ? -1 : 1)
                                            : strcmp (first->key, second->key);
  if (order != 0)
    return GPOINTER_TO_INT (descending) ? -order : order;

  order = strcmp (first->then, second->then);
  return order != 0 ? order : strcmp (genlock_record_get_id (first->record),
                                      genlock_record_get_id (second->record));
}

/* "SRC 2" before "SRC 10". */
static char *
dup_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key_for_filename (folded, -1);
}

static void
set_keys (Place *place,
          const GenlockColumn *sort,
          GenlockNames *names)
{
  g_autofree char *name = genlock_names_dup_row (names, place->record);
  const char *label = genlock_record_get_name (place->record);
  g_autofree char *natural = dup_key (name);

  /* What has a label comes first. */
  place->then = g_strconcat (*label != '\0' ? "0" : "1", natural, NULL);
  if (sort == NULL)
    {
      place->key = g_strdup ("");
    }
  else if (sort->numeric)
    {
      if (genlock_record_has (place->record, sort->field))
        place->key = g_strdup ("");
      place->number = genlock_record_get_real (place->record, sort->field);
    }
  else
    {
      g_autofree char *text = genlock_column_print (sort, place->record, names);

      place->key = *text != '\0' ? dup_key (text) : NULL;
    }
}

static gboolean
is_found (const GenlockRecord *record,
          GPtrArray *columns,
          GenlockNames *names,
          char **words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *cell = genlock_column_print (columns->pdata[i], record, names);

      g_string_append (text, cell);
      g_string_append_c (text, '\n');
    }

  folded = g_utf8_casefold (text->str, -1);
  for (; *words != NULL; words++)
    if (**words != '\0' && strstr (folded, *words) == NULL)
      return FALSE;

  return TRUE;
}

/* (transfer container): those of @records that the search finds. */
static GPtrArray *
search (GenlockTablePage *page,
        GPtrArray *records)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GPtrArray) columns = genlock_grid_list_all_columns (self->grid);
  g_autofree char *text = g_utf8_casefold (genlock_table_page_get_search (page), -1);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (*text == '\0' || is_found (records->pdata[i], columns, self->names, words))
      g_ptr_array_add (found, records->pdata[i]);

  return found;
}

gboolean
genlock_table_page_arrange (GenlockTablePage *page,
                            GenlockQuery *query)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  GenlockDerived *derived = genlock_names_get_derived (self->names);
  const char * const *types = genlock_type_chips_get_chosen (self->chips);
  g_autoptr (GPtrArray) records = derived != NULL ? genlock_derived_list (derived) : NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (Place));
  const GenlockColumn *sort;
  gboolean descending;

  if (records == NULL)
    return FALSE;

  g_array_set_clear_func (places, clear_place);
  sort = genlock_grid_get_sort (self->grid, &descending);
  found = search (page, records);
  for (guint i = 0; i < found->len; i++)
    {
      Place place = { .record = found->pdata[i] };

      if (types != NULL && !genlock_derived_passes (derived, place.record, types))
        continue;

      set_keys (&place, sort, self->names);
      g_array_append_val (places, place);
    }

  g_array_sort_with_data (places, compare_places, GINT_TO_POINTER (descending));
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (ids,
                     g_strdup (genlock_record_get_id (g_array_index (places, Place, i).record)));

  genlock_query_set_ids (query, ids);
  return TRUE;
}

gboolean
genlock_table_page_count_types (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  GenlockDerived *derived = genlock_names_get_derived (self->names);
  g_autoptr (GPtrArray) records = derived != NULL ? genlock_derived_list (derived) : NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) counts = NULL;

  if (records == NULL)
    return FALSE;

  found = search (page, records);
  counts = genlock_derived_count (derived, found);
  genlock_type_chips_set_counts (self->chips, counts);
  self->types_offered = FALSE;
  return TRUE;
}

/* Some rows may stand elsewhere now, or be found no longer. */
static void
derived_changed_cb (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (self->list == NULL)
    return;

  genlock_table_page_update_query (page);
  genlock_table_page_refresh_soon (page);
}

void
genlock_table_page_set_derived (GenlockTablePage *page,
                                GenlockDerived *derived)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  GenlockDerived *before = genlock_names_get_derived (self->names);

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, derived_changed_cb, page);
  genlock_names_set_derived (self->names, derived);
  if (derived != NULL)
    g_signal_connect_object (derived, "changed", G_CALLBACK (derived_changed_cb), page,
                             G_CONNECT_SWAPPED);
  derived_changed_cb (page);
}
