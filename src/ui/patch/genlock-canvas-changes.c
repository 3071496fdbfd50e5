/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gestures on the canvas change: batches on their way to the store, and what is deleted. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-link-set.h"
#include "signal/genlock-signal-split.h"
#include "ui/common/genlock-new-cables.h"
#include "ui/common/genlock-step-words.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-cable-words.h"
#include "ui/patch/genlock-canvas-private.h"

typedef struct
{
  GenlockCanvas *canvas; /* owned */
  char *text; /* owned, nullable */
  gboolean deletes; /* whether boxes go, on which cables may end */
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->canvas);
  g_free (work->text);
  g_free (work);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

/* What was done, and which cables that unplugged. */
static void
say (Work *work,
     GenlockStore *store,
     const GenlockChanges *changes)
{
  g_autofree char *cables = work->deletes ? genlock_cables_dup_unplugged (store, changes) : NULL;
  g_autofree char *text = cables != NULL ? g_strdup_printf ("%s. %s", work->text, cables)
                                         : g_strdup (work->text);

  genlock_toast_undo (GTK_WIDGET (work->canvas), text, genlock_changes_get_step (changes));
}

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (work->canvas)) == NULL)
    return;

  if (changes == NULL)
    {
      genlock_toast_error (GTK_WIDGET (work->canvas), error);
      if (work->canvas->model != NULL)
        genlock_patch_model_refresh (work->canvas->model);
    }
  else if (work->text != NULL)
    say (work, GENLOCK_STORE (source), changes);
}

static gboolean
takes_boxes_out (const GenlockBatch *batch)
{
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      if (op->kind == GENLOCK_OP_DELETE && op->table != &genlock_connections)
        return TRUE;
    }

  return FALSE;
}

void
genlock_canvas_apply (GenlockCanvas *self,
                      GenlockBatch *batch,
                      char *text)
{
  g_autoptr (GenlockBatch) owned = batch;
  Work *work;

  if (genlock_batch_get_length (batch) == 0)
    {
      g_free (text);
      genlock_patch_model_refresh (self->model);
      return;
    }

  genlock_new_cables_complete (genlock_patch_model_get_show (self->model), batch);
  work = g_new0 (Work, 1);
  work->canvas = g_object_ref (self);
  work->text = text;
  work->deletes = takes_boxes_out (batch);
  genlock_store_apply_async (genlock_patch_model_get_store (self->model), batch, NULL, applied_cb,
                             work);
}

void
genlock_canvas_append_ops (const GenlockBatch *from,
                           GenlockBatch *batch)
{
  for (guint i = 0; i < genlock_batch_get_length (from); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (from, i);

      switch (op->kind)
        {
        case GENLOCK_OP_INSERT:
          genlock_batch_insert (batch, genlock_record_ref (op->record));
          break;

        case GENLOCK_OP_UPDATE:
          genlock_batch_update (batch, genlock_record_ref (op->record));
          break;

        case GENLOCK_OP_DELETE:
          genlock_batch_delete (batch, op->table, genlock_record_get_id (op->record));
          break;

        case GENLOCK_OP_UNDELETE:
          genlock_batch_undelete (batch, op->table, genlock_record_get_id (op->record));
          break;
        }
    }
}

/* Which parts of @row are among @links, as bits. */
static guint
get_parts (const GPtrArray *links,
           const GenlockSignalRow *row)
{
  guint parts = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];

      if (link->row == row)
        parts |= 1u << link->part;
    }

  return parts;
}

/* What a crosspoint leaves when a cable beside it goes too: the end that it had at its device. */
static void
append_end (const GenlockSignalLink *crosspoint,
            gboolean entry_stays,
            GenlockBatch *batch)
{
  GenlockRecord *patch = genlock_record_new (&genlock_connections);

  genlock_record_set_text (patch, GENLOCK_META_ID,
                           genlock_record_get_id (crosspoint->row->record));
  genlock_record_set_null (patch, entry_stays ? GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT
                                              : GENLOCK_CONNECTION_INTERMEDIATE_INPUT);
  genlock_batch_update (batch, patch);
}

/* Several links of one row are one change of it. */
static void
append_link (const GPtrArray *links,
             guint place,
             GenlockBatch *batch)
{
  const GenlockSignalLink *link = links->pdata[place];
  guint parts = get_parts (links, link->row);
  guint n_parts = 0;

  for (guint part = 0; part <= GENLOCK_SIGNAL_EXIT; part++)
    n_parts += (parts >> part) & 1;
  for (guint i = 0; n_parts == link->row->n_links && i < place; i++)
    if (((const GenlockSignalLink *) links->pdata[i])->row == link->row)
      return;

  if (n_parts == link->row->n_links)
    genlock_batch_delete (batch, &genlock_connections, genlock_record_get_id (link->row->record));
  else if (link->part == GENLOCK_SIGNAL_CROSSPOINT && n_parts > 1)
    append_end (link, (parts & (1u << GENLOCK_SIGNAL_ENTRY)) == 0, batch);
  else
    genlock_signal_split_append (link, batch);
}

