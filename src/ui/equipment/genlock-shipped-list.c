/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The devices of the shipped library that are not copied into the database yet, as a list. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "ui/equipment/genlock-shipped-list.h"
#include "ui/equipment/genlock-spec-words.h"

/* A device of the library. */
typedef struct
{
  const GenlockLibraryDevice *device; /* of the library */
  GenlockRow *row; /* owned */
  char *text; /* owned: what is searched, folded */
  char *manufacturer; /* owned: a key to sort by */
  char *model; /* owned: a key to sort by */
  guint category; /* its place among the categories */
  gboolean copied;
} Entry;

/* What the worker has read. */
typedef struct
{
  GenlockLibrary *library; /* owned */
  GPtrArray *entries; /* owned (element-type Entry) */
  GPtrArray *records; /* owned (element-type GenlockRecord): of each entry */
} Reading;

struct _GenlockShippedList
{
  GObject parent_instance;

  GenlockStore *store; /* owned */
  GCancellable *cancellable; /* owned */
  GenlockLibrary *library; /* owned, nullable */
  GPtrArray *entries; /* owned (element-type Entry): all */
  GHashTable *by_id; /* owned (element-type utf8 Entry): by the id of the row */
  GPtrArray *shown; /* owned (element-type Entry) */
  gboolean loading;

  GenlockLibraryView view; /* its texts are ours */
};

static guint changed;

static void genlock_shipped_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockShippedList, genlock_shipped_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      genlock_shipped_list_model_init))

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->row);
  g_free (entry->text);
  g_free (entry->manufacturer);
  g_free (entry->model);
  g_free (entry);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->library, genlock_library_unref);
  g_ptr_array_unref (reading->entries);
  g_ptr_array_unref (reading->records);
  g_free (reading);
}

static void
append_folded (GString *text,
               const char *more)
{
  g_autofree char *folded = more != NULL ? g_utf8_casefold (more, -1) : NULL;

  if (folded != NULL)
    g_string_append_printf (text, "%s\n", folded);
}

static void
append_ports (GString *text,
              GPtrArray *ports,
              guint label,
              guint io_type)
{
  for (guint i = 0; ports != NULL && i < ports->len; i++)
    {
      append_folded (text, genlock_record_get_text (g_ptr_array_index (ports, i), label));
      append_folded (text, genlock_record_get_text (g_ptr_array_index (ports, i), io_type));
    }
}

/* The same that the store searches: category, names, labels and connectors, of cards too. */
static char *
make_text (const GenlockRecord *spec)
{
  GString *text = g_string_new (NULL);
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);

  append_folded (text, genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY));
  append_folded (text, genlock_spec_get_category (spec));
  append_folded (text, genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER));
  append_folded (text, genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL));
  append_ports (text, genlock_record_get_children (spec, &genlock_equipment_io_ports),
                GENLOCK_EQUIPMENT_IO_PORT_LABEL, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      GenlockRecord *card = g_ptr_array_index (cards, i);

      append_folded (text, genlock_record_get_text (card, GENLOCK_EQUIPMENT_CARD_LABEL));
      append_ports (text, genlock_record_get_children (card, &genlock_equipment_card_io),
                    GENLOCK_EQUIPMENT_CARD_IO_LABEL, GENLOCK_EQUIPMENT_CARD_IO_IO_TYPE);
    }

  return g_string_free (text, FALSE);
}

static char *
make_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key_for_filename (folded, -1);
}

static guint
find_category (const char *word)
{
  guint place = 0;

  while (genlock_categories[place].word != NULL
         && !g_str_equal (genlock_categories[place].word, word))
    place++;

  return place;
}

/* In the worker, which makes no objects of the window. */
static void
read_device (Reading *reading,
             const GenlockLibraryDevice *device)
{
  GenlockRecord *record = genlock_library_expand (reading->library, device);
  Entry *entry = g_new0 (Entry, 1);

  entry->device = device;
  entry->text = make_text (record);
  entry->manufacturer = make_key (device->manufacturer);
  entry->model = make_key (device->model);
  entry->category = find_category (device->category);
  g_ptr_array_add (reading->entries, entry);
  g_ptr_array_add (reading->records, record);
}

