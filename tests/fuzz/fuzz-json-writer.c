/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer on the JSON writer: numbers and text read back the same. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "json-properties.h"

/* Each number is one case, so more of them in one input find nothing more. */
#define MAX_BYTES 128

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  g_autofree char *text = NULL;

  length = MIN (length, MAX_BYTES);
  for (size_t i = 0; i + sizeof (double) <= length; i += sizeof (double))
    {
      double value;

      memcpy (&value, data + i, sizeof value);
      json_properties_check_double (value);
      json_properties_check_double (round (value * 1000) / 1000);
    }

  text = g_utf8_make_valid ((const char *) data, (gssize) length);
  json_properties_check_string (text);
  return 0;
}
