/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of undo and redo in words. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-dismissals.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-prints.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/schema/genlock-sync-conflicts.h"
#include "ui/common/genlock-step-words.h"

/* One sentence per verb; what it was done to comes as words of its own ("of 12 sources", "of
 * “SRC 3”"), which begin with their preposition so that languages can put them in the case that
 * it asks for. */
/* A name in a menu: a longer one would make the menu wide. */
#define NAME_CHARS 24

typedef struct
{
  const char *verb;
  const char *undo;
  const char *redo;
  const char *undone;
  const char *redone;
} VerbWords;

static const VerbWords verbs[] = {
  /* Translators: %s is “of 12 sources” or “of “SRC 3””, here and below */
  { "ADD", N_("Undo adding %s"), N_("Redo adding %s"),
    N_("Adding %s undone"), N_("Adding %s redone") },
  { "EDIT", N_("Undo edit %s"), N_("Redo edit %s"),
    N_("Edit %s undone"), N_("Edit %s redone") },
  { "DELETE", N_("Undo delete %s"), N_("Redo delete %s"),
    N_("Delete %s undone"), N_("Delete %s redone") },
  { "UNDELETE", N_("Undo restore %s"), N_("Redo restore %s"),
    N_("Restore %s undone"), N_("Restore %s redone") },
  { "DUPLICATE", N_("Undo duplication %s"), N_("Redo duplication %s"),
    N_("Duplication %s undone"), N_("Duplication %s redone") },
  { "PASTE", N_("Undo paste %s"), N_("Redo paste %s"),
    N_("Paste %s undone"), N_("Paste %s redone") },
  { "FILL", N_("Undo fill %s"), N_("Redo fill %s"),
    N_("Fill %s undone"), N_("Fill %s redone") },
  { "MOVE", N_("Undo move %s"), N_("Redo move %s"),
    N_("Move %s undone"), N_("Move %s redone") },
  { "IMPORT", N_("Undo import %s"), N_("Redo import %s"),
    N_("Import %s undone"), N_("Import %s redone") },
  { "ARCHIVE", N_("Undo change of status %s"), N_("Redo change of status %s"),
    N_("Change of status %s undone"), N_("Change of status %s redone") },
  { "RESOLVE", N_("Undo resolving %s"), N_("Redo resolving %s"),
    N_("Resolving %s undone"), N_("Resolving %s redone") },
};

static const VerbWords change = {
  NULL, N_("Undo change %s"), N_("Redo change %s"), N_("Change %s undone"), N_("Change %s redone")
};

/* How many rows of a table: alone and behind a preposition. */
typedef struct
{
  const GenlockTable *table;
  const char *one;
  const char *many;
  const char *of_one;
  const char *of_many;
} TableWords;

/* Marks both forms of a plural for translation. */
#define NG_(one, many) (one), (many)

static const TableWords tables[] = {
  { &genlock_productions,
    NG_ ("%u show", "%u shows"), NG_ ("of %u show", "of %u shows") },
  { &genlock_equipment_specs,
    NG_ ("%u piece of equipment", "%u pieces of equipment"),
    NG_ ("of %u piece of equipment", "of %u pieces of equipment") },
  { &genlock_equipment_io_ports,
    NG_ ("%u port", "%u ports"), NG_ ("of %u port", "of %u ports") },
  { &genlock_equipment_cards,
    NG_ ("%u card", "%u cards"), NG_ ("of %u card", "of %u cards") },
  { &genlock_equipment_card_io,
    NG_ ("%u port", "%u ports"), NG_ ("of %u port", "of %u ports") },
  { &genlock_sources,
    NG_ ("%u source", "%u sources"), NG_ ("of %u source", "of %u sources") },
  { &genlock_source_outputs,
    NG_ ("%u output", "%u outputs"), NG_ ("of %u output", "of %u outputs") },
  { &genlock_sends,
    NG_ ("%u send", "%u sends"), NG_ ("of %u send", "of %u sends") },
  { &genlock_devices,
    NG_ ("%u device", "%u devices"), NG_ ("of %u device", "of %u devices") },
  { &genlock_connections,
    NG_ ("%u connection", "%u connections"), NG_ ("of %u connection", "of %u connections") },
  { &genlock_graph_nodes,
    NG_ ("%u box", "%u boxes"), NG_ ("of %u box", "of %u boxes") },
  { &genlock_dismissals,
    NG_ ("%u dismissed problem", "%u dismissed problems"),
    NG_ ("of %u dismissed problem", "of %u dismissed problems") },
  { &genlock_addresses,
    NG_ ("%u address", "%u addresses"), NG_ ("of %u address", "of %u addresses") },
  { &genlock_prints,
    NG_ ("%u print", "%u prints"), NG_ ("of %u print", "of %u prints") },
  { &genlock_sync_conflicts,
    NG_ ("%u conflict", "%u conflicts"), NG_ ("of %u conflict", "of %u conflicts") },
};

