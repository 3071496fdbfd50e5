/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer on YAML from strangers: the reader, and the device types in it. */
#include "config.h"

#include "yaml-properties.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  yaml_properties_check ((const char *) data, length);
  return 0;
}
