/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a plan for list views: shows, their tables, their rows, and what is chosen. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/import/genlock-import-level.h"
#include "ui/import/genlock-import-tree.h"

struct _GenlockImportTree
{
  GObject parent_instance;

  GenlockImportPlan *plan; /* owned */
  GHashTable *living; /* owned: place in the plan → its item, both unowned */
};

G_DEFINE_FINAL_TYPE (GenlockImportTree, genlock_import_tree, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GenlockImportItem *
make (GenlockImportTree *self,
      gpointer place,
      GenlockImportItemKind kind,
      GenlockImportShow *show,
      GenlockImportGroup *group,
      GenlockImportEntry *entry)
{
  GenlockImportItem *item = g_hash_table_lookup (self->living, place);

  if (item != NULL)
    return g_object_ref (item);

  return genlock_import_item_new (kind, self->plan, show, group, entry, self->living);
}

static gpointer
make_show (gpointer owner,
           gpointer parent,
           guint position)
{
  GenlockImportTree *self = owner;
  GenlockImportShow *show =
    g_ptr_array_index (genlock_import_plan_get_shows (self->plan), position);

  return make (self, show, GENLOCK_IMPORT_ITEM_SHOW, show, NULL, NULL);
}

/* The row of the show itself comes before its tables. */
static gpointer
make_in_show (gpointer owner,
              gpointer parent,
              guint position)
{
  GenlockImportShow *show = genlock_import_item_get_show (parent);
  GenlockImportGroup *group;

  if (show->production != NULL && position == 0)
    return make (owner, show->production, GENLOCK_IMPORT_ITEM_DETAILS, NULL, NULL,
                 show->production);

  group = g_ptr_array_index (show->groups, position - (show->production != NULL));

  return make (owner, group, GENLOCK_IMPORT_ITEM_GROUP, NULL, group, NULL);
}

static gpointer
make_in_group (gpointer owner,
               gpointer parent,
               guint position)
{
  GenlockImportGroup *group = genlock_import_item_get_group (parent);
  GenlockImportEntry *entry = g_ptr_array_index (group->entries, position);

  return make (owner, entry, GENLOCK_IMPORT_ITEM_ENTRY, NULL, NULL, entry);
}

/* The field at @position among those of @entry that differ. */
static guint
find_field (const GenlockImportEntry *entry,
            guint position)
{
  guint field = 0;

  for (; field < 63; field++)
    if ((entry->fields & (G_GUINT64_CONSTANT (1) << field)) != 0 && position-- == 0)
      break;

  return field;
}

static gpointer
make_in_entry (gpointer owner,
               gpointer parent,
               guint position)
{
  GenlockImportTree *self = owner;
  GenlockImportEntry *entry = genlock_import_item_get_entry (parent);
  GenlockImportItem *item = genlock_import_item_new (GENLOCK_IMPORT_ITEM_FIELD, self->plan, NULL,
                                                     NULL, entry, self->living);

  genlock_import_item_set_field (item, find_field (entry, position));

  return item;
}

static guint
count_fields (const GenlockImportEntry *entry)
{
  guint n = 0;

  for (guint64 bits = entry->fields; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

static void
genlock_import_tree_finalize (GObject *object)
{
  GenlockImportTree *self = GENLOCK_IMPORT_TREE (object);

  g_hash_table_unref (self->living);
  genlock_import_plan_unref (self->plan);

  G_OBJECT_CLASS (genlock_import_tree_parent_class)->finalize (object);
}

static void
genlock_import_tree_class_init (GenlockImportTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = genlock_import_tree_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
genlock_import_tree_init (GenlockImportTree *self)
{
  self->living = g_hash_table_new (NULL, NULL);
}

GenlockImportTree *
genlock_import_tree_new (GenlockImportPlan *plan)
{
  GenlockImportTree *self = g_object_new (GENLOCK_TYPE_IMPORT_TREE, NULL);

  self->plan = genlock_import_plan_ref (plan);

  return self;
}

GenlockImportPlan *
genlock_import_tree_get_plan (GenlockImportTree *self)
{
  return self->plan;
}

GListModel *
genlock_import_tree_list_shows (GenlockImportTree *self)
{
  return genlock_import_level_new (GENLOCK_TYPE_IMPORT_ITEM,
                                   genlock_import_plan_get_shows (self->plan)->len, make_show,
                                   G_OBJECT (self), NULL);
}

GListModel *
genlock_import_tree_list_children (GenlockImportTree *self,
                                   GenlockImportItem *item)
{
  GenlockImportShow *show = genlock_import_item_get_show (item);
  GenlockImportGroup *group = genlock_import_item_get_group (item);
  GenlockImportEntry *entry;

  switch (genlock_import_item_get_kind (item))
    {
    case GENLOCK_IMPORT_ITEM_SHOW:
      return genlock_import_level_new (GENLOCK_TYPE_IMPORT_ITEM,
                                       show->groups->len + (show->production != NULL),
                                       make_in_show, G_OBJECT (self), G_OBJECT (item));

    case GENLOCK_IMPORT_ITEM_GROUP:
      return genlock_import_level_new (GENLOCK_TYPE_IMPORT_ITEM, group->entries->len,
                                       make_in_group, G_OBJECT (self), G_OBJECT (item));

    case GENLOCK_IMPORT_ITEM_DETAILS:
    case GENLOCK_IMPORT_ITEM_ENTRY:
      entry = genlock_import_item_get_entry (item);
      if (entry->state == GENLOCK_IMPORT_DIFFERENT && entry->fields != 0)
        return genlock_import_level_new (GENLOCK_TYPE_IMPORT_ITEM, count_fields (entry),
                                         make_in_entry, G_OBJECT (self), G_OBJECT (item));
      break;

    case GENLOCK_IMPORT_ITEM_FIELD:
      break;
    }

  return NULL;
}

guint
genlock_import_tree_count_items (GenlockImportTree *self)
{
  return g_hash_table_size (self->living);
}

/* Brings all that is looked at up to date; few of a large plan are. */
static void
update (GenlockImportTree *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));

  for (guint i = 0; i < items->len; i++)
    genlock_import_item_update (g_ptr_array_index (items, i));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose (GenlockImportTree *self,
        GenlockImportItem *item,
        gboolean chosen,
        gboolean different)
{
  switch (genlock_import_item_get_kind (item))
    {
    case GENLOCK_IMPORT_ITEM_SHOW:
      genlock_import_plan_choose_show (self->plan, genlock_import_item_get_show (item), chosen,
                                       different);
      break;

    case GENLOCK_IMPORT_ITEM_GROUP:
      genlock_import_plan_choose_group (self->plan, genlock_import_item_get_group (item), chosen,
                                        different);
      break;

    case GENLOCK_IMPORT_ITEM_DETAILS:
    case GENLOCK_IMPORT_ITEM_ENTRY:
      genlock_import_plan_choose (self->plan, genlock_import_item_get_entry (item), chosen);
      break;

    case GENLOCK_IMPORT_ITEM_FIELD:
      break;
    }
}

void
genlock_import_tree_toggle (GenlockImportTree *self,
                            GenlockImportItem *item)
{
  guint n_chosen = genlock_import_item_get_counts (item)->n_chosen;

  if (genlock_import_counts_get_check (genlock_import_item_get_counts (item))
      == GENLOCK_IMPORT_CHECK_ON)
    {
      choose (self, item, FALSE, TRUE);
    }
  else
    {
      choose (self, item, TRUE, FALSE);
      genlock_import_item_update (item);
      if (genlock_import_item_get_counts (item)->n_chosen == n_chosen)
        choose (self, item, TRUE, TRUE);
    }

  update (self);
}

void
genlock_import_tree_choose_samples (GenlockImportTree *self,
                                    gboolean chosen)
{
  genlock_import_plan_choose_samples (self->plan, chosen);
  update (self);
}

void
genlock_import_tree_choose_different (GenlockImportTree *self,
                                      gboolean chosen)
{
  genlock_import_plan_choose_different (self->plan, chosen);
  update (self);
}
