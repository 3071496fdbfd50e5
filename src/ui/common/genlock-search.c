/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Escape does in a search. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-search.h"

void
genlock_search_stop (GtkSearchEntry *entry)
{
  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));

  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);

  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}
