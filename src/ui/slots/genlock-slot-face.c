/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a bay: its number, the card in it with its ports, or what goes there. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-connector.h"
#include "core/schema/genlock-equipment-cards.h"
#include "ui/common/genlock-glyph.h"
#include "ui/slots/genlock-slot-face.h"

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

/* How visible what is less important is, and a bay that does not take what is carried. */
#define FAINT 0.7
#define FAINTER 0.55
#define DIM 0.35

static PangoLayout *
make_layout (const GenlockSlotFace *face,
             const char *text,
             PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (face->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_layout_set_text (layout, text, -1);
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (1, face->width - 2 * PAD) * PANGO_SCALE);

  return layout;
}

static void
get_text_size (PangoContext *context,
               int *line,
               int *character)
{
  PangoFontMetrics *font = pango_context_get_metrics (context, NULL, NULL);

  *line = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (font) * SMALL);
  *character = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (font) * SMALL);
  pango_font_metrics_unref (font);
}

static void
show_layout (const GenlockSlotFace *face,
             cairo_t *cr,
             PangoLayout *layout,
             int x,
             int y,
             double opacity)
{
  GdkRGBA color = face->color;

  color.alpha *= (float) opacity;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* The outline of a bay; dashed where it is empty. */
static void
draw_outline (const GenlockSlotFace *face,
              cairo_t *cr,
              gboolean taken)
{
  double dashes[] = { 4, 4 };
  GdkRGBA color = face->color;
  int width = face->width;
  int height = face->height;

  color.alpha *= face->high_contrast ? 1 : taken ? 0.2f : 0.4f;
  cairo_new_sub_path (cr);
  cairo_arc (cr, width - CORNER - 0.5, CORNER + 0.5, CORNER, -G_PI_2, 0);
  cairo_arc (cr, width - CORNER - 0.5, height - CORNER - 0.5, CORNER, 0, G_PI_2);
  cairo_arc (cr, CORNER + 0.5, height - CORNER - 0.5, CORNER, G_PI_2, G_PI);
  cairo_arc (cr, CORNER + 0.5, CORNER + 0.5, CORNER, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  if (!taken)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
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
draw_ports (const GenlockSlotFace *face,
            cairo_t *cr,
            int y)
{
  guint a_row = (guint) MAX (1, (face->width - 2 * PAD + GLYPH_GAP) / (GLYPH + GLYPH_GAP));
  guint room = a_row * GLYPH_ROWS;
  guint n = face->ports->len;
  guint shown = n <= room ? n : room - MIN (room, 3);

  for (guint i = 0; i < shown; i++)
    {
      const GenlockPort *port = &g_array_index (face->ports, GenlockPort, i);
      const char *io_type = genlock_record_get_text (port->record, GENLOCK_PORT_IO_TYPE);
      int x = PAD + (int) (i % a_row) * (GLYPH + GLYPH_GAP);

      genlock_glyph_draw (genlock_connector_get_family (io_type), cr,
                          face->rtl ? face->width - x - GLYPH : x,
                          y + (int) (i / a_row) * (GLYPH + GLYPH_GAP), GLYPH, &face->color,
                          face->dark, FALSE);
    }

  if (shown < n)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n - shown);
      g_autoptr (PangoLayout) layout = make_layout (face, more, PANGO_WEIGHT_NORMAL);
      int x = PAD + (int) (shown % a_row) * (GLYPH + GLYPH_GAP);
      int row = y + (int) (shown / a_row) * (GLYPH + GLYPH_GAP);
      int width, height;

      pango_layout_set_width (layout, -1);
      pango_layout_get_pixel_size (layout, &width, &height);
      show_layout (face, cr, layout, face->rtl ? face->width - x - width : x,
                   row + (GLYPH - height) / 2, FAINT);
    }
}

static void
draw_card (const GenlockSlotFace *face,
           cairo_t *cr,
           const GenlockSlot *slot,
           int line)
{
  const char *label = genlock_record_get_text (slot->card, GENLOCK_EQUIPMENT_CARD_LABEL);
  g_autofree char *directions = dup_directions (slot);
  g_autoptr (PangoLayout) name =
    make_layout (face, label != NULL ? label : _("Card"), PANGO_WEIGHT_SEMIBOLD);
  g_autoptr (PangoLayout) arrows = make_layout (face, directions, PANGO_WEIGHT_NORMAL);

  pango_layout_set_height (name, -NAME_LINES);
  pango_layout_set_wrap (name, PANGO_WRAP_WORD_CHAR);
  show_layout (face, cr, name, PAD, PAD + line + 2, 1);
  show_layout (face, cr, arrows, PAD, PAD + (NAME_LINES + 1) * line + 6, FAINT);
  draw_ports (face, cr, PAD + (NAME_LINES + 2) * line + 10);
}

/* An empty bay says what goes there. */
static void
draw_empty (const GenlockSlotFace *face,
            cairo_t *cr,
            const GenlockSlot *slot,
            int line)
{
  const GenlockSlotRule *rule = slot->rule;
  g_autoptr (PangoLayout) what = NULL;
  const char *words;

  if (!rule->may_be_empty)
    words = _("Needs a card");
  else if (rule->direction == GENLOCK_SLOT_INPUT)
    words = _("Inputs");
  else if (rule->direction == GENLOCK_SLOT_OUTPUT)
    words = _("Outputs");
  else
    return;

  what = make_layout (face, words, PANGO_WEIGHT_NORMAL);
  pango_layout_set_height (what, -NAME_LINES);
  pango_layout_set_wrap (what, PANGO_WRAP_WORD_CHAR);
  show_layout (face, cr, what, PAD, PAD + line + 2, FAINTER);
}

static void
draw_number (const GenlockSlotFace *face,
             cairo_t *cr,
             const GenlockSlot *slot)
{
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (slot->rule->label != NULL)
    words = g_strdup_printf ("%u · %s", slot->number, slot->rule->label);
  else if (slot->card != NULL)
    words = g_strdup_printf ("%u", slot->number);
  else
    words = genlock_slot_plan_dup_slot_name (face->plan, slot->number);
  layout = make_layout (face, words, PANGO_WEIGHT_BOLD);
  show_layout (face, cr, layout, PAD, PAD, face->high_contrast ? 1 : FAINTER);
}

/* Rows of glyphs that the card with most ports needs in a bay of @width. */
static guint
count_rows (const GenlockSlotPlan *plan,
            int width)
{
  guint a_row = (guint) MAX (1, (width - 2 * PAD + GLYPH_GAP) / (GLYPH + GLYPH_GAP));
  guint most = 1;

  for (guint number = 1; number <= genlock_slot_plan_get_n_slots (plan); number++)
    {
      const GenlockPortCount *count = &genlock_slot_plan_get_slot (plan, number)->count;

      most = MAX (most, count->n_inputs + count->n_outputs);
    }

  return MIN ((most + a_row - 1) / a_row, GLYPH_ROWS);
}

void
genlock_slot_face_measure (const GenlockSlotPlan *plan,
                           PangoContext *context,
                           int *width,
                           int *height)
{
  int line, character;

  get_text_size (context, &line, &character);
  *width = WIDTH_CHARS * character + 2 * PAD;
  *height = (NAME_LINES + 2) * line + 10 + 2 * PAD
            + (int) count_rows (plan, *width) * (GLYPH + GLYPH_GAP);
}

void
genlock_slot_face_draw (const GenlockSlotFace *face,
                        cairo_t *cr)
{
  const GenlockSlot *slot = genlock_slot_plan_get_slot (face->plan, face->number);
  int line, character;

  get_text_size (face->context, &line, &character);
  if (face->dim)
    cairo_push_group (cr);
  draw_outline (face, cr, slot->card != NULL);
  draw_number (face, cr, slot);
  if (slot->card != NULL)
    draw_card (face, cr, slot, line);
  else
    draw_empty (face, cr, slot, line);
  if (face->dim)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, DIM);
    }
}
