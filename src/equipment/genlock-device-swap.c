/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Devices of a show that become another piece of equipment, with their cables. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-device-swap.h"
#include "equipment/genlock-port-map-private.h"

/* What a device without equipment is. */
#define CATEGORY "OTHER"

static void
swap_free (gpointer data)
{
  GenlockDeviceSwap *swap = data;

  genlock_record_unref (swap->device);
  g_clear_pointer (&swap->before, genlock_record_unref);
  g_clear_pointer (&swap->after, genlock_record_unref);
  g_clear_pointer (&swap->map, genlock_port_map_free);
  g_free (swap);
}

/* (transfer full) (nullable): the equipment @id that @batch inserts. */
static GenlockRecord *
get_new_spec (GenlockBatch *batch,
              const char *id)
{
  for (guint i = 0; id != NULL && i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      if (op->kind == GENLOCK_OP_INSERT && op->table == &genlock_equipment_specs
          && g_strcmp0 (genlock_record_get_id (op->record), id) == 0)
        return genlock_record_ref (op->record);
    }

  return NULL;
}

/* (transfer full) (nullable): the equipment @id, of @batch or of the store. */
static GenlockRecord *
get_spec (GenlockStore *store,
          GenlockBatch *batch,
          const char *id)
{
  GenlockRecord *spec = get_new_spec (batch, id);

  if (spec != NULL)
    return spec;

  return id != NULL ? genlock_store_get (store, &genlock_equipment_specs, id, NULL) : NULL;
}

void
genlock_device_complete (GenlockStore *store,
                         GenlockBatch *batch)
{
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);
      const char *category = NULL;
      g_autoptr (GenlockRecord) spec = NULL;

      if (op->kind != GENLOCK_OP_INSERT || op->table != &genlock_devices
          || genlock_record_has (op->record, GENLOCK_DEVICE_CATEGORY))
        continue;

      spec = get_spec (store, batch, genlock_record_get_text (op->record,
                                                              GENLOCK_DEVICE_EQUIPMENT_ID));
      if (spec != NULL)
        category = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY);
      genlock_record_set_text (op->record, GENLOCK_DEVICE_CATEGORY,
                               category != NULL ? category : CATEGORY);
    }
}

static void
complete (GenlockRecord *update,
          const GenlockRecord *spec)
{
  if (spec != NULL && genlock_record_is_absent (update, GENLOCK_DEVICE_CATEGORY)
      && genlock_record_has (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY))
    genlock_record_set_text (update, GENLOCK_DEVICE_CATEGORY,
                             genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY));
}

/* (nullable): what the update @record means for its device. */
static GenlockDeviceSwap *
find_swap (GenlockStore *store,
           GenlockBatch *batch,
           GenlockRecord *record)
{
  const char *new_id = genlock_record_get_text (record, GENLOCK_DEVICE_EQUIPMENT_ID);
  g_autoptr (GenlockRecord) device = genlock_store_get (store, &genlock_devices,
                                                        genlock_record_get_id (record), NULL);
  const char *old_id =
    device != NULL ? genlock_record_get_text (device, GENLOCK_DEVICE_EQUIPMENT_ID) : NULL;
  g_autoptr (GenlockRecord) after = NULL;
  g_autoptr (GenlockRecord) before = NULL;
  g_autoptr (GenlockRecord) fresh = get_new_spec (batch, new_id);
  GenlockDeviceSwap *swap;

  if (device == NULL || g_strcmp0 (old_id, new_id) == 0)
    return NULL;

  after = get_spec (store, batch, new_id);
  complete (record, after);
  before = get_spec (store, batch, old_id);
  if (before == NULL)
    return NULL;

  swap = g_new0 (GenlockDeviceSwap, 1);
  swap->device = g_steal_pointer (&device);
  swap->before = g_steal_pointer (&before);
  swap->after = g_steal_pointer (&after);
  swap->is_new = fresh != NULL;
  return swap;
}

GPtrArray *
genlock_device_swaps_find (GenlockStore *store,
                           GenlockBatch *batch)
{
  GPtrArray *swaps = g_ptr_array_new_with_free_func (swap_free);

  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);
      GenlockDeviceSwap *swap;

      if (op->kind != GENLOCK_OP_UPDATE || op->table != &genlock_devices
          || genlock_record_is_absent (op->record, GENLOCK_DEVICE_EQUIPMENT_ID))
        continue;

      swap = find_swap (store, batch, op->record);
      if (swap != NULL)
        g_ptr_array_add (swaps, swap);
    }

  return swaps;
}

