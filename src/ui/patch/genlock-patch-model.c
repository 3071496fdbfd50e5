/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch of a show as the canvas sees it, kept up with the store. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "signal/genlock-signal-load.h"
#include "signal/genlock-signal-place.h"
#include "ui/patch/genlock-patch-layout.h"
#include "ui/patch/genlock-patch-model.h"

/* From so many rows on all of them are read anew. */
#define MANY 64

struct _GenlockPatchModel
{
  GObject parent_instance;

  GenlockStore *store; /* owned */
  char *production_id; /* owned, nullable */
  GCancellable *loading; /* owned, nullable */
  GenlockSignalGraph *graph; /* owned */
  GenlockSignalCheck *check; /* owned */
  GenlockPatchScene *scene; /* owned */
  GHashTable *places; /* owned: id -> owned GenlockRecord */
  GHashTable *layout; /* owned: where boxes stand that nobody has placed */
  GHashTable *specs; /* owned: set of ids of equipment that @graph knows */
  gboolean is_ready;
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockPatchModel, genlock_patch_model, G_TYPE_OBJECT)

static void
mark_problems (GenlockPatchModel *self)
{
  g_autoptr (GPtrArray) problems = genlock_signal_check_list (self->check);

  for (guint i = 0; i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];
      g_autofree char *key = NULL;
      GenlockPatchCable *cable;
      guint mark;

      if (problem->reason != NULL || problem->link == NULL
          || problem->severity > GENLOCK_SEVERITY_WARNING)
        continue;

      key = genlock_patch_link_dup_key (problem->link);
      cable = genlock_patch_scene_find_cable (self->scene, key);
      mark = problem->severity == GENLOCK_SEVERITY_ERROR ? 2 : 1;
      if (cable != NULL && cable->mark < mark)
        cable->mark = mark;
    }
}

static void
make_scene (GenlockPatchModel *self)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    g_ptr_array_add (places, place);
  g_clear_pointer (&self->scene, genlock_patch_scene_free);
  genlock_signal_check_update (self->check);
  self->scene = genlock_patch_scene_new (self->graph, places);
  genlock_patch_layout_run (self->scene, self->layout, NULL);
  mark_problems (self);
}

static void
clear (GenlockPatchModel *self)
{
  g_clear_pointer (&self->scene, genlock_patch_scene_free);
  g_clear_pointer (&self->check, genlock_signal_check_free);
  g_clear_pointer (&self->graph, genlock_signal_graph_free);
  g_hash_table_remove_all (self->places);
  g_hash_table_remove_all (self->specs);
}

static void
take_row (GenlockPatchModel *self,
          GenlockRecord *row)
{
  const GenlockTable *table = genlock_record_get_table (row);

  if (table == &genlock_graph_nodes)
    {
      if (genlock_record_get_bool (row, GENLOCK_META_IS_DELETED))
        g_hash_table_remove (self->places, genlock_record_get_id (row));
      else
        g_hash_table_replace (self->places, g_strdup (genlock_record_get_id (row)),
                              genlock_record_ref (row));
      return;
    }

  if (table == &genlock_equipment_specs)
    g_hash_table_add (self->specs, g_strdup (genlock_record_get_id (row)));
  genlock_signal_check_set (self->check, row);
}

/* Of what @rows say; %NULL for nothing. */
static void
fill (GenlockPatchModel *self,
      GPtrArray *rows)
{
  clear (self);
  self->graph = genlock_signal_graph_new (NULL);
  self->check = genlock_signal_check_new (self->graph, NULL);
  /* Equipment stands last, and its devices want to know it. */
  for (guint i = rows != NULL ? rows->len : 0; i > 0; i--)
    take_row (self, rows->pdata[i - 1]);
  make_scene (self);
}

/* Reading. */

typedef struct
{
  char *production_id; /* owned */
  GHashTable *layout; /* owned */
  GPtrArray *rows; /* owned (element-type GenlockRecord) */
} Loading;

static void
free_loading (gpointer data)
{
  Loading *loading = data;

  g_free (loading->production_id);
  g_hash_table_unref (loading->layout);
  g_clear_pointer (&loading->rows, g_ptr_array_unref);
  g_free (loading);
}

