/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for any bytes that are imported. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ends the process when a property does not hold: either a plan or a sentence that names the
 * file; every row of a plan may be stored; the same bytes make the same plan; its reports are
 * sound. Returns how many rows the plan has, -1 without one. */
int import_properties_check (const char *data,
                             gsize       length);

/* The same for a file of that name: it says of YAML what it is. */
int import_properties_check_named (const char *name,
                                   const char *data,
                                   gsize       length);

G_END_DECLS
