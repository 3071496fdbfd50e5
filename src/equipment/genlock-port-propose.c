/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pattern behind a run of labels. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "equipment/genlock-port-pattern.h"

/* Ranges and words that one bracket is proposed with at most: more are no help to read. */
#define MAX_ITEMS 12

/* Digits that a number of a label may have. */
#define MAX_DIGITS 9

/* A stretch of a label: a number, a letter that stands alone, or text. */
typedef struct
{
  char *text; /* owned */
  gboolean is_number;
  gboolean is_letter;
  gint64 value;
} Piece;

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->text);
}

/* Appends the character at @at so that it stands for itself. */
static void
append_escaped (GString *pattern,
                const char *at,
                gboolean in_list)
{
  gunichar c = g_utf8_get_char (at);

  if (c == '[' || c == ']' || c == '\\'
      || (in_list && (c == ',' || c == '-' || c == 0x2013 || (c == '.' && at[1] == '.'))))
    g_string_append_c (pattern, '\\');

  g_string_append_unichar (pattern, c);
}

/* Spaces at either end do not count unless they are escaped. */
static void
append_literal (GString *pattern,
                const char *text,
                gboolean at_start,
                gboolean at_end,
                gboolean in_list)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (((at_start && at == text) || (at_end && at == last))
          && g_unichar_isspace (g_utf8_get_char (at)))
        g_string_append_c (pattern, '\\');

      append_escaped (pattern, at, in_list);
    }
}

char *
genlock_port_pattern_escape (const char *label)
{
  GString *pattern = g_string_new (NULL);

  append_literal (pattern, label, TRUE, TRUE, FALSE);

  return g_string_free (pattern, FALSE);
}

static gboolean
is_lone_letter (const char *label,
                const char *at)
{
  return g_ascii_isalpha (*at) && !g_ascii_isalpha (at[1])
         && (at == label || !g_ascii_isalpha (at[-1]));
}

static gsize
measure (const char *label,
         const char *at,
         Piece *piece)
{
  const char *end = at;

  piece->is_number = g_ascii_isdigit (*at);
  piece->is_letter = is_lone_letter (label, at);

  if (piece->is_number)
    while (g_ascii_isdigit (*end) && end - at < MAX_DIGITS)
      end++;
  else if (piece->is_letter)
    end++;
  else
    while (*end != '\0' && !g_ascii_isdigit (*end) && !is_lone_letter (label, end))
      end++;

  return (gsize) (end - at);
}

static GArray *
split (const char *label)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const char *at = label;

  g_array_set_clear_func (pieces, clear_piece);

  while (*at != '\0')
    {
      Piece piece = { 0 };
      gsize length = measure (label, at, &piece);

      piece.text = g_strndup (at, length);
      piece.value = piece.is_letter ? *at : g_ascii_strtoll (piece.text, NULL, 10);
      g_array_append_val (pieces, piece);
      at += length;
    }

  return pieces;
}

static const Piece *
get_piece (GPtrArray *all,
           guint label,
           guint column)
{
  return &g_array_index ((GArray *) all->pdata[label], Piece, column);
}

static gboolean
varies (GPtrArray *all,
        guint column)
{
  const Piece *first = get_piece (all, 0, column);

  for (guint i = 1; i < all->len; i++)
    if (strcmp (get_piece (all, i, column)->text, first->text) != 0)
      return TRUE;

  return FALSE;
}

/* Whether all labels are made of the same kinds of pieces. */
static gboolean
have_one_shape (GPtrArray *all)
{
  guint n_columns = ((GArray *) all->pdata[0])->len;

  for (guint i = 1; i < all->len; i++)
    {
      if (((GArray *) all->pdata[i])->len != n_columns)
        return FALSE;

      for (guint column = 0; column < n_columns; column++)
        {
          const Piece *piece = get_piece (all, i, column);
          const Piece *first = get_piece (all, 0, column);

          if (piece->is_number != first->is_number || piece->is_letter != first->is_letter
              || (!piece->is_number && !piece->is_letter
                  && strcmp (piece->text, first->text) != 0))
            return FALSE;
        }
    }

  return TRUE;
}

/* How many different values a column has before it begins again, when it changes each @period. */
static guint
count_cycle (GPtrArray *all,
             guint column,
             guint period)
{
  guint n = 1;

  while (n * period < all->len
         && strcmp (get_piece (all, n * period, column)->text,
                    get_piece (all, 0, column)->text) != 0)
    n++;

  return n;
}

/* How many of the values from @from on are one range. */
static guint
count_run (GPtrArray *all,
           guint column,
           guint period,
           guint from,
           guint n)
{
  guint to = from + 1;
  gint64 step;

  if (to == n)
    return 1;

  step = get_piece (all, to * period, column)->value
         - get_piece (all, from * period, column)->value;
  while (to < n && get_piece (all, to * period, column)->value
         - get_piece (all, (to - 1) * period, column)->value == step)
    to++;

  if (step == 0 || (to - from == 2 && ABS (step) != 1))
    return 1;

  return to - from;
}

