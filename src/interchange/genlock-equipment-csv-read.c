/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment as a sheet, a row a port: reading it back. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-uuid.h"
#include "core/model/genlock-validate.h"
#include "core/model/genlock-vocabulary.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-port-edit.h"
#include "equipment/genlock-ports.h"
#include "equipment/genlock-slot-rules.h"
#include "interchange/genlock-equipment-csv-private.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-import.h"
#include "interchange/genlock-table-csv-private.h"

typedef struct
{
  const GenlockCsv *csv;
  GenlockImportPlan *plan;
  guint file;
  int columns[GENLOCK_EQUIPMENT_CSV_N_COLUMNS]; /* -1: the sheet has none */
  GHashTable *specs; /* owned: UID or folded make and model → GenlockRecord of the plan */
  guint row;
} Sheet;

/* (transfer full): "" where the sheet has no such column. */
static char *
dup_cell (const Sheet *sheet,
          GenlockEquipmentCsvColumn column)
{
  int place = sheet->columns[column];

  if (place < 0)
    return g_strdup ("");

  return g_strstrip (g_strdup (genlock_csv_restore (genlock_csv_get_cell (sheet->csv, sheet->row,
                                                                          (guint) place))));
}

static void
report (const Sheet *sheet,
        GenlockEquipmentCsvColumn column,
        const char *value,
        const char *reason)
{
  g_autofree char *place = g_strdup_printf ("row %u, %s", sheet->row + 1,
                                            genlock_equipment_csv_heads[column]);

  genlock_import_report_add (sheet->plan->report, GENLOCK_IMPORT_LOST,
                             g_ptr_array_index (sheet->plan->names, sheet->file), NULL, place,
                             value, reason);
}

static void
set_cell (const Sheet *sheet,
          GenlockRecord *record,
          guint field,
          GenlockEquipmentCsvColumn column)
{
  g_autofree char *cell = dup_cell (sheet, column);
  GenlockValue value = { 0 };

  if (*cell == '\0')
    return;
  if (!genlock_field_parse (genlock_record_get_table (record), field, cell, &value, NULL))
    {
      report (sheet, column, cell, N_("The field cannot hold this value: it stays as it is"));
      return;
    }

  genlock_record_set_value (record, field, &value);
  genlock_value_clear (&value);
}

/* The category by its own word, or by one that others use for it. */
static void
set_category (const Sheet *sheet,
              GenlockRecord *spec)
{
  g_autofree char *category = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_CATEGORY);
  g_autofree char *type = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_DEVICE_TYPE);
  const char *known = genlock_vocabulary_canonical (GENLOCK_VOCABULARY_CATEGORY, category);

  if (known == NULL)
    known = genlock_vocabulary_canonical (GENLOCK_VOCABULARY_CATEGORY, type);
  if (known == NULL && *category != '\0')
    report (sheet, GENLOCK_EQUIPMENT_CSV_CATEGORY, category,
            N_("Genlock has no such category: it is Other"));

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, known != NULL ? known : "OTHER");
}

static guint64
bit (guint field)
{
  return G_GUINT64_CONSTANT (1) << field;
}

static GenlockRecord *
add_spec (const Sheet *sheet,
          const char *id)
{
  GenlockImportPlan *plan = sheet->plan;
  g_autofree char *place = g_strdup_printf ("row %u", sheet->row + 1);
  GenlockRecord *spec = genlock_record_new_row (&genlock_equipment_specs, id);
  GenlockImportRow *row;

  set_category (sheet, spec);
  set_cell (sheet, spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, GENLOCK_EQUIPMENT_CSV_MANUFACTURER);
  set_cell (sheet, spec, GENLOCK_EQUIPMENT_SPEC_MODEL, GENLOCK_EQUIPMENT_CSV_MODEL);
  set_cell (sheet, spec, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, GENLOCK_EQUIPMENT_CSV_CARD_SLOTS);
  genlock_record_clear_children (spec, &genlock_equipment_io_ports);
  genlock_record_clear_children (spec, &genlock_equipment_cards);

  row = genlock_import_plan_add_row (plan, genlock_import_plan_get_equipment (plan), spec,
                                     sheet->file, place);
  if (row == NULL)
    return NULL;

  row->cells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  row->said = bit (GENLOCK_EQUIPMENT_SPEC_MANUFACTURER) | bit (GENLOCK_EQUIPMENT_SPEC_MODEL);
  if (sheet->columns[GENLOCK_EQUIPMENT_CSV_CATEGORY] >= 0)
    row->said |= bit (GENLOCK_EQUIPMENT_SPEC_CATEGORY);
  if (sheet->columns[GENLOCK_EQUIPMENT_CSV_CARD_SLOTS] >= 0)
    row->said |= bit (GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS);

  return spec;
}

