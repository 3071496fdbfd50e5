/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import does not carry over, as a tree for a list view. */

#pragma once

#include <gio/gio.h>

#include "interchange/genlock-import-plan.h"

G_BEGIN_DECLS

/**
 * GenlockImportNoteItem:
 *
 * A heading, a reason below it, or a place below that.
 */
#define GENLOCK_TYPE_IMPORT_NOTE_ITEM (genlock_import_note_item_get_type ())
G_DECLARE_FINAL_TYPE (GenlockImportNoteItem, genlock_import_note_item, GENLOCK, IMPORT_NOTE_ITEM,
                      GObject)

/* (transfer full) (element-type GenlockImportNoteItem): headings of what there is, worst first. */
GListModel *genlock_import_notes_new (GenlockImportPlan *plan);

/* (transfer full) (nullable) (element-type GenlockImportNoteItem): what is below @item. */
GListModel *genlock_import_note_item_list_children (GenlockImportNoteItem *item);

/* (transfer full): the words of the row: what, a line below ("" for none), at the end ("" for
 * none). */
char *genlock_import_note_item_dup_title (GenlockImportNoteItem *item);
char *genlock_import_note_item_dup_detail (GenlockImportNoteItem *item);
char *genlock_import_note_item_dup_state (GenlockImportNoteItem *item);

/* (nullable): of a heading, the icon of its severity. */
const char *genlock_import_note_item_get_icon_name (GenlockImportNoteItem *item);

G_END_DECLS
