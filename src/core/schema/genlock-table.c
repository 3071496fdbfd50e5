/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table is described: its fields, links, indexes and rules, as const data. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/schema/genlock-table.h"

static const GenlockField meta_fields[] = {
  [GENLOCK_META_ID] = { .name = "id", .json = "id", .label = N_("ID"), .type = GENLOCK_ID,
                        .flags = GENLOCK_META },
  [GENLOCK_META_CREATED_AT] = { .name = "created_at", .json = "createdAt", .label = N_("Created"),
                                .type = GENLOCK_INSTANT, .flags = GENLOCK_META },
  [GENLOCK_META_UPDATED_AT] = { .name = "updated_at", .json = "updatedAt", .label = N_("Changed"),
                                .type = GENLOCK_INSTANT, .flags = GENLOCK_META },
  [GENLOCK_META_SYNCED_AT] = { .name = "synced_at", .json = "syncedAt", .label = N_("Synced"),
                               .type = GENLOCK_INSTANT, .flags = GENLOCK_META | GENLOCK_NULLABLE },
  [GENLOCK_META_LAST_MODIFIED_BY] = { .name = "last_modified_by", .json = "lastModifiedBy",
                                      .label = N_("Changed by"), .type = GENLOCK_TEXT,
                                      .flags = GENLOCK_META | GENLOCK_NULLABLE,
                                      .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_META_IS_DELETED] = { .name = "is_deleted", .json = "isDeleted", .label = N_("Deleted"),
                                .type = GENLOCK_BOOL, .flags = GENLOCK_META, .preset = "false" },
  [GENLOCK_META_DELETED_WITH] = { .name = "deleted_with", .json = "deletedWith",
                                  .label = N_("Deleted with"), .type = GENLOCK_ID,
                                  .flags = GENLOCK_META | GENLOCK_NULLABLE },
  [GENLOCK_META_VERSION] = { .name = "version", .json = "version", .label = N_("Version"),
                             .type = GENLOCK_INT, .flags = GENLOCK_META, .preset = "0",
                             .bounds = GENLOCK_BOUNDS (0, 9007199254740991.0) },
  [GENLOCK_META_SEQ] = { .name = "seq", .json = "seq", .label = N_("Sequence"), .type = GENLOCK_INT,
                         .flags = GENLOCK_META | GENLOCK_NULLABLE | GENLOCK_PRIVATE,
                         .bounds = GENLOCK_BOUNDS (0, 9007199254740991.0) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (meta_fields) == GENLOCK_N_META);

const GenlockField *
genlock_table_get_field (const GenlockTable *table,
                         guint index)
{
  g_return_val_if_fail (index < table->n_fields, NULL);

  return index < table->n_meta ? &meta_fields[index] : &table->fields[index];
}

gboolean
genlock_table_find_field (const GenlockTable *table,
                          const char *name,
                          guint *index)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (strcmp (genlock_table_get_field (table, i)->name, name) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
genlock_table_find_json (const GenlockTable *table,
                         const char *json,
                         guint *index)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (strcmp (genlock_table_get_field (table, i)->json, json) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static const GenlockChoice *
find_choice (const GenlockField *field,
             const char *word)
{
  for (const GenlockChoice *choice = field->choices; choice != NULL && choice->word; choice++)
    if (strcmp (choice->word, word) == 0)
      return choice;

  return NULL;
}

gboolean
genlock_field_has_choice (const GenlockField *field,
                          const char *word)
{
  return find_choice (field, word) != NULL;
}

const char *
genlock_field_get_choice_label (const GenlockField *field,
                                const char *word)
{
  const GenlockChoice *choice = find_choice (field, word);

  return choice != NULL ? choice->label : word;
}

const GenlockTable *
genlock_field_get_ref_table (const GenlockField *field,
                             const char *word)
{
  for (const GenlockRefTarget *target = field->ref_targets;
       word != NULL && target != NULL && target->word != NULL;
       target++)
    if (strcmp (target->word, word) == 0)
      return target->table;

  return NULL;
}
