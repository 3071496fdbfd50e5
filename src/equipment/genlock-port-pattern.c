/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of many ports written as one: "SDI IN [1-40]". */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "equipment/genlock-port-pattern.h"

/* As long as the label of a port may be. */
#define MAX_LABEL 200

/* More digits than any device has ports. */
#define MAX_DIGITS 6

G_DEFINE_QUARK (genlock-port-pattern-error-quark, genlock_port_pattern_error)

/* What stands between two brackets, or the words that one bracket may become. */
typedef struct
{
  char *text; /* owned (nullable) */
  GPtrArray *choices; /* owned (nullable) (element-type utf8) */
} Part;

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_free (part->text);
  g_clear_pointer (&part->choices, g_ptr_array_unref);
}

static gboolean
refuse_range (const char *text,
              GError **error)
{
  g_set_error (error, GENLOCK_PORT_PATTERN_ERROR, GENLOCK_PORT_PATTERN_ERROR_RANGE,
               "“%s” is no number, letter or range", text);
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  gsize length = strspn (text, "0123456789");

  return length > 0 && length <= MAX_DIGITS && text[length] == '\0';
}

static gboolean
is_letter (const char *text)
{
  return g_ascii_isalpha (text[0]) && text[1] == '\0';
}

static gboolean
add_choice (GPtrArray *choices,
            char *choice,
            guint max,
            GError **error)
{
  g_ptr_array_add (choices, choice);
  if (choices->len <= max)
    return TRUE;

  g_set_error (error, GENLOCK_PORT_PATTERN_ERROR, GENLOCK_PORT_PATTERN_ERROR_TOO_MANY,
               "more than %u labels", max);
  return FALSE;
}

