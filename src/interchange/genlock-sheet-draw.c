/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of a sheet, drawn. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/model/genlock-instant.h"
#include "interchange/genlock-sheet-layout-private.h"

#define HAIRLINE 0.35
#define RULE 1.0
#define INK 0.0
#define GREY 0.38
#define LINE 0.65
#define SHADE 0.955
#define HEADING_SHADE 0.88

static void
set_grey (cairo_t *cr,
          double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static void
draw_line (cairo_t *cr,
           double x,
           double y,
           double width,
           double thickness)
{
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, width, 0.0);
  cairo_stroke (cr);
}

/* @set: (transfer full) */
static void
show_text (cairo_t *cr,
           PangoLayout *set,
           double x,
           double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, set);
  g_object_unref (set);
}

static void
draw_box (cairo_t *cr,
          double center,
          double y,
          gboolean is_ticked)
{
  double size = GENLOCK_SHEET_BOX_SIZE;
  double x = center - size / 2;

  set_grey (cr, INK);
  cairo_set_line_width (cr, 0.7);
  cairo_rectangle (cr, x, y, size, size);
  cairo_stroke (cr);
  if (!is_ticked)
    return;

  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, x + size * 0.18, y + size * 0.52);
  cairo_line_to (cr, x + size * 0.42, y + size * 0.78);
  cairo_line_to (cr, x + size * 0.86, y + size * 0.2);
  cairo_stroke (cr);
}

static char *
dup_time (gint64 instant)
{
  g_autoptr (GDateTime) utc = genlock_instant_to_date_time (instant);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

#define N_FIELDS 6

typedef struct
{
  const char *label;
  const char *value; /* nullable */
  double weight;
} Field;

/* What needs little gets it, long names share the rest. */
static void
fit_fields (const GenlockSheetLayout *self,
            const Field *fields,
            double *widths)
{
  GenlockSheetWidth wanted[N_FIELDS];

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autoptr (PangoLayout) set = genlock_sheet_layout_make_text (
        self, GENLOCK_SHEET_FONT_FIELD, fields[i].value != NULL ? fields[i].value : "", -1, -1.0,
        1);
      int width;

      pango_layout_get_size (set, &width, NULL);
      wanted[i].natural = MAX ((double) width / PANGO_SCALE, 24.0) + 2 * GENLOCK_SHEET_PADDING_X
                          + 1.0;
      wanted[i].minimum = fields[i].weight > 0.0 ? MIN (wanted[i].natural, 48.0)
                                                 : wanted[i].natural;
      wanted[i].weight = fields[i].weight;
    }

  genlock_sheet_fit_widths (wanted, N_FIELDS, self->width - 2 * self->margin, widths);
}

/* (transfer full): @value on one line, or smaller on two. @value: (nullable) */
static PangoLayout *
make_value (const GenlockSheetLayout *self,
            const char *value,
            double width)
{
  const char *text = value != NULL ? value : "";
  PangoLayout *set = genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_FIELD, text, -1,
                                                     width, 1);

  if (!pango_layout_is_ellipsized (set))
    return set;

  g_object_unref (set);

  return genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_CELL, text, -1, width, 2);
}

/* Label and value of the title block, side by side. */
static void
draw_fields (const GenlockSheetLayout *self,
             cairo_t *cr,
             double y)
{
  g_autofree char *printed = dup_time (self->printed_at);
  g_autofree char *version = self->revision > 0
                             ? g_strdup_printf ("%u · Genlock %s", self->revision,
                                                GENLOCK_VERSION)
                             : g_strdup_printf ("Genlock %s", GENLOCK_VERSION);
  const Field fields[N_FIELDS] = {
    { _("Client"), self->client, 1.5 },
    { _("Show"), self->show, 2.0 },
    { _("Venue"), self->venue, 1.5 },
    { _("Room"), self->room, 0.7 },
    { _("Printed"), printed, 0.0 },
    { self->revision > 0 ? _("Revision") : _("Version"), version, 0.0 },
  };
  double widths[N_FIELDS];
  double x = self->margin;

  fit_fields (self, fields, widths);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      double inside = MAX (widths[i] - 2 * GENLOCK_SHEET_PADDING_X, 1.0);

      set_grey (cr, LINE);
      cairo_set_line_width (cr, HAIRLINE);
      cairo_rectangle (cr, x, y, widths[i], GENLOCK_SHEET_FIELDS_HEIGHT);
      cairo_stroke (cr);

      set_grey (cr, GREY);
      show_text (cr, genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_LABEL,
                                                     fields[i].label, -1, inside, 1),
                 x + GENLOCK_SHEET_PADDING_X, y + 2.5);
      set_grey (cr, INK);
      show_text (cr, make_value (self, fields[i].value, inside), x + GENLOCK_SHEET_PADDING_X,
                 y + 9.5);
      x += widths[i];
    }
}

