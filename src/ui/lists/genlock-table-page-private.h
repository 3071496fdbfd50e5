/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a list page share. */

#pragma once

#include "core/store/genlock-list.h"
#include "ui/common/genlock-checked-show.h"
#include "ui/common/genlock-page.h"
#include "ui/lists/genlock-block.h"
#include "ui/lists/genlock-gather.h"
#include "ui/lists/genlock-grid.h"
#include "ui/lists/genlock-row-inspector.h"
#include "ui/lists/genlock-selection-bar.h"
#include "ui/lists/genlock-table-page.h"
#include "ui/lists/genlock-type-chips.h"

G_BEGIN_DECLS

struct _GenlockTablePageClass
{
  AdwBinClass parent_class;
};

typedef struct
{
  GtkStack *stack;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *filter_bar;
  GenlockTypeChips *chips;
  GtkMenuButton *columns_button;
  GenlockGrid *grid;
  AdwBin *selection_place;       /* of the selection bar, which is made when it is needed */
  AdwBin *foot_place;            /* of what stands below the rows */
  AdwBin *work_place;            /* of the bar of long changes, likewise */
  GMenuModel *row_menu;

  const GenlockListKind *kind;
  GenlockStore *store;           /* owned */
  char *production_id;           /* owned, nullable */
  GenlockList *list;             /* owned, nullable */
  GenlockNames *names;           /* owned */
  GenlockCheckedShow *checked;   /* owned, nullable: what is wrong with the rows */
  GenlockRowInspector *inspector; /* owned */
  AdwPreferencesGroup *group;    /* owned, nullable: below the fields in the inspector */
  GHashTable *words;             /* owned; field to strv: the words that rows of this show have */
  GSimpleActionGroup *column_actions; /* owned */
  GCancellable *cancellable;     /* owned: of what is about this show */
  char *searched;                /* owned, nullable: what the rows were asked for last */
  guint total;                   /* rows of the show, filters aside */
  guint inspected;               /* counts what the inspector was to show; the last one counts */
  GtkBitset *inspected_rows;     /* owned, nullable: places, where it is about too many records */
  guint inspected_at;            /* n_item_changes when they were taken */
  guint n_item_changes;          /* how often rows came, went or moved */
  guint save_id;
  guint refresh_id;
  guint loading_id;
  gboolean restoring;
  gboolean types_offered;        /* whether the bar for many rows has the types of now */
} GenlockTablePagePrivate;

GenlockTablePagePrivate *genlock_table_page_get_private (GenlockTablePage *page);

/**
 * GenlockRowsFunc:
 * @page: the page
 * @gathered: the rows and what is taken
 * @user_data: as given
 *
 * What is done once the rows of a gesture are there.
 */
typedef void (*GenlockRowsFunc) (GenlockTablePage *page,
                                 GenlockGathered *gathered,
                                 gpointer user_data);

/* Fetches @rows and calls @func; @user_data is freed with @destroy whatever happens. */
void genlock_table_page_with_rows (GenlockTablePage *page,
                                   GtkBitset *rows,
                                   GenlockRowsFunc func,
                                   gpointer user_data,
                                   GDestroyNotify destroy);

/**
 * genlock_table_page_apply_row:
 * @page: the page
 * @row: (nullable): the row, which shows the change before it is stored
 * @update: what to change
 */
void genlock_table_page_apply_row (GenlockTablePage *page,
                                   GenlockRow *row,
                                   GenlockRecord *update);

/* Stores the outputs of a row and tells the inspector, which has changed them. */
void genlock_table_page_apply_outputs (GenlockTablePage *page,
                                       GenlockRecord *update);

/**
 * genlock_table_page_apply_plan:
 * @page: the page
 * @plan: (transfer full): a plan
 * @text: (transfer full) (nullable): what is said then
 *
 * Asks first where some cells do not fit.
 */
void genlock_table_page_apply_plan (GenlockTablePage *page,
                                    GenlockPlan *plan,
                                    char *text);

/* Has all @columns say @text in all of @records, which are rows of the show. */
void genlock_table_page_set_cells (GenlockTablePage *page,
                                   GPtrArray *records,
                                   GPtrArray *columns,
                                   const char *text);

/* Deletes @records, which are rows of the show. */
void genlock_table_page_delete_records (GenlockTablePage *page,
                                        GPtrArray *records);

/* Has @column say @text in the rows at these places. */
void genlock_table_page_set_rows (GenlockTablePage *page,
                                  GtkBitset *rows,
                                  const GenlockColumn *column,
                                  const char *text);

/* (transfer full): the rows of the block, for gestures on cells. */
GtkBitset *genlock_table_page_list_block_rows (GenlockTablePage *page);

/* (transfer container) (element-type GenlockColumn): the columns of the block; all visible ones
 * where whole rows are selected. */
GPtrArray *genlock_table_page_list_block_columns (GenlockTablePage *page);

/* "12 sources", in words. */
char *genlock_table_page_dup_count (GenlockTablePage *page,
                                    guint n);

void genlock_table_page_install_actions (GenlockTablePageClass *klass);
void genlock_table_page_install_cells (GenlockTablePageClass *klass);
void genlock_table_page_install_clipboard (GenlockTablePageClass *klass);
void genlock_table_page_update_actions (GenlockTablePage *page);
void genlock_table_page_init_menus (GenlockTablePage *page);

/* genlock-table-page-offers.c: what the editor of a cell offers: choices, names, the trade's words
 * and those of this show, which are counted anew after a change. */
char **genlock_table_page_dup_offers (const GenlockColumn *column,
                                      gpointer user_data);
void genlock_table_page_count_words (GenlockTablePage *page);

/* genlock-table-page-inspector.c: get_inspector() of #GenlockPage, and what it shows. */
GtkWidget *genlock_table_page_get_inspector (GenlockPage *iface);
void genlock_table_page_update_inspector (GenlockTablePage *page);

/* genlock-table-page-arrange.c: rows in an order that is worked out here. Whether there is one, as
 * far as @query; what a count of their types says. */
gboolean genlock_table_page_arrange (GenlockTablePage *page,
                                     GenlockQuery *query);
gboolean genlock_table_page_count_types (GenlockTablePage *page);

/* Counts again, once for a burst of changes. */
void genlock_table_page_refresh_soon (GenlockTablePage *page);

/* The rows are asked for anew. */
void genlock_table_page_update_query (GenlockTablePage *page);

/* genlock-table-page-marks.c: rows with a problem carry its mark; for another show, or none. */
void genlock_table_page_watch_marks (GenlockTablePage *page);

/* genlock-table-page-search.c: what is looked for among the rows. */
const char *genlock_table_page_get_search (GenlockTablePage *page);
void genlock_table_page_clear_search (GenlockTablePage *page);
void genlock_table_page_bind_search (GtkWidgetClass *klass);

/* genlock-table-page-stack.c: what the list holds decides what the page shows. */
void genlock_table_page_update_stack (GenlockTablePage *page);

/* genlock-table-page-state.c */
void genlock_table_page_save_state (GenlockTablePage *page);
void genlock_table_page_save_state_soon (GenlockTablePage *page);
void genlock_table_page_restore_state (GenlockTablePage *page);
void genlock_table_page_add_column_actions (GenlockTablePage *page);

G_END_DECLS
