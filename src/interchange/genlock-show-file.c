/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Show files (.genlock): one show with everything that belongs to it, as JSON. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include "core/model/genlock-json-writer.h"
#include "core/model/genlock-record-json.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/store/genlock-snapshot.h"
#include "interchange/genlock-export-file.h"
#include "interchange/genlock-show-file.h"

/* What belongs to a database, not to the show. */
static const guint local_fields[] = {
  GENLOCK_META_SYNCED_AT,
  GENLOCK_META_IS_DELETED,
  GENLOCK_META_DELETED_WITH,
  GENLOCK_META_VERSION,
  GENLOCK_META_SEQ,
};

static void
forget_local (GenlockRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (local_fields); i++)
    genlock_record_unset (record, local_fields[i]);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      GPtrArray *children = genlock_record_get_children (record, genlock_schema_tables[i]);

      for (guint j = 0; children != NULL && j < children->len; j++)
        forget_local (children->pdata[j]);
    }
}

static void
write_rows (GString *json,
            const GenlockTable *table,
            GPtrArray *rows)
{
  if (rows->len == 0)
    return;

  g_string_append_printf (json, ",\n\"%s\":[", table->name);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GenlockRecord) copy = genlock_record_copy (rows->pdata[i]);

      forget_local (copy);
      g_string_append (json, i > 0 ? ",\n" : "\n");
      genlock_record_write_json (copy, json);
    }

  g_string_append (json, "]");
}

/* Keeps the ids of the library's rows that a row refers to. */
static void
note_equipment (GHashTable *ids,
                GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const GenlockTable *table = genlock_record_get_table (rows->pdata[i]);

      for (guint j = table->n_meta; j < table->n_fields; j++)
        if (table->fields[j].target == &genlock_equipment_specs
            && genlock_record_has (rows->pdata[i], j))
          g_hash_table_add (ids, g_strdup (genlock_record_get_text (rows->pdata[i], j)));
    }
}

static gboolean
belongs_to_show (const GenlockTable *table)
{
  return genlock_table_replicates (table)
         && table->nested_as == NULL
         && table->parent_field != 0
         && table->fields[table->parent_field].target == &genlock_productions;
}

/* (transfer full) (element-type GenlockRecord): the rows of the show in @table. */
static GPtrArray *
list_rows (GenlockSnapshot *snapshot,
           const GenlockTable *table,
           const char *production_id,
           GError **error)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (table);

  genlock_query_set_parent (query, production_id);

  return genlock_snapshot_list (snapshot, query, error);
}

static gboolean
write_tables (GenlockSnapshot *snapshot,
              const char *production_id,
              GString *json,
              GHashTable *equipment,
              GError **error)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) rows = NULL;

      if (!belongs_to_show (genlock_schema_tables[i]))
        continue;

      rows = list_rows (snapshot, genlock_schema_tables[i], production_id, error);
      if (rows == NULL)
        return FALSE;

      note_equipment (equipment, rows);
      write_rows (json, genlock_schema_tables[i], rows);
    }

  return TRUE;
}

static gboolean
write_equipment (GenlockSnapshot *snapshot,
                 GHashTable *ids,
                 GString *json,
                 GError **error)
{
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (ids), (GCompareFunc) g_strcmp0);
  g_autoptr (GPtrArray) rows = NULL;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  for (GList *id = sorted; id != NULL; id = id->next)
    {
      g_autoptr (GenlockRecord) spec = genlock_snapshot_get (snapshot, &genlock_equipment_specs,
                                                             id->data, error);

      if (spec == NULL)
        return FALSE;

      if (!genlock_record_get_bool (spec, GENLOCK_META_IS_DELETED))
        g_ptr_array_add (rows, g_steal_pointer (&spec));
    }

  write_rows (json, &genlock_equipment_specs, rows);

  return TRUE;
}

GString *
genlock_show_file_print (GenlockStore *store,
                         const char *production_id,
                         GError **error)
{
  g_autoptr (GenlockSnapshot) snapshot = genlock_snapshot_new (store, error);
  g_autoptr (GHashTable) equipment = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autoptr (GenlockRecord) show = NULL;
  g_autoptr (GPtrArray) shows = NULL;

  if (snapshot == NULL)
    return NULL;

  show = genlock_snapshot_get (snapshot, &genlock_productions, production_id, error);
  if (show == NULL)
    return NULL;

  shows = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  g_ptr_array_add (shows, g_steal_pointer (&show));

  /* The library's rows stand before those that refer to them. */
  if (!write_tables (snapshot, production_id, tables, equipment, error))
    return NULL;

  g_string_append_printf (json, "{\"format\":\"%s\",\"formatVersion\":%d,\"program\":\"%s\"",
                          GENLOCK_SHOW_FILE_FORMAT, GENLOCK_SHOW_FILE_VERSION, GENLOCK_VERSION);
  write_rows (json, &genlock_productions, shows);
  if (!write_equipment (snapshot, equipment, json, error))
    return NULL;

  g_string_append_len (json, tables->str, tables->len);
  g_string_append (json, "}\n");

  return g_steal_pointer (&json);
}

gboolean
genlock_show_file_write (GenlockStore *store,
                         const char *production_id,
                         const char *path,
                         GError **error)
{
  g_autoptr (GString) text = genlock_show_file_print (store, production_id, error);

  return text != NULL && genlock_export_file_write (path, text, error);
}
