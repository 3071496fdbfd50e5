/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of the preview is about: a show, a table of it, a row. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "ui/import/genlock-import-item.h"

struct _GenlockImportItem
{
  GObject parent_instance;

  GenlockImportItemKind kind;
  GenlockImportPlan *plan; /* owned */
  GenlockImportShow *show; /* the plan's, nullable */
  GenlockImportGroup *group; /* the plan's, nullable */
  GenlockImportEntry *entry; /* the plan's, nullable */
  guint field; /* of a field */
  GenlockImportCounts counts;
  GHashTable *living; /* owned */
};

G_DEFINE_FINAL_TYPE (GenlockImportItem, genlock_import_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What it is known by. */
static gpointer
get_place (GenlockImportItem *self)
{
  if (self->entry != NULL)
    return self->entry;

  return self->group != NULL ? (gpointer) self->group : (gpointer) self->show;
}

static void
count (GenlockImportItem *self,
       GenlockImportCounts *counts)
{
  *counts = (GenlockImportCounts) { 0 };
  if (self->show != NULL)
    genlock_import_show_count (self->show, counts);
  else if (self->group != NULL)
    genlock_import_group_count (self->group, counts);
  else
    {
      counts->n[self->entry->state] = 1;
      counts->n_samples = self->entry->is_sample;
      counts->n_chosen = self->entry->is_chosen;
      counts->n_open = self->entry->state != GENLOCK_IMPORT_EQUAL;
    }
}

static void
genlock_import_item_finalize (GObject *object)
{
  GenlockImportItem *self = GENLOCK_IMPORT_ITEM (object);

  if (self->kind != GENLOCK_IMPORT_ITEM_FIELD)
    g_hash_table_remove (self->living, get_place (self));
  g_hash_table_unref (self->living);
  genlock_import_plan_unref (self->plan);

  G_OBJECT_CLASS (genlock_import_item_parent_class)->finalize (object);
}

static void
genlock_import_item_class_init (GenlockImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = genlock_import_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
genlock_import_item_init (GenlockImportItem *self)
{
}

GenlockImportItem *
genlock_import_item_new (GenlockImportItemKind kind,
                         GenlockImportPlan *plan,
                         GenlockImportShow *show,
                         GenlockImportGroup *group,
                         GenlockImportEntry *entry,
                         GHashTable *living)
{
  GenlockImportItem *self = g_object_new (GENLOCK_TYPE_IMPORT_ITEM, NULL);

  self->kind = kind;
  self->plan = genlock_import_plan_ref (plan);
  self->show = show;
  self->group = group;
  self->entry = entry;
  self->living = g_hash_table_ref (living);
  if (kind != GENLOCK_IMPORT_ITEM_FIELD)
    g_hash_table_insert (living, get_place (self), self);
  count (self, &self->counts);

  return self;
}

GenlockImportItemKind
genlock_import_item_get_kind (GenlockImportItem *self)
{
  return self->kind;
}

GenlockImportShow *
genlock_import_item_get_show (GenlockImportItem *self)
{
  return self->show;
}

GenlockImportGroup *
genlock_import_item_get_group (GenlockImportItem *self)
{
  return self->group;
}

GenlockImportEntry *
genlock_import_item_get_entry (GenlockImportItem *self)
{
  return self->entry;
}

guint
genlock_import_item_get_field (GenlockImportItem *self)
{
  return self->field;
}

void
genlock_import_item_set_field (GenlockImportItem *self,
                               guint field)
{
  self->field = field;
}

const GenlockImportCounts *
genlock_import_item_get_counts (GenlockImportItem *self)
{
  return &self->counts;
}

void
genlock_import_item_update (GenlockImportItem *self)
{
  GenlockImportCounts counts;

  count (self, &counts);
  if (memcmp (&counts, &self->counts, sizeof counts) == 0)
    return;

  self->counts = counts;
  g_signal_emit (self, signals[CHANGED], 0);
}

GenlockImportCheck
genlock_import_counts_get_check (const GenlockImportCounts *counts)
{
  if (counts->n_open == 0)
    return GENLOCK_IMPORT_CHECK_NONE;
  if (counts->n_chosen == 0)
    return GENLOCK_IMPORT_CHECK_OFF;

  return counts->n_chosen == counts->n_open ? GENLOCK_IMPORT_CHECK_ON : GENLOCK_IMPORT_CHECK_SOME;
}
