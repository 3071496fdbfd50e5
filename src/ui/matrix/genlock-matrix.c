/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The crosspoints of a router: inputs down, outputs across. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ui/matrix/genlock-matrix-private.h"

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  WISH,
  LOCKED,
  SPOT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
genlock_matrix_get_border (GtkScrollable *scrollable,
                           GtkBorder *border)
{
  GenlockMatrix *self = GENLOCK_MATRIX (scrollable);

  *border = (GtkBorder) { .left = (gint16) self->head_width, .top = (gint16) self->head_height };

  return TRUE;
}

static void
scrollable_iface_init (GtkScrollableInterface *iface)
{
  iface->get_border = genlock_matrix_get_border;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockMatrix, genlock_matrix, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_iface_init))

/* Places. */

static double
get_scrolled (GenlockMatrix *self,
              GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

double
genlock_matrix_get_x (GenlockMatrix *self,
                      guint column)
{
  return self->head_width + (double) column * self->cell
         - get_scrolled (self, GTK_ORIENTATION_HORIZONTAL);
}

double
genlock_matrix_get_y (GenlockMatrix *self,
                      guint row)
{
  return self->head_height + (double) row * self->cell
         - get_scrolled (self, GTK_ORIENTATION_VERTICAL);
}

static guint
find_place (GenlockMatrix *self,
            double position,
            guint n)
{
  double place = floor (position / self->cell);

  return place >= 0 && place < n ? (guint) place : GENLOCK_MATRIX_NOWHERE;
}

gboolean
genlock_matrix_find_spot (GenlockMatrix *self,
                          double x,
                          double y,
                          GenlockMatrixSpot *spot)
{
  *spot = (GenlockMatrixSpot) { GENLOCK_MATRIX_NOWHERE, GENLOCK_MATRIX_NOWHERE };
  if (self->grid == NULL)
    return FALSE;

  if (x >= self->head_width)
    spot->column = find_place (self, x - genlock_matrix_get_x (self, 0), self->grid->columns->len);
  if (y >= self->head_height)
    spot->row = find_place (self, y - genlock_matrix_get_y (self, 0), self->grid->rows->len);

  return genlock_matrix_has_spot (self, spot);
}

gboolean
genlock_matrix_has_spot (GenlockMatrix *self,
                         const GenlockMatrixSpot *spot)
{
  return self->grid != NULL && spot->row < self->grid->rows->len
         && spot->column < self->grid->columns->len;
}

void
genlock_matrix_reveal (GenlockMatrix *self,
                       const GenlockMatrixSpot *spot)
{
  guint places[2] = { spot->column, spot->row };

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL && places[i] != GENLOCK_MATRIX_NOWHERE)
      gtk_adjustment_clamp_page (self->adjustments[i], (double) places[i] * self->cell,
                                 ((double) places[i] + 1) * self->cell);
}

guint
genlock_matrix_get_page (GenlockMatrix *self,
                         GtkOrientation orientation)
{
  int size = orientation == GTK_ORIENTATION_HORIZONTAL
             ? gtk_widget_get_width (GTK_WIDGET (self)) - self->head_width
             : gtk_widget_get_height (GTK_WIDGET (self)) - self->head_height;

  return (guint) MAX (1, size / self->cell - 1);
}

gboolean
genlock_matrix_get_lit (GenlockMatrix *self,
                        GenlockMatrixSpot *spot)
{
  *spot = self->hover;
  if (self->is_painting || spot->row != GENLOCK_MATRIX_NOWHERE
      || spot->column != GENLOCK_MATRIX_NOWHERE)
    return TRUE;

  *spot = self->focus;
  return genlock_matrix_has_focus (self) && genlock_matrix_has_spot (self, spot);
}

const GenlockMatrixNote *
genlock_matrix_get_note (GenlockMatrix *self,
                         const GenlockCrosspoint *point)
{
  guint index;

  if (point == NULL || self->notes == NULL)
    return NULL;

  index = (guint) (point - (const GenlockCrosspoint *) self->points->points->data);

  return index < self->notes->len ? &g_array_index (self->notes, GenlockMatrixNote, index) : NULL;
}

/* Wishes. */

void
genlock_matrix_wish (GenlockMatrix *self,
                     GArray *wishes)
{
  if (self->is_locked && wishes->len > 0)
    g_signal_emit (self, signals[LOCKED], 0);
  else if (wishes->len > 0)
    g_signal_emit (self, signals[WISH], 0, wishes);
  g_array_unref (wishes);
}

void
genlock_matrix_paint (GenlockMatrix *self,
                      const GenlockMatrixSpot *from,
                      const GenlockMatrixSpot *to)
{
  g_autoptr (GArray) spots = NULL;

  if (!genlock_matrix_has_spot (self, from) || !genlock_matrix_has_spot (self, to))
    return;

  spots = genlock_matrix_grid_stroke (self->grid, from, to);
  if (spots->len == 1
      && genlock_matrix_grid_find_point (self->grid, &g_array_index (spots, GenlockMatrixSpot, 0)))
    genlock_matrix_wish (self, genlock_matrix_grid_wish_clear (self->grid, to, to));
  else
    genlock_matrix_wish (self, genlock_matrix_grid_wish (self->grid, spots));
}

