/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Escape does in a search. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * genlock_search_stop:
 * @entry: a search, perhaps in a popover
 *
 * For the signal #GtkSearchEntry::stop-search: a search entry takes Escape for itself, and a
 * popover around it would never get it. First what was typed goes, then the popover.
 */
void genlock_search_stop (GtkSearchEntry *entry);

G_END_DECLS
