/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which ports a signal comes back to: the strongly connected components of Kosaraju, without
 * recursion. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include "signal/genlock-signal-check-private.h"

/* A port whose neighbours are being walked. */
typedef struct
{
  gpointer port;
  GPtrArray *next; /* owned, nullable */
  guint place;
} Visit;

static void
enter (GArray *stack,
       gpointer port)
{
  Visit visit = { port, genlock_signal_port_list_downstream (port), 0 };

  g_array_append_val (stack, visit);
}

/* Walks with the signal from @port on; each is appended to @order when all behind it are. */
static void
walk (gpointer port,
      GHashTable *among,
      GHashTable *seen,
      GPtrArray *order)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Visit));

  if (!g_hash_table_add (seen, port))
    return;

  enter (stack, port);
  while (stack->len > 0)
    {
      Visit *top = &g_array_index (stack, Visit, stack->len - 1);
      gpointer next = NULL;

      if (top->next != NULL && top->place < top->next->len)
        next = top->next->pdata[top->place++];
      else
        {
          g_ptr_array_add (order, top->port);
          g_clear_pointer (&top->next, g_ptr_array_unref);
          g_array_set_size (stack, stack->len - 1);
        }

      if (next != NULL && g_hash_table_contains (among, next) && g_hash_table_add (seen, next))
        enter (stack, next);
    }
}

/* (transfer full): what leads to @port among those that have no loop yet, @port first. */
static GPtrArray *
collect (gpointer port,
         GHashTable *among,
         GHashTable *taken)
{
  GPtrArray *ring = g_ptr_array_new ();

  g_hash_table_add (taken, port);
  g_ptr_array_add (ring, port);
  for (guint i = 0; i < ring->len; i++)
    {
      g_autoptr (GPtrArray) before = genlock_signal_port_list_upstream (ring->pdata[i]);

      for (guint j = 0; before != NULL && j < before->len; j++)
        if (g_hash_table_contains (among, before->pdata[j])
            && g_hash_table_add (taken, before->pdata[j]))
          g_ptr_array_add (ring, before->pdata[j]);
    }

  return ring;
}

static gboolean
leads_to_itself (const GenlockSignalPort *port)
{
  g_autoptr (GPtrArray) next = genlock_signal_port_list_downstream (port);

  return next != NULL && g_ptr_array_find (next, port, NULL);
}

void
genlock_signal_find_loops (GHashTable *among,
                           GHashTable *loops)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer port;

  g_hash_table_iter_init (&iter, among);
  while (g_hash_table_iter_next (&iter, &port, NULL))
    walk (port, among, seen, order);

  for (guint i = order->len; i > 0; i--)
    {
      g_autoptr (GPtrArray) ring = NULL;

      if (g_hash_table_contains (taken, order->pdata[i - 1]))
        continue;

      ring = collect (order->pdata[i - 1], among, taken);
      for (guint j = 0; j < ring->len && (ring->len > 1 || leads_to_itself (ring->pdata[0])); j++)
        g_hash_table_insert (loops, ring->pdata[j], ring->pdata[0]);
    }
}
