/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix by keyboard: going about, setting, and finding by typing. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/matrix/genlock-matrix-private.h"

/* After so long without a key something else is typed, in milliseconds. */
#define PATIENCE 1500

/* Going about. */

static guint
step (guint place,
      int way,
      guint n)
{
  gint64 next = (gint64) place + way;

  return (guint) CLAMP (next, 0, (gint64) n - 1);
}

static void
go (GenlockMatrix *self,
    int right,
    int down,
    gboolean extend)
{
  GenlockMatrixSpot spot = self->focus;

  spot.column = step (spot.column, right, self->grid->columns->len);
  spot.row = step (spot.row, down, self->grid->rows->len);
  genlock_matrix_focus_on (self, &spot, extend);
}

/* From one crosspoint to the next in its row or column, else to the edge. */
static void
jump (GenlockMatrix *self,
      int right,
      int down,
      gboolean extend)
{
  GenlockMatrixSpot spot = self->focus;
  GenlockMatrixSpot next;

  while (TRUE)
    {
      next.column = step (spot.column, right, self->grid->columns->len);
      next.row = step (spot.row, down, self->grid->rows->len);
      if (next.column == spot.column && next.row == spot.row)
        break;

      spot = next;
      if (genlock_matrix_grid_find_point (self->grid, &spot) != NULL)
        break;
    }
  genlock_matrix_focus_on (self, &spot, extend);
}

static gboolean
arrow (GenlockMatrix *self,
       guint key,
       GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  int right = (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
              - (key == GDK_KEY_Left || key == GDK_KEY_KP_Left);
  int down = (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
             - (key == GDK_KEY_Up || key == GDK_KEY_KP_Up);

  if ((right == 0 && down == 0) || state & GDK_ALT_MASK)
    return FALSE;

  if (state & GDK_CONTROL_MASK)
    jump (self, right, down, extend);
  else
    go (self, right, down, extend);
  return TRUE;
}

/* Home and End along the row, with Ctrl to the corners; pages down, with Alt across. */
static gboolean
far (GenlockMatrix *self,
     guint key,
     GdkModifierType state)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  gboolean corner = (state & GDK_CONTROL_MASK) != 0;
  gboolean across = (state & GDK_ALT_MASK) != 0;
  int page = (int) genlock_matrix_get_page (self, across ? GTK_ORIENTATION_HORIZONTAL
                                                         : GTK_ORIENTATION_VERTICAL);

  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go (self, -G_MAXINT, corner ? -G_MAXINT : 0, extend);
      return TRUE;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go (self, G_MAXINT, corner ? G_MAXINT : 0, extend);
      return TRUE;

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      page = -page;
      break;

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      break;

    default:
      return FALSE;
    }

  /* The window goes to another of its pages. */
  if (corner)
    return FALSE;

  go (self, across ? page : 0, across ? 0 : page, extend);
  return TRUE;
}

/* Finding. */

static void
forget_typed (GenlockMatrix *self)
{
  g_clear_handle_id (&self->typed_id, g_source_remove);
  if (self->typed->len == 0)
    return;

  g_string_truncate (self->typed, 0);
  self->nth = 0;
  genlock_matrix_spot_changed (self);
}

static gboolean
forget_cb (gpointer user_data)
{
  GenlockMatrix *self = user_data;

  self->typed_id = 0;
  forget_typed (self);
  return G_SOURCE_REMOVE;
}

static gboolean
seek (GenlockMatrix *self)
{
  GenlockMatrixSpot found;
  GenlockMatrixSpot spot = self->focus;

  if (!genlock_matrix_grid_seek (self->grid, self->typed->str, self->nth, &found))
    return FALSE;

  if (found.row != GENLOCK_MATRIX_NOWHERE)
    spot.row = found.row;
  if (found.column != GENLOCK_MATRIX_NOWHERE)
    spot.column = found.column;
  genlock_matrix_focus_on (self, &spot, FALSE);
  return TRUE;
}

static void
wait_for_more (GenlockMatrix *self)
{
  g_clear_handle_id (&self->typed_id, g_source_remove);
  self->typed_id = g_timeout_add (PATIENCE, forget_cb, self);
}

/* What leads nowhere begins something new: "in 3" and "out 5" one after the other. */
static void
type (GenlockMatrix *self,
      gunichar character)
{
  g_string_append_unichar (self->typed, character);
  self->nth = 0;
  if (!seek (self))
    {
      g_string_truncate (self->typed, 0);
      g_string_append_unichar (self->typed, character);
      seek (self);
    }
  wait_for_more (self);
  genlock_matrix_spot_changed (self);
}

static gboolean
can_go_on_with_space (GenlockMatrix *self)
{
  g_autofree char *text = g_strconcat (self->typed->str, " ", NULL);
  GenlockMatrixSpot found;

  return self->typed->len > 0 && genlock_matrix_grid_seek (self->grid, text, 0, &found);
}

