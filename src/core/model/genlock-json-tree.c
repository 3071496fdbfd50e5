/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values that the JSON reader has read, growing into a tree (for the reader only). */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include "core/model/genlock-json-tree.h"

void
genlock_json_tree_init (GenlockJsonTree *self)
{
  self->nodes = g_ptr_array_new ();
  self->scratch = g_string_new (NULL);
}

void
genlock_json_tree_clear (GenlockJsonTree *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    json_node_unref (self->nodes->pdata[i]);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_string_free (self->scratch, TRUE);
  self->scratch = NULL;
}

static const char *
terminated (GenlockJsonTree *self,
            const char      *text,
            gsize            length)
{
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, text, (gssize) length);
  return self->scratch->str;
}

void
genlock_json_tree_add (GenlockJsonTree *self,
                       JsonNode        *node)
{
  g_ptr_array_add (self->nodes, node);
}

void
genlock_json_tree_add_string (GenlockJsonTree *self,
                              const char      *text,
                              gsize            length)
{
  JsonNode *node = json_node_alloc ();

  genlock_json_tree_add (self, json_node_init_string (node, terminated (self, text, length)));
}

/* Puts @node in the place of the values from @first on, which are part of it by now. */
static void
replace (GenlockJsonTree *self,
         guint            first,
         JsonNode        *node)
{
  g_ptr_array_set_size (self->nodes, (gint) first);
  g_ptr_array_add (self->nodes, node);
}

void
genlock_json_tree_end_array (GenlockJsonTree *self,
                             guint            first)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (self->nodes->len - first);

  json_node_take_array (node, array);
  for (guint i = first; i < self->nodes->len; i++)
    {
      json_node_set_parent (self->nodes->pdata[i], node);
      json_array_add_element (array, self->nodes->pdata[i]);
    }
  replace (self, first, node);
}

void
genlock_json_tree_end_object (GenlockJsonTree       *self,
                              guint                  first,
                              const GenlockJsonKeys *keys,
                              guint                  first_key)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  for (guint i = first; i < self->nodes->len; i++)
    {
      const GenlockJsonKey *key = &g_array_index (keys->keys, GenlockJsonKey,
                                                  first_key + i - first);

      json_node_set_parent (self->nodes->pdata[i], node);
      json_object_set_member (object, terminated (self, key->text, key->length),
                              self->nodes->pdata[i]);
    }
  replace (self, first, node);
}

JsonNode *
genlock_json_tree_steal_root (GenlockJsonTree *self)
{
  return g_ptr_array_steal_index (self->nodes, 0);
}
