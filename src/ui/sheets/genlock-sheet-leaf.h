/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a sheet on the screen. */

#pragma once

#include <gtk/gtk.h>

#include "interchange/genlock-sheet-layout.h"

G_BEGIN_DECLS

/**
 * GenlockSheetLeaf:
 *
 * Paper stays white in a dark window. Draws itself when it is seen, and keeps the picture until
 * genlock_sheet_leaf_drop().
 */
#define GENLOCK_TYPE_SHEET_LEAF (genlock_sheet_leaf_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSheetLeaf, genlock_sheet_leaf, GENLOCK, SHEET_LEAF, GtkWidget)

GtkWidget *genlock_sheet_leaf_new (void);

/**
 * genlock_sheet_leaf_set_page:
 * @leaf: a leaf
 * @layout: (unowned) (nullable): the pages; %NULL before they go
 * @page: which one, from 0
 */
void genlock_sheet_leaf_set_page (GenlockSheetLeaf *leaf,
                                  GenlockSheetLayout *layout,
                                  guint page);

/* Forgets the picture: the leaf is out of sight. */
void genlock_sheet_leaf_drop (GenlockSheetLeaf *leaf);

G_END_DECLS
