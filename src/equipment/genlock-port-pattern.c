/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many labels written as one: SDI IN [1-40]. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include "equipment/genlock-port-pattern-private.h"

static void
append_choice (GString *label,
               const GenlockPortPatternPart *part,
               guint choice)
{
  for (guint i = 0; i < part->items->len; i++)
    {
      const GenlockPortPatternItem *item = &g_array_index (part->items, GenlockPortPatternItem, i);
      gint64 value = item->first + item->step * choice;

      if (choice >= item->n)
        {
          choice -= item->n;
          continue;
        }

      if (item->word != NULL)
        g_string_append (label, item->word);
      else if (item->is_letter)
        g_string_append_c (label, (char) value);
      else
        g_string_append_printf (label, "%0*" G_GINT64_FORMAT, (int) item->digits, value);

      return;
    }
}

/* Label @number: the last part counts fastest. */
static char *
dup_label (const GenlockPortPattern *pattern,
           guint number)
{
  GString *label = g_string_new (NULL);
  guint rest = (guint) pattern->n_labels;

  for (guint i = 0; i < pattern->parts->len; i++)
    {
      const GenlockPortPatternPart *part =
        &g_array_index (pattern->parts, GenlockPortPatternPart, i);

      rest /= part->n;
      append_choice (label, part, number / rest % part->n);
    }

  return g_string_free (label, FALSE);
}

char **
genlock_port_pattern_expand (const char *pattern,
                             guint max,
                             GError **error)
{
  g_auto (GenlockPortPattern) read = { 0 };
  char **labels;

  g_return_val_if_fail (pattern != NULL, NULL);

  if (!genlock_port_pattern_read (pattern, max, &read, error))
    return NULL;

  labels = g_new0 (char *, read.n_labels + 1);
  for (guint i = 0; i < read.n_labels; i++)
    labels[i] = dup_label (&read, i);

  return labels;
}

guint
genlock_port_pattern_count (const char *pattern,
                            guint max,
                            GError **error)
{
  g_auto (GenlockPortPattern) read = { 0 };

  g_return_val_if_fail (pattern != NULL, 0);

  return genlock_port_pattern_read (pattern, max, &read, error) ? (guint) read.n_labels : 0;
}
