/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields of which tables can name a row of a table. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-references.h"

static void
add (GHashTable *references,
     const GenlockTable *target,
     const GenlockTable *table,
     guint field,
     const char *word)
{
  GenlockReference reference = { .table = table, .field = field, .word = word };
  GArray *list = g_hash_table_lookup (references, target);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (GenlockReference));
      g_hash_table_insert (references, (gpointer) target, list);
    }

  g_array_append_val (list, reference);
}

static void
collect (GHashTable *references,
         const GenlockTable *table)
{
  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);

      if (field->type == GENLOCK_LINK)
        add (references, field->target, table, i, NULL);

      for (const GenlockRefTarget *target = field->ref_targets;
           target != NULL && target->word != NULL;
           target++)
        add (references, target->table, table, i, target->word);
    }
}

static GHashTable *
get_references (void)
{
  static GHashTable *references;

  if (g_once_init_enter (&references))
    {
      GHashTable *made = g_hash_table_new (NULL, NULL);

      for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
        collect (made, genlock_schema_tables[i]);

      g_once_init_leave (&references, made);
    }

  return references;
}

const GenlockReference *
genlock_references_to (const GenlockTable *table,
                       guint *n_references)
{
  GArray *list = g_hash_table_lookup (get_references (), table);

  *n_references = list != NULL ? list->len : 0;

  return list != NULL ? (const GenlockReference *) list->data : NULL;
}

const GenlockTable *
genlock_references_resolve (const GenlockRecord *record,
                            guint field,
                            const char **id)
{
  const GenlockTable *table = genlock_record_get_table (record);
  const GenlockField *description = &table->fields[field];

  if (field < table->n_meta
      || (description->type != GENLOCK_LINK && description->type != GENLOCK_REF))
    return NULL;

  *id = genlock_record_get_text (record, field);
  if (*id == NULL)
    return NULL;

  if (description->type == GENLOCK_LINK)
    return description->target;

  return genlock_field_get_ref_table (description,
                                      genlock_record_get_text (record, description->ref_field));
}
