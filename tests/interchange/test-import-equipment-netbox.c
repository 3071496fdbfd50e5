/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Device types and module types of NetBox: ports from names, questions, refusals. */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-slot-rules.h"
#include "import-fixture.h"
#include "interchange/genlock-import-question.h"

#define HEAD "manufacturer: Acme\nmodel: Matrix 8\nslug: acme-matrix-8\n"

/* A spec's ports, one a line: "IN SDI-IN-1 SDI". */
static char *
dup_ports (GenlockRecord *spec)
{
  GPtrArray *ports = genlock_record_get_children (spec, &genlock_equipment_io_ports);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ports->len; i++)
    g_string_append_printf (
      text, "%.2s %s %s\n",
      genlock_record_get_text (ports->pdata[i], GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE),
      genlock_record_get_text (ports->pdata[i], GENLOCK_EQUIPMENT_IO_PORT_LABEL),
      genlock_record_get_text (ports->pdata[i], GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE));

  return g_string_free (text, FALSE);
}

static GenlockImportPlan *
read_with (const char *text,
           const char * const *answers,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GenlockImportOptions options = { .answers = answers };

  return genlock_import_read_bytes ("type.yaml", bytes, &options, NULL, error);
}

static const GenlockImportQuestion *
find_question (GenlockImportPlan *plan,
               const char *key)
{
  GPtrArray *questions = genlock_import_plan_get_questions (plan);

  for (guint i = 0; i < questions->len; i++)
    {
      const GenlockImportQuestion *question = g_ptr_array_index (questions, i);

      if (strcmp (question->key, key) == 0)
        return question;
    }

  return NULL;
}

static void
test_device (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("netbox/switch.yaml", NULL);
  GenlockRecord *spec = import_find_record (plan, &genlock_equipment_specs,
                                            GENLOCK_EQUIPMENT_SPEC_MODEL, "Vision Switcher 2 12G");
  g_autofree char *ports = dup_ports (spec);

  /* What each name says; a rate in the model's name is that of its SDI. */
  g_assert_cmpstr (ports, ==,
                   "IN SDI-INPUT-1 12G-SDI\n"
                   "IN SDI-INPUT-2 12G-SDI\n"
                   "IN REF-IN BNC REF\n"
                   "OU PGM-SDI 12G-SDI\n"
                   "OU MULTIVIEW-OUTPUT-1 HDMI\n"
                   "OU 6G Loop 6G-SDI\n"
                   "OU Fibre Out LC\n"
                   "IN ANALOG-AUDIO-IN-1 AUDIO\n");
  g_assert_cmpstr (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY), ==,
                   "SWITCHER");
  g_assert_cmpstr (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS), ==,
                   "{\"netbox\":{\"slug\":\"acme-vision-switcher-2\",\"u_height\":\"1.5\"}}");
  g_assert_cmpuint (genlock_import_plan_get_questions (plan)->len, ==, 0);
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "line 7, column 3", "power-ports");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "line 35, column 5", "CONTROL");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "line 38, column 3", "gizmos");
}

/* The same files twice, in any order, make the same rows. */
static void
test_again (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) first = import_read_data ("netbox", NULL);
  g_autoptr (GenlockImportPlan) second = import_read_data ("netbox/switch.yaml",
                                                           "netbox/cards/sdi-card.yml",
                                                           "netbox/frame.yaml", NULL);
  GenlockImportCounts counts;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) undone = NULL;

  import_compare (fixture, first);
  g_assert_cmpuint (import_apply (fixture, first), >, 2);
  g_assert_cmpuint (import_count_live (fixture, &genlock_equipment_specs), ==, 2);

  import_compare (fixture, second);
  genlock_import_plan_count (second, &counts);
  g_assert_cmpuint (counts.n[GENLOCK_IMPORT_EQUAL], ==, 2);
  g_assert_cmpuint (counts.n_chosen, ==, 0);

  undone = genlock_store_undo (fixture->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import_count_live (fixture, &genlock_equipment_specs), ==, 0);
}

