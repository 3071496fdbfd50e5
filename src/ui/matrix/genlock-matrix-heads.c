/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heads of the matrix: names of inputs at the left, of outputs turned above. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/common/genlock-text-scale.h"
#include "ui/matrix/genlock-matrix-draw-private.h"

/* In pixels. */
#define CELL 24
#define PADDING 8
#define GAP 10
#define MIN_HEAD_WIDTH 128
#define MIN_HEAD_HEIGHT 72
#define MAX_HEAD_WIDTH 340
#define MAX_HEAD_HEIGHT 220

/* Longer texts are never seen. */
#define MAX_TEXT 160

static PangoLayout *
make_layout (GenlockMatrix *self,
             const char *text,
             int width)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (MAX_TEXT, g_utf8_strlen (text, -1)));
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), start);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (width >= 0)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

static int
measure_text (GenlockMatrix *self,
              const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (text == NULL)
    return 0;

  layout = make_layout (self, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Of the texts with the most characters: near enough, and the same for 1,000 ends as for ten. */
static void
measure_ends (GenlockMatrix *self,
              const GArray *ends,
              GtkOrientation orientation)
{
  const char *label = NULL;
  const char *name = NULL;
  glong label_length = -1;
  glong name_length = -1;

  for (guint i = 0; i < ends->len; i++)
    {
      const GenlockCrosspointEnd *end = &g_array_index (ends, GenlockCrosspointEnd, i);
      glong length = g_utf8_strlen (end->label, -1);

      if (length > label_length)
        {
          label = end->label;
          label_length = length;
        }
      length = end->name != NULL ? g_utf8_strlen (end->name, -1) : -1;
      if (length > name_length)
        {
          name = end->name;
          name_length = length;
        }
    }

  /* Figures are of one width, letters are not. */
  self->wide_labels[orientation] = measure_text (self, label) + 2;
  self->wide_names[orientation] = name != NULL ? measure_text (self, name) * 11 / 10 : 0;
}

static int
get_head (GenlockMatrix *self,
          GtkOrientation orientation,
          int least,
          int room)
{
  int label = self->wide_labels[orientation];
  int name = self->wide_names[orientation];

  return CLAMP (2 * PADDING + label + (name > 0 ? GAP + name : 0), MIN (least, room), room);
}

void
genlock_matrix_measure_heads (GenlockMatrix *self,
                              int width,
                              int height)
{
  double scale = genlock_text_scale_get ();
  int head_width, head_height;

  self->cell = (int) round (CELL * scale);
  if (!self->is_measured && self->points != NULL)
    {
      measure_ends (self, self->points->inputs, GTK_ORIENTATION_HORIZONTAL);
      measure_ends (self, self->points->outputs, GTK_ORIENTATION_VERTICAL);
      self->is_measured = TRUE;
    }
  head_width = get_head (self, GTK_ORIENTATION_HORIZONTAL, MIN_HEAD_WIDTH,
                         (int) MIN (width * 0.45, MAX_HEAD_WIDTH * scale));
  head_height = get_head (self, GTK_ORIENTATION_VERTICAL, MIN_HEAD_HEIGHT,
                          (int) MIN (height * 0.45, MAX_HEAD_HEIGHT * scale));
  if (head_width == self->head_width && head_height == self->head_height)
    return;

  genlock_matrix_forget_nodes (self);
  self->is_measured = TRUE;
  self->head_width = head_width;
  self->head_height = head_height;
  self->label_width = MIN (self->wide_labels[GTK_ORIENTATION_HORIZONTAL],
                           (head_width - 2 * PADDING) * 3 / 5);
  self->label_height = MIN (self->wide_labels[GTK_ORIENTATION_VERTICAL],
                            (head_height - 2 * PADDING) * 3 / 5);
}

static void
append_text (GenlockMatrix *self,
             GtkSnapshot *snapshot,
             const char *text,
             double x,
             int width,
             GdkRGBA color)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (text == NULL || width <= 0)
    return;

  layout = make_layout (self, text, width);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x,
                                                          floorf ((self->cell - height) / 2.0f)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* (transfer full) (nullable): the words of a head, lying. */
static GskRenderNode *
make_head (GenlockMatrix *self,
           const GenlockMatrixPen *pen,
           const GenlockCrosspointEnd *end,
           int label_width,
           int width)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float dim = pen->high_contrast ? 1 : 0.6f;
  int room = width - 2 * PADDING;

  append_text (self, snapshot, end->label, PADDING, end->name != NULL ? label_width : room,
               with_alpha (pen->text, end->name != NULL || end->n_points == 0 ? dim : 1));
  append_text (self, snapshot, end->name, PADDING + label_width + GAP, room - label_width - GAP,
               pen->text);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_row_head (GenlockMatrix *self,
               const GenlockMatrixPen *pen,
               guint row)
{
  guint input = g_array_index (self->grid->rows, guint, row);
  GskRenderNode **node = &self->row_nodes[input];

  if (*node == NULL)
    *node = make_head (self, pen, genlock_matrix_grid_get_input (self->grid, row),
                       self->label_width, self->head_width);
  if (*node == NULL)
    return;

  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT (0, (float) genlock_matrix_get_y (self, row)));
  gtk_snapshot_append_node (pen->snapshot, *node);
  gtk_snapshot_restore (pen->snapshot);
}

/* Turned, so that it is read from below. */
static void
draw_column_head (GenlockMatrix *self,
                  const GenlockMatrixPen *pen,
                  guint column)
{
  guint output = g_array_index (self->grid->columns, guint, column);
  GskRenderNode **node = &self->column_nodes[output];

  if (*node == NULL)
    *node = make_head (self, pen, genlock_matrix_grid_get_output (self->grid, column),
                       self->label_height, self->head_height);
  if (*node == NULL)
    return;

  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT ((float) genlock_matrix_get_x (self, column),
                                                (float) self->head_height));
  gtk_snapshot_rotate (pen->snapshot, -90);
  gtk_snapshot_append_node (pen->snapshot, *node);
  gtk_snapshot_restore (pen->snapshot);
}

