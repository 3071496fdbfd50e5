/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map of ports is made of. */

#pragma once

#include "equipment/genlock-port-map.h"

G_BEGIN_DECLS

struct _GenlockPortMap
{
  GPtrArray *before; /* owned (element-type GenlockRecord): specs or cards */
  GenlockRecord *after; /* owned, nullable */
  GHashTable *old_ids; /* owned (element-type utf8): of the ports that go, in @before */
  GenlockSpecUsage *usage; /* owned */
  GArray *entries; /* owned (element-type GenlockPortMapEntry) */
  GArray *targets; /* owned (element-type GenlockPort) */
};

/* Gives each entry the best target that is left; @ports: (element-type GenlockPort): those that the
 * entries' are among. */
void genlock_port_map_suggest (GenlockPortMap *map,
                               GArray *ports);

/* The same as genlock_port_map_append() for several maps (element-type GenlockPortMap), whose
 * cables may be the same. */
gboolean genlock_port_maps_append (GPtrArray *maps,
                                   GenlockBatch *batch,
                                   GError **error);

G_END_DECLS
