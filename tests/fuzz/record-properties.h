/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for any JSON and any text that is read into a row. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Each ends the process when a property does not hold.
 *
 * What is read from @object into a row of every table is valid, is written as strict JSON, and
 * reads back equal; each of its values also as text. Returns how many tables took it. */
guint record_properties_check      (JsonObject *object);

/* The same for @text typed into every field of every table. Returns how many fields took it. */
guint record_properties_check_text (const char *text);

G_END_DECLS
