/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on files: import, export, backup, restore, verify, salvage. */

#define G_LOG_DOMAIN "genlock-ctl"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-json-writer.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-maintenance.h"
#include "ctl/genlock-ctl.h"
#include "interchange/genlock-drawio.h"
#include "interchange/genlock-import.h"
#include "interchange/genlock-show-file.h"
#include "interchange/genlock-table-csv.h"
#include "interchange/genlock-videohub-write.h"

void
genlock_ctl_print_file (GenlockCtl *ctl,
                        const char *done,
                        const char *path)
{
  if (!ctl->json)
    {
      g_string_append_printf (ctl->out, "%s: %s\n", _(done), path);
      return;
    }

  genlock_json_write_begin_object (ctl->out);
  genlock_json_write_key (ctl->out, "done");
  genlock_json_write_string (ctl->out, done);
  genlock_json_write_key (ctl->out, "file");
  genlock_json_write_string (ctl->out, path);
  genlock_json_write_end_object (ctl->out);
  g_string_append_c (ctl->out, '\n');
}

static void
print_plan (GenlockCtl *ctl,
            GenlockImportPlan *plan)
{
  g_autofree char *text = ctl->json
                          ? genlock_import_plan_write_json (plan)
                          : genlock_import_plan_print (plan);

  g_string_append (ctl->out, text);
  if (!g_str_has_suffix (text, "\n"))
    g_string_append_c (ctl->out, '\n');
}

static gboolean
carry_out (GenlockCtl *ctl,
           GenlockStore *store,
           GenlockImportPlan *plan,
           GError **error)
{
  g_autoptr (GenlockBatch) batch = genlock_import_plan_build_batch (plan);
  g_autoptr (GenlockChanges) changes = NULL;

  if (genlock_batch_get_length (batch) == 0)
    return TRUE;

  if (!genlock_import_plan_keep_originals (plan, ctl->database, error))
    return FALSE;

  changes = genlock_store_apply (store, batch, NULL, error);
  if (changes == NULL)
    genlock_import_plan_drop_originals (plan);

  return changes != NULL;
}

gboolean
genlock_ctl_import (GenlockCtl *ctl,
                    GError **error)
{
  GenlockStoreMode mode = ctl->dry_run ? GENLOCK_STORE_READ : GENLOCK_STORE_WRITE;
  GenlockImportOptions options = { .answers = (const char * const *) ctl->answers };
  g_autoptr (GenlockImportPlan) plan = NULL;
  g_autoptr (GenlockStore) store = NULL;

  plan = genlock_import_read ((const char * const *) ctl->args, &options, NULL, NULL, NULL, error);
  if (plan == NULL)
    return FALSE;

  store = genlock_ctl_open (ctl, mode, error);
  if (store == NULL
      || !genlock_import_plan_compare (plan, store, NULL, error)
      || (!ctl->dry_run && !carry_out (ctl, store, plan, error)))
    return FALSE;

  print_plan (ctl, plan);

  return TRUE;
}

static const GenlockTable *
find_sheet (const char *name,
            GError **error)
{
  const GenlockTable *table = name != NULL ? genlock_schema_find_table (name) : &genlock_sources;
  const GenlockTable * const *tables = genlock_table_csv_get_tables ();
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      if (tables[i] == table)
        return table;

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", tables[i]->name);
    }

  /* Translators: a table, and those that can be written, one behind the other */
  g_set_error (error, GENLOCK_CTL_ERROR, 0, _("“%s” cannot be written as CSV: choose one of %s"),
               name, names->str);

  return NULL;
}

/* What a file becomes, by the end of its name. */
typedef enum
{
  EXPORT_SHOW,
  EXPORT_TABLE,
  EXPORT_DRAWING,
  EXPORT_LABELS,
} Export;

static gboolean
read_export (const GenlockCtl *ctl,
             Export *kind,
             GError **error)
{
  static const char * const endings[] = {
    [EXPORT_SHOW] = ".genlock",
    [EXPORT_TABLE] = ".csv",
    [EXPORT_DRAWING] = ".drawio",
    [EXPORT_LABELS] = ".txt",
  };
  const char *path = ctl->args[1];
  const char *words = NULL;
  guint i = 0;

  while (i < G_N_ELEMENTS (endings) && !g_str_has_suffix (path, endings[i]))
    i++;

  *kind = i;
  if (i == G_N_ELEMENTS (endings))
    {
      g_set_error (error, GENLOCK_CTL_ERROR, 0,
                   _("The name of “%s” must end in .genlock, .csv, .drawio or .txt"), path);
      return FALSE;
    }

  if (*kind == EXPORT_SHOW && ctl->table != NULL)
    words = N_("A .genlock file holds every table");
  else if (*kind != EXPORT_TABLE && ctl->table != NULL)
    words = N_("--table goes with a .csv file only");
  else if ((*kind == EXPORT_LABELS) != (ctl->of != NULL))
    words = N_("A .txt file holds the labels and routes of one router: say which with --of");
  if (words != NULL)
    g_set_error_literal (error, GENLOCK_CTL_ERROR, 0, _(words));

  return words == NULL;
}

