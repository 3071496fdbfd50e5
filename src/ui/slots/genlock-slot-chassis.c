/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chassis of a frame: its bays, with a cursor and a run of them selected. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-accessible.h"
#include "ui/slots/genlock-slot-chassis.h"
#include "ui/slots/genlock-slot-grid.h"

/* Between two bays, in pixels. */
#define GAP 6

/* Further than any frame goes. */
#define ALL_SLOTS 64

struct _GenlockSlotChassis
{
  GtkWidget parent_instance;

  GPtrArray *bays; /* owned (element-type GenlockSlotBay): children of the widget */
  guint cursor;    /* 0 without bays */
  guint anchor;    /* the other end of the run */
};

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockSlotChassis, genlock_slot_chassis, GTK_TYPE_WIDGET)

static GenlockSlotGrid
get_grid (GenlockSlotChassis *self,
          int width)
{
  GenlockSlotGrid grid = {
    .n_slots = self->bays->len,
    .width = width,
    .gap = GAP,
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  };

  if (self->bays->len > 0)
    {
      GtkWidget *bay = g_ptr_array_index (self->bays, 0);

      gtk_widget_measure (bay, GTK_ORIENTATION_HORIZONTAL, -1, &grid.bay_width, NULL, NULL, NULL);
      gtk_widget_measure (bay, GTK_ORIENTATION_VERTICAL, -1, &grid.bay_height, NULL, NULL, NULL);
    }

  return grid;
}

static GtkSizeRequestMode
genlock_slot_chassis_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
genlock_slot_chassis_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GenlockSlotGrid grid = get_grid (GENLOCK_SLOT_CHASSIS (widget), for_size);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      guint columns = MIN (grid.n_slots, GENLOCK_SLOT_GRID_COLUMNS);

      *minimum = grid.bay_width;
      *natural = MAX (*minimum, (int) columns * (grid.bay_width + GAP) - GAP);
    }
  else
    {
      grid.width = MAX (for_size, grid.bay_width);
      *minimum = *natural = genlock_slot_grid_get_height (&grid);
    }
}

static void
genlock_slot_chassis_size_allocate (GtkWidget *widget,
                                    int width,
                                    int height,
                                    int baseline)
{
  GenlockSlotChassis *self = GENLOCK_SLOT_CHASSIS (widget);
  GenlockSlotGrid grid = get_grid (self, width);

  for (guint i = 0; i < self->bays->len; i++)
    {
      GdkRectangle place;

      genlock_slot_grid_get_bay (&grid, i + 1, &place);
      gtk_widget_size_allocate (g_ptr_array_index (self->bays, i), &place, -1);
    }
}

static void
update_selected (GenlockSlotChassis *self)
{
  guint from = 0, to = 0;

  genlock_slot_chassis_get_run (self, &from, &to);
  for (guint i = 0; i < self->bays->len; i++)
    genlock_slot_bay_set_selected (g_ptr_array_index (self->bays, i),
                                   i + 1 >= from && i + 1 <= to);
}

/* Keys and pointer. @args: (iib): columns, rows, whether to extend. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  GenlockSlotChassis *self = GENLOCK_SLOT_CHASSIS (widget);
  gboolean extend;
  int columns, rows;

  if (self->cursor == 0)
    return GDK_EVENT_PROPAGATE;

  g_variant_get (args, "(iib)", &columns, &rows, &extend);
  if (columns == -ALL_SLOTS)
    genlock_slot_chassis_go (self, 1, extend);
  else if (columns == ALL_SLOTS)
    genlock_slot_chassis_go (self, self->bays->len, extend);
  else
    genlock_slot_chassis_go (self, genlock_slot_chassis_look (self, columns, rows), extend);

  return GDK_EVENT_STOP;
}

static void
pressed_cb (GenlockSlotChassis *self,
            int n_press,
            double x,
            double y,
            GtkGesture *gesture)
{
  GenlockSlotBay *bay = genlock_slot_chassis_pick (self, x, y);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  guint from = 0, to = 0;

  if (bay == NULL)
    return;

  /* The menu is about the whole run. */
  genlock_slot_chassis_get_run (self, &from, &to);
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY
      && genlock_slot_bay_get_number (bay) >= from && genlock_slot_bay_get_number (bay) <= to)
    return;

  genlock_slot_chassis_go (self, genlock_slot_bay_get_number (bay), (state & GDK_SHIFT_MASK) != 0);
}

/* The Tab key and screen readers put the focus on a bay as well. */
static void
focus_cb (GenlockSlotBay *bay,
          GParamSpec *pspec,
          GenlockSlotChassis *self)
{
  guint slot = genlock_slot_bay_get_number (bay);

  if (gtk_widget_has_focus (GTK_WIDGET (bay)) && slot != self->cursor)
    genlock_slot_chassis_go (self, slot, FALSE);
}

/* Tab enters at the cursor and leaves: arrows go from bay to bay. */
static gboolean
genlock_slot_chassis_focus (GtkWidget *widget,
                            GtkDirectionType direction)
{
  GenlockSlotChassis *self = GENLOCK_SLOT_CHASSIS (widget);

  if (self->cursor == 0 || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (self->bays, self->cursor - 1));
}

static void
genlock_slot_chassis_dispose (GObject *object)
{
  genlock_slot_chassis_set_plan (GENLOCK_SLOT_CHASSIS (object), NULL);

  G_OBJECT_CLASS (genlock_slot_chassis_parent_class)->dispose (object);
}

