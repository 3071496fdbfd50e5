/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Older lists of equipment and our own sheets: what cannot be is refused, and nothing changes. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "import-fixture.h"

#define FRAME(members) \
  "{\"id\":\"f\",\"category\":\"router\",\"manufacturer\":\"M\",\"model\":\"F\"," \
  "\"ioArchitecture\":\"card-based\"," members "}"
#define HEADS \
  "UID,model_number,manufacturer,port_label,port_direction,port_connector_type,slot,card\n"

static void
test_refused (ImportFixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *part;
  } cases[] = {
    { "a.json", "[" FRAME ("\"cards\":[{\"slotNumber\":0}]") "]",
      "[0].cards[0].slotNumber: There is no slot 0" },
    { "a.json", "[" FRAME ("\"cards\":[{\"slotNumber\":65}]") "]",
      "[0].cards[0].slotNumber: There is no slot 65" },
    { "a.json", "[" FRAME ("\"cards\":[{\"slotNumber\":\"-2\"}]") "]",
      "[0].cards[0].slotNumber: There is no slot -2" },
    { "a.json", "[" FRAME ("\"cards\":[{\"slotNumber\":1.5}]") "]",
      "[0].cards[0].slotNumber: There is no slot 1.5" },
    { "a.json", "{\"state\":{\"equipmentSpecs\":[" FRAME ("\"cards\":[{\"slotNumber\":4},"
                                                           "{\"slotNumber\":\"4\"}]") "]}}",
      "state.equipmentSpecs[0].cards[1].slotNumber: Slot 4 is that of cards[0] already" },
    { "a.json", "[" FRAME ("\"cardSlots\":65") "]", "[0].cardSlots: A frame cannot have 65 slots" },
    { "a.json", "[" FRAME ("\"cardSlots\":0") "]", "[0].cardSlots: A frame cannot have 0 slots" },
    { "a.json", "[" FRAME ("\"cardSlots\":-1") "]", "[0].cardSlots: A frame cannot have -1 slots" },
    { "a.json", "[" FRAME ("\"cardSlots\":4,\"slots\":[{\"slot\":1,\"parent\":2},"
                           "{\"slot\":2,\"parent\":1}]") "]", "[0]: specs: " },
    { "a.csv", HEADS ",F,M,IN 1,input,SDI,0,C\n", "row 2: There is no slot 0" },
    { "a.csv", HEADS ",F,M,IN 1,input,SDI,65,C\n", "row 2: There is no slot 65" },
    { "a.csv", HEADS ",F,M,IN 1,input,SDI,-1,C\n", "row 2: There is no slot -1" },
    { "a.csv", HEADS ",F,M,IN 1,input,SDI,3,C\n,F,M,IN 2,input,SDI,3,D\n",
      "row 3: Slot 3 is that of “C” already" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    import_assert_refused (cases[i].name, cases[i].text, -1, GENLOCK_IMPORT_ERROR_RULES,
                           cases[i].part);
}

static void
test_too_many (ImportFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GString) ports = g_string_new (NULL);
  g_autofree char *list = NULL;
  g_autoptr (GString) sheet = g_string_new (HEADS);

  for (guint i = 0; i < 1000; i++)
    {
      g_string_append_printf (ports, "%s{\"type\":\"SDI\"}", i > 0 ? "," : "");
      g_string_append_printf (sheet, ",F,M,IN %u,input,SDI,3,C\n", i);
    }
  list = g_strdup_printf ("[" FRAME ("\"cards\":[{\"slotNumber\":1,\"inputs\":[%s]}]") "]",
                          ports->str);
  import_assert_refused ("a.json", list, -1, GENLOCK_IMPORT_ERROR_RULES,
                         "[0].cards[0]: There are 1000 ports");
  import_assert_refused ("a.csv", sheet->str, -1, GENLOCK_IMPORT_ERROR_RULES,
                         "row 258: There are more than the 256 ports");
}

/* One bad file among several: nothing of any comes. */
static void
test_all_or_none (ImportFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *good = import_dup_data ("easyschematic/devices.csv");
  g_autofree char *bad = g_build_filename (fixture->folder, "bad.json", NULL);
  const char *paths[] = { good, bad, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (bad, "[" FRAME ("\"cards\":[{\"slotNumber\":0}]") "]", -1,
                                      NULL));
  g_assert_null (genlock_import_read (paths, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_RULES);
  g_assert_nonnull (strstr (error->message, "“bad.json”"));
}

/* A list alone, with what is there already: twice makes no second row, and undo takes all back. */
static void
test_again (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) first = import_read_data ("equipment.json", NULL);
  g_autoptr (GenlockImportPlan) second = import_read_data ("equipment.json", NULL);
  g_autoptr (GenlockChanges) undone = NULL;
  g_autoptr (GError) error = NULL;
  GenlockImportCounts counts;

  import_compare (fixture, first);
  import_apply (fixture, first);
  import_compare (fixture, second);
  genlock_import_plan_count (second, &counts);
  g_assert_cmpuint (counts.n[GENLOCK_IMPORT_EQUAL], ==, 3);
  g_assert_cmpuint (counts.n_chosen, ==, 0);

  undone = genlock_store_undo (fixture->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import_count_live (fixture, &genlock_equipment_specs), ==, 0);
}

