/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outputs of one row while changes of them are on their way to the database. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/model/genlock-record-format.h"
#include "ui/lists/genlock-output-edits.h"

struct _GenlockOutputEdits
{
  const GenlockListKind *list;
  GenlockRecord *record; /* owned, nullable: the row as the database has it */
  GPtrArray *none;       /* owned: for a row that says nothing of outputs */
  GPtrArray *changed;    /* owned, nullable (element-type GenlockRecord): with what is pending */
  guint n_pending;
};

GenlockOutputEdits *
genlock_output_edits_new (const GenlockListKind *list)
{
  GenlockOutputEdits *edits = g_new0 (GenlockOutputEdits, 1);

  edits->list = list;
  edits->none = g_ptr_array_new ();
  return edits;
}

void
genlock_output_edits_free (GenlockOutputEdits *edits)
{
  g_clear_pointer (&edits->record, genlock_record_unref);
  g_clear_pointer (&edits->changed, g_ptr_array_unref);
  g_ptr_array_unref (edits->none);
  g_free (edits);
}

static const char *
get_row_id (GenlockOutputEdits *edits)
{
  return edits->record != NULL ? genlock_record_get_id (edits->record) : NULL;
}

void
genlock_output_edits_set_record (GenlockOutputEdits *edits,
                                 GenlockRecord *record)
{
  gboolean same = record != NULL
                  && g_strcmp0 (get_row_id (edits), genlock_record_get_id (record)) == 0;

  if (!same)
    {
      g_clear_pointer (&edits->changed, g_ptr_array_unref);
      edits->n_pending = 0;
    }

  g_clear_pointer (&edits->record, genlock_record_unref);
  edits->record = record != NULL ? genlock_record_ref (record) : NULL;
}

GPtrArray *
genlock_output_edits_get_outputs (GenlockOutputEdits *edits)
{
  GPtrArray *outputs;

  if (edits->record == NULL || edits->changed != NULL)
    return edits->changed;

  outputs = genlock_record_get_children (edits->record, edits->list->outputs);
  return outputs != NULL ? outputs : edits->none;
}

/* (transfer full): the outputs to be changed and set as a whole, without what the store keeps for
 * itself. */
static GPtrArray *
copy_outputs (GenlockOutputEdits *edits)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  GPtrArray *outputs = genlock_output_edits_get_outputs (edits);

  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    {
      GenlockRecord *output = genlock_record_copy (g_ptr_array_index (outputs, i));

      for (guint field = GENLOCK_META_ID + 1; field < edits->list->outputs->n_meta; field++)
        genlock_record_unset (output, field);
      g_ptr_array_add (copy, output);
    }

  return copy;
}

static gboolean
find_place (GPtrArray *outputs,
            const char *id,
            guint *place)
{
  for (guint i = 0; i < outputs->len; i++)
    if (g_strcmp0 (genlock_record_get_id (g_ptr_array_index (outputs, i)), id) == 0)
      {
        *place = i;
        return TRUE;
      }

  return FALSE;
}

/* @outputs: (transfer full): what there is to be from now on */
static GenlockRecord *
take_outputs (GenlockOutputEdits *edits,
              GPtrArray *outputs)
{
  GenlockRecord *update = genlock_record_new (edits->list->table);

  genlock_record_set_text (update, GENLOCK_META_ID, get_row_id (edits));
  genlock_record_clear_children (update, edits->list->outputs);

  for (guint i = 0; i < outputs->len; i++)
    {
      GenlockRecord *output = g_ptr_array_index (outputs, i);

      genlock_record_set_int (output, edits->list->output_index, i + 1);
      genlock_record_add_child (update, genlock_record_copy (output));
    }

  g_clear_pointer (&edits->changed, g_ptr_array_unref);
  edits->changed = outputs;
  edits->n_pending++;
  return update;
}

GenlockRecord *
genlock_output_edits_add (GenlockOutputEdits *edits,
                          const char *connector)
{
  GenlockRecord *output;
  GPtrArray *outputs;

  if (edits->record == NULL)
    return NULL;

  output = genlock_record_new_row (edits->list->outputs, NULL);
  genlock_record_set_text (output, edits->list->output_connector, connector);
  outputs = copy_outputs (edits);
  g_ptr_array_add (outputs, output);
  return take_outputs (edits, outputs);
}

GenlockRecord *
genlock_output_edits_set_connector (GenlockOutputEdits *edits,
                                    const char *id,
                                    const char *connector)
{
  g_autoptr (GPtrArray) outputs = copy_outputs (edits);
  guint place;

  if (!find_place (outputs, id, &place))
    return NULL;

  if (*connector == '\0')
    g_ptr_array_remove_index (outputs, place);
  else
    genlock_record_set_text (g_ptr_array_index (outputs, place), edits->list->output_connector,
                             connector);

  return take_outputs (edits, g_steal_pointer (&outputs));
}

GenlockRecord *
genlock_output_edits_set_format (GenlockOutputEdits *edits,
                                 const char *id,
                                 const GenlockFormat *format)
{
  g_autoptr (GPtrArray) outputs = copy_outputs (edits);
  guint place;

  if (!find_place (outputs, id, &place))
    return NULL;

  genlock_record_set_format (g_ptr_array_index (outputs, place), format);
  return take_outputs (edits, g_steal_pointer (&outputs));
}

GenlockRecord *
genlock_output_edits_remove (GenlockOutputEdits *edits,
                             const char *id)
{
  return genlock_output_edits_set_connector (edits, id, "");
}

GenlockRecord *
genlock_output_edits_move (GenlockOutputEdits *edits,
                           const char *id,
                           int by)
{
  g_autoptr (GPtrArray) outputs = copy_outputs (edits);
  guint place;

  if (by == 0 || !find_place (outputs, id, &place) || place + by >= outputs->len)
    return NULL;

  g_ptr_array_insert (outputs, place + by, g_ptr_array_steal_index (outputs, place));
  return take_outputs (edits, g_steal_pointer (&outputs));
}

void
genlock_output_edits_stored (GenlockOutputEdits *edits,
                             const char *row_id,
                             gboolean ok)
{
  if (edits->n_pending == 0 || g_strcmp0 (get_row_id (edits), row_id) != 0)
    return;

  edits->n_pending--;
  if (edits->n_pending == 0 || !ok)
    g_clear_pointer (&edits->changed, g_ptr_array_unref);
}
