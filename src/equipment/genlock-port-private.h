/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the gestures on ports share. */

#pragma once

#include "core/store/genlock-batch.h"
#include "equipment/genlock-ports.h"

G_BEGIN_DECLS

/* %GENLOCK_EQUIPMENT_ERROR_LIMIT where @n_new further ports would be too many. */
gboolean genlock_port_check_limit (const GenlockRecord *parent,
                                   guint n_new,
                                   GError **error);

/* Sets what was typed; #GenlockModelError with the field. */
gboolean genlock_port_set_text (GenlockRecord *port,
                                guint field,
                                const char *text,
                                GError **error);

/* (transfer full): a new port of @parent, without direction and connector. */
GenlockRecord *genlock_port_make (const GenlockRecord *parent,
                                  gint64 place);

/* (transfer container) (element-type GenlockRecord): the live ports that @ids name, in their order,
 * each once. */
GPtrArray *genlock_port_find (const GenlockRecord *parent,
                              const char * const *ids);

/* (transfer full): a partial row with the id alone. */
GenlockRecord *genlock_port_patch (const GenlockRecord *port);

/* Appends what @patch (transfer full) changes of @port. A new direction brings a new place, behind
 * all others; @next: the next place of each direction, 0 as long as it is not known. */
void genlock_port_take_patch (const GenlockRecord *parent,
                              const GenlockRecord *port,
                              GenlockRecord *patch,
                              gint64 *next,
                              GenlockBatch *batch);

G_END_DECLS
