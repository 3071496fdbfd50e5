/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the library page share. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-list.h"
#include "ui/equipment/genlock-filter-chips.h"
#include "ui/equipment/genlock-library-page.h"
#include "ui/equipment/genlock-library-view.h"
#include "ui/equipment/genlock-shipped-list.h"
#include "ui/equipment/genlock-spec-inspector.h"
#include "ui/equipment/genlock-spec-pane.h"

G_BEGIN_DECLS

struct _GenlockLibraryPage
{
  GtkWidget parent_instance;

  GenlockStore *store; /* owned */
  GenlockList *list; /* owned: rows of the database */
  GenlockShippedList *shipped; /* owned: what stands below them */
  GtkSingleSelection *selection; /* owned */
  GSignalGroup *row; /* owned: of the row that is selected */
  GHashTable *items; /* owned (element-type GtkListItem): those that show a row */
  char *wanted; /* owned, nullable: the spec that is to be selected once it is listed */
  guint refreshing; /* the rows are shown anew before the next frame */
  guint next; /* the place that is selected once its row has gone */
  gboolean stale; /* the list is on its way to what is to be shown */

  /* What is shown. */
  GenlockLibraryOrigin origin;
  GenlockLibrarySort sort;
  GStrv categories; /* owned, nullable */
  gboolean card_based;
  gboolean secondary;
  GStrv used; /* owned, nullable: ids of the specs that shows use */

  /* How many there are of what, for the chips. */
  GCancellable *counting; /* owned, nullable */
  gboolean counted; /* they are, or are being, counted for the first time at least */
  guint patience; /* until they are counted again */
  GCancellable *asking; /* owned, nullable: what shows use */
  GHashTable *counts; /* owned (element-type utf8 guint): by the id of a chip */
  GHashTable *using; /* owned (element-type utf8): the ids that came so far */
  guint n_asked; /* tables that have not answered yet */

  GenlockSpecInspector *inspector; /* owned, nullable: once it was asked for */

  AdwLeaflet *leaflet;
  GtkWidget *side;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GenlockFilterChips *origins;
  GenlockFilterChips *kinds;
  GtkMenuButton *sort_button;
  GtkListView *list_view;
  AdwStatusPage *nothing;
  GtkWidget *show_all;
  GtkWidget *new_button;
  GenlockSpecPane *pane;
  GMenuModel *sort_menu;
  GMenuModel *row_menu;
  GtkPopover *popover; /* unowned, nullable: the menu of a row, once it was asked for */
};

/* Borrows everything of @view from the page. */
void genlock_library_page_get_view (GenlockLibraryPage *self,
                                    GenlockLibraryView *view);

/* Lists what is to be shown now. */
void genlock_library_page_requery (GenlockLibraryPage *self);

/* The list has what is to be shown: the rest follows. */
void genlock_library_page_settle (GenlockLibraryPage *self);

/* Shows everything again. */
void genlock_library_page_show_all (GenlockLibraryPage *self);

/* Makes the chips; they are counted as soon as the list is there. */
void genlock_library_page_init_filter (GenlockLibraryPage *self);

/* Counts for the chips. */
void genlock_library_page_count (GenlockLibraryPage *self);

/* Asks which specs are used in shows. */
void genlock_library_page_ask_used (GenlockLibraryPage *self);

/* The store has changed: @changes says what, %NULL anything. */
void genlock_library_page_recount (GenlockLibraryPage *self,
                                   GenlockChanges *changes);

/* Stops what is being counted. */
void genlock_library_page_stop_counting (GenlockLibraryPage *self);

/* (transfer none) (nullable): the spec that is selected, once it is read. */
GenlockRecord *genlock_library_page_get_record (GenlockLibraryPage *self);

/* Whether the spec that is selected is one of the shipped library. */
gboolean genlock_library_page_is_shipped (GenlockLibraryPage *self);

/* Whether the row at @position is one of the shipped library. */
gboolean genlock_library_page_is_shipped_at (GenlockLibraryPage *self,
                                             guint position);

/* Selects the spec @id as soon as it is listed and goes to it. */
void genlock_library_page_select (GenlockLibraryPage *self,
                                  const char *id);

/* What is selected is about to go: the one that takes its place is selected then. */
void genlock_library_page_go_on (GenlockLibraryPage *self);

/* Shows the spec that is selected where the page is narrow. */
void genlock_library_page_open (GenlockLibraryPage *self);

/* (transfer full): what makes the rows of the list. */
GtkListItemFactory *genlock_library_page_make_rows (GenlockLibraryPage *self);

/* Shows all rows anew: what stands above one may be another one now. */
void genlock_library_page_show_rows (GenlockLibraryPage *self);

/* Installs actions and their keys. */
void genlock_library_page_install_actions (GtkWidgetClass *widget_class);

/* Enables what can be done now. */
void genlock_library_page_update_actions (GenlockLibraryPage *self);

/* Makes rows react to the pointer. */
void genlock_library_page_add_gestures (GenlockLibraryPage *self);

G_END_DECLS
