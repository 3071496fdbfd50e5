/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found by its name, and in which order. */

#include "config.h"

#include <string.h>
#include <time.h>

#include "ui/find/genlock-find-index.h"

static GenlockFindIndex *
make_index (void)
{
  GenlockFindIndex *index = genlock_find_index_new ();

  genlock_find_index_add (index, GENLOCK_FIND_EQUIPMENT, "e1", NULL, "Barco E2", NULL);
  genlock_find_index_add (index, GENLOCK_FIND_SOURCE, "s10", "SRC 10", "CAM 1", "Camera");
  genlock_find_index_add (index, GENLOCK_FIND_SOURCE, "s2", "SRC 2", "Ärger mit E2", NULL);
  genlock_find_index_add (index, GENLOCK_FIND_SOURCE, "s1", "SRC 1", "Backup", NULL);
  genlock_find_index_add (index, GENLOCK_FIND_DEVICE, "d1", "E2", "Screen switcher", NULL);
  genlock_find_index_add (index, GENLOCK_FIND_CABLE, "c1", NULL, "V 007", NULL);
  genlock_find_index_sort (index);

  return index;
}

static void
expect (const GenlockFindIndex *index,
        const char *text,
        const char *expected)
{
  g_autoptr (GPtrArray) entries = genlock_find_index_search (index, text, 10);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((GenlockFindEntry *) entries->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (GenlockFindIndex) index = make_index ();

  expect (index, "src 1", "s1 s10");
  expect (index, "SRC", "s1 s2 s10");
  expect (index, "e2", "d1 s2 e1");
  expect (index, "cam 1", "s10");
  expect (index, "switcher e2", "d1");
  expect (index, "A\xcc\x88RG", "s2");
  expect (index, "v7", "c1");
  expect (index, "src 1 back", "s1");
  expect (index, "rc 1", "");
  expect (index, "", "");
  expect (index, " \x01\xff --", "");
}

static void
test_odd (void)
{
  g_autoptr (GenlockFindIndex) index = make_index ();
  g_autofree char *endless = g_strnfill (10000, 'e');
  g_autofree char *many = g_strnfill (400, ' ');

  for (guint i = 0; i < 400; i += 2)
    many[i] = 'e';
  genlock_find_index_add (index, GENLOCK_FIND_SEND, "x", endless, "\x01", NULL);
  expect (index, endless, "x");
  expect (index, many, "");
}

/* Ten thousand rows: what is done for each letter that is typed. */
static void
test_large (void)
{
  g_autoptr (GenlockFindIndex) index = genlock_find_index_new ();
  struct timespec start;
  struct timespec end;
  double spent;

  for (guint i = 1; i <= 10000; i++)
    {
      g_autofree char *label = g_strdup_printf ("SRC %u", i);
      g_autofree char *name = g_strdup_printf ("Camera %u on the roof", i);

      genlock_find_index_add (index, GENLOCK_FIND_SOURCE, label, label, name, NULL);
    }
  genlock_find_index_sort (index);

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &start);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GPtrArray) entries = genlock_find_index_search (index, i % 2 ? "roof" : "src 99",
                                                                 40);

      g_assert_cmpuint (entries->len, ==, 40);
    }
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &end);
  spent = ((double) (end.tv_sec - start.tv_sec) * 1e3
           + (double) (end.tv_nsec - start.tv_nsec) / 1e6) / 10;
  g_test_message ("%.2f ms each", spent);
  /* It takes about 3; with sanitizers and a debugger a multiple of that. */
  g_assert_cmpfloat (spent, <, 60.0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find-index/order", test_order);
  g_test_add_func ("/find-index/odd", test_odd);
  g_test_add_func ("/find-index/large", test_large);

  return g_test_run ();
}
