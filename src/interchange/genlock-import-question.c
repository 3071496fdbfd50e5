/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file leaves open, and what a person says to it. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-import-question-private.h"
#include "interchange/genlock-import.h"

/* Every kind that there is: one that these files happen not to ask may be answered all the same, so
 * that one command serves many folders. */
static const char * const kinds[] = {
  "category", "direction", "sdi", "bnc", "connector", NULL,
};

/* All questions of one kind. */
typedef struct
{
  const char *all; /* the question about every piece */
  const GenlockChoice *choices;
  GenlockChoice *with_none; /* owned, nullable: @choices behind one that is none */
  guint n;
} Kind;

struct _GenlockImportQuestions
{
  GHashTable *answers; /* owned: key → word, owned both */
  GHashTable *used; /* owned: keys of answers that were of use, owned */
  GPtrArray *order; /* owned (element-type utf8): kinds in the order of their first question */
  GHashTable *kinds; /* owned: kind → Kind */
  GPtrArray *single; /* owned (element-type GenlockImportQuestion) */
  GPtrArray *shown; /* owned (element-type GenlockImportQuestion), nullable: by kind */
  char *wrong; /* owned, nullable: the first answer that is none of the choices */
};

static void
question_free (gpointer data)
{
  GenlockImportQuestion *question = data;

  g_free (question->key);
  g_free (question->subject);
  g_free (question->text);
  g_free (question);
}

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  g_free (kind->with_none);
  g_free (kind);
}

GenlockImportQuestions *
genlock_import_questions_new (const char * const *answers)
{
  GenlockImportQuestions *self = g_new0 (GenlockImportQuestions, 1);

  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->order = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, kind_free);
  self->single = g_ptr_array_new_with_free_func (question_free);
  for (guint i = 0; answers != NULL && answers[i] != NULL; i++)
    {
      const char *sign = strrchr (answers[i], '=');

      if (sign == NULL)
        g_hash_table_insert (self->answers, g_strdup (answers[i]), g_strdup (""));
      else
        g_hash_table_insert (self->answers, g_strndup (answers[i], (gsize) (sign - answers[i])),
                             g_strdup (sign + 1));
    }

  return self;
}

void
genlock_import_questions_free (GenlockImportQuestions *self)
{
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->kinds);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->single);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_free (self->wrong);
  g_free (self);
}

static guint
count_choices (const GenlockChoice *choices)
{
  guint n = 0;

  while (choices[n].word != NULL)
    n++;

  return n;
}

/* Returns: the place of @word, -1 where it is none. */
static int
find_choice (const GenlockChoice *choices,
             const char *word)
{
  for (int i = 0; choices[i].word != NULL; i++)
    if (g_ascii_strcasecmp (choices[i].word, word) == 0)
      return i;

  return -1;
}

/* Returns: the choice that was given under @key, -1 where none was. */
static int
find_answer (GenlockImportQuestions *self,
             const char *key,
             const GenlockChoice *choices)
{
  const char *word = g_hash_table_lookup (self->answers, key);
  int choice = word != NULL ? find_choice (choices, word) : -1;

  if (word == NULL)
    return -1;

  g_hash_table_add (self->used, g_strdup (key));
  if (choice < 0 && self->wrong == NULL && *word != '\0')
    {
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint i = 0; choices[i].word != NULL; i++)
        g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", choices[i].word);
      /* Translators: an answer, what it answers, and the answers that there are */
      self->wrong = g_strdup_printf (_("“%1$s” is no answer to “%2$s”: choose one of %3$s."),
                                     word, key, words->str);
    }

  return choice;
}

static Kind *
get_kind (GenlockImportQuestions *self,
          const char *name,
          const char *all,
          const GenlockChoice *choices)
{
  Kind *kind = g_hash_table_lookup (self->kinds, name);

  if (kind == NULL)
    {
      kind = g_new0 (Kind, 1);
      kind->all = all;
      kind->choices = choices;
      g_ptr_array_add (self->order, g_strdup (name));
      g_hash_table_insert (self->kinds, self->order->pdata[self->order->len - 1], kind);
    }

  return kind;
}

const char *
genlock_import_questions_ask (GenlockImportQuestions *self,
                              const char *kind,
                              const char *about,
                              const char *subject,
                              char *text,
                              const char *all,
                              const GenlockChoice *choices,
                              const char *proposed)
{
  GenlockImportQuestion *question = g_new0 (GenlockImportQuestion, 1);
  int choice;

  question->key = g_strdup_printf ("%s:%s", kind, about);
  question->subject = g_strdup (subject);
  question->text = text;
  question->choices = choices;
  question->n_choices = count_choices (choices);
  get_kind (self, kind, all, choices)->n++;
  g_ptr_array_add (self->single, question);

  choice = find_answer (self, question->key, choices);
  if (choice < 0)
    choice = find_answer (self, kind, choices);
  question->is_answered = choice >= 0;
  if (choice < 0)
    choice = find_choice (choices, proposed);
  question->chosen = (guint) MAX (choice, 0);

  return choices[question->chosen].word;
}

/* One question in place of all of its kind. */
static GenlockImportQuestion *
make_common (GenlockImportQuestions *self,
             const char *name)
{
  Kind *kind = g_hash_table_lookup (self->kinds, name);
  GenlockImportQuestion *question = g_new0 (GenlockImportQuestion, 1);
  const char *word = g_hash_table_lookup (self->answers, name);
  guint n = count_choices (kind->choices);
  int choice;

  kind->with_none = g_new0 (GenlockChoice, n + 2);
  kind->with_none[0] = (GenlockChoice) { "", N_("As proposed for each") };
  memcpy (kind->with_none + 1, kind->choices, n * sizeof (GenlockChoice));
  choice = word != NULL ? find_choice (kind->with_none, word) : 0;
  question->key = g_strdup (name);
  question->text = g_strdup_printf ("%s (%u)", g_dgettext (GETTEXT_PACKAGE, kind->all), kind->n);
  question->choices = kind->with_none;
  question->n_choices = n + 1;
  question->chosen = (guint) MAX (choice, 0);
  question->is_answered = choice > 0;

  return question;
}

gboolean
genlock_import_questions_finish (GenlockImportQuestions *self,
                                 GError **error)
{
  GHashTableIter iter;
  gpointer key;

  if (self->wrong != NULL)
    {
      g_set_error_literal (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_ANSWER, self->wrong);
      return FALSE;
    }

  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (g_hash_table_contains (self->used, key) || g_strv_contains (kinds, key))
        continue;
      g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_ANSWER,
                   _("“%s” answers nothing that these files ask: see what they ask with a dry "
                     "run."), (const char *) key);
      return FALSE;
    }

  if (self->single->len <= GENLOCK_IMPORT_MAX_QUESTIONS)
    return TRUE;

  self->shown = g_ptr_array_new_with_free_func (question_free);
  for (guint i = 0; i < self->order->len; i++)
    g_ptr_array_add (self->shown, make_common (self, self->order->pdata[i]));

  return TRUE;
}

GPtrArray *
genlock_import_plan_get_questions (GenlockImportPlan *plan)
{
  GenlockImportQuestions *self = plan->questions;

  return self->shown != NULL ? self->shown : self->single;
}
