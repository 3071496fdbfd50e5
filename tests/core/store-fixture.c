/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A database in a folder of its own, and short words for what tests do with it. */

#define G_LOG_DOMAIN "test-store"

#include "config.h"

#include "core/model/genlock-validate.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "store-fixture.h"

void
store_fixture_set_up (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  temp_dir_set_up (&fixture->dir, NULL);
  fixture->database = genlock_database_open (fixture->dir.file, GENLOCK_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  genlock_ddl_create (fixture->database, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture *fixture,
                         gconstpointer data)
{
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  genlock_database_free (fixture->database);
  temp_dir_tear_down (&fixture->dir, NULL);
}

void
store_test (const char *name,
            StoreTest test)
{
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

char *
make_id (guint number)
{
  return g_strdup_printf ("%08x-0000-4000-8000-000000000000", number);
}

char *
make_content_id (guint number)
{
  return g_strdup_printf ("%08x-0000-5000-8000-000000000000", number);
}

GenlockRecord *
make_patch (const GenlockTable *table,
            guint number)
{
  GenlockRecord *record = genlock_record_new (table);

  genlock_record_take_text (record, GENLOCK_META_ID, make_id (number));

  return record;
}

static GenlockRecord *
make_row (const GenlockTable *table,
          guint number)
{
  g_autofree char *id = make_id (number);

  return genlock_record_new_row (table, id);
}

GenlockRecord *
make_show (guint number,
           const char *name)
{
  GenlockRecord *record = make_row (&genlock_productions, number);

  genlock_record_set_text (record, GENLOCK_PRODUCTION_SHOW_NAME, name);
  genlock_record_set_text (record, GENLOCK_PRODUCTION_CLIENT, "Acme");

  return record;
}

GenlockRecord *
make_source (guint number,
             guint show,
             const char *name)
{
  GenlockRecord *record = make_row (&genlock_sources, number);

  genlock_record_take_text (record, GENLOCK_SOURCE_PRODUCTION_ID, make_id (show));
  genlock_record_set_text (record, GENLOCK_SOURCE_TYPE, "Laptop");
  genlock_record_set_text (record, GENLOCK_SOURCE_NAME, name);

  return record;
}

GenlockRecord *
make_send (guint number,
           guint show,
           const char *name)
{
  GenlockRecord *record = make_row (&genlock_sends, number);

  genlock_record_take_text (record, GENLOCK_SEND_PRODUCTION_ID, make_id (show));
  genlock_record_set_text (record, GENLOCK_SEND_TYPE, "Projector");
  genlock_record_set_text (record, GENLOCK_SEND_NAME, name);

  return record;
}

GenlockRecord *
make_device (guint number,
             guint show,
             const char *name)
{
  GenlockRecord *record = make_row (&genlock_devices, number);

  genlock_record_take_text (record, GENLOCK_DEVICE_PRODUCTION_ID, make_id (show));
  genlock_record_set_text (record, GENLOCK_DEVICE_CATEGORY, "SWITCHER");
  genlock_record_set_text (record, GENLOCK_DEVICE_NAME, name);

  return record;
}

GenlockRecord *
make_output (guint number,
             int index,
             const char *connector)
{
  GenlockRecord *record = make_row (&genlock_source_outputs, number);

  genlock_record_set_int (record, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX, index);
  genlock_record_set_text (record, GENLOCK_SOURCE_OUTPUT_CONNECTOR, connector);

  return record;
}

GenlockRecord *
make_frame (guint number,
            const char *model,
            int slots)
{
  GenlockRecord *record = make_row (&genlock_equipment_specs, number);

  genlock_record_set_text (record, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "ROUTER");
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "Acme");
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_SPEC_MODEL, model);
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, "CARD_BASED");
  genlock_record_set_int (record, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, slots);

  return record;
}

GenlockRecord *
make_card (guint number,
           guint frame,
           int slot)
{
  GenlockRecord *record = make_row (&genlock_equipment_cards, number);

  genlock_record_take_text (record, GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID, make_id (frame));
  if (slot > 0)
    genlock_record_set_int (record, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slot);

  return record;
}

GenlockChanges *
apply (StoreFixture *fixture,
       GenlockBatch *batch)
{
  g_autoptr (GError) error = NULL;
  GenlockChanges *changes = genlock_transaction_apply (fixture->database, batch, "Ana", "desk",
                                                       NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
  g_assert_false (genlock_database_in_transaction (fixture->database));
  genlock_batch_unref (batch);

  return changes;
}

void
apply_quietly (StoreFixture *fixture,
               GenlockBatch *batch)
{
  genlock_changes_unref (apply (fixture, batch));
}

void
insert (StoreFixture *fixture,
        GenlockRecord *record)
{
  GenlockBatch *batch = genlock_batch_new ("ADD");

  genlock_batch_insert (batch, record);
  apply_quietly (fixture, batch);
}

void
update (StoreFixture *fixture,
        GenlockRecord *record)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");

  genlock_batch_update (batch, record);
  apply_quietly (fixture, batch);
}

