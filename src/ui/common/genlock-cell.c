/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a list: a line of text that is cheap to bind and to draw. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include <adwaita.h>

#include "core/model/genlock-connector.h"
#include "ui/common/genlock-cell.h"
#include "ui/common/genlock-glyph.h"

/* In pixels: round the text, of a glyph, of a mark, and between a glyph, its word and the next. */
#define PAD_X 8
#define PAD_Y 5
#define GLYPH 11
#define MARK 14
#define GLYPH_GAP 5
#define WORD_GAP 12

struct _GenlockCell
{
  GtkWidget parent_instance;

  GenlockCellStyle style;
  GenlockCellLook *look; /* unowned */
  GtkListItem *item;     /* weak, nullable */
  gpointer data;
  char *text;            /* owned, nullable */
  GPtrArray *layouts;    /* owned, nullable (element-type PangoLayout) */
  GtkWidget *editor;     /* owned as a child, nullable */
  GenlockMark mark;
  gboolean in_block;
  gboolean cursor;
};

G_DEFINE_FINAL_TYPE (GenlockCell, genlock_cell, GTK_TYPE_WIDGET)

static void
mark_matches (PangoAttrList *attributes,
              const char *text,
              GRegex *marks)
{
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (marks, text, 0, &match);
  while (g_match_info_matches (match))
    {
      PangoAttribute *list[] = {
        pango_attr_weight_new (PANGO_WEIGHT_BOLD),
        pango_attr_background_new (0xf5f5, 0xc2c2, 0x1111),
        pango_attr_background_alpha_new (0x5555),
      };
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      for (guint i = 0; i < G_N_ELEMENTS (list); i++)
        {
          list[i]->start_index = start;
          list[i]->end_index = end;
          pango_attr_list_insert (attributes, list[i]);
        }

      if (!g_match_info_next (match, NULL))
        break;
    }
}

static void
add_layout (GenlockCell *cell,
            const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (cell), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (cell->look->marks != NULL && cell->style != GENLOCK_CELL_HEAD)
    mark_matches (attributes, text, cell->look->marks);

  /* Formats have no letters that tell a direction, but they are read from the left. */
  pango_context_set_base_dir (pango_layout_get_context (layout), PANGO_DIRECTION_WEAK_LTR);
  pango_layout_context_changed (layout);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, cell->style == GENLOCK_CELL_PATH ? PANGO_ELLIPSIZE_MIDDLE
                                                                       : PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  g_ptr_array_add (cell->layouts, layout);
}

static void
ensure_layouts (GenlockCell *cell)
{
  g_auto (GStrv) words = NULL;

  if (cell->layouts != NULL)
    return;

  cell->layouts = g_ptr_array_new_with_free_func (g_object_unref);

  if (cell->style != GENLOCK_CELL_CONNECTORS)
    {
      add_layout (cell, cell->text);
      return;
    }

  words = g_strsplit (cell->text, "|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      add_layout (cell, words[i]);
}

static void
snapshot_text (GenlockCell *cell,
               GtkSnapshot *snapshot,
               int width,
               int height)
{
  GtkWidget *widget = GTK_WIDGET (cell);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoLayout *layout = g_ptr_array_index (cell->layouts, 0);
  int text_width, text_height;
  int mark = cell->mark != GENLOCK_MARK_NONE ? MARK + GLYPH_GAP : 0;
  int x = PAD_X;

  if (mark > 0)
    {
      genlock_mark_snapshot (cell->mark, snapshot, rtl ? width - PAD_X - MARK : PAD_X,
                             (height - MARK) / 2.0, MARK, gtk_widget_get_style_context (widget));
      width -= mark;
      x += rtl ? 0 : mark;
    }

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);

  /* A mark says more than a part of a number. */
  if (mark > 0 && cell->style == GENLOCK_CELL_HEAD && text_width > width - 2 * PAD_X)
    return;

  if (text_width > width - 2 * PAD_X)
    {
      pango_layout_set_width (layout, MAX (width - 2 * PAD_X, 1) * PANGO_SCALE);
      pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
    }
  else if ((cell->style == GENLOCK_CELL_NUMBER || cell->style == GENLOCK_CELL_HEAD) != rtl)
    {
      /* The mark stands at the other side of a number. */
      x = width + (rtl ? 0 : mark) - PAD_X - text_width;
    }

  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x,
                              (height - text_height) / 2, layout);
}

static int
get_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* How many connectors are drawn in @room; where it is not all, "+2" stands behind them. The first
 * one is always there, cut short where it has to be. */
