/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mutations of JSON values that stay JSON, so that what reads them is reached. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Changes one place of @root, which is an object or array: another value of any type or one taken
 * from elsewhere in it, a member or element taken away, or a member renamed like another. */
void json_mutate (GRand    *rand,
                  JsonNode *root);

G_END_DECLS
