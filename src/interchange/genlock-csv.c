/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated values (RFC 4180), read leniently and written strictly. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-csv.h"

struct _GenlockCsv
{
  gatomicrefcount references;
  char *text;            /* owned; cells are terminated in place */
  GArray *cells;         /* (element-type guint32): offsets in text */
  GArray *rows;          /* (element-type Row) */
  char delimiter;
  GenlockCsvEncoding encoding;
};

typedef struct
{
  guint first;
  guint n_cells;
  guint line;
} Row;

typedef struct
{
  GenlockCsv *csv;       /* unowned */
  char *at;              /* what is read next */
  char *to;              /* where the cell is written: never beyond at */
  guint line;
} Reader;

/* The lines that are looked at to find the delimiter. */
#define N_LINES_LOOKED_AT 20

G_DEFINE_QUARK (genlock-csv-error-quark, genlock_csv_error)

static gboolean
has_nul (const char *data,
         gsize length)
{
  return memchr (data, '\0', length) != NULL;
}

static char *
convert (const char *data,
         gsize length,
         const char *charset,
         GError **error)
{
  g_autofree char *text = NULL;
  gsize written = 0;

  text = g_convert (data, (gssize) length, "UTF-8", charset, NULL, &written, NULL);
  if (text == NULL || has_nul (text, written))
    {
      g_set_error_literal (error, GENLOCK_CSV_ERROR, GENLOCK_CSV_ERROR_BINARY,
                           _("this is not a text file"));
      return NULL;
    }

  return g_steal_pointer (&text);
}

char *
genlock_csv_dup_utf8 (const char *data,
                      gsize length,
                      GenlockCsvEncoding *encoding,
                      GError **error)
{
  GenlockCsvEncoding found = GENLOCK_CSV_UTF8;
  char *text = NULL;

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      found = GENLOCK_CSV_UTF16;
      text = convert (data + 2, length - 2, data[0] == '\xff' ? "UTF-16LE" : "UTF-16BE", error);
    }
  else if (g_utf8_validate_len (data, length, NULL))
    {
      gsize mark = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

      text = g_strndup (data + mark, length - mark);
    }
  else if (!has_nul (data, length))
    {
      /* Five of the bytes are unassigned in Windows-1252; Latin-1 takes them as controls. */
      found = GENLOCK_CSV_WINDOWS_1252;
      text = convert (data, length, "WINDOWS-1252", NULL);
      if (text == NULL)
        text = convert (data, length, "ISO-8859-1", error);
    }
  else
    {
      g_set_error_literal (error, GENLOCK_CSV_ERROR, GENLOCK_CSV_ERROR_BINARY,
                           _("this is not a text file"));
    }

  if (encoding != NULL)
    *encoding = found;

  return text;
}

static char
find_delimiter (const char *text)
{
  guint counts[3] = { 0, 0, 0 };
  static const char delimiters[] = "\t;,";
  gboolean quoted = FALSE;
  guint lines = 0;

  for (const char *at = text; *at != '\0' && lines < N_LINES_LOOKED_AT; at++)
    {
      const char *delimiter;

      if (*at == '"')
        quoted = !quoted;
      else if (*at == '\n')
        lines++;
      else if (!quoted && (delimiter = strchr (delimiters, *at)) != NULL)
        counts[delimiter - delimiters]++;
    }

  if (counts[0] > 0)
    return '\t';

  return counts[1] > counts[2] ? ';' : ',';
}

/* Excel's "sep=;" in the first line. */
static char
take_hint (char **text)
{
  char *at = *text;
  char delimiter = 0;

  if (g_ascii_strncasecmp (at, "sep=", 4) == 0 && at[4] != '\0' && strchr (",;\t", at[4]) != NULL
      && (at[5] == '\r' || at[5] == '\n'))
    {
      delimiter = at[4];
      at += at[5] == '\r' && at[6] == '\n' ? 7 : 6;
      *text = at;
    }

  return delimiter;
}

static gboolean
too_large (GError **error,
           guint line)
{
  g_set_error (error, GENLOCK_CSV_ERROR, GENLOCK_CSV_ERROR_TOO_LARGE,
               _("line %u: there are more rows or columns than a sheet can have"), line);
  return FALSE;
}

static gboolean
read_quoted (Reader *reader,
             GError **error)
{
  guint began = reader->line;

  for (reader->at++; *reader->at != '\0'; reader->at++)
    {
      if (*reader->at == '"')
        {
          if (reader->at[1] != '"')
            {
              reader->at++;
              return TRUE;
            }
          reader->at++;
        }
      else if (*reader->at == '\n' || (*reader->at == '\r' && reader->at[1] != '\n'))
        {
          reader->line++;
        }
      *reader->to++ = *reader->at;
    }

  g_set_error (error, GENLOCK_CSV_ERROR, GENLOCK_CSV_ERROR_QUOTE,
               _("line %u: a quoted cell begins here and does not end"), began);
  return FALSE;
}

/* Stands on the first byte of a cell, ends on what follows it: a delimiter or a line's end. */
static gboolean
read_cell (Reader *reader,
           GError **error)
{
  guint32 offset = (guint32) (reader->to - reader->csv->text);

  g_array_append_val (reader->csv->cells, offset);
  if (*reader->at == '"' && !read_quoted (reader, error))
    return FALSE;

  while (*reader->at != '\0' && *reader->at != '\r' && *reader->at != '\n'
         && *reader->at != reader->csv->delimiter)
    *reader->to++ = *reader->at++;

  return TRUE;
}