/* (transfer full): with the place of the page, where it is one of several. */
static char *
dup_title (const GenlockSheetLayout *self,
           guint page)
{
  g_autofree char *name = NULL;

  if (self->tiles == NULL || self->tiles->pages->len == 1)
    return g_strdup (self->sheet->title);

  name = genlock_sheet_tiles_dup_name (self->tiles,
                                       g_array_index (self->tiles->pages, guint, page));

  return g_strdup_printf ("%s · %s", self->sheet->title, name);
}

static void
draw_title (const GenlockSheetLayout *self,
            cairo_t *cr,
            guint page)
{
  /* Translators: of a printed sheet: the number of this page, and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, self->spans->len);
  double available = self->width - 2 * self->margin;
  PangoLayout *text = genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_GROUP, number, -1,
                                                      -1.0, 1);
  g_autofree char *title = dup_title (self, page);
  int width;

  set_grey (cr, INK);
  pango_layout_get_size (text, &width, NULL);
  show_text (cr, text, self->width - self->margin - (double) width / PANGO_SCALE,
             self->margin + 6.0);
  if (self->tiles != NULL)
    genlock_sheet_layout_draw_map (self, cr, page,
                                   self->width - self->margin - (double) width / PANGO_SCALE - 8.0,
                                   self->margin + GENLOCK_SHEET_TITLE_HEIGHT - 4.0);
  set_grey (cr, INK);
  show_text (cr, genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_TITLE,
                                                 title, -1,
                                                 available - (double) width / PANGO_SCALE - 12.0,
                                                 1),
             self->margin, self->margin);
  draw_fields (self, cr, self->margin + GENLOCK_SHEET_TITLE_HEIGHT);
}

static void
draw_headings (const GenlockSheetLayout *self,
               cairo_t *cr,
               double y)
{
  double width = self->width - 2 * self->margin;

  set_grey (cr, HEADING_SHADE);
  cairo_rectangle (cr, self->margin, y, width, self->heading_height);
  cairo_fill (cr);

  set_grey (cr, INK);
  for (guint i = 0; i < self->tracks->len; i++)
    {
      const GenlockSheetTrack *track = &g_array_index (self->tracks, GenlockSheetTrack, i);

      show_text (cr, genlock_sheet_layout_make_heading (self, track,
                                                        MAX (track->width
                                                             - 2 * GENLOCK_SHEET_PADDING_X, 1.0)),
                 track->x + GENLOCK_SHEET_PADDING_X, y + GENLOCK_SHEET_PADDING_Y);
    }
  draw_line (cr, self->margin, y + self->heading_height, width, RULE);
}

static void
draw_cells (const GenlockSheetLayout *self,
            cairo_t *cr,
            const GenlockSheetRow *row,
            double y)
{
  for (guint i = 0; i < self->tracks->len; i++)
    {
      const GenlockSheetTrack *track = &g_array_index (self->tracks, GenlockSheetTrack, i);
      double width = MAX (track->width - 2 * GENLOCK_SHEET_PADDING_X, 1.0);

      if (self->sheet->columns[track->column].content == GENLOCK_SHEET_BOX)
        {
          if (row->cells[track->column] != NULL)
            draw_box (cr, track->x + track->width / 2, y + GENLOCK_SHEET_PADDING_Y + 0.6,
                      *genlock_sheet_row_get (row, track->column) != '\0');
          continue;
        }

      set_grey (cr, INK);
      show_text (cr, genlock_sheet_layout_make_cell (self, track, row, width),
                 track->x + GENLOCK_SHEET_PADDING_X, y + GENLOCK_SHEET_PADDING_Y);
    }
}

static void
draw_row (const GenlockSheetLayout *self,
          cairo_t *cr,
          const GenlockSheetItem *item,
          double y)
{
  const GenlockSheetGroup *group = self->sheet->groups->pdata[item->group];
  const GenlockSheetRow *row = group->rows->pdata[item->row];
  double width = self->width - 2 * self->margin;

  if (item->row % 2 == 1 && !row->is_total)
    {
      set_grey (cr, SHADE);
      cairo_rectangle (cr, self->margin, y + HAIRLINE / 2, width, item->height - HAIRLINE / 2);
      cairo_fill (cr);
    }

  draw_cells (self, cr, row, y);
  set_grey (cr, LINE);
  draw_line (cr, self->margin, y + item->height, width, HAIRLINE);
  if (row->is_total)
    {
      set_grey (cr, INK);
      draw_line (cr, self->margin, y, width, RULE / 2);
    }
}

static void
draw_group (const GenlockSheetLayout *self,
            cairo_t *cr,
            const GenlockSheetItem *item,
            gboolean is_again,
            double y)
{
  const GenlockSheetGroup *group = self->sheet->groups->pdata[item->group];
  /* Translators: the title of a group of rows that goes on from the page before */
  g_autofree char *title = is_again ? g_strdup_printf (_("%s (continued)"), group->title)
                                    : g_strdup (group->title);
  double width = self->width - 2 * self->margin;

  set_grey (cr, INK);
  show_text (cr, genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_GROUP, title, -1, width,
                                                 1),
             self->margin, y + 3 * GENLOCK_SHEET_PADDING_Y);
  draw_line (cr, self->margin, y + item->height, width, RULE / 2);
}

