/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routing that a Videohub has, for a router that a show knows already. */

#pragma once

#include <glib.h>

#include "signal/genlock-crosspoints.h"

G_BEGIN_DECLS

/**
 * GenlockVideohubRoutes:
 * @wishes: (element-type GenlockCrosspointWish): inputs and outputs by their numbers on the hub,
 *   from 0, in the order of the text
 * @n_lost: lines that are no route
 */
typedef struct
{
  GArray *wishes;
  guint n_lost;
} GenlockVideohubRoutes;

/**
 * genlock_videohub_routes_read:
 * @data: (array length=length) (element-type guint8): a text, as a Videohub sends it
 * @length: how many bytes
 *
 * Returns: (transfer full) (nullable): the routes of all blocks that have them, since a recording
 *   may go on with changes: the last one of an output counts; %NULL for a text without a block
 */
GenlockVideohubRoutes *genlock_videohub_routes_read (const char *data,
                                                     gsize length);
void genlock_videohub_routes_free (GenlockVideohubRoutes *routes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockVideohubRoutes, genlock_videohub_routes_free)

G_END_DECLS
