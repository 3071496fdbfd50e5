/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which shows use a piece of equipment, and which cables end on it. */

#pragma once

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockSpecUse:
 * @production: the show
 * @n_devices: its devices that are such a piece
 * @n_sources: its sources that are
 * @n_sends: its sends that are
 * @n_cables: its connections that end on or pass through one of @n_devices
 *
 * What one show has of a piece of equipment.
 */
typedef struct
{
  GenlockRecord *production;
  guint n_devices;
  guint n_sources;
  guint n_sends;
  guint n_cables;
} GenlockSpecUse;

/**
 * GenlockSpecUsage:
 * @uses: (element-type GenlockSpecUse): one for each show, by name
 * @devices: (element-type GenlockRecord): live devices of all shows
 * @sources: (element-type GenlockRecord): live sources
 * @sends: (element-type GenlockRecord): live sends
 * @connections: (element-type GenlockRecord): live connections that end on or pass through one of
 *   @devices, each once
 *
 * As of one moment; reference-counted (atomically), read only.
 */
typedef struct
{
  GPtrArray *uses;
  GPtrArray *devices;
  GPtrArray *sources;
  GPtrArray *sends;
  GPtrArray *connections;
} GenlockSpecUsage;

/**
 * genlock_spec_usage_read:
 * @store: a store
 * @spec_ids: (array zero-terminated=1): specs
 * @error: #GenlockStoreError
 *
 * Blocks for a few look-ups by key; genlock_spec_usage_read_async() does not.
 *
 * Returns: (transfer full) (nullable): where any of them is used
 */
GenlockSpecUsage *genlock_spec_usage_read (GenlockStore *store,
                                           const char * const *spec_ids,
                                           GError **error);
void genlock_spec_usage_read_async (GenlockStore *store,
                                    const char * const *spec_ids,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GenlockSpecUsage *genlock_spec_usage_read_finish (GenlockStore *store,
                                                  GAsyncResult *result,
                                                  GError **error);

/**
 * genlock_spec_usage_new:
 * @productions: (element-type GenlockRecord): shows; those that use nothing do not matter
 * @devices: (element-type GenlockRecord): devices
 * @sources: (element-type GenlockRecord): sources
 * @sends: (element-type GenlockRecord): sends
 * @connections: (element-type GenlockRecord): connections, those of other devices too
 *
 * Returns: (transfer full): the same from rows that are there already
 */
GenlockSpecUsage *genlock_spec_usage_new (GPtrArray *productions,
                                          GPtrArray *devices,
                                          GPtrArray *sources,
                                          GPtrArray *sends,
                                          GPtrArray *connections);

/**
 * genlock_spec_usage_pick_device:
 * @usage: usage
 * @device_id: one of its devices
 *
 * Returns: (transfer full): what is left of @usage with this device alone: for the swap of one
 *   device of one show
 */
GenlockSpecUsage *genlock_spec_usage_pick_device (const GenlockSpecUsage *usage,
                                                  const char *device_id);

GenlockSpecUsage *genlock_spec_usage_ref (GenlockSpecUsage *usage);
void genlock_spec_usage_unref (GenlockSpecUsage *usage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSpecUsage, genlock_spec_usage_unref)

/* Whether no show uses it. */
gboolean genlock_spec_usage_is_empty (const GenlockSpecUsage *usage);

/**
 * genlock_spec_use_dup_text:
 * @use: what a show has
 *
 * Returns: (transfer full): "Annual Conference: 3 devices, 1 source, 12 cables"
 */
char *genlock_spec_use_dup_text (const GenlockSpecUse *use);

/**
 * genlock_spec_usage_dup_text:
 * @usage: usage
 * @max: shows that are named, the others are counted
 *
 * Returns: (transfer full): "Annual Conference (3 devices, 1 source), Kick-off (1 device) and 2
 *   more shows"; "" where no show uses it
 */
char *genlock_spec_usage_dup_text (const GenlockSpecUsage *usage,
                                   guint max);

G_END_DECLS
