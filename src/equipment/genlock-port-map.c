/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where cables land when a card, a device's equipment or a port goes. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "equipment/genlock-port-map-private.h"

static void
clear_end (gpointer data)
{
  genlock_record_unref (((GenlockCableEnd *) data)->connection);
}

static void
clear_entry (gpointer data)
{
  g_array_unref (((GenlockPortMapEntry *) data)->cables);
}

/* Which ends of a connection are on a device, and where that is said. */
static const struct
{
  guint id;
  guint field;
} ends[] = {
  { GENLOCK_CONNECTION_INTERMEDIATE_ID, GENLOCK_CONNECTION_INTERMEDIATE_INPUT },
  { GENLOCK_CONNECTION_INTERMEDIATE_ID, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT },
  { GENLOCK_CONNECTION_DESTINATION_ID, GENLOCK_CONNECTION_DESTINATION_INPUT },
};

/* (transfer full) (element-type utf8 GArray): the cable ends on the devices by port. */
static GHashTable *
index_cables (const GenlockSpecUsage *usage)
{
  g_autoptr (GHashTable) devices = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *cables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                              (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < usage->devices->len; i++)
    g_hash_table_add (devices, (gpointer) genlock_record_get_id (usage->devices->pdata[i]));

  for (guint i = 0; i < usage->connections->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
      {
        GenlockCableEnd end = { .connection = usage->connections->pdata[i],
                                .field = ends[j].field };
        const char *id = genlock_record_get_text (end.connection, ends[j].id);
        const char *port = genlock_record_get_text (end.connection, end.field);
        GArray *list;

        if (id == NULL || port == NULL || !g_hash_table_contains (devices, id))
          continue;

        list = g_hash_table_lookup (cables, port);
        if (list == NULL)
          {
            list = g_array_new (FALSE, FALSE, sizeof (GenlockCableEnd));
            g_array_set_clear_func (list, clear_end);
            g_hash_table_insert (cables, (gpointer) port, list);
          }

        genlock_record_ref (end.connection);
        g_array_append_val (list, end);
      }

  return cables;
}

static GenlockPortMap *
map_new (GenlockRecord *before,
         GenlockRecord *after,
         GenlockSpecUsage *usage)
{
  GenlockPortMap *map = g_new0 (GenlockPortMap, 1);

  map->before = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  if (before != NULL)
    g_ptr_array_add (map->before, genlock_record_ref (before));
  map->old_ids = g_hash_table_new (g_str_hash, g_str_equal);
  map->after = after != NULL ? genlock_record_ref (after) : NULL;
  map->usage = genlock_spec_usage_ref (usage);
  map->entries = g_array_new (FALSE, FALSE, sizeof (GenlockPortMapEntry));
  g_array_set_clear_func (map->entries, clear_entry);

  return map;
}

static void
add_entry (GenlockPortMap *map,
           const GenlockPort *port,
           GHashTable *cables)
{
  GenlockPortMapEntry entry = { .port = *port };
  const char *id = genlock_record_get_id (port->record);

  g_hash_table_add (map->old_ids, (gpointer) id);
  entry.cables = g_hash_table_lookup (cables, id);
  if (entry.cables == NULL)
    return;

  g_array_ref (entry.cables);
  g_array_append_val (map->entries, entry);
}

GenlockPortMap *
genlock_port_map_new (GenlockRecord *before,
                      GenlockRecord *after,
                      GenlockSpecUsage *usage)
{
  g_autoptr (GHashTable) cables = index_cables (usage);
  g_autoptr (GArray) ports = genlock_ports_list (before);
  GenlockPortMap *map = map_new (before, after, usage);

  map->targets = after != NULL ? genlock_ports_list (after)
                               : g_array_new (FALSE, FALSE, sizeof (GenlockPort));
  for (guint i = 0; i < ports->len; i++)
    add_entry (map, &g_array_index (ports, GenlockPort, i), cables);

  genlock_port_map_suggest (map, ports);

  return map;
}

GenlockPortMap *
genlock_port_map_new_for_ports (GenlockRecord *parent,
                                const char * const *ids,
                                GenlockSpecUsage *usage)
{
  g_autoptr (GHashTable) cables = index_cables (usage);
  g_autoptr (GArray) ports = genlock_ports_list_own (parent);
  GenlockPortMap *map = map_new (parent, NULL, usage);

  map->targets = g_array_new (FALSE, FALSE, sizeof (GenlockPort));
  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockPort *port = &g_array_index (ports, GenlockPort, i);
      const char *id = genlock_record_get_id (port->record);

      if (g_strv_contains (ids, id))
        add_entry (map, port, cables);
      else if (!g_hash_table_contains (cables, id))
        g_array_append_vals (map->targets, port, 1);
    }

  return map;
}

