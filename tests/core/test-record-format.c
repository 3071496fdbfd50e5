/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats into records and out of them. */

#include "config.h"

#include <math.h>

#include "core/model/genlock-record-format.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"

static const GenlockTable *const with_formats[] = {
  &genlock_sources,
  &genlock_source_outputs,
  &genlock_sends,
};

static void
test_round_trip (void)
{
  gsize n_groups;
  const GenlockFormatGroup *groups = genlock_format_get_presets (&n_groups);

  for (gsize table = 0; table < G_N_ELEMENTS (with_formats); table++)
    {
      for (gsize group = 0; group < n_groups; group++)
        {
          for (gsize i = 0; i < groups[group].n_formats; i++)
            {
              g_autoptr (GenlockRecord) record = genlock_record_new (with_formats[table]);
              const GenlockFormat *format = &groups[group].formats[i];
              GenlockFormat read;

              g_assert_true (genlock_record_set_format (record, format));
              g_assert_true (genlock_record_get_format (record, &read));
              g_assert_cmpint (read.h_res, ==, format->h_res);
              g_assert_cmpint (read.v_res, ==, format->v_res);
              g_assert_cmpfloat (read.rate, ==, format->rate);
              g_assert_cmpint (read.scan, ==, format->scan);
              g_assert_cmpint (read.blanking, ==, format->blanking);
            }
        }
    }
}

/* The fields hold what their names say. */
static void
test_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (with_formats); i++)
    {
      const GenlockTable *table = with_formats[i];
      const GenlockFormatFields *fields = genlock_format_get_fields (table);

      g_assert_cmpstr (genlock_table_get_field (table, fields->h_res)->name, ==, "h_res");
      g_assert_cmpstr (genlock_table_get_field (table, fields->v_res)->name, ==, "v_res");
      g_assert_cmpstr (genlock_table_get_field (table, fields->rate)->name, ==, "rate");
      g_assert_cmpstr (genlock_table_get_field (table, fields->scan)->name, ==, "scan");
      g_assert_cmpstr (genlock_table_get_field (table, fields->blanking)->name, ==, "blanking");
    }

  g_assert_null (genlock_format_get_fields (&genlock_productions));
}

/* Unknown is null, also over what was there; the database's words are the schema's. */
static void
test_nulls (void)
{
  g_autoptr (GenlockRecord) record = genlock_record_new (&genlock_sources);
  g_autoptr (GenlockRecord) production = genlock_record_new (&genlock_productions);
  GenlockFormat format = { 1920, 1080, 59.94, GENLOCK_SCAN_PSF, GENLOCK_BLANKING_RB_V3 };
  GenlockFormat read = { 1, 1, 1, GENLOCK_SCAN_I, GENLOCK_BLANKING_NONE };

  g_assert_true (genlock_record_get_format (record, &read));
  g_assert_true (genlock_format_is_empty (&read));

  g_assert_true (genlock_record_set_format (record, &format));
  g_assert_cmpstr (genlock_record_get_text (record, GENLOCK_SOURCE_SCAN), ==, "PSF");
  g_assert_cmpstr (genlock_record_get_text (record, GENLOCK_SOURCE_BLANKING), ==, "RBv3");

  format = (GenlockFormat) { -4, 70000, NAN, (GenlockScan) 50, (GenlockBlanking) 50 };
  g_assert_true (genlock_record_set_format (record, &format));
  g_assert_false (genlock_record_has (record, GENLOCK_SOURCE_H_RES));
  g_assert_false (genlock_record_has (record, GENLOCK_SOURCE_V_RES));
  g_assert_false (genlock_record_has (record, GENLOCK_SOURCE_RATE));
  g_assert_false (genlock_record_has (record, GENLOCK_SOURCE_SCAN));
  g_assert_false (genlock_record_has (record, GENLOCK_SOURCE_BLANKING));
  g_assert_false (genlock_record_is_absent (record, GENLOCK_SOURCE_BLANKING));

  genlock_record_set_int (record, GENLOCK_SOURCE_H_RES, G_MAXINT64);
  genlock_record_set_int (record, GENLOCK_SOURCE_V_RES, G_MININT64);
  genlock_record_set_text (record, GENLOCK_SOURCE_SCAN, "sideways");
  g_assert_true (genlock_record_get_format (record, &read));
  g_assert_true (genlock_format_is_empty (&read));

  g_assert_false (genlock_record_get_format (production, &read));
  g_assert_false (genlock_record_set_format (production, &format));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-format/round-trip", test_round_trip);
  g_test_add_func ("/record-format/fields", test_fields);
  g_test_add_func ("/record-format/nulls", test_nulls);

  return g_test_run ();
}
