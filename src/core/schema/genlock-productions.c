/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A show: who for, where and when. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-productions.h"

static const GenlockField fields[] = {
  [GENLOCK_PRODUCTION_CLIENT] = {
    .name = "client", .json = "client", .label = N_("Client"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200), .width = 20 },
  [GENLOCK_PRODUCTION_SHOW_NAME] = {
    .name = "show_name", .json = "showName", .label = N_("Show"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (1, 200), .width = 30 },
  [GENLOCK_PRODUCTION_VENUE] = {
    .name = "venue", .json = "venue", .label = N_("Venue"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200),
    .width = 20 },
  [GENLOCK_PRODUCTION_ROOM] = {
    .name = "room", .json = "room", .label = N_("Room"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200),
    .width = 16 },
  [GENLOCK_PRODUCTION_LOAD_IN] = {
    .name = "load_in", .json = "loadIn", .label = N_("Load-in"), .type = GENLOCK_DAY,
    .flags = GENLOCK_NULLABLE, .width = 12 },
  [GENLOCK_PRODUCTION_LOAD_OUT] = {
    .name = "load_out", .json = "loadOut", .label = N_("Load-out"), .type = GENLOCK_DAY,
    .flags = GENLOCK_NULLABLE, .width = 12 },
  [GENLOCK_PRODUCTION_SHOW_INFO_URL] = {
    .name = "show_info_url", .json = "showInfoUrl", .label = N_("Show information"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 2000) },
  [GENLOCK_PRODUCTION_STATUS] = {
    .name = "status", .json = "status", .label = N_("Status"), .type = GENLOCK_ENUM,
    .choices = genlock_statuses, .preset = "PLANNING", .width = 12 },
  [GENLOCK_PRODUCTION_LOCKED_BY] = {
    .name = "locked_by", .json = "lockedBy", .label = N_("Locked by"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_PRODUCTION_LOCK_REASON] = {
    .name = "lock_reason", .json = "lockReason", .label = N_("Reason for the lock"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 2000) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_PRODUCTION_N_FIELDS);

static const guint names[] = { GENLOCK_PRODUCTION_SHOW_NAME, GENLOCK_PRODUCTION_CLIENT, 0 };

static gboolean
check (const GenlockValue *values,
       guint *field,
       const char **sentence)
{
  const GenlockValue *load_in = &values[GENLOCK_PRODUCTION_LOAD_IN];
  const GenlockValue *load_out = &values[GENLOCK_PRODUCTION_LOAD_OUT];

  /* Days are canonical text, so their order is that of the bytes. */
  if (genlock_value_has (load_in) && genlock_value_has (load_out)
      && strcmp (load_out->text, load_in->text) < 0)
    {
      *field = GENLOCK_PRODUCTION_LOAD_OUT;
      *sentence = N_("Load-out is before load-in");
      return FALSE;
    }

  return TRUE;
}

const GenlockTable genlock_productions = {
  .name = "productions",
  .label = N_("show"),
  .label_plural = N_("shows"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .name_fields = names,
  .check = check,
};
