/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the row of a device of older data, with its equipment and ports. */

#pragma once

#include "interchange/genlock-legacy-show.h"

G_BEGIN_DECLS

/**
 * GenlockLegacyDevice:
 * @category: a word of genlock_categories
 * @kind: what to call equipment without a model
 * @needs_ports: whether its ports are what it is: with other labels it is another device
 * @label: (nullable): its id in the file
 * @name: what it is called
 * @uuid: (nullable): its uuid in the file
 * @manufacturer: (nullable): who makes it
 * @model: (nullable): what it is
 * @ports: (element-type GenlockLegacyPort): its ports
 * @note: what has no field of its own
 *
 * What a device is made of, gathered before its row is.
 */
typedef struct
{
  const char *category;
  const char *kind;
  gboolean needs_ports;
  char *label;
  char *name;
  char *uuid;
  char *manufacturer;
  char *model;
  GPtrArray *ports;
  GString *note;
} GenlockLegacyDevice;

void genlock_legacy_device_init (GenlockLegacyDevice *device,
                                 GenlockLegacyObject *object,
                                 const char *category,
                                 const char *kind,
                                 gboolean needs_ports);
void genlock_legacy_device_clear (GenlockLegacyDevice *device);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockLegacyDevice, genlock_legacy_device_clear)

/* A line of the note; @title and @text may be %NULL, an empty @text is none. */
void genlock_legacy_device_add_line (GenlockLegacyDevice *device,
                                     const char *title,
                                     const char *text);

/* A line of the note that is the member @name. */
void genlock_legacy_device_add_member (GenlockLegacyDevice *device,
                                       GenlockLegacyObject *object,
                                       const char *title,
                                       const char *name);

/* Ports of one direction, from the array @name. */
void genlock_legacy_device_read_ports (GenlockLegacyShow *self,
                                       GenlockLegacyObject *object,
                                       GenlockLegacyDevice *device,
                                       const char *name,
                                       gboolean is_output);

/* Makes the row and takes the ports. */
GenlockLegacyRow *genlock_legacy_device_add (GenlockLegacyShow *self,
                                             GenlockLegacyObject *object,
                                             GenlockLegacyDevice *device);

/* Ports that the server lists apart from their devices: before and after all devices. */
void genlock_legacy_show_read_device_ports (GenlockLegacyShow *self);
void genlock_legacy_show_report_device_ports (GenlockLegacyShow *self);

G_END_DECLS
