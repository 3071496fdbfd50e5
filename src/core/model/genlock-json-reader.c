/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict JSON reader that every byte from a network or a file passes. */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-json-keys.h"
#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-json-scanner.h"
#include "core/model/genlock-json-tree.h"

/* Bytes between two looks at the cancellable. */
#define STRIDE (256 * 1024)

#define BOM "\xef\xbb\xbf"

const GenlockJsonLimits genlock_json_limits_network = {
  .bytes = 16 * 1024 * 1024,
  .string_bytes = 64 * 1024,
  .members = 1000,
  .depth = 32,
};

const GenlockJsonLimits genlock_json_limits_file = {
  .bytes = 128 * 1024 * 1024,
  .string_bytes = 128 * 1024 * 1024,
  .members = 1000000,
  .depth = 256,
  .allow_bom = TRUE,
};

/* What may stand at the cursor, after white space. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* after "[" */
  EXPECT_KEY,
  EXPECT_KEY_OR_END, /* after "{" */
  EXPECT_COMMA_OR_END, /* after a value inside */
  EXPECT_NOTHING, /* after the outermost value */
} Expect;

/* An object or array that is open. */
typedef struct
{
  gboolean is_object;
  guint first_key; /* index in GenlockJsonKeys.keys */
  guint first_node; /* index in GenlockJsonTree.nodes */
} Frame;

typedef struct
{
  GenlockJsonScanner scanner;
  const GenlockJsonLimits *limits;
  GenlockJsonKeys keys;
  GArray *frames; /* (element-type Frame), the innermost last */
  Expect expect;

  GenlockJsonTree *tree; /* unowned, NULL when only checking */

  GCancellable *cancellable; /* unowned, nullable */
  GenlockJsonProgressFunc progress; /* nullable */
  gpointer user_data;
  const char *next_look;
} Reader;

static void
reader_init (Reader                  *self,
             const char              *data,
             gsize                    length,
             const GenlockJsonLimits *limits)
{
  *self = (Reader) {
    .scanner = {
      .data = data,
      .end = data + length,
      .at = data,
      .string_bytes = limits->string_bytes,
      .decoded = g_string_new (NULL),
    },
    .limits = limits,
    .frames = g_array_new (FALSE, FALSE, sizeof (Frame)),
    .expect = EXPECT_VALUE,
    .next_look = data,
  };
  genlock_json_keys_init (&self->keys);
}

static void
reader_clear (Reader *self)
{
  g_string_free (self->scanner.decoded, TRUE);
  g_array_unref (self->frames);
  genlock_json_keys_clear (&self->keys);
}

