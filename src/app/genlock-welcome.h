/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fresh start shows: how to get a first show. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GENLOCK_TYPE_WELCOME (genlock_welcome_get_type ())
G_DECLARE_FINAL_TYPE (GenlockWelcome, genlock_welcome, GENLOCK, WELCOME, GtkWidget)

/* @menu: the main menu. */
GtkWidget *genlock_welcome_new (GMenuModel *menu);

G_END_DECLS
