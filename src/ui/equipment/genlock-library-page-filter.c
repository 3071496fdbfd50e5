/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library page: what is shown, the chips and their numbers. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "ui/equipment/genlock-library-page-private.h"

/* Chips are counted when nothing has changed for this long, in milliseconds … */
#define PATIENCE 250

/* … and for the first time when the list has been drawn. */
#define FIRST_PATIENCE 50

/* Chips that are no category. */
#define CARD_BASED "card-based"
#define SECONDARY "secondary"

static const struct
{
  const char *id;
  const char *label;
} origins[] = {
  [GENLOCK_LIBRARY_ALL] = { "all", NC_("equipment", "All") },
  [GENLOCK_LIBRARY_MINE] = { "mine", NC_("equipment", "Mine") },
  [GENLOCK_LIBRARY_SHIPPED] = { "shipped", NC_("equipment", "Shipped") },
  [GENLOCK_LIBRARY_USED] = { "used", NC_("equipment", "In shows") },
};

/* Where a show says what a thing of it is. */
static const struct
{
  const GenlockTable *table;
  guint field;
} users[] = {
  { &genlock_devices, GENLOCK_DEVICE_EQUIPMENT_ID },
  { &genlock_sources, GENLOCK_SOURCE_EQUIPMENT_ID },
  { &genlock_sends, GENLOCK_SEND_EQUIPMENT_ID },
};

/* A number that is being counted. */
typedef struct
{
  GenlockLibraryPage *page; /* owned */
  guint field;
} Counting;

static void
counting_free (Counting *counting)
{
  g_object_unref (counting->page);
  g_free (counting);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Counting, counting_free)

void
genlock_library_page_get_view (GenlockLibraryPage *self,
                               GenlockLibraryView *view)
{
  *view = (GenlockLibraryView) {
    .search = gtk_editable_get_text (self->search_entry),
    .categories = (const char * const *) self->categories,
    .card_based = self->card_based,
    .secondary = self->secondary,
    .origin = self->origin,
    .used = (const char * const *) self->used,
    .sort = self->sort,
  };
}

void
genlock_library_page_requery (GenlockLibraryPage *self)
{
  GenlockLibraryView view;
  g_autoptr (GenlockQuery) query = NULL;

  if (self->list == NULL)
    return;

  /* What is being counted is of the view before, and would be in the way of the list. */
  genlock_library_page_stop_counting (self);
  genlock_library_page_get_view (self, &view);
  query = genlock_library_view_make_query (&view);
  self->stale = TRUE;
  genlock_list_set_query (self->list, query);
  if (!genlock_list_get_loading (self->list))
    genlock_library_page_settle (self);
}

/* Both sections change at once, and another view is seen from its beginning. */
void
genlock_library_page_settle (GenlockLibraryPage *self)
{
  GenlockLibraryView view;

  if (!self->stale)
    return;

  self->stale = FALSE;
  genlock_library_page_get_view (self, &view);
  genlock_shipped_list_set_view (self->shipped, &view);
  genlock_library_page_count (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
}

/* What is chosen can be let go again, also where nothing is left of it. */
static void
add_kind (GenlockLibraryPage *self,
          GArray *chips,
          const char *id,
          const char *label)
{
  GenlockFilterChip chip = { .id = id, .label = label };

  chip.n = GPOINTER_TO_INT (g_hash_table_lookup (self->counts, id));
  if (chip.n > 0 || genlock_filter_chips_is_chosen (self->kinds, id))
    g_array_append_val (chips, chip);
}

static void
show_counts (GenlockLibraryPage *self)
{
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (GenlockFilterChip));

  for (guint i = 0; genlock_categories[i].word != NULL; i++)
    add_kind (self, chips, genlock_categories[i].word, _(genlock_categories[i].label));
  add_kind (self, chips, CARD_BASED, _("Card-based"));
  add_kind (self, chips, SECONDARY, _("Secondary device"));
  genlock_filter_chips_set (self->kinds, (GenlockFilterChip *) chips->data, chips->len);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), chips->len > 0);
}