GenlockPortMap *
genlock_port_map_new_for_cards (GPtrArray *cards,
                                GenlockSpecUsage *usage)
{
  g_autoptr (GHashTable) cables = index_cables (usage);
  GenlockPortMap *map = map_new (NULL, NULL, usage);

  map->targets = g_array_new (FALSE, FALSE, sizeof (GenlockPort));
  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (GArray) ports = genlock_ports_list_own (cards->pdata[i]);

      g_ptr_array_add (map->before, genlock_record_ref (cards->pdata[i]));
      for (guint j = 0; j < ports->len; j++)
        add_entry (map, &g_array_index (ports, GenlockPort, j), cables);
    }

  return map;
}

void
genlock_port_map_free (GenlockPortMap *map)
{
  g_array_unref (map->entries);
  g_array_unref (map->targets);
  g_hash_table_unref (map->old_ids);
  genlock_spec_usage_unref (map->usage);
  g_clear_pointer (&map->after, genlock_record_unref);
  g_ptr_array_unref (map->before);
  g_free (map);
}

guint
genlock_port_map_get_n_entries (const GenlockPortMap *map)
{
  return map->entries->len;
}

const GenlockPortMapEntry *
genlock_port_map_get_entry (const GenlockPortMap *map,
                            guint index)
{
  g_return_val_if_fail (index < map->entries->len, NULL);

  return &g_array_index (map->entries, GenlockPortMapEntry, index);
}

GArray *
genlock_port_map_get_targets (const GenlockPortMap *map)
{
  return map->targets;
}

GPtrArray *
genlock_port_map_list_choices (const GenlockPortMap *map,
                               guint index)
{
  const GenlockPortMapEntry *entry = genlock_port_map_get_entry (map, index);
  GPtrArray *choices = g_ptr_array_new ();

  for (guint i = 0; i < map->targets->len; i++)
    {
      GenlockPort *target = &g_array_index (map->targets, GenlockPort, i);

      if (target->is_output == entry->port.is_output)
        g_ptr_array_add (choices, target);
    }

  return choices;
}

int
genlock_port_map_find_taker (const GenlockPortMap *map,
                             const GenlockPort *target)
{
  for (guint i = 0; target != NULL && i < map->entries->len; i++)
    if (g_array_index (map->entries, GenlockPortMapEntry, i).target == target)
      return (int) i;

  return -1;
}

static gboolean
is_target (const GenlockPortMap *map,
           const GenlockPort *target)
{
  const GenlockPort *first = (const GenlockPort *) map->targets->data;

  return target >= first && target < first + map->targets->len;
}

static void
give (GenlockPortMapEntry *entry,
      const GenlockPort *target)
{
  entry->target = target;
  entry->why = target != NULL ? GENLOCK_PORT_MAP_CHOSEN : GENLOCK_PORT_MAP_NONE;
}

gboolean
genlock_port_map_set_target (GenlockPortMap *map,
                             guint index,
                             const GenlockPort *target)
{
  GenlockPortMapEntry *entry;
  int taker;

  g_return_val_if_fail (index < map->entries->len, FALSE);
  g_return_val_if_fail (target == NULL || is_target (map, target), FALSE);

  entry = &g_array_index (map->entries, GenlockPortMapEntry, index);
  if (target == entry->target)
    return TRUE;

  if (target != NULL && target->is_output != entry->port.is_output)
    return FALSE;

  taker = genlock_port_map_find_taker (map, target);
  if (taker >= 0)
    give (&g_array_index (map->entries, GenlockPortMapEntry, taker), entry->target);
  give (entry, target);

  return TRUE;
}

void
genlock_port_map_set_rest (GenlockPortMap *map,
                           int index,
                           GenlockPortMapRest rest)
{
  g_return_if_fail (index < (int) map->entries->len);

  for (guint i = 0; i < map->entries->len; i++)
    if (index < 0 || (int) i == index)
      g_array_index (map->entries, GenlockPortMapEntry, i).rest = rest;
}

