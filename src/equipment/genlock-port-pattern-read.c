/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a pattern of labels. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "equipment/genlock-port-pattern-private.h"

/* As the table of ports bounds it. */
#define MAX_LABEL 200

/* Digits of a number in a range. */
#define MAX_DIGITS 9

/* A character of the pattern: @place counts characters, @is_escaped takes its meaning. */
typedef struct
{
  gunichar c;
  gboolean is_escaped;
  guint place;
} Token;

typedef struct
{
  GArray *tokens; /* owned (element-type Token) */
  guint max;
  guint at;
} Reader;

typedef struct
{
  guint place;
} GenlockPortPatternErrorPrivate;

static void
genlock_port_pattern_error_private_init (GenlockPortPatternErrorPrivate *private)
{
}

static void
genlock_port_pattern_error_private_copy (const GenlockPortPatternErrorPrivate *from,
                                         GenlockPortPatternErrorPrivate *to)
{
  to->place = from->place;
}

static void
genlock_port_pattern_error_private_clear (GenlockPortPatternErrorPrivate *private)
{
}

G_DEFINE_EXTENDED_ERROR (GenlockPortPatternError, genlock_port_pattern_error)

guint
genlock_port_pattern_error_get_place (const GError *error)
{
  g_return_val_if_fail (error->domain == GENLOCK_PORT_PATTERN_ERROR, 0);

  return genlock_port_pattern_error_get_private (error)->place;
}

static void
clear_item (gpointer data)
{
  g_free (((GenlockPortPatternItem *) data)->word);
}

static void
clear_part (gpointer data)
{
  g_array_unref (((GenlockPortPatternPart *) data)->items);
}

void
genlock_port_pattern_clear (GenlockPortPattern *pattern)
{
  g_clear_pointer (&pattern->parts, g_array_unref);
}

