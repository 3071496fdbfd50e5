/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format that is carried along a path: cables keep it, devices may change it. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include "core/model/genlock-record-format.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-ports.h"
#include "equipment/genlock-spec-edit.h"
#include "signal/genlock-signal-check-private.h"

/* Types of sources that protect what they play, by how their names begin. */
static const char * const protected_types[] = {
  "laptop", "desktop", "computer", "playback", "player", "blu-ray", "bluray", NULL,
};

static const struct
{
  GenlockLayoutKind kind;
  const char *word;
  const char *other_word;
  const char *name;
} layouts[] = {
  { GENLOCK_LAYOUT_LEVEL, "LEVEL A", "LEVELA", "Level A" },
  { GENLOCK_LAYOUT_LEVEL, "LEVEL B", "LEVELB", "Level B" },
  { GENLOCK_LAYOUT_DIVISION, "2SI", "TWO-SAMPLE", "2SI" },
  { GENLOCK_LAYOUT_DIVISION, "SQD", "SQUARE DIVISION", "SQD" },
};

const char *
genlock_signal_find_layout (const char *text,
                            GenlockLayoutKind kind)
{
  g_autofree char *upper = NULL;

  if (text == NULL || *text == '\0')
    return NULL;

  upper = g_ascii_strup (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (layouts[i].kind == kind && (strstr (upper, layouts[i].word) != NULL
                                    || strstr (upper, layouts[i].other_word) != NULL))
      return layouts[i].name;

  return NULL;
}

void
genlock_signal_abilities_free (GenlockSignalAbilities *abilities)
{
  genlock_record_unref (abilities->spec);
  g_array_unref (abilities->formats);
  g_free (abilities);
}

static void
read_ability (GenlockSignalAbilities *abilities,
              const GenlockSpecDetail *detail)
{
  const struct
  {
    const char *key;
    GenlockAbility *ability;
  } keys[] = {
    { "scaler", &abilities->scaler },
    { "frameSync", &abilities->frame_sync },
    { "deinterlacer", &abilities->deinterlacer },
    { "genlocked", &abilities->genlocked },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (detail->key, keys[i].key) == 0)
      *keys[i].ability = g_ascii_strcasecmp (detail->text, "true") == 0 ? GENLOCK_ABILITY_YES
                         : g_ascii_strcasecmp (detail->text, "false") == 0 ? GENLOCK_ABILITY_NO
                         : GENLOCK_ABILITY_UNKNOWN;
}

static GenlockSignalAbilities *
read_abilities (GenlockRecord *spec)
{
  GenlockSignalAbilities *abilities = g_new0 (GenlockSignalAbilities, 1);
  g_autoptr (GPtrArray) details = genlock_spec_list_details (spec, NULL);
  g_auto (GStrv) formats = genlock_spec_get_formats (spec, NULL);

  abilities->spec = genlock_record_ref (spec);
  abilities->formats = g_array_new (FALSE, FALSE, sizeof (GenlockFormat));
  for (guint i = 0; details != NULL && i < details->len; i++)
    read_ability (abilities, details->pdata[i]);
  for (guint i = 0; formats != NULL && formats[i] != NULL; i++)
    {
      GenlockFormat format;

      /* A number alone is no format that a device lists. */
      if (genlock_format_parse (formats[i], &format) && format.v_res > 0)
        g_array_append_val (abilities->formats, format);
    }

  return abilities;
}

const GenlockSignalAbilities *
genlock_signal_check_get_abilities (GenlockSignalCheck *check,
                                    const GenlockSignalNode *node)
{
  static const GenlockSignalAbilities nothing;
  GenlockSignalAbilities *abilities;
  const char *id;

  if (node->spec == NULL)
    return &nothing;

  id = genlock_record_get_id (node->spec);
  abilities = g_hash_table_lookup (check->abilities, id);
  /* An edited spec is another record; what was read of the one before goes. */
  if (abilities == NULL || abilities->spec != node->spec)
    {
      abilities = read_abilities (node->spec);
      g_hash_table_replace (check->abilities, (char *) id, abilities);
    }

  return abilities;
}

/* The format that the equipment says of a port. */
static gboolean
get_port_format (const GenlockSignalPort *port,
                 GenlockFormat *format)
{
  const GenlockTable *table = port->record != NULL ? genlock_record_get_table (port->record) : NULL;

  if (table == NULL || table == &genlock_source_outputs || table == &genlock_sends)
    return FALSE;

  return genlock_format_parse (genlock_record_get_text (port->record, GENLOCK_PORT_FORMAT),
                               format);
}

gboolean
genlock_signal_get_expected (const GenlockSignalPort *port,
                             GenlockFormat *format)
{
  if (port->is_output)
    return FALSE;
  if (get_port_format (port, format))
    return TRUE;
  if (port->node->kind != GENLOCK_SIGNAL_SEND || port->node->record == NULL)
    return FALSE;

  genlock_record_get_format (port->node->record, format);
  *format = genlock_format_normalize (format);

  return !genlock_format_is_empty (format);
}

static gboolean
is_protected (const GenlockRecord *source)
{
  const char *type = genlock_record_get_text (source, GENLOCK_SOURCE_TYPE);
  g_autofree char *lower = g_ascii_strdown (type != NULL ? type : "", -1);

  for (guint i = 0; protected_types[i] != NULL; i++)
    if (g_str_has_prefix (lower, protected_types[i]))
      return TRUE;

  return FALSE;
}

static void
begin_at_source (const GenlockSignalPort *port,
                 GenlockSignalState *state)
{
  const GenlockRecord *source = port->node->record;
  GenlockConnectorFamily family = genlock_signal_port_get_family (port);
  const char *standard = NULL;
  GenlockFormat own;

  if (source == NULL)
    return;

  genlock_record_get_format (source, &state->format);
  if (port->record != NULL)
    {
      genlock_record_get_format (port->record, &own);
      state->format = genlock_format_inherit (&own, &state->format);
      standard = genlock_record_get_text (port->record, GENLOCK_SOURCE_OUTPUT_STANDARD);
    }
  state->format = genlock_format_normalize (&state->format);
  if (standard == NULL)
    standard = genlock_record_get_text (source, GENLOCK_SOURCE_STANDARD);
  for (guint i = 0; i < GENLOCK_N_LAYOUTS; i++)
    state->layouts[i] = genlock_signal_find_layout (standard, i);
  state->origin = port;
  state->timing = state->format.rate > 0.0 ? port : NULL;
  state->is_protected = is_protected (source)
                        && (family == GENLOCK_CONNECTOR_FAMILY_HDMI
                            || family == GENLOCK_CONNECTOR_FAMILY_DP
                            || family == GENLOCK_CONNECTOR_FAMILY_DVI
                            || family == GENLOCK_CONNECTOR_FAMILY_USB_C);
}

/* Whether the pictures of a device's outputs are those of its inputs, where nobody says more:
 * switchers, processors and computers make their own. */
static gboolean
keeps_format (const GenlockSignalNode *node,
              const GenlockSignalAbilities *abilities)
{
  const char *category = genlock_signal_node_get_category (node);

  if (abilities->scaler != GENLOCK_ABILITY_UNKNOWN)
    return abilities->scaler == GENLOCK_ABILITY_NO;

  return g_strcmp0 (category, "ROUTER") == 0 || g_strcmp0 (category, "CONVERTER") == 0
         || g_strcmp0 (category, "CCU") == 0 || g_strcmp0 (category, "MONITOR") == 0
         || g_strcmp0 (category, "RECORDER") == 0;
}

/* What becomes of @state on the way to an output of its device. */
static void
pass_device (GenlockSignalCheck *check,
             const GenlockSignalPort *port,
             GenlockSignalState *state)
{
  const GenlockSignalAbilities *abilities = genlock_signal_check_get_abilities (check, port->node);
  const char *text = port->record != NULL
                     ? genlock_record_get_text (port->record, GENLOCK_PORT_FORMAT) : NULL;
  GenlockFormat own;

  /* What makes a picture of its own leaves nothing of the old one but where it comes from. */
  if (!keeps_format (port->node, abilities))
    {
      memset (&state->format, 0, sizeof state->format);
      memset (state->layouts, 0, sizeof state->layouts);
      state->timing = NULL;
      state->is_synced = FALSE;
    }
  if (abilities->frame_sync == GENLOCK_ABILITY_YES)
    state->is_synced = TRUE;
  if (get_port_format (port, &own))
    {
      /* What a part of a format leaves open is as it comes. */
      if (!genlock_format_is_complete (&own))
        own = genlock_format_inherit (&own, &state->format);
      if (own.rate > 0.0 && !genlock_rate_equal (own.rate, state->format.rate))
        {
          state->timing = port;
          state->is_synced = FALSE;
        }
      state->format = genlock_format_normalize (&own);
    }
  for (guint i = 0; i < GENLOCK_N_LAYOUTS; i++)
    {
      const char *layout = genlock_signal_find_layout (text, i);

      state->layouts[i] = layout != NULL ? layout : state->layouts[i];
    }
}

/* A cable keeps what it carries; what its row says fills in what nobody knew. */
static void
pass_cable (const GenlockSignalLink *link,
            GenlockSignalState *state)
{
  const char *text = genlock_record_get_text (link->row->record, GENLOCK_CONNECTION_FORMAT);
  GenlockFormat format;

  if (text == NULL || genlock_format_is_complete (&state->format)
      || !genlock_format_parse (text, &format))
    return;

  state->format = genlock_format_inherit (&state->format, &format);
  state->format = genlock_format_normalize (&state->format);
}

/* (nullable): the one that feeds @port; several may only where they carry one picture together. */
static const GenlockSignalLink *
find_feed (const GenlockSignalPort *port)
{
  const GenlockSignalLink *first = port->in != NULL ? port->in->pdata[0] : NULL;

  for (guint i = 1; first != NULL && i < port->in->len; i++)
    {
      const GenlockSignalLink *other = port->in->pdata[i];
      const char *group = genlock_signal_link_get_group (first);

      if (group == NULL || g_strcmp0 (group, genlock_signal_link_get_group (other)) != 0)
        return NULL;
    }

  return first;
}

static void
work_out (GenlockSignalCheck *check,
          const GenlockSignalPort *port,
          GenlockSignalState *state)
{
  const GenlockSignalLink *feed = find_feed (port);
  gboolean is_inside = port->node->kind == GENLOCK_SIGNAL_DEVICE && port->is_output;

  memset (state, 0, sizeof *state);
  if (port->node->kind == GENLOCK_SIGNAL_SOURCE && port->is_output)
    {
      begin_at_source (port, state);
      return;
    }

  if (feed != NULL)
    {
      *state = *genlock_signal_check_get_state (check, feed->from);
      /* It is told once, where it becomes SDI. */
      if (genlock_signal_port_get_family (feed->from) == GENLOCK_CONNECTOR_FAMILY_SDI)
        state->is_protected = FALSE;
      if (genlock_signal_link_is_cable (feed))
        pass_cable (feed, state);
    }
  else if (port->in == NULL)
    {
      g_autoptr (GPtrArray) inside = genlock_signal_port_list_upstream (port);

      if (inside != NULL)
        *state = *genlock_signal_check_get_state (check, inside->pdata[0]);
    }

  state->loop = NULL;
  if (is_inside && !port->is_loop_through)
    pass_device (check, port, state);
}

static GenlockSignalState *
claim_state (GenlockSignalCheck *check,
             const GenlockSignalPort *port)
{
  GenlockSignalState *state = g_hash_table_lookup (check->states, port);

  if (state == NULL)
    {
      state = g_new0 (GenlockSignalState, 1);
      g_hash_table_insert (check->states, (gpointer) port, state);
    }

  return state;
}

static guint
count_stale (GHashTable *stale,
             GPtrArray *ports)
{
  guint n = 0;

  for (guint i = 0; ports != NULL && i < ports->len; i++)
    n += g_hash_table_contains (stale, ports->pdata[i]);

  return n;
}

/* What goes round is among what nothing was worked out for. */
static void
mark_loops (GenlockSignalCheck *check,
            GHashTable *waiting)
{
  g_autoptr (GHashTable) rest = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) loops = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer port;
  gpointer left;

  g_hash_table_iter_init (&iter, waiting);
  while (g_hash_table_iter_next (&iter, &port, &left))
    if (GPOINTER_TO_UINT (left) > 0)
      g_hash_table_add (rest, port);

  genlock_signal_find_loops (rest, loops);
  g_hash_table_iter_init (&iter, loops);
  while (g_hash_table_iter_next (&iter, &port, &left))
    claim_state (check, port)->loop = left;
}

