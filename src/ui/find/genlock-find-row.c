/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a line of quick find looks. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "ui/find/genlock-find-row.h"

struct _GenlockFindRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  GtkImage *mark;
  GtkLabel *word;
};

G_DEFINE_FINAL_TYPE (GenlockFindRow, genlock_find_row, GTK_TYPE_WIDGET)

static void
genlock_find_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_FIND_ROW);

  G_OBJECT_CLASS (genlock_find_row_parent_class)->dispose (object);
}

static void
genlock_find_row_class_init (GenlockFindRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_find_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "genlock-find-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/find/genlock-find-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockFindRow, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockFindRow, icon);
  gtk_widget_class_bind_template_child (widget_class, GenlockFindRow, title);
  gtk_widget_class_bind_template_child (widget_class, GenlockFindRow, detail);
  gtk_widget_class_bind_template_child (widget_class, GenlockFindRow, mark);
  gtk_widget_class_bind_template_child (widget_class, GenlockFindRow, word);
}

static void
genlock_find_row_init (GenlockFindRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
genlock_find_row_new (void)
{
  return g_object_new (GENLOCK_TYPE_FIND_ROW, NULL);
}

static gboolean
is_alike (gunichar a,
          gunichar b)
{
  return g_unichar_isalnum (a) && g_unichar_isalnum (b)
         && g_unichar_isdigit (a) == g_unichar_isdigit (b);
}

/* How much of the word from @start to @end was typed, in bytes. */
static gsize
get_typed (const char *start,
           const char *end,
           char **typed)
{
  g_autofree char *word = g_utf8_casefold (start, end - start);
  const char *digits = word;

  while (*digits == '0' && g_ascii_isdigit (digits[1]))
    digits++;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      if (strcmp (digits, typed[i]) == 0)
        return end - start;
      if (g_str_has_prefix (digits, typed[i]))
        {
          glong n = MIN (g_utf8_strlen (typed[i], -1) + (digits - word),
                         g_utf8_strlen (start, end - start));

          return g_utf8_offset_to_pointer (start, n) - start;
        }
    }

  return 0;
}

/* (transfer full): what was typed of each word is bold. */
static PangoAttrList *
make_attributes (const char *title,
                 char **typed)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *start = title;

  while (typed != NULL && *start != '\0')
    {
      const char *end = g_utf8_next_char (start);
      gsize length;

      while (*end != '\0' && is_alike (g_utf8_get_char (start), g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      length = get_typed (start, end, typed);
      if (length > 0)
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          bold->start_index = start - title;
          bold->end_index = bold->start_index + length;
          pango_attr_list_insert (attributes, bold);
        }
      start = end;
    }

  return attributes;
}

static void
show_mark (GenlockFindRow *row,
           GenlockMark mark)
{
  static const char * const classes[] = { "error", "warning", "dim-label" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (row->mark), classes[i]);
  gtk_widget_set_visible (GTK_WIDGET (row->mark), mark != GENLOCK_MARK_NONE);
  if (mark == GENLOCK_MARK_NONE)
    return;

  gtk_image_set_from_icon_name (row->mark, genlock_mark_get_icon (mark));
  gtk_widget_add_css_class (GTK_WIDGET (row->mark), genlock_mark_get_css_class (mark));
}

void
genlock_find_row_set_item (GenlockFindRow *row,
                           GenlockFindItem *item)
{
  PangoAttrList *attributes = make_attributes (item->title, item->typed);

  gtk_image_set_from_icon_name (row->icon, item->icon_name);
  gtk_label_set_label (row->title, item->title);
  gtk_label_set_attributes (row->title, attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_label (row->detail, item->detail != NULL ? item->detail : "");
  gtk_widget_set_visible (GTK_WIDGET (row->detail), item->detail != NULL && *item->detail != '\0');
  gtk_label_set_label (row->word, item->word != NULL ? item->word : "");
  gtk_widget_set_visible (GTK_WIDGET (row->word), item->word != NULL);
  show_mark (row, item->mark);
}
