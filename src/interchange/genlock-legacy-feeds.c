/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds of older data, free text such as "GFX A [SRC 3]", as connections where they can be. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-legacy-show.h"

#define CONNECTION_NOTE_MAX 10000

/* A longer text is no feed, and more rows of one display id are no show. */
#define MAX_FEED 1000
#define MAX_NAMESAKES 64

/* One feed that is looked at. */
typedef struct
{
  GenlockLegacyShow *show;
  GenlockLegacyRow *device;
  GenlockLegacyPort *port;
  GHashTable *fed; /* nullable; source → the input of the device that gets it */
} Feed;

static gboolean
contains (const char *text,
          const char *part)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_part = g_utf8_casefold (part, -1);

  return strstr (folded, folded_part) != NULL;
}

/* (nullable): of rows that share a display id, the one whose name stands in the feed too. */
static GenlockLegacyRow *
choose (GPtrArray *rows,
        const char *text)
{
  GenlockLegacyRow *found = NULL;

  if (rows == NULL || rows->len > MAX_NAMESAKES)
    return NULL;
  if (rows->len == 1)
    return g_ptr_array_index (rows, 0);

  for (guint i = 0; i < rows->len; i++)
    {
      GenlockLegacyRow *row = g_ptr_array_index (rows, i);

      if (row->name == NULL || !contains (text, row->name))
        continue;
      if (found != NULL)
        return NULL;
      found = row;
    }

  return found;
}

/* "[SRC 3]" anywhere in the text */
static GenlockLegacyRow *
find_in_brackets (GenlockLegacyShow *show,
                  const GenlockTable *table,
                  const char *text)
{
  for (const char *open = strchr (text, '['); open != NULL; open = strchr (open + 1, '['))
    {
      const char *close = strchr (open, ']');
      g_autofree char *label = NULL;
      GenlockLegacyRow *row;

      if (close == NULL)
        return NULL;
      label = g_strndup (open + 1, (gsize) (close - open) - 1);
      row = genlock_legacy_show_find (show, table, label);
      if (row == NULL)
        row = choose (genlock_legacy_show_find_all (show, table, label), text);
      if (row != NULL)
        return row;
    }

  return NULL;
}

/* A word and a number that are the display id of a row, such as "DST 1" in "SCREEN 1A DST 1";
 * the last one, as names stand first. */
static GenlockLegacyRow *
find_label (GenlockLegacyShow *show,
            const GenlockTable *table,
            const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t()[],;", -1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_ptr_array_add (parts, words[i]);
    }
  for (guint i = parts->len; i > 1; i--)
    {
      const char *word = g_ptr_array_index (parts, i - 2);
      const char *number = g_ptr_array_index (parts, i - 1);
      g_autofree char *label = g_strdup_printf ("%s %s", word, number);
      GenlockLegacyRow *row;

      if (!g_ascii_isdigit (*number))
        continue;
      row = choose (genlock_legacy_show_find_all (show, table, label), text);
      if (row != NULL && row->label != NULL && contains (label, row->label))
        return row;
    }

  return NULL;
}

/* The text itself, without a description in brackets behind it: "TIMER FEED [SL - 1920 x 1080]" */
static GenlockLegacyRow *
find_name (GenlockLegacyShow *show,
           const GenlockTable *table,
           const char *text)
{
  g_autofree char *name = g_strdup (text);
  char *bracket = strchr (name, '[');
  GPtrArray *rows;

  if (bracket != NULL)
    *bracket = '\0';
  g_strstrip (name);
  rows = *name != '\0' ? genlock_legacy_show_find_all (show, table, name) : NULL;

  return rows != NULL && rows->len == 1 ? g_ptr_array_index (rows, 0) : NULL;
}

static GenlockLegacyRow *
find_row (GenlockLegacyShow *show,
          const GenlockTable *table,
          const char *text)
{
  GenlockLegacyRow *row;

  if (text == NULL || strlen (text) > MAX_FEED)
    return NULL;

  row = find_in_brackets (show, table, text);
  if (row == NULL)
    row = find_label (show, table, text);
  if (row == NULL)
    row = find_name (show, table, text);

  return row;
}

/* (nullable): the port of another device that the text names: "E2 ID.0 OUT 1.1" */
static GenlockLegacyPort *
find_port (GenlockLegacyShow *show,
           const char *text,
           gboolean is_output,
           GenlockLegacyRow **device)
{
  const GenlockLegacyPlug *plug = genlock_legacy_show_find_port (show, text);

  /* A bare number is a place on any device. */
  if (plug == NULL || plug->port->is_output != is_output || plug->device->is_snake
      || strchr (text, ' ') == NULL)
    return NULL;

  *device = plug->device;

  return plug->port;
}

