/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One show of older data while it is made into rows. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-legacy-show.h"

/* How often somebody is told how far it is. */
#define PROGRESS_ROWS 1000

static void
row_free (gpointer data)
{
  GenlockLegacyRow *row = data;

  g_free (row->label);
  g_free (row->name);
  g_clear_pointer (&row->ports, g_ptr_array_unref);
  g_free (row->ccu);
  g_free (row->camera);
  g_free (row->ip);
  g_free (row->place);
  g_free (row);
}

void
genlock_legacy_show_init (GenlockLegacyShow *self,
                          GenlockLegacy *legacy,
                          const GenlockLegacyProject *project)
{
  *self = (GenlockLegacyShow) { .legacy = legacy, .project = project };
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sources = g_ptr_array_new_with_free_func (row_free);
  self->sends = g_ptr_array_new_with_free_func (row_free);
  self->devices = g_ptr_array_new_with_free_func (row_free);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->uuids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->outputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->device_ports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);
}

void
genlock_legacy_show_clear (GenlockLegacyShow *self)
{
  g_free (self->production_id);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->uuids);
  g_hash_table_unref (self->outputs);
  g_hash_table_unref (self->ports);
  g_hash_table_unref (self->addresses);
  g_hash_table_unref (self->device_ports);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->sends);
  g_ptr_array_unref (self->devices);
}

void
genlock_legacy_show_report (GenlockLegacyShow *self,
                            GenlockImportSeverity severity,
                            guint file,
                            const char *place,
                            const char *value,
                            const char *reason)
{
  genlock_import_report_add (self->legacy->plan->report, severity,
                             g_ptr_array_index (self->legacy->plan->names, file),
                             self->show->title, place, value, reason);
}

static void
read_one (GenlockLegacyShow *self,
          const GenlockLegacyList *list,
          guint index,
          GenlockLegacyRowFunc function,
          gconstpointer data)
{
  JsonNode *node = g_ptr_array_index (list->rows, index);
  JsonObject *row = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *known = row != NULL ? g_hash_table_lookup (self->legacy->places, row) : NULL;
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;
  GenlockLegacyObject object;

  place = known != NULL ? g_strdup (known) : genlock_legacy_join_index (list->place, index);
  if (row == NULL)
    {
      if (genlock_legacy_is_empty (node))
        return;
      text = genlock_legacy_dup_value (node);
      genlock_legacy_show_report (self, GENLOCK_IMPORT_LOST, list->file, place, text,
                                  N_("This is not an object"));
      return;
    }

  genlock_legacy_object_init (&object, self->legacy->plan, self->show->title, list->file, place,
                              row);
  if (genlock_legacy_object_is (&object, "isDeleted", NULL))
    {
      text = genlock_legacy_object_dup_text (&object, "name", "id", NULL);
      genlock_legacy_object_report (&object, GENLOCK_IMPORT_INFO, NULL, text,
                                    N_("Deleted in VideoDept"));
      return;
    }
  function (self, &object, data);
  genlock_legacy_object_finish (&object);
}

/* Counts a row; once it is cancelled no further ones are read. */
static gboolean
go_on (GenlockLegacy *legacy)
{
  if (g_cancellable_is_cancelled (legacy->cancellable))
    return FALSE;

  if (++legacy->n_done % PROGRESS_ROWS == 0 && legacy->progress != NULL && legacy->n_rows > 0)
    legacy->progress (MIN ((double) legacy->n_done / legacy->n_rows, 1), legacy->user_data);

  return TRUE;
}

static void
each (GenlockLegacyShow *self,
      const char *kind,
      gboolean is_last,
      GenlockLegacyRowFunc function,
      gconstpointer data)
{
  GPtrArray *lists = genlock_legacy_project_get_lists (self->project, kind);

  for (guint i = 0; lists != NULL && i < lists->len; i++)
    {
      const GenlockLegacyList *list = g_ptr_array_index (lists, i);

      for (guint row = 0; row < list->rows->len; row++)
        {
          if (!go_on (self->legacy))
            return;
          read_one (self, list, row, function, data);
          if (is_last)
            g_clear_pointer (&g_ptr_array_index (list->rows, row), json_node_unref);
        }
    }
}

