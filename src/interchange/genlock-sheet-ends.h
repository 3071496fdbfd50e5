/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection as a cable with two ends, as a sheet sees it. */

#pragma once

#include "interchange/genlock-sheet-names.h"

G_BEGIN_DECLS

/**
 * GenlockSheetEnd:
 * @table: (nullable): sources, sends or devices; %NULL for none, or for a word of others
 * @type: (nullable): the word in the row
 * @id: (nullable): of the row
 * @output_id: (nullable): of a source, its output
 * @port: (nullable): of a device the id of a port; or a text of others
 * @direction: of a device's port
 *
 * Owns nothing.
 */
typedef struct
{
  const GenlockTable *table;
  const char *type;
  const char *id;
  const char *output_id;
  const char *port;
  const char *direction;
} GenlockSheetEnd;

/**
 * GenlockSheetEnds:
 * @from: where the signal comes from: a source, a device's output
 * @to: where it goes: a send, a device's input
 * @is_passage: a crosspoint: from an input of a device to an output of the same
 * @is_path: the row also holds a device in between
 *
 * Good as long as the connection it was made from.
 */
typedef struct
{
  GenlockSheetEnd from;
  GenlockSheetEnd to;
  gboolean is_passage;
  gboolean is_path;
} GenlockSheetEnds;

void genlock_sheet_ends_init (GenlockSheetEnds *ends,
                              const GenlockRecord *connection);

/* Puts other ends into a row. Returns: whether the row can hold them: one with a device in between
 * keeps a source in front of it. */
gboolean genlock_sheet_ends_apply (const GenlockSheetEnds *ends,
                                   GenlockRecord *connection);

/* (transfer full): what the columns of a sheet say of an end. */
char *genlock_sheet_end_dup_name (const GenlockSheetEnd *end,
                                  GenlockSheetNames *names);
char *genlock_sheet_end_dup_port (const GenlockSheetEnd *end,
                                  GenlockSheetNames *names);
char *genlock_sheet_end_dup_connector (const GenlockSheetEnd *end,
                                       GenlockSheetNames *names);

G_END_DECLS
