/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed commands as lines of quick find. */

#pragma once

#include "core/store/genlock-batch.h"
#include "ui/common/genlock-checked-show.h"
#include "ui/find/genlock-find-item.h"

G_BEGIN_DECLS

/**
 * GenlockFindCommand:
 *
 * What is typed, understood in a show.
 */
typedef struct _GenlockFindCommand GenlockFindCommand;

/* @show: (nullable): the show that is open */
GenlockFindCommand *genlock_find_command_new (GenlockCheckedShow *show);
void genlock_find_command_free (GenlockFindCommand *command);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockFindCommand, genlock_find_command_free)

/* The show has changed: what was understood is no longer good. */
void genlock_find_command_forget (GenlockFindCommand *command);

/**
 * genlock_find_command_understand:
 * @command: a command
 * @text: what is typed
 * @items: (element-type GenlockFindItem): takes the lines
 *
 * Returns: whether @text is a command; %FALSE leaves @items as it is
 */
gboolean genlock_find_command_understand (GenlockFindCommand *command,
                                          const char *text,
                                          GPtrArray *items);

/**
 * genlock_find_command_build:
 * @command: a command that was understood, and not forgotten since
 * @item: one of its lines that connects or disconnects
 * @text: (out) (transfer full): what will have been done: "SRC 3 to E2 · IN 1"
 *
 * Returns: (transfer full) (nullable): the batch, one step of undo
 */
GenlockBatch *genlock_find_command_build (GenlockFindCommand *command,
                                          GenlockFindItem *item,
                                          char **text);

G_END_DECLS
