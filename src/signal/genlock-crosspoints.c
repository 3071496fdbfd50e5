/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The crosspoints of a router: which input each of its outputs has, and changing that. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "signal/genlock-crosspoints.h"
#include "signal/genlock-signal-split.h"

/* No path to a name is longer: it goes round. */
#define MAX_STEPS 32

static void
clear_end (gpointer data)
{
  GenlockCrosspointEnd *end = data;

  g_free (end->label);
  g_free (end->name);
}

/* The only port one step on, away from @port's device when that is its first one. */
static const GenlockSignalPort *
step (const GenlockSignalPort *port,
      gboolean downstream)
{
  g_autoptr (GPtrArray) ports = downstream ? genlock_signal_port_list_downstream (port)
                                           : genlock_signal_port_list_upstream (port);

  return ports != NULL && ports->len == 1 ? ports->pdata[0] : NULL;
}

/* (transfer none) (nullable): the source or the send at the end of a path that never branches. */
static const GenlockSignalNode *
find_last (const GenlockSignalPort *port,
           gboolean downstream)
{
  GenlockSignalKind kind = downstream ? GENLOCK_SIGNAL_SEND : GENLOCK_SIGNAL_SOURCE;

  for (guint i = 0; port != NULL && i < MAX_STEPS; i++)
    {
      if (port->node->kind == kind)
        return port->node;

      port = step (port, downstream);
    }

  return NULL;
}

/* (nullable): what is plugged in there. */
static char *
dup_name (const GenlockSignalPort *port)
{
  const GPtrArray *cables = port->is_output ? port->out : port->in;
  const GenlockSignalLink *link = cables != NULL ? cables->pdata[0] : NULL;
  const GenlockSignalPort *other;
  const GenlockSignalNode *last;
  g_autofree char *name = NULL;

  if (link == NULL)
    return NULL;

  other = port->is_output ? link->to : link->from;
  last = find_last (other, port->is_output);
  name = last != NULL ? genlock_signal_node_dup_name (last) : genlock_signal_port_dup_name (other);
  if (cables->len > 1)
    return g_strdup_printf ("%s +%u", name, cables->len - 1);

  return g_steal_pointer (&name);
}

static const GPtrArray *
get_points (const GenlockSignalPort *port)
{
  return port->is_output ? port->in : port->out;
}

static gboolean
has_points (const GenlockSignalPort *port)
{
  const GPtrArray *links = get_points (port);

  for (guint i = 0; links != NULL && i < links->len; i++)
    if (((const GenlockSignalLink *) links->pdata[i])->part == GENLOCK_SIGNAL_CROSSPOINT)
      return TRUE;

  return FALSE;
}

/* Whether @port belongs among those that are switched, whatever it has now. */
static gboolean
is_switched (const GenlockSignalPort *port)
{
  return port->record != NULL && port->is_video && !(port->is_output && port->is_loop_through);
}

/* Those that are switched first: they stand in the order of the equipment. */
static void
add_ends (GenlockCrosspoints *self,
          gboolean is_output,
          GHashTable *places)
{
  GArray *ends = is_output ? self->outputs : self->inputs;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->node->ports->len; i++)
      {
        GenlockSignalPort *port = self->node->ports->pdata[i];
        GenlockCrosspointEnd end = { .port = port };

        if (port->is_output != is_output || is_switched (port) != (pass == 0)
            || (pass == 1 && !has_points (port)))
          continue;

        end.label = genlock_signal_port_dup_label (port);
        end.name = dup_name (port);
        end.is_known = port->record != NULL && self->node->record != NULL;
        g_hash_table_insert (places, port, GUINT_TO_POINTER (ends->len));
        g_array_append_val (ends, end);
      }
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const GenlockCrosspoint *one = a;
  const GenlockCrosspoint *other = b;

  return (one->input > other->input) - (one->input < other->input);
}

