/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value of a field, and how many rows have it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockCount:
 * @word: (nullable): a value of the field as text, %NULL for null
 * @n: how many rows have it
 */
typedef struct
{
  char *word;
  guint n;
} GenlockCount;

G_END_DECLS
