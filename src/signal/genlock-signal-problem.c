/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems: their rules, their identity, and how they are put aside. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-json-writer.h"
#include "core/schema/genlock-dismissals.h"
#include "signal/genlock-rules-private.h"

static const GenlockSignalRule rules[] = {
  [GENLOCK_RULE_DIRECTION] = { "direction", N_("Output to input"), NULL },
  [GENLOCK_RULE_SELF_LOOP] = { "self-loop", N_("A device into itself"), NULL },
  [GENLOCK_RULE_LOOP] = { "loop", N_("A signal that goes round"), NULL },
  [GENLOCK_RULE_FED_TWICE] = { "fed-twice", N_("One feed an input"), NULL },
  [GENLOCK_RULE_FAN_OUT] = { "fan-out", N_("One cable an output"), NULL },
  [GENLOCK_RULE_BANDWIDTH] = { "bandwidth", N_("Bandwidth"), NULL },
  [GENLOCK_RULE_SDI_RASTER] = { "sdi-raster", N_("Rasters that SDI carries"), NULL },
  [GENLOCK_RULE_WIDE_RASTER] = { "wide-raster", N_("Wide rasters on HDMI"), NULL },
  [GENLOCK_RULE_CONNECTOR] = { "connector", N_("Connectors that fit"), NULL },
  [GENLOCK_RULE_RATE] = { "rate", N_("Picture rates"), NULL },
  [GENLOCK_RULE_SCAN] = { "scan", N_("Interlaced and progressive"), NULL },
  [GENLOCK_RULE_RASTER] = { "raster", N_("Rasters"), NULL },
  [GENLOCK_RULE_FORMAT_LIST] = { "format-list", N_("Formats that a device lists"), NULL },
  [GENLOCK_RULE_HDCP] = { "hdcp", N_("Copy protection on SDI"), NULL },
  [GENLOCK_RULE_LEVEL] = { "level", N_("3G level and 4K division"), NULL },
  [GENLOCK_RULE_LINK_SET] = { "link-set", N_("Complete sets of links"), NULL },
  [GENLOCK_RULE_STRAND] = { "strand", N_("One cable a strand"), NULL },
  [GENLOCK_RULE_FIBRE_COUNT] = { "fibre-count", N_("Pairs of strands"), NULL },
  [GENLOCK_RULE_LENGTH] = { "length", N_("Reach of cables"), NULL },
  [GENLOCK_RULE_CAMERA_CONTROL] = { "camera-control", N_("Cameras and their control units"), NULL },
  [GENLOCK_RULE_GENLOCK] = { "genlock", N_("Reference on live sources"), NULL },
  [GENLOCK_RULE_SHARED_RISK] = {
    "shared-risk", N_("Main and backup on one chassis"),
    N_("A show does not say which source is the backup of which, nor what it is powered from.") },
  [GENLOCK_RULE_DUPLICATE] = { "duplicate", N_("Labels and addresses used twice"), NULL },
  [GENLOCK_RULE_NO_LENGTH] = { "no-length", N_("Cables without a length"), NULL },
  [GENLOCK_RULE_HALF_PATH] = { "half-path", N_("Cables that lead nowhere"), NULL },
  [GENLOCK_RULE_MISSING] = { "missing", N_("Ends that are not there"), NULL },
  [GENLOCK_RULE_ODD_TEXT] = { "odd-text", N_("Texts that can be shown"), NULL },
  [GENLOCK_RULE_PLACE] = { "place", N_("Places on the canvas"), NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (rules) == GENLOCK_N_RULES);

static const GenlockChoice severities[] = {
  [GENLOCK_SEVERITY_ERROR] = { "ERROR", N_("Error") },
  [GENLOCK_SEVERITY_WARNING] = { "WARNING", N_("Warning") },
  [GENLOCK_SEVERITY_INFO] = { "INFO", N_("Note") },
  [GENLOCK_SEVERITY_NOT_CHECKED] = { "NOT_CHECKED", N_("Not checked") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (severities) == GENLOCK_N_SEVERITIES);

const GenlockSignalRule *
genlock_signal_rules_get (void)
{
  return rules;
}

const char *
genlock_severity_get_word (GenlockSeverity severity)
{
  return severities[severity].word;
}

const char *
genlock_severity_get_name (GenlockSeverity severity)
{
  return severities[severity].label;
}

void
genlock_signal_problem_free (GenlockSignalProblem *problem)
{
  g_free (problem->record_id);
  g_free (problem->sentence);
  g_free (problem->facts);
  g_free (problem);
}

static char *
write_facts (const GenlockSignalFact *facts)
{
  GString *json = g_string_new (NULL);

  genlock_json_write_begin_object (json);
  for (const GenlockSignalFact *fact = facts; fact->key != NULL; fact++)
    {
      genlock_json_write_key (json, fact->key);
      genlock_json_write_string (json, fact->text != NULL ? fact->text : "");
    }
  genlock_json_write_end_object (json);

  return g_string_free (json, FALSE);
}

GenlockSignalProblem *
genlock_signal_problem_add (GPtrArray *found,
                            GenlockRuleId rule,
                            GenlockSeverity severity,
                            const GenlockRecord *record,
                            const GenlockSignalFact *facts,
                            char *sentence)
{
  GenlockSignalProblem *problem = g_new0 (GenlockSignalProblem, 1);

  problem->rule = rule;
  problem->severity = severity;
  problem->table = genlock_record_get_table (record);
  problem->record_id = g_strdup (genlock_record_get_id (record));
  problem->facts = write_facts (facts);
  problem->sentence = sentence;
  g_ptr_array_add (found, problem);

  return problem;
}

/* What a port is to a rule: who it is, and what is plugged in. */
static char *
describe_port (const GenlockSignalPort *port)
{
  return g_strdup_printf ("%s %s %s", port->node->id, port->id,
                          genlock_signal_port_get_connector_text (port));
}

GenlockSignalProblem *
genlock_signal_problem_add_link (GPtrArray *found,
                                 GenlockRuleId rule,
                                 GenlockSeverity severity,
                                 const GenlockSignalLink *link,
                                 const char *format,
                                 const char *other,
                                 char *sentence)
{
  g_autofree char *from = describe_port (link->from);
  g_autofree char *to = describe_port (link->to);
  const GenlockSignalFact facts[] = {
    { "format", format },
    { "from", from },
    { "other", other },
    { "to", to },
    { NULL, NULL },
  };
  GenlockSignalProblem *problem = genlock_signal_problem_add (found, rule, severity,
                                                              link->row->record, facts, sentence);

  problem->link = link;
  problem->port = link->to;

  return problem;
}

char *
genlock_signal_fill (const char *sentence,
                     const char *first,
                     const char *second,
                     const char *third)
{
  const struct
  {
    const char *place;
    const char *text;
  } places[] = {
    { "%s", first },
    { "%1$s", first },
    { "%2$s", second },
    { "%3$s", third },
  };
  GString *text = g_string_new (NULL);

  while (*sentence != '\0')
    {
      gsize length = 1;
      const char *put = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (places) && put == NULL; i++)
        if (places[i].text != NULL && g_str_has_prefix (sentence, places[i].place))
          {
            put = places[i].text;
            length = strlen (places[i].place);
          }

      if (put != NULL)
        g_string_append (text, put);
      else
        g_string_append_c (text, *sentence);
      sentence += length;
    }

  return g_string_free (text, FALSE);
}

GenlockRecord *
genlock_signal_problem_dismiss (const GenlockSignalProblem *problem,
                                const char *production_id,
                                const char *reason)
{
  GenlockRecord *record = genlock_record_new_row (&genlock_dismissals, NULL);

  genlock_record_set_text (record, GENLOCK_DISMISSAL_PRODUCTION_ID, production_id);
  genlock_record_set_text (record, GENLOCK_DISMISSAL_RULE, rules[problem->rule].word);
  genlock_record_set_text (record, GENLOCK_DISMISSAL_TABLE_NAME, problem->table->name);
  genlock_record_set_text (record, GENLOCK_DISMISSAL_RECORD_ID, problem->record_id);
  genlock_record_set_text (record, GENLOCK_DISMISSAL_FACTS, problem->facts);
  genlock_record_set_text (record, GENLOCK_DISMISSAL_REASON, reason);

  return record;
}
