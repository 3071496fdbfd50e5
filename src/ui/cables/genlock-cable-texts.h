/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of cables says of each: its ends, what it carries, what is wrong with it. */

#pragma once

#include "ui/common/genlock-checked-show.h"
#include "ui/common/genlock-derived.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_CABLE_TEXTS (genlock_cable_texts_get_type ())
G_DECLARE_FINAL_TYPE (GenlockCableTexts, genlock_cable_texts, GENLOCK, CABLE_TEXTS, GObject)

/* (transfer full): the #GenlockDerived of the cables of @show. */
GenlockCableTexts *genlock_cable_texts_new (GenlockCheckedShow *show);

G_END_DECLS
