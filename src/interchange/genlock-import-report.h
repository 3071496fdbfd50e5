/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import does not carry over, where it stood and why. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockImportSeverity:
 * @GENLOCK_IMPORT_INFO: nothing that a person planned is lost (bookkeeping, an empty row)
 * @GENLOCK_IMPORT_CHANGED: carried over, but not as it stood (a text cut, an alias resolved)
 * @GENLOCK_IMPORT_LOST: not carried over
 */
typedef enum
{
  GENLOCK_IMPORT_INFO,
  GENLOCK_IMPORT_CHANGED,
  GENLOCK_IMPORT_LOST,
} GenlockImportSeverity;

/**
 * GenlockImportPlace:
 * @place: "sources[3].rate", "row 12"
 * @value: (nullable): what stood there, cut to 2,000 characters; %NULL where it must not be shown
 */
typedef struct
{
  char *place;
  char *value;
} GenlockImportPlace;

/* Places that one note keeps; the rest is counted. */
#define GENLOCK_IMPORT_MAX_PLACES 1000

/**
 * GenlockImportNote:
 * @severity: see #GenlockImportSeverity
 * @file: the name of the file
 * @show: (nullable): the title of the show
 * @pattern: the places in one: "sources[].rate"
 * @reason: a sentence, marked for translation
 * @count: how many places
 * @places: (element-type GenlockImportPlace): the first %GENLOCK_IMPORT_MAX_PLACES of them
 */
typedef struct
{
  GenlockImportSeverity severity;
  char *file;
  char *show;
  char *pattern;
  const char *reason;
  guint count;
  GPtrArray *places;
} GenlockImportNote;

/* Notes, those alike as one. */
typedef struct _GenlockImportReport GenlockImportReport;

GenlockImportReport *genlock_import_report_new (void);
void genlock_import_report_free (GenlockImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockImportReport, genlock_import_report_free)

/**
 * genlock_import_report_add:
 * @report: a report
 * @severity: see #GenlockImportSeverity
 * @file: the name of the file
 * @show: (nullable): the title of the show
 * @place: where
 * @value: (nullable): what stood there
 * @reason: a sentence, a literal marked with N_()
 */
void genlock_import_report_add (GenlockImportReport *report,
                                GenlockImportSeverity severity,
                                const char *file,
                                const char *show,
                                const char *place,
                                const char *value,
                                const char *reason);

/* (transfer none) (element-type GenlockImportNote): in the order in which they were found. */
GPtrArray *genlock_import_report_get_notes (GenlockImportReport *report);

/* How many places of @severity. */
guint genlock_import_report_count (GenlockImportReport *report,
                                   GenlockImportSeverity severity);

G_END_DECLS
