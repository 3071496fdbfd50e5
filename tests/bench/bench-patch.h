/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows with many boxes, ports and cables. */

#pragma once

#include "core/store/genlock-store.h"

/**
 * BenchPatch:
 * @n_sources: with two outputs each
 * @n_devices: one of them is a router, where @router is not 0
 * @n_sends: with one input each
 * @n_inputs: of each device
 * @n_outputs: likewise
 * @router: inputs of the router, and as many outputs
 * @n_cables: from the left to the right, most of them to a box near by
 * @n_crosspoints: inside of devices, beside the cables
 * @is_grid: whether the boxes are placed, on a square; else they are laid out
 */
typedef struct
{
  guint n_sources;
  guint n_devices;
  guint n_sends;
  guint n_inputs;
  guint n_outputs;
  guint router;
  guint n_cables;
  guint n_crosspoints;
  gboolean is_grid;
} BenchPatch;

/* How many ports all boxes have. */
guint bench_patch_count_ports (const BenchPatch *patch);

/* (transfer full): makes the show and says its id; @seed gives each a show of its own. */
char *bench_patch_make (const BenchPatch *patch,
                        GenlockStore *store,
                        const char *seed);
