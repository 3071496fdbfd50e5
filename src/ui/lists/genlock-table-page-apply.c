/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a list page fetches rows and applies what is planned for them. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-toasts.h"
#include "ui/common/genlock-work-bar.h"
#include "ui/equipment/genlock-cable-words.h"
#include "ui/lists/genlock-table-page-private.h"

/* More misfits than this are only counted. */
#define MISFITS_SHOWN 6

/* A change of more rows says how far it is. */
#define ROWS_AT_A_BLOW 1000

/* (transfer full) (nullable): what stops a change of @n rows where that is long; the bar at the
 * foot of the page shows it until hide_work(). */
static GCancellable *
show_work (GenlockTablePage *page,
           guint n,
           GenlockBatch *batch)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autofree char *count = genlock_table_page_dup_count (page, n);
  g_autofree char *words = NULL;
  GCancellable *cancellable;

  if (n <= ROWS_AT_A_BLOW || self->work_place == NULL)
    return NULL;

  if (adw_bin_get_child (self->work_place) == NULL)
    adw_bin_set_child (self->work_place, g_object_new (GENLOCK_TYPE_WORK_BAR, NULL));

  /* Translators: %s is how many rows: “12000 sources” */
  words = g_strdup_printf (batch != NULL ? _("Changing %s…") : _("Reading %s…"), count);
  cancellable = g_cancellable_new ();
  genlock_work_bar_start (GENLOCK_WORK_BAR (adw_bin_get_child (self->work_place)), words, batch,
                          cancellable);
  return cancellable;
}

static void
hide_work (GenlockTablePage *page,
           GCancellable *cancellable)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (cancellable != NULL && self->work_place != NULL)
    genlock_work_bar_stop (GENLOCK_WORK_BAR (adw_bin_get_child (self->work_place)), cancellable);
}

typedef struct
{
  GenlockTablePage *page; /* owned */
  GenlockRowsFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  char *production_id; /* owned */
  GCancellable *cancellable; /* owned, nullable: of many rows */
} RowsRequest;

static void
rows_request_free (RowsRequest *request)
{
  if (request->destroy != NULL)
    request->destroy (request->user_data);

  g_object_unref (request->page);
  g_clear_object (&request->cancellable);
  g_free (request->production_id);
  g_free (request);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowsRequest, rows_request_free)

static void
gathered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RowsRequest) request = user_data;
  GenlockTablePagePrivate *self = genlock_table_page_get_private (request->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockGathered) gathered = genlock_gather_finish (result, &error);

  hide_work (request->page, request->cancellable);
  if (gathered == NULL && g_cancellable_is_cancelled (request->cancellable))
    {
      /* A field of the inspector still says what was to be. */
      genlock_table_page_update_inspector (request->page);
      genlock_toast (GTK_WIDGET (request->page), _("Stopped: nothing was changed"));
    }
  else if (gathered == NULL)
    genlock_toast_error (GTK_WIDGET (request->page), error);
  else if (self->list != NULL && g_strcmp0 (self->production_id, request->production_id) == 0)
    request->func (request->page, gathered, request->user_data);
}

void
genlock_table_page_with_rows (GenlockTablePage *page,
                              GtkBitset *rows,
                              GenlockRowsFunc func,
                              gpointer user_data,
                              GDestroyNotify destroy)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  RowsRequest *request = g_new0 (RowsRequest, 1);

  request->page = g_object_ref (page);
  request->func = func;
  request->user_data = user_data;
  request->destroy = destroy;
  request->production_id = g_strdup (self->production_id);
  request->cancellable = show_work (page, gtk_bitset_get_size (rows), NULL);
  genlock_gather_async (self->store, self->list, self->kind, self->production_id, rows,
                        request->cancellable != NULL ? request->cancellable : self->cancellable,
                        gathered_cb, request);
}

typedef struct
{
  GenlockTablePage *page; /* owned */
  char *text;             /* owned, nullable */
  GenlockRow *row;        /* owned, nullable: shows the change already */
  GenlockRecord *before;  /* owned, nullable: what it showed */
  GenlockRecord *shown;   /* owned, nullable: what it shows */
  gboolean deletes;       /* whether rows of a show go, on which cables may end */
  char *outputs_of;       /* owned, nullable: the row whose outputs the inspector has changed */
  GCancellable *cancellable; /* owned, nullable: of a long change */
} ApplyRequest;

static void
apply_request_free (ApplyRequest *request)
{
  g_object_unref (request->page);
  g_clear_object (&request->row);
  g_clear_pointer (&request->before, genlock_record_unref);
  g_clear_pointer (&request->shown, genlock_record_unref);
  g_free (request->text);
  g_free (request->outputs_of);
  g_clear_object (&request->cancellable);
  g_free (request);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApplyRequest, apply_request_free)

