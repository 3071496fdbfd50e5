/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing crosspoints, one change after the other: each looks at what the one before has done, so
 * that fast fingers never feed an output twice. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/matrix/genlock-matrix-view-private.h"

typedef struct
{
  GenlockMatrixView *view; /* owned */
  char *text; /* owned, nullable */
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->view);
  g_free (work->text);
  g_free (work);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static const char *
get_label (const GArray *ends,
           guint index)
{
  return g_array_index (ends, GenlockCrosspointEnd, index).label;
}

static void
append_words (GString *text,
              char *words)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, words);
  g_free (words);
}

static char *
dup_tally (const GenlockCrosspointTally *tally)
{
  GString *text = g_string_new (NULL);
  guint n_set = tally->n_set + tally->n_replaced;

  if (n_set > 0)
    append_words (text, g_strdup_printf (ngettext ("%u crosspoint set", "%u crosspoints set",
                                                   n_set), n_set));
  if (tally->n_replaced > 0)
    append_words (text, g_strdup_printf (ngettext ("%u replaced", "%u replaced",
                                                   tally->n_replaced), tally->n_replaced));
  if (tally->n_cleared > 0)
    append_words (text, g_strdup_printf (ngettext ("%u crosspoint taken out",
                                                   "%u crosspoints taken out",
                                                   tally->n_cleared), tally->n_cleared));
  if (tally->n_refused > 0)
    append_words (text, g_strdup_printf (ngettext ("%u left: nobody knows its port",
                                                   "%u left: nobody knows their ports",
                                                   tally->n_refused), tally->n_refused));

  return g_string_free (text, FALSE);
}

/* (nullable): nothing where the new dot says it all. */
static char *
dup_words (const GenlockCrosspoints *points,
           const GArray *wishes,
           const GenlockCrosspointTally *tally)
{
  const GenlockCrosspointWish *wish = &g_array_index (wishes, GenlockCrosspointWish, 0);
  guint before;

  if (wishes->len > 1 || tally->n_refused > 0)
    return dup_tally (tally);
  if (tally->n_set > 0)
    return NULL;

  before = genlock_crosspoints_get_input (points, wish->output);
  if (tally->n_cleared > 0)
    /* Translators: an input and an output of a router */
    return g_strdup_printf (_("%1$s no longer goes to %2$s"), get_label (points->inputs, before),
                            get_label (points->outputs, wish->output));

  /* Translators: an output of a router, its input from now on, the one before */
  return g_strdup_printf (_("%1$s has %2$s in place of %3$s"),
                          get_label (points->outputs, wish->output),
                          get_label (points->inputs, wish->input),
                          get_label (points->inputs, before));
}

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  GenlockMatrixView *self = work->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);

  self->is_writing = FALSE;
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (changes == NULL)
    {
      g_array_set_size (self->waiting, 0);
      genlock_toast_error (GTK_WIDGET (self), error);
    }
  else if (work->text != NULL)
    {
      genlock_toast_undo (GTK_WIDGET (self), work->text, genlock_changes_get_step (changes));
    }
  genlock_matrix_view_go_on (self);
}

void
genlock_matrix_view_go_on (GenlockMatrixView *self)
{
  g_autoptr (GArray) wishes = NULL;
  g_autoptr (GenlockCrosspoints) points = NULL;
  g_autoptr (GenlockBatch) batch = NULL;
  GenlockCrosspointTally tally;
  const GenlockSignalNode *node;
  Work *work;

  if (self->is_writing || self->waiting->len == 0 || self->show == NULL
      || !genlock_checked_show_is_current (self->show)
      || genlock_checked_show_get_graph (self->show) == NULL)
    return;

  wishes = g_steal_pointer (&self->waiting);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointWish));
  node = genlock_signal_graph_get_node (genlock_checked_show_get_graph (self->show),
                                        GENLOCK_SIGNAL_DEVICE, self->device_id);
  if (node == NULL)
    return;

  points = genlock_crosspoints_new (node);
  batch = genlock_crosspoints_build (points, (const GenlockCrosspointWish *) wishes->data,
                                     wishes->len,
                                     genlock_checked_show_get_production (self->show), &tally);
  if (genlock_batch_get_length (batch) == 0)
    {
      if (tally.n_refused > 0)
        genlock_toast (GTK_WIDGET (self),
                       _("Nobody knows this port: give the device its equipment first."));
      return;
    }

  work = g_new0 (Work, 1);
  work->view = g_object_ref (self);
  work->text = dup_words (points, wishes, &tally);
  self->is_writing = TRUE;
  genlock_store_apply_async (genlock_checked_show_get_store (self->show), batch, NULL, applied_cb,
                             work);
}

void
genlock_matrix_view_wish (GenlockMatrixView *self,
                          const GArray *wishes)
{
  if (self->show == NULL)
    return;

  g_array_append_vals (self->waiting, wishes->data, wishes->len);
  genlock_matrix_view_go_on (self);
}
