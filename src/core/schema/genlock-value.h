/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One value of one field: absent, null, text, integer or real. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockValueKind:
 * @GENLOCK_VALUE_ABSENT: nothing is said of the field (a partial row)
 * @GENLOCK_VALUE_NULL: the field is empty
 * @GENLOCK_VALUE_TEXT: text, choices, ids, days, instants, JSON
 * @GENLOCK_VALUE_INT: integers within ±2^53 and booleans (0, 1)
 * @GENLOCK_VALUE_REAL: finite numbers with at most three decimals
 *
 * Absent, null and a value stay distinct: PATCH and merge need it.
 */
typedef enum
{
  GENLOCK_VALUE_ABSENT,
  GENLOCK_VALUE_NULL,
  GENLOCK_VALUE_TEXT,
  GENLOCK_VALUE_INT,
  GENLOCK_VALUE_REAL,
} GenlockValueKind;

/**
 * GenlockValue:
 * @kind: which member of the union holds
 * @text: (nullable): owned, UTF-8, never %NULL for %GENLOCK_VALUE_TEXT
 * @integer: for %GENLOCK_VALUE_INT
 * @real: for %GENLOCK_VALUE_REAL
 *
 * An all-zero value is absent.
 */
typedef struct
{
  GenlockValueKind kind;
  union
  {
    char *text;
    gint64 integer;
    double real;
  };
} GenlockValue;

/**
 * genlock_value_clear:
 * @value: a value
 *
 * Frees what @value holds and leaves it absent.
 */
void genlock_value_clear (GenlockValue *value);

/**
 * genlock_value_copy:
 * @value: a value
 *
 * Returns: a copy that owns its text
 */
GenlockValue genlock_value_copy (const GenlockValue *value);

/**
 * genlock_value_equal:
 * @a: a value
 * @b: another
 *
 * Returns: whether both are of one kind and hold the same; null is not "" and not absent
 */
gboolean genlock_value_equal (const GenlockValue *a,
                              const GenlockValue *b);

/**
 * genlock_value_round:
 * @real: a finite number
 *
 * Returns: @real with at most three decimals: the nearest, never -0
 */
double genlock_value_round (double real);

/**
 * genlock_value_has:
 * @value: a value
 *
 * Returns: whether @value is neither absent nor null
 */
static inline gboolean
genlock_value_has (const GenlockValue *value)
{
  return value->kind > GENLOCK_VALUE_NULL;
}

G_END_DECLS