static guint
count_fitting (GenlockCell *cell,
               int room,
               PangoLayout **rest)
{
  int x = 0;
  int last = 0;
  guint n = 0;

  *rest = NULL;
  for (guint i = 0; i < cell->layouts->len; i++)
    {
      x += GLYPH + GLYPH_GAP + get_text_width (g_ptr_array_index (cell->layouts, i));
      if (x > room)
        break;

      last = x;
      x += WORD_GAP;
      n++;
    }

  while (n < cell->layouts->len)
    {
      g_autofree char *text = g_strdup_printf ("+%u", cell->layouts->len - MAX (n, 1));

      if (cell->layouts->len == 1)
        return 1;

      g_clear_object (rest);
      *rest = gtk_widget_create_pango_layout (GTK_WIDGET (cell), text);
      if (n <= 1 || last + WORD_GAP + get_text_width (*rest) <= room)
        return MAX (n, 1);

      n--;
      last -= WORD_GAP + GLYPH + GLYPH_GAP
              + get_text_width (g_ptr_array_index (cell->layouts, n));
    }

  return n;
}

static void
snapshot_connectors (GenlockCell *cell,
                     GtkSnapshot *snapshot,
                     int width,
                     int height)
{
  GtkWidget *widget = GTK_WIDGET (cell);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr (PangoLayout) rest = NULL;
  guint n = count_fitting (cell, width - 2 * PAD_X, &rest);
  int end = width - PAD_X - (rest != NULL ? WORD_GAP + get_text_width (rest) : 0);
  int x = PAD_X;
  int text_height;
  GdkRGBA color;

  gtk_style_context_get_color (context, &color);

  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout = g_ptr_array_index (cell->layouts, i);
      int text_width = MIN (get_text_width (layout), end - x - GLYPH - GLYPH_GAP);

      if (text_width < GLYPH)
        return;

      pango_layout_set_width (layout, text_width * PANGO_SCALE);
      pango_layout_get_pixel_size (layout, NULL, &text_height);
      genlock_glyph_snapshot (genlock_connector_get_family (pango_layout_get_text (layout)),
                              snapshot, rtl ? width - x - GLYPH : x, (height - GLYPH) / 2.0,
                              GLYPH, &color, dark);
      x += GLYPH + GLYPH_GAP;
      gtk_snapshot_render_layout (snapshot, context, rtl ? width - x - text_width : x,
                                  (height - text_height) / 2, layout);
      x += text_width + WORD_GAP;
    }

  if (rest == NULL)
    return;

  pango_layout_get_pixel_size (rest, NULL, &text_height);
  gtk_snapshot_render_layout (snapshot, context, rtl ? width - x - get_text_width (rest) : x,
                              (height - text_height) / 2, rest);
}

/* A bar where a text is to come. */
static void
snapshot_skeleton (GenlockCell *cell,
                   GtkSnapshot *snapshot,
                   int width,
                   int height)
{
  GskRoundedRect bar;
  GdkRGBA color;

  if (width < 4 * PAD_X)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (cell)), &color);
  color.alpha *= 0.08;
  gsk_rounded_rect_init_from_rect (&bar,
                                   &GRAPHENE_RECT_INIT (PAD_X, height / 2 - 4,
                                                        (width - 2 * PAD_X) * 0.6, 8), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
genlock_cell_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  GenlockCell *cell = GENLOCK_CELL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (cell->editor != NULL)
    {
      gtk_widget_snapshot_child (widget, cell->editor, snapshot);
      return;
    }

  if (cell->text == NULL)
    {
      snapshot_skeleton (cell, snapshot, width, height);
      return;
    }

  if (*cell->text == '\0')
    return;

  ensure_layouts (cell);
  if (cell->style == GENLOCK_CELL_CONNECTORS)
    snapshot_connectors (cell, snapshot, width, height);
  else
    snapshot_text (cell, snapshot, width, height);
}

static void
genlock_cell_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  GenlockCell *cell = GENLOCK_CELL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 4 * PAD_X;
      return;
    }

  if (cell->look->line_height == 0)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "Ág");

      pango_layout_get_pixel_size (layout, NULL, &cell->look->line_height);
    }

  *minimum = *natural = cell->look->line_height + 2 * PAD_Y;
}

static void
genlock_cell_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  GenlockCell *cell = GENLOCK_CELL (widget);
  int least;

  if (cell->editor == NULL)
    return;

  gtk_widget_measure (cell->editor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (cell->editor, &(GtkAllocation) { 0, 0, MAX (width, least), height },
                            -1);
}

static void
drop_layouts (GenlockCell *cell)
{
  g_clear_pointer (&cell->layouts, g_ptr_array_unref);
}

