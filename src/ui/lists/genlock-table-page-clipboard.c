/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of a list page to and from the clipboard, as spreadsheets write them. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/lists/genlock-table-page-private.h"
#include "ui/lists/genlock-tsv.h"

typedef struct
{
  GenlockTablePage *page; /* owned */
  GPtrArray *columns;     /* owned */
  GPtrArray *cells;       /* owned, nullable (element-type GStrv) */
  guint n_rows;
  guint n_columns;
  gboolean add;
  gboolean whole_rows;
} Clip;

static void
clip_free (gpointer data)
{
  Clip *clip = data;

  g_clear_pointer (&clip->columns, g_ptr_array_unref);
  g_clear_pointer (&clip->cells, g_ptr_array_unref);
  g_clear_object (&clip->page);
  g_free (clip);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Clip, clip_free)

static Clip *
clip_new (GenlockTablePage *page)
{
  Clip *clip = g_new0 (Clip, 1);

  clip->page = g_object_ref (page);
  clip->columns = genlock_table_page_list_block_columns (page);
  return clip;
}

static GenlockBlock
make_block (Clip *clip,
            GPtrArray *records)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (clip->page);

  return (GenlockBlock) {
    .records = records,
    .columns = clip->columns,
    .names = self->names,
    .production_id = self->production_id,
  };
}

static void
copy (GenlockTablePage *page,
      GenlockGathered *gathered,
      gpointer user_data)
{
  GenlockBlock block = make_block (user_data, gathered->records);
  g_autofree char *text = genlock_block_print (&block);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), text);
}

static void
copy_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);
  g_autoptr (GtkBitset) rows = genlock_table_page_list_block_rows (page);

  if (!gtk_bitset_is_empty (rows))
    genlock_table_page_with_rows (page, rows, copy, clip_new (page), clip_free);
}

/* Nothing goes before its copy is on the clipboard, and what goes is what was copied. */
static void
cut (GenlockTablePage *page,
     GenlockGathered *gathered,
     gpointer user_data)
{
  Clip *clip = user_data;

  copy (page, gathered, clip);
  if (!gdk_clipboard_is_local (gtk_widget_get_clipboard (GTK_WIDGET (page))))
    genlock_toast (GTK_WIDGET (page),
                   _("The clipboard takes nothing just now, so nothing was cut"));
  else if (clip->whole_rows)
    genlock_table_page_delete_records (page, gathered->records);
  else
    genlock_table_page_set_cells (page, gathered->records, clip->columns, "");
}

static void
cut_action (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GtkBitset) rows = NULL;
  Clip *clip;

  if (!genlock_table_page_is_ready (page))
    return;

  rows = genlock_table_page_list_block_rows (page);
  if (gtk_bitset_is_empty (rows))
    return;

  clip = clip_new (page);
  clip->whole_rows =
    genlock_row_selection_get_size (genlock_grid_get_selection (self->grid)) > 0;
  genlock_table_page_with_rows (page, rows, cut, clip, clip_free);
}

static void
paste (GenlockTablePage *page,
       GenlockGathered *gathered,
       gpointer user_data)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  Clip *clip = user_data;
  GenlockBlock block = make_block (clip, gathered->records);
  GenlockPlan *plan = genlock_block_paste (&block, clip->cells, clip->n_rows, clip->n_columns,
                                           clip->add, gathered->labels);
  guint n_cells = plan->n_cells;
  guint n_too_wide = plan->n_too_wide;
  g_autofree char *added = genlock_table_page_dup_count (page, plan->n_added);
  g_autoptr (GString) text = g_string_new (NULL);

  if (plan->n_added > 0)
    g_string_append_printf (text, _("%s pasted"), added);
  else
    g_string_append_printf (text, ngettext ("%u cell pasted", "%u cells pasted", n_cells),
                            n_cells);

  if (n_too_wide > 0)
    {
      g_string_append (text, ". ");
      g_string_append_printf (text, ngettext ("%u column had no place and was left out",
                                              "%u columns had no place and were left out",
                                              n_too_wide), n_too_wide);
    }

  if (plan->batch == NULL && plan->misfits->len == 0)
    genlock_toast (GTK_WIDGET (page), _("The cells are like that already"));

  if (gathered->records->len > 0 && clip->n_columns > 0)
    genlock_grid_finish_editing (self->grid);

  genlock_table_page_apply_plan (page, plan, g_string_free (g_steal_pointer (&text), FALSE));
}

