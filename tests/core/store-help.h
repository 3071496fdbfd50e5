/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of stores and lists share: rows, and waiting for what has to come. */

#pragma once

#include "core/store/genlock-store.h"
#include "temp-dir.h"

GenlockStore *store_help_open (const char *path,
                               GenlockStoreMode mode);

/* Iterates the main context until @done says so; fails after 20 s. */
void store_help_wait (gboolean (*done) (gpointer data),
                      gpointer data);

/* Applies and lets go of @batch. */
void store_help_apply (GenlockStore *store,
                       GenlockBatch *batch);

/* (transfer full): a new show. */
GenlockRecord *store_help_show (const char *name);

/* (transfer full): a source of the show, with an output where @connector is not %NULL. */
GenlockRecord *store_help_source (const char *show_id,
                                  const char *label,
                                  const char *name,
                                  const char *connector);

/* Adds a show with @n sources "SRC 1" …; (transfer full): its id. */
char *store_help_add_show (GenlockStore *store,
                           guint n);
