/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pattern of labels that was read. */

#pragma once

#include "equipment/genlock-port-pattern.h"

G_BEGIN_DECLS

/* What one place of the pattern can be: a word, or from @first by @step @n times. */
typedef struct
{
  char *word; /* owned, nullable: then the rest does not count */
  gboolean is_letter;
  gint64 first;
  gint64 step;
  guint n;
  guint digits; /* padded with zeros to so many */
} GenlockPortPatternItem;

/* A stretch of text, or a bracket: its items one after the other. */
typedef struct
{
  GArray *items; /* owned (element-type GenlockPortPatternItem) */
  guint n;
} GenlockPortPatternPart;

typedef struct
{
  GArray *parts; /* owned (element-type GenlockPortPatternPart) */
  guint64 n_labels;
  guint64 length; /* characters of the longest */
} GenlockPortPattern;

void genlock_port_pattern_clear (GenlockPortPattern *pattern);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockPortPattern, genlock_port_pattern_clear)

/* @pattern: empty; @max: the most labels that are allowed. */
gboolean genlock_port_pattern_read (const char *text,
                                    guint max,
                                    GenlockPortPattern *pattern,
                                    GError **error);

G_END_DECLS
