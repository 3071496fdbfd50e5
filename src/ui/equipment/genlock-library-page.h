/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The equipment library: what devices there are, for all shows. */

#pragma once

#include "ui/common/genlock-page.h"

G_BEGIN_DECLS

/**
 * GenlockLibraryPage:
 *
 * A #GenlockPage that belongs to no show. The list stands on the left, the spec that is selected
 * on the right; a narrow page shows one of them.
 */
#define GENLOCK_TYPE_LIBRARY_PAGE (genlock_library_page_get_type ())
G_DECLARE_FINAL_TYPE (GenlockLibraryPage, genlock_library_page, GENLOCK, LIBRARY_PAGE, GtkWidget)

GtkWidget *genlock_library_page_new (GenlockStore *store);

/* Shows the spec @id, whatever was searched and filtered by. */
void genlock_library_page_open_spec (GenlockLibraryPage *page,
                                     const char *id);

G_END_DECLS
