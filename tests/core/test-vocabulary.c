/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words: canonical spellings, older lists, chains, connectors. */

#include "config.h"

#include <string.h>

#include "core/model/genlock-connector.h"
#include "core/model/genlock-format.h"
#include "core/model/genlock-vocabulary.h"

typedef struct
{
  GenlockVocabulary vocabulary;
  const char *text;
  const char *canonical;
} Row;

#define CONNECTOR GENLOCK_VOCABULARY_CONNECTOR
#define SOURCE GENLOCK_VOCABULARY_SOURCE_TYPE
#define SEND GENLOCK_VOCABULARY_SEND_TYPE
#define RATE GENLOCK_VOCABULARY_RATE
#define RASTER GENLOCK_VOCABULARY_RASTER
#define SECONDARY GENLOCK_VOCABULARY_SECONDARY_DEVICE
#define CATEGORY GENLOCK_VOCABULARY_CATEGORY

static const Row rows[] = {
  { CONNECTOR, "HDMI", "HDMI" },
  { CONNECTOR, "hdmi 2.0a", "HDMI 2.0" },
  { CONNECTOR, "3G SDI", "3G-SDI" },
  { CONNECTOR, "12G", "12G-SDI" },
  { CONNECTOR, "DisplayPort 1.2", "DP 1.2" },
  { CONNECTOR, "DisplayPort 2.0", "DP 2.1" },
  { CONNECTOR, "DisplayPort", "DP" },
  { CONNECTOR, "OPTICON DUO", "opticalCON DUO" },
  { CONNECTOR, "OPTICON QUAD", "opticalCON QUAD" },
  { CONNECTOR, "opticalcon duo", "opticalCON DUO" },
  { CONNECTOR, "Fiber (SMPTE)", "SMPTE FIBER" },
  { CONNECTOR, "SMPTE Fibre", "SMPTE FIBER" },
  { CONNECTOR, "Reference (BNC)", "BNC REF" },
  { CONNECTOR, "Reference", "BNC REF" },
  { CONNECTOR, "ETH", "NETWORK (RJ45)" },
  { CONNECTOR, "Ethernet", "NETWORK (RJ45)" },
  { CONNECTOR, "Network (RJ45)", "NETWORK (RJ45)" },
  { CONNECTOR, "Network (SFP)", "NETWORK (SFP)" },
  { CONNECTOR, "Network (SFP+)", "NETWORK (SFP+)" },
  { CONNECTOR, "USB-C (Thunderbolt 3)", "USB-C (Thunderbolt 3)" },
  { CONNECTOR, "LC - FIBRE (SM)", "LC - FIBER (SM)" },
  { CONNECTOR, "ST-FIBER(MM)", "ST - FIBER (MM)" },
  { CONNECTOR, "Power", "POWER" },
  { CONNECTOR, "BNC", NULL },
  { CONNECTOR, "Banana", NULL },
  { SOURCE, "LAPTOP", "Laptop" },
  { SOURCE, "CAM", "Camera" },
  { SOURCE, "MEDIA_SERVER", "Media Server" },
  { SOURCE, "ROBO", "Robo" },
  { SOURCE, "PTZ", "PTZ" },
  { SOURCE, "laptop - pc gfx", "Laptop - PC GFX" },
  { SOURCE, "Kite", NULL },
  { SEND, "Video Switch", "VIDEO SWITCH" },
  { SEND, "VIDEO_SWITCH", "VIDEO SWITCH" },
  { SEND, "led processor", "LED PROCESSOR" },
  { SEND, "SCREEN", "SCREEN" },
  { SEND, "Bird box", NULL },
  { RATE, "23.976", "23.98" },
  { RATE, "5994", "59.94" },
  { RATE, "60", "60" },
  { RATE, "61", NULL },
  { RASTER, "1080i", "1920×1080" },
  { RASTER, "1080p", "1920×1080" },
  { RASTER, "720p", "1280×720" },
  { RASTER, "4K", "3840×2160" },
  { RASTER, "8K", "7680×4320" },
  { RASTER, "1920 x 1200", "1920×1200" },
  { RASTER, "1920 X 1080", "1920×1080" },
  { RASTER, "4096×2160", "4096×2160" },
  { RASTER, "SD", "SD" },
  { RASTER, "2x2", NULL },
  { SECONDARY, "hdmi>fibre", "HDMI > FIBER" },
  { SECONDARY, "Wireless TX > RX", "WIRELESS Tx > Rx" },
  { SECONDARY, "barrel", "BARREL" },
  { SECONDARY, "Magic", NULL },
  { CATEGORY, "ptz", "CAMERA" },
  { CATEGORY, "cam-switcher", "SWITCHER" },
  { CATEGORY, "vision-switcher", "SWITCHER" },
  { CATEGORY, "some-new-switcher", "SWITCHER" },
  { CATEGORY, "led-processor", "LED_PROCESSOR" },
  { CATEGORY, "led-tile", "LED_TILE" },
  { CATEGORY, "stream-encoder", "ENCODER" },
  { CATEGORY, "LENS", "LENS" },
  { CATEGORY, "teapot", NULL },
};

