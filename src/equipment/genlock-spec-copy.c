/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a piece of equipment: duplicates, and variants for one show. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-port-map-private.h"
#include "equipment/genlock-port-private.h"
#include "equipment/genlock-slot-rules-private.h"
#include "equipment/genlock-spec-edit.h"

/* As the table of specs bounds it. */
#define MAX_MODEL 200

/* Of a show's name behind a model. */
#define MAX_SUFFIX 100

/* A row of its own: the fields, not what the store keeps. @ids: (nullable): the old id to the
 * new one. */
static GenlockRecord *
copy_row (const GenlockRecord *row,
          GHashTable *ids)
{
  const GenlockTable *table = genlock_record_get_table (row);
  GenlockRecord *copy = genlock_record_new_row (table, NULL);

  for (guint i = table->n_meta; i < table->n_fields; i++)
    if (!genlock_record_is_absent (row, i))
      genlock_record_set_value (copy, i, genlock_record_get_value (row, i));

  if (ids != NULL)
    g_hash_table_insert (ids, g_strdup (genlock_record_get_id (row)),
                         g_strdup (genlock_record_get_id (copy)));

  return copy;
}

static void
copy_ports (const GenlockRecord *parent,
            GenlockRecord *copy,
            GHashTable *ids)
{
  g_autoptr (GArray) ports = genlock_ports_list_own (parent);

  genlock_record_clear_children (copy,
                                 genlock_ports_get_table (genlock_record_get_table (parent)));
  for (guint i = 0; i < ports->len; i++)
    genlock_record_add_child (copy, copy_row (g_array_index (ports, GenlockPort, i).record, ids));
}

/* The copy is nobody's but the user's: new revisions of a library entry do not concern it. */
static void
forget_library (GenlockRecord *copy)
{
  const char *specs = genlock_record_get_text (copy, GENLOCK_EQUIPMENT_SPEC_SPECS);
  g_autoptr (JsonNode) node = specs != NULL ? genlock_slot_rules_parse (specs, NULL) : NULL;

  if (node == NULL || !json_object_has_member (json_node_get_object (node), "library"))
    return;

  json_object_remove_member (json_node_get_object (node), "library");
  genlock_record_take_text (copy, GENLOCK_EQUIPMENT_SPEC_SPECS, genlock_json_canonicalize (node));
}

static GenlockRecord *
copy_spec (const GenlockRecord *spec,
           const char *model,
           GHashTable *ids)
{
  g_autoptr (GPtrArray) cards = genlock_ports_list_cards (spec);
  GenlockRecord *copy = copy_row (spec, ids);

  if (model != NULL)
    genlock_record_set_text (copy, GENLOCK_EQUIPMENT_SPEC_MODEL, model);
  forget_library (copy);
  copy_ports (spec, copy, ids);
  genlock_record_clear_children (copy, &genlock_equipment_cards);
  for (guint i = 0; i < cards->len; i++)
    {
      GenlockRecord *card = copy_row (cards->pdata[i], ids);

      copy_ports (cards->pdata[i], card, ids);
      genlock_record_add_child (copy, card);
    }

  return copy;
}

static void
add_op (GenlockBatch *batch,
        const GenlockOp *op)
{
  const char *id = genlock_record_get_id (op->record);

  switch (op->kind)
    {
    case GENLOCK_OP_INSERT:
      genlock_batch_insert (batch, genlock_record_ref (op->record));
      return;

    case GENLOCK_OP_UPDATE:
      genlock_batch_update (batch, genlock_record_ref (op->record));
      return;

    case GENLOCK_OP_DELETE:
      genlock_batch_delete (batch, op->table, id);
      return;

    case GENLOCK_OP_UNDELETE:
      genlock_batch_undelete (batch, op->table, id);
      return;
    }

  g_assert_not_reached ();
}

