/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sheet was printed when, and how often. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include "core/model/genlock-instant.h"
#include "core/schema/genlock-prints.h"
#include "interchange/genlock-sheet-prints.h"

void
genlock_sheet_print_clear (GenlockSheetPrint *print)
{
  g_clear_pointer (&print->author, g_free);
}

/* A type may be of any length, a name of a sheet may not. */
#define MAX_TYPE 100

char *
genlock_sheet_wish_dup_name (const GenlockSheetWish *wish)
{
  const char *word = genlock_sheet_kind_get_word (wish->kind);

  if (genlock_sheet_kind_takes_device (wish->kind) && wish->device_id != NULL)
    return g_strdup_printf ("%s %s", word, wish->device_id);

  if (wish->kind == GENLOCK_SHEET_SOURCES && wish->source_type != NULL)
    {
      g_autofree char *type = g_utf8_substring (wish->source_type, 0,
                                                MIN (g_utf8_strlen (wish->source_type, -1),
                                                     MAX_TYPE));

      return g_strdup_printf ("%s %s", word, type);
    }

  return g_strdup (word);
}

gboolean
genlock_sheet_prints_find (GenlockStore *store,
                           const char *production_id,
                           const GenlockSheetWish *wish,
                           GenlockSheetPrint *print,
                           GError **error)
{
  g_autofree char *name = genlock_sheet_wish_dup_name (wish);
  const char *names[] = { name, NULL };
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_prints);
  g_autoptr (GPtrArray) rows = NULL;

  *print = (GenlockSheetPrint) { 0 };
  genlock_query_set_parent (query, production_id);
  genlock_query_set_filter (query, GENLOCK_PRINT_SHEET, names, FALSE);
  rows = genlock_store_list (store, query, error);
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const GenlockRecord *row = rows->pdata[i];
      guint revision = (guint) genlock_record_get_int (row, GENLOCK_PRINT_REVISION);
      const char *at = genlock_record_get_text (row, GENLOCK_PRINT_AT);

      if (revision < print->revision)
        continue;

      genlock_sheet_print_clear (print);
      print->revision = revision;
      print->author = g_strdup (genlock_record_get_text (row, GENLOCK_PRINT_AUTHOR));
      if (at == NULL || !genlock_instant_parse (at, &print->at))
        print->at = 0;
    }

  return TRUE;
}

GenlockBatch *
genlock_sheet_prints_record (const char *production_id,
                             const GenlockSheetWish *wish,
                             const GenlockSheetPrint *print)
{
  GenlockBatch *batch = genlock_batch_new ("ADD");
  GenlockRecord *row = genlock_record_new_row (&genlock_prints, NULL);

  genlock_record_set_text (row, GENLOCK_PRINT_PRODUCTION_ID, production_id);
  genlock_record_take_text (row, GENLOCK_PRINT_SHEET, genlock_sheet_wish_dup_name (wish));
  genlock_record_take_text (row, GENLOCK_PRINT_AT, genlock_instant_format (print->at));
  if (print->author != NULL)
    genlock_record_set_text (row, GENLOCK_PRINT_AUTHOR, print->author);
  genlock_record_set_int (row, GENLOCK_PRINT_REVISION, print->revision);
  genlock_batch_insert (batch, row);

  return batch;
}

const char *
genlock_sheet_prints_get_author (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();

  return name;
}