static void
test_canonical (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (genlock_vocabulary_canonical (rows[i].vocabulary, rows[i].text), ==,
                       rows[i].canonical);
    }

  g_assert_cmpstr (genlock_vocabulary_category ("teapot"), ==, "OTHER");
  g_assert_cmpstr (genlock_vocabulary_category (NULL), ==, "OTHER");
  g_assert_cmpstr (genlock_vocabulary_category ("ccu"), ==, "CCU");
}

static void
test_hostile (void)
{
  g_autofree char *long_text = g_strnfill (1000000, 'A');
  static const char *const texts[] = {
    "", " ", "-", "()", "\xff\xfe", "\xc3", "|", "\n", "日本語", "HDMI\xc3",
  };

  for (int vocabulary = 0; vocabulary < GENLOCK_N_VOCABULARIES; vocabulary++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_null (genlock_vocabulary_canonical ((GenlockVocabulary) vocabulary, texts[i]));
      g_assert_null (genlock_vocabulary_canonical ((GenlockVocabulary) vocabulary, long_text));
      g_assert_null (genlock_vocabulary_canonical ((GenlockVocabulary) vocabulary, NULL));
    }

  g_assert_null (genlock_vocabulary_canonical ((GenlockVocabulary) 99, "HDMI"));
}

/* A word's own canonical form is the word; no two words share a spelling. */
static void
assert_word (GenlockVocabulary  vocabulary,
             const char        *word,
             const char        *aliases)
{
  g_auto (GStrv) others = g_strsplit (aliases != NULL ? aliases : "", "|", -1);

  g_assert_cmpstr (genlock_vocabulary_canonical (vocabulary, word), ==, word);
  for (int i = 0; others[i] != NULL; i++)
    g_assert_cmpstr (genlock_vocabulary_canonical (vocabulary, others[i]), ==, word);
}

static void
test_tables (void)
{
  gsize n_connectors;
  const GenlockConnector *connectors = genlock_connector_get_all (&n_connectors);

  for (gsize i = 0; i < n_connectors; i++)
    assert_word (CONNECTOR, connectors[i].name, connectors[i].aliases);

  for (int vocabulary = 0; vocabulary < GENLOCK_N_VOCABULARIES; vocabulary++)
    {
      g_autofree const char **offers =
        genlock_vocabulary_get_offers ((GenlockVocabulary) vocabulary);
      gsize n_words;
      const GenlockWord *words =
        genlock_vocabulary_get_words ((GenlockVocabulary) vocabulary, &n_words);

      for (gsize i = 0; i < n_words; i++)
        assert_word ((GenlockVocabulary) vocabulary, words[i].word, words[i].aliases);

      g_assert_cmpint (g_strv_length ((char **) offers), >, 5);
      for (int i = 0; offers[i] != NULL; i++)
        g_assert_cmpstr (genlock_vocabulary_canonical ((GenlockVocabulary) vocabulary, offers[i]),
                         ==, offers[i]);
    }
}

/* What lists offer as rates and rasters reads as formats. */
static void
test_offers_are_formats (void)
{
  g_autofree const char **rates = genlock_vocabulary_get_offers (RATE);
  g_autofree const char **rasters = genlock_vocabulary_get_offers (RASTER);
  GenlockFormat format;

  for (int i = 0; rates[i] != NULL; i++)
    g_assert_true (genlock_rate_parse (rates[i], NULL));
  for (int i = 0; rasters[i] != NULL; i++)
    {
      g_assert_true (genlock_format_parse (rasters[i], &format));
      g_assert_cmpint (format.v_res, >, 0);
    }
}

