/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads YAML from strangers into a tree that knows where everything stood. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <yaml.h>

#include "interchange/genlock-library-yaml.h"

/* Tags of YAML itself that say nothing which the text does not. */
#define OWN_TAGS "tag:yaml.org,2002:"
static const char * const own_tags[] = {
  "str", "int", "float", "bool", "null", "timestamp", "seq", "map", NULL,
};

G_DEFINE_QUARK (genlock-yaml-error-quark, genlock_yaml_error)

/* A text on its way into a tree. */
typedef struct
{
  yaml_parser_t parser;
  GPtrArray *documents; /* owned (element-type GenlockYaml) */
  GPtrArray *open; /* owned (element-type GenlockYaml), unowned each: lists and maps around */
  guint n_nodes;
} Reader;

static void
node_free (gpointer data)
{
  GenlockYaml *node = data;

  g_free (node->text);
  g_clear_pointer (&node->keys, g_ptr_array_unref);
  g_clear_pointer (&node->values, g_ptr_array_unref);
  g_free (node);
}

static gboolean
refuse (GError **error,
        GenlockYamlError code,
        gsize line,
        gsize column,
        const char *sentence)
{
  g_set_error (error, GENLOCK_YAML_ERROR, (int) code, _("line %1$u, column %2$u: %3$s"),
               (guint) line, (guint) column, sentence);

  return FALSE;
}

static gboolean
refuse_mark (GError **error,
             GenlockYamlError code,
             const yaml_mark_t *mark,
             const char *sentence)
{
  return refuse (error, code, mark->line + 1, mark->column + 1, sentence);
}

void
genlock_yaml_set_error (GError **error,
                        GenlockYamlError code,
                        const GenlockYaml *node,
                        const char *sentence)
{
  refuse (error, code, node->line, node->column, sentence);
}

/* A byte that is no UTF-8, or a character that no text has, by its place. */
static gboolean
refuse_byte (const char *data,
             const char *bad,
             const char *sentence,
             GError **error)
{
  const char *line = data;
  guint n_lines = 1;

  for (const char *at = data; at < bad; at++)
    {
      if (*at != '\n')
        continue;
      n_lines++;
      line = at + 1;
    }

  return refuse (error, GENLOCK_YAML_ERROR_SYNTAX, n_lines,
                 (gsize) g_utf8_strlen (line, bad - line) + 1, sentence);
}

static gboolean
check_text (const char *data,
            gsize length,
            GError **error)
{
  const char *bad;

  if (length > GENLOCK_YAML_MAX_BYTES)
    {
      g_autofree char *sentence =
        g_strdup_printf (_("The text is longer than the %d MiB that a device type may have. "
                           "Split the file."), GENLOCK_YAML_MAX_BYTES / (1024 * 1024));

      return refuse (error, GENLOCK_YAML_ERROR_LIMIT, 1, 1, sentence);
    }
  if (!g_utf8_validate (data, (gssize) length, &bad))
    return refuse_byte (data, bad, *bad == '\0'
                                   ? _("Here is a NUL byte, which no text has. Save the file "
                                       "anew.")
                                   : _("Here the text is not UTF-8. Save the file as UTF-8."),
                        error);

  return TRUE;
}

/* What libyaml could not read; it speaks English only, and to programmers. */
static gboolean
refuse_syntax (Reader *self,
               const char *data,
               GError **error)
{
  const yaml_parser_t *parser = &self->parser;
  g_autofree char *sentence =
    /* Translators: what is wrong, in English */
    g_strdup_printf (_("The YAML is broken here (%s)."),
                     parser->problem != NULL ? parser->problem : "?");

  if (parser->error == YAML_READER_ERROR)
    return refuse_byte (data, data + parser->problem_offset, sentence, error);

  return refuse_mark (error, GENLOCK_YAML_ERROR_SYNTAX, &parser->problem_mark, sentence);
}

static gboolean
check_tag (const yaml_char_t *tag,
           const yaml_mark_t *mark,
           GError **error)
{
  const char *text = (const char *) tag;
  g_autofree char *sentence = NULL;

  if (text == NULL || strcmp (text, "!") == 0
      || (g_str_has_prefix (text, OWN_TAGS)
          && g_strv_contains (own_tags, text + strlen (OWN_TAGS))))
    return TRUE;

  sentence = g_strdup_printf (_("“%s” is a type that Genlock does not make. Take the tag out."),
                              text);

  return refuse_mark (error, GENLOCK_YAML_ERROR_TAG, mark, sentence);
}

