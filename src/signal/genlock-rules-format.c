/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the far end takes the format: rate, scan, raster, level. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-sends.h"
#include "equipment/genlock-ports.h"
#include "signal/genlock-rules-private.h"

typedef struct
{
  const GenlockSignalLink *link;
  const GenlockSignalState *state;
  const GenlockSignalAbilities *abilities;
  GenlockFormat expected;
  GPtrArray *found;
} Comparison;

/* @sentence: three names: the cable, what arrives, what is expected. */
static void
add (const Comparison *self,
     GenlockRuleId rule,
     GenlockSeverity severity,
     const char *arriving,
     const char *expected,
     const char *sentence)
{
  g_autofree char *name = genlock_signal_link_dup_name (self->link);

  genlock_signal_problem_add_link (self->found, rule, severity, self->link, arriving, expected,
                                   genlock_signal_fill (sentence, name, arriving, expected));
}

static gboolean
is_american (GenlockRateFamily family)
{
  return family == GENLOCK_RATE_FAMILY_59_94 || family == GENLOCK_RATE_FAMILY_60;
}

static void
compare_near_rates (const Comparison *self,
                    const char *arriving,
                    const char *expected)
{
  if (self->state->is_synced || self->abilities->frame_sync == GENLOCK_ABILITY_YES)
    return;

  if (self->abilities->genlocked == GENLOCK_ABILITY_YES)
    add (self, GENLOCK_RULE_RATE, GENLOCK_SEVERITY_ERROR, arriving, expected,
         _("%1$s: %2$s Hz arrives at an input that is locked to %3$s Hz: it needs a frame "
           "synchronizer"));
  else
    add (self, GENLOCK_RULE_RATE, GENLOCK_SEVERITY_WARNING, arriving, expected,
         _("%1$s: %2$s Hz arrives where %3$s Hz is expected: without a frame synchronizer "
           "pictures are dropped or repeated"));
}

static void
compare_rate (const Comparison *self)
{
  double rate = self->state->format.rate;
  double wanted = self->expected.rate;
  GenlockRateFamily family = genlock_rate_get_family (rate);
  GenlockRateFamily other = genlock_rate_get_family (wanted);
  char arriving[GENLOCK_RATE_TEXT_SIZE];
  char expected[GENLOCK_RATE_TEXT_SIZE];

  if (rate == 0.0 || wanted == 0.0 || genlock_rate_equal (rate, wanted) || family == other)
    return;

  genlock_rate_print (rate, arriving);
  genlock_rate_print (wanted, expected);
  if (is_american (family) && is_american (other))
    compare_near_rates (self, arriving, expected);
  else if ((family == GENLOCK_RATE_FAMILY_50 && is_american (other))
           || (other == GENLOCK_RATE_FAMILY_50 && is_american (family)))
    add (self, GENLOCK_RULE_RATE, GENLOCK_SEVERITY_ERROR, arriving, expected,
         _("%1$s: %2$s Hz arrives where %3$s Hz is expected: it needs a standards converter"));
}

static void
compare_scan (const Comparison *self)
{
  GenlockScan scan = self->state->format.scan;
  GenlockScan wanted = self->expected.scan;
  char arriving[GENLOCK_FORMAT_TEXT_SIZE];
  char expected[GENLOCK_FORMAT_TEXT_SIZE];
  const GenlockSignalAbilities *abilities = self->abilities;

  if (scan == GENLOCK_SCAN_UNKNOWN || wanted == GENLOCK_SCAN_UNKNOWN
      || (scan == GENLOCK_SCAN_I) == (wanted == GENLOCK_SCAN_I)
      || abilities->deinterlacer == GENLOCK_ABILITY_YES
      || abilities->scaler == GENLOCK_ABILITY_YES)
    return;

  genlock_format_print (&self->state->format, arriving);
  genlock_format_print (&self->expected, expected);
  if (abilities->deinterlacer == GENLOCK_ABILITY_NO || abilities->scaler == GENLOCK_ABILITY_NO)
    add (self, GENLOCK_RULE_SCAN, GENLOCK_SEVERITY_ERROR, arriving, expected,
         _("%1$s: %2$s arrives where %3$s is expected, and nothing there changes the scan"));
  else
    add (self, GENLOCK_RULE_SCAN, GENLOCK_SEVERITY_NOT_CHECKED, arriving, expected,
         _("%1$s: %2$s arrives where %3$s is expected; it is not known whether it changes the "
           "scan"));
}

