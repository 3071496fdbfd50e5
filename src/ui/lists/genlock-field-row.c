/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the inspector: one field of all rows that are selected. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-search.h"
#include "ui/lists/genlock-field-row.h"

/* More words than this are found by searching. */
#define WORDS_SHOWN 200

struct _GenlockFieldRow
{
  AdwEntryRow parent_instance;

  GtkWidget *button;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListBox *list;
  char **words;                /* owned, nullable: what is offered */
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

static gboolean
is_typing (GenlockFieldRow *row)
{
  return strcmp (gtk_editable_get_text (GTK_EDITABLE (row)),
                 row->text != NULL ? row->text : "") != 0;
}

static void
show_text (GenlockFieldRow *row)
{
  row->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), row->text != NULL ? row->text : "");
  genlock_field_row_set_error (row, NULL);
  row->showing = FALSE;
}

static gboolean
is_refused (GenlockFieldRow *row)
{
  return gtk_widget_has_css_class (GTK_WIDGET (row), "error");
}

gboolean
genlock_field_row_commit (GenlockFieldRow *row)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  g_autofree char *before = NULL;

  /* Where the rows differ, nothing typed means nothing changed. */
  if (!is_typing (row))
    return TRUE;

  before = g_steal_pointer (&row->text);
  row->text = g_strdup (text);
  g_signal_emit (row, signals[EDITED], 0, text);
  if (!is_refused (row))
    return TRUE;

  g_free (row->text);
  row->text = g_steal_pointer (&before);
  return FALSE;
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

  if (!is_typing (row))
    return FALSE;

  show_text (row);
  return TRUE;
}

/* Ctrl+Z is about what is being typed, and where nothing is, about the show: the field would take
 * the key without doing anything. */
static gboolean
undo_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  return !is_typing (GENLOCK_FIELD_ROW (widget))
         && gtk_widget_activate_action (widget, user_data, NULL);
}

static void
add_undo_key (GtkShortcutController *keys,
              guint key,
              GdkModifierType modifiers,
              const char *action)
{
  gtk_shortcut_controller_add_shortcut (
    keys, gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                            gtk_callback_action_new (undo_cb, (gpointer) action, NULL)));
}

/* Before the field itself. */
static void
add_undo_keys (GenlockFieldRow *row)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (keys);

  add_undo_key (controller, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo");
  add_undo_key (controller, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo");
  add_undo_key (controller, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (row), keys);
}

/* Whether each word of @typed is in @text, case aside. */
static gboolean
finds_all (const char *text,
           char **typed)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (; *typed != NULL; typed++)
    if (strstr (folded, *typed) == NULL)
      return FALSE;

  return TRUE;
}

static void
show_words (GenlockFieldRow *row)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (row->search)),
                                             -1);
  g_auto (GStrv) typed = g_strsplit_set (folded, " ", -1);
  GtkListBoxRow *old;
  guint n = 0;

  while ((old = gtk_list_box_get_row_at_index (row->list, 0)) != NULL)
    gtk_list_box_remove (row->list, GTK_WIDGET (old));

  for (char **word = row->words; word != NULL && *word != NULL && n < WORDS_SHOWN; word++)
    if (finds_all (*word, typed))
      {
        GtkWidget *label = gtk_label_new (*word);

        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_list_box_append (row->list, label);
        n++;
      }
}

static void
shown_cb (GtkPopover *popover,
          GenlockFieldRow *row)
{
  g_strfreev (row->words);
  row->words = row->offers (row->column, row->offers_data);
  gtk_editable_set_text (GTK_EDITABLE (row->search), "");
  show_words (row);
  gtk_widget_grab_focus (GTK_WIDGET (row->search));
}

static void
search_changed_cb (GtkSearchEntry *search,
                   GenlockFieldRow *row)
{
  show_words (row);
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

/* Enter takes the first of what was found. */
static void
search_activate_cb (GtkSearchEntry *search,
                    GenlockFieldRow *row)
{
  GtkListBoxRow *first;

  /* The list may be a moment behind the typing. */
  show_words (row);
  first = gtk_list_box_get_row_at_index (row->list, 0);
  if (first != NULL)
    chosen_cb (row->list, first, row);
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

  g_strfreev (row->words);
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
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, genlock_search_stop);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
genlock_field_row_init (GenlockFieldRow *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (row));
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  add_undo_keys (row);
}

GtkWidget *
genlock_field_row_new (const GenlockColumn *column,
                       const char *title,
                       GenlockGridOffers offers,
                       gpointer user_data)
{
  GenlockFieldRow *row = g_object_new (GENLOCK_TYPE_FIELD_ROW, "title", title, NULL);

  row->column = column;
  row->offers = offers;
  row->offers_data = user_data;
  gtk_widget_set_visible (row->button, offers != NULL);
  genlock_field_row_set_title (row, title);
  return GTK_WIDGET (row);
}

void
genlock_field_row_set_title (GenlockFieldRow *row,
                             const char *title)
{
  /* Translators: a button that offers what can stand in a field, such as “Type” */
  g_autofree char *words = g_strdup_printf (_("Choose: %s"), title);

  g_free (row->title);
  row->title = g_strdup (title);
  genlock_accessible_set_label (row->button, words);
  if (!is_refused (row))
    genlock_field_row_set_error (row, NULL);
}

void
genlock_field_row_set_text (GenlockFieldRow *row,
                            const char *text)
{
  gboolean typing = gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL && is_typing (row);

  g_free (row->text);
  row->text = g_strdup (text);

  /* What is being typed is not lost to a change from elsewhere. */
  if (!typing && !is_refused (row))
    show_text (row);
}

void
genlock_field_row_reset (GenlockFieldRow *row)
{
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
