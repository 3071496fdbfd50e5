/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped library: sound, large enough, right where the facts are well known, and stable. */

#include "config.h"

#include <string.h>
#include <time.h>

#include "core/model/genlock-record-json.h"
#include "core/model/genlock-uuid.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-library.h"

/* What the library has to have at least. */
#define MIN_DEVICES 150
#define MIN_FRAMES 12
#define MIN_PER_CATEGORY 3

static GenlockLibrary *library;

/* As makers' data have them, counted by hand and not from the files. */
typedef struct
{
  const char *id;
  const char *category;
  const char *io_type;
  guint n_inputs; /* of that connector, with the cards that it comes with */
  guint n_outputs;
  guint card_slots;
} Fact;

static const Fact facts[] = {
  { "aja/ki-pro-ultra-12g", "RECORDER", "12G-SDI", 1, 1, 0 },
  { "aja/kumo-1604", "ROUTER", "3G-SDI", 16, 4, 0 },
  { "aja/kumo-3232-12g", "ROUTER", "12G-SDI", 32, 32, 0 },
  { "analog-way/aquilon-rs4", "SWITCHER", "DP 1.2", 8, 0, 10 },
  { "analog-way/aquilon-rs4", "SWITCHER", "HDMI 2.0", 12, 18, 10 },
  { "barco/e2", "SWITCHER", "3G-SDI", 12, 4, 14 },
  { "barco/e2", "SWITCHER", "DP 1.1", 10, 0, 14 },
  { "barco/e2", "SWITCHER", "HDMI 1.4", 10, 10, 14 },
  { "barco/e2-gen2", "SWITCHER", "12G-SDI", 16, 4, 14 },
  { "barco/e2-gen2", "SWITCHER", "DP 1.2", 12, 1, 14 },
  { "barco/e2-gen2", "SWITCHER", "HDMI 2.0", 12, 13, 14 },
  { "barco/s3-4k", "SWITCHER", "HDMI 1.4", 4, 8, 6 },
  { "blackmagic-design/atem-4-me-constellation-4k", "SWITCHER", "12G-SDI", 40, 28, 0 },
  { "blackmagic-design/atem-constellation-8k", "SWITCHER", "12G-SDI", 40, 28, 0 },
  { "blackmagic-design/atem-mini-extreme-iso", "SWITCHER", "HDMI", 8, 2, 0 },
  { "blackmagic-design/smart-videohub-20x20", "ROUTER", "6G-SDI", 20, 20, 0 },
  { "blackmagic-design/universal-videohub-72", "ROUTER", "3G-SDI", 72, 72, 18 },
  { "blackmagic-design/videohub-40x40-12g", "ROUTER", "12G-SDI", 40, 40, 0 },
  { "brompton/tessera-sx40", "LED_PROCESSOR", "opticalCON DUO", 0, 4, 0 },
  { "brompton/tessera-xd", "LED_PROCESSOR", "NETWORK (RJ45)", 1, 11, 0 },
  { "grass-valley/kayenne-xl-8ru", "SWITCHER", "HD-SDI", 96, 48, 4 },
  { "ikegami/bs-98", "CCU", "3G-SDI", 4, 4, 0 },
  { "lightware/mx-fr33r", "ROUTER", "HDMI", 32, 32, 8 },
  { "nvision/nv8256", "ROUTER", "SD-SDI", 256, 256, 32 },
  { "panasonic/av-hs6000", "SWITCHER", "3G-SDI", 32, 32, 0 },
  { "roe-visual/black-pearl-bp2v2", "LED_TILE", "powerCON", 1, 1, 0 },
  { "roland/v-160hd", "SWITCHER", "HDMI", 8, 3, 0 },
  { "ross-video/carbonite-black-solo", "SWITCHER", "3G-SDI", 6, 5, 0 },
};

