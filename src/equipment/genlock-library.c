/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: its files, its lists, and what of one entry concerns others. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "core/model/genlock-json-reader.h"
#include "equipment/genlock-library-files.h"
#include "equipment/genlock-library-private.h"

/* The version of the files' format that this reader knows. */
#define VERSION 1

struct _GenlockLibrary
{
  GPtrArray *devices; /* owned (element-type GenlockLibraryDeviceEntry), by id */
  GPtrArray *cards; /* owned (element-type GenlockLibraryCardEntry), by id */
  GHashTable *devices_by_id; /* owned (element-type utf8 GenlockLibraryDeviceEntry) */
  GHashTable *cards_by_id; /* owned (element-type utf8 GenlockLibraryCardEntry) */
  GHashTable *models; /* owned (element-type utf8 utf8): kind, maker and model to id */
  GPtrArray *problems; /* owned (element-type GenlockLibraryProblem) */
  GPtrArray *files; /* owned (element-type utf8) */
  gatomicrefcount ref_count;
};

static void
problem_free (gpointer data)
{
  GenlockLibraryProblem *problem = data;

  g_free (problem->file);
  g_free (problem->entry);
  g_free (problem->place);
  g_free (problem->message);
  g_free (problem);
}

char *
genlock_library_find_folder (void)
{
  const char *data = g_getenv ("GENLOCK_DATA");

  if (data != NULL && data[0] != '\0')
    return g_build_filename (data, "library", NULL);

  return g_build_filename (GENLOCK_PKGDATADIR, "library", NULL);
}

/* Ids are unique across devices, cards and files; a maker's model is one device or one card. */
static gboolean
claim (GenlockLibrary *self,
       GenlockLibraryReader *reader,
       const char *kind,
       const char *id,
       const char *manufacturer,
       const char *model)
{
  g_autofree char *name = g_utf8_casefold (model, -1);
  g_autofree char *key = g_strconcat (kind, "\n", manufacturer, "\n", name, NULL);
  const char *other = g_hash_table_lookup (self->models, key);
  gboolean is_taken = g_hash_table_contains (self->devices_by_id, id)
                      || g_hash_table_contains (self->cards_by_id, id);

  reader->entry = id;
  if (is_taken)
    genlock_library_reader_complain (reader, "id", "stands twice");
  else if (other != NULL)
    genlock_library_reader_complain (reader, "model", "“%s” is already “%s”", model, other);
  else
    g_hash_table_insert (self->models, g_steal_pointer (&key), (gpointer) id);
  reader->entry = NULL;

  return !is_taken && other == NULL;
}

static void
read_device (GenlockLibrary *self,
             GenlockLibraryReader *reader,
             JsonObject *object,
             const char *manufacturer)
{
  GenlockLibraryDeviceEntry *entry = genlock_library_read_device (reader, object, manufacturer);

  if (entry == NULL)
    return;
  if (!claim (self, reader, "device", entry->device.id, manufacturer, entry->device.model))
    {
      genlock_library_device_entry_free (entry);
      return;
    }
  g_ptr_array_add (self->devices, entry);
  g_hash_table_insert (self->devices_by_id, (gpointer) entry->device.id, entry);
}

static void
read_card (GenlockLibrary *self,
           GenlockLibraryReader *reader,
           JsonObject *object,
           const char *manufacturer)
{
  GenlockLibraryCardEntry *entry = genlock_library_read_card (reader, object, manufacturer);

  if (entry == NULL)
    return;
  if (!claim (self, reader, "card", entry->card.id, manufacturer, entry->card.model))
    {
      genlock_library_card_entry_free (entry);
      return;
    }
  g_ptr_array_add (self->cards, entry);
  g_hash_table_insert (self->cards_by_id, (gpointer) entry->card.id, entry);
}

