/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of frames: what their details say, what fits where, what a drop would do. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-slot-edit.h"
#include "frame-help.h"

typedef struct
{
  const char *specs;
  const char *message; /* a part of it */
} Bad;

static const Bad bad[] = {
  { "[]", "no JSON object" },
  { "{\"slots\":", "no JSON object" },
  { "{\"slots\":{}}", "slots: " },
  { "{\"slots\":[3]}", "slots[0]: " },
  { "{\"slots\":[{}]}", "slots[0].slot: " },
  { "{\"slots\":[{\"slot\":0}]}", "slots[0].slot: There is no slot 0" },
  { "{\"slots\":[{\"slot\":65}]}", "slots[0].slot: There is no slot 65" },
  { "{\"slots\":[{\"slot\":-1}]}", "slots[0].slot: There is no slot -1" },
  { "{\"slots\":[{\"slot\":\"1\"}]}", "slots[0].slot: " },
  { "{\"slots\":[{\"slot\":3,\"to\":2}]}", "slots[0].to: " },
  { "{\"slots\":[{\"slot\":1},{\"slot\":1}]}", "slots[1].slot: Slot 1 stands in another" },
  { "{\"slots\":[{\"slot\":1,\"families\":[]}]}", "slots[0].families: " },
  { "{\"slots\":[{\"slot\":1,\"families\":[1]}]}", "slots[0].families: " },
  { "{\"slots\":[{\"slot\":1,\"direction\":\"IN\"}]}", "slots[0].direction: " },
  { "{\"slots\":[{\"slot\":1,\"mayBeEmpty\":1}]}", "slots[0].mayBeEmpty: " },
  { "{\"slots\":[{\"slot\":1,\"parent\":1}]}", "Slot 1 is on a card" },
  { "{\"slots\":[{\"slot\":1,\"parent\":2},{\"slot\":2,\"parent\":3},{\"slot\":3,\"parent\":1}]}",
    "Slot 1 is on a card" },
  { "{\"cardTypes\":[{}]}", "cardTypes[0].label: " },
  { "{\"cardTypes\":[{\"label\":\"A\",\"ports\":[{}]}]}", "cardTypes[0].ports[0].portType: " },
  { "{\"cardTypes\":[{\"label\":\"A\",\"ports\":[{\"portType\":\"INPUT\"}]}]}",
    "cardTypes[0].ports[0].ioType: " },
  { "{\"cardTypes\":[{\"label\":\"A\",\"ports\":[{\"portType\":\"INPUT\",\"ioType\":\"SDI\","
    "\"labels\":\"[1-\"}]}]}", "cardTypes[0].ports[0].labels: " },
  { "{\"cardTypes\":[{\"label\":\"A\",\"ports\":[{\"portType\":\"INPUT\",\"ioType\":\"SDI\","
    "\"labels\":\"[1-1000]\"}]}]}", "more than 256 ports" },
};

static void
test_bad_rules (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GenlockRecord) frame = frame_help_make (4, bad[i].specs);
      g_autoptr (GenlockSlotPlan) plan = NULL;

      g_assert_null (genlock_slot_rules_read (bad[i].specs, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, bad[i].message) == NULL)
        g_error ("“%s” does not have “%s”", error->message, bad[i].message);

      /* A frame with such details is no crash and has no rules. */
      plan = genlock_slot_plan_new (frame);
      g_assert_cmpstr (genlock_slot_plan_get_problem (plan), ==, error->message);
      g_assert_cmpuint (genlock_slot_plan_get_n_slots (plan), ==, 4);
      g_assert_null (genlock_slot_plan_get_slot (plan, 1)->rule->families);
    }
}

