/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The back of a device, drawn from its ports. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-cards.h"
#include "ui/common/genlock-accessible.h"
#include "ui/equipment/genlock-rear-panel-private.h"

/* In pixels: between a plate's border and what is in it, between plates. */
#define PAD 12
#define GAP 8

/* Of a port, in characters: "SDI IN 12"; of the word beside a group. */
#define CELL_CHARS 10
#define CAPTION_CHARS 5

/* Further than any panel goes. */
#define ALL_PORTS 100000

enum
{
  PORT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockRearPanel, genlock_rear_panel, GTK_TYPE_WIDGET)

const GenlockPort *
genlock_rear_panel_get_port (GenlockRearPanel *self,
                             guint port)
{
  return &g_array_index (self->ports, GenlockPort, port);
}

guint
genlock_rear_panel_count_ports (GenlockRearPanel *self)
{
  return self->ports != NULL ? self->ports->len : 0;
}

static void
measure_text (GenlockRearPanel *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *font;
  int line, character;

  if (self->measured)
    return;

  font = pango_context_get_metrics (context, NULL, NULL);
  line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (font));
  character = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (font));
  pango_font_metrics_unref (font);
  self->metrics = (GenlockRearMetrics) {
    .cell_width = (int) (CELL_CHARS * character * GENLOCK_REAR_SMALL) + 2 * GENLOCK_REAR_CELL_PAD,
    .cell_height = GENLOCK_REAR_GLYPH + 3 * GENLOCK_REAR_CELL_PAD
                   + (int) (line * GENLOCK_REAR_SMALL * (self->has_formats ? 2 : 1)),
    .caption_width = CAPTION_CHARS * character,
    .title_height = line + GENLOCK_REAR_CELL_PAD,
    .pad = PAD,
    .gap = GAP,
  };
  self->measured = TRUE;
}

static void
forget_layouts (GenlockRearPanel *self)
{
  g_clear_pointer (&self->layout, genlock_rear_layout_free);
  g_ptr_array_set_size (self->labels, 0);
  g_ptr_array_set_size (self->formats, 0);
  g_ptr_array_set_size (self->labels, genlock_rear_panel_count_ports (self));
  g_ptr_array_set_size (self->formats, genlock_rear_panel_count_ports (self));
  self->measured = FALSE;
}

static GenlockRearLayout *
make_layout_for (GenlockRearPanel *self,
                 int width)
{
  measure_text (self);

  return genlock_rear_layout_new ((GenlockRearGroup *) self->groups->data, self->groups->len,
                                  &self->metrics, width,
                                  gtk_widget_get_direction (GTK_WIDGET (self))
                                  == GTK_TEXT_DIR_RTL);
}

GenlockRearLayout *
genlock_rear_panel_ensure_layout (GenlockRearPanel *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->layout != NULL && self->layout_width != width)
    g_clear_pointer (&self->layout, genlock_rear_layout_free);
  if (self->layout == NULL)
    {
      self->layout = make_layout_for (self, width);
      self->layout_width = width;
    }

  return self->layout;
}

static char *
dup_card_title (const GenlockRecord *card)
{
  const char *label = genlock_record_get_text (card, GENLOCK_EQUIPMENT_CARD_LABEL);
  gint64 slot = genlock_record_get_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);

  if (!genlock_record_has (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER))
    return label != NULL ? g_strdup_printf (_("Not placed · %s"), label)
                         : g_strdup (_("Not placed"));

  /* Translators: the number of a slot, and the card in it */
  return label != NULL ? g_strdup_printf (_("Slot %1$u · %2$s"), (guint) slot, label)
                       : g_strdup_printf (_("Slot %u"), (guint) slot);
}

