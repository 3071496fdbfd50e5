/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A deep copy of a show. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-clone.h"

/* Parents before the rows that link to them. */
const GenlockTable * const genlock_clone_tables[] = {
  &genlock_sources,
  &genlock_sends,
  &genlock_devices,
  &genlock_connections,
  &genlock_graph_nodes,
  &genlock_addresses,
  NULL,
};

typedef void (*EachChild) (GenlockRecord *child,
                           gpointer user_data);

static void
for_each_child (const GenlockRecord *record,
                EachChild each,
                gpointer user_data)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      GPtrArray *children = NULL;

      if (table->nested_as != NULL
          && table->fields[table->parent_field].target == genlock_record_get_table (record))
        children = genlock_record_get_children (record, table);
      for (guint n = 0; children != NULL && n < children->len; n++)
        each (g_ptr_array_index (children, n), user_data);
    }
}

/* @ids: the old id to the new one. */
static void
name_anew (GenlockRecord *record,
           gpointer ids)
{
  g_hash_table_insert (ids, g_strdup (genlock_record_get_id (record)), genlock_uuid_new ());
  for_each_child (record, name_anew, ids);
}

/* @text with each id of @ids in it replaced; ids are told by their form, so that nothing is
 * taken for one that only resembles it. */
static char *
replace_ids (const char *text,
             GHashTable *ids)
{
  GString *out = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      char id[GENLOCK_UUID_LENGTH + 1];
      const char *other;

      g_strlcpy (id, at, sizeof id);
      other = g_hash_table_lookup (ids, id);
      if (other != NULL)
        {
          g_string_append (out, other);
          at += GENLOCK_UUID_LENGTH;
        }
      else
        g_string_append_c (out, *at++);
    }

  return g_string_free (out, FALSE);
}

static void
remap_json (GenlockRecord *record,
            guint field,
            GHashTable *ids)
{
  g_autofree char *replaced = replace_ids (genlock_record_get_text (record, field), ids);
  char *canonical = genlock_json_canonicalize_text (replaced, NULL);

  /* An id can be a key, whose place is by its bytes. */
  if (canonical != NULL)
    genlock_record_take_text (record, field, canonical);
}

static void
remap_text (GenlockRecord *record,
            guint field,
            GHashTable *ids)
{
  const char *other = g_hash_table_lookup (ids, genlock_record_get_text (record, field));

  if (other != NULL)
    genlock_record_set_text (record, field, other);
}

static void
remap_field (GenlockRecord *record,
             guint index,
             GHashTable *ids)
{
  const GenlockField *field = genlock_table_get_field (genlock_record_get_table (record), index);

  if (!genlock_record_has (record, index))
    return;

  switch (field->type)
    {
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    /* Ports are named in free text. */
    case GENLOCK_TEXT:
      remap_text (record, index, ids);
      break;

    case GENLOCK_JSON:
      remap_json (record, index, ids);
      break;

    case GENLOCK_INT:
    case GENLOCK_REAL:
    case GENLOCK_BOOL:
    case GENLOCK_ENUM:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
      break;
    }
}

static void
remap (GenlockRecord *record,
       gpointer ids)
{
  const GenlockTable *table = genlock_record_get_table (record);

  for (guint i = GENLOCK_META_ID + 1; i < table->n_meta; i++)
    genlock_record_unset (record, i);
  remap_text (record, GENLOCK_META_ID, ids);
  for (guint i = table->n_meta; i < table->n_fields; i++)
    remap_field (record, i, ids);
  for_each_child (record, remap, ids);
}

/* The place of a box has an id made from what it is the place of. */
static void
name_node (GenlockRecord *node)
{
  g_autofree char *id =
    genlock_uuid_from (genlock_record_get_text (node, GENLOCK_GRAPH_NODE_PRODUCTION_ID),
                       genlock_record_get_text (node, GENLOCK_GRAPH_NODE_NODE_TYPE),
                       genlock_record_get_text (node, GENLOCK_GRAPH_NODE_NODE_ID), NULL);

  genlock_record_set_text (node, GENLOCK_META_ID, id);
}

static GenlockRecord *
clone_production (const GenlockRecord *production,
                  const char *name,
                  GHashTable *ids)
{
  GenlockRecord *copy = genlock_record_copy (production);

  remap (copy, ids);
  genlock_record_set_text (copy, GENLOCK_PRODUCTION_SHOW_NAME, name);
  genlock_record_set_text (copy, GENLOCK_PRODUCTION_STATUS, "PLANNING");
  genlock_record_set_null (copy, GENLOCK_PRODUCTION_LOCKED_BY);
  genlock_record_set_null (copy, GENLOCK_PRODUCTION_LOCK_REASON);

  return copy;
}

GenlockBatch *
genlock_clone_production (const GenlockRecord *production,
                          GPtrArray *rows,
                          const char *name)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GenlockBatch *batch = genlock_batch_new ("DUPLICATE");

  g_return_val_if_fail (genlock_record_get_table (production) == &genlock_productions, NULL);

  g_hash_table_insert (ids, g_strdup (genlock_record_get_id (production)), genlock_uuid_new ());
  for (guint i = 0; i < rows->len; i++)
    name_anew (g_ptr_array_index (rows, i), ids);

  genlock_batch_insert (batch, clone_production (production, name, ids));
  for (guint t = 0; genlock_clone_tables[t] != NULL; t++)
    for (guint i = 0; i < rows->len; i++)
      {
        const GenlockRecord *row = g_ptr_array_index (rows, i);
        GenlockRecord *copy;

        if (genlock_record_get_table (row) != genlock_clone_tables[t])
          continue;
        copy = genlock_record_copy (row);
        remap (copy, ids);
        if (genlock_clone_tables[t] == &genlock_graph_nodes)
          name_node (copy);
        genlock_batch_insert (batch, copy);
      }

  return batch;
}
