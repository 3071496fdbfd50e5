/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer while a card is carried: its name, and what letting go would do. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/slots/genlock-slot-carry.h"

/* The words, in characters. */
#define WORDS_CHARS 30

/* The picture keeps the size that it has at first: room for three lines. */
#define ROOM "\n\n"

void
genlock_slot_carry_begin (GdkDrag *drag,
                          const GenlockCardType *type)
{
  GtkDragIcon *icon = GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = gtk_label_new (type->label);
  GtkWidget *words = gtk_label_new (ROOM);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (title), WORDS_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (title), WORDS_CHARS);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_yalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_lines (GTK_LABEL (words), 3);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (words), WORDS_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (words), WORDS_CHARS);
  gtk_widget_add_css_class (words, "carried-words");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "carried-card");
  g_object_set_data (G_OBJECT (box), "genlock-words", words);
  gtk_drag_icon_set_child (icon, box);
}

void
genlock_slot_carry_say (GdkDrop *drop,
                        const char *text,
                        gboolean refused)
{
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;
  GtkWidget *carry =
    drag != NULL ? gtk_drag_icon_get_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)))
                 : NULL;
  GtkWidget *words = carry != NULL ? g_object_get_data (G_OBJECT (carry), "genlock-words") : NULL;

  if (words == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (words), text);
  if (refused)
    gtk_widget_add_css_class (carry, "refused");
  else
    gtk_widget_remove_css_class (carry, "refused");
}
