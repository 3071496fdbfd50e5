/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the tests of the JSON reader say what is refused, and where. */
#pragma once

#include "core/model/genlock-json-reader.h"

G_BEGIN_DECLS

/* A text that is refused. */
typedef struct
{
  const char *text;
  GenlockJsonError code;
  gsize line;
  gsize column;
  gsize offset;
  const char *says; /* the sentence contains this */
} Refusal;

/* Checks and parses @text, which need not be terminated. */
void  assert_refused_len (const char              *text,
                          gsize                    length,
                          const GenlockJsonLimits *limits,
                          const Refusal           *refusal);

void  assert_refused     (const Refusal           *refusals,
                          gsize                    n_refusals,
                          const GenlockJsonLimits *limits);

/* (transfer full): @open so many times, then @close. */
char *nest               (guint                    depth,
                          const char              *open,
                          const char              *close);

G_END_DECLS
