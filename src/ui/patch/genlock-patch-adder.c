/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to add to the patch: a piece of equipment, or a send. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/equipment/genlock-spec-picker.h"
#include "ui/patch/genlock-patch-adder.h"

struct _GenlockPatchAdder
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkLabel *reason;
  GenlockSpecPicker *picker;
  GtkButton *send_button;
  GtkButton *add_button;
};

static guint chosen;

G_DEFINE_FINAL_TYPE (GenlockPatchAdder, genlock_patch_adder, GTK_TYPE_POPOVER)

static void
picked_cb (GenlockPatchAdder *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            genlock_spec_picker_get_record (self->picker) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
}

static void
popdown_cb (GenlockPatchAdder *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add_cb (GenlockPatchAdder *self)
{
  if (genlock_spec_picker_get_record (self->picker) != NULL)
    g_signal_emit (self, chosen, 0, FALSE);
}

static void
send_cb (GenlockPatchAdder *self)
{
  g_signal_emit (self, chosen, 0, TRUE);
}

static void
genlock_patch_adder_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_PATCH_ADDER);

  G_OBJECT_CLASS (genlock_patch_adder_parent_class)->dispose (object);
}

static void
genlock_patch_adder_class_init (GenlockPatchAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_patch_adder_dispose;
  chosen = g_signal_new ("chosen", GENLOCK_TYPE_PATCH_ADDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                         NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (GENLOCK_TYPE_SPEC_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/patch/genlock-patch-adder.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchAdder, title);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchAdder, reason);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchAdder, picker);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchAdder, send_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchAdder, add_button);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popdown_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
genlock_patch_adder_init (GenlockPatchAdder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genlock_patch_adder_new (GenlockStore *store,
                         const char *title,
                         const char *category,
                         gboolean offers_send)
{
  GenlockPatchAdder *self = g_object_new (GENLOCK_TYPE_PATCH_ADDER, NULL);

  gtk_label_set_label (self->title, title);
  genlock_spec_picker_set_store (self->picker, store, category, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->send_button), offers_send);

  return GTK_WIDGET (self);
}

GenlockRecord *
genlock_patch_adder_get_spec (GenlockPatchAdder *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_ADDER (self), NULL);

  return genlock_spec_picker_get_record (self->picker);
}

gboolean
genlock_patch_adder_is_shipped (GenlockPatchAdder *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_ADDER (self), FALSE);

  return genlock_spec_picker_is_shipped (self->picker);
}

void
genlock_patch_adder_refuse (GenlockPatchAdder *self,
                            const char *reason)
{
  g_return_if_fail (GENLOCK_IS_PATCH_ADDER (self));

  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
}
