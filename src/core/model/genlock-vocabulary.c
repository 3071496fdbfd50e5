/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds words by what they have in common with the known ones. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <string.h>

#include "core/model/genlock-connector.h"
#include "core/model/genlock-vocabulary.h"

/* Longer text is no word of a list. */
#define MAX_KEY 64

#define MAX_CHAIN 64

/* The British spelling is the same fibre. */
static void
append_key (char     *key,
            gsize    *length,
            char      character)
{
  key[(*length)++] = character;
  if (*length >= 5 && memcmp (key + *length - 5, "FIBRE", 5) == 0)
    memcpy (key + *length - 2, "ER", 2);
}

/* What words are compared by: letters in upper case, digits, "+" and ">"; "×" is an x. FALSE when
 * nothing is left, or too much. */
static gboolean
make_key (const char *text,
          gsize       n_bytes,
          char       *key)
{
  gsize length = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      char character = g_ascii_toupper (text[i]);

      /* U+00D7 in UTF-8. */
      if (i + 1 < n_bytes && text[i] == '\xc3' && text[i + 1] == '\x97')
        {
          character = 'X';
          i++;
        }
      else if (g_ascii_iscntrl (character) || g_ascii_isspace (character) ||
               (g_ascii_ispunct (character) && character != '+' && character != '>'))
        continue;

      if (length + 1 == MAX_KEY)
        return FALSE;
      append_key (key, &length, character);
    }
  key[length] = '\0';

  return length > 0;
}

/* Whether a word, or one of the words between "|", has this key. */
static gboolean
has_key (const char *words,
         const char *key)
{
  while (words != NULL)
    {
      const char *end = strchr (words, '|');
      char other[MAX_KEY];

      if (make_key (words, end != NULL ? (gsize) (end - words) : strlen (words), other) &&
          strcmp (key, other) == 0)
        return TRUE;

      words = end != NULL ? end + 1 : NULL;
    }

  return FALSE;
}

char *
genlock_vocabulary_dup_key (const char *text,
                            gssize      length)
{
  char key[MAX_KEY];

  return make_key (text, length < 0 ? strlen (text) : (gsize) length, key) ? g_strdup (key) : NULL;
}

const char *
genlock_vocabulary_canonical (GenlockVocabulary  vocabulary,
                              const char        *text)
{
  const GenlockWord *words;
  char key[MAX_KEY];
  gsize n_words;

  if (text == NULL || !make_key (text, strlen (text), key))
    return NULL;

  if (vocabulary == GENLOCK_VOCABULARY_CONNECTOR)
    {
      const GenlockConnector *connector = genlock_connector_find (text);

      return connector != NULL ? connector->name : NULL;
    }

  words = genlock_vocabulary_get_words (vocabulary, &n_words);
  for (gsize i = 0; i < n_words; i++)
    {
      if (has_key (words[i].word, key) || has_key (words[i].aliases, key))
        return words[i].word;
    }

  if (vocabulary == GENLOCK_VOCABULARY_CATEGORY && g_str_has_suffix (key, "SWITCHER"))
    return "SWITCHER";

  return NULL;
}

const char **
genlock_vocabulary_get_offers (GenlockVocabulary vocabulary)
{
  GPtrArray *offers = g_ptr_array_new ();
  gsize n_words, n_connectors;
  const GenlockWord *words = genlock_vocabulary_get_words (vocabulary, &n_words);
  const GenlockConnector *connectors = genlock_connector_get_all (&n_connectors);

  for (gsize i = 0; i < n_words; i++)
    {
      if (words[i].is_offered)
        g_ptr_array_add (offers, (gpointer) words[i].word);
    }
  for (gsize i = 0; vocabulary == GENLOCK_VOCABULARY_CONNECTOR && i < n_connectors; i++)
    {
      if (connectors[i].is_offered)
        g_ptr_array_add (offers, (gpointer) connectors[i].name);
    }
  g_ptr_array_add (offers, NULL);

  return (const char **) g_ptr_array_free (offers, FALSE);
}

const char *
genlock_vocabulary_category (const char *text)
{
  const char *word = genlock_vocabulary_canonical (GENLOCK_VOCABULARY_CATEGORY, text);

  return word != NULL ? word : "OTHER";
}

/* The known converter with these two ends. */
static const char *
find_converter (const char *from,
                const char *to)
{
  g_autofree char *name = NULL;

  if (from == NULL || to == NULL)
    return NULL;

  name = g_strconcat (from, ">", to, NULL);

  return genlock_vocabulary_canonical (GENLOCK_VOCABULARY_SECONDARY_DEVICE, name);
}

static char **
split_ends (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ">", MAX_CHAIN);
  GPtrArray *ends = g_ptr_array_new ();

  for (int i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (parts[i][0] != '\0')
        g_ptr_array_add (ends, g_strdup (parts[i]));
    }
  g_ptr_array_add (ends, NULL);

  return (char **) g_ptr_array_free (ends, FALSE);
}

char **
genlock_vocabulary_split_chain (const char *text)
{
  g_auto (GStrv) ends = split_ends (text);
  GPtrArray *devices = g_ptr_array_new ();

  for (int i = 0; ends[i] != NULL;)
    {
      const char *converter = find_converter (ends[i], ends[i + 1]);
      const char *device = converter;

      if (device == NULL)
        device = genlock_vocabulary_canonical (GENLOCK_VOCABULARY_SECONDARY_DEVICE, ends[i]);

      g_ptr_array_add (devices, g_strdup (device != NULL ? device : ends[i]));
      /* The next converter may begin where this one ends. */
      if (converter == NULL || find_converter (ends[i + 1], ends[i + 2]) != NULL)
        i += 1;
      else
        i += 2;
    }
  g_ptr_array_add (devices, NULL);

  return (char **) g_ptr_array_free (devices, FALSE);
}
