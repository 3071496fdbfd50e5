/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a piece of equipment is still as somebody looked at it. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-ports.h"
#include "equipment/genlock-spec-look.h"

GenlockSpecLook
genlock_spec_look_again (GenlockStore *store,
                         GenlockRecord **spec)
{
  g_autoptr (GenlockRecord) now = genlock_store_get (store, &genlock_equipment_specs,
                                                     genlock_record_get_id (*spec), NULL);

  if (now == NULL || genlock_record_get_bool (now, GENLOCK_META_IS_DELETED))
    return GENLOCK_SPEC_LOOK_GONE;

  if (genlock_ports_are_same (*spec, now))
    return GENLOCK_SPEC_LOOK_SAME;

  genlock_record_unref (*spec);
  *spec = g_steal_pointer (&now);

  return GENLOCK_SPEC_LOOK_CHANGED;
}
