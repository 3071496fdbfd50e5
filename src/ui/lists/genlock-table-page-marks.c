/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the rows of a list page. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-problem-words.h"
#include "ui/lists/genlock-table-page-private.h"

static GenlockMark
get_mark (const GenlockRecord *record,
          char **tip,
          gpointer user_data)
{
  return genlock_problem_words_get (user_data, genlock_record_get_id (record), tip);
}

static void
show_marks (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  genlock_grid_set_marks (self->grid, self->checked != NULL ? get_mark : NULL, self->checked);
}

void
genlock_table_page_watch_marks (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (self->checked != NULL)
    g_signal_handlers_disconnect_by_func (self->checked, show_marks, page);
  g_clear_object (&self->checked);

  /* A column that is worked out says it where there is one. */
  if (self->production_id != NULL && genlock_list_kind_is_of_show (self->kind)
      && self->kind->derived == NULL)
    {
      self->checked = genlock_checked_show_get (self->store, self->production_id);
      g_signal_connect_object (self->checked, "changed", G_CALLBACK (show_marks), page,
                               G_CONNECT_SWAPPED);
    }
  show_marks (page);
}
