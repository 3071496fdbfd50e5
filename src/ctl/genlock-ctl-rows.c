/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands on rows: list, show, add, set, delete, undelete, undo. */

#define G_LOG_DOMAIN "genlock-ctl"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-json-writer.h"
#include "core/model/genlock-record-json.h"
#include "core/model/genlock-uuid.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "ctl/genlock-ctl-print.h"
#include "ctl/genlock-ctl.h"
#include "equipment/genlock-equipment-check.h"
#include "equipment/genlock-slot-rules.h"

static const GenlockTable *
find_table (const char *name,
            gboolean to_write,
            GError **error)
{
  const GenlockTable *table = genlock_schema_find_table (name);

  if (table == NULL)
    g_set_error (error, GENLOCK_CTL_ERROR, 0, _("There is no table “%s”"), name);
  else if (to_write && !genlock_table_replicates (table))
    g_set_error (error, GENLOCK_CTL_ERROR, 0, _("“%s” is kept by Genlock itself"), name);
  else
    return table;

  return NULL;
}

/* The id of the row that people call @name. */
static char *
resolve (GenlockStore *store,
         const GenlockTable *table,
         const char *name,
         GError **error)
{
  g_autoptr (GenlockRecord) record = genlock_store_find (store, table, name, NULL, error);

  return record != NULL ? g_strdup (genlock_record_get_id (record)) : NULL;
}

static gboolean
set_children (GenlockRecord *record,
              const GenlockTable *child,
              const char *text,
              GError **error)
{
  g_autofree char *json = g_strdup_printf ("{\"%s\":%s}", child->nested_as, text);
  g_autoptr (JsonNode) node = genlock_json_parse (json, strlen (json), NULL, error);
  g_autoptr (GenlockRecord) holder = NULL;
  GPtrArray *rows;

  if (node == NULL)
    return FALSE;

  holder = genlock_record_from_json (genlock_record_get_table (record),
                                     json_node_get_object (node), NULL, error);
  if (holder == NULL)
    return FALSE;

  genlock_record_clear_children (record, child);
  rows = genlock_record_get_children (holder, child);
  for (guint i = 0; i < rows->len; i++)
    genlock_record_add_child (record, genlock_record_ref (rows->pdata[i]));

  return TRUE;
}

/* What a frame says of its slots can be JSON and yet no frame: slots in each other. */
static gboolean
check_details (const GenlockRecord *record,
               GError **error)
{
  g_autoptr (GenlockSlotRules) rules = genlock_slot_rules_read (
    genlock_record_get_text (record, GENLOCK_EQUIPMENT_SPEC_SPECS), error);

  if (rules == NULL)
    g_prefix_error (error, "specs: ");

  return rules != NULL;
}

static gboolean
set_field (GenlockStore *store,
           GenlockRecord *record,
           guint index,
           const char *text,
           GError **error)
{
  const GenlockTable *table = genlock_record_get_table (record);
  const GenlockField *field = genlock_table_get_field (table, index);
  g_autofree char *id = NULL;
  GenlockValue value = { 0 };

  if ((field->flags & GENLOCK_META) && index != GENLOCK_META_ID)
    {
      g_set_error (error, GENLOCK_CTL_ERROR, 0, _("“%s” is kept by Genlock itself"), field->json);
      return FALSE;
    }

  if (field->type == GENLOCK_LINK && *text != '\0')
    {
      id = resolve (store, field->target, text, error);
      if (id == NULL)
        return FALSE;
    }

  if (!genlock_field_parse (table, index, id != NULL ? id : text, &value, error))
    return FALSE;

  genlock_record_set_value (record, index, &value);
  genlock_value_clear (&value);

  return TRUE;
}

static gboolean
set_assignment (GenlockStore *store,
                GenlockRecord *record,
                const char *assignment,
                GError **error)
{
  const GenlockTable *table = genlock_record_get_table (record);
  g_auto (GStrv) parts = g_strsplit (assignment, "=", 2);
  const GenlockTable *child;
  guint index;

  if (g_strv_length (parts) != 2)
    {
      g_set_error (error, GENLOCK_CTL_ERROR, 0, _("“%s” is not FIELD=VALUE"), assignment);
      return FALSE;
    }

  child = genlock_table_find_child (table, parts[0]);
  if (child != NULL)
    return set_children (record, child, parts[1], error);

  if (!genlock_table_find_json (table, parts[0], &index))
    {
      g_set_error (error, GENLOCK_CTL_ERROR, 0, _("%s have no field “%s”"), table->name, parts[0]);
      return FALSE;
    }

  return set_field (store, record, index, parts[1], error);
}

