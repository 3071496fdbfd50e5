/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of a spreadsheet, as ports. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "equipment/genlock-port-edit.h"
#include "equipment/genlock-port-order.h"
#include "equipment/genlock-port-private.h"

/* Other words for columns, as sheets have them; folded. */
typedef struct
{
  const char *word;
  guint field;
} Alias;

static const Alias aliases[] = {
  { "port", GENLOCK_PORT_LABEL },
  { "name", GENLOCK_PORT_LABEL },
  { "portlabel", GENLOCK_PORT_LABEL },
  { "type", GENLOCK_PORT_IO_TYPE },
  { "iotype", GENLOCK_PORT_IO_TYPE },
  { "signal", GENLOCK_PORT_IO_TYPE },
  { "porttype", GENLOCK_PORT_PORT_TYPE },
  { "in/out", GENLOCK_PORT_PORT_TYPE },
  { "i/o", GENLOCK_PORT_PORT_TYPE },
  { "index", GENLOCK_PORT_PORT_INDEX },
};

typedef struct
{
  const GenlockRecord *parent;
  GPtrArray *ports; /* owned (element-type GenlockRecord): those to be changed, unowned */
  GArray *fields; /* owned (element-type guint): of the columns; 0 = not pasted */
  GenlockBatch *batch; /* owned */
  GenlockRecord *above; /* owned, nullable: what the row above says */
  guint n_new;
  gint64 next[2];
} Paste;

static void
clear_paste (Paste *paste)
{
  g_clear_pointer (&paste->ports, g_ptr_array_unref);
  g_clear_pointer (&paste->fields, g_array_unref);
  g_clear_pointer (&paste->batch, genlock_batch_unref);
  g_clear_pointer (&paste->above, genlock_record_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paste, clear_paste)

static gboolean
is_same (const char *key,
         const char *text)
{
  g_autofree char *other = genlock_ports_fold (text);

  return g_str_equal (key, other);
}

/* The field that a cell of the first row names; 0 = none. */
static guint
find_field (const GenlockTable *table,
            const char *cell)
{
  g_autofree char *key = genlock_ports_fold (cell);

  for (guint field = GENLOCK_PORT_PORT_TYPE; field < GENLOCK_PORT_N_FIELDS; field++)
    {
      const char *label = genlock_table_get_field (table, field)->label;

      if (is_same (key, label) || is_same (key, _(label)))
        return field;
    }

  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (key, aliases[i].word))
      return aliases[i].field;

  return 0;
}

/* Whether the first row names columns: each cell that says something does, and two or more, or the
 * one that there is. */
static gboolean
read_header (Paste *paste,
             const GenlockTable *table,
             char **cells)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_named = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      guint field = find_field (table, cells[i]);

      if (field == 0 && *cells[i] != '\0')
        return FALSE;
      n_named += field != 0;
      g_array_append_val (fields, field);
    }

  if (n_named == 0)
    return FALSE;

  g_array_unref (paste->fields);
  paste->fields = g_steal_pointer (&fields);

  return TRUE;
}

static gboolean
refuse (guint row,
        const char *column,
        const char *sentence,
        GError **error)
{
  /* Translators: a place in a table that is pasted, and what is wrong there */
  g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_CELLS,
               _("Row %1$u, %2$s: %3$s"), row, column, sentence);

  return FALSE;
}

/* Directions are typed in many ways. */
static const char *
read_direction (const GenlockField *field,
                const char *cell)
{
  g_autofree char *key = genlock_ports_fold (cell);

  if (g_str_equal (key, "in"))
    return "INPUT";
  if (g_str_equal (key, "out"))
    return "OUTPUT";

  for (const GenlockChoice *choice = field->choices; choice->word != NULL; choice++)
    if (is_same (key, _(choice->label)))
      return choice->word;

  return cell;
}

static gboolean
set_cell (GenlockRecord *port,
          guint row,
          guint field,
          const char *cell,
          GError **error)
{
  const GenlockField *description = genlock_table_get_field (genlock_record_get_table (port),
                                                             field);
  g_autoptr (GError) failed = NULL;

  if (field == GENLOCK_PORT_PORT_TYPE)
    cell = read_direction (description, cell);

  /* An empty cell says nothing of what has to be there. */
  if (*cell == '\0' && !(description->flags & GENLOCK_NULLABLE))
    return TRUE;

  if (genlock_port_set_text (port, field, cell, &failed))
    return TRUE;

  return refuse (row, _(description->label), failed->message, error);
}

static gboolean
set_cells (Paste *paste,
           GenlockRecord *port,
           guint row,
           char **cells,
           GError **error)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      guint field = i < paste->fields->len ? g_array_index (paste->fields, guint, i) : 0;

      if (i >= paste->fields->len && *cells[i] != '\0')
        return refuse (row, cells[i],
                       _("There is no column for this cell. Begin further left."), error);

      if (field != 0 && !set_cell (port, row, field, cells[i], error))
        return FALSE;
    }

  return TRUE;
}

