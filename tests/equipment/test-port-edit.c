/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of gestures on ports: adding, setting, order, pasting, in a real database. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/store/genlock-load.h"
#include "equipment/genlock-card-type.h"
#include "equipment/genlock-port-edit.h"
#include "equipment/genlock-port-pattern.h"
#include "store-fixture.h"

static GenlockRecord *
load (StoreFixture *fixture)
{
  g_autofree char *id = make_id (1);
  g_autoptr (GError) error = NULL;
  GenlockRecord *spec = genlock_load_row (fixture->database, &genlock_equipment_specs, id, NULL,
                                          &error);

  g_assert_no_error (error);

  return spec;
}

static GenlockRecord *
make_spec (StoreFixture *fixture)
{
  GenlockRecord *spec = make_frame (1, "E2", 8);

  insert (fixture, spec);

  return load (fixture);
}

/* The spec as it is by now. */
static void
reload (StoreFixture *fixture,
        GenlockRecord **spec)
{
  genlock_record_unref (*spec);
  *spec = load (fixture);
}

static void
add (StoreFixture *fixture,
     GenlockRecord **spec,
     const char *port_type,
     const char *pattern,
     const char *after_id)
{
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch = genlock_port_add_build (*spec, port_type, "12G-SDI", pattern, NULL,
                                                after_id, &error);

  g_assert_no_error (error);
  apply_quietly (fixture, batch);
  reload (fixture, spec);
}

static const char *
id_of (GenlockRecord *spec,
       const char *label)
{
  g_autoptr (GArray) ports = genlock_ports_list (spec);

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockRecord *port = g_array_index (ports, GenlockPort, i).record;

      if (g_strcmp0 (genlock_record_get_text (port, GENLOCK_PORT_LABEL), label) == 0)
        return g_intern_string (genlock_record_get_id (port));
    }

  g_error ("There is no port “%s”", label);
}

static void
assert_order (GenlockRecord *spec,
              const char *expected)
{
  g_autoptr (GArray) ports = genlock_ports_list (spec);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < ports->len; i++)
    {
      g_autofree char *label = genlock_port_dup_label (&g_array_index (ports, GenlockPort, i));

      g_string_append_printf (order, "%s%s", i > 0 ? " " : "", label);
    }

  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_add (StoreFixture *fixture,
          gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = make_spec (fixture);

  add (fixture, &spec, "INPUT", "I[1-3]", NULL);
  add (fixture, &spec, "OUTPUT", "O[1-2]", NULL);
  add (fixture, &spec, "INPUT", "X[1-2]", id_of (spec, "I1"));
  assert_order (spec, "I1 X1 X2 I2 I3 O1 O2");

  undo_quietly (fixture);
  reload (fixture, &spec);
  assert_order (spec, "I1 I2 I3 O1 O2");
}