static Frame *
innermost (Reader *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static void
value_ends (Reader *self)
{
  self->expect = self->frames->len == 0 ? EXPECT_NOTHING : EXPECT_COMMA_OR_END;
}

static gboolean
read_open (Reader    *self,
           gboolean   is_object,
           GError   **error)
{
  Frame frame = {
    .is_object = is_object,
    .first_key = self->keys.keys->len,
    .first_node = self->tree != NULL ? self->tree->nodes->len : 0,
  };

  if (self->frames->len >= self->limits->depth)
    {
      g_autofree char *depth = g_strdup_printf ("%u", self->limits->depth);

      return genlock_json_error_set (error, GENLOCK_JSON_ERROR_DEPTH, self->scanner.data,
                                     self->scanner.at,
                                     N_("objects and arrays are nested deeper than %s"), depth);
    }
  g_array_append_val (self->frames, frame);
  self->scanner.at++;
  self->expect = is_object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  return TRUE;
}

static gboolean
check_keys (Reader       *self,
            const Frame  *frame,
            GError      **error)
{
  const GenlockJsonKey *repeated = genlock_json_keys_find_repeated (&self->keys, frame->first_key);

  if (repeated != NULL)
    {
      g_autofree char *name = genlock_json_quote (repeated->text, repeated->length);

      return genlock_json_error_set (error, GENLOCK_JSON_ERROR_DUPLICATE_KEY, self->scanner.data,
                                     repeated->place,
                                     N_("the key “%s” stands twice in one object"), name);
    }
  if (genlock_json_keys_collide (&self->keys, frame->first_key))
    return genlock_json_error_set (error, GENLOCK_JSON_ERROR_TOO_LARGE, self->scanner.data,
                                   self->scanner.at,
                                   N_("the keys of the object that ends here were made up to slow "
                                      "programs down"), NULL);
  return TRUE;
}

static gboolean
read_close (Reader  *self,
            GError **error)
{
  const Frame *frame = innermost (self);

  if (frame->is_object && !check_keys (self, frame, error))
    return FALSE;
  if (self->tree != NULL && frame->is_object)
    genlock_json_tree_end_object (self->tree, frame->first_node, &self->keys, frame->first_key);
  else if (self->tree != NULL)
    genlock_json_tree_end_array (self->tree, frame->first_node);

  genlock_json_keys_pop (&self->keys, frame->first_key);
  g_array_set_size (self->frames, self->frames->len - 1);
  self->scanner.at++;
  value_ends (self);
  return TRUE;
}

static gboolean
read_key (Reader  *self,
          GError **error)
{
  GenlockJsonScanner *scanner = &self->scanner;
  const char *place = scanner->at;
  GenlockJsonString key;

  if (scanner->at == scanner->end || *scanner->at != '"')
    return genlock_json_scanner_unexpected (scanner,
                                            self->expect == EXPECT_KEY_OR_END
                                            ? N_("“%s” stands where a key in double quotes, or }, "
                                                 "must stand")
                                            : N_("“%s” stands where a key in double quotes must "
                                                 "stand"),
                                            error);
  if (!genlock_json_scanner_string (scanner, &key, error))
    return FALSE;
  if (self->keys.keys->len - innermost (self)->first_key >= self->limits->members)
    {
      g_autofree char *limit = g_strdup_printf ("%" G_GSIZE_FORMAT, self->limits->members);

      return genlock_json_error_set (error, GENLOCK_JSON_ERROR_TOO_LARGE, scanner->data, place,
                                     N_("an object has more than %s keys"), limit);
    }
  genlock_json_keys_push (&self->keys, key.text, key.length, place, key.escaped);

  genlock_json_scanner_skip_space (scanner);
  if (scanner->at == scanner->end || *scanner->at != ':')
    return genlock_json_scanner_unexpected (scanner,
                                            N_("“%s” stands where the colon after a key must "
                                               "stand"),
                                            error);
  scanner->at++;
  self->expect = EXPECT_VALUE;
  return TRUE;
}

static gboolean
read_string (Reader  *self,
             GError **error)
{
  GenlockJsonString string;

  if (!genlock_json_scanner_string (&self->scanner, &string, error))
    return FALSE;
  if (self->tree != NULL)
    genlock_json_tree_add_string (self->tree, string.text, string.length);
  value_ends (self);
  return TRUE;
}

static gboolean
read_number (Reader  *self,
             GError **error)
{
  GenlockJsonNumber number;

  if (!genlock_json_scanner_number (&self->scanner, &number, error))
    return FALSE;
  if (self->tree != NULL && number.is_integer)
    genlock_json_tree_add (self->tree, json_node_init_int (json_node_alloc (), number.integer));
  else if (self->tree != NULL)
    genlock_json_tree_add (self->tree, json_node_init_double (json_node_alloc (), number.real));
  value_ends (self);
  return TRUE;
}

static gboolean
read_word (Reader      *self,
           const char  *word,
           GError     **error)
{
  if (!genlock_json_scanner_word (&self->scanner, word, error))
    return FALSE;
  if (self->tree != NULL && *word == 'n')
    genlock_json_tree_add (self->tree, json_node_init_null (json_node_alloc ()));
  else if (self->tree != NULL)
    genlock_json_tree_add (self->tree, json_node_init_boolean (json_node_alloc (), *word == 't'));
  value_ends (self);
  return TRUE;
}

static gboolean
read_value (Reader  *self,
            GError **error)
{
  GenlockJsonScanner *scanner = &self->scanner;
  char c = scanner->at < scanner->end ? *scanner->at : '\0';

  switch (c)
    {
    case '{':
      return read_open (self, TRUE, error);
    case '[':
      return read_open (self, FALSE, error);
    case '"':
      return read_string (self, error);
    case 't':
      return read_word (self, "true", error);
    case 'f':
      return read_word (self, "false", error);
    case 'n':
      return read_word (self, "null", error);
    case '-':
    case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      return read_number (self, error);
    case '\'':
      return genlock_json_scanner_unexpected (scanner,
                                              N_("text stands in “%s”; JSON wants double quotes"),
                                              error);
    case '/':
      return genlock_json_scanner_unexpected (scanner,
                                              N_("“%s” begins a comment, which JSON has not"),
                                              error);
    default:
      return genlock_json_scanner_unexpected (scanner, N_("“%s” stands where a value must stand"),
                                              error);
    }
}

static gboolean
read_comma_or_end (Reader  *self,
                   GError **error)
{
  GenlockJsonScanner *scanner = &self->scanner;
  gboolean is_object = innermost (self)->is_object;

  if (scanner->at < scanner->end && *scanner->at == (is_object ? '}' : ']'))
    return read_close (self, error);
  if (scanner->at == scanner->end || *scanner->at != ',')
    return genlock_json_scanner_unexpected (scanner,
                                            is_object
                                            ? N_("“%s” stands where a comma or } must stand")
                                            : N_("“%s” stands where a comma or ] must stand"),
                                            error);
  scanner->at++;
  self->expect = is_object ? EXPECT_KEY : EXPECT_VALUE;
  return TRUE;
}

static gboolean
look_up (Reader  *self,
         GError **error)
{
  GenlockJsonScanner *scanner = &self->scanner;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->progress != NULL)
    self->progress (scanner->at - scanner->data, scanner->end - scanner->data, self->user_data);
  if (scanner->end - scanner->at > STRIDE)
    self->next_look = scanner->at + STRIDE;
  else
    self->next_look = scanner->end;
  return TRUE;
}

