/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the list of shows share. */

#pragma once

#include "core/store/genlock-list.h"
#include "ui/productions/genlock-production-list.h"

G_BEGIN_DECLS

struct _GenlockProductionList
{
  GtkWidget parent_instance;

  GenlockStore *store; /* owned, nullable */
  GenlockList *list; /* owned, nullable */
  GtkSingleSelection *selection; /* owned */
  GCancellable *counting; /* owned, nullable */
  char *selected; /* owned, nullable */
  char *lost; /* owned, nullable: was open when it was deleted */
  char *filter; /* owned */
  char *sort; /* owned */
  int n_shows;
  GSignalGroup *row; /* owned: of the row that is selected */
  gboolean unmarked; /* the show that is open is not looked at */
  gboolean placing; /* the selection follows "selected", not the other way round */

  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkMenuButton *view_button;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *nothing;
  GtkWidget *show_all;
  GtkWidget *box;
  GMenuModel *view_menu;
  GMenuModel *row_menu;
  GtkPopover *popover; /* unowned, nullable: the menu of a row, once it was asked for */
};

/* (transfer none) (nullable): the show that is selected, once it is read. */
GenlockRecord *genlock_production_list_get_record (GenlockProductionList *self);

/* Opens @id, or nothing. */
void genlock_production_list_set_selected (GenlockProductionList *self,
                                           const char *id);

/* (transfer full): what is to be listed. */
GenlockQuery *genlock_production_list_make_query (GenlockProductionList *self);

/* The order that was asked for may have come. */
void genlock_production_list_loaded (GenlockProductionList *self);

/* Says that the show that is selected was asked for. */
void genlock_production_list_open (GenlockProductionList *self);

/* Installs actions and their keys. */
void genlock_production_list_install_actions (GtkWidgetClass *widget_class);

/* Enables what can be done now. */
void genlock_production_list_update_actions (GenlockProductionList *self);

/* Makes rows react to the pointer. */
void genlock_production_list_add_gestures (GenlockProductionList *self);

G_END_DECLS
