/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done about a problem: put aside, opened again, fixed. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/schema/genlock-dismissals.h"
#include "signal/genlock-signal-fix.h"
#include "ui/cables/genlock-problem-gestures.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-new-cables.h"
#include "ui/common/genlock-toasts.h"

/* A change under way, and what is said then. */
typedef struct
{
  GtkWidget *from; /* owned */
  char *text;      /* owned */
} Applying;

static void
applying_free (Applying *applying)
{
  g_object_unref (applying->from);
  g_free (applying->text);
  g_free (applying);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Applying, applying_free)

/* What a dialog or a button is about. */
typedef struct
{
  GtkWidget *from;           /* owned */
  GenlockCheckedShow *show;  /* owned */
  GenlockProblemItem *item;  /* owned */
  GtkEditable *reason;       /* unowned, nullable */
  char *sentence;            /* owned, nullable: of a fix */
} Gesture;

static Gesture *
gesture_new (GtkWidget *from,
             GenlockCheckedShow *show,
             GenlockProblemItem *item)
{
  Gesture *gesture = g_new0 (Gesture, 1);

  gesture->from = g_object_ref (from);
  gesture->show = g_object_ref (show);
  gesture->item = g_object_ref (item);

  return gesture;
}

static void
gesture_free (gpointer data,
              GClosure *closure)
{
  Gesture *gesture = data;

  g_object_unref (gesture->from);
  g_object_unref (gesture->show);
  g_object_unref (gesture->item);
  g_free (gesture->sentence);
  g_free (gesture);
}

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Applying) applying = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);

  if (changes == NULL)
    genlock_toast_error (applying->from, error);
  else
    genlock_toast_undo (applying->from, applying->text, genlock_changes_get_step (changes));
}

static void
apply (GtkWidget *from,
       GenlockCheckedShow *show,
       GenlockBatch *batch,
       const char *text)
{
  Applying *applying = g_new0 (Applying, 1);

  applying->from = g_object_ref (from);
  applying->text = g_strdup (text);
  genlock_new_cables_complete (show, batch);
  genlock_store_apply_async (genlock_checked_show_get_store (show), batch, NULL, applied_cb,
                             applying);
}

/* (nullable): the problem as it is now; where it has gone, that is said. */
static GenlockSignalProblem *
find (GtkWidget *from,
      GenlockCheckedShow *show,
      GenlockProblemItem *item)
{
  GenlockSignalProblem *problem =
    genlock_problem_item_find (item, genlock_checked_show_get_problems (show));

  if (problem == NULL)
    genlock_toast (from, _("The show has changed meanwhile: that problem is no longer there"));

  return problem;
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char *response,
             Gesture *gesture)
{
  GenlockSignalProblem *problem;
  g_autoptr (GenlockBatch) batch = NULL;

  if (!g_str_equal (response, "dismiss"))
    return;

  problem = find (gesture->from, gesture->show, gesture->item);
  if (problem == NULL)
    return;

  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, genlock_signal_problem_dismiss (
                          problem, genlock_checked_show_get_production (gesture->show),
                          gtk_editable_get_text (gesture->reason)));
  apply (gesture->from, gesture->show, batch, _("Problem put aside"));
}

void
genlock_problem_dismiss (GtkWidget *from,
                         GenlockCheckedShow *show,
                         GenlockProblemItem *item)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (from));
  GtkWidget *dialog = adw_message_dialog_new (window, _("Put Problem Aside?"),
                                              genlock_problem_item_get_sentence (item));
  GtkWidget *entry = gtk_entry_new ();
  Gesture *gesture = gesture_new (from, show, item);

  gesture->reason = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Why it does not matter"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 2000);
  genlock_accessible_set_label (entry, _("Why it does not matter"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "dismiss", _("_Put aside"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "dismiss",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "dismiss");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), gesture, gesture_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

void
genlock_problem_reopen (GtkWidget *from,
                        GenlockCheckedShow *show,
                        GenlockProblemItem *item)
{
  GenlockSignalProblem *problem = find (from, show, item);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("DELETE");
  g_auto (GStrv) ids = NULL;

  if (problem == NULL)
    return;

  ids = genlock_signal_check_list_dismissals (genlock_checked_show_get_check (show), problem);
  for (guint i = 0; ids[i] != NULL; i++)
    genlock_batch_delete (batch, &genlock_dismissals, ids[i]);
  if (ids[0] != NULL)
    apply (from, show, batch, _("Problem opened again"));
}

static GenlockBatch *
build_fix (Gesture *gesture,
           GenlockSignalProblem *problem)
{
  GenlockSignalCheck *check = genlock_checked_show_get_check (gesture->show);
  g_autoptr (GPtrArray) fixes = genlock_signal_check_list_fixes (check, problem);

  for (guint i = 0; i < fixes->len; i++)
    {
      const GenlockSignalFix *fix = fixes->pdata[i];

      if (g_str_equal (fix->sentence, gesture->sentence))
        return genlock_signal_fix_build (check, problem, fix,
                                         genlock_checked_show_get_store (gesture->show),
                                         genlock_checked_show_get_production (gesture->show));
    }

  return NULL;
}

static void
fix_clicked_cb (GtkButton *button,
                Gesture *gesture)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);
  GenlockSignalProblem *problem = find (gesture->from, gesture->show, gesture->item);
  g_autoptr (GenlockBatch) batch = problem != NULL ? build_fix (gesture, problem) : NULL;

  if (batch != NULL)
    apply (gesture->from, gesture->show, batch, gesture->sentence);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);

  return label;
}

GtkWidget *
genlock_problem_make_fixes (GtkWidget *from,
                            GenlockCheckedShow *show,
                            GenlockProblemItem *item)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GenlockSignalCheck *check = genlock_checked_show_get_check (show);
  GenlockSignalProblem *problem =
    genlock_problem_item_find (item, genlock_checked_show_get_problems (show));
  g_autoptr (GPtrArray) fixes =
    problem != NULL ? genlock_signal_check_list_fixes (check, problem) : NULL;
  guint n = 0;

  for (guint i = 0; fixes != NULL && i < fixes->len; i++)
    {
      const GenlockSignalFix *fix = fixes->pdata[i];
      Gesture *gesture = gesture_new (from, show, item);
      g_autoptr (GenlockBatch) batch = NULL;
      GtkWidget *button;

      gesture->sentence = g_strdup (fix->sentence);
      batch = build_fix (gesture, problem);
      if (batch == NULL)
        {
          gesture_free (gesture, NULL);
          continue;
        }
      button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (button), make_label (fix->sentence));
      gtk_widget_add_css_class (button, "flat");
      genlock_accessible_set_label (button, fix->sentence);
      g_signal_connect_data (button, "clicked", G_CALLBACK (fix_clicked_cb), gesture,
                             gesture_free, 0);
      gtk_box_append (GTK_BOX (box), button);
      n++;
    }

  if (n == 0)
    gtk_box_append (GTK_BOX (box),
                    make_label (_("No port beside it is free and nothing of the library fits in "
                                  "between. Change the cable, or what it connects.")));
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}
