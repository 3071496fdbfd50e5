/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two lines of words that change at every motion of the pointer. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-accessible.h"
#include "ui/slots/genlock-slot-status.h"

#define N_LINES 2

struct _GenlockSlotStatus
{
  GtkWidget parent_instance;

  char *text; /* owned */
};

G_DEFINE_FINAL_TYPE (GenlockSlotStatus, genlock_slot_status, GTK_TYPE_WIDGET)

static void
genlock_slot_status_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  PangoFontMetrics *font;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  font = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  *minimum = *natural = PANGO_PIXELS_CEIL (N_LINES * pango_font_metrics_get_height (font));
  pango_font_metrics_unref (font);
}

static void
genlock_slot_status_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot)
{
  GenlockSlotStatus *self = GENLOCK_SLOT_STATUS (widget);
  g_autoptr (PangoLayout) layout = NULL;

  if (*self->text == '\0')
    return;

  layout = gtk_widget_create_pango_layout (widget, self->text);
  pango_layout_set_width (layout, MAX (1, gtk_widget_get_width (widget)) * PANGO_SCALE);
  pango_layout_set_height (layout, -N_LINES);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0, layout);
}

static void
genlock_slot_status_finalize (GObject *object)
{
  g_free (GENLOCK_SLOT_STATUS (object)->text);

  G_OBJECT_CLASS (genlock_slot_status_parent_class)->finalize (object);
}

static void
genlock_slot_status_class_init (GenlockSlotStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = genlock_slot_status_finalize;
  widget_class->measure = genlock_slot_status_measure;
  widget_class->snapshot = genlock_slot_status_snapshot;
  gtk_widget_class_set_css_name (widget_class, "genlock-slot-status");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
genlock_slot_status_init (GenlockSlotStatus *self)
{
  self->text = g_strdup ("");
}

void
genlock_slot_status_set_text (GenlockSlotStatus *self,
                              const char *text)
{
  g_return_if_fail (GENLOCK_IS_SLOT_STATUS (self));
  g_return_if_fail (text != NULL);

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  genlock_accessible_set_label (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
