/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet on paper: every text measured, and put on a page. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <langinfo.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-sheet-layout-private.h"

/* Wherever it is printed the same widths; the first that is there, all of them packaged. */
#define FAMILY "DejaVu Sans,Noto Sans,Liberation Sans,Sans"

#define POINTS_PER_MM (72.0 / 25.4)
/* Of a drawing that is not cut into pages: 96 pixels for an inch. */
#define ENDLESS_SCALE 0.75

#define MAX_LINES 5
#define MAX_HEADING_LINES 2

/* More than five lines can show; longer texts are not even set. */
#define MAX_CHARACTERS 1000

/* Of a column that takes what it needs: no number is longer. */
#define MAX_FIXED_WIDTH 72.0

/* First strong isolate and its end: a second text does not turn the first. */
#define ISOLATE "\xe2\x81\xa8"
#define END_ISOLATE "\xe2\x81\xa9"

static const struct
{
  double size;
  PangoWeight weight;
} fonts[GENLOCK_SHEET_N_FONTS] = {
  [GENLOCK_SHEET_FONT_CELL] = { 7.5, PANGO_WEIGHT_NORMAL },
  [GENLOCK_SHEET_FONT_STRONG] = { 7.5, PANGO_WEIGHT_BOLD },
  [GENLOCK_SHEET_FONT_HEADING] = { 7.0, PANGO_WEIGHT_BOLD },
  [GENLOCK_SHEET_FONT_GROUP] = { 9.0, PANGO_WEIGHT_BOLD },
  [GENLOCK_SHEET_FONT_TITLE] = { 15.0, PANGO_WEIGHT_BOLD },
  [GENLOCK_SHEET_FONT_LABEL] = { 5.5, PANGO_WEIGHT_NORMAL },
  [GENLOCK_SHEET_FONT_FIELD] = { 8.5, PANGO_WEIGHT_NORMAL },
  /* These are in pixels of the drawing. */
  [GENLOCK_SHEET_FONT_BOX] = { 12.0, PANGO_WEIGHT_BOLD },
  [GENLOCK_SHEET_FONT_PORT] = { 10.0, PANGO_WEIGHT_NORMAL },
  [GENLOCK_SHEET_FONT_WIRE] = { 9.0, PANGO_WEIGHT_BOLD },
};

/* Metrics that no screen rounds, so that a page is the same on each surface and at each zoom. */
static void
make_context (GenlockSheetLayout *self)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  self->context = pango_font_map_create_context (map);
  pango_cairo_context_set_resolution (self->context, 72.0);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      self->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family_static (self->fonts[i], FAMILY);
      pango_font_description_set_stretch (self->fonts[i], PANGO_STRETCH_CONDENSED);
      pango_font_description_set_weight (self->fonts[i], fonts[i].weight);
      pango_font_description_set_size (self->fonts[i], (int) (fonts[i].size * PANGO_SCALE));
    }
}

