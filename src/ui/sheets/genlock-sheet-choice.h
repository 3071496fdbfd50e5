/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sheet somebody wants, of what, and on which paper. */

#pragma once

#include <glib-object.h>

#include "interchange/genlock-sheet-build.h"
#include "interchange/genlock-sheet-title.h"

G_BEGIN_DECLS

/**
 * GenlockSheetTurn:
 * @GENLOCK_SHEET_TURN_FITTING: as the sheet reads best
 *
 * How the paper lies.
 */
typedef enum
{
  GENLOCK_SHEET_TURN_FITTING,
  GENLOCK_SHEET_TURN_PORTRAIT,
  GENLOCK_SHEET_TURN_LANDSCAPE,
} GenlockSheetTurn;

/**
 * GenlockSheetChoice:
 *
 * What the options of the page hold.
 *
 * Properties: "kind" (#GenlockSheetKind), "by" (#GenlockSheetGroupBy), "paper"
 * (#GenlockSheetPaper) and "turn" (#GenlockSheetTurn), each a guint; "device-id" and
 * "source-type", a string or %NULL for all of them.
 */
#define GENLOCK_TYPE_SHEET_CHOICE (genlock_sheet_choice_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSheetChoice, genlock_sheet_choice, GENLOCK, SHEET_CHOICE, GObject)

GenlockSheetChoice *genlock_sheet_choice_new (void);

/* What is wanted; texts live until the choice changes. @wish: (out caller-allocates) */
void genlock_sheet_choice_get_wish (GenlockSheetChoice *choice,
                                    GenlockSheetWish *wish);

/* On which paper. @page: (out caller-allocates) */
void genlock_sheet_choice_get_page (GenlockSheetChoice *choice,
                                    GenlockSheetPage *page);

GenlockSheetKind genlock_sheet_choice_get_kind (GenlockSheetChoice *choice);

/**
 * genlock_sheet_choice_load:
 * @choice: a choice
 * @production_id: (nullable): the show that it is about from now on
 *
 * As it was left in that show, and kept for it from now on; the paper is that of the last show
 * where this one is new. Written to sheets.ini in the user's folder for state.
 */
void genlock_sheet_choice_load (GenlockSheetChoice *choice,
                                const char *production_id);

G_END_DECLS
