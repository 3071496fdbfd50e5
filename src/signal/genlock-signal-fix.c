/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would help against a problem: a converter, another port, another rate. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-ports.h"
#include "equipment/genlock-spec-edit.h"
#include "signal/genlock-rules-private.h"

/* Suggestions of one kind: more would be a catalogue. */
#define MAX_FIXES 3

static void
free_fix (gpointer data)
{
  GenlockSignalFix *fix = data;

  g_free (fix->sentence);
  g_free (fix->library_id);
  g_free (fix->port_id);
  g_free (fix);
}

/* @sentence: (transfer full) */
static GenlockSignalFix *
add_fix (GPtrArray *fixes,
         GenlockSignalFixKind kind,
         char *sentence)
{
  GenlockSignalFix *fix = g_new0 (GenlockSignalFix, 1);

  fix->kind = kind;
  fix->sentence = sentence;
  g_ptr_array_add (fixes, fix);

  return fix;
}

/* The converters of the library, as rows: expanded when first asked for. */
static GPtrArray *
get_converters (GenlockSignalCheck *check)
{
  const GPtrArray *devices;

  if (check->converters != NULL || check->library == NULL)
    return check->converters;

  check->converters = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  devices = genlock_library_get_devices (check->library);
  for (guint i = 0; i < devices->len; i++)
    {
      const GenlockLibraryDevice *device = devices->pdata[i];

      if (g_strcmp0 (device->category, "CONVERTER") == 0)
        g_ptr_array_add (check->converters, genlock_library_expand (check->library, device));
    }

  return check->converters;
}

/* SDI of a generation that nobody named carries no more rasters than the others. */
static gboolean
has_raster_for (const GenlockConnector *port,
                const GenlockFormat *format)
{
  GenlockTiming timing;

  return port->family != GENLOCK_CONNECTOR_FAMILY_SDI || !genlock_timing_init (&timing, format)
         || timing.standard == GENLOCK_TIMING_SMPTE;
}

gboolean
genlock_signal_carries (const GenlockConnector *port,
                        const GenlockFormat *format)
{
  GenlockFit fit;

  if (port == NULL)
    return FALSE;
  if (!genlock_format_is_complete (format))
    return TRUE;
  if (port->link == GENLOCK_LINK_UNKNOWN)
    return has_raster_for (port, format);

  fit = genlock_link_check (format, genlock_link_get_default_sampling (port->link), port->link);

  return fit.verdict == GENLOCK_FIT_OK || fit.verdict == GENLOCK_FIT_NOT_CHECKED;
}

static gboolean
has_port (const GenlockRecord *spec,
          gboolean is_output,
          const GenlockConnector *other,
          const GenlockFormat *format,
          guint n_least)
{
  g_autoptr (GArray) ports = genlock_ports_list (spec);
  guint n = 0;

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockPort *port = &g_array_index (ports, GenlockPort, i);
      const GenlockConnector *own = genlock_connector_find (
        genlock_record_get_text (port->record, GENLOCK_PORT_IO_TYPE));
      GenlockConnectorFit fit;

      if (port->is_output != is_output || own == NULL)
        continue;

      fit = is_output ? genlock_connectors_fit (own, other) : genlock_connectors_fit (other, own);
      n += fit == GENLOCK_CONNECTOR_FIT_OK && genlock_signal_carries (own, format);
    }

  return n >= n_least;
}

static gboolean
can_scale (const GenlockRecord *spec)
{
  g_autoptr (GPtrArray) details = genlock_spec_list_details (spec, NULL);

  for (guint i = 0; details != NULL && i < details->len; i++)
    {
      const GenlockSpecDetail *detail = details->pdata[i];

      if (g_strcmp0 (detail->key, "scaler") == 0)
        return g_strcmp0 (detail->text, "true") == 0;
    }

  return FALSE;
}

static void
offer_converters (GenlockSignalCheck *check,
                  const GenlockConnector *from,
                  const GenlockConnector *to,
                  const GenlockFormat *format,
                  gboolean must_scale,
                  guint n_outputs,
                  GPtrArray *fixes)
{
  static const GenlockFormat any;
  GPtrArray *converters = get_converters (check);
  guint n = 0;

  if (from == NULL || to == NULL)
    return;

  for (guint i = 0; converters != NULL && i < converters->len && n < MAX_FIXES; i++)
    {
      const GenlockRecord *spec = converters->pdata[i];
      GenlockSignalFix *fix;

      if ((must_scale && !can_scale (spec)) || !has_port (spec, FALSE, from, format, 1)
          || !has_port (spec, TRUE, to, must_scale ? &any : format, n_outputs))
        continue;

      fix = add_fix (fixes, GENLOCK_SIGNAL_FIX_CONVERTER,
                     g_strdup_printf (
                       _("Put %1$s %2$s in between"),
                       genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER),
                       genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL)));
      fix->library_id = genlock_library_read_origin (spec, NULL);
      n++;
    }
}

/* Free ports beside @port that fit what is at the other end. */
static void
offer_ports (const GenlockSignalPort *port,
             const GenlockConnector *other,
             const GenlockFormat *format,
             GPtrArray *fixes)
{
  guint n = 0;

  if (other == NULL)
    return;

  for (guint i = 0; i < port->node->ports->len && n < MAX_FIXES; i++)
    {
      const GenlockSignalPort *free_port = port->node->ports->pdata[i];
      g_autofree char *name = NULL;
      GenlockSignalFix *fix;

      if (free_port == port || free_port->record == NULL || free_port->connector == NULL
          || free_port->is_output != port->is_output
          || (port->is_output ? free_port->out : free_port->in) != NULL
          || !genlock_signal_carries (free_port->connector, format)
          || (port->is_output ? genlock_connectors_fit (free_port->connector, other)
                              : genlock_connectors_fit (other, free_port->connector))
          != GENLOCK_CONNECTOR_FIT_OK)
        continue;

      name = genlock_signal_port_dup_name (free_port);
      fix = add_fix (fixes, GENLOCK_SIGNAL_FIX_PORT, g_strdup_printf (_("Take %s: it is free"),
                                                                      name));
      fix->port_id = g_strdup (free_port->id);
      n++;
    }
}

