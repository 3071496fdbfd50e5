/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Device types and module types of NetBox, in YAML. */

#pragma once

#include "interchange/genlock-library-import.h"

G_BEGIN_DECLS

/* A device type or module type of a file, read when all are there. */
typedef struct _GenlockNetboxType GenlockNetboxType;
void genlock_netbox_type_free (gpointer type);

/* Whether a text looks like such a file: for names that do not say so. */
gboolean genlock_netbox_is (const char *data,
                            gsize length);

/**
 * genlock_netbox_read:
 * @self: all files
 * @data: (array length=length): the content of a file
 * @length: bytes of @data
 * @file: which file
 * @cancellable: (nullable): stops it
 * @error: #GenlockYamlError, #GenlockImportError, %G_IO_ERROR_CANCELLED
 *
 * Reads the device and module types of a file: its documents, or what its lists hold.
 *
 * Returns: how many there are; 0 for sound YAML that is something else; -1 with @error
 */
int genlock_netbox_read (GenlockLibraryImport *self,
                         const char *data,
                         gsize length,
                         guint file,
                         GCancellable *cancellable,
                         GError **error);

/**
 * genlock_netbox_finish:
 * @self: all files
 * @cancellable: (nullable): stops it
 * @error: #GenlockImportError, %G_IO_ERROR_CANCELLED
 *
 * Makes cards of the module types and equipment of the device types. Directions and connectors are
 * taken from the names of the ports; what those do not say is asked
 * (genlock_import_plan_get_questions()): "category", "direction", "sdi", "bnc", "connector".
 *
 * Returns: whether all of it can be
 */
gboolean genlock_netbox_finish (GenlockLibraryImport *self,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
