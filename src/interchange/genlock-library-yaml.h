/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads YAML from strangers into a tree that knows where everything stood. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What one file may ask of the reader; each is the largest value that passes. Device types that
 * people share have some thousand nodes, six deep. */
#define GENLOCK_YAML_MAX_BYTES (4 * 1024 * 1024)
#define GENLOCK_YAML_MAX_NODES 100000
#define GENLOCK_YAML_MAX_DEPTH 32
#define GENLOCK_YAML_MAX_KEYS 500
#define GENLOCK_YAML_MAX_DOCUMENTS 1000

/**
 * GenlockYamlError:
 * @GENLOCK_YAML_ERROR_SYNTAX: broken YAML, or a text that is not UTF-8
 * @GENLOCK_YAML_ERROR_LIMIT: larger, deeper or with more nodes than one file may have
 * @GENLOCK_YAML_ERROR_ALIAS: an alias, by which a small text can stand for gigabytes
 * @GENLOCK_YAML_ERROR_KEY: a key that stands twice in its map, or is no text
 * @GENLOCK_YAML_ERROR_TAG: a type of some programming language
 *
 * Messages are sentences in the user's language that begin with the place: "line 3, column 7: …".
 */
typedef enum
{
  GENLOCK_YAML_ERROR_SYNTAX,
  GENLOCK_YAML_ERROR_LIMIT,
  GENLOCK_YAML_ERROR_ALIAS,
  GENLOCK_YAML_ERROR_KEY,
  GENLOCK_YAML_ERROR_TAG,
} GenlockYamlError;

#define GENLOCK_YAML_ERROR (genlock_yaml_error_quark ())
GQuark genlock_yaml_error_quark (void);

/**
 * GenlockYamlKind:
 * @GENLOCK_YAML_TEXT: a scalar; every number and truth value is a text here
 * @GENLOCK_YAML_LIST: a sequence
 * @GENLOCK_YAML_MAP: a mapping
 */
typedef enum
{
  GENLOCK_YAML_TEXT,
  GENLOCK_YAML_LIST,
  GENLOCK_YAML_MAP,
} GenlockYamlKind;

/**
 * GenlockYaml:
 * @kind: what it is
 * @line: where it begins, counted from 1
 * @column: in characters, counted from 1
 * @text: (nullable): of a text
 * @is_plain: of a text: written without quotes, so that "~" means nothing
 * @keys: (nullable) (element-type utf8): of a map, in their order
 * @values: (nullable) (element-type GenlockYaml): of a list or, behind their @keys, of a map
 *
 * A node, owned by the one around it.
 */
typedef struct
{
  GenlockYamlKind kind;
  guint line;
  guint column;
  char *text;
  gboolean is_plain;
  GPtrArray *keys;
  GPtrArray *values;
} GenlockYaml;

/**
 * genlock_yaml_parse:
 * @data: (array length=length) (element-type guint8): the text, need not end with a NUL
 * @length: bytes of @data
 * @cancellable: (nullable): stops it with %G_IO_ERROR_CANCELLED
 * @error: #GenlockYamlError, %G_IO_ERROR_CANCELLED
 *
 * Reads UTF-8 within the limits above. Refuses aliases, keys that stand twice or are no text, and
 * tags that are not YAML's own.
 *
 * Returns: (transfer full) (nullable) (element-type GenlockYaml): the documents; empty for a text
 *   of comments only
 */
GPtrArray *genlock_yaml_parse (const char *data,
                               gsize length,
                               GCancellable *cancellable,
                               GError **error);

/* (transfer none) (nullable): the value of a key; %NULL where @map is none or has it not. */
const GenlockYaml *genlock_yaml_get (const GenlockYaml *map,
                                     const char *key);

/* (transfer none) (nullable): the text of a key; %NULL where there is none, it is empty or null. */
const char *genlock_yaml_get_text (const GenlockYaml *map,
                                   const char *key);

/* (transfer none) (nullable): the text itself, %NULL where it is none, empty or null. */
const char *genlock_yaml_read_text (const GenlockYaml *node);

/* Whether a key is there and true. */
gboolean genlock_yaml_get_bool (const GenlockYaml *map,
                                const char *key);

/* Sets an error of @code at @node: "line 3, column 7: " and @sentence. */
void genlock_yaml_set_error (GError **error,
                             GenlockYamlError code,
                             const GenlockYaml *node,
                             const char *sentence);

G_END_DECLS
