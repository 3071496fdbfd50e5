/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what is plugged together fits, and whether both ends are there. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-uuid.h"
#include "core/model/genlock-vocabulary.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-rules-private.h"

#define HDMI GENLOCK_CONNECTOR_FAMILY_HDMI
#define DVI GENLOCK_CONNECTOR_FAMILY_DVI
#define DP GENLOCK_CONNECTOR_FAMILY_DP
#define USB_C GENLOCK_CONNECTOR_FAMILY_USB_C

/* What an adapter does: from, to. DisplayPort gives HDMI and DVI (dual mode), not the reverse. */
static const GenlockConnectorFamily adapters[][2] = {
  { HDMI, DVI }, { DVI, HDMI }, { DP, HDMI }, { DP, DVI }, { USB_C, DP }, { USB_C, HDMI },
  { USB_C, DVI },
};

/* One family, and no plug fits the other's. */
static const char extender[] = "HDBaseT";

static gboolean
needs_adapter (GenlockConnectorFamily from,
               GenlockConnectorFamily to)
{
  for (guint i = 0; i < G_N_ELEMENTS (adapters); i++)
    if (adapters[i][0] == from && adapters[i][1] == to)
      return TRUE;

  return FALSE;
}

static GenlockConnectorFit
judge_fibre (const char *from,
             const char *to)
{
  static const char * const shapes[] = { "LC", "ST", "SC", "MPO", "opticalCON" };
  gboolean single_from = strstr (from, "(SM)") != NULL;
  gboolean single_to = strstr (to, "(SM)") != NULL;
  gboolean multi_from = strstr (from, "(MM)") != NULL;
  gboolean multi_to = strstr (to, "(MM)") != NULL;
  int shape_from = -1;
  int shape_to = -1;

  if ((single_from && multi_to) || (multi_from && single_to))
    return GENLOCK_CONNECTOR_FIT_OTHER_MODE;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      if (g_str_has_prefix (from, shapes[i]))
        shape_from = (int) i;
      if (g_str_has_prefix (to, shapes[i]))
        shape_to = (int) i;
    }
  if (shape_from == -1 || shape_to == -1)
    return strcmp (from, to) == 0 ? GENLOCK_CONNECTOR_FIT_OK : GENLOCK_CONNECTOR_FIT_UNKNOWN;

  return shape_from == shape_to ? GENLOCK_CONNECTOR_FIT_OK : GENLOCK_CONNECTOR_FIT_ADAPTER;
}

GenlockConnectorFit
genlock_connectors_fit (const GenlockConnector *from,
                        const GenlockConnector *to)
{
  if (from == NULL || to == NULL)
    return GENLOCK_CONNECTOR_FIT_UNKNOWN;
  if (from->family != to->family)
    return needs_adapter (from->family, to->family) ? GENLOCK_CONNECTOR_FIT_ADAPTER
                                                    : GENLOCK_CONNECTOR_FIT_CONVERTER;
  if (from->family == GENLOCK_CONNECTOR_FAMILY_FIBRE)
    return judge_fibre (from->name, to->name);
  if (from->family == HDMI && (strcmp (from->name, extender) == 0) != (strcmp (to->name,
                                                                               extender) == 0))
    return GENLOCK_CONNECTOR_FIT_CONVERTER;

  return GENLOCK_CONNECTOR_FIT_OK;
}

/* (nullable) (transfer none): what a converter of the list of secondary devices makes of @from:
 * "HDMI > SDI". @is_known: whether the word says what it does. */
static const GenlockConnector *
convert (const char *word,
         const GenlockConnector *from,
         gboolean *is_known)
{
  g_auto (GStrv) ends = g_strsplit (word, " > ", 2);
  const GenlockConnector *first;
  const GenlockConnector *second;
  GenlockConnectorFamily family = from->family;

  *is_known = TRUE;
  if (strcmp (word, "BARREL") == 0 || strcmp (word, "PATCH PANEL") == 0)
    return from;
  if (strcmp (word, "BIDI") == 0 || strcmp (word, "DECIMATOR") == 0)
    return genlock_connector_find (family == HDMI ? "SDI" : "HDMI");

  first = genlock_connector_find (ends[0]);
  second = ends[0] != NULL && ends[1] != NULL ? genlock_connector_find (ends[1]) : NULL;
  *is_known = first != NULL && second != NULL;

  return *is_known && first->family == family ? second : from;
}

