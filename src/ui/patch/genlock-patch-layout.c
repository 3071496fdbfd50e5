/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for boxes that nobody has placed. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "signal/genlock-signal-layout.h"
#include "ui/patch/genlock-patch-layout.h"

/* So many boxes and cables take some milliseconds; measured with bench-layout. */
#define SMALL 400

typedef struct
{
  double x;
  double y;
} Place;

struct _GenlockPatchLayout
{
  GenlockSignalLayoutBox *boxes; /* owned (array length=n_boxes) */
  const char **keys; /* owned (array length=n_boxes), of the boxes of the scene; in @chunk */
  guint n_boxes;
  GArray *links; /* owned (element-type GenlockSignalLayoutLink) */
  GStringChunk *chunk; /* owned */
  gboolean is_done;
};

GHashTable *
genlock_patch_places_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

gboolean
genlock_patch_places_apply (GenlockPatchScene *scene,
                            GHashTable *places)
{
  gboolean all = TRUE;
  GenlockPatchArea area;

  genlock_patch_scene_get_area (scene, &area);
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];
      const Place *place = g_hash_table_lookup (places, box->key);

      if (box->is_placed)
        continue;

      all = all && place != NULL;
      box->x = place != NULL ? place->x : area.x;
      box->y = place != NULL ? place->y : area.y + area.height + GENLOCK_PATCH_HEAD;
    }

  return all;
}

/* Boxes that links leave open stand in the order of the keyboard. */
static void
describe_box (const GenlockPatchBox *box,
              guint i,
              gboolean is_open,
              GenlockPatchLayout *layout)
{
  g_autofree char *order = g_strdup_printf ("%08u", i);
  double *ports = g_new (double, box->ports->len);

  for (guint j = 0; j < box->ports->len; j++)
    ports[j] = g_array_index (box->ports, GenlockPatchPort, j).y;
  layout->keys[i] = g_string_chunk_insert (layout->chunk, box->key);
  layout->boxes[i] = (GenlockSignalLayoutBox) {
    .key = g_string_chunk_insert (layout->chunk, order),
    .kind = box->node->kind,
    .width = box->width,
    .height = box->height,
    .ports = ports,
    .n_ports = box->ports->len,
    .is_fixed = !is_open,
    .x = box->x,
    .y = box->y,
  };
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

GenlockPatchLayout *
genlock_patch_layout_new (const GenlockPatchScene *scene,
                          GHashTable *places,
                          GHashTable *again)
{
  GenlockPatchLayout *layout = g_new0 (GenlockPatchLayout, 1);

  layout->n_boxes = scene->boxes->len;
  layout->boxes = g_new0 (GenlockSignalLayoutBox, layout->n_boxes);
  layout->keys = g_new0 (const char *, layout->n_boxes);
  layout->chunk = g_string_chunk_new (1024);
  for (guint i = 0; i < layout->n_boxes; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      gboolean is_open = !box->is_placed && !g_hash_table_contains (places, box->key);

      is_open |= again != NULL && g_hash_table_contains (again, box);
      describe_box (box, i, is_open, layout);
    }
  layout->links = list_links (scene);

  return layout;
}

void
genlock_patch_layout_free (GenlockPatchLayout *layout)
{
  for (guint i = 0; i < layout->n_boxes; i++)
    g_free ((double *) layout->boxes[i].ports);
  g_free (layout->boxes);
  g_free (layout->keys);
  g_string_chunk_free (layout->chunk);
  g_array_unref (layout->links);
  g_free (layout);
}

gboolean
genlock_patch_layout_is_small (const GenlockPatchLayout *layout)
{
  return layout->n_boxes + layout->links->len <= SMALL;
}

gboolean
genlock_patch_layout_run (GenlockPatchLayout *layout,
                          GCancellable *cancellable)
{
  layout->is_done = genlock_signal_layout_run (
    layout->boxes, layout->n_boxes, (const GenlockSignalLayoutLink *) layout->links->data,
    layout->links->len, cancellable, NULL);

  return layout->is_done;
}

void
genlock_patch_layout_keep (const GenlockPatchLayout *layout,
                           GHashTable *places)
{
  for (guint i = 0; layout->is_done && i < layout->n_boxes; i++)
    if (!layout->boxes[i].is_fixed)
      {
        Place place = { layout->boxes[i].x, layout->boxes[i].y };

        g_hash_table_replace (places, g_strdup (layout->keys[i]),
                              g_memdup2 (&place, sizeof place));
      }
}

GPtrArray *
genlock_patch_layout_apply (const GenlockPatchLayout *layout,
                            GenlockPatchScene *scene)
{
  GPtrArray *boxes = g_ptr_array_new ();

  for (guint i = 0; layout->is_done && i < layout->n_boxes; i++)
    {
      GenlockPatchBox *box = genlock_patch_scene_find_box (scene, layout->keys[i]);

      if (layout->boxes[i].is_fixed || box == NULL)
        continue;

      box->x = layout->boxes[i].x;
      box->y = layout->boxes[i].y;
      g_ptr_array_add (boxes, box);
    }

  return boxes;
}