static gboolean
add_note (GenlockLegacyRow *device,
          const char *label,
          const char *text)
{
  const char *note = genlock_record_get_text (device->record, GENLOCK_DEVICE_NOTE);
  g_autofree char *joined = NULL;

  joined = g_strdup_printf ("%s%s%s: %s", note != NULL ? note : "", note != NULL ? "\n" : "", label,
                            text);
  if (g_utf8_strlen (joined, -1) > CONNECTION_NOTE_MAX)
    return FALSE;

  genlock_record_set_text (device->record, GENLOCK_DEVICE_NOTE, joined);

  return TRUE;
}

/* The one output of a source by which it must leave. */
static void
set_source (GenlockRecord *connection,
            const GenlockLegacyRow *source,
            const char *connector)
{
  GPtrArray *outputs = genlock_record_get_children (source->record, &genlock_source_outputs);
  GenlockRecord *found = NULL;
  guint n_found = 0;

  genlock_record_set_text (connection, GENLOCK_CONNECTION_SOURCE_ID,
                           genlock_record_get_id (source->record));
  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    {
      GenlockRecord *output = g_ptr_array_index (outputs, i);

      if (outputs->len > 1
          && g_strcmp0 (genlock_record_get_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR),
                        connector) != 0)
        continue;
      found = output;
      n_found++;
    }
  if (n_found == 1)
    genlock_record_set_text (connection, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID,
                             genlock_record_get_id (found));
}

static void
set_through (GenlockRecord *connection,
             const GenlockLegacyRow *device,
             const GenlockLegacyPort *input,
             const GenlockLegacyPort *output)
{
  genlock_record_set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_ID,
                           genlock_record_get_id (device->record));
  if (input != NULL)
    genlock_record_set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_INPUT,
                             genlock_legacy_port_get_name (input));
  if (output != NULL)
    genlock_record_set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT,
                             genlock_legacy_port_get_name (output));
}

static void
set_device_input (GenlockRecord *connection,
                  const GenlockLegacyRow *device,
                  const GenlockLegacyPort *input)
{
  genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_TYPE, "DEVICE");
  genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_ID,
                           genlock_record_get_id (device->record));
  if (input != NULL)
    genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_INPUT,
                             genlock_legacy_port_get_name (input));
}

static void
set_send (GenlockRecord *connection,
          const GenlockLegacyRow *send)
{
  genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_TYPE, "SEND");
  genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_ID,
                           genlock_record_get_id (send->record));
}

static GenlockRecord *
connection_new (const Feed *feed)
{
  g_autofree char *key = NULL;

  /* Its place among the ports of its device, which the feed itself may change. */
  key = g_strdup_printf ("%s\n%s\n%s", genlock_record_get_id (feed->device->record),
                         feed->port->is_output ? "out" : "in", feed->port->label);

  return genlock_legacy_show_new_row (feed->show, &genlock_connections, key);
}

static void
add_connection (const Feed *feed,
                GenlockRecord *connection)
{
  const GenlockLegacyPort *port = feed->port;

  if (port->note != NULL && g_utf8_strlen (port->note, -1) <= CONNECTION_NOTE_MAX)
    genlock_record_set_text (connection, GENLOCK_CONNECTION_NOTE, port->note);
  genlock_legacy_show_add_record (feed->show, connection, feed->device->file,
                                  port->place != NULL ? port->place : feed->device->place);
}

static void
keep_as_note (const Feed *feed,
              const char *text,
              const char *reason)
{
  gboolean is_kept;

  if (text == NULL)
    return;

  is_kept = add_note (feed->device, feed->port->label, text);
  genlock_legacy_show_report (feed->show, is_kept ? GENLOCK_IMPORT_CHANGED : GENLOCK_IMPORT_LOST,
                              feed->device->file,
                              feed->port->place != NULL ? feed->port->place : feed->device->place,
                              text, is_kept ? reason : N_("The device's note is full"));
}

