/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers for the ids of many rows, small and quick. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GENLOCK_IDS_NONE G_MAXUINT

/**
 * GenlockIds:
 *
 * A set of UUIDs that gives each the number of its turn. 24 bytes an id: a GHashTable of text
 * takes 100.
 */
typedef struct _GenlockIds GenlockIds;

GenlockIds *genlock_ids_new (void);
void genlock_ids_free (GenlockIds *ids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockIds, genlock_ids_free)

/* @id: a canonical UUID not yet in the set; its number is how many were there before it */
void genlock_ids_add (GenlockIds *ids,
                      const char *id);

/* The number of @id, or %GENLOCK_IDS_NONE. One thread at a time. */
guint genlock_ids_find (GenlockIds *ids,
                        const char *id);

G_END_DECLS