/* What arrives behind the secondary devices of both ends. */
static const GenlockConnector *
pass_chain (const GenlockSignalNode *node,
            guint field,
            const GenlockConnector *from,
            gboolean *is_known)
{
  const char *text = node->record != NULL ? genlock_record_get_text (node->record, field) : NULL;
  g_auto (GStrv) chain = text != NULL ? genlock_vocabulary_split_chain (text) : NULL;

  for (guint i = 0; chain != NULL && chain[i] != NULL; i++)
    {
      gboolean known;

      from = convert (chain[i], from, &known);
      *is_known = *is_known && known;
    }

  return from;
}

/* A converter that is named beside a source may also be drawn as a device: where the plug fits as
 * it is, the chain stands elsewhere. */
const GenlockConnector *
genlock_signal_link_get_arriving (const GenlockSignalLink *link,
                                  gboolean *is_known)
{
  const GenlockConnector *from = link->from->connector;

  *is_known = TRUE;
  if (genlock_connectors_fit (from, link->to->connector) == GENLOCK_CONNECTOR_FIT_OK)
    return from;

  if (from != NULL && link->from->node->kind == GENLOCK_SIGNAL_SOURCE)
    from = pass_chain (link->from->node, GENLOCK_SOURCE_SECONDARY_DEVICE, from, is_known);
  if (from != NULL && link->to->node->kind == GENLOCK_SIGNAL_SEND)
    from = pass_chain (link->to->node, GENLOCK_SEND_SECONDARY_DEVICE, from, is_known);

  return from;
}

static void
add (GPtrArray *found,
     GenlockRuleId rule,
     GenlockSeverity severity,
     const GenlockSignalLink *link,
     const char *sentence)
{
  g_autofree char *name = genlock_signal_link_dup_name (link);

  genlock_signal_problem_add_link (found, rule, severity, link, NULL, NULL,
                                   genlock_signal_fill (sentence, name, NULL, NULL));
}

gboolean
genlock_signal_rules_check_connector (const GenlockSignalLink *link,
                                      GPtrArray *found)
{
  gboolean is_known;
  const GenlockConnector *from = genlock_signal_link_get_arriving (link, &is_known);
  const GenlockConnector *to = link->to->connector;
  GenlockConnectorFit fit = genlock_connectors_fit (from, to);
  g_autofree char *name = NULL;
  char *sentence = NULL;
  GenlockSeverity severity = GENLOCK_SEVERITY_ERROR;

  if (fit == GENLOCK_CONNECTOR_FIT_OK)
    return TRUE;

  name = genlock_signal_link_dup_name (link);
  if (fit == GENLOCK_CONNECTOR_FIT_UNKNOWN || !is_known)
    {
      severity = GENLOCK_SEVERITY_NOT_CHECKED;
      sentence = g_strdup_printf (_("%s: it is not known which connectors meet here"), name);
    }
  else if (fit == GENLOCK_CONNECTOR_FIT_CONVERTER)
    sentence = g_strdup_printf (_("%1$s: %2$s does not go into %3$s without a converter"), name,
                                from->name, to->name);
  else if (fit == GENLOCK_CONNECTOR_FIT_OTHER_MODE)
    sentence = g_strdup_printf (_("%1$s: %2$s and %3$s are single mode and multimode: no adapter "
                                  "joins them"), name, from->name, to->name);
  else
    {
      severity = GENLOCK_SEVERITY_WARNING;
      sentence = g_strdup_printf (_("%1$s: %2$s goes into %3$s with an adapter"), name,
                                  from->name, to->name);
    }

  genlock_signal_problem_add_link (found, GENLOCK_RULE_CONNECTOR, severity, link, NULL,
                                   from != NULL ? from->name : NULL, sentence);

  return severity != GENLOCK_SEVERITY_ERROR;
}

