/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer on files that are imported: older shows, exports, sheets. */
#include "config.h"

#include "import-properties.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  import_properties_check ((const char *) data, length);
  return 0;
}
