/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What printing and parsing of formats share. */

#pragma once

#include "core/model/genlock-format.h"

G_BEGIN_DECLS

/* "1080p" and its like: the number before the scan's letter, and the raster that it means. */
typedef struct
{
  int lines;
  GenlockScan scan;
  int h_res;
  int v_res;
} GenlockShortName;

/* The row for a number of lines, NULL when there is none; an unknown scan takes the first. */
const GenlockShortName *genlock_short_name_find_lines (int              lines,
                                                       GenlockScan      scan);

/* Whether the blanking is one of CVT's reduced ones. */
gboolean                genlock_blanking_is_reduced   (GenlockBlanking  blanking);

G_END_DECLS