static void
read_entries (GenlockLibrary *self,
              GenlockLibraryReader *reader,
              JsonObject *object,
              const char *key,
              const char *manufacturer)
{
  gboolean is_devices = strcmp (key, "devices") == 0;
  JsonArray *array = genlock_library_reader_array (reader, object, key, FALSE);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *entry = genlock_library_reader_object (reader, array, key, i);
      gboolean has_id = entry != NULL && json_object_has_member (entry, "id");
      gsize place = genlock_library_reader_enter (reader, has_id ? NULL : key, (int) i);

      if (entry != NULL && is_devices)
        read_device (self, reader, entry, manufacturer);
      else if (entry != NULL)
        read_card (self, reader, entry, manufacturer);
      genlock_library_reader_leave (reader, place);
    }
}

static void
read_root (GenlockLibrary *self,
           GenlockLibraryReader *reader,
           JsonNode *root)
{
  static const char * const known[] = { "version", "manufacturer", "devices", "cards", NULL };
  guint n_problems = reader->problems->len;
  const char *manufacturer;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      genlock_library_reader_complain (reader, NULL, "the file is no JSON object");
      return;
    }
  object = json_node_get_object (root);
  genlock_library_reader_check_keys (reader, object, known);
  genlock_library_reader_int (reader, object, "version", VERSION, VERSION, 0);
  manufacturer = genlock_library_reader_text (reader, object, "manufacturer", 200, TRUE);
  if (reader->problems->len > n_problems)
    return;

  read_entries (self, reader, object, "devices", manufacturer);
  read_entries (self, reader, object, "cards", manufacturer);
}

static void
read_file (GenlockLibrary *self,
           const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  GenlockLibraryReader reader;

  genlock_library_reader_init (&reader, self->problems, name);
  if (g_file_get_contents (path, &text, &length, &error))
    root = genlock_json_parse (text, length, NULL, &error);
  if (root != NULL)
    read_root (self, &reader, root);
  else
    genlock_library_reader_complain (&reader, NULL, "%s", error->message);
  genlock_library_reader_clear (&reader);
}

/* Cards may be in another file than the frame, so this follows when all are read. */
static gboolean
resolve (GenlockLibrary *self,
         GenlockLibraryDeviceEntry *entry)
{
  GenlockLibraryReader reader;
  guint n_problems = self->problems->len;

  genlock_library_reader_init (&reader, self->problems, entry->file);
  reader.entry = entry->device.id;
  for (guint i = 0; i < entry->placed->len; i++)
    {
      GenlockLibraryPlaced *placed = entry->placed->pdata[i];
      const GenlockLibraryCard *card = genlock_library_find_card (self, placed->card_id);
      const char *reason;

      placed->card = (const GenlockLibraryCardEntry *) card;
      if (card == NULL)
        genlock_library_reader_complain (&reader, "placed", "there is no card “%s”",
                                         placed->card_id);
      else if (!genlock_library_slot_takes (entry, placed->slot, card, &reason))
        genlock_library_reader_complain (&reader, "placed", "“%s” does not fit slot %u: %s",
                                         placed->card_id, placed->slot, reason);
      else
        {
          entry->device.n_inputs += card->n_inputs;
          entry->device.n_outputs += card->n_outputs;
        }
    }
  if (entry->device.n_inputs + entry->device.n_outputs > GENLOCK_LIBRARY_MAX_PORTS)
    genlock_library_reader_complain (&reader, "placed", "with its cards it has more than %d ports",
                                     GENLOCK_LIBRARY_MAX_PORTS);
  genlock_library_reader_clear (&reader);

  return self->problems->len == n_problems;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static int
compare_devices (gconstpointer a,
                 gconstpointer b)
{
  const GenlockLibraryDevice *first = *(const GenlockLibraryDevice * const *) a;
  const GenlockLibraryDevice *second = *(const GenlockLibraryDevice * const *) b;

  return strcmp (first->id, second->id);
}

static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  const GenlockLibraryCard *first = *(const GenlockLibraryCard * const *) a;
  const GenlockLibraryCard *second = *(const GenlockLibraryCard * const *) b;

  return strcmp (first->id, second->id);
}

