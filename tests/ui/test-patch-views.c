/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of boxes and cables is shown: sections, hidden ports, stubs, waypoints, groups; and what
 * others may have written. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-ports.h"
#include "signal-help.h"
#include "signal/genlock-signal-place.h"
#include "ui/patch/genlock-patch-scene.h"

#define SHOW_ID "0f3d2c1a-5b4e-4f60-8a7b-9c8d7e6f5a4b"

typedef struct
{
  SignalShow *show;         /* owned */
  GPtrArray *places;        /* owned (element-type GenlockRecord) */
  GenlockPatchScene *scene; /* owned, nullable */
} Patch;

static void
patch_free (Patch *patch)
{
  g_clear_pointer (&patch->scene, genlock_patch_scene_free);
  g_ptr_array_unref (patch->places);
  signal_show_free (patch->show);
  g_free (patch);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Patch, patch_free)

/* Two cameras, a switcher with four inputs and two outputs, a screen. */
static Patch *
patch_new (void)
{
  Patch *patch = g_new0 (Patch, 1);

  patch->show = signal_show_new ();
  patch->places = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  signal_show_source (patch->show, "SRC 1", "Camera", "", "3G-SDI|3G-SDI");
  signal_show_source (patch->show, "SRC 2", "Camera", "", "3G-SDI");
  signal_show_device (patch->show, "E2", "SWITCHER", "3G-SDI|3G-SDI|3G-SDI|3G-SDI",
                      "3G-SDI|3G-SDI");
  signal_show_send (patch->show, "DST 1", "Screen", "", "3G-SDI");
  signal_show_connect (patch->show, "C 1", "SRC 1", "E2:IN 1");
  signal_show_connect (patch->show, "C 2", "SRC 1:2", "E2:IN 3");
  signal_show_connect (patch->show, "C 3", "SRC 2", "E2:IN 4");
  signal_show_connect (patch->show, "C 4", "E2:OUT 1", "DST 1");

  return patch;
}

static void
place (Patch *patch,
       GenlockSignalKind kind,
       const char *name,
       double x,
       double y,
       const char *view)
{
  g_autofree char *id = signal_id (name);
  GenlockSignalNode *node = genlock_signal_graph_get_node (patch->show->graph, kind, id);
  GenlockRecord *row = genlock_signal_place_make (node, SHOW_ID, x, y);

  genlock_record_set_text (row, GENLOCK_GRAPH_NODE_VIEW, view);
  g_ptr_array_add (patch->places, row);
}

/* All in one row, so that nothing lies on anything. */
static void
place_all (Patch *patch,
           const char *view)
{
  place (patch, GENLOCK_SIGNAL_SOURCE, "SRC 1", 0, 0, NULL);
  place (patch, GENLOCK_SIGNAL_SOURCE, "SRC 2", 0, 400, NULL);
  place (patch, GENLOCK_SIGNAL_DEVICE, "E2", 800, 0, view);
  place (patch, GENLOCK_SIGNAL_SEND, "DST 1", 1600, 0, NULL);
}

static void
make_scene (Patch *patch,
            gboolean hides_free,
            double stub_distance)
{
  g_clear_pointer (&patch->scene, genlock_patch_scene_free);
  patch->scene = genlock_patch_scene_new (patch->show->graph, patch->places);
  genlock_patch_scene_set_options (patch->scene,
                                   &(GenlockPatchOptions) { hides_free, stub_distance });
}

static GenlockPatchBox *
get_box (Patch *patch,
         const char *name)
{
  g_autofree char *id = signal_id (name);

  for (guint i = 0; i < patch->scene->boxes->len; i++)
    {
      GenlockPatchBox *box = patch->scene->boxes->pdata[i];

      if (g_str_equal (box->node->id, id))
        return box;
    }

  g_assert_not_reached ();
}

static GenlockPatchCable *
get_cable (Patch *patch,
           const char *name)
{
  g_autofree char *id = signal_id (name);

  for (guint i = 0; i < patch->scene->cables->len; i++)
    {
      GenlockPatchCable *cable = patch->scene->cables->pdata[i];

      if (g_str_equal (genlock_record_get_id (cable->link->row->record), id))
        return cable;
    }

  g_assert_not_reached ();
}

static guint
count_shown (const GenlockPatchBox *box)
{
  guint n = 0;

  for (guint i = 0; i < box->ports->len; i++)
    n += !g_array_index (box->ports, GenlockPatchPort, i).is_hidden;

  return n;
}