/* Here, since it may take longer than a frame. */
static void
lay_out (Loading *loading,
         GPtrArray *places,
         GCancellable *cancellable)
{
  g_autoptr (GenlockSignalGraph) graph = genlock_signal_graph_new (loading->rows);
  g_autoptr (GenlockPatchScene) scene = genlock_patch_scene_new (graph, places);

  genlock_patch_layout_run (scene, loading->layout, cancellable);
}

static void
load_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  Loading *loading = task_data;
  GenlockStore *store = source;
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_graph_nodes);
  g_autoptr (GPtrArray) places = NULL;
  GError *error = NULL;

  loading->rows = genlock_signal_load (store, loading->production_id, &error);
  if (loading->rows != NULL)
    {
      genlock_query_set_parent (query, loading->production_id);
      places = genlock_store_list (store, query, &error);
    }
  if (places == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  lay_out (loading, places, cancellable);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (loading->rows, genlock_record_ref (places->pdata[i]));
  g_task_return_boolean (task, TRUE);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GenlockPatchModel) self = user_data;
  g_autoptr (GError) error = NULL;
  Loading *loading = g_task_get_task_data (G_TASK (result));
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (!ok)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  self->is_ready = TRUE;
  g_hash_table_unref (self->layout);
  self->layout = g_hash_table_ref (loading->layout);
  fill (self, loading->rows);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load (GenlockPatchModel *self)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->production_id == NULL)
    return;

  loading = g_new0 (Loading, 1);
  loading->production_id = g_strdup (self->production_id);
  loading->layout = genlock_patch_places_copy (self->layout);
  self->loading = g_cancellable_new ();
  task = g_task_new (self->store, self->loading, loaded_cb, g_object_ref (self));
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, loading, free_loading);
  g_task_run_in_thread (task, load_thread);
}

/* Changes. */

static gboolean
is_nested (const GenlockTable *table)
{
  return table->nested_as != NULL;
}

static void
read_spec (GenlockPatchModel *self,
           const char *id)
{
  g_autoptr (GenlockRecord) spec = NULL;

  if (id == NULL || g_hash_table_contains (self->specs, id))
    return;

  spec = genlock_store_get (self->store, &genlock_equipment_specs, id, NULL);
  if (spec != NULL)
    take_row (self, spec);
}

static void
read_row (GenlockPatchModel *self,
          const GenlockChange *change,
          guint equipment)
{
  g_autoptr (GenlockRecord) row = genlock_store_get (self->store, change->table, change->id, NULL);

  if (row == NULL)
    return;

  if (equipment != 0)
    read_spec (self, genlock_record_get_text (row, equipment));
  take_row (self, row);
}

/* Whether the change can be taken over row by row. */
static gboolean
can_follow (GenlockPatchModel *self,
            GenlockChanges *changes)
{
  if (changes == NULL || genlock_changes_get_length (changes) > MANY)
    return FALSE;

  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    if (is_nested (genlock_changes_get (changes, i)->table))
      return FALSE;

  return TRUE;
}

/* Whether @changes touch what is shown. */
static gboolean
is_about_us (GenlockPatchModel *self,
             GenlockChanges *changes)
{
  if (changes == NULL)
    return TRUE;

  for (const GenlockSignalTable *of = genlock_signal_tables; of->table != NULL; of++)
    if (genlock_changes_touch (changes, of->table, self->production_id))
      return TRUE;

  return genlock_changes_touch (changes, &genlock_graph_nodes, self->production_id)
         || genlock_changes_touch (changes, &genlock_equipment_specs, NULL);
}

static void
follow_change (GenlockPatchModel *self,
               const GenlockChange *change)
{
  if (change->table == &genlock_equipment_specs)
    {
      if (g_hash_table_contains (self->specs, change->id))
        read_row (self, change, 0);
      return;
    }

  if (g_strcmp0 (change->production_id, self->production_id) != 0)
    return;

  if (change->table == &genlock_graph_nodes)
    read_row (self, change, 0);
  for (const GenlockSignalTable *of = genlock_signal_tables; of->table != NULL; of++)
    if (of->table == change->table)
      read_row (self, change, of->equipment);
}