/* What a new port does not say itself is that of the row above, of the first one an input. */
static gboolean
complete (Paste *paste,
          GenlockRecord *port,
          guint row,
          GError **error)
{
  const guint inherited[] = { GENLOCK_PORT_PORT_TYPE, GENLOCK_PORT_IO_TYPE };

  for (guint i = 0; i < G_N_ELEMENTS (inherited); i++)
    if (!genlock_record_has (port, inherited[i]) && paste->above != NULL)
      genlock_record_set_value (port, inherited[i],
                                genlock_record_get_value (paste->above, inherited[i]));

  if (!genlock_record_has (port, GENLOCK_PORT_PORT_TYPE))
    genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, "INPUT");

  if (genlock_record_has (port, GENLOCK_PORT_IO_TYPE))
    return TRUE;

  return refuse (row, _("Connector"),
                 _("A new port needs a connector. Paste that column too."), error);
}

static gboolean
add_port (Paste *paste,
          guint row,
          char **cells,
          GError **error)
{
  g_autoptr (GenlockRecord) port = genlock_port_make (paste->parent, 1);
  gboolean outputs;

  if (!set_cells (paste, port, row, cells, error) || !complete (paste, port, row, error))
    return FALSE;

  outputs = g_strcmp0 (genlock_record_get_text (port, GENLOCK_PORT_PORT_TYPE), "OUTPUT") == 0;
  if (paste->next[outputs] == 0)
    {
      g_autoptr (GPtrArray) ports = genlock_port_order_list (paste->parent, outputs);

      paste->next[outputs] = genlock_port_order_next (ports);
    }
  genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, paste->next[outputs]++);
  genlock_batch_insert (paste->batch, genlock_record_ref (port));
  paste->n_new++;
  g_clear_pointer (&paste->above, genlock_record_unref);
  paste->above = genlock_record_ref (port);

  return TRUE;
}

static gboolean
change_port (Paste *paste,
             guint row,
             const GenlockRecord *port,
             char **cells,
             GError **error)
{
  g_autoptr (GenlockRecord) patch = genlock_port_patch (port);

  if (!set_cells (paste, patch, row, cells, error))
    return FALSE;

  g_clear_pointer (&paste->above, genlock_record_unref);
  paste->above = genlock_record_copy (port);
  for (guint field = GENLOCK_PORT_PORT_TYPE; field < GENLOCK_PORT_N_FIELDS; field++)
    if (!genlock_record_is_absent (patch, field))
      genlock_record_set_value (paste->above, field, genlock_record_get_value (patch, field));

  genlock_port_take_patch (paste->parent, port, g_steal_pointer (&patch), paste->next,
                           paste->batch);

  return TRUE;
}

static gboolean
is_blank (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      return FALSE;

  return TRUE;
}

static gboolean
paste_rows (Paste *paste,
            GPtrArray *rows,
            guint first,
            GError **error)
{
  for (guint i = first; i < rows->len; i++)
    {
      guint place = i - first;

      if (place < paste->ports->len
          ? !change_port (paste, i + 1, paste->ports->pdata[place], rows->pdata[i], error)
          : !is_blank (rows->pdata[i]) && !add_port (paste, i + 1, rows->pdata[i], error))
        return FALSE;
    }

  return paste->n_new == 0 || genlock_port_check_limit (paste->parent, paste->n_new, error);
}

/* What the first new port goes on from where no row is pasted over: the last port there is. */
static void
look_above (Paste *paste)
{
  g_autoptr (GArray) ports = genlock_ports_list_own (paste->parent);

  if (paste->ports->len == 0 && ports->len > 0)
    paste->above =
      genlock_record_copy (g_array_index (ports, GenlockPort, ports->len - 1).record);
}

GenlockBatch *
genlock_port_paste_build (const GenlockRecord *parent,
                          GPtrArray *rows,
                          const guint *fields,
                          guint n_fields,
                          const char * const *ids,
                          GError **error)
{
  const GenlockTable *table = genlock_ports_get_table (genlock_record_get_table (parent));
  g_auto (Paste) paste = {
    .parent = parent,
    .ports = genlock_port_find (parent, ids),
    .fields = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (guint)), fields, n_fields),
    .batch = genlock_batch_new ("PASTE"),
  };
  gboolean has_header = rows->len > 1 && read_header (&paste, table, rows->pdata[0]);

  look_above (&paste);
  if (!paste_rows (&paste, rows, has_header, error))
    return NULL;

  if (genlock_batch_get_length (paste.batch) == 0)
    return NULL;

  return g_steal_pointer (&paste.batch);
}
