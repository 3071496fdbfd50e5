/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of gestures on slots in a real database: races, undo, one card per slot whatever comes. */

#include "config.h"

#include "core/model/genlock-model-error.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/store/genlock-load.h"
#include "equipment/genlock-slot-edit.h"
#include "equipment/genlock-spec-edit.h"
#include "frame-help.h"
#include "store-fixture.h"

/* (transfer full): a frame that is in the database, with cards in slots 1 and 2. */
static GenlockRecord *
set_up_frame (StoreFixture *fixture)
{
  g_autoptr (GenlockRecord) frame = frame_help_make (6, NULL);
  g_autoptr (GError) error = NULL;
  GenlockRecord *loaded;

  frame_help_add_card (frame, 1, "One", 2, 0);
  frame_help_add_card (frame, 2, "Two", 0, 2);
  insert (fixture, genlock_record_ref (frame));
  loaded = genlock_load_row (fixture->database, &genlock_equipment_specs,
                             genlock_record_get_id (frame), NULL, &error);
  g_assert_no_error (error);

  return loaded;
}

static void
reload (StoreFixture *fixture,
        GenlockRecord **frame)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockRecord) before = *frame;

  *frame = genlock_load_row (fixture->database, &genlock_equipment_specs,
                             genlock_record_get_id (before), NULL, &error);
  g_assert_no_error (error);
}

/* "One@1 Two@2" */
static char *
dup_cards (GenlockRecord *frame)
{
  g_autoptr (GPtrArray) cards = genlock_ports_list_cards (frame);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    g_string_append_printf (text, "%s%s@%d", i > 0 ? " " : "",
                            genlock_record_get_name (cards->pdata[i]),
                            (int) genlock_record_get_int (cards->pdata[i],
                                                          GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER));

  return g_string_free (text, FALSE);
}

static void
assert_cards (StoreFixture *fixture,
              GenlockRecord **frame,
              const char *expected)
{
  g_autofree char *cards = NULL;

  reload (fixture, frame);
  cards = dup_cards (*frame);
  g_assert_cmpstr (cards, ==, expected);
}

/* (transfer full): what dropping the card in slot @from on @to builds. */
static GenlockBatch *
build_drop (GenlockRecord *frame,
            guint from,
            guint to)
{
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
  const GenlockSlot *slot = genlock_slot_plan_get_slot (plan, from);
  g_autoptr (GenlockDrop) drop = genlock_drop_card (plan, genlock_record_get_id (slot->card), to);

  return genlock_drop_build (drop);
}

/* (transfer full): the same for a new card. */
static GenlockBatch *
build_place (GenlockRecord *frame,
             const char *label,
             guint to)
{
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
  g_autoptr (GenlockCardType) type = frame_help_make_type (label, NULL, 3, 1);
  g_autoptr (GenlockDrop) drop = genlock_drop_type (plan, type, to);

  return genlock_drop_build (drop);
}

static void
test_gestures (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);

  apply_quietly (fixture, build_drop (frame, 1, 2));
  assert_cards (fixture, &frame, "Two@1 One@2");
  undo_quietly (fixture);
  assert_cards (fixture, &frame, "One@1 Two@2");

  apply_quietly (fixture, build_drop (frame, 1, 6));
  assert_cards (fixture, &frame, "Two@2 One@6");
  undo_quietly (fixture);

  apply_quietly (fixture, build_place (frame, "New", 2));
  assert_cards (fixture, &frame, "One@1 New@2");
  undo_quietly (fixture);
  assert_cards (fixture, &frame, "One@1 Two@2");

  apply_quietly (fixture, build_drop (frame, 2, 0));
  assert_cards (fixture, &frame, "One@1");
  undo_quietly (fixture);
  assert_cards (fixture, &frame, "One@1 Two@2");
}

/* Two people saw the same empty slot. */
static void
test_race (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  GenlockBatch *mine = build_place (frame, "Mine", 3);
  GenlockBatch *theirs = build_place (frame, "Theirs", 3);
  GenlockBatch *moved = build_drop (frame, 1, 3);

  apply_quietly (fixture, theirs);
  refuse (fixture, mine, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);
  refuse (fixture, moved, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);
  assert_cards (fixture, &frame, "One@1 Two@2 Theirs@3");
}

