/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ports of a piece of equipment, its own and those of its cards, in their order. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-ports.h"

#define SAME_PLACE(field) \
  G_STATIC_ASSERT ((int) GENLOCK_PORT_ ## field == (int) GENLOCK_EQUIPMENT_IO_PORT_ ## field \
                   && (int) GENLOCK_PORT_ ## field == (int) GENLOCK_EQUIPMENT_CARD_IO_ ## field)

SAME_PLACE (PORT_TYPE);
SAME_PLACE (IO_TYPE);
SAME_PLACE (LABEL);
SAME_PLACE (FORMAT);
SAME_PLACE (PORT_INDEX);
SAME_PLACE (N_FIELDS);
G_STATIC_ASSERT ((int) GENLOCK_PORT_PARENT_ID == (int) GENLOCK_EQUIPMENT_CARD_IO_CARD_ID);
G_STATIC_ASSERT ((int) GENLOCK_PORT_PARENT_ID == (int) GENLOCK_EQUIPMENT_IO_PORT_EQUIPMENT_ID);

const GenlockTable *
genlock_ports_get_table (const GenlockTable *parent)
{
  if (parent == &genlock_equipment_specs)
    return &genlock_equipment_io_ports;

  return parent == &genlock_equipment_cards ? &genlock_equipment_card_io : NULL;
}

static gboolean
is_dead (const GenlockRecord *record)
{
  return genlock_record_get_bool (record, GENLOCK_META_IS_DELETED);
}

static gboolean
is_output (const GenlockRecord *port)
{
  return g_strcmp0 (genlock_record_get_text (port, GENLOCK_PORT_PORT_TYPE), "OUTPUT") == 0;
}

/* Rows without a place come last. */
static int
compare_place (const GenlockRecord *a,
               const GenlockRecord *b,
               guint field)
{
  gboolean has_a = genlock_record_has (a, field);
  gboolean has_b = genlock_record_has (b, field);
  gint64 place_a = genlock_record_get_int (a, field);
  gint64 place_b = genlock_record_get_int (b, field);

  if (has_a != has_b)
    return has_a ? -1 : 1;

  return (place_a > place_b) - (place_a < place_b);
}

/* @number holds the order in which they came, since sorting is not stable. */
static int
compare_ports (gconstpointer a,
               gconstpointer b)
{
  const GenlockPort *first = a;
  const GenlockPort *second = b;
  int order = first->is_output - second->is_output;

  if (order == 0)
    order = compare_place (first->record, second->record, GENLOCK_PORT_PORT_INDEX);

  return order != 0 ? order : (first->number > second->number) - (first->number < second->number);
}

static void
append_own (GArray *ports,
            const GenlockRecord *parent)
{
  const GenlockTable *table = genlock_record_get_table (parent);
  GPtrArray *children = genlock_record_get_children (parent, genlock_ports_get_table (table));
  guint first = ports->len;
  guint numbers[2] = { 0, 0 };

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      GenlockPort port = {
        .record = children->pdata[i],
        .card = table == &genlock_equipment_cards ? parent : NULL,
        .number = i,
      };

      if (is_dead (port.record))
        continue;

      port.is_output = is_output (port.record);
      g_array_append_val (ports, port);
    }

  if (ports->len > first)
    qsort (&g_array_index (ports, GenlockPort, first), ports->len - first, sizeof (GenlockPort),
           compare_ports);

  for (guint i = first; i < ports->len; i++)
    {
      GenlockPort *port = &g_array_index (ports, GenlockPort, i);

      port->number = ++numbers[port->is_output];
    }
}

GArray *
genlock_ports_list_own (const GenlockRecord *parent)
{
  GArray *ports = g_array_new (FALSE, FALSE, sizeof (GenlockPort));

  append_own (ports, parent);

  return ports;
}

static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  const GenlockRecord *first = *(GenlockRecord * const *) a;
  const GenlockRecord *second = *(GenlockRecord * const *) b;
  int order = compare_place (first, second, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);

  if (order == 0)
    order = g_utf8_collate (genlock_record_get_name (first), genlock_record_get_name (second));

  return order != 0 ? order : g_strcmp0 (genlock_record_get_id (first),
                                         genlock_record_get_id (second));
}

GPtrArray *
genlock_ports_list_cards (const GenlockRecord *spec)
{
  GPtrArray *children = genlock_record_get_children (spec, &genlock_equipment_cards);
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; children != NULL && i < children->len; i++)
    if (!is_dead (children->pdata[i]))
      g_ptr_array_add (cards, children->pdata[i]);

  g_ptr_array_sort (cards, compare_cards);

  return cards;
}

