/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of the core in the user's language: every type of field, rules, causes and paths. */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "core/model/genlock-model-error.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-error-words.h"
#include "core/store/genlock-store-error.h"
#include "ui/common/genlock-error-words.h"

static void
assert_sentence (const GError *error,
                 const char *expected)
{
  g_autofree char *sentence = genlock_error_dup_sentence (error);

  g_assert_cmpstr (sentence, ==, expected);
}

/* What the model says of a value is said in German. */
static void
assert_refused (const GenlockTable *table,
                guint field,
                GenlockValue value,
                const char *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (genlock_value_validate (table, field, &value, &error));
  assert_sentence (error, expected);
}

static GenlockValue
text (const char *words)
{
  return (GenlockValue) { .kind = GENLOCK_VALUE_TEXT, .text = (char *) words };
}

static GenlockValue
integer (gint64 number)
{
  return (GenlockValue) { .kind = GENLOCK_VALUE_INT, .integer = number };
}

static GenlockValue
real (double number)
{
  return (GenlockValue) { .kind = GENLOCK_VALUE_REAL, .real = number };
}

static void
test_values (void)
{
  g_autofree char *many = g_strnfill (300, 'x');

  assert_refused (&genlock_sources, GENLOCK_SOURCE_NAME, text (""),
                  "Name darf nicht leer sein.");
  assert_refused (&genlock_sources, GENLOCK_SOURCE_NAME, text (many),
                  "Name ist länger als 200 Zeichen.");
  assert_refused (&genlock_sources, GENLOCK_SOURCE_NAME, integer (3), "Name muss Text sein.");
  assert_refused (&genlock_sources, GENLOCK_SOURCE_H_RES, integer (0),
                  "Breite muss zwischen 1 und 65535 liegen.");
  assert_refused (&genlock_sources, GENLOCK_SOURCE_H_RES, text ("x"),
                  "Breite muss eine ganze Zahl sein.");
  assert_refused (&genlock_sources, GENLOCK_SOURCE_RATE, real (59.94005994),
                  "Bildrate muss eine Zahl mit höchstens drei Nachkommastellen sein.");
  assert_refused (&genlock_productions, GENLOCK_PRODUCTION_LOAD_IN, text ("bald"),
                  "Aufbau muss ein Tag wie 2026-05-02 sein.");
  assert_refused (&genlock_productions, GENLOCK_PRODUCTION_STATUS, text ("SOON"),
                  "Für Status ist eines davon möglich: Planung, Bereit, Aktiv, Abgeschlossen, "
                  "Archiviert.");
  assert_refused (&genlock_connections, GENLOCK_CONNECTION_RUN, integer (2),
                  "Verlegt muss ja oder nein sein.");
  assert_refused (&genlock_connections, GENLOCK_CONNECTION_SOURCE_ID, text ("X"),
                  "Quelle muss eine ID sein, eine UUID.");
  assert_refused (&genlock_connections, GENLOCK_CONNECTION_SIGNAL_PATH, text ("{"),
                  "Signalweg muss JSON sein.");
}

static void
test_rule (void)
{
  g_autoptr (GError) error = genlock_model_error_new (GENLOCK_MODEL_ERROR_RULE,
                                                      &genlock_productions,
                                                      GENLOCK_PRODUCTION_LOAD_OUT,
                                                      "Load-out is before load-in");

  assert_sentence (error, "Der Abbau liegt vor dem Aufbau");
}

static void
test_store (void)
{
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) odd = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) held = NULL;
  g_autoptr (GError) newer = NULL;

  genlock_store_error_set_sqlite (&full, 13, NULL);
  assert_sentence (full, "Der Datenträger ist voll. Nichts wurde geändert; Platz schaffen und "
                   "erneut versuchen.");

  genlock_store_error_set_sqlite (&odd, 1, "no such table: shows");
  assert_sentence (odd, "Die Datenbank hat dies abgelehnt (no such table: shows). Nichts wurde "
                   "geändert.");

  g_set_error (&missing, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND,
               "There is no %s “%s”.", genlock_sources.label, "Name");
  assert_sentence (missing, "Nicht gefunden: Quelle „Name“.");

  g_set_error (&held, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_LOCKED,
               "Genlock has %s open already%s. Close it there, or try again later.", "/x/a.db",
               " (process 12 on foh)");
  assert_sentence (held, "Genlock hat /x/a.db bereits geöffnet (Prozess 12 auf foh). Dort "
                   "schließen oder später erneut versuchen.");

  g_set_error (&newer, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NEWER,
               "%s was written by a newer Genlock (its version is %u, this program knows %u). "
               "Update Genlock to open it.", "/x/a (b).db", 9, 3);
  assert_sentence (newer, "/x/a (b).db wurde von einem neueren Genlock geschrieben (dessen "
                   "Version ist 9, dieses Programm kennt 3). Zum Öffnen Genlock "
                   "aktualisieren.");
}

/* Words of the system, of SQLite, of nobody, and almost those of a format. */
static void
test_unknown (void)
{
  const char *sentences[] = {
    "", "Permission denied", "Cannot replace", "There is no database ",
    "The database refused this (",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (GENLOCK_STORE_ERROR,
                                                      GENLOCK_STORE_ERROR_FAILED, sentences[i]);

      assert_sentence (error, sentences[i]);
    }
}

/* What the sources of the core say between quotes, one text as one, every value as %s. */
static void
read_core (const char *folder,
           GString *into)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *source = NULL;

      /* Not the one in which they are to be recognized. */
      if (!g_str_has_suffix (name, ".c") || strcmp (name, "genlock-error-words.c") == 0)
        continue;

      g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
      g_string_append (into, source);
    }
}

/* A format that is worded anew in the core would no longer be recognized. */
static void
test_formats (void)
{
  g_autofree char *model = g_test_build_filename (G_TEST_DIST, "..", "src", "core", "model", NULL);
  g_autofree char *store = g_test_build_filename (G_TEST_DIST, "..", "src", "core", "store", NULL);
  g_autoptr (GRegex) joins = g_regex_new ("\"\\s*\"", 0, 0, NULL);
  g_autoptr (GRegex) values = g_regex_new ("%(\" G_GINT64_FORMAT \"|[ud])", 0, 0, NULL);
  g_autoptr (GString) core = g_string_new (NULL);
  g_autofree char *plain = NULL;
  g_autofree char *joined = NULL;

  read_core (model, core);
  read_core (store, core);
  plain = g_regex_replace_literal (values, core->str, -1, 0, "%s", 0, NULL);
  joined = g_regex_replace_literal (joins, plain, -1, 0, "", 0, NULL);

  for (guint i = 0; genlock_error_get_format (i) != NULL; i++)
    {
      const char *format = genlock_error_get_format (i);
      g_autofree char *whole = g_strdup_printf ("\"%s\"", format);
      g_auto (GStrv) words = g_strsplit (format, " %s", 2);
      g_autofree char *verb = g_strdup_printf ("\"%s\"", words[0]);

      if (strstr (joined, whole) == NULL && strstr (joined, verb) == NULL)
        g_error ("The core no longer says %s", whole);
    }
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *catalogues = NULL;

  g_unsetenv ("LANGUAGE");
  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_test_add_func ("/error-words/values", test_values);
  g_test_add_func ("/error-words/rule", test_rule);
  g_test_add_func ("/error-words/store", test_store);
  g_test_add_func ("/error-words/unknown", test_unknown);
  g_test_add_func ("/error-words/formats", test_formats);

  return g_test_run ();
}