static void
connect_input (const Feed *feed)
{
  const char *text = feed->port->feed;
  GenlockLegacyRow *source = find_row (feed->show, &genlock_sources, text);
  GenlockLegacyRow *other = NULL;
  GenlockLegacyPort *output = NULL;
  GenlockRecord *connection;

  if (source == NULL)
    output = find_port (feed->show, text, TRUE, &other);
  if (source == NULL && output == NULL)
    {
      keep_as_note (feed, text, N_("No source goes by this feed: it stays in the device's note"));
      keep_as_note (feed, feed->port->note, N_("The note of a port stays in the device's note"));
      return;
    }

  feed->port->source = source;
  connection = connection_new (feed);
  if (source != NULL)
    set_source (connection, source, feed->port->connector);
  else
    set_through (connection, other, NULL, output);
  set_device_input (connection, feed->device, feed->port);
  add_connection (feed, connection);
}

/* What an output carries: where a second text says where it goes, the first says what. */
static const GenlockLegacyPort *
find_routed (const Feed *feed)
{
  const GenlockLegacyPort *port = feed->port;
  GenlockLegacyRow *source;

  for (guint i = 0; port->routed != NULL && i < feed->device->ports->len; i++)
    {
      const GenlockLegacyPort *other = g_ptr_array_index (feed->device->ports, i);

      if (!other->is_output && strcmp (other->label, port->routed) == 0)
        return other;
    }

  if (port->feed == NULL || (port->send == NULL
                             && find_row (feed->show, &genlock_sends, port->feed) != NULL))
    return NULL;

  source = find_row (feed->show, &genlock_sources, port->feed);

  return source != NULL ? g_hash_table_lookup (feed->fed, source) : NULL;
}

static void
connect_output (const Feed *feed)
{
  const char *text = feed->port->send != NULL ? feed->port->send : feed->port->feed;
  const GenlockLegacyPort *routed = find_routed (feed);
  GenlockLegacyRow *send = find_row (feed->show, &genlock_sends, text);
  GenlockLegacyRow *other = NULL;
  GenlockLegacyPort *input = NULL;
  GenlockRecord *connection;

  if (send == NULL)
    input = find_port (feed->show, text, FALSE, &other);
  if (send == NULL && input == NULL && routed == NULL)
    {
      keep_as_note (feed, text, N_("No send goes by this feed: it stays in the device's note"));
      if (feed->port->send != NULL)
        keep_as_note (feed, feed->port->feed,
                      N_("No source goes by this feed: it stays in the device's note"));
      keep_as_note (feed, feed->port->note, N_("The note of a port stays in the device's note"));
      return;
    }

  connection = connection_new (feed);
  set_through (connection, feed->device, routed, feed->port);
  if (send != NULL)
    set_send (connection, send);
  else if (input != NULL)
    set_device_input (connection, other, input);
  if (feed->port->send != NULL && routed == NULL)
    keep_as_note (feed, feed->port->feed,
                  N_("No input of the device gets this feed: it stays in the device's note"));
  if (feed->port->send != NULL && send == NULL && input == NULL)
    keep_as_note (feed, feed->port->send,
                  N_("No send goes by this feed: it stays in the device's note"));
  add_connection (feed, connection);
}

/* Both ends of a line of a snake, and what is known beyond them. */
static void
connect_line (GenlockLegacyShow *self,
              GenlockLegacyRow *snake,
              GenlockLegacyPort *input,
              GenlockLegacyPort *output)
{
  Feed feed = { self, snake, input, NULL };
  GenlockLegacyRow *source = find_row (self, &genlock_sources, input->feed);
  GenlockLegacyRow *send = find_row (self, &genlock_sends, output->feed);
  GenlockRecord *connection;
  g_autoptr (GString) note = g_string_new (NULL);

  if (input->feed == NULL && output->feed == NULL && input->note == NULL && output->note == NULL)
    return;

  if (source != NULL && send == NULL)
    send = find_row (self, &genlock_sends, input->feed);
  connection = connection_new (&feed);
  set_through (connection, snake, input, output);
  if (source != NULL)
    set_source (connection, source, input->connector);
  if (send != NULL)
    set_send (connection, send);
  /* The texts stay where they say more than the ends do. */
  if (source == NULL && input->feed != NULL)
    g_string_append (note, input->feed);
  if (send == NULL && output->feed != NULL && g_strcmp0 (output->feed, input->feed) != 0)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " > " : "", output->feed);
  if (input->note != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "", input->note);
  if (output->note != NULL && g_strcmp0 (output->note, input->note) != 0)
    g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "", output->note);
  g_clear_pointer (&input->note, g_free);
  if (note->len > 0)
    input->note = g_utf8_substring (note->str, 0, MIN (g_utf8_strlen (note->str, -1),
                                                       CONNECTION_NOTE_MAX));
  if (snake->name != NULL && g_utf8_strlen (snake->name, -1) <= 200)
    genlock_record_set_text (connection, GENLOCK_CONNECTION_SNAKE, snake->name);
  if (input->strand != NULL && g_utf8_strlen (input->strand, -1) <= 100)
    genlock_record_set_text (connection, GENLOCK_CONNECTION_STRAND, input->strand);
  add_connection (&feed, connection);
}

