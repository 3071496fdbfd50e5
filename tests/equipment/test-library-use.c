/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of an entry of the shipped library: rows of a database, a frame to put cards in. */

#include "config.h"

#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-library.h"
#include "equipment/genlock-slot-rules.h"
#include "store-fixture.h"

#define COUNT_PORTS \
  "SELECT (SELECT count(*) FROM equipment_io_ports WHERE NOT is_deleted)" \
  " + (SELECT count(*) FROM equipment_card_io WHERE NOT is_deleted)"

static GenlockLibrary *library;

/* Whether a slot takes a kind of card. */
static gboolean
is_taken (const GenlockSlotRule *rule,
          const GenlockCardType *type)
{
  if (rule->families != NULL && !g_strv_contains ((const char * const *) rule->families,
                                                  type->family))
    return FALSE;

  switch (rule->direction)
    {
    case GENLOCK_SLOT_INPUT:
      return type->count.n_outputs == 0;

    case GENLOCK_SLOT_OUTPUT:
      return type->count.n_inputs == 0;

    case GENLOCK_SLOT_EITHER:
      break;
    }

  return TRUE;
}

/* The card editor reads of each frame what the library says of it: slots, families, card types. */
static void
test_rules (void)
{
  const GPtrArray *devices = genlock_library_get_devices (library);

  for (guint i = 0; i < devices->len; i++)
    {
      const GenlockLibraryDevice *device = devices->pdata[i];
      g_autoptr (GenlockRecord) spec = genlock_library_expand (library, device);
      GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);
      g_autoptr (GPtrArray) types = genlock_library_list_cards (library, device);
      g_autoptr (GError) error = NULL;
      g_autoptr (GenlockSlotRules) rules =
        genlock_slot_rules_read (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS),
                                 &error);

      g_test_message ("%s", device->id);
      g_assert_no_error (error);
      g_assert_cmpuint (rules->n_slots, ==, device->card_slots);
      g_assert_cmpuint (rules->card_types->len, ==, types->len);
      for (guint j = 0; j < types->len; j++)
        {
          const GenlockLibraryCard *card = types->pdata[j];
          const GenlockCardType *type = rules->card_types->pdata[j];

          g_assert_cmpstr (type->label, ==, card->model);
          g_assert_cmpuint (type->count.n_inputs, ==, card->n_inputs);
          g_assert_cmpuint (type->count.n_outputs, ==, card->n_outputs);
          for (guint slot = 1; slot <= device->card_slots; slot++)
            g_assert_cmpint (is_taken (&rules->slots[slot - 1], type), ==,
                             genlock_library_fits (library, device, slot, card));
        }
      for (guint j = 0; j < cards->len; j++)
        {
          gint64 slot = genlock_record_get_int (cards->pdata[j],
                                                GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
          const GenlockCardType *type = genlock_slot_rules_find_type (rules, cards->pdata[j]);

          g_assert_nonnull (type);
          g_assert_true (is_taken (&rules->slots[slot - 1], type));
        }
    }
}

static void
insert_all (StoreFixture *fixture)
{
  const GPtrArray *devices = genlock_library_get_devices (library);
  GenlockBatch *batch = genlock_batch_new ("ADD");

  for (guint i = 0; i < devices->len; i++)
    genlock_batch_insert (batch, genlock_library_expand (library, devices->pdata[i]));
  apply_quietly (fixture, batch);
}

/* The whole library goes into a database in one step, is what it was, and comes back after it was
 * deleted: the same rows, not new ones. */
static void
test_store (StoreFixture *fixture,
            gconstpointer data)
{
  const GPtrArray *devices = genlock_library_get_devices (library);
  gint64 n_ports = 0;
  GenlockBatch *batch = genlock_batch_new ("DELETE");

  insert_all (fixture);
  for (guint i = 0; i < devices->len; i++)
    {
      const GenlockLibraryDevice *device = devices->pdata[i];
      g_autofree char *id = genlock_library_dup_spec_id (device);

      n_ports += device->n_inputs + device->n_outputs;
      genlock_batch_delete (batch, &genlock_equipment_specs, id);
    }
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM equipment_specs WHERE NOT is_deleted"), ==,
                   devices->len);
  g_assert_cmpint (ask (fixture, COUNT_PORTS), ==, n_ports);

  apply_quietly (fixture, batch);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM equipment_card_io WHERE NOT is_deleted"), ==,
                   0);
  insert_all (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM equipment_specs"), ==, devices->len);
  g_assert_cmpint (ask (fixture, COUNT_PORTS), ==, n_ports);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = genlock_library_find_folder ();
  int status;

  g_test_init (&argc, &argv, NULL);
  library = genlock_library_new (folder, NULL);
  g_assert_nonnull (library);
  g_test_add_func ("/library-use/rules", test_rules);
  store_test ("/library-use/store", test_store);
  status = g_test_run ();
  genlock_library_unref (library);

  return status;
}
