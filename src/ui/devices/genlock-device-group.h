/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The equipment of a device, in the side panel. */

#pragma once

#include <adwaita.h>

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockDeviceGroup:
 *
 * Its ports, and what can be done with it by the actions "device.open" and "device.variant".
 */
#define GENLOCK_TYPE_DEVICE_GROUP (genlock_device_group_get_type ())
G_DECLARE_FINAL_TYPE (GenlockDeviceGroup, genlock_device_group, GENLOCK, DEVICE_GROUP,
                      AdwPreferencesGroup)

GtkWidget *genlock_device_group_new (void);

/**
 * genlock_device_group_set:
 * @self: the group
 * @spec: (nullable): the equipment, with its children; %NULL hides the group
 * @actions: where the actions are
 */
void genlock_device_group_set (GenlockDeviceGroup *self,
                               const GenlockRecord *spec,
                               GActionGroup *actions);

G_END_DECLS