/* The runs of ports with the same card and direction. */
static void
collect_groups (GenlockRearPanel *self)
{
  g_array_set_size (self->groups, 0);
  g_ptr_array_set_size (self->titles, 0);
  self->has_formats = FALSE;
  for (guint i = 0; i < genlock_rear_panel_count_ports (self); i++)
    {
      const GenlockPort *port = genlock_rear_panel_get_port (self, i);
      const GenlockPort *before = i > 0 ? genlock_rear_panel_get_port (self, i - 1) : NULL;
      gboolean begins = before == NULL || before->card != port->card;

      if (begins || before->is_output != port->is_output)
        {
          GenlockRearGroup group = { .begins = begins, .titled = begins && port->card != NULL };

          g_array_append_val (self->groups, group);
          g_ptr_array_add (self->titles, group.titled ? dup_card_title (port->card) : NULL);
        }
      g_array_index (self->groups, GenlockRearGroup, self->groups->len - 1).n_ports++;
      if (genlock_record_get_text (port->record, GENLOCK_PORT_FORMAT) != NULL)
        self->has_formats = TRUE;
    }
}

static const char *
get_id (GenlockRearPanel *self,
        guint port)
{
  return port != GENLOCK_REAR_NONE
           ? genlock_record_get_text (genlock_rear_panel_get_port (self, port)->record,
                                      GENLOCK_META_ID)
           : NULL;
}

static guint
find_id (GenlockRearPanel *self,
         const char *id)
{
  for (guint i = 0; id != NULL && i < genlock_rear_panel_count_ports (self); i++)
    if (g_strcmp0 (get_id (self, i), id) == 0)
      return i;

  return GENLOCK_REAR_NONE;
}

/* How many ports stand with this one: same card, same direction. */
static guint
count_beside (GenlockRearPanel *self,
              const GenlockPort *port)
{
  guint n = 0;

  for (guint i = 0; i < genlock_rear_panel_count_ports (self); i++)
    {
      const GenlockPort *other = genlock_rear_panel_get_port (self, i);

      n += other->card == port->card && other->is_output == port->is_output;
    }

  return n;
}

/* "IN 3, 12G-SDI, 1080p59.94, input 3 of 40, slot 2 · 12G-SDI input". */
static char *
dup_port_words (GenlockRearPanel *self,
                guint index)
{
  const GenlockPort *port = genlock_rear_panel_get_port (self, index);
  const char *io_type = genlock_record_get_text (port->record, GENLOCK_PORT_IO_TYPE);
  const char *format = genlock_record_get_text (port->record, GENLOCK_PORT_FORMAT);
  g_autofree char *label = genlock_port_dup_label (port);
  g_autoptr (GString) words = g_string_new (label);

  if (genlock_record_get_text (port->record, GENLOCK_PORT_LABEL) != NULL && io_type != NULL)
    g_string_append_printf (words, ", %s", io_type);
  if (format != NULL)
    g_string_append_printf (words, ", %s", format);
  g_string_append (words, ", ");
  /* Translators: the number of a port, and how many there are beside it */
  g_string_append_printf (words, port->is_output ? _("output %1$u of %2$u")
                                                 : _("input %1$u of %2$u"),
                          port->number, count_beside (self, port));
  if (port->card != NULL)
    {
      g_autofree char *title = dup_card_title (port->card);

      g_string_append_printf (words, ", %s", title);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
update_name (GenlockRearPanel *self)
{
  g_autofree char *words = NULL;

  if (self->current != GENLOCK_REAR_NONE)
    words = dup_port_words (self, self->current);
  else if (self->spec != NULL)
    {
      GenlockPortCount count = genlock_ports_count (self->spec);
      g_autofree char *ports = genlock_port_count_dup_words (&count);

      words = g_strdup_printf (_("Ports, drawn: %s"), ports);
    }
  genlock_accessible_set_label (GTK_WIDGET (self), words);
}

/* Brings a port into the view that the panel is scrolled in. */
static void
scroll_to_port (GenlockRearPanel *self,
                guint port)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  GtkWidget *child;
  GdkRectangle cell;
  double x, y;

  if (scrolled == NULL)
    return;

  child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled));
  if (GTK_IS_VIEWPORT (child))
    child = gtk_viewport_get_child (GTK_VIEWPORT (child));
  genlock_rear_layout_get_port (genlock_rear_panel_ensure_layout (self), port, &cell);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self), child, cell.x, cell.y, &x, &y))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_clamp_page (adjustment, y - PAD, y + cell.height + PAD);
}

