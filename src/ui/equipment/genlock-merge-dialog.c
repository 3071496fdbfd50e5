/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Specs that are one piece of equipment become one. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-spec-look.h"
#include "equipment/genlock-spec-merge.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-merge-dialog.h"
#include "ui/equipment/genlock-port-map-view.h"
#include "ui/equipment/genlock-spec-words.h"

struct _GenlockMergeDialog
{
  AdwWindow parent_instance;

  GenlockStore *store; /* owned */
  GCancellable *cancellable; /* owned */
  GtkWidget *from; /* weak */
  GenlockSpecDone done; /* nullable */

  GPtrArray *groups; /* owned, nullable (element-type GPtrArray) */
  GPtrArray *group; /* unowned, nullable: the one that is looked at */
  GenlockSpecUsage *usage; /* owned, nullable: of all in @group */
  GenlockSpecMerge *merge; /* owned, nullable: into @keep */
  guint keep; /* of @group */
  AdwPreferencesGroup *keep_group; /* unowned, nullable: of this group's page */

  GtkStack *stack;
  AdwPreferencesGroup *candidates;
  AdwPreferencesPage *page;
  GtkWidget *back_button;
  GtkWidget *merge_button;
};

G_DEFINE_FINAL_TYPE (GenlockMergeDialog, genlock_merge_dialog, ADW_TYPE_WINDOW)

/* Drops what is shown of one group. */
static void
clear_group (GenlockMergeDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->keep_group != NULL)
    {
      GtkWidget *map = g_object_get_data (G_OBJECT (self->keep_group), "genlock-maps");

      if (map != NULL)
        adw_preferences_page_remove (self->page, ADW_PREFERENCES_GROUP (map));
      adw_preferences_page_remove (self->page, self->keep_group);
    }
  self->keep_group = NULL;
  self->group = NULL;
  g_clear_pointer (&self->merge, genlock_spec_merge_free);
  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
}

static void
show_place (GenlockMergeDialog *self,
            const char *name)
{
  gboolean one = g_str_equal (name, "group");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->back_button, one);
  gtk_widget_set_visible (self->merge_button, one);
}

static void
update (GenlockMergeDialog *self)
{
  gboolean decided = self->merge != NULL;

  for (guint i = 0; decided && i + 1 < self->group->len; i++)
    {
      guint n_undecided = 0;

      genlock_port_map_count_rest (genlock_spec_merge_get_map (self->merge, i), &n_undecided);
      decided = n_undecided == 0;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.merge", decided);
}

/* Where the cables of those that go land, once it is known which one stays. */
static void
show_maps (GenlockMergeDialog *self)
{
  AdwPreferencesGroup *maps = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *before = g_object_get_data (G_OBJECT (self->keep_group), "genlock-maps");
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint n = 0;

  if (before != NULL)
    adw_preferences_page_remove (self->page, ADW_PREFERENCES_GROUP (before));
  g_clear_pointer (&self->merge, genlock_spec_merge_free);
  for (guint i = 0; i < self->group->len; i++)
    if (i != self->keep)
      g_ptr_array_add (others, g_ptr_array_index (self->group, i));
  self->merge = genlock_spec_merge_new (g_ptr_array_index (self->group, self->keep), others,
                                        self->usage);

  for (guint i = 0; i < others->len; i++)
    {
      GenlockPortMap *map = genlock_spec_merge_get_map (self->merge, i);
      GtkWidget *view = genlock_port_map_view_new ();

      genlock_port_map_view_set_store (GENLOCK_PORT_MAP_VIEW (view), self->store);
      genlock_port_map_view_set_map (GENLOCK_PORT_MAP_VIEW (view), map, NULL);
      g_signal_connect_object (view, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (maps, view);
      n += genlock_port_map_get_n_entries (map);
    }
  gtk_widget_set_visible (GTK_WIDGET (maps), n > 0);
  adw_preferences_page_add (self->page, maps);
  g_object_set_data (G_OBJECT (self->keep_group), "genlock-maps", maps);
  update (self);
}

static void
kept_cb (GenlockMergeDialog *self,
         GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button) || self->usage == NULL)
    return;

  self->keep = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "genlock-place"));
  show_maps (self);
}

