/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a show for the crew: seen as they come out of the printer. */

#pragma once

#include "ui/common/genlock-page.h"

G_BEGIN_DECLS

/**
 * GenlockSheetsPage:
 *
 * A #GenlockPage. Follows what changes in the show.
 *
 * Actions: "page.print", "page.save".
 */
#define GENLOCK_TYPE_SHEETS_PAGE (genlock_sheets_page_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSheetsPage, genlock_sheets_page, GENLOCK, SHEETS_PAGE, GtkWidget)

GtkWidget *genlock_sheets_page_new (GenlockStore *store);

G_END_DECLS