PangoLayout *
genlock_sheet_layout_make_text (const GenlockSheetLayout *layout,
                                GenlockSheetFont font,
                                const char *text,
                                int grey,
                                double width,
                                int n_lines)
{
  PangoLayout *set = pango_layout_new (layout->context);
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *end = g_utf8_strlen (text, -1) > MAX_CHARACTERS
                    ? g_utf8_offset_to_pointer (text, MAX_CHARACTERS) : NULL;
  g_autofree char *cut = end != NULL ? g_strndup (text, (gsize) (end - text)) : NULL;
  g_autofree char *shortened = cut != NULL ? g_strconcat (cut, "…", NULL) : NULL;

  pango_layout_set_font_description (set, layout->fonts[font]);
  pango_layout_set_text (set, shortened != NULL ? shortened : text, -1);
  pango_layout_set_single_paragraph_mode (set, TRUE);
  if (width >= 0.0)
    {
      pango_layout_set_width (set, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (set, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (set, -n_lines);
      pango_layout_set_ellipsize (set, PANGO_ELLIPSIZE_END);
    }
  /* A hyphen where a line breaks would read as part of a label. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (grey >= 0)
    {
      PangoAttribute *color = pango_attr_foreground_new (0x6000, 0x6000, 0x6000);
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);

      color->start_index = (guint) grey;
      weight->start_index = (guint) grey;
      pango_attr_list_insert (attributes, color);
      pango_attr_list_insert (attributes, weight);
    }
  pango_layout_set_attributes (set, attributes);
  pango_attr_list_unref (attributes);

  return set;
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;

  return TRUE;
}

/* Whether the text says @part already: "3G-SDI 2" and "3G-SDI". */
static gboolean
has_part (const char *text,
          const char *part)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_part = g_utf8_casefold (part, -1);

  return strstr (folded, folded_part) != NULL;
}

/* @grey: (out): where the second text begins, or -1 */
static char *
join_texts (const char *first,
            const char *second,
            int *grey)
{
  gboolean is_plain = is_ascii (first) && is_ascii (second);
  const char *before = is_plain ? "" : ISOLATE;
  const char *after = is_plain ? "" : END_ISOLATE;

  *grey = -1;
  if (*second == '\0' || has_part (first, second))
    return g_strdup (first);
  if (*first == '\0')
    return g_strdup (second);

  *grey = (int) (strlen (before) + strlen (first) + strlen (after));

  return g_strconcat (before, first, after, " · ", before, second, after, NULL);
}

/* The decimal point of the user. */
static char *
dup_number (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);

  return g_strjoinv (nl_langinfo (RADIXCHAR), parts);
}

PangoLayout *
genlock_sheet_layout_make_cell (const GenlockSheetLayout *layout,
                                const GenlockSheetTrack *track,
                                const GenlockSheetRow *row,
                                double width)
{
  const GenlockSheetColumn *column = &layout->sheet->columns[track->column];
  const char *first = genlock_sheet_row_get (row, track->column);
  const char *second = track->second >= 0 ? genlock_sheet_row_get (row, (guint) track->second)
                                          : "";
  int grey = -1;
  g_autofree char *text = column->content == GENLOCK_SHEET_NUMBER
                          ? dup_number (first) : join_texts (first, second, &grey);
  gboolean is_strong = row->is_total || track->column == 0;
  PangoLayout *set = genlock_sheet_layout_make_text (layout,
                                                     is_strong ? GENLOCK_SHEET_FONT_STRONG
                                                               : GENLOCK_SHEET_FONT_CELL,
                                                     text, grey, width, MAX_LINES);

  if (column->content == GENLOCK_SHEET_NUMBER)
    pango_layout_set_alignment (set, PANGO_ALIGN_RIGHT);

  return set;
}

PangoLayout *
genlock_sheet_layout_make_heading (const GenlockSheetLayout *layout,
                                   const GenlockSheetTrack *track,
                                   double width)
{
  const GenlockSheetColumn *column = &layout->sheet->columns[track->column];
  PangoLayout *set = genlock_sheet_layout_make_text (layout, GENLOCK_SHEET_FONT_HEADING,
                                                     _(column->heading), -1, width,
                                                     MAX_HEADING_LINES);

  if (column->content == GENLOCK_SHEET_NUMBER)
    pango_layout_set_alignment (set, PANGO_ALIGN_RIGHT);
  else if (column->content == GENLOCK_SHEET_BOX)
    pango_layout_set_alignment (set, PANGO_ALIGN_CENTER);

  return set;
}

static double
get_text_width (PangoLayout *set)
{
  int width;

  pango_layout_get_size (set, &width, NULL);

  return (double) width / PANGO_SCALE;
}

static double
get_text_height (PangoLayout *set)
{
  int height;

  pango_layout_get_size (set, NULL, &height);

  return (double) height / PANGO_SCALE;
}

static gboolean
says_something (const GenlockSheet *sheet,
                guint column)
{
  for (guint i = 0; i < sheet->groups->len; i++)
    {
      const GenlockSheetGroup *group = sheet->groups->pdata[i];

      for (guint j = 0; j < group->rows->len; j++)
        if (*genlock_sheet_row_get (group->rows->pdata[j], column) != '\0')
          return TRUE;
    }

  return FALSE;
}

static void
list_tracks (GenlockSheetLayout *self)
{
  const GenlockSheet *sheet = self->sheet;

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const GenlockSheetColumn *column = &sheet->columns[i];
      GenlockSheetTrack track = { i, -1, 0.0, 0.0 };

      if (column->joins && i > 0)
        continue;
      if (i + 1 < sheet->n_columns && sheet->columns[i + 1].joins)
        track.second = (int) i + 1;
      if (column->is_optional && !says_something (sheet, i)
          && (track.second < 0 || !says_something (sheet, (guint) track.second)))
        continue;

      g_array_append_val (self->tracks, track);
    }
}

/* The widest word of the heading: narrower it would break inside one. */
static double
get_heading_minimum (const GenlockSheetLayout *self,
                     const GenlockSheetTrack *track)
{
  g_auto (GStrv) parts = g_strsplit (_(self->sheet->columns[track->column].heading), " ", -1);
  double widest = 0.0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) set = genlock_sheet_layout_make_text (self,
                                                                    GENLOCK_SHEET_FONT_HEADING,
                                                                    parts[i], -1, -1.0, 1);

      widest = MAX (widest, get_text_width (set));
    }

  return widest;
}

