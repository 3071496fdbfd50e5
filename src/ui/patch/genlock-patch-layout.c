/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for boxes that nobody has placed. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "signal/genlock-signal-layout.h"
#include "ui/patch/genlock-patch-layout.h"

typedef struct
{
  double x;
  double y;
} Place;

GHashTable *
genlock_patch_places_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

GHashTable *
genlock_patch_places_copy (GHashTable *places)
{
  GHashTable *copy = genlock_patch_places_new ();
  GHashTableIter iter;
  const char *key;
  const Place *place;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &place))
    g_hash_table_insert (copy, g_strdup (key), g_memdup2 (place, sizeof *place));

  return copy;
}

/* Whether every box has a place now. */
static gboolean
place_known (GenlockPatchScene *scene,
             GHashTable *places)
{
  gboolean all = TRUE;

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];
      const Place *place = g_hash_table_lookup (places, box->key);

      if (box->is_placed)
        continue;

      all = all && place != NULL;
      if (place != NULL)
        {
          box->x = place->x;
          box->y = place->y;
        }
    }

  return all;
}

/* Boxes that links leave open stand in the order of the keyboard. */
static void
describe_boxes (GenlockPatchScene *scene,
                GHashTable *places,
                GenlockSignalLayoutBox *boxes,
                GStringChunk *chunk)
{
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      g_autofree char *key = g_strdup_printf ("%08u", i);
      double *ports = g_new (double, box->ports->len);

      for (guint j = 0; j < box->ports->len; j++)
        ports[j] = g_array_index (box->ports, GenlockPatchPort, j).y;
      boxes[i] = (GenlockSignalLayoutBox) {
        .key = g_string_chunk_insert (chunk, key),
        .kind = box->node->kind,
        .width = box->width,
        .height = box->height,
        .ports = ports,
        .n_ports = box->ports->len,
        .is_fixed = box->is_placed || g_hash_table_contains (places, box->key),
        .x = box->x,
        .y = box->y,
      };
    }
}

static guint
find_port (const GenlockPatchBox *box,
           const GenlockSignalPort *port)
{
  for (guint i = 0; i < box->ports->len; i++)
    if (g_array_index (box->ports, GenlockPatchPort, i).port == port)
      return i;

  return G_MAXUINT;
}

/* (transfer full) (element-type GenlockSignalLayoutLink) */
static GArray *
list_links (const GenlockPatchScene *scene)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (GenlockSignalLayoutLink));
  g_autoptr (GHashTable) indexes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < scene->boxes->len; i++)
    g_hash_table_insert (indexes, scene->boxes->pdata[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < scene->cables->len; i++)
    {
      const GenlockPatchCable *cable = scene->cables->pdata[i];
      GenlockSignalLayoutLink link = {
        .from_box = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, cable->from)),
        .from_port = find_port (cable->from, cable->link->from),
        .to_box = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, cable->to)),
        .to_port = find_port (cable->to, cable->link->to),
      };

      if (cable->from != cable->to)
        g_array_append_val (links, link);
    }

  return links;
}

void
genlock_patch_layout_run (GenlockPatchScene *scene,
                          GHashTable *places,
                          GCancellable *cancellable)
{
  g_autofree GenlockSignalLayoutBox *boxes = NULL;
  g_autoptr (GStringChunk) chunk = NULL;
  g_autoptr (GArray) links = NULL;

  if (place_known (scene, places))
    return;

  boxes = g_new0 (GenlockSignalLayoutBox, scene->boxes->len);
  chunk = g_string_chunk_new (1024);
  describe_boxes (scene, places, boxes, chunk);
  links = list_links (scene);
  if (genlock_signal_layout_run (boxes, scene->boxes->len,
                                 (const GenlockSignalLayoutLink *) links->data, links->len,
                                 cancellable, NULL))
    for (guint i = 0; i < scene->boxes->len; i++)
      if (!boxes[i].is_fixed)
        {
          const GenlockPatchBox *box = scene->boxes->pdata[i];
          Place place = { boxes[i].x, boxes[i].y };

          g_hash_table_insert (places, g_strdup (box->key), g_memdup2 (&place, sizeof place));
        }
  for (guint i = 0; i < scene->boxes->len; i++)
    g_free ((double *) boxes[i].ports);
  place_known (scene, places);
}
