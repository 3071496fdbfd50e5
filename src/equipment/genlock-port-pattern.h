/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of many ports written as one: "SDI IN [1-40]". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ports that one pattern may make; also the most that a device of the library may have. */
#define GENLOCK_PORT_PATTERN_MAX 4096

/**
 * GenlockPortPatternError:
 * @GENLOCK_PORT_PATTERN_ERROR_BRACKET: a bracket is not closed, not opened, or empty
 * @GENLOCK_PORT_PATTERN_ERROR_RANGE: what stands in a bracket is no number, letter or range
 * @GENLOCK_PORT_PATTERN_ERROR_TOO_MANY: more labels than allowed
 * @GENLOCK_PORT_PATTERN_ERROR_LENGTH: a label would be empty or longer than 200 characters
 *
 * Codes of the domain GENLOCK_PORT_PATTERN_ERROR; messages are English.
 */
typedef enum
{
  GENLOCK_PORT_PATTERN_ERROR_BRACKET,
  GENLOCK_PORT_PATTERN_ERROR_RANGE,
  GENLOCK_PORT_PATTERN_ERROR_TOO_MANY,
  GENLOCK_PORT_PATTERN_ERROR_LENGTH,
} GenlockPortPatternError;

#define GENLOCK_PORT_PATTERN_ERROR (genlock_port_pattern_error_quark ())
GQuark genlock_port_pattern_error_quark (void);

/**
 * genlock_port_pattern_count:
 * @pattern: see genlock_port_pattern_expand()
 * @max: the most labels that are allowed, at most GENLOCK_PORT_PATTERN_MAX
 * @error: GENLOCK_PORT_PATTERN_ERROR, any code
 *
 * Returns: how many labels @pattern makes, 0 on error
 */
guint  genlock_port_pattern_count  (const char  *pattern,
                                    guint        max,
                                    GError     **error);

/**
 * genlock_port_pattern_expand:
 * @pattern: text with any number of brackets: "[1-40]", "[01-12]" (keeps the zeros), "[8-1]",
 *   "[A-D]", "[1,3,5-8]"; the last bracket counts fastest; without brackets one label
 * @max: the most labels that are allowed, at most GENLOCK_PORT_PATTERN_MAX
 * @error: GENLOCK_PORT_PATTERN_ERROR, any code
 *
 * Returns: (transfer full) (array zero-terminated=1): the labels, NULL on error
 */
char **genlock_port_pattern_expand (const char  *pattern,
                                    guint        max,
                                    GError     **error);

G_END_DECLS