/* The card comes back, but its slot is somebody else's by now. */
static void
test_undo_of_taken (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  g_autoptr (GenlockChanges) removed = apply (fixture, build_drop (frame, 1, 0));
  g_autoptr (GenlockChanges) moved = NULL;
  g_autoptr (GenlockChanges) back = NULL;

  assert_cards (fixture, &frame, "Two@2");
  apply_quietly (fixture, build_place (frame, "New", 1));
  back = undo (fixture, genlock_changes_get_step (removed));
  g_assert_cmpuint (genlock_changes_get_n_left (back), ==, 1);
  assert_cards (fixture, &frame, "New@1 Two@2 One@0");

  moved = apply (fixture, build_drop (frame, 2, 4));
  reload (fixture, &frame);
  apply_quietly (fixture, build_place (frame, "Other", 2));
  g_clear_pointer (&back, genlock_changes_unref);
  back = undo (fixture, genlock_changes_get_step (moved));
  g_assert_cmpuint (genlock_changes_get_n_left (back), >, 0);
  assert_cards (fixture, &frame, "New@1 Other@2 One@0 Two@0");
}

/* The frame shrinks back by undo, but somebody has put a card into one of the slots. */
static void
test_undo_of_growth (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
  g_autoptr (GenlockChanges) grown =
    apply (fixture, genlock_resize_build (plan, 10, GENLOCK_RESIZE_REFUSE, NULL));
  g_autoptr (GenlockChanges) back = NULL;

  reload (fixture, &frame);
  apply_quietly (fixture, build_place (frame, "High", 9));
  back = undo (fixture, genlock_changes_get_step (grown));
  g_assert_cmpuint (genlock_changes_get_n_left (back), ==, 1);
  assert_cards (fixture, &frame, "One@1 Two@2 High@9");
  g_assert_cmpint (genlock_record_get_int (frame, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS), ==, 10);
}

static void
test_resize (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  g_autoptr (GenlockSlotPlan) plan = NULL;

  apply_quietly (fixture, build_drop (frame, 2, 6));
  reload (fixture, &frame);
  plan = genlock_slot_plan_new (frame);
  apply_quietly (fixture, genlock_resize_build (plan, 2, GENLOCK_RESIZE_MOVE, NULL));
  assert_cards (fixture, &frame, "One@1 Two@2");
  undo_quietly (fixture);
  assert_cards (fixture, &frame, "One@1 Two@6");

  apply_quietly (fixture, genlock_resize_build (plan, 1, GENLOCK_RESIZE_MOVE, NULL));
  assert_cards (fixture, &frame, "One@1 Two@0");
  undo_quietly (fixture);

  apply_quietly (fixture, genlock_resize_build (plan, 1, GENLOCK_RESIZE_REMOVE, NULL));
  assert_cards (fixture, &frame, "One@1");
  undo_quietly (fixture);
  assert_cards (fixture, &frame, "One@1 Two@6");
}

static void
test_fill (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
  g_autoptr (GenlockCardType) type = frame_help_make_type ("X", NULL, 1, 0);
  g_autoptr (GenlockFill) fill = genlock_fill_new (plan, type, 1, 6);
  g_auto (GenlockStep) step = { 0 };
  g_autoptr (GError) error = NULL;

  apply_quietly (fixture, genlock_fill_build (fill));
  assert_cards (fixture, &frame, "One@1 Two@2 X@3 X@4 X@5 X@6");
  g_assert_true (genlock_undo_peek (fixture->database, FALSE, &step, &error));
  g_assert_cmpstr (step.verb, ==, "FILL");
  g_assert_cmpuint (step.n_rows, ==, 4);
  undo_quietly (fixture);
  assert_cards (fixture, &frame, "One@1 Two@2");
}

/* A card of a family that the frame does not know yet is checked from then on. */
static void
test_new_family (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
  g_autoptr (GenlockCardType) type = frame_help_make_type ("Strange", "weird", 5, 0);
  g_autoptr (GenlockDrop) drop = genlock_drop_type (plan, type, 4);
  g_autoptr (GenlockSlotPlan) after = NULL;

  apply_quietly (fixture, genlock_drop_build (drop));
  reload (fixture, &frame);
  after = genlock_slot_plan_new (frame);
  g_assert_cmpstr (genlock_slot_plan_get_slot (after, 4)->family, ==, "weird");
  g_assert_cmpuint (genlock_slot_plan_get_card_types (after)->len, ==, 1);
}

/* So are several that are filled in at once. */
static void
test_fill_new_family (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
  g_autoptr (GenlockCardType) type = frame_help_make_type ("Strange", "weird", 5, 3);
  g_autoptr (GenlockFill) fill = genlock_fill_new (plan, type, 3, 4);
  g_autoptr (GenlockSlotPlan) after = NULL;

  apply_quietly (fixture, genlock_fill_build (fill));
  reload (fixture, &frame);
  after = genlock_slot_plan_new (frame);
  g_assert_cmpstr (genlock_slot_plan_get_slot (after, 3)->family, ==, "weird");
  g_assert_cmpstr (genlock_slot_plan_get_slot (after, 4)->family, ==, "weird");
  undo_quietly (fixture);
  assert_cards (fixture, &frame, "One@1 Two@2");
}

