/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a show that are lists: its sources, its sends. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockTablePage:
 *
 * A #GenlockPage around a grid, with search, types to filter by, a bar for many rows and an
 * inspector. Beside the actions of every page it has "page.copy", "page.cut", "page.paste",
 * "page.clear", "page.fill-down", "page.fill-series", "page.duplicate-many" and one stateful
 * action "columns.ID" per column.
 */
#define GENLOCK_TYPE_TABLE_PAGE (genlock_table_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (GenlockTablePage, genlock_table_page, GENLOCK, TABLE_PAGE, AdwBin)

/* The list of the sources of a show. */
GtkWidget *genlock_sources_page_new (GenlockStore *store);

/* The list of its sends. */
GtkWidget *genlock_sends_page_new (GenlockStore *store);

G_END_DECLS
