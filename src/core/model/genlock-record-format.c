/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats of records: which fields they are in, and how they get there. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include "core/model/genlock-record-format.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"

static const GenlockFormatFields tables[] = {
  {
    .table = &genlock_sources,
    .h_res = GENLOCK_SOURCE_H_RES,
    .v_res = GENLOCK_SOURCE_V_RES,
    .rate = GENLOCK_SOURCE_RATE,
    .scan = GENLOCK_SOURCE_SCAN,
    .blanking = GENLOCK_SOURCE_BLANKING,
  },
  {
    .table = &genlock_source_outputs,
    .h_res = GENLOCK_SOURCE_OUTPUT_H_RES,
    .v_res = GENLOCK_SOURCE_OUTPUT_V_RES,
    .rate = GENLOCK_SOURCE_OUTPUT_RATE,
    .scan = GENLOCK_SOURCE_OUTPUT_SCAN,
    .blanking = GENLOCK_SOURCE_OUTPUT_BLANKING,
  },
  {
    .table = &genlock_sends,
    .h_res = GENLOCK_SEND_H_RES,
    .v_res = GENLOCK_SEND_V_RES,
    .rate = GENLOCK_SEND_RATE,
    .scan = GENLOCK_SEND_SCAN,
    .blanking = GENLOCK_SEND_BLANKING,
  },
};

const GenlockFormatFields *
genlock_format_get_fields (const GenlockTable *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (tables[i].table == table)
        return &tables[i];
    }

  return NULL;
}

gboolean
genlock_record_get_format (const GenlockRecord *record,
                           GenlockFormat       *format)
{
  const GenlockFormatFields *fields = genlock_format_get_fields (genlock_record_get_table (record));

  *format = (GenlockFormat) { 0 };
  if (fields == NULL)
    return FALSE;

  format->h_res = (int) CLAMP (genlock_record_get_int (record, fields->h_res), 0, G_MAXINT);
  format->v_res = (int) CLAMP (genlock_record_get_int (record, fields->v_res), 0, G_MAXINT);
  format->rate = genlock_record_get_real (record, fields->rate);
  format->scan = genlock_scan_from_word (genlock_record_get_text (record, fields->scan));
  format->blanking =
    genlock_blanking_from_word (genlock_record_get_text (record, fields->blanking));

  return TRUE;
}

static void
set_res (GenlockRecord *record,
         guint          field,
         int            res)
{
  if (res >= 1 && res <= GENLOCK_RES_MAX)
    genlock_record_set_int (record, field, res);
  else
    genlock_record_set_null (record, field);
}

gboolean
genlock_record_set_format (GenlockRecord       *record,
                           const GenlockFormat *format)
{
  const GenlockFormatFields *fields = genlock_format_get_fields (genlock_record_get_table (record));
  double rate = genlock_rate_normalize (format->rate);

  if (fields == NULL)
    return FALSE;

  set_res (record, fields->h_res, format->h_res);
  set_res (record, fields->v_res, format->v_res);
  if (rate != 0.0)
    genlock_record_set_real (record, fields->rate, rate);
  else
    genlock_record_set_null (record, fields->rate);
  genlock_record_set_text (record, fields->scan, genlock_scan_to_word (format->scan));
  genlock_record_set_text (record, fields->blanking, genlock_blanking_to_word (format->blanking));

  return TRUE;
}