/* What came of it is in the list by now. */
static void
tell_inspector (ApplyRequest *request,
                gboolean ok)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (request->page);

  if (self->inspector == NULL || request->outputs_of == NULL)
    return;

  genlock_table_page_update_inspector (request->page);
  genlock_row_inspector_outputs_stored (self->inspector, request->outputs_of, ok);
}

/* What was done, and which cables that unplugged. */
static void
say (ApplyRequest *request,
     const GenlockChanges *changes)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (request->page);
  g_autofree char *cables =
    request->deletes ? genlock_cables_dup_unplugged (self->store, changes) : NULL;
  g_autofree char *text = cables != NULL ? g_strdup_printf ("%s. %s", request->text, cables)
                                         : g_strdup (request->text);

  genlock_toast_undo (GTK_WIDGET (request->page), text, genlock_changes_get_step (changes));
}

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (ApplyRequest) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_store_apply_finish (GENLOCK_STORE (source), result,
                                                                   &error);

  if (changes == NULL && request->row != NULL
      && genlock_row_get_record (request->row) == request->shown)
    genlock_row_set_record (request->row, request->before);

  tell_inspector (request, changes != NULL);
  hide_work (request->page, request->cancellable);
  /* A field of the inspector still says what was to be. */
  if (changes == NULL)
    genlock_table_page_update_inspector (request->page);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    genlock_toast (GTK_WIDGET (request->page), _("Stopped: nothing was changed"));
  else if (changes == NULL)
    genlock_toast_error (GTK_WIDGET (request->page), error);
  else if (request->text != NULL)
    say (request, changes);
}

static gboolean
is_in_store (GenlockStore *store,
             const char *id)
{
  g_autoptr (GenlockRecord) spec = genlock_store_get (store, &genlock_equipment_specs, id, NULL);

  return spec != NULL && !genlock_record_get_bool (spec, GENLOCK_META_IS_DELETED);
}

/* Equipment of the shipped library is copied when a row becomes it for the first time. */
static void
adopt (GenlockTablePagePrivate *self,
       GenlockBatch *batch)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = genlock_batch_get_length (batch);

  for (guint i = 0; i < n; i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      if (op->kind == GENLOCK_OP_INSERT && op->table == &genlock_equipment_specs)
        g_hash_table_add (seen, (gpointer) genlock_record_get_id (op->record));
    }

  for (guint i = 0; i < n; i++)
    for (guint field = self->kind->table->n_meta; field < self->kind->table->n_fields; field++)
      {
        const GenlockOp *op = genlock_batch_get_op (batch, i);
        const char *id;

        if (op->table != self->kind->table || op->kind == GENLOCK_OP_DELETE
            || genlock_table_get_field (op->table, field)->target != &genlock_equipment_specs)
          continue;

        id = genlock_record_get_text (op->record, field);
        if (id != NULL && genlock_names_is_fresh (self->names, id)
            && g_hash_table_add (seen, (gpointer) id) && !is_in_store (self->store, id))
          genlock_batch_insert (batch, genlock_names_make_fresh (self->names, id));
      }
}

/* Whether somebody else sees to it that @batch is applied. */
static gboolean
is_taken (GenlockTablePage *page,
          GenlockBatch *batch,
          const char *text)
{
  gboolean taken = FALSE;

  adopt (genlock_table_page_get_private (page), batch);
  g_signal_emit_by_name (page, "complete", batch);
  g_signal_emit_by_name (page, "check", batch, text, &taken);
  return taken;
}

void
genlock_table_page_apply (GenlockTablePage *page,
                          GenlockBatch *batch,
                          char *text)
{
  if (!is_taken (page, batch, text))
    {
      genlock_table_page_apply_checked (page, batch, text);
      return;
    }

  genlock_batch_unref (batch);
  g_free (text);
}

void
genlock_table_page_leave (GenlockTablePage *page)
{
  genlock_table_page_update_inspector (page);
}

void
genlock_table_page_apply_checked (GenlockTablePage *page,
                                  GenlockBatch *batch,
                                  char *text)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GenlockBatch) owned = batch;
  ApplyRequest *request = g_new0 (ApplyRequest, 1);

  request->page = g_object_ref (page);
  request->text = text;
  request->deletes = genlock_list_kind_is_of_show (self->kind)
                     && self->kind->table != &genlock_connections
                     && g_str_equal (genlock_batch_get_verb (owned), "DELETE");

  /* Not cancelled with the show: what was done is done. */
  request->cancellable = show_work (page, genlock_batch_get_length (owned), owned);
  genlock_store_apply_async (self->store, owned, request->cancellable, applied_cb, request);
}

