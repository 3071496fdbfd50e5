/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding boxes, ports and cables of the canvas by what is written on them. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/patch/genlock-canvas-private.h"

/* Nobody steps through more. */
#define MAX_MATCHES 500

/* What was found, by words that stay good when the graph changes. */
typedef struct
{
  GenlockCanvasSpot spot; /* of a box or a port */
  char *cable; /* owned, nullable: a cable */
} Match;

static void
clear_match (gpointer data)
{
  Match *match = data;

  genlock_canvas_spot_clear (&match->spot);
  g_free (match->cable);
}

/* Whether every word of @words, casefolded, is in @text. */
static gboolean
has_words (const char *text,
           char **words)
{
  g_autofree char *plain = g_utf8_casefold (text, -1);

  for (char **word = words; *word != NULL; word++)
    if (strstr (plain, *word) == NULL)
      return FALSE;

  return TRUE;
}

static void
add (GenlockCanvas *self,
     const GenlockPatchBox *box,
     const GenlockPatchPort *port,
     const char *cable)
{
  Match match = { .cable = g_strdup (cable) };

  if (self->matches->len >= MAX_MATCHES)
    {
      g_free (match.cable);
      return;
    }

  if (box != NULL)
    genlock_canvas_spot_set (&match.spot, box, port);
  g_array_append_val (self->matches, match);
}

static void
find_boxes (GenlockCanvas *self,
            const GenlockPatchScene *scene,
            char **words)
{
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      g_autofree char *text = g_strjoin (" ", box->head != NULL ? box->head : "", box->name,
                                         box->detail != NULL ? box->detail : "", NULL);

      if (has_words (text, words))
        add (self, box, NULL, NULL);
    }
}

/* A box whose own words match is found once, not with each of its ports. */
static void
find_ports (GenlockCanvas *self,
            const GenlockPatchScene *scene,
            char **words)
{
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      g_autofree char *name = genlock_signal_node_dup_name (box->node);

      for (guint j = 0; !has_words (name, words) && j < box->ports->len; j++)
        {
          const GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, j);
          g_autofree char *text = genlock_signal_port_dup_name (port->port);

          if (has_words (text, words))
            add (self, box, port, NULL);
        }
    }
}

static void
find_cables (GenlockCanvas *self,
             const GenlockPatchScene *scene,
             char **words)
{
  for (guint i = 0; i < scene->cables->len; i++)
    {
      const GenlockPatchCable *cable = scene->cables->pdata[i];

      if (cable->label != NULL && has_words (cable->label, words))
        add (self, NULL, NULL, cable->key);
    }
}

static void
show (GenlockCanvas *self)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  const Match *match = &g_array_index (self->matches, Match, self->match);
  const GenlockPatchCable *cable = genlock_patch_scene_find_cable (scene, match->cable);
  GenlockPatchArea area;
  GenlockPatchHit hit;

  if (cable != NULL)
    {
      genlock_patch_cable_get_area (cable, FALSE, &area);
      genlock_canvas_select (self, cable->key, FALSE);
      genlock_canvas_reveal (self, &area);
      return;
    }
  if (!genlock_canvas_spot_find (self, &match->spot, &hit))
    return;

  area = (GenlockPatchArea) { hit.box->x, hit.box->y, hit.box->width, MIN (hit.box->height, 240) };
  if (hit.port != NULL)
    {
      area.y = hit.box->y + hit.port->y - GENLOCK_PATCH_ROW;
      area.height = 2 * GENLOCK_PATCH_ROW;
    }
  genlock_canvas_spot_set (&self->focus, hit.box, hit.port);
  genlock_canvas_select (self, hit.box->key, FALSE);
  genlock_canvas_reveal (self, &area);
}

guint
genlock_canvas_find (GenlockCanvas *self,
                     const char *text)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  g_autofree char *plain = g_utf8_casefold (text, -1);
  g_autofree char *stripped = g_strdup (g_strstrip (plain));
  g_auto (GStrv) words = g_strsplit_set (stripped, " ", -1);

  if (self->matches == NULL)
    {
      self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
      g_array_set_clear_func (self->matches, clear_match);
    }
  g_array_set_size (self->matches, 0);
  self->match = 0;
  if (scene == NULL || *stripped == '\0')
    return 0;

  find_boxes (self, scene, words);
  find_ports (self, scene, words);
  find_cables (self, scene, words);
  if (self->matches->len > 0)
    show (self);

  return self->matches->len;
}

guint
genlock_canvas_find_next (GenlockCanvas *self,
                          int step)
{
  guint n = self->matches != NULL ? self->matches->len : 0;

  if (n == 0 || genlock_canvas_get_scene (self) == NULL)
    return 0;

  self->match = (guint) ((int) (self->match + n) + step) % n;
  show (self);
  return self->match;
}
