/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the copies of each show together, the best one first, and makes rows of all. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-instant.h"
#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "interchange/genlock-legacy-show.h"
#include "interchange/genlock-library-legacy.h"

/* What tells one show from another before it is read. */
typedef struct
{
  char *name;
  char *client;
  char *id;
  gint64 load_in;
} Identity;

static void
identity_clear (Identity *identity)
{
  g_free (identity->name);
  g_free (identity->client);
  g_free (identity->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Identity, identity_clear)

static char *
dup_folded (JsonObject *object,
            const char *first,
            const char *second,
            const char *third)
{
  const char *text = genlock_legacy_get_string (object, first);

  if (text == NULL && second != NULL)
    text = genlock_legacy_get_string (object, second);
  if (text == NULL && third != NULL)
    text = genlock_legacy_get_string (object, third);

  return text != NULL ? g_strstrip (g_utf8_casefold (text, -1)) : g_strdup ("");
}

static void
identity_init (Identity *identity,
               const GenlockLegacyProject *project)
{
  JsonObject *production = project->production;
  const char *load_in = genlock_legacy_get_string (production, "loadIn");
  const char *id = genlock_legacy_get_string (production, "id");

  if (load_in == NULL)
    load_in = genlock_legacy_get_string (production, "load_in");
  if (load_in == NULL)
    load_in = genlock_legacy_get_string (production, "loadinDate");
  identity->name = dup_folded (production, "showName", "show_name", "name");
  identity->client = dup_folded (production, "client", NULL, NULL);
  identity->id = g_strdup (id != NULL ? id : "");
  if (!genlock_instant_parse_day (load_in, &identity->load_in))
    identity->load_in = 0;
}

/* The same name for the same client; and the same day, or the same id where a day has moved. */
static gboolean
is_same_show (const GenlockLegacyProject *a,
              const GenlockLegacyProject *b)
{
  g_auto (Identity) first;
  g_auto (Identity) second;

  identity_init (&first, a);
  identity_init (&second, b);
  if (strcmp (first.name, second.name) != 0 || strcmp (first.client, second.client) != 0)
    return FALSE;

  return first.load_in == second.load_in || first.load_in == 0 || second.load_in == 0
         || (*first.id != '\0' && strcmp (first.id, second.id) == 0);
}

static int
compare_projects (gconstpointer a,
                  gconstpointer b)
{
  const GenlockLegacyProject *first = *(GenlockLegacyProject * const *) a;
  const GenlockLegacyProject *second = *(GenlockLegacyProject * const *) b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;

  return first->modified == second->modified ? 0 : first->modified > second->modified ? -1 : 1;
}

static guint
count_rows (GPtrArray *lists)
{
  guint n = 0;

  for (guint i = 0; lists != NULL && i < lists->len; i++)
    n += ((GenlockLegacyList *) g_ptr_array_index (lists, i))->rows->len;

  return n;
}

/* A list that the better copy lacks comes from the other one. Where the better one has it empty,
 * only the server's counts: exports leave out what stands in its database alone. */
static void
adopt (GenlockLegacy *self,
       GenlockLegacyProject *best,
       GenlockLegacyProject *other)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, other->lists);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GPtrArray *lists = value;
      GPtrArray *ours = g_hash_table_lookup (best->lists, key);
      guint n_rows = count_rows (lists);
      g_autofree char *text = NULL;
      g_autofree char *place = NULL;

      if (n_rows == 0)
        continue;
      if (ours == NULL || (count_rows (ours) == 0 && other->rank == GENLOCK_LEGACY_RANK_API))
        {
          g_hash_table_insert (best->lists, g_strdup (key), g_ptr_array_ref (lists));
          continue;
        }
      text = g_strdup_printf ("%u", n_rows);
      place = genlock_legacy_join (other->place, key);
      genlock_legacy_report (self, GENLOCK_IMPORT_INFO, other->file, place, text,
                             N_("A better copy of this show is imported; these rows of the other "
                                "one are not"));
    }
}

/* Shows of one name and client. */
static char *
dup_key (const GenlockLegacyProject *project)
{
  g_auto (Identity) identity;

  identity_init (&identity, project);

  return g_strdup_printf ("%s\n%s", identity.client, identity.name);
}

static GenlockLegacyProject *
find_best (GPtrArray *kept,
           const GenlockLegacyProject *project)
{
  for (guint i = 0; i < kept->len; i++)
    {
      if (is_same_show (g_ptr_array_index (kept, i), project))
        return g_ptr_array_index (kept, i);
    }

  return NULL;
}

static void
merge_projects (GenlockLegacy *self)
{
  g_autoptr (GPtrArray) all = self->projects;
  g_autoptr (GHashTable) by_name = NULL;

  by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                   (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_sort (all, compare_projects);
  g_ptr_array_set_free_func (all, NULL);
  self->projects = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_legacy_project_free);
  for (guint i = 0; i < all->len; i++)
    {
      GenlockLegacyProject *project = g_ptr_array_index (all, i);
      g_autofree char *key = dup_key (project);
      GPtrArray *kept = g_hash_table_lookup (by_name, key);
      GenlockLegacyProject *best = kept != NULL ? find_best (kept, project) : NULL;

      if (best != NULL)
        {
          adopt (self, best, project);
          genlock_legacy_project_free (project);
          continue;
        }
      if (kept == NULL)
        {
          kept = g_ptr_array_new ();
          g_hash_table_insert (by_name, g_steal_pointer (&key), kept);
        }
      g_ptr_array_add (kept, project);
      g_ptr_array_add (self->projects, project);
    }
}

static guint
count_all (const GenlockLegacyProject *project)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  g_hash_table_iter_init (&iter, project->lists);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += count_rows (value);

  return n;
}

