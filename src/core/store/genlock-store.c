/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One database file: opened, changed in transactions, undone, watched. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/store/genlock-backup.h"
#include "core/store/genlock-store-private.h"

#define WATCH_INTERVAL 1 /* s */

/* Between two looks whether today's backup is there, in seconds. */
#define BACKUP_INTERVAL (60 * 60)
#define MAX_WORKERS 3

enum
{
  PROP_PATH = 1,
  PROP_WRITABLE,
  N_PROPS,
};

enum
{
  CHANGED,
  UNDO_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockStore, genlock_store, G_TYPE_OBJECT)

/* Who works here, until somebody says otherwise. */
static char *
make_author (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || name[0] == '\0' || strcmp (name, "Unknown") == 0)
    name = g_get_user_name ();

  return g_strdup_printf ("%s@%s", name, g_get_host_name ());
}

/* In a worker: opening does not wait for it, closing does. */
static gpointer
back_up_work (GenlockReaders *readers,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  GenlockDatabase *database = genlock_readers_borrow (readers, FALSE, error);
  g_autoptr (GError) failed = NULL;

  if (database == NULL)
    return NULL;

  if (!genlock_backup_daily (database, &failed))
    g_message ("There is no backup of today: %s", failed->message);

  genlock_readers_return (readers, database);

  return NULL;
}

static gpointer
count_work (GenlockReaders *readers,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  GenlockDatabase *database = genlock_readers_borrow (readers, FALSE, error);

  if (database == NULL)
    return NULL;

  genlock_scope_sizes_count_all (data, database, error);
  genlock_readers_return (readers, database);

  return NULL;
}

static gboolean
backup_cb (gpointer user_data)
{
  genlock_store_run_detached (user_data, back_up_work, NULL, NULL);

  return G_SOURCE_CONTINUE;
}

/* Now and, since the app may stay open through a show, every hour: today's copy is made once. */
static void
start_writing (GenlockStore *self,
               GenlockStoreFiles *files)
{
  self->files = files;
  self->writer = genlock_writer_new (files->writer, genlock_store_job_done_cb, self);
  backup_cb (self);

  self->backup_source = g_timeout_source_new_seconds (BACKUP_INTERVAL);
  g_source_set_callback (self->backup_source, backup_cb, self, NULL);
  g_source_attach (self->backup_source, self->context);
}

static void
stop_backups (GenlockStore *self)
{
  if (self->backup_source == NULL)
    return;

  g_source_destroy (self->backup_source);
  g_clear_pointer (&self->backup_source, g_source_unref);
}

static void
stop_watching (GenlockStore *self)
{
  if (self->watch_source != NULL)
    {
      g_source_destroy (self->watch_source);
      g_clear_pointer (&self->watch_source, g_source_unref);
    }

  if (!self->watching)
    g_clear_pointer (&self->watch, genlock_store_watch_free);
}

static void
watched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  GenlockStore *self = GENLOCK_STORE (object);
  GenlockStoreFiles *files = genlock_store_watch_steal_files (self->watch);
  gboolean changed = genlock_store_watch_saw_change (self->watch);

  self->watching = FALSE;

  if (self->closed)
    {
      g_clear_pointer (&files, genlock_store_files_close);
      stop_watching (self);
      return;
    }

  if (files != NULL)
    {
      stop_watching (self);
      start_writing (self, files);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRITABLE]);
    }

  if (changed || files != NULL)
    {
      genlock_store_read_steps (self);
      genlock_store_emit_changed (self, NULL);
    }
}

static gpointer
watch_work (GenlockReaders *readers,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  genlock_store_watch_look (data);

  return data;
}

static gboolean
watch_cb (gpointer user_data)
{
  GenlockStore *self = user_data;

  if (!self->watching)
    {
      self->watching = TRUE;
      genlock_store_run_async (self, watch_work, self->watch, NULL, NULL, NULL, watched_cb, NULL);
    }

  return G_SOURCE_CONTINUE;
}

static void
start_watching (GenlockStore *self)
{
  self->watch = genlock_store_watch_new (self->path, self->mode == GENLOCK_STORE_APP);
  self->watch_source = g_timeout_source_new_seconds (WATCH_INTERVAL);
  g_source_set_callback (self->watch_source, watch_cb, self, NULL);
  g_source_attach (self->watch_source, self->context);
}

