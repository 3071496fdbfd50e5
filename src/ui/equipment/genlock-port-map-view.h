/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where cables land when a device or a card is swapped: one row for each old port. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"
#include "equipment/genlock-port-map.h"

G_BEGIN_DECLS

/**
 * GenlockPortMapView:
 *
 * Shows a map of ports and lets a person change it.
 *
 * Signals: "changed" (): another choice was made.
 */
#define GENLOCK_TYPE_PORT_MAP_VIEW (genlock_port_map_view_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPortMapView, genlock_port_map_view, GENLOCK, PORT_MAP_VIEW, AdwBin)

GtkWidget *genlock_port_map_view_new (void);

/**
 * genlock_port_map_view_set_map:
 * @self: the view
 * @map: (nullable): what is shown and changed; it outlives being shown
 * @title: (nullable): what the group is called, translated; %NULL: "Cables"
 */
void genlock_port_map_view_set_map (GenlockPortMapView *self,
                                    GenlockPortMap *map,
                                    const char *title);

/* Cables are called by what they come from and go to, as @store knows it; before the first map. */
void genlock_port_map_view_set_store (GenlockPortMapView *self,
                                      GenlockStore *store);

/* Puts the keyboard on the first port that somebody has to decide about; FALSE where there is
 * none. */
gboolean genlock_port_map_view_grab_undecided (GenlockPortMapView *self);

/* Whether nobody has to decide about a port any more. */
gboolean genlock_port_map_view_is_decided (GenlockPortMapView *self);

G_END_DECLS
