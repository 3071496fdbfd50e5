/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists behind the vocabularies. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include "core/model/genlock-vocabulary.h"

/* Laptops and desktops by system and use; capitals are the oldest lists. */
static const GenlockWord source_types[] = {
  { "Laptop", "LAPTOP|Notebook", TRUE },
  { "Laptop - PC MISC", NULL, TRUE },
  { "Laptop - PC GFX", NULL, TRUE },
  { "Laptop - PC WIDE", NULL, TRUE },
  { "Laptop - MAC MISC", NULL, TRUE },
  { "Laptop - MAC GFX", NULL, TRUE },
  { "Desktop", "Workstation", TRUE },
  { "Desktop - PC MISC", NULL, TRUE },
  { "Desktop - PC GFX", NULL, TRUE },
  { "Desktop - PC SERVER", NULL, TRUE },
  { "Desktop - MAC MISC", NULL, TRUE },
  { "Desktop - MAC GFX", NULL, TRUE },
  { "Desktop - MAC SERVER", NULL, TRUE },
  { "Camera", "CAM", TRUE },
  { "PTZ", "PTZ Camera", TRUE },
  { "Robo", "Robotic Camera|Robotic", TRUE },
  { "CCU", NULL, TRUE },
  { "Media Server", "MEDIA_SERVER", TRUE },
  { "Server", NULL, TRUE },
  { "Playback", "PLAYBACK|VTR", TRUE },
  { "Graphics", "GRAPHICS|GFX|CG", TRUE },
  { "Other", NULL, TRUE },
};

/* What a picture is sent to. */
static const GenlockWord send_types[] = {
  { "VIDEO SWITCH", "VIDEO SWITCHER|SCREEN SWITCH|SCREEN SWITCHER|VISION SWITCHER", TRUE },
  { "CAM SWITCH", "CAM SWITCHER|CAMERA SWITCH|CAMERA SWITCHER", TRUE },
  { "ROUTER", "MATRIX", TRUE },
  { "LED PROCESSOR", "LED PROC", TRUE },
  { "PROJECTOR", "PROJ|PJ", TRUE },
  { "SCREEN", NULL, TRUE },
  { "MONITOR", "MON|DSM", TRUE },
  { "RECORD", "REC|RECORDER", TRUE },
  { "STREAM", "STR|STREAMING|STREAM ENCODER", TRUE },
  { "NDI", NULL, TRUE },
  { "OTHER", NULL, TRUE },
};

/* Hertz: fields a second when interlaced. */
static const GenlockWord rates[] = {
  { "59.94", "5994", TRUE },
  { "60", "60.00", TRUE },
  { "50", "50.00", TRUE },
  { "29.97", "2997", TRUE },
  { "30", "30.00", TRUE },
  { "25", "25.00", TRUE },
  { "23.98", "23.976|2398|23976", TRUE },
  { "24", "24.00", TRUE },
  { "47.95", "47.952", FALSE },
  { "48", "48.00", FALSE },
  { "119.88", "11988", TRUE },
  { "120", "120.00", TRUE },
  { "100", NULL, FALSE },
};

/* Names of scans ("1080i") stand for their raster; SD names two and stays a word. */
static const GenlockWord rasters[] = {
  { "1280×720", "720p|HD 720", TRUE },
  { "1920×1080", "1080i|1080p|Full HD|FHD", TRUE },
  { "1920×1200", "WUXGA", TRUE },
  { "2048×1080", "2K|DCI 2K|2K DCI", FALSE },
  { "2560×1440", "WQHD|QHD|1440p", FALSE },
  { "2560×1600", "WQXGA", FALSE },
  { "3240×1080", NULL, TRUE },
  { "3840×1080", NULL, TRUE },
  { "3840×2160", "4K|UHD|2160p|4K UHD|UHD 4K", TRUE },
  { "4096×2160", "DCI 4K|4K DCI", TRUE },
  { "7680×1080", NULL, TRUE },
  { "7680×4320", "8K|UHD 8K|8K UHD|4320p", FALSE },
  { "8192×1080", NULL, TRUE },
  { "SD", NULL, FALSE },
};

/* What stands between a source or send and its line. */
static const GenlockWord secondary_devices[] = {
  { "BARREL", "BNC BARREL", TRUE },
  { "BIDI", "BI-DIRECTIONAL", TRUE },
  { "DECIMATOR", NULL, TRUE },
  { "USB-C > DP", NULL, TRUE },
  { "USB-C > HDMI", NULL, TRUE },
  { "DP > HDMI", "DISPLAYPORT > HDMI", TRUE },
  { "HDMI > FIBER", NULL, TRUE },
  { "HDMI > SDI", NULL, TRUE },
  { "SDI > FIBER", NULL, TRUE },
  { "SDI > HDMI", NULL, TRUE },
  { "FIBER > HDMI", NULL, FALSE },
  { "FIBER > SDI", NULL, FALSE },
  { "SMPTE FIBER > CCU", NULL, TRUE },
  { "WIRELESS Tx > Rx", "WIRELESS", TRUE },
  { "PATCH PANEL", NULL, TRUE },
  { "LED PROCESSOR", NULL, TRUE },
  { "CCU", NULL, TRUE },
};

/* The schema's words; the rest are categories of older lists and files. */
static const GenlockWord categories[] = {
  { "CAMERA", "ptz|cam|camcorder", TRUE },
  { "CCU", "rcp|camera control unit", TRUE },
  { "SWITCHER", "switch|vision switch|video switch|cam switch|mixer", TRUE },
  { "ROUTER", "matrix|matrix router", TRUE },
  { "LED_PROCESSOR", "led proc", TRUE },
  { "LED_TILE", "led panel|led module", TRUE },
  { "PROJECTOR", NULL, TRUE },
  { "RECORDER", "record", TRUE },
  { "MONITOR", "display", TRUE },
  { "CONVERTER", "scaler", TRUE },
  { "MEDIA_SERVER", "server", TRUE },
  { "COMPUTER", "laptop|desktop|pc|mac", TRUE },
  { "ENCODER", "stream encoder|streaming encoder", TRUE },
  { "LENS", NULL, TRUE },
  { "OTHER", "misc", TRUE },
};

const GenlockWord *
genlock_vocabulary_get_words (GenlockVocabulary  vocabulary,
                              gsize             *n_words)
{
  switch (vocabulary)
    {
    case GENLOCK_VOCABULARY_SOURCE_TYPE:
      *n_words = G_N_ELEMENTS (source_types);
      return source_types;

    case GENLOCK_VOCABULARY_SEND_TYPE:
      *n_words = G_N_ELEMENTS (send_types);
      return send_types;

    case GENLOCK_VOCABULARY_RATE:
      *n_words = G_N_ELEMENTS (rates);
      return rates;

    case GENLOCK_VOCABULARY_RASTER:
      *n_words = G_N_ELEMENTS (rasters);
      return rasters;

    case GENLOCK_VOCABULARY_SECONDARY_DEVICE:
      *n_words = G_N_ELEMENTS (secondary_devices);
      return secondary_devices;

    case GENLOCK_VOCABULARY_CATEGORY:
      *n_words = G_N_ELEMENTS (categories);
      return categories;

    case GENLOCK_VOCABULARY_CONNECTOR:
      break;
    }

  *n_words = 0;

  return NULL;
}
