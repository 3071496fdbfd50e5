/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The devices of a show. */

#pragma once

#include "ui/lists/genlock-table-page.h"

G_BEGIN_DECLS

/**
 * genlock_devices_page_new:
 * @store: where the devices are
 *
 * Returns: (transfer floating): a #GenlockTablePage of the devices of a show
 */
GtkWidget *genlock_devices_page_new (GenlockStore *store);

G_END_DECLS
