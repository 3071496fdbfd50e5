/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on cables: a prefix for what they carry, and a number that is never given twice. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/schema/genlock-connections.h"
#include "signal/genlock-cable-labels.h"
#include "signal/genlock-signal-private.h"

/* As long as a label may be, less its number. */
#define MAX_PREFIX 80

/* No standard prescribes letters: AVIXA F501.01 asks for one identifier on both ends of a cable and
 * leaves its scheme to the project. These are what crews write: the medium's initial, V for video
 * on coaxial cable. */
static const char * const prefixes[GENLOCK_N_CONNECTOR_FAMILIES] = {
  [GENLOCK_CONNECTOR_FAMILY_UNKNOWN] = "V",
  [GENLOCK_CONNECTOR_FAMILY_SDI] = "V",
  [GENLOCK_CONNECTOR_FAMILY_HDMI] = "H",
  [GENLOCK_CONNECTOR_FAMILY_DVI] = "D",
  [GENLOCK_CONNECTOR_FAMILY_DP] = "DP",
  [GENLOCK_CONNECTOR_FAMILY_USB_C] = "U",
  [GENLOCK_CONNECTOR_FAMILY_FIBRE] = "F",
  [GENLOCK_CONNECTOR_FAMILY_SMPTE] = "F",
  [GENLOCK_CONNECTOR_FAMILY_IP] = "N",
  [GENLOCK_CONNECTOR_FAMILY_WIRELESS] = "W",
  [GENLOCK_CONNECTOR_FAMILY_REF] = "R",
  [GENLOCK_CONNECTOR_FAMILY_CONTROL] = "C",
  [GENLOCK_CONNECTOR_FAMILY_POWER] = "P",
  [GENLOCK_CONNECTOR_FAMILY_ANALOG] = "V",
};

/* What is known of the labels with one prefix. */
typedef struct
{
  char *prefix; /* owned */
  guint last;   /* the highest number; 0 for none */
  guint digits; /* how many it was written with */
  guint next;   /* behind the one that was given last; 0 for none */
  guint counts[GENLOCK_N_CONNECTOR_FAMILIES]; /* live cables by family */
} Series;

/* What is known of the labels of a show. */
typedef struct
{
  GHashTable *series; /* owned: prefix -> owned Series */
  GHashTable *used;   /* owned: set of owned texts */
} Labels;

static void
series_free (gpointer data)
{
  Series *series = data;

  g_free (series->prefix);
  g_free (series);
}

static void
labels_clear (Labels *labels)
{
  g_clear_pointer (&labels->series, g_hash_table_unref);
  g_clear_pointer (&labels->used, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Labels, labels_clear)

const char *
genlock_cable_family_get_prefix (GenlockConnectorFamily family)
{
  return prefixes[family];
}

static Series *
claim_series (Labels *labels,
              const char *prefix)
{
  Series *series = g_hash_table_lookup (labels->series, prefix);

  if (series == NULL)
    {
      series = g_new0 (Series, 1);
      series->prefix = g_strdup (prefix);
      g_hash_table_insert (labels->series, series->prefix, series);
    }

  return series;
}

static gboolean
is_printable (const char *label)
{
  for (const char *c = label; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      return FALSE;

  return TRUE;
}

/* @family: (nullable): of a cable that is there */
static void
note (Labels *labels,
      const char *label,
      const GenlockConnectorFamily *family)
{
  g_autofree char *prefix = NULL;
  gsize length = strlen (label);
  gsize begin = length;
  Series *series;
  guint number;

  g_hash_table_add (labels->used, g_strdup (label));
  while (begin > 0 && g_ascii_isdigit (label[begin - 1]))
    begin--;
  if (begin == length || length - begin > GENLOCK_CABLE_MAX_DIGITS || begin > MAX_PREFIX
      || !is_printable (label))
    return;

  prefix = g_strndup (label, begin);
  series = claim_series (labels, prefix);
  number = strtoul (label + begin, NULL, 10);
  if (number >= series->last)
    {
      series->last = number;
      series->digits = length - begin;
    }
  if (family != NULL)
    series->counts[*family]++;
}

/* What a cable is: by the end whose connector is known. */
static GenlockConnectorFamily
get_family (const GenlockSignalPort *from,
            const GenlockSignalPort *to)
{
  if (from != NULL && from->connector != NULL)
    return from->connector->family;

  return to != NULL && to->connector != NULL ? to->connector->family
                                             : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
}

/* (nullable): the first link of a row that is a cable. */
static const GenlockSignalLink *
find_cable (const GenlockSignalRow *row)
{
  for (guint i = 0; i < row->n_links; i++)
    if (row->links[i].part != GENLOCK_SIGNAL_CROSSPOINT)
      return &row->links[i];

  return NULL;
}

static const char *
get_label (const GenlockRecord *connection)
{
  const char *label = genlock_record_get_text (connection, GENLOCK_CONNECTION_CABLE_LABEL);

  return label != NULL ? label : "";
}

static void
labels_init (Labels *labels,
             GenlockSignalGraph *graph)
{
  GHashTableIter iter;
  const GenlockSignalRow *row;
  const char *label;

  labels->series = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, series_free);
  labels->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, graph->old_labels);
  while (g_hash_table_iter_next (&iter, (gpointer *) &label, NULL))
    note (labels, label, NULL);

  g_hash_table_iter_init (&iter, graph->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    {
      const GenlockSignalLink *cable = find_cable (row);
      GenlockConnectorFamily family;

      if (*get_label (row->record) == '\0')
        continue;

      family = cable != NULL ? get_family (cable->from, cable->to)
                             : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
      note (labels, get_label (row->record), cable != NULL ? &family : NULL);
    }
}

/* The habit of the show, else that of the trade. */
static const char *
find_prefix (Labels *labels,
             GenlockConnectorFamily family)
{
  const Series *best = NULL;
  GHashTableIter iter;
  const Series *series;

  g_hash_table_iter_init (&iter, labels->series);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &series))
    if (series->counts[family] > 0
        && (best == NULL || series->counts[family] > best->counts[family]
            || (series->counts[family] == best->counts[family]
                && strcmp (series->prefix, best->prefix) < 0)))
      best = series;

  return best != NULL ? best->prefix : prefixes[family];
}

