/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fresh start shows. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>

#include "app/genlock-welcome.h"
#include "ui/common/genlock-accessible.h"

struct _GenlockWelcome
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (GenlockWelcome, genlock_welcome, GTK_TYPE_WIDGET)

static void
genlock_welcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_WELCOME);

  G_OBJECT_CLASS (genlock_welcome_parent_class)->dispose (object);
}

static void
genlock_welcome_class_init (GenlockWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_welcome_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/genlock/Genlock/app/genlock-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockWelcome, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockWelcome, menu_button);
}

static void
genlock_welcome_init (GenlockWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genlock_welcome_new (GMenuModel *menu)
{
  GenlockWelcome *self = g_object_new (GENLOCK_TYPE_WELCOME, NULL);

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  genlock_accessible_set_label (GTK_WIDGET (self->menu_button), _("Main menu"));

  return GTK_WIDGET (self);
}
