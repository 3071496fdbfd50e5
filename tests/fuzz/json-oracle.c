/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jansson, as strict as it goes, to compare with. */
#include "config.h"

#include <dlfcn.h>
#include <jansson.h>
#include <string.h>

#include "core/model/genlock-json-writer.h"
#include "json-oracle.h"

/* json-glib has a function of the same name, and the dynamic linker takes whichever it meets
 * first; so this one is asked for by its library. No file may include the headers of both. */
static void *
jansson_object_iter_next (json_t *object,
                          void   *iter)
{
  static void *(*next) (json_t *object, void *iter);

  if (next == NULL)
    {
      void *jansson = dlopen ("libjansson.so.4", RTLD_NOW);

      g_assert_nonnull (jansson);
      next = dlsym (jansson, "json_object_iter_next");
      g_assert_nonnull (next);
      dlclose (jansson);
    }
  return next (object, iter);
}

#define json_object_iter_next jansson_object_iter_next

#define INTEGER_MAX (G_GINT64_CONSTANT (1) << 53)

#define GENERATED_DEPTH 5

static gboolean
has_large_integer (json_t *value)
{
  gboolean found = json_is_integer (value) && (json_integer_value (value) > INTEGER_MAX ||
                                               json_integer_value (value) < -INTEGER_MAX);
  const char *key;
  json_t *inner;
  size_t i;

  json_array_foreach (value, i, inner)
  found = found || has_large_integer (inner);
  json_object_foreach (value, key, inner)
  found = found || has_large_integer (inner);
  return found;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void write_value (GString *text,
                         json_t  *value);

static void
write_object (GString *text,
              json_t  *value)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const char *key;
  json_t *inner;

  json_object_foreach (value, key, inner)
  g_ptr_array_add (keys, (gpointer) key);
  g_ptr_array_sort (keys, compare_keys);

  genlock_json_write_begin_object (text);
  for (guint i = 0; i < keys->len; i++)
    {
      genlock_json_write_key (text, keys->pdata[i]);
      write_value (text, json_object_get (value, keys->pdata[i]));
    }
  genlock_json_write_end_object (text);
}

static void
write_value (GString *text,
             json_t  *value)
{
  json_t *inner;
  size_t i;

  switch (json_typeof (value))
    {
    case JSON_OBJECT:
      write_object (text, value);
      break;
    case JSON_ARRAY:
      genlock_json_write_begin_array (text);
      json_array_foreach (value, i, inner)
      write_value (text, inner);
      genlock_json_write_end_array (text);
      break;
    case JSON_STRING:
      genlock_json_write_string_len (text, json_string_value (value), json_string_length (value));
      break;
    case JSON_INTEGER:
      genlock_json_write_int (text, json_integer_value (value));
      break;
    case JSON_REAL:
      genlock_json_write_double (text, json_real_value (value));
      break;
    case JSON_TRUE:
    case JSON_FALSE:
      genlock_json_write_boolean (text, json_is_true (value));
      break;
    case JSON_NULL:
      genlock_json_write_null (text);
      break;
    }
}

void
json_oracle_read (JsonOracle *self,
                  const char *data,
                  gsize       length)
{
  json_error_t error;
  json_t *value;

  *self = (JsonOracle) { 0 };
  /* No JSON has a NUL, but Jansson 2.14 loses one that stands behind a number: "[1\0]". */
  if (memchr (data, '\0', length) != NULL)
    return;

  value = json_loadb (data, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
  self->is_json = value != NULL;
  if (value == NULL)
    {
      self->is_too_deep = json_error_code (&error) == json_error_stack_overflow;
      return;
    }

  self->has_large_integer = has_large_integer (value);
  if (!self->has_large_integer)
    {
      GString *canonical = g_string_new (NULL);

      write_value (canonical, value);
      self->canonical = g_string_free (canonical, FALSE);
    }
  json_decref (value);
}

void
json_oracle_clear (JsonOracle *self)
{
  g_clear_pointer (&self->canonical, g_free);
}

static json_t *
generate_string (GRand *rand)
{
  static const gint32 tops[] = { 0x20, 0x80, 0x800, 0xd800, 0x110000 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
    {
      gint32 top = tops[g_rand_int_range (rand, 0, G_N_ELEMENTS (tops))];
      gunichar c = (gunichar) g_rand_int_range (rand, 1, top);

      if (g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }
  return json_string (text->str);
}

static json_t *
generate_plain (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return generate_string (rand);
    case 1:
      return json_integer (g_rand_int_range (rand, G_MININT, G_MAXINT) *
                           (json_int_t) g_rand_int_range (rand, 1, 1 << 21));
    case 2:
      return json_real (g_rand_double_range (rand, -1e9, 1e9));
    case 3:
      return json_real (g_rand_int_range (rand, -1000000, 1000000) / 1000.0);
    case 4:
      return json_boolean (g_rand_boolean (rand));
    default:
      return json_null ();
    }
}

static json_t *
generate (GRand *rand,
          guint  depth)
{
  int kind = g_rand_int_range (rand, 0, 4);
  json_t *value;

  if (depth == 0 || kind > 1)
    return generate_plain (rand);

  value = kind == 0 ? json_object () : json_array ();
  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      json_t *key = generate_string (rand);

      if (kind == 0)
        json_object_set_new (value, json_string_value (key), generate (rand, depth - 1));
      else
        json_array_append_new (value, generate (rand, depth - 1));
      json_decref (key);
    }
  return value;
}

char **
json_oracle_generate (GRand *rand)
{
  static const size_t forms[] = {
    JSON_COMPACT, JSON_INDENT (3), JSON_ENSURE_ASCII, JSON_ESCAPE_SLASH,
    JSON_SORT_KEYS | JSON_INDENT (1),
  };
  char **texts = g_new0 (char *, G_N_ELEMENTS (forms) + 1);
  json_t *value = generate (rand, GENERATED_DEPTH);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      char *text = json_dumps (value, forms[i] | JSON_ENCODE_ANY);

      texts[i] = g_strdup (text);
      free (text);
    }
  json_decref (value);
  return texts;
}
