/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a piece of equipment is, as a form: its kind, its formats, its details. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/* Each change is written as it is made, one step of undo. */
#define GENLOCK_TYPE_SPEC_FORM (genlock_spec_form_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSpecForm, genlock_spec_form, GENLOCK, SPEC_FORM, AdwBin)

/**
 * genlock_spec_form_set_spec:
 * @self: the form
 * @store: (nullable): where @spec is
 * @spec: (nullable): a spec with its children
 * @editable: whether it can be changed: it is in @store, and that can be written
 *
 * Shows @spec as it is now; what is being typed stays.
 */
void genlock_spec_form_set_spec (GenlockSpecForm *self,
                                 GenlockStore *store,
                                 GenlockRecord *spec,
                                 gboolean editable);

/* Takes what is being typed, as Enter does; FALSE where it does not fit, which the form says. */
gboolean genlock_spec_form_finish_editing (GenlockSpecForm *self);

G_END_DECLS