void
genlock_store_close (GenlockStore *store)
{
  g_return_if_fail (GENLOCK_IS_STORE (store));

  if (store->closed)
    return;

  store->closed = TRUE;
  stop_backups (store);
  stop_watching (store);
  g_clear_pointer (&store->writer, genlock_writer_free);
  g_thread_pool_free (g_steal_pointer (&store->workers), FALSE, TRUE);
  genlock_readers_close (store->readers);
  g_clear_pointer (&store->files, genlock_store_files_close);
}

static void
genlock_store_dispose (GObject *object)
{
  GenlockStore *self = GENLOCK_STORE (object);

  if (self->readers != NULL)
    genlock_store_close (self);

  if (self->outbox_source != NULL)
    {
      g_source_destroy (self->outbox_source);
      g_clear_pointer (&self->outbox_source, g_source_unref);
    }

  G_OBJECT_CLASS (genlock_store_parent_class)->dispose (object);
}

static void
genlock_store_finalize (GObject *object)
{
  GenlockStore *self = GENLOCK_STORE (object);

  g_queue_clear_full (&self->outbox, (GDestroyNotify) genlock_job_unref);
  g_clear_pointer (&self->readers, genlock_readers_unref);
  g_clear_pointer (&self->sizes, genlock_scope_sizes_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  genlock_step_clear (&self->steps[FALSE]);
  genlock_step_clear (&self->steps[TRUE]);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  g_free (self->path);
  g_free (self->author);

  G_OBJECT_CLASS (genlock_store_parent_class)->finalize (object);
}

static void
genlock_store_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  GenlockStore *self = GENLOCK_STORE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;

    case PROP_WRITABLE:
      g_value_set_boolean (value, genlock_store_get_writable (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_store_class_init (GenlockStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = genlock_store_dispose;
  object_class->finalize = genlock_store_finalize;
  object_class->get_property = genlock_store_get_property;

  properties[PROP_PATH] =
    g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WRITABLE] =
    g_param_spec_boolean ("writable", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[UNDO_CHANGED] = g_signal_new ("undo-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
genlock_store_init (GenlockStore *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  g_queue_init (&self->outbox);
}

char *
genlock_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "genlock", "genlock.db", NULL);
}

GenlockStore *
genlock_store_new_for_files (const char *path,
                             GenlockStoreMode mode,
                             GenlockStoreFiles *files)
{
  GenlockStore *self = g_object_new (GENLOCK_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->mode = mode;
  self->author = make_author ();
  self->context = g_main_context_ref_thread_default ();
  self->owner = g_thread_self ();
  self->readers = genlock_readers_new (path);
  self->sizes = genlock_scope_sizes_new ();
  self->workers = g_thread_pool_new (genlock_store_work_cb, NULL, MAX_WORKERS, FALSE, NULL);

  if (files != NULL)
    start_writing (self, files);
  else
    start_watching (self);

  /* Only who stays long enough to show lists gains from it. */
  if (mode == GENLOCK_STORE_APP)
    genlock_store_run_detached (self, count_work, genlock_scope_sizes_ref (self->sizes),
                                (GDestroyNotify) genlock_scope_sizes_unref);

  genlock_store_read_steps (self);

  return self;
}

void
genlock_store_emit_changed (GenlockStore *store,
                            GenlockChanges *changes)
{
  genlock_scope_sizes_forget (store->sizes, changes);
  g_signal_emit (store, signals[CHANGED], 0, changes);
}

void
genlock_store_emit_undo_changed (GenlockStore *store)
{
  g_signal_emit (store, signals[UNDO_CHANGED], 0);
}

const char *
genlock_store_get_path (GenlockStore *store)
{
  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);

  return store->path;
}

gboolean
genlock_store_get_writable (GenlockStore *store)
{
  g_return_val_if_fail (GENLOCK_IS_STORE (store), FALSE);

  return store->writer != NULL;
}

void
genlock_store_set_author (GenlockStore *store,
                          const char *author)
{
  g_return_if_fail (GENLOCK_IS_STORE (store));

  g_free (store->author);
  store->author = g_strdup (author);
}
