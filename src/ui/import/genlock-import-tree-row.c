/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the preview of an import: its place in the tree, a check box, words. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/import/genlock-import-tree-row.h"

struct _GenlockImportTreeRow
{
  GtkWidget parent_instance;

  GtkTreeExpander *expander;
  GtkCheckButton *check;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *tag;
  GtkLabel *detail;
  GtkLabel *state;
  gboolean showing; /* the check box is set, not clicked */
};

G_DEFINE_FINAL_TYPE (GenlockImportTreeRow, genlock_import_tree_row, GTK_TYPE_WIDGET)

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GenlockImportTreeRow *self)
{
  if (self->showing)
    return;

  /* It shows what is chosen, and nothing else. */
  self->showing = TRUE;
  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
  self->showing = FALSE;
  g_signal_emit (self, signals[TOGGLED], 0);
}

/* The keyboard is at the check box where there is one, so that Space clicks it; arrows go up and
 * down in the list, left and right in the tree. */
static gboolean
genlock_import_tree_row_grab_focus (GtkWidget *widget)
{
  GenlockImportTreeRow *self = GENLOCK_IMPORT_TREE_ROW (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->check))
      && gtk_widget_grab_focus (GTK_WIDGET (self->check)))
    return TRUE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->expander));
}

static gboolean
genlock_import_tree_row_focus (GtkWidget *widget,
                               GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return genlock_import_tree_row_grab_focus (widget);
}

static void
focus_parent (GenlockImportTreeRow *self,
              GtkTreeListRow *list_row)
{
  g_autoptr (GtkTreeListRow) above = gtk_tree_list_row_get_parent (list_row);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);

  if (above == NULL || view == NULL)
    return;

  gtk_widget_activate_action (view, "list.scroll-to-item", "u",
                              gtk_tree_list_row_get_position (above));
  for (GtkWidget *item = gtk_widget_get_first_child (view); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (GENLOCK_IS_IMPORT_TREE_ROW (row)
          && genlock_import_tree_row_get_list_row (GENLOCK_IMPORT_TREE_ROW (row)) == above)
        gtk_widget_grab_focus (row);
    }
}

/* As in every tree: into what is closed, out of what is open, else up to what it is in. */
static gboolean
sideways_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  GenlockImportTreeRow *self = GENLOCK_IMPORT_TREE_ROW (widget);
  GtkTreeListRow *list_row = genlock_import_tree_row_get_list_row (self);
  gboolean ltr = gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL;
  gboolean expand;

  g_variant_get (arguments, "(b)", &expand);
  expand = expand == ltr;
  if (list_row == NULL)
    return FALSE;

  if (gtk_tree_list_row_is_expandable (list_row)
      && gtk_tree_list_row_get_expanded (list_row) != expand)
    gtk_tree_list_row_set_expanded (list_row, expand);
  else if (!expand)
    focus_parent (self, list_row);

  return TRUE;
}

static void
genlock_import_tree_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_IMPORT_TREE_ROW);

  G_OBJECT_CLASS (genlock_import_tree_row_parent_class)->dispose (object);
}

static void
genlock_import_tree_row_class_init (GenlockImportTreeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    gboolean right;
  } sideways[] = {
    { GDK_KEY_Right, TRUE }, { GDK_KEY_KP_Right, TRUE },
    { GDK_KEY_Left, FALSE }, { GDK_KEY_KP_Left, FALSE },
  };

  G_OBJECT_CLASS (klass)->dispose = genlock_import_tree_row_dispose;
  widget_class->grab_focus = genlock_import_tree_row_grab_focus;
  widget_class->focus = genlock_import_tree_row_focus;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  for (guint i = 0; i < G_N_ELEMENTS (sideways); i++)
    gtk_widget_class_add_binding (widget_class, sideways[i].key, 0, sideways_cb, "(b)",
                                  sideways[i].right);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/import/genlock-import-tree-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockImportTreeRow, expander);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportTreeRow, check);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportTreeRow, icon);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportTreeRow, title);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportTreeRow, tag);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportTreeRow, detail);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportTreeRow, state);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
genlock_import_tree_row_init (GenlockImportTreeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genlock_import_tree_row_new (void)
{
  return g_object_new (GENLOCK_TYPE_IMPORT_TREE_ROW, NULL);
}

void
genlock_import_tree_row_set_list_row (GenlockImportTreeRow *self,
                                      GtkTreeListRow *list_row)
{
  gtk_tree_expander_set_list_row (self->expander, list_row);
}

GtkTreeListRow *
genlock_import_tree_row_get_list_row (GenlockImportTreeRow *self)
{
  return gtk_tree_expander_get_list_row (self->expander);
}

void
genlock_import_tree_row_set_words (GenlockImportTreeRow *self,
                                   const char *title,
                                   const char *detail,
                                   const char *state,
                                   gboolean is_heading)
{
  g_autofree char *name = g_strjoin (", ", title, *state != '\0' ? state : detail,
                                     *state != '\0' && *detail != '\0' ? detail : NULL, NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->state), *state != '\0');
  if (is_heading)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
genlock_import_tree_row_set_tag (GenlockImportTreeRow *self,
                                 const char *tag)
{
  gtk_label_set_label (self->tag, tag != NULL ? tag : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag), tag != NULL);
}

void
genlock_import_tree_row_set_icon (GenlockImportTreeRow *self,
                                  const char *icon_name)
{
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->check), FALSE);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_NONE);
}

void
genlock_import_tree_row_set_check (GenlockImportTreeRow *self,
                                   gboolean visible,
                                   GenlockImportCheck check)
{
  self->showing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->check), visible);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), check != GENLOCK_IMPORT_CHECK_NONE);
  gtk_check_button_set_active (self->check, check == GENLOCK_IMPORT_CHECK_ON);
  gtk_check_button_set_inconsistent (self->check, check == GENLOCK_IMPORT_CHECK_SOME);
  self->showing = FALSE;
}
