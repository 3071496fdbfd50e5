/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Device templates of EasySchematic as a sheet, a row a port. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-easyschematic-private.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-legacy.h"
#include "interchange/genlock-table-csv-private.h"

typedef enum
{
  MODEL,
  MANUFACTURER,
  LABEL,
  DEVICE_TYPE,
  PORT_LABEL,
  PORT_DIRECTION,
  PORT_SIGNAL,
  PORT_CONNECTOR,
  PORT_SECTION,
  SLOT_NUMBER,
  CARD_LABEL,
  N_COLUMNS,
} Column;

static const char * const heads[N_COLUMNS] = {
  [MODEL] = "model_number",
  [MANUFACTURER] = "manufacturer",
  [LABEL] = "label",
  [DEVICE_TYPE] = "device_type",
  [PORT_LABEL] = "port_label",
  [PORT_DIRECTION] = "port_direction",
  [PORT_SIGNAL] = "port_signal_type",
  [PORT_CONNECTOR] = "port_connector_type",
  [PORT_SECTION] = "port_section",
  [SLOT_NUMBER] = "slot",
  [CARD_LABEL] = "card",
};

/* What a device has but its ports. */
static const struct
{
  const char *head;
  const char *member;
} device_heads[] = {
  { "category", "category" },
  { "height_mm", "heightMm" },
  { "width_mm", "widthMm" },
  { "depth_mm", "depthMm" },
  { "weight_kg", "weightKg" },
  { "power_draw_w", "powerDrawW" },
  { "voltage", "voltage" },
  { "thermal_btuh", "thermalBtuh" },
  { "reference_url", "referenceUrl" },
};

typedef struct
{
  GenlockLibraryImport *import;
  const GenlockCsv *csv;
  guint file;
  guint row;
  int columns[N_COLUMNS];
  GHashTable *templates; /* owned: folded maker and model → JsonObject, unowned */
  GPtrArray *order; /* owned (element-type JsonObject) */
} Sheet;

static char *
dup_at (const Sheet *sheet,
        int column)
{
  const char *cell = NULL;

  if (column >= 0 && (guint) column < genlock_csv_get_n_cells (sheet->csv, sheet->row))
    cell = genlock_csv_get_cell (sheet->csv, sheet->row, (guint) column);

  return g_strstrip (g_strdup (cell != NULL ? cell : ""));
}

static char *
dup_cell (const Sheet *sheet,
          Column column)
{
  return dup_at (sheet, sheet->columns[column]);
}

static void
set_cell (const Sheet *sheet,
          JsonObject *object,
          const char *member,
          Column column)
{
  g_autofree char *cell = dup_cell (sheet, column);

  if (*cell != '\0')
    json_object_set_string_member (object, member, cell);
}