static void
add_links (GPtrArray *links,
           const GPtrArray *further)
{
  for (guint i = 0; further != NULL && i < further->len; i++)
    g_ptr_array_add (links, further->pdata[i]);
}

/* Whether keys and menus mean what has the focus of the canvas. */
static gboolean
means_focus (GenlockCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return genlock_canvas_has_focus (self)
         || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

/* (transfer container): the selected ones; where there are none those at the port with the
 * focus. */
static GPtrArray *
list_links (GenlockCanvas *self)
{
  GPtrArray *links = g_ptr_array_new ();
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchHit hit;

  for (guint i = 0; scene != NULL && i < scene->cables->len; i++)
    {
      const GenlockPatchCable *cable = scene->cables->pdata[i];

      if (cable->is_selected)
        g_ptr_array_add (links, (gpointer) cable->link);
    }
  if (links->len == 0 && scene != NULL && means_focus (self)
      && genlock_canvas_spot_find (self, &self->focus, &hit) && hit.port != NULL)
    {
      add_links (links, hit.port->port->in);
      add_links (links, hit.port->port->out);
    }

  return links;
}

/* Boxes. */

static const GenlockTable *
get_table (const GenlockPatchBox *box)
{
  switch (box->node->kind)
    {
    case GENLOCK_SIGNAL_SOURCE:
      return &genlock_sources;

    case GENLOCK_SIGNAL_DEVICE:
      return &genlock_devices;

    case GENLOCK_SIGNAL_SEND:
      return &genlock_sends;

    case GENLOCK_SIGNAL_UNKNOWN:
      break;
    }

  return NULL;
}

/* (transfer container): the boxes that are selected; where nothing is, the one with the focus.
 * What only a connection names has no row to delete. */
static GPtrArray *
list_boxes (GenlockCanvas *self)
{
  g_autoptr (GPtrArray) boxes = genlock_canvas_list_boxes (self);
  GPtrArray *known = g_ptr_array_new ();
  GenlockPatchHit hit;

  if (g_hash_table_size (self->selected) == 0 && means_focus (self)
      && genlock_canvas_spot_find (self, &self->focus, &hit) && hit.port == NULL)
    g_ptr_array_add (boxes, hit.box);
  for (guint i = 0; i < boxes->len; i++)
    {
      GenlockPatchBox *box = boxes->pdata[i];

      if (get_table (box) != NULL && box->node->record != NULL)
        g_ptr_array_add (known, box);
    }

  return known;
}

/* (transfer full): "“SRC 3 CAM” deleted", "2 sources, 1 send deleted" */
static char *
dup_deleted (const GPtrArray *boxes)
{
  static const GenlockTable *tables[] = { &genlock_sources, &genlock_devices, &genlock_sends };
  g_autoptr (GString) counts = g_string_new (NULL);

  if (boxes->len == 1)
    {
      g_autofree char *name =
        genlock_signal_node_dup_name (((const GenlockPatchBox *) boxes->pdata[0])->node);

      return g_strdup_printf (_("“%s” deleted"), name);
    }

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *words = NULL;
      guint n = 0;

      for (guint j = 0; j < boxes->len; j++)
        n += get_table (boxes->pdata[j]) == tables[i];
      if (n == 0)
        continue;

      words = genlock_words_dup_count (tables[i], n);
      g_string_append_printf (counts, "%s%s", counts->len > 0 ? ", " : "", words);
    }

  return g_strdup_printf (_("%s deleted"), counts->str);
}

void
genlock_canvas_delete (GenlockCanvas *self)
{
  g_autoptr (GPtrArray) links = list_links (self);
  g_autoptr (GPtrArray) boxes = list_boxes (self);
  GenlockBatch *batch;
  guint n_links;
  char *text;

  if (genlock_canvas_delete_waypoint (self))
    return;

  /* No set of cables is torn. */
  genlock_link_set_extend (links);
  n_links = links->len;
  if (n_links == 0 && boxes->len == 0)
    {
      genlock_toast (GTK_WIDGET (self),
                     _("Select boxes or cables to delete, or go to a port that has a cable"));
      return;
    }

  batch = genlock_batch_new ("DELETE");
  for (guint i = 0; i < n_links; i++)
    append_link (links, i, batch);
  for (guint i = 0; i < boxes->len; i++)
    {
      const GenlockPatchBox *box = boxes->pdata[i];

      genlock_batch_delete (batch, get_table (box), box->node->id);
    }
  if (boxes->len > 0)
    text = dup_deleted (boxes);
  else
    text = g_strdup_printf (ngettext ("%u cable taken out", "%u cables taken out", n_links),
                            n_links);
  genlock_canvas_apply (self, batch, text);
}
