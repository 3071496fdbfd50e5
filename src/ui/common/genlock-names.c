/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows that others link to are called: ids to names and back. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-names.h"
#include "ui/common/genlock-shipped.h"
#include "ui/equipment/genlock-spec-words.h"

struct _GenlockNames
{
  GObject parent_instance;

  const GenlockTable *table;
  GHashTable *by_id;   /* owned; id to name */
  GHashTable *by_name; /* owned; casefolded name to id */
  GHashTable *details; /* owned; id to what else is to be known */
  GHashTable *fresh;   /* owned; id to its device of @library: not in the store */
  GenlockLibrary *library; /* owned, nullable: what is shipped */
  GenlockStore *store; /* owned, nullable */
  GenlockDerived *derived; /* owned, nullable */
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockNames, genlock_names, G_TYPE_OBJECT)

/* A model alone does not say whose it is. */
static char *
dup_name (const GenlockRecord *record)
{
  const char *name = genlock_record_get_name (record);
  const char *manufacturer;

  if (genlock_record_get_table (record) != &genlock_equipment_specs)
    return g_strdup (name);

  manufacturer = genlock_record_get_text (record, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  return manufacturer != NULL && *manufacturer != '\0'
         ? g_strdup_printf ("%s %s", manufacturer, name)
         : g_strdup (name);
}

/* Those of the library that are not in the store, unless a row there is called the same. */
static void
add_shipped (GenlockNames *names)
{
  const GPtrArray *devices = names->library != NULL
                             ? genlock_library_get_devices (names->library)
                             : NULL;

  for (guint i = 0; devices != NULL && i < devices->len; i++)
    {
      const GenlockLibraryDevice *device = g_ptr_array_index (devices, i);
      g_autofree char *id = genlock_library_dup_spec_id (device);
      g_autofree char *name = g_strdup_printf ("%s %s", device->manufacturer, device->model);

      if (g_hash_table_contains (names->by_id, id) || genlock_names_find (names, name) != NULL)
        continue;

      genlock_names_add (names, id, name);
      g_hash_table_insert (names->fresh, g_steal_pointer (&id), (gpointer) device);
    }
}

static void
shipped_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GenlockNames) names = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockLibrary) library = genlock_shipped_load_finish (result, &error);

  if (library == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_info ("Cannot read the shipped library: %s", error->message);
      return;
    }

  /* Names that were read twice meanwhile asked for it twice. */
  if (names->library != NULL)
    return;

  names->library = g_steal_pointer (&library);
  add_shipped (names);
}

static gboolean
load_shipped_cb (gpointer user_data)
{
  GenlockNames *names = user_data;

  genlock_shipped_load_async (names->cancellable, shipped_cb, g_object_ref (names));

  return G_SOURCE_REMOVE;
}

static void
list_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GenlockNames) names = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = genlock_store_list_finish (GENLOCK_STORE (source), result,
                                                             &error);

  if (records == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_info ("Cannot read names: %s", error->message);
      return;
    }

  g_hash_table_remove_all (names->by_id);
  g_hash_table_remove_all (names->by_name);
  g_hash_table_remove_all (names->details);
  g_hash_table_remove_all (names->fresh);

  for (guint i = 0; i < records->len; i++)
    {
      const GenlockRecord *record = g_ptr_array_index (records, i);
      g_autofree char *name = dup_name (record);

      genlock_names_add (names, genlock_record_get_id (record), name);
      if (names->table == &genlock_equipment_specs)
        g_hash_table_replace (names->details, g_strdup (genlock_record_get_id (record)),
                              genlock_spec_dup_ports (record));
    }

  /* What is shipped comes behind what is there. */
  if (names->library != NULL)
    add_shipped (names);
  else if (names->table == &genlock_equipment_specs) /* Offered once the rest has been drawn. */
    g_idle_add_full (G_PRIORITY_LOW, load_shipped_cb, g_object_ref (names), g_object_unref);

  g_signal_emit (names, signals[CHANGED], 0);
}

