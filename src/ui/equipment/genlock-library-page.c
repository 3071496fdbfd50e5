/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The equipment library: what devices there are, for all shows. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-menu-later.h"
#include "ui/equipment/genlock-library-page-private.h"

/* More differences than this are shown as one: the view would make its rows anew for each. */
#define MAX_RUNS 4

enum
{
  PROP_STORE = 1,
  PROP_SORT,
};

static void genlock_library_page_page_init (GenlockPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockLibraryPage, genlock_library_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GENLOCK_TYPE_PAGE,
                                                      genlock_library_page_page_init))

static const char * const sorts[] = {
  [GENLOCK_LIBRARY_SORT_CATEGORY] = "category",
  [GENLOCK_LIBRARY_SORT_MANUFACTURER] = "manufacturer",
  [GENLOCK_LIBRARY_SORT_MODEL] = "model",
  [GENLOCK_LIBRARY_SORT_PORTS] = "ports",
  [GENLOCK_LIBRARY_SORT_CHANGED] = "changed",
};

GenlockRecord *
genlock_library_page_get_record (GenlockLibraryPage *self)
{
  GenlockRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? genlock_row_get_record (row) : NULL;
}

gboolean
genlock_library_page_is_shipped_at (GenlockLibraryPage *self,
                                    guint position)
{
  return position != GTK_INVALID_LIST_POSITION
         && position >= g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

gboolean
genlock_library_page_is_shipped (GenlockLibraryPage *self)
{
  return genlock_library_page_is_shipped_at (self,
                                             gtk_single_selection_get_selected (self->selection));
}

static void
inspect (GenlockLibraryPage *self)
{
  if (self->inspector != NULL)
    genlock_spec_inspector_set_record (self->inspector, genlock_library_page_get_record (self),
                                       genlock_library_page_is_shipped (self));
}

static void
show_shipped (GenlockLibraryPage *self,
              GenlockRecord *record)
{
  GenlockLibrary *library = genlock_shipped_list_get_library (self->shipped);
  g_autofree char *entry = genlock_library_read_origin (record, NULL);
  const GenlockLibraryDevice *device = library != NULL && entry != NULL
                                       ? genlock_library_find_device (library, entry) : NULL;

  genlock_spec_pane_set_shipped (self->pane, record, device != NULL ? device->sources : NULL);
}

/* Another row is selected, or it has been read only now, or has changed. */
static void
record_cb (GenlockLibraryPage *self)
{
  GenlockRecord *record = genlock_library_page_get_record (self);

  if (record != NULL && genlock_library_page_is_shipped (self))
    show_shipped (self, record);
  else if (record != NULL)
    genlock_spec_pane_set_spec (self->pane, genlock_record_get_id (record));
  else if (gtk_single_selection_get_selected_item (self->selection) == NULL)
    genlock_spec_pane_set_spec (self->pane, NULL);
  inspect (self);
  genlock_library_page_update_actions (self);
}

static void
selection_cb (GenlockLibraryPage *self)
{
  g_signal_group_set_target (self->row,
                             gtk_single_selection_get_selected_item (self->selection));
  record_cb (self);
}

/* A row that is made, copied or brought back is selected once the list has it. */
static void
place_wanted (GenlockLibraryPage *self)
{
  guint position;

  if (self->wanted == NULL || genlock_list_get_loading (self->list)
      || !genlock_list_find (self->list, self->wanted, &position))
    return;

  g_clear_pointer (&self->wanted, g_free);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* Why the list is empty. */
static void
say_nothing (GenlockLibraryPage *self,
             const char *error)
{
  GenlockLibraryView view;
  g_autofree char *words = NULL;
  gboolean narrow;

  genlock_library_page_get_view (self, &view);
  narrow = genlock_library_view_is_narrow (&view);
  gtk_widget_set_visible (self->show_all, error == NULL && narrow);
  gtk_widget_set_visible (self->new_button, error == NULL && !narrow);
  if (error != NULL)
    {
      words = g_markup_escape_text (error, -1);
      adw_status_page_set_title (self->nothing, _("The library cannot be read"));
    }
  else if (narrow)
    {
      words = g_strdup (*view.search != '\0' ? _("Try fewer words or another spelling.")
                                             : _("Nothing in the library is of this kind."));
      adw_status_page_set_title (self->nothing, _("No device found"));
    }
  else
    {
      words = g_strdup (_("Cameras, switchers, routers: what your shows are built from, with "
                          "the ports that each device has."));
      adw_status_page_set_title (self->nothing, _("No devices yet"));
    }
  adw_status_page_set_icon_name (self->nothing, error != NULL ? "dialog-error-symbolic"
                                                : narrow ? "system-search-symbolic"
                                                         : "network-server-symbolic");
  adw_status_page_set_description (self->nothing, words);
}

static void
show_list_or_words (GenlockLibraryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *error = NULL;
  gboolean nothing;

  g_object_get (self->list, "error", &error, NULL);
  nothing = error != NULL
            || (n == 0 && !genlock_list_get_loading (self->list)
                && !genlock_shipped_list_get_loading (self->shipped));
  if (nothing)
    say_nothing (self, error);
  /* The list stays below: one that is hidden while it is filled tells nobody of its rows. */
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), nothing);
}