/* Lists that name no show get one of their own. */
static void
name_loose (GenlockLegacy *self)
{
  const GenlockImportOptions *options = self->options;
  GenlockLegacyProject *loose = self->loose;

  loose->production = json_object_new ();
  json_object_set_string_member (loose->production, "showName",
                                 options != NULL && options->show_name != NULL
                                 ? options->show_name : self->show_name);
  if (options != NULL && options->client != NULL)
    json_object_set_string_member (loose->production, "client", options->client);
  self->plan->asks_show = TRUE;
}

/* Whether all rows that the row points at are samples. */
static gboolean
points_at_samples (GenlockImportPlan *plan,
                   GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);
  guint n = 0;

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);
      const GenlockImportRow *row = NULL;

      if (i == table->parent_field
          || (field->type != GENLOCK_LINK && field->type != GENLOCK_REF)
          || !genlock_record_has (record, i))
        continue;
      row = genlock_import_plan_find_row (plan, genlock_record_get_text (record, i));
      if (row != NULL && !row->entry.is_sample)
        return FALSE;
      n += row != NULL;
    }

  return n > 0;
}

/* What hangs on samples alone is one too: their cables and addresses, and their equipment. */
static void
mark_samples (GenlockLegacyShow *show,
              GHashTable *needed)
{
  GenlockImportPlan *plan = show->legacy->plan;

  for (guint g = 0; g < show->show->groups->len; g++)
    {
      const GenlockImportGroup *group = g_ptr_array_index (show->show->groups, g);

      for (guint i = 0; i < group->entries->len; i++)
        {
          GenlockImportEntry *entry = g_ptr_array_index (group->entries, i);
          const char *spec = NULL;

          if (group->table == &genlock_connections || group->table == &genlock_addresses)
            entry->is_sample = entry->is_sample || points_at_samples (plan, entry->record);
          if (group->table == &genlock_devices)
            spec = genlock_record_get_text (entry->record, GENLOCK_DEVICE_EQUIPMENT_ID);
          if (spec != NULL && !entry->is_sample)
            g_hash_table_insert (needed, (gpointer) spec, GINT_TO_POINTER (TRUE));
          else if (spec != NULL && !g_hash_table_contains (needed, spec))
            g_hash_table_insert (needed, (gpointer) spec, GINT_TO_POINTER (FALSE));
        }
    }
}

static void
read_show (GenlockLegacy *self,
           const GenlockLegacyProject *project,
           GHashTable *needed)
{
  GenlockLegacyShow show;

  genlock_legacy_show_init (&show, self, project);
  if (genlock_legacy_show_read_production (&show))
    {
      genlock_legacy_show_read_sources (&show);
      genlock_legacy_show_read_sends (&show);
      genlock_legacy_show_read_devices (&show);
      genlock_legacy_show_read_addresses (&show);
      genlock_legacy_show_connect (&show);
      genlock_legacy_show_read_cables (&show);
      genlock_legacy_show_report_rest (&show);
      mark_samples (&show, needed);
    }
  genlock_legacy_show_clear (&show);
}

static void
mark_sample_equipment (GenlockImportPlan *plan,
                       GHashTable *needed)
{
  GHashTableIter iter;
  gpointer spec;
  gpointer by_others;

  g_hash_table_iter_init (&iter, needed);
  while (g_hash_table_iter_next (&iter, &spec, &by_others))
    {
      GenlockImportRow *row = genlock_import_plan_find_row (plan, spec);

      /* Equipment of a list is there for its own sake. */
      if (row != NULL && row->model != NULL && !GPOINTER_TO_INT (by_others))
        row->entry.is_sample = TRUE;
    }
}

/* What stood beside lists that were all empty. */
static void
report_rest (GenlockLegacy *self)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (self->loose->rest == NULL)
    return;

  json_object_iter_init_ordered (&iter, self->loose->rest);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *value = genlock_legacy_dup_value (node);

      if (!genlock_legacy_is_empty (node))
        genlock_legacy_report (self, GENLOCK_IMPORT_INFO, self->loose->file, name,
                               genlock_legacy_is_secret (name) ? NULL : value,
                               N_("Not part of a show"));
    }
}

/* (transfer container): the shows to read, the one without a name last. */
static GPtrArray *
list_projects (GenlockLegacy *self)
{
  GPtrArray *projects = g_ptr_array_new ();

  g_ptr_array_extend (projects, self->projects, NULL, NULL);
  if (self->loose != NULL && count_all (self->loose) > 0)
    {
      name_loose (self);
      g_ptr_array_add (projects, self->loose);
    }
  else if (self->loose != NULL)
    {
      report_rest (self);
    }
  for (guint i = 0; i < projects->len; i++)
    self->n_rows += count_all (g_ptr_array_index (projects, i));

  return projects;
}

gboolean
genlock_legacy_finish (GenlockLegacy *self,
                       GenlockImportProgressFunc progress,
                       gpointer user_data,
                       GError **error)
{
  g_autoptr (GHashTable) needed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) projects = NULL;
  gboolean is_library = self->projects->len == 0
                        && (self->loose == NULL || count_all (self->loose) == 0);

  self->progress = progress;
  self->user_data = user_data;
  if (is_library && !genlock_library_legacy_check (self, error))
    return FALSE;
  genlock_legacy_read_equipment (self);
  if (is_library && !genlock_library_legacy_check_rows (self, error))
    return FALSE;
  merge_projects (self);
  projects = list_projects (self);
  for (guint i = 0; i < projects->len; i++)
    {
      read_show (self, g_ptr_array_index (projects, i), needed);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  mark_sample_equipment (self->plan, needed);

  return TRUE;
}