/* Reads one token and what belongs to it. */
static gboolean
read_step (Reader  *self,
           GError **error)
{
  const GenlockJsonScanner *scanner = &self->scanner;
  gboolean at_end = scanner->at == scanner->end;

  switch (self->expect)
    {
    case EXPECT_VALUE_OR_END:
      if (!at_end && *scanner->at == ']')
        return read_close (self, error);
      return read_value (self, error);
    case EXPECT_VALUE:
      return read_value (self, error);
    case EXPECT_KEY_OR_END:
      if (!at_end && *scanner->at == '}')
        return read_close (self, error);
      return read_key (self, error);
    case EXPECT_KEY:
      return read_key (self, error);
    case EXPECT_COMMA_OR_END:
      return read_comma_or_end (self, error);
    case EXPECT_NOTHING:
      break;
    }
  return genlock_json_scanner_unexpected (&self->scanner,
                                          N_("“%s” stands behind the end of the value"), error);
}

static gboolean
check_begin (Reader  *self,
             GError **error)
{
  GenlockJsonScanner *scanner = &self->scanner;
  gsize length = scanner->end - scanner->data;

  if (length > self->limits->bytes)
    {
      g_autofree char *limit = g_format_size_full (self->limits->bytes, G_FORMAT_SIZE_IEC_UNITS);

      return genlock_json_error_set (error, GENLOCK_JSON_ERROR_TOO_LARGE, NULL, NULL,
                                     N_("the text is larger than %s"), limit);
    }
  if (length >= 2 && (memcmp (scanner->data, "\xff\xfe", 2) == 0 ||
                      memcmp (scanner->data, "\xfe\xff", 2) == 0))
    return genlock_json_error_set (error, GENLOCK_JSON_ERROR_ENCODING, scanner->data,
                                   scanner->data,
                                   N_("the text is UTF-16; save it as UTF-8"), NULL);
  if (length >= strlen (BOM) && memcmp (scanner->data, BOM, strlen (BOM)) == 0)
    {
      if (!self->limits->allow_bom)
        return genlock_json_error_set (error, GENLOCK_JSON_ERROR_ENCODING, scanner->data,
                                       scanner->data,
                                       N_("a byte order mark stands before the text"), NULL);
      scanner->at += strlen (BOM);
    }

  genlock_json_scanner_skip_space (scanner);
  if (scanner->at == scanner->end)
    return genlock_json_error_set (error, GENLOCK_JSON_ERROR_TRUNCATED, scanner->data,
                                   scanner->at, N_("the text is empty"), NULL);
  return TRUE;
}

static gboolean
reader_run (Reader  *self,
            GError **error)
{
  GenlockJsonScanner *scanner = &self->scanner;

  if (!check_begin (self, error))
    return FALSE;
  for (;;)
    {
      genlock_json_scanner_skip_space (scanner);
      if (self->expect == EXPECT_NOTHING && scanner->at == scanner->end)
        return TRUE;
      if (scanner->at >= self->next_look && !look_up (self, error))
        return FALSE;
      if (!read_step (self, error))
        return FALSE;
    }
}

gboolean
genlock_json_check (const char               *data,
                    gsize                     length,
                    const GenlockJsonLimits  *limits,
                    GError                  **error)
{
  Reader reader;
  gboolean ok;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  reader_init (&reader, data != NULL ? data : "", length,
               limits != NULL ? limits : &genlock_json_limits_network);
  ok = reader_run (&reader, error);
  reader_clear (&reader);
  return ok;
}

JsonNode *
genlock_json_parse (const char               *data,
                    gsize                     length,
                    const GenlockJsonLimits  *limits,
                    GError                  **error)
{
  return genlock_json_parse_full (data, length, limits, NULL, NULL, NULL, error);
}

JsonNode *
genlock_json_parse_full (const char               *data,
                         gsize                     length,
                         const GenlockJsonLimits  *limits,
                         GCancellable             *cancellable,
                         GenlockJsonProgressFunc   progress,
                         gpointer                  user_data,
                         GError                  **error)
{
  JsonNode *root = NULL;
  GenlockJsonTree tree;
  Reader reader;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader_init (&reader, data != NULL ? data : "", length,
               limits != NULL ? limits : &genlock_json_limits_network);
  genlock_json_tree_init (&tree);
  reader.tree = &tree;
  reader.cancellable = cancellable;
  reader.progress = progress;
  reader.user_data = user_data;
  if (reader_run (&reader, error))
    root = genlock_json_tree_steal_root (&tree);
  reader_clear (&reader);
  genlock_json_tree_clear (&tree);
  return root;
}
