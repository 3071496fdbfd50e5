/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One bay of a chassis: a slot with its card, or the outline of an empty one. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/model/genlock-connector.h"
#include "core/schema/genlock-equipment-cards.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-glyph.h"
#include "ui/slots/genlock-slot-bay.h"

/* In pixels. */
#define CORNER 8
#define PAD 7
#define GLYPH 10
#define GLYPH_GAP 4

/* Its size in characters and lines of small text. */
#define WIDTH_CHARS 11
#define NAME_LINES 2
#define GLYPH_ROWS 3

/* How much smaller the text is than the window's. */
#define SMALL 0.82

/* A card that has come settles in this time, from so much larger. */
#define SETTLE_MS 150
#define SETTLE_SCALE 0.08

struct _GenlockSlotBay
{
  GtkWidget parent_instance;

  guint number;
  GenlockSlotPlan *plan; /* owned, nullable */
  char *card_id;         /* owned, nullable: of the card that is shown */
  GArray *ports;         /* owned, nullable (element-type GenlockPort): of the card */
  GenlockSlotBayMark mark;
  AdwAnimation *settle;  /* owned, nullable */
  double settled;        /* 0 to 1 */
};

G_DEFINE_FINAL_TYPE (GenlockSlotBay, genlock_slot_bay, GTK_TYPE_WIDGET)

static const GenlockSlot *
get_slot (GenlockSlotBay *self)
{
  return genlock_slot_plan_get_slot (self->plan, self->number);
}

static PangoLayout *
make_layout (GenlockSlotBay *self,
             const char *text,
             int width,
             PangoWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (1, width) * PANGO_SCALE);

  return layout;
}

static void
get_text_size (GenlockSlotBay *self,
               int *line,
               int *character)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);

  *line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (font) * SMALL);
  *character = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (font) * SMALL);
  pango_font_metrics_unref (font);
}

/* Drawing. */

static void
append_layout (GenlockSlotBay *self,
               GtkSnapshot *snapshot,
               PangoLayout *layout,
               int y,
               double opacity)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_render_layout (snapshot, context, PAD, y, layout);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}

/* The outline of a bay; dashed where it is empty. */
static void
draw_outline (GenlockSlotBay *self,
              GtkSnapshot *snapshot,
              const GdkRGBA *color,
              gboolean dashed)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double dashes[] = { 4, 4 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_new_sub_path (cr);
  cairo_arc (cr, width - CORNER - 0.5, CORNER + 0.5, CORNER, -G_PI_2, 0);
  cairo_arc (cr, width - CORNER - 0.5, height - CORNER - 0.5, CORNER, 0, G_PI_2);
  cairo_arc (cr, CORNER + 0.5, height - CORNER - 0.5, CORNER, G_PI_2, G_PI);
  cairo_arc (cr, CORNER + 0.5, CORNER + 0.5, CORNER, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  if (dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Where the ports go: an arrow and a number for each direction: "↓ 4  ↑ 2". */
static char *
dup_directions (const GenlockSlot *slot)
{
  if (slot->count.n_inputs > 0 && slot->count.n_outputs > 0)
    return g_strdup_printf ("↓ %u  ↑ %u", slot->count.n_inputs, slot->count.n_outputs);
  if (slot->count.n_inputs > 0)
    return g_strdup_printf ("↓ %u", slot->count.n_inputs);
  if (slot->count.n_outputs > 0)
    return g_strdup_printf ("↑ %u", slot->count.n_outputs);

  return g_strdup ("");
}

/* As many glyphs as there is room for; then how many more. */
static void
draw_ports (GenlockSlotBay *self,
            GtkSnapshot *snapshot,
            const GdkRGBA *color,
            int y)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  guint a_row = (guint) MAX (1, (width - 2 * PAD + GLYPH_GAP) / (GLYPH + GLYPH_GAP));
  guint room = a_row * GLYPH_ROWS;
  guint n = self->ports->len;
  guint shown = n <= room ? n : room - MIN (room, 2);

  for (guint i = 0; i < shown; i++)
    {
      const GenlockPort *port = &g_array_index (self->ports, GenlockPort, i);
      const char *io_type = genlock_record_get_text (port->record, GENLOCK_PORT_IO_TYPE);
      int x = PAD + (int) (i % a_row) * (GLYPH + GLYPH_GAP);

      genlock_glyph_snapshot (genlock_connector_get_family (io_type), snapshot,
                              rtl ? width - x - GLYPH : x,
                              y + (int) (i / a_row) * (GLYPH + GLYPH_GAP), GLYPH, color, dark);
    }

  if (shown < n)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n - shown);
      g_autoptr (PangoLayout) layout =
        make_layout (self, more, 3 * (GLYPH + GLYPH_GAP), PANGO_WEIGHT_NORMAL);
      int x = PAD + (int) (shown % a_row) * (GLYPH + GLYPH_GAP);

      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
      pango_layout_set_width (layout, -1);
      gtk_snapshot_render_layout (snapshot,
                                  gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  rtl ? PAD : x,
                                  y + (int) (shown / a_row) * (GLYPH + GLYPH_GAP) - 2, layout);
    }
}

