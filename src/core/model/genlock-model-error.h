/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with a row, naming its table and field. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

/**
 * GenlockModelError:
 * @GENLOCK_MODEL_ERROR_TYPE: the value is of another type
 * @GENLOCK_MODEL_ERROR_RANGE: out of bounds, or not one of the choices
 * @GENLOCK_MODEL_ERROR_MISSING: a field that must have a value has none
 * @GENLOCK_MODEL_ERROR_RULE: a rule across fields is broken
 */
typedef enum
{
  GENLOCK_MODEL_ERROR_TYPE,
  GENLOCK_MODEL_ERROR_RANGE,
  GENLOCK_MODEL_ERROR_MISSING,
  GENLOCK_MODEL_ERROR_RULE,
} GenlockModelError;

#define GENLOCK_MODEL_ERROR (genlock_model_error_quark ())
GQuark genlock_model_error_quark (void);

/**
 * genlock_model_error_new:
 * @code: see #GenlockModelError
 * @table: the table
 * @field: the field
 * @sentence: what is wrong, for people
 *
 * Returns: (transfer full): an error that carries @table and @field, so that a form row or a
 *   JSON pointer can be marked
 */
GError *genlock_model_error_new (GenlockModelError code,
                                 const GenlockTable *table,
                                 guint field,
                                 const char *sentence);

/* (nullable): the table of an error of this domain. */
const GenlockTable *genlock_model_error_get_table (const GError *error);

/* The field of an error of this domain. */
guint genlock_model_error_get_field (const GError *error);

G_END_DECLS
