/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of connectors, from the lists that planners have used, and how a word is found. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-connector.h"
#include "core/model/genlock-vocabulary.h"

#define SDI GENLOCK_CONNECTOR_FAMILY_SDI
#define HDMI GENLOCK_CONNECTOR_FAMILY_HDMI
#define DVI GENLOCK_CONNECTOR_FAMILY_DVI
#define DP GENLOCK_CONNECTOR_FAMILY_DP
#define USB_C GENLOCK_CONNECTOR_FAMILY_USB_C
#define FIBRE GENLOCK_CONNECTOR_FAMILY_FIBRE
#define SMPTE GENLOCK_CONNECTOR_FAMILY_SMPTE
#define IP GENLOCK_CONNECTOR_FAMILY_IP
#define WIRELESS GENLOCK_CONNECTOR_FAMILY_WIRELESS
#define REF GENLOCK_CONNECTOR_FAMILY_REF
#define CONTROL GENLOCK_CONNECTOR_FAMILY_CONTROL
#define POWER GENLOCK_CONNECTOR_FAMILY_POWER
#define ANALOG GENLOCK_CONNECTOR_FAMILY_ANALOG

/* "DP 2.1" names no rate and "SDI" no generation: their link is unknown, not assumed. */
static const GenlockConnector connectors[] = {
  { "SDI", "SDI (BNC)|BNC SDI", SDI, GENLOCK_LINK_UNKNOWN, TRUE },
  { "SD-SDI", "SDI SD|SDI 270M", SDI, GENLOCK_LINK_SD_SDI, FALSE },
  { "HD-SDI", "SDI HD|1.5G-SDI|HD-SDI (BNC)", SDI, GENLOCK_LINK_HD_SDI, TRUE },
  { "3G-SDI", "3G|SDI 3G|3G-SDI (BNC)", SDI, GENLOCK_LINK_3G_SDI, TRUE },
  { "6G-SDI", "6G|SDI 6G|6G-SDI (BNC)", SDI, GENLOCK_LINK_6G_SDI, TRUE },
  { "12G-SDI", "12G|SDI 12G|12G-SDI (BNC)", SDI, GENLOCK_LINK_12G_SDI, TRUE },
  { "24G-SDI", "24G|SDI 24G|24G-SDI (BNC)", SDI, GENLOCK_LINK_24G_SDI, FALSE },
  { "HDMI", "HDMI A|HDMI Type A|Mini HDMI|Micro HDMI", HDMI, GENLOCK_LINK_UNKNOWN, TRUE },
  { "HDMI 1.4", "HDMI 1.4a|HDMI 1.4b", HDMI, GENLOCK_LINK_HDMI_1_4, TRUE },
  { "HDMI 2.0", "HDMI 2.0a|HDMI 2.0b|HDMI 2", HDMI, GENLOCK_LINK_HDMI_2_0, TRUE },
  { "HDMI 2.1", "HDMI 2.1a|HDMI 2.1b", HDMI, GENLOCK_LINK_HDMI_2_1, TRUE },
  { "HDBaseT", "HDBT", HDMI, GENLOCK_LINK_UNKNOWN, TRUE },
  { "DVI", NULL, DVI, GENLOCK_LINK_UNKNOWN, TRUE },
  { "DVI-D", NULL, DVI, GENLOCK_LINK_UNKNOWN, TRUE },
  { "DVI-D SL", "DVI SL|DVI-D (Single Link)|DVI Single Link", DVI, GENLOCK_LINK_DVI_SL, TRUE },
  { "DVI-D DL", "DVI DL|DVI-D (Dual Link)|DVI Dual Link", DVI, GENLOCK_LINK_DVI_DL, TRUE },
  { "DVI-I", NULL, DVI, GENLOCK_LINK_UNKNOWN, TRUE },
  { "DP", "DisplayPort|Mini DP|Mini DisplayPort|mDP", DP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "DP 1.1", "DisplayPort 1.1|DP 1.1a|DisplayPort 1.1a", DP, GENLOCK_LINK_DP_1_1, TRUE },
  { "DP 1.2", "DisplayPort 1.2|DP 1.2a|DisplayPort 1.2a", DP, GENLOCK_LINK_DP_1_2, TRUE },
  { "DP 1.4", "DisplayPort 1.4|DP 1.4a|DisplayPort 1.4a", DP, GENLOCK_LINK_DP_1_4, TRUE },
  { "DP 2.1",
    "DisplayPort 2.1|DP 2.0|DisplayPort 2.0|DP 2.x|DisplayPort 2.x",
    DP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "USB-C", "USB Type-C", USB_C, GENLOCK_LINK_UNKNOWN, TRUE },
  { "USB-C (DP Alt Mode)", "USB-C DP Alt|USB-C (DP)", USB_C, GENLOCK_LINK_UNKNOWN, TRUE },
  { "USB-C (Thunderbolt 3)", "Thunderbolt 3|TB3", USB_C, GENLOCK_LINK_UNKNOWN, TRUE },
  { "USB-C (Thunderbolt 4)", "Thunderbolt 4|TB4", USB_C, GENLOCK_LINK_UNKNOWN, TRUE },
  { "FIBER", "Optical|Fiber Optic", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "opticalCON", "OPTICON", FIBRE, GENLOCK_LINK_UNKNOWN, FALSE },
  { "opticalCON DUO", "OPTICON DUO", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "opticalCON QUAD", "OPTICON QUAD", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "opticalCON MTP", "OPTICON MTP", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "LC - FIBER (SM)", "LC (SM)|LC SM|Fiber LC (SM)", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "LC - FIBER (MM)", "LC (MM)|LC MM|Fiber LC (MM)", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "ST - FIBER (SM)", "ST (SM)|ST SM|Fiber ST (SM)", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "ST - FIBER (MM)", "ST (MM)|ST MM|Fiber ST (MM)", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "SC - FIBER (SM)", "SC (SM)|SC SM|Fiber SC (SM)", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "SC - FIBER (MM)", "SC (MM)|SC MM|Fiber SC (MM)", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "LC", "LC - FIBER|LC FIBER|Fiber (LC)", FIBRE, GENLOCK_LINK_UNKNOWN, FALSE },
  { "ST", "ST - FIBER|ST FIBER|Fiber (ST)", FIBRE, GENLOCK_LINK_UNKNOWN, FALSE },
  { "SC", "SC - FIBER|SC FIBER|Fiber (SC)", FIBRE, GENLOCK_LINK_UNKNOWN, FALSE },
  { "MPO", "MTP", FIBRE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "SMPTE FIBER",
    "Fiber (SMPTE)|SMPTE 304M|SMPTE 311M|SMPTE Hybrid|SMPTE",
    SMPTE, GENLOCK_LINK_UNKNOWN, TRUE },
  { "NDI", "NDI Full", IP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "NDI HX", "NDI HX2|NDI HX3", IP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "ST 2110", "SMPTE 2110|SMPTE ST 2110|2110", IP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "SRT", NULL, IP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "RTMP", "RTMPS", IP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "NETWORK (RJ45)",
    "ETH|Ethernet|RJ45|etherCON|LAN|Network|CAT5|CAT5e|CAT6|CAT6a",
    IP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "NETWORK (SFP)", "SFP", IP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "NETWORK (SFP+)", "SFP+", IP, GENLOCK_LINK_UNKNOWN, TRUE },
  { "NETWORK (SFP28)", "SFP28", IP, GENLOCK_LINK_UNKNOWN, FALSE },
  { "NETWORK (QSFP28)", "QSFP28", IP, GENLOCK_LINK_UNKNOWN, FALSE },
  { "IP", "Video over IP", IP, GENLOCK_LINK_UNKNOWN, FALSE },
  { "DANTE", "Dante AV", IP, GENLOCK_LINK_UNKNOWN, FALSE },
  { "WIRELESS", "Wireless Video|RF", WIRELESS, GENLOCK_LINK_UNKNOWN, TRUE },
  { "BNC REF",
    "Reference (BNC)|Reference|REF|REF (BNC)|Genlock|Black Burst|Tri-level|Tri-level Sync",
    REF, GENLOCK_LINK_UNKNOWN, TRUE },
  { "WORD CLOCK", "Wordclock", REF, GENLOCK_LINK_UNKNOWN, FALSE },
  { "DMX", "DMX512|DMX-512", CONTROL, GENLOCK_LINK_UNKNOWN, TRUE },
  { "GPI", "GPIO|GPI/O", CONTROL, GENLOCK_LINK_UNKNOWN, TRUE },
  { "TALLY", NULL, CONTROL, GENLOCK_LINK_UNKNOWN, TRUE },
  { "TIMECODE", "LTC|TC|Time Code", CONTROL, GENLOCK_LINK_UNKNOWN, TRUE },
  { "RS-422", "RS422", CONTROL, GENLOCK_LINK_UNKNOWN, TRUE },
  { "RS-232", "RS232|Serial", CONTROL, GENLOCK_LINK_UNKNOWN, FALSE },
  { "POWER", "AC|Mains|AC Power|Power In", POWER, GENLOCK_LINK_UNKNOWN, TRUE },
  { "powerCON", "powerCON 20A|powerCON True1|True1", POWER, GENLOCK_LINK_UNKNOWN, TRUE },
  { "SOCAPEX", "SOCA|Socapex 19", POWER, GENLOCK_LINK_UNKNOWN, FALSE },
  { "IEC", "IEC C13|IEC C14", POWER, GENLOCK_LINK_UNKNOWN, FALSE },
  { "VGA", "HD15|D-Sub 15|DE-15|RGBHV", ANALOG, GENLOCK_LINK_UNKNOWN, TRUE },
  { "COMPONENT", "YPbPr", ANALOG, GENLOCK_LINK_UNKNOWN, FALSE },
  { "COMPOSITE", "CVBS", ANALOG, GENLOCK_LINK_UNKNOWN, FALSE },
  { "S-VIDEO", NULL, ANALOG, GENLOCK_LINK_UNKNOWN, FALSE },
  { "XLR", "XLR 3|XLR-3", ANALOG, GENLOCK_LINK_UNKNOWN, TRUE },
};

