/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-accessible.h"

void
genlock_accessible_set_label (GtkWidget *widget,
                              const char *label)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (label == NULL)
    label = "";
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (GTK_IS_MENU_BUTTON (widget))
    genlock_accessible_set_label (gtk_widget_get_first_child (widget), label);
}

void
genlock_accessible_set_label_inside (GtkWidget *widget,
                                     GType type,
                                     const char *label)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (label != NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_type_is_a (G_OBJECT_TYPE (child), type))
      genlock_accessible_set_label (child, label);
    else
      genlock_accessible_set_label_inside (child, type, label);
}
