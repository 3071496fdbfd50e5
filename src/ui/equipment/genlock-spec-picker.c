/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One spec chosen from the whole library. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "core/store/genlock-list.h"
#include "ui/equipment/genlock-shipped-list.h"
#include "ui/equipment/genlock-spec-picker.h"
#include "ui/equipment/genlock-spec-row.h"

struct _GenlockSpecPicker
{
  GtkWidget parent_instance;

  GenlockList *list; /* owned, nullable */
  GenlockShippedList *shipped; /* owned, nullable */
  GtkSingleSelection *selection; /* owned */
  GSignalGroup *row; /* owned: of the row that is selected */
  char *category; /* owned, nullable */
  char *but; /* owned, nullable */

  GtkWidget *box;
  GtkEditable *search_entry;
  GtkListView *list_view;
};

static guint activated;
static guint left;
static guint picked;

G_DEFINE_FINAL_TYPE (GenlockSpecPicker, genlock_spec_picker, GTK_TYPE_WIDGET)

static void
get_view (GenlockSpecPicker *self,
          const char **words,
          GenlockLibraryView *view)
{
  const char *search = gtk_editable_get_text (self->search_entry);

  words[0] = self->category;
  *view = (GenlockLibraryView) { .search = search };
  if (*search == '\0' && self->category != NULL)
    view->categories = words;
}

static GenlockQuery *
make_query (GenlockSpecPicker *self,
            const GenlockLibraryView *view)
{
  GenlockQuery *query = genlock_library_view_make_query (view);
  const char * const but[] = { self->but, NULL };

  if (self->but != NULL)
    genlock_query_set_filter (query, GENLOCK_META_ID, but, TRUE);

  return query;
}

static void
search_changed_cb (GenlockSpecPicker *self)
{
  const char *words[] = { NULL, NULL };
  GenlockLibraryView view;
  g_autoptr (GenlockQuery) query = NULL;

  if (self->list == NULL)
    return;

  get_view (self, words, &view);
  query = make_query (self, &view);
  genlock_list_set_query (self->list, query);
  genlock_shipped_list_set_view (self->shipped, &view);
}

/* Enter takes the first of what was found. */
static void
search_activate_cb (GenlockSpecPicker *self)
{
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, activated, 0);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

/* Escape first takes the search back, then leaves, or closes the dialog around. */
static void
stop_search_cb (GenlockSpecPicker *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else if (g_signal_has_handler_pending (self, left, 0, FALSE))
    g_signal_emit (self, left, 0);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
activate_cb (GenlockSpecPicker *self)
{
  g_signal_emit (self, activated, 0);
}

static void
record_cb (GenlockSpecPicker *self)
{
  g_signal_emit (self, picked, 0);
}

static void
selection_cb (GenlockSpecPicker *self)
{
  g_signal_group_set_target (self->row,
                             gtk_single_selection_get_selected_item (self->selection));
  record_cb (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, genlock_spec_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item)
{
  genlock_spec_row_set_row (GENLOCK_SPEC_ROW (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item), NULL, NULL, 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item)
{
  genlock_spec_row_set_row (GENLOCK_SPEC_ROW (gtk_list_item_get_child (item)), NULL, NULL, NULL,
                            0);
}

static void
genlock_spec_picker_dispose (GObject *object)
{
  GenlockSpecPicker *self = GENLOCK_SPEC_PICKER (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->row);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->shipped);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SPEC_PICKER);

  G_OBJECT_CLASS (genlock_spec_picker_parent_class)->dispose (object);
}

static void
genlock_spec_picker_finalize (GObject *object)
{
  GenlockSpecPicker *self = GENLOCK_SPEC_PICKER (object);

  g_free (self->category);
  g_free (self->but);

  G_OBJECT_CLASS (genlock_spec_picker_parent_class)->finalize (object);
}

static gboolean
genlock_spec_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GENLOCK_SPEC_PICKER (widget)->search_entry));
}

static void
genlock_spec_picker_class_init (GenlockSpecPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_spec_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_spec_picker_finalize;

  activated = g_signal_new ("activated", GENLOCK_TYPE_SPEC_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                            NULL, G_TYPE_NONE, 0);
  left = g_signal_new ("left", GENLOCK_TYPE_SPEC_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
  picked = g_signal_new ("picked", GENLOCK_TYPE_SPEC_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                         NULL, G_TYPE_NONE, 0);

  widget_class->grab_focus = genlock_spec_picker_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-spec-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPicker, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPicker, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
genlock_spec_picker_init (GenlockSpecPicker *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  self->row = g_signal_group_new (GENLOCK_TYPE_ROW);
  g_signal_group_connect_swapped (self->row, "notify::record", G_CALLBACK (record_cb), self);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

void
genlock_spec_picker_set_store (GenlockSpecPicker *self,
                               GenlockStore *store,
                               const char *category,
                               const char *but)
{
  const char *words[] = { NULL, NULL };
  g_autoptr (GenlockQuery) query = NULL;
  g_autoptr (GListModel) model = NULL;
  GListStore *lists;
  GenlockLibraryView view;

  g_return_if_fail (GENLOCK_IS_SPEC_PICKER (self));
  g_return_if_fail (GENLOCK_IS_STORE (store) && self->list == NULL);

  self->category = g_strdup (category);
  self->but = g_strdup (but);
  get_view (self, words, &view);
  query = make_query (self, &view);
  self->list = genlock_list_new (store, query);
  self->shipped = genlock_shipped_list_new (store);
  genlock_shipped_list_set_view (self->shipped, &view);

  lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (lists, self->list);
  g_list_store_append (lists, self->shipped);
  model = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  gtk_single_selection_set_model (self->selection, model);
}

GenlockRecord *
genlock_spec_picker_get_record (GenlockSpecPicker *self)
{
  GenlockRow *row;

  g_return_val_if_fail (GENLOCK_IS_SPEC_PICKER (self), NULL);

  row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? genlock_row_get_record (row) : NULL;
}

gboolean
genlock_spec_picker_is_shipped (GenlockSpecPicker *self)
{
  guint position;

  g_return_val_if_fail (GENLOCK_IS_SPEC_PICKER (self), FALSE);

  position = gtk_single_selection_get_selected (self->selection);
  return position != GTK_INVALID_LIST_POSITION
         && position >= g_list_model_get_n_items (G_LIST_MODEL (self->list));
}
