/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ports that are used twice, cameras and their control, reference, copy protection. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-sources.h"
#include "signal/genlock-rules-private.h"

/* Names that a sentence takes; and ends that a fact names one by one. */
#define MAX_NAMES 8
#define MAX_IDS 16

/* Links of one kind at a port; those of one group count once. */
static guint
count_links (const GPtrArray *links,
             gboolean cables)
{
  const char *group = NULL;
  guint n = 0;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];
      const char *own = genlock_signal_link_get_group (link);

      if (genlock_signal_link_is_cable (link) != cables)
        continue;
      if (n == 0)
        group = own;
      else if (own != NULL && g_strcmp0 (own, group) == 0)
        continue;
      n++;
    }

  return n;
}

/* (transfer full): what feeds or is fed, one name behind the other; of many the first ones. */
static char *
join_names (const GPtrArray *links,
            gboolean cables,
            gboolean upstream)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];
      g_autofree char *name = NULL;

      if (genlock_signal_link_is_cable (link) != cables || ++n > MAX_NAMES)
        continue;

      name = genlock_signal_port_dup_name (upstream ? link->from : link->to);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  if (n > MAX_NAMES)
    /* Translators: behind some names of many */
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - MAX_NAMES),
                            n - MAX_NAMES);

  return g_string_free (names, FALSE);
}

/* (transfer full): the same as a fact, which is one in every language; of many what stands for
 * them. */
static char *
join_ids (const GPtrArray *links,
          gboolean cables,
          gboolean upstream)
{
  GString *ids = g_string_new (NULL);
  g_autofree char *digest = NULL;
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];
      const GenlockSignalPort *port = upstream ? link->from : link->to;

      if (genlock_signal_link_is_cable (link) != cables)
        continue;

      g_string_append_printf (ids, "%s%s %s", ids->len > 0 ? ", " : "", port->node->id, port->id);
      n++;
    }

  if (n > MAX_IDS)
    {
      digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ids->str, (gssize) ids->len);
      g_string_printf (ids, "%u %s", n, digest);
    }

  return g_string_free (ids, FALSE);
}

/* The last of them came last to the port, as far as anybody can tell. */
static const GenlockSignalLink *
get_last (const GPtrArray *links,
          gboolean cables)
{
  for (guint i = links->len; i > 0; i--)
    if (genlock_signal_link_is_cable (links->pdata[i - 1]) == cables)
      return links->pdata[i - 1];

  return NULL;
}

static void
add_port (GPtrArray *found,
          GenlockRuleId rule,
          const GenlockSignalPort *port,
          const GPtrArray *links,
          gboolean cables,
          gboolean upstream,
          const char *sentence)
{
  const GenlockSignalLink *last = get_last (links, cables);
  g_autofree char *name = genlock_signal_port_dup_name (port);
  g_autofree char *others = join_names (links, cables, upstream);
  g_autofree char *ids = join_ids (links, cables, upstream);

  genlock_signal_problem_add_link (found, rule, GENLOCK_SEVERITY_ERROR, last, NULL, ids,
                                   genlock_signal_fill (sentence, name, others, NULL))->port = port;
}

static gboolean
is_mixing (const GenlockSignalNode *node)
{
  return g_strcmp0 (genlock_signal_node_get_category (node), "ROUTER") != 0;
}

void
genlock_signal_rules_check_port (GenlockSignalCheck *check,
                                 const GenlockSignalPort *port,
                                 GPtrArray *found)
{
  const GenlockSignalState *state = genlock_signal_check_get_state (check, port);
  GenlockConnectorFamily family = genlock_signal_port_get_family (port);

  if (port->record == NULL)
    return;

  if (!port->is_output && count_links (port->in, TRUE) > 1)
    add_port (found, GENLOCK_RULE_FED_TWICE, port, port->in, TRUE, TRUE,
              _("%1$s is fed more than once: by %2$s"));
  if (port->is_output && !is_mixing (port->node) && count_links (port->in, FALSE) > 1)
    add_port (found, GENLOCK_RULE_FED_TWICE, port, port->in, FALSE, TRUE,
              _("%1$s shows one input at a time, and has several: %2$s"));
  /* Networks send to many; of a word that nobody knows it is not known. */
  if (port->is_output && port->connector != NULL && family != GENLOCK_CONNECTOR_FAMILY_IP
      && family != GENLOCK_CONNECTOR_FAMILY_WIRELESS && count_links (port->out, TRUE) > 1)
    add_port (found, GENLOCK_RULE_FAN_OUT, port, port->out, TRUE, FALSE,
              _("%1$s takes one cable, and feeds several: %2$s"));

  /* A converter's output, or an input behind a converter that is only written beside an end: what
   * comes from SDI is no longer marked. */
  if (family == GENLOCK_CONNECTOR_FAMILY_SDI && state->is_protected && state->origin != NULL
      && (port->is_output ? port->out : port->in) != NULL)
    {
      g_autofree char *name = genlock_signal_port_dup_name (port);
      g_autofree char *origin = genlock_signal_port_dup_name (state->origin);
      const GenlockSignalFact facts[] = {
        { "from", state->origin->id },
        { "to", port->id },
        { NULL, NULL },
      };

      genlock_signal_problem_add (
        found, GENLOCK_RULE_HDCP, GENLOCK_SEVERITY_WARNING, state->origin->node->record, facts,
        g_strdup_printf (_("%1$s may be copy-protected (HDCP): SDI at %2$s then stays black"),
                         origin, name))->port = port;
    }
}

