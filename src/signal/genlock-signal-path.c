/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths through the signal graph, walked without recursion. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include "signal/genlock-signal-path.h"

typedef struct
{
  GArray *hops;
  GArray *waiting; /* hops that are not in @hops yet, the next one last */
  GHashTable *seen;
  gboolean downstream;
} Walk;

static const GenlockSignalLink *
find_link (const GenlockSignalPort *from,
           const GenlockSignalPort *to)
{
  for (guint i = 0; from->out != NULL && i < from->out->len; i++)
    {
      const GenlockSignalLink *link = from->out->pdata[i];

      if (link->to == to)
        return link;
    }

  return NULL;
}

static gboolean
is_on_path (const Walk *walk,
            const GenlockSignalHop *hop)
{
  for (guint i = hop->parent; i != GENLOCK_SIGNAL_NO_PARENT;)
    {
      const GenlockSignalHop *before = &g_array_index (walk->hops, GenlockSignalHop, i);

      if (before->port == hop->port)
        return TRUE;
      i = before->parent;
    }

  return FALSE;
}

static void
push_next (Walk *walk,
           guint parent)
{
  const GenlockSignalHop hop = g_array_index (walk->hops, GenlockSignalHop, parent);
  g_autoptr (GPtrArray) next = walk->downstream
                               ? genlock_signal_port_list_downstream (hop.port)
                               : genlock_signal_port_list_upstream (hop.port);

  g_array_index (walk->hops, GenlockSignalHop, parent).is_end = next == NULL;
  /* The last one pushed is the next one walked. */
  for (guint i = next != NULL ? next->len : 0; i > 0; i--)
    {
      const GenlockSignalPort *port = next->pdata[i - 1];
      GenlockSignalHop other = {
        .port = port,
        .link = walk->downstream ? find_link (hop.port, port) : find_link (port, hop.port),
        .parent = parent,
        .depth = hop.depth + 1,
      };

      g_array_append_val (walk->waiting, other);
    }
}

static void
walk_from (Walk *walk,
           const GenlockSignalPort *port)
{
  GenlockSignalHop hop = { .port = port, .parent = GENLOCK_SIGNAL_NO_PARENT };

  g_array_append_val (walk->waiting, hop);
  while (walk->waiting->len > 0)
    {
      guint place = walk->hops->len;

      hop = g_array_index (walk->waiting, GenlockSignalHop, walk->waiting->len - 1);
      g_array_set_size (walk->waiting, walk->waiting->len - 1);
      if (!g_hash_table_add (walk->seen, (gpointer) hop.port))
        {
          hop.is_loop = is_on_path (walk, &hop);
          hop.is_again = !hop.is_loop;
        }

      g_array_append_val (walk->hops, hop);
      if (!hop.is_loop && !hop.is_again)
        push_next (walk, place);
    }
}

static void
walk_init (Walk *walk,
           gboolean downstream)
{
  walk->hops = g_array_new (FALSE, FALSE, sizeof (GenlockSignalHop));
  walk->waiting = g_array_new (FALSE, FALSE, sizeof (GenlockSignalHop));
  walk->seen = g_hash_table_new (NULL, NULL);
  walk->downstream = downstream;
}

/* Returns: (transfer full): the hops. */
static GArray *
walk_end (Walk *walk)
{
  g_array_unref (walk->waiting);
  g_hash_table_unref (walk->seen);

  return walk->hops;
}

GArray *
genlock_signal_path_trace (const GenlockSignalPort *port,
                           gboolean downstream)
{
  Walk walk;

  walk_init (&walk, downstream);
  walk_from (&walk, port);

  return walk_end (&walk);
}

GArray *
genlock_signal_path_trace_node (const GenlockSignalNode *node,
                                gboolean downstream)
{
  Walk walk;

  walk_init (&walk, downstream);
  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      const GPtrArray *links = downstream ? port->out : port->in;

      if (port->is_output == downstream && links != NULL)
        walk_from (&walk, port);
    }

  return walk_end (&walk);
}
