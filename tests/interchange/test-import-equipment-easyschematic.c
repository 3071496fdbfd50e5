/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Device templates of EasySchematic: JSON, sheets and projects, slots and cards, refusals. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-slot-rules.h"
#include "import-fixture.h"

/* Ports, one a line: "IN SDI 1 SDI"; the fields stand at the same places in both tables. */
static void
print_ports (GString *text,
             GPtrArray *ports,
             const char *indent)
{
  for (guint i = 0; ports != NULL && i < ports->len; i++)
    g_string_append_printf (
      text, "%s%.2s %s %s\n", indent,
      genlock_record_get_text (ports->pdata[i], GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE),
      genlock_record_get_text (ports->pdata[i], GENLOCK_EQUIPMENT_IO_PORT_LABEL),
      genlock_record_get_text (ports->pdata[i], GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE));
}

/* A spec's ports, and its cards with theirs. */
static char *
dup_spec (GenlockImportPlan *plan,
          const char *model)
{
  GenlockRecord *spec = import_find_record (plan, &genlock_equipment_specs,
                                            GENLOCK_EQUIPMENT_SPEC_MODEL, model);
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);
  GString *text = g_string_new (NULL);

  print_ports (text, genlock_record_get_children (spec, &genlock_equipment_io_ports), "");
  for (guint i = 0; i < cards->len; i++)
    {
      g_string_append_printf (
        text, "%d %s\n",
        (int) genlock_record_get_int (cards->pdata[i], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER),
        genlock_record_get_text (cards->pdata[i], GENLOCK_EQUIPMENT_CARD_LABEL));
      print_ports (text, genlock_record_get_children (cards->pdata[i], &genlock_equipment_card_io),
                   "  ");
    }

  return g_string_free (text, FALSE);
}

static GenlockSlotRules *
read_rules (GenlockImportPlan *plan,
            const char *model)
{
  GenlockRecord *spec = import_find_record (plan, &genlock_equipment_specs,
                                            GENLOCK_EQUIPMENT_SPEC_MODEL, model);
  g_autoptr (GError) error = NULL;
  GenlockSlotRules *rules;

  rules = genlock_slot_rules_read (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS),
                                   &error);
  g_assert_no_error (error);

  return rules;
}

static void
test_templates (ImportFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("easyschematic/frame.json", NULL);
  g_autofree char *frame = dup_spec (plan, "FX-4");
  g_autoptr (GenlockSlotRules) rules = read_rules (plan, "FX-4");
  g_autoptr (GenlockSlotRules) cards = read_rules (plan, "Cards");
  const GenlockCardType *type;

  /* Slots on a card come behind the frame's own. */
  g_assert_cmpstr (frame, ==,
                   "IN Ref In BNC REF\nIN Control NETWORK (RJ45)\nOU Control NETWORK (RJ45)\n"
                   "1 Dual 12G In\n  IN 12G In 1 12G-SDI\n  IN SDI In 2 SDI\n"
                   "3 Net Card\n"
                   "5 SFP\n  OU Fibre LC\n");
  g_assert_cmpuint (rules->n_slots, ==, 6);
  g_assert_cmpstr (rules->slots[1].families[0], ==, "acme-in");
  g_assert_null (rules->slots[1].label);
  g_assert_cmpstr (rules->slots[4].label, ==, "SFP A");
  g_assert_cmpuint (rules->slots[4].parent, ==, 3);
  g_assert_cmpuint (rules->slots[5].parent, ==, 3);

  /* Every card that a slot takes is offered; the one that none takes is with its maker's. */
  g_assert_cmpuint (rules->card_types->len, ==, 4);
  type = rules->card_types->pdata[1];
  g_assert_cmpstr (type->label, ==, "HDMI In");
  g_assert_cmpstr (type->family, ==, "acme-in");
  g_assert_cmpuint (cards->card_types->len, ==, 1);
  type = cards->card_types->pdata[0];
  g_assert_cmpstr (type->label, ==, "Lone Card");
  g_assert_cmpuint (type->count.n_outputs, ==, 1);

  import_assert_note (plan, GENLOCK_IMPORT_INFO, "[0].ports[2]", "AC");
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "[0].ports[1]", "Control");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "[0].slots[3]", "nowhere");
}

