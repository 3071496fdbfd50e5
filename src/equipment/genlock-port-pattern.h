/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many labels written as one: SDI IN [1-40]. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Labels that one pattern may stand for; also the most ports that a device of the library has. */
#define GENLOCK_PORT_PATTERN_MAX 4096

/**
 * GenlockPortPatternError:
 * @GENLOCK_PORT_PATTERN_ERROR_BRACKET: a bracket is not closed, not opened, or empty
 * @GENLOCK_PORT_PATTERN_ERROR_RANGE: what stands in a bracket is no range and no word
 * @GENLOCK_PORT_PATTERN_ERROR_TOO_MANY: more labels than allowed
 * @GENLOCK_PORT_PATTERN_ERROR_LENGTH: a label would be empty or longer than 200 characters
 *
 * Codes of the domain GENLOCK_PORT_PATTERN_ERROR. Messages are sentences in the user's language:
 * what is wrong and what to write instead.
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

/* The character of the pattern that is wrong, from 0: where an editor puts its mark. */
guint genlock_port_pattern_error_get_place (const GError *error);

/**
 * genlock_port_pattern_expand:
 * @pattern: see below
 * @max: the most labels that are allowed, at most GENLOCK_PORT_PATTERN_MAX
 * @error: GENLOCK_PORT_PATTERN_ERROR, any code
 *
 * Text outside of brackets stands for itself. In brackets stands a list, separated by commas, of
 *
 * - numbers: "[1-40]" (".." works as well); "[01-16]" pads with zeros to the width of the first
 *   number; "[1-40:4]" takes each fourth: 1, 5, 9 …; "[16-1]" counts down
 * - letters of one case: "[A-D]", also with a step
 * - words: "[Y,Pb,Pr]"
 *
 * With several brackets the last one counts fastest: "IN [1-2].[1-4]" is IN 1.1, IN 1.2 … IN 2.4.
 * A backslash takes its meaning from the character after it: "\[", "\]", "\,", "\-", "\\".
 * White space around the pattern and around the items of a list does not count.
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the labels in their order, at
 *   least one
 */
char **genlock_port_pattern_expand (const char *pattern,
                                    guint max,
                                    GError **error);

/**
 * genlock_port_pattern_count:
 * @pattern: see genlock_port_pattern_expand()
 * @max: the most labels that are allowed, at most GENLOCK_PORT_PATTERN_MAX
 * @error: GENLOCK_PORT_PATTERN_ERROR, any code
 *
 * Costs nothing that grows with the number: for an entry that is being typed in.
 *
 * Returns: how many labels @pattern stands for, 0 on error
 */
guint genlock_port_pattern_count (const char *pattern,
                                  guint max,
                                  GError **error);

/**
 * genlock_port_pattern_escape:
 * @label: any text
 *
 * Returns: (transfer full): the pattern that stands for @label alone
 */
char *genlock_port_pattern_escape (const char *label);

/**
 * genlock_port_pattern_propose:
 * @labels: (array length=n_labels): labels in their order
 * @n_labels: how many
 *
 * Returns: (transfer full) (nullable): the shortest pattern that stands for exactly @labels: one
 *   range, two ranges or a list of words; %NULL where there is none
 */
char *genlock_port_pattern_propose (const char * const *labels,
                                    guint n_labels);

G_END_DECLS
