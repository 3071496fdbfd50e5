/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A format chosen by preset, raster, scan, rate and blanking, or written. */

#pragma once

#include <gtk/gtk.h>

#include "core/model/genlock-format.h"

G_BEGIN_DECLS

/**
 * GenlockFormatPopover:
 *
 * Enter in the line of text or Done closes it; Escape closes it with the format as it was.
 */
#define GENLOCK_TYPE_FORMAT_POPOVER (genlock_format_popover_get_type ())
G_DECLARE_FINAL_TYPE (GenlockFormatPopover, genlock_format_popover, GENLOCK, FORMAT_POPOVER,
                      GtkPopover)

/* (transfer floating): a popover that begins with @format. */
GtkWidget *genlock_format_popover_new (const GenlockFormat *format);

/* From now on it begins with @format. */
void genlock_format_popover_set_format (GenlockFormatPopover *popover,
                                        const GenlockFormat *format);

/**
 * genlock_format_popover_get_changed:
 * @popover: a popover that was closed
 * @format: (out): the format that was chosen
 *
 * Returns: whether a format was chosen that differs from the one it began with
 */
gboolean genlock_format_popover_get_changed (GenlockFormatPopover *popover,
                                             GenlockFormat *format);

G_END_DECLS
