/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as text for people and as JSON. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-json-writer.h"
#include "interchange/genlock-import-question-private.h"

static const char * const severity_words[] = {
  [GENLOCK_IMPORT_INFO] = "INFO",
  [GENLOCK_IMPORT_CHANGED] = "CHANGED",
  [GENLOCK_IMPORT_LOST] = "LOST",
};

static void
write_count (GString *json,
             const char *key,
             guint count)
{
  genlock_json_write_key (json, key);
  genlock_json_write_int (json, count);
}

static void
write_counts (GString *json,
              const GenlockImportCounts *counts)
{
  write_count (json, "new", counts->n[GENLOCK_IMPORT_NEW]);
  write_count (json, "equal", counts->n[GENLOCK_IMPORT_EQUAL]);
  write_count (json, "different", counts->n[GENLOCK_IMPORT_DIFFERENT]);
  write_count (json, "deleted", counts->n[GENLOCK_IMPORT_DELETED]);
  write_count (json, "samples", counts->n_samples);
  write_count (json, "chosen", counts->n_chosen);
}

static void
write_show (GString *json,
            const GenlockImportShow *show)
{
  GenlockImportCounts counts;

  genlock_json_write_begin_object (json);
  genlock_json_write_key (json, "title");
  genlock_json_write_string (json, show->title);
  genlock_json_write_key (json, "id");
  genlock_json_write_string (json, show->production != NULL
                                   ? genlock_record_get_id (show->production->record) : NULL);
  genlock_json_write_key (json, "hasTwin");
  genlock_json_write_boolean (json, show->has_twin);
  genlock_import_show_count (show, &counts);
  write_counts (json, &counts);
  genlock_json_write_key (json, "tables");
  genlock_json_write_begin_object (json);
  for (guint i = 0; i < show->groups->len; i++)
    {
      const GenlockImportGroup *group = g_ptr_array_index (show->groups, i);

      genlock_json_write_key (json, group->table->name);
      genlock_json_write_begin_object (json);
      genlock_import_group_count (group, &counts);
      write_counts (json, &counts);
      genlock_json_write_end_object (json);
    }
  genlock_json_write_end_object (json);
  genlock_json_write_end_object (json);
}

static void
write_note (GString *json,
            const GenlockImportNote *note)
{
  genlock_json_write_begin_object (json);
  genlock_json_write_key (json, "severity");
  genlock_json_write_string (json, severity_words[note->severity]);
  genlock_json_write_key (json, "file");
  genlock_json_write_string (json, note->file);
  genlock_json_write_key (json, "show");
  genlock_json_write_string (json, note->show);
  genlock_json_write_key (json, "what");
  genlock_json_write_string (json, note->pattern);
  genlock_json_write_key (json, "reason");
  genlock_json_write_string (json, note->reason);
  write_count (json, "count", note->count);
  genlock_json_write_key (json, "places");
  genlock_json_write_begin_array (json);
  for (guint i = 0; i < note->places->len; i++)
    {
      const GenlockImportPlace *place = g_ptr_array_index (note->places, i);

      genlock_json_write_begin_object (json);
      genlock_json_write_key (json, "place");
      genlock_json_write_string (json, place->place);
      genlock_json_write_key (json, "value");
      genlock_json_write_string (json, place->value);
      genlock_json_write_end_object (json);
    }
  genlock_json_write_end_array (json);
  genlock_json_write_end_object (json);
}

static void
write_question (GString *json,
                const GenlockImportQuestion *question)
{
  genlock_json_write_begin_object (json);
  genlock_json_write_key (json, "key");
  genlock_json_write_string (json, question->key);
  genlock_json_write_key (json, "subject");
  genlock_json_write_string (json, question->subject);
  genlock_json_write_key (json, "question");
  genlock_json_write_string (json, question->text);
  genlock_json_write_key (json, "answer");
  genlock_json_write_string (json, question->choices[question->chosen].word);
  genlock_json_write_key (json, "given");
  genlock_json_write_boolean (json, question->is_answered);
  genlock_json_write_key (json, "choices");
  genlock_json_write_begin_array (json);
  for (guint i = 0; i < question->n_choices; i++)
    genlock_json_write_string (json, question->choices[i].word);
  genlock_json_write_end_array (json);
  genlock_json_write_end_object (json);
}

static void
write_questions (GString *json,
                 GenlockImportPlan *plan)
{
  GPtrArray *questions = genlock_import_plan_get_questions (plan);

  genlock_json_write_key (json, "questions");
  genlock_json_write_begin_array (json);
  for (guint i = 0; i < questions->len; i++)
    write_question (json, g_ptr_array_index (questions, i));
  genlock_json_write_end_array (json);
}

char *
genlock_import_plan_write_json (GenlockImportPlan *plan)
{
  GString *json = g_string_new (NULL);
  GPtrArray *notes = genlock_import_report_get_notes (plan->report);
  GenlockImportCounts counts;

  genlock_json_write_begin_object (json);
  genlock_json_write_key (json, "files");
  genlock_json_write_begin_array (json);
  for (guint i = 0; i < plan->names->len; i++)
    genlock_json_write_string (json, g_ptr_array_index (plan->names, i));
  genlock_json_write_end_array (json);
  genlock_import_plan_count (plan, &counts);
  write_counts (json, &counts);
  genlock_json_write_key (json, "shows");
  genlock_json_write_begin_array (json);
  for (guint i = 0; i < plan->shows->len; i++)
    write_show (json, g_ptr_array_index (plan->shows, i));
  genlock_json_write_end_array (json);
  write_questions (json, plan);
  genlock_json_write_key (json, "notes");
  genlock_json_write_begin_array (json);
  for (guint i = 0; i < notes->len; i++)
    write_note (json, g_ptr_array_index (notes, i));
  genlock_json_write_end_array (json);
  genlock_json_write_end_object (json);

  return g_string_free (json, FALSE);
}

