/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of the patch: an entry that steps through what it finds. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/patch/genlock-patch-search.h"

struct _GenlockPatchSearch
{
  GtkWidget parent_instance;

  GenlockCanvas *canvas; /* unowned: it stands below this */
  guint n_matches;

  GtkWidget *box;
  GtkEditable *entry;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (GenlockPatchSearch, genlock_patch_search, GTK_TYPE_WIDGET)

static void
say (GenlockPatchSearch *self,
     guint match)
{
  g_autofree char *text = NULL;

  if (self->n_matches > 0)
    /* Translators: in a search: this one is the first of five */
    text = g_strdup_printf (_("%1$u of %2$u"), match + 1, self->n_matches);
  else if (*gtk_editable_get_text (self->entry) != '\0')
    text = g_strdup (_("None"));
  gtk_label_set_label (self->count, text != NULL ? text : "");
}

static void
changed_cb (GenlockPatchSearch *self)
{
  if (self->canvas == NULL)
    return;

  self->n_matches = genlock_canvas_find (self->canvas, gtk_editable_get_text (self->entry));
  say (self, 0);
}

static void
next_cb (GenlockPatchSearch *self)
{
  say (self, genlock_canvas_find_next (self->canvas, 1));
}

static void
previous_cb (GenlockPatchSearch *self)
{
  say (self, genlock_canvas_find_next (self->canvas, -1));
}

/* The canvas goes on from what was found last. */
static void
stop_cb (GenlockPatchSearch *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
genlock_patch_search_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_PATCH_SEARCH);

  G_OBJECT_CLASS (genlock_patch_search_parent_class)->dispose (object);
}

static void
genlock_patch_search_class_init (GenlockPatchSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_patch_search_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/patch/genlock-patch-search.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchSearch, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchSearch, count);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
genlock_patch_search_init (GenlockPatchSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
genlock_patch_search_set_canvas (GenlockPatchSearch *self,
                                 GenlockCanvas *canvas)
{
  g_return_if_fail (GENLOCK_IS_PATCH_SEARCH (self));
  g_return_if_fail (GENLOCK_IS_CANVAS (canvas));

  self->canvas = canvas;
}

void
genlock_patch_search_start (GenlockPatchSearch *self)
{
  g_return_if_fail (GENLOCK_IS_PATCH_SEARCH (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
