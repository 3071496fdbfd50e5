/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random rows within the rules of their table, for property tests. */

#define G_LOG_DOMAIN "test-random"

#include "config.h"

#include "core/model/genlock-instant.h"
#include "core/model/genlock-uuid.h"
#include "random-record.h"

static char *
random_text (GRand *random,
             const GenlockBounds *bounds)
{
  static const gunichar letters[] = { 'a', 'Z', '0', ' ', '"', '\\', '\n', '\t', 0x7f, 0xe9, 0xd7,
                                      0x2192, 0x1f3a5, '<', '&', '\'' };
  int most = bounds->max > 0 ? MIN (bounds->max, 40) : 40;
  int length = g_rand_int_range (random, bounds->min, most + 1);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < length; i++)
    g_string_append_unichar (text, letters[g_rand_int_range (random, 0, G_N_ELEMENTS (letters))]);

  return g_string_free (text, FALSE);
}

static char *
random_uuid (GRand *random)
{
  g_autofree char *name = g_strdup_printf ("%u", g_rand_int (random));

  return genlock_uuid_v5 (GENLOCK_UUID_NAMESPACE, name, -1);
}

static char *
random_instant (GRand *random,
                gboolean whole_day)
{
  gint64 instant = g_rand_double_range (random, GENLOCK_INSTANT_MIN, GENLOCK_INSTANT_MAX);

  return genlock_instant_format (whole_day ? genlock_instant_to_day (instant) : instant);
}

static const char *
random_choice (GRand *random,
               const GenlockField *field)
{
  guint n_choices = 0;

  while (field->choices[n_choices].word != NULL)
    n_choices++;

  return field->choices[g_rand_int_range (random, 0, n_choices)].word;
}

static double
random_number (GRand *random,
               const GenlockBounds *bounds)
{
  if (bounds->min == 0 && bounds->max == 0)
    return g_rand_double_range (random, -1e6, 1e6);

  return g_rand_double_range (random, bounds->min, bounds->max);
}

static void
set_random (GenlockRecord *record,
            guint index,
            GRand *random)
{
  const GenlockField *field = genlock_table_get_field (genlock_record_get_table (record), index);

  switch (field->type)
    {
    case GENLOCK_TEXT:
    case GENLOCK_REF:
      genlock_record_take_text (record, index,
                                field->type == GENLOCK_REF
                                ? random_uuid (random)
                                : random_text (random, &field->bounds));
      return;

    case GENLOCK_INT:
      genlock_record_set_int (record, index, random_number (random, &field->bounds));
      return;

    case GENLOCK_REAL:
      genlock_record_set_real (record, index, random_number (random, &field->bounds));
      return;

    case GENLOCK_BOOL:
      genlock_record_set_bool (record, index, g_rand_boolean (random));
      return;

    case GENLOCK_ENUM:
      genlock_record_set_text (record, index, random_choice (random, field));
      return;

    case GENLOCK_ID:
    case GENLOCK_LINK:
      genlock_record_take_text (record, index, random_uuid (random));
      return;

    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
      genlock_record_take_text (record, index,
                                random_instant (random, field->type == GENLOCK_DAY));
      return;

    case GENLOCK_JSON:
      genlock_record_set_text (record, index, "{\"a\":[1,2.5,null,\"x\"],\"b\":{}}");
      return;
    }

  g_assert_not_reached ();
}

GenlockRecord *
random_record_new (const GenlockTable *table,
                   GRand *random)
{
  GenlockRecord *record = genlock_record_new (table);

  for (guint i = 0; i < table->n_fields; i++)
    {
      gboolean nullable = genlock_table_get_field (table, i)->flags & GENLOCK_NULLABLE;

      if (nullable && g_rand_int_range (random, 0, 4) == 0)
        genlock_record_set_null (record, i);
      else
        set_random (record, i, random);
    }

  return record;
}
