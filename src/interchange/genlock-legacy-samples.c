/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that VideoDept's first start makes by itself, by id and name, to be skipped. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-legacy-show.h"

static const struct
{
  const GenlockTable *table;
  const char *id;
  const char *name;
} samples[] = {
  { &genlock_productions, "prod-001", "Annual Conference 2024" },
  { &genlock_sources, "SRC 1", "WIDE A" },
  { &genlock_sources, "SRC 2", "WIDE B" },
  { &genlock_sources, "SRC 3", "GFX A" },
  { &genlock_sources, "SRC 4", "GFX B" },
  { &genlock_sources, "SRC 5", "NOTES A" },
  { &genlock_sources, "SRC 6", "NOTES B" },
  { &genlock_sources, "SRC 8", "WORDLY A" },
  { &genlock_sources, "SRC 9", "WORDLY B" },
  { &genlock_sources, "SRC 11", "DEMO 01" },
  { &genlock_sources, "SRC 12", "DEMO 02" },
  { &genlock_sources, "SRC 13", "DEMO 03" },
  { &genlock_sources, "SRC 14", "DEMO 04" },
  { &genlock_sources, "SRC 16", "TIMER" },
  { &genlock_sources, "SRC 18", "CAM 1" },
  { &genlock_sources, "SRC 19", "CAM 2" },
  { &genlock_sources, "SRC 20", "CAM 3" },
  { &genlock_sources, "SRC 21", "CAM 4" },
  { &genlock_sources, "SRC 22", "CAM 5" },
  { &genlock_sources, "SRC 23", "CAM 6" },
  { &genlock_sources, "SRC 24", "ROBO 1" },
  { &genlock_sources, "SRC 25", "ROBO 2" },
  { &genlock_sends, "DST 1", "SCREEN 1A" },
  { &genlock_sends, "DST 2", "SCREEN 2A" },
  { &genlock_sends, "DST 3", "SCREEN 3A" },
  { &genlock_sends, "DST 4", "SCREEN 4A" },
  { &genlock_sends, "DST 5", "SCREEN 5A" },
  { &genlock_sends, "DST 6", "SCREEN 6A" },
  { &genlock_sends, "DST 7", "SCREEN 1B" },
  { &genlock_sends, "DST 8", "SCREEN 2B" },
  { &genlock_sends, "DST 9", "SCREEN 3B" },
  { &genlock_sends, "DST 10", "SCREEN 4B" },
  { &genlock_sends, "DST 11", "SCREEN 5B" },
  { &genlock_sends, "DST 12", "SCREEN 6B" },
  { &genlock_sends, "DST 14", "GFX FEED" },
  { &genlock_sends, "DST 15", "NOTES FEED" },
  { &genlock_sends, "DST 16", "VT FEED" },
  { &genlock_sends, "DST 18", "MVR QUAD" },
  { &genlock_sends, "DST 19", "OP MON 1" },
  { &genlock_sends, "DST 20", "GFX MON 1" },
  { &genlock_sends, "DST 21", "A2 MON" },
  { &genlock_sends, "DST 22", "PA MON" },
  { &genlock_sends, "DST 23", "BSM MON 1" },
  { &genlock_devices, "e2-0", "E2 ID.0" },
  { &genlock_addresses, "ip-1", "WIRELESS ROUTER" },
  { &genlock_addresses, "ip-2", "LED CONTROL" },
  { &genlock_addresses, "ip-7", "PTZ CONTROLLER 1" },
  { &genlock_addresses, "ip-8", "PTZ CONTROLLER 2" },
  { &genlock_addresses, "ip-9", "PTZ CONTROLLER 3" },
  { &genlock_addresses, "ip-11", "PTZ 1" },
  { &genlock_addresses, "ip-12", "PTZ 2" },
  { &genlock_addresses, "ip-13", "PTZ 3" },
  { &genlock_addresses, "ip-14", "PTZ 4" },
  { &genlock_addresses, "ip-15", "PTZ 5" },
  { &genlock_addresses, "ip-16", "PTZ 6" },
  { &genlock_addresses, "ip-17", "PTZ 7" },
  { &genlock_addresses, "ip-18", "PTZ 8" },
  { &genlock_addresses, "ip-19", "PTZ 9" },
  { &genlock_addresses, "ip-21", "CCU1" },
  { &genlock_addresses, "ip-22", "CCU2" },
  { &genlock_addresses, "ip-23", "CCU3" },
  { &genlock_addresses, "ip-24", "CCU4" },
};

gboolean
genlock_legacy_is_sample (const GenlockTable *table,
                          const char *id,
                          const char *name)
{
  for (guint i = 0; id != NULL && name != NULL && i < G_N_ELEMENTS (samples); i++)
    {
      if (samples[i].table == table && strcmp (samples[i].id, id) == 0
          && strcmp (samples[i].name, name) == 0)
        return TRUE;
    }

  return FALSE;
}