/* What @before becomes with @update. */
static GenlockRecord *
merge (const GenlockListKind *kind,
       const GenlockRecord *before,
       const GenlockRecord *update)
{
  GenlockRecord *after = genlock_record_copy (before);
  GPtrArray *outputs = kind->outputs != NULL
                       ? genlock_record_get_children (update, kind->outputs)
                       : NULL;

  for (guint i = kind->table->n_meta; i < kind->table->n_fields; i++)
    if (!genlock_record_is_absent (update, i))
      genlock_record_set_value (after, i, genlock_record_get_value (update, i));

  if (outputs != NULL)
    genlock_record_clear_children (after, kind->outputs);
  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    genlock_record_add_child (after, genlock_record_copy (g_ptr_array_index (outputs, i)));

  return after;
}

void
genlock_table_page_apply_row (GenlockTablePage *page,
                              GenlockRow *row,
                              GenlockRecord *update)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  GenlockRecord *before = row != NULL ? genlock_row_get_record (row) : NULL;
  ApplyRequest *request;

  genlock_batch_update (batch, genlock_record_ref (update));
  if (is_taken (page, batch, NULL))
    return;

  request = g_new0 (ApplyRequest, 1);
  request->page = g_object_ref (page);

  /* Nobody waits for the disk to see what was typed. */
  if (before != NULL)
    {
      request->row = g_object_ref (row);
      request->before = genlock_record_ref (before);
      request->shown = merge (self->kind, before, update);
      genlock_row_set_record (row, request->shown);
    }

  genlock_store_apply_async (self->store, batch, NULL, applied_cb, request);
}

void
genlock_table_page_apply_outputs (GenlockTablePage *page,
                                  GenlockRecord *update)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  ApplyRequest *request = g_new0 (ApplyRequest, 1);

  request->page = g_object_ref (page);
  request->outputs_of = g_strdup (genlock_record_get_id (update));
  genlock_batch_update (batch, genlock_record_ref (update));
  genlock_store_apply_async (self->store, batch, NULL, applied_cb, request);
}

typedef struct
{
  GenlockTablePage *page; /* owned */
  GenlockPlan *plan;      /* owned */
  char *text;             /* owned, nullable */
} PlanRequest;

static void
plan_request_free (PlanRequest *request)
{
  g_object_unref (request->page);
  genlock_plan_free (request->plan);
  g_free (request->text);
  g_free (request);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char *response,
             PlanRequest *request)
{
  if (g_str_equal (response, "rest"))
    genlock_table_page_apply (request->page, g_steal_pointer (&request->plan->batch),
                              g_steal_pointer (&request->text));

  plan_request_free (request);
}

static char *
list_misfits (GenlockPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (plan->misfits->len, MISFITS_SHOWN); i++)
    {
      const GenlockMisfit *misfit = g_ptr_array_index (plan->misfits, i);

      if (misfit->name != NULL && *misfit->name != '\0')
        /* Translators: the name of a row, a column, and what does not fit there */
        g_string_append_printf (text, _("%1$s, %2$s: %3$s"), misfit->name,
                                _(misfit->column->title), misfit->sentence);
      else
        /* Translators: the number of a row, a column, and what does not fit there */
        g_string_append_printf (text, _("Row %1$u, %2$s: %3$s"), misfit->row + 1,
                                _(misfit->column->title), misfit->sentence);
      g_string_append_c (text, '\n');
    }

  if (plan->misfits->len > MISFITS_SHOWN)
    {
      guint more = plan->misfits->len - MISFITS_SHOWN;

      g_string_append_printf (text, ngettext ("and %u more", "and %u more", more), more);
    }

  return g_string_free (text, FALSE);
}

/* Some cells do not fit: the rest, or nothing? */
static void
ask (PlanRequest *request)
{
  GenlockPlan *plan = request->plan;
  guint n = plan->misfits->len;
  g_autofree char *heading = g_strdup_printf (ngettext ("%u cell does not fit",
                                                        "%u cells do not fit", n), n);
  g_autofree char *body = list_misfits (plan);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (request->page)));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Change nothing"), "rest",
                                    _("Change the _rest"), NULL);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), request);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
genlock_table_page_apply_plan (GenlockTablePage *page,
                               GenlockPlan *plan,
                               char *text)
{
  PlanRequest *request = g_new0 (PlanRequest, 1);

  request->page = g_object_ref (page);
  request->plan = plan;
  request->text = text;

  if (plan->misfits->len > 0 && plan->batch != NULL)
    {
      ask (request);
      return;
    }

  if (plan->misfits->len > 0)
    {
      const GenlockMisfit *misfit = g_ptr_array_index (plan->misfits, 0);

      genlock_toast (GTK_WIDGET (page), misfit->sentence);
    }
  else if (plan->batch != NULL)
    {
      genlock_table_page_apply (page, g_steal_pointer (&plan->batch),
                                g_steal_pointer (&request->text));
    }

  plan_request_free (request);
}

char *
genlock_table_page_dup_count (GenlockTablePage *page,
                              guint n)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  return g_strdup_printf ("%u %s", n, n == 1 ? _(self->kind->table->label)
                                             : _(self->kind->table->label_plural));
}