static void
take_back (GenlockMatrix *self)
{
  const char *end = self->typed->str + self->typed->len;

  if (self->typed->len == 0)
    return;

  g_string_truncate (self->typed, (gsize) (g_utf8_prev_char (end) - self->typed->str));
  self->nth = 0;
  if (self->typed->len > 0)
    seek (self);
  wait_for_more (self);
  genlock_matrix_spot_changed (self);
}

static gboolean
find (GenlockMatrix *self,
      guint key,
      GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (key);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;

  if (key == GDK_KEY_BackSpace)
    {
      take_back (self);
      return TRUE;
    }
  if (key == GDK_KEY_Tab && self->typed->len > 0)
    {
      self->nth++;
      seek (self);
      wait_for_more (self);
      return TRUE;
    }
  if (character == 0 || !g_unichar_isgraph (character))
    return FALSE;

  type (self, character);
  return TRUE;
}

/* Changing. */

static void
clear_marked (GenlockMatrix *self)
{
  genlock_matrix_wish (self, genlock_matrix_grid_wish_clear (self->grid, &self->anchor,
                                                             &self->focus));
}

static void
set_marked (GenlockMatrix *self)
{
  forget_typed (self);
  genlock_matrix_paint (self, &self->anchor, &self->focus);
}

static gboolean
cancel (GenlockMatrix *self)
{
  gboolean is_marked = self->anchor.row != self->focus.row
                       || self->anchor.column != self->focus.column;

  if (self->is_painting)
    {
      self->is_painting = FALSE;
      genlock_matrix_spot_changed (self);
    }
  else if (self->typed->len > 0)
    forget_typed (self);
  else if (is_marked)
    genlock_matrix_focus_on (self, &self->focus, FALSE);
  else
    return FALSE;

  return TRUE;
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint key,
            guint code,
            GdkModifierType state,
            GenlockMatrix *self)
{
  if (!genlock_matrix_has_spot (self, &self->focus))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      set_marked (self);
      return TRUE;

    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (can_go_on_with_space (self))
        type (self, ' ');
      else
        set_marked (self);
      return TRUE;

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      clear_marked (self);
      return TRUE;

    case GDK_KEY_Escape:
      return cancel (self);

    default:
      return arrow (self, key, state) || far (self, key, state) || find (self, key, state);
    }
}

static void
focus_cb (GtkEventControllerFocus *controller,
          GenlockMatrix *self)
{
  genlock_matrix_spot_changed (self);
}

static void
left_cb (GtkEventControllerFocus *controller,
         GenlockMatrix *self)
{
  forget_typed (self);
  genlock_matrix_spot_changed (self);
}

/* Actions. */

static void
one_to_one_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  GenlockMatrix *self = GENLOCK_MATRIX (widget);
  g_autoptr (GArray) spots = NULL;
  GenlockMatrixSpot to;
  guint n;

  if (!genlock_matrix_has_spot (self, &self->focus))
    return;

  n = MIN (self->grid->rows->len - self->focus.row,
           self->grid->columns->len - self->focus.column) - 1;
  to = (GenlockMatrixSpot) { self->focus.row + n, self->focus.column + n };
  spots = genlock_matrix_grid_stroke (self->grid, &self->focus, &to);
  genlock_matrix_wish (self, genlock_matrix_grid_wish (self->grid, spots));
}

static void
clear_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  GenlockMatrix *self = GENLOCK_MATRIX (widget);

  if (genlock_matrix_has_spot (self, &self->focus))
    clear_marked (self);
}

/* Of what is shown. */
static void
clear_all_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  GenlockMatrix *self = GENLOCK_MATRIX (widget);
  GenlockMatrixSpot last;

  if (!genlock_matrix_has_spot (self, &self->focus))
    return;

  last = (GenlockMatrixSpot) { self->grid->rows->len - 1, self->grid->columns->len - 1 };
  genlock_matrix_wish (self, genlock_matrix_grid_wish_clear (self->grid,
                                                             &(GenlockMatrixSpot) { 0, 0 },
                                                             &last));
}

/* The first and the last output of what is marked; of one alone with its neighbour. */
static void
swap_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockMatrix *self = GENLOCK_MATRIX (widget);
  guint other = self->anchor.column;

  if (!genlock_matrix_has_spot (self, &self->focus))
    return;

  if (other == self->focus.column)
    other = MIN (other + 1, self->grid->columns->len - 1);
  genlock_matrix_wish (self, genlock_matrix_grid_wish_swap (self->grid, other,
                                                            self->focus.column));
}

void
genlock_matrix_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "matrix.one-to-one", NULL, one_to_one_action);
  gtk_widget_class_install_action (widget_class, "matrix.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "matrix.clear-all", NULL, clear_all_action);
  gtk_widget_class_install_action (widget_class, "matrix.swap", NULL, swap_action);
}

void
genlock_matrix_add_keys (GenlockMatrix *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
