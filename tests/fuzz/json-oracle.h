/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jansson, as strict as it goes, to compare with. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Levels that Jansson reads (its JSON_PARSER_MAX_DEPTH); a plain value counts as one. */
#define JSON_ORACLE_DEPTH 2048

/* What Jansson says of a text. */
typedef struct
{
  gboolean is_json;
  gboolean is_too_deep; /* not read any further */
  gboolean has_large_integer; /* beyond ±2^53: Jansson takes what fits 64 bits */
  char *canonical; /* owned, nullable: the value that Jansson read, unless it has such an integer */
} JsonOracle;

void  json_oracle_read     (JsonOracle *self,
                            const char *data,
                            gsize       length);
void  json_oracle_clear    (JsonOracle *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JsonOracle, json_oracle_clear)

/* Makes a value up and returns it in every form that Jansson writes, NULL-terminated. */
char **json_oracle_generate (GRand *rand);

G_END_DECLS