static void
compare_raster (const Comparison *self)
{
  const GenlockFormat *format = &self->state->format;
  g_autofree char *arriving = NULL;
  g_autofree char *expected = NULL;

  if (format->h_res == 0 || format->v_res == 0 || self->expected.h_res == 0
      || self->expected.v_res == 0
      || (format->h_res == self->expected.h_res && format->v_res == self->expected.v_res))
    return;

  arriving = g_strdup_printf ("%d×%d", format->h_res, format->v_res);
  expected = g_strdup_printf ("%d×%d", self->expected.h_res, self->expected.v_res);
  if (self->abilities->scaler == GENLOCK_ABILITY_NO)
    add (self, GENLOCK_RULE_RASTER, GENLOCK_SEVERITY_ERROR, arriving, expected,
         _("%1$s: %2$s arrives where %3$s is expected, and nothing there scales it"));
  else if (self->abilities->scaler == GENLOCK_ABILITY_YES)
    add (self, GENLOCK_RULE_RASTER, GENLOCK_SEVERITY_INFO, arriving, expected,
         _("%1$s: %2$s arrives where %3$s is expected: it is scaled there"));
  else
    add (self, GENLOCK_RULE_RASTER, GENLOCK_SEVERITY_NOT_CHECKED, arriving, expected,
         _("%1$s: %2$s arrives where %3$s is expected; it is not known whether it is scaled "
           "there"));
}

/* The one of @formats that is nearest to @rate: a neighbour where there is one. */
static const GenlockFormat *
find_nearest (const GArray *formats,
              double rate)
{
  gboolean american = is_american (genlock_rate_get_family (rate));

  for (guint i = 0; i < formats->len; i++)
    {
      const GenlockFormat *format = &g_array_index (formats, GenlockFormat, i);

      if (american && is_american (genlock_rate_get_family (format->rate)))
        return format;
    }

  return &g_array_index (formats, GenlockFormat, 0);
}

/* Some devices list what they take; the list may be short of what they can. */
static void
compare_list (Comparison *self)
{
  const GArray *formats = self->abilities->formats;
  g_autoptr (GString) list = g_string_new (NULL);
  char text[GENLOCK_FORMAT_TEXT_SIZE];
  gboolean same_family = FALSE;

  if (formats == NULL || formats->len == 0 || !genlock_format_is_complete (&self->state->format))
    return;

  for (guint i = 0; i < formats->len; i++)
    {
      const GenlockFormat *format = &g_array_index (formats, GenlockFormat, i);
      GenlockFormat whole = genlock_format_inherit (format, &self->state->format);

      if (genlock_format_equal (&whole, &self->state->format))
        return;

      same_family = same_family || format->rate == 0.0
                    || genlock_rate_get_family (format->rate)
                    == genlock_rate_get_family (self->state->format.rate);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", genlock_format_print (format, text));
    }

  add (self, GENLOCK_RULE_FORMAT_LIST, GENLOCK_SEVERITY_INFO,
       genlock_format_print (&self->state->format, text), list->str,
       _("%1$s: %2$s is none of the formats that the device lists: %3$s"));
  if (same_family)
    return;

  self->expected = *find_nearest (formats, self->state->format.rate);
  compare_rate (self);
}

static const char *
find_expected_layout (const GenlockSignalPort *port,
                      GenlockLayoutKind kind)
{
  guint field = GENLOCK_PORT_FORMAT;

  if (port->record == NULL || port->node->kind == GENLOCK_SIGNAL_SOURCE)
    return NULL;
  if (genlock_record_get_table (port->record) == &genlock_sends)
    field = GENLOCK_SEND_STANDARD;

  return genlock_signal_find_layout (genlock_record_get_text (port->record, field), kind);
}

void
genlock_signal_rules_check_format (GenlockSignalCheck *check,
                                   const GenlockSignalLink *link,
                                   GPtrArray *found)
{
  Comparison self = {
    .link = link,
    .state = genlock_signal_check_get_state (check, link->to),
    .abilities = genlock_signal_check_get_abilities (check, link->to->node),
    .found = found,
  };

  for (guint i = 0; i < GENLOCK_N_LAYOUTS; i++)
    {
      const char *arriving = self.state->layouts[i];
      const char *expected = find_expected_layout (link->to, i);

      if (arriving != NULL && expected != NULL && arriving != expected)
        add (&self, GENLOCK_RULE_LEVEL, GENLOCK_SEVERITY_WARNING, arriving, expected,
             _("%1$s: %2$s arrives where %3$s is expected"));
    }

  if (genlock_signal_get_expected (link->to, &self.expected))
    {
      compare_rate (&self);
      compare_scan (&self);
      compare_raster (&self);
    }
  else
    compare_list (&self);
}
