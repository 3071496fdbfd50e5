/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a sheet is laid out, and when it was printed last. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-instant.h"
#include "ui/sheets/genlock-sheet-options.h"

struct _GenlockSheetOptions
{
  AdwBin parent_instance;

  GenlockSheetChoice *choice; /* owned, nullable */

  GtkWidget *rows;
  AdwComboRow *by;
  AdwComboRow *paper;
  AdwComboRow *turn;
  AdwActionRow *last;
};

G_DEFINE_FINAL_TYPE (GenlockSheetOptions, genlock_sheet_options, ADW_TYPE_BIN)

static void
choice_changed_cb (GenlockSheetOptions *self)
{
  gtk_widget_set_visible (self->rows, genlock_sheet_choice_get_kind (self->choice)
                          == GENLOCK_SHEET_CABLES);
}

/* Names of paper are no words. */
static void
fill_papers (GenlockSheetOptions *self)
{
  g_autoptr (GtkStringList) papers = gtk_string_list_new (NULL);

  for (guint i = 0; i < GENLOCK_SHEET_N_PAPERS; i++)
    gtk_string_list_append (papers, genlock_sheet_paper_get_name (i));
  adw_combo_row_set_model (self->paper, G_LIST_MODEL (papers));
}

static void
genlock_sheet_options_dispose (GObject *object)
{
  GenlockSheetOptions *self = GENLOCK_SHEET_OPTIONS (object);

  g_clear_object (&self->choice);

  G_OBJECT_CLASS (genlock_sheet_options_parent_class)->dispose (object);
}

static void
genlock_sheet_options_class_init (GenlockSheetOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_sheet_options_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/sheets/genlock-sheet-options.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetOptions, rows);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetOptions, by);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetOptions, paper);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetOptions, turn);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetOptions, last);
}

static void
genlock_sheet_options_init (GenlockSheetOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_papers (self);
}

GtkWidget *
genlock_sheet_options_new (GenlockSheetChoice *choice)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;
  GenlockSheetOptions *self = g_object_new (GENLOCK_TYPE_SHEET_OPTIONS, NULL);

  self->choice = g_object_ref (choice);
  g_object_bind_property (choice, "by", self->by, "selected", both);
  g_object_bind_property (choice, "paper", self->paper, "selected", both);
  g_object_bind_property (choice, "turn", self->turn, "selected", both);
  g_signal_connect_object (choice, "notify::kind", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  choice_changed_cb (self);

  return GTK_WIDGET (self);
}

/* (transfer full): "3 hours ago", "on 2 May 2026". */
static char *
dup_ago (gint64 at)
{
  gint64 minutes = (genlock_instant_now () - at) / 60000;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (minutes < 1)
    return g_strdup (_("Just now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", (gulong) minutes),
                            (int) minutes);
  if (minutes < 24 * 60)
    return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", (gulong) minutes / 60),
                            (int) (minutes / 60));

  utc = genlock_instant_to_date_time (at);
  local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%x");
}

void
genlock_sheet_options_set_last (GenlockSheetOptions *options,
                                const GenlockSheetPrint *last)
{
  g_autofree char *ago = NULL;
  g_autofree char *words = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *exact = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_if_fail (GENLOCK_IS_SHEET_OPTIONS (options));

  if (last->revision == 0)
    {
      adw_action_row_set_subtitle (options->last, _("Not printed yet"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (options->last), NULL);
      return;
    }

  ago = dup_ago (last->at);
  /* Translators: of a sheet: when it was printed last, how often by then, and by whom */
  words = last->author != NULL
          ? g_strdup_printf (_("%s, revision %u, by %s"), ago, last->revision, last->author)
          /* Translators: of a sheet: when it was printed last, and how often by then */
          : g_strdup_printf (_("%s, revision %u"), ago, last->revision);
  plain = g_markup_escape_text (words, -1);
  adw_action_row_set_subtitle (options->last, plain);

  utc = genlock_instant_to_date_time (last->at);
  local = g_date_time_to_local (utc);
  exact = g_date_time_format (local, "%c");
  gtk_widget_set_tooltip_text (GTK_WIDGET (options->last), exact);
}
