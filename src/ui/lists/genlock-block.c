/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to many cells at once, as one batch: fill, clear, set, duplicate. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "ui/common/genlock-error-words.h"
#include "ui/lists/genlock-block-private.h"
#include "ui/lists/genlock-series.h"
#include "ui/lists/genlock-tsv.h"

static void
misfit_free (gpointer data)
{
  GenlockMisfit *misfit = data;

  g_free (misfit->name);
  g_free (misfit->text);
  g_free (misfit->sentence);
  g_free (misfit);
}

void
genlock_plan_free (GenlockPlan *plan)
{
  g_clear_pointer (&plan->batch, genlock_batch_unref);
  g_ptr_array_unref (plan->misfits);
  g_free (plan);
}

GenlockPlan *
genlock_plan_new (const char *verb)
{
  GenlockPlan *plan = g_new0 (GenlockPlan, 1);

  plan->batch = genlock_batch_new (verb);
  plan->misfits = g_ptr_array_new_with_free_func (misfit_free);
  return plan;
}

GenlockPlan *
genlock_plan_seal (GenlockPlan *plan)
{
  if (genlock_batch_get_length (plan->batch) == 0)
    g_clear_pointer (&plan->batch, genlock_batch_unref);

  return plan;
}

void
genlock_plan_add_misfit (GenlockPlan *plan,
                         guint row,
                         const GenlockRecord *before,
                         const GenlockColumn *column,
                         const char *text,
                         const GError *error)
{
  GenlockMisfit *misfit = g_new0 (GenlockMisfit, 1);

  misfit->row = row;
  misfit->name = before != NULL ? g_strdup (genlock_record_get_name (before)) : NULL;
  misfit->column = column;
  misfit->text = g_strdup (text);
  misfit->sentence = genlock_error_dup_sentence (error);
  g_ptr_array_add (plan->misfits, misfit);
}

gboolean
genlock_plan_write (GenlockPlan *plan,
                    guint row,
                    const GenlockColumn *column,
                    const GenlockRecord *before,
                    const char *text,
                    GenlockNames *names,
                    GenlockRecord *into)
{
  g_autoptr (GError) error = NULL;

  if (genlock_column_is_read_only (column))
    return FALSE;

  if (before != NULL)
    {
      g_autofree char *old = genlock_column_print (column, before, names);

      if (strcmp (old, text) == 0)
        return FALSE;
    }
  else if (*text == '\0')
    {
      return FALSE;
    }

  if (!genlock_column_parse (column, before, text, names, into, &error))
    {
      genlock_plan_add_misfit (plan, row, before, column, text, error);
      return FALSE;
    }

  plan->n_cells++;
  return TRUE;
}

GenlockRecord *
genlock_record_for_update (const GenlockRecord *before)
{
  GenlockRecord *update = genlock_record_new (genlock_record_get_table (before));

  genlock_record_set_text (update, GENLOCK_META_ID, genlock_record_get_id (before));
  return update;
}

char *
genlock_block_print (const GenlockBlock *block)
{
  GString *tsv = g_string_new (NULL);

  for (guint row = 0; row < block->records->len; row++)
    for (guint i = 0; i < block->columns->len; i++)
      {
        g_autofree char *text = genlock_column_print (g_ptr_array_index (block->columns, i),
                                                      g_ptr_array_index (block->records, row),
                                                      block->names);

        genlock_tsv_append (tsv, text, i == 0);
      }

  g_string_append_c (tsv, '\n');
  return g_string_free (tsv, FALSE);
}

void
genlock_block_set_rows (const GenlockBlock *block,
                        GenlockPlan *plan,
                        const char *text,
                        guint first,
                        guint n_rows)
{
  for (guint row = first; row < first + n_rows; row++)
    {
      const GenlockRecord *before = g_ptr_array_index (block->records, row);
      g_autoptr (GenlockRecord) update = genlock_record_for_update (before);
      gboolean changed = FALSE;

      for (guint i = 0; i < block->columns->len; i++)
        changed |= genlock_plan_write (plan, row, g_ptr_array_index (block->columns, i), before,
                                       text, block->names, update);

      if (changed)
        genlock_batch_update (plan->batch, g_steal_pointer (&update));
    }
}

GenlockPlan *
genlock_block_set (const GenlockBlock *block,
                   const char *verb,
                   const char *text)
{
  GenlockPlan *plan = genlock_plan_new (verb);

  genlock_block_set_rows (block, plan, text, 0, block->records->len);
  return genlock_plan_seal (plan);
}

/* A format or a choice that ends with a digit does not count on. */
static gboolean
counts_on (const GenlockColumn *column)
{
  const GenlockField *field = genlock_table_get_field (column->list->table, column->field);

  return column->kind == GENLOCK_COLUMN_FIELD && !column->connector
         && (field->type == GENLOCK_TEXT || field->type == GENLOCK_INT);
}