/* A folder, also below it; what is no device type there is named and passed over. */
static void
test_folder (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("netbox", NULL);
  GenlockRecord *frame = import_find_record (plan, &genlock_equipment_specs,
                                             GENLOCK_EQUIPMENT_SPEC_MODEL, "Frame 3");
  g_autoptr (GenlockSlotRules) rules = NULL;
  const GenlockCardType *type;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (genlock_import_plan_get_n_files (plan), ==, 4);
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "", NULL);
  g_assert_cmpuint (import_count (plan, &genlock_equipment_specs), ==, 2);

  /* Bays are slots, but for power; the maker's cards are offered, their labels without the bay. */
  g_assert_cmpint (genlock_record_get_int (frame, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS), ==, 2);
  rules = genlock_slot_rules_read (genlock_record_get_text (frame, GENLOCK_EQUIPMENT_SPEC_SPECS),
                                   &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rules->slots[0].label, ==, "Bay A");
  g_assert_cmpuint (rules->card_types->len, ==, 1);
  type = rules->card_types->pdata[0];
  g_assert_cmpstr (type->label, ==, "SDI Card");
  g_assert_cmpuint (type->count.n_inputs, ==, 2);
  g_assert_cmpuint (type->count.n_outputs, ==, 1);
  g_assert_null (strstr (genlock_record_get_text (frame, GENLOCK_EQUIPMENT_SPEC_SPECS),
                         "{module}"));
}

/* A card without a frame is kept with its maker's cards. */
static void
test_module_alone (ImportFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("netbox/cards/sdi-card.yml", NULL);
  GenlockRecord *cards = import_find_record (plan, &genlock_equipment_specs,
                                             GENLOCK_EQUIPMENT_SPEC_MODEL, "Cards");

  g_assert_cmpstr (genlock_record_get_text (cards, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER), ==,
                   "Acme");
  g_assert_cmpstr (genlock_record_get_text (cards, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE), ==,
                   "CARD_BASED");
  g_assert_nonnull (strstr (genlock_record_get_text (cards, GENLOCK_EQUIPMENT_SPEC_SPECS),
                            "SDI Card"));
  import_compare (fixture, plan);
  g_assert_cmpuint (import_apply (fixture, plan), ==, 1);
}

static const char asking[] =
  "manufacturer: Acme\nmodel: Box 5\nslug: acme-box-5\nrear-ports:\n"
  "  - {name: SDI IN 1, type: bnc}\n"
  "  - {name: AUX 1, type: bnc}\n"
  "  - {name: AUX 2, type: bnc}\n"
  "  - {name: Link, type: other}\n"
  "interfaces:\n"
  "  - {name: eth0, type: 1000base-t}\n";

static void
test_questions (ImportFixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *word;
  } expected[] = {
    { "category:acme-box-5", "OTHER" },
    { "sdi:acme-box-5", "SDI" },
    { "bnc:acme-box-5", "SDI" },
    { "connector:acme-box-5/other", "Unknown" },
    { "direction:acme-box-5/rear-ports/sdi", "INPUT" },
    { "direction:acme-box-5/rear-ports/unknown", "INPUT" },
    { "direction:acme-box-5/interfaces/network-rj45", "SKIP" },
  };
  g_autoptr (GenlockImportPlan) plan = import_read_text ("type.yaml", asking);
  GPtrArray *questions = genlock_import_plan_get_questions (plan);
  g_autofree char *print = genlock_import_plan_print (plan);
  g_autofree char *json = genlock_import_plan_write_json (plan);

  g_assert_cmpuint (questions->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < questions->len; i++)
    {
      const GenlockImportQuestion *question = g_ptr_array_index (questions, i);

      g_assert_cmpstr (question->key, ==, expected[i].key);
      g_assert_cmpstr (question->choices[question->chosen].word, ==, expected[i].word);
      g_assert_false (question->is_answered);
      g_assert_cmpstr (question->subject, ==, "Acme Box 5");
      g_assert_nonnull (strstr (print, question->key));
      g_assert_nonnull (strstr (json, question->key));
    }
  g_assert_nonnull (strstr (find_question (plan, expected[4].key)->text, "AUX 1, AUX 2"));
}

static void
test_answers (ImportFixture *fixture,
              gconstpointer data)
{
  static const char * const answers[] = {
    "category=converter", "sdi:acme-box-5=3G-SDI", "bnc=BNC REF", "connector=SKIP",
    "direction=OUTPUT", "direction:acme-box-5/interfaces/network-rj45=BOTH", NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) before = import_read_text ("type.yaml", asking);
  g_autoptr (GenlockImportPlan) plan = read_with (asking, answers, &error);
  GenlockRecord *spec;
  g_autofree char *ports = NULL;

  g_assert_no_error (error);
  spec = import_find_record (plan, &genlock_equipment_specs, GENLOCK_EQUIPMENT_SPEC_MODEL, "Box 5");
  ports = dup_ports (spec);
  g_assert_cmpstr (ports, ==,
                   "IN SDI IN 1 3G-SDI\nOU AUX 1 BNC REF\nOU AUX 2 BNC REF\n"
                   "IN eth0 NETWORK (RJ45)\nOU eth0 NETWORK (RJ45)\n");
  g_assert_cmpstr (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY), ==,
                   "CONVERTER");

  /* No answer takes another's question away, nor makes it another piece of equipment. */
  g_assert_cmpuint (genlock_import_plan_get_questions (plan)->len, ==,
                    genlock_import_plan_get_questions (before)->len);
  g_assert_nonnull (genlock_import_plan_find (before, genlock_record_get_id (spec)));
  g_assert_true (find_question (plan, "category:acme-box-5")->is_answered);
}

