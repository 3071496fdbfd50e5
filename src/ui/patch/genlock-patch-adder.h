/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to add to the patch: a piece of equipment, or a send. */

#pragma once

#include <gtk/gtk.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockPatchAdder:
 *
 * A popover with the whole library to search in.
 *
 * Signals: "chosen" (gboolean send): a send, or the piece of equipment that is picked.
 */
#define GENLOCK_TYPE_PATCH_ADDER (genlock_patch_adder_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPatchAdder, genlock_patch_adder, GENLOCK, PATCH_ADDER, GtkPopover)

/**
 * genlock_patch_adder_new:
 * @store: where the library is
 * @title: what it is for, translated
 * @category: (nullable): the kind of equipment that is shown before anybody searches
 * @offers_send: whether a send will do, too
 */
GtkWidget *genlock_patch_adder_new (GenlockStore *store,
                                    const char *title,
                                    const char *category,
                                    gboolean offers_send);

/* (transfer none) (nullable): the equipment that is picked, with its ports and cards. */
GenlockRecord *genlock_patch_adder_get_spec (GenlockPatchAdder *self);

/* Whether that is not in the database yet. */
gboolean genlock_patch_adder_is_shipped (GenlockPatchAdder *self);

/* Says why what was chosen will not do; it stays open. */
void genlock_patch_adder_refuse (GenlockPatchAdder *self,
                                 const char *reason);

G_END_DECLS