/* What the other rows of one column go on from: its first row, or its first two where they are a
 * series. */
static GPtrArray *
print_seeds (const GenlockBlock *block,
             const GenlockColumn *column,
             gboolean series)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func (g_free);
  gboolean counts = series && counts_on (column);

  for (guint row = 0; row < (counts && block->records->len > 2 ? 2 : 1); row++)
    g_ptr_array_add (seeds, genlock_column_print (column,
                                                  g_ptr_array_index (block->records, row),
                                                  block->names));

  if (seeds->len == 2 && !genlock_series_is ((const char * const *) seeds->pdata, 2))
    g_ptr_array_remove_index (seeds, 1);

  return seeds;
}

static gboolean
fill_row (GenlockPlan *plan,
          const GenlockBlock *block,
          guint row,
          GPtrArray *all_seeds,
          gboolean series,
          GenlockRecord *update)
{
  const GenlockRecord *before = g_ptr_array_index (block->records, row);
  gboolean changed = FALSE;

  for (guint i = 0; i < block->columns->len; i++)
    {
      const GenlockColumn *column = g_ptr_array_index (block->columns, i);
      GPtrArray *seeds = g_ptr_array_index (all_seeds, i);
      const char * const *texts = (const char * const *) seeds->pdata;
      g_autofree char *text = NULL;

      if (row < seeds->len)
        continue;

      text = series && counts_on (column) ? genlock_series_fill (texts, seeds->len, row)
                                          : g_strdup (texts[0]);
      changed |= genlock_plan_write (plan, row, column, before, text, block->names, update);
    }

  return changed;
}

GenlockPlan *
genlock_block_fill (const GenlockBlock *block,
                    gboolean series)
{
  GenlockPlan *plan = genlock_plan_new ("FILL");
  g_autoptr (GPtrArray) seeds =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < block->columns->len; i++)
    g_ptr_array_add (seeds, print_seeds (block, g_ptr_array_index (block->columns, i), series));

  for (guint row = 1; row < block->records->len; row++)
    {
      g_autoptr (GenlockRecord) update =
        genlock_record_for_update (g_ptr_array_index (block->records, row));

      if (fill_row (plan, block, row, seeds, series, update))
        genlock_batch_update (plan->batch, g_steal_pointer (&update));
    }

  return genlock_plan_seal (plan);
}

/* The values of @record as a new row, outputs and all. */
static GenlockRecord *
copy_as_new (const GenlockListKind *list,
             const GenlockRecord *record)
{
  GenlockRecord *copy = genlock_record_new_row (list->table, NULL);
  GPtrArray *outputs = list->outputs != NULL
                       ? genlock_record_get_children (record, list->outputs)
                       : NULL;

  for (guint i = list->table->n_meta; i < list->table->n_fields; i++)
    genlock_record_set_value (copy, i, genlock_record_get_value (record, i));

  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    {
      const GenlockRecord *output = g_ptr_array_index (outputs, i);
      GenlockRecord *child = genlock_record_new_row (list->outputs, NULL);

      for (guint field = list->outputs->n_meta; field < list->outputs->n_fields; field++)
        genlock_record_set_value (child, field, genlock_record_get_value (output, field));

      genlock_record_add_child (copy, child);
    }

  return copy;
}

/* Gives a copy the name and the label that follow. */
static void
count_on (const GenlockListKind *list,
          GenlockRecord *copy,
          GHashTable *labels,
          GHashTable *names)
{
  const char *name = list->name != 0 ? genlock_record_get_text (copy, list->name) : NULL;
  const char *label = genlock_record_get_text (copy, list->label);

  if (list->name != 0)
    genlock_record_take_text (copy, list->name,
                              genlock_series_next_free (name != NULL ? name : "", names));

  if (list->prefix != NULL)
    genlock_record_take_text (copy, list->label,
                              genlock_series_next_label (list->prefix, labels));
  else if (label != NULL && *label != '\0')
    genlock_record_take_text (copy, list->label, genlock_series_next_free (label, labels));

  if (list->place != 0)
    genlock_record_unset (copy, list->place);
}

GenlockBatch *
genlock_block_duplicate (const GenlockListKind *list,
                         GPtrArray *records,
                         guint n_copies,
                         GHashTable *labels,
                         GHashTable *names,
                         GPtrArray *ids)
{
  GenlockBatch *batch = genlock_batch_new ("DUPLICATE");

  for (guint round = 0; round < n_copies; round++)
    for (guint i = 0; i < records->len; i++)
      {
        const GenlockRecord *record = g_ptr_array_index (records, i);
        GenlockRecord *copy = copy_as_new (list, record);

        count_on (list, copy, labels, names);
        if (ids != NULL)
          g_ptr_array_add (ids, g_strdup (genlock_record_get_id (copy)));
        genlock_batch_insert (batch, copy);
      }

  return batch;
}