GenlockBatch *
genlock_spec_adopt_build (const GenlockRecord *spec,
                          GenlockBatch *batch)
{
  g_autoptr (GenlockBatch) gesture = batch;
  GenlockBatch *whole = genlock_batch_new (genlock_batch_get_verb (gesture));

  genlock_batch_insert (whole, genlock_record_copy (spec));
  for (guint i = 0; i < genlock_batch_get_length (gesture); i++)
    add_op (whole, genlock_batch_get_op (gesture, i));

  return whole;
}

/* @model with @suffix behind it, cut so that both have room. */
static char *
join_model (const char *model,
            const char *suffix)
{
  glong room = MAX_MODEL - g_utf8_strlen (suffix, -1) - 1;
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (model, -1) > room)
    cut = g_utf8_substring (model, 0, MAX (room, 1));

  return g_strdup_printf ("%s %s", cut != NULL ? cut : model, suffix);
}

GenlockBatch *
genlock_spec_duplicate_build (const GenlockRecord *spec,
                              GHashTable *models,
                              const GenlockRecord **copy)
{
  const char *model = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL);
  GenlockBatch *batch = genlock_batch_new ("DUPLICATE");
  GenlockRecord *row;
  g_autofree char *name = NULL;

  for (guint n = 1; name == NULL; n++)
    {
      /* Translators: behind the model of a piece of equipment that was duplicated */
      g_autofree char *suffix = n == 1 ? g_strdup (_("(copy)"))
                                       : g_strdup_printf (_("(copy %u)"), n);

      name = join_model (model != NULL ? model : "", suffix);
      if (models != NULL && g_hash_table_contains (models, name))
        g_clear_pointer (&name, g_free);
    }

  row = copy_spec (spec, name, NULL);
  genlock_batch_insert (batch, row);
  if (copy != NULL)
    *copy = row;

  return batch;
}

/* Each cable of the device goes to the copy of its port. */
static void
move_cables (GenlockRecord *spec,
             GenlockRecord *copy,
             GenlockSpecUsage *usage,
             GHashTable *ids,
             GenlockBatch *batch)
{
  g_autoptr (GenlockPortMap) map = genlock_port_map_new (spec, copy, usage);

  for (guint i = 0; i < map->entries->len; i++)
    {
      GenlockPortMapEntry *entry = &g_array_index (map->entries, GenlockPortMapEntry, i);
      const char *id = g_hash_table_lookup (ids, genlock_record_get_id (entry->port.record));

      for (guint j = 0; j < map->targets->len; j++)
        if (g_strcmp0 (genlock_record_get_id (g_array_index (map->targets, GenlockPort,
                                                             j).record), id) == 0)
          entry->target = &g_array_index (map->targets, GenlockPort, j);
    }

  genlock_port_map_append (map, batch, NULL);
}

/* "(Kick-off)" */
static char *
dup_suffix (const char *show)
{
  g_autofree char *cut = NULL;

  if (show == NULL || *show == '\0')
    show = _("variant");
  if (g_utf8_strlen (show, -1) > MAX_SUFFIX)
    cut = g_utf8_substring (show, 0, MAX_SUFFIX);

  return g_strdup_printf ("(%s)", cut != NULL ? cut : show);
}

GenlockBatch *
genlock_spec_variant_build (GenlockRecord *spec,
                            const GenlockRecord *device,
                            const char *show,
                            const GenlockSpecUsage *usage,
                            const GenlockRecord **copy)
{
  g_autoptr (GenlockSpecUsage) own =
    genlock_spec_usage_pick_device (usage, genlock_record_get_id (device));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *model = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL);
  g_autofree char *suffix = dup_suffix (show);
  g_autofree char *name = join_model (model != NULL ? model : "", suffix);
  GenlockBatch *batch = genlock_batch_new ("DUPLICATE");
  GenlockRecord *patch = genlock_port_patch (device);
  GenlockRecord *row = copy_spec (spec, name, ids);

  genlock_batch_insert (batch, row);
  genlock_record_set_text (patch, GENLOCK_DEVICE_EQUIPMENT_ID, genlock_record_get_id (row));
  genlock_batch_update (batch, patch);
  move_cables (spec, row, own, ids, batch);
  if (copy != NULL)
    *copy = row;

  return batch;
}
