/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above each page of a sheet. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include "core/schema/genlock-productions.h"
#include "interchange/genlock-sheet-title.h"

void
genlock_sheet_title_init (GenlockSheetTitle *title,
                          const GenlockRecord *production,
                          gint64 printed_at)
{
  *title = (GenlockSheetTitle) {
    .client = genlock_record_get_text (production, GENLOCK_PRODUCTION_CLIENT),
    .show = genlock_record_get_text (production, GENLOCK_PRODUCTION_SHOW_NAME),
    .venue = genlock_record_get_text (production, GENLOCK_PRODUCTION_VENUE),
    .room = genlock_record_get_text (production, GENLOCK_PRODUCTION_ROOM),
    .printed_at = printed_at,
  };
}
