/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame with its cards, and the ports of the card that the cursor is on. */

#pragma once

#include <gtk/gtk.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockSlotPage:
 *
 * A #GenlockSlotEditor, and the ports of the selected card edited in place: beside it where it is
 * wide, below where it is high, else one step further, with a way back.
 *
 * Signals: "adopted" (const char *id) and "stale" () of the #GenlockSlotEditor.
 */
#define GENLOCK_TYPE_SLOT_PAGE (genlock_slot_page_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSlotPage, genlock_slot_page, GENLOCK, SLOT_PAGE, GtkWidget)

GtkWidget *genlock_slot_page_new (void);

/* (nullable): where frames are. */
void genlock_slot_page_set_store (GenlockSlotPage *self,
                                  GenlockStore *store);

/* Shows @spec (nullable), a frame with its children, as it is now; see
 * genlock_slot_editor_set_spec(). */
void genlock_slot_page_set_spec (GenlockSlotPage *self,
                                 GenlockRecord *spec,
                                 gboolean shipped);

/* Takes what is being typed, as Enter does; FALSE where it does not fit, which the page says. */
gboolean genlock_slot_page_finish_editing (GenlockSlotPage *self);

G_END_DECLS