static gboolean
write_labels (const GenlockCtl *ctl,
              GenlockStore *store,
              const GenlockRecord *show,
              GError **error)
{
  const char *id = genlock_record_get_id (show);
  g_autoptr (GenlockRecord) device = genlock_store_find (store, &genlock_devices, ctl->of, id,
                                                         error);

  return device != NULL && genlock_videohub_write (store, id, genlock_record_get_id (device),
                                                   ctl->args[1], error);
}

static gboolean
write_export (const GenlockCtl *ctl,
              Export kind,
              const GenlockTable *table,
              GenlockStore *store,
              const GenlockRecord *show,
              GError **error)
{
  const char *id = genlock_record_get_id (show);

  switch (kind)
    {
    case EXPORT_SHOW:
      return genlock_show_file_write (store, id, ctl->args[1], error);

    case EXPORT_TABLE:
      return genlock_table_csv_write (store, id, table, ctl->args[1], error);

    case EXPORT_DRAWING:
      return genlock_drawio_write (store, show, ctl->args[1], error);

    case EXPORT_LABELS:
      return write_labels (ctl, store, show, error);
    }

  return FALSE;
}

gboolean
genlock_ctl_export (GenlockCtl *ctl,
                    GError **error)
{
  const GenlockTable *table = NULL;
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GenlockRecord) show = NULL;
  Export kind;

  if (!read_export (ctl, &kind, error))
    return FALSE;

  if (kind == EXPORT_TABLE)
    {
      table = find_sheet (ctl->table, error);
      if (table == NULL)
        return FALSE;
    }

  store = genlock_ctl_open (ctl, GENLOCK_STORE_READ, error);
  if (store == NULL)
    return FALSE;

  show = genlock_store_find (store, &genlock_productions, ctl->args[0], NULL, error);
  if (show == NULL || !write_export (ctl, kind, table, store, show, error))
    return FALSE;

  genlock_ctl_print_file (ctl, N_("Written"), ctl->args[1]);

  return TRUE;
}

gboolean
genlock_ctl_backup (GenlockCtl *ctl,
                    GError **error)
{
  ctl->subject = ctl->args[0];
  if (!genlock_database_backup (ctl->database, ctl->args[0], NULL, error))
    return FALSE;

  genlock_ctl_print_file (ctl, N_("Backed up to"), ctl->args[0]);

  return TRUE;
}

gboolean
genlock_ctl_restore (GenlockCtl *ctl,
                     GError **error)
{
  ctl->subject = ctl->database;
  if (!genlock_database_restore (ctl->database, ctl->args[0], error))
    return FALSE;

  genlock_ctl_print_file (ctl, N_("Restored"), ctl->database);

  return TRUE;
}

static void
print_problems (GenlockCtl *ctl,
                GPtrArray *problems)
{
  if (!ctl->json)
    {
      for (guint i = 0; i < problems->len; i++)
        {
          g_autofree char *sentence = genlock_ctl_dup_sentence (problems->pdata[i]);

          g_string_append_printf (ctl->out, "%s\n", sentence);
        }
      return;
    }

  genlock_json_write_key (ctl->out, "problems");
  genlock_json_write_begin_array (ctl->out);
  for (guint i = 0; i < problems->len; i++)
    genlock_json_write_string (ctl->out, problems->pdata[i]);
  genlock_json_write_end_array (ctl->out);
}

gboolean
genlock_ctl_verify (GenlockCtl *ctl,
                    GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  ctl->subject = ctl->database;
  if (!genlock_database_verify (ctl->database, problems, error))
    return FALSE;

  if (ctl->json)
    {
      genlock_json_write_begin_object (ctl->out);
      genlock_json_write_key (ctl->out, "whole");
      genlock_json_write_boolean (ctl->out, problems->len == 0);
      print_problems (ctl, problems);
      genlock_json_write_end_object (ctl->out);
      g_string_append_c (ctl->out, '\n');
    }
  else if (problems->len == 0)
    {
      g_string_append_printf (ctl->out, _("%s is whole."), ctl->database);
      g_string_append_c (ctl->out, '\n');
    }
  else
    print_problems (ctl, problems);

  if (problems->len == 0)
    return TRUE;

  genlock_ctl_flush (ctl);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               ngettext ("%s has %u problem: restore a backup, or salvage what it holds",
                         "%s has %u problems: restore a backup, or salvage what it holds",
                         problems->len), ctl->database, problems->len);

  return FALSE;
}

gboolean
genlock_ctl_salvage (GenlockCtl *ctl,
                     GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint64 n_rows = 0;

  ctl->subject = ctl->args[0];
  if (!genlock_database_salvage (ctl->database, ctl->args[0], &n_rows, problems, error))
    return FALSE;

  if (ctl->json)
    {
      genlock_json_write_begin_object (ctl->out);
      genlock_json_write_key (ctl->out, "file");
      genlock_json_write_string (ctl->out, ctl->args[0]);
      genlock_json_write_key (ctl->out, "rows");
      genlock_json_write_int (ctl->out, n_rows);
      print_problems (ctl, problems);
      genlock_json_write_end_object (ctl->out);
      g_string_append_c (ctl->out, '\n');
      return TRUE;
    }

  g_string_append_printf (ctl->out, ngettext ("%lu row saved into %s.", "%lu rows saved into %s.",
                                              (gulong) n_rows), (gulong) n_rows, ctl->args[0]);
  g_string_append_c (ctl->out, '\n');
  print_problems (ctl, problems);

  return TRUE;
}