static void
add_count (GenlockLibraryPage *self,
           const char *id,
           guint n)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, id));

  if (n > 0)
    g_hash_table_insert (self->counts, (gpointer) id, GUINT_TO_POINTER (before + n));
}

/* Without the filter that a chip is about itself, as the store counts. */
static void
count_shipped (GenlockLibraryPage *self)
{
  GenlockLibraryView view;
  GenlockLibraryView other;

  genlock_library_page_get_view (self, &view);
  for (guint i = 0; genlock_categories[i].word != NULL; i++)
    {
      const char * const words[] = { genlock_categories[i].word, NULL };

      other = view;
      other.categories = words;
      add_count (self, words[0], genlock_shipped_list_count (self->shipped, &other));
    }
  other = view;
  other.card_based = TRUE;
  add_count (self, CARD_BASED, genlock_shipped_list_count (self->shipped, &other));
  other = view;
  other.secondary = TRUE;
  add_count (self, SECONDARY, genlock_shipped_list_count (self->shipped, &other));
}

static const char *
find_chip (guint field,
           const char *word)
{
  if (field == GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE)
    return g_strcmp0 (word, "CARD_BASED") == 0 ? CARD_BASED : NULL;
  if (field == GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE)
    return g_strcmp0 (word, "true") == 0 ? SECONDARY : NULL;

  for (guint i = 0; genlock_categories[i].word != NULL; i++)
    if (g_strcmp0 (genlock_categories[i].word, word) == 0)
      return genlock_categories[i].word;

  return NULL;
}

static void
finish_count (GenlockLibraryPage *self)
{
  count_shipped (self);
  show_counts (self);
}

static void count_next (GenlockLibraryPage *self,
                        guint field);

static void
counted_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Counting) counting = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = genlock_store_count_finish (GENLOCK_STORE (source), result, &error);

  /* The list says what cannot be read. */
  if (counts == NULL)
    return;

  for (guint i = 0; i < counts->len; i++)
    {
      const GenlockCount *count = &g_array_index (counts, GenlockCount, i);
      const char *id = find_chip (counting->field, count->word);

      if (id != NULL)
        add_count (counting->page, id, count->n);
    }
  count_next (counting->page, counting->field);
}

/* Counts the values of the field after @after; 0 begins. */
static void
count_next (GenlockLibraryPage *self,
            guint after)
{
  static const guint fields[] = {
    GENLOCK_EQUIPMENT_SPEC_CATEGORY,
    GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE,
    GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE,
  };
  GenlockLibraryView view;
  g_autoptr (GenlockQuery) query = NULL;

  genlock_library_page_get_view (self, &view);
  query = genlock_library_view_make_query (&view);
  for (guint i = 0; query != NULL && i < G_N_ELEMENTS (fields); i++)
    if (fields[i] > after)
      {
        Counting *counting = g_new0 (Counting, 1);

        counting->page = g_object_ref (self);
        counting->field = fields[i];
        genlock_store_count_async (self->store, query, fields[i], self->counting, counted_cb,
                                   counting);
        return;
      }

  finish_count (self);
}

void
genlock_library_page_stop_counting (GenlockLibraryPage *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
begin_count (GenlockLibraryPage *self)
{
  self->counted = TRUE;
  self->counting = g_cancellable_new ();
  g_hash_table_remove_all (self->counts);
  count_next (self, 0);
}

static gboolean
patience_cb (gpointer user_data)
{
  GenlockLibraryPage *self = user_data;

  self->patience = 0;
  begin_count (self);

  return G_SOURCE_REMOVE;
}

/* The first time soon; later not while somebody goes on typing: the list comes first. */
void
genlock_library_page_count (GenlockLibraryPage *self)
{
  if (self->store == NULL)
    return;

  genlock_library_page_stop_counting (self);
  self->patience = g_timeout_add (self->counted ? PATIENCE : FIRST_PATIENCE, patience_cb, self);
}

static void
finish_used (GenlockLibraryPage *self)
{
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (self->using, NULL);

  g_strfreev (self->used);
  self->used = g_strdupv ((GStrv) ids);
  if (self->origin == GENLOCK_LIBRARY_USED)
    genlock_library_page_requery (self);
}

static void
used_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GenlockLibraryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = genlock_store_count_finish (GENLOCK_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const char *id = g_array_index (counts, GenlockCount, i).word;

      if (id != NULL)
        g_hash_table_add (self->using, g_strdup (id));
    }
  if (--self->n_asked == 0)
    finish_used (self);
}

