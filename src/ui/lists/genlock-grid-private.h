/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the grid share: its state, cursor, pointer and editing. */

#pragma once

#include "ui/common/genlock-cell.h"
#include "ui/common/genlock-first-rows.h"
#include "ui/lists/genlock-grid.h"

G_BEGIN_DECLS

/* One column of the view; the head, with the numbers of the rows, has no column of the list. */
typedef struct
{
  GenlockGrid *grid;         /* unowned */
  const GenlockColumn *column; /* unowned: in the grid's array; NULL for the head */
  GtkColumnViewColumn *view; /* owned */
  GPtrArray *cells;          /* owned (element-type GenlockCell), unowned elements */
  gboolean later;            /* whether it is visible once the first rows are drawn */
} GenlockGridColumn;

struct _GenlockGrid
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller; /* unowned: template child */
  GtkColumnView *view;         /* unowned: template child */
  GtkWidget *rows;             /* unowned: the list inside the view */
  const GenlockListKind *list;
  GenlockNames *names;         /* owned */
  GenlockGridOffers offers;
  gpointer offers_data;
  GenlockGridMarks marks;      /* nullable */
  gpointer marks_data;
  GArray *columns;             /* owned (element-type GenlockColumn) */
  GPtrArray *grid_columns;     /* owned (element-type GenlockGridColumn) */
  GPtrArray *visible;          /* owned, nullable (element-type GenlockGridColumn): a cache */
  GMenuModel *menu_model;      /* owned, nullable */
  GtkWidget *menu;             /* owned as a child of the view, nullable: made when it is shown */
  GenlockRowSelection *selection; /* owned */
  GenlockFirstRows *first_rows; /* owned: what the view shows of it */
  GenlockCellLook look;
  gboolean editable;

  /* The cursor stands on one corner of the block, the anchor on the other. */
  guint row;
  guint column;
  guint anchor_row;
  guint anchor_column;
  char *row_id;                /* owned, nullable: of the cursor's row, to follow it */
  guint select_anchor;
  GPtrArray *selected_ids;     /* owned (element-type utf8): of few selected rows, to follow them */

  char *wanted_id;             /* owned, nullable: a row to go to when it comes */
  gboolean wanted_edit;
  GPtrArray *wanted_ids;       /* owned, nullable (element-type utf8): rows to select */

  GenlockCell *edited;         /* unowned, nullable: the cell that has the editor */
  GtkWidget *format_popover;   /* owned as a child of the edited cell, nullable */
  GenlockRow *edited_row;      /* owned, nullable */
  const GenlockColumn *edited_column;
  gboolean ending;
  gboolean changing;           /* whether the view works on rows that come and go */
  char *unfinished;            /* owned, nullable: a text whose cell has gone with them … */
  char *unfinished_id;         /* owned, nullable: … and the row that it is for */

  const GenlockColumn *probed; /* the column whose sorter was asked first */
  gboolean arranging;          /* whether the columns change by ourselves */
  gboolean holding;            /* whether they come later, which changes nothing for a person */
  gboolean dragging;           /* whether the pointer extends the block */
  gboolean clear_on_release;
  gboolean had_focus;          /* whether the focus stood in the grid before rows changed */
  gboolean to_top;             /* whether the next order begins at the first row */
  int scrolls_left;            /* frames until a row that has come is scrolled to again */
  double page_size;            /* of the rows, to see it change */
  gboolean at_top;             /* whether nothing was scrolled before it changed */
  guint top_id;
  guint settle_id;

  double gap_at;               /* where rows that are dragged would land; negative for nowhere */
  double drag_y;
  guint drag_scroll_id;
  guint more_id;               /* the tick callback that shows the rest */
  guint n_frames;              /* since it was there */
  guint names_id;
};

/* genlock-grid.c */
GPtrArray *genlock_grid_get_visible (GenlockGrid *grid);
GenlockCell *genlock_grid_find_cell (GenlockGrid *grid,
                                     guint row,
                                     guint column);
guint genlock_grid_get_n_rows (GenlockGrid *grid);
GenlockRecord *genlock_grid_get_record (GenlockGrid *grid,
                                        guint row);
void genlock_grid_update_row (GenlockGrid *grid,
                              guint row);

/* genlock-grid-first.c */
gboolean genlock_grid_column_is_visible (GenlockGridColumn *column);
void genlock_grid_show_first (GenlockGrid *grid);
void genlock_grid_show_more (GenlockGrid *grid);
void genlock_grid_show_all (GenlockGrid *grid);

/* genlock-grid-keys.c */
void genlock_grid_init_keys (GenlockGrid *grid);

/* genlock-grid-cursor.c */
gboolean genlock_grid_has_focus (GenlockGrid *grid);
void genlock_grid_update_state (GenlockGrid *grid);
void genlock_grid_update_cell_state (GenlockGrid *grid,
                                     GenlockCell *cell,
                                     guint row,
                                     guint column);
void genlock_grid_move (GenlockGrid *grid,
                        int rows,
                        int columns,
                        gboolean extend);
void genlock_grid_grab_cursor (GenlockGrid *grid);
void genlock_grid_init_scrolling (GenlockGrid *grid);
void genlock_grid_follow (GenlockGrid *grid);

/* Keeps the focus that rows have taken along. */
void genlock_grid_hold_focus (GenlockGrid *grid);
void genlock_grid_remember_selection (GenlockGrid *grid);

/* genlock-grid-edit.c */
void genlock_grid_start_editing (GenlockGrid *grid,
                                 const char *text,
                                 GtkEventControllerKey *key);
void genlock_grid_cancel_editing (GenlockGrid *grid);

/* The cell of the editor is about to go with its row. */
void genlock_grid_put_off_editing (GenlockGrid *grid);

/* Goes on with what was put off, where its row has a cell again. Returns: whether there is an
 * editor now. */
gboolean genlock_grid_resume_editing (GenlockGrid *grid);

/* genlock-grid-pointer.c */
void genlock_grid_init_pointer (GenlockGrid *grid);
void genlock_grid_show_menu (GenlockGrid *grid,
                             double x,
                             double y);

/* genlock-grid-drop.c: rows dragged to another place of a list whose order is a person's. */
void genlock_grid_init_drop (GenlockGrid *grid);
void genlock_grid_end_drop (GenlockGrid *grid);
void genlock_grid_snapshot_gap (GenlockGrid *grid,
                                GtkSnapshot *snapshot);

/* genlock-grid-columns.c */
void genlock_grid_init_columns (GenlockGrid *grid);
void genlock_grid_name_titles (GenlockGrid *grid);

G_END_DECLS