static GenlockSheetWidth
measure_track (const GenlockSheetLayout *self,
               const GenlockSheetTrack *track)
{
  const GenlockSheet *sheet = self->sheet;
  const GenlockSheetColumn *column = &sheet->columns[track->column];
  GenlockSheetWidth width = { 0.0, GENLOCK_SHEET_BOX_SIZE, column->weight };

  for (guint i = 0; column->content != GENLOCK_SHEET_BOX && i < sheet->groups->len; i++)
    {
      const GenlockSheetGroup *group = sheet->groups->pdata[i];

      for (guint j = 0; j < group->rows->len; j++)
        {
          g_autoptr (PangoLayout) set = genlock_sheet_layout_make_cell (self, track,
                                                                        group->rows->pdata[j],
                                                                        -1.0);

          width.natural = MAX (width.natural, get_text_width (set));
        }
    }

  width.minimum = get_heading_minimum (self, track);
  width.natural = MAX (width.natural, width.minimum);
  if (column->weight <= 0.0)
    width.minimum = width.natural = MIN (width.natural, MAX_FIXED_WIDTH);
  /* A hair more, so that rounding breaks no line. */
  width.minimum += 2 * GENLOCK_SHEET_PADDING_X + 0.5;
  width.natural += 2 * GENLOCK_SHEET_PADDING_X + 0.5;

  return width;
}

static void
fit_tracks (GenlockSheetLayout *self)
{
  g_autofree GenlockSheetWidth *wanted = g_new (GenlockSheetWidth, self->tracks->len);
  g_autofree double *widths = g_new (double, self->tracks->len);
  double x = self->margin;

  for (guint i = 0; i < self->tracks->len; i++)
    wanted[i] = measure_track (self, &g_array_index (self->tracks, GenlockSheetTrack, i));
  genlock_sheet_fit_widths (wanted, self->tracks->len, self->width - 2 * self->margin, widths);

  for (guint i = 0; i < self->tracks->len; i++)
    {
      GenlockSheetTrack *track = &g_array_index (self->tracks, GenlockSheetTrack, i);
      g_autoptr (PangoLayout) set = NULL;

      track->x = x;
      track->width = widths[i];
      x += widths[i];
      set = genlock_sheet_layout_make_heading (self, track,
                                               MAX (widths[i] - 2 * GENLOCK_SHEET_PADDING_X, 1.0));
      self->heading_height = MAX (self->heading_height,
                                  get_text_height (set) + 2 * GENLOCK_SHEET_PADDING_Y);
    }
}

static double
measure_row (const GenlockSheetLayout *self,
             const GenlockSheetRow *row)
{
  double height = GENLOCK_SHEET_BOX_SIZE;

  for (guint i = 0; i < self->tracks->len; i++)
    {
      const GenlockSheetTrack *track = &g_array_index (self->tracks, GenlockSheetTrack, i);
      double width = MAX (track->width - 2 * GENLOCK_SHEET_PADDING_X, 1.0);
      g_autoptr (PangoLayout) set = NULL;

      if (self->sheet->columns[track->column].content == GENLOCK_SHEET_BOX)
        continue;

      set = genlock_sheet_layout_make_cell (self, track, row, width);
      height = MAX (height, get_text_height (set));
    }

  return height + 2 * GENLOCK_SHEET_PADDING_Y;
}

static double
measure_group (const GenlockSheetLayout *self,
               const GenlockSheetGroup *group)
{
  g_autoptr (PangoLayout) set = genlock_sheet_layout_make_text (
    self, GENLOCK_SHEET_FONT_GROUP, group->title, -1, self->width - 2 * self->margin, 1);

  return get_text_height (set) + 4 * GENLOCK_SHEET_PADDING_Y;
}

/* The first item of a block gets its height. */
static void
sum_blocks (GenlockSheetLayout *self)
{
  double height = 0.0;

  for (guint i = self->items->len; i > 0; i--)
    {
      GenlockSheetItem *item = &g_array_index (self->items, GenlockSheetItem, i - 1);
      const GenlockSheetGroup *group = self->sheet->groups->pdata[item->group];
      gboolean is_first = i == 1
                          || g_array_index (self->items, GenlockSheetItem, i - 2).group
                          != item->group;

      height += item->height;
      if (is_first && group->begins_block)
        {
          item->block = height;
          height = 0.0;
        }
    }
}

