/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment as a sheet, a row a port: writing it. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/model/genlock-connector.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-equipment-csv-private.h"

const char * const genlock_equipment_csv_heads[] = {
  [GENLOCK_EQUIPMENT_CSV_UID] = "UID",
  [GENLOCK_EQUIPMENT_CSV_MODEL] = "model_number",
  [GENLOCK_EQUIPMENT_CSV_MANUFACTURER] = "manufacturer",
  [GENLOCK_EQUIPMENT_CSV_LABEL] = "label",
  [GENLOCK_EQUIPMENT_CSV_DEVICE_TYPE] = "device_type",
  [GENLOCK_EQUIPMENT_CSV_CATEGORY] = "category",
  [GENLOCK_EQUIPMENT_CSV_CARD_SLOTS] = "card_slots",
  [GENLOCK_EQUIPMENT_CSV_PORT_UID] = "port_uid",
  [GENLOCK_EQUIPMENT_CSV_PORT_LABEL] = "port_label",
  [GENLOCK_EQUIPMENT_CSV_PORT_DIRECTION] = "port_direction",
  [GENLOCK_EQUIPMENT_CSV_PORT_SIGNAL] = "port_signal_type",
  [GENLOCK_EQUIPMENT_CSV_PORT_CONNECTOR] = "port_connector_type",
  [GENLOCK_EQUIPMENT_CSV_SLOT] = "slot",
  [GENLOCK_EQUIPMENT_CSV_CARD] = "card",
  [GENLOCK_EQUIPMENT_CSV_FORMATS] = "formats",
};
G_STATIC_ASSERT (G_N_ELEMENTS (genlock_equipment_csv_heads) == GENLOCK_EQUIPMENT_CSV_N_COLUMNS);

/* Where a show refers to equipment. */
static const struct
{
  const GenlockTable *table;
  guint field;
} users[] = {
  { &genlock_sources, GENLOCK_SOURCE_EQUIPMENT_ID },
  { &genlock_sends, GENLOCK_SEND_EQUIPMENT_ID },
  { &genlock_devices, GENLOCK_DEVICE_EQUIPMENT_ID },
};

static void
write_text (GString *csv,
            const char *text)
{
  genlock_csv_write_cell (csv, text != NULL ? text : "", ',');
}

static void
write_number (GString *csv,
              const GenlockRecord *record,
              guint field)
{
  g_autofree char *text = NULL;

  if (record != NULL && genlock_record_has (record, field))
    text = g_strdup_printf ("%" G_GINT64_FORMAT, genlock_record_get_int (record, field));
  genlock_csv_write_number (csv, text != NULL ? text : "", ',');
}

static void
write_lower (GString *csv,
             const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word != NULL ? word : "", -1);

  write_text (csv, g_strdelimit (lower, "_", '-'));
}

static void
write_spec (GString *csv,
            const GenlockRecord *spec)
{
  const char *maker = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  const char *model = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL);
  const char *category = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY);
  g_autofree char *label = g_strdup_printf ("%s %s", maker, model);

  write_text (csv, genlock_record_get_id (spec));
  write_text (csv, model);
  write_text (csv, maker);
  write_text (csv, label);
  write_lower (csv, category);
  write_text (csv, category);
  write_number (csv, spec, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS);
}

static void
write_port (GString *csv,
            const GenlockRecord *port)
{
  const char *connector = genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE);
  GenlockConnectorFamily family = genlock_connector_get_family (connector);

  write_text (csv, genlock_record_get_id (port));
  write_text (csv, genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_LABEL));
  write_lower (csv, genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE));
  write_lower (csv, family != GENLOCK_CONNECTOR_FAMILY_UNKNOWN
                    ? genlock_connector_family_get_name (family) : connector);
  write_text (csv, connector);
}

/* @card, @port: (nullable) */
static void
write_row (GString *csv,
           const GenlockRecord *spec,
           const GenlockRecord *card,
           const GenlockRecord *port)
{
  write_spec (csv, spec);
  if (port != NULL)
    write_port (csv, port);
  for (guint i = GENLOCK_EQUIPMENT_CSV_PORT_UID;
       port == NULL && i < GENLOCK_EQUIPMENT_CSV_SLOT; i++)
    write_text (csv, NULL);
  write_number (csv, card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
  write_text (csv, card != NULL ? genlock_record_get_text (card, GENLOCK_EQUIPMENT_CARD_LABEL)
                                : NULL);
  write_text (csv, port != NULL ? genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_FORMAT)
                                : NULL);
  genlock_csv_write_end_row (csv);
}

static guint
write_ports (GString *csv,
             const GenlockRecord *spec,
             GenlockRecord *card,
             GPtrArray *ports)
{
  guint n = 0;

  for (guint i = 0; ports != NULL && i < ports->len; i++)
    if (!genlock_record_get_bool (ports->pdata[i], GENLOCK_META_IS_DELETED))
      {
        write_row (csv, spec, card, ports->pdata[i]);
        n++;
      }

  return n;
}

static void
write_equipment (GString *csv,
                 GenlockRecord *spec)
{
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);
  guint n = write_ports (csv, spec, NULL,
                         genlock_record_get_children (spec, &genlock_equipment_io_ports));

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      GenlockRecord *card = cards->pdata[i];

      if (genlock_record_get_bool (card, GENLOCK_META_IS_DELETED))
        continue;
      if (write_ports (csv, spec, card,
                       genlock_record_get_children (card, &genlock_equipment_card_io)) == 0)
        write_row (csv, spec, card, NULL);
      n++;
    }

  if (n == 0)
    write_row (csv, spec, NULL, NULL);
}

/* (transfer full) (nullable): a set of ids */
static GHashTable *
find_used (GenlockSnapshot *snapshot,
           const char *production_id,
           GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint u = 0; u < G_N_ELEMENTS (users); u++)
    {
      g_autoptr (GenlockQuery) query = genlock_query_new (users[u].table);
      g_autoptr (GPtrArray) rows = NULL;

      genlock_query_set_parent (query, production_id);
      rows = genlock_snapshot_list (snapshot, query, error);
      if (rows == NULL)
        return NULL;

      for (guint i = 0; i < rows->len; i++)
        if (genlock_record_has (rows->pdata[i], users[u].field))
          g_hash_table_add (ids, g_strdup (genlock_record_get_text (rows->pdata[i],
                                                                    users[u].field)));
    }

  return g_steal_pointer (&ids);
}

gboolean
genlock_equipment_csv_print (GenlockSnapshot *snapshot,
                             const char *production_id,
                             GString *csv,
                             GError **error)
{
  g_autoptr (GHashTable) ids = find_used (snapshot, production_id, error);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_equipment_specs);
  g_autoptr (GPtrArray) specs = NULL;

  if (ids == NULL)
    return FALSE;
  specs = genlock_snapshot_list (snapshot, query, error);
  if (specs == NULL)
    return FALSE;

  for (guint i = 0; i < GENLOCK_EQUIPMENT_CSV_N_COLUMNS; i++)
    write_text (csv, genlock_equipment_csv_heads[i]);
  genlock_csv_write_end_row (csv);
  for (guint i = 0; i < specs->len; i++)
    if (g_hash_table_contains (ids, genlock_record_get_id (specs->pdata[i])))
      write_equipment (csv, specs->pdata[i]);

  return TRUE;
}
