/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying cables and taking them out. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "signal/genlock-link-set.h"
#include "signal/genlock-signal-split.h"
#include "signal/genlock-signal-verdict.h"
#include "ui/common/genlock-toasts.h"
#include "ui/patch/genlock-canvas-private.h"

/* So long targets are looked at in one go, in microseconds: less than a frame. */
#define JUDGE_TIME 4000

void
genlock_canvas_free_verdict (gpointer data)
{
  GenlockCanvasVerdict *verdict = data;

  g_free (verdict->reason);
  g_free (verdict);
}

/* What is carried. */

/* Gone where somebody else took it away. */
const GenlockSignalPort *
genlock_canvas_get_carried (GenlockCanvas *self)
{
  GenlockPatchHit hit;

  if (!self->is_carrying || !genlock_canvas_spot_find (self, &self->carried, &hit)
      || hit.port == NULL)
    return NULL;

  return hit.port->port;
}

/* Puts both ends into the order of the signal: an output to an input, or inside of a device an
 * input to an output. */
static gboolean
get_ends (GenlockCanvas *self,
          const GenlockSignalPort *target,
          const GenlockSignalPort **from,
          const GenlockSignalPort **to)
{
  const GenlockSignalPort *carried = genlock_canvas_get_carried (self);

  if (carried == NULL || carried->is_output == target->is_output)
    return FALSE;

  *from = carried->is_output == (carried->node != target->node) ? carried : target;
  *to = *from == carried ? target : carried;
  return TRUE;
}

gboolean
genlock_canvas_is_target (GenlockCanvas *self,
                          const GenlockSignalPort *target)
{
  const GenlockSignalPort *from, *to;

  if (target == genlock_canvas_get_carried (self))
    return TRUE;

  return get_ends (self, target, &from, &to) && from->record != NULL && to->record != NULL
         && from->node->record != NULL && to->node->record != NULL;
}

void
genlock_canvas_forget_verdicts (GenlockCanvas *self)
{
  g_hash_table_remove_all (self->verdicts);
}

/* Verdicts. */

static GenlockCanvasVerdict *
make_verdict (GenlockCanvasLevel level,
              const char *reason)
{
  GenlockCanvasVerdict *verdict = g_new0 (GenlockCanvasVerdict, 1);

  verdict->level = level;
  verdict->reason = g_strdup (reason);

  return verdict;
}

/* The same words, in the same order. */
G_STATIC_ASSERT ((int) GENLOCK_CANVAS_FITS == (int) GENLOCK_SIGNAL_LEVEL_FITS);
G_STATIC_ASSERT ((int) GENLOCK_CANVAS_REPLACES == (int) GENLOCK_SIGNAL_LEVEL_REPLACES);
G_STATIC_ASSERT ((int) GENLOCK_CANVAS_IMPOSSIBLE == (int) GENLOCK_SIGNAL_LEVEL_IMPOSSIBLE);

/* (nullable): where one cable is too few, but more fit beside it. */
static GenlockCanvasVerdict *
offer_set (GenlockCheckedShow *show,
           const GenlockSignalPort *from,
           const GenlockSignalPort *to)
{
  guint n_links;
  g_autoptr (GenlockBatch) batch = genlock_link_set_offer (
    genlock_checked_show_get_check (show), from, to, genlock_checked_show_get_production (show),
    &n_links);
  g_autofree char *reason = NULL;
  GenlockCanvasVerdict *verdict;

  if (batch == NULL)
    return NULL;

  reason = g_strdup_printf (ngettext ("%u cable, beside each other from these ports on",
                                      "%u cables, beside each other from these ports on",
                                      n_links), n_links);
  verdict = make_verdict (GENLOCK_CANVAS_WARNS, reason);
  verdict->is_set = TRUE;

  return verdict;
}

static GenlockCanvasVerdict *
judge (GenlockCanvas *self,
       const GenlockSignalPort *target)
{
  GenlockCheckedShow *show = genlock_patch_model_get_show (self->model);
  const GenlockSignalPort *from, *to;
  g_autofree char *reason = NULL;
  g_autofree char *hint = NULL;
  GenlockCanvasVerdict *verdict = NULL;
  GenlockSignalLevel level;

  if (target == genlock_canvas_get_carried (self))
    return make_verdict (GENLOCK_CANVAS_IMPOSSIBLE, NULL);
  if (!get_ends (self, target, &from, &to))
    return make_verdict (GENLOCK_CANVAS_IMPOSSIBLE, target->is_output
                                                      ? _("An output cannot feed an output.")
                                                      : _("An input cannot feed an input."));

  level = genlock_signal_judge (genlock_checked_show_get_check (show), from, to,
                                genlock_checked_show_get_production (show), &reason);
  genlock_checked_show_tried (show);
  if (level == GENLOCK_SIGNAL_LEVEL_REFUSED)
    verdict = offer_set (show, from, to);
  if (verdict != NULL)
    return verdict;
  if (level == GENLOCK_SIGNAL_LEVEL_REFUSED)
    hint = g_strdup_printf (_("%s\nHold Shift to patch it all the same."), reason);

  return make_verdict ((GenlockCanvasLevel) level, hint != NULL ? hint : reason);
}