static void
clear_reader (Reader *reader)
{
  g_clear_pointer (&reader->tokens, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

static gboolean
refuse (GenlockPortPatternError code,
        guint place,
        GError **error,
        const char *sentence)
{
  if (error != NULL)
    {
      *error = g_error_new_literal (GENLOCK_PORT_PATTERN_ERROR, (int) code, sentence);
      genlock_port_pattern_error_get_private (*error)->place = place;
    }

  return FALSE;
}

static const Token *
token (const Reader *reader,
       guint at)
{
  return &g_array_index (reader->tokens, Token, at);
}

static gboolean
is_mark (const Reader *reader,
         guint at,
         gunichar c)
{
  return at < reader->tokens->len && token (reader, at)->c == c
         && !token (reader, at)->is_escaped;
}

static gboolean
is_space (const Reader *reader,
          guint at)
{
  return g_unichar_isspace (token (reader, at)->c) && !token (reader, at)->is_escaped;
}

static gboolean
read_tokens (Reader *reader,
             const char *pattern,
             GError **error)
{
  guint place = 0;

  reader->tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  if (!g_utf8_validate (pattern, -1, NULL))
    return refuse (GENLOCK_PORT_PATTERN_ERROR_RANGE, 0, error,
                   _("The pattern is no readable text. Type it anew."));

  for (const char *at = pattern; *at != '\0'; at = g_utf8_next_char (at), place++)
    {
      Token next = { .place = place };

      if (*at == '\\')
        {
          at = g_utf8_next_char (at);
          if (*at == '\0')
            return refuse (GENLOCK_PORT_PATTERN_ERROR_RANGE, place, error,
                           _("A backslash takes its meaning from the character after it. "
                             "Write two for a backslash itself."));
          next.is_escaped = TRUE;
          place++;
        }

      next.c = g_utf8_get_char (at);
      g_array_append_val (reader->tokens, next);
    }

  return TRUE;
}

static void
strip (const Reader *reader,
       guint *from,
       guint *to)
{
  while (*from < *to && is_space (reader, *from))
    (*from)++;
  while (*to > *from && is_space (reader, *to - 1))
    (*to)--;
}

static char *
dup_word (const Reader *reader,
          guint from,
          guint to)
{
  GString *word = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_unichar (word, token (reader, i)->c);

  return g_string_free (word, FALSE);
}

/* A number or a letter between @from and @to. */
static gboolean
read_end (const Reader *reader,
          guint from,
          guint to,
          gint64 *value,
          guint *digits)
{
  strip (reader, &from, &to);
  *value = 0;
  *digits = 0;

  if (to == from + 1 && token (reader, from)->c < 0x80
      && g_ascii_isalpha ((char) token (reader, from)->c))
    {
      *value = token (reader, from)->c;
      return TRUE;
    }

  if (from == to || to - from > MAX_DIGITS)
    return FALSE;

  for (guint i = from; i < to; i++)
    {
      gunichar c = token (reader, i)->c;

      if (c > '9' || c < '0')
        return FALSE;
      *value = *value * 10 + (c - '0');
    }

  *digits = to - from;

  return TRUE;
}

/* Where "-" or ".." stands; @to where there is none. */
static guint
find_dash (const Reader *reader,
           guint from,
           guint to,
           guint *length)
{
  for (guint i = from; i < to; i++)
    {
      *length = 1;
      if (is_mark (reader, i, '-') || is_mark (reader, i, 0x2013))
        return i;

      *length = 2;
      if (i + 1 < to && is_mark (reader, i, '.') && is_mark (reader, i + 1, '.'))
        return i;
    }

  return to;
}

static guint
find_mark (const Reader *reader,
           guint from,
           guint to,
           gunichar c)
{
  while (from < to && !is_mark (reader, from, c))
    from++;

  return from;
}

static gboolean
read_step (Reader *reader,
           guint from,
           guint to,
           gint64 *step,
           GError **error)
{
  guint digits;

  if (read_end (reader, from, to, step, &digits) && digits > 0 && *step > 0)
    return TRUE;

  return refuse (GENLOCK_PORT_PATTERN_ERROR_RANGE, token (reader, from - 1)->place, error,
                 _("A step is a number from 1 on. Write it like [1-40:4]."));
}

static gboolean
set_range (Reader *reader,
           guint place,
           gint64 last,
           guint last_digits,
           gint64 step,
           GenlockPortPatternItem *item,
           GError **error)
{
  gint64 distance = ABS (last - item->first);

  item->is_letter = item->digits == 0;
  if (item->is_letter != (last_digits == 0)
      || (item->is_letter && g_ascii_isupper ((char) item->first) != g_ascii_isupper ((char) last)))
    return refuse (GENLOCK_PORT_PATTERN_ERROR_RANGE, place, error,
                   _("Both ends of a range are numbers, or letters of one case. Write it like "
                     "[1-40] or [A-D]."));

  item->step = last < item->first ? -step : step;
  item->n = (guint) (distance / step) + 1;

  return TRUE;
}

static gboolean
read_range (Reader *reader,
            guint from,
            guint dash,
            guint length,
            guint to,
            GenlockPortPatternItem *item,
            GError **error)
{
  guint colon = find_mark (reader, dash, to, ':');
  guint place = token (reader, from)->place;
  gint64 step = 1;
  gint64 last;
  guint last_digits;

  if (!read_end (reader, from, dash, &item->first, &item->digits)
      || !read_end (reader, dash + length, colon, &last, &last_digits))
    return refuse (GENLOCK_PORT_PATTERN_ERROR_RANGE, place, error,
                   _("A range has a number or a letter at both ends, of nine digits at most. "
                     "Write it like [1-40], or put a backslash before the dash."));

  if (colon < to && !read_step (reader, colon + 1, to, &step, error))
    return FALSE;

  if (!set_range (reader, place, last, last_digits, step, item, error))
    return FALSE;

  /* "01" pads, "1" does not. */
  strip (reader, &from, &dash);
  if (item->digits > 0 && (token (reader, from)->c != '0' || item->digits == 1))
    item->digits = 1;

  return TRUE;
}

static gboolean
read_item (Reader *reader,
           guint from,
           guint to,
           GArray *items,
           GError **error)
{
  GenlockPortPatternItem item = { .n = 1 };
  guint place = token (reader, MIN (from, reader->tokens->len - 1))->place;
  guint length;
  guint dash;

  strip (reader, &from, &to);
  if (from == to)
    return refuse (GENLOCK_PORT_PATTERN_ERROR_RANGE, place, error,
                   _("Something is missing between the brackets. Write a range like [1-40], or "
                     "words with commas between them."));

  dash = find_dash (reader, from, to, &length);
  if (dash == to)
    item.word = dup_word (reader, from, to);
  else if (!read_range (reader, from, dash, length, to, &item, error))
    return FALSE;

  g_array_append_val (items, item);

  return TRUE;
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (GenlockPortPatternItem));

  g_array_set_clear_func (items, clear_item);

  return items;
}

static guint
count_digits (gint64 value)
{
  guint n = 1;

  while (value >= 10)
    {
      value /= 10;
      n++;
    }

  return n;
}

/* Characters of the longest text that @item stands for. */
static guint64
measure_item (const GenlockPortPatternItem *item)
{
  gint64 last = item->first + item->step * (item->n - 1);

  if (item->word != NULL)
    return (guint64) g_utf8_strlen (item->word, -1);

  return item->is_letter ? 1 : MAX (item->digits, count_digits (MAX (item->first, last)));
}

static gboolean
add_part (Reader *reader,
          GenlockPortPattern *pattern,
          GArray *items,
          GError **error)
{
  GenlockPortPatternPart part = { .items = items };
  guint place = token (reader, MIN (reader->at, reader->tokens->len - 1))->place;
  guint64 length = 0;
  guint64 n = 0;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      n += g_array_index (items, GenlockPortPatternItem, i).n;
      length = MAX (length, measure_item (&g_array_index (items, GenlockPortPatternItem, i)));
    }

  /* No product overflows: each factor is at most the limit. */
  part.n = (guint) MIN (n, (guint64) reader->max + 1);
  g_array_append_val (pattern->parts, part);
  pattern->n_labels *= part.n;
  pattern->length += length;

  if (pattern->n_labels > reader->max)
    {
      sentence = g_strdup_printf (ngettext ("The pattern stands for more than %u label. Make its "
                                            "ranges smaller.",
                                            "The pattern stands for more than %u labels. Make its "
                                            "ranges smaller.", reader->max), reader->max);
      return refuse (GENLOCK_PORT_PATTERN_ERROR_TOO_MANY, place, error, sentence);
    }

  if (pattern->length <= MAX_LABEL)
    return TRUE;

  sentence = g_strdup_printf (_("A label would have more than %d characters. Make the pattern "
                                "shorter."), MAX_LABEL);

  return refuse (GENLOCK_PORT_PATTERN_ERROR_LENGTH, place, error, sentence);
}

