/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one device or card of the library's files. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-choices.h"
#include "equipment/genlock-library-private.h"

#define MAX_REVISION 9999

/* Keys of a spec's details that the reader writes itself. */
static const char * const own_details[] = { "library", "slots", "cardTypes", NULL };

static void
array_free (GPtrArray *array)
{
  if (array != NULL)
    g_ptr_array_unref (array);
}

void
genlock_library_device_entry_free (GenlockLibraryDeviceEntry *entry)
{
  g_free ((char *) entry->device.id);
  g_free ((char *) entry->device.manufacturer);
  g_free ((char *) entry->device.model);
  g_strfreev ((char **) entry->device.sources);
  array_free (entry->ports);
  array_free (entry->slots);
  array_free (entry->placed);
  g_clear_pointer (&entry->formats, json_node_unref);
  g_clear_pointer (&entry->details, json_object_unref);
  g_free (entry);
}

void
genlock_library_card_entry_free (GenlockLibraryCardEntry *entry)
{
  g_free ((char *) entry->card.id);
  g_free ((char *) entry->card.manufacturer);
  g_free ((char *) entry->card.model);
  g_strfreev ((char **) entry->card.families);
  g_strfreev ((char **) entry->card.sources);
  array_free (entry->ports);
  g_free (entry);
}

static gboolean
is_slug (const char *text,
         gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i])
        && (i == 0 || strchr ("-+.", text[i]) == NULL))
      return FALSE;

  return length > 0;
}

/* "maker/model", where the maker is the file. */
static char *
read_id (GenlockLibraryReader *reader,
         JsonObject *object)
{
  const char *id = genlock_library_reader_text (reader, object, "id", 100, TRUE);
  const char *slash = id != NULL ? strchr (id, '/') : NULL;
  gsize length = slash != NULL ? (gsize) (slash - id) : 0;

  reader->entry = id;
  if (id == NULL)
    return NULL;
  if (slash == NULL || !is_slug (id, length) || !is_slug (slash + 1, strlen (slash + 1)))
    genlock_library_reader_complain (reader, "id", "“%s” is not of the form maker/model, of"
                                     " a-z, 0-9, “-”, “+” and “.”", id);
  else if (strncmp (id, reader->file, length) != 0 || strcmp (reader->file + length, ".json") != 0)
    genlock_library_reader_complain (reader, "id", "its maker is not the name of the file");

  return g_strdup (id);
}

static const char *
read_choice (GenlockLibraryReader *reader,
             JsonObject *object,
             const char *key,
             const GenlockChoice *choices)
{
  const char *word = genlock_library_reader_text (reader, object, key, 20, TRUE);

  if (word == NULL)
    return NULL;
  for (guint i = 0; choices[i].word != NULL; i++)
    if (strcmp (choices[i].word, word) == 0)
      return choices[i].word;

  genlock_library_reader_complain (reader, key, "“%s” is none of the words allowed", word);
  return NULL;
}

static void
read_details (GenlockLibraryReader *reader,
              JsonObject *object,
              GenlockLibraryDeviceEntry *entry)
{
  JsonNode *node = json_object_get_member (object, "details");
  JsonArray *formats = genlock_library_reader_array (reader, object, "deviceFormats", FALSE);

  if (formats != NULL)
    {
      g_strfreev (genlock_library_reader_texts (reader, object, "deviceFormats"));
      entry->formats = json_node_init_array (json_node_alloc (), formats);
    }
  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      genlock_library_reader_complain (reader, "details", "is no object");
      return;
    }
  entry->details = json_object_ref (json_node_get_object (node));
  for (guint i = 0; own_details[i] != NULL; i++)
    if (json_object_has_member (entry->details, own_details[i]))
      genlock_library_reader_complain (reader, "details", "“%s” is written by the reader",
                                       own_details[i]);
}

static void
read_device_ports (GenlockLibraryReader *reader,
                   JsonObject *object,
                   GenlockLibraryDeviceEntry *entry)
{
  /* A lens has no ports, a frame may have none of its own. */
  gboolean needed = !entry->device.is_card_based
                    && g_strcmp0 (entry->device.category, "LENS") != 0;

  entry->ports = genlock_library_read_ports (reader, object, needed, GENLOCK_LIBRARY_MAX_PORTS,
                                             &entry->device.n_inputs, &entry->device.n_outputs);
}

GenlockLibraryDeviceEntry *
genlock_library_read_device (GenlockLibraryReader *reader,
                             JsonObject *object,
                             const char *manufacturer)
{
  static const char * const known[] = {
    "id", "revision", "category", "model", "ioArchitecture", "isSecondaryDevice", "formatByIO",
    "deviceFormats", "ports", "cardSlots", "slots", "placed", "details", "sources", NULL,
  };
  GenlockLibraryDeviceEntry *entry = g_new0 (GenlockLibraryDeviceEntry, 1);
  GenlockLibraryDevice *device = &entry->device;
  guint n_problems = reader->problems->len;
  const char *architecture;

  entry->file = reader->file;
  device->id = read_id (reader, object);
  genlock_library_reader_check_keys (reader, object, known);
  device->revision = (guint) genlock_library_reader_int (reader, object, "revision", 1,
                                                         MAX_REVISION, 0);
  device->manufacturer = g_strdup (manufacturer);
  device->model = g_strdup (genlock_library_reader_text (reader, object, "model", 200, TRUE));
  device->category = read_choice (reader, object, "category", genlock_categories);
  architecture = read_choice (reader, object, "ioArchitecture", genlock_io_architectures);
  device->is_card_based = g_strcmp0 (architecture, "CARD_BASED") == 0;
  device->is_secondary_device = genlock_library_reader_bool (reader, object, "isSecondaryDevice",
                                                             FALSE);
  device->sources = (const char * const *) genlock_library_reader_texts (reader, object, "sources");
  entry->format_by_io = genlock_library_reader_bool (reader, object, "formatByIO", TRUE);
  read_details (reader, object, entry);
  read_device_ports (reader, object, entry);
  genlock_library_read_slots (reader, object, entry);
  reader->entry = NULL;
  if (reader->problems->len == n_problems)
    return entry;

  genlock_library_device_entry_free (entry);
  return NULL;
}

GenlockLibraryCardEntry *
genlock_library_read_card (GenlockLibraryReader *reader,
                           JsonObject *object,
                           const char *manufacturer)
{
  static const char * const known[] = {
    "id", "revision", "model", "families", "ports", "sources", NULL,
  };
  GenlockLibraryCardEntry *entry = g_new0 (GenlockLibraryCardEntry, 1);
  GenlockLibraryCard *card = &entry->card;
  guint n_problems = reader->problems->len;

  entry->file = reader->file;
  card->id = read_id (reader, object);
  genlock_library_reader_check_keys (reader, object, known);
  card->revision = (guint) genlock_library_reader_int (reader, object, "revision", 1,
                                                       MAX_REVISION, 0);
  card->manufacturer = g_strdup (manufacturer);
  card->model = g_strdup (genlock_library_reader_text (reader, object, "model", 200, TRUE));
  card->families = (const char * const *) genlock_library_reader_texts (reader, object, "families");
  card->sources = (const char * const *) genlock_library_reader_texts (reader, object, "sources");
  entry->ports = genlock_library_read_ports (reader, object, FALSE,
                                             GENLOCK_LIBRARY_MAX_CARD_PORTS, &card->n_inputs,
                                             &card->n_outputs);
  reader->entry = NULL;
  if (reader->problems->len == n_problems)
    return entry;

  genlock_library_card_entry_free (entry);
  return NULL;
}