char **
genlock_device_swaps_list_specs (GPtrArray *swaps)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < swaps->len; i++)
    {
      const GenlockDeviceSwap *swap = g_ptr_array_index (swaps, i);
      const char *id = swap->before != NULL ? genlock_record_get_id (swap->before) : NULL;

      if (id != NULL && g_hash_table_add (seen, (gpointer) id))
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

/* Whether there is equipment whose ports somebody has to look at. */
static gboolean
changes_ports (const GenlockDeviceSwap *swap)
{
  return swap->before != NULL
         && (swap->after == NULL || g_strcmp0 (genlock_record_get_id (swap->before),
                                               genlock_record_get_id (swap->after)) != 0);
}

static GenlockPortMap *
make_map (const GenlockDeviceSwap *swap,
          GenlockSpecUsage *usage)
{
  g_autoptr (GPtrArray) none = NULL;

  if (changes_ports (swap))
    return genlock_port_map_new (swap->before, swap->after, usage);

  none = g_ptr_array_new ();

  return genlock_port_map_new_for_cards (none, usage);
}

gboolean
genlock_device_swaps_set_usage (GPtrArray *swaps,
                                const GenlockSpecUsage *usage)
{
  gboolean any = FALSE;

  for (guint i = 0; i < swaps->len; i++)
    {
      GenlockDeviceSwap *swap = g_ptr_array_index (swaps, i);
      g_autoptr (GenlockSpecUsage) own =
        genlock_spec_usage_pick_device (usage, genlock_record_get_id (swap->device));

      g_clear_pointer (&swap->map, genlock_port_map_free);
      swap->map = make_map (swap, own);
      any |= genlock_port_map_get_n_entries (swap->map) > 0;
    }

  return any;
}

/* The equipment that the device has by now. */
static GenlockSpecLook
look_before (GenlockDeviceSwap *swap,
             GenlockStore *store)
{
  g_autoptr (GenlockRecord) device =
    genlock_store_get (store, &genlock_devices, genlock_record_get_id (swap->device), NULL);
  const char *id =
    device != NULL ? genlock_record_get_text (device, GENLOCK_DEVICE_EQUIPMENT_ID) : NULL;

  /* The store says that the device is gone. */
  if (device == NULL)
    return GENLOCK_SPEC_LOOK_SAME;

  if (g_strcmp0 (id, swap->before != NULL ? genlock_record_get_id (swap->before) : NULL) == 0)
    return id != NULL && genlock_spec_look_again (store, &swap->before) == GENLOCK_SPEC_LOOK_CHANGED
           ? GENLOCK_SPEC_LOOK_CHANGED
           : GENLOCK_SPEC_LOOK_SAME;

  g_clear_pointer (&swap->before, genlock_record_unref);
  if (id != NULL)
    swap->before = genlock_store_get (store, &genlock_equipment_specs, id, NULL);

  return GENLOCK_SPEC_LOOK_CHANGED;
}

GenlockSpecLook
genlock_device_swaps_look_again (GPtrArray *swaps,
                                 GenlockStore *store)
{
  GenlockSpecLook worst = GENLOCK_SPEC_LOOK_SAME;

  for (guint i = 0; i < swaps->len; i++)
    {
      GenlockDeviceSwap *swap = g_ptr_array_index (swaps, i);

      GenlockSpecLook before = look_before (swap, store);
      GenlockSpecLook after = swap->after != NULL && !swap->is_new
                              ? genlock_spec_look_again (store, &swap->after)
                              : GENLOCK_SPEC_LOOK_SAME;

      worst = MAX (worst, MAX (before, after));
    }

  return worst;
}

gboolean
genlock_device_swaps_are_current (GPtrArray *swaps,
                                  const GenlockSpecUsage *usage)
{
  for (guint i = 0; i < swaps->len; i++)
    {
      GenlockDeviceSwap *swap = g_ptr_array_index (swaps, i);
      g_autoptr (GenlockSpecUsage) own =
        genlock_spec_usage_pick_device (usage, genlock_record_get_id (swap->device));

      if (!genlock_port_map_is_current (swap->map, own))
        return FALSE;
    }

  return TRUE;
}

gboolean
genlock_device_swaps_append (GPtrArray *swaps,
                             GenlockBatch *batch,
                             GError **error)
{
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();

  for (guint i = 0; i < swaps->len; i++)
    g_ptr_array_add (maps, ((GenlockDeviceSwap *) g_ptr_array_index (swaps, i))->map);

  return genlock_port_maps_append (maps, batch, error);
}
