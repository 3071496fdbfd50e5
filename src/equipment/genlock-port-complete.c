/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a batch that was made without knowing ports leaves out: direction, connector, place. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "core/model/genlock-text.h"
#include "equipment/genlock-port-edit.h"
#include "equipment/genlock-port-order.h"

/* The connector of the first port of all, where nobody says which. */
#define FIRST_IO_TYPE "12G-SDI"

/* A look at the ports while a batch is gone through. */
typedef struct
{
  GArray *ports; /* owned (element-type GenlockPort) */
  GHashTable *by_id; /* owned (element-type utf8 GenlockRecord) */
  const char *port_type; /* of the row above */
  const char *io_type;
  gint64 next[2]; /* the next place of each direction */
} Look;

static void
look_clear (Look *look)
{
  g_array_unref (look->ports);
  g_hash_table_unref (look->by_id);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static gboolean
is_output (const char *port_type)
{
  return g_strcmp0 (port_type, "OUTPUT") == 0;
}

static void
look_init (Look *look,
           const GenlockRecord *parent)
{
  look->ports = genlock_ports_list_own (parent);
  look->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  look->port_type = "INPUT";
  look->io_type = FIRST_IO_TYPE;

  for (guint i = 0; i < look->ports->len; i++)
    {
      const GenlockRecord *port = g_array_index (look->ports, GenlockPort, i).record;

      g_hash_table_insert (look->by_id, (gpointer) genlock_record_get_id (port),
                           (gpointer) port);
      look->port_type = genlock_record_get_text (port, GENLOCK_PORT_PORT_TYPE);
      look->io_type = genlock_record_get_text (port, GENLOCK_PORT_IO_TYPE);
    }

  for (guint outputs = 0; outputs < 2; outputs++)
    {
      g_autoptr (GPtrArray) ports = genlock_port_order_list (parent, outputs);

      look->next[outputs] = genlock_port_order_next (ports);
    }
}

/* The last port of a direction; %NULL where there is none. */
static const GenlockRecord *
find_last (const Look *look,
           gboolean outputs)
{
  for (guint i = look->ports->len; i > 0; i--)
    if (g_array_index (look->ports, GenlockPort, i - 1).is_output == outputs)
      return g_array_index (look->ports, GenlockPort, i - 1).record;

  return NULL;
}

/* A port that is added by itself goes on from the last one of its direction: SDI IN 5. */
static void
go_on (const Look *look,
       GenlockRecord *port)
{
  const char *type = genlock_record_get_text (port, GENLOCK_PORT_PORT_TYPE);
  const GenlockRecord *last = find_last (look, is_output (type != NULL ? type : "INPUT"));
  const char *label = last != NULL ? genlock_record_get_text (last, GENLOCK_PORT_LABEL) : NULL;
  g_autofree char *next = label != NULL ? genlock_text_increment (label, 1) : NULL;

  if (last == NULL)
    return;

  if (!genlock_record_has (port, GENLOCK_PORT_IO_TYPE))
    genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE,
                             genlock_record_get_text (last, GENLOCK_PORT_IO_TYPE));
  if (next != NULL && strcmp (next, label) != 0 && !genlock_record_has (port, GENLOCK_PORT_LABEL))
    genlock_record_set_text (port, GENLOCK_PORT_LABEL, next);
}

static void
complete_new (Look *look,
              GenlockRecord *port)
{
  if (!genlock_record_has (port, GENLOCK_PORT_PORT_TYPE))
    genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, look->port_type);
  if (!genlock_record_has (port, GENLOCK_PORT_IO_TYPE))
    genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE, look->io_type);

  look->port_type = genlock_record_get_text (port, GENLOCK_PORT_PORT_TYPE);
  look->io_type = genlock_record_get_text (port, GENLOCK_PORT_IO_TYPE);
  if (!genlock_record_has (port, GENLOCK_PORT_PORT_INDEX))
    genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX,
                            look->next[is_output (look->port_type)]++);
}

static void
complete_change (Look *look,
                 GenlockRecord *change)
{
  const GenlockRecord *port = g_hash_table_lookup (look->by_id, genlock_record_get_id (change));

  if (port == NULL)
    return;

  if (genlock_record_has (change, GENLOCK_PORT_PORT_TYPE)
      && genlock_record_is_absent (change, GENLOCK_PORT_PORT_INDEX)
      && g_strcmp0 (genlock_record_get_text (change, GENLOCK_PORT_PORT_TYPE),
                    genlock_record_get_text (port, GENLOCK_PORT_PORT_TYPE)) != 0)
    {
      gboolean outputs = is_output (genlock_record_get_text (change, GENLOCK_PORT_PORT_TYPE));

      genlock_record_set_int (change, GENLOCK_PORT_PORT_INDEX, look->next[outputs]++);
    }

  look->port_type = genlock_record_get_text (genlock_record_has (change, GENLOCK_PORT_PORT_TYPE)
                                             ? change : port, GENLOCK_PORT_PORT_TYPE);
  look->io_type = genlock_record_get_text (genlock_record_has (change, GENLOCK_PORT_IO_TYPE)
                                           ? change : port, GENLOCK_PORT_IO_TYPE);
}

void
genlock_port_complete (const GenlockRecord *parent,
                       GenlockBatch *batch)
{
  const GenlockTable *table = genlock_ports_get_table (genlock_record_get_table (parent));
  gboolean adds = g_str_equal (genlock_batch_get_verb (batch), "ADD");
  g_auto (Look) look = { 0 };

  look_init (&look, parent);
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      if (op->table != table)
        continue;

      if (op->kind == GENLOCK_OP_INSERT)
        {
          if (adds && genlock_batch_get_length (batch) == 1)
            go_on (&look, op->record);
          complete_new (&look, op->record);
        }
      else if (op->kind == GENLOCK_OP_UPDATE)
        {
          complete_change (&look, op->record);
        }
    }
}
