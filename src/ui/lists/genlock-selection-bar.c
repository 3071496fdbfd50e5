/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that slides up while several rows are selected. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-format-popover.h"
#include "ui/common/genlock-search.h"
#include "ui/lists/genlock-selection-bar.h"

struct _GenlockSelectionBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkMenuButton *format_button;
  GtkWidget *more_button;
  GtkMenuButton *type_button;
  GtkPopover *type_popover;
  GtkSearchEntry *type_entry;
  GtkListBox *type_list;
};

enum
{
  FORMAT,
  TYPE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockSelectionBar, genlock_selection_bar, ADW_TYPE_BIN)

static void
format_closed_cb (GenlockFormatPopover *popover,
                  GenlockSelectionBar *bar)
{
  GenlockFormat format;

  if (genlock_format_popover_get_changed (popover, &format))
    g_signal_emit (bar, signals[FORMAT], 0, &format);
}

/* Each time it is opened it begins with no format. */
static void
format_shown_cb (GenlockFormatPopover *popover,
                 GenlockSelectionBar *bar)
{
  genlock_format_popover_set_format (popover, &(GenlockFormat) { 0 });
}

/* Few gestures need it, and it has many widgets. */
static void
create_format_cb (GtkMenuButton *button,
                  gpointer user_data)
{
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = genlock_format_popover_new (&(GenlockFormat) { 0 });
  g_signal_connect (popover, "show", G_CALLBACK (format_shown_cb), user_data);
  g_signal_connect (popover, "closed", G_CALLBACK (format_closed_cb), user_data);
  gtk_menu_button_set_popover (button, popover);
}

static void
choose_type (GenlockSelectionBar *bar,
             const char *type)
{
  g_autofree char *chosen = g_strdup (type);

  gtk_popover_popdown (bar->type_popover);
  g_signal_emit (bar, signals[TYPE], 0, chosen);
}

static gboolean
filter_type (GtkListBoxRow *row,
             gpointer user_data)
{
  GenlockSelectionBar *bar = user_data;
  GtkWidget *label = gtk_list_box_row_get_child (row);
  g_autofree char *text = g_utf8_casefold (gtk_label_get_text (GTK_LABEL (label)), -1);
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (bar->type_entry)),
                                            -1);

  return strstr (text, typed) != NULL;
}

static void
type_shown_cb (GtkPopover *popover,
               GenlockSelectionBar *bar)
{
  gtk_editable_set_text (GTK_EDITABLE (bar->type_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (bar->type_entry));
}

static void
type_changed_cb (GtkSearchEntry *entry,
                 GenlockSelectionBar *bar)
{
  gtk_list_box_invalidate_filter (bar->type_list);
}

static void
type_activate_cb (GtkSearchEntry *entry,
                  GenlockSelectionBar *bar)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (*text != '\0')
    choose_type (bar, text);
}

static void
type_row_cb (GtkListBox *list,
             GtkListBoxRow *row,
             GenlockSelectionBar *bar)
{
  choose_type (bar, gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
}

static void
genlock_selection_bar_dispose (GObject *object)
{
  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_SELECTION_BAR);

  G_OBJECT_CLASS (genlock_selection_bar_parent_class)->dispose (object);
}

static void
genlock_selection_bar_class_init (GenlockSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_selection_bar_dispose;

  signals[FORMAT] = g_signal_new ("format", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[TYPE] = g_signal_new ("type", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/lists/genlock-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSelectionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, GenlockSelectionBar, label);
  gtk_widget_class_bind_template_child (widget_class, GenlockSelectionBar, format_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockSelectionBar, more_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockSelectionBar, type_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockSelectionBar, type_popover);
  gtk_widget_class_bind_template_child (widget_class, GenlockSelectionBar, type_entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockSelectionBar, type_list);
  gtk_widget_class_bind_template_callback (widget_class, type_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, genlock_search_stop);
  gtk_widget_class_bind_template_callback (widget_class, type_row_cb);
}

static void
genlock_selection_bar_init (GenlockSelectionBar *bar)
{
  gtk_widget_init_template (GTK_WIDGET (bar));
  gtk_list_box_set_filter_func (bar->type_list, filter_type, bar, NULL);
  gtk_menu_button_set_create_popup_func (bar->format_button, create_format_cb, bar, NULL);
  genlock_accessible_set_label (GTK_WIDGET (bar->format_button), _("Format"));
  genlock_accessible_set_label (GTK_WIDGET (bar->type_button), _("Type"));
  genlock_accessible_set_label (bar->more_button, _("More"));
}

void
genlock_selection_bar_set_count (GenlockSelectionBar *bar,
                                 guint n)
{
  g_autofree char *text = NULL;

  if (n >= 2)
    {
      text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);
      gtk_label_set_text (bar->label, text);
    }

  gtk_revealer_set_reveal_child (bar->revealer, n >= 2);
}

void
genlock_selection_bar_set_has_format (GenlockSelectionBar *bar,
                                      gboolean has_format)
{
  gtk_widget_set_visible (GTK_WIDGET (bar->format_button), has_format);
}

void
genlock_selection_bar_set_types (GenlockSelectionBar *bar,
                                 const char * const *types)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (bar->type_list, 0)) != NULL)
    gtk_list_box_remove (bar->type_list, GTK_WIDGET (row));

  for (; types != NULL && *types != NULL; types++)
    {
      GtkWidget *label = gtk_label_new (*types);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (bar->type_list, label);
    }
}
