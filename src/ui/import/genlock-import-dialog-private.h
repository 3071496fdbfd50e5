/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the import window share. */

#pragma once

#include "ui/import/genlock-import-dialog.h"
#include "ui/import/genlock-import-job.h"
#include "ui/import/genlock-import-preview.h"

G_BEGIN_DECLS

struct _GenlockImportDialog
{
  AdwWindow parent_instance;

  GenlockStore *store; /* owned */
  GListStore *files; /* owned (element-type GFile) */
  GenlockImportJob *job; /* owned, nullable: the files are being read */
  GenlockImportJob *applying; /* owned, nullable: rows are being written */
  GenlockImportPlan *plan; /* owned, nullable: what was read last */
  GCancellable *cancellable; /* owned, nullable: of what is under way */
  const char *known_show; /* the plan's, nullable: nothing is left to import, only to open */
  gboolean apply_next; /* as soon as the files are read again */
  guint work_timeout; /* until the bar is shown */
  guint progress_timeout;
  char *words; /* owned, nullable: what was imported, for the toast */
  gint64 step; /* its undo step */
  GtkFileChooserNative *chooser; /* owned, nullable: the one that is open */

  AdwHeaderBar *header;
  AdwViewSwitcherTitle *title;
  GtkWidget *cancel;
  GtkButton *import;
  GtkStack *stack;
  GtkWidget *choose;
  AdwStatusPage *work_page;
  GtkProgressBar *progress;
  GtkWidget *stop;
  GenlockImportPreview *preview;
  AdwStatusPage *error_page;
  GtkWidget *again;
  AdwStatusPage *done_page;
  GtkWidget *close;
};

/* Asks for files to import. */
void genlock_import_dialog_choose (GenlockImportDialog *self);

/* Asks for folders of device types to import. */
void genlock_import_dialog_choose_folder (GenlockImportDialog *self);

/* Asks where the report goes, and saves it there. */
void genlock_import_dialog_save_report (GenlockImportDialog *self);

/* Imports @files: with those of the preview, or in their place where there is none. */
void genlock_import_dialog_add_files (GenlockImportDialog *self,
                                      GListModel *files);

/* "choose", "work", "preview", "error" or "done". */
void genlock_import_dialog_show_page (GenlockImportDialog *self,
                                      const char *name);

/* Reads the files, into the show that the preview was told, and goes on to write what is chosen
 * where @apply. */
void genlock_import_dialog_read (GenlockImportDialog *self,
                                 gboolean apply);

/* Writes what is chosen. */
void genlock_import_dialog_apply (GenlockImportDialog *self);

/* Tells the parent what was imported, once. */
void genlock_import_dialog_say_done (GenlockImportDialog *self);

void genlock_import_dialog_stop_timeouts (GenlockImportDialog *self);

G_END_DECLS