/* Details that went wrong on their way: read or refused, never more. */
static void
test_mutated_rules (void)
{
  static const char bytes[] = "{}[]\",:0-169aINPUT";

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *specs = g_strdup (frame_help_rules);
      guint n_changes = g_test_rand_int_range (1, 5);
      g_autoptr (GError) error = NULL;
      g_autoptr (GenlockSlotRules) rules = NULL;
      g_autofree char *written = NULL;

      for (guint i = 0; i < n_changes; i++)
        specs[g_test_rand_int_range (0, (int) strlen (specs))] =
          bytes[g_test_rand_int_range (0, (int) sizeof bytes - 1)];

      rules = genlock_slot_rules_read (specs, &error);
      g_assert_true ((rules == NULL) == (error != NULL));
      if (rules == NULL)
        continue;

      written = genlock_slot_rules_write (rules, specs, &error);
      g_assert_no_error (error);
    }
}

static void
test_rules_round_trip (void)
{
  const char *specs = "{\"cardTypes\":[],\"library\":{\"id\":\"a/b\"},\"slots\":[],\"z\":[1]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSlotRules) rules = genlock_slot_rules_read (frame_help_rules, &error);
  g_autoptr (GenlockSlotRules) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (rules->n_slots, ==, 6);
  g_assert_cmpint (rules->slots[1].direction, ==, GENLOCK_SLOT_INPUT);
  g_assert_cmpstr (rules->slots[3].families[0], ==, "out");
  g_assert_false (rules->slots[4].may_be_empty);
  g_assert_cmpuint (rules->slots[5].parent, ==, 5);
  g_assert_cmpuint (rules->card_types->len, ==, 2);

  written = genlock_slot_rules_write (rules, specs, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (written, "\"library\":{\"id\":\"a/b\"}"));
  g_assert_nonnull (strstr (written, "\"z\":[1]"));

  again = genlock_slot_rules_read (written, &error);
  g_assert_no_error (error);
  twice = genlock_slot_rules_write (again, specs, &error);
  g_assert_cmpstr (twice, ==, written);
}

static void
test_slots (void)
{
  g_autoptr (GenlockRecord) frame = frame_help_make (6, frame_help_rules);
  g_autoptr (GenlockSlotPlan) plan = NULL;
  g_autofree char *full = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *needed = NULL;
  g_autofree char *summary = NULL;

  frame_help_add_card (frame, 1, "INPUT", 4, 0);
  frame_help_add_card (frame, 3, "My outputs", 0, 4);
  frame_help_add_card (frame, 0, "Spare", 1, 1);
  frame_help_add_card (frame, 1, "Second", 1, 0);
  plan = genlock_slot_plan_new (frame);

  g_assert_null (genlock_slot_plan_get_problem (plan));
  g_assert_cmpuint (genlock_slot_plan_get_unplaced (plan)->len, ==, 2);
  g_assert_cmpuint (genlock_slot_plan_get_highest (plan), ==, 3);
  /* By its label, by its ports. */
  g_assert_cmpstr (genlock_slot_plan_get_slot (plan, 3)->family, ==, "out");

  full = genlock_slot_plan_dup_description (plan, 3);
  g_assert_cmpstr (full, ==, "Slot 3 of 6, My outputs, 4 outputs");
  empty = genlock_slot_plan_dup_description (plan, 2);
  g_assert_cmpstr (empty, ==, "Slot 2 of 6, empty");
  needed = genlock_slot_plan_dup_description (plan, 5);
  g_assert_cmpstr (needed, ==, "Slot 5 (CTRL) of 6, empty, needs a card");
  summary = genlock_slot_plan_dup_summary (plan);
  g_assert_cmpstr (summary, ==, "6 slots, 2 cards, 6 inputs, 5 outputs");
}

