/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nodes are called, and what of a text can be shown. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-signal-graph.h"

/* What would end a line, steer a terminal or turn the text that follows round. */
static gboolean
is_unfit (gunichar letter)
{
  return g_unichar_iscntrl (letter) || (letter >= 0x2028 && letter <= 0x202e)
         || (letter >= 0x2066 && letter <= 0x2069);
}

/* Most names are: then nothing else has to be looked at. */
static gboolean
is_plain (const char *text)
{
  gsize i = 0;

  while (i < GENLOCK_SIGNAL_SHOWN_LENGTH && text[i] >= ' ' && text[i] < 0x7f)
    i++;

  return text[i] == '\0';
}

char *
genlock_signal_dup_shown (const char *text)
{
  g_autofree char *valid = NULL;
  GString *shown;
  guint n = 0;

  if (is_plain (text))
    return g_strdup (text);

  valid = g_utf8_make_valid (text, -1);
  shown = g_string_new (NULL);
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (++n > GENLOCK_SIGNAL_SHOWN_LENGTH)
        {
          g_string_append (shown, "…");
          break;
        }
      g_string_append_unichar (shown, is_unfit (letter) ? ' ' : letter);
    }

  return g_string_free (shown, FALSE);
}

gboolean
genlock_signal_is_shown_whole (const char *text)
{
  guint n = 0;

  if (is_plain (text))
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (++n > GENLOCK_SIGNAL_SHOWN_LENGTH || is_unfit (g_utf8_get_char (c)))
      return FALSE;

  return TRUE;
}

static char *
join_name (const GenlockRecord *record,
           guint label_field,
           guint name_field)
{
  const char *label = genlock_record_get_text (record, label_field);
  const char *name = genlock_record_get_text (record, name_field);
  g_autofree char *first = genlock_signal_dup_shown (label != NULL ? label : "");
  g_autofree char *second = genlock_signal_dup_shown (name != NULL ? name : "");

  if (*first == '\0')
    return g_steal_pointer (&second);
  if (*second == '\0' || strcmp (first, second) == 0)
    return g_steal_pointer (&first);

  return g_strdup_printf ("%s %s", first, second);
}

char *
genlock_signal_node_dup_name (const GenlockSignalNode *node)
{
  switch (node->kind)
    {
    case GENLOCK_SIGNAL_SOURCE:
      return node->record == NULL ? g_strdup (_("a source that is not there"))
             : join_name (node->record, GENLOCK_SOURCE_LABEL, GENLOCK_SOURCE_NAME);

    case GENLOCK_SIGNAL_DEVICE:
      return node->record == NULL ? g_strdup (_("a device that is not there"))
             : join_name (node->record, GENLOCK_DEVICE_LABEL, GENLOCK_DEVICE_NAME);

    case GENLOCK_SIGNAL_SEND:
      return node->record == NULL ? g_strdup (_("a send that is not there"))
             : join_name (node->record, GENLOCK_SEND_LABEL, GENLOCK_SEND_NAME);

    case GENLOCK_SIGNAL_UNKNOWN:
      break;
    }

  return node->word != NULL && *node->word != '\0' ? genlock_signal_dup_shown (node->word)
         : g_strdup (_("something unknown"));
}
