/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a show in a line. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-productions.h"
#include "ui/common/genlock-dates.h"
#include "ui/productions/genlock-production-words.h"

static const char *
get_text (const GenlockRecord *record,
          guint field)
{
  const char *text = genlock_record_get_text (record, field);

  return text != NULL && *text != '\0' ? text : NULL;
}

static void
append (GString *line,
        const char *separator,
        const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, text);
}

char *
genlock_production_dup_name (const GenlockRecord *production)
{
  const char *name = get_text (production, GENLOCK_PRODUCTION_SHOW_NAME);

  return g_strdup (name != NULL ? name : _("Show without a name"));
}

char *
genlock_production_dup_place (const GenlockRecord *production)
{
  GString *line = g_string_new (NULL);
  const char *venue = get_text (production, GENLOCK_PRODUCTION_VENUE);

  append (line, " · ", get_text (production, GENLOCK_PRODUCTION_CLIENT));
  append (line, " · ", venue);
  append (line, venue != NULL ? ", " : " · ", get_text (production, GENLOCK_PRODUCTION_ROOM));

  return g_string_free (line, FALSE);
}

char *
genlock_production_dup_line (const GenlockRecord *production,
                             const GDate *today)
{
  g_autofree char *place = genlock_production_dup_place (production);
  g_autofree char *span =
    genlock_days_dup_span (genlock_record_get_text (production, GENLOCK_PRODUCTION_LOAD_IN),
                           genlock_record_get_text (production, GENLOCK_PRODUCTION_LOAD_OUT),
                           today);
  GString *line = g_string_new (place);

  append (line, " · ", span);

  return g_string_free (line, FALSE);
}

const char *
genlock_production_get_status_label (const GenlockRecord *production)
{
  const GenlockField *field = genlock_table_get_field (&genlock_productions,
                                                       GENLOCK_PRODUCTION_STATUS);
  const char *word = genlock_record_get_text (production, GENLOCK_PRODUCTION_STATUS);

  return word != NULL ? _(genlock_field_get_choice_label (field, word)) : "";
}
