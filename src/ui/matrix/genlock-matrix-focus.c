/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keyboard is on, in words. As on the canvas, two children without a look take turns at
 * saying it, since only a focus that moves is read out. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-accessible.h"
#include "ui/matrix/genlock-matrix-private.h"

#define GENLOCK_TYPE_MATRIX_PROXY (genlock_matrix_proxy_get_type ())
G_DECLARE_FINAL_TYPE (GenlockMatrixProxy, genlock_matrix_proxy, GENLOCK, MATRIX_PROXY, GtkWidget)

struct _GenlockMatrixProxy
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (GenlockMatrixProxy, genlock_matrix_proxy, GTK_TYPE_WIDGET)

static void
genlock_matrix_proxy_class_init (GenlockMatrixProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "genlock-matrix-proxy");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
genlock_matrix_proxy_init (GenlockMatrixProxy *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* Words. */

/* "IN 1, CAM" */
static char *
dup_end (const GenlockCrosspointEnd *end)
{
  if (end->name == NULL)
    return g_strdup (end->label);

  return g_strconcat (end->label, ", ", end->name, NULL);
}

/* What an output has instead, or nothing. */
static char *
dup_state (GenlockMatrix *self,
           const GenlockMatrixSpot *spot)
{
  const GenlockCrosspoint *point = genlock_matrix_grid_find_point (self->grid, spot);
  const GenlockMatrixNote *note = genlock_matrix_get_note (self, point);
  guint input;

  if (point != NULL && note != NULL && note->sentence != NULL)
    /* Translators: a crosspoint; what is wrong with it */
    return g_strdup_printf (_("connected. %s"), note->sentence);
  if (point != NULL)
    /* Translators: a crosspoint */
    return g_strdup (_("connected"));

  input = genlock_crosspoints_get_input (self->points,
                                         g_array_index (self->grid->columns, guint, spot->column));
  if (input == GENLOCK_CROSSPOINT_NONE)
    /* Translators: a crosspoint */
    return g_strdup (_("not connected"));

  /* Translators: a crosspoint whose output has another input, "IN 3" */
  return g_strdup_printf (_("not connected; the output has %s"),
                          g_array_index (self->points->inputs, GenlockCrosspointEnd,
                                         input).label);
}

static char *
dup_spot_words (GenlockMatrix *self,
                const GenlockMatrixSpot *spot)
{
  g_autofree char *input = dup_end (genlock_matrix_grid_get_input (self->grid, spot->row));
  g_autofree char *output = dup_end (genlock_matrix_grid_get_output (self->grid, spot->column));
  g_autofree char *state = dup_state (self, spot);

  /* Translators: an input of a router, an output of it, "connected" */
  return g_strdup_printf (_("%1$s to %2$s: %3$s"), input, output, state);
}

/* What a drag would do. */
static char *
dup_stroke_words (GenlockMatrix *self)
{
  g_autoptr (GArray) spots = genlock_matrix_grid_stroke (self->grid, &self->press, &self->hover);
  const GenlockMatrixSpot *last = &g_array_index (spots, GenlockMatrixSpot, spots->len - 1);
  const char *from = genlock_matrix_grid_get_input (self->grid, self->press.row)->label;
  const char *to = genlock_matrix_grid_get_output (self->grid, self->press.column)->label;

  if (spots->len < 2)
    return dup_spot_words (self, last);

  if (last->row == self->press.row)
    /* Translators: an input goes to several outputs, from the first to the last */
    return g_strdup_printf (ngettext ("%1$s to %2$s … %3$s: %4$u output",
                                      "%1$s to %2$s … %3$s: %4$u outputs", spots->len),
                            from, to,
                            genlock_matrix_grid_get_output (self->grid, last->column)->label,
                            spots->len);

  /* Translators: inputs go to outputs one to one, from the first pair to the last one */
  return g_strdup_printf (ngettext ("%1$s to %2$s … %3$s to %4$s: %5$u pair, one to one",
                                    "%1$s to %2$s … %3$s to %4$s: %5$u pairs, one to one",
                                    spots->len),
                          from, to, genlock_matrix_grid_get_input (self->grid, last->row)->label,
                          genlock_matrix_grid_get_output (self->grid, last->column)->label,
                          spots->len);
}

char *
genlock_matrix_dup_words (GenlockMatrix *self)
{
  GenlockMatrixSpot spot;

  g_return_val_if_fail (GENLOCK_IS_MATRIX (self), NULL);

  if (self->grid == NULL || self->grid->rows->len == 0 || self->grid->columns->len == 0)
    return g_strdup ("");
  if (self->typed->len > 0)
    /* Translators: what is typed to find an input or output */
    return g_strdup_printf (_("Go to “%s”"), self->typed->str);

  spot = self->hover;
  if (!genlock_matrix_has_spot (self, &spot))
    spot = self->focus;
  if (self->is_painting && genlock_matrix_has_spot (self, &self->hover))
    return dup_stroke_words (self);

  return genlock_matrix_has_spot (self, &spot) ? dup_spot_words (self, &spot) : g_strdup ("");
}

void
genlock_matrix_name_proxy (GenlockMatrix *self)
{
  g_autofree char *words = NULL;

  if (self->proxies[self->proxy] == NULL)
    return;

  if (genlock_matrix_has_spot (self, &self->focus))
    words = dup_spot_words (self, &self->focus);
  genlock_accessible_set_label (self->proxies[self->proxy],
                                words != NULL ? words : _("No crosspoints"));
}

/* Where it stands. */

void
genlock_matrix_allocate_proxies (GenlockMatrix *self)
{
  GdkRectangle place = { (int) genlock_matrix_get_x (self, self->focus.column),
                         (int) genlock_matrix_get_y (self, self->focus.row), self->cell,
                         self->cell };

  for (guint i = 0; i < GENLOCK_MATRIX_N_PROXIES; i++)
    {
      gtk_widget_measure (self->proxies[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                          NULL);
      gtk_widget_size_allocate (self->proxies[i], &place, -1);
    }
}

void
genlock_matrix_make_proxies (GenlockMatrix *self)
{
  for (guint i = 0; i < GENLOCK_MATRIX_N_PROXIES; i++)
    {
      self->proxies[i] = g_object_new (GENLOCK_TYPE_MATRIX_PROXY, NULL);
      gtk_widget_set_parent (self->proxies[i], GTK_WIDGET (self));
      gtk_widget_set_visible (self->proxies[i], i == self->proxy);
    }
}

gboolean
genlock_matrix_has_focus (GenlockMatrix *self)
{
  GtkWidget *proxy = self->proxies[self->proxy];

  return proxy != NULL && gtk_widget_has_focus (proxy);
}

void
genlock_matrix_focus_on (GenlockMatrix *self,
                         const GenlockMatrixSpot *spot,
                         gboolean extend)
{
  GtkWidget *before = self->proxies[self->proxy];

  self->focus = *spot;
  if (!extend)
    self->anchor = *spot;
  genlock_matrix_reveal (self, spot);

  self->proxy = (self->proxy + 1) % GENLOCK_MATRIX_N_PROXIES;
  genlock_matrix_name_proxy (self);
  gtk_widget_set_visible (self->proxies[self->proxy], TRUE);
  gtk_widget_grab_focus (self->proxies[self->proxy]);
  gtk_widget_set_visible (before, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  genlock_matrix_spot_changed (self);
}
