/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sockets of a device type as ports, asking what their names do not say. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-netbox-private.h"

/* Names of ports that a question shows. */
#define MAX_NAMES 3

#define MODULE "{module}"

/* Lists of sockets; older files have them in the singular. */
static const struct
{
  const char *name;
  const char *singular;
} lists[] = {
  { "rear-ports", "rear-port" },
  { "front-ports", "front-port" },
  { "interfaces", "interface" },
};

static const GenlockChoice directions[] = {
  { "INPUT", N_("Inputs") },
  { "OUTPUT", N_("Outputs") },
  { "BOTH", N_("An input and an output each") },
  { "SKIP", N_("Leave out") },
  { NULL },
};

static const GenlockChoice rates[] = {
  { "SDI", N_("SDI of unknown rate") },
  { "HD-SDI", "HD-SDI" },
  { "3G-SDI", "3G-SDI" },
  { "6G-SDI", "6G-SDI" },
  { "12G-SDI", "12G-SDI" },
  { "24G-SDI", "24G-SDI" },
  { NULL },
};

static const GenlockChoice signals[] = {
  { "SDI", N_("SDI of unknown rate") },
  { "HD-SDI", "HD-SDI" },
  { "3G-SDI", "3G-SDI" },
  { "6G-SDI", "6G-SDI" },
  { "12G-SDI", "12G-SDI" },
  { "24G-SDI", "24G-SDI" },
  { "BNC REF", N_("Reference") },
  { "COMPOSITE", N_("Composite video") },
  { "MADI", "MADI" },
  { "TIMECODE", N_("Timecode") },
  { "SKIP", N_("Leave out") },
  { NULL },
};

static const GenlockChoice connectors[] = {
  { "Unknown", N_("Not known") },
  { "HDMI", "HDMI" },
  { "DP", "DisplayPort" },
  { "DVI", "DVI" },
  { "VGA", "VGA" },
  { "SDI", "SDI" },
  { "HDBaseT", "HDBaseT" },
  { "USB-C", "USB-C" },
  { "NETWORK (RJ45)", N_("Network") },
  { "XLR", "XLR" },
  { "SKIP", N_("Leave out") },
  { NULL },
};

/* A socket as far as its name and type tell. */
typedef struct
{
  const char *list; /* its own name of the list */
  const GenlockYaml *node;
  char *label; /* owned */
  char *type; /* owned */
  char *io_type; /* owned */
  char *key; /* owned, nullable: the connector as far as the file tells, in letters of a key */
  GenlockNetboxConnector connector;
  const char *direction; /* nullable */
} Port;

/* A device type on its way. */
typedef struct
{
  GenlockLibraryImport *import;
  const GenlockNetboxType *type;
  GPtrArray *model; /* owned (element-type utf8): words */
  GPtrArray *ports; /* owned (element-type Port) */
} Reading;

static void
port_free (gpointer data)
{
  Port *port = data;

  g_free (port->label);
  g_free (port->type);
  g_free (port->io_type);
  g_free (port->key);
  g_free (port);
}

static char *
dup_place (const GenlockYaml *node)
{
  return g_strdup_printf (_("line %1$u, column %2$u"), node->line, node->column);
}

static gboolean
refuse (Reading *reading,
        const GenlockYaml *node,
        const char *sentence,
        GError **error)
{
  g_autofree char *place = dup_place (node);

  return genlock_library_import_refuse (reading->import, reading->type->file, place, sentence,
                                        error);
}

/* Without the bay, which is known when the card is placed: "{module}/SDI 1" is "SDI 1". */
static char *
dup_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, MODULE, -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  const char *from = joined;

  while (from != joined + strlen (joined) && strchr ("/-_.: ", *from) != NULL && parts[1] != NULL)
    from++;

  return g_strstrip (g_strdup (*from != '\0' ? from : text));
}

