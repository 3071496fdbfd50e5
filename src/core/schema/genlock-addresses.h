/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network address of a show. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_ADDRESS_PRODUCTION_ID = GENLOCK_N_META,
  GENLOCK_ADDRESS_DEVICE_ID,
  GENLOCK_ADDRESS_PORT,
  GENLOCK_ADDRESS_HOSTNAME,
  GENLOCK_ADDRESS_IP,
  GENLOCK_ADDRESS_MASK,
  GENLOCK_ADDRESS_GATEWAY,
  GENLOCK_ADDRESS_VLAN,
  GENLOCK_ADDRESS_NOTE,
  GENLOCK_ADDRESS_N_FIELDS,
};

extern const GenlockTable genlock_addresses;

G_END_DECLS