static gboolean
is_camera (const GenlockSignalNode *node)
{
  const char *type = NULL;

  if (node->record == NULL)
    return FALSE;
  if (node->kind == GENLOCK_SIGNAL_DEVICE)
    return g_strcmp0 (genlock_signal_node_get_category (node), "CAMERA") == 0;
  if (node->kind == GENLOCK_SIGNAL_SOURCE)
    type = genlock_record_get_text (node->record, GENLOCK_SOURCE_TYPE);

  return type != NULL && g_ascii_strncasecmp (type, "cam", 3) == 0;
}

static gboolean
leads_to_control (const GenlockSignalPort *port)
{
  for (guint i = 0; port->out != NULL && i < port->out->len; i++)
    {
      const GenlockSignalLink *link = port->out->pdata[i];

      if (g_strcmp0 (genlock_signal_node_get_category (link->to->node), "CCU") == 0)
        return TRUE;
    }

  return FALSE;
}

/* A hybrid camera cable ends at a control unit, which also feeds the camera. */
static void
check_camera (const GenlockSignalNode *node,
              GPtrArray *found)
{
  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      g_autofree char *name = NULL;
      const GenlockSignalFact facts[] = { { "port", port->id }, { NULL, NULL } };

      if (!port->is_output || genlock_signal_port_get_family (port)
          != GENLOCK_CONNECTOR_FAMILY_SMPTE || leads_to_control (port))
        continue;

      name = genlock_signal_node_dup_name (node);
      genlock_signal_problem_add (found, GENLOCK_RULE_CAMERA_CONTROL, GENLOCK_SEVERITY_WARNING,
                                  node->record, facts,
                                  g_strdup_printf (_("%s has no camera control unit"), name))->port
        = port;
    }
}

static void
check_control_unit (const GenlockSignalNode *node,
                    GPtrArray *found)
{
  g_autoptr (GString) cameras = g_string_new (NULL);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];

      for (guint j = 0; !port->is_output && port->in != NULL && j < port->in->len; j++)
        {
          const GenlockSignalLink *link = port->in->pdata[j];
          g_autofree char *camera = NULL;

          if (!is_camera (link->from->node) || !g_hash_table_add (seen, link->from->node))
            continue;

          camera = genlock_signal_node_dup_name (link->from->node);
          g_string_append_printf (cameras, "%s%s", cameras->len > 0 ? ", " : "", camera);
          g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", link->from->node->id);
        }
    }

  if (g_hash_table_size (seen) < 2)
    return;

  name = genlock_signal_node_dup_name (node);
  genlock_signal_problem_add (found, GENLOCK_RULE_CAMERA_CONTROL, GENLOCK_SEVERITY_WARNING,
                              node->record,
                              (GenlockSignalFact[]) { { "cameras", ids->str },
                                                      { NULL, NULL } },
                              g_strdup_printf (_("%1$s controls one camera, and has several: "
                                                 "%2$s"), name, cameras->str));
}

/* A live source runs in step only with a reference. */
static void
check_reference (const GenlockSignalNode *node,
                 GPtrArray *found)
{
  gboolean has_input = FALSE;
  gboolean is_locked = FALSE;
  gboolean is_used = FALSE;
  g_autofree char *name = NULL;

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      gboolean is_linked = port->in != NULL || port->out != NULL;

      if (!port->is_output && genlock_signal_port_get_family (port)
          == GENLOCK_CONNECTOR_FAMILY_REF)
        {
          has_input = TRUE;
          is_locked = is_locked || is_linked;
        }
      else
        is_used = is_used || is_linked;
    }

  if (!has_input || is_locked || !is_used)
    return;

  name = genlock_signal_node_dup_name (node);
  genlock_signal_problem_add (found, GENLOCK_RULE_GENLOCK, GENLOCK_SEVERITY_WARNING, node->record,
                              (GenlockSignalFact[]) { { NULL, NULL } },
                              g_strdup_printf (_("%s is live and has no reference"), name));
}

void
genlock_signal_rules_check_node (GenlockSignalCheck *check,
                                 const GenlockSignalNode *node,
                                 GPtrArray *found)
{
  gboolean is_control = g_strcmp0 (genlock_signal_node_get_category (node), "CCU") == 0;

  if (node->record == NULL)
    return;

  if (is_camera (node))
    check_camera (node, found);
  if (is_control)
    check_control_unit (node, found);
  if (node->kind == GENLOCK_SIGNAL_DEVICE && (is_control || is_camera (node)))
    check_reference (node, found);
}