static gboolean
read_port (Reading *reading,
           const char *list,
           const GenlockYaml *node,
           GHashTable *names,
           GError **error)
{
  const char *name = genlock_yaml_get_text (node, "name");
  const char *label = genlock_yaml_get_text (node, "label");
  const char *type = genlock_yaml_get_text (node, "type");
  g_autofree char *both = NULL;
  g_autoptr (GPtrArray) words = NULL;
  Port *port;

  if (name == NULL)
    return refuse (reading, node, _("This port has no name. Give it one."), error);
  if (!g_hash_table_add (names, (gpointer) name))
    {
      g_autofree char *sentence = g_strdup_printf (_("“%s” stands twice in this list. Leave one."),
                                                   name);

      return refuse (reading, genlock_yaml_get (node, "name"), sentence, error);
    }

  both = g_strdup_printf ("%s %s", name, label != NULL ? label : "");
  words = genlock_netbox_split (both);
  port = g_new0 (Port, 1);
  port->list = list;
  port->node = node;
  port->label = dup_label (label != NULL ? label : name);
  port->type = g_strdup (type != NULL ? type : "");
  port->direction = genlock_netbox_find_direction (words);
  port->connector = genlock_netbox_find_connector (words, port->type, reading->model,
                                                   &port->io_type);
  if (genlock_yaml_get_bool (node, "mgmt_only"))
    port->connector = GENLOCK_NETBOX_NONE;
  if (port->connector != GENLOCK_NETBOX_NONE)
    port->key = genlock_netbox_dup_key (port->io_type);
  g_ptr_array_add (reading->ports, port);

  return TRUE;
}

static gboolean
read_list (Reading *reading,
           guint list,
           guint max,
           GError **error)
{
  const GenlockYaml *node = genlock_yaml_get (reading->type->node, lists[list].name);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *place = NULL;

  if (node == NULL)
    node = genlock_yaml_get (reading->type->node, lists[list].singular);
  if (node == NULL || (node->kind == GENLOCK_YAML_TEXT && genlock_yaml_read_text (node) == NULL))
    return TRUE;
  if (node->kind != GENLOCK_YAML_LIST)
    return refuse (reading, node, _("Here must be a list of ports."), error);

  place = dup_place (node);
  if (!genlock_library_import_check_count (reading->import, node->values->len, max,
                                           reading->type->file, place, error))
    return FALSE;
  for (guint i = 0; i < node->values->len; i++)
    {
      const GenlockYaml *port = node->values->pdata[i];

      if (port->kind != GENLOCK_YAML_MAP)
        return refuse (reading, port, _("This is not a port: it has no name and type."), error);
      if (!read_port (reading, lists[list].name, port, names, error))
        return FALSE;
    }

  return TRUE;
}

/* What of the ports that one question is about, by @key_of: "“A”, “B”, “C” …". */
static char *
dup_names (Reading *reading,
           char *(*dup_key)(const Reading *,
                            const Port *),
           const char *key,
           guint *n)
{
  GString *names = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < reading->ports->len; i++)
    {
      const Port *port = reading->ports->pdata[i];
      g_autofree char *own = dup_key (reading, port);

      if (g_strcmp0 (own, key) != 0)
        continue;
      if (*n < MAX_NAMES)
        g_string_append_printf (names, "%s%s", *n > 0 ? ", " : "", port->label);
      ++*n;
    }
  if (*n > MAX_NAMES)
    g_string_append (names, ", …");

  return g_string_free (names, FALSE);
}

/* (nullable): under which question about its connector a port falls. */
static char *
dup_connector_key (const Reading *reading,
                   const Port *port)
{
  g_autofree char *type = NULL;

  switch (port->connector)
    {
    case GENLOCK_NETBOX_SDI:
      return g_strconcat ("sdi\n", reading->type->slug, NULL);

    case GENLOCK_NETBOX_BNC:
      return g_strconcat ("bnc\n", reading->type->slug, NULL);

    case GENLOCK_NETBOX_OTHER:
      type = genlock_netbox_dup_key (port->type);
      return g_strconcat ("connector\n", reading->type->slug, "/", type, NULL);

    case GENLOCK_NETBOX_KNOWN:
    case GENLOCK_NETBOX_NONE:
      break;
    }

  return NULL;
}

/* (transfer full): what the device is called. */
static char *
dup_subject (const GenlockNetboxType *type)
{
  return g_strdup_printf ("%s %s", type->manufacturer, type->model);
}

static const char *
ask_connector (Reading *reading,
               const Port *port,
               const char *key)
{
  GenlockImportQuestions *questions = reading->import->plan->questions;
  g_autofree char *subject = dup_subject (reading->type);
  guint n;
  g_autofree char *names = dup_names (reading, dup_connector_key, key, &n);
  const char *about = strchr (key, '\n') + 1;

  if (port->connector == GENLOCK_NETBOX_SDI)
    return genlock_import_questions_ask (
      questions, "sdi", about, subject,
      g_strdup_printf (ngettext ("What rate does %1$u SDI port have (%2$s)?",
                                 "What rate do %1$u SDI ports have (%2$s)?", n), n, names),
      N_("Which rate do SDI ports have where no name says it?"), rates, "SDI");
  if (port->connector == GENLOCK_NETBOX_BNC)
    return genlock_import_questions_ask (
      questions, "bnc", about, subject,
      g_strdup_printf (ngettext ("What does %1$u BNC port carry (%2$s)?",
                                 "What do %1$u BNC ports carry (%2$s)?", n), n, names),
      N_("What do BNC ports carry where no name says it?"), signals, "SDI");

  return genlock_import_questions_ask (
    questions, "connector", about, subject,
    g_strdup_printf (ngettext ("What connector does %1$u port have (%2$s)?",
                               "What connector do %1$u ports have (%2$s)?", n), n, names),
    N_("Which connector do ports have where no name says it?"), connectors, "Unknown");
}

