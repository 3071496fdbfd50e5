/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the library page share. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-list.h"
#include "ui/equipment/genlock-library-page.h"
#include "ui/equipment/genlock-spec-pane.h"

G_BEGIN_DECLS

struct _GenlockLibraryPage
{
  GtkWidget parent_instance;

  GenlockStore *store; /* owned */
  GenlockList *list; /* owned: rows of the database */
  GtkSingleSelection *selection; /* owned */
  GSignalGroup *row; /* owned: of the row that is selected */
  GHashTable *items; /* owned (element-type GtkListItem): those that show a row */

  AdwLeaflet *leaflet;
  GtkWidget *side;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
  AdwStatusPage *nothing;
  GtkWidget *show_all;
  GenlockSpecPane *pane;
};

/* (transfer full): which rows of the database are to be listed. */
GenlockQuery *genlock_library_page_make_query (GenlockLibraryPage *self);

G_END_DECLS
