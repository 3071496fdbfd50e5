/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format that a source, an output or a send holds in five of its fields. */

#pragma once

#include "core/model/genlock-format.h"
#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockFormatFields:
 * @table: the table
 * @h_res: the field of the active pixels
 * @v_res: the field of the active lines
 * @rate: the field of the rate
 * @scan: the field of the scan
 * @blanking: the field of the blanking
 *
 * Where a table keeps a format.
 */
typedef struct
{
  const GenlockTable *table;
  guint h_res;
  guint v_res;
  guint rate;
  guint scan;
  guint blanking;
} GenlockFormatFields;

/**
 * genlock_format_get_fields:
 * @table: a table
 *
 * Returns: (nullable) (transfer none): its format's fields; %NULL when its rows have no format
 */
const GenlockFormatFields *genlock_format_get_fields (const GenlockTable  *table);

/**
 * genlock_record_get_format:
 * @record: a record of any table
 * @format: (out): the format as the record has it, not normalized; empty where it has none
 *
 * Absent and null fields are unknown parts. An output without a part of its own has its source's:
 * genlock_format_inherit ().
 *
 * Returns: whether the table has formats
 */
gboolean                   genlock_record_get_format (const GenlockRecord *record,
                                                      GenlockFormat       *format);

/**
 * genlock_record_set_format:
 * @record: a record of any table
 * @format: a format
 *
 * Writes all five parts, unknown ones and numbers out of range as null.
 *
 * Returns: whether the table has formats; without, nothing is written
 */
gboolean                   genlock_record_set_format (GenlockRecord       *record,
                                                      const GenlockFormat *format);

G_END_DECLS