static void
draw_card (GenlockSlotBay *self,
           GtkSnapshot *snapshot,
           const GdkRGBA *color,
           int line)
{
  const GenlockSlot *slot = get_slot (self);
  const char *label = genlock_record_get_text (slot->card, GENLOCK_EQUIPMENT_CARD_LABEL);
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PAD;
  g_autofree char *directions = dup_directions (slot);
  g_autoptr (PangoLayout) name =
    make_layout (self, label != NULL ? label : _("Card"), width, PANGO_WEIGHT_SEMIBOLD);
  g_autoptr (PangoLayout) arrows = make_layout (self, directions, width, PANGO_WEIGHT_NORMAL);

  pango_layout_set_height (name, -NAME_LINES);
  pango_layout_set_wrap (name, PANGO_WRAP_WORD_CHAR);
  append_layout (self, snapshot, name, PAD + line + 2, 1);
  append_layout (self, snapshot, arrows, PAD + (NAME_LINES + 1) * line + 6, 0.7);
  draw_ports (self, snapshot, color, PAD + (NAME_LINES + 2) * line + 10);
}

/* An empty bay says what goes there. */
static void
draw_empty (GenlockSlotBay *self,
            GtkSnapshot *snapshot,
            int line)
{
  const GenlockSlotRule *rule = get_slot (self)->rule;
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PAD;
  g_autoptr (PangoLayout) what = NULL;
  g_autofree char *words = NULL;

  if (!rule->may_be_empty)
    words = g_strdup (_("Needs a card"));
  else if (rule->direction == GENLOCK_SLOT_INPUT)
    words = g_strdup (_("Inputs"));
  else if (rule->direction == GENLOCK_SLOT_OUTPUT)
    words = g_strdup (_("Outputs"));
  else
    return;

  what = make_layout (self, words, width, PANGO_WEIGHT_NORMAL);
  pango_layout_set_height (what, -NAME_LINES);
  pango_layout_set_wrap (what, PANGO_WRAP_WORD_CHAR);
  append_layout (self, snapshot, what, PAD + line + 2, 0.55);
}

static void
draw_number (GenlockSlotBay *self,
             GtkSnapshot *snapshot)
{
  const GenlockSlotRule *rule = get_slot (self)->rule;
  gboolean taken = self->card_id != NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PAD;
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (rule->label != NULL)
    words = g_strdup_printf ("%u · %s", self->number, rule->label);
  else if (taken)
    words = g_strdup_printf ("%u", self->number);
  else
    words = genlock_slot_plan_dup_slot_name (self->plan, self->number);
  layout = make_layout (self, words, width, PANGO_WEIGHT_BOLD);
  append_layout (self, snapshot, layout, PAD, 0.55);
}

static void
genlock_slot_bay_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  GenlockSlotBay *self = GENLOCK_SLOT_BAY (widget);
  double scale = 1 + (1 - self->settled) * SETTLE_SCALE;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int line, character;
  GdkRGBA color, faint;

  if (self->plan == NULL)
    return;

  get_text_size (self, &line, &character);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  faint = color;
  faint.alpha *= self->card_id != NULL ? 0.2f : 0.4f;

  gtk_snapshot_save (snapshot);
  if (scale > 1)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width / 2.0f, height / 2.0f));
      gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-width / 2.0f, -height / 2.0f));
    }
  if (self->mark == GENLOCK_SLOT_BAY_REFUSES)
    gtk_snapshot_push_opacity (snapshot, 0.35);
  draw_outline (self, snapshot, &faint, self->card_id == NULL);
  draw_number (self, snapshot);
  if (self->card_id != NULL)
    draw_card (self, snapshot, &color, line);
  else
    draw_empty (self, snapshot, line);
  if (self->mark == GENLOCK_SLOT_BAY_REFUSES)
    gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
genlock_slot_bay_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  int line, character;

  get_text_size (GENLOCK_SLOT_BAY (widget), &line, &character);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH_CHARS * character + 2 * PAD;
  else
    *minimum = *natural = (NAME_LINES + 2) * line + 10 + GLYPH_ROWS * (GLYPH + GLYPH_GAP)
                          + 2 * PAD;
}

