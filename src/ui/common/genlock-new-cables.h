/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every cable gets that is laid in the app, wherever that is done. */

#pragma once

#include "core/store/genlock-batch.h"
#include "ui/common/genlock-checked-show.h"

G_BEGIN_DECLS

/* Whether new cables get labels, in the settings of the app. */
#define GENLOCK_LABEL_CABLES_KEY "label-cables"

/**
 * genlock_new_cables_complete:
 * @show: (nullable): the show
 * @batch: what is about to be applied
 *
 * Gives labels to the cables that @batch adds, as genlock_cable_labels_complete(), unless a person
 * has switched that off or the show has not been read.
 */
void genlock_new_cables_complete (GenlockCheckedShow *show,
                                  GenlockBatch *batch);

G_END_DECLS
