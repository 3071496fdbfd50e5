/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cables that carry one picture together, and strands that cables share. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "signal/genlock-rules-private.h"

void
genlock_signal_index_sets (GHashTable *sets,
                           const GenlockSignalRow *row)
{
  for (guint i = 0; i < row->n_links; i++)
    if (genlock_signal_link_is_cable (&row->links[i]))
      genlock_signal_index_add (sets, g_strdup (genlock_signal_link_get_group (&row->links[i])),
                                &row->links[i]);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const GenlockSignalLink *first = *(GenlockSignalLink * const *) a;
  const GenlockSignalLink *second = *(GenlockSignalLink * const *) b;
  int order = strcmp (genlock_record_get_id (first->row->record),
                      genlock_record_get_id (second->row->record));

  return order != 0 ? order : (int) first->part - (int) second->part;
}

static guint
find_root (guint *roots,
           guint place)
{
  while (roots[place] != place)
    place = roots[place] = roots[roots[place]];

  return place;
}

/* @ends: node -> place + 1 of the first link at it. */
static void
join (GHashTable *ends,
      const GenlockSignalNode *node,
      guint *roots,
      guint place)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (ends, node));

  if (before == 0)
    g_hash_table_insert (ends, (gpointer) node, GUINT_TO_POINTER (place + 1));
  else
    roots[find_root (roots, place)] = find_root (roots, before - 1);
}

/* (transfer full): for each of @links the place of the one that stands for its set: a picture
 * leaves one source; further on its cables begin or end at one device. */
static guint *
find_sets (const GPtrArray *links)
{
  g_autoptr (GHashTable) from = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) to = g_hash_table_new (NULL, NULL);
  guint *roots = g_new (guint, links->len);

  for (guint i = 0; i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];

      roots[i] = i;
      join (from, link->from->node, roots, i);
      if (link->from->node->kind != GENLOCK_SIGNAL_SOURCE)
        join (to, link->to->node, roots, i);
    }
  for (guint i = 0; i < links->len; i++)
    roots[i] = find_root (roots, i);

  return roots;
}

static void
check_group (GenlockSignalCheck *check,
             GPtrArray *links,
             GPtrArray *found)
{
  g_autofree guint *roots = find_sets (links);
  g_autoptr (GPtrArray) side_by_side = g_ptr_array_new ();
  g_autoptr (GHashTable) sets = g_hash_table_new_full (NULL, NULL, NULL,
                                                       (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < links->len; i++)
    {
      GPtrArray *set = g_hash_table_lookup (sets, GUINT_TO_POINTER (roots[i]));

      if (set == NULL)
        {
          set = g_ptr_array_new ();
          g_hash_table_insert (sets, GUINT_TO_POINTER (roots[i]), set);
        }
      g_ptr_array_add (set, links->pdata[i]);
    }

  for (guint i = 0; i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];
      GPtrArray *set = g_hash_table_lookup (sets, GUINT_TO_POINTER (i));

      /* Through boxes of one channel each they run side by side. */
      if (set != NULL && set->len == 1 && link->from->node->kind != GENLOCK_SIGNAL_SOURCE)
        g_ptr_array_add (side_by_side, set->pdata[0]);
      else if (set != NULL)
        genlock_signal_rules_check_set (check, set, found);
    }
  if (side_by_side->len > 0)
    genlock_signal_rules_check_set (check, side_by_side, found);
}

void
genlock_signal_rules_check_sets (GenlockSignalCheck *check,
                                 GHashTable *sets,
                                 GPtrArray *found)
{
  GHashTableIter iter;
  GPtrArray *links;

  g_hash_table_iter_init (&iter, sets);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &links))
    {
      g_ptr_array_sort (links, compare_links);
      check_group (check, links, found);
    }
}

void
genlock_signal_index_strands (GHashTable *strands,
                              const GenlockRecord *row)
{
  const char *snake = genlock_record_get_text (row, GENLOCK_CONNECTION_SNAKE);
  g_auto (GStrv) list = NULL;

  if (snake == NULL || *snake == '\0')
    return;

  list = genlock_signal_list_strands (genlock_record_get_text (row, GENLOCK_CONNECTION_STRAND));
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%s", snake, list[i]);
      GPtrArray *rows;

      g_strstrip (key);
      rows = g_hash_table_lookup (strands, key);
      /* A cable that says a strand twice has it once. */
      if (rows == NULL || rows->pdata[rows->len - 1] != row)
        genlock_signal_index_add (strands, g_steal_pointer (&key), row);
    }
}

/* Strands that the same cables share. */
typedef struct
{
  GPtrArray *rows;  /* unowned */
  GPtrArray *names; /* owned (element-type utf8) */
} Clash;

static void
clash_free (gpointer data)
{
  Clash *clash = data;

  g_ptr_array_unref (clash->names);
  g_free (clash);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (genlock_record_get_id (*(GenlockRecord * const *) a),
                 genlock_record_get_id (*(GenlockRecord * const *) b));
}

static int
compare_strands (gconstpointer a,
                 gconstpointer b)
{
  const char *first = *(const char * const *) a;
  const char *second = *(const char * const *) b;
  gint64 difference = g_ascii_strtoll (first, NULL, 10) - g_ascii_strtoll (second, NULL, 10);

  return difference != 0 ? (difference < 0 ? -1 : 1) : strcmp (first, second);
}

/* (transfer full): the clashes by the ids of their cables. @strands: its arrays are sorted. */
static GHashTable *
collect_clashes (GHashTable *strands)
{
  GHashTable *clashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clash_free);
  GHashTableIter iter;
  const char *key;
  GPtrArray *rows;

  g_hash_table_iter_init (&iter, strands);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &rows))
    {
      g_autoptr (GString) ids = NULL;
      Clash *clash;

      if (rows->len < 2)
        continue;

      ids = g_string_new (NULL);
      g_ptr_array_sort (rows, compare_ids);
      for (guint i = 0; i < rows->len; i++)
        g_string_append_printf (ids, "%s ", genlock_record_get_id (rows->pdata[i]));

      clash = g_hash_table_lookup (clashes, ids->str);
      if (clash == NULL)
        {
          clash = g_new0 (Clash, 1);
          clash->rows = rows;
          clash->names = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (clashes, g_strdup (ids->str), clash);
        }
      g_ptr_array_add (clash->names, g_strdup (strrchr (key, '/') + 1));
    }

  return clashes;
}

static void
add_clash (const Clash *clash,
           GPtrArray *found)
{
  const GenlockRecord *row = clash->rows->pdata[0];
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *n = g_strdup_printf ("%u", clash->rows->len);
  g_autofree char *shown = NULL;

  g_ptr_array_sort (clash->names, compare_strands);
  g_string_append_printf (names, "%s/", genlock_record_get_text (row, GENLOCK_CONNECTION_SNAKE));
  for (guint i = 0; i < clash->names->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) clash->names->pdata[i]);

  shown = genlock_signal_dup_shown (names->str);
  genlock_signal_problem_add (found, GENLOCK_RULE_STRAND, GENLOCK_SEVERITY_ERROR, row,
                              (GenlockSignalFact[]) { { "count", n }, { "text", names->str },
                                                      { NULL, NULL } },
                              genlock_signal_fill (_("Strand %1$s is used by %2$s cables"), shown,
                                                   n, NULL));
}

void
genlock_signal_rules_check_strands (GHashTable *strands,
                                    GPtrArray *found)
{
  g_autoptr (GHashTable) clashes = collect_clashes (strands);
  GHashTableIter iter;
  const Clash *clash;

  g_hash_table_iter_init (&iter, clashes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &clash))
    add_clash (clash, found);
}