static char *
dup_facts (const GenlockRecord *spec)
{
  g_autofree char *ports = genlock_spec_dup_ports (spec);
  g_autofree char *line = genlock_spec_dup_line (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  g_autofree char *day = genlock_spec_dup_changed (spec);
  g_autofree char *when = g_strdup_printf (_("changed %s"), day);

  return g_strjoin (" · ", line, *ports != '\0' ? ports : _("no ports"), when, NULL);
}

static void
add_choice (GenlockMergeDialog *self,
            guint place,
            GtkCheckButton **first)
{
  GenlockRecord *spec = g_ptr_array_index (self->group, place);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  g_autofree char *name = genlock_spec_dup_name (spec);
  g_autofree char *facts = dup_facts (spec);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), *first);
  if (*first == NULL)
    *first = GTK_CHECK_BUTTON (button);
  g_object_set_data (G_OBJECT (button), "genlock-place", GUINT_TO_POINTER (place));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), place == self->keep);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  genlock_accessible_set_label (button, facts);
  g_signal_connect_object (button, "toggled", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->keep_group, row);
}

static void
used_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GenlockMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (usage == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        genlock_toast_error (GTK_WIDGET (self), error);
      return;
    }

  self->usage = g_steal_pointer (&usage);
  text = genlock_spec_usage_dup_text (self->usage, 5);
  markup = *text != '\0' ? g_markup_printf_escaped (_("Used in: %s"), text)
                         : g_strdup (_("No show uses them."));
  adw_preferences_group_set_description (self->keep_group, markup);
  show_maps (self);
}

/* Asks where any of the group is used. */
static void
read_usage (GenlockMergeDialog *self,
            GAsyncReadyCallback callback)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < self->group->len; i++)
    g_strv_builder_add (builder, genlock_record_get_id (g_ptr_array_index (self->group, i)));
  ids = g_strv_builder_end (builder);
  genlock_spec_usage_read_async (self->store, (const char * const *) ids, self->cancellable,
                                 callback, g_object_ref (self));
}

static void
open_group (GenlockMergeDialog *self,
            GPtrArray *group)
{
  GtkCheckButton *first = NULL;

  clear_group (self);
  self->group = group;
  self->keep = 0;
  self->keep_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->keep_group, _("Which one stays?"));
  for (guint i = 0; i < group->len; i++)
    add_choice (self, i, &first);
  adw_preferences_page_add (self->page, self->keep_group);
  update (self);
  show_place (self, "group");
  read_usage (self, used_cb);
}

static void
candidate_cb (GtkWidget *row,
              GenlockMergeDialog *self)
{
  open_group (self, g_object_get_data (G_OBJECT (row), "genlock-group"));
}

static void
add_candidate (GenlockMergeDialog *self,
               GPtrArray *group)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = genlock_spec_dup_name (g_ptr_array_index (group, 0));
  g_autofree char *count = g_strdup_printf (ngettext ("%u entry", "%u entries", group->len),
                                            group->len);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "genlock-group", group);
  g_signal_connect_object (row, "activated", G_CALLBACK (candidate_cb), self, 0);
  adw_preferences_group_add (self->candidates, row);
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GenlockMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) specs = genlock_store_list_finish (GENLOCK_STORE (source), result, &error);

  if (specs == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        genlock_toast_error (GTK_WIDGET (self), error);
      return;
    }

  self->groups = genlock_spec_find_duplicates (specs);
  for (guint i = 0; i < self->groups->len; i++)
    add_candidate (self, g_ptr_array_index (self->groups, i));
  show_place (self, self->groups->len > 0 ? "candidates" : "none");
}

static void
merge (GenlockMergeDialog *self)
{
  GenlockRecord *keep = g_ptr_array_index (self->group, self->keep);
  g_autofree char *called = genlock_spec_dup_name (keep);
  guint n = self->group->len;
  g_autofree char *words = g_strdup_printf (ngettext ("%u entry of “%s” merged",
                                                      "%u entries of “%s” merged", n), n, called);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockBatch) batch = genlock_spec_merge_build (self->merge, &error);

  if (batch == NULL)
    {
      if (error != NULL)
        genlock_toast_error (GTK_WIDGET (self), error);
      return;
    }

  if (self->from != NULL)
    genlock_spec_apply (self->from, self->store, batch, words, genlock_record_get_id (keep),
                        self->done);
  gtk_window_close (GTK_WINDOW (self));
}

