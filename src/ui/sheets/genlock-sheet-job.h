/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets made and written in a worker. */

#pragma once

#include "interchange/genlock-sheet-layout.h"
#include "interchange/genlock-sheet-prints.h"
#include "ui/sheets/genlock-sheet-choice.h"

G_BEGIN_DECLS

/**
 * GenlockSheetOffer:
 * @id: the id of a device, or the type of a source
 * @name: what it is called
 *
 * What a sheet may be of.
 */
typedef struct
{
  char *id;
  char *name;
} GenlockSheetOffer;

/**
 * GenlockSheetLoaded:
 * @sheet: the sheet
 * @layout: its pages
 * @file_name: what a file of it is called, without its ending
 * @offers: (element-type GenlockSheetOffer): what it may be of
 * @last: when it was printed last
 * @is_bare: whether the show has nothing that a sheet could list
 * @printed_at: the time that stands on it
 */
typedef struct
{
  GenlockSheet *sheet;
  GenlockSheetLayout *layout;
  char *file_name;
  GPtrArray *offers;
  GenlockSheetPrint last;
  gboolean is_bare;
  gint64 printed_at;
} GenlockSheetLoaded;

void genlock_sheet_loaded_free (GenlockSheetLoaded *loaded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSheetLoaded, genlock_sheet_loaded_free)

/**
 * genlock_sheet_job_load_async:
 * @store: a store
 * @production_id: a show
 * @choice: which sheet; may change meanwhile
 *
 * Makes the sheet and measures it.
 */
void genlock_sheet_job_load_async (GenlockStore *store,
                                   const char *production_id,
                                   GenlockSheetChoice *choice,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* (transfer full) (nullable) */
GenlockSheetLoaded *genlock_sheet_job_load_finish (GAsyncResult *result,
                                                   GError **error);

/**
 * genlock_sheet_job_save_async:
 * @store: a store
 * @production_id: a show
 * @choice: which sheet; may change meanwhile
 * @path: (type filename): the file; what it becomes is said by its ending: pdf, svg, csv, drawio,
 *   or txt for labels and routes as a Videohub takes them
 *
 * Makes the sheet anew and writes it. A PDF counts as printed, where the store can be written.
 */
void genlock_sheet_job_save_async (GenlockStore *store,
                                   const char *production_id,
                                   GenlockSheetChoice *choice,
                                   const char *path,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean genlock_sheet_job_save_finish (GAsyncResult *result,
                                        GError **error);

G_END_DECLS
