/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules across rows, judged by the state after a whole transaction. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/store/genlock-rules.h"

static gboolean
refuse (GError **error,
        GenlockStoreError code,
        const char *sentence)
{
  g_set_error_literal (error, GENLOCK_STORE_ERROR, code, sentence);

  return FALSE;
}

gboolean
genlock_rules_is_dead_link (GenlockWork *work,
                            GenlockWorkRow *row,
                            guint field,
                            gboolean *dead,
                            GError **error)
{
  GenlockWorkRow *target;
  gboolean names;

  if (!genlock_work_find_target (work, row, field, &names, &target, error))
    return FALSE;

  *dead = names && (target == NULL || !genlock_work_row_is_live (target));

  return TRUE;
}

static gboolean
check_links (GenlockWork *work,
             GenlockWorkRow *row,
             guint64 changed,
             GError **error)
{
  const GenlockTable *table = row->table;
  gboolean came = !genlock_work_row_was_live (row);

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      gboolean dead;

      /* The deciding word makes another row of the same id. */
      if (!came && !(changed & (GENLOCK_FIELD_BIT (i)
                                | GENLOCK_FIELD_BIT (table->fields[i].ref_field))))
        continue;

      if (!genlock_rules_is_dead_link (work, row, i, &dead, error))
        return FALSE;

      if (dead)
        {
          g_debug ("%s of %s %s names no live row", table->fields[i].name, table->name,
                   genlock_record_get_id (row->after));
          return refuse (error, GENLOCK_STORE_ERROR_CONFLICT,
                         N_("This refers to something that is deleted or was never there. "
                            "Choose another one."));
        }
    }

  return TRUE;
}

static const char count_in_slot[] =
  "SELECT count(*) AS n FROM equipment_cards "
  "WHERE equipment_id = :equipment AND slot_number = :slot AND is_deleted = 0 AND id <> :id";

static gboolean
is_slot_taken (GenlockWork *work,
               GenlockWorkRow *card,
               gboolean *taken,
               GError **error)
{
  g_autoptr (GenlockStatement) count = genlock_database_prepare (work->database, count_in_slot,
                                                                 error);

  if (count == NULL)
    return FALSE;

  genlock_statement_bind_text (count, ":equipment",
                               genlock_record_get_text (card->after,
                                                        GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID));
  genlock_statement_bind_int (count, ":slot",
                              genlock_record_get_int (card->after,
                                                      GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER));
  genlock_statement_bind_text (count, ":id", genlock_record_get_id (card->after));
  if (genlock_statement_step (count, error) != GENLOCK_STATEMENT_ROW)
    return FALSE;

  *taken = genlock_statement_get_int (count, "n") > 0;

  return TRUE;
}

/* A frame that does not say how many slots it has takes any. */
static gboolean
is_slot_missing (GenlockWork *work,
                 GenlockWorkRow *card,
                 gboolean *missing,
                 GError **error)
{
  const char *id = genlock_record_get_text (card->after, GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID);
  GenlockWorkRow *spec = genlock_work_find (work, &genlock_equipment_specs, id, error);

  if (spec == NULL)
    return FALSE;

  *missing = genlock_record_has (spec->after, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS)
             && genlock_record_get_int (card->after, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER)
             > genlock_record_get_int (spec->after, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS);

  return TRUE;
}

