/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cables of cards land that are about to go. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-port-map-view.h"
#include "ui/slots/genlock-slot-map-dialog.h"

struct _GenlockSlotMapDialog
{
  AdwWindow parent_instance;

  GenlockStore *store; /* owned */
  char *spec_id; /* owned */
  GPtrArray *leaving; /* owned (element-type GenlockRecord) */
  GenlockRecord *coming; /* owned, nullable */
  GenlockSpecUsage *usage; /* owned */
  GenlockPortMap *map; /* owned */

  GtkLabel *words;
  GtkButton *accept;
  GenlockPortMapView *map_view;
};

static guint accepted;

G_DEFINE_FINAL_TYPE (GenlockSlotMapDialog, genlock_slot_map_dialog, ADW_TYPE_WINDOW)

static void
update (GenlockSlotMapDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.accept",
                                 genlock_port_map_view_is_decided (self->map_view));
}

static void
show_map (GenlockSlotMapDialog *self)
{
  genlock_port_map_view_set_map (self->map_view, NULL, NULL);
  g_clear_pointer (&self->map, genlock_port_map_free);
  self->map = genlock_slot_map_new (self->leaving, self->coming, self->usage);
  genlock_port_map_view_set_map (self->map_view, self->map, NULL);
  update (self);
}

/* (nullable) (transfer none) */
static GenlockRecord *
find_row (GPtrArray *rows,
          const GenlockRecord *row)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (strcmp (genlock_record_get_id (rows->pdata[i]), genlock_record_get_id (row)) == 0)
      return rows->pdata[i];

  return NULL;
}

/* Takes the cards as they are in the database now; FALSE where their ports are others. A card that
 * is no longer there stays: the store says so when it is to be deleted. */
static gboolean
read_cards (GenlockSlotMapDialog *self)
{
  g_autoptr (GenlockRecord) spec =
    genlock_store_get (self->store, &genlock_equipment_specs, self->spec_id, NULL);
  GPtrArray *cards =
    spec != NULL ? genlock_record_get_children (spec, &genlock_equipment_cards) : NULL;
  gboolean same = TRUE;

  for (guint i = 0; i < self->leaving->len; i++)
    {
      GenlockRecord *card = find_row (cards, self->leaving->pdata[i]);

      if (card == NULL || genlock_ports_are_same (self->leaving->pdata[i], card))
        continue;

      same = FALSE;
      genlock_record_unref (self->leaving->pdata[i]);
      self->leaving->pdata[i] = genlock_record_ref (card);
    }

  return same;
}

/* Somebody else may have plugged a cable while the map was looked at. */
static void
read_again_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GenlockSlotMapDialog) self = user_data;
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

  if (read_cards (self) && genlock_port_map_is_current (self->map, usage))
    {
      g_signal_emit (self, accepted, 0);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
  self->usage = g_steal_pointer (&usage);
  show_map (self);
  genlock_toast (GTK_WIDGET (self), _("The cables have changed meanwhile. Look at them again."));
}

static void
accept_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  GenlockSlotMapDialog *self = GENLOCK_SLOT_MAP_DIALOG (widget);
  const char * const ids[] = { self->spec_id, NULL };

  gtk_widget_action_set_enabled (widget, name, FALSE);
  genlock_spec_usage_read_async (self->store, ids, NULL, read_again_cb, g_object_ref (self));
}

static void
genlock_slot_map_dialog_dispose (GObject *object)
{
  GenlockSlotMapDialog *self = GENLOCK_SLOT_MAP_DIALOG (object);

  if (self->map_view != NULL)
    genlock_port_map_view_set_map (self->map_view, NULL, NULL);
  g_clear_pointer (&self->map, genlock_port_map_free);
  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
  g_clear_pointer (&self->coming, genlock_record_unref);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SLOT_MAP_DIALOG);

  G_OBJECT_CLASS (genlock_slot_map_dialog_parent_class)->dispose (object);
}

static void
genlock_slot_map_dialog_finalize (GObject *object)
{
  g_free (GENLOCK_SLOT_MAP_DIALOG (object)->spec_id);

  G_OBJECT_CLASS (genlock_slot_map_dialog_parent_class)->finalize (object);
}

static void
genlock_slot_map_dialog_class_init (GenlockSlotMapDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_slot_map_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_slot_map_dialog_finalize;

  accepted = g_signal_new ("accepted", GENLOCK_TYPE_SLOT_MAP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                           NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GENLOCK_TYPE_PORT_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/slots/genlock-slot-map-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotMapDialog, words);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotMapDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotMapDialog, map_view);
  gtk_widget_class_bind_template_callback (widget_class, update);

  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
genlock_slot_map_dialog_init (GenlockSlotMapDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GPtrArray *
copy_cards (GPtrArray *cards)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);

  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (copy, genlock_record_ref (cards->pdata[i]));

  return copy;
}

GenlockSlotMapDialog *
genlock_slot_map_dialog_new (GtkWindow *parent,
                             GenlockStore *store,
                             const char *spec_id,
                             GPtrArray *leaving,
                             GenlockRecord *coming,
                             GenlockSpecUsage *usage,
                             const char *words)
{
  GenlockSlotMapDialog *self;

  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);
  g_return_val_if_fail (leaving->len > 0, NULL);

  self = g_object_new (GENLOCK_TYPE_SLOT_MAP_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->spec_id = g_strdup (spec_id);
  self->leaving = copy_cards (leaving);
  self->coming = coming != NULL ? genlock_record_ref (coming) : NULL;
  self->usage = genlock_spec_usage_ref (usage);
  gtk_label_set_label (self->words, words);
  gtk_button_set_label (self->accept, coming != NULL ? _("_Replace") : _("_Remove"));
  gtk_widget_add_css_class (GTK_WIDGET (self->accept),
                            coming != NULL ? "suggested-action" : "destructive-action");
  genlock_port_map_view_set_store (self->map_view, store);
  show_map (self);
  if (genlock_port_map_view_is_decided (self->map_view))
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->accept));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->map_view), GTK_DIR_TAB_FORWARD);

  return self;
}

const GenlockPortMap *
genlock_slot_map_dialog_get_map (GenlockSlotMapDialog *self)
{
  g_return_val_if_fail (GENLOCK_IS_SLOT_MAP_DIALOG (self), NULL);

  return self->map;
}

GenlockPortMap *
genlock_slot_map_new (GPtrArray *leaving,
                      GenlockRecord *coming,
                      GenlockSpecUsage *usage)
{
  return coming != NULL ? genlock_port_map_new (leaving->pdata[0], coming, usage)
                        : genlock_port_map_new_for_cards (leaving, usage);
}
