/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment of the library, placed in a show as devices. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/genlock-text.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-device-place.h"
#include "equipment/genlock-port-pattern.h"
#include "equipment/genlock-port-private.h"

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  if (set == NULL)
    return copy;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));

  return copy;
}

/* What comes behind @before in @text's series, as number @n of it: "CAM 4"; "GFX 2" where there is
 * no number to count on from, or none behind it. */
static char *
dup_next (const char *text,
          const char *before,
          guint n,
          gboolean has_number)
{
  g_autofree char *next = has_number ? genlock_text_increment (text, n - 1) : NULL;

  if (next != NULL && strcmp (next, before) != 0)
    return g_steal_pointer (&next);

  return g_strdup_printf ("%s %u", text, n);
}

/* The first of @text's series that is not in @used, which it joins: "CAM 3", "CAM 4"; "GFX",
 * "GFX 2". The number of a model is none to count on from: "E2", "E2 2". */
static char *
take_free (const char *text,
           gboolean is_model,
           GHashTable *used)
{
  char *next = g_strdup (text);
  gboolean has_number = !is_model && genlock_text_split_number (text, NULL, NULL, NULL);

  for (guint n = 2;; n++)
    {
      g_autofree char *before = NULL;

      if (g_hash_table_add (used, g_utf8_casefold (next, -1)))
        return next;

      before = next;
      next = dup_next (text, before, n, has_number);
    }
}

/* One text for each device: those of a pattern, or a series. */
static char **
make_texts (const char *text,
            gboolean is_model,
            guint n,
            GHashTable *used,
            GError **error)
{
  g_auto (GStrv) texts = NULL;
  g_autofree char *plain = NULL;
  guint n_texts;

  texts = genlock_port_pattern_expand (text, GENLOCK_PORT_PATTERN_MAX, error);
  if (texts == NULL)
    return NULL;

  n_texts = g_strv_length (texts);
  if (n_texts == n && n > 1)
    {
      for (guint i = 0; i < n; i++)
        g_hash_table_add (used, g_utf8_casefold (texts[i], -1));
      return g_steal_pointer (&texts);
    }

  if (n_texts > 1)
    {
      g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT,
                   _("The pattern stands for %1$u texts, but %2$u devices are to be placed. "
                     "Change one of them."), n_texts, n);
      return NULL;
    }

  plain = g_strdup (texts[0]);
  g_strfreev (g_steal_pointer (&texts));
  texts = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    texts[i] = take_free (plain, is_model, used);

  return g_steal_pointer (&texts);
}

static GenlockRecord *
make_device (const GenlockDevicePlace *place,
             const char *label,
             const char *name,
             GError **error)
{
  g_autoptr (GenlockRecord) device = genlock_record_new_row (&genlock_devices, NULL);

  genlock_record_set_text (device, GENLOCK_DEVICE_PRODUCTION_ID, place->production_id);
  genlock_record_set_text (device, GENLOCK_DEVICE_EQUIPMENT_ID,
                           genlock_record_get_id (place->spec));
  genlock_record_set_text (device, GENLOCK_DEVICE_CATEGORY,
                           genlock_record_get_text (place->spec,
                                                    GENLOCK_EQUIPMENT_SPEC_CATEGORY));
  if (!genlock_port_set_text (device, GENLOCK_DEVICE_LABEL, label, error)
      || !genlock_port_set_text (device, GENLOCK_DEVICE_NAME, name, error)
      || !genlock_port_set_text (device, GENLOCK_DEVICE_NOTE, place->note, error))
    return NULL;

  return g_steal_pointer (&device);
}

static gboolean
check_number (const GenlockDevicePlace *place,
              GError **error)
{
  if (place->n >= 1 && place->n <= GENLOCK_DEVICE_PLACE_MAX)
    return TRUE;

  g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT,
               _("From 1 to %d devices can be placed at once. Choose a number between them."),
               GENLOCK_DEVICE_PLACE_MAX);

  return FALSE;
}

/* @used_labels, @used_names: sets that grow. */
static GPtrArray *
make_devices (const GenlockDevicePlace *place,
              GHashTable *used_labels,
              GHashTable *used_names,
              GError **error)
{
  const char *model = genlock_record_get_text (place->spec, GENLOCK_EQUIPMENT_SPEC_MODEL);
  gboolean has_name = place->name != NULL && *place->name != '\0';
  g_autofree char *name = has_name ? g_strdup (place->name) : genlock_port_pattern_escape (model);
  g_autoptr (GPtrArray) devices = NULL;
  g_auto (GStrv) labels = NULL;
  g_auto (GStrv) names = NULL;

  if (!check_number (place, error))
    return NULL;

  if (place->label != NULL && *place->label != '\0')
    {
      labels = make_texts (place->label, FALSE, place->n, used_labels, error);
      if (labels == NULL)
        return NULL;
    }

  names = make_texts (name, !has_name, place->n, used_names, error);
  if (names == NULL)
    return NULL;

  devices = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  for (guint i = 0; i < place->n; i++)
    {
      GenlockRecord *device = make_device (place, labels != NULL ? labels[i] : NULL, names[i],
                                           error);

      if (device == NULL)
        return NULL;
      g_ptr_array_add (devices, device);
    }

  return g_steal_pointer (&devices);
}

GPtrArray *
genlock_device_place_list (const GenlockDevicePlace *place,
                           GError **error)
{
  g_autoptr (GHashTable) labels = copy_set (place->labels);
  g_autoptr (GHashTable) names = copy_set (place->names);

  return make_devices (place, labels, names, error);
}

static void
grow (GHashTable *set,
      GHashTable *from)
{
  GHashTableIter iter;
  gpointer key;

  if (set == NULL)
    return;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (set, key))
      g_hash_table_add (set, g_strdup (key));
}

GenlockBatch *
genlock_device_place_build (const GenlockDevicePlace *place,
                            GError **error)
{
  g_autoptr (GHashTable) labels = copy_set (place->labels);
  g_autoptr (GHashTable) names = copy_set (place->names);
  g_autoptr (GPtrArray) devices = make_devices (place, labels, names, error);
  GenlockBatch *batch;

  if (devices == NULL)
    return NULL;

  batch = genlock_batch_new ("ADD");
  /* The step is called after what comes first. */
  for (guint i = 0; i < devices->len; i++)
    genlock_batch_insert (batch, genlock_record_ref (devices->pdata[i]));
  if (place->is_new)
    genlock_batch_insert (batch, genlock_record_copy (place->spec));

  grow (place->labels, labels);
  grow (place->names, names);

  return batch;
}
