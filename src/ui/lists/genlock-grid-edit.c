/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing a cell of the grid in its place. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/model/genlock-record-format.h"
#include "ui/common/genlock-cell-editor.h"
#include "ui/common/genlock-error-words.h"
#include "ui/common/genlock-format-popover.h"
#include "ui/lists/genlock-grid-private.h"

gboolean
genlock_grid_is_editing (GenlockGrid *grid)
{
  return grid->edited != NULL;
}

/* Takes the editor away; the focus goes back to the cell where it was in the editor. */
static void
drop_editor (GenlockGrid *grid)
{
  GenlockCell *cell = grid->edited;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (cell == NULL || grid->ending)
    return;

  grid->ending = TRUE;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (cell)))
    gtk_widget_grab_focus (GTK_WIDGET (cell));

  genlock_cell_set_editor (cell, NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (cell), "editing");
  if (grid->format_popover != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (grid->format_popover));
      g_clear_pointer (&grid->format_popover, gtk_widget_unparent);
    }
  grid->edited = NULL;
  g_clear_object (&grid->edited_row);
  grid->ending = FALSE;
}

static void
forget_unfinished (GenlockGrid *grid)
{
  g_clear_pointer (&grid->unfinished, g_free);
  g_clear_pointer (&grid->unfinished_id, g_free);
}

void
genlock_grid_cancel_editing (GenlockGrid *grid)
{
  forget_unfinished (grid);
  drop_editor (grid);
}

void
genlock_grid_put_off_editing (GenlockGrid *grid)
{
  GenlockRecord *record = grid->edited_row != NULL ? genlock_row_get_record (grid->edited_row)
                                                   : NULL;

  if (grid->edited != NULL && grid->changing && grid->format_popover == NULL && record != NULL)
    {
      GtkWidget *editor = genlock_cell_get_editor (grid->edited);

      forget_unfinished (grid);
      grid->unfinished = g_strdup (genlock_cell_editor_get_text (GENLOCK_CELL_EDITOR (editor)));
      grid->unfinished_id = g_strdup (genlock_record_get_id (record));
    }
  drop_editor (grid);
}

gboolean
genlock_grid_resume_editing (GenlockGrid *grid)
{
  g_autofree char *text = NULL;
  GenlockRecord *record;

  if (grid->unfinished == NULL || grid->settle_id != 0)
    return FALSE;

  record = genlock_grid_get_record (grid, grid->row);
  if (record == NULL || g_strcmp0 (genlock_record_get_id (record), grid->unfinished_id) != 0)
    {
      forget_unfinished (grid);
      return FALSE;
    }
  if (genlock_grid_find_cell (grid, grid->row, grid->column) == NULL)
    return FALSE;

  text = g_steal_pointer (&grid->unfinished);
  forget_unfinished (grid);
  genlock_grid_start_editing (grid, text, NULL);
  if (grid->edited == NULL)
    return FALSE;

  genlock_cell_editor_go_on (GENLOCK_CELL_EDITOR (genlock_cell_get_editor (grid->edited)));
  return TRUE;
}

/* Parses @text into the edited cell's row and tells who applies it; FALSE where it does not fit. */
static gboolean
commit_text (GenlockGrid *grid,
             const char *text,
             GError **error)
{
  GenlockRecord *before = genlock_row_get_record (grid->edited_row);
  g_autoptr (GenlockRecord) update = NULL;
  g_autofree char *old = NULL;

  if (before == NULL)
    return TRUE;

  old = genlock_column_print (grid->edited_column, before, grid->names);
  if (strcmp (old, text) == 0)
    return TRUE;

  update = genlock_record_new (grid->list->table);
  genlock_record_set_text (update, GENLOCK_META_ID, genlock_record_get_id (before));
  if (!genlock_column_parse (grid->edited_column, before, text, grid->names, update, error))
    return FALSE;

  g_signal_emit_by_name (grid, "edited", grid->edited_row, update);
  return TRUE;
}

gboolean
genlock_grid_finish_editing (GenlockGrid *grid)
{
  g_autoptr (GError) error = NULL;
  GenlockCellEditor *editor;

  if (grid->unfinished != NULL)
    genlock_grid_settle (grid);
  if (grid->edited == NULL || grid->ending)
    return TRUE;

  if (grid->format_popover != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (grid->format_popover));
      return TRUE;
    }

  editor = GENLOCK_CELL_EDITOR (genlock_cell_get_editor (grid->edited));
  if (!commit_text (grid, genlock_cell_editor_get_text (editor), &error))
    {
      g_autofree char *sentence = genlock_error_dup_sentence (error);

      genlock_cell_editor_refuse (editor, sentence);
      return FALSE;
    }

  drop_editor (grid);
  return TRUE;
}