const GenlockCanvasVerdict *
genlock_canvas_judge (GenlockCanvas *self,
                      const GenlockSignalPort *target)
{
  GenlockCanvasVerdict *verdict = g_hash_table_lookup (self->verdicts, target);

  if (verdict == NULL && genlock_canvas_get_carried (self) != NULL)
    {
      verdict = judge (self, target);
      g_hash_table_insert (self->verdicts, (gpointer) target, verdict);
    }

  return verdict;
}

const GenlockCanvasVerdict *
genlock_canvas_get_verdict (GenlockCanvas *self,
                            const GenlockSignalPort *target)
{
  return g_hash_table_lookup (self->verdicts, target);
}

/* (nullable): a target in view that nobody has looked at yet. */
static const GenlockSignalPort *
find_unjudged (GenlockCanvas *self)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  double scale = genlock_canvas_get_scale (self);
  GenlockPatchArea view = { self->x, self->y, gtk_widget_get_width (GTK_WIDGET (self)) / scale,
                            gtk_widget_get_height (GTK_WIDGET (self)) / scale };

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      GenlockPatchArea area = { box->x, box->y, box->width, box->height };

      if (!genlock_patch_area_meets (&area, &view))
        continue;

      for (guint j = 0; j < box->ports->len; j++)
        {
          const GenlockSignalPort *port = g_array_index (box->ports, GenlockPatchPort, j).port;

          if (genlock_canvas_get_verdict (self, port) == NULL
              && genlock_canvas_is_target (self, port))
            return port;
        }
    }

  return NULL;
}

static gboolean
judge_cb (gpointer user_data)
{
  GenlockCanvas *self = user_data;
  gint64 end = g_get_monotonic_time () + JUDGE_TIME;

  while (genlock_canvas_get_carried (self) != NULL && !genlock_canvas_is_folded (self))
    {
      const GenlockSignalPort *port = find_unjudged (self);

      if (port == NULL)
        break;

      genlock_canvas_judge (self, port);
      if (g_get_monotonic_time () > end)
        {
          gtk_widget_queue_draw (GTK_WIDGET (self));
          return G_SOURCE_CONTINUE;
        }
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->judge_id = 0;
  return G_SOURCE_REMOVE;
}

/* Picking up and dropping. */

void
genlock_canvas_look_at_targets (GenlockCanvas *self)
{
  if (self->is_carrying && self->judge_id == 0)
    self->judge_id = g_idle_add_full (G_PRIORITY_LOW, judge_cb, self, NULL);
}

void
genlock_canvas_pick_up (GenlockCanvas *self,
                        const GenlockPatchBox *box,
                        const GenlockPatchPort *port,
                        gboolean by_keyboard)
{
  genlock_canvas_spot_set (&self->carried, box, port);
  self->is_carrying = TRUE;
  self->by_keyboard = by_keyboard;
  genlock_canvas_forget_verdicts (self);
  genlock_canvas_look_at_targets (self);
  genlock_canvas_name_proxy (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
genlock_canvas_let_go (GenlockCanvas *self)
{
  if (!self->is_carrying)
    return;

  self->is_carrying = FALSE;
  genlock_canvas_open_box (self, NULL);
  g_clear_handle_id (&self->judge_id, g_source_remove);
  genlock_canvas_spot_clear (&self->carried);
  genlock_canvas_forget_verdicts (self);
  genlock_canvas_name_proxy (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
connect_ends (GenlockCanvas *self,
              const GenlockSignalPort *from,
              const GenlockSignalPort *to,
              gboolean as_set)
{
  GenlockCheckedShow *show = genlock_patch_model_get_show (self->model);
  const char *production_id = genlock_checked_show_get_production (show);
  g_autofree char *from_name = genlock_signal_port_dup_name (from);
  g_autofree char *to_name = genlock_signal_port_dup_name (to);
  GenlockBatch *batch;
  guint n_links;

  batch = as_set ? genlock_link_set_offer (genlock_checked_show_get_check (show), from, to,
                                           production_id, &n_links)
                 : genlock_signal_connect_build (from, to, production_id, TRUE);
  if (batch != NULL)
    /* Translators: a cable from one port to another, just laid */
    genlock_canvas_apply (self, batch, g_strdup_printf (_("%1$s to %2$s"), from_name, to_name));
}

gboolean
genlock_canvas_drop (GenlockCanvas *self,
                     const GenlockPatchPort *port,
                     gboolean force)
{
  const GenlockCanvasVerdict *verdict = genlock_canvas_judge (self, port->port);
  const GenlockSignalPort *from, *to;

  if (verdict == NULL || port->port == genlock_canvas_get_carried (self))
    {
      genlock_canvas_let_go (self);
      return TRUE;
    }
  if (verdict->level > GENLOCK_CANVAS_REFUSED
      || (verdict->level == GENLOCK_CANVAS_REFUSED && !force))
    {
      if (verdict->reason != NULL)
        genlock_toast (GTK_WIDGET (self), verdict->reason);
      return FALSE;
    }

  if (get_ends (self, port->port, &from, &to))
    /* With Shift just this one. */
    connect_ends (self, from, to, verdict->is_set && !force);
  genlock_canvas_let_go (self);
  return TRUE;
}
