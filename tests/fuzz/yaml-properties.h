/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for any bytes that are read as YAML. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ends the process when a property does not hold: either a tree within the limits, whose nodes
 * stand in the text in their order and whose maps have every key once, or a sentence that begins
 * with a place; and what import_properties_check() says of the file. Returns how many rows the
 * plan has, -1 without one. */
int yaml_properties_check (const char *data,
                           gsize       length);

G_END_DECLS
