/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment specs in words. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/* (transfer full): "Barco E2": manufacturer and model. */
char *genlock_spec_dup_name (const GenlockRecord *spec);

/* (transfer none): "Switcher", translated. */
const char *genlock_spec_get_category (const GenlockRecord *spec);

/**
 * genlock_spec_dup_line:
 * @spec: a spec
 * @but: a field that is said elsewhere; 0 for none
 *
 * Returns: (transfer full): "Barco · Switcher · card-based, 16 slots"
 */
char *genlock_spec_dup_line (const GenlockRecord *spec,
                             guint but);

/* (transfer full): "8 in · 4 out"; "" where it has no ports. */
char *genlock_spec_dup_ports (const GenlockRecord *spec);

/* (transfer full): the day of its last change: "2 May 2026"; "" where it was never written. */
char *genlock_spec_dup_changed (const GenlockRecord *spec);

/**
 * genlock_spec_count_ports:
 * @spec: a spec with its children
 * @n_inputs: (out): its inputs, those of its cards in it
 * @n_outputs: (out): its outputs
 */
void genlock_spec_count_ports (const GenlockRecord *spec,
                               guint *n_inputs,
                               guint *n_outputs);

G_END_DECLS
