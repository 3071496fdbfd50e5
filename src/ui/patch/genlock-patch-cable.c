/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cables of the patch: where they run, which of them lie together, and stubs. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "core/schema/genlock-connections.h"
#include "ui/patch/genlock-patch-scene-private.h"

/* In pixels at 100 %: the line of a stub, the flag at its end, the gap to the next one. */
#define STUB 16
#define FLAG 116
#define FLAG_HEIGHT 18
#define FLAG_GAP 4

/* Where the cables of a group come together, and where they part: there their labels stand. */
#define JOINT 28
#define PARTING 88

/* What is written at the end of a cable may reach so far out of its curves. */
#define WORDS 12

char *
genlock_patch_link_dup_key (const GenlockSignalLink *link)
{
  const char part[] = { (char) ('0' + link->part), ':', '\0' };

  return g_strconcat (part, genlock_record_get_id (link->row->record), NULL);
}

static GenlockConnectorFamily
get_family (const GenlockSignalLink *link)
{
  const GenlockConnector *connector =
    link->from->connector != NULL ? link->from->connector : link->to->connector;

  return connector != NULL ? connector->family : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
}

gboolean
genlock_patch_cable_is_inside (const GenlockPatchCable *cable)
{
  return cable->link->part == GENLOCK_SIGNAL_CROSSPOINT;
}

gboolean
genlock_patch_cable_is_second (const GenlockPatchCable *cable)
{
  const GenlockSignalRow *row = cable->link->row;

  return cable->link->part == GENLOCK_SIGNAL_EXIT && row->n_links > 0
         && row->links[0].part == GENLOCK_SIGNAL_ENTRY;
}

GenlockPatchCable *
genlock_patch_cable_new (const GenlockSignalLink *link,
                         GenlockPatchBox *from,
                         GenlockPatchPort *from_port,
                         GenlockPatchBox *to,
                         GenlockPatchPort *to_port)
{
  const GenlockRecord *row = link->row->record;
  const char *view = genlock_record_get_text (row, GENLOCK_CONNECTION_VIEW);
  GenlockPatchCable *cable = g_new0 (GenlockPatchCable, 1);

  cable->link = link;
  cable->key = genlock_patch_link_dup_key (link);
  cable->from = from;
  cable->from_port = from_port;
  cable->to = to;
  cable->to_port = to_port;
  cable->family = get_family (link);
  if (genlock_patch_cable_is_inside (cable))
    return cable;

  cable->label = genlock_patch_dup_words (genlock_record_get_text (row,
                                                                   GENLOCK_CONNECTION_CABLE_LABEL));
  cable->is_run = genlock_record_get_bool (row, GENLOCK_CONNECTION_RUN);
  cable->is_tested = genlock_record_get_bool (row, GENLOCK_CONNECTION_TESTED);
  if (view != NULL)
    {
      cable->view = g_new0 (GenlockLinkView, 1);
      genlock_link_view_read (view, genlock_patch_cable_is_second (cable), cable->view);
    }

  return cable;
}

void
genlock_patch_cable_free (GenlockPatchCable *cable)
{
  g_free (cable->key);
  g_free (cable->label);
  g_free (cable->view);
  g_free (cable);
}

const GenlockLinkView *
genlock_patch_cable_get_view (const GenlockPatchCable *cable)
{
  static const GenlockLinkView nothing = { 0 };

  return cable->view != NULL ? cable->view : &nothing;
}

GenlockLinkView *
genlock_patch_cable_edit_view (GenlockPatchCable *cable)
{
  if (cable->view == NULL)
    cable->view = g_new0 (GenlockLinkView, 1);

  return cable->view;
}

