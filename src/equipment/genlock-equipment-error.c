/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with a piece of equipment or a gesture on it. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include "equipment/genlock-equipment-error.h"

G_DEFINE_QUARK (genlock-equipment-error-quark, genlock_equipment_error)
