/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cameras, CCUs, media servers, switchers and routers of older data as devices. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/model/genlock-format.h"
#include "interchange/genlock-legacy-device.h"

#define METRES_PER_FOOT 0.3048

/* The makers of the switchers that VideoDept knows by a word. */
static const struct
{
  const char *word;
  const char *manufacturer;
  const char *model;
} switchers[] = {
  { "E2", "Barco", "E2" },
  { "Q8", "Pixelhue", "Q8" },
  { "X80", "Christie", "Spyder X80" },
  { "CARBONITE", "Ross", "Carbonite" },
  { "ATEM", "Blackmagic Design", "ATEM" },
};

static void
read_supports (GenlockLegacyObject *object,
               GenlockLegacyDevice *device)
{
  static const struct
  {
    const char *name;
    const char *word;
  } supports[] = {
    { "hasTripod", "tripod" },
    { "hasShortTripod", "short tripod" },
    { "hasMediumTripod", "medium tripod" },
    { "hasHeavyTripod", "heavy tripod" },
    { "hasDolly", "dolly" },
    { "hasJib", "jib" },
    { "hasSteadicam", "Steadicam" },
    { "hasMagicArm", "magic arm" },
  };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (supports); i++)
    {
      if (genlock_legacy_object_is (object, supports[i].name, NULL))
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", supports[i].word);
    }
  genlock_legacy_device_add_line (device, "Support", words->str);
}

static void
read_camera (GenlockLegacyShow *self,
             GenlockLegacyObject *object,
             gconstpointer data)
{
  g_auto (GenlockLegacyDevice) device;
  g_autofree char *ccu = genlock_legacy_object_dup_text (object, "ccuId", "ccuUuid", NULL);
  GenlockLegacyRow *row;
  double feet = 0;
  gboolean has_cable;

  genlock_legacy_device_init (&device, object, "CAMERA", "Camera", FALSE);
  genlock_legacy_device_add_member (&device, object, NULL, "note");
  genlock_legacy_device_add_member (&device, object, "Format", "formatMode");
  genlock_legacy_device_add_member (&device, object, "Lens", "lensType");
  genlock_legacy_device_add_member (&device, object, "Max. zoom", "maxZoom");
  genlock_legacy_device_add_member (&device, object, "Focal length", "focalLength");
  genlock_legacy_device_add_member (&device, object, "Shooting distance", "shootingDistance");
  genlock_legacy_device_add_member (&device, object, "Calculated zoom", "calculatedZoom");
  read_supports (object, &device);
  has_cable = genlock_legacy_object_get_number (object, &feet, "smpteCableLength", NULL)
              && feet > 0;
  if (ccu != NULL || has_cable)
    g_ptr_array_add (device.ports, genlock_legacy_port_new (TRUE, "To CCU", "SMPTE FIBER"));
  if (has_cable && ccu == NULL)
    {
      g_autofree char *text = genlock_legacy_object_dup_text (object, "smpteCableLength", NULL);
      g_autofree char *line = g_strdup_printf ("%s ft", text);

      genlock_legacy_device_add_line (&device, "SMPTE cable", line);
    }
  row = genlock_legacy_device_add (self, object, &device);
  row->ccu = g_steal_pointer (&ccu);
  row->length_m = has_cable ? feet * METRES_PER_FOOT : 0;
}

/* What the outputs of a unit are set to: the equipment knows only its sockets. */
static void
describe_ports (GenlockLegacyDevice *device)
{
  for (guint i = 0; i < device->ports->len; i++)
    {
      const GenlockLegacyPort *port = g_ptr_array_index (device->ports, i);
      g_autofree char *line = NULL;

      if (port->legacy_id == NULL || (port->format == NULL && port->note == NULL
                                      && g_strcmp0 (port->label, port->legacy_id) == 0))
        continue;
      line = g_strjoin (", ", port->label, port->connector != NULL ? port->connector : "?",
                        port->format, NULL);
      genlock_legacy_device_add_line (device, port->legacy_id, line);
    }
}

static void
read_ccu (GenlockLegacyShow *self,
          GenlockLegacyObject *object,
          gconstpointer data)
{
  g_auto (GenlockLegacyDevice) device;
  g_autofree char *camera = genlock_legacy_object_dup_text (object, "fiberInput", NULL);
  GenlockLegacyRow *row;

  genlock_legacy_device_init (&device, object, "CCU", "CCU", FALSE);
  genlock_legacy_device_add_member (&device, object, NULL, "note");
  genlock_legacy_device_add_member (&device, object, "Format", "formatMode");
  genlock_legacy_device_add_member (&device, object, "Reference", "referenceInput");
  g_ptr_array_add (device.ports, genlock_legacy_port_new (FALSE, "Camera Input", "SMPTE FIBER"));
  genlock_legacy_device_read_ports (self, object, &device, "outputs", TRUE);
  describe_ports (&device);
  row = genlock_legacy_device_add (self, object, &device);
  row->camera = g_steal_pointer (&camera);
}

static int
get_pixels (JsonObject *raster,
            const char *name)
{
  JsonNode *node = json_object_get_member (raster, name);
  gint64 pixels = 0;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    pixels = json_node_get_value_type (node) == G_TYPE_STRING
             ? g_ascii_strtoll (json_node_get_string (node), NULL, 10) : json_node_get_int (node);

  return pixels > 0 && pixels <= GENLOCK_RES_MAX ? (int) pixels : 0;
}