static void
load (GenlockNames *names)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (names->table);

  g_cancellable_cancel (names->cancellable);
  g_clear_object (&names->cancellable);
  names->cancellable = g_cancellable_new ();
  genlock_store_list_async (names->store, query, names->cancellable, list_cb,
                            g_object_ref (names));
}

static void
store_changed_cb (GenlockStore *store,
                  GenlockChanges *changes,
                  GenlockNames *names)
{
  if (changes == NULL || genlock_changes_touch (changes, names->table, NULL))
    load (names);
}

static void
genlock_names_dispose (GObject *object)
{
  GenlockNames *names = GENLOCK_NAMES (object);

  g_cancellable_cancel (names->cancellable);
  g_clear_object (&names->cancellable);
  genlock_names_set_derived (names, NULL);
  g_clear_object (&names->store);

  G_OBJECT_CLASS (genlock_names_parent_class)->dispose (object);
}

static void
genlock_names_finalize (GObject *object)
{
  GenlockNames *names = GENLOCK_NAMES (object);

  g_hash_table_unref (names->by_id);
  g_hash_table_unref (names->by_name);
  g_hash_table_unref (names->details);
  g_hash_table_unref (names->fresh);
  g_clear_pointer (&names->library, genlock_library_unref);

  G_OBJECT_CLASS (genlock_names_parent_class)->finalize (object);
}

static void
genlock_names_class_init (GenlockNamesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = genlock_names_dispose;
  object_class->finalize = genlock_names_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
genlock_names_init (GenlockNames *names)
{
  names->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  names->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  names->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names->details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

GenlockNames *
genlock_names_new (GenlockStore *store,
                   const GenlockTable *table)
{
  GenlockNames *names = g_object_new (GENLOCK_TYPE_NAMES, NULL);

  names->table = table;

  if (store != NULL)
    {
      names->store = g_object_ref (store);
      g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), names, 0);
      load (names);
    }

  return names;
}

void
genlock_names_add (GenlockNames *names,
                   const char *id,
                   const char *name)
{
  g_hash_table_replace (names->by_id, g_strdup (id), g_strdup (name));
  g_hash_table_replace (names->by_name, g_utf8_casefold (name, -1), g_strdup (id));
}

const char *
genlock_names_get (GenlockNames *names,
                   const char *id)
{
  return g_hash_table_lookup (names->by_id, id);
}

const char *
genlock_names_get_detail (GenlockNames *names,
                          const char *id)
{
  return g_hash_table_lookup (names->details, id);
}

GenlockRecord *
genlock_names_make_fresh (GenlockNames *names,
                          const char *id)
{
  const GenlockLibraryDevice *device = g_hash_table_lookup (names->fresh, id);

  return device != NULL ? genlock_library_expand (names->library, device) : NULL;
}

gboolean
genlock_names_is_fresh (GenlockNames *names,
                        const char *id)
{
  return g_hash_table_contains (names->fresh, id);
}

const char *
genlock_names_find (GenlockNames *names,
                    const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_hash_table_lookup (names->by_name, folded);
}

static void
derived_cb (GenlockNames *names)
{
  g_signal_emit (names, signals[CHANGED], 0);
}

void
genlock_names_set_derived (GenlockNames *names,
                           GenlockDerived *derived)
{
  if (names->derived != NULL)
    g_signal_handlers_disconnect_by_func (names->derived, derived_cb, names);
  if (g_set_object (&names->derived, derived) && derived != NULL)
    g_signal_connect_object (derived, "changed", G_CALLBACK (derived_cb), names,
                             G_CONNECT_SWAPPED);
}

GenlockDerived *
genlock_names_get_derived (GenlockNames *names)
{
  return names->derived;
}

char *
genlock_names_dup_row (GenlockNames *names,
                       const GenlockRecord *record)
{
  return names->derived != NULL ? genlock_derived_dup_name (names->derived, record)
                                : g_strdup (genlock_record_get_name (record));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

char **
genlock_names_list (GenlockNames *names)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    g_ptr_array_add (list, g_strdup (name));

  g_ptr_array_sort (list, compare_names);
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_steal (list, NULL);
}
