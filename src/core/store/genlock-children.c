/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The children of all rows that a query is about, in one go. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-children.h"
#include "core/store/genlock-query-sql.h"

/* A look-up by key costs about this many times what a step of a pass through the table costs. */
#define LOOK_UP_COST 4

/* The table between the two, where there is one. */
static const GenlockTable *
get_between (const GenlockTable *table,
             const GenlockTable *ancestor)
{
  const GenlockTable *parent = table->fields[table->parent_field].target;

  return parent != NULL && table->nested_as != NULL && genlock_table_is_nested (parent, ancestor)
         ? parent : NULL;
}

gboolean
genlock_children_are_below (const GenlockTable *table,
                            const GenlockTable *ancestor)
{
  return genlock_table_is_nested (table, ancestor) || get_between (table, ancestor) != NULL;
}

/* Few tables have rows at this depth and none of those a scope smaller than all: one pass. */
static GenlockStatement *
prepare_below (GenlockDatabase *database,
               const GenlockTable *child,
               const GenlockTable *between,
               const char *columns,
               const char *live,
               GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT (SELECT %s FROM %s AS above WHERE above.id = %s), %s FROM %s%s",
                     between->fields[between->parent_field].name, between->name,
                     child->fields[child->parent_field].name, columns, child->name, live);

  return genlock_database_prepare (database, sql, error);
}

GenlockStatement *
genlock_children_prepare (GenlockDatabase *database,
                          const GenlockQuery *query,
                          guint n_rows,
                          const GenlockTable *child,
                          const char *columns,
                          GError **error)
{
  const char *link = child->fields[child->parent_field].name;
  const char *live = query->include_deleted ? "" : " WHERE is_deleted = 0";
  g_autofree char *scope = genlock_query_sql_scope (query);
  g_autofree char *last = g_strdup_printf ("SELECT max(rowid) FROM %s", child->name);
  g_autofree char *sql = NULL;
  g_autoptr (GenlockStatement) statement = NULL;
  gint64 n_most = 0;

  if (!genlock_table_is_nested (child, query->table))
    return prepare_below (database, child, get_between (child, query->table), columns, live,
                          error);

  if (!genlock_database_query_int (database, last, &n_most, error))
    return NULL;

  if ((gint64) n_rows * LOOK_UP_COST > n_most)
    {
      sql = g_strdup_printf ("SELECT %s, %s FROM %s%s", link, columns, child->name, live);

      return genlock_database_prepare (database, sql, error);
    }

  sql = g_strdup_printf ("SELECT %s, %s FROM (SELECT id AS parent FROM %s%s) "
                         "CROSS JOIN %s ON %s = parent%s",
                         link, columns, query->table->name, scope, child->name, link, live);
  statement = genlock_database_prepare (database, sql, error);
  if (statement != NULL)
    genlock_query_sql_bind_scope (query, statement);

  return g_steal_pointer (&statement);
}