static void
test_connectors (void)
{
  static const struct { const char *text; GenlockConnectorFamily family; int link; } known[] = {
    { "SDI", GENLOCK_CONNECTOR_FAMILY_SDI, GENLOCK_LINK_UNKNOWN },
    { "12G-SDI", GENLOCK_CONNECTOR_FAMILY_SDI, GENLOCK_LINK_12G_SDI },
    { "HDMI 1.4", GENLOCK_CONNECTOR_FAMILY_HDMI, GENLOCK_LINK_HDMI_1_4 },
    { "HDMI", GENLOCK_CONNECTOR_FAMILY_HDMI, GENLOCK_LINK_UNKNOWN },
    { "DVI Dual Link", GENLOCK_CONNECTOR_FAMILY_DVI, GENLOCK_LINK_DVI_DL },
    { "DisplayPort 1.4", GENLOCK_CONNECTOR_FAMILY_DP, GENLOCK_LINK_DP_1_4 },
    { "DP 2.1", GENLOCK_CONNECTOR_FAMILY_DP, GENLOCK_LINK_UNKNOWN },
    { "Thunderbolt 4", GENLOCK_CONNECTOR_FAMILY_USB_C, GENLOCK_LINK_UNKNOWN },
    { "OPTICON QUAD", GENLOCK_CONNECTOR_FAMILY_FIBRE, GENLOCK_LINK_UNKNOWN },
    { "SMPTE FIBER", GENLOCK_CONNECTOR_FAMILY_SMPTE, GENLOCK_LINK_UNKNOWN },
    { "NDI", GENLOCK_CONNECTOR_FAMILY_IP, GENLOCK_LINK_UNKNOWN },
    { "Reference (BNC)", GENLOCK_CONNECTOR_FAMILY_REF, GENLOCK_LINK_UNKNOWN },
    { "DMX", GENLOCK_CONNECTOR_FAMILY_CONTROL, GENLOCK_LINK_UNKNOWN },
    { "Power", GENLOCK_CONNECTOR_FAMILY_POWER, GENLOCK_LINK_UNKNOWN },
    { "VGA", GENLOCK_CONNECTOR_FAMILY_ANALOG, GENLOCK_LINK_UNKNOWN },
    { "XLR", GENLOCK_CONNECTOR_FAMILY_ANALOG, GENLOCK_LINK_UNKNOWN },
    { "WIRELESS", GENLOCK_CONNECTOR_FAMILY_WIRELESS, GENLOCK_LINK_UNKNOWN },
  };
  gsize n_connectors;
  const GenlockConnector *connectors = genlock_connector_get_all (&n_connectors);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_assert_cmpint (genlock_connector_get_family (known[i].text), ==, known[i].family);
      g_assert_cmpint (genlock_connector_find (known[i].text)->link, ==, known[i].link);
    }

  g_assert_null (genlock_connector_find ("Banana"));
  g_assert_null (genlock_connector_find (NULL));
  g_assert_cmpint (genlock_connector_get_family ("Banana"), ==, GENLOCK_CONNECTOR_FAMILY_UNKNOWN);

  /* A connector with a capacity belongs to the family of its link. */
  for (gsize i = 0; i < n_connectors; i++)
    {
      const GenlockLinkInfo *info = genlock_link_get_info (connectors[i].link);

      if (info != NULL)
        g_assert_cmpint (info->family, ==, connectors[i].family);
    }

  for (int family = 0; family < GENLOCK_N_CONNECTOR_FAMILIES; family++)
    g_assert_nonnull (genlock_connector_family_get_name ((GenlockConnectorFamily) family));
  g_assert_nonnull (genlock_connector_family_get_name ((GenlockConnectorFamily) 99));
}

static void
assert_chain (const char *text,
              const char *expected)
{
  g_auto (GStrv) devices = genlock_vocabulary_split_chain (text);
  g_autofree char *joined = g_strjoinv (" | ", devices);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_chain (void)
{
  g_autofree char *long_chain = g_strnfill (100000, '>');
  g_autofree char *long_word = g_strnfill (100000, 'x');
  g_auto (GStrv) none = genlock_vocabulary_split_chain (long_chain);

  assert_chain (NULL, "");
  assert_chain ("", "");
  assert_chain ("BARREL", "BARREL");
  assert_chain ("HDMI > FIBER", "HDMI > FIBER");
  assert_chain ("hdmi>fibre", "HDMI > FIBER");
  assert_chain ("USB-C > HDMI > SDI > BARREL", "USB-C > HDMI | HDMI > SDI | BARREL");
  assert_chain ("USB-C > HDMI > HDMI > FIBER", "USB-C > HDMI | HDMI > FIBER");
  assert_chain ("BARREL > WIRELESS Tx > Rx", "BARREL | WIRELESS Tx > Rx");
  assert_chain ("SMPTE FIBER > CCU", "SMPTE FIBER > CCU");
  assert_chain ("BIDI > PATCH PANEL", "BIDI | PATCH PANEL");
  assert_chain ("Magic box > hdmi", "Magic box | hdmi");
  assert_chain (" > BARREL > ", "BARREL");
  assert_chain (long_word, long_word);
  g_assert_cmpint (g_strv_length (none), <=, 64);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/canonical", test_canonical);
  g_test_add_func ("/vocabulary/hostile", test_hostile);
  g_test_add_func ("/vocabulary/tables", test_tables);
  g_test_add_func ("/vocabulary/offers-are-formats", test_offers_are_formats);
  g_test_add_func ("/vocabulary/connectors", test_connectors);
  g_test_add_func ("/vocabulary/chain", test_chain);

  return g_test_run ();
}