static void
test_hidden_ports (void)
{
  g_autoptr (Patch) patch = patch_new ();
  GenlockPatchBox *box;
  const GenlockPatchPort *third;
  GenlockPatchHit hit;
  double height;

  place_all (patch, NULL);
  make_scene (patch, FALSE, 0);
  box = get_box (patch, "E2");
  g_assert_cmpuint (count_shown (box), ==, 6);
  g_assert_cmpuint (box->n_hidden, ==, 0);
  height = box->height;

  make_scene (patch, TRUE, 0);
  box = get_box (patch, "E2");
  g_assert_cmpuint (count_shown (box), ==, 4);
  g_assert_cmpuint (box->n_hidden, ==, 2);
  g_assert_cmpfloat (box->height, <, height);
  g_assert_cmpfloat (box->height, ==, genlock_patch_snap (box->height));
  /* The third input has moved up to the second row, and no port that is hidden takes a cable. */
  third = &g_array_index (box->ports, GenlockPatchPort, 2);
  g_assert_cmpfloat (third->y, ==, GENLOCK_PATCH_HEAD + 1.5 * GENLOCK_PATCH_ROW);
  g_assert_true (genlock_patch_scene_hit (patch->scene, box->x + 4, box->y + third->y, 0, FALSE,
                                          &hit));
  g_assert_true (hit.port == third);
  g_assert_true (genlock_patch_scene_hit (patch->scene, box->x + 4,
                                          box->y + GENLOCK_PATCH_HEAD / 2.0, 0, FALSE, &hit));
  g_assert_null (hit.port);

  genlock_patch_scene_open_box (patch->scene, box, TRUE);
  g_assert_cmpuint (count_shown (box), ==, 6);
  genlock_patch_scene_open_box (patch->scene, box, FALSE);
  g_assert_cmpuint (count_shown (box), ==, 4);
}

/* What a box says itself counts more than what holds for all. */
static void
test_hidden_here (void)
{
  g_autoptr (Patch) patch = patch_new ();

  place_all (patch, "{\"hideUnconnected\":false}");
  make_scene (patch, TRUE, 0);
  g_assert_cmpuint (count_shown (get_box (patch, "E2")), ==, 6);
  g_assert_false (genlock_patch_scene_hides_free (patch->scene, get_box (patch, "E2")));

  genlock_record_set_text (patch->places->pdata[2], GENLOCK_GRAPH_NODE_VIEW,
                           "{\"hideUnconnected\":true}");
  make_scene (patch, FALSE, 0);
  g_assert_cmpuint (count_shown (get_box (patch, "E2")), ==, 4);
}

static void
test_collapsed (void)
{
  g_autoptr (Patch) patch = patch_new ();
  GenlockPatchBox *box;
  GenlockPatchPath path;

  place_all (patch, "{\"collapsed\":true}");
  make_scene (patch, FALSE, 0);
  box = get_box (patch, "E2");
  g_assert_true (box->is_collapsed);
  g_assert_cmpuint (count_shown (box), ==, 0);
  g_assert_cmpfloat (box->height, ==, GENLOCK_PATCH_HEAD);
  genlock_patch_cable_get_path (get_cable (patch, "C 3"), FALSE, &path);
  g_assert_cmpfloat (path.curves[0].x[3], ==, box->x);
  g_assert_cmpfloat (path.curves[0].y[3], ==, box->y + GENLOCK_PATCH_HEAD / 2.0);
}

/* Cards. */

static void
add_card (GenlockRecord *spec,
          const char *device,
          int slot,
          const char *direction)
{
  g_autofree char *card_name = g_strdup_printf ("%s card %d", device, slot);
  g_autofree char *card_id = signal_id (card_name);
  GenlockRecord *card = genlock_record_new_row (&genlock_equipment_cards, card_id);

  genlock_record_set_text (card, GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID,
                           genlock_record_get_id (spec));
  genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slot);
  genlock_record_set_text (card, GENLOCK_EQUIPMENT_CARD_LABEL, "Quad SDI");
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *port_name = g_strdup_printf ("%s port %d", card_name, i);
      g_autofree char *port_id = signal_id (port_name);
      g_autofree char *label = g_strdup_printf ("%d.%d", slot, i + 1);
      GenlockRecord *port = genlock_record_new_row (&genlock_equipment_card_io, port_id);

      genlock_record_set_text (port, GENLOCK_PORT_PARENT_ID, card_id);
      genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, direction);
      genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE, "3G-SDI");
      genlock_record_set_text (port, GENLOCK_PORT_LABEL, label);
      genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, i + 1);
      genlock_record_add_child (card, port);
    }
  genlock_record_add_child (spec, card);
}