static void
add_points (GenlockCrosspoints *self,
            guint output,
            GHashTable *inputs)
{
  GenlockCrosspointEnd *end = &g_array_index (self->outputs, GenlockCrosspointEnd, output);
  guint first = self->points->len;

  for (guint i = 0; end->port->in != NULL && i < end->port->in->len; i++)
    {
      const GenlockSignalLink *link = end->port->in->pdata[i];
      GenlockCrosspoint point = { .output = output, .link = link };
      gpointer place;

      if (link->part != GENLOCK_SIGNAL_CROSSPOINT
          || !g_hash_table_lookup_extended (inputs, link->from, NULL, &place))
        continue;

      point.input = GPOINTER_TO_UINT (place);
      g_array_append_val (self->points, point);
      g_array_index (self->inputs, GenlockCrosspointEnd, point.input).n_points++;
      end->n_points++;
    }
  if (end->n_points > 1)
    qsort (&g_array_index (self->points, GenlockCrosspoint, first), end->n_points,
           sizeof (GenlockCrosspoint), compare_points);
}

GenlockCrosspoints *
genlock_crosspoints_new (const GenlockSignalNode *node)
{
  GenlockCrosspoints *self = g_new0 (GenlockCrosspoints, 1);
  g_autoptr (GHashTable) inputs = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) outputs = g_hash_table_new (NULL, NULL);

  self->node = node;
  self->inputs = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointEnd));
  self->outputs = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointEnd));
  self->points = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspoint));
  g_array_set_clear_func (self->inputs, clear_end);
  g_array_set_clear_func (self->outputs, clear_end);
  add_ends (self, FALSE, inputs);
  add_ends (self, TRUE, outputs);

  self->first = g_new0 (guint, self->outputs->len + 1);
  for (guint i = 0; i < self->outputs->len; i++)
    {
      self->first[i] = self->points->len;
      add_points (self, i, inputs);
    }
  self->first[self->outputs->len] = self->points->len;

  return self;
}

void
genlock_crosspoints_free (GenlockCrosspoints *self)
{
  g_array_unref (self->inputs);
  g_array_unref (self->outputs);
  g_array_unref (self->points);
  g_free (self->first);
  g_free (self);
}

gboolean
genlock_crosspoints_is_router (const GenlockSignalNode *node)
{
  const char *category = genlock_signal_node_get_category (node);

  if (node->kind != GENLOCK_SIGNAL_DEVICE)
    return FALSE;
  if (g_strcmp0 (category, "ROUTER") == 0 || g_strcmp0 (category, "SWITCHER") == 0)
    return TRUE;

  for (guint i = 0; i < node->ports->len; i++)
    if (((const GenlockSignalPort *) node->ports->pdata[i])->is_output
        && has_points (node->ports->pdata[i]))
      return TRUE;

  return FALSE;
}

GPtrArray *
genlock_crosspoints_list_routers (GenlockSignalGraph *graph)
{
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (graph);
  GPtrArray *routers = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (genlock_crosspoints_is_router (nodes->pdata[i]))
      g_ptr_array_add (routers, nodes->pdata[i]);

  return routers;
}

const GenlockCrosspoint *
genlock_crosspoints_get_of (const GenlockCrosspoints *self,
                            guint output,
                            guint *n_points)
{
  *n_points = 0;
  if (output >= self->outputs->len)
    return NULL;

  *n_points = self->first[output + 1] - self->first[output];

  return (const GenlockCrosspoint *) self->points->data + self->first[output];
}

const GenlockCrosspoint *
genlock_crosspoints_find (const GenlockCrosspoints *self,
                          guint input,
                          guint output)
{
  guint n_points;
  const GenlockCrosspoint *points = genlock_crosspoints_get_of (self, output, &n_points);

  for (guint i = 0; i < n_points; i++)
    if (points[i].input == input)
      return &points[i];

  return NULL;
}

guint
genlock_crosspoints_get_input (const GenlockCrosspoints *self,
                               guint output)
{
  guint n_points;
  const GenlockCrosspoint *points = genlock_crosspoints_get_of (self, output, &n_points);

  return n_points > 0 ? points[0].input : GENLOCK_CROSSPOINT_NONE;
}

