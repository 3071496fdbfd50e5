/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The equipment of a device, in the side panel. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/devices/genlock-device-group.h"
#include "ui/equipment/genlock-spec-words.h"

struct _GenlockDeviceGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *ports;
  GActionGroup *actions; /* unowned: inserted already */
};

G_DEFINE_FINAL_TYPE (GenlockDeviceGroup, genlock_device_group, ADW_TYPE_PREFERENCES_GROUP)

static void
genlock_device_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_DEVICE_GROUP);

  G_OBJECT_CLASS (genlock_device_group_parent_class)->dispose (object);
}

static void
genlock_device_group_class_init (GenlockDeviceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_device_group_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/devices/genlock-device-group.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockDeviceGroup, ports);
}

static void
genlock_device_group_init (GenlockDeviceGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genlock_device_group_new (void)
{
  return g_object_new (GENLOCK_TYPE_DEVICE_GROUP, NULL);
}

void
genlock_device_group_set (GenlockDeviceGroup *self,
                          const GenlockRecord *spec,
                          GActionGroup *actions)
{
  g_return_if_fail (GENLOCK_IS_DEVICE_GROUP (self));

  /* The side panel is no part of the page that the actions are about. */
  if (self->actions != actions)
    gtk_widget_insert_action_group (GTK_WIDGET (self), "device", actions);
  self->actions = actions;
  gtk_widget_set_visible (GTK_WIDGET (self), spec != NULL);

  if (spec != NULL)
    {
      g_autofree char *name = genlock_spec_dup_name (spec);
      g_autofree char *title = g_markup_escape_text (name, -1);
      g_autofree char *ports = genlock_spec_dup_ports (spec);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
      adw_action_row_set_subtitle (self->ports, *ports != '\0' ? ports : _("none yet"));
    }
}
