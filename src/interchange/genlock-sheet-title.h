/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On which paper a sheet is printed, and what stands above each page. */

#pragma once

#include "core/model/genlock-record.h"
#include "interchange/genlock-sheet-pages.h"

G_BEGIN_DECLS

/**
 * GenlockSheetPage:
 * @paper: which paper
 * @is_landscape: whether it lies
 * @is_endless: whether there is one page, as high as it takes, for screens
 * @margin: what stays white on each side, in millimetres, 0 to 50
 */
typedef struct
{
  GenlockSheetPaper paper;
  gboolean is_landscape;
  gboolean is_endless;
  double margin;
} GenlockSheetPage;

/* What printers that people have leave white at most, with room for a hole or a tape. */
#define GENLOCK_SHEET_MARGIN 10.0

/**
 * GenlockSheetTitle:
 * @client: (nullable): who for
 * @show: (nullable): what
 * @venue: (nullable): where
 * @room: (nullable): and in which room
 * @printed_at: when, an instant; shown in local time
 * @revision: how often the sheet was printed, this time included; 0 where nobody counts
 *
 * What stands above each page.
 */
typedef struct
{
  const char *client;
  const char *show;
  const char *venue;
  const char *room;
  gint64 printed_at;
  guint revision;
} GenlockSheetTitle;

/* What a row of productions says; its texts stay those of @production. */
void genlock_sheet_title_init (GenlockSheetTitle *title,
                               const GenlockRecord *production,
                               gint64 printed_at);

G_END_DECLS