/* How far both ends of a cable were taken together; nothing where they were not. */
static void
get_shift (const GenlockPatchCable *cable,
           double *dx,
           double *dy)
{
  const GenlockPatchBox *from = cable->from;
  const GenlockPatchBox *to = cable->to;

  *dx = *dy = 0;
  if (!from->is_moving || !to->is_moving || from->x - from->kept_x != to->x - to->kept_x
      || from->y - from->kept_y != to->y - to->kept_y)
    return;

  *dx = from->x - from->kept_x;
  *dy = from->y - from->kept_y;
}

void
genlock_patch_cable_get_waypoint (const GenlockPatchCable *cable,
                                  guint i,
                                  double *x,
                                  double *y)
{
  const GenlockLinkView *view = genlock_patch_cable_get_view (cable);
  double dx, dy;

  get_shift (cable, &dx, &dy);
  *x = view->waypoints[i].x + dx;
  *y = view->waypoints[i].y + dy;
}

/* Which of them are stubs, and which lie together. */

static gboolean
is_stub (const GenlockPatchCable *cable,
         const GenlockPatchOptions *options)
{
  GenlockViewChoice choice = genlock_patch_cable_get_view (cable)->is_stub;
  double distance = cable->to->x - cable->from->x - cable->from->width;

  if (genlock_patch_cable_is_inside (cable) || choice == GENLOCK_VIEW_NO)
    return FALSE;
  if (choice == GENLOCK_VIEW_YES)
    return TRUE;
  if (options->stub_distance <= 0)
    return FALSE;

  /* Back to the left it goes around both boxes. */
  if (distance < 0)
    distance = cable->from->x + cable->from->width - cable->to->x;

  return distance > options->stub_distance
         || fabs (cable->to->y - cable->from->y) > 2 * options->stub_distance;
}

/* (nullable): what keeps cables together. */
static const char *
get_group (const GenlockPatchCable *cable)
{
  const char *group = genlock_record_get_text (cable->link->row->record,
                                               GENLOCK_CONNECTION_LINK_GROUP);

  return group != NULL && *group != '\0' && !cable->is_stub
         && !genlock_patch_cable_is_inside (cable) ? group : NULL;
}

static guint
hash_pair (gconstpointer data)
{
  const GenlockPatchCable *cable = data;

  return g_direct_hash (cable->from) * 31 + g_direct_hash (cable->to);
}

static gboolean
is_same_pair (gconstpointer a,
              gconstpointer b)
{
  const GenlockPatchCable *one = a;
  const GenlockPatchCable *other = b;

  return one->from == other->from && one->to == other->to;
}

static guint
hash_group (gconstpointer data)
{
  return hash_pair (data) * 31 + g_str_hash (get_group (data));
}

static gboolean
is_same_group (gconstpointer a,
               gconstpointer b)
{
  return is_same_pair (a, b) && g_str_equal (get_group (a), get_group (b));
}

/* The leads of groups come first: what lies with one has it as its own. */
static void
group (GPtrArray *cables)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (hash_group, is_same_group);

  for (guint i = 0; i < cables->len; i++)
    {
      GenlockPatchCable *cable = cables->pdata[i];
      GenlockPatchCable *lead;

      if (get_group (cable) == NULL)
        continue;

      lead = g_hash_table_lookup (groups, cable);
      if (lead == NULL)
        g_hash_table_add (groups, lead = cable);
      cable->lead = lead;
      lead->n_grouped++;
      lead->group_from_y += cable->from_port->y;
      lead->group_to_y += cable->to_port->y;
    }
  for (guint i = 0; i < cables->len; i++)
    {
      GenlockPatchCable *cable = cables->pdata[i];

      if (cable->lead != NULL && cable->lead->n_grouped < 2)
        {
          cable->lead = NULL;
          cable->n_grouped = 0;
        }
      if (cable->n_grouped == 0)
        continue;

      cable->group_from_y /= cable->n_grouped;
      cable->group_to_y /= cable->n_grouped;
    }
}

