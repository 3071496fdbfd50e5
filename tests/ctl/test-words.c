/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* genlockctl in German: what it prints for people, and what it prints for programs. */

#define G_LOG_DOMAIN "test-words"

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "core/store/genlock-store.h"
#include "ctl/genlock-ctl.h"

typedef struct
{
  const char *name;
  const char *args[6];
  int code;
  const char *out; /* a pattern */
  const char *err;
} Case;

static const Case cases[] = {
  { "no-command", { NULL }, 2, "", "genlockctl: Kein Befehl angegeben (*genlockctl --help*)\n" },
  { "no-table", { "list", "nonsense" }, 2, "", "genlockctl: *keine Tabelle „nonsense“*\n" },
  { "not-there", { "show", "productions", "Gala" }, 1, "",
    "genlockctl: Nicht gefunden: Show „Gala“.\n" },
  { "nothing", { "list", "sources" }, 0, "Keine Quellen.\n", "" },
  { "nothing-as-json", { "list", "sources", "--json" }, 0, "[]\n", "" },
  { "add", { "add", "productions", "client=ACME", "showName=Gala" }, 0,
    "Hinzugefügt: 1 Zeile geändert.\n", "" },
  { "add-as-json", { "add", "productions", "client=ACME", "showName=Gala", "--json" }, 0,
    "{\"done\":\"Added\",*", "" },
  { "refused", { "add", "productions", "client=ACME", "showName=Gala", "status=SOON" }, 1, "",
    "genlockctl: Für status ist eines davon möglich: PLANNING, READY, *\n" },
  { "no-database", { "verify" }, 1, "",
    "genlockctl: Die Datenbank *test.db gibt es noch nicht.\n" },
  { "help", { "--help" }, 0, "*Befehle:*eine Zeile hinzufügen*", "" },
  { "held", { "undo" }, 1, "", "genlockctl: Genlock hat *geöffnet (Prozess * auf *\n" },
};

static void
say_in_german (void)
{
  g_autofree char *catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);

  g_unsetenv ("LANGUAGE");
  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* In the process that was started for it. */
static void
run (const Case *test)
{
  GPtrArray *argv = g_ptr_array_new ();

  say_in_german ();
  g_ptr_array_add (argv, (char *) "genlockctl");
  g_ptr_array_add (argv, (char *) "--database");
  g_ptr_array_add (argv, (char *) g_getenv ("TEST_DATABASE"));
  for (guint i = 0; i < G_N_ELEMENTS (test->args) && test->args[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) test->args[i]);
  g_ptr_array_add (argv, NULL);

  exit (genlock_ctl_run ((int) argv->len - 1, (char **) argv->pdata));
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *folder = NULL;
  g_autofree char *database = NULL;
  g_autoptr (GenlockStore) store = NULL;

  if (g_test_subprocess ())
    {
      run (test);
      return;
    }

  folder = g_dir_make_tmp ("genlock-words-XXXXXX", NULL);
  database = g_build_filename (folder, "test.db", NULL);
  g_setenv ("TEST_DATABASE", database, TRUE);
  if (strcmp (test->name, "held") == 0)
    store = genlock_store_open (database, GENLOCK_STORE_WRITE, NULL);

  g_test_trap_subprocess (NULL, 0, 0);
  if (test->code == 0)
    g_test_trap_assert_passed ();
  else
    g_test_trap_assert_failed ();
  g_test_trap_assert_stdout (test->out);
  g_test_trap_assert_stderr (test->err);

  if (store != NULL)
    genlock_store_close (store);
  remove_tree (folder);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/words/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
