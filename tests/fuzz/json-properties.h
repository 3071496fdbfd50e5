/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for anything that is given to the JSON code. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each ends the process when a property does not hold.
 *
 * Bytes: checking and parsing say the same; Jansson says the same, but for integers beyond ±2^53
 * and for its way of counting depth; both read the same value; its canonical text is one; an
 * error has its place inside the text. Returns whether @data is JSON. */
gboolean json_properties_check        (const char *data,
                                       gsize       length);

/* What is written reads back the same, here and in Jansson. @value may be no number. */
void     json_properties_check_double (double      value);
void     json_properties_check_string (const char *text);

G_END_DECLS