static void
set_current (GenlockRearPanel *self,
             guint port)
{
  if (self->current == port)
    return;

  self->current = port;
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate_port (GenlockRearPanel *self,
               guint port)
{
  g_autofree char *id = g_strdup (get_id (self, port));

  if (id != NULL)
    g_signal_emit (self, signals[PORT_ACTIVATED], 0, id);
}

static GtkSizeRequestMode
genlock_rear_panel_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
genlock_rear_panel_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  GenlockRearPanel *self = GENLOCK_REAR_PANEL (widget);
  const GenlockRearMetrics *metrics = &self->metrics;
  int narrow;

  measure_text (self);
  narrow = 2 * metrics->pad + metrics->caption_width + 2 * metrics->cell_width;
  if (genlock_rear_panel_count_ports (self) == 0)
    *minimum = *natural = 0;
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrow;
      *natural = narrow + 8 * metrics->cell_width;
    }
  else
    {
      g_autoptr (GenlockRearLayout) layout = make_layout_for (self, MAX (for_size, narrow));

      *minimum = *natural = genlock_rear_layout_get_height (layout);
    }
}

/* Pointer and keys. */

static void
hover (GenlockRearPanel *self,
       guint port)
{
  if (self->hovered == port)
    return;

  self->hovered = port;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GenlockRearPanel *self,
           double x,
           double y)
{
  if (genlock_rear_panel_count_ports (self) > 0)
    hover (self, genlock_rear_layout_find (genlock_rear_panel_ensure_layout (self), x, y));
}

static void
leave_cb (GenlockRearPanel *self)
{
  hover (self, GENLOCK_REAR_NONE);
}

static void
pressed_cb (GenlockRearPanel *self,
            int n_press,
            double x,
            double y)
{
  guint port;

  if (genlock_rear_panel_count_ports (self) == 0)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  port = genlock_rear_layout_find (genlock_rear_panel_ensure_layout (self), x, y);
  if (port == GENLOCK_REAR_NONE)
    return;

  set_current (self, port);
  activate_port (self, port);
}

static gboolean
query_tooltip_cb (GenlockRearPanel *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  guint port = self->current;
  g_autofree char *words = NULL;
  GdkRectangle cell;

  if (genlock_rear_panel_count_ports (self) == 0)
    return FALSE;
  if (!keyboard)
    port = genlock_rear_layout_find (genlock_rear_panel_ensure_layout (self), x, y);
  if (port == GENLOCK_REAR_NONE)
    return FALSE;

  words = dup_port_words (self, port);
  genlock_rear_layout_get_port (self->layout, port, &cell);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &cell);

  return TRUE;
}

