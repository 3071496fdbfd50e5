/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Devices of a show that become another piece of equipment, with their cables. */

#pragma once

#include "core/store/genlock-batch.h"
#include "core/store/genlock-store.h"
#include "equipment/genlock-port-map.h"
#include "equipment/genlock-spec-look.h"

G_BEGIN_DECLS

/**
 * genlock_device_complete:
 * @store: where the equipment is
 * @batch: a gesture; equipment that it inserts counts as there
 *
 * Gives devices that @batch inserts without a category that of their equipment, else OTHER.
 */
void genlock_device_complete (GenlockStore *store,
                              GenlockBatch *batch);

/**
 * GenlockDeviceSwap:
 * @device: the device as it is
 * @before: (nullable): its equipment; %NULL where somebody took it away meanwhile
 * @after: (nullable): what it becomes; %NULL: a device without equipment
 * @is_new: whether the gesture brings @after
 * @map: (nullable): where its cables land, once genlock_device_swaps_set_usage() was called
 *
 * One device.
 */
typedef struct
{
  GenlockRecord *device;
  GenlockRecord *before;
  GenlockRecord *after;
  gboolean is_new;
  GenlockPortMap *map;
} GenlockDeviceSwap;

/**
 * genlock_device_swaps_find:
 * @store: where the devices are
 * @batch: a gesture of any kind; equipment that it inserts counts as there
 *
 * Looks for devices of which @batch changes the equipment. An update that says nothing of the
 * category gets that of the new equipment. Blocks for a few look-ups by key.
 *
 * Returns: (transfer full) (element-type GenlockDeviceSwap): those that have equipment already, in
 *   the order of the batch
 */
GPtrArray *genlock_device_swaps_find (GenlockStore *store,
                                      GenlockBatch *batch);

/* (transfer full) (array zero-terminated=1): the equipment that goes, each id once. */
char **genlock_device_swaps_list_specs (GPtrArray *swaps);

/**
 * genlock_device_swaps_set_usage:
 * @swaps: (element-type GenlockDeviceSwap): swaps
 * @usage: where genlock_device_swaps_list_specs() are used
 *
 * Makes the maps of ports anew, with suggestions.
 *
 * Returns: whether any cable ends on a port of the devices, so that somebody has to look
 */
gboolean genlock_device_swaps_set_usage (GPtrArray *swaps,
                                         const GenlockSpecUsage *usage);

/**
 * genlock_device_swaps_look_again:
 * @swaps: (element-type GenlockDeviceSwap): swaps
 * @store: where the devices are
 *
 * A device may become something else, and equipment may get other ports, while somebody looks at
 * the maps. Takes what is there by now; the usage has to be read anew and the maps made anew then,
 * since genlock_device_swaps_list_specs() may say something else. Blocks for look-ups by key.
 *
 * Returns: %GENLOCK_SPEC_LOOK_GONE where what a device was to become was deleted: nothing can come
 *   of the gesture then
 */
GenlockSpecLook genlock_device_swaps_look_again (GPtrArray *swaps,
                                                 GenlockStore *store);

/* Whether the same cables end on the devices as when the maps were made; @usage was read anew. */
gboolean genlock_device_swaps_are_current (GPtrArray *swaps,
                                           const GenlockSpecUsage *usage);

/**
 * genlock_device_swaps_append:
 * @swaps: (element-type GenlockDeviceSwap): swaps with maps
 * @batch: the gesture that they were found in
 * @error: %GENLOCK_EQUIPMENT_ERROR_REFUSED while somebody has to decide about a port
 *
 * Appends what happens to the cables, so that all of it is one step of undo.
 *
 * Returns: whether all is decided
 */
gboolean genlock_device_swaps_append (GPtrArray *swaps,
                                      GenlockBatch *batch,
                                      GError **error);

G_END_DECLS