static void
test_add_limits (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = make_spec (fixture);
  g_autoptr (GenlockRecord) card = genlock_record_new_row (&genlock_equipment_cards, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *preview = NULL;

  g_assert_null (genlock_port_add_build (card, "INPUT", "SDI", "IN [1-1000]", NULL, NULL, &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT);
  g_clear_error (&error);

  g_assert_null (genlock_port_add_build (spec, "INPUT", "SDI", "IN [1-", NULL, NULL, &error));
  g_assert_error (error, GENLOCK_PORT_PATTERN_ERROR, GENLOCK_PORT_PATTERN_ERROR_BRACKET);
  g_assert_cmpuint (genlock_port_pattern_error_get_place (error), ==, 3);
  g_clear_error (&error);

  g_assert_null (genlock_port_add_build (spec, "INPUT", "", "IN 1", NULL, NULL, &error));
  g_assert_nonnull (error);

  preview = genlock_port_add_dup_preview ("SDI IN [1-40]", NULL);
  g_assert_cmpstr (preview, ==, "40 ports: SDI IN 1, SDI IN 2 … SDI IN 40");
}

static void
test_set (StoreFixture *fixture,
          gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = make_spec (fixture);
  g_autoptr (GError) error = NULL;
  const char *ids[4] = { NULL };
  GenlockBatch *batch;

  add (fixture, &spec, "INPUT", "I[1-3]", NULL);
  ids[0] = id_of (spec, "I1");
  ids[1] = id_of (spec, "I3");
  batch = genlock_port_set_build (spec, ids, GENLOCK_PORT_LABEL, "CAM [5-6]", &error);
  g_assert_no_error (error);
  apply_quietly (fixture, batch);
  g_assert_null (genlock_port_set_build (spec, ids, GENLOCK_PORT_LABEL, "CAM [5-7]", &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT);

  ids[1] = NULL;
  apply_quietly (fixture, genlock_port_set_build (spec, ids, GENLOCK_PORT_PORT_TYPE, "OUTPUT",
                                                  NULL));
  reload (fixture, &spec);
  assert_order (spec, "I2 CAM 6 CAM 5");
  g_assert_null (genlock_port_set_build (spec, ids, GENLOCK_PORT_IO_TYPE, "", NULL));
}

static void
test_order (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = make_spec (fixture);
  const char *ids[4] = { NULL };

  add (fixture, &spec, "INPUT", "I[1-5]", NULL);
  add (fixture, &spec, "OUTPUT", "O[1-2]", NULL);

  ids[0] = id_of (spec, "I4");
  ids[1] = id_of (spec, "I1");
  ids[2] = id_of (spec, "O1");
  apply_quietly (fixture, genlock_port_move_build (spec, ids, id_of (spec, "I3")));
  reload (fixture, &spec);
  assert_order (spec, "I2 I1 I4 I3 I5 O1 O2");

  apply_quietly (fixture, genlock_port_shift_build (spec, ids, FALSE));
  reload (fixture, &spec);
  assert_order (spec, "I1 I4 I2 I3 I5 O1 O2");
  g_assert_null (genlock_port_shift_build (spec, ids, FALSE));

  apply_quietly (fixture, genlock_port_shift_build (spec, ids, TRUE));
  reload (fixture, &spec);
  assert_order (spec, "I2 I1 I4 I3 I5 O2 O1");

  apply_quietly (fixture, genlock_port_move_build (spec, ids, NULL));
  reload (fixture, &spec);
  assert_order (spec, "I2 I3 I5 I1 I4 O2 O1");

  /* Dropped on one of themselves. */
  ids[0] = id_of (spec, "I2");
  ids[1] = id_of (spec, "I5");
  ids[2] = NULL;
  apply_quietly (fixture, genlock_port_move_build (spec, ids, id_of (spec, "I5")));
  reload (fixture, &spec);
  assert_order (spec, "I3 I2 I5 I1 I4 O2 O1");
}

static void
test_random_order (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = make_spec (fixture);

  add (fixture, &spec, "INPUT", "I[1-9]", NULL);
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GArray) before = genlock_ports_list (spec);
      g_autoptr (GenlockBatch) batch = NULL;
      g_autoptr (GArray) after = NULL;
      const char *ids[4] = { NULL };
      const char *target = NULL;

      for (guint i = 0; i < 3; i++)
        ids[i] = genlock_record_get_id (
          g_array_index (before, GenlockPort, g_test_rand_int_range (0, 9)).record);
      if (g_test_rand_bit ())
        target = genlock_record_get_id (
          g_array_index (before, GenlockPort, g_test_rand_int_range (0, 9)).record);

      batch = genlock_port_move_build (spec, ids, target);
      if (batch == NULL)
        continue;

      apply_quietly (fixture, genlock_batch_ref (batch));
      reload (fixture, &spec);
      after = genlock_ports_list (spec);
      g_assert_cmpuint (after->len, ==, 9);
      for (guint i = 0; i < 9; i++)
        g_assert_cmpint (genlock_record_get_int (g_array_index (after, GenlockPort, i).record,
                                                 GENLOCK_PORT_PORT_INDEX), ==, i + 1);
    }
}

static GPtrArray *
make_rows (const char * const *lines)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], "|", -1));

  return rows;
}

static void
test_paste (StoreFixture *fixture,
            gconstpointer data)
{
  static const char * const lines[] = { "A|HDMI 2.0", "B|", "C|HDMI 2.0", "D|", NULL };
  static const char * const named[] = { "Direction|Label|Connector|", "Out|P|SDI|", "in|Q||",
                                        NULL };
  static const char * const wrong[] = { "A|SDI", "B|SDI|what", NULL };
  static const guint fields[] = { GENLOCK_PORT_LABEL, GENLOCK_PORT_IO_TYPE };
  static const char * const nothing[] = { NULL };
  g_autoptr (GenlockRecord) spec = make_spec (fixture);
  g_autoptr (GPtrArray) rows = make_rows (lines);
  g_autoptr (GPtrArray) with_header = make_rows (named);
  g_autoptr (GPtrArray) bad = make_rows (wrong);
  g_autoptr (GError) error = NULL;
  const char *ids[3] = { NULL };
  GenlockBatch *batch;

  add (fixture, &spec, "INPUT", "I[1-3]", NULL);
  ids[0] = id_of (spec, "I1");
  ids[1] = id_of (spec, "I2");
  batch = genlock_port_paste_build (spec, rows, fields, 2, ids, &error);
  g_assert_no_error (error);
  apply_quietly (fixture, batch);
  reload (fixture, &spec);
  assert_order (spec, "A B I3 C D");

  batch = genlock_port_paste_build (spec, with_header, fields, 2, nothing, &error);
  g_assert_no_error (error);
  apply_quietly (fixture, batch);
  reload (fixture, &spec);
  assert_order (spec, "A B I3 C D Q P");

  g_assert_null (genlock_port_paste_build (spec, bad, fields, 2, nothing, &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_CELLS);
  g_assert_nonnull (strstr (error->message, "Row 2, what"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test ("/port-edit/add", test_add);
  store_test ("/port-edit/add-limits", test_add_limits);
  store_test ("/port-edit/set", test_set);
  store_test ("/port-edit/order", test_order);
  store_test ("/port-edit/random-order", test_random_order);
  store_test ("/port-edit/paste", test_paste);

  return g_test_run ();
}
