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

/* Ends the object whose first key has the index @first. Returns the earliest key that repeats
 * another, NULL when all differ; valid until the next push. O(n log n) whatever the keys are:
 * no hash that an attacker could make collide. */
const GenlockJsonKey *genlock_json_keys_end       (GenlockJsonKeys *self,
                                                   guint            first);

G_END_DECLS
