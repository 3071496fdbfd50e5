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

/* Whether @port takes the format, as far as anybody can tell. */
static gboolean
carries (const GenlockConnector *port,
         const GenlockFormat *format)
{
  GenlockFit fit;

  if (port == NULL)
    return FALSE;
  if (port->link == GENLOCK_LINK_UNKNOWN || !genlock_format_is_complete (format))
    return TRUE;

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
      n += fit == GENLOCK_CONNECTOR_FIT_OK && carries (own, format);
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
          || !carries (free_port->connector, format)
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

/* The rate that the far end expects, at the source. */
static void
offer_rate (GenlockSignalCheck *check,
            const GenlockSignalLink *link,
            GPtrArray *fixes)
{
  const GenlockSignalPort *origin = genlock_signal_check_get_state (check, link->to)->origin;
  const GArray *listed = genlock_signal_check_get_abilities (check, link->to->node)->formats;
  GenlockFormat expected = { 0 };
  char text[GENLOCK_RATE_TEXT_SIZE];
  g_autofree char *name = NULL;

  if (!genlock_signal_get_expected (link->to, &expected) && listed != NULL && listed->len > 0)
    expected = g_array_index (listed, GenlockFormat, 0);
  if (origin == NULL || expected.rate == 0.0)
    return;

  name = genlock_signal_node_dup_name (origin->node);
  add_fix (fixes, GENLOCK_SIGNAL_FIX_RATE,
           g_strdup_printf (_("Set %1$s to %2$s Hz: both ends take it"), name,
                            genlock_rate_print (expected.rate, text)))->rate = expected.rate;
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
      offer_converters (check, from->connector, to->connector, format, FALSE, 1, fixes);
      break;

    case GENLOCK_RULE_BANDWIDTH:
      if (carries (from->connector, format))
        offer_ports (to, from->connector, format, fixes);
      if (carries (to->connector, format))
        offer_ports (from, to->connector, format, fixes);
      break;

    case GENLOCK_RULE_SDI_RASTER:
      /* It has to be scaled before it is SDI. */
      if (genlock_signal_check_get_state (check, to)->origin != NULL)
        from = genlock_signal_check_get_state (check, to)->origin;
      offer_converters (check, from->connector, to->connector, format, TRUE, 1, fixes);
      break;

    case GENLOCK_RULE_RATE:
      offer_rate (check, link, fixes);
      break;

    default:
      break;
    }

  return fixes;
}
