/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a gesture on rows has to know first: the rows, and which labels and names are taken. */

#pragma once

#include <gtk/gtk.h>

#include "core/store/genlock-list.h"
#include "ui/lists/genlock-list-kind.h"

G_BEGIN_DECLS

/**
 * GenlockGathered:
 * @records: (element-type GenlockRecord): the rows asked for, whole
 * @labels: (element-type utf8): a set of the labels in the show, casefolded
 * @names: (element-type utf8): a set of the names in it, casefolded
 */
typedef struct
{
  GPtrArray *records;
  GHashTable *labels;
  GHashTable *names;
} GenlockGathered;

void genlock_gathered_free (GenlockGathered *gathered);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockGathered, genlock_gathered_free)

/**
 * genlock_gather_async:
 * @store: where the show is
 * @list: the list
 * @kind: what it shows
 * @production_id: the show
 * @rows: places in @list
 * @cancellable: (nullable): ends it
 */
void genlock_gather_async (GenlockStore *store,
                           GenlockList *list,
                           const GenlockListKind *kind,
                           const char *production_id,
                           GtkBitset *rows,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* (transfer full) (nullable) */
GenlockGathered *genlock_gather_finish (GAsyncResult *result,
                                        GError **error);

G_END_DECLS