/* Whether a list of formats that a device has says the rate, or says nothing of rates. */
static gboolean
takes_rate (const GArray *formats,
            double rate)
{
  gboolean says = FALSE;

  for (guint i = 0; formats != NULL && i < formats->len; i++)
    {
      const GenlockFormat *format = &g_array_index (formats, GenlockFormat, i);

      if (genlock_rate_equal (format->rate, rate))
        return TRUE;
      says = says || format->rate > 0.0;
    }

  return !says;
}

/* A rate of the far end, where the rate is made. */
static void
add_rate (GenlockSignalCheck *check,
          const GenlockSignalLink *link,
          double rate,
          GPtrArray *fixes)
{
  const GenlockSignalState *state = genlock_signal_check_get_state (check, link->to);
  const GenlockSignalNode *origin = state->timing->node;
  GenlockFormat format = state->format;
  char text[GENLOCK_RATE_TEXT_SIZE];
  g_autofree char *name = NULL;

  for (guint i = 0; i < fixes->len; i++)
    if (genlock_rate_equal (((GenlockSignalFix *) fixes->pdata[i])->rate, rate))
      return;

  format.rate = rate;
  if (fixes->len == MAX_FIXES || !takes_rate (genlock_signal_check_get_abilities (check, origin)
                                              ->formats, rate)
      || !genlock_signal_carries (link->from->connector, &format)
      || !genlock_signal_carries (link->to->connector, &format))
    return;

  name = genlock_signal_node_dup_name (origin);
  add_fix (fixes, GENLOCK_SIGNAL_FIX_RATE,
           g_strdup_printf (_("Set %1$s to %2$s Hz: both ends take it"), name,
                            genlock_rate_print (rate, text)))->rate = rate;
}

/* Only where the rate comes from a source can it be set there. */
static void
offer_rates (GenlockSignalCheck *check,
             const GenlockSignalLink *link,
             GPtrArray *fixes)
{
  const GenlockSignalPort *timing = genlock_signal_check_get_state (check, link->to)->timing;
  const GArray *listed = genlock_signal_check_get_abilities (check, link->to->node)->formats;
  GenlockFormat expected;

  if (timing == NULL || timing->node->kind != GENLOCK_SIGNAL_SOURCE)
    return;

  if (genlock_signal_get_expected (link->to, &expected))
    {
      if (expected.rate > 0.0)
        add_rate (check, link, expected.rate, fixes);
      return;
    }

  for (guint i = 0; listed != NULL && i < listed->len; i++)
    if (g_array_index (listed, GenlockFormat, i).rate > 0.0)
      add_rate (check, link, g_array_index (listed, GenlockFormat, i).rate, fixes);
}

GPtrArray *
genlock_signal_check_list_fixes (GenlockSignalCheck *check,
                                 const GenlockSignalProblem *problem)
{
  GPtrArray *fixes = g_ptr_array_new_with_free_func (free_fix);
  const GenlockSignalLink *link = problem->link;
  const GenlockSignalPort *from = link != NULL ? link->from : NULL;
  const GenlockSignalPort *to = link != NULL ? link->to : NULL;
  const GenlockFormat *format;

  if (link == NULL || problem->severity > GENLOCK_SEVERITY_WARNING)
    return fixes;

  format = &genlock_signal_check_get_state (check, to)->format;
  switch (problem->rule)
    {
    case GENLOCK_RULE_FED_TWICE:
      if (genlock_signal_link_is_cable (link))
        offer_ports (to, from->connector, format, fixes);
      break;

    case GENLOCK_RULE_FAN_OUT:
      offer_ports (from, to->connector, format, fixes);
      offer_converters (check, from->connector, to->connector, format, FALSE, from->out->len,
                        fixes);
      break;

    case GENLOCK_RULE_CONNECTOR:
      offer_ports (to, from->connector, format, fixes);
      offer_ports (from, to->connector, format, fixes);
      /* What the far end cannot carry has to become smaller on the way. */
      offer_converters (check, from->connector, to->connector, format,
                        !genlock_signal_carries (to->connector, format), 1, fixes);
      break;

    case GENLOCK_RULE_BANDWIDTH:
      if (genlock_signal_carries (from->connector, format))
        offer_ports (to, from->connector, format, fixes);
      if (genlock_signal_carries (to->connector, format))
        offer_ports (from, to->connector, format, fixes);
      offer_converters (check, from->connector, to->connector, format, TRUE, 1, fixes);
      break;

    case GENLOCK_RULE_RASTER:
    case GENLOCK_RULE_SCAN:
      offer_converters (check, from->connector, to->connector, format, TRUE, 1, fixes);
      break;

    case GENLOCK_RULE_SDI_RASTER:
      /* It has to be scaled before it is SDI. */
      if (genlock_signal_check_get_state (check, to)->timing != NULL)
        from = genlock_signal_check_get_state (check, to)->timing;
      offer_converters (check, from->connector, to->connector, format, TRUE, 1, fixes);
      break;

    case GENLOCK_RULE_RATE:
      offer_rates (check, link, fixes);
      break;

    default:
      break;
    }

  return fixes;
}
