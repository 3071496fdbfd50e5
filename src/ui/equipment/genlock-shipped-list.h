/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The devices of the shipped library that are not copied into the database yet, as a list. */

#pragma once

#include "core/model/genlock-row.h"
#include "core/store/genlock-store.h"
#include "equipment/genlock-library.h"
#include "ui/equipment/genlock-library-view.h"

G_BEGIN_DECLS

/**
 * GenlockShippedList:
 *
 * A #GListModel of #GenlockRow, each with the rows that the device expands to. The library is read
 * in a worker thread; a device leaves the list when its row is in the store and comes back when
 * that row is deleted.
 *
 * Signals: "changed" (): the library was read, or other devices are copied: counts differ.
 */
#define GENLOCK_TYPE_SHIPPED_LIST (genlock_shipped_list_get_type ())
G_DECLARE_FINAL_TYPE (GenlockShippedList, genlock_shipped_list, GENLOCK, SHIPPED_LIST, GObject)

GenlockShippedList *genlock_shipped_list_new (GenlockStore *store);

/* Shows what is in @view from now on. */
void genlock_shipped_list_set_view (GenlockShippedList *self,
                                    const GenlockLibraryView *view);

/* How many of those that are not copied are in @view, whatever the list shows. */
guint genlock_shipped_list_count (GenlockShippedList *self,
                                  const GenlockLibraryView *view);

/* Whether the library is still being read. */
gboolean genlock_shipped_list_get_loading (GenlockShippedList *self);

/* (transfer none) (nullable): the library once it is read. */
GenlockLibrary *genlock_shipped_list_get_library (GenlockShippedList *self);

G_END_DECLS