static void
test_details (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("easyschematic/frame.json", NULL);
  GenlockRecord *spec = import_find_record (plan, &genlock_equipment_specs,
                                            GENLOCK_EQUIPMENT_SPEC_MODEL, "FX-4");

  g_assert_cmpstr (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY), ==,
                   "SWITCHER");
  g_assert_cmpstr (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE), ==,
                   "CARD_BASED");
  g_assert_cmpint (genlock_record_get_int (spec, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS), ==, 6);
  g_assert_nonnull (strstr (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS),
                            "\"easySchematic\":{\"deviceType\":\"switcher\",\"heightMm\":88,"
                            "\"label\":\"Frame X\",\"searchTerms\":[\"frame\",\"x\"]}"));
}

static void
test_sheet (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("easyschematic/devices.csv", NULL);
  g_autofree char *extender = dup_spec (plan, "60-1");
  g_autofree char *frame = dup_spec (plan, "70-2");

  g_assert_cmpuint (import_count (plan, &genlock_equipment_specs), ==, 2);
  g_assert_cmpstr (extender, ==,
                   "IN HDMI IN HDMI\nOU TP OUT HDBaseT\nIN RS-232 RS-232\nOU RS-232 RS-232\n");
  g_assert_cmpstr (frame, ==, "2 3G In\n  IN IN 1 SDI\n  IN IN 2 SDI\n5 3G Out\n  OU OUT 1 SDI\n");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "row 1", "colour");
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "row 4", "RS-232");
}

/* The templates of a project and the devices that are drawn in it, each model once. */
static void
test_project (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("easyschematic/project.json", NULL);
  g_autofree char *box = dup_spec (plan, "Box");
  g_autofree char *router = dup_spec (plan, "R9");
  g_autoptr (GenlockSlotRules) rules = read_rules (plan, "R9");

  g_assert_cmpuint (import_count (plan, &genlock_equipment_specs), ==, 2);
  g_assert_cmpstr (box, ==, "IN In SDI\n");
  g_assert_cmpstr (router, ==,
                   "IN Ref BNC REF\n1 In card\n  IN In 1 SDI\n2 SFP\n  IN Fibre 1 LC\n");
  g_assert_cmpuint (rules->slots[1].parent, ==, 1);
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "edges", NULL);
}