void
genlock_patch_cables_arrange (GPtrArray *cables,
                              const GenlockPatchOptions *options)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new (hash_pair, is_same_pair);

  for (guint i = 0; i < cables->len; i++)
    {
      GenlockPatchCable *cable = cables->pdata[i];

      cable->is_stub = is_stub (cable, options);
      cable->lead = NULL;
      cable->n_grouped = cable->n_bundled = 0;
      cable->group_from_y = cable->group_to_y = 0;
      cable->from_port->n_stubs = cable->to_port->n_stubs = 0;
    }
  for (guint i = 0; i < cables->len; i++)
    {
      GenlockPatchCable *cable = cables->pdata[i];
      GenlockPatchCable *first = g_hash_table_lookup (pairs, cable);

      if (cable->is_stub)
        {
          cable->from_slot = cable->from_port->n_stubs++;
          cable->to_slot = cable->to_port->n_stubs++;
          continue;
        }

      if (first == NULL)
        g_hash_table_add (pairs, first = cable);
      first->n_bundled++;
    }
  group (cables);
}

/* Where they run. */

/* From one joint of a group to its other one, or from plug to plug. */
static void
thread (const GenlockPatchCable *cable,
        double from_x,
        double from_y,
        double to_x,
        double to_y,
        GenlockPatchPath *path)
{
  const GenlockLinkView *view = genlock_patch_cable_get_view (cable);
  GenlockViewPoint points[GENLOCK_VIEW_MAX_WAYPOINTS + 2];

  if (view->n_waypoints == 0)
    {
      genlock_patch_curve_make (from_x, from_y, to_x, to_y, &path->curves[path->n_curves++]);
      return;
    }

  points[0] = (GenlockViewPoint) { from_x, from_y };
  for (guint i = 0; i < view->n_waypoints; i++)
    genlock_patch_cable_get_waypoint (cable, i, &points[i + 1].x, &points[i + 1].y);
  points[view->n_waypoints + 1] = (GenlockViewPoint) { to_x, to_y };
  genlock_patch_curve_thread (points, view->n_waypoints + 2, &path->curves[path->n_curves]);
  path->n_curves += view->n_waypoints + 1;
}

/* Level at both ends. */
static void
add_soft (GenlockPatchPath *path,
          double from_x,
          double from_y,
          double to_x,
          double to_y)
{
  double middle = (from_x + to_x) / 2;

  path->curves[path->n_curves++] = (GenlockPatchCurve) {
    { from_x, middle, middle, to_x },
    { from_y, from_y, to_y, to_y },
  };
}

static void
get_grouped (const GenlockPatchCable *cable,
             GenlockPatchPath *path)
{
  const GenlockPatchCable *lead = cable->lead;
  double from_x = cable->from->x + cable->from->width;
  double from_y = cable->from->y + lead->group_from_y;
  double to_y = cable->to->y + lead->group_to_y;
  double distance = cable->to->x - from_x;
  /* Boxes that stand close to each other leave the cables less of a common way. */
  double joint = distance > 0 ? MIN (JOINT, distance / 4) : JOINT;
  double parting = distance > 0 ? MIN (PARTING, distance / 3) : PARTING;

  add_soft (path, from_x, cable->from->y + cable->from_port->y, from_x + joint, from_y);
  path->first_shared = path->n_curves;
  thread (lead, from_x + joint, from_y, cable->to->x - parting, to_y, path);
  path->n_shared = path->n_curves - path->first_shared;
  add_soft (path, cable->to->x - parting, to_y, cable->to->x, cable->to->y + cable->to_port->y);
}