static void
test_takes (void)
{
  g_autoptr (GenlockRecord) frame = frame_help_make (6, frame_help_rules);
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
  g_autoptr (GenlockCardType) input = frame_help_make_type ("Input", "in", 4, 0);
  g_autoptr (GenlockCardType) strange = frame_help_make_type ("Other", "x", 4, 0);
  g_autoptr (GenlockCardType) unknown = frame_help_make_type ("Any", NULL, 2, 0);
  g_autoptr (GenlockCardType) both = frame_help_make_type ("Both", NULL, 2, 2);
  g_autofree char *family = NULL;
  g_autofree char *direction = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *missing = NULL;

  g_assert_true (genlock_slot_plan_takes (plan, 1, input, NULL));
  g_assert_true (genlock_slot_plan_takes (plan, 1, unknown, NULL));
  g_assert_true (genlock_slot_plan_takes (plan, 5, strange, NULL));
  g_assert_false (genlock_slot_plan_takes (plan, 2, strange, &family));
  g_assert_nonnull (strstr (family, "family in"));
  g_assert_false (genlock_slot_plan_takes (plan, 1, both, &direction));
  g_assert_nonnull (strstr (direction, "2 outputs"));
  g_assert_false (genlock_slot_plan_takes (plan, 6, unknown, &parent));
  g_assert_nonnull (strstr (parent, "slot 5"));
  g_assert_false (genlock_slot_plan_takes (plan, 7, input, &missing));
  g_assert_nonnull (strstr (missing, "6 slots"));
}

static void
check_drop (GenlockDrop *owned,
            GenlockDropKind kind,
            gboolean is_refused,
            guint n_ops)
{
  g_autoptr (GenlockDrop) drop = owned;
  g_autoptr (GenlockBatch) batch = genlock_drop_build (drop);

  g_assert_cmpint (drop->kind, ==, kind);
  g_assert_cmpint (drop->is_refused, ==, is_refused);
  g_assert_cmpint (drop->text != NULL, ==, is_refused || kind != GENLOCK_DROP_NOTHING);
  g_assert_cmpuint (batch != NULL ? genlock_batch_get_length (batch) : 0, ==, n_ops);
}

static void
test_drops (void)
{
  g_autoptr (GenlockRecord) frame = frame_help_make (6, frame_help_rules);
  const char *first = frame_help_add_card (frame, 1, "Input", 4, 0);
  const char *second = frame_help_add_card (frame, 2, "Input", 4, 0);
  const char *free_one = frame_help_add_card (frame, 5, "Thing", 1, 1);
  const char *spare = frame_help_add_card (frame, 0, "Input", 4, 0);
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
  g_autoptr (GenlockCardType) output = frame_help_make_type ("Output", "out", 0, 4);

  check_drop (genlock_drop_type (plan, output, 3), GENLOCK_DROP_PLACE, FALSE, 1);
  check_drop (genlock_drop_type (plan, output, 5), GENLOCK_DROP_REPLACE, FALSE, 2);
  check_drop (genlock_drop_type (plan, output, 1), GENLOCK_DROP_NOTHING, TRUE, 0);
  check_drop (genlock_drop_card (plan, first, 1), GENLOCK_DROP_NOTHING, FALSE, 0);
  check_drop (genlock_drop_card (plan, first, 2), GENLOCK_DROP_SWAP, FALSE, 2);
  check_drop (genlock_drop_card (plan, first, 6), GENLOCK_DROP_MOVE, FALSE, 1);
  check_drop (genlock_drop_card (plan, first, 0), GENLOCK_DROP_REMOVE, FALSE, 1);
  /* It would fit, but the other one not in its place. */
  check_drop (genlock_drop_card (plan, second, 5), GENLOCK_DROP_NOTHING, TRUE, 0);
  check_drop (genlock_drop_card (plan, free_one, 1), GENLOCK_DROP_NOTHING, TRUE, 0);
  check_drop (genlock_drop_card (plan, spare, 1), GENLOCK_DROP_SWAP, FALSE, 2);
  check_drop (genlock_drop_set_aside (plan, first), GENLOCK_DROP_MOVE, FALSE, 1);
  check_drop (genlock_drop_card (plan, "gone", 1), GENLOCK_DROP_NOTHING, TRUE, 0);
}