/* In the order of the signal: a port when all are done that feed it. What is left goes round, or
 * hangs on what does: of that nothing is known. */
void
genlock_signal_carry (GenlockSignalCheck *check,
                      GHashTable *stale)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();
  guint n_left = g_hash_table_size (stale);
  GHashTableIter iter;
  gpointer port;

  g_hash_table_iter_init (&iter, stale);
  while (g_hash_table_iter_next (&iter, &port, NULL))
    {
      g_autoptr (GPtrArray) before = genlock_signal_port_list_upstream (port);
      guint n = count_stale (stale, before);

      memset (claim_state (check, port), 0, sizeof (GenlockSignalState));
      g_hash_table_insert (waiting, port, GUINT_TO_POINTER (n));
      if (n == 0)
        g_ptr_array_add (ready, port);
    }

  while (ready->len > 0)
    {
      gpointer done = g_ptr_array_steal_index_fast (ready, ready->len - 1);
      g_autoptr (GPtrArray) next = genlock_signal_port_list_downstream (done);

      n_left--;
      work_out (check, done, claim_state (check, done));
      for (guint i = 0; next != NULL && i < next->len; i++)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (waiting, next->pdata[i]));

          if (n == 0)
            continue;
          g_hash_table_insert (waiting, next->pdata[i], GUINT_TO_POINTER (n - 1));
          if (n == 1)
            g_ptr_array_add (ready, next->pdata[i]);
        }
    }

  if (n_left > 0)
    mark_loops (check, waiting);
}
