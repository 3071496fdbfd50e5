/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a line of quick find looks. */

#pragma once

#include "ui/find/genlock-find-item.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_FIND_ROW (genlock_find_row_get_type ())
G_DECLARE_FINAL_TYPE (GenlockFindRow, genlock_find_row, GENLOCK, FIND_ROW, GtkWidget)

GtkWidget *genlock_find_row_new (void);

void genlock_find_row_set_item (GenlockFindRow *row,
                                GenlockFindItem *item);

G_END_DECLS
