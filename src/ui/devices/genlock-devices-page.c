/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The devices of a show. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "ui/devices/genlock-devices-page.h"

/* What a device without equipment is. */
#define CATEGORY "OTHER"

/* A new device has the category of its equipment unless it has one. */
static void
complete_cb (GenlockTablePage *page,
             GenlockBatch *batch)
{
  GenlockStore *store = genlock_table_page_get_store (page);

  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);
      const char *spec_id;
      g_autoptr (GenlockRecord) spec = NULL;

      if (op->kind != GENLOCK_OP_INSERT || op->table != &genlock_devices
          || genlock_record_has (op->record, GENLOCK_DEVICE_CATEGORY))
        continue;

      spec_id = genlock_record_get_text (op->record, GENLOCK_DEVICE_EQUIPMENT_ID);
      if (spec_id != NULL)
        spec = genlock_store_get (store, &genlock_equipment_specs, spec_id, NULL);
      genlock_record_set_text (op->record, GENLOCK_DEVICE_CATEGORY,
                               spec != NULL
                               ? genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY)
                               : CATEGORY);
    }
}

GtkWidget *
genlock_devices_page_new (GenlockStore *store)
{
  GtkWidget *page = genlock_table_page_new (store, &genlock_list_kind_devices);

  g_signal_connect (page, "complete", G_CALLBACK (complete_cb), NULL);

  return page;
}