/* (transfer none) (nullable): the equipment that the row belongs to. */
static GenlockRecord *
get_spec (Sheet *sheet)
{
  g_autofree char *uid = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_UID);
  g_autofree char *maker = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_MANUFACTURER);
  g_autofree char *model = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_MODEL);
  g_autofree char *whole = g_strdup_printf ("%s %s", maker, model);
  g_autofree char *folded = genlock_import_ports_fold (whole);
  g_autofree char *id = genlock_uuid_canonicalize (uid);
  g_autofree char *key = g_strdup (id != NULL ? id : folded);
  GenlockRecord *spec = g_hash_table_lookup (sheet->specs, key);

  if (spec != NULL)
    return spec;
  if (*model == '\0')
    {
      report (sheet, GENLOCK_EQUIPMENT_CSV_MODEL, NULL, N_("A row without a model is left out"));
      return NULL;
    }

  if (id == NULL)
    id = genlock_uuid_from (genlock_equipment_specs.name, folded, NULL);
  spec = add_spec (sheet, id);
  if (spec != NULL)
    g_hash_table_insert (sheet->specs, g_steal_pointer (&key), spec);

  return spec;
}

/* Returns: %FALSE. */
static gboolean
refuse (const Sheet *sheet,
        const char *sentence,
        GError **error)
{
  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_RULES, _("“%1$s”: row %2$u: %3$s"),
               (const char *) g_ptr_array_index (sheet->plan->names, sheet->file),
               sheet->row + 1, sentence);

  return FALSE;
}

/* Whether a card may be in that slot, which no other is in yet. */
static gboolean
check_slot (const Sheet *sheet,
            GPtrArray *cards,
            const char *slot,
            GError **error)
{
  g_autofree char *sentence = NULL;
  guint64 number;

  if (*slot == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (slot, 10, 1, GENLOCK_SLOTS_MAX, &number, NULL))
    {
      sentence = g_strdup_printf (_("There is no slot %1$s. Slots go from 1 to %2$d."), slot,
                                  GENLOCK_SLOTS_MAX);
      return refuse (sheet, sentence, error);
    }

  for (guint i = 0; i < cards->len; i++)
    {
      const char *label = genlock_record_get_text (cards->pdata[i], GENLOCK_EQUIPMENT_CARD_LABEL);

      if (genlock_record_get_int (cards->pdata[i], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER)
          != (gint64) number)
        continue;
      sentence = g_strdup_printf (_("Slot %1$s is that of “%2$s” already. Two cards cannot be in "
                                    "one slot."), slot, label != NULL ? label : "");
      return refuse (sheet, sentence, error);
    }

  return TRUE;
}