static void
done_cb (GenlockCellEditor *editor,
         int end,
         GenlockGrid *grid)
{
  /* A cell that goes loses the focus, which ends no edit. */
  if (grid->ending || grid->changing)
    return;

  if (end == GENLOCK_CELL_EDITOR_CANCEL)
    {
      drop_editor (grid);
      return;
    }

  if (!genlock_grid_finish_editing (grid))
    return;

  switch ((GenlockCellEditorEnd) end)
    {
    case GENLOCK_CELL_EDITOR_CANCEL:
    case GENLOCK_CELL_EDITOR_STAY:
      break;

    case GENLOCK_CELL_EDITOR_DOWN:
      genlock_grid_move (grid, 1, 0, FALSE);
      break;

    case GENLOCK_CELL_EDITOR_UP:
      genlock_grid_move (grid, -1, 0, FALSE);
      break;

    case GENLOCK_CELL_EDITOR_RIGHT:
      genlock_grid_move (grid, 0, 1, FALSE);
      break;

    case GENLOCK_CELL_EDITOR_LEFT:
      genlock_grid_move (grid, 0, -1, FALSE);
      break;
    }
}

/* Words that alone will do: a closed list or the names of linked rows. */
static gboolean
is_closed (const GenlockColumn *column)
{
  const GenlockField *field = genlock_table_get_field (column->list->table, column->field);

  return column->kind == GENLOCK_COLUMN_FIELD
         && (field->type == GENLOCK_ENUM || field->type == GENLOCK_LINK
             || field->type == GENLOCK_BOOL);
}

static void
format_closed_cb (GtkPopover *popover,
                  GenlockGrid *grid)
{
  GenlockFormatPopover *format_popover = GENLOCK_FORMAT_POPOVER (popover);
  GenlockFormat format;

  if (grid->ending || grid->format_popover == NULL)
    return;

  if (genlock_format_popover_get_changed (format_popover, &format))
    {
      GenlockRecord *before = genlock_row_get_record (grid->edited_row);
      g_autoptr (GenlockRecord) update = genlock_record_new (grid->list->table);

      genlock_record_set_text (update, GENLOCK_META_ID, genlock_record_get_id (before));
      genlock_record_set_format (update, &format);
      g_signal_emit_by_name (grid, "edited", grid->edited_row, update);
    }

  drop_editor (grid);
  genlock_grid_grab_cursor (grid);
}

static void
open_format_popover (GenlockGrid *grid)
{
  GenlockFormat format;

  genlock_record_get_format (genlock_row_get_record (grid->edited_row), &format);
  grid->format_popover = genlock_format_popover_new (&format);
  gtk_widget_set_parent (grid->format_popover, GTK_WIDGET (grid->edited));
  g_signal_connect (grid->format_popover, "closed", G_CALLBACK (format_closed_cb), grid);
  gtk_popover_popup (GTK_POPOVER (grid->format_popover));
}

static void
open_editor (GenlockGrid *grid,
             const char *text,
             GtkEventControllerKey *key)
{
  const GenlockColumn *column = grid->edited_column;
  GenlockRecord *record = genlock_row_get_record (grid->edited_row);
  g_autofree char *old = genlock_column_print (column, record, grid->names);
  g_autofree char *name = genlock_names_dup_row (grid->names, record);
  g_autofree char *label = g_strdup_printf ("%s, %s", _(column->title), name);
  GtkWidget *editor = genlock_cell_editor_new (text != NULL ? text : old, label);
  g_auto (GStrv) offers = grid->offers (column, grid->offers_data);

  if (offers != NULL)
    genlock_cell_editor_set_offers (GENLOCK_CELL_EDITOR (editor), (const char * const *) offers,
                                    is_closed (column),
                                    column->kind == GENLOCK_COLUMN_OUTPUTS ? '|' : 0);

  g_signal_connect (editor, "done", G_CALLBACK (done_cb), grid);
  genlock_cell_set_editor (grid->edited, editor);
  gtk_widget_add_css_class (GTK_WIDGET (grid->edited), "editing");
  gtk_widget_grab_focus (editor);

  if (key != NULL)
    genlock_cell_editor_forward (GENLOCK_CELL_EDITOR (editor), key);
  else if (is_closed (column))
    genlock_cell_editor_open (GENLOCK_CELL_EDITOR (editor));
}

void
genlock_grid_start_editing (GenlockGrid *grid,
                            const char *text,
                            GtkEventControllerKey *key)
{
  const GenlockColumn *column;
  GenlockCell *cell;
  GenlockRow *row;

  if (!grid->editable || !genlock_grid_finish_editing (grid))
    return;

  genlock_grid_set_cursor (grid, grid->row, grid->column, FALSE);
  cell = genlock_grid_find_cell (grid, grid->row, grid->column);
  row = cell != NULL ? genlock_cell_get_item (cell) : NULL;
  if (row == NULL || genlock_row_get_record (row) == NULL)
    return;

  column = ((GenlockGridColumn *) genlock_cell_get_data (cell))->column;
  if (genlock_column_is_read_only (column))
    return;

  if (column->derived != NULL && column->derived->is_apart && text == NULL && key == NULL)
    {
      g_signal_emit_by_name (grid, "edit-apart", row,
                             (guint) (column->derived - grid->list->derived));
      return;
    }

  grid->edited = cell;
  grid->edited_row = g_object_ref (row);
  grid->edited_column = column;

  if (grid->edited_column->kind == GENLOCK_COLUMN_FORMAT && text == NULL)
    open_format_popover (grid);
  else
    open_editor (grid, text, key);
}

void
genlock_grid_edit (GenlockGrid *grid)
{
  genlock_grid_start_editing (grid, NULL, NULL);
}