static gboolean
append_bracket (GString *pattern,
                GPtrArray *all,
                guint column,
                guint period,
                guint n)
{
  guint n_items = 0;

  for (guint i = 0; i < n; n_items++)
    {
      guint length = count_run (all, column, period, i, n);
      const Piece *first = get_piece (all, i * period, column);
      const Piece *last = get_piece (all, (i + length - 1) * period, column);

      g_string_append_printf (pattern, "%c%s", i == 0 ? '[' : ',', first->text);
      if (length > 1)
        {
          gint64 step = ABS (last->value - first->value) / (length - 1);

          g_string_append_printf (pattern, "-%s", last->text);
          if (step != 1)
            g_string_append_printf (pattern, ":%" G_GINT64_FORMAT, step);
        }
      i += length;
    }

  g_string_append_c (pattern, ']');

  return n_items <= MAX_ITEMS;
}

/* Ranges, a bracket for each column that varies. */
static char *
propose_ranges (GPtrArray *all)
{
  guint n_columns = ((GArray *) all->pdata[0])->len;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  GString *pattern;
  guint period = 1;

  for (guint column = n_columns; column-- > 0;)
    {
      const Piece *piece = get_piece (all, 0, column);
      GString *part = g_string_new (NULL);

      if (varies (all, column))
        {
          guint n = count_cycle (all, column, period);

          if (!append_bracket (part, all, column, period, n))
            {
              g_string_free (part, TRUE);
              return NULL;
            }
          period *= n;
        }
      else
        append_literal (part, piece->text, column == 0, column == n_columns - 1, FALSE);

      g_ptr_array_insert (written, 0, g_string_free (part, FALSE));
    }

  pattern = g_string_new (NULL);
  for (guint i = 0; i < written->len; i++)
    g_string_append (pattern, written->pdata[i]);

  return g_string_free (pattern, FALSE);
}

static gsize
count_common (const char * const *labels,
              guint n_labels,
              gboolean at_end,
              gsize limit)
{
  gsize n = 0;

  while (n < limit)
    {
      char c = at_end ? labels[0][strlen (labels[0]) - n - 1] : labels[0][n];

      for (guint i = 1; i < n_labels; i++)
        if ((at_end ? labels[i][strlen (labels[i]) - n - 1] : labels[i][n]) != c)
          return n;
      n++;
    }

  return n;
}

/* Not within a character. */
static gboolean
is_boundary (const char *at)
{
  return ((guchar) *at & 0xc0) != 0x80;
}

/* A list of the words in which the labels differ. */
static char *
propose_words (const char * const *labels,
               guint n_labels)
{
  gsize shortest = G_MAXSIZE;
  gsize head;
  gsize tail;
  GString *pattern;
  g_autofree char *start = NULL;

  if (n_labels > MAX_ITEMS)
    return NULL;

  for (guint i = 0; i < n_labels; i++)
    shortest = MIN (shortest, strlen (labels[i]));

  head = count_common (labels, n_labels, FALSE, shortest);
  while (head > 0 && !is_boundary (labels[0] + head))
    head--;
  tail = count_common (labels, n_labels, TRUE, shortest - head);
  while (tail > 0 && !is_boundary (labels[0] + strlen (labels[0]) - tail))
    tail--;

  start = g_strndup (labels[0], head);
  pattern = g_string_new (NULL);
  append_literal (pattern, start, TRUE, FALSE, FALSE);
  for (guint i = 0; i < n_labels; i++)
    {
      g_autofree char *word = g_strndup (labels[i] + head, strlen (labels[i]) - head - tail);

      g_string_append_c (pattern, i == 0 ? '[' : ',');
      append_literal (pattern, word, TRUE, TRUE, TRUE);
    }
  g_string_append_c (pattern, ']');
  append_literal (pattern, labels[0] + strlen (labels[0]) - tail, FALSE, TRUE, FALSE);

  return g_string_free (pattern, FALSE);
}

/* (transfer full) (nullable): @pattern (transfer full) where it stands for exactly @labels. */
static char *
check (char *pattern,
       const char * const *labels,
       guint n_labels)
{
  g_autofree char *proposed = pattern;
  g_auto (GStrv) expanded = NULL;

  if (proposed != NULL)
    expanded = genlock_port_pattern_expand (proposed, GENLOCK_PORT_PATTERN_MAX, NULL);
  if (expanded == NULL || g_strv_length (expanded) != n_labels)
    return NULL;

  for (guint i = 0; i < n_labels; i++)
    if (strcmp (expanded[i], labels[i]) != 0)
      return NULL;

  return g_steal_pointer (&proposed);
}

char *
genlock_port_pattern_propose (const char * const *labels,
                              guint n_labels)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *pattern = NULL;

  if (n_labels == 0)
    return NULL;

  for (guint i = 0; i < n_labels; i++)
    if (labels[i] == NULL || *labels[i] == '\0' || !g_utf8_validate (labels[i], -1, NULL))
      return NULL;

  if (n_labels == 1)
    return check (genlock_port_pattern_escape (labels[0]), labels, 1);

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_labels; i++)
    g_ptr_array_add (all, split (labels[i]));

  if (have_one_shape (all))
    pattern = check (propose_ranges (all), labels, n_labels);
  if (pattern == NULL)
    pattern = check (propose_words (labels, n_labels), labels, n_labels);

  return g_steal_pointer (&pattern);
}
