/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New boxes on the canvas: on their own, at the end of a cable, or in the middle of one. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "signal/genlock-signal-split.h"
#include "ui/common/genlock-toasts.h"
#include "ui/patch/genlock-canvas-private.h"
#include "ui/patch/genlock-patch-add.h"
#include "ui/patch/genlock-patch-adder.h"

/* Between boxes, in pixels at 100 %. */
#define GAP 96

static GenlockSignalGraph *
get_graph (GenlockCanvas *self)
{
  GenlockCheckedShow *show =
    self->model != NULL ? genlock_patch_model_get_show (self->model) : NULL;

  return show != NULL ? genlock_checked_show_get_graph (show) : NULL;
}

/* (transfer full): "“E2” added" */
static char *
dup_added (const GenlockPatchNew *box)
{
  return g_strdup_printf (_("“%s” added"), genlock_record_get_name (box->rows->pdata[0]));
}

/* Selects the new box once it is there. */
static void
expect (GenlockCanvas *self,
        const GenlockPatchNew *box)
{
  g_free (self->expected);
  self->expected = g_strdup (box->box->key);
}

void
genlock_canvas_meet_expected (GenlockCanvas *self)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchBox *box = scene != NULL ? genlock_patch_scene_find_box (scene, self->expected)
                                       : NULL;

  if (box == NULL)
    return;

  g_clear_pointer (&self->expected, g_free);
  genlock_canvas_spot_set (&self->focus, box, NULL);
  genlock_canvas_select (self, box->key, FALSE);
}

/* Splicing. */

void
genlock_canvas_set_splice (GenlockCanvas *self,
                           const GenlockPatchCable *cable)
{
  const char *key = cable != NULL ? cable->key : NULL;

  if (g_strcmp0 (self->splice, key) == 0)
    return;

  g_free (self->splice);
  self->splice = g_strdup (key);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
genlock_canvas_draw_splice (GenlockCanvas *self,
                            const GenlockPatchPen *pen)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  const GenlockPatchCable *cable = genlock_patch_scene_find_cable (scene, self->splice);
  GenlockPatchPath path;

  if (cable == NULL)
    return;

  genlock_patch_cable_get_path (cable, pen->folded, &path);
  for (guint i = 0; i < path.n_curves; i++)
    {
      const GenlockPatchCurve *curve = &path.curves[i];

      cairo_move_to (pen->cr, curve->x[0], curve->y[0]);
      cairo_curve_to (pen->cr, curve->x[1], curve->y[1], curve->x[2], curve->y[2], curve->x[3],
                      curve->y[3]);
    }
  cairo_set_source_rgba (pen->cr, pen->accent.red, pen->accent.green, pen->accent.blue, 0.6);
  cairo_set_line_width (pen->cr, 6 / pen->zoom);
  cairo_stroke (pen->cr);
}

/* (transfer full): why @node cannot stand in the middle of a cable */
static char *
dup_refusal (const GenlockSignalNode *node)
{
  g_autofree char *name = genlock_signal_node_dup_name (node);

  return g_strdup_printf (_("“%s” has no free input and output that both fit this cable"), name);
}

/* Puts @node into the cable that is lit; FALSE where that cannot be. */
static gboolean
append_splice (GenlockCanvas *self,
               const GenlockSignalNode *node,
               GenlockBatch *batch)
{
  const GenlockPatchCable *cable = genlock_patch_scene_find_cable (genlock_canvas_get_scene (self),
                                                                   self->splice);
  GenlockSignalPort *input, *output;

  if (cable == NULL || !genlock_patch_find_splice (node, cable->link, &input, &output))
    return FALSE;

  genlock_patch_append_splice (cable->link, input, output,
                               genlock_patch_model_get_production (self->model), batch);
  return TRUE;
}

gboolean
genlock_canvas_splice_box (GenlockCanvas *self,
                           GPtrArray *boxes)
{
  const GenlockPatchBox *box = boxes->pdata[0];
  g_autofree char *name = genlock_signal_node_dup_name (box->node);
  g_autoptr (GenlockBatch) batch = genlock_patch_model_build_move (self->model, boxes);

  if (!append_splice (self, box->node, batch))
    {
      g_autofree char *reason = dup_refusal (box->node);

      genlock_toast (GTK_WIDGET (self), reason);
      return FALSE;
    }

  genlock_canvas_apply (self, g_steal_pointer (&batch),
                        g_strdup_printf (_("“%s” put into the cable"), name));
  return TRUE;
}

/* Placing. */

/* @port: (out): where the carried cable ends at @box; what feeds its other end so far is taken
 * out. */
