/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snakes of older data: devices through which each line leads. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-legacy-device.h"

/* "SDI Tx" sends into the line, "SDI Rx" takes out of it. */
static gboolean
ends_with (const char *connector,
           const char *word)
{
  gsize length = connector != NULL ? strlen (connector) : 0;

  return length >= 2 && g_ascii_strcasecmp (connector + length - 2, word) == 0;
}

static void
add_end (GenlockLegacyDevice *device,
         GenlockLegacyObject *line,
         gboolean is_far,
         const char *strand,
         char *feed)
{
  g_autofree char *connector = genlock_legacy_object_dup_text (line, "connector", NULL);
  g_autofree char *label = g_strdup_printf ("%s %s", is_far ? "OUT" : "IN", strand);
  gboolean is_output = is_far ? !ends_with (connector, "Tx") : ends_with (connector, "Rx");
  GenlockLegacyPort *port = genlock_legacy_port_new (is_output, label, connector);

  port->feed = feed;
  port->strand = g_strdup (strand);
  port->place = g_strdup (line->place);
  g_ptr_array_add (device->ports, port);
}

/* "GFX A [SRC 3]", as feeds are written, of a name and an id. */
static char *
dup_feed (GenlockLegacyObject *line,
          const char *name,
          const char *id)
{
  g_autofree char *first = genlock_legacy_object_dup_text (line, name, NULL);
  g_autofree char *second = genlock_legacy_object_dup_text (line, id, NULL);

  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s [%s]", first, second);

  return second != NULL ? g_strdup_printf ("[%s]", second) : g_steal_pointer (&first);
}

static void
read_line (GenlockLegacyShow *self,
           GenlockLegacyObject *snake,
           GenlockLegacyDevice *device,
           JsonObject *object,
           const char *place,
           guint index)
{
  g_autofree char *strand = NULL;
  GenlockLegacyObject line;
  GenlockLegacyPort *port;

  genlock_legacy_object_init (&line, self->legacy->plan, snake->show, snake->file, place, object);
  strand = genlock_legacy_object_dup_text (&line, "strand", "id", NULL);
  if (strand == NULL || strlen (strand) > 20)
    {
      g_free (strand);
      strand = g_strdup_printf ("%u", index + 1);
    }
  add_end (device, &line, FALSE, strand, dup_feed (&line, "sourceName", "sourceId"));
  port = g_ptr_array_index (device->ports, device->ports->len - 1);
  port->note = genlock_legacy_object_dup_text (&line, "notes", "note", NULL);
  /* One connector for both ends: which way the line leads is not said. */
  port->is_output = FALSE;
  add_end (device, &line, TRUE, strand, dup_feed (&line, "destName", "destId"));
  port = g_ptr_array_index (device->ports, device->ports->len - 1);
  port->is_output = TRUE;
  genlock_legacy_object_finish (&line);
}

/* One side of a sheet. */
static void
read_side (GenlockLegacyShow *self,
           GenlockLegacyObject *snake,
           GenlockLegacyDevice *device,
           const char *name,
           gboolean is_far)
{
  JsonArray *lines = genlock_legacy_object_get_array (snake, name, NULL);

  for (guint i = 0; lines != NULL && i < json_array_get_length (lines); i++)
    {
      JsonObject *object = genlock_legacy_get_element (lines, i);
      const char *known;
      g_autofree char *place = NULL;
      g_autofree char *strand = NULL;
      GenlockLegacyObject line;
      GenlockLegacyPort *port;

      if (object == NULL)
        continue;
      known = g_hash_table_lookup (self->legacy->places, object);
      place = known != NULL ? g_strdup (known)
                            : g_strdup_printf ("%s.%s[%u]", snake->place, name, i);
      genlock_legacy_object_init (&line, self->legacy->plan, snake->show, snake->file, place,
                                  object);
      strand = genlock_legacy_object_dup_text (&line, "id", NULL);
      if (strand == NULL)
        strand = g_strdup_printf ("%u", i + 1);
      add_end (device, &line, is_far, strand, genlock_legacy_object_dup_text (&line, "feed", NULL));
      port = g_ptr_array_index (device->ports, device->ports->len - 1);
      port->note = genlock_legacy_object_dup_text (&line, "notes", "note", NULL);
      genlock_legacy_object_finish (&line);
    }
}

static void
read_snake (GenlockLegacyShow *self,
            GenlockLegacyObject *object,
            gconstpointer data)
{
  g_auto (GenlockLegacyDevice) device;
  g_autofree char *type = genlock_legacy_object_dup_text (object, "type", NULL);
  JsonArray *lines;
  GenlockLegacyRow *row;

  genlock_legacy_device_init (&device, object, "OTHER", "Snake", TRUE);
  if (device.model == NULL && type != NULL)
    device.model = g_strdup_printf ("Snake %s", type);
  genlock_legacy_device_add_member (&device, object, NULL, "note");
  genlock_legacy_device_add_member (&device, object, "Length", "length");
  lines = genlock_legacy_object_get_array (object, "connections", NULL);
  for (guint i = 0; lines != NULL && i < json_array_get_length (lines); i++)
    {
      JsonObject *line = genlock_legacy_get_element (lines, i);
      g_autofree char *place = g_strdup_printf ("%s.connections[%u]", object->place, i);

      if (line != NULL)
        read_line (self, object, &device, line, place, i);
      else
        genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, "connections", NULL,
                                      N_("This is not an object"));
    }
  read_side (self, object, &device, "inputs", FALSE);
  read_side (self, object, &device, "outputs", TRUE);
  row = genlock_legacy_device_add (self, object, &device);
  row->is_snake = TRUE;
}

void
genlock_legacy_show_read_snakes (GenlockLegacyShow *self)
{
  genlock_legacy_show_each (self, "cablesnakes", read_snake, NULL);
}