gboolean
genlock_easyschematic_csv_is (const GenlockCsv *csv)
{
  static const Column needed[] = { MODEL, DEVICE_TYPE, PORT_LABEL, PORT_SIGNAL, PORT_DIRECTION };

  if (genlock_csv_get_n_rows (csv) == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (genlock_table_csv_find_head (csv, 0, heads[needed[i]]) < 0)
      return FALSE;

  return TRUE;
}

static gboolean
refuse (const Sheet *sheet,
        const char *sentence,
        GError **error)
{
  g_autofree char *place = g_strdup_printf (_("row %u"), sheet->row + 1);

  return genlock_library_import_refuse (sheet->import, sheet->file, place, sentence, error);
}

static JsonObject *
add_template (Sheet *sheet,
              const char *key)
{
  JsonObject *object = json_object_new ();
  g_autofree char *model = dup_cell (sheet, MODEL);

  set_cell (sheet, object, "modelNumber", MODEL);
  set_cell (sheet, object, "manufacturer", MANUFACTURER);
  set_cell (sheet, object, "label", LABEL);
  set_cell (sheet, object, "deviceType", DEVICE_TYPE);
  if (!json_object_has_member (object, "label"))
    json_object_set_string_member (object, "label", model);
  for (guint i = 0; i < G_N_ELEMENTS (device_heads); i++)
    {
      int column = genlock_table_csv_find_head (sheet->csv, 0, device_heads[i].head);
      g_autofree char *cell = dup_at (sheet, column);

      if (*cell != '\0')
        json_object_set_string_member (object, device_heads[i].member, cell);
    }
  json_object_set_int_member (object, "row", sheet->row + 1);
  json_object_set_array_member (object, "ports", json_array_new ());
  json_object_set_array_member (object, "slots", json_array_new ());
  g_ptr_array_add (sheet->order, object);
  g_hash_table_insert (sheet->templates, g_strdup (key), object);

  return object;
}

/* (transfer none): the template of the row, made on first use. */
static JsonObject *
get_template (Sheet *sheet)
{
  g_autofree char *model = dup_cell (sheet, MODEL);
  g_autofree char *label = dup_cell (sheet, LABEL);
  g_autofree char *maker = dup_cell (sheet, MANUFACTURER);
  g_autofree char *whole = g_strdup_printf ("%s\n%s", maker, *model != '\0' ? model : label);
  g_autofree char *key = genlock_import_ports_fold (whole);
  JsonObject *object = g_hash_table_lookup (sheet->templates, key);

  return object != NULL ? object : add_template (sheet, key);
}

/* (transfer none) (nullable): the ports of the row's card, %NULL with @error. */
static JsonArray *
get_card_ports (Sheet *sheet,
                JsonObject *object,
                const char *slot,
                const char *card,
                GError **error)
{
  JsonArray *slots = json_object_get_array_member (object, "slots");
  JsonObject *added;

  for (guint i = 0; i < json_array_get_length (slots); i++)
    {
      JsonObject *other = json_array_get_object_element (slots, i);
      const char *label = json_object_get_string_member (other, "cardLabel");
      g_autofree char *sentence = NULL;

      if (strcmp (json_object_get_string_member (other, "slot"), slot) != 0)
        continue;
      if (strcmp (label, card) == 0)
        return json_object_get_array_member (other, "ports");
      sentence = g_strdup_printf (_("Slot %1$s is that of “%2$s” already. Two cards cannot be in "
                                    "one slot."), slot, label);
      refuse (sheet, sentence, error);
      return NULL;
    }
  if (json_array_get_length (slots) >= GENLOCK_SLOTS_MAX)
    {
      refuse (sheet, _("There are more slots than a frame may have."), error);
      return NULL;
    }

  added = json_object_new ();
  json_object_set_string_member (added, "slot", slot);
  json_object_set_string_member (added, "cardLabel", card);
  json_object_set_int_member (added, "row", sheet->row + 1);
  json_object_set_array_member (added, "ports", json_array_new ());
  json_array_add_object_element (slots, added);

  return json_object_get_array_member (added, "ports");
}

static gboolean
read_row (Sheet *sheet,
          GError **error)
{
  g_autofree char *model = dup_cell (sheet, MODEL);
  g_autofree char *label = dup_cell (sheet, LABEL);
  g_autofree char *slot = dup_cell (sheet, SLOT_NUMBER);
  g_autofree char *card = dup_cell (sheet, CARD_LABEL);
  JsonArray *ports;
  JsonObject *object;
  JsonObject *port;

  if (*model == '\0' && *label == '\0')
    return refuse (sheet, _("This row does not say of which model it is."), error);
  if (*slot == '\0' && *card != '\0')
    return refuse (sheet, _("This card is in no slot. Give it a number."), error);

  object = get_template (sheet);
  ports = *slot != '\0' ? get_card_ports (sheet, object, slot, card, error)
                        : json_object_get_array_member (object, "ports");
  if (ports == NULL)
    return FALSE;

  port = json_object_new ();
  set_cell (sheet, port, "label", PORT_LABEL);
  set_cell (sheet, port, "direction", PORT_DIRECTION);
  set_cell (sheet, port, "signalType", PORT_SIGNAL);
  set_cell (sheet, port, "connectorType", PORT_CONNECTOR);
  json_object_set_int_member (port, "row", sheet->row + 1);
  json_array_add_object_element (ports, port);

  return TRUE;
}

static gboolean
is_empty (const Sheet *sheet)
{
  for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, sheet->row); i++)
    {
      g_autofree char *cell = dup_at (sheet, (int) i);

      if (*cell != '\0')
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_known (const char *head)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_ascii_strcasecmp (head, heads[i]) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (device_heads); i++)
    if (g_ascii_strcasecmp (head, device_heads[i].head) == 0)
      return TRUE;

  return *head == '\0';
}

static void
report_unknown (Sheet *sheet)
{
  sheet->row = 0;
  for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, 0); i++)
    {
      g_autofree char *head = dup_at (sheet, (int) i);

      if (!is_known (head))
        genlock_library_import_report (sheet->import, GENLOCK_IMPORT_LOST, sheet->file, "row 1",
                                       head, N_("Genlock has no field for this"));
    }
}

static gboolean
read_rows (Sheet *sheet,
           GError **error)
{
  report_unknown (sheet);
  for (sheet->row = 1; sheet->row < genlock_csv_get_n_rows (sheet->csv); sheet->row++)
    if (!is_empty (sheet) && !read_row (sheet, error))
      return FALSE;

  for (guint i = 0; i < sheet->order->len; i++)
    {
      JsonObject *object = sheet->order->pdata[i];
      guint row = (guint) json_object_get_int_member (object, "row");
      g_autofree char *place = g_strdup_printf (_("row %u"), row);

      if (!genlock_easyschematic_add (sheet->import, object, sheet->file, place, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
genlock_easyschematic_csv_read (GenlockLibraryImport *self,
                                const GenlockCsv *csv,
                                guint file,
                                GError **error)
{
  Sheet sheet = { .import = self, .csv = csv, .file = file };
  gboolean is_read;

  for (guint i = 0; i < N_COLUMNS; i++)
    sheet.columns[i] = genlock_table_csv_find_head (csv, 0, heads[i]);
  sheet.templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheet.order = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  is_read = read_rows (&sheet, error);
  g_hash_table_unref (sheet.templates);
  g_ptr_array_unref (sheet.order);

  return is_read;
}
