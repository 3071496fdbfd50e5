/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes out of what a Videohub sends. */

#include "config.h"

#include <string.h>

#include "interchange/genlock-videohub-routes.h"

/* "0<1": output 0 has input 1; behind "!" the lines that are none. */
static void
expect (const char *text,
        const char *expected)
{
  g_autoptr (GenlockVideohubRoutes) routes = genlock_videohub_routes_read (text, strlen (text));
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; routes != NULL && i < routes->wishes->len; i++)
    {
      const GenlockCrosspointWish *wish =
        &g_array_index (routes->wishes, GenlockCrosspointWish, i);

      g_string_append_printf (words, "%u<%u ", wish->output, wish->input);
    }
  if (routes == NULL)
    g_string_append (words, "none");
  else
    g_string_append_printf (words, "!%u", routes->n_lost);
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_read (void)
{
  expect ("VIDEO OUTPUT ROUTING:\n0 1\n1  0\n\n", "0<1 1<0 !0");
  expect ("PREAMBLE:\n\nOUTPUT LABELS:\n0 1\n\nVIDEO OUTPUT ROUTING:\r\n3 17\r\n\r\n", "3<17 !0");
  /* A recording goes on with changes. */
  expect ("VIDEO OUTPUT ROUTING:\n0 1\n\nACK\n\nVIDEO OUTPUT ROUTING:\n0 2\n", "0<1 0<2 !0");
}

static void
test_odd (void)
{
  expect ("", "none");
  expect ("INPUT LABELS:\n0 CAM\n", "none");
  expect ("VIDEO OUTPUT ROUTING:\n", "!0");
  expect ("VIDEO OUTPUT ROUTING:\nx 1\n1\n1 x\n-1 2\n2 -1\n1 2 3\n99999999999999999999 1\n"
          "1 100000\n7 8\n", "7<8 !8");
  expect ("VIDEO OUTPUT ROUTING:\n\377\376 1\n", "!1");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/videohub-routes/read", test_read);
  g_test_add_func ("/videohub-routes/odd", test_odd);

  return g_test_run ();
}
