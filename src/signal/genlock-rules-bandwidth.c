/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the picture fits through the cable: bandwidth, rasters, sets of links. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "signal/genlock-rules-private.h"

/* SMPTE ST 2110-20: what packets add to the active picture, and how full a network may be. */
#define IP_OVERHEAD 1.05
#define IP_WARN 0.7

char *
genlock_signal_link_dup_name (const GenlockSignalLink *link)
{
  const char *label = genlock_record_get_text (link->row->record, GENLOCK_CONNECTION_CABLE_LABEL);
  g_autofree char *from = genlock_signal_port_dup_name (link->from);
  g_autofree char *to = genlock_signal_port_dup_name (link->to);
  g_autofree char *shown = NULL;

  if (label == NULL || *label == '\0')
    return g_strdup_printf ("%s → %s", from, to);

  shown = genlock_signal_dup_shown (label);

  return g_strdup_printf ("%s (%s → %s)", shown, from, to);
}

GenlockFit
genlock_signal_fit_link (const GenlockFormat *format,
                         const GenlockSignalLink *link,
                         const GenlockLinkInfo **info)
{
  const GenlockConnector *cable = genlock_connector_find (
    genlock_record_get_text (link->row->record, GENLOCK_CONNECTION_CABLE_TYPE));
  const GenlockConnectorFamily family = genlock_signal_port_get_family (link->to);
  const GenlockLink links[] = {
    genlock_signal_port_get_link (link->from),
    genlock_signal_port_get_link (link->to),
    cable != NULL && cable->family == family ? cable->link : GENLOCK_LINK_UNKNOWN,
  };
  GenlockFit narrowest = { .verdict = GENLOCK_FIT_NOT_CHECKED };

  *info = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const GenlockLinkInfo *other = genlock_link_get_info (links[i]);

      if (other == NULL || (*info != NULL && (*info)->payload <= other->payload))
        continue;

      *info = other;
      narrowest = genlock_link_check (format, genlock_link_get_default_sampling (links[i]),
                                      links[i]);
    }

  return narrowest;
}

static void
add_too_much (const GenlockSignalLink *link,
              const char *text,
              double need,
              const char *carrier,
              double capacity,
              GenlockSeverity severity,
              GPtrArray *found)
{
  g_autofree char *name = genlock_signal_link_dup_name (link);
  g_autofree char *needs = genlock_link_dup_rate (need);
  g_autofree char *carries = genlock_link_dup_rate (capacity);

  /* Translators: %1$s is a cable, then “2160p59.94 needs 11.87 Gb/s, 3G-SDI carries 2.97 Gb/s” */
  genlock_signal_problem_add_link (found, GENLOCK_RULE_BANDWIDTH, severity, link, text, carrier,
                                   g_strdup_printf (_("%1$s: %2$s needs %3$s, %4$s carries %5$s"),
                                                    name, text, needs, carrier, carries));
}

static void
add_no_sdi (const GenlockSignalLink *link,
            const char *text,
            GPtrArray *found)
{
  g_autofree char *name = genlock_signal_link_dup_name (link);

  genlock_signal_problem_add_link (found, GENLOCK_RULE_SDI_RASTER, GENLOCK_SEVERITY_ERROR, link,
                                   text, NULL,
                                   g_strdup_printf (_("%1$s: SDI does not carry %2$s at any "
                                                      "bandwidth: it needs a scaler"), name,
                                                    text));
}

static void
add_unchecked (const GenlockSignalLink *link,
               const char *sentence,
               GPtrArray *found)
{
  g_autofree char *name = genlock_signal_link_dup_name (link);

  genlock_signal_problem_add_link (found, GENLOCK_RULE_BANDWIDTH, GENLOCK_SEVERITY_NOT_CHECKED,
                                   link, NULL, NULL,
                                   genlock_signal_fill (sentence, name, NULL, NULL));
}

/* Bits a second that a network port carries; 0 where its connector does not say. */
static double
get_network (const GenlockSignalPort *port)
{
  static const struct
  {
    const char *connector;
    double bits;
  } networks[] = {
    { "NETWORK (SFP)", 1e9 },
    { "NETWORK (SFP+)", 10e9 },
    { "NETWORK (SFP28)", 25e9 },
    { "NETWORK (QSFP28)", 100e9 },
  };

  for (guint i = 0; port->connector != NULL && i < G_N_ELEMENTS (networks); i++)
    if (strcmp (port->connector->name, networks[i].connector) == 0)
      return networks[i].bits;

  return 0.0;
}

static gboolean
is_uncompressed (const GenlockSignalLink *link)
{
  const GenlockConnector *signal = genlock_connector_find (
    genlock_record_get_text (link->row->record, GENLOCK_CONNECTION_SIGNAL_TYPE));

  return signal != NULL && strcmp (signal->name, "ST 2110") == 0;
}

static void
check_network (const GenlockSignalLink *link,
               const GenlockFormat *format,
               const char *text,
               GPtrArray *found)
{
  double capacity = get_network (link->from);
  double other = get_network (link->to);
  const GenlockSignalPort *narrow = link->from;
  GenlockTiming timing;
  double need;

  if (other > 0.0 && (capacity == 0.0 || other < capacity))
    {
      capacity = other;
      narrow = link->to;
    }
  if (capacity == 0.0 || !is_uncompressed (link) || !genlock_timing_init (&timing, format))
    return;

  need = genlock_link_get_active_need (&timing, GENLOCK_SAMPLING_4_2_2_10) * IP_OVERHEAD;
  if (need > capacity * IP_WARN)
    add_too_much (link, text, need, narrow->connector->name, capacity,
                  need > capacity ? GENLOCK_SEVERITY_ERROR : GENLOCK_SEVERITY_WARNING, found);
}

