/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* genlockctl as a process, with a database of its own. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ctl-fixture.h"

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

void
ctl_fixture_set_up (CtlFixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("genlock-ctl-XXXXXX", &error);
  g_assert_no_error (error);
  self->database = g_build_filename (self->folder, "test.db", NULL);
}

void
ctl_fixture_tear_down (CtlFixture *self,
                       gconstpointer data)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->database);
  g_free (self->out);
  g_free (self->err);
}

int
ctl_run (CtlFixture *self,
         ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list args;
  char *arg;

  g_ptr_array_add (argv, (char *) g_getenv ("GENLOCKCTL"));
  g_ptr_array_add (argv, (char *) "--database");
  g_ptr_array_add (argv, self->database);

  va_start (args, self);
  while ((arg = va_arg (args, char *)) != NULL)
    g_ptr_array_add (argv, arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);

  process = g_subprocess_newv ((const char * const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  g_test_message ("exit %d, stdout: %s, stderr: %s", g_subprocess_get_exit_status (process),
                  self->out, self->err);

  return g_subprocess_get_exit_status (process);
}

JsonNode *
ctl_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

char *
ctl_dup_added_id (CtlFixture *self)
{
  g_autoptr (JsonNode) report = ctl_parse (self->out);

  return g_strdup (json_object_get_string_member (json_node_get_object (report), "id"));
}

char *
ctl_add_show (CtlFixture *self)
{
  g_assert_cmpint (ctl_run (self, "add", "productions", "client=ACME", "showName=Kickoff",
                            "loadIn=2026-02-01", "--json", NULL), ==, 0);

  return ctl_dup_added_id (self);
}

void
ctl_assert_failed (CtlFixture *self,
                   const char *part)
{
  g_assert_cmpstr (self->out, ==, "");
  g_assert_true (g_str_has_prefix (self->err, "genlockctl: "));
  g_assert_nonnull (strstr (self->err, part));
  g_assert_true (strchr (self->err, '\n') == self->err + strlen (self->err) - 1);
}
