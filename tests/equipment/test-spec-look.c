/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the second look at equipment, before cables land on its ports. */

#include "config.h"

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-spec-look.h"
#include "frame-help.h"
#include "show-help.h"

/* A spec with an input and an output; a copy as somebody looks at it. */
static GenlockRecord *
set_up_spec (StoreFixture *fixture)
{
  g_autoptr (GenlockRecord) spec = make_frame (SPEC, "E2", 2);

  add_port (spec, FALSE, "SDI", "IN 1", 1);
  add_port (spec, TRUE, "SDI", "OUT 1", 1);
  insert (fixture, genlock_record_ref (spec));

  return load_row (fixture, &genlock_equipment_specs, SPEC);
}

static GenlockRecord *
make_input (const GenlockRecord *spec)
{
  GenlockRecord *port = genlock_record_new_row (&genlock_equipment_io_ports, NULL);

  genlock_record_set_text (port, GENLOCK_PORT_PARENT_ID, genlock_record_get_id (spec));
  genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, "INPUT");
  genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE, "SDI");

  return port;
}

static GenlockSpecLook
look (StoreFixture *fixture,
      GenlockRecord **spec)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = genlock_store_open (fixture->dir.file, GENLOCK_STORE_READ,
                                                       &error);
  GenlockSpecLook found;

  g_assert_no_error (error);
  found = genlock_spec_look_again (store, spec);
  genlock_store_close (store);

  return found;
}

static void
test_same (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = set_up_spec (fixture);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  GenlockRecord *patch = genlock_record_new (&genlock_equipment_io_ports);

  g_assert_cmpint (look (fixture, &spec), ==, GENLOCK_SPEC_LOOK_SAME);

  /* A label is not a port. */
  genlock_record_set_text (patch, GENLOCK_META_ID, port_id (spec, "IN 1"));
  genlock_record_set_text (patch, GENLOCK_PORT_LABEL, "CAM");
  genlock_batch_update (batch, patch);
  apply_quietly (fixture, g_steal_pointer (&batch));
  g_assert_cmpint (look (fixture, &spec), ==, GENLOCK_SPEC_LOOK_SAME);
}

static void
test_port_comes (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = set_up_spec (fixture);
  g_autoptr (GArray) ports = NULL;
  GenlockRecord *port = make_input (spec);

  insert (fixture, port);
  g_assert_cmpint (look (fixture, &spec), ==, GENLOCK_SPEC_LOOK_CHANGED);
  ports = genlock_ports_list (spec);
  g_assert_cmpuint (ports->len, ==, 3);
  g_assert_cmpint (look (fixture, &spec), ==, GENLOCK_SPEC_LOOK_SAME);
}

/* One goes and another one comes: as many as before. */
static void
test_port_goes (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = set_up_spec (fixture);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  GenlockRecord *port = make_input (spec);

  genlock_batch_delete (batch, &genlock_equipment_io_ports, port_id (spec, "IN 1"));
  genlock_batch_insert (batch, port);
  apply_quietly (fixture, g_steal_pointer (&batch));
  g_assert_cmpint (look (fixture, &spec), ==, GENLOCK_SPEC_LOOK_CHANGED);
}

static void
test_port_turns (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = set_up_spec (fixture);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  GenlockRecord *patch = genlock_record_new (&genlock_equipment_io_ports);

  genlock_record_set_text (patch, GENLOCK_META_ID, port_id (spec, "IN 1"));
  genlock_record_set_text (patch, GENLOCK_PORT_PORT_TYPE, "OUTPUT");
  genlock_batch_update (batch, patch);
  apply_quietly (fixture, g_steal_pointer (&batch));
  g_assert_cmpint (look (fixture, &spec), ==, GENLOCK_SPEC_LOOK_CHANGED);
}

static void
test_card_comes (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = set_up_spec (fixture);
  g_autoptr (GenlockCardType) type = frame_help_make_type ("Input", "in", 4, 0);

  insert (fixture, genlock_card_type_make_card (type, genlock_record_get_id (spec), 1));
  g_assert_cmpint (look (fixture, &spec), ==, GENLOCK_SPEC_LOOK_CHANGED);
}

static void
test_gone (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = set_up_spec (fixture);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("DELETE");

  genlock_batch_delete (batch, &genlock_equipment_specs, genlock_record_get_id (spec));
  apply_quietly (fixture, g_steal_pointer (&batch));
  g_assert_cmpint (look (fixture, &spec), ==, GENLOCK_SPEC_LOOK_GONE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/spec-look/same", test_same);
  store_test ("/spec-look/port-comes", test_port_comes);
  store_test ("/spec-look/port-goes", test_port_goes);
  store_test ("/spec-look/port-turns", test_port_turns);
  store_test ("/spec-look/card-comes", test_card_comes);
  store_test ("/spec-look/gone", test_gone);

  return g_test_run ();
}
