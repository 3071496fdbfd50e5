/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows say about how boxes and cables are shown, whoever wrote it. */

#include "config.h"

#include <math.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-view.h"

static void
test_node (void)
{
  GenlockNodeView view;
  g_autofree char *written = NULL;
  g_autofree char *nothing = NULL;

  genlock_node_view_read (NULL, &view);
  g_assert_false (view.is_collapsed);
  g_assert_cmpint (view.hides_free, ==, GENLOCK_VIEW_USUAL);

  genlock_node_view_read ("{\"collapsed\":true,\"hideUnconnected\":false}", &view);
  g_assert_true (view.is_collapsed);
  g_assert_cmpint (view.hides_free, ==, GENLOCK_VIEW_NO);
  written = genlock_node_view_write (NULL, &view);
  g_assert_cmpstr (written, ==, "{\"collapsed\":true,\"hideUnconnected\":false}");

  nothing = genlock_node_view_write (written, &(GenlockNodeView) { 0 });
  g_assert_null (nothing);
}

static void
test_link (void)
{
  GenlockLinkView view;
  g_autofree char *written = NULL;

  genlock_link_view_read ("{\"stub\":true,\"waypoints\":[{\"x\":80,\"y\":-16},[8,0.5]]}", FALSE,
                          &view);
  g_assert_cmpint (view.is_stub, ==, GENLOCK_VIEW_YES);
  g_assert_cmpuint (view.n_waypoints, ==, 2);
  g_assert_cmpfloat (view.waypoints[0].x, ==, 80);
  g_assert_cmpfloat (view.waypoints[0].y, ==, -16);
  g_assert_cmpfloat (view.waypoints[1].y, ==, 0.5);
  written = genlock_link_view_write (NULL, FALSE, &view);
  g_assert_cmpstr (written, ==,
                   "{\"stub\":true,\"waypoints\":[{\"x\":80,\"y\":-16},{\"x\":8,\"y\":0.5}]}");
}

/* The second cable of a row has places of its own. */
static void
test_second (void)
{
  const char *before = "{\"exitWaypoints\":[[8,8]],\"waypoints\":[[16,16],[24,24]]}";
  GenlockLinkView view;
  g_autofree char *written = NULL;

  genlock_link_view_read (before, TRUE, &view);
  g_assert_cmpuint (view.n_waypoints, ==, 1);
  view.n_waypoints = 0;
  view.is_stub = GENLOCK_VIEW_YES;
  written = genlock_link_view_write (before, TRUE, &view);
  g_assert_cmpstr (written, ==, "{\"stub\":true,\"waypoints\":[[16,16],[24,24]]}");
}

/* What others keep there stays, in both tables. */
static void
test_keeps_the_rest (void)
{
  const char *before = "{\"colour\":[1,{\"a\":null}],\"stub\":false,\"waypoints\":7,\"z\":\"ä\"}";
  GenlockLinkView view;
  g_autofree char *link = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *node = NULL;

  genlock_link_view_read (before, FALSE, &view);
  g_assert_cmpint (view.is_stub, ==, GENLOCK_VIEW_NO);
  g_assert_cmpuint (view.n_waypoints, ==, 0);
  view.waypoints[view.n_waypoints++] = (GenlockViewPoint) { 8, 16 };
  link = genlock_link_view_write (before, FALSE, &view);
  g_assert_cmpstr (link, ==, "{\"colour\":[1,{\"a\":null}],\"stub\":false,"
                   "\"waypoints\":[{\"x\":8,\"y\":16}],\"z\":\"ä\"}");
  plain = genlock_link_view_write (link, FALSE, &(GenlockLinkView) { 0 });
  g_assert_cmpstr (plain, ==, "{\"colour\":[1,{\"a\":null}],\"z\":\"ä\"}");

  node = genlock_node_view_write ("{\"note\":1}", &(GenlockNodeView) { .is_collapsed = TRUE });
  g_assert_cmpstr (node, ==, "{\"collapsed\":true,\"note\":1}");
}

static void
test_hostile (void)
{
  static const char * const texts[] = {
    "", "nonsense", "null", "true", "[]", "[[[[", "{", "{\"a\"", "\xff\xfe", "7", "1e999",
    "{\"stub\":1,\"waypoints\":{}}", "{\"stub\":\"true\",\"waypoints\":null}",
    "{\"waypoints\":[null,true,\"8\",[],[1],[1,2,3],{},{\"x\":1},{\"x\":\"1\",\"y\":2}]}",
    "{\"waypoints\":[[1e7,0],{\"x\":0,\"y\":-1e300},[1000001,0]]}",
    "{\"collapsed\":\"yes\",\"hideUnconnected\":0}", "{\"collapsed\":{},\"hideUnconnected\":[]}",
    "{\"stub\":null,\"stub\":true}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GenlockLinkView link;
      GenlockNodeView node;
      g_autofree char *link_text = NULL;
      g_autofree char *node_text = NULL;
      g_autofree char *shown = g_strescape (texts[i], NULL);

      g_test_message ("%s", shown);
      genlock_link_view_read (texts[i], FALSE, &link);
      g_assert_cmpint (link.is_stub, ==, GENLOCK_VIEW_USUAL);
      g_assert_cmpuint (link.n_waypoints, ==, 0);
      genlock_node_view_read (texts[i], &node);
      g_assert_false (node.is_collapsed);
      g_assert_cmpint (node.hides_free, ==, GENLOCK_VIEW_USUAL);
      link_text = genlock_link_view_write (texts[i], FALSE, &link);
      g_assert_true (link_text == NULL || genlock_json_is_canonical (link_text));
      node.is_collapsed = TRUE;
      node_text = genlock_node_view_write (texts[i], &node);
      g_assert_true (genlock_json_is_canonical (node_text));
    }
}

/* More places than a cable takes, and numbers that are none. */
static void
test_bounds (void)
{
  g_autoptr (GString) json = g_string_new ("{\"waypoints\":[");
  GenlockLinkView view;
  g_autofree char *written = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (json, "%s[%u,0]", i > 0 ? "," : "", i);
  g_string_append (json, "]}");
  genlock_link_view_read (json->str, FALSE, &view);
  g_assert_cmpuint (view.n_waypoints, ==, GENLOCK_VIEW_MAX_WAYPOINTS);
  g_assert_cmpfloat (view.waypoints[GENLOCK_VIEW_MAX_WAYPOINTS - 1].x, ==,
                     GENLOCK_VIEW_MAX_WAYPOINTS - 1);

  view.n_waypoints = 2;
  view.waypoints[0] = (GenlockViewPoint) { NAN, INFINITY };
  view.waypoints[1] = (GenlockViewPoint) { -1e12, 1e12 };
  written = genlock_link_view_write (NULL, FALSE, &view);
  g_assert_cmpstr (written, ==,
                   "{\"waypoints\":[{\"x\":0,\"y\":0},{\"x\":-1000000,\"y\":1000000}]}");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/node", test_node);
  g_test_add_func ("/view/link", test_link);
  g_test_add_func ("/view/second", test_second);
  g_test_add_func ("/view/keeps-the-rest", test_keeps_the_rest);
  g_test_add_func ("/view/hostile", test_hostile);
  g_test_add_func ("/view/bounds", test_bounds);

  return g_test_run ();
}