/* Takes those of the group as they are by now. */
static GenlockSpecLook
look_again (GenlockMergeDialog *self)
{
  GenlockSpecLook worst = GENLOCK_SPEC_LOOK_SAME;

  for (guint i = 0; i < self->group->len; i++)
    {
      GenlockSpecLook look =
        genlock_spec_look_again (self->store, (GenlockRecord **) &self->group->pdata[i]);

      worst = MAX (worst, look);
    }

  return worst;
}

static gboolean
are_current (GenlockMergeDialog *self,
             const GenlockSpecUsage *usage)
{
  for (guint i = 0; i + 1 < self->group->len; i++)
    if (!genlock_port_map_is_current (genlock_spec_merge_get_map (self->merge, i), usage))
      return FALSE;

  return TRUE;
}

static void
show_again (GenlockMergeDialog *self,
            GenlockSpecUsage *usage,
            const char *why)
{
  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
  self->usage = genlock_spec_usage_ref (usage);
  show_maps (self);
  genlock_toast (GTK_WIDGET (self), why);
}

/* Somebody else may have plugged a cable, or added or deleted a port, while the maps were looked
 * at. */
static void
read_again_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GenlockMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->merge == NULL
      || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (usage == NULL)
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      update (self);
      return;
    }

  switch (look_again (self))
    {
    case GENLOCK_SPEC_LOOK_GONE:
      if (self->from != NULL)
        genlock_toast (self->from, _("One of these was deleted meanwhile, so nothing was merged. "
                                     "Look at the duplicates again."));
      gtk_window_close (GTK_WINDOW (self));
      break;

    case GENLOCK_SPEC_LOOK_CHANGED:
      show_again (self, usage,
                  _("The ports have changed meanwhile. Look at the cables again."));
      break;

    case GENLOCK_SPEC_LOOK_SAME:
      if (are_current (self, usage))
        {
          genlock_spec_merge_set_usage (self->merge, usage);
          merge (self);
        }
      else
        show_again (self, usage, _("The cables have changed meanwhile. Look at them again."));
      break;
    }
}

static void
merge_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  gtk_widget_action_set_enabled (widget, name, FALSE);
  read_usage (GENLOCK_MERGE_DIALOG (widget), read_again_cb);
}

static void
back_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockMergeDialog *self = GENLOCK_MERGE_DIALOG (widget);

  if (self->group == NULL)
    return;

  clear_group (self);
  show_place (self, "candidates");
}

static void
genlock_merge_dialog_dispose (GObject *object)
{
  GenlockMergeDialog *self = GENLOCK_MERGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  g_clear_weak_pointer (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_MERGE_DIALOG);

  G_OBJECT_CLASS (genlock_merge_dialog_parent_class)->dispose (object);
}

static void
genlock_merge_dialog_finalize (GObject *object)
{
  GenlockMergeDialog *self = GENLOCK_MERGE_DIALOG (object);

  g_clear_pointer (&self->merge, genlock_spec_merge_free);
  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (genlock_merge_dialog_parent_class)->finalize (object);
}

static void
genlock_merge_dialog_class_init (GenlockMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_merge_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_merge_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockMergeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockMergeDialog, candidates);
  gtk_widget_class_bind_template_child (widget_class, GenlockMergeDialog, page);
  gtk_widget_class_bind_template_child (widget_class, GenlockMergeDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockMergeDialog, merge_button);

  gtk_widget_class_install_action (widget_class, "dialog.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "dialog.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "dialog.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
genlock_merge_dialog_init (GenlockMergeDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
genlock_merge_dialog_present (GtkWidget *from,
                              GenlockStore *store,
                              GenlockSpecDone done)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_equipment_specs);
  GenlockMergeDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (GENLOCK_IS_STORE (store));

  root = gtk_widget_get_root (from);
  self = g_object_new (GENLOCK_TYPE_MERGE_DIALOG,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                       NULL);
  self->store = g_object_ref (store);
  self->done = done;
  g_set_weak_pointer (&self->from, from);
  show_place (self, "looking");
  genlock_store_list_async (store, query, self->cancellable, listed_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
