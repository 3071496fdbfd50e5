/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One level of a tree as a list model that makes an object only for what is looked at. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/import/genlock-import-level.h"

/* GtkTreeListModel gives back what it gets from a model before it uses it, since models own their
 * items. This one lets go of them, but not at once. */
#define N_KEPT 32

struct _GenlockImportLevel
{
  GObject parent_instance;

  GType item_type;
  guint n_items;
  GenlockImportMake make;
  GObject *owner; /* owned */
  GObject *parent; /* owned, nullable */
  GObject *kept[N_KEPT]; /* owned, nullable: the last ones that were asked for */
  guint next;
};

static GType
genlock_import_level_get_item_type (GListModel *model)
{
  return GENLOCK_IMPORT_LEVEL (model)->item_type;
}

static guint
genlock_import_level_get_n_items (GListModel *model)
{
  return GENLOCK_IMPORT_LEVEL (model)->n_items;
}

static gpointer
genlock_import_level_get_item (GListModel *model,
                               guint position)
{
  GenlockImportLevel *self = GENLOCK_IMPORT_LEVEL (model);
  GObject *item;

  if (position >= self->n_items)
    return NULL;

  item = self->make (self->owner, self->parent, position);
  g_set_object (&self->kept[self->next], item);
  self->next = (self->next + 1) % N_KEPT;

  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = genlock_import_level_get_item_type;
  iface->get_n_items = genlock_import_level_get_n_items;
  iface->get_item = genlock_import_level_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockImportLevel, genlock_import_level, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
genlock_import_level_dispose (GObject *object)
{
  GenlockImportLevel *self = GENLOCK_IMPORT_LEVEL (object);

  self->n_items = 0;
  for (guint i = 0; i < N_KEPT; i++)
    g_clear_object (&self->kept[i]);
  g_clear_object (&self->owner);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (genlock_import_level_parent_class)->dispose (object);
}

static void
genlock_import_level_class_init (GenlockImportLevelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = genlock_import_level_dispose;
}

static void
genlock_import_level_init (GenlockImportLevel *self)
{
}

GListModel *
genlock_import_level_new (GType item_type,
                          guint n_items,
                          GenlockImportMake make,
                          GObject *owner,
                          GObject *parent)
{
  GenlockImportLevel *self = g_object_new (GENLOCK_TYPE_IMPORT_LEVEL, NULL);

  self->item_type = item_type;
  self->n_items = n_items;
  self->make = make;
  self->owner = g_object_ref (owner);
  if (parent != NULL)
    self->parent = g_object_ref (parent);

  return G_LIST_MODEL (self);
}