static GenlockYaml *
node_new (GenlockYamlKind kind,
          const yaml_mark_t *mark)
{
  GenlockYaml *node = g_new0 (GenlockYaml, 1);

  node->kind = kind;
  node->line = (guint) mark->line + 1;
  node->column = (guint) mark->column + 1;
  if (kind != GENLOCK_YAML_TEXT)
    node->values = g_ptr_array_new_with_free_func (node_free);
  if (kind == GENLOCK_YAML_MAP)
    node->keys = g_ptr_array_new_with_free_func (g_free);

  return node;
}

static GenlockYaml *
get_around (Reader *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
}

static gboolean
is_at_key (Reader *self)
{
  GenlockYaml *around = get_around (self);

  return around != NULL && around->kind == GENLOCK_YAML_MAP
         && around->keys->len == around->values->len;
}

static gboolean
count_node (Reader *self,
            const yaml_mark_t *mark,
            GError **error)
{
  g_autofree char *sentence = NULL;

  if (++self->n_nodes <= GENLOCK_YAML_MAX_NODES)
    return TRUE;

  sentence = g_strdup_printf (_("There are more than the %d values that one file may have. Split "
                                "the file."), GENLOCK_YAML_MAX_NODES);

  return refuse_mark (error, GENLOCK_YAML_ERROR_LIMIT, mark, sentence);
}

static void
add_value (Reader *self,
           GenlockYaml *node)
{
  GenlockYaml *around = get_around (self);

  g_ptr_array_add (around != NULL ? around->values : self->documents, node);
}

static gboolean
add_key (Reader *self,
         const char *key,
         const yaml_mark_t *mark,
         GError **error)
{
  GenlockYaml *map = get_around (self);
  g_autofree char *sentence = NULL;

  if (map->keys->len >= GENLOCK_YAML_MAX_KEYS)
    return refuse_mark (error, GENLOCK_YAML_ERROR_LIMIT, mark,
                        _("There are too many keys in one map. Check the file."));
  if (!g_ptr_array_find_with_equal_func (map->keys, key, g_str_equal, NULL))
    {
      g_ptr_array_add (map->keys, g_strdup (key));
      return TRUE;
    }

  sentence = g_strdup_printf (_("“%s” stands twice here. Leave one."), key);

  return refuse_mark (error, GENLOCK_YAML_ERROR_KEY, mark, sentence);
}

static gboolean
read_scalar (Reader *self,
             const yaml_event_t *event,
             GError **error)
{
  const char *text = (const char *) event->data.scalar.value;
  GenlockYaml *node;

  if (!check_tag (event->data.scalar.tag, &event->start_mark, error)
      || !count_node (self, &event->start_mark, error))
    return FALSE;

  /* An escape may write a NUL, behind which nobody would see anything. */
  if (memchr (text, '\0', event->data.scalar.length) != NULL)
    return refuse_mark (error, GENLOCK_YAML_ERROR_SYNTAX, &event->start_mark,
                        _("Here is a NUL byte, which no text has. Save the file anew."));

  if (is_at_key (self))
    return add_key (self, text, &event->start_mark, error);

  node = node_new (GENLOCK_YAML_TEXT, &event->start_mark);
  node->text = g_strdup (text);
  node->is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
  add_value (self, node);

  return TRUE;
}

static gboolean
begin (Reader *self,
       GenlockYamlKind kind,
       const yaml_char_t *tag,
       const yaml_mark_t *mark,
       GError **error)
{
  GenlockYaml *node;

  if (!check_tag (tag, mark, error) || !count_node (self, mark, error))
    return FALSE;
  if (is_at_key (self))
    return refuse_mark (error, GENLOCK_YAML_ERROR_KEY, mark,
                        _("A list or a map cannot be a key. Write a word."));
  if (self->open->len >= GENLOCK_YAML_MAX_DEPTH)
    {
      g_autofree char *sentence =
        g_strdup_printf (_("Lists and maps are nested more than %d deep, which no device type "
                           "needs. Check the file."), GENLOCK_YAML_MAX_DEPTH);

      return refuse_mark (error, GENLOCK_YAML_ERROR_LIMIT, mark, sentence);
    }

  node = node_new (kind, mark);
  add_value (self, node);
  g_ptr_array_add (self->open, node);

  return TRUE;
}

