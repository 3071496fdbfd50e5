/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a Videohub says of itself: labels and routes, as a router of a show. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-csv.h"
#include "interchange/genlock-videohub.h"

/* Far more than any has. */
#define MAX_PORTS 4096

typedef enum
{
  BLOCK_OTHER,
  BLOCK_DEVICE,
  BLOCK_INPUTS,
  BLOCK_OUTPUTS,
  BLOCK_ROUTES,
} Block;

static const struct
{
  const char *heading;
  Block block;
} blocks[] = {
  { "VIDEOHUB DEVICE:", BLOCK_DEVICE },
  { "INPUT LABELS:", BLOCK_INPUTS },
  { "OUTPUT LABELS:", BLOCK_OUTPUTS },
  { "VIDEO OUTPUT ROUTING:", BLOCK_ROUTES },
};

typedef struct
{
  GenlockLegacy *legacy;
  guint file;
  GPtrArray *inputs;  /* owned (element-type JsonObject): by their numbers, without gaps */
  GPtrArray *outputs; /* owned (element-type JsonObject) */
  JsonObject *router; /* owned */
} Hub;

static gboolean
has_block (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      const char *found = strstr (text, blocks[i].heading);
      const char *end = found != NULL ? found + strlen (blocks[i].heading) : NULL;

      if (found != NULL && (found == text || found[-1] == '\n') && (*end == '\r' || *end == '\n'))
        return TRUE;
    }

  return FALSE;
}

/* (transfer none) (nullable): the port of a number, made with those before it. */
static JsonObject *
get_port (const Hub *hub,
          GPtrArray *ports,
          guint64 number,
          guint line)
{
  if (number >= MAX_PORTS)
    return NULL;

  while (ports->len <= number)
    {
      JsonObject *port = json_object_new ();
      g_autofree char *label = g_strdup_printf ("%s %u", ports == hub->outputs ? "OUT" : "IN",
                                                ports->len + 1);

      json_object_set_string_member (port, "label", label);
      json_object_set_string_member (port, "connector", "SDI");
      g_hash_table_insert (hub->legacy->places, port, g_strdup_printf ("line %u", line));
      g_ptr_array_add (ports, port);
    }

  return g_ptr_array_index (ports, number);
}

/* A label that the factory gave says nothing: "Input 1", but not "Input Stage". */
static gboolean
is_given (const char *label)
{
  static const char * const words[] = { "Input ", "Output " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (label, words[i]))
      return label[strlen (words[i]) + strspn (label + strlen (words[i]), "0123456789")] != '\0';

  return *label != '\0';
}

static gboolean
read_entry (const Hub *hub,
            Block block,
            const char *text,
            guint line)
{
  char *end;
  guint64 number = g_ascii_strtoull (text, &end, 10);
  g_autofree char *value = g_strstrip (g_strdup (end));
  JsonObject *port;

  if (end == text || *end != ' ')
    return FALSE;

  port = get_port (hub, block == BLOCK_INPUTS ? hub->inputs : hub->outputs, number, line);
  if (port == NULL)
    return FALSE;

  if (block == BLOCK_ROUTES)
    {
      guint64 input = g_ascii_strtoull (value, &end, 10);
      g_autofree char *label = g_strdup_printf ("IN %" G_GUINT64_FORMAT, input + 1);

      if (end == value || *end != '\0' || get_port (hub, hub->inputs, input, line) == NULL)
        return FALSE;
      json_object_set_string_member (port, "routedInput", label);
    }
  else if (is_given (value))
    {
      json_object_set_string_member (port, block == BLOCK_INPUTS ? "feed" : "send", value);
      g_hash_table_insert (hub->legacy->places, port, g_strdup_printf ("line %u", line));
    }

  return TRUE;
}

static void
read_device (const Hub *hub,
             const char *text)
{
  static const char * const members[][2] = {
    { "Model name: ", "model" },
    { "Friendly name: ", "name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_has_prefix (text, members[i][0]) && text[strlen (members[i][0])] != '\0')
      json_object_set_string_member (hub->router, members[i][1], text + strlen (members[i][0]));
}

static Block
find_block (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (strcmp (text, blocks[i].heading) == 0)
      return blocks[i].block;

  return BLOCK_OTHER;
}

/* A heading, its lines, an empty line. */
static void
read_lines (const Hub *hub,
            char **lines)
{
  Block block = BLOCK_OTHER;
  gboolean in_block = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *text = g_strchomp (lines[i]);
      g_autofree char *place = g_strdup_printf ("line %u", i + 1);

      if (*text == '\0')
        in_block = FALSE;
      else if (!in_block)
        {
          in_block = TRUE;
          block = find_block (text);
        }
      else if (block == BLOCK_DEVICE)
        read_device (hub, text);
      else if (block != BLOCK_OTHER && !read_entry (hub, block, text, i + 1))
        genlock_legacy_report (hub->legacy, GENLOCK_IMPORT_LOST, hub->file, place, text,
                               N_("This is no label and no route of a Videohub"));
    }
}

static void
take_ports (const Hub *hub,
            const char *name,
            GPtrArray *ports)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ports->len; i++)
    json_array_add_object_element (array, json_object_ref (g_ptr_array_index (ports, i)));
  json_object_set_array_member (hub->router, name, array);
}

static void
add_router (const Hub *hub)
{
  const char *name = g_ptr_array_index (hub->legacy->plan->names, hub->file);
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, dot != NULL && dot != name ? (gsize) (dot - name)
                                                                       : strlen (name));
  g_autoptr (JsonArray) routers = json_array_new ();

  if (!json_object_has_member (hub->router, "name"))
    json_object_set_string_member (hub->router, "name", stem);
  json_object_set_string_member (hub->router, "manufacturer", "Blackmagic Design");
  take_ports (hub, "inputs", hub->inputs);
  take_ports (hub, "outputs", hub->outputs);
  json_array_add_object_element (routers, json_object_ref (hub->router));
  genlock_legacy_project_add_list (genlock_legacy_get_loose (hub->legacy, hub->file), "routers",
                                   routers, hub->file, "routers");
}

gboolean
genlock_videohub_read (GenlockLegacy *legacy,
                       const char *data,
                       gsize length,
                       guint file)
{
  g_autofree char *text = genlock_csv_dup_utf8 (data, length, NULL, NULL);
  g_auto (GStrv) lines = NULL;
  Hub hub = { legacy, file, NULL, NULL, NULL };

  if (text == NULL || !has_block (text))
    return FALSE;

  lines = g_strsplit (text, "\n", -1);
  hub.inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  hub.outputs = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  hub.router = json_object_new ();
  read_lines (&hub, lines);
  add_router (&hub);
  g_ptr_array_unref (hub.inputs);
  g_ptr_array_unref (hub.outputs);
  json_object_unref (hub.router);

  return TRUE;
}
