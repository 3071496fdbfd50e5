/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment that goes from the library: deleted, replaced in shows, merged with its duplicates. */

#pragma once

#include "core/store/genlock-batch.h"
#include "equipment/genlock-equipment-error.h"
#include "equipment/genlock-port-map.h"

G_BEGIN_DECLS

/**
 * genlock_spec_delete_build:
 * @spec_ids: (array zero-terminated=1): specs
 * @usage: where any of them is used
 * @error: %GENLOCK_EQUIPMENT_ERROR_USED with the shows: offer to replace them
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_spec_delete_build (const char * const *spec_ids,
                                         const GenlockSpecUsage *usage,
                                         GError **error);

/**
 * genlock_spec_replace_build:
 * @spec: the spec that goes
 * @other: the one that takes its place in all shows
 * @is_new: whether @other is not in the database yet (an entry of the shipped library)
 * @usage: where @spec is used
 * @map: from genlock_port_map_new (@spec, @other, @usage), decided
 * @delete_spec: whether @spec is deleted then
 * @error: %GENLOCK_EQUIPMENT_ERROR_REFUSED while somebody has to decide about a port
 *
 * Devices, sources and sends become @other, cables go where @map says.
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_spec_replace_build (const GenlockRecord *spec,
                                          GenlockRecord *other,
                                          gboolean is_new,
                                          const GenlockSpecUsage *usage,
                                          const GenlockPortMap *map,
                                          gboolean delete_spec,
                                          GError **error);

/**
 * genlock_device_swap_build:
 * @device: a device of a show
 * @other: (nullable): the spec that it becomes; %NULL: none, whose map has no new side either
 * @is_new: whether @other is not in the database yet
 * @map: (nullable): from genlock_port_map_new() of both specs and the usage of this device alone
 *   (genlock_spec_usage_pick_device()), decided; %NULL where the device had no equipment
 * @error: %GENLOCK_EQUIPMENT_ERROR_REFUSED while somebody has to decide about a port
 *
 * The device keeps its label, name and note; its category becomes that of @other.
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_device_swap_build (const GenlockRecord *device,
                                         GenlockRecord *other,
                                         gboolean is_new,
                                         const GenlockPortMap *map,
                                         GError **error);

/**
 * genlock_spec_find_duplicates:
 * @specs: (element-type GenlockRecord): specs, children not needed
 *
 * Returns: (transfer full) (element-type GPtrArray): groups of two and more that are one piece by
 *   manufacturer and model, case and white space aside; each a #GPtrArray of #GenlockRecord, the
 *   oldest first
 */
GPtrArray *genlock_spec_find_duplicates (GPtrArray *specs);

/**
 * GenlockSpecMerge:
 *
 * Several specs that become one: a map of ports for each that goes.
 */
typedef struct _GenlockSpecMerge GenlockSpecMerge;

/**
 * genlock_spec_merge_new:
 * @keep: the spec that stays, with its children
 * @others: (element-type GenlockRecord): those that go, with their children
 * @usage: where any of @others is used
 *
 * Returns: (transfer full): the merge
 */
GenlockSpecMerge *genlock_spec_merge_new (GenlockRecord *keep,
                                          GPtrArray *others,
                                          GenlockSpecUsage *usage);
void genlock_spec_merge_free (GenlockSpecMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSpecMerge, genlock_spec_merge_free)

/* (transfer none): where the cables of spec @index of the others land. */
GenlockPortMap *genlock_spec_merge_get_map (GenlockSpecMerge *merge,
                                            guint index);

/**
 * genlock_spec_merge_set_usage:
 * @merge: a merge whose maps are current
 * @usage: where any of the others is used by now
 *
 * Takes along what came to use them without a cable while somebody looked at the maps.
 */
void genlock_spec_merge_set_usage (GenlockSpecMerge *merge,
                                   GenlockSpecUsage *usage);

/**
 * genlock_spec_merge_build:
 * @merge: a merge
 * @error: %GENLOCK_EQUIPMENT_ERROR_REFUSED while somebody has to decide about a port
 *
 * Returns: (transfer full) (nullable): the batch that moves devices, sources, sends and cables to
 *   the spec that stays and deletes the others
 */
GenlockBatch *genlock_spec_merge_build (GenlockSpecMerge *merge,
                                        GError **error);

G_END_DECLS
