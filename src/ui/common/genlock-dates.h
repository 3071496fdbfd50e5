/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar days for people: typed, shown, as a span. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * genlock_day_parse:
 * @text: what somebody typed: "2026-05-02", or the locale's form: "2.5.2026", "2 May 2026"
 *
 * Returns: (transfer full) (nullable): the day as the database keeps it, midnight UTC; %NULL
 *   where @text is no day of the years 1 to 9999
 */
char *genlock_day_parse (const char *text);

/**
 * genlock_day_print:
 * @day: (nullable): a day as the database keeps it
 *
 * Returns: (transfer full): "2 May 2026" as the locale writes it; "" for %NULL. Readable for
 *   genlock_day_parse().
 */
char *genlock_day_print (const char *day);

/**
 * genlock_day_from_date:
 * @date: a valid date
 *
 * Returns: (transfer full): the day as the database keeps it
 */
char *genlock_day_from_date (const GDate *date);

/**
 * genlock_day_to_date:
 * @day: (nullable): a day as the database keeps it
 * @date: (out caller-allocates): the date
 *
 * Returns: whether @day is a day
 */
gboolean genlock_day_to_date (const char *day,
                              GDate *date);

/**
 * genlock_days_dup_span:
 * @from: (nullable): the first day, as the database keeps it
 * @to: (nullable): the last one
 * @today: the day whose year goes without saying
 *
 * Returns: (transfer full) (nullable): "2–6 May", "30 Apr – 3 May 2027"; %NULL where both are
 *   missing
 */
char *genlock_days_dup_span (const char *from,
                             const char *to,
                             const GDate *today);

G_END_DECLS