static gboolean
begin_document (Reader *self,
                const yaml_event_t *event,
                GError **error)
{
  if (self->documents->len < GENLOCK_YAML_MAX_DOCUMENTS)
    return TRUE;

  return refuse_mark (error, GENLOCK_YAML_ERROR_LIMIT, &event->start_mark,
                      _("There are too many documents in one file. Split the file."));
}

static gboolean
read_event (Reader *self,
            const yaml_event_t *event,
            GError **error)
{
  switch (event->type)
    {
    case YAML_DOCUMENT_START_EVENT:
      return begin_document (self, event, error);

    case YAML_ALIAS_EVENT:
      return refuse_mark (error, GENLOCK_YAML_ERROR_ALIAS, &event->start_mark,
                          _("Here is an alias (*), by which a small file can stand for an endless "
                            "one. Write the values out."));

    case YAML_SCALAR_EVENT:
      return read_scalar (self, event, error);

    case YAML_SEQUENCE_START_EVENT:
      return begin (self, GENLOCK_YAML_LIST, event->data.sequence_start.tag, &event->start_mark,
                    error);

    case YAML_MAPPING_START_EVENT:
      return begin (self, GENLOCK_YAML_MAP, event->data.mapping_start.tag, &event->start_mark,
                    error);

    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      g_ptr_array_remove_index (self->open, self->open->len - 1);
      return TRUE;

    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
      return TRUE;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_all (Reader *self,
          const char *data,
          GCancellable *cancellable,
          GError **error)
{
  yaml_event_type_t type = YAML_NO_EVENT;

  while (type != YAML_STREAM_END_EVENT)
    {
      yaml_event_t event;
      gboolean is_read;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!yaml_parser_parse (&self->parser, &event))
        return refuse_syntax (self, data, error);

      type = event.type;
      is_read = read_event (self, &event, error);
      yaml_event_delete (&event);
      if (!is_read)
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
genlock_yaml_parse (const char *data,
                    gsize length,
                    GCancellable *cancellable,
                    GError **error)
{
  Reader self = { .n_nodes = 0 };
  gboolean is_read;

  if (!check_text (data, length, error))
    return NULL;
  /* libyaml counts the mark as a column and then misses a "---" behind it. */
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  if (!yaml_parser_initialize (&self.parser))
    g_error ("libyaml has no memory for a parser");
  yaml_parser_set_encoding (&self.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&self.parser, (const unsigned char *) data, length);
  self.documents = g_ptr_array_new_with_free_func (node_free);
  self.open = g_ptr_array_new ();
  is_read = read_all (&self, data, cancellable, error);
  g_ptr_array_unref (self.open);
  yaml_parser_delete (&self.parser);
  if (!is_read)
    g_clear_pointer (&self.documents, g_ptr_array_unref);

  return self.documents;
}

const GenlockYaml *
genlock_yaml_get (const GenlockYaml *map,
                  const char *key)
{
  guint index;

  if (map == NULL || map->kind != GENLOCK_YAML_MAP
      || !g_ptr_array_find_with_equal_func (map->keys, key, g_str_equal, &index))
    return NULL;

  return map->values->pdata[index];
}

const char *
genlock_yaml_read_text (const GenlockYaml *node)
{
  static const char * const nulls[] = { "~", "null", "Null", "NULL", NULL };

  if (node == NULL || node->kind != GENLOCK_YAML_TEXT || *node->text == '\0'
      || (node->is_plain && g_strv_contains (nulls, node->text)))
    return NULL;

  return node->text;
}

const char *
genlock_yaml_get_text (const GenlockYaml *map,
                       const char *key)
{
  return genlock_yaml_read_text (genlock_yaml_get (map, key));
}

gboolean
genlock_yaml_get_bool (const GenlockYaml *map,
                       const char *key)
{
  const char *text = genlock_yaml_get_text (map, key);

  return text != NULL
         && (g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "yes") == 0
             || g_ascii_strcasecmp (text, "on") == 0);
}
