/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the trade, what they find in a show, and what would help. */

#pragma once

#include "equipment/genlock-library.h"
#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/**
 * GenlockSeverity:
 * @GENLOCK_SEVERITY_ERROR: it cannot work
 * @GENLOCK_SEVERITY_WARNING: it may not work, or somebody will be surprised
 * @GENLOCK_SEVERITY_INFO: worth knowing
 * @GENLOCK_SEVERITY_NOT_CHECKED: too little is known to say
 */
typedef enum
{
  GENLOCK_SEVERITY_ERROR,
  GENLOCK_SEVERITY_WARNING,
  GENLOCK_SEVERITY_INFO,
  GENLOCK_SEVERITY_NOT_CHECKED,
} GenlockSeverity;

#define GENLOCK_N_SEVERITIES (GENLOCK_SEVERITY_NOT_CHECKED + 1)

/**
 * GenlockRuleId:
 *
 * The rules; genlock_signal_rules_get() says what each is about.
 */
typedef enum
{
  GENLOCK_RULE_DIRECTION,
  GENLOCK_RULE_SELF_LOOP,
  GENLOCK_RULE_LOOP,
  GENLOCK_RULE_FED_TWICE,
  GENLOCK_RULE_FAN_OUT,
  GENLOCK_RULE_BANDWIDTH,
  GENLOCK_RULE_SDI_RASTER,
  GENLOCK_RULE_WIDE_RASTER,
  GENLOCK_RULE_CONNECTOR,
  GENLOCK_RULE_RATE,
  GENLOCK_RULE_SCAN,
  GENLOCK_RULE_RASTER,
  GENLOCK_RULE_FORMAT_LIST,
  GENLOCK_RULE_HDCP,
  GENLOCK_RULE_LEVEL,
  GENLOCK_RULE_LINK_SET,
  GENLOCK_RULE_STRAND,
  GENLOCK_RULE_FIBRE_COUNT,
  GENLOCK_RULE_LENGTH,
  GENLOCK_RULE_CAMERA_CONTROL,
  GENLOCK_RULE_GENLOCK,
  GENLOCK_RULE_SHARED_RISK,
  GENLOCK_RULE_DUPLICATE,
  GENLOCK_RULE_NO_LENGTH,
  GENLOCK_RULE_HALF_PATH,
  GENLOCK_RULE_MISSING,
  GENLOCK_RULE_ODD_TEXT,
  GENLOCK_RULE_PLACE,
} GenlockRuleId;

#define GENLOCK_N_RULES (GENLOCK_RULE_PLACE + 1)

/**
 * GenlockSignalRule:
 * @word: what stands in the database and in JSON: "bandwidth"
 * @title: for people, marked for translation
 * @unchecked: (nullable): why no show can be checked for it, marked for translation; %NULL for
 *   rules that are checked
 */
typedef struct
{
  const char *word;
  const char *title;
  const char *unchecked;
} GenlockSignalRule;

/**
 * GenlockSignalFixKind:
 * @GENLOCK_SIGNAL_FIX_CONVERTER: put equipment of the library in between
 * @GENLOCK_SIGNAL_FIX_PORT: take another port
 * @GENLOCK_SIGNAL_FIX_RATE: set another rate at the source
 */
typedef enum
{
  GENLOCK_SIGNAL_FIX_CONVERTER,
  GENLOCK_SIGNAL_FIX_PORT,
  GENLOCK_SIGNAL_FIX_RATE,
} GenlockSignalFixKind;

/**
 * GenlockSignalFix:
 * @kind: what to do
 * @sentence: the same for people
 * @library_id: (nullable): of a converter, its id in the library
 * @port_id: (nullable): of a port, its id
 * @rate: of a rate, in hertz; else 0
 */
typedef struct
{
  GenlockSignalFixKind kind;
  char *sentence;
  char *library_id;
  char *port_id;
  double rate;
} GenlockSignalFix;

/**
 * GenlockSignalProblem:
 * @rule: what was found
 * @severity: how bad it is
 * @table: the table of the row that it is about
 * @record_id: that row
 * @sentence: what is wrong, with its numbers, in the user's language
 * @facts: what it rests on, as canonical JSON: with @rule and the row its identity
 * @port: (nullable): the port where it shows
 * @link: (nullable): the link where it shows
 * @reason: (nullable): why somebody has put it aside; %NULL while it is open
 * @reopened: (nullable): why somebody had put it aside before its facts changed
 *
 * Good until the next genlock_signal_check_update().
 */
