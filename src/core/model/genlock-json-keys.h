/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the open objects, to find one that stands twice (for the reader only). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 head; /* the first eight bytes, big-endian: decides most comparisons */
  const char *text; /* not terminated */
  gsize length;
  const char *place; /* the opening quote in the input */
} GenlockJsonKey;

/* A stack: the keys of an inner object stand above those of the outer ones. */
typedef struct
{
  GArray *keys; /* (element-type GenlockJsonKey) */
  GStringChunk *decoded; /* keys that had escapes */
} GenlockJsonKeys;

void                  genlock_json_keys_init      (GenlockJsonKeys *self);
void                  genlock_json_keys_clear     (GenlockJsonKeys *self);

/* Adds a key; @text is copied when @copy, else it must outlive @self. */
void                  genlock_json_keys_push      (GenlockJsonKeys *self,
                                                   const char      *text,
                                                   gsize            length,
                                                   const char      *place,
                                                   gboolean         copy);

/* Returns the earliest key from index @first on that repeats another, NULL when all differ.
 * O(n log n) whatever the keys are: no hash that an attacker could make collide. */
const GenlockJsonKey *genlock_json_keys_find_repeated (const GenlockJsonKeys *self,
                                                       guint                  first);

/* Whether the keys from index @first on were chosen to share one g_str_hash(), which would make
 * the hash table of a JsonObject take the square of their number. */
gboolean              genlock_json_keys_collide       (const GenlockJsonKeys *self,
                                                       guint                  first);

/* Ends the object whose first key has the index @first. */
void                  genlock_json_keys_pop           (GenlockJsonKeys       *self,
                                                       guint                  first);

G_END_DECLS