static gboolean
set_assignments (GenlockStore *store,
                 GenlockRecord *record,
                 char **assignments,
                 GError **error)
{
  for (guint i = 0; assignments[i] != NULL; i++)
    if (!set_assignment (store, record, assignments[i], error))
      return FALSE;

  return genlock_record_get_table (record) != &genlock_equipment_specs
         || check_details (record, error);
}

/* What a command that changed something says: a sentence, or a report as JSON. @verb: marked for
 * translation. */
static void
print_report (GenlockCtl *ctl,
              const char *verb,
              const GenlockTable *table,
              const char *id,
              GenlockChanges *changes)
{
  guint n_rows = genlock_changes_get_length (changes);

  if (!ctl->json)
    {
      /* Translators: what was done, N_("Added"), and how many rows that touched */
      g_string_append_printf (ctl->out, ngettext ("%s: %u row changed.", "%s: %u rows changed.",
                                                  n_rows), _(verb), n_rows);
      g_string_append_c (ctl->out, '\n');
      return;
    }

  genlock_json_write_begin_object (ctl->out);
  genlock_json_write_key (ctl->out, "done");
  genlock_json_write_string (ctl->out, verb);
  if (table != NULL)
    {
      genlock_json_write_key (ctl->out, "table");
      genlock_json_write_string (ctl->out, table->name);
    }
  if (id != NULL)
    {
      genlock_json_write_key (ctl->out, "id");
      genlock_json_write_string (ctl->out, id);
    }
  genlock_json_write_key (ctl->out, "rows");
  genlock_json_write_int (ctl->out, n_rows);
  genlock_json_write_key (ctl->out, "left");
  genlock_json_write_int (ctl->out, genlock_changes_get_n_left (changes));
  genlock_json_write_end_object (ctl->out);
  g_string_append_c (ctl->out, '\n');
}

static gboolean
apply (GenlockCtl *ctl,
       GenlockStore *store,
       GenlockBatch *batch,
       const char *verb,
       const char *id,
       GError **error)
{
  g_autoptr (GenlockChanges) changes = genlock_store_apply (store, batch, NULL, error);

  if (changes == NULL)
    return FALSE;

  print_report (ctl, verb, genlock_batch_get_op (batch, 0)->table, id, changes);

  return TRUE;
}

/* The link from @table to a show. */
static gboolean
find_production_field (const GenlockTable *table,
                       guint *index)
{
  for (guint i = table->n_meta; i < table->n_fields; i++)
    if (table->fields[i].target == &genlock_productions)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
filter_production (GenlockCtl *ctl,
                   GenlockStore *store,
                   GenlockQuery *query,
                   GError **error)
{
  const GenlockTable *table = genlock_query_get_table (query);
  g_autofree char *id = NULL;
  guint index;

  if (ctl->production == NULL)
    return TRUE;

  if (!find_production_field (table, &index))
    {
      g_set_error (error, GENLOCK_CTL_ERROR, 0, _("%s do not belong to a show"), table->name);
      return FALSE;
    }

  id = resolve (store, &genlock_productions, ctl->production, error);
  if (id == NULL)
    return FALSE;

  genlock_query_set_filter (query, index, (const char * const[]) { id, NULL }, FALSE);

  return TRUE;
}

gboolean
genlock_ctl_list (GenlockCtl *ctl,
                  GError **error)
{
  const GenlockTable *table = find_table (ctl->args[0], FALSE, error);
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GenlockQuery) query = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (table == NULL)
    return FALSE;

  store = genlock_ctl_open (ctl, GENLOCK_STORE_READ, error);
  if (store == NULL)
    return FALSE;

  query = genlock_query_new (table);
  genlock_query_set_deleted (query, ctl->include_deleted, FALSE);
  if (!filter_production (ctl, store, query, error))
    return FALSE;

  rows = genlock_store_list (store, query, error);
  if (rows == NULL)
    return FALSE;

  if (ctl->json)
    genlock_ctl_print_json (ctl->out, rows);
  else
    genlock_ctl_print_rows (ctl->out, table, rows);

  return TRUE;
}

gboolean
genlock_ctl_show (GenlockCtl *ctl,
                  GError **error)
{
  const GenlockTable *table = find_table (ctl->args[0], FALSE, error);
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GenlockRecord) record = NULL;

  if (table == NULL)
    return FALSE;

  store = genlock_ctl_open (ctl, GENLOCK_STORE_READ, error);
  if (store == NULL)
    return FALSE;

  record = genlock_store_find (store, table, ctl->args[1], NULL, error);
  if (record == NULL)
    return FALSE;

  if (ctl->json)
    {
      genlock_record_write_json (record, ctl->out);
      g_string_append_c (ctl->out, '\n');
    }
  else
    genlock_ctl_print_row (ctl->out, record);

  return TRUE;
}