/* An end that is not there, or that nobody knows. Returns: whether the end is known. */
static gboolean
check_end (const GenlockSignalLink *link,
           const GenlockSignalPort *port,
           GPtrArray *found)
{
  const GenlockSignalNode *node = port->node;

  if (node->kind == GENLOCK_SIGNAL_UNKNOWN)
    add (found, GENLOCK_RULE_MISSING, GENLOCK_SEVERITY_NOT_CHECKED, link,
         _("%s: one end is described in words that Genlock does not know"));
  else if (node->record == NULL)
    add (found, GENLOCK_RULE_MISSING, GENLOCK_SEVERITY_ERROR, link,
         _("%s: one end is not there any more: connect it anew or delete the cable"));
  else if (port->record == NULL && genlock_uuid_is_canonical (port->id))
    add (found, GENLOCK_RULE_MISSING, GENLOCK_SEVERITY_ERROR, link,
         _("%s: one of the ports is not there any more: choose another"));
  else if (port->record == NULL)
    add (found, GENLOCK_RULE_MISSING, GENLOCK_SEVERITY_NOT_CHECKED, link,
         _("%s: it is not known which port this is"));
  else
    return TRUE;

  return FALSE;
}

/* Returns: whether both ends are known. What is the same of both is said once. */
static gboolean
check_ends (const GenlockSignalLink *link,
            GPtrArray *found)
{
  gboolean from = check_end (link, link->from, found);
  gboolean to = check_end (link, link->to, found);
  const GenlockSignalProblem *last;
  const GenlockSignalProblem *before;

  if (from || to)
    return from && to;

  last = found->pdata[found->len - 1];
  before = found->pdata[found->len - 2];
  if (strcmp (last->sentence, before->sentence) == 0)
    g_ptr_array_set_size (found, (int) found->len - 1);

  return FALSE;
}

static gboolean
check_direction (const GenlockSignalLink *link,
                 GPtrArray *found)
{
  gboolean is_cable = genlock_signal_link_is_cable (link);

  if (link->from->is_output != is_cable && link->to->is_output == !is_cable)
    add (found, GENLOCK_RULE_DIRECTION, GENLOCK_SEVERITY_ERROR, link,
         is_cable ? _("%s: an input cannot feed an input")
                  : _("%s: a crosspoint begins at an input"));
  else if (link->to->is_output == is_cable)
    add (found, GENLOCK_RULE_DIRECTION, GENLOCK_SEVERITY_ERROR, link,
         is_cable ? _("%s: an output cannot feed an output")
                  : _("%s: a crosspoint ends at an output"));
  else
    return TRUE;

  return FALSE;
}

void
genlock_signal_rules_check_link (GenlockSignalCheck *check,
                                 const GenlockSignalLink *link,
                                 GPtrArray *found)
{
  gboolean is_cable = genlock_signal_link_is_cable (link);
  const GenlockSignalPort *loop = genlock_signal_check_get_state (check, link->from)->loop;

  if (!check_ends (link, found) || !check_direction (link, found))
    return;

  if (is_cable && link->from->node == link->to->node)
    add (found, GENLOCK_RULE_SELF_LOOP, GENLOCK_SEVERITY_ERROR, link,
         _("%s: the device feeds itself"));
  if (!is_cable)
    return;

  if (loop != NULL && genlock_signal_check_get_state (check, link->to)->loop == loop)
    add (found, GENLOCK_RULE_LOOP, GENLOCK_SEVERITY_ERROR, link,
         _("%s: the signal goes round through this cable"));
  if (!genlock_signal_rules_check_connector (link, found))
    return;

  if (genlock_signal_link_get_group (link) == NULL)
    genlock_signal_rules_check_bandwidth (check, link, found);
  genlock_signal_rules_check_format (check, link, found);
  genlock_signal_rules_check_cable (check, link, found);
}