GArray *
genlock_ports_list (const GenlockRecord *parent)
{
  GArray *ports = genlock_ports_list_own (parent);

  if (genlock_record_get_table (parent) == &genlock_equipment_specs)
    {
      g_autoptr (GPtrArray) cards = genlock_ports_list_cards (parent);

      for (guint i = 0; i < cards->len; i++)
        append_own (ports, cards->pdata[i]);
    }

  return ports;
}

gboolean
genlock_ports_are_same (const GenlockRecord *before,
                        const GenlockRecord *now)
{
  g_autoptr (GArray) old_ports = genlock_ports_list (before);
  g_autoptr (GArray) new_ports = genlock_ports_list (now);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (old_ports->len != new_ports->len)
    return FALSE;

  for (guint i = 0; i < old_ports->len; i++)
    {
      GenlockPort *port = &g_array_index (old_ports, GenlockPort, i);

      g_hash_table_insert (ids, (gpointer) genlock_record_get_id (port->record), port);
    }

  for (guint i = 0; i < new_ports->len; i++)
    {
      const GenlockPort *port = &g_array_index (new_ports, GenlockPort, i);
      const GenlockPort *old = g_hash_table_lookup (ids, genlock_record_get_id (port->record));

      if (old == NULL || old->is_output != port->is_output)
        return FALSE;
    }

  return TRUE;
}

static void
count_own (const GenlockRecord *parent,
           GenlockPortCount *count)
{
  const GenlockTable *table = genlock_ports_get_table (genlock_record_get_table (parent));
  GPtrArray *children = genlock_record_get_children (parent, table);

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      if (is_dead (children->pdata[i]))
        continue;

      if (is_output (children->pdata[i]))
        count->n_outputs++;
      else
        count->n_inputs++;
    }
}

GenlockPortCount
genlock_ports_count (const GenlockRecord *parent)
{
  GenlockPortCount count = { 0, 0 };
  GPtrArray *cards = NULL;

  count_own (parent, &count);
  if (genlock_record_get_table (parent) == &genlock_equipment_specs)
    cards = genlock_record_get_children (parent, &genlock_equipment_cards);

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    if (!is_dead (cards->pdata[i]))
      count_own (cards->pdata[i], &count);

  return count;
}

char *
genlock_port_dup_label (const GenlockPort *port)
{
  const char *label = genlock_record_get_text (port->record, GENLOCK_PORT_LABEL);
  const char *io_type = genlock_record_get_text (port->record, GENLOCK_PORT_IO_TYPE);

  if (label != NULL && *label != '\0')
    return g_strdup (label);

  return g_strdup_printf ("%s %u", io_type != NULL ? io_type : "", port->number);
}

char *
genlock_port_dup_title (const GenlockPort *port)
{
  g_autofree char *label = genlock_port_dup_label (port);

  if (port->card == NULL)
    return g_steal_pointer (&label);

  if (!genlock_record_has (port->card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER))
    /* Translators: %1$s is a card that is in no slot, %2$s one of its ports */
    return g_strdup_printf (_("%1$s: %2$s"), genlock_record_get_name (port->card), label);

  /* Translators: a port (%2$s) of the card in a slot of a frame */
  return g_strdup_printf (_("Slot %1$u: %2$s"),
                          (guint) genlock_record_get_int (port->card,
                                                          GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER),
                          label);
}

char *
genlock_port_count_dup_words (const GenlockPortCount *count)
{
  g_autofree char *inputs = g_strdup_printf (ngettext ("%u input", "%u inputs", count->n_inputs),
                                             count->n_inputs);
  g_autofree char *outputs = g_strdup_printf (ngettext ("%u output", "%u outputs",
                                                        count->n_outputs), count->n_outputs);

  if (count->n_inputs == 0 && count->n_outputs == 0)
    return g_strdup (_("no ports"));

  if (count->n_outputs == 0)
    return g_steal_pointer (&inputs);

  if (count->n_inputs == 0)
    return g_steal_pointer (&outputs);

  /* Translators: “4 inputs, 2 outputs” */
  return g_strdup_printf (_("%1$s, %2$s"), inputs, outputs);
}

char *
genlock_ports_fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  GString *key = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));

  return g_string_free (key, FALSE);
}
