/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the preview of an import: its place in the tree, a check box, words. */

#pragma once

#include <gtk/gtk.h>

#include "ui/import/genlock-import-item.h"

G_BEGIN_DECLS

/**
 * GenlockImportTreeRow:
 *
 * Signals: "toggled": the check box was clicked; it shows what it showed before.
 */
#define GENLOCK_TYPE_IMPORT_TREE_ROW (genlock_import_tree_row_get_type ())
G_DECLARE_FINAL_TYPE (GenlockImportTreeRow, genlock_import_tree_row, GENLOCK, IMPORT_TREE_ROW,
                      GtkWidget)

GtkWidget *genlock_import_tree_row_new (void);

/* (nullable): where the row stands. */
void genlock_import_tree_row_set_list_row (GenlockImportTreeRow *self,
                                           GtkTreeListRow *list_row);

/* (transfer none) (nullable) */
GtkTreeListRow *genlock_import_tree_row_get_list_row (GenlockImportTreeRow *self);

/**
 * genlock_import_tree_row_set_words:
 * @self: a row
 * @title: what it is
 * @detail: a line below in small, dim words; "" for none
 * @state: at the end; "" for none
 * @is_heading: whether the title is bold
 */
void genlock_import_tree_row_set_words (GenlockImportTreeRow *self,
                                        const char *title,
                                        const char *detail,
                                        const char *state,
                                        gboolean is_heading);

/* (nullable): a mark behind the title: "Sample". */
void genlock_import_tree_row_set_tag (GenlockImportTreeRow *self,
                                      const char *tag);

/* (nullable): an icon before the title; then the row has no check box and its title wraps. */
void genlock_import_tree_row_set_icon (GenlockImportTreeRow *self,
                                       const char *icon_name);

/**
 * genlock_import_tree_row_set_check:
 * @self: a row
 * @visible: whether it has a check box
 * @check: what that shows; %GENLOCK_IMPORT_CHECK_NONE: off, and it cannot be clicked
 */
void genlock_import_tree_row_set_check (GenlockImportTreeRow *self,
                                        gboolean visible,
                                        GenlockImportCheck check);

G_END_DECLS
