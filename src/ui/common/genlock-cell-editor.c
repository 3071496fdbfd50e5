/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line in which a cell is edited, with words to choose from and room to say what is wrong. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "ui/common/genlock-cell-editor.h"

/* More would hide the list behind the cell. */
#define MATCHES_MAX 8

struct _GenlockCellEditor
{
  GtkWidget parent_instance;

  GtkWidget *text;    /* owned as a child */
  GtkWidget *offers;  /* owned as a child: the popover */
  GtkWidget *list;    /* unowned: in the popover */
  GtkWidget *refusal; /* owned as a child: the popover */
  GtkWidget *sentence; /* unowned: in it */
  char **words;       /* owned, nullable */
  gboolean closed;
  char separator;
  gboolean chosen;    /* whether a row of the list was gone to with the arrows */
  gboolean quiet;     /* whether the text changes by ourselves */
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockCellEditor, genlock_cell_editor, GTK_TYPE_WIDGET)

/* The word under way: all of the text, or what stands after the last separator. */
static const char *
get_word (GenlockCellEditor *editor)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (editor->text));
  const char *last = editor->separator != 0 ? strrchr (text, editor->separator) : NULL;

  for (text = last != NULL ? last + 1 : text; *text == ' '; text++)
    ;

  return text;
}

static void
set_text (GenlockCellEditor *editor,
          const char *text)
{
  editor->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (editor->text), text);
  gtk_editable_set_position (GTK_EDITABLE (editor->text), -1);
  editor->quiet = FALSE;
}

static void
take_word (GenlockCellEditor *editor,
           const char *word)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (editor->text));
  g_autofree char *whole = g_strdup_printf ("%.*s%s", (int) (get_word (editor) - text), text, word);

  set_text (editor, whole);
}

static void
clear_matches (GenlockCellEditor *editor)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (editor->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (editor->list), row);

  editor->chosen = FALSE;
}

static void
add_match (GenlockCellEditor *editor,
           const char *word)
{
  GtkWidget *label = gtk_label_new (word);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_box_append (GTK_LIST_BOX (editor->list), label);
}

/* Those that begin with what is typed first, then those that hold it. */
static guint
fill_matches (GenlockCellEditor *editor,
              gboolean all)
{
  g_autofree char *typed = g_utf8_casefold (all ? "" : get_word (editor), -1);
  guint n = 0;

  clear_matches (editor);

  for (int round = 0; round < 2; round++)
    for (char **word = editor->words; *word != NULL && n < MATCHES_MAX; word++)
      {
        g_autofree char *folded = g_utf8_casefold (*word, -1);
        const char *at = strstr (folded, typed);

        if (at == NULL || (at == folded) != (round == 0))
          continue;

        add_match (editor, *word);
        n++;
      }

  return n;
}

static gboolean
is_only_match (GenlockCellEditor *editor)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (editor->list), 0);
  GtkWidget *label = gtk_list_box_row_get_child (first);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (editor->list), 1) == NULL
         && strcmp (gtk_label_get_text (GTK_LABEL (label)), get_word (editor)) == 0;
}

static void
update_matches (GenlockCellEditor *editor,
                gboolean all)
{
  if (editor->words == NULL || fill_matches (editor, all) == 0 || is_only_match (editor))
    {
      gtk_popover_popdown (GTK_POPOVER (editor->offers));
      return;
    }

  if (editor->closed)
    gtk_list_box_select_row (GTK_LIST_BOX (editor->list),
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (editor->list), 0));

  if (gtk_widget_get_mapped (GTK_WIDGET (editor)))
    gtk_popover_popup (GTK_POPOVER (editor->offers));
}

static void
changed_cb (GtkEditable *editable,
            GenlockCellEditor *editor)
{
  gtk_popover_popdown (GTK_POPOVER (editor->refusal));
  if (!editor->quiet)
    update_matches (editor, FALSE);
}

