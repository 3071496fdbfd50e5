/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which specs the library shows, and in which order. */

#pragma once

#include "core/store/genlock-query.h"

G_BEGIN_DECLS

typedef enum
{
  GENLOCK_LIBRARY_SORT_CATEGORY,
  GENLOCK_LIBRARY_SORT_MANUFACTURER,
  GENLOCK_LIBRARY_SORT_MODEL,
  GENLOCK_LIBRARY_SORT_PORTS,
  GENLOCK_LIBRARY_SORT_CHANGED,
} GenlockLibrarySort;

/**
 * GenlockLibraryOrigin:
 * @GENLOCK_LIBRARY_ALL: rows of the database, then what is shipped and not copied yet
 * @GENLOCK_LIBRARY_MINE: rows of the database
 * @GENLOCK_LIBRARY_SHIPPED: what is shipped and not copied yet
 * @GENLOCK_LIBRARY_USED: rows of the database that a show uses
 */
typedef enum
{
  GENLOCK_LIBRARY_ALL,
  GENLOCK_LIBRARY_MINE,
  GENLOCK_LIBRARY_SHIPPED,
  GENLOCK_LIBRARY_USED,
} GenlockLibraryOrigin;

/**
 * GenlockLibraryView:
 * @search: (nullable): each word of it is found
 * @categories: (nullable) (array zero-terminated=1): words; %NULL for all
 * @card_based: only frames
 * @secondary: only secondary devices
 * @origin: whose
 * @used: (nullable) (array zero-terminated=1): ids of the specs that shows use
 * @sort: the order
 *
 * Nothing in it is owned.
 */
typedef struct
{
  const char *search;
  const char * const *categories;
  gboolean card_based;
  gboolean secondary;
  GenlockLibraryOrigin origin;
  const char * const *used;
  GenlockLibrarySort sort;
} GenlockLibraryView;

/* Whether @view leaves anything out. */
gboolean genlock_library_view_is_narrow (const GenlockLibraryView *view);

/* (transfer full) (nullable): the rows of the database in @view; %NULL where there are none. */
GenlockQuery *genlock_library_view_make_query (const GenlockLibraryView *view);

/* The field that the list has headings for; 0 where it has none. */
guint genlock_library_view_get_group (const GenlockLibraryView *view);

G_END_DECLS