void
genlock_legacy_show_each (GenlockLegacyShow *self,
                          const char *kind,
                          GenlockLegacyRowFunc function,
                          gconstpointer data)
{
  each (self, kind, FALSE, function, data);
}

void
genlock_legacy_show_spend (GenlockLegacyShow *self,
                           const char *kind,
                           GenlockLegacyRowFunc function,
                           gconstpointer data)
{
  each (self, kind, TRUE, function, data);
}

GenlockRecord *
genlock_legacy_show_new_row (GenlockLegacyShow *self,
                             const GenlockTable *table,
                             const char *key)
{
  g_autofree char *base = g_strdup_printf ("%s\n%s", table->name, key != NULL ? key : "");
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, base)) + 1;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *id = genlock_uuid_from (self->production_id, table->name,
                                           key != NULL ? key : "", number, NULL);
  GenlockRecord *record = genlock_record_new_row (table, id);

  g_hash_table_insert (self->keys, g_steal_pointer (&base), GUINT_TO_POINTER (n));
  genlock_record_set_text (record, table->parent_field, self->production_id);

  return record;
}

void
genlock_legacy_show_add_record (GenlockLegacyShow *self,
                                GenlockRecord *record,
                                guint file,
                                const char *place)
{
  genlock_import_plan_add_row (self->legacy->plan, self->show, record, file, place);
}

/* Case, and how many spaces, say nothing: "CCU1" and "CCU 1" are one. */
static char *
dup_folded (const GenlockTable *table,
            const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *key = g_string_new (table->name);

  g_string_append_c (key, '\n');
  for (const char *at = folded; *at != '\0'; at++)
    {
      if (!g_ascii_isspace (*at))
        g_string_append_c (key, *at);
    }

  return g_string_free (key, FALSE);
}

static void
remember (GenlockLegacyShow *self,
          GenlockLegacyRow *row,
          const char *text)
{
  g_autofree char *key = NULL;
  GPtrArray *rows;

  if (text == NULL)
    return;

  key = dup_folded (genlock_record_get_table (row->record), text);
  rows = g_hash_table_lookup (self->found, key);
  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_hash_table_insert (self->found, g_steal_pointer (&key), rows);
    }
  if (rows->len == 0 || g_ptr_array_index (rows, rows->len - 1) != row)
    g_ptr_array_add (rows, row);
}

GenlockLegacyRow *
genlock_legacy_show_add (GenlockLegacyShow *self,
                         GenlockLegacyObject *object,
                         GenlockRecord *record,
                         const char *label,
                         const char *name,
                         const char *uuid)
{
  const GenlockTable *table = genlock_record_get_table (record);
  GenlockLegacyRow *row = g_new0 (GenlockLegacyRow, 1);
  GenlockImportRow *added;

  row->record = record;
  row->label = g_strdup (label);
  row->name = g_strdup (name);
  row->file = object->file;
  row->place = g_strdup (object->place);
  g_ptr_array_add (table == &genlock_sources ? self->sources
                   : table == &genlock_sends ? self->sends : self->devices, row);
  remember (self, row, label);
  remember (self, row, name);
  if (uuid != NULL)
    g_hash_table_insert (self->uuids, g_ascii_strdown (uuid, -1), row);
  added = genlock_import_plan_add_row (self->legacy->plan, self->show, record, object->file,
                                       object->place);
  if (added != NULL)
    added->entry.is_sample = genlock_legacy_is_sample (table, label, name);

  return row;
}

GPtrArray *
genlock_legacy_show_find_all (GenlockLegacyShow *self,
                              const GenlockTable *table,
                              const char *text)
{
  g_autofree char *key = dup_folded (table, text);

  return g_hash_table_lookup (self->found, key);
}

GenlockLegacyRow *
genlock_legacy_show_find (GenlockLegacyShow *self,
                          const GenlockTable *table,
                          const char *text)
{
  g_autofree char *uuid = NULL;
  GenlockLegacyRow *row;
  GPtrArray *rows;

  if (text == NULL)
    return NULL;

  uuid = g_ascii_strdown (text, -1);
  row = g_hash_table_lookup (self->uuids, uuid);
  if (row != NULL && genlock_record_get_table (row->record) == table)
    return row;

  rows = genlock_legacy_show_find_all (self, table, text);

  return rows != NULL && rows->len == 1 ? g_ptr_array_index (rows, 0) : NULL;
}

