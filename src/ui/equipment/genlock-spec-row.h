/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spec in the list of the library: name, kind, ports, the heading of its group. */

#pragma once

#include <gtk/gtk.h>

#include "core/model/genlock-row.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_SPEC_ROW (genlock_spec_row_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSpecRow, genlock_spec_row, GENLOCK, SPEC_ROW, GtkWidget)

GtkWidget *genlock_spec_row_new (void);

/**
 * genlock_spec_row_set_row:
 * @self: the widget
 * @row: (nullable): what it shows from now on, which may still be fetched
 * @previous: (nullable): what stands above it in the same section
 * @section: (nullable): the heading of the section that begins here, translated
 * @group: the field that the list is grouped by; 0 for none
 */
void genlock_spec_row_set_row (GenlockSpecRow *self,
                               GenlockRow *row,
                               GenlockRow *previous,
                               const char *section,
                               guint group);

/* (transfer none) (nullable) */
GenlockRow *genlock_spec_row_get_row (GenlockSpecRow *self);

G_END_DECLS