static void
test_sections (void)
{
  g_autoptr (Patch) patch = patch_new ();
  GenlockRecord *spec = genlock_record_copy (signal_show_get (patch->show, "E2 spec"));
  const GenlockPatchBox *box;
  const GenlockPatchSection *sections;

  add_card (spec, "E2", 11, "OUTPUT");
  add_card (spec, "E2", 2, "INPUT");
  signal_show_put (patch->show, spec);
  place_all (patch, NULL);
  make_scene (patch, FALSE, 0);
  box = get_box (patch, "E2");
  sections = (const GenlockPatchSection *) box->sections->data;

  /* The frame first, then slot by slot; an input card stands beside an output card. */
  g_assert_cmpuint (box->sections->len, ==, 3);
  g_assert_null (sections[0].title);
  g_assert_true (g_str_has_prefix (sections[1].title, "Slot 2 "));
  g_assert_true (g_str_has_prefix (sections[2].title, "Slot 11 "));
  g_assert_cmpfloat (sections[1].y, ==, GENLOCK_PATCH_HEAD + 4.5 * GENLOCK_PATCH_ROW);
  g_assert_cmpfloat (sections[2].y, ==, GENLOCK_PATCH_HEAD + 2.5 * GENLOCK_PATCH_ROW);
  g_assert_cmpuint (box->n_inputs, ==, 6);
  g_assert_cmpstr (g_array_index (box->ports, GenlockPatchPort, 4).label, ==, "2.1");
  g_assert_cmpfloat (g_array_index (box->ports, GenlockPatchPort, 4).y, ==,
                     GENLOCK_PATCH_HEAD + 5.5 * GENLOCK_PATCH_ROW);

  /* Neither card has a cable. */
  make_scene (patch, TRUE, 0);
  box = get_box (patch, "E2");
  sections = (const GenlockPatchSection *) box->sections->data;
  g_assert_false (sections[1].has_inputs || sections[1].has_outputs);
  g_assert_cmpuint (box->n_hidden, ==, 6);
}

/* Stubs. */

static void
test_stubs (void)
{
  g_autoptr (Patch) patch = patch_new ();
  GenlockPatchCable *cable;
  GenlockPatchArea flag;
  GenlockPatchHit hit;
  g_autofree char *far = NULL;

  signal_show_set_text (patch->show, "C 1", GENLOCK_CONNECTION_VIEW, "{\"stub\":true}");
  place_all (patch, NULL);
  make_scene (patch, FALSE, 0);
  cable = get_cable (patch, "C 1");
  g_assert_true (cable->is_stub);
  g_assert_false (get_cable (patch, "C 2")->is_stub);
  far = genlock_patch_cable_dup_far_end (cable, GENLOCK_PATCH_FROM_END);
  g_assert_cmpstr (far, ==, "E2 · IN 1");

  /* Nothing is in the middle, and each end takes the pointer. */
  g_assert_false (genlock_patch_scene_hit (patch->scene, 512, 67, 4, FALSE, &hit));
  genlock_patch_cable_get_flag (cable, GENLOCK_PATCH_FROM_END, &flag);
  g_assert_true (genlock_patch_scene_hit (patch->scene, flag.x + 40, flag.y + 9, 4, FALSE, &hit));
  g_assert_true (hit.cable == cable);
  g_assert_cmpint (hit.stub, ==, GENLOCK_PATCH_FROM_END);
  genlock_patch_cable_get_flag (cable, GENLOCK_PATCH_TO_END, &flag);
  g_assert_cmpfloat (flag.x + flag.width, <, get_box (patch, "E2")->x);
  g_assert_true (genlock_patch_scene_hit (patch->scene, flag.x + 40, flag.y + 9, 4, FALSE, &hit));
  g_assert_cmpint (hit.stub, ==, GENLOCK_PATCH_TO_END);

  /* Folded it is not there, and the bundle counts only the other cable. */
  g_assert_false (genlock_patch_cable_is_shown (cable, TRUE));
  g_assert_cmpuint (get_cable (patch, "C 2")->n_bundled, ==, 1);
}

