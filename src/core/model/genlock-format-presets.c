/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats and rasters that are offered: what shows use most. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/model/genlock-format.h"

#define P GENLOCK_SCAN_P
#define I GENLOCK_SCAN_I
#define PSF GENLOCK_SCAN_PSF
#define SMPTE GENLOCK_BLANKING_UNSET
#define RB_V1 GENLOCK_BLANKING_RB_V1
#define RB_V2 GENLOCK_BLANKING_RB_V2

static const GenlockFormat broadcast_formats[] = {
  { 1920, 1080, 59.94, P, SMPTE },
  { 1920, 1080, 59.94, I, SMPTE },
  { 1920, 1080, 60, P, SMPTE },
  { 1920, 1080, 50, P, SMPTE },
  { 1920, 1080, 50, I, SMPTE },
  { 1920, 1080, 29.97, P, SMPTE },
  { 1920, 1080, 25, P, SMPTE },
  { 1920, 1080, 23.98, P, SMPTE },
  { 1920, 1080, 23.98, PSF, SMPTE },
  { 1280, 720, 59.94, P, SMPTE },
  { 1280, 720, 50, P, SMPTE },
  { 3840, 2160, 59.94, P, SMPTE },
  { 3840, 2160, 60, P, SMPTE },
  { 3840, 2160, 50, P, SMPTE },
  { 3840, 2160, 29.97, P, SMPTE },
  { 3840, 2160, 25, P, SMPTE },
  { 3840, 2160, 23.98, P, SMPTE },
  { 2048, 1080, 23.98, P, SMPTE },
  { 4096, 2160, 59.94, P, SMPTE },
  { 4096, 2160, 23.98, P, SMPTE },
  { 7680, 4320, 59.94, P, SMPTE },
  { 720, 486, 59.94, I, SMPTE },
  { 720, 576, 50, I, SMPTE },
};

static const GenlockFormat computer_formats[] = {
  { 1920, 1200, 59.94, P, RB_V1 },
  { 1920, 1200, 60, P, RB_V1 },
  { 1920, 1200, 59.94, P, RB_V2 },
  { 1920, 1080, 59.94, P, RB_V1 },
  { 1920, 1080, 59.94, P, RB_V2 },
  { 2560, 1440, 59.94, P, RB_V1 },
  { 2560, 1600, 59.94, P, RB_V1 },
  { 3440, 1440, 59.94, P, RB_V1 },
  { 3840, 2160, 59.94, P, RB_V1 },
  { 3840, 2160, 59.94, P, RB_V2 },
  { 4096, 2160, 59.94, P, RB_V1 },
  { 1024, 768, 60, P, RB_V1 },
  { 1280, 800, 60, P, RB_V1 },
  { 1280, 1024, 60, P, RB_V1 },
  { 1400, 1050, 60, P, RB_V1 },
  { 1600, 1200, 60, P, RB_V1 },
};

static const GenlockFormat wall_formats[] = {
  { 3840, 1080, 59.94, P, RB_V1 },
  { 3840, 1200, 59.94, P, RB_V1 },
  { 3240, 1080, 59.94, P, RB_V1 },
  { 3264, 1920, 59.94, P, RB_V1 },
  { 5760, 1080, 59.94, P, RB_V1 },
  { 7680, 1080, 59.94, P, RB_V1 },
  { 7680, 1152, 59.94, P, RB_V1 },
  { 8192, 1080, 59.94, P, RB_V1 },
  { 7680, 2160, 59.94, P, RB_V1 },
  { 1080, 1920, 59.94, P, RB_V1 },
  { 2160, 3840, 59.94, P, RB_V1 },
  { 1920, 1920, 59.94, P, RB_V1 },
};

static const GenlockFormatGroup groups[] = {
  { N_("Broadcast"), broadcast_formats, G_N_ELEMENTS (broadcast_formats) },
  { N_("Computer"), computer_formats, G_N_ELEMENTS (computer_formats) },
  { N_("Walls"), wall_formats, G_N_ELEMENTS (wall_formats) },
};

static const GenlockRaster rasters[] = {
  { 640, 480, "VGA" },
  { 720, 480, NULL },
  { 720, 486, "NTSC" },
  { 720, 576, "PAL" },
  { 800, 600, "SVGA" },
  { 1024, 768, "XGA" },
  { 1080, 1920, NULL },
  { 1280, 720, NULL },
  { 1280, 800, NULL },
  { 1280, 1024, "SXGA" },
  { 1366, 768, NULL },
  { 1400, 1050, "SXGA+" },
  { 1440, 900, "WXGA+" },
  { 1600, 900, "HD+" },
  { 1600, 1200, "UXGA" },
  { 1680, 1050, "WSXGA+" },
  { 1920, 1080, "Full HD" },
  { 1920, 1200, "WUXGA" },
  { 1920, 1920, NULL },
  { 2048, 1080, "DCI 2K" },
  { 2048, 1536, "QXGA" },
  { 2160, 3840, NULL },
  { 2560, 1080, NULL },
  { 2560, 1440, "WQHD" },
  { 2560, 1600, "WQXGA" },
  { 3240, 1080, NULL },
  { 3264, 1920, NULL },
  { 3440, 1440, "UWQHD" },
  { 3840, 1080, NULL },
  { 3840, 1200, NULL },
  { 3840, 1600, NULL },
  { 3840, 2160, "UHD" },
  { 4096, 2160, "DCI 4K" },
  { 5120, 1440, NULL },
  { 5120, 2880, NULL },
  { 5760, 1080, NULL },
  { 5760, 1200, NULL },
  { 7680, 1080, NULL },
  { 7680, 1152, NULL },
  { 7680, 2160, NULL },
  { 7680, 4320, "UHD 8K" },
  { 8192, 1080, NULL },
  { 8192, 4320, "DCI 8K" },
};

const GenlockFormatGroup *
genlock_format_get_presets (gsize *n_groups)
{
  *n_groups = G_N_ELEMENTS (groups);

  return groups;
}

const GenlockRaster *
genlock_format_get_rasters (gsize *n_rasters)
{
  *n_rasters = G_N_ELEMENTS (rasters);

  return rasters;
}

const char *
genlock_format_get_raster_name (int h_res,
                                int v_res)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rasters); i++)
    {
      if (rasters[i].h_res == h_res && rasters[i].v_res == v_res)
        return rasters[i].name;
    }

  return NULL;
}
