/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels and routes of a router, as a Videohub takes them. */

#pragma once

#include "core/store/genlock-store.h"
#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/**
 * genlock_videohub_print:
 * @graph: the graph of a show
 * @device_id: a device of it
 *
 * Blocks as Blackmagic's Videohub Ethernet Protocol has them, ports from 0 in the order of the
 * equipment. An input is called by the source whose picture is there, else by what feeds it; an
 * output by the send that it reaches, else by where it goes: "GFX A [SRC 3]", as
 * genlock_videohub_read() finds it again. Free ports have the names of the factory. Only outputs
 * with a crosspoint have a route: the hub keeps the others.
 *
 * Returns: (transfer full) (nullable): the text; %NULL where the device is not there or has no
 *   inputs or no outputs for pictures
 */
GString *genlock_videohub_print (GenlockSignalGraph *graph,
                                 const char *device_id);

/**
 * genlock_videohub_write:
 * @store: a store
 * @production_id: a show
 * @device_id: a device of it
 * @path: the file, replaced only when the new one is whole and on disk
 * @error: #GenlockStoreError, #GFileError, %G_IO_ERROR_INVALID_DATA for a device that is no router
 *
 * Returns: whether it was written
 */
gboolean genlock_videohub_write (GenlockStore *store,
                                 const char *production_id,
                                 const char *device_id,
                                 const char *path,
                                 GError **error);

G_END_DECLS