/* (transfer none) (nullable): the card in which the row's port is, made on first use. */
static GenlockRecord *
get_card (const Sheet *sheet,
          GenlockRecord *spec,
          const char *slot,
          const char *label,
          GError **error)
{
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);
  gint64 number = g_ascii_strtoll (slot, NULL, 10);
  g_autofree char *id = NULL;
  GenlockRecord *card;

  for (guint i = 0; i < cards->len; i++)
    {
      const char *other = genlock_record_get_text (cards->pdata[i], GENLOCK_EQUIPMENT_CARD_LABEL);

      if (genlock_record_get_int (cards->pdata[i], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER) == number
          && strcmp (other != NULL ? other : "", label) == 0)
        return cards->pdata[i];
    }
  if (!check_slot (sheet, cards, slot, error))
    return NULL;

  id = genlock_uuid_from (genlock_record_get_id (spec), genlock_equipment_cards.name, slot, label,
                          NULL);
  card = genlock_record_new_row (&genlock_equipment_cards, id);
  set_cell (sheet, card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, GENLOCK_EQUIPMENT_CSV_SLOT);
  set_cell (sheet, card, GENLOCK_EQUIPMENT_CARD_LABEL, GENLOCK_EQUIPMENT_CSV_CARD);
  genlock_record_clear_children (card, &genlock_equipment_card_io);
  genlock_record_add_child (spec, card);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, "CARD_BASED");

  return card;
}

static const char *
read_direction (const char *cell)
{
  if (g_ascii_strncasecmp (cell, "in", 2) == 0)
    return "INPUT";
  if (g_ascii_strncasecmp (cell, "out", 3) == 0)
    return "OUTPUT";

  return NULL;
}

static gboolean
has_row (GPtrArray *rows,
         const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (genlock_record_get_id (rows->pdata[i]), id) == 0)
      return TRUE;

  return FALSE;
}

/* (transfer full): of a port, @ports are those before it. A row that was copied in the sheet, with
 * the id of its port or without any, is another port. @direction: (nullable) */
static char *
make_port_id (GenlockRecord *parent,
              GPtrArray *ports,
              const char *uid,
              const char *direction,
              const char *label)
{
  const char *table = genlock_ports_get_table (genlock_record_get_table (parent))->name;
  const char *way = direction != NULL ? direction : "";
  g_autofree char *number = g_strdup_printf ("%u", ports->len + 1);
  g_autofree char *id = genlock_uuid_canonicalize (uid);

  if (id == NULL || has_row (ports, id))
    {
      g_free (id);
      id = genlock_uuid_from (genlock_record_get_id (parent), table, way,
                              *label != '\0' ? label : number, NULL);
    }
  if (!has_row (ports, id))
    return g_steal_pointer (&id);

  return genlock_uuid_from (genlock_record_get_id (parent), table, way, label, number, NULL);
}

/* @direction: (nullable) */
static void
add_port (const Sheet *sheet,
          GenlockRecord *parent,
          const GenlockTable *table,
          const char *direction)
{
  GPtrArray *ports = genlock_record_get_children (parent, table);
  g_autofree char *uid = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_PORT_UID);
  g_autofree char *label = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_PORT_LABEL);
  g_autofree char *connector = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_PORT_CONNECTOR);
  g_autofree char *id = make_port_id (parent, ports, uid, direction, label);
  GenlockRecord *port = genlock_record_new_row (table, id);

  if (direction != NULL)
    genlock_record_set_text (port, GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE, direction);
  genlock_record_set_text (port, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE, "Unknown");
  set_cell (sheet, port, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE,
            *connector != '\0' ? GENLOCK_EQUIPMENT_CSV_PORT_CONNECTOR
                               : GENLOCK_EQUIPMENT_CSV_PORT_SIGNAL);
  set_cell (sheet, port, GENLOCK_EQUIPMENT_IO_PORT_LABEL, GENLOCK_EQUIPMENT_CSV_PORT_LABEL);
  set_cell (sheet, port, GENLOCK_EQUIPMENT_IO_PORT_FORMAT, GENLOCK_EQUIPMENT_CSV_FORMATS);
  genlock_record_set_int (port, GENLOCK_EQUIPMENT_IO_PORT_PORT_INDEX, ports->len + 1);
  genlock_record_add_child (parent, port);
}

static gboolean
check_count (const Sheet *sheet,
             GPtrArray *ports,
             guint max,
             GError **error)
{
  g_autofree char *sentence = NULL;

  if (ports->len < max)
    return TRUE;

  sentence = g_strdup_printf (_("There are more than the %u ports that there may be. Check the "
                                "file."), max);

  return refuse (sheet, sentence, error);
}