static void
test_long_stubs (void)
{
  g_autoptr (Patch) patch = patch_new ();

  signal_show_set_text (patch->show, "C 2", GENLOCK_CONNECTION_VIEW, "{\"stub\":false}");
  place_all (patch, NULL);
  make_scene (patch, FALSE, 500);
  g_assert_true (get_cable (patch, "C 1")->is_stub);
  g_assert_false (get_cable (patch, "C 2")->is_stub);
  g_assert_false (get_cable (patch, "C 4")->is_stub);
  make_scene (patch, FALSE, 5000);
  g_assert_false (get_cable (patch, "C 1")->is_stub);
}

/* Stubs at one port stand beside each other. */
static void
test_stubs_of_one_port (void)
{
  g_autoptr (Patch) patch = patch_new ();
  GenlockPatchArea one, other;

  signal_show_connect (patch->show, "C 5", "SRC 1", "E2:IN 2");
  signal_show_set_text (patch->show, "C 1", GENLOCK_CONNECTION_VIEW, "{\"stub\":true}");
  signal_show_set_text (patch->show, "C 5", GENLOCK_CONNECTION_VIEW, "{\"stub\":true}");
  place_all (patch, NULL);
  make_scene (patch, FALSE, 0);
  genlock_patch_cable_get_flag (get_cable (patch, "C 1"), GENLOCK_PATCH_FROM_END, &one);
  genlock_patch_cable_get_flag (get_cable (patch, "C 5"), GENLOCK_PATCH_FROM_END, &other);
  g_assert_false (genlock_patch_area_meets (&one, &other));
}

/* Waypoints. */

static void
test_waypoints (void)
{
  g_autoptr (Patch) patch = patch_new ();
  GenlockPatchCable *cable;
  GenlockPatchPath path;
  GenlockPatchHit hit;
  GenlockPatchBox *box;
  double x, y;

  signal_show_set_text (patch->show, "C 4", GENLOCK_CONNECTION_VIEW,
                        "{\"waypoints\":[{\"x\":1200,\"y\":800},[1400,800]]}");
  place_all (patch, NULL);
  make_scene (patch, FALSE, 0);
  cable = get_cable (patch, "C 4");
  genlock_patch_cable_get_path (cable, FALSE, &path);
  g_assert_cmpuint (path.n_curves, ==, 3);
  g_assert_cmpfloat (path.curves[1].x[0], ==, 1200);
  g_assert_cmpfloat (path.curves[1].y[3], ==, 800);
  g_assert_true (genlock_patch_scene_hit (patch->scene, 1300, 800, 40, FALSE, &hit));
  g_assert_true (hit.cable == cable);
  g_assert_true (genlock_patch_scene_hit (patch->scene, 1200, 800, 1, FALSE, &hit));

  /* A box that is moved alone leaves them; both together take them along. */
  box = get_box (patch, "E2");
  box->is_moving = TRUE;
  box->y += 80;
  genlock_patch_cable_get_waypoint (cable, 0, &x, &y);
  g_assert_cmpfloat (y, ==, 800);
  box = get_box (patch, "DST 1");
  box->is_moving = TRUE;
  box->y += 80;
  genlock_patch_cable_get_waypoint (cable, 0, &x, &y);
  g_assert_cmpfloat (x, ==, 1200);
  g_assert_cmpfloat (y, ==, 880);

  /* Folded it is one curve. */
  genlock_patch_cable_get_path (cable, TRUE, &path);
  g_assert_cmpuint (path.n_curves, ==, 1);
}

/* Groups. */

static void
test_groups (void)
{
  g_autoptr (Patch) patch = patch_new ();
  GenlockPatchCable *one, *other;
  GenlockPatchPath path, other_path;

  signal_show_set_text (patch->show, "C 1", GENLOCK_CONNECTION_LINK_GROUP, "Q");
  signal_show_set_text (patch->show, "C 2", GENLOCK_CONNECTION_LINK_GROUP, "Q");
  /* From another box, and alone in its group. */
  signal_show_set_text (patch->show, "C 3", GENLOCK_CONNECTION_LINK_GROUP, "Q");
  place_all (patch, NULL);
  make_scene (patch, FALSE, 0);
  one = get_cable (patch, "C 1");
  other = get_cable (patch, "C 2");
  g_assert_nonnull (one->lead);
  g_assert_true (one->lead == other->lead);
  g_assert_cmpuint (one->lead->n_grouped, ==, 2);
  g_assert_null (get_cable (patch, "C 3")->lead);
  g_assert_cmpuint (get_cable (patch, "C 3")->n_grouped, ==, 0);

  /* They begin and end at their ports and share the way between. */
  genlock_patch_cable_get_path (one, FALSE, &path);
  genlock_patch_cable_get_path (other, FALSE, &other_path);
  g_assert_cmpuint (path.n_shared, ==, 1);
  g_assert_cmpmem (&path.curves[1], sizeof (GenlockPatchCurve), &other_path.curves[1],
                   sizeof (GenlockPatchCurve));
  g_assert_cmpfloat (path.curves[2].y[3], ==, one->to->y + one->to_port->y);
  g_assert_cmpfloat (other_path.curves[2].y[3], ==, other->to->y + other->to_port->y);
}

