/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a cable. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "ui/equipment/genlock-cable-words.h"

/* More cables than this are only counted. */
#define CABLES_SHOWN 3

/* (transfer full) (nullable): what the row that @field of @connection names is called. */
static char *
dup_row_name (GenlockStore *store,
              const GenlockRecord *connection,
              guint field)
{
  const char *id = genlock_record_get_text (connection, field);
  const char *type = genlock_record_get_text (connection, GENLOCK_CONNECTION_DESTINATION_TYPE);
  const GenlockTable *table = &genlock_devices;
  g_autoptr (GenlockRecord) row = NULL;

  if (field == GENLOCK_CONNECTION_SOURCE_ID)
    table = &genlock_sources;
  else if (field == GENLOCK_CONNECTION_DESTINATION_ID && g_strcmp0 (type, "SEND") == 0)
    table = &genlock_sends;
  if (id != NULL)
    row = genlock_store_get (store, table, id, NULL);

  return row != NULL ? g_strdup (genlock_record_get_name (row)) : NULL;
}

/* (transfer full) (nullable): what is at the other end; @from: whether the picture comes from
 * there. */
static char *
dup_other_end (GenlockStore *store,
               const GenlockCableEnd *end,
               gboolean *from)
{
  const GenlockRecord *connection = end->connection;

  *from = end->field != GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT;
  if (!*from)
    return dup_row_name (store, connection, GENLOCK_CONNECTION_DESTINATION_ID);

  if (end->field == GENLOCK_CONNECTION_DESTINATION_INPUT
      && genlock_record_has (connection, GENLOCK_CONNECTION_INTERMEDIATE_ID))
    return dup_row_name (store, connection, GENLOCK_CONNECTION_INTERMEDIATE_ID);

  return dup_row_name (store, connection, GENLOCK_CONNECTION_SOURCE_ID);
}

char *
genlock_cable_end_dup_text (GenlockStore *store,
                            const GenlockCableEnd *end)
{
  const char *label = genlock_record_get_text (end->connection, GENLOCK_CONNECTION_CABLE_LABEL);
  gboolean from;
  g_autofree char *other = dup_other_end (store, end, &from);

  if (label == NULL || *label == '\0')
    {
      if (other == NULL)
        return g_strdup ("");
      /* Translators: a cable without a label: “from SRC 3”, “to DST 4” */
      return g_strdup_printf (from ? _("from %s") : _("to %s"), other);
    }
  if (other == NULL)
    return g_strdup (label);

  /* Translators: a cable and what it is plugged to at its other end: “C 12 from SRC 3” */
  return g_strdup_printf (from ? _("%s from %s") : _("%s to %s"), label, other);
}

char *
genlock_cable_dup_name (GenlockStore *store,
                        const GenlockRecord *connection)
{
  static const guint fields[] = {
    GENLOCK_CONNECTION_SOURCE_ID, GENLOCK_CONNECTION_INTERMEDIATE_ID,
    GENLOCK_CONNECTION_DESTINATION_ID,
  };
  const char *label = genlock_record_get_text (connection, GENLOCK_CONNECTION_CABLE_LABEL);
  GString *text;

  if (label != NULL && *label != '\0')
    return g_strdup (label);

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *name = dup_row_name (store, connection, fields[i]);

      if (name != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " → " : "", name);
    }

  return g_string_free (text, FALSE);
}

char *
genlock_cables_dup_unplugged (GenlockStore *store,
                              const GenlockChanges *changes)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);
      g_autoptr (GenlockRecord) cable = NULL;
      g_autofree char *name = NULL;

      if (change->table != &genlock_connections || n++ >= CABLES_SHOWN)
        continue;

      cable = genlock_store_get (store, &genlock_connections, change->id, NULL);
      name = cable != NULL ? genlock_cable_dup_name (store, cable) : NULL;
      if (name != NULL && *name != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
    }

  if (n > CABLES_SHOWN)
    {
      guint more = n - CABLES_SHOWN;

      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", more), more);
    }

  if (n > 0)
    {
      g_autofree char *list = g_string_free (text, FALSE);

      /* Translators: %s are cables that ended on what was deleted: “C 12, C 13 and 4 more” */
      return g_strdup_printf (_("Unplugged: %s"), list);
    }

  g_string_free (text, TRUE);
  return NULL;
}
