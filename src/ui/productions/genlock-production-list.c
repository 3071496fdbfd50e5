/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of shows. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-productions.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-menu-later.h"
#include "ui/productions/genlock-production-dialog.h"
#include "ui/productions/genlock-production-list-private.h"
#include "ui/productions/genlock-production-row.h"

G_DEFINE_FINAL_TYPE (GenlockProductionList, genlock_production_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STORE,
  PROP_SELECTED,
  PROP_FILTER,
  PROP_SORT,
  PROP_N_SHOWS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint opened;

GenlockRecord *
genlock_production_list_get_record (GenlockProductionList *self)
{
  GenlockRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? genlock_row_get_record (row) : NULL;
}

void
genlock_production_list_open (GenlockProductionList *self)
{
  g_signal_emit (self, opened, 0);
}

void
genlock_production_list_set_selected (GenlockProductionList *self,
                                      const char *id)
{
  if (g_strcmp0 (self->selected, id) != 0)
    {
      g_free (self->selected);
      self->selected = g_strdup (id);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
  genlock_production_list_update_actions (self);
}

/* Another row is selected, or it has been read only now, or has changed. */
static void
record_cb (GenlockProductionList *self)
{
  GenlockRecord *record = genlock_production_list_get_record (self);

  /* A row that leaves the list (another filter, a search) does not close its show. */
  if (!self->placing && record != NULL)
    {
      gboolean again = self->unmarked
                       && g_strcmp0 (self->selected, genlock_record_get_id (record)) == 0;

      self->unmarked = FALSE;
      genlock_production_list_set_selected (self, genlock_record_get_id (record));
      if (again)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
  else
    genlock_production_list_update_actions (self);
}

static void
selection_cb (GenlockProductionList *self)
{
  g_signal_group_set_target (self->row,
                             gtk_single_selection_get_selected_item (self->selection));
  record_cb (self);
}

/* Puts the mark on the row of the show that is open, where it is in the list. */
static void
place_selection (GenlockProductionList *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->list == NULL)
    return;
  if (self->selected != NULL && !self->unmarked
      && !genlock_list_find (self->list, self->selected, &position))
    position = GTK_INVALID_LIST_POSITION;

  self->placing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->placing = FALSE;
  genlock_production_list_update_actions (self);
}

static void
scroll_to_selected (GenlockProductionList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                                position);
}

/* Why the list is empty. */
static void
say_nothing (GenlockProductionList *self,
             const char *error)
{
  gboolean searching = *gtk_editable_get_text (self->search_entry) != '\0';
  g_autofree char *words = NULL;

  if (error != NULL)
    {
      words = g_markup_escape_text (error, -1);
      adw_status_page_set_title (self->nothing, _("The shows cannot be read"));
    }
  else if (self->n_shows == 0)
    {
      words = g_strdup (_("Begin one with the plus above."));
      adw_status_page_set_title (self->nothing, _("No shows yet"));
    }
  else
    {
      words = g_strdup (searching ? _("Try fewer words or another spelling.")
                                  : _("No show has this status."));
      adw_status_page_set_title (self->nothing,
                                 searching ? _("No show found") : _("No shows here"));
    }
  adw_status_page_set_description (self->nothing, words);
  gtk_widget_set_visible (self->show_all, error == NULL && self->n_shows != 0
                          && (searching || !g_str_equal (self->filter, "all")));
}

static void
show_list_or_words (GenlockProductionList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *error = NULL;

  if (n > 0 || self->list == NULL || genlock_list_get_loading (self->list))
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  g_object_get (self->list, "error", &error, NULL);
  say_nothing (self, error);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

void
genlock_production_list_loaded (GenlockProductionList *self)
{
  if (genlock_list_get_loading (self->list))
    return;

  place_selection (self);
  show_list_or_words (self);
}

static void
requery (GenlockProductionList *self)
{
  g_autoptr (GenlockQuery) query = NULL;

  if (self->list == NULL)
    return;

  query = genlock_production_list_make_query (self);
  genlock_list_set_query (self->list, query);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, genlock_production_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item)
{
  GenlockProductionRow *row = GENLOCK_PRODUCTION_ROW (gtk_list_item_get_child (item));

  genlock_production_row_set_row (row, gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item)
{
  genlock_production_row_set_row (GENLOCK_PRODUCTION_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (GenlockProductionList *self,
             guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  genlock_production_list_open (self);
}

static void
added_cb (const char *id,
          gpointer user_data)
{
  GenlockProductionList *self = user_data;

  genlock_production_list_select (self, id);
  genlock_production_list_open (self);
}

static void
search_changed_cb (GenlockProductionList *self)
{
  requery (self);
}

/* Enter in the search opens the first show that it found. */
static void
search_activate_cb (GenlockProductionList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  genlock_production_list_open (self);
}

static void
show_all_cb (GenlockProductionList *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  g_object_set (self, "filter", "all", NULL);
}

static void
update_view_button (GenlockProductionList *self)
{
  const GenlockField *field = genlock_table_get_field (&genlock_productions,
                                                       GENLOCK_PRODUCTION_STATUS);
  g_autofree char *status = g_ascii_strup (self->filter, -1);
  g_autofree char *words = NULL;
  const char *label;

  if (g_str_equal (self->filter, "current"))
    label = C_("shows", "Current");
  else if (g_str_equal (self->filter, "all"))
    label = C_("shows", "All");
  else
    label = _(genlock_field_get_choice_label (field, status));
  gtk_menu_button_set_label (self->view_button, label);
  words = g_strdup_printf (_("Which shows, in which order: %s"), label);
  genlock_accessible_set_label (GTK_WIDGET (self->view_button), words);
}

static gboolean
replace_text (char **place,
              const char *text)
{
  if (text == NULL || g_strcmp0 (*place, text) == 0)
    return FALSE;

  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

static void
genlock_production_list_dispose (GObject *object)
{
  GenlockProductionList *self = GENLOCK_PRODUCTION_LIST (object);

  genlock_production_list_set_store (self, NULL);
  g_clear_object (&self->row);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_PRODUCTION_LIST);

  G_OBJECT_CLASS (genlock_production_list_parent_class)->dispose (object);
}

static void
genlock_production_list_finalize (GObject *object)
{
  GenlockProductionList *self = GENLOCK_PRODUCTION_LIST (object);

  g_free (self->selected);
  g_free (self->lost);
  g_free (self->filter);
  g_free (self->sort);

  G_OBJECT_CLASS (genlock_production_list_parent_class)->finalize (object);
}

static void
genlock_production_list_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  GenlockProductionList *self = GENLOCK_PRODUCTION_LIST (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;

    case PROP_FILTER:
      g_value_set_string (value, self->filter);
      break;

    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;

    case PROP_N_SHOWS:
      g_value_set_int (value, self->n_shows);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_production_list_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  GenlockProductionList *self = GENLOCK_PRODUCTION_LIST (object);

  switch (prop_id)
    {
    case PROP_STORE:
      genlock_production_list_set_store (self, g_value_get_object (value));
      break;

    case PROP_SELECTED:
      genlock_production_list_select (self, g_value_get_string (value));
      break;

    case PROP_FILTER:
      if (!replace_text (&self->filter, g_value_get_string (value)))
        break;
      update_view_button (self);
      requery (self);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_SORT:
      if (!replace_text (&self->sort, g_value_get_string (value)))
        break;
      requery (self);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, GENLOCK_TYPE_STORE, flags);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, "current", flags);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "load-in", flags);
  properties[PROP_N_SHOWS] = g_param_spec_int ("n-shows", NULL, NULL, -1, G_MAXINT, -1,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
genlock_production_list_class_init (GenlockProductionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_production_list_dispose;
  object_class->finalize = genlock_production_list_finalize;
  object_class->get_property = genlock_production_list_get_property;
  object_class->set_property = genlock_production_list_set_property;
  install_properties (object_class);
  genlock_production_list_install_actions (widget_class);

  opened = g_signal_new ("opened", GENLOCK_TYPE_PRODUCTION_LIST, G_SIGNAL_RUN_LAST, 0,
                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/productions/genlock-production-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, search_bar);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, view_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, list_view);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, nothing);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, show_all);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, view_menu);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionList, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
genlock_production_list_init (GenlockProductionList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->filter = g_strdup ("current");
  self->sort = g_strdup ("load-in");
  self->n_shows = -1;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  self->row = g_signal_group_new (GENLOCK_TYPE_ROW);
  g_signal_group_connect_swapped (self->row, "notify::record", G_CALLBACK (record_cb), self);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (show_list_or_words),
                           self, G_CONNECT_SWAPPED);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  genlock_production_list_add_gestures (self);
  genlock_menu_button_set_model_later (self->view_button, self->view_menu);
  update_view_button (self);
  genlock_production_list_update_actions (self);
}

const char *
genlock_production_list_get_selected (GenlockProductionList *self)
{
  g_return_val_if_fail (GENLOCK_IS_PRODUCTION_LIST (self), NULL);

  return self->selected;
}

void
genlock_production_list_select (GenlockProductionList *self,
                                const char *id)
{
  g_autofree char *wanted = g_strdup (id);

  g_return_if_fail (GENLOCK_IS_PRODUCTION_LIST (self));

  genlock_production_list_set_selected (self, wanted);
  place_selection (self);
  scroll_to_selected (self);
}

void
genlock_production_list_set_marked (GenlockProductionList *self,
                                    gboolean marked)
{
  g_return_if_fail (GENLOCK_IS_PRODUCTION_LIST (self));

  if (self->unmarked == !marked)
    return;

  self->unmarked = !marked;
  place_selection (self);
}

int
genlock_production_list_get_n_shows (GenlockProductionList *self)
{
  g_return_val_if_fail (GENLOCK_IS_PRODUCTION_LIST (self), -1);

  return self->n_shows;
}

void
genlock_production_list_start_search (GenlockProductionList *self)
{
  g_return_if_fail (GENLOCK_IS_PRODUCTION_LIST (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
genlock_production_list_add (GenlockProductionList *self)
{
  g_return_if_fail (GENLOCK_IS_PRODUCTION_LIST (self));

  if (self->store != NULL)
    genlock_production_dialog_present (GTK_WIDGET (self), self->store, NULL, added_cb);
}
