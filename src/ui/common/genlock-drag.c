/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are dragged out of a list. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-drag.h"

G_DEFINE_BOXED_TYPE (GenlockDragRows, genlock_drag_rows, genlock_drag_rows_copy,
                     genlock_drag_rows_free)

GenlockDragRows *
genlock_drag_rows_new (const GenlockTable *table)
{
  GenlockDragRows *rows = g_new0 (GenlockDragRows, 1);

  rows->table = table;
  rows->ids = g_ptr_array_new_with_free_func (g_free);
  rows->names = g_ptr_array_new_with_free_func (g_free);
  rows->fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  return rows;
}

static gpointer
copy_text (gconstpointer text,
           gpointer data)
{
  return g_strdup (text);
}

static gpointer
ref_record (gconstpointer record,
            gpointer data)
{
  return genlock_record_ref ((GenlockRecord *) record);
}

GenlockDragRows *
genlock_drag_rows_copy (GenlockDragRows *rows)
{
  GenlockDragRows *copy = g_new0 (GenlockDragRows, 1);

  copy->table = rows->table;
  copy->production_id = g_strdup (rows->production_id);
  copy->ids = g_ptr_array_copy (rows->ids, copy_text, NULL);
  copy->names = g_ptr_array_copy (rows->names, copy_text, NULL);
  g_ptr_array_set_free_func (copy->ids, g_free);
  g_ptr_array_set_free_func (copy->names, g_free);
  copy->fresh = g_ptr_array_copy (rows->fresh, ref_record, NULL);
  g_ptr_array_set_free_func (copy->fresh, (GDestroyNotify) genlock_record_unref);
  return copy;
}

void
genlock_drag_rows_free (GenlockDragRows *rows)
{
  g_ptr_array_unref (rows->ids);
  g_ptr_array_unref (rows->names);
  g_ptr_array_unref (rows->fresh);
  g_free (rows->production_id);
  g_free (rows);
}

/* "SRC 3 GFX A": the name that a person picks it by, then the other one. */
static char *
dup_names (const GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);
  GString *text = g_string_new (NULL);

  for (const guint *field = table->name_fields; *field != 0; field++)
    {
      const char *name = genlock_record_get_text (record, *field);

      if (name != NULL && *name != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", name);
    }

  return g_string_free (text, FALSE);
}

void
genlock_drag_rows_add (GenlockDragRows *rows,
                       const GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);

  if (rows->production_id == NULL && table->parent_field != 0)
    rows->production_id = g_strdup (genlock_record_get_text (record, table->parent_field));

  g_ptr_array_add (rows->ids, g_strdup (genlock_record_get_id (record)));
  g_ptr_array_add (rows->names, dup_names (record));
}

void
genlock_drag_rows_add_fresh (GenlockDragRows *rows,
                             GenlockRecord *record)
{
  genlock_drag_rows_add (rows, record);
  g_ptr_array_add (rows->fresh, genlock_record_ref (record));
}

GdkContentProvider *
genlock_drag_rows_to_content (GenlockDragRows *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GdkContentProvider *providers[2];

  for (guint i = 0; i < rows->names->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (rows->names, i));

  providers[0] = gdk_content_provider_new_typed (GENLOCK_TYPE_DRAG_ROWS, rows);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text->str);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

void
genlock_drag_set_icon (GdkDrag *drag,
                       GtkWidget *widget,
                       guint count)
{
  GtkDragIcon *icon = GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag));
  g_autofree char *text = g_strdup_printf (ngettext ("%u row", "%u rows", count), count);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "drag-count");
  gtk_drag_icon_set_child (icon, label);
  gdk_drag_set_hotspot (drag, -12, -12);
}
