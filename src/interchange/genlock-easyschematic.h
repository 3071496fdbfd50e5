/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Device templates of EasySchematic: JSON, sheets, and those inside its projects. */

#pragma once

#include "interchange/genlock-csv.h"
#include "interchange/genlock-library-import.h"

G_BEGIN_DECLS

/* Of a template of a file. */
void genlock_easyschematic_template_free (gpointer data);

/* Whether a JSON value is a template, a list of them, or a project. */
gboolean genlock_easyschematic_is (JsonNode *root);

/**
 * genlock_easyschematic_read:
 * @self: all files
 * @root: a value that genlock_easyschematic_is()
 * @file: which file
 * @error: %GENLOCK_IMPORT_ERROR_RULES
 *
 * Reads the templates. Of a project: its own templates and the devices that are drawn in it, each
 * model once.
 *
 * Returns: whether they are templates all
 */
gboolean genlock_easyschematic_read (GenlockLibraryImport *self,
                                     JsonNode *root,
                                     guint file,
                                     GError **error);

/* Whether a sheet has a port of a template in each row. */
gboolean genlock_easyschematic_csv_is (const GenlockCsv *csv);

/**
 * genlock_easyschematic_csv_read:
 * @self: all files
 * @csv: a sheet that genlock_easyschematic_csv_is()
 * @file: which file
 * @error: %GENLOCK_IMPORT_ERROR_RULES
 *
 * Reads the templates of a sheet; columns "slot" and "card" put ports on cards.
 *
 * Returns: whether every row is a port
 */
gboolean genlock_easyschematic_csv_read (GenlockLibraryImport *self,
                                         const GenlockCsv *csv,
                                         guint file,
                                         GError **error);

/**
 * genlock_easyschematic_finish:
 * @self: all files
 * @cancellable: (nullable): stops it
 * @error: %GENLOCK_IMPORT_ERROR_RULES
 *
 * Makes equipment of the templates: slots with their families, the cards that sit in them by
 * default, and those that may.
 *
 * Returns: whether all of it can be
 */
gboolean genlock_easyschematic_finish (GenlockLibraryImport *self,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
