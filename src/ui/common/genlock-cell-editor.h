/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line in which a cell is edited, with words to choose from and room to say what is wrong. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GenlockCellEditorEnd:
 * @GENLOCK_CELL_EDITOR_CANCEL: Escape: restore what was there
 * @GENLOCK_CELL_EDITOR_STAY: keep the text and the place
 * @GENLOCK_CELL_EDITOR_DOWN: keep it and go down (Enter)
 * @GENLOCK_CELL_EDITOR_UP: keep it and go up
 * @GENLOCK_CELL_EDITOR_RIGHT: keep it and go on (Tab)
 * @GENLOCK_CELL_EDITOR_LEFT: keep it and go back
 */
typedef enum
{
  GENLOCK_CELL_EDITOR_CANCEL,
  GENLOCK_CELL_EDITOR_STAY,
  GENLOCK_CELL_EDITOR_DOWN,
  GENLOCK_CELL_EDITOR_UP,
  GENLOCK_CELL_EDITOR_RIGHT,
  GENLOCK_CELL_EDITOR_LEFT,
} GenlockCellEditorEnd;

/**
 * GenlockCellEditor:
 *
 * Signals: "done" (int end): a #GenlockCellEditorEnd; whoever handles it takes the editor away,
 * or says with genlock_cell_editor_refuse() why it stays.
 */
#define GENLOCK_TYPE_CELL_EDITOR (genlock_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (GenlockCellEditor, genlock_cell_editor, GENLOCK, CELL_EDITOR, GtkWidget)

/**
 * genlock_cell_editor_new:
 * @text: what the cell says
 * @label: what the cell is, for screen readers
 *
 * Returns: (transfer floating): an editor with all of @text selected
 */
GtkWidget *genlock_cell_editor_new (const char *text,
                                    const char *label);

/**
 * genlock_cell_editor_set_offers:
 * @editor: an editor
 * @offers: (array zero-terminated=1): words to choose from
 * @closed: whether only those will do: Enter takes the first that fits
 * @separator: what parts several words in one cell: '|'; 0 = the text is one word
 */
void genlock_cell_editor_set_offers (GenlockCellEditor *editor,
                                     const char * const *offers,
                                     gboolean closed,
                                     char separator);

/* Shows the offers without a key having been pressed. */
void genlock_cell_editor_open (GenlockCellEditor *editor);

const char *genlock_cell_editor_get_text (GenlockCellEditor *editor);

/* Hands the key on which editing began, or began again, to the editor, which may be done then. */
void genlock_cell_editor_forward (GenlockCellEditor *editor,
                                  GtkEventControllerKey *key);

/* The text was begun elsewhere: what is typed follows it. */
void genlock_cell_editor_go_on (GenlockCellEditor *editor);

/* Says at the cell why the text will not do; hidden when it changes. */
void genlock_cell_editor_refuse (GenlockCellEditor *editor,
                                 const char *sentence);

G_END_DECLS
