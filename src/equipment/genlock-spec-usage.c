/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which shows use a piece of equipment, and which cables end on it. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-spec-usage.h"

static void
free_use (gpointer data)
{
  GenlockSpecUse *use = data;

  genlock_record_unref (use->production);
  g_free (use);
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
}

static GPtrArray *
copy_rows (GPtrArray *rows)
{
  GPtrArray *copy = new_rows ();

  for (guint i = 0; i < rows->len; i++)
    if (!genlock_record_get_bool (rows->pdata[i], GENLOCK_META_IS_DELETED))
      g_ptr_array_add (copy, genlock_record_ref (rows->pdata[i]));

  return copy;
}

/* The connections of @rows on the usage's devices, each once. */
static GPtrArray *
pick_connections (GPtrArray *devices,
                  GPtrArray *rows)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *picked = new_rows ();

  for (guint i = 0; i < devices->len; i++)
    g_hash_table_add (ids, (gpointer) genlock_record_get_id (devices->pdata[i]));

  for (guint i = 0; i < rows->len; i++)
    {
      GenlockRecord *row = rows->pdata[i];
      const char *through = genlock_record_get_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID);
      const char *to = genlock_record_get_text (row, GENLOCK_CONNECTION_DESTINATION_ID);

      if (genlock_record_get_bool (row, GENLOCK_META_IS_DELETED)
          || !((through != NULL && g_hash_table_contains (ids, through))
               || (to != NULL && g_hash_table_contains (ids, to))))
        continue;

      if (g_hash_table_add (seen, (gpointer) genlock_record_get_id (row)))
        g_ptr_array_add (picked, genlock_record_ref (row));
    }

  return picked;
}

static guint
count_rows (GPtrArray *rows,
            guint field,
            const char *production_id)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += g_strcmp0 (genlock_record_get_text (rows->pdata[i], field), production_id) == 0;

  return n;
}

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  const GenlockSpecUse *first = *(GenlockSpecUse * const *) a;
  const GenlockSpecUse *second = *(GenlockSpecUse * const *) b;

  return g_utf8_collate (genlock_record_get_name (first->production),
                         genlock_record_get_name (second->production));
}

static void
add_uses (GenlockSpecUsage *usage,
          GPtrArray *productions)
{
  for (guint i = 0; i < productions->len; i++)
    {
      const char *id = genlock_record_get_id (productions->pdata[i]);
      GenlockSpecUse use = {
        .production = productions->pdata[i],
        .n_devices = count_rows (usage->devices, GENLOCK_DEVICE_PRODUCTION_ID, id),
        .n_sources = count_rows (usage->sources, GENLOCK_SOURCE_PRODUCTION_ID, id),
        .n_sends = count_rows (usage->sends, GENLOCK_SEND_PRODUCTION_ID, id),
        .n_cables = count_rows (usage->connections, GENLOCK_CONNECTION_PRODUCTION_ID, id),
      };

      if (use.n_devices + use.n_sources + use.n_sends == 0)
        continue;

      genlock_record_ref (use.production);
      g_ptr_array_add (usage->uses, g_memdup2 (&use, sizeof use));
    }

  g_ptr_array_sort (usage->uses, compare_uses);
}

GenlockSpecUsage *
genlock_spec_usage_new (GPtrArray *productions,
                        GPtrArray *devices,
                        GPtrArray *sources,
                        GPtrArray *sends,
                        GPtrArray *connections)
{
  GenlockSpecUsage *usage = g_atomic_rc_box_new0 (GenlockSpecUsage);

  usage->uses = g_ptr_array_new_with_free_func (free_use);
  usage->devices = copy_rows (devices);
  usage->sources = copy_rows (sources);
  usage->sends = copy_rows (sends);
  usage->connections = pick_connections (usage->devices, connections);
  add_uses (usage, productions);

  return usage;
}

GenlockSpecUsage *
genlock_spec_usage_pick_device (const GenlockSpecUsage *usage,
                                const char *device_id)
{
  g_autoptr (GPtrArray) productions = g_ptr_array_new ();
  g_autoptr (GPtrArray) devices = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < usage->devices->len; i++)
    if (g_strcmp0 (genlock_record_get_id (usage->devices->pdata[i]), device_id) == 0)
      g_ptr_array_add (devices, usage->devices->pdata[i]);

  for (guint i = 0; i < usage->uses->len; i++)
    g_ptr_array_add (productions, ((GenlockSpecUse *) usage->uses->pdata[i])->production);

  return genlock_spec_usage_new (productions, devices, none, none, usage->connections);
}

GenlockSpecUsage *
genlock_spec_usage_ref (GenlockSpecUsage *usage)
{
  return g_atomic_rc_box_acquire (usage);
}

static void
clear_usage (gpointer data)
{
  GenlockSpecUsage *usage = data;

  g_ptr_array_unref (usage->uses);
  g_ptr_array_unref (usage->devices);
  g_ptr_array_unref (usage->sources);
  g_ptr_array_unref (usage->sends);
  g_ptr_array_unref (usage->connections);
}

void
genlock_spec_usage_unref (GenlockSpecUsage *usage)
{
  g_atomic_rc_box_release_full (usage, clear_usage);
}

gboolean
genlock_spec_usage_is_empty (const GenlockSpecUsage *usage)
{
  return usage->devices->len + usage->sources->len + usage->sends->len == 0;
}

static void
append_count (GString *text,
              const char *words,
              guint n)
{
  if (n == 0)
    return;

  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
}

/* "3 devices, 1 source" */
static char *
dup_counts (const GenlockSpecUse *use,
            gboolean with_cables)
{
  GString *text = g_string_new (NULL);
  g_autofree char *devices = g_strdup_printf (ngettext ("%u device", "%u devices",
                                                        use->n_devices), use->n_devices);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources",
                                                        use->n_sources), use->n_sources);
  g_autofree char *sends = g_strdup_printf (ngettext ("%u send", "%u sends", use->n_sends),
                                            use->n_sends);
  g_autofree char *cables = g_strdup_printf (ngettext ("%u cable", "%u cables", use->n_cables),
                                             use->n_cables);

  append_count (text, devices, use->n_devices);
  append_count (text, sources, use->n_sources);
  append_count (text, sends, use->n_sends);
  append_count (text, cables, with_cables ? use->n_cables : 0);

  return g_string_free (text, FALSE);
}

char *
genlock_spec_use_dup_text (const GenlockSpecUse *use)
{
  g_autofree char *counts = dup_counts (use, TRUE);

  /* Translators: a show, and what of it: “Kick-off: 3 devices, 12 cables” */
  return g_strdup_printf (_("%1$s: %2$s"), genlock_record_get_name (use->production), counts);
}

char *
genlock_spec_usage_dup_text (const GenlockSpecUsage *usage,
                             guint max)
{
  GString *text = g_string_new (NULL);
  guint n_more;

  for (guint i = 0; i < MIN (max, usage->uses->len); i++)
    {
      const GenlockSpecUse *use = usage->uses->pdata[i];
      g_autofree char *counts = dup_counts (use, FALSE);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "",
                              genlock_record_get_name (use->production), counts);
    }

  n_more = usage->uses->len - MIN (max, usage->uses->len);
  if (n_more > 0)
    {
      /* Translators: behind a list of shows */
      g_string_append_printf (text, ngettext (" and %u more show", " and %u more shows", n_more),
                              n_more);
    }

  return g_string_free (text, FALSE);
}