guint
genlock_port_map_count_rest (const GenlockPortMap *map,
                             guint *n_undecided)
{
  guint n_rest = 0;
  guint n_open = 0;

  for (guint i = 0; i < map->entries->len; i++)
    {
      const GenlockPortMapEntry *entry = &g_array_index (map->entries, GenlockPortMapEntry, i);

      n_rest += entry->target == NULL;
      n_open += entry->target == NULL && entry->rest == GENLOCK_PORT_MAP_ASK;
    }

  if (n_undecided != NULL)
    *n_undecided = n_open;

  return n_rest;
}

/* Whether the same ends of the same rows are in both, whatever else was changed in the rows. */
static gboolean
have_same_ends (const GenlockPortMapEntry *entry,
                GArray *cables)
{
  if (entry->cables->len != cables->len)
    return FALSE;

  for (guint i = 0; i < cables->len; i++)
    {
      const GenlockCableEnd *now = &g_array_index (cables, GenlockCableEnd, i);
      gboolean found = FALSE;

      for (guint j = 0; j < entry->cables->len && !found; j++)
        {
          const GenlockCableEnd *then = &g_array_index (entry->cables, GenlockCableEnd, j);

          found = then->field == now->field
                  && g_strcmp0 (genlock_record_get_id (then->connection),
                                genlock_record_get_id (now->connection)) == 0;
        }

      if (!found)
        return FALSE;
    }

  return TRUE;
}

gboolean
genlock_port_map_is_current (const GenlockPortMap *map,
                             const GenlockSpecUsage *usage)
{
  g_autoptr (GHashTable) cables = index_cables (usage);
  GHashTableIter iter;
  gpointer id;
  guint n_wired = 0;

  g_hash_table_iter_init (&iter, map->old_ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n_wired += g_hash_table_contains (cables, id);

  if (n_wired != map->entries->len)
    return FALSE;

  for (guint i = 0; i < map->entries->len; i++)
    {
      const GenlockPortMapEntry *entry = &g_array_index (map->entries, GenlockPortMapEntry, i);
      GArray *now = g_hash_table_lookup (cables, genlock_record_get_id (entry->port.record));

      if (now == NULL || !have_same_ends (entry, now))
        return FALSE;
    }

  return TRUE;
}

const char *
genlock_port_map_why_get_text (GenlockPortMapWhy why)
{
  switch (why)
    {
    case GENLOCK_PORT_MAP_NONE:
      return _("No port is left");

    case GENLOCK_PORT_MAP_LABEL:
      return _("Same label and connector");

    case GENLOCK_PORT_MAP_NAME:
      return _("Same label");

    case GENLOCK_PORT_MAP_INDEX:
      return _("Same connector and number");

    case GENLOCK_PORT_MAP_TYPE:
      return _("Same connector");

    case GENLOCK_PORT_MAP_FAMILY:
      return _("Related connector");

    case GENLOCK_PORT_MAP_DIRECTION:
      return _("Another connector");

    case GENLOCK_PORT_MAP_CHOSEN:
      return _("Chosen");
    }

  g_assert_not_reached ();
}

char *
genlock_port_map_dup_summary (const GenlockPortMap *map)
{
  guint n_rest = genlock_port_map_count_rest (map, NULL);
  guint n_cables = 0;
  g_autofree char *lands = NULL;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < map->entries->len; i++)
    {
      const GenlockPortMapEntry *entry = &g_array_index (map->entries, GenlockPortMapEntry, i);

      n_cables += entry->target != NULL ? entry->cables->len : 0;
    }

  lands = g_strdup_printf (ngettext ("%u cable lands on a new port", "%u cables land on new ports",
                                     n_cables), n_cables);
  if (n_rest == 0)
    return g_steal_pointer (&lands);

  rest = g_strdup_printf (ngettext ("%u port is left over", "%u ports are left over", n_rest),
                          n_rest);
  if (n_cables == 0)
    return g_steal_pointer (&rest);

  /* Translators: “12 cables land on new ports, 2 ports are left over” */
  return g_strdup_printf (_("%1$s, %2$s"), lands, rest);
}
