/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A show with devices and cables for the tests of equipment. */

#pragma once

#include "equipment/genlock-ports.h"
#include "equipment/genlock-spec-usage.h"
#include "store-fixture.h"

/* Numbers of rows. */
#define SHOW 1
#define SOURCE 2
#define SEND 3
#define DEVICE 4
#define OTHER_DEVICE 5
#define SPEC 10
#define NEW_SPEC 11
#define FIRST_CABLE 100

/* (transfer full): the row with its children. */
GenlockRecord *load_row (StoreFixture *fixture,
                         const GenlockTable *table,
                         guint number);

void add_port (GenlockRecord *spec,
               gboolean output,
               const char *io_type,
               const char *label,
               guint place);

/* The id of the port with this label. */
const char *port_id (GenlockRecord *spec,
                     const char *label);

/* A show with a source, a send and two devices of SPEC, which has to be there. */
void set_up_show (StoreFixture *fixture);

/* A cable from the source to @input of the device, or through it to the send. */
void connect (StoreFixture *fixture,
              guint number,
              guint device,
              const char *input,
              const char *output,
              gboolean ends_there);

/* (transfer full): as a store reads it, with @n_cables cables from FIRST_CABLE on. */
GenlockSpecUsage *read_usage (StoreFixture *fixture,
                              guint n_cables);
