/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cables of a map of ports, plugged anew. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-cards.h"
#include "equipment/genlock-port-map-private.h"
#include "equipment/genlock-port-private.h"

/* Characters of a port's label in a connection. */
#define MAX_PORT_TEXT 200

/* A connection while its ends change. */
typedef struct
{
  GenlockRecord *before; /* owned: as the batch leaves it so far */
  GenlockRecord *after; /* owned */
  gboolean is_gone; /* the batch deletes it already */
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  genlock_record_unref (row->before);
  genlock_record_unref (row->after);
  g_free (row);
}

static void
overlay (GenlockRecord *record,
         const GenlockRecord *change)
{
  const GenlockTable *table = genlock_record_get_table (record);

  for (guint i = table->n_meta; i < table->n_fields; i++)
    if (!genlock_record_is_absent (change, i))
      genlock_record_set_value (record, i, genlock_record_get_value (change, i));
}

/* Another map may have changed the same connection: it goes on from there. */
static Row *
make_row (const GenlockRecord *connection,
          const GenlockBatch *batch)
{
  Row *row = g_new0 (Row, 1);

  row->before = genlock_record_copy (connection);
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      if (op->table != &genlock_connections
          || g_strcmp0 (genlock_record_get_id (op->record),
                        genlock_record_get_id (connection)) != 0)
        continue;

      if (op->kind == GENLOCK_OP_DELETE)
        row->is_gone = TRUE;
      else if (op->kind == GENLOCK_OP_UPDATE)
        overlay (row->before, op->record);
    }
  row->after = genlock_record_copy (row->before);

  return row;
}

/* Several ends of one connection may be about to change. */
static Row *
get_row (GHashTable *rows,
         GPtrArray *order,
         const GenlockRecord *connection,
         const GenlockBatch *batch)
{
  const char *id = genlock_record_get_id (connection);
  Row *row = g_hash_table_lookup (rows, id);

  if (row == NULL)
    {
      row = make_row (connection, batch);
      g_hash_table_insert (rows, (gpointer) id, row);
      g_ptr_array_add (order, row);
    }

  return row;
}

static void
empty (GenlockRecord *row,
       const guint *fields,
       guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    genlock_record_set_null (row, fields[i]);
}

