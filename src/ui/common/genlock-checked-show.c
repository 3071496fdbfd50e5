/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signal graph of a show, what the rules find in it and where its boxes stand, kept up with the
 * store. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "ui/common/genlock-checked-show-read.h"
#include "ui/common/genlock-checked-show.h"

/* More changed rows than this are not read one by one. */
#define KEYS_MAX 300

#define SHOWS_KEY "genlock-checked-shows"

struct _GenlockCheckedShow
{
  GObject parent_instance;

  GenlockStore *store;         /* owned */
  char *production_id;         /* owned */
  GHashTable *shows;           /* owned: all of the store, by production */
  GenlockSignalGraph *graph;   /* owned, nullable */
  GenlockSignalCheck *check;   /* owned, nullable */
  GHashTable *places;          /* owned: id to owned GenlockRecord */
  GError *error;               /* owned, nullable */
  GPtrArray *problems;         /* owned (element-type GenlockSignalProblem) */
  GHashTable *by_record;       /* owned: id to owned GPtrArray of GenlockSignalProblem */
  guint counts[GENLOCK_N_SEVERITIES];
  guint n_aside;
  gboolean is_listed;          /* whether the problems are those of the check */

  GCancellable *cancellable;   /* owned */
  GArray *pending;             /* owned (element-type GenlockShowKey): changed meanwhile */
  gboolean reading;
  gboolean reload;             /* all of it, once what is under way has come */
};

enum
{
  CHANGED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockCheckedShow, genlock_checked_show, G_TYPE_OBJECT)

static void go_on (GenlockCheckedShow *self);

static void
index_problem (GenlockCheckedShow *self,
               GenlockSignalProblem *problem)
{
  GPtrArray *list;

  if (problem->reason != NULL)
    {
      self->n_aside++;
      return;
    }

  self->counts[problem->severity]++;
  if (problem->severity == GENLOCK_SEVERITY_NOT_CHECKED)
    return;

  list = g_hash_table_lookup (self->by_record, problem->record_id);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->by_record, problem->record_id, list);
    }
  g_ptr_array_add (list, problem);
}

static void
forget_problems (GenlockCheckedShow *self)
{
  g_hash_table_remove_all (self->by_record);
  g_ptr_array_set_size (self->problems, 0);
  memset (self->counts, 0, sizeof self->counts);
  self->n_aside = 0;
  self->is_listed = FALSE;
}

static void
list_problems (GenlockCheckedShow *self)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (self->is_listed || self->check == NULL)
    return;

  forget_problems (self);
  self->is_listed = TRUE;
  problems = genlock_signal_check_list (self->check);
  g_ptr_array_extend (self->problems, problems, NULL, NULL);
  for (guint i = 0; i < problems->len; i++)
    index_problem (self, problems->pdata[i]);
}

/* Whether the read row is of another show by now. */
static gboolean
is_elsewhere (GenlockCheckedShow *self,
              const GenlockRecord *row)
{
  const GenlockTable *table = genlock_record_get_table (row);

  return table != &genlock_equipment_specs
         && g_strcmp0 (genlock_record_get_text (row, table->parent_field),
                       self->production_id) != 0;
}

static void
take_place (GenlockCheckedShow *self,
            GenlockRecord *row)
{
  if (genlock_record_get_bool (row, GENLOCK_META_IS_DELETED) || is_elsewhere (self, row))
    g_hash_table_remove (self->places, genlock_record_get_id (row));
  else
    g_hash_table_replace (self->places, g_strdup (genlock_record_get_id (row)),
                          genlock_record_ref (row));
}

/* Whether the graph or the problems may be others. */
static gboolean
take_row (GenlockCheckedShow *self,
          GenlockRecord *row)
{
  const GenlockTable *table = genlock_record_get_table (row);

  if (table == &genlock_graph_nodes)
    {
      take_place (self, row);
      return genlock_signal_check_set (self->check, row);
    }

  if (is_elsewhere (self, row))
    genlock_signal_check_remove (self->check, table, genlock_record_get_id (row));
  else
    genlock_signal_check_set (self->check, row);
  return TRUE;
}

static void
fetched_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GenlockCheckedShow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = genlock_show_fetch_finish (result, &error);
  gboolean changed = FALSE;

  self->reading = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (rows == NULL)
    {
      g_info ("Cannot read what changed in a show: %s", error->message);
      self->reload = TRUE;
    }
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    changed |= take_row (self, rows->pdata[i]);

  if (changed)
    {
      genlock_signal_check_update (self->check);
      self->is_listed = FALSE;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else if (rows != NULL)
    g_signal_emit (self, signals[MOVED], 0);
  go_on (self);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GenlockCheckedShow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockShowLoaded) loaded = genlock_show_load_finish (result, &error);

  self->reading = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_error (&self->error);
  if (loaded == NULL)
    {
      self->error = g_steal_pointer (&error);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  forget_problems (self);
  g_clear_pointer (&self->check, genlock_signal_check_free);
  g_clear_pointer (&self->graph, genlock_signal_graph_free);
  self->graph = g_steal_pointer (&loaded->graph);
  self->check = g_steal_pointer (&loaded->check);
  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < loaded->places->len; i++)
    take_place (self, loaded->places->pdata[i]);
  g_signal_emit (self, signals[CHANGED], 0);
  go_on (self);
}

/* Reads what is to be read, one after the other. */
static void
go_on (GenlockCheckedShow *self)
{
  if (self->reading)
    return;

  if (self->reload || (self->check == NULL && self->pending->len > 0))
    {
      self->reload = FALSE;
      g_array_set_size (self->pending, 0);
      self->reading = TRUE;
      genlock_show_load_async (self->store, self->production_id, self->cancellable, loaded_cb,
                               g_object_ref (self));
    }
  else if (self->pending->len > 0)
    {
      self->reading = TRUE;
      genlock_show_fetch_async (self->store, g_steal_pointer (&self->pending), self->cancellable,
                                fetched_cb, g_object_ref (self));
      self->pending = genlock_show_keys_new ();
    }
}

