/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets made and written in a worker. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-instant.h"
#include "core/schema/genlock-productions.h"
#include "interchange/genlock-drawio.h"
#include "interchange/genlock-graph-plan.h"
#include "interchange/genlock-sheet-file.h"
#include "interchange/genlock-videohub-write.h"
#include "signal/genlock-signal-load.h"
#include "ui/sheets/genlock-sheet-job.h"

typedef struct
{
  GenlockStore *store;  /* owned */
  char *production_id;  /* owned */
  GenlockSheetWish wish; /* its texts are owned */
  GenlockSheetPage page;
  gboolean is_counted;
  char *path; /* owned, nullable */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_free (job->production_id);
  g_free ((char *) job->wish.device_id);
  g_free ((char *) job->wish.source_type);
  g_free (job->path);
  g_free (job);
}

static Job *
job_new (GenlockStore *store,
         const char *production_id,
         GenlockSheetChoice *choice)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->production_id = g_strdup (production_id);
  genlock_sheet_choice_get_wish (choice, &job->wish);
  job->wish.device_id = g_strdup (job->wish.device_id);
  job->wish.source_type = g_strdup (job->wish.source_type);
  genlock_sheet_choice_get_page (choice, &job->page);
  job->is_counted = genlock_store_get_writable (store);

  return job;
}

static void
free_offer (gpointer data)
{
  GenlockSheetOffer *offer = data;

  g_free (offer->id);
  g_free (offer->name);
  g_free (offer);
}

void
genlock_sheet_loaded_free (GenlockSheetLoaded *loaded)
{
  g_clear_pointer (&loaded->layout, genlock_sheet_layout_free);
  g_clear_pointer (&loaded->sheet, genlock_sheet_unref);
  g_clear_pointer (&loaded->offers, g_ptr_array_unref);
  genlock_sheet_print_clear (&loaded->last);
  g_free (loaded->file_name);
  g_free (loaded);
}

/* @name: (transfer full) */
static void
add_offer (GPtrArray *offers,
           const char *id,
           char *name)
{
  GenlockSheetOffer *offer = g_new (GenlockSheetOffer, 1);

  offer->id = g_strdup (id);
  offer->name = name;
  g_ptr_array_add (offers, offer);
}

static GPtrArray *
list_offers (GenlockSignalGraph *graph,
             GenlockSheetKind kind)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (free_offer);

  if (genlock_sheet_kind_takes_device (kind))
    {
      g_autoptr (GPtrArray) nodes = genlock_sheet_list_devices (graph, kind);

      for (guint i = 0; i < nodes->len; i++)
        {
          const GenlockSignalNode *node = nodes->pdata[i];

          add_offer (offers, node->id, genlock_signal_node_dup_name (node));
        }
    }
  else if (kind == GENLOCK_SHEET_SOURCES)
    {
      g_autoptr (GPtrArray) types = genlock_sheet_list_source_types (graph);

      for (guint i = 0; i < types->len; i++)
        {
          const char *type = types->pdata[i];

          add_offer (offers, type, g_strdup (*type != '\0' ? type : _("Type not said")));
        }
    }

  return offers;
}

/* What no file may be called is left out. */
static char *
dup_file_name (const GenlockRecord *show,
               const GenlockSheet *sheet)
{
  char *name = g_strdup_printf ("%.80s %.80s", genlock_record_get_name (show), sheet->title);
  char *valid = g_utf8_make_valid (name, -1);

  g_free (name);

  return g_strdelimit (valid, "/\\:*?\"<>|", '-');
}

static gboolean
read_sheet (const Job *job,
            GenlockSheetLoaded *loaded,
            GError **error)
{
  g_autoptr (GPtrArray) rows = genlock_signal_load (job->store, job->production_id, error);
  g_autoptr (GenlockSignalGraph) graph = NULL;
  g_autoptr (GenlockSignalCheck) check = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GPtrArray) places = NULL;
  GenlockSheetWish wish = job->wish;

  if (rows == NULL)
    return FALSE;

  if (wish.kind == GENLOCK_SHEET_GRAPH)
    {
      places = genlock_graph_plan_load_places (job->store, job->production_id, error);
      if (places == NULL)
        return FALSE;

      wish.places = places;
    }

  graph = genlock_signal_graph_new (rows);
  check = genlock_signal_check_new (graph, NULL);
  genlock_signal_check_update (check);
  nodes = genlock_signal_graph_list_nodes (graph);
  loaded->is_bare = nodes->len == 0;
  loaded->offers = list_offers (graph, job->wish.kind);
  loaded->sheet = genlock_sheet_build (graph, check, &wish);

  return TRUE;
}

