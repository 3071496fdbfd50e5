/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who follows a list by its signals alone. */

#pragma once

#include "core/store/genlock-list.h"
#include "store-help.h"

typedef struct
{
  GenlockList *list; /* owned */
  GPtrArray *rows; /* owned (element-type GenlockRow) */
  guint n_told; /* items-changed so far */
  guint n_rows_told; /* rows that these took away and added */
} ListWatch;

/* Makes a list, looks at all its rows and waits until it is there. */
void list_watch_start (ListWatch *watch,
                       GenlockStore *store,
                       const GenlockQuery *query);
void list_watch_end (ListWatch *watch);

/* Nothing was told so far. */
void list_watch_forget (ListWatch *watch);

/* Waits until nothing is loading and every row has its record. */
void list_watch_settle (ListWatch *watch);

/* The list, and what was told of it, becomes what the store answers; fails after 20 s. */
void list_watch_assert_right (ListWatch *watch,
                              GenlockStore *store);

/* (transfer none): the record of the row at @position. */
GenlockRecord *list_watch_record (ListWatch *watch,
                                  guint position);
const char *list_watch_id (ListWatch *watch,
                           guint position);
guint list_watch_count_outputs (GenlockRecord *record);

/* The sources of a show. */
GenlockQuery *list_watch_query (const char *show_id);

/* Sets @field of source @id. */
void list_watch_edit (GenlockStore *store,
                      const char *id,
                      guint field,
                      const char *text);