static gboolean
check_card (GenlockWork *work,
            GenlockWorkRow *card,
            guint64 changed,
            GError **error)
{
  const guint64 place = GENLOCK_FIELD_BIT (GENLOCK_META_IS_DELETED)
                        | GENLOCK_FIELD_BIT (GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID)
                        | GENLOCK_FIELD_BIT (GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
  gboolean taken;
  gboolean missing;

  if (!(changed & place) || !genlock_record_has (card->after, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER))
    return TRUE;

  if (!is_slot_taken (work, card, &taken, error)
      || !is_slot_missing (work, card, &missing, error))
    return FALSE;

  if (taken)
    return refuse (error, GENLOCK_STORE_ERROR_CONFLICT,
                   N_("Two cards cannot be in one slot. Choose another slot."));

  if (missing)
    return refuse (error, GENLOCK_STORE_ERROR_CONFLICT,
                   N_("The frame has no such slot. Choose another slot."));

  return TRUE;
}

static const char max_slot[] =
  "SELECT max(slot_number) AS slot FROM equipment_cards "
  "WHERE equipment_id = :id AND is_deleted = 0";

/* Whether a card is in a slot above those that the frame has. */
static gboolean
is_too_small (GenlockWork *work,
              GenlockWorkRow *spec,
              gboolean *too_small,
              GError **error)
{
  g_autoptr (GenlockStatement) statement = NULL;

  *too_small = FALSE;
  if (!genlock_record_has (spec->after, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS))
    return TRUE;

  statement = genlock_database_prepare (work->database, max_slot, error);
  if (statement == NULL)
    return FALSE;

  genlock_statement_bind_text (statement, ":id", genlock_record_get_id (spec->after));
  if (genlock_statement_step (statement, error) != GENLOCK_STATEMENT_ROW)
    return FALSE;

  *too_small = genlock_statement_get_int (statement, "slot")
               > genlock_record_get_int (spec->after, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS);

  return TRUE;
}

static gboolean
check_frame (GenlockWork *work,
             GenlockWorkRow *spec,
             guint64 changed,
             GError **error)
{
  gboolean too_small;

  if (!(changed & GENLOCK_FIELD_BIT (GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS)))
    return TRUE;

  if (!is_too_small (work, spec, &too_small, error))
    return FALSE;

  if (!too_small)
    return TRUE;

  return refuse (error, GENLOCK_STORE_ERROR_CONFLICT,
                 N_("A card is in a slot that the frame would no longer have. Move it first."));
}

gboolean
genlock_rules_keep_slots (GenlockWork *work,
                          GenlockWorkRow *row,
                          GError **error)
{
  gboolean too_small;
  GenlockRecord *after;

  if (row->table != &genlock_equipment_specs || row->before == NULL)
    return TRUE;

  if (!is_too_small (work, row, &too_small, error))
    return FALSE;

  if (!too_small)
    return TRUE;

  after = genlock_record_copy (row->after);
  genlock_record_set_value (after, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS,
                            genlock_record_get_value (row->before,
                                                      GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS));

  return genlock_work_write (work, row, after, error);
}

gboolean
genlock_rules_unplace (GenlockWork *work,
                       GenlockWorkRow *row,
                       GError **error)
{
  gboolean taken;
  gboolean missing;
  GenlockRecord *after;

  if (row->table != &genlock_equipment_cards
      || !genlock_record_has (row->after, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER))
    return TRUE;

  if (!is_slot_taken (work, row, &taken, error) || !is_slot_missing (work, row, &missing, error))
    return FALSE;

  if (!taken && !missing)
    return TRUE;

  after = genlock_record_copy (row->after);
  genlock_record_set_null (after, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);

  return genlock_work_write (work, row, after, error);
}

/* Only @locked_by and its reason differ. */
static gboolean
only_unlocks (const GenlockWorkRow *row,
              guint64 changed)
{
  const guint64 lock = GENLOCK_FIELD_BIT (GENLOCK_PRODUCTION_LOCKED_BY)
                       | GENLOCK_FIELD_BIT (GENLOCK_PRODUCTION_LOCK_REASON);

  return row->table == &genlock_productions
         && (changed & ~lock) == 0
         && !genlock_record_has (row->after, GENLOCK_PRODUCTION_LOCKED_BY);
}

/* By the lock that stood when the transaction began. */
static gboolean
check_show (GenlockWork *work,
            GenlockWorkRow *row,
            const char *id,
            guint64 changed,
            GError **error)
{
  GenlockWorkRow *show = genlock_work_peek (work, &genlock_productions, id);
  const char *locked_by;

  if (show == NULL)
    show = genlock_work_find (work, &genlock_productions, id, error);
  if (show == NULL)
    return FALSE;

  if (show->before == NULL || !genlock_record_has (show->before, GENLOCK_PRODUCTION_LOCKED_BY))
    return TRUE;

  locked_by = genlock_record_get_text (show->before, GENLOCK_PRODUCTION_LOCKED_BY);
  if (*locked_by == '\0' || g_strcmp0 (locked_by, work->author) == 0
      || only_unlocks (row, changed))
    return TRUE;

  return refuse (error, GENLOCK_STORE_ERROR_SHOW_LOCKED,
                 N_("Someone else has locked this show. Ask them to unlock it."));
}

/* A row that moves leaves one show and enters another. */
static gboolean
check_lock (GenlockWork *work,
            GenlockWorkRow *row,
            guint64 changed,
            GError **error)
{
  guint parent = row->table->parent_field;
  GenlockWorkRow before = { .table = row->table, .after = row->before };
  const char *id;

  if (!genlock_work_find_production (work, row, &id, error)
      || (id != NULL && !check_show (work, row, id, changed, error)))
    return FALSE;

  if (parent == 0 || row->before == NULL || !(changed & GENLOCK_FIELD_BIT (parent)))
    return TRUE;

  return genlock_work_find_production (work, &before, &id, error)
         && (id == NULL || check_show (work, row, id, changed, error));
}

static gboolean
check_row (GenlockWork *work,
           GenlockWorkRow *row,
           GError **error)
{
  guint64 changed = genlock_work_row_get_changed (row);

  if (changed == 0)
    return TRUE;

  if (!genlock_work_row_is_live (row))
    return check_lock (work, row, changed, error);

  if (!check_links (work, row, changed, error) || !check_lock (work, row, changed, error))
    return FALSE;

  if (row->table == &genlock_equipment_cards)
    return check_card (work, row, changed, error);

  if (row->table == &genlock_equipment_specs)
    return check_frame (work, row, changed, error);

  return TRUE;
}

gboolean
genlock_rules_check (GenlockWork *work,
                     GError **error)
{
  guint n_rows = work->rows->len;

  /* Looking links up adds rows that did not change. */
  for (guint i = 0; i < n_rows; i++)
    if (!genlock_work_go_on (work, error) || !check_row (work, work->rows->pdata[i], error))
      return FALSE;

  return TRUE;
}
