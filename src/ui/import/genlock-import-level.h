/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One level of a tree as a list model that makes an object only for what is looked at. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GenlockImportMake:
 * @owner: what the level belongs to
 * @parent: (nullable): the item above the level
 * @position: below the length of the level
 *
 * Returns: (transfer full): the item there; the same object as long as it lives
 */
typedef gpointer (*GenlockImportMake) (gpointer owner,
                                       gpointer parent,
                                       guint position);

#define GENLOCK_TYPE_IMPORT_LEVEL (genlock_import_level_get_type ())
G_DECLARE_FINAL_TYPE (GenlockImportLevel, genlock_import_level, GENLOCK, IMPORT_LEVEL, GObject)

/**
 * genlock_import_level_new:
 * @item_type: of the items
 * @n_items: how many there are; they neither come nor go
 * @make: makes one of them
 * @owner: handed to @make
 * @parent: (nullable): handed to @make
 *
 * Returns: (transfer full): a model
 */
GListModel *genlock_import_level_new (GType item_type,
                                      guint n_items,
                                      GenlockImportMake make,
                                      GObject *owner,
                                      GObject *parent);

G_END_DECLS