static gboolean
append_cable (GenlockCanvas *self,
              const GenlockPatchNew *box,
              const GenlockPatchPort **port,
              GenlockBatch *batch)
{
  const GenlockSignalPort *end = genlock_canvas_get_carried (self);
  const char *production = genlock_patch_model_get_production (self->model);
  GenlockSignalPort *fit = end != NULL ? genlock_patch_find_fit (box->node, end) : NULL;
  GenlockRecord *row;

  if (fit == NULL)
    return FALSE;

  row = end->is_output ? genlock_signal_connect_make (end, fit, production)
                       : genlock_signal_connect_make (fit, end, production);
  if (row == NULL)
    return FALSE;

  for (guint i = 0; !end->is_output && end->in != NULL && i < end->in->len; i++)
    genlock_signal_split_append (end->in->pdata[i], batch);
  genlock_batch_insert (batch, row);
  *port = genlock_patch_box_find_port (box->box, fit->id, fit->is_output);
  return TRUE;
}

/* (transfer full): why the carried cable cannot end at @box */
static char *
dup_misfit (GenlockCanvas *self,
            const GenlockPatchNew *box)
{
  const GenlockSignalPort *end = genlock_canvas_get_carried (self);
  g_autofree char *name = genlock_signal_node_dup_name (box->node);

  return g_strdup_printf (end == NULL || end->is_output
                            ? _("“%s” has no input that this cable fits")
                            : _("“%s” has no output that this cable fits"), name);
}

/* (transfer full) (nullable): why it cannot be; %NULL where it is done */
static char *
place (GenlockCanvas *self,
       const GenlockPatchNew *box)
{
  const char *production = genlock_patch_model_get_production (self->model);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  g_autoptr (GenlockBatch) links = genlock_batch_new ("ADD");
  const GenlockPatchPort *port = NULL;
  double x = self->add_x - box->box->width / 2;
  double y = self->add_y - GENLOCK_PATCH_HEAD / 2.0;

  if (self->is_carrying && !append_cable (self, box, &port, links))
    return dup_misfit (self, box);
  if (!self->is_carrying && self->splice != NULL && !append_splice (self, box->node, links))
    return dup_refusal (box->node);

  if (port != NULL)
    {
      x = port->port->is_output ? self->add_x - box->box->width : self->add_x;
      y = self->add_y - port->y;
    }
  genlock_patch_new_append (box, production, genlock_patch_snap (x), genlock_patch_snap (y),
                            batch);
  genlock_canvas_append_ops (links, batch);
  expect (self, box);
  genlock_canvas_apply (self, g_steal_pointer (&batch), dup_added (box));
  return NULL;
}

/* The popover. */

static void
chosen_cb (GenlockPatchAdder *adder,
           gboolean send,
           GenlockCanvas *self)
{
  GenlockSignalGraph *graph = get_graph (self);
  const char *production = genlock_patch_model_get_production (self->model);
  g_autoptr (GenlockPatchTaken) taken = NULL;
  g_autoptr (GenlockPatchNew) box = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (graph == NULL)
    return;

  taken = genlock_patch_taken_new (graph, send ? GENLOCK_SIGNAL_SEND : GENLOCK_SIGNAL_DEVICE);
  if (send)
    box = genlock_patch_new_send (taken, production, genlock_canvas_get_carried (self));
  else
    box = genlock_patch_new_device (taken, production, genlock_patch_adder_get_spec (adder),
                                    genlock_patch_adder_is_shipped (adder), &error);
  reason = box != NULL ? place (self, box) : g_strdup (error->message);
  if (reason != NULL)
    genlock_patch_adder_refuse (adder, reason);
  else
    gtk_popover_popdown (GTK_POPOVER (adder));
}

static gboolean
remove_cb (gpointer user_data)
{
  genlock_canvas_end_add (user_data);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GenlockCanvas *self)
{
  genlock_canvas_let_go (self);
  genlock_canvas_set_splice (self, NULL);
  if (!genlock_canvas_has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->adder_id == 0)
    self->adder_id = g_idle_add (remove_cb, self);
}

void
genlock_canvas_end_add (GenlockCanvas *self)
{
  g_clear_handle_id (&self->adder_id, g_source_remove);
  if (self->adder == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->adder, self);
  gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->adder)));
}

