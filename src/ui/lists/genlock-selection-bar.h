/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that slides up while several rows are selected. */

#pragma once

#include <adwaita.h>

#include "core/model/genlock-format.h"

G_BEGIN_DECLS

/**
 * GenlockSelectionBar:
 *
 * Signals: "format" (gpointer format): a #GenlockFormat was chosen for all; "type" (string): a
 * type was. The other buttons activate the actions of the page around it.
 */
#define GENLOCK_TYPE_SELECTION_BAR (genlock_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSelectionBar, genlock_selection_bar, GENLOCK, SELECTION_BAR, AdwBin)

/* Shows the bar for two or more rows, in words such as "12 selected". */
void genlock_selection_bar_set_count (GenlockSelectionBar *bar,
                                      guint n);

/* Whether rows of this list have a format, which can be set for all of them. */
void genlock_selection_bar_set_has_format (GenlockSelectionBar *bar,
                                           gboolean has_format);

/* (array zero-terminated=1): the types to choose from. */
void genlock_selection_bar_set_types (GenlockSelectionBar *bar,
                                      const char * const *types);

G_END_DECLS