static void
loading_cb (GenlockLibraryPage *self)
{
  if (!genlock_list_get_loading (self->list))
    genlock_library_page_settle (self);
  place_wanted (self);
  show_list_or_words (self);
}

static void
shipped_changed_cb (GenlockLibraryPage *self)
{
  genlock_library_page_count (self);
  show_list_or_words (self);
}

static void
store_changed_cb (GenlockLibraryPage *self,
                  GenlockChanges *changes)
{
  genlock_library_page_recount (self, changes);
}

static void
place_next (GenlockLibraryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (self->next == GTK_INVALID_LIST_POSITION || n == 0
      || gtk_single_selection_get_selected_item (self->selection) != NULL)
    return;

  gtk_single_selection_set_selected (self->selection, MIN (self->next, n - 1));
  self->next = GTK_INVALID_LIST_POSITION;
}

/* What stands above a row may be another one now. */
static gboolean
refresh_cb (gpointer user_data)
{
  GenlockLibraryPage *self = user_data;

  self->refreshing = 0;
  genlock_library_page_show_rows (self);
  place_next (self);
  place_wanted (self);
  show_list_or_words (self);

  return G_SOURCE_REMOVE;
}

/* A search changes the list in a thousand places: once for all of them, before the next frame. */
static void
items_changed_cb (GenlockLibraryPage *self)
{
  if (self->refreshing == 0)
    self->refreshing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
activate_cb (GenlockLibraryPage *self,
             guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  genlock_library_page_open (self);
}

static void
search_changed_cb (GenlockLibraryPage *self)
{
  genlock_library_page_requery (self);
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

/* A shipped device is to be edited. */
static void
adopt_cb (GenlockLibraryPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.adopt", NULL);
}

static void
folded_cb (GenlockLibraryPage *self)
{
  genlock_page_back_changed (GENLOCK_PAGE (self));
}

static const char *
genlock_library_page_get_new_label (GenlockPage *page)
{
  return _("New device");
}

static void
genlock_library_page_set_production (GenlockPage *page,
                                     const char *production_id)
{
  /* The library belongs to no show. */
}

static GtkWidget *
genlock_library_page_get_inspector (GenlockPage *page)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (page);

  if (self->inspector == NULL)
    {
      self->inspector = g_object_ref_sink (
        GENLOCK_SPEC_INSPECTOR (genlock_spec_inspector_new (self->store)));
      inspect (self);
    }

  return GTK_WIDGET (self->inspector);
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
  iface->get_new_label = genlock_library_page_get_new_label;
  iface->set_production = genlock_library_page_set_production;
  iface->get_inspector = genlock_library_page_get_inspector;
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

static GListModel *
join_lists (GenlockLibraryPage *self)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (lists, self->list);
  g_list_store_append (lists, self->shipped);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}

static void
genlock_library_page_constructed (GObject *object)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (object);
  g_autoptr (GenlockQuery) query = NULL;
  g_autoptr (GListModel) model = NULL;
  GenlockLibraryView view;

  G_OBJECT_CLASS (genlock_library_page_parent_class)->constructed (object);

  genlock_library_page_get_view (self, &view);
  query = genlock_library_view_make_query (&view);
  self->list = genlock_list_new (self->store, query);
  genlock_list_set_max_runs (self->list, MAX_RUNS);
  self->shipped = genlock_shipped_list_new (self->store);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shipped, "changed", G_CALLBACK (shipped_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::writable",
                           G_CALLBACK (genlock_library_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  model = join_lists (self);
  gtk_single_selection_set_model (self->selection, model);
  genlock_spec_pane_set_store (self->pane, self->store);
  self->stale = TRUE;
  genlock_library_page_update_actions (self);
}

static void
genlock_library_page_dispose (GObject *object)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (object);

  g_clear_handle_id (&self->refreshing, g_source_remove);
  genlock_library_page_stop_counting (self);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->shipped != NULL)
    g_signal_handlers_disconnect_by_data (self->shipped, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->inspector);
  g_clear_object (&self->row);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->shipped);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_LIBRARY_PAGE);

  G_OBJECT_CLASS (genlock_library_page_parent_class)->dispose (object);
}

