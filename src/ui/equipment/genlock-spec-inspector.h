/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be known of a spec beside its ports: where it is used, where it comes from. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_SPEC_INSPECTOR (genlock_spec_inspector_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSpecInspector, genlock_spec_inspector, GENLOCK, SPEC_INSPECTOR,
                      GtkWidget)

GtkWidget *genlock_spec_inspector_new (GenlockStore *store);

/**
 * genlock_spec_inspector_set_record:
 * @self: the inspector
 * @spec: (nullable): what it is about from now on
 * @shipped: whether @spec is one of the shipped library that is not copied yet
 */
void genlock_spec_inspector_set_record (GenlockSpecInspector *self,
                                        GenlockRecord *spec,
                                        gboolean shipped);

G_END_DECLS
