/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in the format of the library that comes with Genlock. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-equipment-check.h"
#include "equipment/genlock-library-files.h"
#include "interchange/genlock-import.h"
#include "interchange/genlock-legacy.h"
#include "interchange/genlock-library-own.h"

struct _GenlockLibraryOwnFile
{
  JsonNode *root; /* owned */
  guint file;
};

void
genlock_library_own_file_free (gpointer data)
{
  GenlockLibraryOwnFile *own = data;

  json_node_unref (own->root);
  g_free (own);
}

gboolean
genlock_library_own_is (JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *version = object != NULL ? json_object_get_member (object, "version") : NULL;

  return version != NULL && JSON_NODE_HOLDS_VALUE (version)
         && json_node_get_value_type (version) == G_TYPE_INT64
         && genlock_legacy_get_string (object, "manufacturer") != NULL
         && (genlock_legacy_get_array (object, "devices") != NULL
             || genlock_legacy_get_array (object, "cards") != NULL);
}

void
genlock_library_own_read (GenlockLibraryImport *self,
                          JsonNode *root,
                          guint file)
{
  GenlockLibraryOwnFile *own = g_new0 (GenlockLibraryOwnFile, 1);

  own->root = json_node_ref (root);
  own->file = file;
  g_ptr_array_add (self->own, own);
}

static GenlockLibrary *
make_library (GenlockLibraryImport *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();

  for (guint i = 0; i < self->own->len; i++)
    {
      const GenlockLibraryOwnFile *own = self->own->pdata[i];

      g_ptr_array_add (names, g_ptr_array_index (self->plan->names, own->file));
      g_ptr_array_add (roots, own->root);
    }

  return genlock_library_new_for_files ((const char * const *) names->pdata,
                                        (const JsonNode * const *) roots->pdata, self->own->len);
}

/* Returns: the file that holds the entry; ids name it once. */
static guint
find_file (GenlockLibraryImport *self,
           const char *list,
           const char *id)
{
  for (guint i = 0; i < self->own->len; i++)
    {
      const GenlockLibraryOwnFile *own = self->own->pdata[i];
      JsonArray *entries = genlock_legacy_get_array (json_node_get_object (own->root), list);

      for (guint k = 0; entries != NULL && k < json_array_get_length (entries); k++)
        {
          JsonObject *entry = genlock_legacy_get_element (entries, k);

          if (entry != NULL && g_strcmp0 (genlock_legacy_get_string (entry, "id"), id) == 0)
            return own->file;
        }
    }

  return ((const GenlockLibraryOwnFile *) self->own->pdata[0])->file;
}

static gboolean
refuse_problem (const GenlockLibrary *library,
                GError **error)
{
  const GenlockLibraryProblem *problem = genlock_library_get_problems (library)->pdata[0];
  g_autofree char *place = g_strdup_printf ("%s%s%s", problem->entry != NULL ? problem->entry : "",
                                            problem->entry != NULL && problem->place != NULL
                                            ? "." : "",
                                            problem->place != NULL ? problem->place : "");

  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_RULES, _("“%1$s”: %2$s: %3$s"),
               problem->file, *place != '\0' ? place : "JSON", problem->message);

  return FALSE;
}

static gboolean
add_device (GenlockLibraryImport *self,
            const GenlockLibrary *library,
            const GenlockLibraryDevice *device,
            GError **error)
{
  g_autoptr (GenlockRecord) spec = genlock_library_expand (library, device);
  guint file = find_file (self, "devices", device->id);
  g_autoptr (GError) failed = NULL;
  GenlockImportRow *row;

  if (!genlock_equipment_check (spec, &failed))
    return genlock_library_import_refuse (self, file, device->id, failed->message, error);

  row = genlock_import_plan_add_row (self->plan, genlock_import_plan_get_equipment (self->plan),
                                     g_steal_pointer (&spec), file, device->id);
  if (row != NULL)
    row->match = GENLOCK_IMPORT_MATCH_PORTS;

  return TRUE;
}

static void
add_card (GenlockLibraryImport *self,
          const GenlockLibrary *library,
          const GenlockLibraryCard *card)
{
  g_autoptr (GenlockRecord) record = genlock_library_make_card (library, card);

  genlock_library_import_add_card (self, card->id, card->manufacturer, record, card->families[0],
                                   find_file (self, "cards", card->id), card->id);
}

gboolean
genlock_library_own_finish (GenlockLibraryImport *self,
                            GError **error)
{
  g_autoptr (GenlockLibrary) library = NULL;
  const GPtrArray *devices;
  const GPtrArray *cards;

  if (self->own->len == 0)
    return TRUE;

  library = make_library (self);
  if (genlock_library_get_problems (library)->len > 0)
    return refuse_problem (library, error);

  devices = genlock_library_get_devices (library);
  for (guint i = 0; i < devices->len; i++)
    if (!add_device (self, library, devices->pdata[i], error))
      return FALSE;
  cards = genlock_library_get_cards (library);
  for (guint i = 0; i < cards->len; i++)
    add_card (self, library, cards->pdata[i]);

  return TRUE;
}