static gboolean
read_bracket (Reader *reader,
              GenlockPortPattern *pattern,
              GError **error)
{
  guint open = reader->at;
  guint close = find_mark (reader, open, reader->tokens->len, ']');
  guint inner = find_mark (reader, open + 1, close, '[');
  g_autoptr (GArray) items = new_items ();
  guint from = open + 1;

  if (close == reader->tokens->len)
    return refuse (GENLOCK_PORT_PATTERN_ERROR_BRACKET, token (reader, open)->place, error,
                   _("A bracket is not closed. Write a range like [1-40], or put a backslash "
                     "before the bracket."));

  if (inner < close)
    return refuse (GENLOCK_PORT_PATTERN_ERROR_BRACKET, token (reader, inner)->place, error,
                   _("A bracket stands within a bracket. Put a backslash before it, or close the "
                     "first one."));

  if (close == from)
    return refuse (GENLOCK_PORT_PATTERN_ERROR_BRACKET, token (reader, open)->place, error,
                   _("A bracket is empty. Write a range like [1-40], or put a backslash before "
                     "the bracket."));

  do
    {
      guint comma = find_mark (reader, from, close, ',');

      if (!read_item (reader, from, comma, items, error))
        return FALSE;
      from = comma + 1;
    }
  while (from <= close);

  reader->at = close + 1;

  return add_part (reader, pattern, g_steal_pointer (&items), error);
}

static gboolean
read_text (Reader *reader,
           GenlockPortPattern *pattern,
           guint end,
           GError **error)
{
  GArray *items = new_items ();
  GenlockPortPatternItem item = { .n = 1 };
  guint from = reader->at;

  reader->at = MIN (find_mark (reader, from, end, '['), find_mark (reader, from, end, ']'));
  item.word = dup_word (reader, from, reader->at);
  g_array_append_val (items, item);

  return add_part (reader, pattern, items, error);
}

static gboolean
read_pattern (Reader *reader,
              const char *text,
              GenlockPortPattern *pattern,
              GError **error)
{
  guint end;

  pattern->parts = g_array_new (FALSE, FALSE, sizeof (GenlockPortPatternPart));
  pattern->n_labels = 1;
  g_array_set_clear_func (pattern->parts, clear_part);

  if (!read_tokens (reader, text, error))
    return FALSE;

  end = reader->tokens->len;
  strip (reader, &reader->at, &end);
  if (reader->at == end)
    return refuse (GENLOCK_PORT_PATTERN_ERROR_LENGTH, 0, error,
                   _("Write a label, or many as one: SDI IN [1-40]."));

  while (reader->at < end)
    {
      if (is_mark (reader, reader->at, ']'))
        return refuse (GENLOCK_PORT_PATTERN_ERROR_BRACKET, token (reader, reader->at)->place,
                       error, _("A bracket is closed that was not opened. Put a backslash "
                                "before it."));

      if (is_mark (reader, reader->at, '[')
          ? !read_bracket (reader, pattern, error)
          : !read_text (reader, pattern, end, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
genlock_port_pattern_read (const char *text,
                           guint max,
                           GenlockPortPattern *pattern,
                           GError **error)
{
  g_auto (Reader) reader = { .max = MIN (max, GENLOCK_PORT_PATTERN_MAX) };

  return read_pattern (&reader, text, pattern, error);
}