static void
test_wrong_answers (ImportFixture *fixture,
                    gconstpointer data)
{
  static const char * const unasked[] = { "sdi:other=3G-SDI", NULL };
  static const char * const unknown[] = { "bnc=HDMI", NULL };
  static const char * const mistyped[] = { "rate=3G-SDI", NULL };
  static const char * const * const all[] = { unasked, unknown, mistyped };
  static const char * const parts[] = { "sdi:other", "3G-SDI, 6G-SDI", "“rate”" };
  static const char * const kinds[] = { "sdi=3G-SDI", "connector=HDMI", NULL };
  g_autoptr (GError) none = NULL;
  g_autoptr (GenlockImportPlan) plan = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_with (asking, all[i], &error));
      g_assert_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_ANSWER);
      g_assert_nonnull (strstr (error->message, parts[i]));
    }

  /* A kind that these files do not ask is none. */
  plan = read_with (HEAD "rear-ports: [{name: HDMI IN, type: other}]\n", kinds, &none);
  g_assert_no_error (none);
  g_assert_nonnull (plan);
}

/* Of many, each kind is asked once. */
static void
test_many_questions (ImportFixture *fixture,
                     gconstpointer data)
{
  static const char * const answers[] = { "direction=OUTPUT", "category=", NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = NULL;
  const GenlockImportQuestion *question;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "---\nmanufacturer: Acme\nmodel: Box %u\nslug: box-%u\n"
                            "rear-ports: [{name: HDMI, type: other}]\n", i, i);
  plan = read_with (text->str, answers, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import_count (plan, &genlock_equipment_specs), ==, 20);
  g_assert_cmpuint (genlock_import_plan_get_questions (plan)->len, ==, 2);

  question = find_question (plan, "category");
  g_assert_null (question->subject);
  g_assert_cmpstr (question->choices[question->chosen].word, ==, "");
  g_assert_nonnull (strstr (question->text, "20"));
  question = find_question (plan, "direction");
  g_assert_cmpstr (question->choices[question->chosen].word, ==, "OUTPUT");
}

static void
test_refused (ImportFixture *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *part;
    GenlockImportError code;
  } cases[] = {
    { "manufacturer: Acme\nslug: x\n", "line 1, column 1: “model”", GENLOCK_IMPORT_ERROR_RULES },
    { "- manufacturer: Acme\n  model: X\n-  manufacturer: [A]\n",
      "line 3, column 4: “manufacturer”", GENLOCK_IMPORT_ERROR_RULES },
    { HEAD "rear-ports: 5\n", "line 4, column 13", GENLOCK_IMPORT_ERROR_RULES },
    { HEAD "rear-ports:\n  - SDI 1\n", "line 5, column 5", GENLOCK_IMPORT_ERROR_RULES },
    { HEAD "rear-ports:\n  - type: bnc\n", "line 5, column 5", GENLOCK_IMPORT_ERROR_RULES },
    { HEAD "rear-ports:\n  - {name: A}\n  - {name: A}\n", "line 6, column 12: “A”",
      GENLOCK_IMPORT_ERROR_RULES },
    { HEAD "module-bays:\n  - {name: A}\n  - {name: A}\n", "line 6, column 12: “A”",
      GENLOCK_IMPORT_ERROR_RULES },
    { HEAD "module-bays: {a: b}\n", "line 4, column 14", GENLOCK_IMPORT_ERROR_RULES },
    { "a: 1\n", "holds nothing", GENLOCK_IMPORT_ERROR_UNKNOWN },
    { "# nothing\n", "holds nothing", GENLOCK_IMPORT_ERROR_UNKNOWN },
    { "model: [a\n", "line 2, column 1", GENLOCK_IMPORT_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    import_assert_refused ("type.yaml", cases[i].text, -1, cases[i].code, cases[i].part);
}

static void
test_too_many (ImportFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GString) card = g_string_new ("manufacturer: Acme\nmodel: Card\nrear-ports:\n");
  g_autoptr (GString) frame = g_string_new (HEAD "module-bays:\n");

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (card, "  - {name: IN %u, type: bnc}\n", i);
  for (guint i = 0; i < 65; i++)
    g_string_append_printf (frame, "  - {name: Bay %u}\n", i);
  import_assert_refused ("card.yaml", card->str, -1, GENLOCK_IMPORT_ERROR_RULES,
                         "line 4, column 3: There are 1000 ports");
  import_assert_refused ("frame.yaml", frame->str, -1, GENLOCK_IMPORT_ERROR_RULES,
                         "line 69, column 5: There is no slot 65");
}