void
delete_row (StoreFixture *fixture,
            const GenlockTable *table,
            guint number)
{
  GenlockBatch *batch = genlock_batch_new ("DELETE");
  g_autofree char *id = make_id (number);

  genlock_batch_delete (batch, table, id);
  apply_quietly (fixture, batch);
}

void
undelete_row (StoreFixture *fixture,
              const GenlockTable *table,
              guint number)
{
  GenlockBatch *batch = genlock_batch_new ("UNDELETE");
  g_autofree char *id = make_id (number);

  genlock_batch_undelete (batch, table, id);
  apply_quietly (fixture, batch);
}

static gint64
count_all (StoreFixture *fixture)
{
  return ask (fixture, "SELECT (SELECT count(*) FROM undo_steps) + "
              "(SELECT count(*) FROM change_log) + (SELECT count(*) FROM sync_dirty)");
}

void
refuse (StoreFixture *fixture,
        GenlockBatch *batch,
        GQuark domain,
        int code)
{
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  gint64 n_before = count_all (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (genlock_transaction_apply (fixture->database, batch, "Ana", "desk", NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpint (g_utf8_strlen (error->message, -1), >, 10);
  g_assert_false (genlock_database_in_transaction (fixture->database));
  genlock_batch_unref (batch);

  after = dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (n_before, ==, count_all (fixture));
}

GenlockChanges *
undo (StoreFixture *fixture,
      gint64 step)
{
  g_autoptr (GError) error = NULL;
  GenlockChanges *changes = genlock_undo_run (fixture->database, step, "Ana", "desk", NULL, &error);

  g_assert_no_error (error);
  g_assert_false (genlock_database_in_transaction (fixture->database));

  return changes;
}

GenlockChanges *
redo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GenlockChanges *changes = genlock_undo_run_redo (fixture->database, "Ana", "desk", NULL, &error);

  g_assert_no_error (error);
  g_assert_false (genlock_database_in_transaction (fixture->database));

  return changes;
}

void
undo_quietly (StoreFixture *fixture)
{
  genlock_changes_unref (undo (fixture, 0));
}

void
redo_quietly (StoreFixture *fixture)
{
  genlock_changes_unref (redo (fixture));
}

GenlockRecord *
get (StoreFixture *fixture,
     const GenlockTable *table,
     guint number)
{
  g_autofree char *id = make_id (number);
  g_autoptr (GError) error = NULL;
  GenlockRecord *record = genlock_row_sql_get (fixture->database, table, id, &error);

  g_assert_no_error (error);

  return record;
}

gboolean
is_live (StoreFixture *fixture,
         const GenlockTable *table,
         guint number)
{
  g_autoptr (GenlockRecord) record = get (fixture, table, number);

  return !genlock_record_get_bool (record, GENLOCK_META_IS_DELETED);
}

const char *
say (StoreFixture *fixture,
     const GenlockTable *table,
     guint number,
     guint field)
{
  g_autoptr (GenlockRecord) record = get (fixture, table, number);
  g_autofree char *text = genlock_field_print (genlock_table_get_field (table, field),
                                               genlock_record_get_value (record, field));

  return g_intern_string (text);
}

gint64
ask (StoreFixture *fixture,
     const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  genlock_database_query_int (fixture->database, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

void
execute (StoreFixture *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  genlock_database_execute (fixture->database, sql, &error);
  g_assert_no_error (error);
}

static void
dump_row (const GenlockRecord *record,
          GString *text)
{
  const GenlockTable *table = genlock_record_get_table (record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);
      g_autofree char *value = NULL;
      g_autofree char *escaped = NULL;

      if ((field->flags & GENLOCK_META)
          && i != GENLOCK_META_ID && i != GENLOCK_META_IS_DELETED && i != GENLOCK_META_DELETED_WITH)
        continue;

      value = genlock_field_print (field, genlock_record_get_value (record, i));
      escaped = g_strescape (value, NULL);
      if (genlock_record_has (record, i))
        g_string_append_printf (text, " %s=%s", field->name, escaped);
    }

  g_string_append_c (text, '\n');
}

char *
dump (StoreFixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      g_autoptr (GPtrArray) rows = NULL;

      if (!genlock_table_replicates (table))
        continue;

      rows = genlock_row_sql_list (fixture->database, table, "1 ORDER BY id", NULL, NULL);
      for (guint j = 0; j < rows->len; j++)
        {
          g_string_append (text, table->name);
          dump_row (rows->pdata[j], text);
        }
    }

  return g_string_free (text, FALSE);
}
