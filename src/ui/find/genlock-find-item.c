/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of quick find: something to go to, or something to do. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/find/genlock-find-item.h"

G_DEFINE_FINAL_TYPE (GenlockFindItem, genlock_find_item, G_TYPE_OBJECT)

static void
genlock_find_item_finalize (GObject *object)
{
  GenlockFindItem *item = GENLOCK_FIND_ITEM (object);

  g_free (item->title);
  g_free (item->detail);
  g_strfreev (item->typed);
  g_clear_pointer (&item->parameter, g_variant_unref);
  g_free (item->text);

  G_OBJECT_CLASS (genlock_find_item_parent_class)->finalize (object);
}

static void
genlock_find_item_class_init (GenlockFindItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = genlock_find_item_finalize;
}

static void
genlock_find_item_init (GenlockFindItem *item)
{
}

GenlockFindItem *
genlock_find_item_new (GenlockFindDeed deed,
                       char *title)
{
  GenlockFindItem *item = g_object_new (GENLOCK_TYPE_FIND_ITEM, NULL);

  item->deed = deed;
  item->title = title;

  return item;
}

char *
genlock_find_item_dup_words (GenlockFindItem *item)
{
  GString *words = g_string_new (item->title);

  if (item->word != NULL)
    g_string_append_printf (words, ", %s", item->word);
  if (item->detail != NULL && *item->detail != '\0')
    g_string_append_printf (words, ", %s", item->detail);

  return g_string_free (words, FALSE);
}