static gboolean
add_numbers (GPtrArray *choices,
             const char *from,
             const char *to,
             guint max,
             GError **error)
{
  int first = (int) g_ascii_strtoull (from, NULL, 10);
  int last = (int) g_ascii_strtoull (to, NULL, 10);
  int step = first <= last ? 1 : -1;
  int width = from[0] == '0' || to[0] == '0' ? (int) MAX (strlen (from), strlen (to)) : 0;

  for (int number = first; number != last + step; number += step)
    if (!add_choice (choices, g_strdup_printf ("%0*d", width, number), max, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_letters (GPtrArray *choices,
             char first,
             char last,
             guint max,
             GError **error)
{
  int step = first <= last ? 1 : -1;

  for (int letter = first; letter != last + step; letter += step)
    if (!add_choice (choices, g_strdup_printf ("%c", letter), max, error))
      return FALSE;

  return TRUE;
}

/* One of the words between the commas of a bracket. */
static gboolean
add_item (GPtrArray *choices,
          const char *item,
          guint max,
          GError **error)
{
  g_auto (GStrv) ends = g_strsplit (item, "-", 3);
  const char *from;
  const char *to;

  if (g_strv_length (ends) < 1 || g_strv_length (ends) > 2)
    return refuse_range (item, error);

  from = g_strstrip (ends[0]);
  to = ends[1] != NULL ? g_strstrip (ends[1]) : from;
  if (is_number (from) && is_number (to))
    return add_numbers (choices, from, to, max, error);
  if (is_letter (from) && is_letter (to) && g_ascii_isupper (from[0]) == g_ascii_isupper (to[0]))
    return add_letters (choices, from[0], to[0], max, error);

  return refuse_range (item, error);
}

static gboolean
add_bracket (GArray *parts,
             const char *inside,
             guint max,
             GError **error)
{
  Part part = { NULL, g_ptr_array_new_with_free_func (g_free) };
  g_auto (GStrv) items = g_strsplit (inside, ",", -1);

  g_array_append_val (parts, part);
  if (items[0] == NULL)
    {
      g_set_error_literal (error, GENLOCK_PORT_PATTERN_ERROR, GENLOCK_PORT_PATTERN_ERROR_BRACKET,
                           "nothing stands in “[]”");
      return FALSE;
    }
  for (guint i = 0; items[i] != NULL; i++)
    if (!add_item (part.choices, items[i], max, error))
      return FALSE;

  return TRUE;
}

static void
add_text (GArray *parts,
          const char *text,
          gsize length)
{
  Part part = { g_strndup (text, length), NULL };

  g_array_append_val (parts, part);
}

static gboolean
split (GArray *parts,
       const char *pattern,
       guint max,
       GError **error)
{
  while (*pattern != '\0')
    {
      gsize length = strcspn (pattern, "[]");
      g_autofree char *inside = NULL;
      const char *end;

      if (length > 0)
        add_text (parts, pattern, length);
      pattern += length;
      if (*pattern == '\0')
        break;

      end = strpbrk (pattern + 1, "[]");
      if (*pattern == ']' || end == NULL || *end == '[')
        {
          g_set_error (error, GENLOCK_PORT_PATTERN_ERROR, GENLOCK_PORT_PATTERN_ERROR_BRACKET,
                       "the bracket at “%s” has no other one", pattern);
          return FALSE;
        }
      inside = g_strndup (pattern + 1, end - pattern - 1);
      if (!add_bracket (parts, inside, max, error))
        return FALSE;
      pattern = end + 1;
    }

  return TRUE;
}

/* How many labels the parts make; every factor is at most @max, so that nothing overflows. */
static guint
multiply (GArray *parts,
          guint max,
          GError **error)
{
  guint64 count = 1;
  glong length = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      glong longest = part->text != NULL ? g_utf8_strlen (part->text, -1) : 0;

      for (guint j = 0; part->choices != NULL && j < part->choices->len; j++)
        longest = MAX (longest, (glong) strlen (part->choices->pdata[j]));
      length += longest;
      count *= part->choices != NULL ? part->choices->len : 1;
      if (count > max)
        {
          g_set_error (error, GENLOCK_PORT_PATTERN_ERROR, GENLOCK_PORT_PATTERN_ERROR_TOO_MANY,
                       "more than %u labels", max);
          return 0;
        }
    }

  if (length == 0 || length > MAX_LABEL)
    {
      g_set_error (error, GENLOCK_PORT_PATTERN_ERROR, GENLOCK_PORT_PATTERN_ERROR_LENGTH,
                   "a label has 1 to %d characters", MAX_LABEL);
      return 0;
    }

  return (guint) count;
}

static GArray *
parse (const char *pattern,
       guint max,
       guint *count,
       GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, part_clear);
  if (!split (parts, pattern, max, error))
    return NULL;
  *count = multiply (parts, max, error);

  return *count > 0 ? g_steal_pointer (&parts) : NULL;
}

static char *
make_label (GArray *parts,
            guint index)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = parts->len; i > 0; i--)
    {
      const Part *part = &g_array_index (parts, Part, i - 1);

      if (part->choices == NULL)
        {
          g_ptr_array_insert (words, 0, part->text);
          continue;
        }
      g_ptr_array_insert (words, 0, part->choices->pdata[index % part->choices->len]);
      index /= part->choices->len;
    }
  g_ptr_array_add (words, NULL);

  return g_strjoinv ("", (char **) words->pdata);
}

guint
genlock_port_pattern_count (const char *pattern,
                            guint max,
                            GError **error)
{
  g_autoptr (GArray) parts = NULL;
  guint count = 0;

  g_return_val_if_fail (pattern != NULL, 0);
  g_return_val_if_fail (max > 0 && max <= GENLOCK_PORT_PATTERN_MAX, 0);

  parts = parse (pattern, max, &count, error);

  return parts != NULL ? count : 0;
}

char **
genlock_port_pattern_expand (const char *pattern,
                             guint max,
                             GError **error)
{
  g_autoptr (GArray) parts = NULL;
  g_auto (GStrv) labels = NULL;
  guint count = 0;

  g_return_val_if_fail (pattern != NULL, NULL);
  g_return_val_if_fail (max > 0 && max <= GENLOCK_PORT_PATTERN_MAX, NULL);

  parts = parse (pattern, max, &count, error);
  if (parts == NULL)
    return NULL;

  labels = g_new0 (char *, count + 1);
  for (guint i = 0; i < count; i++)
    labels[i] = make_label (parts, i);

  return g_steal_pointer (&labels);
}