static void
register_port (GenlockLegacyShow *self,
               GenlockLegacyRow *device,
               GenlockLegacyPort *port,
               const char *id)
{
  g_autofree char *key = id != NULL ? g_ascii_strdown (id, -1) : NULL;
  GenlockLegacyPlug *plug;

  if (key == NULL || g_hash_table_contains (self->ports, key))
    return;

  plug = g_new (GenlockLegacyPlug, 1);
  plug->port = port;
  plug->device = device;
  g_hash_table_insert (self->ports, g_steal_pointer (&key), plug);
}

void
genlock_legacy_show_register_ports (GenlockLegacyShow *self,
                                    GenlockLegacyRow *device)
{
  for (guint i = 0; i < device->ports->len; i++)
    {
      GenlockLegacyPort *port = g_ptr_array_index (device->ports, i);

      register_port (self, device, port, port->legacy_id);
      register_port (self, device, port, port->uuid);
    }
}

const GenlockLegacyPlug *
genlock_legacy_show_find_port (GenlockLegacyShow *self,
                               const char *id)
{
  g_autofree char *key = id != NULL ? g_ascii_strdown (id, -1) : NULL;

  return key != NULL ? g_hash_table_lookup (self->ports, key) : NULL;
}

void
genlock_legacy_show_link_equipment (GenlockLegacyShow *self,
                                    GenlockLegacyObject *object,
                                    GenlockRecord *record,
                                    guint field)
{
  g_autofree char *id = genlock_legacy_object_dup_text (object, "equipmentUuid", "equipmentId",
                                                        "equipmentSpecId", NULL);
  const GenlockLegacySpec *spec = genlock_legacy_find_spec (self->legacy, id);

  if (spec != NULL)
    genlock_record_set_text (record, field, genlock_record_get_id (spec->record));
  else if (id != NULL)
    genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, "equipmentUuid", id,
                                  N_("The files hold no equipment of this id"));
}

/* (transfer full): one line of what an address has */
static char *
dup_venue (GenlockLegacyObject *object)
{
  JsonNode *node = genlock_legacy_object_get (object, "location", NULL);
  const char *venue;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return genlock_legacy_dup_value (node);

  venue = genlock_legacy_get_string (json_node_get_object (node), "venueName");
  for (guint i = 0; i < 5; i++)
    {
      static const char * const names[] = { "address1", "address2", "city", "state", "zipCode" };
      const char *text = genlock_legacy_get_string (json_node_get_object (node), names[i]);
      g_autofree char *name = g_strdup_printf ("location.%s", names[i]);

      if (text != NULL && *text != '\0')
        genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, name, text,
                                      N_("Genlock has no field for this"));
    }

  return g_strdup (venue);
}

static void
read_status (GenlockLegacyShow *self,
             GenlockLegacyObject *object,
             GenlockRecord *record)
{
  const char *project = self->project->id;
  const char *id = genlock_legacy_get_string (object->object, "id");

  genlock_legacy_object_set (object, record, GENLOCK_PRODUCTION_STATUS, "status", NULL);
  if ((project != NULL && g_hash_table_contains (self->legacy->archived, project))
      || (id != NULL && g_hash_table_contains (self->legacy->archived, id)))
    genlock_record_set_text (record, GENLOCK_PRODUCTION_STATUS, "ARCHIVED");
}

static void
read_fields (GenlockLegacyShow *self,
             GenlockLegacyObject *object,
             GenlockRecord *record)
{
  g_autofree char *venue = NULL;

  genlock_record_set_text (record, GENLOCK_PRODUCTION_CLIENT, "");
  genlock_legacy_object_set (object, record, GENLOCK_PRODUCTION_CLIENT, "client", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_PRODUCTION_SHOW_NAME, "showName", "name",
                             NULL);
  genlock_legacy_object_set (object, record, GENLOCK_PRODUCTION_VENUE, "venue", NULL);
  if (!genlock_record_has (record, GENLOCK_PRODUCTION_VENUE))
    {
      venue = dup_venue (object);
      genlock_legacy_object_put_text (object, record, GENLOCK_PRODUCTION_VENUE, "location", venue);
    }
  genlock_legacy_object_set (object, record, GENLOCK_PRODUCTION_ROOM, "room", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_PRODUCTION_LOAD_IN, "loadIn", "loadinDate",
                             "loadInDate", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_PRODUCTION_LOAD_OUT, "loadOut",
                             "loadoutDate", "loadOutDate", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_PRODUCTION_SHOW_INFO_URL, "showInfoUrl",
                             NULL);
  read_status (self, object, record);
}

