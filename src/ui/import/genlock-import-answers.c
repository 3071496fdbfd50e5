/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files leave open: a row a question, with the proposed answer to be changed. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ui/import/genlock-import-answers.h"

struct _GenlockImportAnswers
{
  GtkWidget parent_instance;

  GPtrArray *rows; /* owned (element-type AdwComboRow), unowned each */
  GPtrArray *answers; /* owned (element-type utf8): "KEY=WORD", ends with NULL */
  gboolean setting; /* the rows are set, nobody chooses */

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (GenlockImportAnswers, genlock_import_answers, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_answers (GenlockImportAnswers *self)
{
  g_ptr_array_set_size (self->answers, 0);
  g_ptr_array_add (self->answers, NULL);
}

/* Puts @answer in the place of the one with its key. */
static void
set_answer (GenlockImportAnswers *self,
            const char *key,
            const char *word)
{
  char *answer = g_strdup_printf ("%s=%s", key, word);
  gsize length = strlen (key) + 1;

  for (guint i = 0; i + 1 < self->answers->len; i++)
    {
      if (strncmp (self->answers->pdata[i], answer, length) != 0)
        continue;
      g_free (self->answers->pdata[i]);
      self->answers->pdata[i] = answer;
      return;
    }

  g_ptr_array_insert (self->answers, (int) self->answers->len - 1, answer);
}

static void
selected_cb (GenlockImportAnswers *self,
             GParamSpec *pspec,
             AdwComboRow *row)
{
  const char *key = g_object_get_data (G_OBJECT (row), "key");
  GStrv words = g_object_get_data (G_OBJECT (row), "words");
  guint selected = adw_combo_row_get_selected (row);

  if (self->setting || selected >= g_strv_length (words))
    return;

  set_answer (self, key, words[selected]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The words themselves, and the labels of those that people know otherwise. */
static void
set_choices (AdwComboRow *row,
             const GenlockImportQuestion *question)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < question->n_choices; i++)
    {
      g_ptr_array_add (words, g_strdup (question->choices[i].word));
      gtk_string_list_append (labels, _(question->choices[i].label));
    }
  g_ptr_array_add (words, NULL);
  g_object_set_data_full (G_OBJECT (row), "words", g_ptr_array_steal (words, NULL),
                          (GDestroyNotify) g_strfreev);
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static AdwComboRow *
add_row (GenlockImportAnswers *self,
         const GenlockImportQuestion *question)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (question->key), g_free);
  set_choices (row, question);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);

  return row;
}

static gboolean
has_rows_for (GenlockImportAnswers *self,
              GPtrArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const GenlockImportQuestion *question = g_ptr_array_index (questions, i);

      if (i >= self->rows->len
          || strcmp (g_object_get_data (self->rows->pdata[i], "key"), question->key) != 0)
        return FALSE;
    }

  return questions->len == self->rows->len;
}

static void
show_question (AdwComboRow *row,
               const GenlockImportQuestion *question)
{
  gboolean has_subject = question->subject != NULL;
  g_autofree char *name = has_subject ? g_strdup_printf ("%s: %s", question->subject,
                                                         question->text)
                                      : g_strdup (question->text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 has_subject ? question->subject : question->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), has_subject ? question->text : "");
  adw_combo_row_set_selected (row, question->chosen);
  /* One device has several questions: its name alone would not tell them apart. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gboolean
genlock_import_answers_set_plan (GenlockImportAnswers *self,
                                 GenlockImportPlan *plan)
{
  GPtrArray *questions = genlock_import_plan_get_questions (plan);

  g_return_val_if_fail (GENLOCK_IS_IMPORT_ANSWERS (self), FALSE);

  self->setting = TRUE;
  if (!has_rows_for (self, questions))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->group, self->rows->pdata[i]);
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < questions->len; i++)
        add_row (self, g_ptr_array_index (questions, i));
    }
  for (guint i = 0; i < questions->len; i++)
    show_question (self->rows->pdata[i], g_ptr_array_index (questions, i));
  self->setting = FALSE;

  return questions->len > 0;
}

const char * const *
genlock_import_answers_get (GenlockImportAnswers *self)
{
  g_return_val_if_fail (GENLOCK_IS_IMPORT_ANSWERS (self), NULL);

  return (const char * const *) self->answers->pdata;
}

void
genlock_import_answers_reset (GenlockImportAnswers *self)
{
  g_return_if_fail (GENLOCK_IS_IMPORT_ANSWERS (self));

  clear_answers (self);
}

static void
genlock_import_answers_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_IMPORT_ANSWERS);

  G_OBJECT_CLASS (genlock_import_answers_parent_class)->dispose (object);
}

static void
genlock_import_answers_finalize (GObject *object)
{
  GenlockImportAnswers *self = GENLOCK_IMPORT_ANSWERS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->answers);

  G_OBJECT_CLASS (genlock_import_answers_parent_class)->finalize (object);
}

static void
genlock_import_answers_class_init (GenlockImportAnswersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_import_answers_dispose;
  object_class->finalize = genlock_import_answers_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/import/genlock-import-answers.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockImportAnswers, group);
}

static void
genlock_import_answers_init (GenlockImportAnswers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->answers = g_ptr_array_new_with_free_func (g_free);
  clear_answers (self);
}
