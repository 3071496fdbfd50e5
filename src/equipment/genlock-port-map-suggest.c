/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best new port for each old one. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include "core/model/genlock-connector.h"
#include "equipment/genlock-port-map-private.h"

/* What two ports are compared by. */
typedef struct
{
  char *label; /* owned */
  char *io_type; /* owned */
  GenlockConnectorFamily family;
  gboolean is_output;
  guint place; /* among those of the same direction and connector */
} Traits;

static void
clear_traits (gpointer data)
{
  Traits *traits = data;

  g_free (traits->label);
  g_free (traits->io_type);
}

/* A connector by its name, whichever way it is spelled. */
static char *
fold_io_type (const char *text)
{
  const GenlockConnector *connector = genlock_connector_find (text);

  return genlock_ports_fold (connector != NULL ? connector->name : text);
}

static void
read_traits (const GenlockPort *port,
             GHashTable *places,
             Traits *traits)
{
  const char *io_type = genlock_record_get_text (port->record, GENLOCK_PORT_IO_TYPE);
  char *key;

  traits->label = genlock_ports_fold (genlock_record_get_text (port->record, GENLOCK_PORT_LABEL));
  traits->io_type = fold_io_type (io_type);
  traits->family = genlock_connector_get_family (io_type);
  traits->is_output = port->is_output;

  key = g_strdup_printf ("%d %s", port->is_output, traits->io_type);
  traits->place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
  g_hash_table_insert (places, key, GUINT_TO_POINTER (traits->place + 1));
}

/* (transfer full) (element-type Traits): of all @ports, so that places are counted right. */
static GArray *
list_traits (GArray *ports)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *list = g_array_sized_new (FALSE, TRUE, sizeof (Traits), ports->len);

  g_array_set_clear_func (list, clear_traits);
  g_array_set_size (list, ports->len);
  for (guint i = 0; i < ports->len; i++)
    read_traits (&g_array_index (ports, GenlockPort, i), places,
                 &g_array_index (list, Traits, i));

  return list;
}

static gboolean
is_same_family (const Traits *a,
                const Traits *b)
{
  return a->family == b->family && a->family != GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
}

static gboolean
fits (GenlockPortMapWhy why,
      const Traits *a,
      const Traits *b)
{
  gboolean is_same_type = g_str_equal (a->io_type, b->io_type);
  gboolean is_same_label = *a->label != '\0' && g_str_equal (a->label, b->label);

  if (a->is_output != b->is_output)
    return FALSE;

  switch (why)
    {
    case GENLOCK_PORT_MAP_LABEL:
      return is_same_label && is_same_type;

    case GENLOCK_PORT_MAP_NAME:
      return is_same_label && is_same_family (a, b);

    case GENLOCK_PORT_MAP_INDEX:
      return is_same_type && a->place == b->place;

    case GENLOCK_PORT_MAP_TYPE:
      return is_same_type;

    case GENLOCK_PORT_MAP_FAMILY:
      return is_same_family (a, b);

    case GENLOCK_PORT_MAP_DIRECTION:
      return TRUE;

    case GENLOCK_PORT_MAP_NONE:
    case GENLOCK_PORT_MAP_CHOSEN:
      return FALSE;
    }

  g_assert_not_reached ();
}

/* Where the entry's port stands in @ports. */
static const Traits *
find_traits (const GenlockPortMapEntry *entry,
             GArray *ports,
             GArray *traits)
{
  for (guint i = 0; i < ports->len; i++)
    if (g_array_index (ports, GenlockPort, i).record == entry->port.record)
      return &g_array_index (traits, Traits, i);

  g_assert_not_reached ();
}

static void
suggest_one (GenlockPortMap *map,
             GenlockPortMapEntry *entry,
             const Traits *traits,
             GenlockPortMapWhy why,
             GArray *others,
             gboolean *taken)
{
  for (guint i = 0; i < map->targets->len; i++)
    if (!taken[i] && fits (why, traits, &g_array_index (others, Traits, i)))
      {
        taken[i] = TRUE;
        entry->target = &g_array_index (map->targets, GenlockPort, i);
        entry->why = why;
        return;
      }
}

void
genlock_port_map_suggest (GenlockPortMap *map,
                          GArray *ports)
{
  g_autoptr (GArray) traits = list_traits (ports);
  g_autoptr (GArray) others = list_traits (map->targets);
  g_autofree gboolean *taken = g_new0 (gboolean, map->targets->len + 1);
  g_autofree const Traits **own = g_new0 (const Traits *, map->entries->len + 1);

  for (guint i = 0; i < map->entries->len; i++)
    own[i] = find_traits (&g_array_index (map->entries, GenlockPortMapEntry, i), ports, traits);

  /* The best reason first for all, so that nobody takes a port that another one fits better. */
  for (GenlockPortMapWhy why = GENLOCK_PORT_MAP_LABEL; why < GENLOCK_PORT_MAP_CHOSEN; why++)
    for (guint i = 0; i < map->entries->len; i++)
      {
        GenlockPortMapEntry *entry = &g_array_index (map->entries, GenlockPortMapEntry, i);

        if (entry->target == NULL)
          suggest_one (map, entry, own[i], why, others, taken);
      }
}
