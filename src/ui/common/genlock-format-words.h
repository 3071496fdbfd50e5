/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a format works out to, in words. */

#pragma once

#include "core/model/genlock-format.h"

G_BEGIN_DECLS

/**
 * genlock_format_describe:
 * @format: a format
 *
 * Returns: (transfer full): aspect, pixel clock, totals, link class and bandwidth on two lines;
 *   what is missing where they cannot be worked out; "" for an empty format
 */
char *genlock_format_describe (const GenlockFormat *format);

G_END_DECLS