gboolean
genlock_ctl_add (GenlockCtl *ctl,
                 GError **error)
{
  const GenlockTable *table = find_table (ctl->args[0], TRUE, error);
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GenlockRecord) record = NULL;
  g_autoptr (GenlockBatch) batch = NULL;

  if (table == NULL)
    return FALSE;

  store = genlock_ctl_open (ctl, GENLOCK_STORE_WRITE, error);
  if (store == NULL)
    return FALSE;

  record = genlock_record_new_row (table, NULL);
  if (!set_assignments (store, record, ctl->args + 1, error)
      || (table == &genlock_equipment_specs && !genlock_equipment_check (record, error)))
    return FALSE;

  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, genlock_record_ref (record));

  return apply (ctl, store, batch, N_("Added"), genlock_record_get_id (record), error);
}

/* The one row that the arguments name, as a partial record. */
static GenlockRecord *
find_target (GenlockCtl *ctl,
             GenlockStore *store,
             const GenlockTable *table,
             GError **error)
{
  g_autofree char *id = resolve (store, table, ctl->args[1], error);
  GenlockRecord *record;

  if (id == NULL)
    return NULL;

  record = genlock_record_new (table);
  genlock_record_take_text (record, GENLOCK_META_ID, g_steal_pointer (&id));

  return record;
}

/* Opens the database and finds the row that a writing command is about. */
static GenlockRecord *
open_target (GenlockCtl *ctl,
             GenlockStore **store,
             GError **error)
{
  const GenlockTable *table = find_table (ctl->args[0], TRUE, error);

  if (table == NULL)
    return NULL;

  *store = genlock_ctl_open (ctl, GENLOCK_STORE_WRITE, error);

  return *store != NULL ? find_target (ctl, *store, table, error) : NULL;
}

gboolean
genlock_ctl_set (GenlockCtl *ctl,
                 GError **error)
{
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GenlockRecord) record = open_target (ctl, &store, error);
  g_autoptr (GenlockBatch) batch = NULL;
  g_autofree char *id = NULL;

  if (record == NULL)
    return FALSE;

  id = g_strdup (genlock_record_get_id (record));
  if (!set_assignments (store, record, ctl->args + 2, error))
    return FALSE;

  if (strcmp (id, genlock_record_get_id (record)) != 0)
    {
      g_set_error_literal (error, GENLOCK_CTL_ERROR, 0, _("The id of a row never changes"));
      return FALSE;
    }

  batch = genlock_batch_new ("EDIT");
  genlock_batch_update (batch, genlock_record_ref (record));

  return apply (ctl, store, batch, "Set", id, error);
}

gboolean
genlock_ctl_delete (GenlockCtl *ctl,
                    GError **error)
{
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GenlockRecord) record = open_target (ctl, &store, error);
  g_autoptr (GenlockBatch) batch = NULL;

  if (record == NULL)
    return FALSE;

  batch = genlock_batch_new ("DELETE");
  genlock_batch_delete (batch, genlock_record_get_table (record), genlock_record_get_id (record));

  return apply (ctl, store, batch, N_("Deleted"), genlock_record_get_id (record), error);
}

gboolean
genlock_ctl_undelete (GenlockCtl *ctl,
                      GError **error)
{
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GenlockRecord) record = open_target (ctl, &store, error);
  g_autoptr (GenlockBatch) batch = NULL;

  if (record == NULL)
    return FALSE;

  batch = genlock_batch_new ("UNDELETE");
  genlock_batch_undelete (batch, genlock_record_get_table (record),
                          genlock_record_get_id (record));

  return apply (ctl, store, batch, N_("Restored"), genlock_record_get_id (record), error);
}

gboolean
genlock_ctl_undo (GenlockCtl *ctl,
                  GError **error)
{
  g_autoptr (GenlockStore) store = genlock_ctl_open (ctl, GENLOCK_STORE_WRITE, error);
  g_autoptr (GenlockChanges) changes = NULL;

  if (store == NULL)
    return FALSE;

  changes = genlock_store_undo (store, 0, error);
  if (changes == NULL)
    return FALSE;

  print_report (ctl, N_("Undone"), NULL, NULL, changes);

  return TRUE;
}
