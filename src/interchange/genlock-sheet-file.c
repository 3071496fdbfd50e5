/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as a file: PDF, SVG or CSV. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "core/model/genlock-instant.h"
#include "interchange/genlock-export-file.h"
#include "interchange/genlock-sheet-file.h"
#include "interchange/genlock-sheet-layout.h"

static const char * const words[GENLOCK_SHEET_N_FORMATS] = {
  [GENLOCK_SHEET_PDF] = "pdf",
  [GENLOCK_SHEET_SVG] = "svg",
  [GENLOCK_SHEET_CSV] = "csv",
};

const char *
genlock_sheet_format_get_word (GenlockSheetFormat format)
{
  return words[format];
}

gboolean
genlock_sheet_format_find (const char *word,
                           GenlockSheetFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

static cairo_status_t
append_cb (void *closure,
           const unsigned char *data,
           unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Cairo numbers the groups of an SVG by how many surfaces the process has made; the numbers say
 * nothing, and would make two files of one sheet differ. */
static void
number_anew (GString *svg)
{
  g_autoptr (GRegex) regex = g_regex_new ("id=\"surface[0-9]+\"", G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *anew = g_regex_replace_literal (regex, svg->str, (gssize) svg->len, 0,
                                                   "id=\"sheet\"", 0, NULL);

  if (anew != NULL)
    g_string_assign (svg, anew);
}

static void
describe (cairo_surface_t *surface,
          const GenlockSheet *sheet,
          const GenlockSheetTitle *title)
{
  g_autoptr (GDateTime) time = genlock_instant_to_date_time (title->printed_at);
  g_autofree char *when = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *name = title->show != NULL
                          ? g_strdup_printf ("%s — %s", sheet->title, title->show)
                          : g_strdup (sheet->title);

  /* Printers of any age; newer ones hide the title and the time in compressed objects, too. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, name);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Genlock " GENLOCK_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
}

/* @has_paper: whether the page is white by itself; an SVG in a dark window is not */
static void
draw_pages (GenlockSheetLayout *layout,
            cairo_surface_t *surface,
            gboolean has_paper)
{
  cairo_t *cr = cairo_create (surface);

  if (!has_paper)
    {
      cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
      cairo_paint (cr);
    }
  for (guint i = 0; i < genlock_sheet_layout_get_n_pages (layout); i++)
    {
      genlock_sheet_layout_draw_page (layout, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

static GString *
print_pages (GenlockSheet *sheet,
             const GenlockSheetTitle *title,
             const GenlockSheetPage *page,
             GenlockSheetFormat format,
             GError **error)
{
  GenlockSheetPage own = *page;
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GenlockSheetLayout) layout = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width;
  double height;

  own.is_endless = own.is_endless || format == GENLOCK_SHEET_SVG;
  layout = genlock_sheet_layout_new (sheet, title, &own);
  genlock_sheet_layout_get_size (layout, &width, &height);
  if (format == GENLOCK_SHEET_PDF)
    {
      surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
      describe (surface, sheet, title);
    }
  else
    surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);

  draw_pages (layout, surface, format == GENLOCK_SHEET_PDF);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The sheet could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  if (format == GENLOCK_SHEET_SVG)
    number_anew (bytes);

  return g_steal_pointer (&bytes);
}

GString *
genlock_sheet_print (GenlockSheet *sheet,
                     const GenlockSheetTitle *title,
                     const GenlockSheetPage *page,
                     GenlockSheetFormat format,
                     GError **error)
{
  if (format != GENLOCK_SHEET_CSV)
    return print_pages (sheet, title, page, format, error);

  if (sheet->drawing != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("A drawing has no rows: save it as PDF or SVG, or choose the sheet of "
                             "cables"));
      return NULL;
    }

  return genlock_sheet_print_csv (sheet);
}

gboolean
genlock_sheet_write (GenlockSheet *sheet,
                     const GenlockSheetTitle *title,
                     const GenlockSheetPage *page,
                     GenlockSheetFormat format,
                     const char *path,
                     GError **error)
{
  g_autoptr (GString) bytes = genlock_sheet_print (sheet, title, page, format, error);

  return bytes != NULL && genlock_export_file_write (path, bytes, error);
}
