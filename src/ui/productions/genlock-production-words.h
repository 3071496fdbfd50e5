/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a show in a line. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * genlock_production_dup_name:
 * @production: a show
 *
 * Returns: (transfer full): its name, or words that say that it has none
 */
char *genlock_production_dup_name (const GenlockRecord *production);

/**
 * genlock_production_dup_place:
 * @production: a show
 *
 * Returns: (transfer full): "ACME · Hall 7, Room 2": what is known of client, venue and room
 */
char *genlock_production_dup_place (const GenlockRecord *production);

/**
 * genlock_production_dup_line:
 * @production: a show
 * @today: the day whose year goes without saying
 *
 * Returns: (transfer full): "ACME · Hall 7, Room 2 · 2–6 May", shorter where less is known
 */
char *genlock_production_dup_line (const GenlockRecord *production,
                                   const GDate *today);

/* (transfer none): "Planning", translated. */
const char *genlock_production_get_status_label (const GenlockRecord *production);

G_END_DECLS