static void
count_ports (const GenlockRecord *parent,
             const GenlockTable *table,
             const char *io_type,
             guint *n_inputs,
             guint *n_outputs)
{
  GPtrArray *ports = genlock_record_get_children (parent, table);

  for (guint i = 0; ports != NULL && i < ports->len; i++)
    {
      /* Both tables of ports have their fields in one order. */
      const char *type = genlock_record_get_text (ports->pdata[i],
                                                  GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE);
      const char *direction = genlock_record_get_text (ports->pdata[i],
                                                       GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE);

      if (io_type != NULL && strcmp (type, io_type) != 0)
        continue;
      if (strcmp (direction, "INPUT") == 0)
        ++*n_inputs;
      else
        ++*n_outputs;
    }
}

static void
count_all (const GenlockRecord *spec,
           const char *io_type,
           guint *n_inputs,
           guint *n_outputs)
{
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);

  *n_inputs = *n_outputs = 0;
  count_ports (spec, &genlock_equipment_io_ports, io_type, n_inputs, n_outputs);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    count_ports (cards->pdata[i], &genlock_equipment_card_io, io_type, n_inputs, n_outputs);
}

static void
test_sound (void)
{
  const GPtrArray *problems = genlock_library_get_problems (library);

  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockLibraryProblem *problem = problems->pdata[i];

      g_printerr ("%s: %s: %s: %s\n", problem->file, problem->entry, problem->place,
                  problem->message);
    }
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_counts (void)
{
  static const char * const categories[] = {
    "CAMERA", "CCU", "SWITCHER", "ROUTER", "LED_PROCESSOR", "LED_TILE", "PROJECTOR", "RECORDER",
    "MONITOR", "CONVERTER",
  };
  const GPtrArray *devices = genlock_library_get_devices (library);
  guint n_frames = 0;

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      guint count = 0;

      for (guint j = 0; j < devices->len; j++)
        count += strcmp (((GenlockLibraryDevice *) devices->pdata[j])->category,
                         categories[i]) == 0;
      g_test_message ("%s: %u", categories[i], count);
      g_assert_cmpuint (count, >=, MIN_PER_CATEGORY);
    }
  for (guint i = 0; i < devices->len; i++)
    {
      const GenlockLibraryDevice *device = devices->pdata[i];
      g_autoptr (GPtrArray) cards = genlock_library_list_cards (library, device);

      g_assert_cmpint (device->is_card_based, ==, cards->len > 0);
      n_frames += device->is_card_based;
    }
  g_test_message ("%u devices, %u frames", devices->len, n_frames);
  g_assert_cmpuint (devices->len, >=, MIN_DEVICES);
  g_assert_cmpuint (n_frames, >=, MIN_FRAMES);
}

static void
test_facts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const GenlockLibraryDevice *device = genlock_library_find_device (library, facts[i].id);
      g_autoptr (GenlockRecord) spec = NULL;
      guint n_inputs;
      guint n_outputs;

      g_test_message ("%s", facts[i].id);
      g_assert_nonnull (device);
      spec = genlock_library_expand (library, device);
      count_all (spec, facts[i].io_type, &n_inputs, &n_outputs);
      g_assert_cmpstr (device->category, ==, facts[i].category);
      g_assert_cmpuint (n_inputs, ==, facts[i].n_inputs);
      g_assert_cmpuint (n_outputs, ==, facts[i].n_outputs);
      g_assert_cmpuint (device->card_slots, ==, facts[i].card_slots);
    }
}

/* Slots 1 and 2 link chassis, 3 to 10 take inputs, 11 to 14 outputs, the last the multiviewer. */
static void
test_e2_slots (void)
{
  const GenlockLibraryDevice *e2 = genlock_library_find_device (library, "barco/e2");
  const GenlockLibraryCard *input =
    genlock_library_find_card (library, "barco/event-master-sdi-input");
  const GenlockLibraryCard *output =
    genlock_library_find_card (library, "barco/event-master-sdi-output");
  const GenlockLibraryCard *other =
    genlock_library_find_card (library, "grass-valley/kayenne-xl-me");

  for (guint slot = 0; slot <= 65; slot++)
    {
      g_assert_cmpint (genlock_library_fits (library, e2, slot, input), ==,
                       slot >= 3 && slot <= 10);
      g_assert_cmpint (genlock_library_fits (library, e2, slot, output), ==,
                       slot >= 11 && slot <= 14);
      g_assert_false (genlock_library_fits (library, e2, slot, other));
    }
}

