/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cables of a show as a list, with what is wrong with it. */

#pragma once

#include "ui/lists/genlock-table-page.h"

G_BEGIN_DECLS

/**
 * genlock_cables_page_new:
 * @store: where the cables are
 *
 * Returns: (transfer floating): a #GenlockTablePage of the connections of a show, with its problems
 *   at the foot
 */
GtkWidget *genlock_cables_page_new (GenlockStore *store);

G_END_DECLS