/* The rows of a paste: from the top of the selection on, as many as it needs and there are. */
static GtkBitset *
list_target_rows (Clip *clip)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (clip->page);
  g_autoptr (GtkBitset) rows = genlock_table_page_list_block_rows (clip->page);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint top = gtk_bitset_is_empty (rows) ? 0 : gtk_bitset_get_minimum (rows);
  guint needed = MAX (clip->cells->len, clip->n_rows);

  if (clip->n_rows >= clip->cells->len && clip->n_rows % clip->cells->len == 0)
    return g_steal_pointer (&rows);

  return gtk_bitset_new_range (top, MIN (needed, n - MIN (top, n)));
}

static void
start_paste (Clip *clip)
{
  g_autoptr (GtkBitset) rows = list_target_rows (clip);
  GenlockTablePage *page = clip->page;

  genlock_table_page_with_rows (page, rows, paste, clip, clip_free);
}

static void
add_answered_cb (AdwMessageDialog *dialog,
                 const char *response,
                 Clip *clip)
{
  if (g_str_equal (response, "cancel"))
    {
      clip_free (clip);
      return;
    }

  clip->add = g_str_equal (response, "add");
  start_paste (clip);
}

/* The clipboard is longer than what is left of the list. */
static void
offer_rows (Clip *clip,
            guint n)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (clip->page)));
  g_autofree char *count = genlock_table_page_dup_count (clip->page, n);
  g_autofree char *heading = g_strdup_printf (_("Add %s?"), count);
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading,
                                                _("What is pasted goes past the end of the "
                                                  "list.")));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "drop",
                                    _("Only what _fits"), "add", _("_Add"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "add");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (add_answered_cb), clip);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The columns from the left edge of the block to the last one; all of them for a heading. */
static void
widen (Clip *clip)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (clip->page);
  g_autoptr (GPtrArray) all = genlock_grid_list_all_columns (self->grid);
  GPtrArray *columns = genlock_grid_list_columns (self->grid);
  GenlockGridBlock block;

  g_ptr_array_unref (clip->columns);

  if (genlock_block_names_columns (all, clip->cells))
    {
      g_ptr_array_unref (columns);
      clip->columns = g_steal_pointer (&all);
      return;
    }

  clip->columns = columns;
  if (genlock_row_selection_get_size (genlock_grid_get_selection (self->grid)) == 0
      && genlock_grid_get_block (self->grid, &block) && block.left > 0)
    g_ptr_array_remove_range (columns, 0, MIN (block.left, columns->len));
}

static void
text_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (Clip) clip = user_data;
  GenlockTablePagePrivate *self = genlock_table_page_get_private (clip->page);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GtkBitset) rows = NULL;
  guint n, top, past;

  if (self->list == NULL)
    return;

  clip->cells = genlock_tsv_parse (text != NULL ? text : "");
  if (clip->cells->len == 0)
    {
      genlock_toast (GTK_WIDGET (clip->page), _("There is no text on the clipboard"));
      return;
    }

  rows = genlock_table_page_list_block_rows (clip->page);
  clip->n_rows = MAX (gtk_bitset_get_size (rows), 1);
  clip->n_columns = clip->columns->len;
  widen (clip);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  top = gtk_bitset_is_empty (rows) ? 0 : gtk_bitset_get_minimum (rows);
  past = genlock_block_count_past (clip->columns, clip->cells, clip->n_rows, n - top);
  clip->add = n == 0;

  if (past > 0 && n > 0)
    offer_rows (g_steal_pointer (&clip), past);
  else
    start_paste (g_steal_pointer (&clip));
}

static void
paste_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (self->list == NULL || !genlock_grid_finish_editing (self->grid))
    return;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), self->cancellable,
                                 text_read_cb, clip_new (page));
}

void
genlock_table_page_install_clipboard (GenlockTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "page.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "page.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK,
                                       "page.copy", NULL);
  gtk_widget_class_install_action (widget_class, "page.cut", NULL, cut_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, GDK_CONTROL_MASK, "page.cut",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "page.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "page.paste",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK,
                                       "page.paste", NULL);
}
