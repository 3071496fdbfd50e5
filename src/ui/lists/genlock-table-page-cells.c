/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to many cells of a list page: set, clear, fill. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/lists/genlock-block-private.h"
#include "ui/lists/genlock-table-page-private.h"

/* So many rows are planned between two frames. */
#define ROWS_AT_ONCE 2000

typedef struct
{
  GPtrArray *columns; /* owned */
  char *text;         /* owned, nullable */
  const char *verb;
  gboolean series;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  g_ptr_array_unref (write->columns);
  g_free (write->text);
  g_free (write);
}

static GenlockBlock
make_block (GenlockTablePage *page,
            GenlockGathered *gathered,
            Write *write)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  return (GenlockBlock) {
    .records = gathered->records,
    .columns = write->columns,
    .names = self->names,
    .production_id = self->production_id,
  };
}

/* "Format of 12 sources changed". */
static char *
dup_changed (GenlockTablePage *page,
             Write *write,
             guint n_rows)
{
  const GenlockColumn *column = g_ptr_array_index (write->columns, 0);
  g_autofree char *count = genlock_table_page_dup_count (page, n_rows);

  if (n_rows < 2)
    return NULL;
  if (write->columns->len == 1)
    /* Translators: a column, and of how many rows: “Format of 12 sources changed” */
    return g_strdup_printf (_("%1$s of %2$s changed"), _(column->title), count);

  return g_strdup_printf (_("%s changed"), count);
}

/* A plan for more rows than are looked at between two frames. */
typedef struct
{
  GenlockTablePage *page; /* owned */
  GPtrArray *records;     /* owned (element-type GenlockRecord) */
  GPtrArray *columns;     /* owned (element-type GenlockColumn) */
  char *text;             /* owned */
  char *changed;          /* owned, nullable: what is said then */
  GenlockPlan *plan;      /* owned, nullable */
  guint n_done;
} Setting;

static void
setting_free (gpointer data)
{
  Setting *setting = data;

  g_object_unref (setting->page);
  g_ptr_array_unref (setting->records);
  g_ptr_array_unref (setting->columns);
  g_free (setting->text);
  g_free (setting->changed);
  g_clear_pointer (&setting->plan, genlock_plan_free);
  g_free (setting);
}

static gboolean
set_some_cb (gpointer data)
{
  Setting *setting = data;
  GenlockTablePagePrivate *self = genlock_table_page_get_private (setting->page);
  guint n_rows = MIN (ROWS_AT_ONCE, setting->records->len - setting->n_done);
  GenlockBlock block = {
    .records = setting->records,
    .columns = setting->columns,
    .names = self->names,
  };

  genlock_block_set_rows (&block, setting->plan, setting->text, setting->n_done, n_rows);
  setting->n_done += n_rows;
  if (setting->n_done < setting->records->len)
    return G_SOURCE_CONTINUE;

  genlock_table_page_apply_plan (setting->page,
                                 genlock_plan_seal (g_steal_pointer (&setting->plan)),
                                 g_steal_pointer (&setting->changed));
  return G_SOURCE_REMOVE;
}

static void
set_cells (GenlockTablePage *page,
           GenlockGathered *gathered,
           gpointer user_data)
{
  Write *write = user_data;
  Setting *setting = g_new0 (Setting, 1);

  setting->page = g_object_ref (page);
  setting->records = g_ptr_array_ref (gathered->records);
  setting->columns = g_ptr_array_ref (write->columns);
  setting->text = g_strdup (write->text);
  setting->changed = dup_changed (page, write, gathered->records->len);
  setting->plan = genlock_plan_new (write->verb);

  /* Few rows are done at once: what is typed while the window closes is not lost. */
  if (set_some_cb (setting))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, set_some_cb, setting, setting_free);
  else
    setting_free (setting);
}

static void
fill_cells (GenlockTablePage *page,
            GenlockGathered *gathered,
            gpointer user_data)
{
  Write *write = user_data;
  GenlockBlock block = make_block (page, gathered, write);

  if (gathered->records->len < 2)
    return;

  genlock_table_page_apply_plan (page, genlock_block_fill (&block, write->series),
                                 dup_changed (page, write, gathered->records->len - 1));
}

void
genlock_table_page_set_rows (GenlockTablePage *page,
                             GtkBitset *rows,
                             const GenlockColumn *column,
                             const char *text)
{
  Write *write = g_new0 (Write, 1);

  write->columns = g_ptr_array_new ();
  g_ptr_array_add (write->columns, (gpointer) column);
  write->text = g_strdup (text);
  write->verb = "EDIT";
  genlock_table_page_with_rows (page, rows, set_cells, write, write_free);
}

void
genlock_table_page_set_cells (GenlockTablePage *page,
                              GPtrArray *records,
                              GPtrArray *columns,
                              const char *text)
{
  GenlockGathered gathered = { .records = records };
  Write write = { .columns = columns, .text = (char *) text, .verb = "EDIT" };

  set_cells (page, &gathered, &write);
}

static void
clear_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);
  g_autoptr (GtkBitset) rows = NULL;
  Write *write;

  if (!genlock_table_page_is_ready (page))
    return;

  rows = genlock_table_page_list_block_rows (page);
  write = g_new0 (Write, 1);
  write->columns = genlock_table_page_list_block_columns (page);
  write->text = g_strdup ("");
  write->verb = "EDIT";
  genlock_table_page_with_rows (page, rows, set_cells, write, write_free);
}

/* With whole rows selected only the column at the cursor is filled: names and labels of other
 * rows are not what anyone wants to lose. */
static void
keep_cursor_column (GenlockTablePagePrivate *self,
                    GPtrArray *columns)
{
  GenlockGridBlock block;
  gpointer column;

  if (genlock_row_selection_get_size (genlock_grid_get_selection (self->grid)) == 0
      || !genlock_grid_get_block (self->grid, &block) || block.left >= columns->len)
    return;

  column = g_ptr_array_index (columns, block.left);
  g_ptr_array_set_size (columns, 0);
  g_ptr_array_add (columns, column);
}

static void
fill_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GtkBitset) rows = NULL;
  gboolean series = g_str_equal (action_name, "page.fill-series");
  Write *write;
  guint first;

  if (!genlock_table_page_is_ready (page))
    return;

  rows = genlock_table_page_list_block_rows (page);
  if (gtk_bitset_is_empty (rows))
    return;

  /* A single row takes what stands above it. */
  first = gtk_bitset_get_minimum (rows);
  if (gtk_bitset_get_size (rows) == 1 && first > 0)
    gtk_bitset_add (rows, first - 1);

  write = g_new0 (Write, 1);
  write->columns = genlock_table_page_list_block_columns (page);
  keep_cursor_column (self, write->columns);
  write->series = series;
  genlock_table_page_with_rows (page, rows, fill_cells, write, write_free);
}

void
genlock_table_page_install_cells (GenlockTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "page.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "page.fill-down", NULL, fill_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "page.fill-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "page.fill-down", NULL);
  gtk_widget_class_install_action (widget_class, "page.fill-series", NULL, fill_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, both, "page.fill-series",
                                       NULL);
}