static void
read_cb (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  g_autofree char *folder = genlock_library_find_folder ();
  GError *error = NULL;
  GenlockLibrary *library = genlock_library_new (folder, &error);
  const GPtrArray *devices;
  Reading *reading;

  if (library == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  reading = g_new0 (Reading, 1);
  reading->library = library;
  reading->entries = g_ptr_array_new_with_free_func (entry_free);
  reading->records = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  devices = genlock_library_get_devices (library);
  for (guint i = 0; i < devices->len && !g_cancellable_is_cancelled (cancellable); i++)
    read_device (reading, g_ptr_array_index (devices, i));
  g_task_return_pointer (task, reading, reading_free);
}

static gboolean
finds_all (const Entry *entry,
           const char *search)
{
  g_autofree char *folded = search != NULL ? g_utf8_casefold (search, -1) : NULL;
  g_auto (GStrv) words = folded != NULL ? g_strsplit_set (folded, " \t\n\r", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (entry->text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_in (const Entry *entry,
       const GenlockLibraryView *view)
{
  const GenlockLibraryDevice *device = entry->device;

  return !entry->copied
         && (view->origin == GENLOCK_LIBRARY_ALL || view->origin == GENLOCK_LIBRARY_SHIPPED)
         && (!view->card_based || device->is_card_based)
         && (!view->secondary || device->is_secondary_device)
         && (view->categories == NULL || g_strv_contains (view->categories, device->category))
         && finds_all (entry, view->search);
}

static int
compare_names (const Entry *a,
               const Entry *b)
{
  int order = strcmp (a->manufacturer, b->manufacturer);

  return order != 0 ? order : strcmp (a->model, b->model);
}

/* What is shipped has not been changed, so that order is the one by category. */
static int
compare (gconstpointer first,
         gconstpointer second,
         gpointer user_data)
{
  const Entry *a = *(Entry **) first;
  const Entry *b = *(Entry **) second;
  const GenlockLibraryView *view = user_data;
  int order = 0;

  switch (view->sort)
    {
    case GENLOCK_LIBRARY_SORT_CATEGORY:
    case GENLOCK_LIBRARY_SORT_CHANGED:
      order = (int) a->category - (int) b->category;
      break;

    case GENLOCK_LIBRARY_SORT_MANUFACTURER:
      break;

    case GENLOCK_LIBRARY_SORT_MODEL:
      order = strcmp (a->model, b->model);
      break;

    case GENLOCK_LIBRARY_SORT_PORTS:
      order = (int) (b->device->n_inputs + b->device->n_outputs)
              - (int) (a->device->n_inputs + a->device->n_outputs);
      break;
    }

  return order != 0 ? order : compare_names (a, b);
}

/* Tells what differs between what is shown and what is to be shown. */
static void
refilter (GenlockShippedList *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  guint same = 0, tail = 0;

  self->shown = g_ptr_array_new ();
  for (guint i = 0; !self->loading && i < self->entries->len; i++)
    if (is_in (g_ptr_array_index (self->entries, i), &self->view))
      g_ptr_array_add (self->shown, g_ptr_array_index (self->entries, i));
  g_ptr_array_sort_with_data (self->shown, compare, &self->view);

  while (same < MIN (before->len, self->shown->len)
         && before->pdata[same] == self->shown->pdata[same])
    same++;
  while (tail < MIN (before->len, self->shown->len) - same
         && before->pdata[before->len - 1 - tail]
         == self->shown->pdata[self->shown->len - 1 - tail])
    tail++;
  if (same + tail < before->len || same + tail < self->shown->len)
    g_list_model_items_changed (G_LIST_MODEL (self), same, before->len - same - tail,
                                self->shown->len - same - tail);
}

static void
tell (GenlockShippedList *self)
{
  refilter (self);
  g_signal_emit (self, changed, 0);
}

static void
copied_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GenlockShippedList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = genlock_store_list_finish (GENLOCK_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rows == NULL)
    g_message ("What of the library is copied could not be read: %s", error->message);

  for (guint i = 0; i < self->entries->len; i++)
    ((Entry *) g_ptr_array_index (self->entries, i))->copied = FALSE;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const char *id = genlock_record_get_id (g_ptr_array_index (rows, i));
      Entry *entry = g_hash_table_lookup (self->by_id, id);

      if (entry != NULL)
        entry->copied = TRUE;
    }
  self->loading = FALSE;
  tell (self);
}

/* Asks which of the devices are in the database. */
static void
ask_copied (GenlockShippedList *self)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_equipment_specs);
  g_autofree const char **ids =
    (const char **) g_hash_table_get_keys_as_array (self->by_id, NULL);

  genlock_query_set_filter (query, GENLOCK_META_ID, ids, FALSE);
  genlock_store_list_async (self->store, query, self->cancellable, copied_cb,
                            g_object_ref (self));
}

static void
read_done_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  GenlockShippedList *self = GENLOCK_SHIPPED_LIST (source);
  g_autoptr (GError) error = NULL;
  Reading *reading = g_task_propagate_pointer (G_TASK (result), &error);

  if (reading == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      g_message ("The shipped library cannot be read: %s", error->message);
      self->loading = FALSE;
      tell (self);
      return;
    }

  self->library = genlock_library_ref (reading->library);
  g_ptr_array_unref (self->entries);
  self->entries = g_ptr_array_ref (reading->entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      GenlockRecord *record = g_ptr_array_index (reading->records, i);

      entry->row = genlock_row_new (&genlock_equipment_specs, record);
      g_hash_table_insert (self->by_id, (gpointer) genlock_record_get_id (record), entry);
    }
  reading_free (reading);
  ask_copied (self);
}

