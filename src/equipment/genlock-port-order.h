/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of ports, as changes of their places (for the gestures on ports only). */

#pragma once

#include "core/store/genlock-batch.h"
#include "equipment/genlock-ports.h"

G_BEGIN_DECLS

/* (transfer container) (element-type GenlockRecord): the live ports of one direction, in order. */
GPtrArray *genlock_port_order_list (const GenlockRecord *parent,
                                    gboolean is_output);

/* Appends to @batch what gives @ports (element-type GenlockRecord), all of one direction, the
 * order that they have in the array. Few rows change: the places that were used are dealt out
 * anew, unless two ports share one or a port has none. The @n_new ports from @first_new on are
 * about to be added: they get their places themselves. */
void genlock_port_order_append (GPtrArray *ports,
                                guint first_new,
                                guint n_new,
                                GenlockBatch *batch);

/* The place behind the last one of @ports. */
gint64 genlock_port_order_next (GPtrArray *ports);

G_END_DECLS
