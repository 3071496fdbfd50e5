/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the ports of a drawn panel stand. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/equipment/genlock-rear-layout.h"

/* A group as it is placed. */
typedef struct
{
  GenlockRearGroup group;
  guint first;  /* its first port */
  int plate_y;  /* where its plate begins, when one does */
  int plate_height;
  int y;        /* its first row */
} Placed;

struct _GenlockRearLayout
{
  GenlockRearMetrics metrics;
  Placed *placed;
  guint n_placed;
  guint n_ports;
  guint columns;
  int width;
  int height;
  gboolean rtl;
};

static guint
count_rows (const GenlockRearLayout *layout,
            guint n_ports)
{
  return (n_ports + layout->columns - 1) / layout->columns;
}

/* Places all groups; the plates get their height when the next one begins. */
static void
place (GenlockRearLayout *layout)
{
  const GenlockRearMetrics *metrics = &layout->metrics;
  Placed *plate = NULL;
  int y = 0;

  for (guint i = 0; i < layout->n_placed; i++)
    {
      Placed *placed = &layout->placed[i];

      placed->first = layout->n_ports;
      layout->n_ports += placed->group.n_ports;
      if (i == 0 || placed->group.begins)
        {
          placed->group.begins = TRUE;
          if (plate != NULL)
            {
              plate->plate_height = y + metrics->pad - plate->plate_y;
              y += metrics->pad + metrics->gap;
            }
          plate = placed;
          placed->plate_y = y;
          y += metrics->pad + (placed->group.titled ? metrics->title_height : 0);
        }
      placed->y = y;
      y += (int) count_rows (layout, placed->group.n_ports) * metrics->cell_height;
    }

  if (plate != NULL)
    {
      plate->plate_height = y + metrics->pad - plate->plate_y;
      y += metrics->pad;
    }
  layout->height = y;
}

GenlockRearLayout *
genlock_rear_layout_new (const GenlockRearGroup *groups,
                         guint n_groups,
                         const GenlockRearMetrics *metrics,
                         int width,
                         gboolean rtl)
{
  GenlockRearLayout *layout;
  int room;

  g_return_val_if_fail (groups != NULL || n_groups == 0, NULL);
  g_return_val_if_fail (metrics != NULL, NULL);
  g_return_val_if_fail (metrics->cell_width > 0 && metrics->cell_height > 0, NULL);

  layout = g_new0 (GenlockRearLayout, 1);
  layout->metrics = *metrics;
  layout->width = width;
  layout->rtl = rtl;
  room = width - 2 * metrics->pad - metrics->caption_width;
  layout->columns = (guint) MAX (1, room / metrics->cell_width);
  layout->n_placed = n_groups;
  layout->placed = g_new0 (Placed, n_groups);
  for (guint i = 0; i < n_groups; i++)
    layout->placed[i].group = groups[i];
  place (layout);

  return layout;
}

void
genlock_rear_layout_free (GenlockRearLayout *layout)
{
  g_free (layout->placed);
  g_free (layout);
}

int
genlock_rear_layout_get_height (const GenlockRearLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->height;
}

guint
genlock_rear_layout_get_n_ports (const GenlockRearLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->n_ports;
}

/* From the reading side to the screen. */
static void
set_rectangle (const GenlockRearLayout *layout,
               GdkRectangle *rectangle,
               int x,
               int y,
               int width,
               int height)
{
  rectangle->x = layout->rtl ? layout->width - x - width : x;
  rectangle->y = y;
  rectangle->width = width;
  rectangle->height = height;
}

gboolean
genlock_rear_layout_get_plate (const GenlockRearLayout *layout,
                               guint group,
                               GdkRectangle *plate)
{
  const Placed *placed;

  g_return_val_if_fail (layout != NULL && group < layout->n_placed, FALSE);

  placed = &layout->placed[group];
  if (!placed->group.begins)
    return FALSE;

  set_rectangle (layout, plate, 0, placed->plate_y, layout->width, placed->plate_height);

  return TRUE;
}

gboolean
genlock_rear_layout_get_title (const GenlockRearLayout *layout,
                               guint group,
                               GdkRectangle *title)
{
  const GenlockRearMetrics *metrics;
  const Placed *placed;

  g_return_val_if_fail (layout != NULL && group < layout->n_placed, FALSE);

  metrics = &layout->metrics;
  placed = &layout->placed[group];
  if (!placed->group.begins || !placed->group.titled)
    return FALSE;

  set_rectangle (layout, title, metrics->pad, placed->plate_y + metrics->pad,
                 MAX (1, layout->width - 2 * metrics->pad), metrics->title_height);

  return TRUE;
}

