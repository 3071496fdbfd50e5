/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lines of words that change at every motion of the pointer. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GenlockSlotStatus:
 *
 * As tall as two lines, whatever it says: other words are drawn anew and nothing is laid out again,
 * as a #GtkLabel would have it.
 */
#define GENLOCK_TYPE_SLOT_STATUS (genlock_slot_status_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSlotStatus, genlock_slot_status, GENLOCK, SLOT_STATUS, GtkWidget)

/* "" says nothing. */
void genlock_slot_status_set_text (GenlockSlotStatus *self,
                                   const char *text);

G_END_DECLS