/* A sheet without rows says so. */
static void
draw_nothing (const GenlockSheetLayout *self,
              cairo_t *cr,
              double y)
{
  set_grey (cr, GREY);
  show_text (cr, genlock_sheet_layout_make_text (self, GENLOCK_SHEET_FONT_FIELD,
                                                 _("There is nothing to list here."), -1, -1.0,
                                                 1),
             self->margin + GENLOCK_SHEET_PADDING_X, y + 8.0);
}

void
genlock_sheet_layout_draw_page (GenlockSheetLayout *layout,
                                cairo_t *cr,
                                guint page)
{
  const GenlockSheetSpan *span;
  double y;

  g_return_if_fail (page < layout->spans->len);

  span = &g_array_index (layout->spans, GenlockSheetSpan, page);
  y = layout->margin + GENLOCK_SHEET_TITLE_HEIGHT + GENLOCK_SHEET_FIELDS_HEIGHT
      + GENLOCK_SHEET_TITLE_GAP;

  cairo_save (cr);
  draw_title (layout, cr, page);
  if (layout->tiles != NULL)
    {
      genlock_sheet_layout_draw_tile (layout, cr, page, y);
      if (layout->sheet->drawing->boxes->len == 0)
        draw_nothing (layout, cr, y);
      cairo_restore (cr);
      return;
    }

  draw_headings (layout, cr, y);
  y += layout->heading_height;
  if (layout->items->len == 0)
    draw_nothing (layout, cr, y);

  if (span->heading >= 0)
    {
      const GenlockSheetItem *heading = &g_array_index (layout->items, GenlockSheetItem,
                                                        span->heading);

      draw_group (layout, cr, heading, TRUE, y);
      y += heading->height;
    }
  for (guint i = 0; i < span->n_items; i++)
    {
      const GenlockSheetItem *item = &g_array_index (layout->items, GenlockSheetItem,
                                                     span->first + i);

      if (item->row < 0)
        draw_group (layout, cr, item, FALSE, y);
      else
        draw_row (layout, cr, item, y);
      y += item->height;
    }
  cairo_restore (cr);
}
