/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a plan for list views: shows, their tables, their rows, and what is chosen. */

#pragma once

#include <gio/gio.h>

#include "ui/import/genlock-import-item.h"

G_BEGIN_DECLS

/**
 * GenlockImportTree:
 *
 * Makes an object only for what is looked at. All choices go through it, so that every item that
 * is looked at is kept up.
 *
 * Signals: "changed": what is chosen differs.
 */
#define GENLOCK_TYPE_IMPORT_TREE (genlock_import_tree_get_type ())
G_DECLARE_FINAL_TYPE (GenlockImportTree, genlock_import_tree, GENLOCK, IMPORT_TREE, GObject)

GenlockImportTree *genlock_import_tree_new (GenlockImportPlan *plan);

/* (transfer none) */
GenlockImportPlan *genlock_import_tree_get_plan (GenlockImportTree *self);

/* (transfer full) (element-type GenlockImportItem): the shows. */
GListModel *genlock_import_tree_list_shows (GenlockImportTree *self);

/* (transfer full) (nullable) (element-type GenlockImportItem): what is below @item. */
GListModel *genlock_import_tree_list_children (GenlockImportTree *self,
                                               GenlockImportItem *item);

/* How many objects there are now, for tests. */
guint genlock_import_tree_count_items (GenlockImportTree *self);

/**
 * genlock_import_tree_toggle:
 * @self: a tree
 * @item: one of its items
 *
 * What a click on the check box does: all that is below @item goes off where all of it was on,
 * else on; rows that differ from the database come on with the next click after the others.
 */
void genlock_import_tree_toggle (GenlockImportTree *self,
                                 GenlockImportItem *item);

/* All rows that VideoDept's first start makes by itself. */
void genlock_import_tree_choose_samples (GenlockImportTree *self,
                                         gboolean chosen);

/* All rows that stand in the database with other values. */
void genlock_import_tree_choose_different (GenlockImportTree *self,
                                           gboolean chosen);

G_END_DECLS
