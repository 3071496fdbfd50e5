/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which inputs and outputs of a router a matrix shows, and what gestures on it mean. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "ui/matrix/genlock-matrix-grid.h"

#define END(ends, index) (&g_array_index (ends, GenlockCrosspointEnd, index))

/* @words: folded; each has to be somewhere in the label or the name. */
static gboolean
has_words (const GenlockCrosspointEnd *end,
           char **words)
{
  g_autofree char *text = g_strconcat (end->label, " ", end->name, NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static GArray *
list_shown (const GArray *ends,
            const char *text,
            gboolean only_connected)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);

  for (guint i = 0; i < ends->len; i++)
    {
      const GenlockCrosspointEnd *end = END (ends, i);

      if ((!only_connected || end->name != NULL || end->n_points > 0) && has_words (end, words))
        g_array_append_val (shown, i);
    }

  return shown;
}

GenlockMatrixGrid *
genlock_matrix_grid_new (const GenlockCrosspoints *points,
                         const char *inputs,
                         const char *outputs,
                         gboolean only_connected)
{
  GenlockMatrixGrid *grid = g_new0 (GenlockMatrixGrid, 1);

  grid->points = points;
  grid->rows = list_shown (points->inputs, inputs, only_connected);
  grid->columns = list_shown (points->outputs, outputs, only_connected);
  grid->places = g_new (guint, points->inputs->len + 1);
  memset (grid->places, 0xff, (points->inputs->len + 1) * sizeof (guint));
  for (guint i = 0; i < grid->rows->len; i++)
    grid->places[g_array_index (grid->rows, guint, i)] = i;

  return grid;
}

void
genlock_matrix_grid_free (GenlockMatrixGrid *grid)
{
  g_array_unref (grid->rows);
  g_array_unref (grid->columns);
  g_free (grid->places);
  g_free (grid);
}

const GenlockCrosspointEnd *
genlock_matrix_grid_get_input (const GenlockMatrixGrid *grid,
                               guint row)
{
  return END (grid->points->inputs, g_array_index (grid->rows, guint, row));
}

const GenlockCrosspointEnd *
genlock_matrix_grid_get_output (const GenlockMatrixGrid *grid,
                                guint column)
{
  return END (grid->points->outputs, g_array_index (grid->columns, guint, column));
}

guint
genlock_matrix_grid_find_row (const GenlockMatrixGrid *grid,
                              guint input)
{
  return input < grid->points->inputs->len ? grid->places[input] : GENLOCK_MATRIX_NOWHERE;
}

guint
genlock_matrix_grid_find_column (const GenlockMatrixGrid *grid,
                                 guint output)
{
  guint low = 0;
  guint high = grid->columns->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (grid->columns, guint, middle) < output)
        low = middle + 1;
      else
        high = middle;
    }

  return low < grid->columns->len && g_array_index (grid->columns, guint, low) == output
         ? low : GENLOCK_MATRIX_NOWHERE;
}

const GenlockCrosspoint *
genlock_matrix_grid_find_point (const GenlockMatrixGrid *grid,
                                const GenlockMatrixSpot *spot)
{
  if (spot->row >= grid->rows->len || spot->column >= grid->columns->len)
    return NULL;

  return genlock_crosspoints_find (grid->points, g_array_index (grid->rows, guint, spot->row),
                                   g_array_index (grid->columns, guint, spot->column));
}

/* Typing. */

#define N_RANKS 5

static gboolean
has_word (const char *text,
          const char *sought)
{
  for (const char *found = strstr (text, sought); found != NULL; found = strstr (found + 1, sought))
    if (found == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found))))
      return TRUE;

  return FALSE;
}

/* From 0, the best; N_RANKS for no find. */
static guint
rank (const GenlockCrosspointEnd *end,
      const char *sought)
{
  g_autofree char *label = g_utf8_casefold (end->label, -1);
  g_autofree char *name = g_utf8_casefold (end->name != NULL ? end->name : "", -1);

  if (strcmp (label, sought) == 0)
    return 0;
  if (g_str_has_prefix (label, sought))
    return 1;
  if (g_str_has_prefix (name, sought))
    return 2;
  if (has_word (name, sought) || has_word (label, sought))
    return 3;

  return strstr (name, sought) != NULL || strstr (label, sought) != NULL ? 4 : N_RANKS;
}

/* Rows are counted first, then columns. */
static const GenlockCrosspointEnd *
get_end (const GenlockMatrixGrid *grid,
         guint place)
{
  return place < grid->rows->len ? genlock_matrix_grid_get_input (grid, place)
                                 : genlock_matrix_grid_get_output (grid, place - grid->rows->len);
}