void
genlock_library_page_ask_used (GenlockLibraryPage *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  g_hash_table_remove_all (self->using);
  self->n_asked = G_N_ELEMENTS (users);
  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autoptr (GenlockQuery) query = genlock_query_new (users[i].table);

      genlock_store_count_async (self->store, query, users[i].field, self->asking, used_cb,
                                 g_object_ref (self));
    }
}

void
genlock_library_page_recount (GenlockLibraryPage *self,
                              GenlockChanges *changes)
{
  gboolean used = changes == NULL;

  for (guint i = 0; !used && i < G_N_ELEMENTS (users); i++)
    used = genlock_changes_touch (changes, users[i].table, NULL);
  if (used && (self->used != NULL || self->origin == GENLOCK_LIBRARY_USED))
    genlock_library_page_ask_used (self);
  if (changes == NULL || genlock_changes_touch (changes, &genlock_equipment_specs, NULL))
    genlock_library_page_count (self);
}


static void
origin_chosen_cb (GenlockLibraryPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    if (genlock_filter_chips_is_chosen (self->origins, origins[i].id))
      self->origin = i;

  if (self->origin == GENLOCK_LIBRARY_USED)
    genlock_library_page_ask_used (self);
  genlock_library_page_requery (self);
}

static void
kind_chosen_cb (GenlockLibraryPage *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) categories = NULL;

  for (guint i = 0; genlock_categories[i].word != NULL; i++)
    if (genlock_filter_chips_is_chosen (self->kinds, genlock_categories[i].word))
      g_strv_builder_add (words, genlock_categories[i].word);
  categories = g_strv_builder_end (words);

  g_clear_pointer (&self->categories, g_strfreev);
  if (categories[0] != NULL)
    self->categories = g_steal_pointer (&categories);
  self->card_based = genlock_filter_chips_is_chosen (self->kinds, CARD_BASED);
  self->secondary = genlock_filter_chips_is_chosen (self->kinds, SECONDARY);
  genlock_library_page_requery (self);
}

void
genlock_library_page_show_all (GenlockLibraryPage *self)
{
  for (guint i = 0; genlock_categories[i].word != NULL; i++)
    genlock_filter_chips_choose (self->kinds, genlock_categories[i].word, FALSE);
  genlock_filter_chips_choose (self->kinds, CARD_BASED, FALSE);
  genlock_filter_chips_choose (self->kinds, SECONDARY, FALSE);
  genlock_filter_chips_choose (self->origins, origins[GENLOCK_LIBRARY_ALL].id, TRUE);
  g_clear_pointer (&self->categories, g_strfreev);
  self->card_based = self->secondary = FALSE;
  self->origin = GENLOCK_LIBRARY_ALL;
  gtk_editable_set_text (self->search_entry, "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  genlock_library_page_requery (self);
}

void
genlock_library_page_init_filter (GenlockLibraryPage *self)
{
  GenlockFilterChip chips[G_N_ELEMENTS (origins)];

  self->counts = g_hash_table_new (g_str_hash, g_str_equal);
  self->using = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      chips[i].id = origins[i].id;
      chips[i].label = g_dpgettext2 (NULL, "equipment", origins[i].label);
      chips[i].n = -1;
    }
  genlock_filter_chips_set (self->origins, chips, G_N_ELEMENTS (chips));
  g_signal_connect_object (self->origins, "chosen", G_CALLBACK (origin_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kinds, "chosen", G_CALLBACK (kind_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}
