/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One spec chosen from the whole library. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockSpecPicker:
 *
 * A search entry above a list: rows of the database, then what is shipped and not copied yet.
 *
 * Signals:
 * - "activated" (): the one that is selected was double-clicked, or Enter pressed
 * - "left" (): Escape was pressed with nothing to search for; where nobody listens it closes the
 *   dialog around
 * - "picked" (): another spec, or none, is selected
 */
#define GENLOCK_TYPE_SPEC_PICKER (genlock_spec_picker_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSpecPicker, genlock_spec_picker, GENLOCK, SPEC_PICKER, GtkWidget)

/**
 * genlock_spec_picker_set_store:
 * @self: the picker
 * @store: where the specs are
 * @category: (nullable): a word: only these are listed while nothing is searched
 * @but: (nullable): the id of a spec that is not offered
 */
void genlock_spec_picker_set_store (GenlockSpecPicker *self,
                                    GenlockStore *store,
                                    const char *category,
                                    const char *but);

/* (transfer none) (nullable): the spec that is selected, with its children. */
GenlockRecord *genlock_spec_picker_get_record (GenlockSpecPicker *self);

/* Whether it is not in the database yet: one of the shipped library. */
gboolean genlock_spec_picker_is_shipped (GenlockSpecPicker *self);

G_END_DECLS
