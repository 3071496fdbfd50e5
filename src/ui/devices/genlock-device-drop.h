/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment that is dragged onto the devices of a show. */

#pragma once

#include "ui/lists/genlock-table-page.h"

G_BEGIN_DECLS

/* Has a page of devices take rows of the library: one device each. */
void genlock_device_drop_add (GenlockTablePage *page);

G_END_DECLS
