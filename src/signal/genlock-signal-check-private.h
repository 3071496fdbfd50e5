/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the rules share. */

#pragma once

#include "core/model/genlock-format.h"
#include "signal/genlock-signal-private.h"
#include "signal/genlock-signal-rules.h"

G_BEGIN_DECLS

/* What a row says of an ability: nothing, that it has it, or that it has not. */
typedef enum
{
  GENLOCK_ABILITY_UNKNOWN,
  GENLOCK_ABILITY_NO,
  GENLOCK_ABILITY_YES,
} GenlockAbility;

/* What equipment can do, from its details ("scaler": true) and its list of formats. */
typedef struct
{
  GenlockRecord *spec; /* owned */
  GenlockAbility scaler;
  GenlockAbility frame_sync;
  GenlockAbility deinterlacer;
  GenlockAbility genlocked;
  GArray *formats;     /* owned (element-type GenlockFormat): those that are understood */
} GenlockSignalAbilities;

/* Ways to lay a picture out on SDI that have to be the same at both ends. */
typedef enum
{
  GENLOCK_LAYOUT_LEVEL,    /* of 3G: "Level A", "Level B" */
  GENLOCK_LAYOUT_DIVISION, /* of 4K over several links: "2SI", "SQD" */
} GenlockLayoutKind;

#define GENLOCK_N_LAYOUTS (GENLOCK_LAYOUT_DIVISION + 1)

/* What a port carries. */
typedef struct
{
  GenlockFormat format;
  const GenlockSignalPort *origin; /* nullable: where the picture comes from */
  const GenlockSignalPort *timing; /* nullable: whose row says its rate: a source's, a device's */
  const GenlockSignalPort *loop;   /* nullable: the signal goes round here: one port of the ring,
                                    * the same for all of it, to be compared only */
  const char *layouts[GENLOCK_N_LAYOUTS]; /* nullable each */
  guint is_synced : 1;             /* behind a frame synchroniser */
  guint is_protected : 1;          /* HDCP, as players and laptops have it */
} GenlockSignalState;

struct _GenlockSignalCheck
{
  GenlockSignalGraph *graph;   /* unowned */
  GenlockLibrary *library;     /* nullable */
  GPtrArray *converters;       /* nullable (element-type GenlockRecord): expanded when asked for */
  GHashTable *states;          /* port -> owned GenlockSignalState */
  GHashTable *found;           /* port or node -> owned GPtrArray of owned GenlockSignalProblem */
  GPtrArray *general;          /* (element-type GenlockSignalProblem): of the show as a whole */
  GHashTable *abilities;       /* id of a spec -> owned GenlockSignalAbilities */
  GHashTable *dismissals;      /* id -> owned GenlockRecord */
  GHashTable *addresses;       /* id -> owned GenlockRecord */
  GHashTable *places;          /* id -> owned GenlockRecord: those that nobody can show */
};

/* (transfer none): what @port carries; nothing known where nobody has looked. */
const GenlockSignalState *genlock_signal_check_get_state (GenlockSignalCheck *check,
                                                          const GenlockSignalPort *port);

/* (transfer none): of a node without equipment nothing is known. */
const GenlockSignalAbilities *genlock_signal_check_get_abilities (GenlockSignalCheck *check,
                                                                  const GenlockSignalNode *node);
void genlock_signal_abilities_free (GenlockSignalAbilities *abilities);

/* Works out what the ports of @stale carry (port -> anything). */
void genlock_signal_carry (GenlockSignalCheck *check,
                           GHashTable *stale);

/* Puts the ports of @among (port -> anything) that a signal comes back to into @loops: port -> a
 * port that stands for all on the same ring. */
void genlock_signal_find_loops (GHashTable *among,
                                GHashTable *loops);

/* (nullable): the format that the input of a link expects, where it says one. */
gboolean genlock_signal_get_expected (const GenlockSignalPort *port,
                                      GenlockFormat *format);

/* (nullable) (transfer none): the layout of this kind that free text names. */
const char *genlock_signal_find_layout (const char *text,
                                        GenlockLayoutKind kind);

/* Facts: names and texts, of which the canonical JSON is made. Texts may be NULL. */
typedef struct
{
  const char *key;
  const char *text;
} GenlockSignalFact;

#define GENLOCK_SIGNAL_N_FACTS 6

/* @found: where it is added. @facts: by key; the first without a key ends them. @sentence:
 * (transfer full). */
GenlockSignalProblem *genlock_signal_problem_add (GPtrArray *found,
                                                  GenlockRuleId rule,
                                                  GenlockSeverity severity,
                                                  const GenlockRecord *record,
                                                  const GenlockSignalFact *facts,
                                                  char *sentence);
void genlock_signal_problem_free (GenlockSignalProblem *problem);

/* The same of a link. */
GenlockSignalProblem *genlock_signal_problem_add_link (GPtrArray *found,
                                                       GenlockRuleId rule,
                                                       GenlockSeverity severity,
                                                       const GenlockSignalLink *link,
                                                       const char *format,
                                                       const char *other,
                                                       char *sentence);

/* The rules, by what they look at. */
void genlock_signal_rules_check_link (GenlockSignalCheck *check,
                                      const GenlockSignalLink *link,
                                      GPtrArray *found);
void genlock_signal_rules_check_bandwidth (GenlockSignalCheck *check,
                                           const GenlockSignalLink *link,
                                           GPtrArray *found);
void genlock_signal_rules_check_format (GenlockSignalCheck *check,
                                        const GenlockSignalLink *link,
                                        GPtrArray *found);
void genlock_signal_rules_check_cable (GenlockSignalCheck *check,
                                       const GenlockSignalLink *link,
                                       GPtrArray *found);
void genlock_signal_rules_check_port (GenlockSignalCheck *check,
                                      const GenlockSignalPort *port,
                                      GPtrArray *found);
void genlock_signal_rules_check_node (GenlockSignalCheck *check,
                                      const GenlockSignalNode *node,
                                      GPtrArray *found);
void genlock_signal_rules_check_show (GenlockSignalCheck *check,
                                      GPtrArray *found);
void genlock_signal_rules_check_odd (GenlockSignalCheck *check,
                                     GPtrArray *found);

/* Whether a link is a cable: not a crosspoint inside a device. */
static inline gboolean
genlock_signal_link_is_cable (const GenlockSignalLink *link)
{
  return link->part != GENLOCK_SIGNAL_CROSSPOINT;
}

/* The family of a port's connector. */
GenlockConnectorFamily genlock_signal_port_get_family (const GenlockSignalPort *port);

/* The row that a problem at a node is about; (nullable) where it is not there. */
GenlockLink genlock_signal_port_get_link (const GenlockSignalPort *port);

/* (nullable) (transfer none): what a list of cables that belong together is called. */
const char *genlock_signal_link_get_group (const GenlockSignalLink *link);

G_END_DECLS
