/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: a table of commands, their options and what they return. */

#pragma once

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockCtlExit:
 * @GENLOCK_CTL_DONE: done
 * @GENLOCK_CTL_FAILED: failed; one line on stderr says what and what to do
 * @GENLOCK_CTL_USAGE: wrong usage
 */
typedef enum
{
  GENLOCK_CTL_DONE = 0,
  GENLOCK_CTL_FAILED = 1,
  GENLOCK_CTL_USAGE = 2,
} GenlockCtlExit;

/* A wrong call: becomes %GENLOCK_CTL_USAGE. */
#define GENLOCK_CTL_ERROR (genlock_ctl_error_quark ())
GQuark genlock_ctl_error_quark (void);

/**
 * GenlockCtl:
 * @database: the file
 * @json: whether to print one JSON document
 * @dry_run: of import: only say what would come
 * @force: of connect: whatever the rules say, and in the place of what feeds the input
 * @answers: (nullable): of import: to what files leave open, "KEY=WORD" each
 * @include_deleted: of list: deleted rows too
 * @production: (nullable): of list: only rows of this show, by id or name
 * @table: (nullable): of export: which table
 * @kind: (nullable): of sheet: which sheet
 * @of: (nullable): of sheet and export: of which device
 * @by: (nullable): of sheet: how the cables are grouped
 * @paper: (nullable): of sheet: on which paper
 * @orientation: (nullable): of sheet: how the paper lies
 * @printed_at: (nullable): of sheet: the time to print on it
 * @args: (array zero-terminated=1): what follows the command
 * @subject: (nullable): the file that an error of the store is about
 * @out: what the command prints, written to stdout at the end
 *
 * One call of the program.
 */
typedef struct
{
  char *database;
  gboolean json;
  gboolean dry_run;
  gboolean force;
  char **answers;
  gboolean include_deleted;
  char *production;
  char *table;
  char *kind;
  char *of;
  char *by;
  gboolean record;
  char *paper;
  char *orientation;
  char *printed_at;
  char **args;
  const char *subject;
  GString *out;
} GenlockCtl;

/**
 * GenlockCtlCommand:
 * @name: what is typed
 * @usage: the arguments, for people
 * @summary: what it does
 * @min_args: how many arguments at least
 * @max_args: and at most
 * @run: does it
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  guint min_args;
  guint max_args;
  gboolean (*run)(GenlockCtl *ctl,
                  GError **error);
} GenlockCtlCommand;

/* Every command, ends with a %NULL name. */
extern const GenlockCtlCommand genlock_ctl_commands[];

/**
 * genlock_ctl_run:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Parses the options, which stand before or after the command, and runs the command. Prints to
 * stdout and stderr.
 *
 * Returns: the exit code, see #GenlockCtlExit
 */
int genlock_ctl_run (int argc,
                     char **argv);

/* The commands on rows. */
gboolean genlock_ctl_list (GenlockCtl *ctl,
                           GError **error);
gboolean genlock_ctl_show (GenlockCtl *ctl,
                           GError **error);
gboolean genlock_ctl_add (GenlockCtl *ctl,
                          GError **error);
gboolean genlock_ctl_set (GenlockCtl *ctl,
                          GError **error);
gboolean genlock_ctl_delete (GenlockCtl *ctl,
                             GError **error);
gboolean genlock_ctl_undelete (GenlockCtl *ctl,
                               GError **error);
gboolean genlock_ctl_undo (GenlockCtl *ctl,
                           GError **error);

/* The commands on files. */
gboolean genlock_ctl_import (GenlockCtl *ctl,
                             GError **error);
gboolean genlock_ctl_export (GenlockCtl *ctl,
                             GError **error);
gboolean genlock_ctl_backup (GenlockCtl *ctl,
                             GError **error);
gboolean genlock_ctl_restore (GenlockCtl *ctl,
                              GError **error);
gboolean genlock_ctl_verify (GenlockCtl *ctl,
                             GError **error);
gboolean genlock_ctl_salvage (GenlockCtl *ctl,
                              GError **error);

/* The commands on sheets. */
gboolean genlock_ctl_sheet (GenlockCtl *ctl,
                            GError **error);

/* The commands on signals. */
gboolean genlock_ctl_check (GenlockCtl *ctl,
                            GError **error);
gboolean genlock_ctl_connect (GenlockCtl *ctl,
                              GError **error);
gboolean genlock_ctl_label (GenlockCtl *ctl,
                            GError **error);
gboolean genlock_ctl_trace (GenlockCtl *ctl,
                            GError **error);

/**
 * genlock_ctl_open:
 * @ctl: the call
 * @mode: see #GenlockStoreMode
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable): the database of the call
 */
GenlockStore *genlock_ctl_open (GenlockCtl *ctl,
                                GenlockStoreMode mode,
                                GError **error);

/* (transfer full): a sentence of the core in the user's language. */
char *genlock_ctl_dup_sentence (const char *text);

/* Prints that @path is done: {"done": what, "file": where}, or a sentence. @done: marked for
 * translation */
void genlock_ctl_print_file (GenlockCtl *ctl,
                             const char *done,
                             const char *path);

/* Writes @ctl's output to stdout; a full disk or a closed pipe behind it is a failure. */
int genlock_ctl_flush (GenlockCtl *ctl);

G_END_DECLS
