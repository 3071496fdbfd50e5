/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The equipment library: what devices there are, for all shows. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "ui/equipment/genlock-library-page-private.h"
#include "ui/equipment/genlock-spec-row.h"

enum
{
  PROP_STORE = 1,
};

static void genlock_library_page_page_init (GenlockPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockLibraryPage, genlock_library_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GENLOCK_TYPE_PAGE,
                                                      genlock_library_page_page_init))

GenlockQuery *
genlock_library_page_make_query (GenlockLibraryPage *self)
{
  GenlockQuery *query = genlock_query_new (&genlock_equipment_specs);

  genlock_query_set_search (query, gtk_editable_get_text (self->search_entry));
  genlock_query_set_sort (query, GENLOCK_EQUIPMENT_SPEC_CATEGORY, FALSE);

  return query;
}

/* Another row is selected, or it has been read only now, or has changed. */
static void
record_cb (GenlockLibraryPage *self)
{
  GenlockRow *row = gtk_single_selection_get_selected_item (self->selection);
  GenlockRecord *record = row != NULL ? genlock_row_get_record (row) : NULL;

  if (record != NULL)
    genlock_spec_pane_set_spec (self->pane, genlock_record_get_id (record));
  else if (row == NULL)
    genlock_spec_pane_set_spec (self->pane, NULL);
}

static void
selection_cb (GenlockLibraryPage *self)
{
  g_signal_group_set_target (self->row,
                             gtk_single_selection_get_selected_item (self->selection));
  record_cb (self);
}

/* Why the list is empty. */
static void
say_nothing (GenlockLibraryPage *self,
             const char *error)
{
  gboolean searching = *gtk_editable_get_text (self->search_entry) != '\0';
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->show_all, error == NULL && searching);
  if (error != NULL)
    {
      words = g_markup_escape_text (error, -1);
      adw_status_page_set_title (self->nothing, _("The library cannot be read"));
    }
  else if (searching)
    {
      words = g_strdup (_("Try fewer words or another spelling."));
      adw_status_page_set_title (self->nothing, _("No device found"));
    }
  else
    {
      words = g_strdup (_("Cameras, switchers, routers: what your shows are built from, with "
                          "the ports that each device has."));
      adw_status_page_set_title (self->nothing, _("No devices yet"));
    }
  adw_status_page_set_description (self->nothing, words);
}

static void
show_list_or_words (GenlockLibraryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *error = NULL;

  if (n > 0 || genlock_list_get_loading (self->list))
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  g_object_get (self->list, "error", &error, NULL);
  say_nothing (self, error);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
requery (GenlockLibraryPage *self)
{
  g_autoptr (GenlockQuery) query = genlock_library_page_make_query (self);

  genlock_list_set_query (self->list, query);
}

static void
show_item (GenlockLibraryPage *self,
           GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);
  g_autoptr (GenlockRow) previous = NULL;

  if (position > 0)
    previous = g_list_model_get_item (G_LIST_MODEL (self->selection), position - 1);
  genlock_spec_row_set_row (GENLOCK_SPEC_ROW (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item), previous, NULL,
                            GENLOCK_EQUIPMENT_SPEC_CATEGORY);
}

/* What stands above a row may be another one now. */
static void
items_changed_cb (GenlockLibraryPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_item (item) != NULL)
      show_item (self, item);
  show_list_or_words (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, genlock_spec_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         GenlockLibraryPage *self)
{
  g_hash_table_add (self->items, item);
  show_item (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           GenlockLibraryPage *self)
{
  g_hash_table_remove (self->items, item);
  genlock_spec_row_set_row (GENLOCK_SPEC_ROW (gtk_list_item_get_child (item)), NULL, NULL, NULL,
                            0);
}

static void
activate_cb (GenlockLibraryPage *self,
             guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
search_changed_cb (GenlockLibraryPage *self)
{
  requery (self);
}

static void
search_activate_cb (GenlockLibraryPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
show_all_cb (GenlockLibraryPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
folded_cb (GenlockLibraryPage *self)
{
  genlock_page_back_changed (GENLOCK_PAGE (self));
}

static void
genlock_library_page_set_production (GenlockPage *page,
                                     const char *production_id)
{
  /* The library belongs to no show. */
}

static void
genlock_library_page_start_search (GenlockPage *page)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (page);

  adw_leaflet_set_visible_child (self->leaflet, self->side);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
genlock_library_page_finish_editing (GenlockPage *page)
{
  return genlock_spec_pane_finish_editing (GENLOCK_LIBRARY_PAGE (page)->pane);
}

static gboolean
genlock_library_page_can_go_back (GenlockPage *page)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (page);

  return adw_leaflet_get_folded (self->leaflet)
         && adw_leaflet_get_visible_child (self->leaflet) != self->side;
}

static void
genlock_library_page_go_back (GenlockPage *page)
{
  adw_leaflet_navigate (GENLOCK_LIBRARY_PAGE (page)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
genlock_library_page_page_init (GenlockPageInterface *iface)
{
  iface->set_production = genlock_library_page_set_production;
  iface->start_search = genlock_library_page_start_search;
  iface->finish_editing = genlock_library_page_finish_editing;
  iface->can_go_back = genlock_library_page_can_go_back;
  iface->go_back = genlock_library_page_go_back;
}

static gboolean
genlock_library_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GENLOCK_LIBRARY_PAGE (widget)->list_view));
}

static void
genlock_library_page_constructed (GObject *object)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (object);
  g_autoptr (GenlockQuery) query = genlock_library_page_make_query (self);

  G_OBJECT_CLASS (genlock_library_page_parent_class)->constructed (object);

  self->list = genlock_list_new (self->store, query);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (show_list_or_words), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  genlock_spec_pane_set_store (self->pane, self->store);
}

static void
genlock_library_page_dispose (GObject *object)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->row);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_LIBRARY_PAGE);

  G_OBJECT_CLASS (genlock_library_page_parent_class)->dispose (object);
}

static void
genlock_library_page_finalize (GObject *object)
{
  g_hash_table_unref (GENLOCK_LIBRARY_PAGE (object)->items);

  G_OBJECT_CLASS (genlock_library_page_parent_class)->finalize (object);
}

static void
genlock_library_page_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, GENLOCK_LIBRARY_PAGE (object)->store);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_library_page_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STORE:
      GENLOCK_LIBRARY_PAGE (object)->store = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_library_page_class_init (GenlockLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = genlock_library_page_constructed;
  object_class->dispose = genlock_library_page_dispose;
  object_class->finalize = genlock_library_page_finalize;
  object_class->get_property = genlock_library_page_get_property;
  object_class->set_property = genlock_library_page_set_property;
  widget_class->grab_focus = genlock_library_page_grab_focus;
  g_object_class_override_property (object_class, PROP_STORE, "store");

  g_type_ensure (GENLOCK_TYPE_SPEC_PANE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, side);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, show_all);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
genlock_library_page_init (GenlockLibraryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->items = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  self->row = g_signal_group_new (GENLOCK_TYPE_ROW);
  g_signal_group_connect_swapped (self->row, "notify::record", G_CALLBACK (record_cb), self);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_cb),
                           self, G_CONNECT_SWAPPED);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  /* After the view, whose items know their new places then. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
genlock_library_page_new (GenlockStore *store)
{
  return g_object_new (GENLOCK_TYPE_LIBRARY_PAGE, "store", store, NULL);
}