static void
genlock_slot_chassis_finalize (GObject *object)
{
  g_ptr_array_unref (GENLOCK_SLOT_CHASSIS (object)->bays);

  G_OBJECT_CLASS (genlock_slot_chassis_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keys[2];
    int columns;
    int rows;
  } moves[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, -1, 0 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 1, 0 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 1 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, -ALL_SLOTS, 0 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, ALL_SLOTS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint j = 0; j < G_N_ELEMENTS (moves[i].keys); j++)
      {
        gtk_widget_class_add_binding (widget_class, moves[i].keys[j], 0, move_cb, "(iib)",
                                      moves[i].columns, moves[i].rows, FALSE);
        gtk_widget_class_add_binding (widget_class, moves[i].keys[j], GDK_SHIFT_MASK, move_cb,
                                      "(iib)", moves[i].columns, moves[i].rows, TRUE);
      }
}

static void
genlock_slot_chassis_class_init (GenlockSlotChassisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_slot_chassis_dispose;
  object_class->finalize = genlock_slot_chassis_finalize;
  widget_class->get_request_mode = genlock_slot_chassis_get_request_mode;
  widget_class->measure = genlock_slot_chassis_measure;
  widget_class->size_allocate = genlock_slot_chassis_size_allocate;
  widget_class->focus = genlock_slot_chassis_focus;

  signals[MOVED] = g_signal_new ("moved", GENLOCK_TYPE_SLOT_CHASSIS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "genlock-slot-chassis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  bind_keys (widget_class);
}

static void
genlock_slot_chassis_init (GenlockSlotChassis *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->bays = g_ptr_array_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
set_n_bays (GenlockSlotChassis *self,
            guint n)
{
  while (self->bays->len > n)
    {
      GtkWidget *bay = g_ptr_array_steal_index (self->bays, self->bays->len - 1);

      gtk_widget_unparent (bay);
    }
  while (self->bays->len < n)
    {
      GtkWidget *bay = genlock_slot_bay_new (self->bays->len + 1);

      g_ptr_array_add (self->bays, bay);
      g_signal_connect_object (bay, "notify::has-focus", G_CALLBACK (focus_cb), self, 0);
      gtk_widget_set_parent (bay, GTK_WIDGET (self));
    }
}

void
genlock_slot_chassis_set_plan (GenlockSlotChassis *self,
                               GenlockSlotPlan *plan)
{
  guint n = plan != NULL ? genlock_slot_plan_get_n_slots (plan) : 0;

  g_return_if_fail (GENLOCK_IS_SLOT_CHASSIS (self));

  self->cursor = MIN (MAX (self->cursor, n > 0 ? 1 : 0), n);
  self->anchor = MIN (MAX (self->anchor, n > 0 ? 1 : 0), n);
  set_n_bays (self, n);
  for (guint i = 0; i < n; i++)
    genlock_slot_bay_set_plan (g_ptr_array_index (self->bays, i), plan);
  update_selected (self);
  if (plan != NULL)
    {
      g_autofree char *summary = genlock_slot_plan_dup_summary (plan);

      genlock_accessible_set_label (GTK_WIDGET (self), summary);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GenlockSlotBay *
genlock_slot_chassis_get_bay (GenlockSlotChassis *self,
                              guint slot)
{
  g_return_val_if_fail (GENLOCK_IS_SLOT_CHASSIS (self), NULL);

  return slot >= 1 && slot <= self->bays->len ? g_ptr_array_index (self->bays, slot - 1) : NULL;
}

GenlockSlotBay *
genlock_slot_chassis_pick (GenlockSlotChassis *self,
                           double x,
                           double y)
{
  GenlockSlotGrid grid;

  g_return_val_if_fail (GENLOCK_IS_SLOT_CHASSIS (self), NULL);

  grid = get_grid (self, gtk_widget_get_width (GTK_WIDGET (self)));

  return genlock_slot_chassis_get_bay (self, genlock_slot_grid_find (&grid, (int) x, (int) y));
}

guint
genlock_slot_chassis_get_cursor (GenlockSlotChassis *self)
{
  g_return_val_if_fail (GENLOCK_IS_SLOT_CHASSIS (self), 0);

  return self->cursor;
}

gboolean
genlock_slot_chassis_get_run (GenlockSlotChassis *self,
                              guint *from,
                              guint *to)
{
  g_return_val_if_fail (GENLOCK_IS_SLOT_CHASSIS (self), FALSE);

  *from = MIN (self->cursor, self->anchor);
  *to = MAX (self->cursor, self->anchor);

  return self->cursor > 0;
}

void
genlock_slot_chassis_go (GenlockSlotChassis *self,
                         guint slot,
                         gboolean extend)
{
  g_return_if_fail (GENLOCK_IS_SLOT_CHASSIS (self));
  g_return_if_fail (slot >= 1 && slot <= self->bays->len);

  self->cursor = slot;
  if (!extend)
    self->anchor = slot;
  update_selected (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->bays, slot - 1));
  g_signal_emit (self, signals[MOVED], 0);
}

guint
genlock_slot_chassis_look (GenlockSlotChassis *self,
                           int columns,
                           int rows)
{
  GenlockSlotGrid grid;

  g_return_val_if_fail (GENLOCK_IS_SLOT_CHASSIS (self), 0);

  grid = get_grid (self, gtk_widget_get_width (GTK_WIDGET (self)));

  return self->cursor > 0 ? genlock_slot_grid_move (&grid, self->cursor, columns, rows) : 0;
}
