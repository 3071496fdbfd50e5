/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The seeds of the fuzzers, and repeatable mutations of them, for the normal test run. */
#include "config.h"

#include <string.h>

#include "seeds.h"

static void
seed_free (gpointer data)
{
  Seed *seed = data;

  g_free (seed->name);
  g_free (seed->data);
  g_free (seed);
}

static int
compare_seeds (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(const Seed * const *) a)->name, (*(const Seed * const *) b)->name);
}

GPtrArray *
seeds_load (const char *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *corpus = g_ptr_array_new_with_free_func (seed_free);
  const char *file;

  g_assert_no_error (error);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      Seed *seed = g_new0 (Seed, 1);

      seed->name = g_strdup (file);
      g_ptr_array_add (corpus, seed);
      g_file_get_contents (path, &seed->data, &seed->length, &error);
      g_assert_no_error (error);
    }
  g_ptr_array_sort (corpus, compare_seeds);
  return corpus;
}

static gsize
random_index (GRand *rand,
              gsize  length)
{
  return length > 0 ? (gsize) g_rand_int_range (rand, 0, (gint32) length) : 0;
}

/* Puts part of another entry into @text. */
static void
splice (GRand       *rand,
        GString     *text,
        const Seed *other)
{
  gsize from = random_index (rand, other->length);
  gsize most = (gsize) g_rand_int_range (rand, 1, 40);
  gsize length = MIN (other->length - from, most);

  g_string_insert_len (text, (gssize) random_index (rand, text->len + 1), other->data + from,
                       (gssize) length);
}

void
seed_mutate (GRand          *rand,
             GString        *text,
             const Seed *other)
{
  static const char * const words[] = {
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "\\u0000", "null",
    "true", "-", "0", "9", ".", "e", "1e400", "9007199254740993", "\"a\":1,", "\xc3\xa4",
    "\xed\xa0\x80",
    "\xf0\x9f\x98\x80", "\x80", "\n", "\r", " ", "//", "'",
  };
  const char *word = words[random_index (rand, G_N_ELEMENTS (words))];
  gsize at = random_index (rand, text->len);
  gsize most = (gsize) g_rand_int_range (rand, 1, 10);
  gsize length = MIN (text->len - at, most);

  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      if (text->len > 0)
        text->str[at] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case 1:
      if (text->len > 0)
        text->str[at] = (char) g_rand_int_range (rand, 0, 256);
      break;
    case 2:
      g_string_erase (text, (gssize) at, (gssize) length);
      break;
    case 3:
      g_string_insert_len (text, (gssize) at, text->str + at, (gssize) length);
      break;
    case 4:
      g_string_truncate (text, at);
      break;
    case 5:
      splice (rand, text, other);
      break;
    default:
      g_string_insert (text, (gssize) at, word);
      break;
    }
}
