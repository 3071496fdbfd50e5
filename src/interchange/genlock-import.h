/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads files of any known shape into a plan of what would be imported. */

#pragma once

#include <gio/gio.h>

#include "interchange/genlock-import-plan.h"

G_BEGIN_DECLS

/**
 * GenlockImportError:
 * @GENLOCK_IMPORT_ERROR_FILE: a folder, a file that cannot be read, or one that changed meanwhile
 * @GENLOCK_IMPORT_ERROR_TOO_LARGE: larger than %GENLOCK_IMPORT_MAX_BYTES
 * @GENLOCK_IMPORT_ERROR_SYNTAX: the text is broken; the message says where
 * @GENLOCK_IMPORT_ERROR_UNKNOWN: sound, but nothing in it is known
 * @GENLOCK_IMPORT_ERROR_RULES: equipment that cannot be; the message says where
 * @GENLOCK_IMPORT_ERROR_ANSWER: an answer to a question that the files do not ask, or that is none
 *
 * Every message is a whole sentence that begins with the file's name, but for
 * %GENLOCK_IMPORT_ERROR_ANSWER.
 */
typedef enum
{
  GENLOCK_IMPORT_ERROR_FILE,
  GENLOCK_IMPORT_ERROR_TOO_LARGE,
  GENLOCK_IMPORT_ERROR_SYNTAX,
  GENLOCK_IMPORT_ERROR_UNKNOWN,
  GENLOCK_IMPORT_ERROR_RULES,
  GENLOCK_IMPORT_ERROR_ANSWER,
} GenlockImportError;

#define GENLOCK_IMPORT_ERROR (genlock_import_error_quark ())
GQuark genlock_import_error_quark (void);

/* Bytes of one file: a show of 250,000 sources. The tree of such a text takes some ten times
 * as much memory. */
#define GENLOCK_IMPORT_MAX_BYTES (64 * 1024 * 1024)

/**
 * GenlockImportOptions:
 * @production: (nullable): a live show, into which lists go that name none (sheets as CSV, bare
 *   arrays of sources)
 * @show_name: (nullable): without @production: what their new show is called; %NULL takes the
 *   name of the file, or of the folder where there are several files
 * @client: (nullable): and for whom it is
 * @answers: (nullable) (array zero-terminated=1): to what files leave open, "KEY=WORD" each, see
 *   genlock_import_plan_get_questions()
 */
typedef struct
{
  GenlockRecord *production;
  const char *show_name;
  const char *client;
  const char * const *answers;
} GenlockImportOptions;

/**
 * GenlockImportProgressFunc:
 * @fraction: 0 to 1
 *
 * Called in the thread that reads, a few hundred times at most.
 */
typedef void (*GenlockImportProgressFunc) (double fraction,
                                           gpointer user_data);

/**
 * genlock_import_read:
 * @paths: (array zero-terminated=1) (element-type filename): the files; a folder stands for the
 *   YAML files in it
 * @options: (nullable): see #GenlockImportOptions
 * @cancellable: (nullable): stops it with %G_IO_ERROR_CANCELLED
 * @progress: (nullable) (scope call): told how far it is
 * @user_data: for @progress
 * @error: #GenlockImportError, %G_IO_ERROR_CANCELLED
 *
 * Reads all @paths as one delivery: of one show found in several files the best copy counts
 * (export and IndexedDB before API dump before localStorage), sheets of a workbook form one show.
 * What a file is shows its content, never its name. Blocks; touches no database; may run in any
 * thread. The plan still has to be compared (genlock_import_plan_compare()).
 *
 * Returns: (transfer full) (nullable): what they hold
 */
GenlockImportPlan *genlock_import_read (const char * const *paths,
                                        const GenlockImportOptions *options,
                                        GCancellable *cancellable,
                                        GenlockImportProgressFunc progress,
                                        gpointer user_data,
                                        GError **error);

/**
 * genlock_import_read_bytes:
 * @name: what the bytes are called in messages and in the folder of originals: "pasted.json"
 * @bytes: the content of one file
 * @options: (nullable): see #GenlockImportOptions
 * @cancellable: (nullable): stops it
 * @error: #GenlockImportError, %G_IO_ERROR_CANCELLED
 *
 * genlock_import_read() of something that is no file.
 *
 * Returns: (transfer full) (nullable): what they hold
 */
GenlockImportPlan *genlock_import_read_bytes (const char *name,
                                              GBytes *bytes,
                                              const GenlockImportOptions *options,
                                              GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