void
genlock_canvas_ask_new (GenlockCanvas *self,
                        double x,
                        double y)
{
  const GenlockSignalPort *carried = genlock_canvas_get_carried (self);
  gboolean splices = carried == NULL && self->splice != NULL;
  const char *title = _("Add to the Patch");
  GtkWidget *adder;

  if (get_graph (self) == NULL
      || !genlock_store_get_writable (genlock_patch_model_get_store (self->model)))
    return;

  genlock_canvas_end_add (self);
  if (carried != NULL)
    title = carried->is_output ? _("Add Where the Cable Ends") : _("Add Where the Cable Begins");
  else if (splices)
    title = _("Put into the Cable");
  self->add_x = x;
  self->add_y = y;
  adder = genlock_patch_adder_new (genlock_patch_model_get_store (self->model), title,
                                   splices ? "CONVERTER" : NULL,
                                   !splices && (carried == NULL || carried->is_output));
  self->adder = GTK_POPOVER (adder);
  gtk_widget_set_parent (GTK_WIDGET (self->adder), GTK_WIDGET (self));
  g_signal_connect (self->adder, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->adder, "closed", G_CALLBACK (closed_cb), self);
  x = CLAMP (genlock_canvas_to_widget_x (self, x), 0, gtk_widget_get_width (GTK_WIDGET (self)));
  y = CLAMP (genlock_canvas_to_widget_y (self, y), 0, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_popover_set_pointing_to (self->adder, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->adder);
}

/* By keyboard: at the end of the cable in the hand, into the cable that is selected, else beside
 * what has the focus. */
static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  GenlockPatchCable *cable = genlock_canvas_get_selected_cable (self);
  GenlockPatchHit hit;
  double x, y;

  if (self->model == NULL)
    return;

  x = genlock_canvas_to_scene_x (self, gtk_widget_get_width (widget) / 2.0);
  y = genlock_canvas_to_scene_y (self, gtk_widget_get_height (widget) / 2.0);
  if (genlock_canvas_get_carried (self) != NULL
      && genlock_canvas_spot_find (self, &self->carried, &hit))
    {
      genlock_patch_box_get_plug (hit.box, hit.port, &x, &y);
      x += hit.port->port->is_output ? GAP : -GAP;
    }
  else if (cable != NULL && !genlock_patch_cable_is_inside (cable))
    {
      GenlockPatchPath path;

      genlock_canvas_set_splice (self, cable);
      genlock_patch_cable_get_path (cable, genlock_canvas_is_folded (self), &path);
      genlock_patch_path_get_middle (&path, &x, &y);
    }
  genlock_canvas_ask_new (self, x, y);
}

void
genlock_canvas_install_add (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "canvas.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Insert, 0, "canvas.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "canvas.add", NULL);
}

/* Rows that are dropped. */

/* (transfer full) (nullable): the equipment @id; @is_shipped: whether it has to be copied first. */
static GenlockRecord *
get_spec (GenlockCanvas *self,
          const GenlockDragRows *rows,
          const char *id,
          gboolean *is_shipped)
{
  GenlockRecord *spec = genlock_store_get (genlock_patch_model_get_store (self->model),
                                           rows->table, id, NULL);

  *is_shipped = FALSE;
  if (spec != NULL && !genlock_record_get_bool (spec, GENLOCK_META_IS_DELETED))
    return spec;

  g_clear_pointer (&spec, genlock_record_unref);
  *is_shipped = TRUE;
  for (guint i = 0; i < rows->fresh->len; i++)
    if (g_strcmp0 (genlock_record_get_id (rows->fresh->pdata[i]), id) == 0)
      return genlock_record_ref (rows->fresh->pdata[i]);

  return NULL;
}

void
genlock_canvas_drop_specs (GenlockCanvas *self,
                           const GenlockDragRows *rows,
                           double x,
                           double y)
{
  const char *production = genlock_patch_model_get_production (self->model);
  g_autoptr (GenlockPatchTaken) taken = genlock_patch_taken_new (get_graph (self),
                                                                 GENLOCK_SIGNAL_DEVICE);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->ids->len && error == NULL; i++)
    {
      gboolean is_shipped;
      g_autoptr (GenlockRecord) spec = get_spec (self, rows, rows->ids->pdata[i], &is_shipped);
      g_autoptr (GenlockPatchNew) box = NULL;

      if (spec != NULL)
        box = genlock_patch_new_device (taken, production, spec, is_shipped, &error);
      if (box == NULL)
        continue;

      if (rows->ids->len == 1)
        {
          g_autofree char *reason = NULL;

          self->add_x = x;
          self->add_y = y;
          reason = place (self, box);
          if (reason != NULL)
            genlock_toast (GTK_WIDGET (self), reason);
          return;
        }
      genlock_patch_new_append (box, production, genlock_patch_snap (x - box->box->width / 2),
                                genlock_patch_snap (y), batch);
      y += box->box->height + GAP / 4;
      n++;
    }

  if (error != NULL)
    genlock_toast_error (GTK_WIDGET (self), error);
  else if (n == 0)
    genlock_toast (GTK_WIDGET (self),
                   _("This equipment has been deleted meanwhile. Choose another one."));
  else
    genlock_canvas_apply (self, g_steal_pointer (&batch),
                          g_strdup_printf (ngettext ("%u device added", "%u devices added", n),
                                           n));
}
