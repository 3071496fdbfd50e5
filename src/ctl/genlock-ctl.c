/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: a table of commands, their options and what they return. */

#define G_LOG_DOMAIN "genlock-ctl"

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-model-error.h"
#include "core/store/genlock-error-words.h"
#include "core/store/genlock-store.h"
#include "ctl/genlock-ctl.h"

G_DEFINE_QUARK (genlock-ctl-error-quark, genlock_ctl_error)

const GenlockCtlCommand genlock_ctl_commands[] = {
  { "import", "FILE… [--dry-run] [--answer KEY=WORD]…",
    N_("bring in legacy dumps and exports, CSV, show files and device libraries"), 1, G_MAXUINT,
    genlock_ctl_import },
  { "export", "PRODUCTION FILE [--table TABLE] [--of DEVICE]",
    N_("write a show as .genlock, a table as .csv, the graph as .drawio, labels as .txt"), 2, 2,
    genlock_ctl_export },
  { "list", "TABLE [--production ID] [--deleted]", N_("list the rows of a table"), 1, 1,
    genlock_ctl_list },
  { "show", "TABLE ID", N_("show one row with what is nested in it"), 2, 2, genlock_ctl_show },
  { "add", "TABLE FIELD=VALUE…", N_("add a row"), 2, G_MAXUINT, genlock_ctl_add },
  { "set", "TABLE ID FIELD=VALUE…", N_("change fields of a row"), 3, G_MAXUINT, genlock_ctl_set },
  { "delete", "TABLE ID", N_("delete a row and what hangs on it"), 2, 2, genlock_ctl_delete },
  { "undelete", "TABLE ID", N_("bring a deleted row back"), 2, 2, genlock_ctl_undelete },
  { "undo", "", N_("take the last change back"), 0, 0, genlock_ctl_undo },
  { "check", "PRODUCTION", N_("say what cannot work in a show, and what would help"), 1, 1,
    genlock_ctl_check },
  { "trace", "PRODUCTION SEND", N_("show the path that feeds a send, hop by hop"), 2, 2,
    genlock_ctl_trace },
  { "connect", "PRODUCTION FROM TO [--force]",
    N_("lay a cable or set a crosspoint: “SRC 3” “E2 IN 1.1”"), 3, 3, genlock_ctl_connect },
  { "label", "PRODUCTION [FIRST]", N_("give labels to the cables that have none"), 1, 2,
    genlock_ctl_label },
  { "sheet", "PRODUCTION FILE [--kind KIND] [--of DEVICE] [--by WORD] [--paper PAPER] "
    "[--orientation WORD] [--printed-at TIME] [--record]",
    N_("write a sheet for the crew as .pdf, .svg or .csv"), 2, 2, genlock_ctl_sheet },
  { "backup", "FILE", N_("copy the database"), 1, 1, genlock_ctl_backup },
  { "restore", "FILE", N_("put a backup in the place of the database"), 1, 1, genlock_ctl_restore },
  { "verify", "", N_("check the database"), 0, 0, genlock_ctl_verify },
  { "salvage", "FILE", N_("save what a damaged database still holds into FILE"), 1, 1,
    genlock_ctl_salvage },
  { NULL },
};