/* Changes. */

static gboolean
is_possible (const GenlockCrosspoints *self,
             const GenlockCrosspointWish *wish)
{
  if (wish->output >= self->outputs->len)
    return FALSE;
  if (wish->input == GENLOCK_CROSSPOINT_NONE)
    return TRUE;

  return wish->input < self->inputs->len
         && g_array_index (self->inputs, GenlockCrosspointEnd, wish->input).is_known
         && g_array_index (self->outputs, GenlockCrosspointEnd, wish->output).is_known;
}

static void
reroute (const GenlockSignalLink *link,
         const GenlockSignalPort *input,
         GenlockBatch *batch)
{
  GenlockRecord *patch = genlock_record_new (&genlock_connections);

  genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (link->row->record));
  genlock_record_set_text (patch, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, input->id);
  genlock_batch_update (batch, patch);
}

/* Takes out all points of the output but @keep. */
static void
take_out (const GenlockCrosspoint *points,
          guint n_points,
          const GenlockCrosspoint *keep,
          GenlockBatch *batch)
{
  for (guint i = 0; i < n_points; i++)
    if (&points[i] != keep)
      genlock_signal_split_append (points[i].link, batch);
}

static void
grant (const GenlockCrosspoints *self,
       const GenlockCrosspointWish *wish,
       const char *production_id,
       GenlockBatch *batch)
{
  const GenlockSignalPort *from =
    g_array_index (self->inputs, GenlockCrosspointEnd, wish->input).port;
  const GenlockSignalPort *to =
    g_array_index (self->outputs, GenlockCrosspointEnd, wish->output).port;
  guint n_points;
  const GenlockCrosspoint *points = genlock_crosspoints_get_of (self, wish->output, &n_points);
  const GenlockCrosspoint *keep = genlock_crosspoints_find (self, wish->input, wish->output);

  if (keep == NULL)
    for (guint i = 0; i < n_points && keep == NULL; i++)
      if (points[i].link->row->n_links == 1)
        keep = &points[i];

  take_out (points, n_points, keep, batch);
  if (keep == NULL)
    genlock_batch_insert (batch, genlock_signal_connect_make (from, to, production_id));
  else if (keep->input != wish->input)
    reroute (keep->link, from, batch);
}

static void
fulfil (const GenlockCrosspoints *self,
        const GenlockCrosspointWish *wish,
        const char *production_id,
        GenlockBatch *batch,
        GenlockCrosspointTally *tally)
{
  guint n_points;
  const GenlockCrosspoint *points = genlock_crosspoints_get_of (self, wish->output, &n_points);

  if (wish->input == GENLOCK_CROSSPOINT_NONE)
    {
      take_out (points, n_points, NULL, batch);
      tally->n_cleared += n_points > 0;
      tally->n_same += n_points == 0;
      return;
    }

  if (n_points == 1 && points[0].input == wish->input)
    {
      tally->n_same++;
      return;
    }

  tally->n_set += n_points == 0;
  tally->n_replaced += n_points > 0;
  grant (self, wish, production_id, batch);
}

GenlockBatch *
genlock_crosspoints_build (const GenlockCrosspoints *self,
                           const GenlockCrosspointWish *wishes,
                           guint n_wishes,
                           const char *production_id,
                           GenlockCrosspointTally *tally)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  g_autofree guint *last = g_new (guint, self->outputs->len + 1);

  *tally = (GenlockCrosspointTally) { 0 };
  for (guint i = 0; i < n_wishes; i++)
    if (wishes[i].output < self->outputs->len)
      last[wishes[i].output] = i;

  for (guint i = 0; i < n_wishes; i++)
    if (!is_possible (self, &wishes[i]))
      tally->n_refused++;
    else if (last[wishes[i].output] == i)
      fulfil (self, &wishes[i], production_id, batch, tally);

  return batch;
}