/* The format of an output of a media server: a raster, in an object or a text, and a rate. */
static char *
dup_output_format (GenlockLegacyObject *output)
{
  JsonNode *raster = genlock_legacy_object_get (output, "resolution", NULL);
  GenlockFormat format = { 0 };
  char buffer[GENLOCK_FORMAT_TEXT_SIZE];

  if (raster != NULL && JSON_NODE_HOLDS_OBJECT (raster))
    {
      format.h_res = get_pixels (json_node_get_object (raster), "width");
      format.v_res = get_pixels (json_node_get_object (raster), "height");
    }
  else if (raster != NULL)
    {
      g_autofree char *text = genlock_legacy_dup_value (raster);

      if (!genlock_format_parse (text, &format))
        return g_steal_pointer (&text);
    }
  genlock_legacy_object_get_number (output, &format.rate, "frameRate", NULL);
  if (genlock_format_is_empty (&format))
    return NULL;

  return g_strdup (genlock_format_print (&format, buffer));
}

static void
read_server_outputs (GenlockLegacyShow *self,
                     GenlockLegacyObject *object,
                     GenlockLegacyDevice *device)
{
  JsonArray *outputs = genlock_legacy_object_get_array (object, "outputs", NULL);

  for (guint i = 0; outputs != NULL && i < json_array_get_length (outputs); i++)
    {
      JsonObject *output = genlock_legacy_get_element (outputs, i);
      g_autofree char *place = g_strdup_printf ("%s.outputs[%u]", object->place, i);
      GenlockLegacyObject reader;
      GenlockLegacyPort *port;
      g_autofree char *connector = NULL;
      g_autofree char *label = NULL;

      if (output == NULL)
        continue;
      genlock_legacy_object_init (&reader, self->legacy->plan, object->show, object->file, place,
                                  output);
      label = genlock_legacy_object_dup_text (&reader, "name", "label", "id", NULL);
      if (label == NULL)
        label = g_strdup_printf ("OUT %u", i + 1);
      connector = genlock_legacy_object_dup_connector (&reader, "type", "connector", NULL);
      port = genlock_legacy_port_new (TRUE, label, connector);
      port->legacy_id = genlock_legacy_object_dup_text (&reader, "id", NULL);
      port->uuid = genlock_legacy_object_dup_text (&reader, "uuid", NULL);
      port->format = dup_output_format (&reader);
      port->place = g_strdup (place);
      g_ptr_array_add (device->ports, port);
      genlock_legacy_object_finish (&reader);
    }
}

static void
read_media_server (GenlockLegacyShow *self,
                   GenlockLegacyObject *object,
                   gconstpointer data)
{
  g_auto (GenlockLegacyDevice) device;

  genlock_legacy_device_init (&device, object, "MEDIA_SERVER", "Media server", FALSE);
  if (device.model == NULL)
    device.model = genlock_legacy_object_dup_text (object, "platform", NULL);
  else
    genlock_legacy_device_add_member (&device, object, "Platform", "platform");
  genlock_legacy_device_add_member (&device, object, NULL, "note");
  genlock_legacy_device_add_member (&device, object, "Computer", "computerType");
  genlock_legacy_device_add_member (&device, object, "Pair", "pairNumber");
  if (genlock_legacy_object_is (object, "isBackup", NULL))
    genlock_legacy_device_add_line (&device, NULL, "Backup");
  read_server_outputs (self, object, &device);
  device.needs_ports = device.ports->len > 0;
  genlock_legacy_device_add (self, object, &device);
}

static void
find_switcher (GenlockLegacyDevice *device,
               const char *type)
{
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (switchers); i++)
    {
      if (g_ascii_strcasecmp (type, switchers[i].word) != 0 || device->model != NULL)
        continue;
      device->model = g_strdup (switchers[i].model);
      if (device->manufacturer == NULL)
        device->manufacturer = g_strdup (switchers[i].manufacturer);
    }
  if (device->model == NULL)
    device->model = g_strdup (type);
}

static void
read_frame (GenlockLegacyShow *self,
            GenlockLegacyObject *object,
            gconstpointer data)
{
  gboolean is_router = GPOINTER_TO_INT (data);
  g_auto (GenlockLegacyDevice) device;
  g_autofree char *type = genlock_legacy_object_dup_text (object, "type", NULL);

  genlock_legacy_device_init (&device, object, is_router ? "ROUTER" : "SWITCHER",
                              is_router ? "Router" : "Switcher", TRUE);
  find_switcher (&device, type);
  genlock_legacy_device_add_member (&device, object, NULL, "note");
  genlock_legacy_device_add_member (&device, object, NULL, "notes");
  genlock_legacy_device_read_ports (self, object, &device, "inputs", FALSE);
  genlock_legacy_device_read_ports (self, object, &device, "outputs", TRUE);
  genlock_legacy_device_add (self, object, &device);
}

void
genlock_legacy_show_read_devices (GenlockLegacyShow *self)
{
  genlock_legacy_show_read_device_ports (self);
  genlock_legacy_show_each (self, "ccus", read_ccu, NULL);
  genlock_legacy_show_each (self, "cameras", read_camera, NULL);
  genlock_legacy_show_each (self, "mediaservers", read_media_server, NULL);
  genlock_legacy_show_each (self, "videoswitchers", read_frame, GINT_TO_POINTER (FALSE));
  genlock_legacy_show_each (self, "routers", read_frame, GINT_TO_POINTER (TRUE));
  genlock_legacy_show_read_snakes (self);
  genlock_legacy_show_report_device_ports (self);
}