void
genlock_patch_cable_get_path (const GenlockPatchCable *cable,
                              gboolean folded,
                              GenlockPatchPath *path)
{
  const GenlockPatchBox *from = cable->from;
  const GenlockPatchBox *to = cable->to;
  double from_x = from->x + from->width;
  double from_y = from->y + (folded ? from->height / 2 : cable->from_port->y);
  double to_y = to->y + (folded ? to->height / 2 : cable->to_port->y);

  path->n_curves = path->first_shared = path->n_shared = 0;
  if (genlock_patch_cable_is_inside (cable))
    /* From the left to the right. */
    add_soft (path, from->x, from_y, from_x, to_y);
  else if (cable->is_stub)
    {
      add_soft (path, from_x, from_y, from_x + STUB, from_y);
      add_soft (path, to->x - STUB, to_y, to->x, to_y);
    }
  else if (folded)
    genlock_patch_curve_make (from_x, from_y, to->x, to_y, &path->curves[path->n_curves++]);
  else if (cable->lead != NULL)
    get_grouped (cable, path);
  else
    thread (cable, from_x, from_y, to->x, to_y, path);
}

gboolean
genlock_patch_cable_is_shown (const GenlockPatchCable *cable,
                              gboolean folded)
{
  /* Folded boxes show no crosspoints, and all cables between two of them as one. */
  if (folded)
    return !genlock_patch_cable_is_inside (cable) && cable->n_bundled > 0;

  return !genlock_patch_cable_is_inside (cable)
         || (!cable->from_port->is_hidden && !cable->to_port->is_hidden);
}

/* Stubs. */

void
genlock_patch_cable_get_flag (const GenlockPatchCable *cable,
                              GenlockPatchEnd end,
                              GenlockPatchArea *area)
{
  double reach;

  area->width = FLAG;
  area->height = FLAG_HEIGHT;
  if (end == GENLOCK_PATCH_FROM_END)
    {
      reach = STUB + cable->from_slot * (FLAG + FLAG_GAP);
      area->x = cable->from->x + cable->from->width + reach;
      area->y = cable->from->y + cable->from_port->y - FLAG_HEIGHT / 2.0;
    }
  else
    {
      reach = STUB + cable->to_slot * (FLAG + FLAG_GAP);
      area->x = cable->to->x - reach - FLAG;
      area->y = cable->to->y + cable->to_port->y - FLAG_HEIGHT / 2.0;
    }
}

char *
genlock_patch_cable_dup_far_end (const GenlockPatchCable *cable,
                                 GenlockPatchEnd end)
{
  const GenlockPatchBox *box = end == GENLOCK_PATCH_FROM_END ? cable->to : cable->from;
  const GenlockPatchPort *port = end == GENLOCK_PATCH_FROM_END ? cable->to_port
                                                               : cable->from_port;
  const char *name = box->head != NULL && *box->head != '\0' ? box->head : box->name;

  if (*port->label == '\0')
    return g_strdup (name);

  return g_strdup_printf ("%s · %s", name, port->label);
}

/* All of it. */

static void
grow (GenlockPatchArea *area,
      const GenlockPatchArea *other)
{
  double right = MAX (area->x + area->width, other->x + other->width);
  double bottom = MAX (area->y + area->height, other->y + other->height);

  area->x = MIN (area->x, other->x);
  area->y = MIN (area->y, other->y);
  area->width = right - area->x;
  area->height = bottom - area->y;
}

void
genlock_patch_cable_get_area (const GenlockPatchCable *cable,
                              gboolean folded,
                              GenlockPatchArea *area)
{
  GenlockPatchPath path;
  GenlockPatchArea part;

  genlock_patch_cable_get_path (cable, folded, &path);
  genlock_patch_curve_get_area (&path.curves[0], area);
  for (guint i = 1; i < path.n_curves; i++)
    {
      genlock_patch_curve_get_area (&path.curves[i], &part);
      grow (area, &part);
    }
  if (cable->is_stub && !folded)
    for (guint end = GENLOCK_PATCH_FROM_END; end <= GENLOCK_PATCH_TO_END; end++)
      {
        genlock_patch_cable_get_flag (cable, end, &part);
        grow (area, &part);
      }
  area->x -= WORDS;
  area->y -= WORDS;
  area->width += 2 * WORDS;
  area->height += 2 * WORDS;
}
