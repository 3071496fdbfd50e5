/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries that look at rows nested in rows that are nested: the ports of the cards of a frame. */

#include "config.h"

#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/store/genlock-list.h"
#include "store-help.h"

static GenlockRecord *
new_spec (const char *category,
          const char *manufacturer,
          const char *model)
{
  GenlockRecord *spec = genlock_record_new_row (&genlock_equipment_specs, NULL);

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, category);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, manufacturer);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, model);

  return spec;
}

static void
add_ports (GenlockRecord *spec,
           guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GenlockRecord *port = genlock_record_new_row (&genlock_equipment_io_ports, NULL);

      genlock_record_set_text (port, GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE, "INPUT");
      genlock_record_set_text (port, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE, "12G-SDI");
      genlock_record_add_child (spec, port);
    }
}

static GenlockRecord *
new_card_port (const char *io_type)
{
  GenlockRecord *port = genlock_record_new_row (&genlock_equipment_card_io, NULL);

  genlock_record_set_text (port, GENLOCK_EQUIPMENT_CARD_IO_PORT_TYPE, "OUTPUT");
  genlock_record_set_text (port, GENLOCK_EQUIPMENT_CARD_IO_IO_TYPE, io_type);

  return port;
}

static GenlockRecord *
add_card (GenlockRecord *spec,
          guint n_ports)
{
  GenlockRecord *card = genlock_record_new_row (&genlock_equipment_cards, NULL);

  for (guint i = 0; i < n_ports; i++)
    genlock_record_add_child (card, new_card_port ("Fibre ST"));
  genlock_record_add_child (spec, card);

  return card;
}

/* Two switchers, one with 3 ports on its cards and 1 of its own, and cameras with 2 and none. */
static char *
add_specs (GenlockStore *store)
{
  GenlockBatch *batch = genlock_batch_new ("ADD");
  GenlockRecord *frame = new_spec ("SWITCHER", "Barco", "E2");
  GenlockRecord *camera = new_spec ("CAMERA", "Sony", "HDC 2");
  GenlockRecord *card = add_card (frame, 3);
  char *id = g_strdup (genlock_record_get_id (card));

  add_card (frame, 0);
  add_ports (frame, 1);
  add_ports (camera, 2);
  genlock_batch_insert (batch, frame);
  genlock_batch_insert (batch, new_spec ("SWITCHER", "Analog Way", "Zenith"));
  genlock_batch_insert (batch, new_spec ("CAMERA", "sony", "HDC 10"));
  genlock_batch_insert (batch, camera);
  store_help_apply (store, batch);

  return id;
}

static void
assert_models (GenlockStore *store,
               const GenlockQuery *query,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = genlock_store_list (store, query, &error);
  g_autoptr (GString) models = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (models, "%s%s", i > 0 ? "," : "",
                            genlock_record_get_text (g_ptr_array_index (rows, i),
                                                     GENLOCK_EQUIPMENT_SPEC_MODEL));
  g_assert_cmpstr (models->str, ==, expected);
}

static void
test_search (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *card_id = add_specs (store);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_equipment_specs);
  GenlockBatch *batch = genlock_batch_new ("DELETE");

  genlock_query_set_search (query, "fibre e2");
  assert_models (store, query, "E2");
  genlock_batch_delete (batch, &genlock_equipment_cards, card_id);
  store_help_apply (store, batch);
  assert_models (store, query, "");
}

static void
test_count (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *card_id = add_specs (store);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_equipment_specs);
  GenlockBatch *batch = genlock_batch_new ("DELETE");

  genlock_query_set_sort_count (query, TRUE);
  assert_models (store, query, "E2,HDC 2,HDC 10,Zenith");
  genlock_query_set_sort_count (query, FALSE);
  assert_models (store, query, "HDC 10,Zenith,HDC 2,E2");
  genlock_batch_delete (batch, &genlock_equipment_cards, card_id);
  store_help_apply (store, batch);
  assert_models (store, query, "HDC 10,Zenith,E2,HDC 2");
}

static void
test_then (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *card_id = add_specs (store);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_equipment_specs);
  g_autoptr (GenlockQuery) copy = NULL;

  genlock_query_set_sort (query, GENLOCK_EQUIPMENT_SPEC_CATEGORY, FALSE);
  assert_models (store, query, "HDC 2,HDC 10,E2,Zenith");
  copy = genlock_query_copy (query);
  genlock_query_set_sort_then (query, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  g_assert_false (genlock_query_equal (query, copy));
  assert_models (store, query, "HDC 2,HDC 10,Zenith,E2");
  genlock_query_set_sort (query, GENLOCK_EQUIPMENT_SPEC_CATEGORY, TRUE);
  assert_models (store, query, "Zenith,E2,HDC 2,HDC 10");
  genlock_query_set_search (query, "sdi");
  assert_models (store, query, "E2,HDC 2");
}

static gboolean
has_two (gpointer data)
{
  return g_list_model_get_n_items (data) == 2 && !genlock_list_get_loading (data);
}

static gboolean
is_last (gpointer data)
{
  g_autoptr (GenlockRow) row = g_list_model_get_item (data, 1);
  GenlockRecord *record = genlock_row_get_record (row);

  return record != NULL && g_str_equal (genlock_record_get_name (record), "E2");
}

/* A list that is searched or sorted by what hangs two levels down follows it. */
static void
test_follow (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *card_id = add_specs (store);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_equipment_specs);
  g_autoptr (GenlockList) list = NULL;
  GenlockBatch *batch;
  GenlockRecord *port;

  genlock_query_set_search (query, "sdi");
  genlock_query_set_sort_count (query, FALSE);
  list = genlock_list_new (store, query);
  store_help_wait (has_two, list);
  store_help_wait (is_last, list);

  genlock_query_set_search (query, "hdmi");
  genlock_list_set_query (list, query);
  batch = genlock_batch_new ("ADD");
  port = new_card_port ("HDMI 2.0");
  genlock_record_set_text (port, GENLOCK_EQUIPMENT_CARD_IO_CARD_ID, card_id);
  genlock_batch_insert (batch, port);
  genlock_batch_insert (batch, new_spec ("MONITOR", "LG", "HDMI 7"));
  store_help_apply (store, batch);
  store_help_wait (has_two, list);
  store_help_wait (is_last, list);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/query-nested/search", test_search);
  temp_dir_test ("/query-nested/count", test_count);
  temp_dir_test ("/query-nested/then", test_then);
  temp_dir_test ("/query-nested/follow", test_follow);

  return g_test_run ();
}