/* Cards that are filled in are counted by their slots. */
static const TableWords slots = {
  NULL, NG_ ("%u slot", "%u slots"), NG_ ("of %u slot", "of %u slots")
};

static const TableWords rows = {
  NULL, NG_ ("%u row", "%u rows"), NG_ ("of %u row", "of %u rows")
};

static const TableWords *
find_table (const GenlockTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i].table == table)
      return &tables[i];

  return &rows;
}

static const VerbWords *
find_verb (const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_strcmp0 (verbs[i].verb, verb) == 0)
      return &verbs[i];

  return &change;
}

/* The formats come from the tables above, whose forms take one %u or one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
genlock_words_dup_count (const GenlockTable *table,
                         guint n)
{
  const TableWords *words = find_table (table);

  return g_strdup_printf (ngettext (words->one, words->many, n), n);
}

/* @max_chars: more of a name than that is left out */
static char *
dup_object (const GenlockStep *step,
            glong max_chars)
{
  gboolean is_fill = step->table == &genlock_equipment_cards
                     && g_strcmp0 (step->verb, "FILL") == 0;
  const TableWords *words = is_fill ? &slots : find_table (step->table);

  if (step->name != NULL && *step->name != '\0' && step->n_rows <= 1)
    {
      g_autofree char *start = g_utf8_substring (step->name, 0,
                                                 MIN (max_chars - 1,
                                                      g_utf8_strlen (step->name, -1)));
      gboolean fits = g_utf8_strlen (step->name, -1) <= max_chars;
      g_autofree char *name = fits ? g_strdup (step->name)
                                   : g_strconcat (g_strchomp (start), "…", NULL);

      /* Translators: what was edited, deleted …, by name */
      return g_strdup_printf (_("of “%s”"), name);
    }

  return g_strdup_printf (ngettext (words->of_one, words->of_many, step->n_rows), step->n_rows);
}

static char *
dup_label (const GenlockStep *step,
           gboolean redo,
           glong max_chars)
{
  const VerbWords *words = find_verb (step->verb);
  g_autofree char *object = NULL;

  if (step->id == 0)
    return g_strdup (redo ? _("Redo") : _("Undo"));

  object = dup_object (step, max_chars);
  return g_strdup_printf (_(redo ? words->redo : words->undo), object);
}

char *
genlock_step_dup_label (const GenlockStep *step,
                        gboolean redo)
{
  return dup_label (step, redo, G_MAXLONG);
}

char *
genlock_step_dup_short_label (const GenlockStep *step,
                              gboolean redo)
{
  return dup_label (step, redo, NAME_CHARS);
}

char *
genlock_step_dup_done (const GenlockStep *step,
                       gboolean redo)
{
  const VerbWords *words = find_verb (step->verb);
  g_autofree char *object = dup_object (step, G_MAXLONG);

  return g_strdup_printf (_(redo ? words->redone : words->undone), object);
}

#pragma GCC diagnostic pop
