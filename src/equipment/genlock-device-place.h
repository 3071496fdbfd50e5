/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment of the library, placed in a show as devices. */

#pragma once

#include "core/store/genlock-batch.h"
#include "equipment/genlock-equipment-error.h"

G_BEGIN_DECLS

/* Devices that one gesture may place. */
#define GENLOCK_DEVICE_PLACE_MAX 500

/**
 * GenlockDevicePlace:
 * @production_id: the show
 * @spec: the piece of equipment
 * @is_new: whether @spec is not in the database yet (an entry of the shipped library): it comes
 *   along
 * @n: how many, 1 to %GENLOCK_DEVICE_PLACE_MAX
 * @label: (nullable): what the labels begin with or go on from: "SW 1" counts on as lists do, a
 *   pattern ("SW [1-4]", genlock-port-pattern.h) stands for one label each; "" for none
 * @name: (nullable): the name, in the same way; %NULL: the model, which is counted behind
 *   itself: "E2", "E2 2", "E2 3"
 * @note: (nullable): the note of each
 * @labels: (nullable) (element-type utf8): labels of the show's devices, casefolded
 *   (g_utf8_casefold()): a label that is taken is passed over; what is placed is added
 * @names: (nullable) (element-type utf8): names, in the same way
 *
 * What to place.
 */
typedef struct
{
  const char *production_id;
  GenlockRecord *spec;
  gboolean is_new;
  guint n;
  const char *label;
  const char *name;
  const char *note;
  GHashTable *labels;
  GHashTable *names;
} GenlockDevicePlace;

/**
 * genlock_device_place_build:
 * @place: what to place
 * @error: %GENLOCK_EQUIPMENT_ERROR_LIMIT for another number of devices than a pattern stands for
 *   or than may be, #GenlockPortPatternError, #GenlockModelError
 *
 * Returns: (transfer full) (nullable): the batch; "Undo adding of 4 devices"
 */
GenlockBatch *genlock_device_place_build (const GenlockDevicePlace *place,
                                          GError **error);

/**
 * genlock_device_place_list:
 * @place: what to place; its sets are not changed
 * @error: as genlock_device_place_build()
 *
 * Returns: (transfer full) (nullable) (element-type GenlockRecord): the devices that would be
 *   made, for a preview
 */
GPtrArray *genlock_device_place_list (const GenlockDevicePlace *place,
                                      GError **error);

G_END_DECLS