/* The corner says how much there is, or what is being typed. */

static void
draw_corner (GenlockMatrix *self,
             const GenlockMatrixPen *pen)
{
  guint n_inputs = self->points->inputs->len;
  guint n_outputs = self->points->outputs->len;
  g_autofree char *inputs = NULL;
  g_autofree char *outputs = NULL;
  GdkRGBA color = with_alpha (pen->text, pen->high_contrast ? 1 : 0.6f);

  fill (pen, pen->head, 0, 0, self->head_width, self->head_height);
  gtk_snapshot_push_clip (pen->snapshot, &GRAPHENE_RECT_INIT (0, 0, self->head_width,
                                                              self->head_height));
  if (self->typed->len > 0)
    {
      append_text (self, pen->snapshot, self->typed->str, PADDING,
                   self->head_width - 2 * PADDING, pen->accent);
    }
  else
    {
      outputs = self->grid->columns->len == n_outputs
                ? g_strdup_printf (ngettext ("%u output →", "%u outputs →", n_outputs), n_outputs)
                /* Translators: how many outputs are shown, and how many there are */
                : g_strdup_printf (_("%1$u of %2$u outputs →"), self->grid->columns->len,
                                   n_outputs);
      append_text (self, pen->snapshot, outputs, PADDING, self->head_width - 2 * PADDING, color);
    }
  inputs = self->grid->rows->len == n_inputs
           ? g_strdup_printf (ngettext ("%u input ↓", "%u inputs ↓", n_inputs), n_inputs)
           /* Translators: how many inputs are shown, and how many there are */
           : g_strdup_printf (_("%1$u of %2$u inputs ↓"), self->grid->rows->len, n_inputs);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT (0, (float) (self->head_height - self->cell)));
  append_text (self, pen->snapshot, inputs, PADDING, self->head_width - 2 * PADDING, color);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT (0, (float) (self->cell - self->head_height)));
  gtk_snapshot_pop (pen->snapshot);
}

void
genlock_matrix_draw_heads (GenlockMatrix *self,
                           const GenlockMatrixPen *pen)
{
  GenlockMatrixSpot lit;
  gboolean is_lit = genlock_matrix_get_lit (self, &lit);
  GdkRGBA light = with_alpha (pen->accent, pen->high_contrast ? 0.4f : 0.22f);

  fill (pen, pen->head, 0, self->head_height, self->head_width, pen->height - self->head_height);
  gtk_snapshot_push_clip (pen->snapshot,
                          &GRAPHENE_RECT_INIT (0, self->head_height, self->head_width,
                                               MAX (0, pen->height - self->head_height)));
  if (is_lit && lit.row < self->grid->rows->len)
    fill (pen, light, 0, genlock_matrix_get_y (self, lit.row), self->head_width, self->cell);
  for (guint row = pen->rows[0]; row < pen->rows[1]; row++)
    draw_row_head (self, pen, row);
  gtk_snapshot_pop (pen->snapshot);

  fill (pen, pen->head, self->head_width, 0, pen->width - self->head_width, self->head_height);
  gtk_snapshot_push_clip (pen->snapshot,
                          &GRAPHENE_RECT_INIT (self->head_width, 0,
                                               MAX (0, pen->width - self->head_width),
                                               self->head_height));
  if (is_lit && lit.column < self->grid->columns->len)
    fill (pen, light, genlock_matrix_get_x (self, lit.column), 0, self->cell, self->head_height);
  for (guint column = pen->columns[0]; column < pen->columns[1]; column++)
    draw_column_head (self, pen, column);
  gtk_snapshot_pop (pen->snapshot);

  draw_corner (self, pen);
  fill (pen, with_alpha (pen->text, pen->high_contrast ? 0.8f : 0.25f), self->head_width - 1, 0,
        1, pen->height);
  fill (pen, with_alpha (pen->text, pen->high_contrast ? 0.8f : 0.25f), 0, self->head_height - 1,
        pen->width, 1);
}

void
genlock_matrix_forget_nodes (GenlockMatrix *self)
{
  self->is_measured = FALSE;
  if (self->points == NULL || self->row_nodes == NULL)
    return;

  for (guint i = 0; i < self->points->inputs->len; i++)
    g_clear_pointer (&self->row_nodes[i], gsk_render_node_unref);
  for (guint i = 0; i < self->points->outputs->len; i++)
    g_clear_pointer (&self->column_nodes[i], gsk_render_node_unref);
}
