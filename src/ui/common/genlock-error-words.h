/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors in the words of the user's language. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): see genlock_error_describe(); a sentence for people, no markup. */
char *genlock_error_dup_sentence (const GError *error);

G_END_DECLS
