/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch of a show as the canvas sees it, kept up with the store. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-graph-nodes.h"
#include "signal/genlock-signal-place.h"
#include "ui/patch/genlock-patch-layout.h"
#include "ui/patch/genlock-patch-model.h"

struct _GenlockPatchModel
{
  GObject parent_instance;

  GenlockStore *store; /* owned */
  GenlockCheckedShow *show; /* owned, nullable */
  GenlockSignalGraph *none; /* owned: the graph of no show */
  GenlockPatchScene *empty; /* owned: of it */
  GenlockPatchScene *scene; /* owned, nullable: of the show, once that has been read */
  GHashTable *layout; /* owned: where boxes stand that nobody has placed */
  GCancellable *working; /* owned, nullable: a layout under way */
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

static void lay_out (GenlockPatchModel *self);

static void
mark_problems (GenlockPatchModel *self)
{
  GPtrArray *problems = genlock_checked_show_get_problems (self->show);

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

/* Layout. */

static void
layout_free (gpointer data)
{
  genlock_patch_layout_free (data);
}

static void
layout_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  genlock_patch_layout_run (task_data, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
laid_out_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GenlockPatchModel) self = GENLOCK_PATCH_MODEL (g_object_ref (source));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_clear_object (&self->working);
  genlock_patch_layout_keep (g_task_get_task_data (G_TASK (result)), self->layout);
  lay_out (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Gives every box a place, here where that is quick; else soon. */
static void
lay_out (GenlockPatchModel *self)
{
  g_autoptr (GenlockPatchLayout) layout = NULL;
  g_autoptr (GTask) task = NULL;

  if (genlock_patch_places_apply (self->scene, self->layout))
    {
      self->is_ready = TRUE;
      return;
    }

  layout = genlock_patch_layout_new (self->scene, self->layout, NULL);
  if (genlock_patch_layout_is_small (layout))
    {
      genlock_patch_layout_run (layout, NULL);
      genlock_patch_layout_keep (layout, self->layout);
      self->is_ready = genlock_patch_places_apply (self->scene, self->layout);
      return;
    }

  self->working = g_cancellable_new ();
  task = g_task_new (self, self->working, laid_out_cb, NULL);
  g_task_set_source_tag (task, lay_out);
  g_task_set_task_data (task, g_steal_pointer (&layout), layout_free);
  g_task_run_in_thread (task, layout_thread);
}

/* The show. */

static void
forget_layout (GenlockPatchModel *self)
{
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
}

static void
make_scene (GenlockPatchModel *self)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, genlock_checked_show_get_places (self->show));
  while (g_hash_table_iter_next (&iter, NULL, &place))
    g_ptr_array_add (places, place);
  forget_layout (self);
  g_clear_pointer (&self->scene, genlock_patch_scene_free);
  self->scene = genlock_patch_scene_new (genlock_checked_show_get_graph (self->show), places);
  lay_out (self);
  mark_problems (self);
}

static void
show_changed_cb (GenlockPatchModel *self)
{
  const GError *error = genlock_checked_show_get_error (self->show);

  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  if (genlock_checked_show_get_graph (self->show) == NULL)
    return;

  make_scene (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
drop_show (GenlockPatchModel *self)
{
  forget_layout (self);
  if (self->show != NULL)
    g_signal_handlers_disconnect_by_data (self->show, self);
  g_clear_pointer (&self->scene, genlock_patch_scene_free);
  g_clear_object (&self->show);
  self->is_ready = FALSE;
}

static void
genlock_patch_model_dispose (GObject *object)
{
  GenlockPatchModel *self = GENLOCK_PATCH_MODEL (object);

  drop_show (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_patch_model_parent_class)->dispose (object);
}

static void
genlock_patch_model_finalize (GObject *object)
{
  GenlockPatchModel *self = GENLOCK_PATCH_MODEL (object);

  genlock_patch_scene_free (self->empty);
  genlock_signal_graph_free (self->none);
  g_hash_table_unref (self->layout);

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
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  self->layout = genlock_patch_places_new ();
  self->none = genlock_signal_graph_new (NULL);
  self->empty = genlock_patch_scene_new (self->none, places);
}

GenlockPatchModel *
genlock_patch_model_new (GenlockStore *store)
{
  GenlockPatchModel *self = g_object_new (GENLOCK_TYPE_PATCH_MODEL, NULL);

  self->store = g_object_ref (store);

  return self;
}

void
genlock_patch_model_set_production (GenlockPatchModel *self,
                                    const char *production_id)
{
  g_return_if_fail (GENLOCK_IS_PATCH_MODEL (self));

  if (g_strcmp0 (genlock_patch_model_get_production (self), production_id) == 0)
    return;

  drop_show (self);
  g_hash_table_remove_all (self->layout);
  if (production_id != NULL)
    {
      self->show = genlock_checked_show_get (self->store, production_id);
      g_signal_connect_swapped (self->show, "changed", G_CALLBACK (show_changed_cb), self);
      g_signal_connect_swapped (self->show, "moved", G_CALLBACK (show_changed_cb), self);
      if (genlock_checked_show_get_graph (self->show) != NULL)
        make_scene (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
genlock_patch_model_get_production (GenlockPatchModel *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), NULL);

  return self->show != NULL ? genlock_checked_show_get_production (self->show) : NULL;
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

  return self->is_ready ? self->scene : self->empty;
}

GenlockCheckedShow *
genlock_patch_model_get_show (GenlockPatchModel *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), NULL);

  return self->show;
}

void
genlock_patch_model_refresh (GenlockPatchModel *self)
{
  g_return_if_fail (GENLOCK_IS_PATCH_MODEL (self));

  if (self->scene != NULL)
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

      row = genlock_signal_place_make (box->node, genlock_patch_model_get_production (self), box->x,
                                       box->y);
      if (g_hash_table_contains (genlock_checked_show_get_places (self->show),
                                 genlock_record_get_id (row)))
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
