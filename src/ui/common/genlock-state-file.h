/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person left something, kept from one start of the program to the next. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GenlockStateFile:
 * @name: of the file in the user's folder for state: "lists.ini"
 *
 * One static one for each file, with all but @name zero.
 */
typedef struct
{
  const char *name;
  /*< private >*/
  GKeyFile *keys;
  gboolean is_writing;
  gboolean is_changed; /* since then */
} GenlockStateFile;

/**
 * genlock_state_file_get_keys:
 * @self: a file
 *
 * Returns: (transfer none): what is in it, read the first time. A group that is made anew stands
 *   last: the first ones are the longest unused.
 */
GKeyFile *genlock_state_file_get_keys (GenlockStateFile *self);

/* Written soon. Never fails: what cannot be written is not remembered, nor are groups that were not
 * used for 400 others. */
void genlock_state_file_save (GenlockStateFile *self);

G_END_DECLS
