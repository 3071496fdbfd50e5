/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signal graph of a show as a drawing of draw.io. */

#pragma once

#include "core/store/genlock-store.h"
#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/**
 * genlock_drawio_print:
 * @graph: the graph of a show
 * @places: (element-type GenlockRecord): rows of graph_nodes: where boxes stand
 * @id: the id of the show
 * @name: what it is called
 *
 * Boxes with those of their ports that are linked, cables from port to port, crosspoints dashed;
 * boxes that stand nowhere are laid out around the others. Not compressed. Each box and cable has
 * the id of its row as "uid". The same show gives the same bytes.
 *
 * Returns: (transfer full): the text, XML
 */
GString *genlock_drawio_print (GenlockSignalGraph *graph,
                               GPtrArray *places,
                               const char *id,
                               const char *name);

/**
 * genlock_drawio_write:
 * @store: a store
 * @production: a show
 * @path: the file, replaced only when the new one is whole and on disk
 * @error: #GenlockStoreError, #GFileError
 *
 * Returns: whether it was written
 */
gboolean genlock_drawio_write (GenlockStore *store,
                               const GenlockRecord *production,
                               const char *path,
                               GError **error);

G_END_DECLS