static void
genlock_cell_system_setting_changed (GtkWidget *widget,
                                     GtkSystemSetting setting)
{
  GENLOCK_CELL (widget)->look->line_height = 0;
  drop_layouts (GENLOCK_CELL (widget));

  GTK_WIDGET_CLASS (genlock_cell_parent_class)->system_setting_changed (widget, setting);
}

static void
genlock_cell_css_changed (GtkWidget *widget,
                          GtkCssStyleChange *change)
{
  drop_layouts (GENLOCK_CELL (widget));

  GTK_WIDGET_CLASS (genlock_cell_parent_class)->css_changed (widget, change);
}

static void
genlock_cell_dispose (GObject *object)
{
  GenlockCell *cell = GENLOCK_CELL (object);

  drop_layouts (cell);
  g_clear_pointer (&cell->editor, gtk_widget_unparent);
  g_clear_weak_pointer (&cell->item);

  G_OBJECT_CLASS (genlock_cell_parent_class)->dispose (object);
}

static void
genlock_cell_finalize (GObject *object)
{
  g_free (GENLOCK_CELL (object)->text);

  G_OBJECT_CLASS (genlock_cell_parent_class)->finalize (object);
}

static void
genlock_cell_class_init (GenlockCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_cell_dispose;
  object_class->finalize = genlock_cell_finalize;

  widget_class->snapshot = genlock_cell_snapshot;
  widget_class->measure = genlock_cell_measure;
  widget_class->size_allocate = genlock_cell_size_allocate;
  widget_class->system_setting_changed = genlock_cell_system_setting_changed;
  widget_class->css_changed = genlock_cell_css_changed;

  gtk_widget_class_set_css_name (widget_class, "genlock-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
genlock_cell_init (GenlockCell *cell)
{
  gtk_widget_set_focusable (GTK_WIDGET (cell), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (cell), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
genlock_cell_new (GenlockCellStyle style,
                  GenlockCellLook *look,
                  GtkListItem *item,
                  gpointer data)
{
  GenlockCell *cell = g_object_new (GENLOCK_TYPE_CELL, NULL);

  cell->style = style;
  cell->look = look;
  g_set_weak_pointer (&cell->item, item);
  cell->data = data;

  if (style == GENLOCK_CELL_HEAD)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "head");

  return GTK_WIDGET (cell);
}

gpointer
genlock_cell_get_data (GenlockCell *cell)
{
  return cell->data;
}

guint
genlock_cell_get_position (GenlockCell *cell)
{
  return cell->item != NULL ? gtk_list_item_get_position (cell->item) : GTK_INVALID_LIST_POSITION;
}

gpointer
genlock_cell_get_item (GenlockCell *cell)
{
  return cell->item != NULL ? gtk_list_item_get_item (cell->item) : NULL;
}

void
genlock_cell_take_text (GenlockCell *cell,
                        char *text)
{
  if (g_strcmp0 (cell->text, text) == 0)
    {
      g_free (text);
      return;
    }

  g_free (cell->text);
  cell->text = text;
  drop_layouts (cell);
  gtk_widget_queue_draw (GTK_WIDGET (cell));
}

const char *
genlock_cell_get_text (GenlockCell *cell)
{
  return cell->text;
}

void
genlock_cell_set_mark (GenlockCell *cell,
                       GenlockMark mark)
{
  if (cell->mark == mark)
    return;

  cell->mark = mark;
  gtk_widget_queue_draw (GTK_WIDGET (cell));
}

void
genlock_cell_remark (GenlockCell *cell)
{
  drop_layouts (cell);
  gtk_widget_queue_draw (GTK_WIDGET (cell));
}

static void
set_class (GenlockCell *cell,
           const char *name,
           gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (cell), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), name);
}

void
genlock_cell_set_state (GenlockCell *cell,
                        gboolean in_block,
                        gboolean cursor)
{
  if (cell->in_block != in_block)
    set_class (cell, "in-block", in_block);
  if (cell->cursor != cursor)
    set_class (cell, "cursor", cursor);

  cell->in_block = in_block;
  cell->cursor = cursor;
}

void
genlock_cell_set_editor (GenlockCell *cell,
                         GtkWidget *editor)
{
  g_clear_pointer (&cell->editor, gtk_widget_unparent);

  cell->editor = editor;
  if (editor != NULL)
    gtk_widget_set_parent (editor, GTK_WIDGET (cell));

  gtk_widget_queue_resize (GTK_WIDGET (cell));
}

GtkWidget *
genlock_cell_get_editor (GenlockCell *cell)
{
  return cell->editor;
}