static void
genlock_library_page_finalize (GObject *object)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (object);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->using);
  g_strfreev (self->categories);
  g_strfreev (self->used);
  g_free (self->wanted);

  G_OBJECT_CLASS (genlock_library_page_parent_class)->finalize (object);
}

static void
genlock_library_page_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_SORT:
      g_value_set_string (value, sorts[self->sort]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_sort (GenlockLibraryPage *self,
          const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (sorts[i], word) == 0 && self->sort != i)
      {
        self->sort = i;
        genlock_library_page_requery (self);
        genlock_library_page_show_rows (self);
        g_object_notify (G_OBJECT (self), "sort");
        return;
      }
}

static void
genlock_library_page_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  GenlockLibraryPage *self = GENLOCK_LIBRARY_PAGE (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, side);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, origins);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, show_all);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, pane);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, GenlockLibraryPage, row_menu);
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
  g_object_class_install_property (
    object_class, PROP_SORT,
    g_param_spec_string ("sort", NULL, NULL, "category",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  genlock_library_page_install_actions (widget_class);

  g_type_ensure (GENLOCK_TYPE_FILTER_CHIPS);
  g_type_ensure (GENLOCK_TYPE_SPEC_PANE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-library-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, genlock_library_page_show_all);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, adopt_cb);
}

static void
genlock_library_page_init (GenlockLibraryPage *self)
{
  g_autoptr (GtkListItemFactory) factory = genlock_library_page_make_rows (self);

  self->items = g_hash_table_new (NULL, NULL);
  self->next = GTK_INVALID_LIST_POSITION;
  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_library_page_init_filter (self);

  self->selection = gtk_single_selection_new (NULL);
  self->row = g_signal_group_new (GENLOCK_TYPE_ROW);
  g_signal_group_connect_swapped (self->row, "notify::record", G_CALLBACK (record_cb), self);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_cb),
                           self, G_CONNECT_SWAPPED);

  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  /* After the view, whose items know their new places then. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);

  genlock_library_page_add_gestures (self);
  genlock_menu_button_set_model_later (self->sort_button, self->sort_menu);
  genlock_accessible_set_label (GTK_WIDGET (self->sort_button), _("Sort by"));
}

void
genlock_library_page_select (GenlockLibraryPage *self,
                             const char *id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  self->next = GTK_INVALID_LIST_POSITION;
  place_wanted (self);
}

void
genlock_library_page_go_on (GenlockLibraryPage *self)
{
  self->next = gtk_single_selection_get_selected (self->selection);
}

void
genlock_library_page_open (GenlockLibraryPage *self)
{
  if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

GtkWidget *
genlock_library_page_new (GenlockStore *store)
{
  return g_object_new (GENLOCK_TYPE_LIBRARY_PAGE, "store", store, NULL);
}
