/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch of a show as the canvas sees it, kept up with the store. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-connections.h"
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

static gboolean
can_keep (const GenlockPatchBox *box)
{
  return box->node->kind != GENLOCK_SIGNAL_UNKNOWN && box->node->record != NULL;
}

static void
append_place (GenlockPatchModel *self,
              const GenlockPatchBox *box,
              GenlockBatch *batch)
{
  g_autoptr (GenlockRecord) row =
    genlock_signal_place_make (box->node, genlock_patch_model_get_production (self), box->x,
                               box->y);
  GenlockRecord *patch;

  if (!g_hash_table_contains (genlock_checked_show_get_places (self->show),
                              genlock_record_get_id (row)))
    {
      genlock_batch_insert (batch, g_steal_pointer (&row));
      return;
    }

  patch = genlock_record_new (&genlock_graph_nodes);
  genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (row));
  genlock_record_set_real (patch, GENLOCK_GRAPH_NODE_X, box->x);
  genlock_record_set_real (patch, GENLOCK_GRAPH_NODE_Y, box->y);
  genlock_batch_update (batch, patch);
}

/* A box that has no place yet gets the one where it stands: a view is kept with a place. */
static void
append_view (GenlockPatchModel *self,
             const GenlockPatchBox *box,
             GenlockBatch *batch)
{
  g_autoptr (GenlockRecord) row =
    genlock_signal_place_make (box->node, genlock_patch_model_get_production (self), box->x,
                               box->y);
  const GenlockRecord *kept = g_hash_table_lookup (genlock_checked_show_get_places (self->show),
                                                   genlock_record_get_id (row));
  const char *before = kept != NULL ? genlock_record_get_text (kept, GENLOCK_GRAPH_NODE_VIEW)
                                    : NULL;
  g_autofree char *view = genlock_node_view_write (before, &box->view);

  genlock_record_set_text (row, GENLOCK_GRAPH_NODE_VIEW, view);
  if (kept == NULL)
    genlock_batch_insert (batch, g_steal_pointer (&row));
  else
    {
      GenlockRecord *patch = genlock_record_new (&genlock_graph_nodes);

      genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (row));
      genlock_record_set_text (patch, GENLOCK_GRAPH_NODE_VIEW, view);
      genlock_batch_update (batch, patch);
    }
}

/* Both cables of a row are one change of it. */
static void
append_cables (GPtrArray *cables,
               GenlockBatch *batch)
{
  g_autoptr (GHashTable) views = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  const GenlockSignalRow *row;
  const char *view;

  for (guint i = 0; i < cables->len; i++)
    {
      const GenlockPatchCable *cable = cables->pdata[i];
      gpointer key = cable->link->row;
      const char *before = g_hash_table_contains (views, key)
                             ? g_hash_table_lookup (views, key)
                             : genlock_record_get_text (cable->link->row->record,
                                                        GENLOCK_CONNECTION_VIEW);

      g_hash_table_insert (views, key,
                           genlock_link_view_write (before, genlock_patch_cable_is_second (cable),
                                                    genlock_patch_cable_get_view (cable)));
    }
  g_hash_table_iter_init (&iter, views);
  while (g_hash_table_iter_next (&iter, (gpointer *) &row, (gpointer *) &view))
    {
      GenlockRecord *patch = genlock_record_new (&genlock_connections);

      genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (row->record));
      genlock_record_set_text (patch, GENLOCK_CONNECTION_VIEW, view);
      genlock_batch_update (batch, patch);
    }
}

/* (transfer container): cables whose waypoints go along with the boxes at both ends. */
static GPtrArray *
take_waypoints (GenlockPatchModel *self,
                GPtrArray *boxes)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  GPtrArray *cables = g_ptr_array_new ();

  for (guint i = 0; i < boxes->len; i++)
    g_hash_table_add (moved, boxes->pdata[i]);
  for (guint i = 0; i < self->scene->cables->len; i++)
    {
      GenlockPatchCable *cable = self->scene->cables->pdata[i];
      double dx = cable->from->x - cable->from->kept_x;
      double dy = cable->from->y - cable->from->kept_y;

      if (genlock_patch_cable_get_view (cable)->n_waypoints == 0 || (dx == 0 && dy == 0)
          || !g_hash_table_contains (moved, cable->from)
          || !g_hash_table_contains (moved, cable->to)
          || dx != cable->to->x - cable->to->kept_x || dy != cable->to->y - cable->to->kept_y)
        continue;

      for (guint j = 0; j < cable->view->n_waypoints; j++)
        {
          cable->view->waypoints[j].x += dx;
          cable->view->waypoints[j].y += dy;
        }
      g_ptr_array_add (cables, cable);
    }

  return cables;
}

GenlockBatch *
genlock_patch_model_build_move (GenlockPatchModel *self,
                                GPtrArray *boxes)
{
  GenlockBatch *batch = genlock_batch_new ("MOVE");
  g_autoptr (GPtrArray) cables = NULL;

  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), batch);

  for (guint i = 0; i < boxes->len; i++)
    if (can_keep (boxes->pdata[i]))
      append_place (self, boxes->pdata[i], batch);
  if (self->scene != NULL)
    {
      cables = take_waypoints (self, boxes);
      append_cables (cables, batch);
    }

  return batch;
}

GenlockBatch *
genlock_patch_model_build_views (GenlockPatchModel *self,
                                 GPtrArray *boxes,
                                 GPtrArray *cables)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");

  g_return_val_if_fail (GENLOCK_IS_PATCH_MODEL (self), batch);

  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    if (can_keep (boxes->pdata[i]))
      append_view (self, boxes->pdata[i], batch);
  if (cables != NULL)
    append_cables (cables, batch);

  return batch;
}
