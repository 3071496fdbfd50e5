/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where the cables of devices land that become another piece of equipment. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/devices/genlock-swap-dialog.h"
#include "ui/equipment/genlock-port-map-view.h"
#include "ui/equipment/genlock-spec-words.h"

struct _GenlockSwapDialog
{
  AdwWindow parent_instance;

  GenlockStore *store; /* owned */
  GPtrArray *swaps; /* owned (element-type GenlockDeviceSwap) */
  GPtrArray *views; /* owned (element-type GenlockPortMapView): of the swaps, unowned */
  gboolean applied;
  gboolean changed; /* since the maps were made the devices or their equipment have */

  AdwPreferencesPage *page;
  GtkWidget *apply;
};

enum
{
  APPLY,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockSwapDialog, genlock_swap_dialog, ADW_TYPE_WINDOW)

static void
update (GenlockSwapDialog *self)
{
  gboolean decided = TRUE;

  for (guint i = 0; i < self->views->len; i++)
    decided &= genlock_port_map_view_is_decided (g_ptr_array_index (self->views, i));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply", decided);
}

/* "SW 1 → Ross Carbonite" */
static char *
dup_title (const GenlockDeviceSwap *swap)
{
  g_autofree char *after = swap->after != NULL ? genlock_spec_dup_name (swap->after)
                                               : g_strdup (_("no equipment"));
  const char *name = genlock_record_get_name (swap->device);
  g_autofree char *text = g_strdup_printf ("%s → %s", name, after);

  return g_markup_escape_text (text, -1);
}

static void
show_maps (GenlockSwapDialog *self)
{
  for (guint i = 0; i < self->swaps->len; i++)
    {
      const GenlockDeviceSwap *swap = g_ptr_array_index (self->swaps, i);
      g_autofree char *title = dup_title (swap);

      genlock_port_map_view_set_map (g_ptr_array_index (self->views, i), swap->map, title);
    }

  update (self);
}

/* The keyboard is where somebody has to decide, else on what applies it. */
static void
place_focus (GenlockSwapDialog *self)
{
  for (guint i = 0; i < self->views->len; i++)
    if (genlock_port_map_view_grab_undecided (g_ptr_array_index (self->views, i)))
      return;

  gtk_widget_grab_focus (self->apply);
}

static void
add_views (GenlockSwapDialog *self)
{
  for (guint i = 0; i < self->swaps->len; i++)
    {
      GtkWidget *view = genlock_port_map_view_new ();
      GtkWidget *group = adw_preferences_group_new ();

      genlock_port_map_view_set_store (GENLOCK_PORT_MAP_VIEW (view), self->store);
      g_signal_connect_object (view, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), view);
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
      g_object_bind_property (view, "visible", group, "visible", G_BINDING_SYNC_CREATE);
      g_ptr_array_add (self->views, view);
    }
}

static void
show_again (GenlockSwapDialog *self,
            const GenlockSpecUsage *usage)
{
  for (guint i = 0; i < self->views->len; i++)
    genlock_port_map_view_set_map (g_ptr_array_index (self->views, i), NULL, NULL);
  genlock_device_swaps_set_usage (self->swaps, usage);
  show_maps (self);
  genlock_toast (GTK_WIDGET (self),
                 self->changed ? _("The ports have changed meanwhile. Look at the cables again.")
                               : _("The cables have changed meanwhile. Look at them again."));
  self->changed = FALSE;
}

static void
read_again (GenlockSwapDialog *self);

/* Somebody else may have plugged a cable, or changed the equipment, while the maps were looked
 * at. */
static void
read_again_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GenlockSwapDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  if (usage == NULL)
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      update (self);
      return;
    }

  /* The usage was of the equipment as it was before: another one is to be read. */
  if (genlock_device_swaps_look_again (self->swaps, self->store) == GENLOCK_SPEC_LOOK_CHANGED)
    {
      self->changed = TRUE;
      read_again (self);
      return;
    }

  if (self->changed || !genlock_device_swaps_are_current (self->swaps, usage))
    {
      show_again (self, usage);
      return;
    }

  /* What is gone the store refuses, and says so. */
  self->applied = TRUE;
  g_signal_emit (self, signals[APPLY], 0, self->swaps);
  gtk_window_close (GTK_WINDOW (self));
}

static void
read_again (GenlockSwapDialog *self)
{
  g_auto (GStrv) ids = genlock_device_swaps_list_specs (self->swaps);

  genlock_spec_usage_read_async (self->store, (const char * const *) ids, NULL, read_again_cb,
                                 g_object_ref (self));
}

static void
apply_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  gtk_widget_action_set_enabled (widget, name, FALSE);
  read_again (GENLOCK_SWAP_DIALOG (widget));
}

static gboolean
genlock_swap_dialog_close_request (GtkWindow *window)
{
  GenlockSwapDialog *self = GENLOCK_SWAP_DIALOG (window);

  if (!self->applied)
    g_signal_emit (self, signals[CANCELLED], 0);

  return GTK_WINDOW_CLASS (genlock_swap_dialog_parent_class)->close_request (window);
}

static void
genlock_swap_dialog_dispose (GObject *object)
{
  GenlockSwapDialog *self = GENLOCK_SWAP_DIALOG (object);

  for (guint i = 0; i < self->views->len; i++)
    genlock_port_map_view_set_map (g_ptr_array_index (self->views, i), NULL, NULL);
  g_ptr_array_set_size (self->views, 0);
  g_clear_pointer (&self->swaps, g_ptr_array_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SWAP_DIALOG);

  G_OBJECT_CLASS (genlock_swap_dialog_parent_class)->dispose (object);
}

static void
genlock_swap_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (GENLOCK_SWAP_DIALOG (object)->views);

  G_OBJECT_CLASS (genlock_swap_dialog_parent_class)->finalize (object);
}

static void
genlock_swap_dialog_class_init (GenlockSwapDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_swap_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_swap_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = genlock_swap_dialog_close_request;

  signals[APPLY] = g_signal_new ("apply", GENLOCK_TYPE_SWAP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CANCELLED] = g_signal_new ("cancelled", GENLOCK_TYPE_SWAP_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/devices/genlock-swap-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSwapDialog, page);
  gtk_widget_class_bind_template_child (widget_class, GenlockSwapDialog, apply);

  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
genlock_swap_dialog_init (GenlockSwapDialog *self)
{
  self->views = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
genlock_swap_dialog_new (GtkWindow *parent,
                         GenlockStore *store,
                         GPtrArray *swaps)
{
  GenlockSwapDialog *self;

  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);
  g_return_val_if_fail (swaps != NULL, NULL);

  self = g_object_new (GENLOCK_TYPE_SWAP_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->swaps = g_ptr_array_ref (swaps);
  add_views (self);
  show_maps (self);
  place_focus (self);

  return GTK_WINDOW (self);
}
