/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as a file: PDF, SVG or CSV. */

#pragma once

#include <gio/gio.h>

#include "interchange/genlock-sheet-title.h"
#include "interchange/genlock-sheet.h"

G_BEGIN_DECLS

/**
 * GenlockSheetFormat:
 * @GENLOCK_SHEET_PDF: pages of vectors and text
 * @GENLOCK_SHEET_SVG: one page, as high as it takes, for screens; texts are outlines
 * @GENLOCK_SHEET_CSV: a table
 */
typedef enum
{
  GENLOCK_SHEET_PDF,
  GENLOCK_SHEET_SVG,
  GENLOCK_SHEET_CSV,
} GenlockSheetFormat;

#define GENLOCK_SHEET_N_FORMATS (GENLOCK_SHEET_CSV + 1)

/* (transfer none): "pdf", "svg", "csv". */
const char *genlock_sheet_format_get_word (GenlockSheetFormat format);

/* Returns: whether @word, in any case, is a format. @format: (out) */
gboolean genlock_sheet_format_find (const char *word,
                                    GenlockSheetFormat *format);

/**
 * genlock_sheet_print:
 * @sheet: a sheet
 * @title: what stands above its pages; of CSV nothing
 * @page: on which paper; of CSV on none; SVG is always endless
 * @format: as what
 * @error: %G_IO_ERROR_FAILED where cairo cannot, for want of memory; %G_IO_ERROR_NOT_SUPPORTED for
 *   a drawing as CSV
 *
 * The same sheet, title and page give the same bytes.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GString *genlock_sheet_print (GenlockSheet *sheet,
                              const GenlockSheetTitle *title,
                              const GenlockSheetPage *page,
                              GenlockSheetFormat format,
                              GError **error);

/* The same into a file, replaced only when the new one is whole and on disk. */
gboolean genlock_sheet_write (GenlockSheet *sheet,
                              const GenlockSheetTitle *title,
                              const GenlockSheetPage *page,
                              GenlockSheetFormat format,
                              const char *path,
                              GError **error);

G_END_DECLS
