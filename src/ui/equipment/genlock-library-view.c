/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which specs the library shows, and in which order. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-equipment-specs.h"
#include "ui/equipment/genlock-library-view.h"

gboolean
genlock_library_view_is_narrow (const GenlockLibraryView *view)
{
  return (view->search != NULL && *view->search != '\0') || view->categories != NULL
         || view->card_based || view->secondary || view->origin != GENLOCK_LIBRARY_ALL;
}

static void
set_sort (GenlockQuery *query,
          GenlockLibrarySort sort)
{
  switch (sort)
    {
    case GENLOCK_LIBRARY_SORT_CATEGORY:
      genlock_query_set_sort (query, GENLOCK_EQUIPMENT_SPEC_CATEGORY, FALSE);
      genlock_query_set_sort_then (query, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
      return;

    case GENLOCK_LIBRARY_SORT_MANUFACTURER:
      genlock_query_set_sort (query, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, FALSE);
      return;

    case GENLOCK_LIBRARY_SORT_MODEL:
      return;

    case GENLOCK_LIBRARY_SORT_PORTS:
      genlock_query_set_sort_count (query, TRUE);
      return;

    case GENLOCK_LIBRARY_SORT_CHANGED:
      genlock_query_set_sort (query, GENLOCK_META_UPDATED_AT, TRUE);
      return;
    }

  g_assert_not_reached ();
}

GenlockQuery *
genlock_library_view_make_query (const GenlockLibraryView *view)
{
  static const char * const card_based[] = { "CARD_BASED", NULL };
  static const char * const secondary[] = { "true", NULL };
  static const char * const none[] = { NULL };
  GenlockQuery *query;

  if (view->origin == GENLOCK_LIBRARY_SHIPPED)
    return NULL;

  query = genlock_query_new (&genlock_equipment_specs);
  genlock_query_set_search (query, view->search);
  genlock_query_set_filter (query, GENLOCK_EQUIPMENT_SPEC_CATEGORY, view->categories, FALSE);
  if (view->card_based)
    genlock_query_set_filter (query, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, card_based, FALSE);
  if (view->secondary)
    genlock_query_set_filter (query, GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE, secondary, FALSE);
  if (view->origin == GENLOCK_LIBRARY_USED)
    genlock_query_set_filter (query, GENLOCK_META_ID, view->used != NULL ? view->used : none,
                              FALSE);
  set_sort (query, view->sort);

  return query;
}

guint
genlock_library_view_get_group (const GenlockLibraryView *view)
{
  switch (view->sort)
    {
    case GENLOCK_LIBRARY_SORT_CATEGORY:
      return GENLOCK_EQUIPMENT_SPEC_CATEGORY;

    case GENLOCK_LIBRARY_SORT_MANUFACTURER:
      return GENLOCK_EQUIPMENT_SPEC_MANUFACTURER;

    case GENLOCK_LIBRARY_SORT_MODEL:
    case GENLOCK_LIBRARY_SORT_PORTS:
    case GENLOCK_LIBRARY_SORT_CHANGED:
      return 0;
    }

  g_assert_not_reached ();
}