static void
list_items (GenlockSheetLayout *self)
{
  for (guint i = 0; i < self->sheet->groups->len; i++)
    {
      const GenlockSheetGroup *group = self->sheet->groups->pdata[i];

      if (group->title != NULL)
        {
          GenlockSheetItem item = { i, -1, measure_group (self, group), 0.0 };

          g_array_append_val (self->items, item);
        }
      for (guint j = 0; j < group->rows->len; j++)
        {
          GenlockSheetItem item = { i, (int) j, measure_row (self, group->rows->pdata[j]), 0.0 };

          g_array_append_val (self->items, item);
        }
    }

  sum_blocks (self);
}

/* What is left for rows, below the title and the headings. */
static double
get_body_height (const GenlockSheetLayout *self)
{
  double head = GENLOCK_SHEET_TITLE_HEIGHT + GENLOCK_SHEET_FIELDS_HEIGHT + GENLOCK_SHEET_TITLE_GAP
                + self->heading_height;

  return self->height - 2 * self->margin - head;
}

/* The one page gets as high as what stands on it. */
static void
stretch (GenlockSheetLayout *self)
{
  double body = 0.0;

  for (guint i = 0; i < self->items->len; i++)
    body += g_array_index (self->items, GenlockSheetItem, i).height;

  self->height += MAX (body, 40.0) - get_body_height (self);
}

static void
lay_out_rows (GenlockSheetLayout *self)
{
  list_tracks (self);
  fit_tracks (self);
  list_items (self);
  if (self->page.is_endless)
    stretch (self);
  self->spans = genlock_sheet_paginate ((const GenlockSheetItem *) self->items->data,
                                        self->items->len,
                                        self->page.is_endless ? G_MAXDOUBLE
                                                              : get_body_height (self));
}

/* On a screen a pixel of the drawing is one. */
static void
lay_out_drawing (GenlockSheetLayout *self)
{
  const GenlockSheetDrawing *drawing = self->sheet->drawing;
  double body;

  if (self->page.is_endless)
    {
      self->width = MAX (self->width, drawing->width * ENDLESS_SCALE + 2 * self->margin);
      self->height += drawing->height * ENDLESS_SCALE + GENLOCK_SHEET_LEGEND_HEIGHT
                      - get_body_height (self);
    }
  body = get_body_height (self) - GENLOCK_SHEET_LEGEND_HEIGHT;
  self->tiles = genlock_sheet_tiles_new (drawing, self->width - 2 * self->margin, MAX (body, 60.0));
  self->spans = g_array_new (FALSE, TRUE, sizeof (GenlockSheetSpan));
  g_array_set_size (self->spans, self->tiles->pages->len);
}

GenlockSheetLayout *
genlock_sheet_layout_new (GenlockSheet *sheet,
                          const GenlockSheetTitle *title,
                          const GenlockSheetPage *page)
{
  GenlockSheetLayout *self = g_new0 (GenlockSheetLayout, 1);

  self->sheet = genlock_sheet_ref (sheet);
  self->page = *page;
  self->client = g_strdup (title->client);
  self->show = g_strdup (title->show);
  self->venue = g_strdup (title->venue);
  self->room = g_strdup (title->room);
  self->printed_at = title->printed_at;
  self->revision = title->revision;
  self->margin = CLAMP (page->margin, 0.0, 50.0) * POINTS_PER_MM;
  self->tracks = g_array_new (FALSE, FALSE, sizeof (GenlockSheetTrack));
  self->items = g_array_new (FALSE, FALSE, sizeof (GenlockSheetItem));
  if (page->is_landscape)
    genlock_sheet_paper_get_size (page->paper, &self->height, &self->width);
  else
    genlock_sheet_paper_get_size (page->paper, &self->width, &self->height);

  make_context (self);
  if (sheet->drawing != NULL)
    lay_out_drawing (self);
  else
    lay_out_rows (self);

  return self;
}

void
genlock_sheet_layout_free (GenlockSheetLayout *layout)
{
  for (guint i = 0; i < G_N_ELEMENTS (layout->fonts); i++)
    pango_font_description_free (layout->fonts[i]);
  g_object_unref (layout->context);
  g_array_unref (layout->tracks);
  g_array_unref (layout->items);
  g_array_unref (layout->spans);
  g_clear_pointer (&layout->tiles, genlock_sheet_tiles_free);
  genlock_sheet_unref (layout->sheet);
  g_free (layout->client);
  g_free (layout->show);
  g_free (layout->venue);
  g_free (layout->room);
  g_free (layout);
}

guint
genlock_sheet_layout_get_n_pages (const GenlockSheetLayout *layout)
{
  return layout->spans->len;
}

void
genlock_sheet_layout_get_size (const GenlockSheetLayout *layout,
                               double *width,
                               double *height)
{
  *width = layout->width;
  *height = layout->height;
}
