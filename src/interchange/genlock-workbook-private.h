/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of a workbook's sheets share. */

#pragma once

#include "interchange/genlock-workbook.h"

G_BEGIN_DECLS

/* What a heading row begins. */
typedef enum
{
  GENLOCK_HEADING_NONE,
  GENLOCK_HEADING_SOURCES,
  GENLOCK_HEADING_SENDS,
  GENLOCK_HEADING_PORTS,
  GENLOCK_HEADING_ADDRESSES,
} GenlockHeading;

/* A sheet while it is read. */
typedef struct
{
  GenlockLegacy *legacy;
  GenlockLegacyProject *project;
  const GenlockCsv *csv;
  guint file;
  char *stem; /* owned; the file's name without ending */
} GenlockSheet;

/* The rows between a heading and what follows it. */
typedef struct
{
  GenlockHeading heading;
  guint title;   /* the row of the title; the heading itself where there is none */
  guint header;
  guint end;     /* behind the last row */
} GenlockBlock;

/* (transfer full): the cell without what stands for nothing; "" is empty. */
char *genlock_sheet_dup_cell (const GenlockSheet *sheet,
                              guint row,
                              guint column);

const char *genlock_sheet_squeeze_cell (const GenlockSheet *sheet,
                                        guint row,
                                        guint column,
                                        char *buffer,
                                        gsize size);

/* Whether a cell of the row is @word, squeezed. */
gboolean genlock_sheet_row_has (const GenlockSheet *sheet,
                                guint row,
                                const char *word);

/* (transfer full): "row 12" */
char *genlock_sheet_dup_place (guint row);

void genlock_sheet_report_cell (const GenlockSheet *sheet,
                                guint row,
                                const char *column,
                                GenlockImportSeverity severity,
                                const char *value,
                                const char *reason);

/* (transfer full): the members that the columns from @first to @end stand for. */
GStrv genlock_sheet_dup_members (const GenlockSheet *sheet,
                                 guint header,
                                 guint first,
                                 guint end);

/* (transfer full): the cells of a row as an object; @n_filled counts those beside the id. */
JsonObject *genlock_sheet_dup_object (const GenlockSheet *sheet,
                                      GStrv members,
                                      guint row,
                                      guint first,
                                      guint *n_filled);

void genlock_sheet_add_list (const GenlockSheet *sheet,
                             const char *kind,
                             JsonArray *rows);

guint genlock_sheet_count_columns (const GenlockSheet *sheet,
                                   const GenlockBlock *block);

/* A switcher, router or snake. */
void genlock_sheet_read_ports (const GenlockSheet *sheet,
                               const GenlockBlock *block);

G_END_DECLS