static gboolean
read_row (Sheet *sheet,
          GError **error)
{
  const GenlockTable *table = &genlock_equipment_io_ports;

  g_autofree char *slot = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_SLOT);
  g_autofree char *card = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_CARD);
  g_autofree char *label = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_PORT_LABEL);
  g_autofree char *way = dup_cell (sheet, GENLOCK_EQUIPMENT_CSV_PORT_DIRECTION);
  const char *direction = read_direction (way);
  GenlockRecord *spec = get_spec (sheet);
  gboolean on_card = *slot != '\0' || *card != '\0';

  if (spec == NULL)
    return TRUE;

  if (on_card)
    {
      table = &genlock_equipment_card_io;
      spec = get_card (sheet, spec, slot, card, error);
      if (spec == NULL)
        return FALSE;
    }
  if (direction == NULL && *way == '\0' && *label == '\0')
    return TRUE;
  if (!check_count (sheet, genlock_record_get_children (spec, table),
                    on_card ? GENLOCK_CARD_PORTS_MAX : GENLOCK_PORTS_MAX, error))
    return FALSE;

  /* Equipment with such a port breaks a rule and stays out: a port that is not in a sheet goes. */
  if (direction == NULL)
    report (sheet, GENLOCK_EQUIPMENT_CSV_PORT_DIRECTION, way,
            N_("A port is an input or an output: this equipment is left out"));
  add_port (sheet, spec, table, direction);

  return TRUE;
}

static gboolean
is_empty (const Sheet *sheet)
{
  for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, sheet->row); i++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (genlock_csv_get_cell (sheet->csv, sheet->row,
                                                                          i)));

      if (*cell != '\0')
        return FALSE;
    }

  return TRUE;
}

/* Columns that others have too, and Genlock nothing for. */
static void
report_unknown (Sheet *sheet)
{
  sheet->row = 0;
  for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, 0); i++)
    {
      g_autofree char *head = g_strstrip (g_strdup (genlock_csv_get_cell (sheet->csv, 0, i)));
      gboolean is_known = *head == '\0';

      for (guint c = 0; c < GENLOCK_EQUIPMENT_CSV_N_COLUMNS; c++)
        is_known = is_known || g_ascii_strcasecmp (head, genlock_equipment_csv_heads[c]) == 0;
      if (!is_known)
        genlock_import_report_add (sheet->plan->report, GENLOCK_IMPORT_LOST,
                                   g_ptr_array_index (sheet->plan->names, sheet->file), NULL,
                                   "row 1", head, N_("Genlock has no field for this"));
    }
}