static void
connect_snake (GenlockLegacyShow *self,
               GenlockLegacyRow *snake)
{
  g_autoptr (GHashTable) outputs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < snake->ports->len; i++)
    {
      GenlockLegacyPort *port = g_ptr_array_index (snake->ports, i);

      if (port->is_output && port->strand != NULL)
        g_hash_table_insert (outputs, port->strand, port);
    }
  for (guint i = 0; i < snake->ports->len; i++)
    {
      GenlockLegacyPort *input = g_ptr_array_index (snake->ports, i);
      GenlockLegacyPort *output = NULL;

      if (!input->is_output && input->strand != NULL)
        output = g_hash_table_lookup (outputs, input->strand);
      if (output != NULL)
        connect_line (self, snake, input, output);
    }
}

static void
connect_ports (GenlockLegacyShow *self,
               GenlockLegacyRow *device)
{
  g_autoptr (GHashTable) fed = g_hash_table_new (NULL, NULL);

  /* The inputs first: what an output carries is looked for among them. */
  for (guint i = 0; i < device->ports->len; i++)
    {
      Feed feed = { self, device, g_ptr_array_index (device->ports, i), fed };

      if (feed.port->is_output)
        continue;
      connect_input (&feed);
      if (feed.port->source != NULL && !g_hash_table_contains (fed, feed.port->source))
        g_hash_table_insert (fed, (gpointer) feed.port->source, feed.port);
    }
  for (guint i = 0; i < device->ports->len; i++)
    {
      Feed feed = { self, device, g_ptr_array_index (device->ports, i), fed };

      if (feed.port->is_output)
        connect_output (&feed);
    }
}

static const GenlockLegacyPort *
get_first_port (const GenlockLegacyRow *device,
                gboolean is_output)
{
  for (guint i = 0; i < device->ports->len; i++)
    {
      const GenlockLegacyPort *port = g_ptr_array_index (device->ports, i);

      if (port->is_output == is_output)
        return port;
    }

  return NULL;
}

/* A camera and its CCU may each name the other; the cable between them is one. */
static void
connect_camera (GenlockLegacyShow *self,
                GenlockLegacyRow *camera,
                GenlockLegacyRow *ccu,
                GHashTable *done)
{
  g_autofree char *key = NULL;
  GenlockRecord *connection;

  key = g_strdup_printf ("%s\n%s", genlock_record_get_id (camera->record),
                         genlock_record_get_id (ccu->record));
  if (!g_hash_table_add (done, g_strdup (key)))
    return;

  connection = genlock_legacy_show_new_row (self, &genlock_connections, key);
  set_through (connection, camera, NULL, get_first_port (camera, TRUE));
  set_device_input (connection, ccu, get_first_port (ccu, FALSE));
  genlock_record_set_text (connection, GENLOCK_CONNECTION_CABLE_TYPE, "SMPTE FIBER");
  if (camera->length_m > 0 && camera->length_m <= 1000000)
    genlock_record_set_real (connection, GENLOCK_CONNECTION_LENGTH_M, camera->length_m);
  genlock_legacy_show_add_record (self, connection, camera->file, camera->place);
}

static void
connect_chain (GenlockLegacyShow *self,
               GenlockLegacyRow *device,
               GHashTable *done)
{
  const char *text = device->ccu != NULL ? device->ccu : device->camera;
  GenlockLegacyRow *other = genlock_legacy_show_find (self, &genlock_devices, text);

  if (text == NULL)
    return;
  if (other == NULL || other == device)
    {
      add_note (device, device->ccu != NULL ? "CCU" : "Camera", text);
      genlock_legacy_show_report (self, GENLOCK_IMPORT_CHANGED, device->file, device->place, text,
                                  N_("No device of the show goes by this id: it stays in the "
                                     "device's note"));
      return;
    }

  connect_camera (self, device->ccu != NULL ? device : other, device->ccu != NULL ? other : device,
                  done);
}

void
genlock_legacy_show_connect (GenlockLegacyShow *self)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->devices->len; i++)
    {
      GenlockLegacyRow *device = g_ptr_array_index (self->devices, i);

      connect_chain (self, device, done);
      if (device->is_snake)
        connect_snake (self, device);
      else
        connect_ports (self, device);
    }
}
