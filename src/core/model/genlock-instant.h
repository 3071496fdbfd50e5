/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points in time as text: "2026-11-22T08:00:00.000Z". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An instant is a gint64: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted. Its
 * text has exactly three decimals and always the same length, so that comparing two texts by
 * bytes compares the times. A calendar day (load-in, load-out) is midnight UTC of that day and is
 * shown without conversion to local time. */

/* Years 0001 to 9999. */
#define GENLOCK_INSTANT_MIN G_GINT64_CONSTANT (-62135596800000)
#define GENLOCK_INSTANT_MAX G_GINT64_CONSTANT (253402300799999)
#define GENLOCK_INSTANT_LENGTH 24
#define GENLOCK_INSTANT_DAY G_GINT64_CONSTANT (86400000)

/**
 * GenlockClockFunc:
 *
 * Returns: now, as an instant.
 */
typedef gint64 (*GenlockClockFunc) (gpointer user_data);

/**
 * genlock_instant_set_clock:
 * @clock: (scope forever) (nullable): the clock to use, NULL for the system's
 * @user_data: for @clock
 *
 * For tests: replaces the clock of the process. Call it while no other thread asks for the time.
 */
void       genlock_instant_set_clock   (GenlockClockFunc  clock,
                                        gpointer          user_data);

/**
 * genlock_instant_now:
 *
 * Returns: the time, as an instant.
 */
gint64     genlock_instant_now         (void);

/**
 * genlock_instant_dup_now:
 *
 * Returns: (transfer full): the time as text.
 */
char      *genlock_instant_dup_now     (void);

/**
 * genlock_instant_format:
 * @instant: GENLOCK_INSTANT_MIN to GENLOCK_INSTANT_MAX
 *
 * Returns: (transfer full): the text of @instant.
 */
char      *genlock_instant_format      (gint64            instant);

/**
 * genlock_instant_parse:
 * @text: (nullable): any text
 * @instant: (out) (optional): what it says, 0 when it is none
 *
 * Returns: whether @text is the text of an instant exactly as genlock_instant_format() writes it.
 */
gboolean   genlock_instant_parse       (const char       *text,
                                        gint64           *instant);

/**
 * genlock_instant_parse_lenient:
 * @text: (nullable): a time as other programs write it
 * @instant: (out) (optional): what it says, 0 when it is none
 *
 * For imports. Understands ISO 8601 dates ("2026-11-22", "20261122") alone (midnight UTC) or with
 * a time behind "T" or a space, to the minute, second or any fraction (cut to milliseconds), with
 * "Z", an offset ("+01:00", "+0100", "+01") or nothing, which means UTC; and milliseconds since
 * 1970 in 11 to 15 digits or seconds in 9 or 10 (a minus may stand before either). White space
 * around it is ignored. Dates such as 11/22/2026 are refused: which number is the month differs
 * by country.
 *
 * Returns: whether @text was understood.
 */
gboolean   genlock_instant_parse_lenient (const char       *text,
                                          gint64           *instant);

/**
 * genlock_instant_parse_day:
 * @text: (nullable): a day as other programs write it, see genlock_instant_parse_lenient()
 * @day: (out) (optional): midnight UTC of the day, 0 when it is none
 *
 * The day as it is written: in "2026-02-01T22:00:00-05:00" the first of February, whatever day
 * that is in UTC.
 *
 * Returns: whether @text was understood.
 */
gboolean   genlock_instant_parse_day   (const char       *text,
                                        gint64           *day);

/**
 * genlock_instant_from_date:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @instant: (out) (optional): midnight UTC of the day, 0 when there is no such day
 *
 * Returns: whether the calendar has that day.
 */
gboolean   genlock_instant_from_date   (int               year,
                                        int               month,
                                        int               day,
                                        gint64           *instant);

/**
 * genlock_instant_get_date:
 * @instant: an instant
 * @year: (out) (optional): 1 to 9999
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 *
 * The date of @instant in UTC.
 */
void       genlock_instant_get_date    (gint64            instant,
                                        int              *year,
                                        int              *month,
                                        int              *day);

/**
 * genlock_instant_to_day:
 * @instant: an instant
 *
 * Returns: midnight UTC of its day.
 */
gint64     genlock_instant_to_day      (gint64            instant);

/**
 * genlock_instant_add_days:
 * @instant: an instant
 * @days: how many, also negative
 *
 * Returns: @instant moved, within GENLOCK_INSTANT_MIN and GENLOCK_INSTANT_MAX.
 */
gint64     genlock_instant_add_days    (gint64            instant,
                                        int               days);

/**
 * genlock_instant_days_between:
 * @from: an instant
 * @to: an instant
 *
 * Returns: days from the day of @from to the day of @to in UTC, negative when @to is earlier.
 */
int        genlock_instant_days_between (gint64            from,
                                         gint64            to);

/**
 * genlock_instant_to_date_time:
 * @instant: an instant
 *
 * Returns: (transfer full): @instant in UTC, to be shown (g_date_time_to_local() for what is no
 *   calendar day).
 */
GDateTime *genlock_instant_to_date_time (gint64            instant);

G_END_DECLS