/* (transfer full) (nullable): the next label that no cable has or had. @start: 0 for the one behind
 * the last. */
static char *
make_label (Labels *labels,
            const char *prefix,
            guint start,
            guint digits)
{
  Series *series = claim_series (labels, prefix);
  guint number = start > 0 ? MAX (start, series->next)
                 : series->last > 0 ? series->last + 1 : GENLOCK_CABLE_FIRST_NUMBER;

  if (digits == 0)
    digits = series->digits;
  for (; number < 1000000000; number++)
    {
      g_autofree char *label = g_strdup_printf ("%s%0*u", prefix, (int) digits, number);

      if (g_hash_table_contains (labels->used, label))
        continue;

      note (labels, label, NULL);
      series->next = number + 1;
      return g_steal_pointer (&label);
    }

  return NULL;
}

/* Cables that are about to come. */

static GenlockSignalPort *
find_port (GenlockSignalGraph *graph,
           const GenlockRecord *row,
           GenlockSignalKind kind,
           guint node_field,
           guint port_field)
{
  const char *node_id = genlock_record_get_text (row, node_field);
  const char *port_id = genlock_record_get_text (row, port_field);
  GenlockSignalNode *node = node_id != NULL
                            ? genlock_signal_graph_get_node (graph, kind, node_id) : NULL;

  if (node == NULL)
    return NULL;
  if (port_id == NULL && kind == GENLOCK_SIGNAL_SEND)
    port_id = "";

  return port_id != NULL ? genlock_signal_node_get_port (node, port_id) : NULL;
}

static GenlockConnectorFamily
get_family_of_row (GenlockSignalGraph *graph,
                   const GenlockRecord *row)
{
  gboolean to_send = g_strcmp0 (genlock_record_get_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE),
                                "SEND") == 0;
  const GenlockSignalPort *from = find_port (graph, row, GENLOCK_SIGNAL_SOURCE,
                                             GENLOCK_CONNECTION_SOURCE_ID,
                                             GENLOCK_CONNECTION_SOURCE_OUTPUT_ID);
  const GenlockSignalPort *to = find_port (graph, row, to_send ? GENLOCK_SIGNAL_SEND
                                                               : GENLOCK_SIGNAL_DEVICE,
                                           GENLOCK_CONNECTION_DESTINATION_ID,
                                           GENLOCK_CONNECTION_DESTINATION_INPUT);

  if (from == NULL)
    from = find_port (graph, row, GENLOCK_SIGNAL_DEVICE, GENLOCK_CONNECTION_INTERMEDIATE_ID,
                      GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT);

  return get_family (from, to);
}

static gboolean
has_text (const GenlockRecord *row,
          guint field)
{
  const char *text = genlock_record_get_text (row, field);

  return text != NULL && *text != '\0';
}

