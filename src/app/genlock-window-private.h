/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the window share. */

#pragma once

#include "app/genlock-problem-view.h"
#include "app/genlock-window.h"
#include "ui/common/genlock-checked-show.h"
#include "ui/common/genlock-page.h"
#include "ui/productions/genlock-production-list.h"

G_BEGIN_DECLS

struct _GenlockWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings; /* owned */
  GenlockStore *store; /* owned, nullable */
  char *reason; /* owned, nullable: why the store stays read-only */
  char *problem_path; /* owned, nullable: the database that cannot be opened */
  GError *problem; /* owned, nullable */
  guint loading_timeout;
  guint hover_id; /* what is dragged waits over a show */
  char *hovered_show; /* owned, nullable: that show */
  GenlockCheckedShow *checked; /* owned, nullable: the show that is open, for its problems */
  GenlockPage *looked_at;      /* weak, nullable: the page that was shown last */
  gboolean restoring; /* state is put back, nobody changes it */
  gboolean library; /* the equipment library stands in the place of a show */

  GtkWidget *finder; /* unowned, nullable: a child, made when it is first asked for */

  AdwToastOverlay *toasts;
  GtkWidget *body;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  GtkWidget *banner_button;
  GtkStack *stack;
  GtkRevealer *loading;
  AdwBin *problem_bin;
  AdwBin *welcome_bin;
  AdwLeaflet *leaflet;
  GenlockProductionList *shows;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  GtkListBox *places;
  GtkListBoxRow *library_row;
  GtkWidget *back_button;
  GtkStack *place_stack;
  AdwBin *library_bin;
  GtkWidget *menu_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *new_button;
  GtkWidget *tools;
  GtkWidget *more_button;
  GtkStack *content_stack;
  AdwFlap *flap;
  GtkStack *inspector_stack;
  AdwViewStack *view_stack;
  GMenu *primary_menu;
  GMenu *more_menu;
  GMenu *undo_section;
  GMenu *more_undo_section;
};

/* Whether a show or the library is open, so that there is a page. */
gboolean genlock_window_has_place (GenlockWindow *self);

/**
 * genlock_window_show_library:
 * @self: the window
 * @library: whether the equipment library stands in the place of the show's pages
 *
 * Works with no show open too.
 */
void genlock_window_show_library (GenlockWindow *self,
                                  gboolean library);

/* Offers the way back where there is one. */
void genlock_window_update_back (GenlockWindow *self);

/* (nullable): the page that is looked at, once it is made. */
GenlockPage *genlock_window_get_page (GenlockWindow *self);

/* Adds the places of the pages, which are made when they are first looked at. */
void genlock_window_add_pages (GenlockWindow *self);

/* Shows the row @id of a table, on the page that lists it. */
void genlock_window_go_to (GenlockWindow *self,
                           const char *table_name,
                           const char *id);

/* Shows the crosspoints of a device, or with "" of any router, on the page of the patch. */
void genlock_window_show_matrix (GenlockWindow *self,
                                 const char *device_id);

/* Makes the page that is looked at and tells it its show. */
void genlock_window_update_page (GenlockWindow *self);

/* Shows the inspector of the page that is looked at. */
void genlock_window_update_inspector (GenlockWindow *self);

/* Takes what is being typed in any page; FALSE where it does not fit, and that place is shown. */
gboolean genlock_window_finish_editing (GenlockWindow *self);

/* Drops all pages. */
void genlock_window_clear_pages (GenlockWindow *self);

/* Installs actions and their keys. */
void genlock_window_install_actions (GtkWidgetClass *widget_class);

/* Enables what can be done now and puts undo and redo in words. */
void genlock_window_update_actions (GenlockWindow *self);

/* Opens the sample show, made on first use. */
void genlock_window_open_sample (GenlockWindow *self);

/* Opens quick find; closed before the window goes. */
void genlock_window_find (GenlockWindow *self);
void genlock_window_end_find (GenlockWindow *self);

/* Makes the window take files that are dropped on it. */
void genlock_window_accept_files (GenlockWindow *self);

/* Makes a show open while equipment is held over it; undone before the window goes. */
void genlock_window_accept_hover (GenlockWindow *self);
void genlock_window_end_hover (GenlockWindow *self);

G_END_DECLS
