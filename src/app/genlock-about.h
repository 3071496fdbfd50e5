/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The about window. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * genlock_about_present:
 * @parent: (nullable): the window it belongs to
 * @store: (nullable): the store that is open
 *
 * Shows who made Genlock, and what a report of a problem should tell.
 */
void genlock_about_present (GtkWindow *parent,
                            GenlockStore *store);

G_END_DECLS
