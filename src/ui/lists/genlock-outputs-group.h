/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of the inspector: the outputs of one source, line by line. */

#pragma once

#include <adwaita.h>

#include "ui/lists/genlock-grid.h"

G_BEGIN_DECLS

/**
 * GenlockOutputsGroup:
 *
 * Signals:
 * - "edited" (gpointer update): the #GenlockRecord update is to be stored, after which
 *   genlock_outputs_group_stored() is called
 */
#define GENLOCK_TYPE_OUTPUTS_GROUP (genlock_outputs_group_get_type ())
G_DECLARE_FINAL_TYPE (GenlockOutputsGroup, genlock_outputs_group, GENLOCK, OUTPUTS_GROUP,
                      AdwPreferencesGroup)

/**
 * genlock_outputs_group_set_up:
 * @group: a group
 * @column: the column of the outputs
 * @offers: asked for the words that a connector can be
 * @user_data: for @offers
 *
 * To be called once.
 */
void genlock_outputs_group_set_up (GenlockOutputsGroup *group,
                                   const GenlockColumn *column,
                                   GenlockGridOffers offers,
                                   gpointer user_data);

/* @record: (nullable): the one row as the database has it; %NULL shows no line. */
void genlock_outputs_group_set_record (GenlockOutputsGroup *group,
                                       GenlockRecord *record);

/* Ends an update of "edited"; @row_id says of which row. */
void genlock_outputs_group_stored (GenlockOutputsGroup *group,
                                   const char *row_id,
                                   gboolean ok);

/* (transfer none) (nullable): takes what is being typed; else the line that does not fit. */
GtkWidget *genlock_outputs_group_finish_editing (GenlockOutputsGroup *group);

G_END_DECLS