#define LIBRARY(frame) \
  "{\"version\":1,\"manufacturer\":\"Acme\",\"devices\":[{\"id\":\"acme/f\",\"revision\":1," \
  "\"category\":\"ROUTER\",\"model\":\"F\",\"ioArchitecture\":\"CARD_BASED\",\"cardSlots\":2," \
  "\"slots\":[{\"slot\":1,\"to\":2,\"families\":[\"in\"]," \
  "\"direction\":\"INPUT\"}]," frame \
  "\"sources\":[\"A manual\"]}],\"cards\":[{\"id\":\"acme/c\",\"revision\":1,\"model\":\"C\"," \
  "\"families\":[\"in\"],\"ports\":[{\"portType\":\"INPUT\",\"ioType\":\"SDI\",\"labels\":" \
  "\"IN [1-4]\"}],\"sources\":[\"A manual\"]}]}"

/* A file in the format of our own library. */
static void
test_own_library (ImportFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan =
    import_read_text ("acme.json", LIBRARY ("\"placed\":[{\"slot\":2,\"card\":\"acme/c\"}],"));
  GenlockRecord *frame = import_find_record (plan, &genlock_equipment_specs,
                                             GENLOCK_EQUIPMENT_SPEC_MODEL, "F");
  GenlockRecord *others = import_find_record (plan, &genlock_equipment_specs,
                                              GENLOCK_EQUIPMENT_SPEC_MODEL, "Cards");
  GPtrArray *cards = genlock_record_get_children (frame, &genlock_equipment_cards);
  g_autoptr (GenlockImportPlan) again =
    import_read_text ("acme.json", LIBRARY ("\"placed\":[{\"slot\":2,\"card\":\"acme/c\"}],"));
  GenlockImportCounts counts;

  g_assert_cmpuint (cards->len, ==, 1);
  g_assert_cmpint (genlock_record_get_int (cards->pdata[0], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER),
                   ==, 2);
  g_assert_nonnull (strstr (genlock_record_get_text (others, GENLOCK_EQUIPMENT_SPEC_SPECS),
                            "\"family\":\"in\""));

  import_compare (fixture, plan);
  import_apply (fixture, plan);
  import_compare (fixture, again);
  genlock_import_plan_count (again, &counts);
  g_assert_cmpuint (counts.n[GENLOCK_IMPORT_EQUAL], ==, 2);

  import_assert_refused ("acme.json", LIBRARY ("\"placed\":[{\"slot\":3,\"card\":\"acme/c\"}],"),
                         -1, GENLOCK_IMPORT_ERROR_RULES, "acme/f.placed");
  import_assert_refused ("acme.json", LIBRARY ("\"placed\":[{\"slot\":1,\"card\":\"acme/x\"}],"),
                         -1, GENLOCK_IMPORT_ERROR_RULES,
                         "acme/f.placed: there is no card “acme/x”");
}

/* Rows that were copied in the sheet are ports of their own, also with the id of the first. */
static void
test_copied_rows (ImportFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = NULL;
  GenlockRecord *spec;
  guint n;

  plan = import_read_text ("a.csv",
                           "UID,model_number,manufacturer,port_uid,port_label,port_direction\n"
                           ",F,M,,SDI,input\n,F,M,,SDI,input\n"
                           ",F,M,0000000a-0000-4000-8000-000000000001,A,output\n"
                           ",F,M,0000000a-0000-4000-8000-000000000001,B,output\n");
  import_compare (fixture, plan);
  import_apply (fixture, plan);
  spec = import_find_record (plan, &genlock_equipment_specs, GENLOCK_EQUIPMENT_SPEC_MODEL, "F");
  n = genlock_record_get_children (spec, &genlock_equipment_io_ports)->len;
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (import_count_live (fixture, &genlock_equipment_io_ports), ==, n);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  import_add_test ("/import/equipment-lists/refused", test_refused);
  import_add_test ("/import/equipment-lists/too-many", test_too_many);
  import_add_test ("/import/equipment-lists/all-or-none", test_all_or_none);
  import_add_test ("/import/equipment-lists/again", test_again);
  import_add_test ("/import/equipment-lists/own-library", test_own_library);
  import_add_test ("/import/equipment-lists/copied-rows", test_copied_rows);

  return g_test_run ();
}