static void
check_record (GenlockRecord *record,
              GHashTable *ids)
{
  g_autoptr (GError) error = NULL;

  genlock_record_validate (record, &error);
  g_assert_no_error (error);
  g_assert_true (genlock_uuid_is_canonical (genlock_record_get_id (record)));
  g_assert_true (g_hash_table_add (ids, g_strdup (genlock_record_get_id (record))));
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      GPtrArray *children = genlock_record_get_children (record, genlock_schema_tables[i]);

      for (guint j = 0; children != NULL && j < children->len; j++)
        check_record (children->pdata[j], ids);
    }
}

/* Every row may be stored, no two share an id, and the light list tells the truth. */
static void
test_expand (void)
{
  const GPtrArray *devices = genlock_library_get_devices (library);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < devices->len; i++)
    {
      const GenlockLibraryDevice *device = devices->pdata[i];
      g_autoptr (GenlockRecord) spec = genlock_library_expand (library, device);
      g_autofree char *spec_id = genlock_library_dup_spec_id (device);
      guint revision;
      g_autofree char *origin = genlock_library_read_origin (spec, &revision);
      guint n_inputs;
      guint n_outputs;

      check_record (spec, ids);
      count_all (spec, NULL, &n_inputs, &n_outputs);
      g_assert_cmpuint (n_inputs, ==, device->n_inputs);
      g_assert_cmpuint (n_outputs, ==, device->n_outputs);
      g_assert_cmpstr (genlock_record_get_id (spec), ==, spec_id);
      g_assert_cmpstr (origin, ==, device->id);
      g_assert_cmpuint (revision, ==, device->revision);
      g_assert_cmpuint (g_strv_length ((char **) device->sources), >, 0);
    }
}

static void
test_cards (void)
{
  const GPtrArray *cards = genlock_library_get_cards (library);

  for (guint i = 0; i < cards->len; i++)
    {
      const GenlockLibraryCard *card = cards->pdata[i];
      g_autoptr (GenlockRecord) record = genlock_library_make_card (library, card);
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint n_inputs = 0;
      guint n_outputs = 0;

      check_record (record, ids);
      count_ports (record, &genlock_equipment_card_io, NULL, &n_inputs, &n_outputs);
      g_assert_cmpuint (n_inputs, ==, card->n_inputs);
      g_assert_cmpuint (n_outputs, ==, card->n_outputs);
      g_assert_cmpstr (genlock_record_get_name (record), ==, card->model);
    }
}

/* "id revision digest" for every device: what has been shipped under a revision stays what it
 * expands to, ids included. A change of an entry, or of a card that it comes with, needs its next
 * revision. */
static char *
print_digests (void)
{
  const GPtrArray *devices = genlock_library_get_devices (library);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < devices->len; i++)
    {
      const GenlockLibraryDevice *device = devices->pdata[i];
      g_autoptr (GenlockRecord) spec = genlock_library_expand (library, device);
      g_autoptr (GString) json = g_string_new (NULL);
      g_autofree char *digest = NULL;

      genlock_record_write_json (spec, json);
      digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json->str, json->len);
      g_string_append_printf (text, "%s %u %.16s\n", device->id, device->revision, digest);
    }

  return g_string_free (text, FALSE);
}

static void
test_digests (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "equipment", "data",
                                                 "library-digests", NULL);
  g_autofree char *digests = print_digests ();
  g_auto (GStrv) lines = g_strsplit (digests, "\n", -1);
  g_autofree char *golden = NULL;
  g_auto (GStrv) golden_lines = NULL;

  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  golden_lines = g_strsplit (golden, "\n", -1);
  for (guint i = 0; lines[i] != NULL && golden_lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, golden_lines[i]);
  g_assert_cmpstr (digests, ==, golden);
}

