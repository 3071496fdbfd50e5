/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures on a piece of equipment itself: its form, its formats, its details, copies of it. */

#pragma once

#include "core/store/genlock-batch.h"
#include "equipment/genlock-equipment-error.h"
#include "equipment/genlock-port-map.h"

G_BEGIN_DECLS

/* In all of these @spec is a spec as genlock_store_get() gives it, with its children. NULL without
 * an error means that nothing would change. */

/**
 * genlock_spec_set_build:
 * @spec: a spec
 * @field: a field of equipment_specs
 * @text: what was typed or chosen
 * @error: #GenlockModelError with the field; %GENLOCK_EQUIPMENT_ERROR_REFUSED for a frame that is
 *   to be a direct device and has cards; for the number of slots use genlock_resize_build()
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_spec_set_build (const GenlockRecord *spec,
                                      guint field,
                                      const char *text,
                                      GError **error);

/**
 * genlock_spec_format_by_io_build:
 * @spec: a spec
 * @by_io: whether formats are chosen for each port (TRUE) or for the device
 *
 * Nothing is lost either way: ports keep their formats and the device its list. Where formats are
 * to be the device's, those of its ports that its list lacks join it.
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_spec_format_by_io_build (const GenlockRecord *spec,
                                               gboolean by_io);

/**
 * genlock_spec_format_by_io_dup_text:
 * @spec: a spec
 * @by_io: the same
 *
 * Returns: (transfer full): what switching does, as a sentence: "The formats of 12 ports are kept
 *   and join the device's list: 1080p59.94, 2160p59.94."
 */
char *genlock_spec_format_by_io_dup_text (const GenlockRecord *spec,
                                          gboolean by_io);

/**
 * genlock_spec_get_formats:
 * @spec: a spec
 * @error: %GENLOCK_EQUIPMENT_ERROR_RULES where device_formats holds something else than a list
 *
 * Returns: (transfer full) (nullable): the formats of the device in their order; what is no text
 *   in the list comes as the JSON that it is
 */
char **genlock_spec_get_formats (const GenlockRecord *spec,
                                 GError **error);

/**
 * genlock_spec_formats_build:
 * @spec: a spec
 * @formats: (array zero-terminated=1): the whole list, as genlock_spec_get_formats() gives it;
 *   empty ones and repetitions are left out
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_spec_formats_build (const GenlockRecord *spec,
                                          const char * const *formats);

/**
 * GenlockSpecDetail:
 * @key: a key of the details
 * @text: what it says: a text as it is, anything else as JSON
 * @is_json: whether @text is JSON
 */
typedef struct
{
  char *key;
  char *text;
  gboolean is_json;
} GenlockSpecDetail;

/**
 * genlock_spec_list_details:
 * @spec: a spec
 * @error: %GENLOCK_EQUIPMENT_ERROR_RULES where they are no JSON object
 *
 * Returns: (transfer full) (nullable) (element-type GenlockSpecDetail): the details by key, those
 *   left out that Genlock keeps for itself: "slots", "cardTypes", "library"
 */
GPtrArray *genlock_spec_list_details (const GenlockRecord *spec,
                                      GError **error);

/**
 * genlock_spec_detail_build:
 * @spec: a spec
 * @key: (nullable): a key, not one that Genlock keeps for itself; %NULL for a new detail
 * @new_key: (nullable): another name for it, or the name of the new one
 * @text: (nullable): what it is to say; %NULL removes it. Text that is a JSON object, list, number
 *   or truth is kept as that, anything else as text
 * @error: %GENLOCK_EQUIPMENT_ERROR_RULES, %GENLOCK_EQUIPMENT_ERROR_REFUSED for a key that is empty
 *   or Genlock's own, or a new one that is there already
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_spec_detail_build (const GenlockRecord *spec,
                                         const char *key,
                                         const char *new_key,
                                         const char *text,
                                         GError **error);

/**
 * genlock_spec_adopt_build:
 * @spec: a spec that is not in the database yet: an entry of the shipped library, as
 *   genlock_library_expand() makes it
 * @batch: (transfer full): a gesture on it, by any of the functions of this library
 *
 * The first edit of a shipped entry copies it: the same gesture, with the entry's own rows before
 * it.
 *
 * Returns: (transfer full): the batch, one step of undo
 */
GenlockBatch *genlock_spec_adopt_build (const GenlockRecord *spec,
                                        GenlockBatch *batch);

/**
 * genlock_spec_duplicate_build:
 * @spec: a spec
 * @models: (element-type utf8) (nullable): models that are taken, so that the copy has one of its
 *   own: "E2 (copy)", "E2 (copy 2)"
 * @copy: (out) (optional) (transfer none): the copy, good as long as the batch
 *
 * Returns: (transfer full): the batch
 */
GenlockBatch *genlock_spec_duplicate_build (const GenlockRecord *spec,
                                            GHashTable *models,
                                            const GenlockRecord **copy);

/**
 * genlock_spec_variant_build:
 * @spec: a spec
 * @device: a device of a show that is such a piece
 * @show: (nullable): what the show is called, for the model of the variant: "E2 (Kick-off)"
 * @usage: where @spec is used
 * @copy: (out) (optional) (transfer none): the variant, good as long as the batch
 *
 * A variant for one show: the spec is duplicated, the device becomes one of the copy, its cables
 * go to the same ports of the copy.
 *
 * Returns: (transfer full): the batch
 */
GenlockBatch *genlock_spec_variant_build (GenlockRecord *spec,
                                          const GenlockRecord *device,
                                          const char *show,
                                          const GenlockSpecUsage *usage,
                                          const GenlockRecord **copy);

G_END_DECLS
