/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets page: printing. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/sheets/genlock-sheets-page-private.h"

/* A sheet on its way to the printer. */
typedef struct
{
  GenlockSheetsPage *page; /* owned */
  GtkPrintOperation *operation; /* owned */
  GenlockSheetLoaded *loaded; /* owned */
  char *production_id; /* owned */
  GenlockSheetWish wish; /* its texts are owned */
  gboolean is_preview; /* another program shows it: nothing is printed */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_clear_pointer (&printing->loaded, genlock_sheet_loaded_free);
  g_clear_object (&printing->operation);
  g_object_unref (printing->page);
  g_free (printing->production_id);
  g_free ((char *) printing->wish.device_id);
  g_free ((char *) printing->wish.source_type);
  g_free (printing);
}

static void
draw_page_cb (Printing *printing,
              GtkPrintContext *context,
              int page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width;
  double height;
  double scale;

  /* Somebody may have chosen another paper in the dialog. */
  genlock_sheet_layout_get_size (printing->loaded->layout, &width, &height);
  scale = MIN (1.0, MIN (paper_width / width, paper_height / height));
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  genlock_sheet_layout_draw_page (printing->loaded->layout, cr, (guint) page);
}

static gboolean
preview_cb (Printing *printing)
{
  printing->is_preview = TRUE;

  return FALSE;
}

static void
record (Printing *printing)
{
  GenlockSheetsPage *self = printing->page;
  GenlockSheetPrint print = { printing->loaded->last.revision + 1, printing->loaded->printed_at,
                              (char *) genlock_sheet_prints_get_author () };
  g_autoptr (GenlockBatch) batch = NULL;

  if (self->store == NULL || !genlock_store_get_writable (self->store))
    return;

  batch = genlock_sheet_prints_record (printing->production_id, &printing->wish, &print);
  genlock_store_apply_async (self->store, batch, NULL, NULL, NULL);
}

static void
done_cb (Printing *printing,
         GtkPrintOperationResult result)
{
  GenlockSheetsPage *self = printing->page;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (printing->operation, &error);
      if (error != NULL)
        genlock_toast_error (GTK_WIDGET (self), error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && !printing->is_preview)
    {
      record (printing);
      genlock_toast (GTK_WIDGET (self), _("Sheet printed"));
    }

  g_clear_object (&self->printing);
  printing_free (printing);
}

static GtkPageSetup *
make_setup (const GenlockSheetPage *page)
{
  static const char * const names[GENLOCK_SHEET_N_PAPERS] = {
    [GENLOCK_SHEET_A4] = GTK_PAPER_NAME_A4,
    [GENLOCK_SHEET_A3] = GTK_PAPER_NAME_A3,
    [GENLOCK_SHEET_LETTER] = GTK_PAPER_NAME_LETTER,
    [GENLOCK_SHEET_TABLOID] = "na_ledger",
  };
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (names[page->paper]);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, page->is_landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                            : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);

  return setup;
}

/* @printing: (transfer full) */
static void
run (Printing *printing)
{
  GenlockSheetsPage *self = printing->page;
  GtkPrintOperation *operation = gtk_print_operation_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  GenlockSheetPage page;

  genlock_sheet_choice_get_page (self->choice, &page);
  setup = make_setup (&page);
  printing->operation = operation;
  self->printing = g_object_ref (operation);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* What it is called where it is printed to a file. */
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                          printing->loaded->file_name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) genlock_sheet_layout_get_n_pages (
                                     printing->loaded->layout));
  gtk_print_operation_set_job_name (operation, printing->loaded->file_name);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_swapped (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  g_signal_connect_swapped (operation, "preview", G_CALLBACK (preview_cb), printing);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (done_cb), printing);
  /* What goes wrong is said by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;

  printing->loaded = genlock_sheet_job_load_finish (result, &error);
  if (printing->loaded != NULL && printing->page->store != NULL)
    {
      run (printing);
      return;
    }

  if (error != NULL)
    genlock_toast_error (GTK_WIDGET (printing->page), error);
  printing_free (printing);
}

void
genlock_sheets_page_print (GenlockSheetsPage *self)
{
  Printing *printing;

  if (self->production_id == NULL || self->printing != NULL)
    return;

  printing = g_new0 (Printing, 1);
  printing->page = g_object_ref (self);
  printing->production_id = g_strdup (self->production_id);
  genlock_sheet_choice_get_wish (self->choice, &printing->wish);
  printing->wish.device_id = g_strdup (printing->wish.device_id);
  printing->wish.source_type = g_strdup (printing->wish.source_type);
  genlock_sheet_job_load_async (self->store, self->production_id, self->choice, NULL, loaded_cb,
                                printing);
}
