/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the equipment of one device: opened, or varied for its show. */

#pragma once

#include "ui/lists/genlock-table-page.h"

G_BEGIN_DECLS

/* Gives a page of devices the actions "device.open" and "device.variant", their menu, and the group
 * in its side panel. */
void genlock_device_actions_add (GenlockTablePage *page);

G_END_DECLS
