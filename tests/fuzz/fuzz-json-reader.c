/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer on the strict JSON reader and the canonical writer. */
#include "config.h"

#include "json-properties.h"

/* What there is to find shows in short texts; the long ones of the corpus are for the tests. */
#define MAX_BYTES 4096

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  json_properties_check ((const char *) data, MIN (length, MAX_BYTES));
  return 0;
}