static void
finish (GenlockLibrary *self)
{
  for (guint i = self->devices->len; i > 0; i--)
    {
      GenlockLibraryDeviceEntry *entry = self->devices->pdata[i - 1];

      if (!resolve (self, entry))
        {
          g_hash_table_remove (self->devices_by_id, entry->device.id);
          g_ptr_array_remove_index_fast (self->devices, i - 1);
        }
    }
  g_hash_table_remove_all (self->models);
  g_ptr_array_sort (self->devices, compare_devices);
  g_ptr_array_sort (self->cards, compare_cards);
}

static GenlockLibrary *
make_empty (void)
{
  GenlockLibrary *self = g_new0 (GenlockLibrary, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->devices =
    g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_library_device_entry_free);
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_library_card_entry_free);
  self->devices_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->cards_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->files = g_ptr_array_new_with_free_func (g_free);

  return self;
}

GenlockLibrary *
genlock_library_new (const char *folder,
                     GError **error)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GenlockLibrary) self = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  dir = g_dir_open (folder, 0, error);
  if (dir == NULL)
    return NULL;

  self = make_empty ();
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (self->files, g_strdup (name));
  g_ptr_array_sort (self->files, compare_names);
  for (guint i = 0; i < self->files->len; i++)
    read_file (self, folder, self->files->pdata[i]);
  finish (self);

  return g_steal_pointer (&self);
}

GenlockLibrary *
genlock_library_new_for_files (const char * const *names,
                               const JsonNode * const *roots,
                               guint n_files)
{
  GenlockLibrary *self = make_empty ();

  for (guint i = 0; i < n_files; i++)
    {
      GenlockLibraryReader reader;
      char *name = g_strdup (names[i]);

      g_ptr_array_add (self->files, name);
      genlock_library_reader_init (&reader, self->problems, name);
      read_root (self, &reader, (JsonNode *) roots[i]);
      genlock_library_reader_clear (&reader);
    }
  finish (self);

  return self;
}

GenlockLibrary *
genlock_library_ref (GenlockLibrary *library)
{
  g_atomic_ref_count_inc (&library->ref_count);

  return library;
}

void
genlock_library_unref (GenlockLibrary *library)
{
  if (!g_atomic_ref_count_dec (&library->ref_count))
    return;

  g_hash_table_unref (library->devices_by_id);
  g_hash_table_unref (library->cards_by_id);
  g_hash_table_unref (library->models);
  g_ptr_array_unref (library->devices);
  g_ptr_array_unref (library->cards);
  g_ptr_array_unref (library->problems);
  g_ptr_array_unref (library->files);
  g_free (library);
}

const GPtrArray *
genlock_library_get_devices (const GenlockLibrary *library)
{
  return library->devices;
}

const GPtrArray *
genlock_library_get_cards (const GenlockLibrary *library)
{
  return library->cards;
}

const GPtrArray *
genlock_library_get_problems (const GenlockLibrary *library)
{
  return library->problems;
}

const GenlockLibraryDevice *
genlock_library_find_device (const GenlockLibrary *library,
                             const char *id)
{
  return g_hash_table_lookup (library->devices_by_id, id);
}

const GenlockLibraryCard *
genlock_library_find_card (const GenlockLibrary *library,
                           const char *id)
{
  return g_hash_table_lookup (library->cards_by_id, id);
}

gboolean
genlock_library_fits (const GenlockLibrary *library,
                      const GenlockLibraryDevice *device,
                      guint slot,
                      const GenlockLibraryCard *card)
{
  const GenlockLibraryDeviceEntry *entry = (const GenlockLibraryDeviceEntry *) device;
  const char *reason;

  return slot >= 1 && slot <= device->card_slots
         && genlock_library_slot_takes (entry, slot, card, &reason);
}

GPtrArray *
genlock_library_list_cards (const GenlockLibrary *library,
                            const GenlockLibraryDevice *device)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < library->cards->len; i++)
    {
      const GenlockLibraryCard *card = library->cards->pdata[i];
      guint slot = 1;

      while (slot <= device->card_slots && !genlock_library_fits (library, device, slot, card))
        slot++;
      if (slot <= device->card_slots)
        g_ptr_array_add (cards, (gpointer) card);
    }

  return cards;
}
