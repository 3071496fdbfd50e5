/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads show files (.genlock) into the plan of an import. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/model/genlock-record-json.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "interchange/genlock-import.h"
#include "interchange/genlock-show-file-read.h"
#include "interchange/genlock-show-file.h"

/* What the rows of one file have in common. */
typedef struct
{
  GenlockImportPlan *plan; /* unowned */
  GHashTable *shows; /* owned (element-type utf8 GenlockImportShow) */
  guint file;
} Reader;

/* What belongs to a database stays out, whoever wrote it into the file. */
static void
forget_local (GenlockRecord *record)
{
  for (guint i = 0; i < GENLOCK_N_META; i++)
    if (i != GENLOCK_META_ID)
      genlock_record_unset (record, i);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      GPtrArray *children = genlock_record_get_children (record, genlock_schema_tables[i]);

      for (guint j = 0; children != NULL && j < children->len; j++)
        forget_local (children->pdata[j]);
    }
}

static void
report (Reader *self,
        GenlockImportSeverity severity,
        const char *place,
        const char *value,
        const char *reason)
{
  genlock_import_report_add (genlock_import_plan_get_report (self->plan), severity,
                             genlock_import_plan_get_file_name (self->plan, self->file), NULL,
                             place, value, reason);
}

/* A row as the file says it, with the presets of what it does not say. */
static GenlockRecord *
read_record (Reader *self,
             const GenlockTable *table,
             JsonNode *node,
             const char *place)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GenlockRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      report (self, GENLOCK_IMPORT_LOST, place, NULL, N_("It is no row."));
      return NULL;
    }

  record = genlock_record_from_json (table, json_node_get_object (node), unknown, &error);
  if (record == NULL)
    {
      report (self, GENLOCK_IMPORT_LOST, place, error->message,
              N_("The row breaks a rule of its table."));
      return NULL;
    }

  for (guint i = 0; i < unknown->len; i++)
    {
      g_autofree char *at = g_strdup_printf ("%s.%s", place, (const char *) unknown->pdata[i]);

      report (self, GENLOCK_IMPORT_LOST, at, NULL, N_("This Genlock does not know the field."));
    }

  if (genlock_record_get_id (record) == NULL)
    {
      report (self, GENLOCK_IMPORT_LOST, place, NULL, N_("The row has no id."));
      return NULL;
    }

  forget_local (record);

  return g_steal_pointer (&record);
}

/* The show that a row belongs to: the one that its link names. */
static GenlockImportShow *
find_show (Reader *self,
           const GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);
  const char *parent;

  if (table == &genlock_equipment_specs)
    return genlock_import_plan_get_equipment (self->plan);

  parent = table->parent_field != 0 ? genlock_record_get_text (record, table->parent_field) : NULL;

  return parent != NULL ? g_hash_table_lookup (self->shows, parent) : NULL;
}

static void
add_record (Reader *self,
            GenlockRecord *record,
            const char *place)
{
  const GenlockTable *table = genlock_record_get_table (record);
  GenlockImportShow *show;

  if (table == &genlock_productions)
    {
      g_autofree char *id = g_strdup (genlock_record_get_id (record));

      show = genlock_import_plan_add_show (self->plan, record, FALSE, self->file, place);
      if (show != NULL)
        g_hash_table_insert (self->shows, g_steal_pointer (&id), show);
      return;
    }

  show = find_show (self, record);
  if (show != NULL)
    {
      genlock_import_plan_add_row (self->plan, show, record, self->file, place);
      return;
    }

  report (self, GENLOCK_IMPORT_LOST, place, NULL,
          N_("It belongs to a show that the file does not hold."));
  genlock_record_unref (record);
}

static void
read_table (Reader *self,
            JsonObject *object,
            const GenlockTable *table)
{
  JsonNode *node = json_object_get_member (object, table->name);
  JsonArray *rows;

  if (node == NULL)
    return;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      report (self, GENLOCK_IMPORT_LOST, table->name, NULL, N_("It is no list of rows."));
      return;
    }

  rows = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", table->name, i);
      GenlockRecord *record = read_record (self, table, json_array_get_element (rows, i), place);

      if (record != NULL)
        add_record (self, record, place);
    }
}

gboolean
genlock_show_file_is (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "format");

  return node != NULL
         && JSON_NODE_HOLDS_VALUE (node)
         && g_strcmp0 (json_node_get_string (node), GENLOCK_SHOW_FILE_FORMAT) == 0;
}

static gboolean
check_version (JsonObject *object,
               const char *name,
               GError **error)
{
  JsonNode *node = json_object_get_member (object, "formatVersion");
  gint64 version = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;

  if (version >= 1 && version <= GENLOCK_SHOW_FILE_VERSION)
    return TRUE;

  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_UNKNOWN,
               version > GENLOCK_SHOW_FILE_VERSION
               ? _("“%s” was written by a newer Genlock. Update Genlock to read it.")
               : _("“%s” does not say which version of a show file it is."), name);

  return FALSE;
}

gboolean
genlock_show_file_read (JsonObject *object,
                        GenlockImportPlan *plan,
                        guint file,
                        GError **error)
{
  const char *name = genlock_import_plan_get_file_name (plan, file);
  g_autoptr (GHashTable) shows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader self = { .plan = plan, .shows = shows, .file = file };

  if (!check_version (object, name, error))
    return FALSE;

  /* Shows stand before what belongs to them in the schema. */
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    if (genlock_table_replicates (genlock_schema_tables[i])
        && genlock_schema_tables[i]->nested_as == NULL)
      read_table (&self, object, genlock_schema_tables[i]);

  if (g_hash_table_size (shows) > 0)
    return TRUE;

  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_UNKNOWN,
               _("“%s” holds no show."), name);

  return FALSE;
}
