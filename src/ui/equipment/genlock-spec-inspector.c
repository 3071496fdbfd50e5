/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be known of a spec beside its ports: where it is used, where it comes from. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-library.h"
#include "equipment/genlock-spec-usage.h"
#include "ui/equipment/genlock-spec-inspector.h"
#include "ui/equipment/genlock-spec-words.h"

struct _GenlockSpecInspector
{
  GtkWidget parent_instance;

  GenlockStore *store; /* owned */
  GenlockRecord *spec; /* owned, nullable */
  gboolean shipped;
  GCancellable *asking; /* owned, nullable */
  GPtrArray *rows; /* owned: of the shows, unowned */

  GtkStack *stack;
  AdwPreferencesGroup *uses;
  AdwActionRow *origin;
  AdwActionRow *changed;
};

G_DEFINE_FINAL_TYPE (GenlockSpecInspector, genlock_spec_inspector, GTK_TYPE_WIDGET)

static void
clear_rows (GenlockSpecInspector *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->uses, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/* @show_id: (nullable): the show that the row opens */
static void
add_row (GenlockSpecInspector *self,
         const char *title,
         const char *show_id)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (show_id != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", show_id);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, _("Open the show"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  adw_preferences_group_add (self->uses, row);
  g_ptr_array_add (self->rows, row);
}

static void
used_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GenlockSpecInspector) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (usage == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("Where a spec is used could not be read: %s", error->message);
      return;
    }

  clear_rows (self);
  for (guint i = 0; i < usage->uses->len; i++)
    {
      const GenlockSpecUse *use = g_ptr_array_index (usage->uses, i);
      g_autofree char *text = genlock_spec_use_dup_text (use);

      add_row (self, text, genlock_record_get_id (use->production));
    }
  if (usage->uses->len == 0)
    add_row (self, _("No show"), NULL);
}

static void
ask (GenlockSpecInspector *self)
{
  const char *ids[2] = { NULL, NULL };

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->spec == NULL || self->shipped)
    return;

  ids[0] = genlock_record_get_id (self->spec);
  self->asking = g_cancellable_new ();
  genlock_spec_usage_read_async (self->store, ids, self->asking, used_cb, g_object_ref (self));
}

static void
show_origin (GenlockSpecInspector *self)
{
  guint revision = 0;
  g_autofree char *entry = genlock_library_read_origin (self->spec, &revision);
  const char *author = genlock_record_get_text (self->spec, GENLOCK_META_LAST_MODIFIED_BY);
  g_autofree char *day = genlock_spec_dup_changed (self->spec);
  const char *title = _("Your own");
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  words = entry != NULL ? g_strdup_printf (_("%s, revision %u"), entry, revision)
                        : g_strdup (_("Made by a person or imported"));
  markup = g_markup_escape_text (words, -1);
  if (self->shipped)
    title = _("Shipped with Genlock");
  else if (entry != NULL)
    title = _("Copied from the shipped library");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->origin), title);
  adw_action_row_set_subtitle (self->origin, markup);

  gtk_widget_set_visible (GTK_WIDGET (self->changed), !self->shipped && *day != '\0');
  g_clear_pointer (&markup, g_free);
  markup = g_markup_printf_escaped ("%s%s%s", day, author != NULL ? " · " : "",
                                    author != NULL ? author : "");
  adw_action_row_set_subtitle (self->changed, markup);
}

static void
store_changed_cb (GenlockSpecInspector *self,
                  GenlockChanges *changes)
{
  if (changes == NULL || genlock_changes_touch (changes, &genlock_devices, NULL)
      || genlock_changes_touch (changes, &genlock_sources, NULL)
      || genlock_changes_touch (changes, &genlock_sends, NULL)
      || genlock_changes_touch (changes, &genlock_connections, NULL)
      || genlock_changes_touch (changes, &genlock_productions, NULL))
    ask (self);
}

static void
genlock_spec_inspector_dispose (GObject *object)
{
  GenlockSpecInspector *self = GENLOCK_SPEC_INSPECTOR (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->spec, genlock_record_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SPEC_INSPECTOR);

  G_OBJECT_CLASS (genlock_spec_inspector_parent_class)->dispose (object);
}

static void
genlock_spec_inspector_finalize (GObject *object)
{
  g_ptr_array_unref (GENLOCK_SPEC_INSPECTOR (object)->rows);

  G_OBJECT_CLASS (genlock_spec_inspector_parent_class)->finalize (object);
}

static void
genlock_spec_inspector_class_init (GenlockSpecInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_spec_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_spec_inspector_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-spec-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecInspector, uses);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecInspector, origin);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecInspector, changed);
}

static void
genlock_spec_inspector_init (GenlockSpecInspector *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genlock_spec_inspector_new (GenlockStore *store)
{
  GenlockSpecInspector *self = g_object_new (GENLOCK_TYPE_SPEC_INSPECTOR, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
genlock_spec_inspector_set_record (GenlockSpecInspector *self,
                                   GenlockRecord *spec,
                                   gboolean shipped)
{
  const char *before = self->spec != NULL ? genlock_record_get_id (self->spec) : NULL;
  gboolean same = spec != NULL && self->shipped == shipped
                  && g_strcmp0 (before, genlock_record_get_id (spec)) == 0;

  g_return_if_fail (GENLOCK_IS_SPEC_INSPECTOR (self));

  if (spec != NULL)
    genlock_record_ref (spec);
  g_clear_pointer (&self->spec, genlock_record_unref);
  self->spec = spec;
  self->shipped = shipped;
  gtk_stack_set_visible_child_name (self->stack, spec != NULL ? "spec" : "nothing");
  gtk_widget_set_visible (GTK_WIDGET (self->uses), !shipped);
  if (spec != NULL)
    show_origin (self);
  if (!same)
    {
      clear_rows (self);
      ask (self);
    }
}
