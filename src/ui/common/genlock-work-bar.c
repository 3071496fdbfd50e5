/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar that says how far a long change is, and stops it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-work-bar.h"

/* In milliseconds: until a change is long, between two looks at it, and until the bar goes. */
#define PATIENCE 500
#define LOOK 100
#define LINGER 1000

struct _GenlockWorkBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkProgressBar *progress;
  GenlockBatch *batch;       /* owned, nullable: how far it is, where that is known */
  GCancellable *cancellable; /* owned, nullable: of what is under way */
  guint look_id;
  guint hide_id;
  gint64 begun;              /* monotonic time in microseconds */
};

G_DEFINE_FINAL_TYPE (GenlockWorkBar, genlock_work_bar, ADW_TYPE_BIN)

static gboolean
look_cb (gpointer data)
{
  GenlockWorkBar *bar = data;
  double fraction = bar->batch != NULL ? genlock_batch_get_fraction (bar->batch) : 0;

  if (fraction > 0)
    gtk_progress_bar_set_fraction (bar->progress, fraction);
  else
    gtk_progress_bar_pulse (bar->progress);
  if (g_get_monotonic_time () - bar->begun > PATIENCE * G_TIME_SPAN_MILLISECOND)
    gtk_revealer_set_reveal_child (bar->revealer, TRUE);

  return G_SOURCE_CONTINUE;
}

static void
cancel_cb (GtkButton *button,
           GenlockWorkBar *bar)
{
  g_cancellable_cancel (bar->cancellable);
}

static void
clear (GenlockWorkBar *bar)
{
  g_clear_handle_id (&bar->look_id, g_source_remove);
  g_clear_pointer (&bar->batch, genlock_batch_unref);
  g_clear_object (&bar->cancellable);
}

static gboolean
hide_cb (gpointer data)
{
  GenlockWorkBar *bar = data;

  bar->hide_id = 0;
  gtk_revealer_set_reveal_child (bar->revealer, FALSE);
  return G_SOURCE_REMOVE;
}

static void
genlock_work_bar_dispose (GObject *object)
{
  clear (GENLOCK_WORK_BAR (object));
  g_clear_handle_id (&GENLOCK_WORK_BAR (object)->hide_id, g_source_remove);
  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_WORK_BAR);

  G_OBJECT_CLASS (genlock_work_bar_parent_class)->dispose (object);
}

static void
genlock_work_bar_class_init (GenlockWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_work_bar_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/common/genlock-work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockWorkBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, GenlockWorkBar, label);
  gtk_widget_class_bind_template_child (widget_class, GenlockWorkBar, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
genlock_work_bar_init (GenlockWorkBar *bar)
{
  gtk_widget_init_template (GTK_WIDGET (bar));
}

void
genlock_work_bar_start (GenlockWorkBar *bar,
                        const char *words,
                        GenlockBatch *batch,
                        GCancellable *cancellable)
{
  if (bar->cancellable != NULL)
    return;

  g_clear_handle_id (&bar->hide_id, g_source_remove);
  bar->batch = batch != NULL ? genlock_batch_ref (batch) : NULL;
  bar->cancellable = g_object_ref (cancellable);
  bar->begun = g_get_monotonic_time ();
  bar->look_id = g_timeout_add (LOOK, look_cb, bar);
  gtk_label_set_label (bar->label, words);
  gtk_progress_bar_set_fraction (bar->progress, 0);
}

void
genlock_work_bar_stop (GenlockWorkBar *bar,
                       GCancellable *cancellable)
{
  if (cancellable == NULL || bar->cancellable != cancellable)
    return;

  clear (bar);
  bar->hide_id = g_timeout_add (LINGER, hide_cb, bar);
}