static void
test_fill (void)
{
  g_autoptr (GenlockRecord) frame = frame_help_make (6, frame_help_rules);
  g_autoptr (GenlockSlotPlan) plan = NULL;
  g_autoptr (GenlockCardType) input = frame_help_make_type ("Input", "in", 4, 0);
  g_autoptr (GenlockFill) fill = NULL;
  g_autoptr (GenlockBatch) batch = NULL;

  frame_help_add_card (frame, 2, "Input", 4, 0);
  plan = genlock_slot_plan_new (frame);
  fill = genlock_fill_new (plan, input, 6, 1);
  g_assert_cmpstr (fill->text, ==, "Fills 2 slots, leaves 4 as they are");
  g_assert_cmpuint (g_array_index (fill->slots, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (fill->slots, guint, 1), ==, 5);
  g_assert_cmpuint (g_array_index (fill->skipped, GenlockSlotSkip, 0).slot, ==, 2);
  batch = genlock_fill_build (fill);
  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 2);
}

static void
test_resize (void)
{
  g_autoptr (GenlockRecord) frame = frame_help_make (10, NULL);
  g_autoptr (GenlockSlotPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *refusal = NULL;
  g_autofree char *moves = NULL;

  frame_help_add_card (frame, 1, "A", 1, 0);
  frame_help_add_card (frame, 9, "B", 1, 0);
  frame_help_add_card (frame, 10, "C", 1, 0);
  plan = genlock_slot_plan_new (frame);

  g_assert_null (genlock_resize_build (plan, 0, GENLOCK_RESIZE_MOVE, NULL));
  g_assert_null (genlock_resize_build (plan, 65, GENLOCK_RESIZE_MOVE, NULL));
  g_assert_null (genlock_resize_build (plan, 2, GENLOCK_RESIZE_REFUSE, &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED);
  refusal = genlock_resize_describe (plan, 2, GENLOCK_RESIZE_REFUSE);
  g_assert_cmpstr (refusal, ==, error->message);
  g_assert_nonnull (strstr (refusal, "up to slot 10"));
  moves = genlock_resize_describe (plan, 2, GENLOCK_RESIZE_MOVE);
  g_assert_cmpstr (moves, ==, "“B” moves from slot 9 to slot 2. “C” in slot 10 is set aside: no "
                   "free slot takes it.");
  g_assert_null (genlock_resize_describe (plan, 10, GENLOCK_RESIZE_REFUSE));
}

/* An answer about the cards in the way is not about one that came there later. */
static void
test_resize_again (void)
{
  g_autoptr (GenlockRecord) frame = frame_help_make (6, NULL);
  g_autoptr (GenlockRecord) other = NULL;
  g_autoptr (GenlockSlotPlan) asked = NULL;
  g_autoptr (GenlockSlotPlan) now = NULL;
  g_autoptr (GenlockSlotPlan) full = NULL;

  frame_help_add_card (frame, 6, "Six", 1, 0);
  asked = genlock_slot_plan_new (frame);
  other = genlock_record_copy (frame);
  now = genlock_slot_plan_new (other);
  g_assert_true (genlock_resize_is_same (asked, now, 4));

  /* Below the number a card matters where another one would have gone. */
  frame_help_add_card (other, 1, "One", 1, 0);
  full = genlock_slot_plan_new (other);
  g_assert_false (genlock_resize_is_same (asked, full, 4));
  g_clear_pointer (&now, genlock_slot_plan_unref);
  frame_help_add_card (other, 5, "Five", 1, 0);
  now = genlock_slot_plan_new (other);
  g_assert_false (genlock_resize_is_same (full, now, 4));
  g_assert_true (genlock_resize_is_same (full, now, 5));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slot-plan/bad-rules", test_bad_rules);
  g_test_add_func ("/slot-plan/mutated-rules", test_mutated_rules);
  g_test_add_func ("/slot-plan/rules-round-trip", test_rules_round_trip);
  g_test_add_func ("/slot-plan/slots", test_slots);
  g_test_add_func ("/slot-plan/takes", test_takes);
  g_test_add_func ("/slot-plan/drops", test_drops);
  g_test_add_func ("/slot-plan/fill", test_fill);
  g_test_add_func ("/slot-plan/resize-again", test_resize_again);
  g_test_add_func ("/slot-plan/resize", test_resize);

  return g_test_run ();
}
