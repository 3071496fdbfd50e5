/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details of a piece of equipment: anything that has no column. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-port-private.h"
#include "equipment/genlock-slot-rules-private.h"
#include "equipment/genlock-spec-edit.h"

/* Keys that have editors of their own. */
static const char * const own_keys[] = { "slots", "cardTypes", "library", NULL };

static void
free_detail (gpointer data)
{
  GenlockSpecDetail *detail = data;

  g_free (detail->key);
  g_free (detail->text);
  g_free (detail);
}

static JsonNode *
read_details (const GenlockRecord *spec,
              GError **error)
{
  const char *text = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS);
  gboolean is_empty = text == NULL || strcmp (text, "null") == 0;

  return genlock_slot_rules_parse (is_empty ? "{}" : text, error);
}

static int
compare_details (gconstpointer a,
                 gconstpointer b)
{
  const GenlockSpecDetail *first = *(GenlockSpecDetail * const *) a;
  const GenlockSpecDetail *second = *(GenlockSpecDetail * const *) b;

  return strcmp (first->key, second->key);
}

GPtrArray *
genlock_spec_list_details (const GenlockRecord *spec,
                           GError **error)
{
  g_autoptr (JsonNode) node = read_details (spec, error);
  GPtrArray *details;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (node == NULL)
    return NULL;

  details = g_ptr_array_new_with_free_func (free_detail);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &value))
    {
      GenlockSpecDetail *detail;

      if (g_strv_contains (own_keys, key))
        continue;

      detail = g_new0 (GenlockSpecDetail, 1);
      detail->key = g_strdup (key);
      detail->is_json = json_node_get_value_type (value) != G_TYPE_STRING;
      detail->text = detail->is_json ? genlock_json_canonicalize (value)
                                     : json_node_dup_string (value);
      g_ptr_array_add (details, detail);
    }

  g_ptr_array_sort (details, compare_details);

  return details;
}

static gboolean
check_key (JsonObject *object,
           const char *key,
           const char *new_key,
           GError **error)
{
  const char *name = new_key != NULL ? new_key : key;
  gboolean is_new = g_strcmp0 (name, key) != 0;
  const char *sentence = NULL;

  if (*name == '\0')
    sentence = _("The detail has no name. Give it one.");
  else if (g_strv_contains (own_keys, name) || (key != NULL && g_strv_contains (own_keys, key)))
    sentence = _("Genlock keeps this detail for itself. Choose another name.");
  else if (is_new && json_object_has_member (object, name))
    sentence = _("There is a detail of that name already. Choose another one.");

  if (sentence == NULL)
    return TRUE;

  g_set_error_literal (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED, sentence);

  return FALSE;
}

/* JSON is kept as JSON, words are words. */
static JsonNode *
make_value (const char *text)
{
  g_autoptr (JsonNode) parsed = genlock_json_parse (text, strlen (text), NULL, NULL);

  if (parsed != NULL && json_node_get_value_type (parsed) != G_TYPE_STRING
      && !JSON_NODE_HOLDS_NULL (parsed))
    return g_steal_pointer (&parsed);

  return json_node_init_string (json_node_alloc (), text);
}

GenlockBatch *
genlock_spec_detail_build (const GenlockRecord *spec,
                           const char *key,
                           const char *new_key,
                           const char *text,
                           GError **error)
{
  g_autoptr (JsonNode) node = read_details (spec, error);
  g_autoptr (GenlockRecord) patch = NULL;
  g_autofree char *written = NULL;
  GenlockRecord *change;
  GenlockBatch *batch;
  JsonObject *object;

  g_return_val_if_fail (key != NULL || new_key != NULL, NULL);

  if (node == NULL)
    return NULL;

  object = json_node_get_object (node);
  if (!check_key (object, key, new_key, error))
    return NULL;

  if (key != NULL)
    json_object_remove_member (object, key);
  if (text != NULL)
    json_object_set_member (object, new_key != NULL ? new_key : key, make_value (text));

  patch = genlock_port_patch (spec);
  written = genlock_json_canonicalize (node);
  genlock_record_set_text (patch, GENLOCK_EQUIPMENT_SPEC_SPECS,
                           json_object_get_size (object) > 0 ? written : NULL);
  change = genlock_record_diff (spec, patch);
  if (change == NULL)
    return NULL;

  batch = genlock_batch_new ("EDIT");
  genlock_batch_update (batch, change);

  return batch;
}