/* Takes off the cable that ends there; what else the row says stays. */
static void
unplug (GenlockRecord *row,
        guint field)
{
  static const guint in[] = {
    GENLOCK_CONNECTION_SOURCE_ID, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID,
    GENLOCK_CONNECTION_INTERMEDIATE_INPUT,
  };
  static const guint out[] = {
    GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, GENLOCK_CONNECTION_DESTINATION_TYPE,
    GENLOCK_CONNECTION_DESTINATION_ID, GENLOCK_CONNECTION_DESTINATION_INPUT,
  };
  static const guint to[] = {
    GENLOCK_CONNECTION_DESTINATION_TYPE, GENLOCK_CONNECTION_DESTINATION_ID,
    GENLOCK_CONNECTION_DESTINATION_INPUT,
  };

  switch (field)
    {
    case GENLOCK_CONNECTION_INTERMEDIATE_INPUT:
      empty (row, in, G_N_ELEMENTS (in));
      break;

    case GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT:
      empty (row, out, G_N_ELEMENTS (out));
      break;

    case GENLOCK_CONNECTION_DESTINATION_INPUT:
      empty (row, to, G_N_ELEMENTS (to));
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Whether a link is left in the row: into its device, through it, out of it, or past it. */
static gboolean
says_something (const GenlockRecord *row)
{
  gboolean has_source = genlock_record_has (row, GENLOCK_CONNECTION_SOURCE_ID);
  gboolean has_end = genlock_record_has (row, GENLOCK_CONNECTION_DESTINATION_ID);

  if (!genlock_record_has (row, GENLOCK_CONNECTION_INTERMEDIATE_ID))
    return has_source && has_end;

  return has_source || has_end
         || (genlock_record_has (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT)
             && genlock_record_has (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT));
}

/* The label by which the port stays known: in English as all data is, in whatever language the
 * program runs. */
static char *
dup_port_text (const GenlockPort *port)
{
  g_autofree char *label = genlock_port_dup_label (port);
  g_autofree char *title = NULL;

  if (port->card == NULL)
    title = g_strdup (label);
  else if (genlock_record_has (port->card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER))
    title = g_strdup_printf ("Slot %" G_GINT64_FORMAT ": %s",
                             genlock_record_get_int (port->card,
                                                     GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER), label);
  else
    title = g_strdup_printf ("%s: %s", genlock_record_get_name (port->card), label);

  if (g_utf8_strlen (title, -1) <= MAX_PORT_TEXT)
    return g_steal_pointer (&title);

  return g_utf8_substring (title, 0, MAX_PORT_TEXT);
}

static void
change_end (const GenlockPortMapEntry *entry,
            const GenlockCableEnd *end,
            GenlockRecord *row)
{
  if (entry->target != NULL)
    genlock_record_set_text (row, end->field, genlock_record_get_id (entry->target->record));
  else if (entry->rest == GENLOCK_PORT_MAP_KEEP)
    genlock_record_take_text (row, end->field, dup_port_text (&entry->port));
  else
    unplug (row, end->field);
}

static void
append_row (const Row *row,
            GenlockBatch *batch)
{
  GenlockRecord *change;

  if (row->is_gone)
    return;

  if (!says_something (row->after))
    {
      genlock_batch_delete (batch, &genlock_connections, genlock_record_get_id (row->before));
      return;
    }

  change = genlock_record_diff (row->before, row->after);
  if (change != NULL)
    genlock_batch_update (batch, change);
}

static gboolean
check_decided (GPtrArray *maps,
               GError **error)
{
  guint n_undecided = 0;

  for (guint i = 0; i < maps->len; i++)
    {
      guint n;

      genlock_port_map_count_rest (maps->pdata[i], &n);
      n_undecided += n;
    }

  if (n_undecided == 0)
    return TRUE;

  g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED,
               ngettext ("The cables of %u port have nowhere to go. Choose a port for them, "
                         "keep them as they are, or unplug them.",
                         "The cables of %u ports have nowhere to go. Choose ports for them, "
                         "keep them as they are, or unplug them.", n_undecided), n_undecided);

  return FALSE;
}

static void
change_ends (const GenlockPortMap *map,
             GHashTable *rows,
             GPtrArray *order,
             const GenlockBatch *batch)
{
  for (guint i = 0; i < map->entries->len; i++)
    {
      const GenlockPortMapEntry *entry = &g_array_index (map->entries, GenlockPortMapEntry, i);

      for (guint j = 0; j < entry->cables->len; j++)
        {
          const GenlockCableEnd *end = &g_array_index (entry->cables, GenlockCableEnd, j);

          change_end (entry, end, get_row (rows, order, end->connection, batch)->after);
        }
    }
}

gboolean
genlock_port_maps_append (GPtrArray *maps,
                          GenlockBatch *batch,
                          GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_row);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  if (!check_decided (maps, error))
    return FALSE;

  for (guint i = 0; i < maps->len; i++)
    change_ends (maps->pdata[i], rows, order, batch);

  for (guint i = 0; i < order->len; i++)
    append_row (order->pdata[i], batch);

  return TRUE;
}

gboolean
genlock_port_map_append (const GenlockPortMap *map,
                         GenlockBatch *batch,
                         GError **error)
{
  g_autoptr (GPtrArray) maps = g_ptr_array_new ();

  g_ptr_array_add (maps, (gpointer) map);

  return genlock_port_maps_append (maps, batch, error);
}

GenlockBatch *
genlock_port_delete_build (const GenlockRecord *parent,
                           const char * const *ids,
                           const GenlockPortMap *map,
                           GError **error)
{
  g_autoptr (GPtrArray) ports = genlock_port_find (parent, ids);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("DELETE");

  if (ports->len == 0)
    return NULL;

  for (guint i = 0; i < ports->len; i++)
    genlock_batch_delete (batch, genlock_record_get_table (ports->pdata[i]),
                          genlock_record_get_id (ports->pdata[i]));

  if (map != NULL && !genlock_port_map_append (map, batch, error))
    return NULL;

  return g_steal_pointer (&batch);
}
