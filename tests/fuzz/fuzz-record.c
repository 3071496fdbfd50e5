/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer on rows: from JSON, and from text that is typed. */
#include "config.h"

#include <string.h>

#include "core/model/genlock-json-reader.h"
#include "record-properties.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  g_autoptr (JsonNode) node = genlock_json_parse ((const char *) data, length, NULL, NULL);
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) length);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    record_properties_check (json_node_get_object (node));
  else
    record_properties_check_text (text);
  return 0;
}
