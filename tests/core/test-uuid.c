/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of UUIDs, with the vectors of RFC 4122 and RFC 9562. */
#define G_LOG_DOMAIN "genlock-test"

#include "config.h"

#include <string.h>

#include <glib.h>

#include "core/model/genlock-uuid.h"

/* RFC 9562 section 6.6. */
#define NAMESPACE_DNS "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
#define NAMESPACE_URL "6ba7b811-9dad-11d1-80b4-00c04fd430c8"

typedef struct
{
  const char *namespace_id;
  const char *name;
  const char *uuid;
} Vector;

static void
test_canonical (void)
{
  static const char * const wrong[] = {
    "", "6ba7b810", "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
    "6ba7b810-9dad-11d1-80b4-00c04fd430c", "6ba7b810-9dad-11d1-80b4-00c04fd430c80",
    "6ba7b8109-dad-11d1-80b4-00c04fd430c8", "6ba7b810-9dad-11d1-80b4_00c04fd430c8",
    "{6ba7b810-9dad-11d1-80b4-00c04fd430c8}", "6ba7b810-9dad-11d1-80b4-00c04fd430cg",
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8\n", " 6ba7b810-9dad-11d1-80b4-00c04fd430c8",
  };

  g_assert_true (genlock_uuid_is_canonical (NAMESPACE_DNS));
  g_assert_true (genlock_uuid_is_canonical ("00000000-0000-0000-0000-000000000000"));
  g_assert_true (genlock_uuid_is_canonical ("ffffffff-ffff-ffff-ffff-ffffffffffff"));
  g_assert_false (genlock_uuid_is_canonical (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (genlock_uuid_is_canonical (wrong[i]));
}

static void
test_canonicalize (void)
{
  static const char * const right[] = {
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
    "{6ba7b810-9DAD-11d1-80b4-00c04fd430c8}", "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    "URN:UUID:6BA7B810-9dad-11d1-80b4-00c04fd430c8",
  };
  static const char * const wrong[] = {
    "", "urn:uuid:", "{}", "prod-001", "6ba7b8109dad11d180b400c04fd430c8",
    "{6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b810-9dad-11d1-80b4-00c04fd430c8}",
    "(6ba7b810-9dad-11d1-80b4-00c04fd430c8)", "6ba7b810-9dad-11d1-80b4-00c04fd430cz",
    "{6ba7b810-9dad-11d1-80b4-00c04fd430c8)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_autofree char *canonical = genlock_uuid_canonicalize (right[i]);

      g_assert_cmpstr (canonical, ==, NAMESPACE_DNS);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (genlock_uuid_canonicalize (wrong[i]));
  g_assert_null (genlock_uuid_canonicalize (NULL));
}

static void
test_random (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *uuid = genlock_uuid_new ();

      g_assert_true (genlock_uuid_is_canonical (uuid));
      g_assert_cmpint (uuid[14], ==, '4');
      g_assert_nonnull (strchr ("89ab", uuid[19]));
      g_assert_true (g_hash_table_add (seen, uuid));
    }
}

/* The first is RFC 9562 A.4; the others were made with Python's uuid module. */
static void
test_v5 (void)
{
  static const Vector vectors[] = {
    { NAMESPACE_DNS, "www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2" },
    { NAMESPACE_DNS, "python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d" },
    { NAMESPACE_URL, "http://www.example.com/", "fcde3c85-2270-590f-9e7c-ee003d65e0e2" },
    { NAMESPACE_DNS, "", "4ebd0208-8328-5d69-8c44-ec50939c0967" },
    { NAMESPACE_DNS, "Bühne", "679eccce-dedf-5a18-afa8-294440344ac6" },
  };
  g_autofree char *with_nul = genlock_uuid_v5 (NAMESPACE_DNS, "a\0b", 3);

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *uuid = genlock_uuid_v5 (vectors[i].namespace_id, vectors[i].name, -1);

      g_assert_cmpstr (uuid, ==, vectors[i].uuid);
      g_assert_true (genlock_uuid_is_canonical (uuid));
    }
  g_assert_cmpstr (with_nul, ==, "0a63f66b-e02f-5d2d-9fd4-aad819cf5352");
}

static void
test_namespace (void)
{
  g_autofree char *uuid = genlock_uuid_v5 (NAMESPACE_DNS, "org.genlock.Genlock", -1);

  g_assert_cmpstr (uuid, ==, GENLOCK_UUID_NAMESPACE);
}

static void
test_parts (void)
{
  g_autofree char *expected = genlock_uuid_v5 (GENLOCK_UUID_NAMESPACE, "a\0bc", 4);
  g_autofree char *a_bc = genlock_uuid_from ("a", "bc", NULL);
  g_autofree char *ab_c = genlock_uuid_from ("ab", "c", NULL);
  g_autofree char *a = genlock_uuid_from ("a", NULL);
  g_autofree char *a_empty = genlock_uuid_from ("a", "", NULL);
  g_autofree char *empty_a = genlock_uuid_from ("", "a", NULL);
  g_autofree char *empty = genlock_uuid_from ("", NULL);
  const char *parts[] = { "a", "bc" };
  g_autofree char *from_parts = genlock_uuid_from_parts (parts, G_N_ELEMENTS (parts));
  const char *all[] = { a_bc, ab_c, a, a_empty, empty_a, empty };

  g_assert_cmpstr (a_bc, ==, expected);
  g_assert_cmpstr (from_parts, ==, expected);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      for (gsize k = 0; k < i; k++)
        g_assert_cmpstr (all[i], !=, all[k]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uuid/canonical", test_canonical);
  g_test_add_func ("/uuid/canonicalize", test_canonicalize);
  g_test_add_func ("/uuid/random", test_random);
  g_test_add_func ("/uuid/v5", test_v5);
  g_test_add_func ("/uuid/namespace", test_namespace);
  g_test_add_func ("/uuid/parts", test_parts);
  return g_test_run ();
}