static void
test_again (ImportFixture *fixture,
            gconstpointer data)
{
  static const char * const names[] = {
    "easyschematic/frame.json", "easyschematic/devices.csv", "easyschematic/project.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GenlockImportPlan) first = import_read_data (names[i], NULL);
      g_autoptr (GenlockImportPlan) second = import_read_data (names[i], NULL);
      g_autofree char *before = import_dup_state (fixture);
      g_autofree char *after = NULL;
      g_autoptr (GenlockChanges) undone = NULL;
      g_autoptr (GError) error = NULL;
      GenlockImportCounts counts;

      import_compare (fixture, first);
      g_assert_cmpuint (import_apply (fixture, first), >=, 2);
      import_compare (fixture, second);
      genlock_import_plan_count (second, &counts);
      g_assert_cmpuint (counts.n[GENLOCK_IMPORT_EQUAL], ==, 2);
      g_assert_cmpuint (counts.n_chosen, ==, 0);

      undone = genlock_store_undo (fixture->store, 0, &error);
      g_assert_no_error (error);
      after = import_dup_state (fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

#define DEVICE(members) \
  "{\"label\":\"A\",\"deviceType\":\"router\",\"manufacturer\":\"M\",\"modelNumber\":\"A\"," \
  members "}"
#define CARD(name, slots) \
  "{\"id\":\"" name "\",\"label\":\"" name "\",\"deviceType\":\"expansion-card\"," \
  "\"slotFamily\":\"f\",\"ports\":[],\"slots\":[" slots "]}"
#define HOLDS(card) "{\"id\":\"1\",\"label\":\"1\",\"defaultCardId\":\"" card "\"}"
#define HEADS \
  "model_number,label,device_type,port_label,port_direction,port_signal_type,slot,card\n"

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
    { "a.json", "[" DEVICE ("\"ports\":[]") ",{\"deviceType\":\"x\",\"ports\":[]}]",
      "[1]: “label” is missing" },
    { "a.json", "[" DEVICE ("\"ports\":[]") ",5]", "[1]: This is not a template" },
    { "a.json", DEVICE ("\"ports\":[{\"label\":\"x\",\"direction\":\"input\"}]"),
      "ports[0]: This port does not say its signal" },
    { "a.json", DEVICE ("\"ports\":[{\"signalType\":\"sdi\",\"direction\":\"up\"}]"),
      "ports[0]: This port is no input" },
    { "a.json", DEVICE ("\"ports\":[{\"signalType\":\"sdi\"}]"),
      "ports[0]: This port is no input" },
    { "a.json", DEVICE ("\"ports\":[7]"), "ports: There is something in it" },
    { "a.json", DEVICE ("\"slots\":[{\"id\":\"a\",\"number\":0}]"),
      "slots[0]: There is no slot 0" },
    { "a.json", DEVICE ("\"slots\":[{\"id\":\"a\",\"number\":65}]"),
      "slots[0]: There is no slot 65" },
    { "a.json", DEVICE ("\"slots\":[{\"id\":\"a\",\"number\":-3}]"),
      "slots[0]: There is no slot -3" },
    { "a.json", DEVICE ("\"slots\":[{\"number\":3},{\"number\":3}]"),
      "slots[1]: Slot 3 stands twice" },
    { "a.json", DEVICE ("\"slots\":[{\"id\":\"a\"},{\"id\":\"a\"}]"),
      "slots[1]: Slot “a” stands twice" },
    { "a.json", DEVICE ("\"slots\":[{\"id\":\"a\",\"slotId\":\"x\"},"
                        "{\"id\":\"b\",\"slotId\":\"x\"}]"),
      "slots[1]: Slot “x” stands twice" },
    { "a.json", "[" CARD ("a", HOLDS ("b")) "," CARD ("b", HOLDS ("a")) ","
      DEVICE ("\"slots\":[" HOLDS ("a") "]") "]", "[1].slots[0]: The card “a” is in a slot on" },
    { "a.json", "[" CARD ("a", HOLDS ("a")) "," DEVICE ("\"slots\":[" HOLDS ("a") "]") "]",
      "[0].slots[0]: The card “a” is in a slot on" },
    { "a.json", DEVICE ("\"slots\":[{\"slotId\":\"x\",\"parentSlotId\":\"y\"},"
                        "{\"slotId\":\"y\",\"parentSlotId\":\"x\"}]"),
      "slots[0]: This slot is in itself" },
    { "a.csv", HEADS "A,A,router,IN 1,input,sdi,0,C\n", "row 2: There is no slot 0" },
    { "a.csv", HEADS "A,A,router,IN 1,input,sdi,65,C\n", "row 2: There is no slot 65" },
    { "a.csv", HEADS "A,A,router,IN 1,input,sdi,-1,C\n", "row 2: There is no slot -1" },
    { "a.csv", HEADS "A,A,router,IN 1,input,sdi,2,C\nA,A,router,IN 2,input,sdi,2,D\n",
      "row 3: Slot 2 is that of “C” already" },
    { "a.csv", HEADS "A,A,router,IN 1,sideways,sdi,,\n", "row 2: This port is no input" },
    { "a.csv", HEADS ",,router,IN 1,input,sdi,,\n", "row 2: This row does not say" },
    { "a.csv", HEADS "A,A,router,IN 1,input,sdi,,C\n", "row 2: This card is in no slot" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    import_assert_refused (cases[i].name, cases[i].text, -1, GENLOCK_IMPORT_ERROR_RULES,
                           cases[i].part);
}

static void
test_too_many (ImportFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GString) card = g_string_new ("{\"label\":\"C\",\"deviceType\":\"expansion-card\","
                                           "\"ports\":[");
  g_autoptr (GString) slots = g_string_new ("{\"label\":\"C\",\"deviceType\":\"frame\","
                                            "\"slots\":[");

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (card, "%s{\"label\":\"%u\",\"signalType\":\"sdi\",\"direction\":"
                            "\"input\"}", i > 0 ? "," : "", i);
  g_string_append (card, "]}");
  for (guint i = 0; i < 65; i++)
    g_string_append_printf (slots, "%s{\"id\":\"%u\"}", i > 0 ? "," : "", i);
  g_string_append (slots, "]}");
  import_assert_refused ("card.json", card->str, -1, GENLOCK_IMPORT_ERROR_RULES,
                         "ports: There are 1000 ports");
  import_assert_refused ("slots.json", slots->str, -1, GENLOCK_IMPORT_ERROR_RULES,
                         "more than the 64 slots");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  import_add_test ("/import/easyschematic/templates", test_templates);
  import_add_test ("/import/easyschematic/details", test_details);
  import_add_test ("/import/easyschematic/sheet", test_sheet);
  import_add_test ("/import/easyschematic/project", test_project);
  import_add_test ("/import/easyschematic/again", test_again);
  import_add_test ("/import/easyschematic/refused", test_refused);
  import_add_test ("/import/easyschematic/too-many", test_too_many);

  return g_test_run ();
}
