/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem in the list: how bad it is, what it says, and what can be done. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/cables/genlock-problem-row.h"
#include "ui/common/genlock-problem-words.h"

struct _GenlockProblemRow
{
  GtkWidget parent_instance;

  GenlockProblemItem *item; /* owned, nullable */

  GtkWidget *box;
  GtkLabel *heading;
  GtkWidget *problem;
  GtkImage *mark;
  GtkLabel *sentence;
  GtkLabel *detail;
  GtkWidget *fix;
  GtkWidget *dismiss;
  GtkWidget *reopen;
};

enum
{
  DISMISS,
  FIX,
  REOPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockProblemRow, genlock_problem_row, GTK_TYPE_WIDGET)

static void
fix_cb (GenlockProblemRow *row)
{
  g_signal_emit (row, signals[FIX], 0);
}

static void
dismiss_cb (GenlockProblemRow *row)
{
  g_signal_emit (row, signals[DISMISS], 0);
}

static void
reopen_cb (GenlockProblemRow *row)
{
  g_signal_emit (row, signals[REOPEN], 0);
}

static void
genlock_problem_row_dispose (GObject *object)
{
  GenlockProblemRow *row = GENLOCK_PROBLEM_ROW (object);

  g_clear_object (&row->item);
  gtk_widget_dispose_template (GTK_WIDGET (row), GENLOCK_TYPE_PROBLEM_ROW);

  G_OBJECT_CLASS (genlock_problem_row_parent_class)->dispose (object);
}

static void
genlock_problem_row_class_init (GenlockProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_problem_row_dispose;

  signals[FIX] = g_signal_new ("fix", GENLOCK_TYPE_PROBLEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  signals[DISMISS] = g_signal_new ("dismiss", GENLOCK_TYPE_PROBLEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REOPEN] = g_signal_new ("reopen", GENLOCK_TYPE_PROBLEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "genlock-problem-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/cables/genlock-problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemRow, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemRow, heading);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemRow, problem);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemRow, mark);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemRow, detail);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemRow, fix);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemRow, dismiss);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemRow, reopen);
  gtk_widget_class_bind_template_callback (widget_class, fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, reopen_cb);
}

static void
genlock_problem_row_init (GenlockProblemRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
}

GtkWidget *
genlock_problem_row_new (void)
{
  return g_object_new (GENLOCK_TYPE_PROBLEM_ROW, NULL);
}

static void
show_mark (GenlockProblemRow *row,
           GenlockSeverity severity)
{
  static const char * const classes[] = { "error", "warning", "dim-label" };
  GenlockMark mark = genlock_severity_get_mark (severity);
  const char *css_class = genlock_mark_get_css_class (mark);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (row->mark), classes[i]);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row->mark), css_class);
  gtk_image_set_from_icon_name (row->mark, mark != GENLOCK_MARK_NONE
                                ? genlock_mark_get_icon (mark) : "dialog-question-symbolic");
}

/* The list item above the row is what assistive technology stops at. */
static void
describe (GenlockProblemRow *row,
          const char *words,
          const char *detail)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (row));

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
}

static void
show_problem (GenlockProblemRow *row,
              gboolean editable)
{
  GenlockSeverity severity = genlock_problem_item_get_severity (row->item);
  gboolean aside = genlock_problem_item_is_aside (row->item);
  const char *sentence = genlock_problem_item_get_sentence (row->item);
  g_autofree char *detail = genlock_problem_item_dup_detail (row->item);
  g_autofree char *words = g_strdup_printf ("%s: %s", _(genlock_severity_get_name (severity)),
                                            sentence);

  show_mark (row, severity);
  gtk_label_set_label (row->sentence, sentence);
  gtk_label_set_label (row->detail, detail);
  gtk_widget_set_visible (row->fix, editable && genlock_problem_item_may_be_fixed (row->item));
  gtk_widget_set_visible (row->dismiss, editable && !aside
                          && severity != GENLOCK_SEVERITY_NOT_CHECKED);
  gtk_widget_set_visible (row->reopen, editable && aside);
  describe (row, words, detail);
}

void
genlock_problem_row_set_item (GenlockProblemRow *row,
                              GenlockProblemItem *item,
                              gboolean editable)
{
  const char *heading = item != NULL ? genlock_problem_item_get_heading (item) : NULL;

  g_set_object (&row->item, item);
  if (item == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (row->heading), heading != NULL);
  gtk_widget_set_visible (row->problem, heading == NULL);
  if (heading != NULL)
    {
      gtk_label_set_label (row->heading, heading);
      describe (row, heading, "");
    }
  else
    {
      show_problem (row, editable);
    }
}

GenlockProblemItem *
genlock_problem_row_get_item (GenlockProblemRow *row)
{
  return row->item;
}

GtkWidget *
genlock_problem_row_get_fix_button (GenlockProblemRow *row)
{
  return row->fix;
}
