/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a JSON text, and where. */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-json-error.h"

typedef struct
{
  gsize line; /* from 1, 0: no place */
  gsize column;
  gsize offset;
  const char *reason; /* static, English */
  char *detail; /* owned, nullable */
} GenlockJsonErrorPrivate;

static void
genlock_json_error_private_init (GenlockJsonErrorPrivate *priv)
{
}

static void
genlock_json_error_private_copy (const GenlockJsonErrorPrivate *source,
                                 GenlockJsonErrorPrivate       *target)
{
  *target = *source;
  target->detail = g_strdup (source->detail);
}

static void
genlock_json_error_private_clear (GenlockJsonErrorPrivate *priv)
{
  g_clear_pointer (&priv->detail, g_free);
}

G_DEFINE_EXTENDED_ERROR (GenlockJsonError, genlock_json_error)

/* Lines end with LF, CR LF or CR; a column is one code point. Bytes that are no UTF-8 can only
 * stand at the place itself, so counting lead bytes is exact. */
static void
find_place (GenlockJsonErrorPrivate *priv,
            const char              *data,
            const char              *at)
{
  priv->line = 1;
  priv->column = 1;
  priv->offset = at - data;
  for (const char *p = data; p < at; p++)
    {
      if (*p == '\n' || (*p == '\r' && (p + 1 == at || p[1] != '\n')))
        {
          priv->line++;
          priv->column = 1;
        }
      else if (*p != '\r' && (*p & 0xc0) != 0x80)
        {
          priv->column++;
        }
    }
}

static const char *
same (const char *message)
{
  return message;
}

static char *
fill_in (const char *format,
         const char *detail)
{
  const char *slot = strstr (format, "%s");

  if (slot == NULL)
    return g_strdup (format);
  return g_strdup_printf ("%.*s%s%s", (int) (slot - format), format, detail, slot + 2);
}

static char *
describe (const GenlockJsonErrorPrivate *priv,
          GenlockTranslateFunc           translate)
{
  g_autofree char *reason = fill_in (translate (priv->reason), priv->detail);

  if (priv->line == 0)
    return g_steal_pointer (&reason);

  g_autofree char *line = g_strdup_printf ("%" G_GSIZE_FORMAT, priv->line);
  g_autofree char *column = g_strdup_printf ("%" G_GSIZE_FORMAT, priv->column);
  g_autofree char *offset = g_strdup_printf ("%" G_GSIZE_FORMAT, priv->offset);
  g_autofree char *with_line = fill_in (translate (N_("line %s")), line);
  g_autofree char *with_column = fill_in (translate (N_("column %s")), column);
  g_autofree char *with_offset = fill_in (translate (N_("byte %s")), offset);

  return g_strdup_printf ("%s, %s (%s): %s", with_line, with_column, with_offset, reason);
}

gboolean
genlock_json_error_get_place (const GError *error,
                              gsize        *line,
                              gsize        *column,
                              gsize        *offset)
{
  g_return_val_if_fail (error != NULL && error->domain == GENLOCK_JSON_ERROR, FALSE);

  const GenlockJsonErrorPrivate *priv = genlock_json_error_get_private (error);

  if (line != NULL)
    *line = priv->line;
  if (column != NULL)
    *column = priv->column;
  if (offset != NULL)
    *offset = priv->offset;
  return priv->line > 0;
}

char *
genlock_json_error_describe (const GError         *error,
                             GenlockTranslateFunc  translate)
{
  g_return_val_if_fail (error != NULL && error->domain == GENLOCK_JSON_ERROR, NULL);

  return describe (genlock_json_error_get_private (error), translate != NULL ? translate : same);
}

gboolean
genlock_json_error_set (GError           **error,
                        GenlockJsonError   code,
                        const char        *data,
                        const char        *at,
                        const char        *reason,
                        const char        *detail)
{
  if (error == NULL)
    return FALSE;

  g_autofree char *message = NULL;
  GenlockJsonErrorPrivate *priv;

  *error = g_error_new_literal (GENLOCK_JSON_ERROR, code, "");
  priv = genlock_json_error_get_private (*error);
  priv->reason = reason;
  priv->detail = g_strdup (detail);
  if (at != NULL)
    find_place (priv, data, at);

  message = describe (priv, same);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
  return FALSE;
}
