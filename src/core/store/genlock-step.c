/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of undo or redo, in words. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/store/genlock-step.h"

void
genlock_step_clear (GenlockStep *step)
{
  g_free (step->name);
  memset (step, 0, sizeof *step);
}
