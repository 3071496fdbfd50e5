/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the inspector: one field of all rows that are selected. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/common/genlock-accessible.h"
#include "ui/lists/genlock-field-row.h"

struct _GenlockFieldRow
{
  AdwEntryRow parent_instance;

  GtkWidget *button;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListBox *list;
  const GenlockColumn *column; /* unowned, nullable */
  char *title;                 /* owned */
  char *text;                  /* owned, nullable: what the rows say */
  GenlockGridOffers offers;
  gpointer offers_data;
  gboolean showing;
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockFieldRow, genlock_field_row, ADW_TYPE_ENTRY_ROW)

static void
show_text (GenlockFieldRow *row)
{
  row->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), row->text != NULL ? row->text : "");
  genlock_field_row_set_error (row, NULL);
  row->showing = FALSE;
}

gboolean
genlock_field_row_commit (GenlockFieldRow *row)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  /* Where the rows differ, nothing typed means nothing changed. */
  if (strcmp (text, row->text != NULL ? row->text : "") == 0)
    return TRUE;

  g_free (row->text);
  row->text = g_strdup (text);
  g_signal_emit (row, signals[EDITED], 0, text);
  return !gtk_widget_has_css_class (GTK_WIDGET (row), "error");
}

static void
activated_cb (AdwEntryRow *entry_row,
              gpointer user_data)
{
  genlock_field_row_commit (GENLOCK_FIELD_ROW (entry_row));
}

static void
changed_cb (GtkEditable *editable,
            gpointer user_data)
{
  GenlockFieldRow *row = GENLOCK_FIELD_ROW (editable);

  if (!row->showing)
    genlock_field_row_set_error (row, NULL);
}

static void
left_cb (GtkEventControllerFocus *focus,
         GenlockFieldRow *row)
{
  genlock_field_row_commit (row);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *args,
           gpointer user_data)
{
  GenlockFieldRow *row = GENLOCK_FIELD_ROW (widget);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)),
                 row->text != NULL ? row->text : "") == 0)
    return FALSE;

  show_text (row);
  return TRUE;
}

static void
shown_cb (GtkPopover *popover,
          GenlockFieldRow *row)
{
  g_auto (GStrv) words = row->offers (row->column, row->offers_data);
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (row->list, 0)) != NULL)
    gtk_list_box_remove (row->list, GTK_WIDGET (old));

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (words[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (row->list, label);
    }

  gtk_editable_set_text (GTK_EDITABLE (row->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (row->search));
}

static gboolean
filter_word (GtkListBoxRow *list_row,
             gpointer user_data)
{
  GenlockFieldRow *row = user_data;
  GtkWidget *label = gtk_list_box_row_get_child (list_row);
  g_autofree char *word = g_utf8_casefold (gtk_label_get_text (GTK_LABEL (label)), -1);
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (row->search)),
                                            -1);

  return strstr (word, typed) != NULL;
}

static void
search_changed_cb (GtkSearchEntry *search,
                   GenlockFieldRow *row)
{
  gtk_list_box_invalidate_filter (row->list);
}

static void
chosen_cb (GtkListBox *list,
           GtkListBoxRow *list_row,
           GenlockFieldRow *row)
{
  g_autofree char *word =
    g_strdup (gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (list_row))));

  gtk_popover_popdown (row->popover);
  g_signal_emit (row, signals[EDITED], 0, word);
}

static void
genlock_field_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_FIELD_ROW);

  G_OBJECT_CLASS (genlock_field_row_parent_class)->dispose (object);
}

static void
genlock_field_row_finalize (GObject *object)
{
  GenlockFieldRow *row = GENLOCK_FIELD_ROW (object);

  g_free (row->title);
  g_free (row->text);

  G_OBJECT_CLASS (genlock_field_row_parent_class)->finalize (object);
}

static void
genlock_field_row_class_init (GenlockFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_field_row_dispose;
  object_class->finalize = genlock_field_row_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/lists/genlock-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockFieldRow, button);
  gtk_widget_class_bind_template_child (widget_class, GenlockFieldRow, popover);
  gtk_widget_class_bind_template_child (widget_class, GenlockFieldRow, search);
  gtk_widget_class_bind_template_child (widget_class, GenlockFieldRow, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
genlock_field_row_init (GenlockFieldRow *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (row));
  gtk_list_box_set_filter_func (row->list, filter_word, row, NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

GtkWidget *
genlock_field_row_new (const GenlockColumn *column,
                       const char *title,
                       GenlockGridOffers offers,
                       gpointer user_data)
{
  GenlockFieldRow *row = g_object_new (GENLOCK_TYPE_FIELD_ROW, "title", title, NULL);
  /* Translators: a button that offers what can stand in a field, such as “Type” */
  g_autofree char *words = g_strdup_printf (_("Choose: %s"), title);

  row->column = column;
  row->title = g_strdup (title);
  row->offers = offers;
  row->offers_data = user_data;
  gtk_widget_set_visible (row->button, offers != NULL);
  genlock_accessible_set_label (row->button, words);
  return GTK_WIDGET (row);
}

void
genlock_field_row_set_text (GenlockFieldRow *row,
                            const char *text)
{
  gboolean typing = gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL
                    && strcmp (gtk_editable_get_text (GTK_EDITABLE (row)),
                               row->text != NULL ? row->text : "") != 0;

  g_free (row->text);
  row->text = g_strdup (text);

  /* What is being typed is not lost to a change from elsewhere. */
  if (!typing)
    show_text (row);
}

void
genlock_field_row_set_error (GenlockFieldRow *row,
                             const char *sentence)
{
  g_autofree char *title = NULL;

  if (sentence != NULL)
    title = g_strdup (sentence);
  else if (row->text == NULL)
    title = g_strdup_printf (_("%s (mixed)"), row->title);
  else
    title = g_strdup (row->title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}
