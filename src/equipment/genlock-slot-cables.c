/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a gesture on cards means for the cables that end on them. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "equipment/genlock-port-map.h"
#include "equipment/genlock-slot-edit.h"

static guint
count_cables (GPtrArray *cards,
              GenlockSpecUsage *usage)
{
  g_autoptr (GenlockPortMap) map = genlock_port_map_new_for_cards (cards, usage);
  guint n = 0;

  for (guint i = 0; i < genlock_port_map_get_n_entries (map); i++)
    n += genlock_port_map_get_entry (map, i)->cables->len;

  return n;
}

static char *
dup_staying (const GenlockDrop *drop,
             GenlockSpecUsage *usage)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  GenlockRecord *there =
    drop->to > 0 ? genlock_slot_plan_get_slot (drop->plan, drop->to)->card : NULL;
  guint n;

  g_ptr_array_add (cards, drop->card);
  if (there != NULL && there != drop->card)
    g_ptr_array_add (cards, there);
  n = count_cables (cards, usage);
  if (n == 0)
    return NULL;

  if (cards->len == 1)
    return g_strdup_printf (ngettext ("%u cable stays on it", "%u cables stay on it", n), n);

  return g_strdup_printf (ngettext ("%u cable stays on its card", "%u cables stay on their cards",
                                    n), n);
}

char *
genlock_drop_dup_cables (const GenlockDrop *drop,
                         GenlockSpecUsage *usage)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GenlockPortMap) map = NULL;
  guint n;

  switch (drop->kind)
    {
    case GENLOCK_DROP_MOVE:
    case GENLOCK_DROP_SWAP:
      return dup_staying (drop, usage);

    case GENLOCK_DROP_REPLACE:
      map = genlock_port_map_new (drop->leaving, genlock_drop_get_new_card (drop), usage);
      return genlock_port_map_get_n_entries (map) > 0 ? genlock_port_map_dup_summary (map) : NULL;

    case GENLOCK_DROP_REMOVE:
      g_ptr_array_add (cards, drop->leaving);
      n = count_cables (cards, usage);
      return n > 0 ? g_strdup_printf (ngettext ("%u cable ends on it", "%u cables end on it", n), n)
                   : NULL;

    case GENLOCK_DROP_PLACE:
    case GENLOCK_DROP_NOTHING:
      return NULL;
    }

  g_assert_not_reached ();
}
