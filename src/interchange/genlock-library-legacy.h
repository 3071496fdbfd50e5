/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an older list of equipment can be true. */

#pragma once

#include "interchange/genlock-legacy.h"

G_BEGIN_DECLS

/**
 * genlock_library_legacy_check:
 * @self: all files, whose equipment is not read yet
 * @error: %GENLOCK_IMPORT_ERROR_RULES, naming file and place
 *
 * For files that hold equipment only: cards in slots that do not exist, two in one slot, or more
 * ports than a card may have are refused. Where files hold shows, such equipment is mended and
 * reported instead: nobody is to lose a show by a card.
 *
 * Returns: whether it may be imported
 */
gboolean genlock_library_legacy_check (GenlockLegacy *self,
                                       GError **error);

/* The same for the rows that were made of it. */
gboolean genlock_library_legacy_check_rows (GenlockLegacy *self,
                                            GError **error);

G_END_DECLS
