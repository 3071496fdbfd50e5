/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors in the words of the user's language. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/store/genlock-error-words.h"
#include "ui/common/genlock-error-words.h"

static const char *
translate (const char *message)
{
  return _(message);
}

char *
genlock_error_dup_sentence (const GError *error)
{
  return genlock_error_describe (error, translate);
}
