/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mutations of JSON values that stay JSON, so that what reads them is reached. */
#include "config.h"

#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "json-mutate.h"

/* A value with the object or array that it stands in. */
typedef struct
{
  JsonNode *parent;
  const char *member; /* in an object */
  guint index; /* in an array */
  JsonNode *value;
} Place;

static void
collect (GArray   *places,
         JsonNode *parent)
{
  if (JSON_NODE_HOLDS_OBJECT (parent))
    {
      JsonObjectIter iter;
      Place place = { .parent = parent };

      json_object_iter_init (&iter, json_node_get_object (parent));
      while (json_object_iter_next (&iter, &place.member, &place.value))
        {
          g_array_append_val (places, place);
          collect (places, place.value);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (parent))
    {
      JsonArray *array = json_node_get_array (parent);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          Place place = { parent, NULL, i, json_array_get_element (array, i) };

          g_array_append_val (places, place);
          collect (places, place.value);
        }
    }
}

static JsonNode *
make_value (GRand *rand)
{
  static const char * const texts[] = {
    "", " ", "59.94", "1920", "true", "null", "2026-11-22", "1767225600000", "SRC 1",
    "DST 1 SCREEN",
    "GFX A [SRC 1]", "#REF!", "prod-001", "2b1e4c1e-0000-4000-8000-000000000001", "{\"state\":{}}",
    "[]", "HDMI > FIBER", "Bühne 16′ × 9″", "a\nb\tc", "-1", "1e9", "999999999999999999999",
  };
  static const double reals[] = { 0, -1, 0.5, 59.94, 1e15, -1e300, 1e-300, 9007199254740992.0 };
  JsonNode *node = json_node_alloc ();

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      return json_node_init_null (node);
    case 1:
      return json_node_init_boolean (node, g_rand_boolean (rand));
    case 2:
      return json_node_init_int (node, g_rand_int_range (rand, -3, 70000));
    case 3:
      return json_node_init_double (node, reals[g_rand_int_range (rand, 0, G_N_ELEMENTS (reals))]);
    case 4:
      json_node_init (node, JSON_NODE_OBJECT);
      json_node_take_object (node, json_object_new ());
      return node;
    case 5:
      json_node_init (node, JSON_NODE_ARRAY);
      json_node_take_array (node, json_array_new ());
      return node;
    default:
      return json_node_init_string (node, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
    }
}

/* A copy that shares nothing with @node: json_node_copy() is shallow. */
static JsonNode *
copy_deep (JsonNode *node)
{
  g_autofree char *text = genlock_json_canonicalize (node);

  return genlock_json_parse (text, strlen (text), &genlock_json_limits_file, NULL);
}

static void
replace (const Place *place,
         JsonNode    *value)
{
  if (place->member != NULL)
    {
      json_object_set_member (json_node_get_object (place->parent), place->member, value);
    }
  else
    {
      JsonArray *array = json_node_get_array (place->parent);

      json_array_remove_element (array, place->index);
      json_array_add_element (array, value);
    }
}

void
json_mutate (GRand    *rand,
             JsonNode *root)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  const Place *place;
  const Place *other;

  collect (places, root);
  if (places->len == 0)
    return;
  place = &g_array_index (places, Place, g_rand_int_range (rand, 0, (gint32) places->len));
  other = &g_array_index (places, Place, g_rand_int_range (rand, 0, (gint32) places->len));

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (place->member != NULL)
        json_object_remove_member (json_node_get_object (place->parent), place->member);
      else
        json_array_remove_element (json_node_get_array (place->parent), place->index);
      break;
    case 1:
      if (place->member != NULL && other->member != NULL)
        json_object_set_member (json_node_get_object (place->parent), other->member,
                                copy_deep (place->value));
      break;
    case 2:
    case 3:
      replace (place, copy_deep (other->value));
      break;
    default:
      replace (place, make_value (rand));
      break;
    }
}
