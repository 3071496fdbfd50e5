/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment that goes from the library: deleted, replaced in shows, merged with its duplicates. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-port-map-private.h"
#include "equipment/genlock-port-private.h"
#include "equipment/genlock-spec-merge.h"

/* Shows that a refusal names. */
#define MAX_SHOWS 5

struct _GenlockSpecMerge
{
  GenlockRecord *keep; /* owned */
  GPtrArray *others; /* owned (element-type GenlockRecord) */
  GenlockSpecUsage *usage; /* owned */
  GPtrArray *maps; /* owned (element-type GenlockPortMap) */
};

GenlockBatch *
genlock_spec_delete_build (const char * const *spec_ids,
                           const GenlockSpecUsage *usage,
                           GError **error)
{
  GenlockBatch *batch;

  if (!genlock_spec_usage_is_empty (usage))
    {
      g_autofree char *shows = genlock_spec_usage_dup_text (usage, MAX_SHOWS);

      /* Translators: %s is a list of shows */
      g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_USED,
                   _("Shows use this equipment: %s. Replace it there first."), shows);
      return NULL;
    }

  batch = genlock_batch_new ("DELETE");
  for (guint i = 0; spec_ids[i] != NULL; i++)
    genlock_batch_delete (batch, &genlock_equipment_specs, spec_ids[i]);

  return batch;
}

/* Rows of @rows whose link @field is @from get @to. */
static void
relink (GPtrArray *rows,
        guint field,
        const char *from,
        const char *to,
        GenlockBatch *batch)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GenlockRecord *patch;

      if (g_strcmp0 (genlock_record_get_text (rows->pdata[i], field), from) != 0)
        continue;

      patch = genlock_port_patch (rows->pdata[i]);
      genlock_record_set_text (patch, field, to);
      genlock_batch_update (batch, patch);
    }
}

static void
relink_all (const GenlockSpecUsage *usage,
            const char *from,
            const char *to,
            GenlockBatch *batch)
{
  relink (usage->devices, GENLOCK_DEVICE_EQUIPMENT_ID, from, to, batch);
  relink (usage->sources, GENLOCK_SOURCE_EQUIPMENT_ID, from, to, batch);
  relink (usage->sends, GENLOCK_SEND_EQUIPMENT_ID, from, to, batch);
}

GenlockBatch *
genlock_spec_replace_build (const GenlockRecord *spec,
                            GenlockRecord *other,
                            gboolean is_new,
                            const GenlockSpecUsage *usage,
                            const GenlockPortMap *map,
                            gboolean delete_spec,
                            GError **error)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  const char *id = genlock_record_get_id (spec);

  relink_all (usage, id, genlock_record_get_id (other), batch);
  if (!genlock_port_map_append (map, batch, error))
    return NULL;

  if (is_new)
    genlock_batch_insert (batch, genlock_record_copy (other));
  if (delete_spec)
    genlock_batch_delete (batch, &genlock_equipment_specs, id);

  return g_steal_pointer (&batch);
}

GenlockBatch *
genlock_device_swap_build (const GenlockRecord *device,
                           GenlockRecord *other,
                           gboolean is_new,
                           const GenlockPortMap *map,
                           GError **error)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  GenlockRecord *patch = genlock_port_patch (device);

  genlock_record_set_text (patch, GENLOCK_DEVICE_EQUIPMENT_ID,
                           other != NULL ? genlock_record_get_id (other) : NULL);
  if (other != NULL && genlock_record_has (other, GENLOCK_EQUIPMENT_SPEC_CATEGORY))
    genlock_record_set_text (patch, GENLOCK_DEVICE_CATEGORY,
                             genlock_record_get_text (other, GENLOCK_EQUIPMENT_SPEC_CATEGORY));
  genlock_batch_update (batch, patch);
  if (map != NULL && !genlock_port_map_append (map, batch, error))
    return NULL;

  if (is_new && other != NULL)
    genlock_batch_insert (batch, genlock_record_copy (other));

  return g_steal_pointer (&batch);
}

static char *
dup_key (const GenlockRecord *spec)
{
  g_autofree char *manufacturer =
    genlock_ports_fold (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER));
  g_autofree char *model =
    genlock_ports_fold (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL));

  return g_strdup_printf ("%s\n%s", manufacturer, model);
}

