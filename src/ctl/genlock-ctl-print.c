/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as a table for people, or as JSON. */

#define G_LOG_DOMAIN "genlock-ctl"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-json-writer.h"
#include "core/model/genlock-record-json.h"
#include "core/model/genlock-validate.h"
#include "ctl/genlock-ctl-print.h"

/* One line, no control characters: what a terminal may be shown. */
static char *
make_cell (const GenlockRecord *record,
           guint index)
{
  const GenlockField *field = genlock_table_get_field (genlock_record_get_table (record), index);
  g_autofree char *text = genlock_field_print (field, genlock_record_get_value (record, index));
  g_autoptr (GString) cell = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      g_string_append_unichar (cell, g_unichar_iscntrl (letter) ? ' ' : letter);
    }

  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static gboolean
says_something (GPtrArray *rows,
                guint index)
{
  for (guint i = 0; i < rows->len; i++)
    if (genlock_record_has (rows->pdata[i], index))
      return TRUE;

  return FALSE;
}

static void
append_padded (GString *out,
               const char *text,
               glong width)
{
  glong length = g_utf8_strlen (text, -1);

  if (length > width)
    {
      g_autofree char *cut = g_utf8_substring (text, 0, width - 1);

      g_string_append_printf (out, "%s…  ", cut);
      return;
    }

  g_string_append (out, text);
  for (glong i = length; i < width + 2; i++)
    g_string_append_c (out, ' ');
}

/* As wide as the widest cell, within the width of the description. */
static glong
column_width (const GenlockTable *table,
              GPtrArray *rows,
              guint index)
{
  const GenlockField *field = genlock_table_get_field (table, index);
  glong width = g_utf8_strlen (field->json, -1);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *cell = make_cell (rows->pdata[i], index);

      width = MAX (width, MIN (g_utf8_strlen (cell, -1), (glong) field->width * 2));
    }

  return width;
}

void
genlock_ctl_print_rows (GString *out,
                        const GenlockTable *table,
                        GPtrArray *rows)
{
  g_autofree glong *widths = g_new0 (glong, table->n_fields);
  gboolean has_id = genlock_table_replicates (table);

  if (rows->len == 0)
    {
      /* Translators: several of something: "sources" */
      g_string_append_printf (out, _("No %s."), _(table->label_plural));
      g_string_append_c (out, '\n');
      return;
    }

  for (guint i = 0; i < table->n_fields; i++)
    if ((genlock_table_get_field (table, i)->width > 0 || !has_id) && says_something (rows, i))
      {
        widths[i] = column_width (table, rows, i);
        append_padded (out, genlock_table_get_field (table, i)->json, widths[i]);
      }

  g_string_append (out, has_id ? "id\n" : "\n");

  for (guint i = 0; i < rows->len; i++)
    {
      for (guint j = 0; j < table->n_fields; j++)
        if (widths[j] > 0)
          {
            g_autofree char *cell = make_cell (rows->pdata[i], j);

            append_padded (out, cell, widths[j]);
          }

      g_string_append_printf (out, "%s\n", has_id ? genlock_record_get_id (rows->pdata[i]) : "");
    }
}

void
genlock_ctl_print_row (GString *out,
                       const GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);

  for (guint i = 0; i < table->n_fields; i++)
    if (genlock_record_has (record, i))
      {
        g_autofree char *cell = make_cell (record, i);

        append_padded (out, genlock_table_get_field (table, i)->json, 18);
        g_string_append_printf (out, "%s\n", cell);
      }

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *child = genlock_schema_tables[i];
      GPtrArray *rows = genlock_record_get_children (record, child);

      if (rows == NULL || rows->len == 0)
        continue;

      g_string_append_printf (out, "\n%s:\n", child->nested_as);
      genlock_ctl_print_rows (out, child, rows);
    }
}

void
genlock_ctl_print_json (GString *out,
                        GPtrArray *rows)
{
  genlock_json_write_begin_array (out);
  for (guint i = 0; i < rows->len; i++)
    genlock_record_write_json (rows->pdata[i], out);
  genlock_json_write_end_array (out);
  g_string_append_c (out, '\n');
}
