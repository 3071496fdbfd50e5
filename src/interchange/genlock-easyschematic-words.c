/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of EasySchematic for signals, sockets and devices, in Genlock's. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "interchange/genlock-easyschematic-private.h"
#include "interchange/genlock-netbox-private.h"

/* A word of theirs and ours. */
typedef struct
{
  const char *theirs;
  const char *ours;
} Pair;

static const Pair categories[] = {
  { "camera", "CAMERA" }, { "ptz-camera", "CAMERA" }, { "camera-ccu", "CCU" },
  { "graphics", "COMPUTER" }, { "computer", "COMPUTER" }, { "media-player", "RECORDER" },
  { "media-server", "MEDIA_SERVER" }, { "screen", "MONITOR" }, { "monitor", "MONITOR" },
  { "tv", "MONITOR" }, { "touch-screen", "MONITOR" }, { "video-scope", "MONITOR" },
  { "projector", "PROJECTOR" }, { "switcher", "SWITCHER" }, { "chromakey", "SWITCHER" },
  { "presentation-system", "SWITCHER" }, { "router", "ROUTER" }, { "patch-panel", "ROUTER" },
  { "converter", "CONVERTER" }, { "scaler", "CONVERTER" }, { "adapter", "CONVERTER" },
  { "frame-sync", "CONVERTER" }, { "multiviewer", "CONVERTER" }, { "capture-card", "CONVERTER" },
  { "da", "CONVERTER" }, { "hdmi-splitter", "CONVERTER" }, { "kvm-extender", "CONVERTER" },
  { "hdbaset-extender", "CONVERTER" }, { "fiber-transmitter", "CONVERTER" },
  { "change-over", "CONVERTER" }, { "wireless-video", "CONVERTER" },
  { "audio-embedder", "CONVERTER" }, { "video-wall-controller", "LED_PROCESSOR" },
  { "led-processor", "LED_PROCESSOR" }, { "led-cabinet", "LED_TILE" }, { "recorder", "RECORDER" },
  { "ndi-encoder", "ENCODER" }, { "ndi-decoder", "ENCODER" }, { "streaming-encoder", "ENCODER" },
  { "av-over-ip", "ENCODER" }, { "codec", "ENCODER" }, { "video-bar", "ENCODER" },
};

/* Sockets that say more than the signal does. */
static const Pair sockets[] = {
  { "dvi", "DVI" }, { "vga", "VGA" }, { "usb-c", "USB-C" }, { "lc", "LC" }, { "sc", "SC" },
  { "opticalcon", "opticalCON" }, { "mpo", "MPO" }, { "sfp", "NETWORK (SFP)" },
  { "qsfp28", "NETWORK (QSFP28)" },
};

static const Pair signals[] = {
  { "sdi", "SDI" }, { "hdmi", "HDMI" }, { "displayport", "DP" }, { "dvi", "DVI" },
  { "vga", "VGA" }, { "hdbaset", "HDBaseT" }, { "ndi", "NDI" }, { "srt", "SRT" },
  { "rtmp", "RTMP" }, { "st2110", "ST 2110" }, { "fiber", "FIBER" }, { "fibre", "FIBER" },
  { "genlock", "BNC REF" }, { "wordclock", "WORD CLOCK" }, { "timecode", "TIMECODE" },
  { "ethernet", "NETWORK (RJ45)" }, { "dante", "DANTE" }, { "usb", "USB" },
  { "thunderbolt", "USB-C" }, { "composite", "COMPOSITE" }, { "component-video", "COMPONENT" },
  { "s-video", "S-VIDEO" }, { "dmx", "DMX" }, { "gpio", "GPI" }, { "contact-closure", "GPI" },
  { "tally", "TALLY" }, { "rs422", "RS-422" }, { "serial", "RS-232" }, { "aes", "AES" },
  { "madi", "MADI" }, { "analog-audio", "AUDIO" }, { "rf", "RF" },
};

static const char *
find (const Pair *pairs,
      gsize n_pairs,
      const char *word)
{
  for (gsize i = 0; word != NULL && i < n_pairs; i++)
    if (g_ascii_strcasecmp (pairs[i].theirs, word) == 0)
      return pairs[i].ours;

  return NULL;
}

const char *
genlock_easyschematic_find_category (const char *device_type)
{
  const char *category = find (categories, G_N_ELEMENTS (categories), device_type);

  return category != NULL ? category : "OTHER";
}

/* 3G and 12G both come as "sdi"; labels often say which. */
static const char *
find_rate (const char *label)
{
  static const Pair rates[] = {
    { "24G", "24G-SDI" }, { "12G", "12G-SDI" }, { "6G", "6G-SDI" }, { "3G", "3G-SDI" },
  };
  g_autoptr (GPtrArray) words = genlock_netbox_split (label);

  for (guint i = 0; i < words->len; i++)
    {
      const char *rate = find (rates, G_N_ELEMENTS (rates), words->pdata[i]);

      if (rate != NULL)
        return rate;
    }

  return "SDI";
}

const char *
genlock_easyschematic_find_connector (const char *signal,
                                      const char *connector,
                                      const char *label)
{
  const char *socket = find (sockets, G_N_ELEMENTS (sockets), connector);
  const char *known = find (signals, G_N_ELEMENTS (signals), signal);

  if (g_ascii_strncasecmp (signal, "power", 5) == 0)
    return NULL;
  if (socket != NULL)
    return socket;
  if (known != NULL && strcmp (known, "SDI") == 0)
    return find_rate (label);
  if (known != NULL && strcmp (known, "AUDIO") == 0 && connector != NULL
      && g_ascii_strncasecmp (connector, "xlr", 3) == 0)
    return "XLR";

  return known != NULL ? known : signal;
}