/* From somewhere to somewhere; not a crosspoint, which has both of its ends in one device. */
static gboolean
is_cable (const GenlockRecord *row)
{
  gboolean has_source = has_text (row, GENLOCK_CONNECTION_SOURCE_ID);
  gboolean has_device = has_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID);
  gboolean has_destination = has_text (row, GENLOCK_CONNECTION_DESTINATION_ID);

  return has_source + has_device + has_destination > 1;
}

guint
genlock_cable_labels_complete (GenlockSignalGraph *graph,
                               GenlockBatch *batch)
{
  g_auto (Labels) labels = { NULL };
  guint n_labels = 0;

  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);
      char *label;

      if (op->kind != GENLOCK_OP_INSERT || op->table != &genlock_connections
          || *get_label (op->record) != '\0' || !is_cable (op->record))
        continue;

      if (labels.series == NULL)
        {
          labels_init (&labels, graph);
          /* What else is about to come has its label already. */
          for (guint j = 0; j < genlock_batch_get_length (batch); j++)
            {
              const GenlockOp *other = genlock_batch_get_op (batch, j);

              if (other->kind != GENLOCK_OP_DELETE && other->table == &genlock_connections
                  && *get_label (other->record) != '\0')
                note (&labels, get_label (other->record), NULL);
            }
        }

      label = make_label (&labels, find_prefix (&labels, get_family_of_row (graph, op->record)), 0,
                          0);
      n_labels += label != NULL;
      genlock_record_take_text (op->record, GENLOCK_CONNECTION_CABLE_LABEL, label);
    }

  return n_labels;
}

/* Cables that are there. */

/* The number is the part behind the last letter. */
char *
genlock_label_wish_read (GenlockLabelWish *wish,
                         const char *first)
{
  char *text = g_strstrip (g_strdup (first));
  gsize length = strlen (text);
  gsize begin = length;

  while (begin > 0 && length - begin < GENLOCK_CABLE_MAX_DIGITS
         && g_ascii_isdigit (text[begin - 1]))
    begin--;
  wish->digits = length - begin;
  wish->start = strtoul (text + begin, NULL, 10);
  text[begin] = '\0';
  wish->prefix = length > 0 ? text : NULL;

  return text;
}

/* (transfer full) (element-type GenlockSignalRow): cables without a label, each once, by where they
 * begin. */
static GPtrArray *
list_unlabelled (GenlockSignalGraph *graph)
{
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (graph);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const GenlockSignalNode *node = nodes->pdata[i];

      for (guint j = 0; j < node->ports->len; j++)
        {
          const GenlockSignalPort *port = node->ports->pdata[j];

          for (guint k = 0; port->out != NULL && k < port->out->len; k++)
            {
              const GenlockSignalLink *link = port->out->pdata[k];

              if (link->part != GENLOCK_SIGNAL_CROSSPOINT && *get_label (link->row->record) == '\0'
                  && g_hash_table_add (seen, link->row))
                g_ptr_array_add (rows, link->row);
            }
        }
    }

  return rows;
}

static GPtrArray *
list_wished (GenlockSignalGraph *graph,
             const GenlockLabelWish *wish)
{
  GPtrArray *rows;

  if (wish->ids == NULL)
    return list_unlabelled (graph);

  rows = g_ptr_array_new ();
  for (guint i = 0; i < wish->ids->len; i++)
    {
      GenlockSignalRow *row = genlock_signal_graph_get_row (graph, wish->ids->pdata[i]);

      if (row != NULL && find_cable (row) != NULL
          && (wish->relabel || *get_label (row->record) == '\0'))
        g_ptr_array_add (rows, row);
    }

  return rows;
}

GenlockBatch *
genlock_cable_labels_build (GenlockSignalGraph *graph,
                            const GenlockLabelWish *wish,
                            guint *n_labels)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  g_autoptr (GPtrArray) rows = list_wished (graph, wish);
  g_auto (Labels) labels = { NULL };

  *n_labels = 0;
  labels_init (&labels, graph);
  for (guint i = 0; i < rows->len; i++)
    {
      const GenlockSignalRow *row = rows->pdata[i];
      const GenlockSignalLink *cable = find_cable (row);
      const char *prefix = wish->prefix != NULL ? wish->prefix
                           : find_prefix (&labels, get_family (cable->from, cable->to));
      char *label = make_label (&labels, prefix, wish->start, MIN (wish->digits,
                                                                   GENLOCK_CABLE_MAX_DIGITS));
      GenlockRecord *patch;

      if (label == NULL)
        break;

      patch = genlock_record_new (&genlock_connections);
      genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (row->record));
      genlock_record_take_text (patch, GENLOCK_CONNECTION_CABLE_LABEL, label);
      genlock_batch_update (batch, patch);
      (*n_labels)++;
    }

  return batch;
}
