/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keyboard is on. Assistive technology knows only widgets, so a child without a look
 * stands where the focus is and says what is there; two take turns, since only a focus that moves
 * is read out. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-accessible.h"
#include "ui/patch/genlock-canvas-private.h"

#define GENLOCK_TYPE_CANVAS_PROXY (genlock_canvas_proxy_get_type ())
G_DECLARE_FINAL_TYPE (GenlockCanvasProxy, genlock_canvas_proxy, GENLOCK, CANVAS_PROXY, GtkWidget)

struct _GenlockCanvasProxy
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (GenlockCanvasProxy, genlock_canvas_proxy, GTK_TYPE_WIDGET)

static void
genlock_canvas_proxy_class_init (GenlockCanvasProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "genlock-canvas-proxy");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
genlock_canvas_proxy_init (GenlockCanvasProxy *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* Spots. */

void
genlock_canvas_spot_clear (GenlockCanvasSpot *spot)
{
  g_clear_pointer (&spot->box, g_free);
  g_clear_pointer (&spot->port, g_free);
}

void
genlock_canvas_spot_set (GenlockCanvasSpot *spot,
                         const GenlockPatchBox *box,
                         const GenlockPatchPort *port)
{
  char *key = g_strdup (box->key);
  char *id = port != NULL ? g_strdup (port->port->id) : NULL;

  genlock_canvas_spot_clear (spot);
  spot->box = key;
  spot->port = id;
  spot->is_output = port != NULL && port->port->is_output;
}

gboolean
genlock_canvas_spot_find (GenlockCanvas *self,
                          const GenlockCanvasSpot *spot,
                          GenlockPatchHit *hit)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  *hit = (GenlockPatchHit) { NULL };
  if (scene == NULL || spot->box == NULL)
    return FALSE;

  hit->box = genlock_patch_scene_find_box (scene, spot->box);
  if (hit->box != NULL)
    hit->port = genlock_patch_box_find_port (hit->box, spot->port, spot->is_output);

  return hit->box != NULL;
}

/* Words. */

/* What the other ends of the cables are called. */
static void
append_ends (GString *text,
             const GPtrArray *links,
             gboolean from)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];
      g_autofree char *name = genlock_signal_port_dup_name (from ? link->from : link->to);

      g_string_append (text, ", ");
      /* Translators: another port */
      g_string_append_printf (text, from ? _("fed by %s") : _("goes to %s"), name);
    }
}

static char *
dup_port_words (GenlockCanvas *self,
                const GenlockPatchHit *hit)
{
  const GenlockSignalPort *port = hit->port->port;
  guint n = port->is_output ? hit->box->ports->len - hit->box->n_inputs : hit->box->n_inputs;
  guint index = (guint) (hit->port - (GenlockPatchPort *) hit->box->ports->data);
  guint number = port->is_output ? index - hit->box->n_inputs + 1 : index + 1;
  const char *connector = genlock_signal_port_get_connector_text (port);
  g_autofree char *node = genlock_signal_node_dup_name (port->node);
  GString *text = g_string_new (NULL);

  /* Translators: a port: its device, its number among all inputs, how many there are. */
  g_string_append_printf (text, port->is_output ? _("%1$s, output %2$u of %3$u")
                                                : _("%1$s, input %2$u of %3$u"), node, number, n);
  if (*hit->port->label != '\0')
    g_string_append_printf (text, ", %s", hit->port->label);
  if (*connector != '\0' && strstr (hit->port->label, connector) == NULL)
    g_string_append_printf (text, ", %s", connector);
  append_ends (text, port->in, TRUE);
  append_ends (text, port->out, FALSE);
  if ((port->in == NULL || port->in->len == 0) && (port->out == NULL || port->out->len == 0))
    g_string_append_printf (text, ", %s", _("free"));

  return g_string_free (text, FALSE);
}

static char *
dup_box_words (const GenlockPatchBox *box)
{
  g_autofree char *name = genlock_signal_node_dup_name (box->node);
  GString *text = g_string_new (name);
  guint n_outputs = box->ports->len - box->n_inputs;

  if (box->detail != NULL)
    g_string_append_printf (text, ", %s", box->detail);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u input", "%u inputs", box->n_inputs), box->n_inputs);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u output", "%u outputs", n_outputs), n_outputs);
  if (box->is_collapsed)
    g_string_append_printf (text, ", %s", _("collapsed"));
  else if (box->n_hidden > 0)
    {
      g_string_append (text, ", ");
      /* Translators: ports of a box that are not shown since no cable is in them */
      g_string_append_printf (text, ngettext ("%u free port hidden", "%u free ports hidden",
                                              box->n_hidden), box->n_hidden);
    }
  if (box->is_selected)
    g_string_append_printf (text, ", %s", _("selected"));

  return g_string_free (text, FALSE);
}