static int
compare_ages (gconstpointer a,
              gconstpointer b)
{
  const GenlockRecord *first = *(GenlockRecord * const *) a;
  const GenlockRecord *second = *(GenlockRecord * const *) b;
  int order = g_strcmp0 (genlock_record_get_text (first, GENLOCK_META_CREATED_AT),
                         genlock_record_get_text (second, GENLOCK_META_CREATED_AT));

  return order != 0 ? order : g_strcmp0 (genlock_record_get_id (first),
                                         genlock_record_get_id (second));
}

GPtrArray *
genlock_spec_find_duplicates (GPtrArray *specs)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < specs->len; i++)
    {
      char *key = dup_key (specs->pdata[i]);
      GPtrArray *group = g_hash_table_lookup (groups, key);

      if (genlock_record_get_bool (specs->pdata[i], GENLOCK_META_IS_DELETED))
        {
          g_free (key);
          continue;
        }

      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
          g_ptr_array_add (all, group);
          g_hash_table_insert (groups, key, group);
        }
      else
        g_free (key);

      g_ptr_array_add (group, genlock_record_ref (specs->pdata[i]));
    }

  for (guint i = 0; i < all->len; i++)
    {
      GPtrArray *group = all->pdata[i];

      if (group->len < 2)
        continue;

      g_ptr_array_sort (group, compare_ages);
      g_ptr_array_add (found, g_ptr_array_ref (group));
    }

  return found;
}

/* What is left of the usage with the devices of one spec. */
static GenlockSpecUsage *
pick_spec (const GenlockSpecUsage *usage,
           const char *spec_id)
{
  g_autoptr (GPtrArray) devices = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < usage->devices->len; i++)
    if (g_strcmp0 (genlock_record_get_text (usage->devices->pdata[i],
                                            GENLOCK_DEVICE_EQUIPMENT_ID), spec_id) == 0)
      g_ptr_array_add (devices, usage->devices->pdata[i]);

  return genlock_spec_usage_new (none, devices, none, none, usage->connections);
}

GenlockSpecMerge *
genlock_spec_merge_new (GenlockRecord *keep,
                        GPtrArray *others,
                        GenlockSpecUsage *usage)
{
  GenlockSpecMerge *merge = g_new0 (GenlockSpecMerge, 1);

  merge->keep = genlock_record_ref (keep);
  merge->others = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  merge->usage = genlock_spec_usage_ref (usage);
  merge->maps = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_port_map_free);

  for (guint i = 0; i < others->len; i++)
    {
      g_autoptr (GenlockSpecUsage) own = pick_spec (usage,
                                                    genlock_record_get_id (others->pdata[i]));

      g_ptr_array_add (merge->others, genlock_record_ref (others->pdata[i]));
      g_ptr_array_add (merge->maps, genlock_port_map_new (others->pdata[i], keep, own));
    }

  return merge;
}

void
genlock_spec_merge_free (GenlockSpecMerge *merge)
{
  g_ptr_array_unref (merge->maps);
  g_ptr_array_unref (merge->others);
  genlock_spec_usage_unref (merge->usage);
  genlock_record_unref (merge->keep);
  g_free (merge);
}

GenlockPortMap *
genlock_spec_merge_get_map (GenlockSpecMerge *merge,
                            guint index)
{
  g_return_val_if_fail (index < merge->maps->len, NULL);

  return merge->maps->pdata[index];
}

void
genlock_spec_merge_set_usage (GenlockSpecMerge *merge,
                              GenlockSpecUsage *usage)
{
  genlock_spec_usage_ref (usage);
  genlock_spec_usage_unref (merge->usage);
  merge->usage = usage;
}

GenlockBatch *
genlock_spec_merge_build (GenlockSpecMerge *merge,
                          GError **error)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("DELETE");

  /* The step is called after what comes first: the pieces that go. */
  for (guint i = 0; i < merge->others->len; i++)
    genlock_batch_delete (batch, &genlock_equipment_specs,
                          genlock_record_get_id (merge->others->pdata[i]));

  for (guint i = 0; i < merge->others->len; i++)
    relink_all (merge->usage, genlock_record_get_id (merge->others->pdata[i]),
                genlock_record_get_id (merge->keep), batch);

  if (!genlock_port_maps_append (merge->maps, batch, error))
    return NULL;

  return g_steal_pointer (&batch);
}
