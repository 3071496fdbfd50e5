/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of shipped devices: what is in it, in which order, and what copying one does. */

#include "config.h"

#include <glib/gstdio.h>

#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "temp-dir.h"
#include "ui/equipment/genlock-shipped-list.h"

static const char files[] =
  "{\"version\": 1, \"manufacturer\": \"Acme\", \"cards\": [], \"devices\": ["
  "{\"id\": \"acme/router-2\", \"revision\": 1, \"category\": \"ROUTER\", \"model\": \"Router 2\","
  " \"ioArchitecture\": \"DIRECT\", \"sources\": [\"Acme, manual\"], \"ports\": ["
  "{\"portType\": \"INPUT\", \"ioType\": \"12G-SDI\", \"labels\": \"SDI IN [1-4]\"}]},"
  "{\"id\": \"acme/router-10\", \"revision\": 1, \"category\": \"ROUTER\","
  " \"model\": \"Router 10\","
  " \"ioArchitecture\": \"DIRECT\", \"sources\": [\"Acme, manual\"], \"ports\": ["
  "{\"portType\": \"OUTPUT\", \"ioType\": \"HDMI 2.0\", \"labels\": \"HDMI [1-8]\"}]},"
  "{\"id\": \"acme/camera\", \"revision\": 1, \"category\": \"CAMERA\", \"model\": \"Zoom\","
  " \"ioArchitecture\": \"DIRECT\", \"isSecondaryDevice\": true, \"sources\": [\"Acme, manual\"],"
  " \"ports\": [{\"portType\": \"OUTPUT\", \"ioType\": \"3G-SDI\", \"label\": \"SDI OUT\"}]}]}";

static GenlockStore *
open_store (TempDir *dir)
{
  g_autofree char *folder = g_build_filename (dir->path, "library", NULL);
  g_autofree char *file = g_build_filename (folder, "acme.json", NULL);
  g_autoptr (GError) error = NULL;
  GenlockStore *store;

  g_assert_no_errno (g_mkdir (folder, 0700));
  g_file_set_contents (file, files, -1, &error);
  g_assert_no_error (error);
  g_setenv ("GENLOCK_DATA", dir->path, TRUE);

  store = genlock_store_open (dir->file, GENLOCK_STORE_WRITE, &error);
  g_assert_no_error (error);

  return store;
}

static void
show (GenlockShippedList *list,
      const GenlockLibraryView *view)
{
  genlock_shipped_list_set_view (list, view);
  while (genlock_shipped_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_models (GenlockShippedList *list,
               const char *expected)
{
  g_autoptr (GString) models = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GenlockRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (models, "%s%s", i > 0 ? "," : "",
                              genlock_record_get_name (genlock_row_get_record (row)));
    }
  g_assert_cmpstr (models->str, ==, expected);
}

static void
test_view (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = open_store (dir);
  g_autoptr (GenlockShippedList) list = genlock_shipped_list_new (store);
  const char * const routers[] = { "ROUTER", NULL };
  GenlockLibraryView view = { 0 };

  show (list, &view);
  assert_models (list, "Zoom,Router 2,Router 10");
  view.sort = GENLOCK_LIBRARY_SORT_PORTS;
  show (list, &view);
  assert_models (list, "Router 10,Router 2,Zoom");
  view.categories = routers;
  show (list, &view);
  assert_models (list, "Router 10,Router 2");
  view.search = "sdi ACME";
  show (list, &view);
  assert_models (list, "Router 2");
  g_assert_cmpuint (genlock_shipped_list_count (list, &view), ==, 1);

  view = (GenlockLibraryView) { .secondary = TRUE };
  show (list, &view);
  assert_models (list, "Zoom");
  view = (GenlockLibraryView) { .card_based = TRUE };
  show (list, &view);
  assert_models (list, "");
  view = (GenlockLibraryView) { .origin = GENLOCK_LIBRARY_MINE };
  show (list, &view);
  assert_models (list, "");
}

static void
apply (GenlockStore *store,
       GenlockBatch *batch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_store_apply (store, batch, NULL, &error);

  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
test_copy (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = open_store (dir);
  g_autoptr (GenlockShippedList) list = genlock_shipped_list_new (store);
  g_autoptr (GenlockBatch) copy = genlock_batch_new ("ADD");
  g_autoptr (GenlockBatch) delete = genlock_batch_new ("DELETE");
  g_autoptr (GenlockRow) row = NULL;
  GenlockLibraryView view = { 0 };
  GenlockRecord *record;

  show (list, &view);
  row = g_list_model_get_item (G_LIST_MODEL (list), 1);
  record = genlock_row_get_record (row);
  g_assert_cmpuint (genlock_record_get_children (record, &genlock_equipment_io_ports)->len, ==, 4);

  genlock_batch_insert (copy, genlock_record_copy (record));
  apply (store, copy);
  assert_models (list, "Zoom,Router 10");
  genlock_batch_delete (delete, &genlock_equipment_specs, genlock_record_get_id (record));
  apply (store, delete);
  assert_models (list, "Zoom,Router 2,Router 10");
}

/* One that was copied before is not in a list that is made after. */
static void
test_copied_before (TempDir *dir,
                    gconstpointer data)
{
  g_autoptr (GenlockStore) store = open_store (dir);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  g_autoptr (GenlockShippedList) list = genlock_shipped_list_new (store);
  g_autoptr (GenlockRow) row = NULL;
  GenlockLibraryView view = { 0 };

  show (list, &view);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  genlock_batch_insert (batch, genlock_record_copy (genlock_row_get_record (row)));
  apply (store, batch);

  g_clear_object (&list);
  list = genlock_shipped_list_new (store);
  show (list, &view);
  assert_models (list, "Router 2,Router 10");
}

static void
test_no_folder (TempDir *dir,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = genlock_store_open (dir->file, GENLOCK_STORE_WRITE, &error);
  g_autoptr (GenlockShippedList) list = NULL;
  GenlockLibraryView view = { 0 };

  g_assert_no_error (error);
  g_setenv ("GENLOCK_DATA", "/nonexistent", TRUE);
  list = genlock_shipped_list_new (store);
  show (list, &view);
  assert_models (list, "");
  g_assert_null (genlock_shipped_list_get_library (list));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/shipped-list/view", test_view);
  temp_dir_test ("/shipped-list/copy", test_copy);
  temp_dir_test ("/shipped-list/copied-before", test_copied_before);
  temp_dir_test ("/shipped-list/no-folder", test_no_folder);

  return g_test_run ();
}
