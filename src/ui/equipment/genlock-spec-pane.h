/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One spec of the library in full: what it is and its ports. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockSpecPane:
 *
 * Shows a row of the database, which it follows, or one of the shipped library that is not copied
 * yet.
 *
 * Signals: "adopt" (): a shipped spec is to be edited; who owns the pane copies it and calls
 * genlock_spec_pane_set_spec() with the same id. "gone" (): the row that is shown was deleted.
 */
#define GENLOCK_TYPE_SPEC_PANE (genlock_spec_pane_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSpecPane, genlock_spec_pane, GENLOCK, SPEC_PANE, GtkWidget)

GtkWidget *genlock_spec_pane_new (void);

/* (nullable): where the specs are. */
void genlock_spec_pane_set_store (GenlockSpecPane *self,
                                  GenlockStore *store);

/* (nullable): shows the spec with this id from now on and follows it; %NULL shows nothing. */
void genlock_spec_pane_set_spec (GenlockSpecPane *self,
                                 const char *id);

/**
 * genlock_spec_pane_set_shipped:
 * @self: the pane
 * @spec: a spec of the shipped library with its children, as it would be copied
 * @sources: (nullable) (array zero-terminated=1): where its facts come from
 *
 * Shows @spec, which is not in the database, from now on.
 */
void genlock_spec_pane_set_shipped (GenlockSpecPane *self,
                                    GenlockRecord *spec,
                                    const char * const *sources);

/* (transfer none) (nullable): what is shown, as far as it is read. */
GenlockRecord *genlock_spec_pane_get_record (GenlockSpecPane *self);

/* Takes what is being typed, as Enter does; FALSE where it does not fit, which the pane says. */
gboolean genlock_spec_pane_finish_editing (GenlockSpecPane *self);

G_END_DECLS