/* Ends the cell in place: what follows it has to be looked at before. */
static char
end_cell (Reader *reader)
{
  char follows = *reader->at;

  if (follows == '\r' && reader->at[1] == '\n')
    reader->at++;
  if (*reader->at != '\0')
    reader->at++;
  *reader->to++ = '\0';

  return follows;
}

static gboolean
read_row (Reader *reader,
          GError **error)
{
  GenlockCsv *csv = reader->csv;
  Row row = { csv->cells->len, 0, reader->line };
  char follows;

  if (csv->rows->len >= GENLOCK_CSV_MAX_ROWS)
    return too_large (error, reader->line);

  do
    {
      if (row.n_cells >= GENLOCK_CSV_MAX_COLUMNS)
        return too_large (error, reader->line);
      if (!read_cell (reader, error))
        return FALSE;
      follows = end_cell (reader);
      row.n_cells++;
    }
  while (follows == csv->delimiter);

  reader->line++;
  if (row.n_cells == 1 && *(csv->text + g_array_index (csv->cells, guint32, row.first)) == '\0')
    {
      row.n_cells = 0;
      g_array_set_size (csv->cells, row.first);
    }
  g_array_append_val (csv->rows, row);

  return TRUE;
}

GenlockCsv *
genlock_csv_parse (const char *data,
                   gssize length,
                   char delimiter,
                   GError **error)
{
  g_autoptr (GenlockCsv) csv = g_new0 (GenlockCsv, 1);
  Reader reader = { csv, NULL, NULL, 1 };
  gsize n = length < 0 ? strlen (data) : (gsize) length;
  char hint;

  g_atomic_ref_count_init (&csv->references);
  csv->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  csv->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  if (n > G_MAXUINT32 / 4)
    {
      too_large (error, 1);
      return NULL;
    }
  csv->text = genlock_csv_dup_utf8 (data, n, &csv->encoding, error);
  if (csv->text == NULL)
    return NULL;

  reader.at = csv->text;
  hint = take_hint (&reader.at);
  reader.line = hint != 0 ? 2 : 1;
  csv->delimiter = delimiter != 0 ? delimiter : hint != 0 ? hint : find_delimiter (reader.at);
  reader.to = csv->text;
  while (*reader.at != '\0')
    {
      if (!read_row (&reader, error))
        return NULL;
    }

  return g_steal_pointer (&csv);
}

GenlockCsv *
genlock_csv_ref (GenlockCsv *csv)
{
  g_atomic_ref_count_inc (&csv->references);

  return csv;
}

void
genlock_csv_unref (GenlockCsv *csv)
{
  if (!g_atomic_ref_count_dec (&csv->references))
    return;

  g_free (csv->text);
  g_array_unref (csv->cells);
  g_array_unref (csv->rows);
  g_free (csv);
}

char
genlock_csv_get_delimiter (const GenlockCsv *csv)
{
  return csv->delimiter;
}

GenlockCsvEncoding
genlock_csv_get_encoding (const GenlockCsv *csv)
{
  return csv->encoding;
}

guint
genlock_csv_get_n_rows (const GenlockCsv *csv)
{
  return csv->rows->len;
}

guint
genlock_csv_get_n_cells (const GenlockCsv *csv,
                         guint row)
{
  g_return_val_if_fail (row < csv->rows->len, 0);

  return g_array_index (csv->rows, Row, row).n_cells;
}

const char *
genlock_csv_get_cell (const GenlockCsv *csv,
                      guint row,
                      guint column)
{
  const Row *place;

  g_return_val_if_fail (row < csv->rows->len, "");

  place = &g_array_index (csv->rows, Row, row);
  if (column >= place->n_cells)
    return "";

  return csv->text + g_array_index (csv->cells, guint32, place->first + column);
}

guint
genlock_csv_get_line (const GenlockCsv *csv,
                      guint row)
{
  g_return_val_if_fail (row < csv->rows->len, 0);

  return g_array_index (csv->rows, Row, row).line;
}

/* Whether a spreadsheet would take the text for a formula, were the apostrophes not there. */
static gboolean
is_formula (const char *text)
{
  text += strspn (text, "'");

  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

const char *
genlock_csv_restore (const char *cell)
{
  return cell[0] == '\'' && is_formula (cell) ? cell + 1 : cell;
}

static void
write_quoted (GString *csv,
              const char *text)
{
  g_string_append_c (csv, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

/* Behind a line's end, or at the beginning of all, where a byte order mark may stand. */
static gboolean
begins_line (const GString *csv)
{
  return csv->len == 0 || csv->str[csv->len - 1] == '\n'
         || strcmp (csv->str, "\xef\xbb\xbf") == 0;
}

void
genlock_csv_write_number (GString *csv,
                          const char *text,
                          char delimiter)
{
  gboolean is_first = begins_line (csv);

  if (text == NULL)
    text = "";

  if (!is_first)
    g_string_append_c (csv, delimiter);
  /* An empty first cell is quoted, else the next one would not know that it is the second. */
  if (*text == '\0' && is_first)
    g_string_append (csv, "\"\"");
  else if (strchr (text, delimiter) != NULL || strpbrk (text, "\"\r\n") != NULL
           || *text == ' ' || *text == '\t' || g_str_has_suffix (text, " "))
    write_quoted (csv, text);
  else
    g_string_append (csv, text);
}

void
genlock_csv_write_cell (GString *csv,
                        const char *text,
                        char delimiter)
{
  g_autofree char *guarded = NULL;

  if (text != NULL && is_formula (text))
    text = guarded = g_strconcat ("'", text, NULL);
  genlock_csv_write_number (csv, text, delimiter);
}

void
genlock_csv_write_end_row (GString *csv)
{
  g_string_append (csv, "\r\n");
}
