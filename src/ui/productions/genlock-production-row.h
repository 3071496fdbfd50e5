/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A show in the sidebar: name, place and dates, status. */

#pragma once

#include <gtk/gtk.h>

#include "core/model/genlock-row.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_PRODUCTION_ROW (genlock_production_row_get_type ())
G_DECLARE_FINAL_TYPE (GenlockProductionRow, genlock_production_row,
                      GENLOCK, PRODUCTION_ROW, GtkWidget)

GtkWidget *genlock_production_row_new (void);

/* (nullable): follows @row from now on, which may still be fetched. */
void genlock_production_row_set_row (GenlockProductionRow *self,
                                     GenlockRow *row);

/* (transfer none) (nullable) */
GenlockRow *genlock_production_row_get_row (GenlockProductionRow *self);

G_END_DECLS
