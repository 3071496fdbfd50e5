/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* genlockctl as a process, with a database of its own. */

#pragma once

#include <json-glib/json-glib.h>

typedef struct
{
  char *folder;   /* owned: everything of the test is in it */
  char *database; /* owned */
  char *out;      /* owned: what the last call wrote to stdout */
  char *err;      /* owned: and to stderr */
} CtlFixture;

void ctl_fixture_set_up (CtlFixture *self,
                         gconstpointer data);
void ctl_fixture_tear_down (CtlFixture *self,
                            gconstpointer data);

/* A test of one function. */
#define CTL_ADD(path, function) \
  g_test_add (path, CtlFixture, NULL, ctl_fixture_set_up, function, ctl_fixture_tear_down)

/* Runs genlockctl on the database of the test and returns how it ended. */
int ctl_run (CtlFixture *self,
             ...) G_GNUC_NULL_TERMINATED;

/* (transfer full): @text, which is JSON. */
JsonNode *ctl_parse (const char *text);

/* (transfer full): the id of the row that the last call added, with --json. */
char *ctl_dup_added_id (CtlFixture *self);

/* (transfer full): a new show. */
char *ctl_add_show (CtlFixture *self);

/* One line that a person can act on, and nothing on stdout. */
void ctl_assert_failed (CtlFixture *self,
                        const char *part);