/* @args: (ii): so many ports to the right and rows down. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  GenlockRearPanel *self = GENLOCK_REAR_PANEL (widget);
  int columns, rows;
  guint port;

  if (genlock_rear_panel_count_ports (self) == 0)
    return GDK_EVENT_PROPAGATE;

  g_variant_get (args, "(ii)", &columns, &rows);
  port = genlock_rear_layout_move (genlock_rear_panel_ensure_layout (self), self->current, columns,
                                   rows);
  set_current (self, port);
  scroll_to_port (self, port);

  return GDK_EVENT_STOP;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant *args,
             gpointer user_data)
{
  GenlockRearPanel *self = GENLOCK_REAR_PANEL (widget);

  if (self->current == GENLOCK_REAR_NONE)
    return GDK_EVENT_PROPAGATE;

  activate_port (self, self->current);

  return GDK_EVENT_STOP;
}

/* A first port is there as soon as keys can go from it. */
static void
focus_cb (GenlockRearPanel *self)
{
  if (self->current == GENLOCK_REAR_NONE && genlock_rear_panel_count_ports (self) > 0)
    set_current (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
genlock_rear_panel_css_changed (GtkWidget *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (genlock_rear_panel_parent_class)->css_changed (widget, change);
  forget_layouts (GENLOCK_REAR_PANEL (widget));
  gtk_widget_queue_resize (widget);
}

static void
genlock_rear_panel_system_setting_changed (GtkWidget *widget,
                                           GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (genlock_rear_panel_parent_class)->system_setting_changed (widget, setting);
  forget_layouts (GENLOCK_REAR_PANEL (widget));
  gtk_widget_queue_resize (widget);
}

static void
genlock_rear_panel_direction_changed (GtkWidget *widget,
                                      GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (genlock_rear_panel_parent_class)->direction_changed (widget, previous);
  forget_layouts (GENLOCK_REAR_PANEL (widget));
  gtk_widget_queue_draw (widget);
}

static void
genlock_rear_panel_finalize (GObject *object)
{
  GenlockRearPanel *self = GENLOCK_REAR_PANEL (object);

  g_clear_pointer (&self->ports, g_array_unref);
  g_clear_pointer (&self->spec, genlock_record_unref);
  g_clear_pointer (&self->layout, genlock_rear_layout_free);
  g_array_unref (self->groups);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->formats);

  G_OBJECT_CLASS (genlock_rear_panel_parent_class)->finalize (object);
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
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, -ALL_PORTS, 0 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, ALL_PORTS, 0 },
  };
  static const guint activations[] = {
    GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter, GDK_KEY_space, GDK_KEY_KP_Space,
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint j = 0; j < G_N_ELEMENTS (moves[i].keys); j++)
      gtk_widget_class_add_binding (widget_class, moves[i].keys[j], 0, move_cb, "(ii)",
                                    moves[i].columns, moves[i].rows);
  for (guint i = 0; i < G_N_ELEMENTS (activations); i++)
    gtk_widget_class_add_binding (widget_class, activations[i], 0, activate_cb, NULL);
}

static void
genlock_rear_panel_class_init (GenlockRearPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = genlock_rear_panel_finalize;
  widget_class->snapshot = genlock_rear_panel_snapshot;
  widget_class->measure = genlock_rear_panel_measure;
  widget_class->get_request_mode = genlock_rear_panel_get_request_mode;
  widget_class->css_changed = genlock_rear_panel_css_changed;
  widget_class->system_setting_changed = genlock_rear_panel_system_setting_changed;
  widget_class->direction_changed = genlock_rear_panel_direction_changed;

  signals[PORT_ACTIVATED] = g_signal_new ("port-activated", GENLOCK_TYPE_REAR_PANEL,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "genlock-rear-panel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  bind_keys (widget_class);
}

static void
unref_layout (gpointer layout)
{
  if (layout != NULL)
    g_object_unref (layout);
}

static void
genlock_rear_panel_init (GenlockRearPanel *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->groups = g_array_new (FALSE, TRUE, sizeof (GenlockRearGroup));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (unref_layout);
  self->formats = g_ptr_array_new_with_free_func (unref_layout);
  self->current = GENLOCK_REAR_NONE;
  self->hovered = GENLOCK_REAR_NONE;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_cb), NULL);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
genlock_rear_panel_new (void)
{
  return g_object_new (GENLOCK_TYPE_REAR_PANEL, NULL);
}

void
genlock_rear_panel_set_spec (GenlockRearPanel *self,
                             GenlockRecord *spec)
{
  g_autofree char *current = NULL;

  g_return_if_fail (GENLOCK_IS_REAR_PANEL (self));

  current = g_strdup (get_id (self, self->current));
  g_clear_pointer (&self->ports, g_array_unref);
  g_clear_pointer (&self->spec, genlock_record_unref);
  if (spec != NULL)
    {
      self->spec = genlock_record_ref (spec);
      self->ports = genlock_ports_list (spec);
    }
  self->hovered = GENLOCK_REAR_NONE;
  self->current = find_id (self, current);
  collect_groups (self);
  forget_layouts (self);
  update_name (self);
  gtk_widget_set_can_focus (GTK_WIDGET (self), genlock_rear_panel_count_ports (self) > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
genlock_rear_panel_set_current (GenlockRearPanel *self,
                                const char *id)
{
  g_return_if_fail (GENLOCK_IS_REAR_PANEL (self));

  set_current (self, find_id (self, id));
}