static void
check_days (GenlockLegacyObject *object,
            GenlockRecord *record)
{
  const char *load_in = genlock_record_get_text (record, GENLOCK_PRODUCTION_LOAD_IN);
  const char *load_out = genlock_record_get_text (record, GENLOCK_PRODUCTION_LOAD_OUT);

  if (load_in == NULL || load_out == NULL || strcmp (load_out, load_in) >= 0)
    return;

  genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, "loadOut", load_out,
                                N_("Load-out is before load-in"));
  genlock_record_set_null (record, GENLOCK_PRODUCTION_LOAD_OUT);
}

static GenlockRecord *
read_record (GenlockLegacyShow *self,
             GenlockLegacyObject *object)
{
  g_autoptr (GenlockRecord) record = genlock_record_new_row (&genlock_productions, NULL);
  const char *load_in;
  g_autofree char *id = NULL;

  read_fields (self, object, record);
  if (!genlock_record_has (record, GENLOCK_PRODUCTION_SHOW_NAME))
    {
      id = genlock_legacy_object_dup_text (object, "id", NULL);
      genlock_legacy_object_report (object, GENLOCK_IMPORT_CHANGED, "showName", id,
                                    N_("The show has no name: it is called by its id or file"));
      if (id == NULL)
        id = g_strdup (g_ptr_array_index (self->legacy->plan->names, object->file));
      genlock_legacy_object_put_text (object, record, GENLOCK_PRODUCTION_SHOW_NAME, "id", id);
    }
  check_days (object, record);

  load_in = genlock_record_get_text (record, GENLOCK_PRODUCTION_LOAD_IN);
  self->production_id = genlock_uuid_from (genlock_record_get_text (record,
                                                                    GENLOCK_PRODUCTION_CLIENT),
                                           genlock_record_get_text (record,
                                                                    GENLOCK_PRODUCTION_SHOW_NAME),
                                           load_in != NULL ? load_in : "",
                                           genlock_productions.name, "", NULL);
  genlock_record_set_text (record, GENLOCK_META_ID, self->production_id);

  return g_steal_pointer (&record);
}

gboolean
genlock_legacy_show_read_production (GenlockLegacyShow *self)
{
  const GenlockLegacyProject *project = self->project;
  g_autofree char *place = genlock_legacy_join (project->place, "production");
  g_autofree char *title = NULL;
  GenlockLegacyObject object;
  GenlockRecord *record;
  const char *name;

  /* Lists that name no show may go into one that is there. */
  if (self->legacy->options != NULL && self->legacy->options->production != NULL
      && project == self->legacy->loose)
    {
      record = genlock_record_ref (self->legacy->options->production);
      self->production_id = g_strdup (genlock_record_get_id (record));
      self->show = genlock_import_plan_add_show (self->legacy->plan, record, TRUE, project->file,
                                                 place);
      return self->show != NULL;
    }

  /* The title is not known before the name is; reports of the show itself do without. */
  name = genlock_legacy_get_string (project->production, "showName");
  if (name == NULL)
    name = genlock_legacy_get_string (project->production, "show_name");
  title = g_strdup (name);
  genlock_legacy_object_init (&object, self->legacy->plan, title, project->file, place,
                              project->production);
  record = read_record (self, &object);
  self->show = genlock_import_plan_add_show (self->legacy->plan, record, FALSE, project->file,
                                             place);
  if (self->show == NULL)
    return FALSE;

  self->show->production->is_sample = genlock_legacy_is_sample (
    &genlock_productions, genlock_legacy_get_string (project->production, "id"),
    genlock_record_get_text (self->show->production->record, GENLOCK_PRODUCTION_SHOW_NAME));
  genlock_legacy_object_ignore (&object, "id", "uuid", NULL);
  genlock_legacy_object_finish (&object);

  return TRUE;
}
