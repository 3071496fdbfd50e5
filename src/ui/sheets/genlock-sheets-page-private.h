/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the sheets page share. */

#pragma once

#include <adwaita.h>

#include "ui/sheets/genlock-sheet-job.h"
#include "ui/sheets/genlock-sheet-view.h"
#include "ui/sheets/genlock-sheets-page.h"

G_BEGIN_DECLS

struct _GenlockSheetsPage
{
  GtkWidget parent_instance;

  GenlockStore *store; /* owned */
  char *production_id; /* owned, nullable */
  GenlockSheetChoice *choice; /* owned */
  GenlockSheetLoaded *loaded; /* owned, nullable: what is shown; its layout is the view's */
  GCancellable *cancellable; /* owned, nullable: of what is loaded */
  gboolean is_stale; /* load again when that is done, or when the page is looked at */
  gboolean is_updating; /* the drop-downs, to what is so */
  GtkWidget *inspector; /* owned, nullable */
  GtkFileChooserNative *chooser; /* owned, nullable: the one that is open */
  GtkPrintOperation *printing; /* owned, nullable: what is being printed */

  GtkWidget *content;
  GtkStack *stack;
  GtkDropDown *kind;
  GtkDropDown *of;
  GtkButton *zoom_button;
  GtkLabel *place;
  GenlockSheetView *view;
  AdwStatusPage *failed;
};

/* Shows a file chooser for the sheet. */
void genlock_sheets_page_choose_file (GenlockSheetsPage *self);

/* Makes the sheet anew, and asks where to print it. */
void genlock_sheets_page_print (GenlockSheetsPage *self);

G_END_DECLS
