/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated values (RFC 4180), read leniently and written strictly. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockCsvError:
 * @GENLOCK_CSV_ERROR_BINARY: the bytes are no text
 * @GENLOCK_CSV_ERROR_QUOTE: a quoted cell does not end
 * @GENLOCK_CSV_ERROR_TOO_LARGE: more rows or cells than a sheet can have
 */
typedef enum
{
  GENLOCK_CSV_ERROR_BINARY,
  GENLOCK_CSV_ERROR_QUOTE,
  GENLOCK_CSV_ERROR_TOO_LARGE,
} GenlockCsvError;

#define GENLOCK_CSV_ERROR (genlock_csv_error_quark ())
GQuark genlock_csv_error_quark (void);

/* As many as a sheet of LibreOffice Calc and of Excel can have. */
#define GENLOCK_CSV_MAX_ROWS 1048576
#define GENLOCK_CSV_MAX_COLUMNS 16384

/**
 * GenlockCsvEncoding:
 * @GENLOCK_CSV_UTF8: UTF-8, with or without a byte order mark
 * @GENLOCK_CSV_UTF16: UTF-16 with a byte order mark, as Excel's "Unicode text" is
 * @GENLOCK_CSV_WINDOWS_1252: neither; a guess that a person should be told of
 */
typedef enum
{
  GENLOCK_CSV_UTF8,
  GENLOCK_CSV_UTF16,
  GENLOCK_CSV_WINDOWS_1252,
} GenlockCsvEncoding;

/**
 * GenlockCsv:
 *
 * A sheet that was read. Rows may have different numbers of cells; empty lines are rows without
 * cells. Immutable.
 */
typedef struct _GenlockCsv GenlockCsv;

/**
 * genlock_csv_dup_utf8:
 * @data: (array length=length) (element-type guint8): the bytes of a text file
 * @length: how many
 * @encoding: (out) (optional): what they were
 * @error: %GENLOCK_CSV_ERROR_BINARY
 *
 * Returns: (transfer full) (nullable): the text as UTF-8 without byte order mark
 */
char *genlock_csv_dup_utf8 (const char *data,
                            gsize length,
                            GenlockCsvEncoding *encoding,
                            GError **error);

/**
 * genlock_csv_parse:
 * @data: (array length=length) (element-type guint8): the bytes of a file, or pasted text
 * @length: how many, -1 when they end with a NUL
 * @delimiter: ',', ';' or tab; 0 finds out: a tab in the first lines outside of quotes wins (it
 *   never stands in a cell by accident), else the more frequent of the two others
 * @error: #GenlockCsvError, its message says the line
 *
 * Quotes count only at the beginning of a cell, so `55"` is itself. A line may end with CR LF,
 * LF or CR. A first line "sep=;" (Excel) sets the delimiter and is no row.
 *
 * Returns: (transfer full) (nullable): the sheet
 */
GenlockCsv *genlock_csv_parse (const char *data,
                               gssize length,
                               char delimiter,
                               GError **error);

GenlockCsv *genlock_csv_ref (GenlockCsv *csv);
void genlock_csv_unref (GenlockCsv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockCsv, genlock_csv_unref)

char genlock_csv_get_delimiter (const GenlockCsv *csv);
GenlockCsvEncoding genlock_csv_get_encoding (const GenlockCsv *csv);
guint genlock_csv_get_n_rows (const GenlockCsv *csv);

/* The cells of row @row; trailing empty ones count. */
guint genlock_csv_get_n_cells (const GenlockCsv *csv,
                               guint row);

/**
 * genlock_csv_get_cell:
 * @csv: a sheet
 * @row: below genlock_csv_get_n_rows()
 * @column: any number
 *
 * Returns: (transfer none): the cell as it stands, "" behind the last one
 */
const char *genlock_csv_get_cell (const GenlockCsv *csv,
                                  guint row,
                                  guint column);

/* The line of the text, from 1, where row @row begins: cells may hold line breaks. */
guint genlock_csv_get_line (const GenlockCsv *csv,
                            guint row);

/**
 * genlock_csv_restore:
 * @cell: a cell
 *
 * Takes away the apostrophe with which genlock_csv_write_cell() keeps a spreadsheet from taking
 * text for a formula.
 *
 * Returns: (transfer none): @cell or its second byte
 */
const char *genlock_csv_restore (const char *cell);

/**
 * genlock_csv_write_cell:
 * @csv: the text so far
 * @text: (nullable): the content of the next cell
 * @delimiter: what stands between cells
 *
 * Appends a cell, behind a delimiter where the line has one already (a byte order mark is none);
 * quoted where it must be.
 * Text that begins with = + - @, a tab or a line break, also behind apostrophes, gets an
 * apostrophe in front (genlock_csv_restore()).
 */
void genlock_csv_write_cell (GString *csv,
                             const char *text,
                             char delimiter);

/* A cell that is a number: as genlock_csv_write_cell(), but a minus stays what it is. */
void genlock_csv_write_number (GString *csv,
                               const char *text,
                               char delimiter);

/* Ends the row with CR LF. */
void genlock_csv_write_end_row (GString *csv);

G_END_DECLS