static const char *const family_names[] = {
  [GENLOCK_CONNECTOR_FAMILY_UNKNOWN] = N_("Unknown connector"),
  [GENLOCK_CONNECTOR_FAMILY_SDI] = N_("SDI"),
  [GENLOCK_CONNECTOR_FAMILY_HDMI] = N_("HDMI"),
  [GENLOCK_CONNECTOR_FAMILY_DVI] = N_("DVI"),
  [GENLOCK_CONNECTOR_FAMILY_DP] = N_("DisplayPort"),
  [GENLOCK_CONNECTOR_FAMILY_USB_C] = N_("USB-C"),
  [GENLOCK_CONNECTOR_FAMILY_FIBRE] = N_("Fiber"),
  [GENLOCK_CONNECTOR_FAMILY_SMPTE] = N_("SMPTE hybrid fiber"),
  [GENLOCK_CONNECTOR_FAMILY_IP] = N_("Network"),
  [GENLOCK_CONNECTOR_FAMILY_WIRELESS] = N_("Wireless"),
  [GENLOCK_CONNECTOR_FAMILY_REF] = N_("Reference"),
  [GENLOCK_CONNECTOR_FAMILY_CONTROL] = N_("Control"),
  [GENLOCK_CONNECTOR_FAMILY_POWER] = N_("Power"),
  [GENLOCK_CONNECTOR_FAMILY_ANALOG] = N_("Analog"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (family_names) == GENLOCK_N_CONNECTOR_FAMILIES);

/* @words: (nullable): one word, or several between "|"; of connectors alike the first counts */
static void
index_words (GHashTable *index,
             const char *words,
             const GenlockConnector *connector)
{
  while (words != NULL)
    {
      const char *end = strchr (words, '|');
      g_autofree char *key = genlock_vocabulary_dup_key (words, end != NULL ? end - words : -1);

      if (key != NULL && !g_hash_table_contains (index, key))
        g_hash_table_insert (index, g_steal_pointer (&key), (gpointer) connector);

      words = end != NULL ? end + 1 : NULL;
    }
}

/* (transfer none): the key of each word → its connector: long lists ask for every row */
static GHashTable *
get_index (void)
{
  static GHashTable *index;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (connectors); i++)
        {
          index_words (index, connectors[i].name, &connectors[i]);
          index_words (index, connectors[i].aliases, &connectors[i]);
        }
      g_once_init_leave (&done, 1);
    }

  return index;
}

const GenlockConnector *
genlock_connector_find (const char *text)
{
  g_autofree char *key = text != NULL ? genlock_vocabulary_dup_key (text, -1) : NULL;

  return key != NULL ? g_hash_table_lookup (get_index (), key) : NULL;
}

const GenlockConnector *
genlock_connector_get_all (gsize *n_connectors)
{
  *n_connectors = G_N_ELEMENTS (connectors);

  return connectors;
}

GenlockConnectorFamily
genlock_connector_get_family (const char *text)
{
  const GenlockConnector *connector = genlock_connector_find (text);

  return connector != NULL ? connector->family : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
}

const char *
genlock_connector_family_get_name (GenlockConnectorFamily family)
{
  if ((gsize) family >= G_N_ELEMENTS (family_names))
    family = GENLOCK_CONNECTOR_FAMILY_UNKNOWN;

  return family_names[family];
}