static GenlockMatrixSpot
get_spot (const GenlockMatrixGrid *grid,
          guint place)
{
  if (place < grid->rows->len)
    return (GenlockMatrixSpot) { place, GENLOCK_MATRIX_NOWHERE };

  return (GenlockMatrixSpot) { GENLOCK_MATRIX_NOWHERE, place - grid->rows->len };
}

gboolean
genlock_matrix_grid_seek (const GenlockMatrixGrid *grid,
                          const char *text,
                          guint nth,
                          GenlockMatrixSpot *spot)
{
  g_autofree char *sought = g_utf8_casefold (text, -1);
  guint n = grid->rows->len + grid->columns->len;
  g_autofree guint8 *ranks = g_new (guint8, n + 1);
  guint n_finds = 0;

  for (guint i = 0; i < n; i++)
    {
      ranks[i] = (guint8) rank (get_end (grid, i), sought);
      n_finds += ranks[i] < N_RANKS;
    }
  if (n_finds == 0)
    return FALSE;

  nth %= n_finds;
  for (guint how = 0; how < N_RANKS; how++)
    for (guint i = 0; i < n; i++)
      if (ranks[i] == how && nth-- == 0)
        {
          *spot = get_spot (grid, i);
          return TRUE;
        }

  g_return_val_if_reached (FALSE);
}

/* Gestures. */

/* @way: signed steps from @from; none where that leaves the grid. */
static guint
go (guint from,
    int way,
    guint n)
{
  int place = (int) from + way;

  return place >= 0 && place < (int) n ? (guint) place : GENLOCK_MATRIX_NOWHERE;
}

GArray *
genlock_matrix_grid_stroke (const GenlockMatrixGrid *grid,
                            const GenlockMatrixSpot *from,
                            const GenlockMatrixSpot *to)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (GenlockMatrixSpot));
  int down = (int) to->row - (int) from->row;
  int right = (int) to->column - (int) from->column;
  gboolean is_aslant = 2 * ABS (down) > ABS (right);

  if (2 * ABS (right) < ABS (down))
    {
      GenlockMatrixSpot end = { to->row, from->column };

      g_array_append_val (spots, end);
      return spots;
    }

  for (int i = 0; i <= ABS (right); i++)
    {
      GenlockMatrixSpot spot = { go (from->row, is_aslant ? (down < 0 ? -i : i) : 0,
                                     grid->rows->len),
                                 go (from->column, right < 0 ? -i : i, grid->columns->len) };

      if (spot.row != GENLOCK_MATRIX_NOWHERE && spot.column != GENLOCK_MATRIX_NOWHERE)
        g_array_append_val (spots, spot);
    }

  return spots;
}

GArray *
genlock_matrix_grid_wish (const GenlockMatrixGrid *grid,
                          const GArray *spots)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointWish));

  for (guint i = 0; i < spots->len; i++)
    {
      const GenlockMatrixSpot *spot = &g_array_index (spots, GenlockMatrixSpot, i);
      GenlockCrosspointWish wish = { g_array_index (grid->rows, guint, spot->row),
                                     g_array_index (grid->columns, guint, spot->column) };

      g_array_append_val (wishes, wish);
    }

  return wishes;
}

GArray *
genlock_matrix_grid_wish_clear (const GenlockMatrixGrid *grid,
                                const GenlockMatrixSpot *from,
                                const GenlockMatrixSpot *to)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointWish));
  guint top = MIN (from->row, to->row);
  guint bottom = MAX (from->row, to->row);

  for (guint column = MIN (from->column, to->column);
       column <= MAX (from->column, to->column) && column < grid->columns->len; column++)
    {
      GenlockCrosspointWish wish = { GENLOCK_CROSSPOINT_NONE,
                                     g_array_index (grid->columns, guint, column) };
      guint n_points;
      const GenlockCrosspoint *points = genlock_crosspoints_get_of (grid->points, wish.output,
                                                                    &n_points);
      gboolean is_between = FALSE;

      for (guint i = 0; i < n_points; i++)
        {
          guint row = genlock_matrix_grid_find_row (grid, points[i].input);

          is_between |= row != GENLOCK_MATRIX_NOWHERE && row >= top && row <= bottom;
        }
      if (is_between)
        g_array_append_val (wishes, wish);
    }

  return wishes;
}

GArray *
genlock_matrix_grid_wish_swap (const GenlockMatrixGrid *grid,
                               guint column,
                               guint other)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointWish));
  guint one = g_array_index (grid->columns, guint, column);
  guint two = g_array_index (grid->columns, guint, other);
  GenlockCrosspointWish first = { genlock_crosspoints_get_input (grid->points, two), one };
  GenlockCrosspointWish second = { genlock_crosspoints_get_input (grid->points, one), two };

  g_array_append_val (wishes, first);
  g_array_append_val (wishes, second);

  return wishes;
}