static void
follow (GenlockPatchModel *self,
        GenlockChanges *changes)
{
  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    follow_change (self, genlock_changes_get (changes, i));
}

static void
store_changed_cb (GenlockPatchModel *self,
                  GenlockChanges *changes)
{
  if (self->production_id == NULL || !is_about_us (self, changes))
    return;

  if (!self->is_ready || self->loading != NULL || !can_follow (self, changes))
    {
      load (self);
      return;
    }

  follow (self, changes);
  make_scene (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
genlock_patch_model_dispose (GObject *object)
{
  GenlockPatchModel *self = GENLOCK_PATCH_MODEL (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_patch_model_parent_class)->dispose (object);
}

static void
genlock_patch_model_finalize (GObject *object)
{
  GenlockPatchModel *self = GENLOCK_PATCH_MODEL (object);

  clear (self);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->layout);
  g_hash_table_unref (self->specs);
  g_free (self->production_id);

  G_OBJECT_CLASS (genlock_patch_model_parent_class)->finalize (object);
}

static void
genlock_patch_model_class_init (GenlockPatchModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = genlock_patch_model_dispose;
  object_class->finalize = genlock_patch_model_finalize;

  signals[CHANGED] = g_signal_new ("changed", GENLOCK_TYPE_PATCH_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", GENLOCK_TYPE_PATCH_MODEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
genlock_patch_model_init (GenlockPatchModel *self)
{
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) genlock_record_unref);
  self->specs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->layout = genlock_patch_places_new ();
  fill (self, NULL);
}

GenlockPatchModel *
genlock_patch_model_new (GenlockStore *store)
{
  GenlockPatchModel *self = g_object_new (GENLOCK_TYPE_PATCH_MODEL, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
genlock_patch_model_set_production (GenlockPatchModel *self,
                                    const char *production_id)
{
  g_return_if_fail (GENLOCK_IS_PATCH_MODEL (self));

  if (g_strcmp0 (self->production_id, production_id) == 0)
    return;

  g_free (self->production_id);
  self->production_id = g_strdup (production_id);
  self->is_ready = FALSE;
  g_hash_table_remove_all (self->layout);
  fill (self, NULL);
  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
genlock_patch_model_get_production (GenlockPatchModel *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), NULL);

  return self->production_id;
}

GenlockStore *
genlock_patch_model_get_store (GenlockPatchModel *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), NULL);

  return self->store;
}

gboolean
genlock_patch_model_is_ready (GenlockPatchModel *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), FALSE);

  return self->is_ready;
}

GenlockPatchScene *
genlock_patch_model_get_scene (GenlockPatchModel *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), NULL);

  return self->scene;
}

GenlockSignalGraph *
genlock_patch_model_get_graph (GenlockPatchModel *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), NULL);

  return self->graph;
}

GenlockSignalCheck *
genlock_patch_model_get_check (GenlockPatchModel *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), NULL);

  return self->check;
}

void
genlock_patch_model_refresh (GenlockPatchModel *self)
{
  g_return_if_fail (GENLOCK_IS_PATCH_MODEL (self));

  make_scene (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

GenlockBatch *
genlock_patch_model_build_move (GenlockPatchModel *self,
                                GPtrArray *boxes)
{
  GenlockBatch *batch = genlock_batch_new ("MOVE");

  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), batch);

  for (guint i = 0; i < boxes->len; i++)
    {
      const GenlockPatchBox *box = boxes->pdata[i];
      g_autoptr (GenlockRecord) row = NULL;

      if (box->node->kind == GENLOCK_SIGNAL_UNKNOWN || box->node->record == NULL)
        continue;

      row = genlock_signal_place_make (box->node, self->production_id, box->x, box->y);
      if (g_hash_table_contains (self->places, genlock_record_get_id (row)))
        {
          g_autoptr (GenlockRecord) patch = genlock_record_new (&genlock_graph_nodes);

          genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (row));
          genlock_record_set_real (patch, GENLOCK_GRAPH_NODE_X, box->x);
          genlock_record_set_real (patch, GENLOCK_GRAPH_NODE_Y, box->y);
          genlock_batch_update (batch, g_steal_pointer (&patch));
        }
      else
        genlock_batch_insert (batch, g_steal_pointer (&row));
    }

  return batch;
}
