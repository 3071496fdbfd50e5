/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a gesture on cards is said to mean for cables, before it happens. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-slot-edit.h"
#include "frame-help.h"
#include "show-help.h"

typedef struct
{
  GenlockRecord *spec; /* owned */
  GenlockSlotPlan *plan; /* owned */
  GenlockSpecUsage *usage; /* owned */
  char *first; /* owned: the card in slot 1, with two cables */
  char *second; /* owned: the card in slot 2, with one */
  char *third; /* owned: the card in slot 3, with none */
} Frame;

static void
set_up_frame (StoreFixture *fixture,
              Frame *frame)
{
  frame->spec = make_frame (SPEC, "Old", 4);
  frame->first = g_strdup (frame_help_add_card (frame->spec, 1, "A", 3, 0));
  frame->second = g_strdup (frame_help_add_card (frame->spec, 2, "B", 0, 1));
  frame->third = g_strdup (frame_help_add_card (frame->spec, 3, "C", 0, 2));
  insert (fixture, genlock_record_ref (frame->spec));
  set_up_show (fixture);
  connect (fixture, FIRST_CABLE, DEVICE, port_id (frame->spec, "IN 1"), NULL, TRUE);
  connect (fixture, FIRST_CABLE + 1, OTHER_DEVICE, port_id (frame->spec, "IN 3"), NULL, TRUE);
  connect (fixture, FIRST_CABLE + 2, DEVICE, NULL, port_id (frame->spec, "OUT 1"), FALSE);
  frame->plan = genlock_slot_plan_new (frame->spec);
  frame->usage = read_usage (fixture, 3);
}

static void
clear_frame (Frame *frame)
{
  genlock_slot_plan_unref (frame->plan);
  genlock_spec_usage_unref (frame->usage);
  genlock_record_unref (frame->spec);
  g_free (frame->first);
  g_free (frame->second);
  g_free (frame->third);
}

/* @drop: (transfer full) */
static void
assert_says (Frame *frame,
             GenlockDrop *drop,
             const char *words)
{
  g_autofree char *said = genlock_drop_dup_cables (drop, frame->usage);

  g_assert_false (drop->is_refused);
  g_assert_cmpstr (said, ==, words);
  genlock_drop_free (drop);
}

static void
test_moves (StoreFixture *fixture,
            gconstpointer data)
{
  Frame frame;

  set_up_frame (fixture, &frame);
  assert_says (&frame, genlock_drop_card (frame.plan, frame.first, 4), "2 cables stay on it");
  assert_says (&frame, genlock_drop_card (frame.plan, frame.second, 4), "1 cable stays on it");
  assert_says (&frame, genlock_drop_card (frame.plan, frame.third, 4), NULL);
  assert_says (&frame, genlock_drop_set_aside (frame.plan, frame.first), "2 cables stay on it");
  assert_says (&frame, genlock_drop_card (frame.plan, frame.first, 2),
               "3 cables stay on their cards");
  assert_says (&frame, genlock_drop_card (frame.plan, frame.third, 2),
               "1 cable stays on its card");
  /* Where it is. */
  assert_says (&frame, genlock_drop_card (frame.plan, frame.first, 1), NULL);
  clear_frame (&frame);
}

static void
test_removals (StoreFixture *fixture,
               gconstpointer data)
{
  Frame frame;

  set_up_frame (fixture, &frame);
  assert_says (&frame, genlock_drop_card (frame.plan, frame.first, 0), "2 cables end on it");
  assert_says (&frame, genlock_drop_card (frame.plan, frame.second, 0), "1 cable ends on it");
  assert_says (&frame, genlock_drop_card (frame.plan, frame.third, 0), NULL);
  clear_frame (&frame);
}

static void
test_replacements (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GenlockCardType) same = frame_help_make_type ("D", NULL, 3, 0);
  g_autoptr (GenlockCardType) small = frame_help_make_type ("E", NULL, 1, 0);
  g_autoptr (GenlockCardType) other = frame_help_make_type ("F", NULL, 0, 2);
  Frame frame;

  set_up_frame (fixture, &frame);
  assert_says (&frame, genlock_drop_type (frame.plan, same, 1), "2 cables land on new ports");
  assert_says (&frame, genlock_drop_type (frame.plan, small, 1),
               "1 cable lands on a new port, 1 port is left over");
  assert_says (&frame, genlock_drop_type (frame.plan, other, 1),
               "2 ports are left over");
  assert_says (&frame, genlock_drop_type (frame.plan, same, 3), NULL);
  assert_says (&frame, genlock_drop_type (frame.plan, same, 4), NULL);
  clear_frame (&frame);
}

/* What was said is what is: a card that changes its slot takes its cables along. */
static void
test_cables_follow (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GenlockDrop) swap = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  g_autofree char *input = NULL;
  Frame frame;

  set_up_frame (fixture, &frame);
  was = dump (fixture);
  input = g_strdup (port_id (frame.spec, "IN 1"));
  swap = genlock_drop_card (frame.plan, frame.first, 2);
  apply_quietly (fixture, genlock_drop_build (swap));
  g_assert_cmpstr (say (fixture, &genlock_connections, FIRST_CABLE,
                        GENLOCK_CONNECTION_DESTINATION_INPUT), ==, input);
  g_assert_cmpint (ask (fixture, "SELECT slot_number FROM equipment_cards WHERE label = 'A'"), ==,
                   2);
  undo_quietly (fixture);
  is = dump (fixture);
  g_assert_cmpstr (is, ==, was);
  clear_frame (&frame);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test ("/slot-cables/moves", test_moves);
  store_test ("/slot-cables/removals", test_removals);
  store_test ("/slot-cables/replacements", test_replacements);
  store_test ("/slot-cables/cables-follow", test_cables_follow);

  return g_test_run ();
}
