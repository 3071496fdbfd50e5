/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an older list of equipment can be true. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "equipment/genlock-card-type.h"
#include "equipment/genlock-equipment-check.h"
#include "equipment/genlock-slot-rules.h"
#include "interchange/genlock-import.h"
#include "interchange/genlock-legacy-equipment.h"
#include "interchange/genlock-library-legacy.h"

/* A piece of equipment of a file. */
typedef struct
{
  GenlockLegacy *legacy;
  guint file;
  char *place; /* owned */
} Piece;

static gboolean
refuse (GenlockImportPlan *plan,
        guint file,
        const char *place,
        const char *sentence,
        GError **error)
{
  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_RULES, _("“%1$s”: %2$s: %3$s"),
               (const char *) g_ptr_array_index (plan->names, file), place, sentence);

  return FALSE;
}

/* A whole number of 1 to 64, also as text; what is empty is none. Returns: whether it is that. */
static gboolean
read_slot (JsonObject *object,
           const char * const *names,
           char **text,
           guint *slot)
{
  *slot = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (object, names[i]);
      char *end;
      double number;

      if (node == NULL || genlock_legacy_is_empty (node))
        continue;
      *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
              ? g_strstrip (g_strdup (json_node_get_string (node)))
              : genlock_legacy_dup_value (node);
      number = g_ascii_strtod (*text, &end);
      if (end == *text || *end != '\0' || !(number >= 1 && number <= GENLOCK_SLOTS_MAX)
          || number != (guint) number)
        return FALSE;
      *slot = (guint) number;
      return TRUE;
    }

  return TRUE;
}

static gboolean
check_slot (const Piece *piece,
            JsonObject *card,
            const char *place,
            guint index,
            guint *taken,
            GError **error)
{
  static const char * const names[] = { "slotNumber", "slot_number", "slot", NULL };
  g_autofree char *where = g_strdup_printf ("%s.slotNumber", place);
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  guint slot;

  if (!read_slot (card, names, &text, &slot))
    sentence = g_strdup_printf (_("There is no slot %1$s. Slots go from 1 to %2$d."), text,
                                GENLOCK_SLOTS_MAX);
  else if (slot != 0 && taken[slot] != 0)
    sentence = g_strdup_printf (_("Slot %1$s is that of cards[%2$u] already. Two cards cannot be "
                                  "in one slot."), text, taken[slot] - 1);
  if (sentence != NULL)
    return refuse (piece->legacy->plan, piece->file, where, sentence, error);

  taken[slot] = index + 1;

  return TRUE;
}

static gboolean
check_ports (const Piece *piece,
             JsonObject *card,
             const char *place,
             GError **error)
{
  static const char * const lists[] = { "inputs", "outputs", "ports", "equipment_card_io" };
  g_autofree char *sentence = NULL;
  guint n_ports = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonArray *ports = genlock_legacy_get_array (card, lists[i]);

      n_ports += ports != NULL ? json_array_get_length (ports) : 0;
    }
  if (n_ports <= GENLOCK_CARD_PORTS_MAX)
    return TRUE;

  sentence = g_strdup_printf (_("There are %1$u ports, more than the %2$u that there may be. Check "
                                "the file."), n_ports, GENLOCK_CARD_PORTS_MAX);

  return refuse (piece->legacy->plan, piece->file, place, sentence, error);
}

static gboolean
is_card_based (JsonObject *object)
{
  static const char * const names[] = { "ioArchitecture", "io_architecture" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *word = genlock_legacy_get_string (object, names[i]);

      if (word != NULL && g_ascii_strncasecmp (word, "card", 4) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_count (const Piece *piece,
             JsonObject *object,
             GError **error)
{
  static const char * const names[] = { "cardSlots", "card_slots", NULL };
  g_autofree char *where = g_strdup_printf ("%s.cardSlots", piece->place);
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  guint n_slots;

  /* Devices without slots have 0 of them; what is built of cards has at least one. */
  if (read_slot (object, names, &text, &n_slots)
      || (g_strcmp0 (text, "0") == 0 && !is_card_based (object)))
    return TRUE;

  sentence = g_strdup_printf (_("A frame cannot have %1$s slots: it has 1 to %2$d."), text,
                              GENLOCK_SLOTS_MAX);

  return refuse (piece->legacy->plan, piece->file, where, sentence, error);
}

static gboolean
check_piece (const Piece *piece,
             JsonObject *object,
             GError **error)
{
  JsonArray *cards = genlock_legacy_get_array (object, "cards");
  guint taken[GENLOCK_SLOTS_MAX + 1] = { 0 };

  if (cards == NULL)
    cards = genlock_legacy_get_array (object, "equipment_cards");
  if (!check_count (piece, object, error))
    return FALSE;

  for (guint i = 0; cards != NULL && i < json_array_get_length (cards); i++)
    {
      JsonObject *card = genlock_legacy_get_element (cards, i);
      g_autofree char *place = g_strdup_printf ("%s.cards[%u]", piece->place, i);

      if (card != NULL
          && (!check_slot (piece, card, place, i, taken, error)
              || !check_ports (piece, card, place, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_list (GenlockLegacy *self,
            const GenlockLegacyList *list,
            GError **error)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      JsonNode *node = g_ptr_array_index (list->rows, i);
      g_autofree char *place = genlock_legacy_join_index (list->place, i);
      Piece piece = { self, list->file, place };

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node)
          && !check_piece (&piece, json_node_get_object (node), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
genlock_library_legacy_check (GenlockLegacy *self,
                              GError **error)
{
  for (guint i = 0; i < self->equipment->len; i++)
    if (!check_list (self, g_ptr_array_index (self->equipment, i), error))
      return FALSE;

  return TRUE;
}

gboolean
genlock_library_legacy_check_rows (GenlockLegacy *self,
                                   GError **error)
{
  for (guint i = 0; i < self->specs->len; i++)
    {
      const GenlockLegacySpec *spec = g_ptr_array_index (self->specs, i);
      const GenlockImportRow *row = genlock_import_plan_find_row (
        self->plan, genlock_record_get_id (spec->record));
      g_autoptr (GError) failed = NULL;

      if (row != NULL && !genlock_equipment_check (spec->record, &failed))
        return refuse (self->plan, row->entry.file, row->entry.place, failed->message, error);
    }

  return TRUE;
}
