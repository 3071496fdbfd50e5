/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of the patch: an entry that steps through what it finds. */

#pragma once

#include "ui/patch/genlock-canvas.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_PATCH_SEARCH (genlock_patch_search_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPatchSearch, genlock_patch_search, GENLOCK, PATCH_SEARCH, GtkWidget)

/* What is searched, once. */
void genlock_patch_search_set_canvas (GenlockPatchSearch *self,
                                      GenlockCanvas *canvas);

/* Comes up with the focus in it. */
void genlock_patch_search_start (GenlockPatchSearch *self);

G_END_DECLS