/* Everything but the pages. */
static GenlockSheetLoaded *
load (const Job *job,
      GenlockRecord **show,
      GError **error)
{
  g_autoptr (GenlockSheetLoaded) loaded = g_new0 (GenlockSheetLoaded, 1);

  loaded->printed_at = genlock_instant_now ();
  *show = genlock_store_get (job->store, &genlock_productions, job->production_id, error);
  if (*show == NULL
      || !genlock_sheet_prints_find (job->store, job->production_id, &job->wish, &loaded->last,
                                     error)
      || !read_sheet (job, loaded, error))
    return NULL;

  loaded->file_name = dup_file_name (*show, loaded->sheet);

  return g_steal_pointer (&loaded);
}

static void
make_title (const Job *job,
            const GenlockSheetLoaded *loaded,
            const GenlockRecord *show,
            GenlockSheetTitle *title)
{
  genlock_sheet_title_init (title, show, loaded->printed_at);
  title->revision = job->is_counted ? loaded->last.revision + 1 : 0;
}

static void
load_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GenlockRecord) show = NULL;
  GError *error = NULL;
  GenlockSheetLoaded *loaded = load (job, &show, &error);
  GenlockSheetTitle title;

  if (loaded == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    {
      genlock_sheet_loaded_free (loaded);
      return;
    }

  make_title (job, loaded, show, &title);
  loaded->layout = genlock_sheet_layout_new (loaded->sheet, &title, &job->page);
  g_task_return_pointer (task, loaded, (GDestroyNotify) genlock_sheet_loaded_free);
}

void
genlock_sheet_job_load_async (GenlockStore *store,
                              const char *production_id,
                              GenlockSheetChoice *choice,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, genlock_sheet_job_load_async);
  g_task_set_task_data (task, job_new (store, production_id, choice), job_free);
  g_task_run_in_thread (task, load_in_thread);
}

GenlockSheetLoaded *
genlock_sheet_job_load_finish (GAsyncResult *result,
                               GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
has_ending (const char *path,
            const char *ending)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ending);
}

/* (transfer full) (nullable): what records it, once it is written. */
static gboolean
save_sheet (const Job *job,
            GenlockBatch **batch,
            GError **error)
{
  g_autoptr (GenlockRecord) show = NULL;
  g_autoptr (GenlockSheetLoaded) loaded = load (job, &show, error);
  const char *dot = strrchr (job->path, '.');
  GenlockSheetTitle title;
  GenlockSheetFormat format;

  if (loaded == NULL)
    return FALSE;
  if (has_ending (job->path, ".drawio"))
    return genlock_drawio_write (job->store, show, job->path, error);
  if (dot == NULL || !genlock_sheet_format_find (dot + 1, &format))
    format = GENLOCK_SHEET_PDF;

  make_title (job, loaded, show, &title);
  if (format != GENLOCK_SHEET_PDF)
    title.revision = 0;
  if (!genlock_sheet_write (loaded->sheet, &title, &job->page, format, job->path, error))
    return FALSE;

  if (title.revision > 0)
    {
      GenlockSheetPrint print = { title.revision, loaded->printed_at,
                                  (char *) genlock_sheet_prints_get_author () };

      *batch = genlock_sheet_prints_record (job->production_id, &job->wish, &print);
    }

  return TRUE;
}

static void
save_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  GenlockBatch *batch = NULL;
  GError *error = NULL;
  gboolean ok;

  if (has_ending (job->path, ".txt"))
    ok = genlock_videohub_write (job->store, job->production_id, job->wish.device_id, job->path,
                                 &error);
  else
    ok = save_sheet (job, &batch, &error);

  if (ok)
    g_task_return_pointer (task, batch, (GDestroyNotify) genlock_batch_unref);
  else
    g_task_return_error (task, error);
}

void
genlock_sheet_job_save_async (GenlockStore *store,
                              const char *production_id,
                              GenlockSheetChoice *choice,
                              const char *path,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  Job *job = job_new (store, production_id, choice);

  g_task_set_source_tag (task, genlock_sheet_job_save_async);
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_in_thread);
}

/* What is written stands on the disk, whether it can be counted or not. */
gboolean
genlock_sheet_job_save_finish (GAsyncResult *result,
                               GError **error)
{
  GError *failed = NULL;
  g_autoptr (GenlockBatch) batch = g_task_propagate_pointer (G_TASK (result), &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (batch != NULL)
    genlock_store_apply_async (g_task_get_source_object (G_TASK (result)), batch, NULL, NULL, NULL);

  return TRUE;
}