static void
test_folders_refused (ImportFixture *fixture,
                      gconstpointer data)
{
  g_autofree char *empty = g_build_filename (fixture->folder, "empty", NULL);
  const char *paths[] = { empty, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_assert_null (genlock_import_read (paths, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "“empty” is a folder without device types"));
}

/* Slots go by the order of the bays; what says otherwise is named. */
static void
test_positions (ImportFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan =
    import_read_text ("frame.yaml",
                      "manufacturer: Acme\nmodel: Frame 9\nslug: acme-frame-9\nmodule-bays:\n"
                      "  - {name: Input 1, position: '1'}\n"
                      "  - {name: Output 1, position: '1'}\n"
                      "  - {name: Bay A, position: A}\n"
                      "  - {name: Bay B, position: '-1'}\n");
  GenlockRecord *frame = import_find_record (plan, &genlock_equipment_specs,
                                             GENLOCK_EQUIPMENT_SPEC_MODEL, "Frame 9");

  g_assert_cmpint (genlock_record_get_int (frame, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS), ==, 4);
  g_assert_false (import_has_note (plan, "line 5, column 31"));
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "line 6, column 32", "1");
  g_assert_false (import_has_note (plan, "line 7, column 29"));
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "line 8, column 29", "-1");
}

static void
assert_folder_refused (const char *folder,
                       const char *part)
{
  const char *paths[] = { folder, NULL };
  g_autofree char *name = g_path_get_basename (folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (genlock_import_read (paths, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, part));
}

/* Neither what the files hold together nor how much is looked at goes on for ever. */
static void
test_folders_too_large (ImportFixture *fixture,
                        gconstpointer data)
{
  g_autofree char *heavy = g_build_filename (fixture->folder, "heavy", NULL);
  g_autofree char *wide = g_build_filename (fixture->folder, "wide", NULL);
  g_autofree char *below = g_build_filename (wide, "below", NULL);

  g_assert_cmpint (g_mkdir (heavy, 0700), ==, 0);
  for (guint i = 0; i < 17; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/%u.yaml", heavy, i);

      g_assert_true (g_file_set_contents (file, "a: 1\n", -1, NULL));
      g_assert_cmpint (truncate (file, 4 * 1024 * 1024), ==, 0);
    }
  assert_folder_refused (heavy, "64 MiB");

  g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/%u.png", below, i);
      int made = g_open (file, O_CREAT | O_WRONLY, 0600);

      g_assert_cmpint (made, >=, 0);
      close (made);
    }
  assert_folder_refused (wide, "20000 files and folders");
}

static void
test_folders_cancelled (ImportFixture *fixture,
                        gconstpointer data)
{
  g_autofree char *empty = g_build_filename (fixture->folder, "empty", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const char *paths[] = { empty, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (genlock_import_read (paths, NULL, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  import_add_test ("/import/netbox/device", test_device);
  import_add_test ("/import/netbox/again", test_again);
  import_add_test ("/import/netbox/folder", test_folder);
  import_add_test ("/import/netbox/module-alone", test_module_alone);
  import_add_test ("/import/netbox/questions", test_questions);
  import_add_test ("/import/netbox/answers", test_answers);
  import_add_test ("/import/netbox/wrong-answers", test_wrong_answers);
  import_add_test ("/import/netbox/many-questions", test_many_questions);
  import_add_test ("/import/netbox/refused", test_refused);
  import_add_test ("/import/netbox/too-many", test_too_many);
  import_add_test ("/import/netbox/positions", test_positions);
  import_add_test ("/import/netbox/folders-refused", test_folders_refused);
  import_add_test ("/import/netbox/folders-too-large", test_folders_too_large);
  import_add_test ("/import/netbox/folders-cancelled", test_folders_cancelled);

  return g_test_run ();
}