static void
store_changed_cb (GenlockStore *store,
                  GenlockChanges *changes,
                  GenlockCheckedShow *self)
{
  guint n = changes != NULL ? genlock_changes_get_length (changes) : 0;

  for (guint i = 0; i < n && self->pending->len <= KEYS_MAX; i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);
      GenlockShowKey key = { .table = change->table };

      if (genlock_show_find_table (change->table) == NULL
          || (change->production_id != NULL
              && !g_str_equal (change->production_id, self->production_id)))
        continue;

      key.id = g_strdup (change->id);
      g_array_append_val (self->pending, key);
    }

  self->reload |= changes == NULL || self->pending->len > KEYS_MAX;
  go_on (self);
}

static void
genlock_checked_show_dispose (GObject *object)
{
  GenlockCheckedShow *self = GENLOCK_CHECKED_SHOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->shows != NULL && g_hash_table_lookup (self->shows, self->production_id) == self)
    g_hash_table_remove (self->shows, self->production_id);
  g_clear_pointer (&self->shows, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_checked_show_parent_class)->dispose (object);
}

static void
genlock_checked_show_finalize (GObject *object)
{
  GenlockCheckedShow *self = GENLOCK_CHECKED_SHOW (object);

  g_hash_table_unref (self->by_record);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->places);
  g_clear_pointer (&self->check, genlock_signal_check_free);
  g_clear_pointer (&self->graph, genlock_signal_graph_free);
  g_clear_error (&self->error);
  g_array_unref (self->pending);
  g_object_unref (self->cancellable);
  g_free (self->production_id);

  G_OBJECT_CLASS (genlock_checked_show_parent_class)->finalize (object);
}

static void
genlock_checked_show_class_init (GenlockCheckedShowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = genlock_checked_show_dispose;
  object_class->finalize = genlock_checked_show_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
genlock_checked_show_init (GenlockCheckedShow *self)
{
  self->cancellable = g_cancellable_new ();
  self->pending = genlock_show_keys_new ();
  self->problems = g_ptr_array_new ();
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) genlock_record_unref);
  self->by_record = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) g_ptr_array_unref);
}

/* (transfer none): those of the store that somebody looks at. */
static GHashTable *
get_shows (GenlockStore *store)
{
  GHashTable *shows = g_object_get_data (G_OBJECT (store), SHOWS_KEY);

  if (shows == NULL)
    {
      shows = g_hash_table_new (g_str_hash, g_str_equal);
      g_object_set_data_full (G_OBJECT (store), SHOWS_KEY, shows,
                              (GDestroyNotify) g_hash_table_unref);
    }

  return shows;
}

GenlockCheckedShow *
genlock_checked_show_get (GenlockStore *store,
                          const char *production_id)
{
  GenlockCheckedShow *self;
  GHashTable *shows;

  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);
  g_return_val_if_fail (production_id != NULL, NULL);

  shows = get_shows (store);
  self = g_hash_table_lookup (shows, production_id);
  if (self != NULL)
    return g_object_ref (self);

  self = g_object_new (GENLOCK_TYPE_CHECKED_SHOW, NULL);
  self->store = g_object_ref (store);
  self->production_id = g_strdup (production_id);
  self->shows = g_hash_table_ref (shows);
  g_hash_table_insert (shows, self->production_id, self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  self->reload = TRUE;
  go_on (self);

  return self;
}

GenlockStore *
genlock_checked_show_get_store (GenlockCheckedShow *self)
{
  return self->store;
}

const char *
genlock_checked_show_get_production (GenlockCheckedShow *self)
{
  return self->production_id;
}

GenlockSignalGraph *
genlock_checked_show_get_graph (GenlockCheckedShow *self)
{
  return self->graph;
}

GenlockSignalCheck *
genlock_checked_show_get_check (GenlockCheckedShow *self)
{
  return self->check;
}

gboolean
genlock_checked_show_is_current (GenlockCheckedShow *self)
{
  return !self->reading && !self->reload && self->pending->len == 0;
}

const GError *
genlock_checked_show_get_error (GenlockCheckedShow *self)
{
  return self->error;
}

GHashTable *
genlock_checked_show_get_places (GenlockCheckedShow *self)
{
  return self->places;
}

GPtrArray *
genlock_checked_show_get_problems (GenlockCheckedShow *self)
{
  list_problems (self);
  return self->problems;
}

GPtrArray *
genlock_checked_show_get_problems_of (GenlockCheckedShow *self,
                                      const char *record_id)
{
  list_problems (self);
  return g_hash_table_lookup (self->by_record, record_id);
}

GPtrArray *
genlock_checked_show_try (GenlockCheckedShow *self,
                          GenlockRecord *row)
{
  GPtrArray *found;

  g_return_val_if_fail (self->check != NULL, NULL);

  found = genlock_signal_check_try (self->check, row);
  genlock_checked_show_tried (self);

  return found;
}

void
genlock_checked_show_tried (GenlockCheckedShow *self)
{
  /* What was found before was found anew. */
  self->is_listed = FALSE;
}

guint
genlock_checked_show_count (GenlockCheckedShow *self,
                            GenlockSeverity severity)
{
  list_problems (self);
  return self->counts[severity];
}

guint
genlock_checked_show_count_aside (GenlockCheckedShow *self)
{
  list_problems (self);
  return self->n_aside;
}
