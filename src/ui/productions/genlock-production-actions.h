/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to a show: duplicate, archive, delete. */

#pragma once

#include <gtk/gtk.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockProductionDone:
 * @id: the show that is there now
 * @user_data: as handed over; a widget that is still alive
 */
typedef void (*GenlockProductionDone) (const char *id,
                                       gpointer user_data);

/**
 * genlock_production_delete:
 * @from: the widget that asks; tells what was done in a toast with a way back
 * @store: the store
 * @production: the show; it goes with all that belongs to it
 */
void genlock_production_delete (GtkWidget *from,
                                GenlockStore *store,
                                GenlockRecord *production);

/**
 * genlock_production_set_status:
 * @from: the widget that asks
 * @store: the store
 * @production: the show
 * @status: a word of genlock_statuses
 */
void genlock_production_set_status (GtkWidget *from,
                                    GenlockStore *store,
                                    GenlockRecord *production,
                                    const char *status);

/**
 * genlock_production_duplicate:
 * @from: the widget that asks; nothing is done any more once it is gone
 * @store: the store
 * @production: the show
 * @done: called with @from when the copy is there
 *
 * Copies the show with all that belongs to it.
 */
void genlock_production_duplicate (GtkWidget *from,
                                   GenlockStore *store,
                                   GenlockRecord *production,
                                   GenlockProductionDone done);

G_END_DECLS
