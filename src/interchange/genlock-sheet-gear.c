/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gear list: what has to be brought, with counts. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-sheet-build-private.h"

enum
{
  COLUMN_COUNT,
  COLUMN_MANUFACTURER,
  COLUMN_MODEL,
  COLUMN_NAMES,
  COLUMN_PACKED,
  COLUMN_BACK,
  N_COLUMNS,
};

static const GenlockSheetColumn columns[N_COLUMNS] = {
  [COLUMN_COUNT] = { N_("Count"), GENLOCK_SHEET_NUMBER, 0.0, FALSE, FALSE },
  [COLUMN_MANUFACTURER] = { N_("Manufacturer"), GENLOCK_SHEET_TEXT, 1.6, FALSE, FALSE },
  [COLUMN_MODEL] = { N_("Model"), GENLOCK_SHEET_TEXT, 2.4, FALSE, FALSE },
  [COLUMN_NAMES] = { N_("Used as"), GENLOCK_SHEET_TEXT, 4.0, FALSE, FALSE },
  [COLUMN_PACKED] = { N_("Packed"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
  [COLUMN_BACK] = { N_("Returned"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
};

/* Behind every category. */
static const char * const last_groups[] = {
  N_("Converters and adapters at sources and sends"),
  N_("Equipment not said"),
};

static const char *
get_category_name (const char *word)
{
  for (const GenlockChoice *choice = genlock_categories; choice->word != NULL; choice++)
    if (g_strcmp0 (choice->word, word) == 0)
      return _(choice->label);

  return word != NULL ? word : "";
}

/* Groups are in the order of the table: a digit in front of the first word. */
static void
add_node (GenlockSheetTally *tally,
          const GenlockSignalNode *node)
{
  static const struct
  {
    int secondary;
    int type;
  } fields[] = {
    [GENLOCK_SIGNAL_SOURCE] = { GENLOCK_SOURCE_SECONDARY_DEVICE, GENLOCK_SOURCE_TYPE },
    [GENLOCK_SIGNAL_DEVICE] = { -1, GENLOCK_DEVICE_NAME },
    [GENLOCK_SIGNAL_SEND] = { GENLOCK_SEND_SECONDARY_DEVICE, GENLOCK_SEND_TYPE },
  };
  const char *secondary = NULL;
  const char *type = genlock_record_get_text (node->record, (guint) fields[node->kind].type);
  g_autofree char *group = NULL;

  if (fields[node->kind].secondary >= 0)
    secondary = genlock_record_get_text (node->record, (guint) fields[node->kind].secondary);
  if (secondary != NULL && *secondary != '\0')
    genlock_sheet_tally_add (tally, "2", NULL, secondary, -1.0,
                             genlock_signal_node_dup_name (node));

  if (node->spec == NULL)
    {
      genlock_sheet_tally_add (tally, "3", NULL, type, -1.0, genlock_signal_node_dup_name (node));
      return;
    }

  group = g_strconcat ("1", get_category_name (genlock_record_get_text (
                                                 node->spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY)),
                       NULL);
  genlock_sheet_tally_add (tally, group,
                           genlock_record_get_text (node->spec,
                                                    GENLOCK_EQUIPMENT_SPEC_MANUFACTURER),
                           genlock_record_get_text (node->spec, GENLOCK_EQUIPMENT_SPEC_MODEL),
                           -1.0, genlock_signal_node_dup_name (node));
}

static char *
join_names (const GenlockSheetCount *count)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < count->names->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) count->names->pdata[i]);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

GenlockSheet *
genlock_sheet_make_gear (const GenlockSheetMaker *maker)
{
  GenlockSheet *sheet = genlock_sheet_new (_("Gear list"), columns, N_COLUMNS);
  g_autoptr (GenlockSheetTally) tally = genlock_sheet_tally_new ();
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (maker->graph);
  g_autoptr (GPtrArray) counts = NULL;
  GenlockSheetGroup *group = NULL;

  sheet->group_heading = N_("Category");
  for (guint i = 0; i < nodes->len; i++)
    {
      const GenlockSignalNode *node = nodes->pdata[i];

      if (node->kind != GENLOCK_SIGNAL_UNKNOWN && node->record != NULL)
        add_node (tally, node);
    }

  counts = genlock_sheet_tally_list (tally);
  for (guint i = 0; i < counts->len; i++)
    {
      const GenlockSheetCount *count = counts->pdata[i];
      const char *title = count->words[0][0] == '1' ? count->words[0] + 1
                          : _(last_groups[count->words[0][0] - '2']);
      GenlockSheetRow *row;

      if (group == NULL || strcmp (group->title, title) != 0)
        group = genlock_sheet_add_group (sheet, title);
      row = genlock_sheet_add_row (sheet, group);
      genlock_sheet_row_take (row, COLUMN_COUNT, g_strdup_printf ("%u", count->n));
      genlock_sheet_row_set (row, COLUMN_MANUFACTURER, count->words[1]);
      genlock_sheet_row_set (row, COLUMN_MODEL, count->words[2]);
      genlock_sheet_row_take (row, COLUMN_NAMES, join_names (count));
      genlock_sheet_row_set (row, COLUMN_PACKED, "");
      genlock_sheet_row_set (row, COLUMN_BACK, "");
    }

  return sheet;
}
