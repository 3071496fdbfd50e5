/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks every description: names, choices, links, bounds, presets, order. */

#define G_LOG_DOMAIN "test-schema"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-schema.h"

static guint
table_place (const GenlockTable *table)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    if (genlock_schema_tables[i] == table)
      return i;

  g_assert_not_reached ();
}

static void
check_name (const char *name)
{
  g_assert_true (g_ascii_islower (name[0]));
  for (const char *c = name; *c != '\0'; c++)
    g_assert_true (g_ascii_islower (*c) || *c == '_');
}

/* The camelCase of a snake_case name; the field's own letters may differ in case (formatByIO). */
static void
check_json (const GenlockField *field)
{
  g_autofree char *flat = g_strdup (field->name);
  char *end = flat;

  for (const char *c = field->name; *c != '\0'; c++)
    if (*c != '_')
      *end++ = *c;
  *end = '\0';

  g_assert_cmpint (g_ascii_strcasecmp (flat, field->json), ==, 0);
  g_assert_true (g_ascii_islower (field->json[0]));
}

static void
check_links (const GenlockTable *table,
             const GenlockField *field)
{
  g_assert_true ((field->type == GENLOCK_LINK) == (field->target != NULL));
  g_assert_true ((field->type == GENLOCK_REF) == (field->ref_targets != NULL));

  if (field->target != NULL)
    g_assert_cmpuint (table_place (field->target), <, table_place (table));

  for (const GenlockRefTarget *target = field->ref_targets; target && target->word; target++)
    {
      g_assert_true (genlock_field_get_ref_table (field, target->word) == target->table);
      g_assert_cmpuint (table_place (target->table), <, table_place (table));
    }

  if (field->on_delete == GENLOCK_SET_NULL)
    g_assert_true (field->flags & GENLOCK_NULLABLE);
  if (field->on_delete == GENLOCK_DETACH)
    g_assert_nonnull (table->detach);
}

static void
check_field (const GenlockTable *table,
             const GenlockField *field)
{
  check_name (field->name);
  check_json (field);
  check_links (table, field);
  g_assert_nonnull (field->label);
  g_assert_cmpfloat (field->bounds.min, <=, field->bounds.max);
  g_assert_true ((field->type == GENLOCK_ENUM) == (field->choices != NULL));

  if (field->preset != NULL && field->type == GENLOCK_ENUM)
    g_assert_true (genlock_field_has_choice (field, field->preset));
}

static void
check_unique (const GenlockTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);
      guint found;

      g_assert_true (genlock_table_find_field (table, field->name, &found));
      g_assert_cmpuint (found, ==, i);
      g_assert_true (genlock_table_find_json (table, field->json, &found));
      g_assert_cmpuint (found, ==, i);
    }
}

static void
test_tables (void)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];

      g_test_message ("%s", table->name);
      check_name (table->name);
      check_unique (table);
      g_assert_true (genlock_schema_find_table (table->name) == table);
      g_assert_true (table->n_meta == 0 || table->n_meta == GENLOCK_N_META);
      g_assert_true (genlock_table_replicates (table) == (table->primary_key == NULL));
      g_assert_cmpuint (table->n_fields, <=, 64);

      for (guint j = 0; j < table->n_fields; j++)
        check_field (table, genlock_table_get_field (table, j));

      if (table->parent_field != 0)
        g_assert_true (table->fields[table->parent_field].on_delete == GENLOCK_CASCADE);
      if (table->nested_as != NULL)
        g_assert_true (genlock_table_find_child (table->fields[table->parent_field].target,
                                                 table->nested_as) == table);
    }
}

static void
test_aliases (void)
{
  g_assert_cmpstr (genlock_schema_find_table ("equipment")->name, ==, "equipment_specs");
  g_assert_null (genlock_schema_find_table ("sqlite_master"));
}

static void
test_days (void)
{
  GenlockValue values[GENLOCK_PRODUCTION_N_FIELDS] = { 0 };
  const char *sentence = NULL;
  guint field = 0;

  g_assert_true (genlock_productions.check (values, &field, &sentence));

  values[GENLOCK_PRODUCTION_LOAD_IN].kind = GENLOCK_VALUE_TEXT;
  values[GENLOCK_PRODUCTION_LOAD_IN].text = (char *) "2026-05-02T00:00:00.000Z";
  g_assert_true (genlock_productions.check (values, &field, &sentence));

  values[GENLOCK_PRODUCTION_LOAD_OUT].kind = GENLOCK_VALUE_TEXT;
  values[GENLOCK_PRODUCTION_LOAD_OUT].text = (char *) "2026-05-02T00:00:00.000Z";
  g_assert_true (genlock_productions.check (values, &field, &sentence));

  values[GENLOCK_PRODUCTION_LOAD_OUT].text = (char *) "2026-05-01T00:00:00.000Z";
  g_assert_false (genlock_productions.check (values, &field, &sentence));
  g_assert_cmpuint (field, ==, GENLOCK_PRODUCTION_LOAD_OUT);
  g_assert_nonnull (sentence);
}

/* Which ends a connection has, as letters: s source, i device, p passage, d destination. */
static void
set_ends (GenlockValue *values,
          const char *ends)
{
  const struct
  {
    char letter;
    guint field;
  } map[] = {
    { 's', GENLOCK_CONNECTION_SOURCE_ID },
    { 'i', GENLOCK_CONNECTION_INTERMEDIATE_ID },
    { 'p', GENLOCK_CONNECTION_INTERMEDIATE_INPUT },
    { 'p', GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT },
    { 'd', GENLOCK_CONNECTION_DESTINATION_ID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (map); i++)
    {
      values[map[i].field].kind = GENLOCK_VALUE_NULL;
      if (strchr (ends, map[i].letter) != NULL)
        {
          values[map[i].field].kind = GENLOCK_VALUE_TEXT;
          values[map[i].field].text = g_strdup ("x");
        }
    }
}

static void
test_detach (void)
{
  const struct
  {
    const char *ends;
    guint gone;
    gboolean stays;
  } cases[] = {
    { "sd", GENLOCK_CONNECTION_SOURCE_ID, FALSE },
    { "sd", GENLOCK_CONNECTION_DESTINATION_ID, FALSE },
    { "si", GENLOCK_CONNECTION_SOURCE_ID, FALSE },
    { "id", GENLOCK_CONNECTION_DESTINATION_ID, FALSE },
    { "sid", GENLOCK_CONNECTION_SOURCE_ID, TRUE },
    { "sid", GENLOCK_CONNECTION_DESTINATION_ID, TRUE },
    { "sid", GENLOCK_CONNECTION_INTERMEDIATE_ID, FALSE },
    { "ip", GENLOCK_CONNECTION_INTERMEDIATE_ID, FALSE },
    { "sip", GENLOCK_CONNECTION_SOURCE_ID, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GenlockValue values[GENLOCK_CONNECTION_N_FIELDS] = { 0 };

      set_ends (values, cases[i].ends);
      g_assert_true (genlock_connections.detach (values, cases[i].gone) == cases[i].stays);
      if (cases[i].stays)
        g_assert_false (genlock_value_has (&values[cases[i].gone]));

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        genlock_value_clear (&values[j]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/tables", test_tables);
  g_test_add_func ("/schema/aliases", test_aliases);
  g_test_add_func ("/schema/productions/days", test_days);
  g_test_add_func ("/schema/connections/detach", test_detach);

  return g_test_run ();
}