static void
store_changed_cb (GenlockShippedList *self,
                  GenlockChanges *changes)
{
  gboolean differs = FALSE;

  if (self->loading || self->library == NULL)
    return;
  if (changes == NULL)
    {
      ask_copied (self);
      return;
    }

  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);
      Entry *entry = NULL;

      if (change->table == &genlock_equipment_specs && (change->came || change->went))
        entry = g_hash_table_lookup (self->by_id, change->id);
      if (entry == NULL)
        continue;
      entry->copied = change->came;
      differs = TRUE;
    }
  if (differs)
    tell (self);
}

static GType
genlock_shipped_list_get_item_type (GListModel *model)
{
  return GENLOCK_TYPE_ROW;
}

static guint
genlock_shipped_list_get_n_items (GListModel *model)
{
  return GENLOCK_SHIPPED_LIST (model)->shown->len;
}

static gpointer
genlock_shipped_list_get_item (GListModel *model,
                               guint position)
{
  GenlockShippedList *self = GENLOCK_SHIPPED_LIST (model);

  if (position >= self->shown->len)
    return NULL;

  return g_object_ref (((Entry *) g_ptr_array_index (self->shown, position))->row);
}

static void
genlock_shipped_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = genlock_shipped_list_get_item_type;
  iface->get_n_items = genlock_shipped_list_get_n_items;
  iface->get_item = genlock_shipped_list_get_item;
}

static void
clear_view (GenlockShippedList *self)
{
  g_free ((char *) self->view.search);
  g_strfreev ((GStrv) self->view.categories);
}

static void
genlock_shipped_list_dispose (GObject *object)
{
  GenlockShippedList *self = GENLOCK_SHIPPED_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_shipped_list_parent_class)->dispose (object);
}

static void
genlock_shipped_list_finalize (GObject *object)
{
  GenlockShippedList *self = GENLOCK_SHIPPED_LIST (object);

  clear_view (self);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->shown);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->library, genlock_library_unref);

  G_OBJECT_CLASS (genlock_shipped_list_parent_class)->finalize (object);
}

static void
genlock_shipped_list_class_init (GenlockShippedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = genlock_shipped_list_dispose;
  object_class->finalize = genlock_shipped_list_finalize;

  changed = g_signal_new ("changed", GENLOCK_TYPE_SHIPPED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                          NULL, G_TYPE_NONE, 0);
}

static void
genlock_shipped_list_init (GenlockShippedList *self)
{
  self->cancellable = g_cancellable_new ();
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->shown = g_ptr_array_new ();
  self->loading = TRUE;
  /* Nothing before somebody says what. */
  self->view.origin = GENLOCK_LIBRARY_MINE;
}

GenlockShippedList *
genlock_shipped_list_new (GenlockStore *store)
{
  GenlockShippedList *self = g_object_new (GENLOCK_TYPE_SHIPPED_LIST, NULL);
  g_autoptr (GTask) task = NULL;

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  task = g_task_new (self, self->cancellable, read_done_cb, NULL);
  g_task_set_source_tag (task, genlock_shipped_list_new);
  g_task_run_in_thread (task, read_cb);

  return self;
}

void
genlock_shipped_list_set_view (GenlockShippedList *self,
                               const GenlockLibraryView *view)
{
  GenlockLibraryView copy = *view;

  g_return_if_fail (GENLOCK_IS_SHIPPED_LIST (self));

  copy.search = g_strdup (view->search);
  copy.categories = (const char * const *) g_strdupv ((GStrv) view->categories);
  copy.used = NULL;
  clear_view (self);
  self->view = copy;
  refilter (self);
}

guint
genlock_shipped_list_count (GenlockShippedList *self,
                            const GenlockLibraryView *view)
{
  guint n = 0;

  g_return_val_if_fail (GENLOCK_IS_SHIPPED_LIST (self), 0);

  for (guint i = 0; !self->loading && i < self->entries->len; i++)
    n += is_in (g_ptr_array_index (self->entries, i), view);

  return n;
}

gboolean
genlock_shipped_list_get_loading (GenlockShippedList *self)
{
  g_return_val_if_fail (GENLOCK_IS_SHIPPED_LIST (self), FALSE);

  return self->loading;
}

GenlockLibrary *
genlock_shipped_list_get_library (GenlockShippedList *self)
{
  g_return_val_if_fail (GENLOCK_IS_SHIPPED_LIST (self), NULL);

  return self->library;
}