static void
print_counts (GString *text,
              const char *indent,
              const char *label,
              const GenlockImportCounts *counts)
{
  g_string_append_printf (text, _("%s%s: %u new, %u equal, %u different, %u deleted; %u chosen\n"),
                          indent, label, counts->n[GENLOCK_IMPORT_NEW],
                          counts->n[GENLOCK_IMPORT_EQUAL], counts->n[GENLOCK_IMPORT_DIFFERENT],
                          counts->n[GENLOCK_IMPORT_DELETED], counts->n_chosen);
}

static void
print_show (GString *text,
            const GenlockImportShow *show)
{
  GenlockImportCounts counts;

  genlock_import_show_count (show, &counts);
  print_counts (text, "", show->title != NULL ? show->title : _("Equipment"), &counts);
  if (show->has_twin)
    g_string_append (text, _("  There is another show of this name for this client.\n"));
  for (guint i = 0; i < show->groups->len; i++)
    {
      const GenlockImportGroup *group = g_ptr_array_index (show->groups, i);

      genlock_import_group_count (group, &counts);
      print_counts (text, "  ", genlock_import_table_label (group->table), &counts);
    }
}

static void
print_reason (GString *text,
              const GenlockImportNote *note)
{
  g_string_append_printf (text, "\n%s", note->file);
  if (note->show != NULL)
    g_string_append_printf (text, " (%s)", note->show);
  g_string_append_printf (text, ": %s\n", g_dgettext (GETTEXT_PACKAGE, note->reason));
}

static void
print_note (GString *text,
            const GenlockImportNote *note)
{
  for (guint i = 0; i < note->places->len; i++)
    {
      const GenlockImportPlace *place = g_ptr_array_index (note->places, i);

      g_string_append_printf (text, "  %s", place->place);
      if (place->value != NULL)
        g_string_append_printf (text, ": %s", place->value);
      g_string_append_c (text, '\n');
    }
  if (note->count > note->places->len)
    {
      guint rest = note->count - note->places->len;

      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "  … and %u more\n",
                                                 "  … and %u more\n", rest), rest);
    }
}

static void
print_notes (GString *text,
             GPtrArray *notes,
             GenlockImportSeverity severity,
             const char *heading)
{
  const GenlockImportNote *before = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const GenlockImportNote *note = g_ptr_array_index (notes, i);

      if (note->severity != severity)
        continue;
      if (before == NULL)
        g_string_append_printf (text, "\n%s\n", heading);
      /* Reasons are literals. */
      if (before == NULL || before->reason != note->reason
          || strcmp (before->file, note->file) != 0 || g_strcmp0 (before->show, note->show) != 0)
        print_reason (text, note);
      print_note (text, note);
      before = note;
    }
}

static void
print_questions (GString *text,
                 GenlockImportPlan *plan)
{
  GPtrArray *questions = genlock_import_plan_get_questions (plan);

  if (questions->len > 0)
    g_string_append_printf (text, "\n%s\n", _("WHAT THE FILES DO NOT SAY"));
  for (guint i = 0; i < questions->len; i++)
    {
      const GenlockImportQuestion *question = g_ptr_array_index (questions, i);
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint c = 0; c < question->n_choices; c++)
        if (c != question->chosen && *question->choices[c].word != '\0')
          g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                                  question->choices[c].word);
      g_string_append_c (text, '\n');
      if (question->subject != NULL)
        g_string_append_printf (text, "%s: ", question->subject);
      g_string_append_printf (text, "%s\n", question->text);
      if (question->is_answered)
        /* Translators: a question's key, the answer, other answers */
        g_string_append_printf (text, _("  %1$s=%2$s (answered; or %3$s)\n"), question->key,
                                question->choices[question->chosen].word, words->str);
      else
        /* Translators: a question's key, the answer, other answers */
        g_string_append_printf (text, _("  %1$s=%2$s (proposed; or %3$s)\n"), question->key,
                                question->choices[question->chosen].word, words->str);
    }
}

char *
genlock_import_plan_print (GenlockImportPlan *plan)
{
  GString *text = g_string_new (NULL);
  GPtrArray *notes = genlock_import_report_get_notes (plan->report);

  for (guint i = 0; i < plan->names->len; i++)
    g_string_append_printf (text, _("File: %s\n"),
                            (const char *) g_ptr_array_index (plan->names, i));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < plan->shows->len; i++)
    print_show (text, g_ptr_array_index (plan->shows, i));
  print_questions (text, plan);
  print_notes (text, notes, GENLOCK_IMPORT_LOST, _("NOT CARRIED OVER"));
  print_notes (text, notes, GENLOCK_IMPORT_CHANGED, _("CARRIED OVER WITH A CHANGE"));
  print_notes (text, notes, GENLOCK_IMPORT_INFO, _("FOR YOUR INFORMATION"));

  return g_string_free (text, FALSE);
}