static void
settle_cb (double value,
           gpointer user_data)
{
  GenlockSlotBay *self = user_data;

  self->settled = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
settle (GenlockSlotBay *self)
{
  if (self->settle == NULL)
    self->settle = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SETTLE_MS,
                                            adw_callback_animation_target_new (settle_cb, self,
                                                                               NULL));
  adw_animation_play (self->settle);
}

static void
genlock_slot_bay_dispose (GObject *object)
{
  GenlockSlotBay *self = GENLOCK_SLOT_BAY (object);

  if (self->settle != NULL)
    adw_animation_skip (self->settle);
  g_clear_object (&self->settle);

  G_OBJECT_CLASS (genlock_slot_bay_parent_class)->dispose (object);
}

static void
genlock_slot_bay_finalize (GObject *object)
{
  GenlockSlotBay *self = GENLOCK_SLOT_BAY (object);

  g_clear_pointer (&self->ports, g_array_unref);
  g_clear_pointer (&self->plan, genlock_slot_plan_unref);
  g_free (self->card_id);

  G_OBJECT_CLASS (genlock_slot_bay_parent_class)->finalize (object);
}

static void
genlock_slot_bay_class_init (GenlockSlotBayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_slot_bay_dispose;
  object_class->finalize = genlock_slot_bay_finalize;
  widget_class->snapshot = genlock_slot_bay_snapshot;
  widget_class->measure = genlock_slot_bay_measure;
  gtk_widget_class_set_css_name (widget_class, "genlock-slot-bay");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
genlock_slot_bay_init (GenlockSlotBay *self)
{
  self->settled = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
genlock_slot_bay_new (guint number)
{
  GenlockSlotBay *self = g_object_new (GENLOCK_TYPE_SLOT_BAY, NULL);

  self->number = number;

  return GTK_WIDGET (self);
}

guint
genlock_slot_bay_get_number (GenlockSlotBay *self)
{
  g_return_val_if_fail (GENLOCK_IS_SLOT_BAY (self), 0);

  return self->number;
}

void
genlock_slot_bay_set_plan (GenlockSlotBay *self,
                           GenlockSlotPlan *plan)
{
  const GenlockSlot *slot;
  const char *id;
  gboolean came;
  g_autofree char *name = NULL;
  g_autofree char *hint = NULL;

  g_return_if_fail (GENLOCK_IS_SLOT_BAY (self));
  g_return_if_fail (plan != NULL);

  came = self->plan != NULL;
  g_clear_pointer (&self->ports, g_array_unref);
  genlock_slot_plan_ref (plan);
  g_clear_pointer (&self->plan, genlock_slot_plan_unref);
  self->plan = plan;
  slot = get_slot (self);
  id = slot->card != NULL ? genlock_record_get_id (slot->card) : NULL;
  came = came && id != NULL && g_strcmp0 (id, self->card_id) != 0;
  g_free (self->card_id);
  self->card_id = g_strdup (id);
  if (slot->card != NULL)
    self->ports = genlock_ports_list_own (slot->card);

  name = genlock_slot_plan_dup_description (plan, self->number);
  hint = genlock_slot_plan_dup_hint (plan, self->number);
  genlock_accessible_set_label (GTK_WIDGET (self), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint != NULL ? hint : name);
  if (id != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "taken");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "taken");
  if (came)
    settle (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
genlock_slot_bay_set_selected (GenlockSlotBay *self,
                               gboolean selected)
{
  g_return_if_fail (GENLOCK_IS_SLOT_BAY (self));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
genlock_slot_bay_set_mark (GenlockSlotBay *self,
                           GenlockSlotBayMark mark)
{
  g_return_if_fail (GENLOCK_IS_SLOT_BAY (self));

  if (self->mark == mark)
    return;

  self->mark = mark;
  if (mark == GENLOCK_SLOT_BAY_TARGET)
    gtk_widget_add_css_class (GTK_WIDGET (self), "target");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
  if (mark == GENLOCK_SLOT_BAY_TAKES)
    gtk_widget_add_css_class (GTK_WIDGET (self), "takes");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "takes");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GdkPaintable *
genlock_slot_bay_paint (GenlockSlotBay *self)
{
  g_autoptr (GdkPaintable) paintable = NULL;

  g_return_val_if_fail (GENLOCK_IS_SLOT_BAY (self), NULL);

  paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  return gdk_paintable_get_current_image (paintable);
}
