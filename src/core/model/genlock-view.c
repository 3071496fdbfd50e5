/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How boxes and cables are shown: the JSON of graph_nodes.view and connections.view. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-view.h"

#define COLLAPSED "collapsed"
#define HIDE_UNCONNECTED "hideUnconnected"
#define STUB "stub"
#define WAYPOINTS(is_second) ((is_second) ? "exitWaypoints" : "waypoints")

/* (transfer full): an empty one for what is no object. */
static JsonObject *
read_object (const char *json)
{
  g_autoptr (JsonNode) node = NULL;

  if (json != NULL)
    node = genlock_json_parse (json, strlen (json), NULL, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return json_object_new ();

  return json_object_ref (json_node_get_object (node));
}

static char *
write_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = NULL;

  if (json_object_get_size (object) == 0)
    return NULL;

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, object);

  return genlock_json_canonicalize (node);
}

static GenlockViewChoice
get_choice (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return GENLOCK_VIEW_USUAL;

  return json_node_get_boolean (node) ? GENLOCK_VIEW_YES : GENLOCK_VIEW_NO;
}

static void
set_choice (JsonObject *object,
            const char *name,
            GenlockViewChoice choice)
{
  if (choice == GENLOCK_VIEW_USUAL)
    json_object_remove_member (object, name);
  else
    json_object_set_boolean_member (object, name, choice == GENLOCK_VIEW_YES);
}

void
genlock_node_view_read (const char *json,
                        GenlockNodeView *view)
{
  g_autoptr (JsonObject) object = NULL;

  *view = (GenlockNodeView) { 0 };
  if (json == NULL)
    return;

  object = read_object (json);
  view->is_collapsed = get_choice (object, COLLAPSED) == GENLOCK_VIEW_YES;
  view->hides_free = get_choice (object, HIDE_UNCONNECTED);
}

char *
genlock_node_view_write (const char *json,
                         const GenlockNodeView *view)
{
  g_autoptr (JsonObject) object = read_object (json);

  set_choice (object, COLLAPSED, view->is_collapsed ? GENLOCK_VIEW_YES : GENLOCK_VIEW_USUAL);
  set_choice (object, HIDE_UNCONNECTED, view->hides_free);

  return write_object (object);
}

/* Places. */

static gboolean
get_number (JsonNode *node,
            double *number)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                            : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;

  *number = json_node_get_double (node);
  return isfinite (*number) && fabs (*number) <= GENLOCK_VIEW_MAX_PLACE;
}

static gboolean
get_point (JsonNode *node,
           GenlockViewPoint *point)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      return get_number (json_object_get_member (object, "x"), &point->x)
             && get_number (json_object_get_member (object, "y"), &point->y);
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      return json_array_get_length (array) == 2
             && get_number (json_array_get_element (array, 0), &point->x)
             && get_number (json_array_get_element (array, 1), &point->y);
    }

  return FALSE;
}

void
genlock_link_view_read (const char *json,
                        gboolean is_second,
                        GenlockLinkView *view)
{
  g_autoptr (JsonObject) object = NULL;
  JsonNode *node;
  JsonArray *array;

  *view = (GenlockLinkView) { 0 };
  if (json == NULL)
    return;

  object = read_object (json);
  view->is_stub = get_choice (object, STUB);
  node = json_object_get_member (object, WAYPOINTS (is_second));
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (view->n_waypoints == GENLOCK_VIEW_MAX_WAYPOINTS)
        break;
      if (get_point (json_array_get_element (array, i), &view->waypoints[view->n_waypoints]))
        view->n_waypoints++;
    }
}

static void
set_number (JsonObject *object,
            const char *name,
            double number)
{
  number = isfinite (number) ? CLAMP (number, -GENLOCK_VIEW_MAX_PLACE, GENLOCK_VIEW_MAX_PLACE) : 0;
  json_object_set_double_member (object, name, number);
}

char *
genlock_link_view_write (const char *json,
                         gboolean is_second,
                         const GenlockLinkView *view)
{
  g_autoptr (JsonObject) object = read_object (json);
  JsonArray *array;

  set_choice (object, STUB, view->is_stub);
  json_object_remove_member (object, WAYPOINTS (is_second));
  if (view->n_waypoints > 0)
    {
      array = json_array_sized_new (view->n_waypoints);
      for (guint i = 0; i < MIN (view->n_waypoints, GENLOCK_VIEW_MAX_WAYPOINTS); i++)
        {
          JsonObject *point = json_object_new ();

          set_number (point, "x", view->waypoints[i].x);
          set_number (point, "y", view->waypoints[i].y);
          json_array_add_object_element (array, point);
        }
      json_object_set_array_member (object, WAYPOINTS (is_second), array);
    }

  return write_object (object);
}