/* The first edit of a shipped entry brings the entry. */
static void
test_adopt (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = frame_help_make (4, NULL);
  g_autoptr (GenlockSlotPlan) plan = NULL;
  g_autoptr (GenlockDrop) drop = NULL;
  const char *card = frame_help_add_card (frame, 1, "One", 2, 0);

  frame_help_add_card (frame, 2, "Two", 2, 0);
  plan = genlock_slot_plan_new (frame);
  drop = genlock_drop_card (plan, card, 2);
  apply_quietly (fixture, genlock_spec_adopt_build (frame, genlock_drop_build (drop)));
  assert_cards (fixture, &frame, "Two@1 One@2");

  undo_quietly (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM equipment_cards WHERE is_deleted = 0"), ==,
                   0);
}

static void
test_remove_several (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
  g_autoptr (GPtrArray) leaving = genlock_resize_list_leaving (plan, 1);
  const char *ids[] = {
    genlock_record_get_id (genlock_slot_plan_get_slot (plan, 1)->card),
    genlock_record_get_id (genlock_slot_plan_get_slot (plan, 2)->card),
    "gone",
    NULL,
  };

  g_assert_cmpuint (leaving->len, ==, 1);
  g_assert_true (leaving->pdata[0] == genlock_slot_plan_get_slot (plan, 2)->card);
  g_assert_null (genlock_card_remove_build (plan, ids + 2));
  apply_quietly (fixture, genlock_card_remove_build (plan, ids));
  assert_cards (fixture, &frame, "");
  undo_quietly (fixture);
  assert_cards (fixture, &frame, "One@1 Two@2");
}

/* What no gesture may bring: the store's word. */
static void
test_store_refuses (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  const int slots[] = { 0, -1, 65, 7, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      GenlockBatch *batch = genlock_batch_new ("ADD");
      GenlockRecord *card = genlock_record_new_row (&genlock_equipment_cards, NULL);
      gboolean is_bound = slots[i] < 1 || slots[i] > GENLOCK_SLOTS_MAX;

      genlock_record_set_text (card, GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID,
                               genlock_record_get_id (frame));
      genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slots[i]);
      genlock_batch_insert (batch, card);
      if (is_bound)
        refuse (fixture, batch, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_RANGE);
      else
        refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);
    }

  assert_cards (fixture, &frame, "One@1 Two@2");
}

/* Whatever is dropped where: no slot has two cards, and undo goes all the way back. */
static void
test_random (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockRecord) frame = set_up_frame (fixture);
  g_autofree char *first = dup_cards (frame);
  guint n_steps = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (frame);
      guint from = g_test_rand_int_range (1, 7);
      guint to = g_test_rand_int_range (0, 7);
      const GenlockSlot *slot = genlock_slot_plan_get_slot (plan, from);
      GenlockBatch *batch = NULL;

      if (g_test_rand_int_range (0, 3) == 0)
        batch = build_place (frame, "R", MAX (to, 1));
      else if (slot->card != NULL)
        batch = build_drop (frame, from, to);

      if (batch == NULL)
        continue;

      apply_quietly (fixture, batch);
      n_steps++;
      reload (fixture, &frame);
      g_assert_cmpint (ask (fixture, "SELECT count(*) FROM (SELECT 1 FROM equipment_cards "
                            "WHERE is_deleted = 0 AND slot_number IS NOT NULL "
                            "GROUP BY equipment_id, slot_number HAVING count(*) > 1)"),
                       ==, 0);
    }

  while (n_steps-- > 0)
    undo_quietly (fixture);

  assert_cards (fixture, &frame, first);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test ("/slot-store/gestures", test_gestures);
  store_test ("/slot-store/race", test_race);
  store_test ("/slot-store/undo-of-taken", test_undo_of_taken);
  store_test ("/slot-store/undo-of-growth", test_undo_of_growth);
  store_test ("/slot-store/resize", test_resize);
  store_test ("/slot-store/fill", test_fill);
  store_test ("/slot-store/fill-new-family", test_fill_new_family);
  store_test ("/slot-store/new-family", test_new_family);
  store_test ("/slot-store/adopt", test_adopt);
  store_test ("/slot-store/remove-several", test_remove_several);
  store_test ("/slot-store/store-refuses", test_store_refuses);
  store_test ("/slot-store/random", test_random);

  return g_test_run ();
}
