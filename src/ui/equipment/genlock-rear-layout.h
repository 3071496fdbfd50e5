/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the ports of a drawn panel stand. */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* No port. */
#define GENLOCK_REAR_NONE G_MAXUINT

/**
 * GenlockRearGroup:
 * @n_ports: how many ports of one direction stand together; may be 0
 * @begins: whether a plate begins here: the device itself, or a card; the first group's counts
 * @titled: whether that plate has a title
 *
 * Ports are counted through all groups, from 0.
 */
typedef struct
{
  guint n_ports;
  gboolean begins;
  gboolean titled;
} GenlockRearGroup;

/**
 * GenlockRearMetrics:
 * @cell_width: of a port, at least 1
 * @cell_height: of a port, at least 1
 * @caption_width: of the word beside a group
 * @title_height: of a plate's title
 * @pad: between a plate's border and what is in it
 * @gap: between two plates
 *
 * Sizes in pixels.
 */
typedef struct
{
  int cell_width;
  int cell_height;
  int caption_width;
  int title_height;
  int pad;
  int gap;
} GenlockRearMetrics;

typedef struct _GenlockRearLayout GenlockRearLayout;

/**
 * genlock_rear_layout_new:
 * @groups: (array length=n_groups): the ports
 * @n_groups: how many groups
 * @metrics: how large everything is
 * @width: how wide the panel is; one port a row where it is too narrow
 * @rtl: whether it is read from right to left
 *
 * Returns: (transfer full): the places
 */
GenlockRearLayout *genlock_rear_layout_new (const GenlockRearGroup *groups,
                                            guint n_groups,
                                            const GenlockRearMetrics *metrics,
                                            int width,
                                            gboolean rtl);
void genlock_rear_layout_free (GenlockRearLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockRearLayout, genlock_rear_layout_free)

/* Of the whole panel. */
int genlock_rear_layout_get_height (const GenlockRearLayout *layout);

/* Of all groups. */
guint genlock_rear_layout_get_n_ports (const GenlockRearLayout *layout);

/**
 * genlock_rear_layout_get_plate:
 * @layout: a layout
 * @group: a group
 * @plate: (out): the plate that begins with it
 *
 * Returns: FALSE where none begins
 */
gboolean genlock_rear_layout_get_plate (const GenlockRearLayout *layout,
                                        guint group,
                                        GdkRectangle *plate);

/* The title of the plate that begins with @group; FALSE where it has none. */
gboolean genlock_rear_layout_get_title (const GenlockRearLayout *layout,
                                        guint group,
                                        GdkRectangle *title);

/* The word beside a group; FALSE of a group without ports. */
gboolean genlock_rear_layout_get_caption (const GenlockRearLayout *layout,
                                          guint group,
                                          GdkRectangle *caption);

/* Where port @port stands. */
void genlock_rear_layout_get_port (const GenlockRearLayout *layout,
                                   guint port,
                                   GdkRectangle *cell);

/* The port at a point, or GENLOCK_REAR_NONE. */
guint genlock_rear_layout_find (const GenlockRearLayout *layout,
                                double x,
                                double y);

/**
 * genlock_rear_layout_move:
 * @layout: a layout with ports
 * @port: where one stands, or GENLOCK_REAR_NONE
 * @columns: so many to the right on the screen; the end of a row leads to the next
 * @rows: so many down; across groups to the port nearest below or above
 *
 * Returns: where an arrow key leads; @port where there is nothing, the first from nowhere
 */
guint genlock_rear_layout_move (const GenlockRearLayout *layout,
                                guint port,
                                int columns,
                                int rows);

G_END_DECLS
