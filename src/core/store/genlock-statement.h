/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prepared statement: the only owner of a sqlite3_stmt. */

#pragma once

#include <sqlite3.h>

#include "core/schema/genlock-schema.h"

G_BEGIN_DECLS

/**
 * GenlockStatement:
 *
 * Made by genlock_database_prepare(). Parameters and columns go by name; those of derived SQL
 * also by their place, which is the order of the fields. Used by one thread at a time.
 */
typedef struct _GenlockStatement GenlockStatement;

/**
 * GenlockStatementResult:
 * @GENLOCK_STATEMENT_FAILED: an error is set
 * @GENLOCK_STATEMENT_DONE: there are no more rows
 * @GENLOCK_STATEMENT_ROW: the columns of a row can be read
 */
typedef enum
{
  GENLOCK_STATEMENT_FAILED = -1,
  GENLOCK_STATEMENT_DONE = 0,
  GENLOCK_STATEMENT_ROW = 1,
} GenlockStatementResult;

/**
 * genlock_statement_new:
 * @handle: the connection
 * @sql: one statement
 * @keep: whether releasing it keeps it for the next use
 * @error: #GenlockStoreError
 *
 * For #GenlockDatabase, which everybody else asks.
 *
 * Returns: (transfer full) (nullable): the statement
 */
GenlockStatement *genlock_statement_new (sqlite3 *handle,
                                         const char *sql,
                                         gboolean keep,
                                         GError **error);

/* Frees the statement whoever uses it; for #GenlockDatabase. */
void genlock_statement_free (GenlockStatement *statement);

/* Marks it as in use; FALSE where it is already. For #GenlockDatabase. */
gboolean genlock_statement_claim (GenlockStatement *statement);
gboolean genlock_statement_is_claimed (GenlockStatement *statement);

/* Gives it back: what was bound is forgotten, and it is freed unless it is kept for reuse. */
void genlock_statement_release (GenlockStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockStatement, genlock_statement_release)

/**
 * genlock_statement_bind_text:
 * @name: with its colon, ":id"; one that the statement has
 * @text: (nullable): copied; %NULL binds null
 */
void genlock_statement_bind_text (GenlockStatement *statement,
                                  const char *name,
                                  const char *text);
void genlock_statement_bind_int (GenlockStatement *statement,
                                 const char *name,
                                 gint64 integer);
void genlock_statement_bind_real (GenlockStatement *statement,
                                  const char *name,
                                  double real);
void genlock_statement_bind_null (GenlockStatement *statement,
                                  const char *name);

/**
 * genlock_statement_bind_value:
 * @name: with its colon
 * @value: absent and null bind null; its text is copied
 */
void genlock_statement_bind_value (GenlockStatement *statement,
                                   const char *name,
                                   const GenlockValue *value);

/**
 * genlock_statement_bind_value_at:
 * @place: of the parameter, from 0; for derived SQL
 * @value: its text is not copied: it has to stay until the statement is reset or released
 */
void genlock_statement_bind_value_at (GenlockStatement *statement,
                                      guint place,
                                      const GenlockValue *value);

/* @text: (nullable): not copied, as above. */
void genlock_statement_bind_text_at (GenlockStatement *statement,
                                     guint place,
                                     const char *text);

/**
 * genlock_statement_step:
 * @statement: a statement
 * @error: #GenlockStoreError, %G_IO_ERROR_CANCELLED
 *
 * Returns: see #GenlockStatementResult
 */
GenlockStatementResult genlock_statement_step (GenlockStatement *statement,
                                               GError **error);

/**
 * genlock_statement_run:
 * @statement: a statement whose rows, if any, nobody wants
 * @error: as genlock_statement_step()
 *
 * Steps to the end and resets; what was bound stays bound.
 *
 * Returns: whether it ran
 */
gboolean genlock_statement_run (GenlockStatement *statement,
                                GError **error);

/* Back to the start; what was bound stays bound. */
void genlock_statement_reset (GenlockStatement *statement);

/* The place of a column of the result by its name; one that the result has. */
guint genlock_statement_find_column (GenlockStatement *statement,
                                     const char *name);

/* (nullable): valid until the next step. */
const char *genlock_statement_get_text (GenlockStatement *statement,
                                        const char *name);

/* 0 where it is null. */
gint64 genlock_statement_get_int (GenlockStatement *statement,
                                  const char *name);
double genlock_statement_get_real (GenlockStatement *statement,
                                   const char *name);
gboolean genlock_statement_is_null (GenlockStatement *statement,
                                    const char *name);

/**
 * genlock_statement_read_value:
 * @place: of the column, from 0; for derived SQL
 * @value: (out caller-allocates): what it holds; was cleared or never set
 */
void genlock_statement_read_value (GenlockStatement *statement,
                                   guint place,
                                   GenlockValue *value);

/* The same column as text or number, without a copy. */
const char *genlock_statement_read_text (GenlockStatement *statement,
                                         guint place);
gint64 genlock_statement_read_int (GenlockStatement *statement,
                                   guint place);
double genlock_statement_read_real (GenlockStatement *statement,
                                    guint place);
gboolean genlock_statement_read_is_null (GenlockStatement *statement,
                                         guint place);

G_END_DECLS
