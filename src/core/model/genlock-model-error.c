/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with a row, naming its table and field. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include "core/model/genlock-model-error.h"

typedef struct
{
  const GenlockTable *table;
  guint field;
} GenlockModelErrorPrivate;

static void
genlock_model_error_private_init (GenlockModelErrorPrivate *priv)
{
}

static void
genlock_model_error_private_copy (const GenlockModelErrorPrivate *from,
                                  GenlockModelErrorPrivate *to)
{
  *to = *from;
}

static void
genlock_model_error_private_clear (GenlockModelErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (GenlockModelError, genlock_model_error)

GError *
genlock_model_error_new (GenlockModelError code,
                         const GenlockTable *table,
                         guint field,
                         const char *sentence)
{
  GError *error = g_error_new_literal (GENLOCK_MODEL_ERROR, code, sentence);
  GenlockModelErrorPrivate *priv = genlock_model_error_get_private (error);

  priv->table = table;
  priv->field = field;

  return error;
}

const GenlockTable *
genlock_model_error_get_table (const GError *error)
{
  return genlock_model_error_get_private (error)->table;
}

guint
genlock_model_error_get_field (const GError *error)
{
  return genlock_model_error_get_private (error)->field;
}
