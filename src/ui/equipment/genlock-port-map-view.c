/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where cables land when a device or a card is swapped: one row for each old port. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-accessible.h"
#include "ui/equipment/genlock-cable-words.h"
#include "ui/equipment/genlock-port-map-view.h"

/* More cables of one port are only counted. */
#define CABLES_SHOWN 3

struct _GenlockPortMapView
{
  AdwBin parent_instance;

  GenlockPortMap *map; /* unowned, nullable */
  GenlockStore *store; /* owned, nullable */
  GPtrArray *rows; /* owned (element-type AdwActionRow): of the entries, unowned */
  AdwPreferencesGroup *group; /* unowned, nullable */
  GtkSizeGroup *widths; /* owned, nullable: what is chosen stands as a column */
  GtkWidget *all; /* unowned, nullable: what decides about all that are left over */
  gboolean filling;
};

static guint changed;

G_DEFINE_FINAL_TYPE (GenlockPortMapView, genlock_port_map_view, ADW_TYPE_BIN)

static GtkDropDown *
get_drop_down (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "genlock-choices");
}

/* The choices of an entry: nothing yet, its ports, its label as text, no plug. */
static GtkStringList *
make_choices (GenlockPortMapView *self,
              guint index)
{
  g_autoptr (GPtrArray) ports = genlock_port_map_list_choices (self->map, index);
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Choose…"));
  for (guint i = 0; i < ports->len; i++)
    gtk_string_list_take (labels, genlock_port_dup_title (g_ptr_array_index (ports, i)));
  gtk_string_list_append (labels, _("Leave as text"));
  gtk_string_list_append (labels, _("Unplug"));

  return labels;
}

static guint
find_choice (GenlockPortMapView *self,
             guint index)
{
  const GenlockPortMapEntry *entry = genlock_port_map_get_entry (self->map, index);
  g_autoptr (GPtrArray) ports = genlock_port_map_list_choices (self->map, index);

  for (guint i = 0; i < ports->len; i++)
    if (entry->target == g_ptr_array_index (ports, i))
      return i + 1;

  switch (entry->rest)
    {
    case GENLOCK_PORT_MAP_ASK:
      return 0;

    case GENLOCK_PORT_MAP_KEEP:
      return ports->len + 1;

    case GENLOCK_PORT_MAP_UNPLUG:
      return ports->len + 2;
    }

  g_assert_not_reached ();
}

/* "C 12 from SRC 3, C 13 from SRC 3 and 2 more"; what is not known is counted. */
static char *
dup_cables (GenlockPortMapView *self,
            const GenlockPortMapEntry *entry)
{
  guint n = entry->cables->len;
  GString *text = g_string_new (NULL);
  guint n_named = 0;

  for (guint i = 0; self->store != NULL && i < n && n_named < CABLES_SHOWN; i++)
    {
      const GenlockCableEnd *end = &g_array_index (entry->cables, GenlockCableEnd, i);
      g_autofree char *cable = genlock_cable_end_dup_text (self->store, end);

      if (*cable != '\0')
        g_string_append_printf (text, "%s%s", n_named++ > 0 ? ", " : "", cable);
    }

  if (n_named == 0)
    g_string_printf (text, ngettext ("%u cable", "%u cables", n), n);
  else if (n_named < n)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%u more", "%u more", n - n_named), n - n_named);
    }

  return g_string_free (text, FALSE);
}

static void
show_entry (GenlockPortMapView *self,
            guint index)
{
  const GenlockPortMapEntry *entry = genlock_port_map_get_entry (self->map, index);
  AdwActionRow *row = g_ptr_array_index (self->rows, index);
  g_autofree char *cables = dup_cables (self, entry);
  g_autofree char *subtitle = NULL;

  if (entry->target != NULL)
    subtitle = g_markup_printf_escaped ("%s · %s", cables,
                                        genlock_port_map_why_get_text (entry->why));
  else
    subtitle = g_markup_escape_text (cables, -1);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_drop_down_set_selected (get_drop_down (row), find_choice (self, index));
  if (entry->target == NULL && entry->rest == GENLOCK_PORT_MAP_ASK)
    gtk_widget_add_css_class (GTK_WIDGET (row), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "warning");
}

static void
show_all (GenlockPortMapView *self)
{
  g_autofree char *summary = genlock_port_map_dup_summary (self->map);
  g_autofree char *markup = g_markup_escape_text (summary, -1);
  guint n_undecided = 0;

  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    show_entry (self, i);
  self->filling = FALSE;
  genlock_port_map_count_rest (self->map, &n_undecided);
  gtk_widget_set_visible (self->all, n_undecided > 0);
  adw_preferences_group_set_description (self->group, markup);
}

