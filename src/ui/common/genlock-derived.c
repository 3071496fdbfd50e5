/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list says of its rows that no field of them holds. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-derived.h"

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (GenlockDerived, genlock_derived, G_TYPE_OBJECT)

static void
genlock_derived_default_init (GenlockDerivedInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", GENLOCK_TYPE_DERIVED, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

char *
genlock_derived_print (GenlockDerived *derived,
                       guint number,
                       const GenlockRecord *record)
{
  return GENLOCK_DERIVED_GET_IFACE (derived)->print (derived, number, record);
}

gboolean
genlock_derived_parse (GenlockDerived *derived,
                       guint number,
                       const GenlockRecord *before,
                       const char *text,
                       GenlockRecord *into,
                       GError **error)
{
  GenlockDerivedInterface *iface = GENLOCK_DERIVED_GET_IFACE (derived);

  return iface->parse == NULL || iface->parse (derived, number, before, text, into, error);
}

char **
genlock_derived_list_offers (GenlockDerived *derived,
                             guint number)
{
  GenlockDerivedInterface *iface = GENLOCK_DERIVED_GET_IFACE (derived);

  return iface->list_offers != NULL ? iface->list_offers (derived, number) : NULL;
}

GenlockMark
genlock_derived_get_mark (GenlockDerived *derived,
                          guint number,
                          const GenlockRecord *record)
{
  GenlockDerivedInterface *iface = GENLOCK_DERIVED_GET_IFACE (derived);

  return iface->get_mark != NULL ? iface->get_mark (derived, number, record) : GENLOCK_MARK_NONE;
}

char *
genlock_derived_dup_tip (GenlockDerived *derived,
                         guint number,
                         const GenlockRecord *record)
{
  GenlockDerivedInterface *iface = GENLOCK_DERIVED_GET_IFACE (derived);

  return iface->dup_tip != NULL ? iface->dup_tip (derived, number, record) : NULL;
}

char *
genlock_derived_dup_name (GenlockDerived *derived,
                          const GenlockRecord *record)
{
  return GENLOCK_DERIVED_GET_IFACE (derived)->dup_name (derived, record);
}

GPtrArray *
genlock_derived_list (GenlockDerived *derived)
{
  return GENLOCK_DERIVED_GET_IFACE (derived)->list (derived);
}

gboolean
genlock_derived_passes (GenlockDerived *derived,
                        const GenlockRecord *record,
                        const char * const *words)
{
  return GENLOCK_DERIVED_GET_IFACE (derived)->passes (derived, record, words);
}

GArray *
genlock_derived_count (GenlockDerived *derived,
                       GPtrArray *records)
{
  return GENLOCK_DERIVED_GET_IFACE (derived)->count (derived, records);
}

void
genlock_derived_changed (GenlockDerived *derived)
{
  g_signal_emit (derived, signals[CHANGED], 0);
}