gboolean
genlock_rear_layout_get_caption (const GenlockRearLayout *layout,
                                 guint group,
                                 GdkRectangle *caption)
{
  const GenlockRearMetrics *metrics;
  const Placed *placed;

  g_return_val_if_fail (layout != NULL && group < layout->n_placed, FALSE);

  metrics = &layout->metrics;
  placed = &layout->placed[group];
  if (placed->group.n_ports == 0)
    return FALSE;

  set_rectangle (layout, caption, metrics->pad, placed->y, metrics->caption_width,
                 metrics->cell_height);

  return TRUE;
}

/* The group of a port. */
static const Placed *
find_group (const GenlockRearLayout *layout,
            guint port)
{
  guint low = 0, high = layout->n_placed;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (layout->placed[middle].first <= port)
        low = middle;
      else
        high = middle;
    }

  return &layout->placed[low];
}

void
genlock_rear_layout_get_port (const GenlockRearLayout *layout,
                              guint port,
                              GdkRectangle *cell)
{
  const GenlockRearMetrics *metrics;
  const Placed *placed;
  guint place_;

  g_return_if_fail (layout != NULL && port < layout->n_ports);

  metrics = &layout->metrics;
  placed = find_group (layout, port);
  place_ = port - placed->first;
  set_rectangle (layout, cell,
                 metrics->pad + metrics->caption_width
                 + (int) (place_ % layout->columns) * metrics->cell_width,
                 placed->y + (int) (place_ / layout->columns) * metrics->cell_height,
                 metrics->cell_width, metrics->cell_height);
}

guint
genlock_rear_layout_find (const GenlockRearLayout *layout,
                          double x,
                          double y)
{
  const GenlockRearMetrics *metrics;

  g_return_val_if_fail (layout != NULL, GENLOCK_REAR_NONE);

  metrics = &layout->metrics;
  if (layout->rtl)
    x = layout->width - x;
  x -= metrics->pad + metrics->caption_width;
  if (x < 0 || x >= (double) layout->columns * metrics->cell_width)
    return GENLOCK_REAR_NONE;

  for (guint i = 0; i < layout->n_placed; i++)
    {
      const Placed *placed = &layout->placed[i];
      double row = (y - placed->y) / metrics->cell_height;
      guint port;

      if (row < 0 || row >= count_rows (layout, placed->group.n_ports))
        continue;

      port = (guint) row * layout->columns + (guint) (x / metrics->cell_width);

      return port < placed->group.n_ports ? placed->first + port : GENLOCK_REAR_NONE;
    }

  return GENLOCK_REAR_NONE;
}

/* The port of a group in the column of another, in its first or last row. */
static guint
enter_group (const GenlockRearLayout *layout,
             const Placed *placed,
             guint column,
             gboolean from_above)
{
  guint row = from_above ? 0 : count_rows (layout, placed->group.n_ports) - 1;

  return placed->first + MIN (row * layout->columns + column, placed->group.n_ports - 1);
}

static guint
move_row (const GenlockRearLayout *layout,
          guint port,
          gboolean down)
{
  const Placed *placed = find_group (layout, port);
  guint place_ = port - placed->first;
  guint column = place_ % layout->columns;
  guint row = place_ / layout->columns;
  guint n_rows = count_rows (layout, placed->group.n_ports);
  int index = (int) (placed - layout->placed);

  if (!down && row > 0)
    return port - layout->columns;
  if (down && row + 1 < n_rows)
    return placed->first + MIN (place_ + layout->columns, placed->group.n_ports - 1);

  for (int i = index + (down ? 1 : -1); i >= 0 && i < (int) layout->n_placed; i += down ? 1 : -1)
    if (layout->placed[i].group.n_ports > 0)
      return enter_group (layout, &layout->placed[i], column, down);

  return port;
}

guint
genlock_rear_layout_move (const GenlockRearLayout *layout,
                          guint port,
                          int columns,
                          int rows)
{
  g_return_val_if_fail (layout != NULL && layout->n_ports > 0, GENLOCK_REAR_NONE);

  if (port >= layout->n_ports)
    return 0;

  if (layout->rtl)
    columns = -columns;
  for (; rows != 0; rows += rows > 0 ? -1 : 1)
    port = move_row (layout, port, rows > 0);

  return (guint) CLAMP ((gint64) port + columns, 0, (gint64) layout->n_ports - 1);
}
