/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pasting a rectangle of texts into a list. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/lists/genlock-block-private.h"
#include "ui/lists/genlock-series.h"

/* A paste that has been looked at: which column each cell of a line goes to, and how often. */
typedef struct
{
  GPtrArray *cells;   /* borrowed (element-type GStrv) */
  GPtrArray *columns; /* owned (element-type GenlockColumn); NULL where a cell goes nowhere */
  guint first;        /* the first line that is no heading */
  guint n_lines;      /* to write, repeated ones counted */
  guint n_too_wide;
} Layout;

static void
layout_clear (Layout *layout)
{
  g_clear_pointer (&layout->columns, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

static guint
get_width (GPtrArray *cells)
{
  return cells->len > 0 ? g_strv_length (g_ptr_array_index (cells, 0)) : 0;
}

static gboolean
is_called (const GenlockColumn *column,
           const char *heading)
{
  const GenlockField *field = genlock_table_get_field (column->list->table, column->field);
  g_autofree char *folded = g_utf8_casefold (heading, -1);
  const char *names[] = { _(column->title), column->title, column->id, field->json, };

  for (guint i = 0; i < G_N_ELEMENTS (names) - (column->kind != GENLOCK_COLUMN_FIELD); i++)
    {
      g_autofree char *name = g_utf8_casefold (names[i], -1);

      if (g_str_equal (name, folded))
        return TRUE;
    }

  return FALSE;
}

static GenlockColumn *
find_column (GPtrArray *columns,
             const char *heading)
{
  for (guint i = 0; i < columns->len; i++)
    if (is_called (g_ptr_array_index (columns, i), heading))
      return g_ptr_array_index (columns, i);

  return NULL;
}

/* A first line is a heading where it has two cells or more and every one is empty or names a
 * column; a list whose rows read like that is nothing to plan a show with. */
static gboolean
read_heading (Layout *layout,
              GPtrArray *columns)
{
  char **line = g_ptr_array_index (layout->cells, 0);
  guint n_named = 0;

  if (layout->cells->len < 2)
    return FALSE;

  for (guint i = 0; line[i] != NULL; i++)
    {
      GenlockColumn *column = find_column (columns, line[i]);

      if (column == NULL && *line[i] != '\0')
        return FALSE;

      n_named += column != NULL;
      g_ptr_array_add (layout->columns, column);
    }

  if (n_named >= 2)
    return TRUE;

  g_ptr_array_set_size (layout->columns, 0);
  return FALSE;
}

static void
layout_init (Layout *layout,
             GPtrArray *columns,
             GPtrArray *cells,
             guint n_rows,
             guint n_columns)
{
  guint width = get_width (cells);
  guint n_across = width;

  layout->cells = cells;
  layout->columns = g_ptr_array_new ();

  if (read_heading (layout, columns))
    {
      layout->first = 1;
      layout->n_lines = cells->len - 1;
      return;
    }

  g_ptr_array_set_size (layout->columns, 0);
  layout->n_lines = n_rows % cells->len == 0 ? n_rows : cells->len;
  if (n_columns % width == 0)
    n_across = n_columns;

  for (guint i = 0; i < n_across; i++)
    if (i < columns->len)
      g_ptr_array_add (layout->columns, g_ptr_array_index (columns, i));
    else
      layout->n_too_wide++;
}

static const char *
get_cell (const Layout *layout,
          guint line,
          guint index)
{
  char **cells = g_ptr_array_index (layout->cells,
                                    layout->first + line % (layout->cells->len - layout->first));

  return cells[index % g_strv_length (cells)];
}

static gboolean
write_line (GenlockPlan *plan,
            const Layout *layout,
            guint line,
            const GenlockRecord *before,
            GenlockNames *names,
            GenlockRecord *into)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < layout->columns->len; i++)
    if (g_ptr_array_index (layout->columns, i) != NULL)
      changed |= genlock_plan_write (plan, line, g_ptr_array_index (layout->columns, i), before,
                                     get_cell (layout, line, i), names, into);

  return changed;
}

/* A new row has a label (where labels are counted), a name and a type, whatever the clipboard
 * leaves out. */
static void
add_line (GenlockPlan *plan,
          const GenlockBlock *block,
          const Layout *layout,
          guint line,
          GHashTable *used)
{
  const GenlockColumn *any = g_ptr_array_index (block->columns, 0);
  const GenlockListKind *list = any->list;
  g_autoptr (GenlockRecord) record = genlock_record_new_row (list->table, NULL);
  const char *label;

  if (!write_line (plan, layout, line, NULL, block->names, record))
    return;

  label = genlock_record_get_text (record, list->label);
  if (label != NULL && *label != '\0')
    g_hash_table_add (used, g_utf8_casefold (label, -1));
  else if (list->prefix != NULL)
    genlock_record_take_text (record, list->label,
                              genlock_series_next_label (list->prefix, used));

  if (list->name != 0 && !genlock_record_has (record, list->name))
    genlock_record_set_text (record, list->name, genlock_record_get_text (record, list->label));
  /* A row without a place takes what it lacks from the one above it. */
  if (list->place == 0)
    genlock_list_kind_set_default_type (list, record);
  genlock_record_set_text (record, list->table->parent_field, block->production_id);

  plan->n_added++;
  genlock_batch_insert (plan->batch, g_steal_pointer (&record));
}

gboolean
genlock_block_names_columns (GPtrArray *columns,
                             GPtrArray *cells)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  Layout layout = { .cells = cells, .columns = named };

  return get_width (cells) > 0 && read_heading (&layout, columns);
}

guint
genlock_block_count_past (GPtrArray *columns,
                          GPtrArray *cells,
                          guint n_rows,
                          guint n_left)
{
  g_auto (Layout) layout = { 0 };

  if (get_width (cells) == 0)
    return 0;

  layout_init (&layout, columns, cells, n_rows, 1);
  return layout.n_lines > n_left ? layout.n_lines - n_left : 0;
}

GenlockPlan *
genlock_block_paste (const GenlockBlock *block,
                     GPtrArray *cells,
                     guint n_rows,
                     guint n_columns,
                     gboolean add,
                     GHashTable *used)
{
  GenlockPlan *plan = genlock_plan_new ("PASTE");
  g_auto (Layout) layout = { 0 };

  if (get_width (cells) == 0 || block->columns->len == 0)
    return genlock_plan_seal (plan);

  layout_init (&layout, block->columns, cells, n_rows, n_columns);
  plan->n_too_wide = layout.n_too_wide;

  for (guint line = 0; line < layout.n_lines; line++)
    if (line < block->records->len)
      {
        const GenlockRecord *before = g_ptr_array_index (block->records, line);
        g_autoptr (GenlockRecord) update = genlock_record_for_update (before);

        if (write_line (plan, &layout, line, before, block->names, update))
          genlock_batch_update (plan->batch, g_steal_pointer (&update));
      }
    else if (add)
      add_line (plan, block, &layout, line, used);

  return genlock_plan_seal (plan);
}
