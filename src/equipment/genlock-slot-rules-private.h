/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reading and writing the details of a frame share. */

#pragma once

#include <json-glib/json-glib.h>

#include "equipment/genlock-slot-rules.h"

G_BEGIN_DECLS

#define GENLOCK_N_SLOT_DIRECTIONS (GENLOCK_SLOT_OUTPUT + 1)

/* The words for #GenlockSlotDirection. */
extern const char * const genlock_slot_directions[];

void genlock_slot_rule_clear (GenlockSlotRule *rule);

/* (transfer full) (nullable): an object. */
JsonNode *genlock_slot_rules_parse (const char *specs,
                                    GError **error);

G_END_DECLS
