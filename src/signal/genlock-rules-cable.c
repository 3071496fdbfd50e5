/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cables: how far they reach, and their strands. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "signal/genlock-rules-private.h"

/* Part of its reach from which on a length is worth a warning. */
#define NEARLY 0.8

/* Strands of the thickest cables that shows lay. */
#define MAX_STRANDS 288

/* What thin coaxial cable reaches of what thick one does. */
#define THIN 0.5

/* Planning values in metres. SDI: RG-6 class at -20 dB; better receivers reach further. */
static const double reach_of_links[] = {
  [GENLOCK_LINK_HD_SDI] = 113,
  [GENLOCK_LINK_3G_SDI] = 78,
  [GENLOCK_LINK_6G_SDI] = 70,
  [GENLOCK_LINK_12G_SDI] = 50,
  [GENLOCK_LINK_HDMI_1_4] = 15,
  [GENLOCK_LINK_HDMI_2_0] = 10,
  [GENLOCK_LINK_HDMI_2_1] = 5,
  [GENLOCK_LINK_DP_1_2] = 5,
  [GENLOCK_LINK_DP_1_4] = 3,
  [GENLOCK_LINK_DP_UHBR10] = 2,
  [GENLOCK_LINK_DP_UHBR13_5] = 2,
  [GENLOCK_LINK_DP_UHBR20] = 2,
};

static double
get_table_reach (GenlockLink link)
{
  return (gsize) link < G_N_ELEMENTS (reach_of_links) ? reach_of_links[link] : 0.0;
}