static void
chosen_cb (GtkDropDown *drop_down,
           GParamSpec *pspec,
           GenlockPortMapView *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "genlock-entry"));
  guint choice = gtk_drop_down_get_selected (drop_down);
  g_autoptr (GPtrArray) ports = NULL;

  if (self->filling || self->map == NULL || choice == GTK_INVALID_LIST_POSITION)
    return;

  ports = genlock_port_map_list_choices (self->map, index);
  if (choice >= 1 && choice <= ports->len)
    genlock_port_map_set_target (self->map, index, g_ptr_array_index (ports, choice - 1));
  else
    {
      genlock_port_map_set_target (self->map, index, NULL);
      genlock_port_map_set_rest (self->map, (int) index,
                                 choice == 0 ? GENLOCK_PORT_MAP_ASK
                                             : choice == ports->len + 1 ? GENLOCK_PORT_MAP_KEEP
                                                                        : GENLOCK_PORT_MAP_UNPLUG);
    }
  show_all (self);
  g_signal_emit (self, changed, 0);
}

static void
decide_all (GenlockPortMapView *self,
            GenlockPortMapRest rest)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GenlockPortMapEntry *entry = genlock_port_map_get_entry (self->map, i);

      if (entry->target == NULL && entry->rest == GENLOCK_PORT_MAP_ASK)
        genlock_port_map_set_rest (self->map, (int) i, rest);
    }
  show_all (self);
  g_signal_emit (self, changed, 0);
}

static void
keep_all_cb (GenlockPortMapView *self)
{
  decide_all (self, GENLOCK_PORT_MAP_KEEP);
}

static void
unplug_all_cb (GenlockPortMapView *self)
{
  decide_all (self, GENLOCK_PORT_MAP_UNPLUG);
}

static void
add_decision (GenlockPortMapView *self,
              const char *label,
              GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->all), button);
}

static void
add_entry (GenlockPortMapView *self,
           guint index)
{
  const GenlockPortMapEntry *entry = genlock_port_map_get_entry (self->map, index);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = genlock_port_dup_title (&entry->port);
  g_autofree char *spoken = g_strdup_printf (_("Where %s lands"), title);
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (make_choices (self, index)), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  genlock_accessible_set_label (drop_down, spoken);
  g_object_set_data (G_OBJECT (drop_down), "genlock-entry", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (row), "genlock-choices", drop_down);
  gtk_size_group_add_widget (self->widths, drop_down);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop_down);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
}

static void
genlock_port_map_view_dispose (GObject *object)
{
  GenlockPortMapView *self = GENLOCK_PORT_MAP_VIEW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->widths);

  G_OBJECT_CLASS (genlock_port_map_view_parent_class)->dispose (object);
}

static void
genlock_port_map_view_finalize (GObject *object)
{
  g_ptr_array_unref (GENLOCK_PORT_MAP_VIEW (object)->rows);

  G_OBJECT_CLASS (genlock_port_map_view_parent_class)->finalize (object);
}

static void
genlock_port_map_view_class_init (GenlockPortMapViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = genlock_port_map_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_port_map_view_finalize;

  changed = g_signal_new ("changed", GENLOCK_TYPE_PORT_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                          NULL, G_TYPE_NONE, 0);
}

static void
genlock_port_map_view_init (GenlockPortMapView *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
genlock_port_map_view_new (void)
{
  return g_object_new (GENLOCK_TYPE_PORT_MAP_VIEW, NULL);
}

void
genlock_port_map_view_set_map (GenlockPortMapView *self,
                               GenlockPortMap *map,
                               const char *title)
{
  guint n = map != NULL ? genlock_port_map_get_n_entries (map) : 0;

  g_return_if_fail (GENLOCK_IS_PORT_MAP_VIEW (self));

  g_ptr_array_set_size (self->rows, 0);
  self->group = NULL;
  self->map = map;
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    {
      adw_bin_set_child (ADW_BIN (self), NULL);
      return;
    }

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, title != NULL ? title : _("Cables"));
  self->all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->all, GTK_ALIGN_CENTER);
  add_decision (self, _("Leave _all as text"), G_CALLBACK (keep_all_cb));
  add_decision (self, _("Unplug a_ll"), G_CALLBACK (unplug_all_cb));
  adw_preferences_group_set_header_suffix (self->group, self->all);
  g_clear_object (&self->widths);
  self->widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  for (guint i = 0; i < n; i++)
    add_entry (self, i);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  show_all (self);
}

void
genlock_port_map_view_set_store (GenlockPortMapView *self,
                                 GenlockStore *store)
{
  g_return_if_fail (GENLOCK_IS_PORT_MAP_VIEW (self));

  g_set_object (&self->store, store);
}

gboolean
genlock_port_map_view_grab_undecided (GenlockPortMapView *self)
{
  g_return_val_if_fail (GENLOCK_IS_PORT_MAP_VIEW (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GenlockPortMapEntry *entry = genlock_port_map_get_entry (self->map, i);
      gpointer row = g_ptr_array_index (self->rows, i);

      if (entry->target == NULL && entry->rest == GENLOCK_PORT_MAP_ASK)
        return gtk_widget_grab_focus (GTK_WIDGET (get_drop_down (row)));
    }

  return FALSE;
}

gboolean
genlock_port_map_view_is_decided (GenlockPortMapView *self)
{
  guint n_undecided = 0;

  g_return_val_if_fail (GENLOCK_IS_PORT_MAP_VIEW (self), TRUE);

  if (self->map != NULL)
    genlock_port_map_count_rest (self->map, &n_undecided);

  return n_undecided == 0;
}
