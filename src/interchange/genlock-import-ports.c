/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds ports of equipment by what people call them. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "interchange/genlock-import-ports.h"

/* Ports of a device and of its cards alike. */
G_STATIC_ASSERT ((int) GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE
                 == (int) GENLOCK_EQUIPMENT_CARD_IO_PORT_TYPE);
G_STATIC_ASSERT ((int) GENLOCK_EQUIPMENT_IO_PORT_LABEL == (int) GENLOCK_EQUIPMENT_CARD_IO_LABEL);
G_STATIC_ASSERT ((int) GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE
                 == (int) GENLOCK_EQUIPMENT_CARD_IO_IO_TYPE);

char *
genlock_import_ports_fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  GString *key = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    {
      if (!g_ascii_isspace (*at))
        g_string_append_c (key, *at);
    }

  return g_string_free (key, FALSE);
}

static void
add_ports (GPtrArray *ports,
           GPtrArray *children)
{
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      GenlockRecord *port = g_ptr_array_index (children, i);

      if (!genlock_record_get_bool (port, GENLOCK_META_IS_DELETED))
        g_ptr_array_add (ports, port);
    }
}

GPtrArray *
genlock_import_ports_list (GenlockRecord *spec)
{
  GPtrArray *ports = g_ptr_array_new ();
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);

  add_ports (ports, genlock_record_get_children (spec, &genlock_equipment_io_ports));
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      GenlockRecord *card = g_ptr_array_index (cards, i);

      if (!genlock_record_get_bool (card, GENLOCK_META_IS_DELETED))
        add_ports (ports, genlock_record_get_children (card, &genlock_equipment_card_io));
    }

  return ports;
}

static char *
dup_key (const char *direction,
         const char *kind,
         const char *text)
{
  g_autofree char *folded = genlock_import_ports_fold (text);

  return g_strdup_printf ("%s\n%s\n%s", direction != NULL ? direction : "", kind, folded);
}

GHashTable *
genlock_import_ports_index (GenlockRecord *spec)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) ports = genlock_import_ports_list (spec);

  for (guint i = 0; i < ports->len; i++)
    {
      GenlockRecord *port = g_ptr_array_index (ports, i);
      const char *type = genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE);
      g_autofree char *label = NULL;
      g_autofree char *connector = NULL;

      label = dup_key (type, "label", genlock_record_get_text (port,
                                                               GENLOCK_EQUIPMENT_IO_PORT_LABEL));
      connector = dup_key (type, "connector",
                           genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE));
      if (!g_hash_table_contains (index, label))
        g_hash_table_insert (index, g_steal_pointer (&label), port);
      /* The second one of a kind takes the first away: neither is the only one. */
      g_hash_table_insert (index, g_strdup (connector),
                           g_hash_table_contains (index, connector) ? NULL : port);
    }

  return index;
}

GenlockRecord *
genlock_import_ports_find (GHashTable *index,
                           const char *direction,
                           const char *label,
                           const char *connector)
{
  g_autofree char *key = NULL;

  if (label == NULL && connector == NULL)
    return NULL;

  key = label != NULL ? dup_key (direction, "label", label)
                      : dup_key (direction, "connector", connector);

  return g_hash_table_lookup (index, key);
}
