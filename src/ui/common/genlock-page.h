/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks of a page: the sources of a show, its sends … */

#pragma once

#include <gtk/gtk.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockPage:
 *
 * A page of the window. It is made when it is first looked at, with the property "store"
 * (#GenlockStore, construct-only), and told which show it is about.
 *
 * A page installs the actions "page.new", "page.duplicate", "page.edit", "page.delete" and binds
 * their keys (Ctrl+D, F2, Delete) for as long as the focus is in it; the window's button and
 * Ctrl+N activate "page.new".
 *
 * Properties: "store".
 */
#define GENLOCK_TYPE_PAGE (genlock_page_get_type ())
G_DECLARE_INTERFACE (GenlockPage, genlock_page, GENLOCK, PAGE, GtkWidget)

/**
 * GenlockPageInterface:
 * @get_new_label: (nullable): what "page.new" makes, translated: "New source"
 * @set_production: the show that the page is about
 * @get_inspector: the widget that shows and edits what is selected
 * @start_search: shows the page's search and puts the focus there
 * @finish_editing: (nullable): takes what is being typed
 * @can_go_back: (nullable): whether a part of the page covers the one before
 * @go_back: (nullable): goes there
 */
struct _GenlockPageInterface
{
  GTypeInterface parent_interface;

  const char *(*get_new_label) (GenlockPage *page);
  void (*set_production) (GenlockPage *page,
                          const char *production_id);
  GtkWidget *(*get_inspector) (GenlockPage *page);
  void (*start_search) (GenlockPage *page);
  gboolean (*finish_editing) (GenlockPage *page);
  gboolean (*can_go_back) (GenlockPage *page);
  void (*go_back) (GenlockPage *page);
};

/* (nullable): what "page.new" makes: "New source"; %NULL where the page makes nothing. */
const char *genlock_page_get_new_label (GenlockPage *page);

/**
 * genlock_page_set_production:
 * @page: a page
 * @production_id: (nullable): the show that @page is about from now on; %NULL: none
 *
 * Does nothing where it is that show already.
 */
void genlock_page_set_production (GenlockPage *page,
                                  const char *production_id);

/**
 * genlock_page_get_inspector:
 * @page: a page
 *
 * The window shows it in the flap while @page is the visible one. The page keeps a reference of
 * its own.
 *
 * Returns: (transfer none): always the same widget, without a parent of the page's own
 */
GtkWidget *genlock_page_get_inspector (GenlockPage *page);

/* Ctrl+F and the button in the header. */
void genlock_page_start_search (GenlockPage *page);

/**
 * genlock_page_finish_editing:
 * @page: a page
 *
 * Takes what is being typed in @page or its inspector, as Enter does: the window closes.
 *
 * Returns: FALSE where it does not fit, which the page says
 */
gboolean genlock_page_finish_editing (GenlockPage *page);

/* Whether genlock_page_go_back() would do something: a narrow page shows one of its parts. */
gboolean genlock_page_can_go_back (GenlockPage *page);

/* FALSE where there is nothing to go back to inside @page. */
gboolean genlock_page_go_back (GenlockPage *page);

/* For pages: can_go_back() answers otherwise from now on; emits "back-changed". */
void genlock_page_back_changed (GenlockPage *page);

G_END_DECLS