typedef struct
{
  GenlockRuleId rule;
  GenlockSeverity severity;
  const GenlockTable *table;
  char *record_id;
  char *sentence;
  char *facts;
  const GenlockSignalPort *port;
  const GenlockSignalLink *link;
  const char *reason;
  const char *reopened;
} GenlockSignalProblem;

/**
 * GenlockSignalCheck:
 *
 * The problems of a show, kept up with its graph.
 */
typedef struct _GenlockSignalCheck GenlockSignalCheck;

/**
 * genlock_signal_rules_get:
 *
 * Returns: (array fixed-size=GENLOCK_N_RULES) (transfer none): the rules by #GenlockRuleId
 */
const GenlockSignalRule *genlock_signal_rules_get (void);

/* (transfer none): "ERROR", "WARNING", "INFO", "NOT_CHECKED". */
const char *genlock_severity_get_word (GenlockSeverity severity);

/* (transfer none): what people call it, marked for translation. */
const char *genlock_severity_get_name (GenlockSeverity severity);

/**
 * genlock_signal_check_new:
 * @graph: a graph; it has to outlive the check, and no other check looks at it
 * @library: (nullable): where converters are sought that would help
 *
 * Returns: (transfer full): a check that has looked at nothing yet
 */
GenlockSignalCheck *genlock_signal_check_new (GenlockSignalGraph *graph,
                                              GenlockLibrary *library);
void genlock_signal_check_free (GenlockSignalCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSignalCheck, genlock_signal_check_free)

/**
 * genlock_signal_check_set:
 * @check: a check
 * @row: a whole row: of dismissals, addresses or graph_nodes, or one for the graph
 *
 * The row comes, changes or (deleted) goes.
 *
 * Returns: whether genlock_signal_check_update() may find something else: %FALSE for a box that is
 *   moved from one good place to another
 */
gboolean genlock_signal_check_set (GenlockSignalCheck *check,
                                   GenlockRecord *row);
gboolean genlock_signal_check_remove (GenlockSignalCheck *check,
                                      const GenlockTable *table,
                                      const char *id);

/**
 * genlock_signal_check_update:
 * @check: a check
 *
 * Looks again at what changed since the last time and at all that stands downstream of it.
 *
 * Returns: how many ports it looked at
 */
guint genlock_signal_check_update (GenlockSignalCheck *check);

/**
 * genlock_signal_check_list:
 * @check: a check, brought up to date
 *
 * Returns: (transfer container) (element-type GenlockSignalProblem): open ones by severity, then
 *   those put aside; each by its sentence
 */
GPtrArray *genlock_signal_check_list (GenlockSignalCheck *check);

/**
 * genlock_signal_check_list_dismissals:
 * @check: a check
 * @problem: one of its problems
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the dismissals that keep it
 *   aside: without them it is open again; empty where it is open
 */
char **genlock_signal_check_list_dismissals (GenlockSignalCheck *check,
                                             const GenlockSignalProblem *problem);

/**
 * genlock_signal_check_get_format:
 * @check: a check, brought up to date
 * @port: a port of its graph
 * @format: (out): what is there, carried from where it comes; empty where nobody knows
 *
 * Returns: whether anything of it is known
 */
gboolean genlock_signal_check_get_format (GenlockSignalCheck *check,
                                          const GenlockSignalPort *port,
                                          GenlockFormat *format);

/**
 * genlock_signal_check_try:
 * @check: a check, brought up to date
 * @row: a whole connection, new or changed, as genlock_signal_connect_make() gives it
 *
 * What would be found at the connection if it were so, and nothing changes: for a drag that is
 * over a port. Takes two updates. Pointers to links of the row that it stands for are no longer
 * good.
 *
 * Returns: (transfer full) (element-type GenlockSignalProblem): copies without port and link, the
 *   worst first; empty where all is well
 */
GPtrArray *genlock_signal_check_try (GenlockSignalCheck *check,
                                     GenlockRecord *row);

/**
 * genlock_signal_check_list_fixes:
 * @check: a check, brought up to date
 * @problem: one of its problems
 *
 * Returns: (transfer full) (element-type GenlockSignalFix): what would help, the simplest first;
 *   may be empty
 */
GPtrArray *genlock_signal_check_list_fixes (GenlockSignalCheck *check,
                                            const GenlockSignalProblem *problem);

/**
 * genlock_signal_problem_dismiss:
 * @problem: a problem
 * @production_id: its show
 * @reason: why it does not matter
 *
 * Returns: (transfer full): a row of dismissals, to be inserted: the problem stays aside as long
 *   as its facts are the same
 */
GenlockRecord *genlock_signal_problem_dismiss (const GenlockSignalProblem *problem,
                                               const char *production_id,
                                               const char *reason);

G_END_DECLS
