/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window can go to, by name. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockFindKind:
 *
 * What is found, in the order in which equally good finds stand.
 */
typedef enum
{
  GENLOCK_FIND_PAGE,
  GENLOCK_FIND_SOURCE,
  GENLOCK_FIND_DEVICE,
  GENLOCK_FIND_SEND,
  GENLOCK_FIND_CABLE,
  GENLOCK_FIND_SHOW,
  GENLOCK_FIND_EQUIPMENT,
} GenlockFindKind;

/**
 * GenlockFindEntry:
 * @kind: what it is
 * @id: of the row, or the name of the page
 * @title: what people call it: "SRC 3 CAM 3"
 * @detail: (nullable): what else is to be known: "Camera"
 *
 * Something to go to.
 */
typedef struct
{
  GenlockFindKind kind;
  char *id;
  char *title;
  char *detail;
  /*< private >*/
  char **label;
  char **name;
  char **both;
} GenlockFindEntry;

/**
 * GenlockFindIndex:
 *
 * Names, ready to be compared with what is typed. It may be filled in another thread.
 */
typedef struct _GenlockFindIndex GenlockFindIndex;

GenlockFindIndex *genlock_find_index_new (void);
void genlock_find_index_free (GenlockFindIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockFindIndex, genlock_find_index_free)

/* @label: (nullable): "SRC 3". @detail: (nullable) */
void genlock_find_index_add (GenlockFindIndex *index,
                             GenlockFindKind kind,
                             const char *id,
                             const char *label,
                             const char *name,
                             const char *detail);

/* Adds a source, device, send, connection or show by its label and name; passes over all else, and
 * cables without a label. */
void genlock_find_index_add_record (GenlockFindIndex *index,
                                    const GenlockRecord *record);

/* Puts the entries in their natural order; to be called once when all are there. */
void genlock_find_index_sort (GenlockFindIndex *index);

/**
 * genlock_find_index_search:
 * @index: names
 * @text: what is typed
 * @max: how many at most
 *
 * Each word of @text has to begin a word of the name; numbers but the last are whole. What is
 * called just so comes first, then what begins so.
 *
 * Returns: (transfer container) (element-type GenlockFindEntry): the best first
 */
GPtrArray *genlock_find_index_search (const GenlockFindIndex *index,
                                      const char *text,
                                      guint max);

G_END_DECLS