gboolean
genlock_equipment_csv_is (const GenlockCsv *csv)
{
  static const GenlockEquipmentCsvColumn needed[] = {
    GENLOCK_EQUIPMENT_CSV_UID, GENLOCK_EQUIPMENT_CSV_MODEL, GENLOCK_EQUIPMENT_CSV_PORT_DIRECTION,
  };

  if (genlock_csv_get_n_rows (csv) == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (genlock_table_csv_find_head (csv, 0, genlock_equipment_csv_heads[needed[i]]) < 0)
      return FALSE;

  return TRUE;
}

gboolean
genlock_equipment_csv_read (const GenlockCsv *csv,
                            GenlockImportPlan *plan,
                            guint file,
                            GError **error)
{
  Sheet sheet = { .csv = csv, .plan = plan, .file = file };
  gboolean is_read = TRUE;

  for (guint i = 0; i < GENLOCK_EQUIPMENT_CSV_N_COLUMNS; i++)
    sheet.columns[i] = genlock_table_csv_find_head (csv, 0, genlock_equipment_csv_heads[i]);
  sheet.specs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  report_unknown (&sheet);
  for (sheet.row = 1; is_read && sheet.row < genlock_csv_get_n_rows (csv); sheet.row++)
    is_read = is_empty (&sheet) || read_row (&sheet, error);
  g_hash_table_unref (sheet.specs);

  return is_read;
}

/* (transfer full): the child with what a sheet says of it. */
static GenlockRecord *
merge (GPtrArray *before,
       GenlockRecord *wanted,
       const guint *fields)
{
  GenlockRecord *found = NULL;

  for (guint i = 0; before != NULL && i < before->len && found == NULL; i++)
    if (strcmp (genlock_record_get_id (before->pdata[i]), genlock_record_get_id (wanted)) == 0)
      found = before->pdata[i];
  if (found == NULL)
    return genlock_record_copy (wanted);

  found = genlock_record_copy (found);
  for (guint i = 0; fields[i] != 0; i++)
    genlock_record_set_value (found, fields[i], genlock_record_get_value (wanted, fields[i]));

  return found;
}

static void
merge_ports (GenlockRecord *record,
             GPtrArray *before,
             GPtrArray *wanted,
             const GenlockTable *table)
{
  static const guint fields[] = {
    GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE,
    GENLOCK_EQUIPMENT_IO_PORT_LABEL, GENLOCK_EQUIPMENT_IO_PORT_FORMAT, 0,
  };

  genlock_record_clear_children (record, table);
  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    genlock_record_add_child (record, merge (before, wanted->pdata[i], fields));
}

static gboolean
shares_port (GenlockRecord *card,
             GenlockRecord *wanted)
{
  GPtrArray *ours = genlock_record_get_children (card, &genlock_equipment_card_io);
  GPtrArray *theirs = genlock_record_get_children (wanted, &genlock_equipment_card_io);

  for (guint i = 0; ours != NULL && theirs != NULL && i < ours->len; i++)
    for (guint j = 0; j < theirs->len; j++)
      if (strcmp (genlock_record_get_id (ours->pdata[i]),
                  genlock_record_get_id (theirs->pdata[j])) == 0)
        return TRUE;

  return FALSE;
}

/* A card has no id in a sheet: it is the one whose ports these are, else the one in that slot. */
static GenlockRecord *
find_card (GPtrArray *cards,
           GenlockRecord *wanted)
{
  GenlockRecord *found = NULL;

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      if (genlock_record_get_bool (cards->pdata[i], GENLOCK_META_IS_DELETED))
        continue;
      if (shares_port (cards->pdata[i], wanted))
        return cards->pdata[i];
      if (genlock_record_get_int (cards->pdata[i], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER)
          == genlock_record_get_int (wanted, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER)
          && g_strcmp0 (genlock_record_get_text (cards->pdata[i], GENLOCK_EQUIPMENT_CARD_LABEL),
                        genlock_record_get_text (wanted, GENLOCK_EQUIPMENT_CARD_LABEL)) == 0)
        found = cards->pdata[i];
    }

  return found;
}

void
genlock_equipment_csv_overlay (GenlockRecord *record,
                               GenlockRecord *existing,
                               GenlockRecord *parsed)
{
  GPtrArray *cards = genlock_record_get_children (existing, &genlock_equipment_cards);
  GPtrArray *wanted = genlock_record_get_children (parsed, &genlock_equipment_cards);

  merge_ports (record, genlock_record_get_children (existing, &genlock_equipment_io_ports),
               genlock_record_get_children (parsed, &genlock_equipment_io_ports),
               &genlock_equipment_io_ports);

  genlock_record_clear_children (record, &genlock_equipment_cards);
  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    {
      GenlockRecord *found = find_card (cards, wanted->pdata[i]);
      GenlockRecord *card = genlock_record_copy (found != NULL ? found : wanted->pdata[i]);

      genlock_record_set_value (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER,
                                genlock_record_get_value (wanted->pdata[i],
                                                          GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER));
      genlock_record_set_value (card, GENLOCK_EQUIPMENT_CARD_LABEL,
                                genlock_record_get_value (wanted->pdata[i],
                                                          GENLOCK_EQUIPMENT_CARD_LABEL));
      if (found != NULL)
        merge_ports (card, genlock_record_get_children (found, &genlock_equipment_card_io),
                     genlock_record_get_children (wanted->pdata[i], &genlock_equipment_card_io),
                     &genlock_equipment_card_io);
      genlock_record_add_child (record, card);
    }
}
