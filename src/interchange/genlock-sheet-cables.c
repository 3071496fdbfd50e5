/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of all cables. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "interchange/genlock-sheet-build-private.h"

enum
{
  COLUMN_CABLE,
  COLUMN_FROM,
  COLUMN_FROM_PORT,
  COLUMN_FROM_CONNECTOR,
  COLUMN_TO,
  COLUMN_TO_PORT,
  COLUMN_TO_CONNECTOR,
  COLUMN_SIGNAL,
  COLUMN_FORMAT,
  COLUMN_TYPE,
  COLUMN_LENGTH,
  COLUMN_COLOR,
  COLUMN_VIA,
  COLUMN_SNAKE,
  COLUMN_STRAND,
  COLUMN_RUN,
  COLUMN_TESTED,
  COLUMN_NOTE,
  N_COLUMNS,
};

static const GenlockSheetColumn columns[N_COLUMNS] = {
  [COLUMN_CABLE] = { N_("Cable"), GENLOCK_SHEET_TEXT, 1.2, FALSE, FALSE },
  [COLUMN_FROM] = { N_("From"), GENLOCK_SHEET_TEXT, 2.6, FALSE, FALSE },
  [COLUMN_FROM_PORT] = { N_("From port"), GENLOCK_SHEET_TEXT, 2.1, FALSE, FALSE },
  [COLUMN_FROM_CONNECTOR] = { N_("From connector"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [COLUMN_TO] = { N_("To"), GENLOCK_SHEET_TEXT, 2.6, FALSE, FALSE },
  [COLUMN_TO_PORT] = { N_("To port"), GENLOCK_SHEET_TEXT, 2.1, FALSE, FALSE },
  [COLUMN_TO_CONNECTOR] = { N_("To connector"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [COLUMN_SIGNAL] = { N_("Signal"), GENLOCK_SHEET_TEXT, 2.3, FALSE, FALSE },
  [COLUMN_FORMAT] = { N_("Format"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [COLUMN_TYPE] = { N_("Cable type"), GENLOCK_SHEET_TEXT, 1.6, FALSE, FALSE },
  [COLUMN_LENGTH] = { N_("Length (m)"), GENLOCK_SHEET_NUMBER, 0.0, FALSE, FALSE },
  [COLUMN_COLOR] = { N_("Colour"), GENLOCK_SHEET_TEXT, 0.8, FALSE, TRUE },
  [COLUMN_VIA] = { N_("Via"), GENLOCK_SHEET_TEXT, 1.2, FALSE, TRUE },
  [COLUMN_SNAKE] = { N_("Snake"), GENLOCK_SHEET_TEXT, 1.2, FALSE, TRUE },
  [COLUMN_STRAND] = { N_("Strand"), GENLOCK_SHEET_TEXT, 0.0, TRUE, TRUE },
  [COLUMN_RUN] = { N_("Run"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
  [COLUMN_TESTED] = { N_("Tested"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
  [COLUMN_NOTE] = { N_("Note"), GENLOCK_SHEET_TEXT, 2.4, FALSE, FALSE },
};

static const struct
{
  const char *heading;
  const char *without;
} group_words[GENLOCK_SHEET_N_GROUP_BYS] = {
  [GENLOCK_SHEET_BY_NOTHING] = { NULL, NULL },
  [GENLOCK_SHEET_BY_FROM] = { N_("Begins at"), N_("From nowhere") },
  [GENLOCK_SHEET_BY_TO] = { N_("Ends at"), N_("To nowhere") },
  [GENLOCK_SHEET_BY_SNAKE] = { N_("In snake"), N_("In no snake") },
  [GENLOCK_SHEET_BY_TYPE] = { N_("Of type"), N_("Type not said") },
};

static char *
dup_title (const GenlockSheetCable *cable,
           GenlockSheetGroupBy by)
{
  const GenlockSignalNode *node = by == GENLOCK_SHEET_BY_FROM ? cable->from : cable->to;
  const char *text = NULL;

  switch (by)
    {
    case GENLOCK_SHEET_BY_NOTHING:
      break;

    case GENLOCK_SHEET_BY_FROM:
    case GENLOCK_SHEET_BY_TO:
      if (node != NULL)
        return genlock_signal_node_dup_name (node);
      break;

    case GENLOCK_SHEET_BY_SNAKE:
      text = genlock_record_get_text (cable->record, GENLOCK_CONNECTION_SNAKE);
      break;

    case GENLOCK_SHEET_BY_TYPE:
      text = genlock_record_get_text (cable->record, GENLOCK_CONNECTION_CABLE_TYPE);
      break;
    }

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
fill_end (GenlockSheetRow *row,
          guint column,
          const GenlockSignalNode *node,
          const GenlockSignalPort *port)
{
  if (node != NULL)
    genlock_sheet_row_take (row, column, genlock_signal_node_dup_name (node));
  if (port != NULL)
    genlock_sheet_fill_port (row, column + 1, port);
}

static void
fill_row (const GenlockSheetMaker *maker,
          GenlockSheetRow *row,
          const GenlockSheetCable *cable)
{
  static const struct
  {
    guint column;
    guint field;
  } texts[] = {
    { COLUMN_CABLE, GENLOCK_CONNECTION_CABLE_LABEL },
    { COLUMN_TYPE, GENLOCK_CONNECTION_CABLE_TYPE },
    { COLUMN_COLOR, GENLOCK_CONNECTION_COLOR },
    { COLUMN_VIA, GENLOCK_CONNECTION_VIA },
    { COLUMN_SNAKE, GENLOCK_CONNECTION_SNAKE },
    { COLUMN_STRAND, GENLOCK_CONNECTION_STRAND },
    { COLUMN_NOTE, GENLOCK_CONNECTION_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    genlock_sheet_row_set (row, texts[i].column,
                           genlock_record_get_text (cable->record, texts[i].field));

  fill_end (row, COLUMN_FROM, cable->from, cable->link != NULL ? cable->link->from : NULL);
  fill_end (row, COLUMN_TO, cable->to, cable->link != NULL ? cable->link->to : NULL);
  genlock_sheet_row_take (row, COLUMN_SIGNAL, genlock_sheet_cable_dup_signal (cable));
  genlock_sheet_row_take (row, COLUMN_FORMAT, genlock_sheet_cable_dup_format (cable, maker->check));
  genlock_sheet_row_take (row, COLUMN_LENGTH, genlock_sheet_cable_dup_length (cable));
  genlock_sheet_row_set (row, COLUMN_RUN,
                         genlock_sheet_get_tick (cable->record, GENLOCK_CONNECTION_RUN));
  genlock_sheet_row_set (row, COLUMN_TESTED,
                         genlock_sheet_get_tick (cable->record, GENLOCK_CONNECTION_TESTED));
}

typedef struct
{
  char *title; /* nullable */
  char *order;
  GPtrArray *cables; /* (element-type GenlockSheetCable) */
} Bundle;

static void
bundle_free (Bundle *bundle)
{
  g_ptr_array_unref (bundle->cables);
  g_free (bundle->title);
  g_free (bundle->order);
  g_free (bundle);
}

static int
compare_bundles (gconstpointer a,
                 gconstpointer b)
{
  const Bundle *first = *(Bundle * const *) a;
  const Bundle *second = *(Bundle * const *) b;

  /* What has no group stands last. */
  if ((first->title == NULL) != (second->title == NULL))
    return first->title == NULL ? 1 : -1;

  return strcmp (first->order, second->order);
}

/* (transfer full) (element-type Bundle): the cables by group, each in the order of @cables. */
static GPtrArray *
bundle_cables (GPtrArray *cables,
               GenlockSheetGroupBy by)
{
  GPtrArray *bundles = g_ptr_array_new_with_free_func ((GDestroyNotify) bundle_free);
  g_autoptr (GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cables->len; i++)
    {
      g_autofree char *title = dup_title (cables->pdata[i], by);
      const char *key = title != NULL ? title : "";
      Bundle *bundle = g_hash_table_lookup (by_title, key);

      if (bundle == NULL)
        {
          bundle = g_new0 (Bundle, 1);
          bundle->order = genlock_sheet_dup_order (key);
          bundle->cables = g_ptr_array_new ();
          bundle->title = g_steal_pointer (&title);
          g_hash_table_insert (by_title, bundle->title != NULL ? bundle->title : (char *) "",
                               bundle);
          g_ptr_array_add (bundles, bundle);
        }
      g_ptr_array_add (bundle->cables, cables->pdata[i]);
    }

  g_ptr_array_sort (bundles, compare_bundles);

  return bundles;
}

GenlockSheet *
genlock_sheet_make_cables (const GenlockSheetMaker *maker)
{
  GenlockSheetGroupBy by = maker->wish->by;
  GenlockSheet *sheet = genlock_sheet_new (_("Cables"), columns, N_COLUMNS);
  g_autoptr (GPtrArray) cables = genlock_sheet_list_cables (maker->graph);
  g_autoptr (GPtrArray) bundles = bundle_cables (cables, by);

  sheet->group_heading = group_words[by].heading;
  for (guint i = 0; i < bundles->len; i++)
    {
      const Bundle *bundle = bundles->pdata[i];
      const char *title = bundle->title;
      GenlockSheetGroup *group;

      if (title == NULL && by != GENLOCK_SHEET_BY_NOTHING)
        title = _(group_words[by].without);

      group = genlock_sheet_add_group (sheet, title);
      for (guint j = 0; j < bundle->cables->len; j++)
        fill_row (maker, genlock_sheet_add_row (sheet, group), bundle->cables->pdata[j]);
    }

  return sheet;
}
