/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values that the JSON reader has read, growing into a tree (for the reader only). */
#pragma once

#include <json-glib/json-glib.h>

#include "core/model/genlock-json-keys.h"

G_BEGIN_DECLS

/* A stack of values that are not yet part of another. An object or array is made at its end, of
 * the values on top: by then its keys are known to be harmless, and its size is known. */
typedef struct
{
  GPtrArray *nodes; /* (element-type JsonNode) (owned) */
  GString *scratch; /* owned, for a terminated copy */
} GenlockJsonTree;

void      genlock_json_tree_init       (GenlockJsonTree       *self);
void      genlock_json_tree_clear      (GenlockJsonTree       *self);

/* Adds a plain value (transfer full). */
void      genlock_json_tree_add        (GenlockJsonTree       *self,
                                        JsonNode              *node);
void      genlock_json_tree_add_string (GenlockJsonTree       *self,
                                        const char            *text,
                                        gsize                  length);

/* Makes the values from index @first on an array, or an object with the keys from index
 * @first_key on, of which there are as many. */
void      genlock_json_tree_end_array  (GenlockJsonTree       *self,
                                        guint                  first);
void      genlock_json_tree_end_object (GenlockJsonTree       *self,
                                        guint                  first,
                                        const GenlockJsonKeys *keys,
                                        guint                  first_key);

/* Returns the one value that is left (transfer full). */
JsonNode *genlock_json_tree_steal_root (GenlockJsonTree       *self);

G_END_DECLS
