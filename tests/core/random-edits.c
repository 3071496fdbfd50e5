/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random batches over a small world of rows, so that they meet often. */

#define G_LOG_DOMAIN "test-random"

#include "config.h"

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "random-edits.h"

/* The rows that there can be of each table. */
static const struct
{
  const GenlockTable *table;
  int n_rows;
} world[] = {
  { &genlock_productions, 2 },
  { &genlock_equipment_specs, 2 },
  { &genlock_equipment_cards, 4 },
  { &genlock_equipment_card_io, 4 },
  { &genlock_sources, 4 },
  { &genlock_source_outputs, 5 },
  { &genlock_sends, 3 },
  { &genlock_devices, 3 },
  { &genlock_connections, 5 },
  { &genlock_graph_nodes, 4 },
  { &genlock_addresses, 3 },
};

/* Half of the ids are made from content (version 5), as far as anybody can tell. */
static char *
make_id_of (guint table,
            int number)
{
  return g_strdup_printf ("%04u%04d-0000-%d000-8000-000000000000", table, number,
                          number % 2 == 0 ? 4 : 5);
}

static char *
pick_id (GRand *random,
         const GenlockTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (world); i++)
    if (world[i].table == table)
      return make_id_of (i, g_rand_int_range (random, 0, world[i].n_rows));

  g_assert_not_reached ();
}

static void
set_link (GenlockRecord *record,
          guint field,
          const GenlockTable *target,
          GRand *random)
{
  const GenlockField *description = genlock_table_get_field (genlock_record_get_table (record),
                                                             field);

  if ((description->flags & GENLOCK_NULLABLE) && g_rand_int_range (random, 0, 3) == 0)
    genlock_record_set_null (record, field);
  else
    genlock_record_take_text (record, field, pick_id (random, target));
}

static void
set_ref (GenlockRecord *record,
         guint field,
         GRand *random)
{
  const GenlockField *description = genlock_table_get_field (genlock_record_get_table (record),
                                                             field);
  guint n_targets = 0;
  const GenlockRefTarget *target;

  if ((description->flags & GENLOCK_NULLABLE) && g_rand_int_range (random, 0, 3) == 0)
    {
      genlock_record_set_null (record, field);
      genlock_record_set_null (record, description->ref_field);
      return;
    }

  while (description->ref_targets[n_targets].word != NULL)
    n_targets++;

  target = &description->ref_targets[g_rand_int_range (random, 0, (int) n_targets)];
  genlock_record_set_text (record, description->ref_field, target->word);
  genlock_record_take_text (record, field, pick_id (random, target->table));
}

static const char *
pick_choice (GRand *random,
             const GenlockField *field)
{
  guint n_choices = 0;

  while (field->choices[n_choices].word != NULL)
    n_choices++;

  return field->choices[g_rand_int_range (random, 0, (int) n_choices)].word;
}

