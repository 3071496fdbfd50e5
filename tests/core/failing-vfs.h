/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file system for SQLite on which the n-th write, sync or truncation fails. */

#pragma once

#include <glib.h>

/* Becomes what SQLite opens files with from now on; once per process. */
void failing_vfs_install (void);

/**
 * failing_vfs_arm:
 * @n_calls: how many calls still work; the one after them fails, and all that follow
 * @code: with which SQLite code
 */
void failing_vfs_arm (guint n_calls,
                      int code);

/* Everything works again. Returns whether anything has failed since it was armed. */
gboolean failing_vfs_disarm (void);
