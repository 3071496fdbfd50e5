/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a Videohub says of itself: labels and routes, as a router of a show. */

#pragma once

#include "interchange/genlock-legacy.h"

G_BEGIN_DECLS

/**
 * genlock_videohub_read:
 * @legacy: what is filled
 * @data: (array length=length) (element-type guint8): a text, as a Videohub sends it
 * @length: how many bytes
 * @file: which file
 *
 * Inputs and outputs become ports of a router, labels what feeds them and where they lead, the
 * routing its crosspoints.
 *
 * Returns: whether it is such a text
 */
gboolean genlock_videohub_read (GenlockLegacy *legacy,
                                const char *data,
                                gsize length,
                                guint file);

G_END_DECLS
