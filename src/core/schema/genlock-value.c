/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of one field: absent, null, text, integer or real. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/schema/genlock-value.h"

void
genlock_value_clear (GenlockValue *value)
{
  if (value->kind == GENLOCK_VALUE_TEXT)
    g_free (value->text);

  memset (value, 0, sizeof *value);
}

GenlockValue
genlock_value_copy (const GenlockValue *value)
{
  GenlockValue copy = *value;

  if (copy.kind == GENLOCK_VALUE_TEXT)
    copy.text = g_strdup (value->text);

  return copy;
}

gboolean
genlock_value_equal (const GenlockValue *a,
                     const GenlockValue *b)
{
  if (a->kind != b->kind)
    return FALSE;

  switch (a->kind)
    {
    case GENLOCK_VALUE_ABSENT:
    case GENLOCK_VALUE_NULL:
      return TRUE;

    case GENLOCK_VALUE_TEXT:
      return strcmp (a->text, b->text) == 0;

    case GENLOCK_VALUE_INT:
      return a->integer == b->integer;

    case GENLOCK_VALUE_REAL:
      return memcmp (&a->real, &b->real, sizeof a->real) == 0;
    }

  g_assert_not_reached ();
}

double
genlock_value_round (double real)
{
  /* Beyond 2^50 thousandths cannot be told apart, and the product might overflow. */
  if (fabs (real) >= 1125899906842624.0)
    return real;

  return round (real * 1000.0) / 1000.0 + 0.0;
}