/* Questions about one kind of port get one answer. */
static void
find_connectors (Reading *reading)
{
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < reading->ports->len; i++)
    {
      Port *port = reading->ports->pdata[i];
      char *key = dup_connector_key (reading, port);
      const char *word = key != NULL ? g_hash_table_lookup (answers, key) : NULL;

      if (key != NULL && word == NULL)
        {
          word = ask_connector (reading, port, key);
          g_hash_table_insert (answers, g_strdup (key), (gpointer) word);
        }
      g_free (key);
      g_ptr_array_add (words, (gpointer) word);
    }

  /* Only now, for the questions count the ports by what is not known of them. */
  for (guint i = 0; i < reading->ports->len; i++)
    {
      Port *port = reading->ports->pdata[i];
      const char *word = words->pdata[i];

      if (word == NULL)
        continue;
      g_free (port->io_type);
      port->io_type = g_strdup (word);
      port->connector = strcmp (word, "SKIP") == 0 ? GENLOCK_NETBOX_NONE : GENLOCK_NETBOX_KNOWN;
    }
}

/* (nullable): under which question about its direction a port falls. What is asked does not depend
 * on other answers, so that an answer never loses its question. */
static char *
dup_direction_key (const Reading *reading,
                   const Port *port)
{
  if (port->direction != NULL || port->key == NULL)
    return NULL;

  return g_strconcat (reading->type->slug, "/", port->list, "/", port->key, NULL);
}

/* A front port that is the other side of a rear port: the line comes in behind. */
static const char *
propose_direction (Reading *reading,
                   const Port *port)
{
  if (strcmp (port->list, "interfaces") == 0)
    return "SKIP";

  return genlock_yaml_get_text (port->node, "rear_port") != NULL ? "OUTPUT" : "INPUT";
}

static const char *
ask_direction (Reading *reading,
               const Port *port,
               const char *key)
{
  g_autofree char *subject = dup_subject (reading->type);
  guint n;
  g_autofree char *names = dup_names (reading, dup_direction_key, key, &n);

  return genlock_import_questions_ask (
    reading->import->plan->questions, "direction", key, subject,
    g_strdup_printf (ngettext ("Is %1$u port for %2$s an input or an output (%3$s)?",
                               "Are %1$u ports for %2$s inputs or outputs (%3$s)?", n),
                     n, port->io_type, names),
    N_("Are ports inputs or outputs where no name says it?"), directions,
    propose_direction (reading, port));
}

static void
add_ports (Reading *reading,
           GenlockRecord *parent)
{
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < reading->ports->len; i++)
    {
      Port *port = reading->ports->pdata[i];
      g_autofree char *key = dup_direction_key (reading, port);
      const char *direction = key != NULL ? g_hash_table_lookup (answers, key) : port->direction;

      if (key != NULL && direction == NULL)
        {
          direction = ask_direction (reading, port, key);
          g_hash_table_insert (answers, g_strdup (key), (gpointer) direction);
        }
      if (port->connector == GENLOCK_NETBOX_NONE || strcmp (direction, "SKIP") == 0)
        {
          g_autofree char *place = dup_place (port->node);

          genlock_library_import_report (reading->import, GENLOCK_IMPORT_INFO,
                                         reading->type->file, place, port->label,
                                         N_("This port carries nothing that is planned, or is to "
                                            "be left out"));
          continue;
        }
      genlock_library_import_add_port (parent, direction, port->io_type, port->label);
    }
}

gboolean
genlock_netbox_read_ports (GenlockLibraryImport *self,
                           const GenlockNetboxType *type,
                           GenlockRecord *parent,
                           guint max,
                           GError **error)
{
  g_autoptr (GPtrArray) model = genlock_netbox_split (type->model);
  g_autoptr (GPtrArray) ports = g_ptr_array_new_with_free_func (port_free);
  Reading reading = { self, type, model, ports };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!read_list (&reading, i, max, error))
      return FALSE;

  find_connectors (&reading);
  add_ports (&reading, parent);

  return TRUE;
}
