/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the drawn panel share. */

#pragma once

#include "equipment/genlock-ports.h"
#include "ui/equipment/genlock-rear-layout.h"
#include "ui/equipment/genlock-rear-panel.h"

G_BEGIN_DECLS

/* In pixels: of a port's picture, and round it and its words. */
#define GENLOCK_REAR_GLYPH 20
#define GENLOCK_REAR_CELL_PAD 4

/* How much smaller the words of a port are than the window's. */
#define GENLOCK_REAR_SMALL 0.8

struct _GenlockRearPanel
{
  GtkWidget parent_instance;

  GenlockRecord *spec; /* owned, nullable */
  GArray *ports; /* owned, nullable (element-type GenlockPort) */
  GArray *groups; /* owned (element-type GenlockRearGroup) */
  GPtrArray *titles; /* owned (element-type utf8): of each group */
  GPtrArray *labels; /* owned (element-type PangoLayout): of each port, made when it is drawn */
  GPtrArray *formats; /* owned (element-type PangoLayout) */
  GenlockRearMetrics metrics;
  gboolean measured; /* whether metrics hold */
  gboolean has_formats;
  GenlockRearLayout *layout; /* owned, nullable */
  int layout_width;
  guint current; /* or GENLOCK_REAR_NONE */
  guint hovered; /* or GENLOCK_REAR_NONE */
};

const GenlockPort *genlock_rear_panel_get_port (GenlockRearPanel *self,
                                                guint port);

guint genlock_rear_panel_count_ports (GenlockRearPanel *self);

/* (transfer none): the places for the width that the panel has. */
GenlockRearLayout *genlock_rear_panel_ensure_layout (GenlockRearPanel *self);

/* The panel's own, in genlock-rear-draw.c. */
void genlock_rear_panel_snapshot (GtkWidget *widget,
                                  GtkSnapshot *snapshot);

G_END_DECLS