/* Of "blackmagic-design/universal-videohub-72", revision 1, made with another program: the device,
 * "INPUT 1", "slot 2" and "slot 2 OUTPUT 1". An id never changes; these are in databases. */
#define SPEC_ID "a1c07f49-4c02-5510-82a4-e6452a104a8e"
#define PORT_ID "c01a23be-85b8-5b15-93ff-129fbbda7f63"
#define CARD_ID "a0ee67ea-1fec-5522-98a3-20cc8f1d5382"
#define CARD_PORT_ID "2393909f-e10c-58b6-83bf-c028b67c3ffc"

static void
test_ids (void)
{
  const GenlockLibraryDevice *device =
    genlock_library_find_device (library, "blackmagic-design/universal-videohub-72");
  g_autoptr (GenlockRecord) spec = genlock_library_expand (library, device);
  g_autoptr (GenlockRecord) again = genlock_library_expand (library, device);
  GPtrArray *ports = genlock_record_get_children (spec, &genlock_equipment_io_ports);
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);
  GPtrArray *card_ports = genlock_record_get_children (cards->pdata[1],
                                                       &genlock_equipment_card_io);
  GenlockLibraryDevice next = *device;
  g_autofree char *next_id = NULL;

  g_assert_cmpstr (genlock_record_get_id (again), ==, genlock_record_get_id (spec));
  g_assert_cmpstr (genlock_record_get_id (spec), ==, SPEC_ID);
  g_assert_cmpstr (genlock_record_get_id (ports->pdata[0]), ==, PORT_ID);
  g_assert_cmpstr (genlock_record_get_id (cards->pdata[1]), ==, CARD_ID);
  g_assert_cmpstr (genlock_record_get_id (card_ports->pdata[4]), ==, CARD_PORT_ID);
  g_assert_cmpstr (genlock_record_get_text (card_ports->pdata[4],
                                            GENLOCK_EQUIPMENT_CARD_IO_LABEL), ==, "SDI OUT 1");

  next.revision++;
  next_id = genlock_library_dup_spec_id (&next);
  g_assert_cmpstr (next_id, !=, genlock_record_get_id (spec));
}

/* Loading is what the app does before it can list anything: 50 ms are aimed at. The time is that
 * of the processor, so that other work on the machine does not count; sanitizers do. */
static void
test_fast (void)
{
  g_autofree char *folder = genlock_library_find_folder ();
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    {
      clock_t start = clock ();
      g_autoptr (GenlockLibrary) other = genlock_library_new (folder, NULL);

      g_assert_nonnull (other);
      best = MIN (best, (double) (clock () - start) / CLOCKS_PER_SEC);
    }
  g_test_message ("%.1f ms", best * 1000);
  g_assert_cmpfloat (best, <, 0.25);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = genlock_library_find_folder ();
  int status;

  library = genlock_library_new (folder, NULL);
  if (library != NULL && argc > 1 && strcmp (argv[1], "--print-digests") == 0)
    {
      g_autofree char *digests = print_digests ();

      g_print ("%s", digests);
      genlock_library_unref (library);
      return 0;
    }

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (library);
  g_test_add_func ("/library/sound", test_sound);
  g_test_add_func ("/library/counts", test_counts);
  g_test_add_func ("/library/facts", test_facts);
  g_test_add_func ("/library/e2-slots", test_e2_slots);
  g_test_add_func ("/library/expand", test_expand);
  g_test_add_func ("/library/cards", test_cards);
  g_test_add_func ("/library/digests", test_digests);
  g_test_add_func ("/library/ids", test_ids);
  g_test_add_func ("/library/fast", test_fast);
  status = g_test_run ();
  genlock_library_unref (library);

  return status;
}