/* What others may have written. */

static void
test_hostile (void)
{
  static const char * const views[] = {
    "nonsense", "[]", "{\"waypoints\":[[1e300,0],[null,1],{\"x\":\"NaN\"}]}",
    "{\"stub\":\"yes\"}", "{\"waypoints\":[[1000000,-1000000],[1000000,-1000000]]}",
  };
  g_autofree char *label = g_strnfill (10000, 'x');
  g_autoptr (Patch) patch = patch_new ();

  memcpy (label + 3, "\t\n\x01", 3);
  signal_show_set_text (patch->show, "SRC 1", GENLOCK_SOURCE_NAME, label);
  signal_show_set_text (patch->show, "C 1", GENLOCK_CONNECTION_CABLE_LABEL, label);
  signal_show_name_port (patch->show, "E2:IN 1", label);
  place (patch, GENLOCK_SIGNAL_SOURCE, "SRC 1", 1e300, -1e300, "{\"collapsed\":true}");
  place (patch, GENLOCK_SIGNAL_DEVICE, "E2", 1e6, -1e6, "{\"collapsed\":1}");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      signal_show_set_text (patch->show, "C 1", GENLOCK_CONNECTION_VIEW, views[i]);
      make_scene (patch, i % 2, i * 100);
      for (guint j = 0; j < patch->scene->cables->len; j++)
        {
          GenlockPatchArea area;

          genlock_patch_cable_get_area (patch->scene->cables->pdata[j], FALSE, &area);
          g_assert_true (isfinite (area.x) && isfinite (area.y));
          g_assert_true (isfinite (area.width) && isfinite (area.height));
        }
      g_assert_cmpint (g_utf8_strlen (get_box (patch, "SRC 1")->name, -1), <=,
                       GENLOCK_PATCH_MAX_LETTERS + 1);
      g_assert_null (strpbrk (get_box (patch, "SRC 1")->name, "\t\n\x01"));
      g_assert_cmpint (g_utf8_strlen (get_cable (patch, "C 1")->label, -1), <=,
                       GENLOCK_PATCH_MAX_LETTERS + 1);
      g_assert_cmpint (g_utf8_strlen (g_array_index (get_box (patch, "E2")->ports,
                                                     GenlockPatchPort, 0).label, -1), <=,
                       GENLOCK_PATCH_MAX_LETTERS + 1);
    }
}

static void
test_words (void)
{
  g_autofree char *none = genlock_patch_dup_words (NULL);
  g_autofree char *plain = genlock_patch_dup_words ("  SRC 1\n");
  g_autofree char *broken = genlock_patch_dup_words ("a\xff" "b\x7f" "c");

  g_assert_null (none);
  g_assert_cmpstr (plain, ==, "SRC 1");
  g_assert_cmpstr (broken, ==, "a\357\277\275b c");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patch-views/hidden-ports", test_hidden_ports);
  g_test_add_func ("/patch-views/hidden-here", test_hidden_here);
  g_test_add_func ("/patch-views/collapsed", test_collapsed);
  g_test_add_func ("/patch-views/sections", test_sections);
  g_test_add_func ("/patch-views/stubs", test_stubs);
  g_test_add_func ("/patch-views/long-stubs", test_long_stubs);
  g_test_add_func ("/patch-views/stubs-of-one-port", test_stubs_of_one_port);
  g_test_add_func ("/patch-views/waypoints", test_waypoints);
  g_test_add_func ("/patch-views/groups", test_groups);
  g_test_add_func ("/patch-views/hostile", test_hostile);
  g_test_add_func ("/patch-views/words", test_words);

  return g_test_run ();
}