void
genlock_matrix_spot_changed (GenlockMatrix *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SPOT_CHANGED], 0);
}

/* Scrolling. */

static void
scrolled_cb (GenlockMatrix *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (GenlockMatrix *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place == adjustment && adjustment != NULL)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment
                                                 : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*place, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure (GenlockMatrix *self,
           GtkOrientation orientation,
           int page,
           guint n)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double upper = MAX ((double) n * self->cell, page);

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment,
                              CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page),
                              0, upper, self->cell, page * 0.9, page);
}

/* The widget. */

static void
genlock_matrix_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = 96;
  *natural = 480;
}

static void
genlock_matrix_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  GenlockMatrix *self = GENLOCK_MATRIX (widget);

  genlock_matrix_measure_heads (self, width, height);
  configure (self, GTK_ORIENTATION_HORIZONTAL, MAX (0, width - self->head_width),
             self->grid != NULL ? self->grid->columns->len : 0);
  configure (self, GTK_ORIENTATION_VERTICAL, MAX (0, height - self->head_height),
             self->grid != NULL ? self->grid->rows->len : 0);
  genlock_matrix_allocate_proxies (self);
}

/* Tab goes in and out, the arrows stay inside. */
static gboolean
genlock_matrix_focus (GtkWidget *widget,
                      GtkDirectionType direction)
{
  if (genlock_matrix_has_focus (GENLOCK_MATRIX (widget)))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
genlock_matrix_grab_focus (GtkWidget *widget)
{
  GenlockMatrix *self = GENLOCK_MATRIX (widget);

  genlock_matrix_name_proxy (self);
  gtk_widget_queue_allocate (widget);

  return gtk_widget_grab_focus (self->proxies[self->proxy]);
}

static void
genlock_matrix_css_changed (GtkWidget *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (genlock_matrix_parent_class)->css_changed (widget, change);
  genlock_matrix_forget_nodes (GENLOCK_MATRIX (widget));
  gtk_widget_queue_resize (widget);
}

static void
genlock_matrix_get_property (GObject *object,
                             guint id,
                             GValue *value,
                             GParamSpec *pspec)
{
  GenlockMatrix *self = GENLOCK_MATRIX (object);

  if (id == PROP_HADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  else if (id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
  else if (id == PROP_HSCROLL_POLICY)
    g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
  else if (id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
genlock_matrix_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  GenlockMatrix *self = GENLOCK_MATRIX (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY)
    self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
  else if (id == PROP_VSCROLL_POLICY)
    self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
clear_points (GenlockMatrix *self)
{
  genlock_matrix_forget_nodes (self);
  g_clear_pointer (&self->row_nodes, g_free);
  g_clear_pointer (&self->column_nodes, g_free);
  g_clear_pointer (&self->grid, genlock_matrix_grid_free);
  g_clear_pointer (&self->points, genlock_crosspoints_free);
  g_clear_pointer (&self->notes, g_array_unref);
}

static void
genlock_matrix_dispose (GObject *object)
{
  GenlockMatrix *self = GENLOCK_MATRIX (object);

  g_clear_handle_id (&self->typed_id, g_source_remove);
  for (guint i = 0; i < GENLOCK_MATRIX_N_PROXIES; i++)
    g_clear_pointer (&self->proxies[i], gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);
  clear_points (self);

  G_OBJECT_CLASS (genlock_matrix_parent_class)->dispose (object);
}

static void
genlock_matrix_finalize (GObject *object)
{
  GenlockMatrix *self = GENLOCK_MATRIX (object);

  g_free (self->inputs);
  g_free (self->outputs);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (genlock_matrix_parent_class)->finalize (object);
}

static void
genlock_matrix_class_init (GenlockMatrixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = genlock_matrix_get_property;
  object_class->set_property = genlock_matrix_set_property;
  object_class->dispose = genlock_matrix_dispose;
  object_class->finalize = genlock_matrix_finalize;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  widget_class->measure = genlock_matrix_measure;
  widget_class->size_allocate = genlock_matrix_size_allocate;
  widget_class->snapshot = genlock_matrix_snapshot;
  widget_class->focus = genlock_matrix_focus;
  widget_class->grab_focus = genlock_matrix_grab_focus;
  widget_class->css_changed = genlock_matrix_css_changed;

  signals[WISH] = g_signal_new ("wish", GENLOCK_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LOCKED] = g_signal_new ("locked", GENLOCK_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[SPOT_CHANGED] = g_signal_new ("spot-changed", GENLOCK_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "genlock-matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  genlock_matrix_install_keys (widget_class);
}

static void
genlock_matrix_init (GenlockMatrix *self)
{
  self->cell = 24;
  self->inputs = g_strdup ("");
  self->outputs = g_strdup ("");
  self->typed = g_string_new (NULL);
  self->hover = (GenlockMatrixSpot) { GENLOCK_MATRIX_NOWHERE, GENLOCK_MATRIX_NOWHERE };
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  genlock_matrix_make_proxies (self);
  genlock_matrix_add_pointer (self);
  genlock_matrix_add_keys (self);
  genlock_matrix_name_proxy (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
genlock_matrix_new (void)
{
  return g_object_new (GENLOCK_TYPE_MATRIX, NULL);
}

/* The keyboard has to be on something that is there. */
static void
check_spots (GenlockMatrix *self)
{
  guint last_row = self->grid != NULL ? MAX (1, self->grid->rows->len) - 1 : 0;
  guint last_column = self->grid != NULL ? MAX (1, self->grid->columns->len) - 1 : 0;

  self->focus.row = MIN (self->focus.row, last_row);
  self->focus.column = MIN (self->focus.column, last_column);
  self->anchor.row = MIN (self->anchor.row, last_row);
  self->anchor.column = MIN (self->anchor.column, last_column);
  /* A drag goes on while others change something. */
  if (genlock_matrix_has_spot (self, &self->hover)
      && (!self->is_painting || genlock_matrix_has_spot (self, &self->press)))
    return;

  self->hover = (GenlockMatrixSpot) { GENLOCK_MATRIX_NOWHERE, GENLOCK_MATRIX_NOWHERE };
  self->is_painting = FALSE;
}

static void
make_grid (GenlockMatrix *self)
{
  guint input = GENLOCK_MATRIX_NOWHERE;
  guint output = GENLOCK_MATRIX_NOWHERE;

  if (self->grid != NULL && genlock_matrix_has_spot (self, &self->focus))
    {
      input = g_array_index (self->grid->rows, guint, self->focus.row);
      output = g_array_index (self->grid->columns, guint, self->focus.column);
    }
  g_clear_pointer (&self->grid, genlock_matrix_grid_free);
  if (self->points != NULL)
    self->grid = genlock_matrix_grid_new (self->points, self->inputs, self->outputs,
                                          self->only_connected);
  if (self->grid != NULL && input != GENLOCK_MATRIX_NOWHERE)
    {
      guint row = genlock_matrix_grid_find_row (self->grid, input);
      guint column = genlock_matrix_grid_find_column (self->grid, output);

      if (row != GENLOCK_MATRIX_NOWHERE)
        self->focus.row = row;
      if (column != GENLOCK_MATRIX_NOWHERE)
        self->focus.column = column;
    }
  check_spots (self);
  genlock_matrix_name_proxy (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  genlock_matrix_spot_changed (self);
}

void
genlock_matrix_set_points (GenlockMatrix *self,
                           GenlockCrosspoints *points,
                           GArray *notes)
{
  g_autoptr (GenlockCrosspoints) before = NULL;

  g_return_if_fail (GENLOCK_IS_MATRIX (self));

  /* Where the keyboard is, is told by the old ones. */
  genlock_matrix_forget_nodes (self);
  g_clear_pointer (&self->row_nodes, g_free);
  g_clear_pointer (&self->column_nodes, g_free);
  g_clear_pointer (&self->notes, g_array_unref);
  before = g_steal_pointer (&self->points);
  self->points = points;
  self->notes = notes;
  if (points != NULL)
    {
      self->row_nodes = g_new0 (GskRenderNode *, points->inputs->len + 1);
      self->column_nodes = g_new0 (GskRenderNode *, points->outputs->len + 1);
    }
  make_grid (self);
}

static void
clear_note (gpointer data)
{
  GenlockMatrixNote *note = data;

  g_free (note->sentence);
}

GArray *
genlock_matrix_notes_new (void)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (GenlockMatrixNote));

  g_array_set_clear_func (notes, clear_note);

  return notes;
}

void
genlock_matrix_set_filter (GenlockMatrix *self,
                           const char *inputs,
                           const char *outputs,
                           gboolean only_connected)
{
  g_return_if_fail (GENLOCK_IS_MATRIX (self));

  if (g_str_equal (self->inputs, inputs) && g_str_equal (self->outputs, outputs)
      && self->only_connected == only_connected)
    return;

  g_free (self->inputs);
  g_free (self->outputs);
  self->inputs = g_strdup (inputs);
  self->outputs = g_strdup (outputs);
  self->only_connected = only_connected;
  make_grid (self);
  self->anchor = self->focus;
}

void
genlock_matrix_set_locked (GenlockMatrix *self,
                           gboolean locked)
{
  g_return_if_fail (GENLOCK_IS_MATRIX (self));

  self->is_locked = locked;
}

gboolean
genlock_matrix_get_locked (GenlockMatrix *self)
{
  g_return_val_if_fail (GENLOCK_IS_MATRIX (self), FALSE);

  return self->is_locked;
}

void
genlock_matrix_reset (GenlockMatrix *self)
{
  g_return_if_fail (GENLOCK_IS_MATRIX (self));

  self->focus = self->anchor = (GenlockMatrixSpot) { 0, 0 };
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i], 0);
  genlock_matrix_name_proxy (self);
}

const GenlockMatrixGrid *
genlock_matrix_get_grid (GenlockMatrix *self)
{
  g_return_val_if_fail (GENLOCK_IS_MATRIX (self), NULL);

  return self->grid;
}
