/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What replication must know of a changed row: pure functions over rows. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockDirtyKind:
 * @GENLOCK_DIRTY_NONE: the row needs no entry
 * @GENLOCK_DIRTY_INSERT: no server knows the row, and it was edited since its content made it
 * @GENLOCK_DIRTY_UPDATE: live here and on the server, with edited fields
 * @GENLOCK_DIRTY_DELETE: somebody deleted it here
 * @GENLOCK_DIRTY_UNDELETE: somebody restored it here
 *
 * Which of them it is follows from the row, what was seen and the shadow alone, so that it can
 * never disagree with them.
 */
typedef enum
{
  GENLOCK_DIRTY_NONE,
  GENLOCK_DIRTY_INSERT,
  GENLOCK_DIRTY_UPDATE,
  GENLOCK_DIRTY_DELETE,
  GENLOCK_DIRTY_UNDELETE,
} GenlockDirtyKind;

/**
 * GenlockDirty:
 * @kind: see #GenlockDirtyKind
 * @seen: (nullable): of each edited field, is_deleted among them, the value that the user saw
 *   under the edit; it never moves while the edit is unsent
 * @shadow: (nullable): the newest row of the server; %NULL where no server knows the row
 * @shadow_seq: its seq; 0 without one
 *
 * What upload needs besides the row itself: an update sends from = seen and to = row for each
 * edited field, an insert the row with what was seen in place of the edited fields (followed by
 * an update), a delete the row so as what the user saw, an undelete the row.
 *
 * A row that no server has acknowledged (version 0) and whose id is random needs no entry: it is
 * to be inserted as it is where it is live, and nobody has to hear of it where it is not. The
 * index on seq finds those rows, where it is null. One with an id made from content (UUIDv5)
 * needs an entry once it is edited: another replica may make the same row, and its insert has to
 * carry the same values.
 */
typedef struct
{
  GenlockDirtyKind kind;
  GenlockRecord *seen;
  GenlockRecord *shadow;
  gint64 shadow_seq;
} GenlockDirty;

void genlock_dirty_clear (GenlockDirty *dirty);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockDirty, genlock_dirty_clear)

/* Whether changes of @row may need an entry: FALSE spares looking for one. */
gboolean genlock_tracking_is_needed (const GenlockRecord *row);

/**
 * genlock_tracking_is_covered:
 * @seen: of an entry
 * @before: the whole row before a change
 * @after: the whole row after it
 *
 * Returns: whether all that changed was edited before and is not back to what was seen then: the
 *   entry stays as it is
 */
gboolean genlock_tracking_is_covered (const GenlockRecord *seen,
                                      const GenlockRecord *before,
                                      const GenlockRecord *after);

/**
 * genlock_tracking_edit:
 * @dirty: the entry as it stands; of kind %GENLOCK_DIRTY_NONE and empty where there is none.
 *   Becomes what is to be stored
 * @before: the whole row before the change
 * @after: the whole row after it
 * @renewed: whether the content has made the row again, over its tombstone
 *
 * A field edited for the first time keeps what was seen under it; one edited back to that is no
 * longer edited. Where nothing is left, @after takes the values that the server has by now.
 *
 * Returns: whether @after was changed
 */
gboolean genlock_tracking_edit (GenlockDirty *dirty,
                                const GenlockRecord *before,
                                GenlockRecord *after,
                                gboolean renewed);

/**
 * genlock_tracking_pull:
 * @dirty: the entry as it stands; becomes what is to be stored
 * @row: the whole row as it is here; takes what has come
 * @pulled: the whole row from the server, with version and seq
 *
 * A row that is older than the one known here is ignored. Fields that nobody has edited here take
 * the server's values, edited ones keep theirs and what was seen under them. A row with edits that
 * the server has deleted stays to be seen until the server has answered to them.
 *
 * Returns: whether @row was changed
 */
gboolean genlock_tracking_pull (GenlockDirty *dirty,
                                GenlockRecord *row,
                                const GenlockRecord *pulled);

G_END_DECLS