static char *
dup_words (GenlockCanvas *self)
{
  GenlockPatchHit hit;
  g_autofree char *words = NULL;
  const GenlockCanvasVerdict *verdict = NULL;

  if (!genlock_canvas_spot_find (self, &self->focus, &hit))
    return g_strdup (_("Patch, nothing yet"));
  if (hit.port == NULL)
    return dup_box_words (hit.box);

  words = dup_port_words (self, &hit);
  if (!self->is_carrying)
    return g_steal_pointer (&words);

  if (g_strcmp0 (self->carried.box, self->focus.box) == 0
      && g_strcmp0 (self->carried.port, self->focus.port) == 0
      && self->carried.is_output == self->focus.is_output)
    return g_strdup_printf (_("Cable picked up at %s"), words);

  verdict = genlock_canvas_judge (self, hit.port->port);
  if (verdict == NULL || verdict->reason == NULL)
    /* Translators: a cable that is being laid can end at this port */
    return g_strdup_printf (_("%s, fits"), words);

  return g_strdup_printf ("%s. %s", words, verdict->reason);
}

void
genlock_canvas_name_proxy (GenlockCanvas *self)
{
  g_autofree char *words = NULL;

  if (self->proxies[self->proxy] == NULL)
    return;

  words = dup_words (self);
  genlock_accessible_set_label (self->proxies[self->proxy], words);
}

/* Where it stands. */

void
genlock_canvas_place_proxy (GenlockCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
get_place (GenlockCanvas *self,
           GdkRectangle *place)
{
  double scale = genlock_canvas_get_scale (self);
  GenlockPatchHit hit;

  *place = (GdkRectangle) { 0, 0, MAX (1, gtk_widget_get_width (GTK_WIDGET (self))),
                            MAX (1, gtk_widget_get_height (GTK_WIDGET (self))) };
  if (!genlock_canvas_spot_find (self, &self->focus, &hit))
    return;

  place->x = (int) genlock_canvas_to_widget_x (self, hit.box->x);
  place->y = (int) genlock_canvas_to_widget_y (self, hit.box->y);
  place->width = (int) MAX (1, hit.box->width * scale);
  place->height = (int) MAX (1, (hit.port != NULL ? hit.box->height : GENLOCK_PATCH_HEAD) * scale);
  if (hit.port == NULL)
    return;

  /* The end of the port where cables are plugged. */
  place->y += (int) ((hit.port->y - GENLOCK_PATCH_ROW / 2.0) * scale);
  place->height = (int) MAX (1, GENLOCK_PATCH_ROW * scale);
  if (hit.port->port->is_output)
    place->x += place->width - (int) (48 * scale);
  place->width = (int) MAX (1, 48 * scale);
}

void
genlock_canvas_allocate_proxies (GenlockCanvas *self)
{
  GdkRectangle place;

  get_place (self, &place);
  for (guint i = 0; i < GENLOCK_CANVAS_N_PROXIES; i++)
    {
      gtk_widget_measure (self->proxies[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (self->proxies[i], &place, -1);
    }
}

void
genlock_canvas_make_proxies (GenlockCanvas *self)
{
  for (guint i = 0; i < GENLOCK_CANVAS_N_PROXIES; i++)
    {
      self->proxies[i] = g_object_new (GENLOCK_TYPE_CANVAS_PROXY, NULL);
      gtk_widget_set_parent (self->proxies[i], GTK_WIDGET (self));
      gtk_widget_set_visible (self->proxies[i], i == self->proxy);
    }
}

gboolean
genlock_canvas_has_focus (GenlockCanvas *self)
{
  GtkWidget *proxy = self->proxies[self->proxy];

  return proxy != NULL && gtk_widget_has_focus (proxy);
}

void
genlock_canvas_focus_on (GenlockCanvas *self,
                         const GenlockPatchBox *box,
                         const GenlockPatchPort *port,
                         gboolean reveal)
{
  GtkWidget *before = self->proxies[self->proxy];

  if (box != NULL)
    genlock_canvas_spot_set (&self->focus, box, port);
  if (reveal && box != NULL)
    {
      GenlockPatchArea area = { box->x, box->y, box->width, MIN (box->height, 240) };

      if (port != NULL)
        {
          area.y = box->y + port->y - GENLOCK_PATCH_ROW;
          area.height = 2 * GENLOCK_PATCH_ROW;
        }
      genlock_canvas_reveal (self, &area);
    }

  self->proxy = (self->proxy + 1) % GENLOCK_CANVAS_N_PROXIES;
  genlock_canvas_name_proxy (self);
  gtk_widget_set_visible (self->proxies[self->proxy], TRUE);
  gtk_widget_grab_focus (self->proxies[self->proxy]);
  gtk_widget_set_visible (before, FALSE);
  genlock_canvas_place_proxy (self);
}
