/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what an import refuses: each with the place where it stands. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-equipment-check.h"
#include "frame-help.h"

static void
assert_refused (GenlockRecord *frame,
                int code,
                const char *begin)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (genlock_equipment_check (frame, &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, code);
  if (!g_str_has_prefix (error->message, begin))
    g_error ("“%s” does not begin with “%s”", error->message, begin);
}

/* A frame with a card in slot 1 and one in @slot. */
static GenlockRecord *
make_frame (int slot)
{
  GenlockRecord *frame = frame_help_make (6, frame_help_rules);
  GPtrArray *cards;

  frame_help_add_card (frame, 1, "Input", 4, 0);
  frame_help_add_card (frame, 2, "Any", 1, 0);
  cards = genlock_record_get_children (frame, &genlock_equipment_cards);
  genlock_record_set_int (cards->pdata[1], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slot);

  return frame;
}

static void
test_slots (void)
{
  const int wrong[] = { 0, -3, 65, 1000000 };
  g_autoptr (GenlockRecord) good = make_frame (2);
  g_autoptr (GenlockRecord) twice = make_frame (1);
  g_autoptr (GenlockRecord) above = make_frame (7);
  g_autoptr (GenlockRecord) misfit = make_frame (3);
  g_autoptr (GenlockRecord) orphan = make_frame (6);
  g_autoptr (GError) error = NULL;

  g_assert_true (genlock_equipment_check (good, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GenlockRecord) frame = make_frame (wrong[i]);
      g_autofree char *begin = g_strdup_printf ("cards[1].slotNumber: There is no slot %d.",
                                                wrong[i]);

      assert_refused (frame, GENLOCK_EQUIPMENT_ERROR_RULES, begin);
    }

  assert_refused (twice, GENLOCK_EQUIPMENT_ERROR_RULES,
                  "cards[1].slotNumber: Slot 1 is that of cards[0] already.");
  assert_refused (above, GENLOCK_EQUIPMENT_ERROR_RULES, "cards[1].slotNumber: There is no slot 7");
  assert_refused (misfit, GENLOCK_EQUIPMENT_ERROR_RULES, "cards[1].slotNumber: Slot 3 is for out");
  assert_refused (orphan, GENLOCK_EQUIPMENT_ERROR_RULES, "cards[1].slotNumber: Slot 6 is on the");
}

static void
test_ports (void)
{
  g_autoptr (GenlockRecord) most = frame_help_make (6, NULL);
  g_autoptr (GenlockRecord) many = frame_help_make (6, NULL);
  g_autoptr (GenlockRecord) bad = frame_help_make (6, NULL);
  GenlockRecord *port = genlock_record_new_row (&genlock_equipment_io_ports, NULL);

  frame_help_add_card (most, 1, "Big", 256, 0);
  g_assert_true (genlock_equipment_check (most, NULL));

  frame_help_add_card (many, 1, "Small", 1, 0);
  frame_help_add_card (many, 2, "Mistake", 500, 500);
  assert_refused (many, GENLOCK_EQUIPMENT_ERROR_LIMIT, "cards[1].ports: There are 1000 ports");

  genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, "SIDEWAYS");
  genlock_record_add_child (bad, port);
  assert_refused (bad, GENLOCK_EQUIPMENT_ERROR_RULES, "ports[0].portType: ");
}

static void
test_details (void)
{
  g_autoptr (GenlockRecord) cyclic = frame_help_make (4, "{\"slots\":[{\"parent\":2,\"slot\":1},"
                                                      "{\"parent\":1,\"slot\":2}]}");
  g_autoptr (GenlockRecord) slots = frame_help_make (4, NULL);

  assert_refused (cyclic, GENLOCK_EQUIPMENT_ERROR_RULES, "specs: slots: Slot 1 is on a card");
  genlock_record_set_int (slots, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, 65);
  assert_refused (slots, GENLOCK_EQUIPMENT_ERROR_RULES, "cardSlots: ");
}

static void
test_parents (void)
{
  const int good[] = { -1, 0, 0, 2, -1 };
  const int self[] = { -1, 1 };
  const int ring[] = { -1, 3, 1, 2 };
  const int tail[] = { 1, 2, 1 };

  g_assert_cmpint (genlock_equipment_check_parents (good, G_N_ELEMENTS (good)), ==, -1);
  g_assert_cmpint (genlock_equipment_check_parents (self, G_N_ELEMENTS (self)), ==, 1);
  g_assert_cmpint (genlock_equipment_check_parents (ring, G_N_ELEMENTS (ring)), ==, 1);
  g_assert_cmpint (genlock_equipment_check_parents (tail, G_N_ELEMENTS (tail)), >=, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/equipment-check/slots", test_slots);
  g_test_add_func ("/equipment-check/ports", test_ports);
  g_test_add_func ("/equipment-check/details", test_details);
  g_test_add_func ("/equipment-check/parents", test_parents);

  return g_test_run ();
}
