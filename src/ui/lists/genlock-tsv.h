/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of cells as tab-separated text, as spreadsheets put them on the clipboard. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * genlock_tsv_parse:
 * @text: UTF-8; lines end with LF or CR LF, the last one may end without
 *
 * A cell that begins with a quotation mark and has its match before the next tab or line break
 * is taken out of its quotes, in which marks are doubled: it may hold tabs and line breaks.
 * Any other mark is itself: 65" screen.
 *
 * Returns: (transfer full) (element-type GStrv): the cells of each line, as many in every line
 *   as in the longest; empty where @text is
 */
GPtrArray *genlock_tsv_parse (const char *text);

/**
 * genlock_tsv_append:
 * @tsv: a text under way
 * @cell: what the next cell says
 * @first: whether it begins a line
 *
 * Appends a tab or a line break where one is due, then @cell, in quotes where it needs them.
 */
void genlock_tsv_append (GString *tsv,
                         const char *cell,
                         gboolean first);

G_END_DECLS
