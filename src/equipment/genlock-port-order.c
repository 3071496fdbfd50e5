/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of ports, as changes of their places (for the gestures on ports only). */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include "equipment/genlock-port-order.h"

GPtrArray *
genlock_port_order_list (const GenlockRecord *parent,
                         gboolean is_output)
{
  g_autoptr (GArray) all = genlock_ports_list_own (parent);
  GPtrArray *ports = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, GenlockPort, i).is_output == is_output)
      g_ptr_array_add (ports, (gpointer) g_array_index (all, GenlockPort, i).record);

  return ports;
}

gint64
genlock_port_order_next (GPtrArray *ports)
{
  gint64 last = 0;

  for (guint i = 0; i < ports->len; i++)
    last = MAX (last, genlock_record_get_int (ports->pdata[i], GENLOCK_PORT_PORT_INDEX));

  return last + 1;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* (transfer full): the places in use, ascending; %NULL where they do not tell all ports apart. */
static GArray *
list_places (GPtrArray *ports)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ports->len; i++)
    {
      gint64 place = genlock_record_get_int (ports->pdata[i], GENLOCK_PORT_PORT_INDEX);

      if (!genlock_record_has (ports->pdata[i], GENLOCK_PORT_PORT_INDEX))
        return NULL;
      g_array_append_val (places, place);
    }

  g_array_sort (places, compare_places);
  for (guint i = 1; i < places->len; i++)
    if (g_array_index (places, gint64, i) == g_array_index (places, gint64, i - 1))
      return NULL;

  return g_steal_pointer (&places);
}

void
genlock_port_order_append (GPtrArray *ports,
                           guint first_new,
                           guint n_new,
                           GenlockBatch *batch)
{
  g_autoptr (GArray) places = list_places (ports);

  for (guint i = 0; i < ports->len; i++)
    {
      GenlockRecord *port = ports->pdata[i];
      gint64 place = places != NULL ? g_array_index (places, gint64, i) : (gint64) i + 1;
      GenlockRecord *patch;

      if (i >= first_new && i - first_new < n_new)
        {
          genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, place);
          continue;
        }

      if (genlock_record_has (port, GENLOCK_PORT_PORT_INDEX)
          && genlock_record_get_int (port, GENLOCK_PORT_PORT_INDEX) == place)
        continue;

      patch = genlock_record_new (genlock_record_get_table (port));
      genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (port));
      genlock_record_set_int (patch, GENLOCK_PORT_PORT_INDEX, place);
      genlock_batch_update (batch, patch);
    }
}
