/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import does not carry over, where it stood and why. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "interchange/genlock-import-report.h"

struct _GenlockImportReport
{
  GPtrArray *notes;   /* (element-type GenlockImportNote), owned */
  GHashTable *known;  /* key → note */
};

#define MAX_VALUE_CHARS 2000

static void
place_free (gpointer data)
{
  GenlockImportPlace *place = data;

  g_free (place->place);
  g_free (place->value);
  g_free (place);
}

static void
note_free (gpointer data)
{
  GenlockImportNote *note = data;

  g_free (note->file);
  g_free (note->show);
  g_free (note->pattern);
  g_ptr_array_unref (note->places);
  g_free (note);
}

GenlockImportReport *
genlock_import_report_new (void)
{
  GenlockImportReport *report = g_new0 (GenlockImportReport, 1);

  report->notes = g_ptr_array_new_with_free_func (note_free);
  report->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return report;
}

void
genlock_import_report_free (GenlockImportReport *report)
{
  g_ptr_array_unref (report->notes);
  g_hash_table_unref (report->known);
  g_free (report);
}

/* "sources[3].rate" and "row 12" without their numbers, so that like places are one. */
static char *
dup_pattern (const char *place)
{
  GString *pattern = g_string_sized_new (strlen (place));

  for (const char *at = place; *at != '\0'; at++)
    {
      if (*at == '[' && g_ascii_isdigit (at[1]))
        {
          g_string_append (pattern, "[]");
          at += strcspn (at, "]");
          if (*at == '\0')
            break;
        }
      else if (g_str_has_prefix (at, "row ") && g_ascii_isdigit (at[4]))
        {
          g_string_append (pattern, "row");
          at += 3 + strspn (at + 4, "0123456789");
        }
      else
        {
          g_string_append_c (pattern, *at);
        }
    }

  return g_string_free (pattern, FALSE);
}

static char *
dup_value (const char *value)
{
  const char *cut;

  if (value == NULL)
    return NULL;

  if (g_utf8_strlen (value, -1) <= MAX_VALUE_CHARS)
    return g_strdup (value);

  cut = g_utf8_offset_to_pointer (value, MAX_VALUE_CHARS - 1);

  return g_strdup_printf ("%.*s…", (int) (cut - value), value);
}

static GenlockImportNote *
find_note (GenlockImportReport *report,
           GenlockImportSeverity severity,
           const char *file,
           const char *show,
           const char *place,
           const char *reason)
{
  g_autofree char *pattern = dup_pattern (place);
  g_autofree char *key = NULL;
  GenlockImportNote *note;

  key = g_strdup_printf ("%d\n%s\n%s\n%s\n%s", severity, file, show != NULL ? show : "", pattern,
                         reason);
  note = g_hash_table_lookup (report->known, key);
  if (note != NULL)
    return note;

  note = g_new0 (GenlockImportNote, 1);
  note->severity = severity;
  note->file = g_strdup (file);
  note->show = g_strdup (show);
  note->pattern = g_steal_pointer (&pattern);
  note->reason = reason;
  note->places = g_ptr_array_new_with_free_func (place_free);
  g_ptr_array_add (report->notes, note);
  g_hash_table_insert (report->known, g_steal_pointer (&key), note);

  return note;
}

void
genlock_import_report_add (GenlockImportReport *report,
                           GenlockImportSeverity severity,
                           const char *file,
                           const char *show,
                           const char *place,
                           const char *value,
                           const char *reason)
{
  GenlockImportNote *note = find_note (report, severity, file, show, place, reason);
  GenlockImportPlace *entry;

  note->count++;
  if (note->places->len >= GENLOCK_IMPORT_MAX_PLACES)
    return;

  entry = g_new0 (GenlockImportPlace, 1);
  entry->place = g_strdup (place);
  entry->value = dup_value (value);
  g_ptr_array_add (note->places, entry);
}

GPtrArray *
genlock_import_report_get_notes (GenlockImportReport *report)
{
  return report->notes;
}

guint
genlock_import_report_count (GenlockImportReport *report,
                             GenlockImportSeverity severity)
{
  guint count = 0;

  for (guint i = 0; i < report->notes->len; i++)
    {
      const GenlockImportNote *note = g_ptr_array_index (report->notes, i);

      if (note->severity == severity)
        count += note->count;
    }

  return count;
}
