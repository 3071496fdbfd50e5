/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a piece of equipment is still as somebody looked at it. */

#pragma once

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockSpecLook:
 * @GENLOCK_SPEC_LOOK_SAME: it has the ports that it had
 * @GENLOCK_SPEC_LOOK_CHANGED: ports came, went or turned round
 * @GENLOCK_SPEC_LOOK_GONE: it was deleted
 *
 * What a second look at a piece of equipment finds.
 */
typedef enum
{
  GENLOCK_SPEC_LOOK_SAME,
  GENLOCK_SPEC_LOOK_CHANGED,
  GENLOCK_SPEC_LOOK_GONE,
} GenlockSpecLook;

/**
 * genlock_spec_look_again:
 * @store: where it is
 * @spec: (inout): a spec with its children as it was looked at; where its ports are others, it
 *   becomes the spec as it is
 *
 * A map of ports is made from specs that were read before a person looked at it: asked before the
 * map is applied, so that no cable lands on a port that has gone, and none stays behind on one that
 * came. Blocks for a look-up by key.
 *
 * Returns: what was found
 */
GenlockSpecLook genlock_spec_look_again (GenlockStore *store,
                                         GenlockRecord **spec);

G_END_DECLS