static char *
describe_commands (void)
{
  g_autoptr (GString) text = g_string_new (_("Commands:"));

  g_string_append_c (text, '\n');
  for (const GenlockCtlCommand *command = genlock_ctl_commands; command->name != NULL; command++)
    g_string_append_printf (text, "  %s %s\n      %s\n", command->name, command->usage,
                            _(command->summary));

  g_string_append_printf (text, "\n%s\n\n%s\n",
                          _("TABLE is a table's name in SQL (“equipment” stands for "
                            "equipment_specs), FIELD a name in\nJSON. A row is named by its id, "
                            "or by its label or name where that is unique."),
                          _("Exit status: 0 done, 1 failed, 2 wrong usage."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const GenlockCtlCommand *
find_command (const char *name)
{
  for (const GenlockCtlCommand *command = genlock_ctl_commands; command->name != NULL; command++)
    if (strcmp (command->name, name) == 0)
      return command;

  return NULL;
}

/* An option that the command does not know is a wrong call, not ignored. */
static gboolean
check_options (GenlockCtl *ctl,
               const GenlockCtlCommand *command,
               GError **error)
{
  const struct
  {
    const char *option;
    gboolean given;
    const char *command;
    const char *other;
  } options[] = {
    { "--dry-run", ctl->dry_run, "import" },
    { "--force", ctl->force, "connect" },
    { "--answer", ctl->answers != NULL, "import" },
    { "--deleted", ctl->include_deleted, "list" },
    { "--production", ctl->production != NULL, "list" },
    { "--table", ctl->table != NULL, "export" },
    { "--kind", ctl->kind != NULL, "sheet" },
    { "--of", ctl->of != NULL, "sheet", "export" },
    { "--by", ctl->by != NULL, "sheet" },
    { "--paper", ctl->paper != NULL, "sheet" },
    { "--orientation", ctl->orientation != NULL, "sheet" },
    { "--printed-at", ctl->printed_at != NULL, "sheet" },
    { "--record", ctl->record, "sheet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given && strcmp (options[i].command, command->name) != 0
        && g_strcmp0 (options[i].other, command->name) != 0)
      {
        g_set_error (error, GENLOCK_CTL_ERROR, 0, _("%s does not go with “%s”"), options[i].option,
                     command->name);
        return FALSE;
      }

  return TRUE;
}

static gboolean
run_command (GenlockCtl *ctl,
             char **words,
             GError **error)
{
  const GenlockCtlCommand *command;
  guint n_args;

  if (words == NULL || words[0] == NULL)
    {
      g_set_error_literal (error, GENLOCK_CTL_ERROR, 0, _("No command given"));
      return FALSE;
    }

  command = find_command (words[0]);
  if (command == NULL)
    {
      g_set_error (error, GENLOCK_CTL_ERROR, 0, _("There is no command “%s”"), words[0]);
      return FALSE;
    }

  ctl->args = words + 1;
  n_args = g_strv_length (ctl->args);
  if (n_args < command->min_args || n_args > command->max_args)
    {
      g_set_error (error, GENLOCK_CTL_ERROR, 0, _("Usage: genlockctl %s %s"), command->name,
                   command->usage);
      return FALSE;
    }

  return check_options (ctl, command, error) && command->run (ctl, error);
}

static const char *
translate (const char *message)
{
  return _(message);
}

/* A value that a field refuses: by the names and words that are typed here, not by their labels. */
static char *
describe_value (const GError *error)
{
  const GenlockTable *table = genlock_model_error_get_table (error);
  g_autofree char *sentence = genlock_error_describe (error, translate);
  g_autoptr (GString) words = g_string_new (NULL);
  const GenlockField *field;

  if (table == NULL || error->code == GENLOCK_MODEL_ERROR_RULE)
    return g_steal_pointer (&sentence);

  field = genlock_table_get_field (table, genlock_model_error_get_field (error));
  if (field->type != GENLOCK_ENUM || error->code == GENLOCK_MODEL_ERROR_MISSING)
    return g_strdup_printf ("%s: %s", field->json, sentence);

  for (const GenlockChoice *choice = field->choices; choice->word != NULL; choice++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", choice->word);

  return g_strdup_printf (_("%s must be one of: %s."), field->json, words->str);
}

/* Whether it is a file that cannot be used, not a row, and the sentence does not say which. */
static gboolean
is_about_file (const GenlockCtl *ctl,
               const GError *error)
{
  return ctl->subject != NULL && error->domain == GENLOCK_STORE_ERROR
         && (error->code == GENLOCK_STORE_ERROR_FAILED
             || error->code == GENLOCK_STORE_ERROR_LOCKED
             || error->code == GENLOCK_STORE_ERROR_NEWER
             || error->code == GENLOCK_STORE_ERROR_FOREIGN
             || error->code == GENLOCK_STORE_ERROR_DAMAGED
             || error->code == GENLOCK_STORE_ERROR_READ_ONLY)
         && strstr (error->message, ctl->subject) == NULL;
}

static int
report (const GenlockCtl *ctl,
        const GError *error)
{
  g_autofree char *sentence = error->domain == GENLOCK_MODEL_ERROR
                              ? describe_value (error) : genlock_error_describe (error, translate);
  g_autofree char *line = is_about_file (ctl, error)
                          ? g_strdup_printf ("%s: %s", ctl->subject, sentence)
                          : g_steal_pointer (&sentence);
  gboolean usage = error->domain == GENLOCK_CTL_ERROR || error->domain == G_OPTION_ERROR;

  g_strdelimit (line, "\r\n", ' ');
  if (usage)
    fprintf (stderr, _("genlockctl: %s (try genlockctl --help)"), line);
  else
    fprintf (stderr, "genlockctl: %s", line);
  fputc ('\n', stderr);

  return usage ? GENLOCK_CTL_USAGE : GENLOCK_CTL_FAILED;
}

char *
genlock_ctl_dup_sentence (const char *text)
{
  return genlock_error_describe_text (text, translate);
}

static void
clear (GenlockCtl *ctl)
{
  g_free (ctl->database);
  g_free (ctl->production);
  g_free (ctl->table);
  g_free (ctl->kind);
  g_free (ctl->of);
  g_free (ctl->by);
  g_free (ctl->paper);
  g_free (ctl->orientation);
  g_free (ctl->printed_at);
  g_strfreev (ctl->answers);
  g_string_free (ctl->out, TRUE);
}

static GenlockStore *
open_store (GenlockCtl *ctl,
            GenlockStoreMode mode,
            GError **error)
{
  ctl->subject = ctl->database;

  return genlock_store_open (ctl->database, mode, error);
}

/* A missing database is made also for those that only read; otherwise they never take the lock. */
GenlockStore *
genlock_ctl_open (GenlockCtl *ctl,
                  GenlockStoreMode mode,
                  GError **error)
{
  if (mode == GENLOCK_STORE_READ && !g_file_test (ctl->database, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GenlockStore) store = open_store (ctl, GENLOCK_STORE_WRITE, error);

      if (store == NULL)
        return NULL;
    }

  return open_store (ctl, mode, error);
}

int
genlock_ctl_flush (GenlockCtl *ctl)
{
  gsize n_written = fwrite (ctl->out->str, 1, ctl->out->len, stdout);
  gboolean whole = n_written == ctl->out->len && fflush (stdout) == 0;

  g_string_truncate (ctl->out, 0);
  if (whole)
    return GENLOCK_CTL_DONE;

  fprintf (stderr, _("genlockctl: The output could not be written: %s"), g_strerror (errno));
  fputc ('\n', stderr);

  return GENLOCK_CTL_FAILED;
}

int
genlock_ctl_run (int argc,
                 char **argv)
{
  g_auto (GStrv) words = NULL;
  gboolean version = FALSE;
  GenlockCtl ctl = { .out = g_string_new (NULL) };
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &ctl.database, N_("The database file"), "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl.json, N_("Print one JSON document"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &ctl.dry_run,
      N_("import: only say what would come"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &ctl.force,
      N_("connect: in spite of the rules, in the place of what feeds the input"), NULL },
    { "answer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ctl.answers,
      N_("import: answer what the files leave open, as the dry run asks it"), "KEY=WORD" },
    { "production", 0, 0, G_OPTION_ARG_STRING, &ctl.production, N_("list: of one show"), "ID" },
    { "deleted", 0, 0, G_OPTION_ARG_NONE, &ctl.include_deleted, N_("list: deleted rows too"),
      NULL },
    { "table", 0, 0, G_OPTION_ARG_STRING, &ctl.table, N_("export: which table"), "TABLE" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &ctl.kind, N_("sheet: which one"), "KIND" },
    { "of", 0, 0, G_OPTION_ARG_STRING, &ctl.of, N_("sheet, export: of one device"), "DEVICE" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &ctl.by, N_("sheet: how cables are grouped"), "WORD" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &ctl.paper, N_("sheet: on which paper"), "PAPER" },
    { "orientation", 0, 0, G_OPTION_ARG_STRING, &ctl.orientation,
      N_("sheet: portrait or landscape"), "WORD" },
    { "printed-at", 0, 0, G_OPTION_ARG_STRING, &ctl.printed_at,
      N_("sheet: the time to print on it"), "TIME" },
    { "record", 0, 0, G_OPTION_ARG_NONE, &ctl.record, N_("sheet: count it as printed"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, N_("COMMAND …") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *commands = describe_commands ();
  g_autoptr (GError) error = NULL;
  int code;

  context = g_option_context_new (_("— plan shows from the command line"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, commands);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    code = report (&ctl, error);
  else if (version)
    {
      g_string_append (ctl.out, "genlockctl " GENLOCK_VERSION "\n");
      code = genlock_ctl_flush (&ctl);
    }
  else
    {
      if (ctl.database == NULL)
        ctl.database = genlock_store_dup_default_path ();

      code = run_command (&ctl, words, &error) ? genlock_ctl_flush (&ctl) : report (&ctl, error);
    }

  clear (&ctl);

  return code;
}