/* SDI of a generation that nobody named carries the rasters of broadcast all the same. */
static gboolean
is_raster_of_sdi (const GenlockFormat *format)
{
  GenlockTiming timing;

  return !genlock_timing_init (&timing, format) || timing.standard == GENLOCK_TIMING_SMPTE;
}

static void
add_wide (const GenlockSignalLink *link,
          const GenlockFormat *format,
          const char *text,
          GPtrArray *found)
{
  g_autofree char *name = genlock_signal_link_dup_name (link);

  genlock_signal_problem_add_link (
    found, GENLOCK_RULE_WIDE_RASTER, GENLOCK_SEVERITY_INFO, link, text, NULL,
    g_strdup_printf (_("%1$s: the raster is %2$d pixels wide: some HDMI equipment refuses more "
                       "than 4096"), name, format->h_res));
}

void
genlock_signal_rules_check_bandwidth (GenlockSignalCheck *check,
                                      const GenlockSignalLink *link,
                                      GPtrArray *found)
{
  const GenlockFormat *format = &genlock_signal_check_get_state (check, link->to)->format;
  GenlockConnectorFamily family = genlock_signal_port_get_family (link->to);
  char text[GENLOCK_FORMAT_TEXT_SIZE];
  const GenlockLinkInfo *info;
  GenlockFit fit;

  if (!link->from->is_video || !link->to->is_video)
    return;
  if (!genlock_format_is_complete (format))
    {
      add_unchecked (link, _("%s: the format is not known, so its bandwidth is not checked"),
                     found);
      return;
    }

  genlock_format_print (format, text);
  fit = genlock_signal_fit_link (format, link, &info);
  if (fit.is_wide && fit.verdict == GENLOCK_FIT_OK)
    add_wide (link, format, text, found);

  if (fit.verdict == GENLOCK_FIT_TOO_MUCH)
    add_too_much (link, text, fit.need, info->name, fit.capacity, GENLOCK_SEVERITY_ERROR, found);
  else if (fit.verdict == GENLOCK_FIT_NOT_SDI
           || (family == GENLOCK_CONNECTOR_FAMILY_SDI && !is_raster_of_sdi (format)))
    add_no_sdi (link, text, found);
  else if (family == GENLOCK_CONNECTOR_FAMILY_IP)
    check_network (link, format, text, found);
  else if (info == NULL && (family == GENLOCK_CONNECTOR_FAMILY_SDI
                            || family == GENLOCK_CONNECTOR_FAMILY_HDMI
                            || family == GENLOCK_CONNECTOR_FAMILY_DP
                            || family == GENLOCK_CONNECTOR_FAMILY_DVI))
    add_unchecked (link, _("%s: the version of the connectors is not known, so the bandwidth is "
                           "not checked"), found);
  else if (fit.verdict == GENLOCK_FIT_NOT_CHECKED && info != NULL)
    add_unchecked (link, _("%s: the format leaves open how it is scanned or blanked, so its "
                           "bandwidth is not checked"), found);
}

/* The slowest end of all. */
static GenlockLink
find_slowest (const GPtrArray *links)
{
  GenlockLink slowest = GENLOCK_LINK_UNKNOWN;

  for (guint i = 0; i < 2 * links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i / 2];
      GenlockLink kind = genlock_signal_port_get_link (i % 2 == 0 ? link->from : link->to);

      if (kind != GENLOCK_LINK_UNKNOWN
          && (slowest == GENLOCK_LINK_UNKNOWN || genlock_link_get_info (kind)->payload
              < genlock_link_get_info (slowest)->payload))
        slowest = kind;
    }

  return slowest;
}

/* Cables of one group: 4K over two or four of them. */
void
genlock_signal_rules_check_set (GenlockSignalCheck *check,
                                GPtrArray *links,
                                GPtrArray *found)
{
  const GenlockSignalLink *link = links->pdata[0];
  const GenlockFormat *format = &genlock_signal_check_get_state (check, link->to)->format;
  GenlockLink kind = find_slowest (links);
  char text[GENLOCK_FORMAT_TEXT_SIZE];
  g_autofree char *name = NULL;
  int n_needed = 0;

  if (link->from->record == NULL || link->to->record == NULL)
    return;
  if (genlock_format_is_complete (format) && kind != GENLOCK_LINK_UNKNOWN)
    n_needed = genlock_link_count (format, genlock_link_get_default_sampling (kind), kind);
  /* What no number of them carries, and what nobody knows, is told as of one. */
  if (n_needed == 0)
    {
      genlock_signal_rules_check_bandwidth (check, link, found);
      return;
    }
  if (n_needed <= (int) links->len)
    return;

  genlock_format_print (format, text);
  name = genlock_signal_link_dup_name (link);
  genlock_signal_problem_add_link (
    found, GENLOCK_RULE_LINK_SET, GENLOCK_SEVERITY_ERROR, link, text,
    genlock_link_get_info (kind)->name,
    g_strdup_printf (ngettext ("%1$s: %2$s takes %3$d links of %4$s, the set has %5$u",
                               "%1$s: %2$s takes %3$d links of %4$s, the set has %5$u",
                               links->len),
                     name, text, n_needed, genlock_link_get_info (kind)->name, links->len));
}