static void
done (GenlockCellEditor *editor,
      GenlockCellEditorEnd end)
{
  g_autoptr (GenlockCellEditor) alive = g_object_ref (editor);

  gtk_popover_popdown (GTK_POPOVER (editor->offers));
  g_signal_emit (editor, signals[DONE], 0, end);
}

static void
row_activated_cb (GtkListBox *list,
                  GtkListBoxRow *row,
                  GenlockCellEditor *editor)
{
  take_word (editor, gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
  done (editor, GENLOCK_CELL_EDITOR_STAY);
}

/* Goes through the offers and shows the one it is at in the text. */
static void
move_choice (GenlockCellEditor *editor,
             int by)
{
  GtkListBox *list = GTK_LIST_BOX (editor->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : -1;

  if (row != NULL && !editor->chosen && by > 0 && !editor->closed)
    index = 0;

  row = gtk_list_box_get_row_at_index (list, index);
  if (row == NULL)
    return;

  editor->chosen = TRUE;
  gtk_list_box_select_row (list, row);
}

/* What Enter or Tab takes: the row that was gone to, or the first one where only those will do. */
static void
take_choice (GenlockCellEditor *editor)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (editor->list));

  if (!gtk_widget_get_visible (editor->offers) || row == NULL)
    return;

  if (editor->chosen || (editor->closed && *get_word (editor) != '\0'))
    take_word (editor, gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *key,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GenlockCellEditor *editor)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  gboolean offered = gtk_widget_get_visible (editor->offers);

  if (state & (GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_SUPER_MASK))
    {
      if (keyval != GDK_KEY_Down || !(state & GDK_ALT_MASK))
        return GDK_EVENT_PROPAGATE;

      update_matches (editor, TRUE);
      return GDK_EVENT_STOP;
    }

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      take_choice (editor);
      done (editor, shift ? GENLOCK_CELL_EDITOR_UP : GENLOCK_CELL_EDITOR_DOWN);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      take_choice (editor);
      done (editor, shift ? GENLOCK_CELL_EDITOR_LEFT : GENLOCK_CELL_EDITOR_RIGHT);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      done (editor, GENLOCK_CELL_EDITOR_CANCEL);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_Down:
      if (offered)
        move_choice (editor, keyval == GDK_KEY_Down ? 1 : -1);
      else
        done (editor, keyval == GDK_KEY_Down ? GENLOCK_CELL_EDITOR_DOWN : GENLOCK_CELL_EDITOR_UP);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (GtkEventControllerFocus *focus,
               GenlockCellEditor *editor)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (editor));
  GtkWidget *now = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Another window has the focus: the text may still be under way. */
  if (now == NULL || gtk_widget_is_ancestor (now, GTK_WIDGET (editor)))
    return;

  done (editor, GENLOCK_CELL_EDITOR_STAY);
}

static void
genlock_cell_editor_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  gtk_widget_measure (GENLOCK_CELL_EDITOR (widget)->text, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
genlock_cell_editor_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  GenlockCellEditor *editor = GENLOCK_CELL_EDITOR (widget);

  int text_height;

  /* The line stands where the text of the cell stood. */
  gtk_widget_measure (editor->text, GTK_ORIENTATION_VERTICAL, width, NULL, &text_height, NULL,
                      NULL);
  gtk_widget_size_allocate (editor->text,
                            &(GtkAllocation) { 0, (height - text_height) / 2, width, text_height },
                            -1);
  gtk_popover_present (GTK_POPOVER (editor->offers));
  gtk_popover_present (GTK_POPOVER (editor->refusal));
}

static gboolean
genlock_cell_editor_grab_focus (GtkWidget *widget)
{
  return gtk_text_grab_focus_without_selecting (GTK_TEXT (GENLOCK_CELL_EDITOR (widget)->text));
}

static void
genlock_cell_editor_dispose (GObject *object)
{
  GenlockCellEditor *editor = GENLOCK_CELL_EDITOR (object);

  g_clear_pointer (&editor->offers, gtk_widget_unparent);
  g_clear_pointer (&editor->refusal, gtk_widget_unparent);
  g_clear_pointer (&editor->text, gtk_widget_unparent);

  G_OBJECT_CLASS (genlock_cell_editor_parent_class)->dispose (object);
}

