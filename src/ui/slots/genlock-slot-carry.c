/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer while a card is carried: its name, and what letting go would do. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/slots/genlock-slot-carry.h"

/* The words, in characters and lines. */
#define WORDS_CHARS 34
#define WORDS_LINES 6

/* Between the pointer and the picture, in pixels, so that the bay below is to be seen. */
#define GAP_X 14
#define GAP_Y 18

#define WORDS "genlock-words"

static GtkWidget *
make_label (const char *text,
            int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), WORDS_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_CHARS);

  return label;
}

void
genlock_slot_carry_begin (GdkDrag *drag,
                          const GenlockCardType *type)
{
  GtkDragIcon *icon = GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = make_label (type->label, 1);
  GtkWidget *words = make_label ("", WORDS_LINES);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (words, "carried-words");
  gtk_widget_set_visible (words, FALSE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "carried-card");
  g_object_set_data (G_OBJECT (box), WORDS, words);
  gtk_drag_icon_set_child (icon, box);
  gdk_drag_set_hotspot (drag, -GAP_X, -GAP_Y);
}

/* (nullable): the drag behind a drop and its picture, where the drag is this window's. */
static GtkWidget *
get_picture (GdkDrop *drop,
             GdkDrag **drag)
{
  *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;

  return *drag != NULL
           ? gtk_drag_icon_get_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (*drag)))
           : NULL;
}

/* GTK makes it as large as it is at first and leaves it so. */
static void
fit (GtkNative *icon)
{
  GdkSurface *surface = gtk_native_get_surface (icon);
  GtkRequisition size;

  if (surface == NULL)
    return;

  gtk_widget_get_preferred_size (GTK_WIDGET (icon), NULL, &size);
  gdk_drag_surface_present (GDK_DRAG_SURFACE (surface), MAX (1, size.width),
                            MAX (1, size.height));
}

void
genlock_slot_carry_say (GdkDrop *drop,
                        const char *text,
                        gboolean refused)
{
  GdkDrag *drag;
  GtkWidget *picture = get_picture (drop, &drag);
  GtkWidget *words = picture != NULL ? g_object_get_data (G_OBJECT (picture), WORDS) : NULL;

  if (words == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (words), text);
  gtk_widget_set_visible (words, *text != '\0');
  if (refused)
    gtk_widget_add_css_class (picture, "refused");
  else
    gtk_widget_remove_css_class (picture, "refused");
  fit (gtk_widget_get_native (picture));
}

/* Back by as much as it would stand over, but not over the other side. */
static int
shift (double at,
       int gap,
       int size,
       int room)
{
  int over = (int) at + gap + size - room;

  return CLAMP (over, 0, MAX (0, (int) at + gap)) - gap;
}

void
genlock_slot_carry_place (GdkDrop *drop,
                          double x,
                          double y,
                          int width,
                          int height)
{
  GdkDrag *drag;
  GtkWidget *picture = get_picture (drop, &drag);
  GtkRequisition size;
  int over;

  if (picture == NULL)
    return;

  gtk_widget_get_preferred_size (picture, NULL, &size);
  over = (int) y + GAP_Y + size.height - height;
  gdk_drag_set_hotspot (drag, shift (x, GAP_X, size.width, width),
                        over > 0 ? size.height + GAP_Y : -GAP_Y);
}
