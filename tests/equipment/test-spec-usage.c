/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reading from a store which shows use a piece of equipment. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-spec-usage.h"
#include "frame-help.h"
#include "store-help.h"

static GenlockRecord *
make_device (const char *show_id,
             const char *spec_id)
{
  GenlockRecord *device = genlock_record_new_row (&genlock_devices, NULL);

  genlock_record_set_text (device, GENLOCK_DEVICE_PRODUCTION_ID, show_id);
  genlock_record_set_text (device, GENLOCK_DEVICE_EQUIPMENT_ID, spec_id);
  genlock_record_set_text (device, GENLOCK_DEVICE_NAME, "SW");
  genlock_record_set_text (device, GENLOCK_DEVICE_CATEGORY, "SWITCHER");

  return device;
}

/* A cable from the first source of the show to the device. */
static GenlockRecord *
make_cable (const char *show_id,
            const GenlockRecord *source,
            const GenlockRecord *device)
{
  GenlockRecord *cable = genlock_record_new_row (&genlock_connections, NULL);

  genlock_record_set_text (cable, GENLOCK_CONNECTION_PRODUCTION_ID, show_id);
  genlock_record_set_text (cable, GENLOCK_CONNECTION_SOURCE_ID, genlock_record_get_id (source));
  genlock_record_set_text (cable, GENLOCK_CONNECTION_DESTINATION_TYPE, "DEVICE");
  genlock_record_set_text (cable, GENLOCK_CONNECTION_DESTINATION_ID,
                           genlock_record_get_id (device));

  return cable;
}

/* (transfer full): the id of a spec that two shows use. */
static char *
fill (GenlockStore *store)
{
  GenlockBatch *batch = genlock_batch_new ("ADD");
  GenlockRecord *spec = frame_help_make (2, NULL);
  GenlockRecord *other = frame_help_make (2, NULL);
  char *id = g_strdup (genlock_record_get_id (spec));
  const char *names[] = { "Kick-off", "Annual", "Unused" };

  genlock_batch_insert (batch, spec);
  genlock_batch_insert (batch, other);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GenlockRecord *show = store_help_show (names[i]);
      const char *show_id = genlock_record_get_id (show);
      GenlockRecord *source = store_help_source (show_id, "SRC 1", "CAM", NULL);
      GenlockRecord *device = make_device (show_id, i < 2 ? id : genlock_record_get_id (other));

      if (i == 0)
        genlock_record_set_text (source, GENLOCK_SOURCE_EQUIPMENT_ID, id);
      genlock_batch_insert (batch, show);
      genlock_batch_insert (batch, source);
      genlock_batch_insert (batch, device);
      genlock_batch_insert (batch, make_cable (show_id, source, device));
    }

  store_help_apply (store, batch);

  return id;
}

static void
check (const GenlockSpecUsage *usage)
{
  g_autofree char *all = genlock_spec_usage_dup_text (usage, 5);
  g_autofree char *first = genlock_spec_usage_dup_text (usage, 1);
  g_autofree char *use = genlock_spec_use_dup_text (usage->uses->pdata[0]);

  g_assert_cmpstr (all, ==, "Annual (1 device), Kick-off (1 device, 1 source)");
  g_assert_cmpstr (first, ==, "Annual (1 device) and 1 more show");
  g_assert_cmpstr (use, ==, "Annual: 1 device, 1 cable");
  g_assert_cmpuint (usage->connections->len, ==, 2);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  GenlockSpecUsage **usage = user_data;
  g_autoptr (GError) error = NULL;

  *usage = genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_read (gpointer data)
{
  return *(GenlockSpecUsage **) data != NULL;
}

static void
test_read (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = fill (store);
  const char *ids[] = { id, NULL };
  const char *none[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage = genlock_spec_usage_read (store, ids, &error);
  g_autoptr (GenlockSpecUsage) nothing = genlock_spec_usage_read (store, none, NULL);
  g_autoptr (GenlockSpecUsage) later = NULL;

  g_assert_no_error (error);
  check (usage);
  g_assert_true (genlock_spec_usage_is_empty (nothing));

  genlock_spec_usage_read_async (store, ids, NULL, read_cb, &later);
  store_help_wait (is_read, &later);
  check (later);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  temp_dir_test ("/spec-usage/read", test_read);

  return g_test_run ();
}