/* Few values, so that fields are often edited back. */
static void
set_field (GenlockRecord *record,
           guint index,
           GRand *random)
{
  static const char * const words[] = { "A", "B", "Ä \"x\"\n" };
  const GenlockField *field = genlock_table_get_field (genlock_record_get_table (record), index);

  switch (field->type)
    {
    case GENLOCK_TEXT:
      genlock_record_set_text (record, index,
                               words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      return;

    case GENLOCK_INT:
      genlock_record_set_int (record, index, g_rand_int_range (random, 1, 4));
      return;

    case GENLOCK_REAL:
      genlock_record_set_real (record, index, g_rand_int_range (random, 1, 4) * 29.97);
      return;

    case GENLOCK_BOOL:
      genlock_record_set_bool (record, index, g_rand_boolean (random));
      return;

    case GENLOCK_ENUM:
      genlock_record_set_text (record, index, pick_choice (random, field));
      return;

    case GENLOCK_LINK:
      set_link (record, index, field->target, random);
      return;

    case GENLOCK_REF:
      set_ref (record, index, random);
      return;

    case GENLOCK_DAY:
      genlock_record_take_text (record, index,
                                g_strdup_printf ("2026-05-0%dT00:00:00.000Z",
                                                 g_rand_int_range (random, 1, 4)));
      return;

    case GENLOCK_JSON:
      genlock_record_set_text (record, index, g_rand_boolean (random) ? "{\"a\":[1,2.5]}" : "[]");
      return;

    case GENLOCK_ID:
    case GENLOCK_INSTANT:
      g_assert_not_reached ();
    }

  g_assert_not_reached ();
}

/* A word that decides what a ref names is set together with it; nobody locks a show. */
static gboolean
is_left_alone (const GenlockTable *table,
               guint index)
{
  for (guint i = table->n_meta; i < table->n_fields; i++)
    if (table->fields[i].type == GENLOCK_REF && table->fields[i].ref_field == index)
      return TRUE;

  return table == &genlock_productions && index == GENLOCK_PRODUCTION_LOCKED_BY;
}

static void
set_fields (GenlockRecord *record,
            int percent,
            GRand *random)
{
  const GenlockTable *table = genlock_record_get_table (record);

  for (guint i = table->n_meta; i < table->n_fields; i++)
    if (g_rand_int_range (random, 0, 100) < percent && !is_left_alone (table, i))
      set_field (record, i, random);
}

static GenlockRecord *
make_row (const GenlockTable *table,
          GRand *random)
{
  g_autofree char *id = pick_id (random, table);
  GenlockRecord *record = genlock_record_new_row (table, id);

  for (guint i = table->n_meta; i < table->n_fields; i++)
    if (!is_left_alone (table, i)
        && (genlock_record_is_absent (record, i) || g_rand_int_range (random, 0, 3) == 0))
      set_field (record, i, random);

  return record;
}

static void
add_children (GenlockRecord *record,
              GRand *random)
{
  const GenlockTable *table = genlock_record_get_table (record);

  for (guint i = 0; i < G_N_ELEMENTS (world); i++)
    {
      const GenlockTable *child = world[i].table;

      if (child->nested_as == NULL
          || child->fields[child->parent_field].target != table
          || g_rand_boolean (random))
        continue;

      genlock_record_clear_children (record, child);
      for (int j = g_rand_int_range (random, 0, 3); j > 0; j--)
        {
          GenlockRecord *row = make_row (child, random);

          if (g_rand_int_range (random, 0, 3) == 0)
            genlock_record_unset (row, GENLOCK_META_ID);
          add_children (row, random);
          genlock_record_add_child (record, row);
        }
    }
}

static void
add_op (GenlockBatch *batch,
        GRand *random)
{
  const GenlockTable *table = world[g_rand_int_range (random, 0, G_N_ELEMENTS (world))].table;
  g_autofree char *id = pick_id (random, table);
  int what = g_rand_int_range (random, 0, 100);
  GenlockRecord *record;

  if (what < 35)
    {
      record = make_row (table, random);
      if (g_rand_int_range (random, 0, 3) == 0)
        add_children (record, random);
      genlock_batch_insert (batch, record);
    }
  else if (what < 70)
    {
      record = genlock_record_new (table);
      genlock_record_set_text (record, GENLOCK_META_ID, id);
      set_fields (record, 20, random);
      if (g_rand_int_range (random, 0, 4) == 0)
        add_children (record, random);
      genlock_batch_update (batch, record);
    }
  else if (what < (table->parent_field != 0 ? 83 : 73))
    {
      /* Whole shows go less often: little can be done without them. */
      genlock_batch_delete (batch, table, id);
    }
  else
    {
      genlock_batch_undelete (batch, table, id);
    }
}

GenlockBatch *
random_edits_new_world (GRand *random)
{
  GenlockBatch *batch = genlock_batch_new ("IMPORT");

  for (guint i = 0; i < G_N_ELEMENTS (world); i++)
    for (int j = 0; j < world[i].n_rows; j++)
      {
        GenlockRecord *record = make_row (world[i].table, random);

        genlock_record_take_text (record, GENLOCK_META_ID, make_id_of (i, j));
        if (world[i].table == &genlock_productions)
          genlock_record_set_null (record, GENLOCK_PRODUCTION_LOAD_OUT);
        if (world[i].table == &genlock_equipment_cards)
          genlock_record_set_null (record, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
        genlock_batch_insert (batch, record);
      }

  return batch;
}

GenlockBatch *
random_edits_new (GRand *random)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  int n_ops = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int_range (random, 2, 5) : 1;

  for (int i = 0; i < n_ops; i++)
    add_op (batch, random);

  return batch;
}