/* (nullable): the part of a cable's words that says it needs a table of its own. */
static gboolean
says (const char *text,
      const char * const *words)
{
  g_autofree char *lower = g_utf8_strdown (text != NULL ? text : "", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static double
get_fibre_reach (const char *text,
                 const char **kind)
{
  *kind = text;
  if (strstr (text, "(MM)") != NULL)
    return 400;

  return strstr (text, "(SM)") != NULL ? 10000 : 0.0;
}

/* On SDI the picture says how fast it runs, however fast the connectors could. */
static double
get_sdi_reach (const GenlockSignalLink *link,
               const GenlockFormat *format,
               const char **kind)
{
  static const char * const thin[] = { "mini", "micro", "rg-59", "rg59", "rg-179", "rg179", NULL };
  const char *cable = genlock_record_get_text (link->row->record, GENLOCK_CONNECTION_CABLE_TYPE);
  GenlockTiming timing;
  GenlockLink used;

  if (!genlock_format_is_complete (format) || !genlock_timing_init (&timing, format))
    return 0.0;

  used = genlock_link_find_sdi (&timing, GENLOCK_SAMPLING_4_2_2_10);
  if (genlock_link_get_info (used) == NULL)
    return 0.0;

  *kind = genlock_link_get_info (used)->name;

  return get_table_reach (used) * (says (cable, thin) ? THIN : 1.0);
}

double
genlock_signal_get_reach (const GenlockSignalLink *link,
                          const GenlockFormat *format,
                          const char **kind)
{
  static const char * const active[] = { "aoc", "active", "optical", "fibre", "fiber", NULL };
  const char *cable = genlock_record_get_text (link->row->record, GENLOCK_CONNECTION_CABLE_TYPE);
  const GenlockConnector *to = link->to->connector;
  GenlockLink used = genlock_signal_port_get_link (link->to);
  GenlockLink other = genlock_signal_port_get_link (link->from);

  *kind = "";
  if (to == NULL)
    return 0.0;
  /* What looks like copper at its ends may be light in between. */
  if (to->family != GENLOCK_CONNECTOR_FAMILY_FIBRE && to->family != GENLOCK_CONNECTOR_FAMILY_SMPTE
      && says (cable, active))
    return 0.0;

  *kind = to->name;
  switch (to->family)
    {
    case GENLOCK_CONNECTOR_FAMILY_SDI:
      return get_sdi_reach (link, format, kind);

    case GENLOCK_CONNECTOR_FAMILY_FIBRE:
      return get_fibre_reach (to->name, kind);

    case GENLOCK_CONNECTOR_FAMILY_SMPTE:
      return 2000;

    case GENLOCK_CONNECTOR_FAMILY_USB_C:
      return 2;

    case GENLOCK_CONNECTOR_FAMILY_HDMI:
      if (strcmp (to->name, "HDBaseT") == 0)
        return 100;
      break;

    case GENLOCK_CONNECTOR_FAMILY_IP:
      return strcmp (to->name, "NETWORK (RJ45)") == 0 ? 100 : 0.0;

    default:
      break;
    }

  if (used == GENLOCK_LINK_UNKNOWN || (other != GENLOCK_LINK_UNKNOWN && other < used
                                       && genlock_signal_port_get_family (link->from)
                                       == to->family))
    used = other;
  if (genlock_link_get_info (used) != NULL)
    *kind = genlock_link_get_info (used)->name;

  return get_table_reach (used);
}

static void
check_length (GenlockSignalCheck *check,
              const GenlockSignalLink *link,
              GPtrArray *found)
{
  const GenlockSignalState *state = genlock_signal_check_get_state (check, link->to);
  double length = genlock_record_get_real (link->row->record, GENLOCK_CONNECTION_LENGTH_M);
  g_autofree char *name = NULL;
  g_autofree char *metres = NULL;
  g_autofree char *reaches = NULL;
  char fact[G_ASCII_DTOSTR_BUF_SIZE];
  const char *kind;
  double reach;
  gboolean is_over;

  /* Of a row with several cables nobody says which of them the length is of. */
  if (length <= 0.0 || link->row->n_links > 1)
    return;

  reach = genlock_signal_get_reach (link, &state->format, &kind);
  if (reach <= 0.0 || length < reach * NEARLY)
    return;

  is_over = length > reach;
  name = genlock_signal_link_dup_name (link);
  metres = g_strdup_printf ("%g m", length);
  /* Translators: “12G-SDI reaches 50 m”, behind “80 m is too long,” */
  reaches = g_strdup_printf (_("%1$s reaches %2$g m"), kind, reach);
  genlock_signal_problem_add_link (
    found, GENLOCK_RULE_LENGTH, is_over ? GENLOCK_SEVERITY_ERROR : GENLOCK_SEVERITY_WARNING, link,
    kind, g_ascii_formatd (fact, sizeof fact, "%g", length),
    genlock_signal_fill (is_over ? _("%1$s: %2$s is too long, %3$s")
                         : _("%1$s: %2$s is nearly too long, %3$s"), name, metres, reaches));
}

char **
genlock_signal_list_strands (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ",;/+ ", -1);
  g_autoptr (GStrvBuilder) strands = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *dash = strchr (parts[i], '-');
      gint64 first = g_ascii_strtoll (parts[i], NULL, 10);
      gint64 last = dash != NULL ? g_ascii_strtoll (dash + 1, NULL, 10) : 0;

      if (first > 0 && last > first && last - first < MAX_STRANDS)
        for (gint64 strand = first; strand <= last; strand++)
          {
            g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, strand);

            g_strv_builder_add (strands, number);
          }
      else if (*parts[i] != '\0')
        g_strv_builder_add (strands, parts[i]);
    }

  return g_strv_builder_end (strands);
}

static void
check_pairs (const GenlockSignalLink *link,
             GPtrArray *found)
{
  static const char * const duplex[] = { "duplex", NULL };
  const GenlockRecord *record = link->row->record;
  const char *strands = genlock_record_get_text (record, GENLOCK_CONNECTION_STRAND);
  g_auto (GStrv) list = genlock_signal_list_strands (strands);
  guint n = g_strv_length (list);
  g_autofree char *name = NULL;

  if (n % 2 == 0 || !says (genlock_record_get_text (record, GENLOCK_CONNECTION_CABLE_TYPE), duplex))
    return;

  name = genlock_signal_link_dup_name (link);
  genlock_signal_problem_add_link (
    found, GENLOCK_RULE_FIBRE_COUNT, GENLOCK_SEVERITY_ERROR, link, NULL, strands,
    g_strdup_printf (_("%1$s: a duplex link takes pairs of strands, “%2$s” is an odd number"),
                     name, strands));
}

void
genlock_signal_rules_check_cable (GenlockSignalCheck *check,
                                  const GenlockSignalLink *link,
                                  GPtrArray *found)
{
  check_length (check, link, found);
  check_pairs (link, found);
}