static void
genlock_cell_editor_finalize (GObject *object)
{
  g_strfreev (GENLOCK_CELL_EDITOR (object)->words);

  G_OBJECT_CLASS (genlock_cell_editor_parent_class)->finalize (object);
}

static void
genlock_cell_editor_class_init (GenlockCellEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_cell_editor_dispose;
  object_class->finalize = genlock_cell_editor_finalize;

  widget_class->measure = genlock_cell_editor_measure;
  widget_class->size_allocate = genlock_cell_editor_size_allocate;
  widget_class->grab_focus = genlock_cell_editor_grab_focus;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "genlock-cell-editor");
}

/* A popover that leaves the focus where it is. */
static GtkWidget *
add_popover (GenlockCellEditor *editor,
             GtkWidget *child,
             const char *css_class)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (popover, FALSE);
  gtk_widget_add_css_class (popover, css_class);
  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_widget_set_parent (popover, GTK_WIDGET (editor));
  return popover;
}

static void
genlock_cell_editor_init (GenlockCellEditor *editor)
{
  GtkEventController *controller;

  editor->text = gtk_text_new ();
  gtk_widget_set_parent (editor->text, GTK_WIDGET (editor));
  g_signal_connect (editor->text, "changed", G_CALLBACK (changed_cb), editor);

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "leave", G_CALLBACK (focus_left_cb), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), controller);

  editor->list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (editor->list), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (editor->list), GTK_SELECTION_BROWSE);
  g_signal_connect (editor->list, "row-activated", G_CALLBACK (row_activated_cb), editor);
  editor->offers = add_popover (editor, editor->list, "offers");

  editor->sentence = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (editor->sentence), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (editor->sentence), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (editor->sentence), 36);
  gtk_label_set_xalign (GTK_LABEL (editor->sentence), 0);
  editor->refusal = add_popover (editor, editor->sentence, "refusal");
}

GtkWidget *
genlock_cell_editor_new (const char *text,
                         const char *label)
{
  GenlockCellEditor *editor = g_object_new (GENLOCK_TYPE_CELL_EDITOR, NULL);

  set_text (editor, text);
  gtk_editable_select_region (GTK_EDITABLE (editor->text), 0, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (editor);
}

void
genlock_cell_editor_set_offers (GenlockCellEditor *editor,
                                const char * const *offers,
                                gboolean closed,
                                char separator)
{
  g_strfreev (editor->words);
  editor->words = g_strdupv ((char **) offers);
  editor->closed = closed;
  editor->separator = separator;
}

void
genlock_cell_editor_open (GenlockCellEditor *editor)
{
  update_matches (editor, TRUE);
}

const char *
genlock_cell_editor_get_text (GenlockCellEditor *editor)
{
  return gtk_editable_get_text (GTK_EDITABLE (editor->text));
}

void
genlock_cell_editor_forward (GenlockCellEditor *editor,
                             GtkEventControllerKey *key)
{
  g_autoptr (GenlockCellEditor) self = g_object_ref (editor);

  if (!gtk_event_controller_key_forward (key, GTK_WIDGET (self)) && self->text != NULL)
    gtk_event_controller_key_forward (key, self->text);
}

void
genlock_cell_editor_go_on (GenlockCellEditor *editor)
{
  g_return_if_fail (GENLOCK_IS_CELL_EDITOR (editor));

  gtk_editable_set_position (GTK_EDITABLE (editor->text), -1);
}

void
genlock_cell_editor_refuse (GenlockCellEditor *editor,
                            const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (editor->sentence), sentence);
  gtk_accessible_update_state (GTK_ACCESSIBLE (editor->text), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->text),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  gtk_popover_popdown (GTK_POPOVER (editor->offers));
  gtk_popover_popup (GTK_POPOVER (editor->refusal));
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}
