/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one object of older data leniently, and reports whatever was not asked for. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-text.h"
#include "core/model/genlock-vocabulary.h"
#include "interchange/genlock-legacy-object.h"

/* What VideoDept keeps for itself, in any spelling (squeezed). */
static const char * const bookkeeping[] = {
  "version", "createdat", "updatedat", "created", "modified", "syncedat", "isdeleted", "deletedat",
  "lastmodifiedby", "sortorder", "fieldversions", "productionid", "productionuuid", "seq",
  "createdby", "isloading", "error", "isconnected",
};

static const char * const secrets[] = { "token", "secret", "password", "streamkey", "apikey" };

/* Most objects hold none: then each name is sought once only. */
static gboolean
has_snake_names (JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;

  if (object == NULL)
    return FALSE;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    if (strchr (name, '_') != NULL)
      return TRUE;

  return FALSE;
}

void
genlock_legacy_object_init (GenlockLegacyObject *self,
                            GenlockImportPlan *plan,
                            const char *show,
                            guint file,
                            const char *place,
                            JsonObject *object)
{
  self->plan = plan;
  self->show = show;
  self->file = file;
  self->place = place;
  self->object = object;
  self->has_snake_names = has_snake_names (object);
  self->n_used = 0;
}

gboolean
genlock_legacy_is_empty (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) == 0;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_size (json_node_get_object (node)) == 0;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (node);

      return text[strspn (text, " \t\r\n")] == '\0';
    }

  return FALSE;
}

const char *
genlock_legacy_squeeze (const char *name,
                        char *buffer,
                        gsize size)
{
  gsize n = 0;

  for (; *name != '\0' && n + 1 < size; name++)
    {
      if (g_ascii_isalnum (*name))
        buffer[n++] = g_ascii_tolower (*name);
    }
  buffer[n] = '\0';

  return buffer;
}

gboolean
genlock_legacy_is_secret (const char *name)
{
  char buffer[64];

  genlock_legacy_squeeze (name, buffer, sizeof buffer);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      if (strstr (buffer, secrets[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_bookkeeping (const char *name)
{
  char buffer[64];

  genlock_legacy_squeeze (name, buffer, sizeof buffer);
  for (guint i = 0; i < G_N_ELEMENTS (bookkeeping); i++)
    {
      if (strcmp (buffer, bookkeeping[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

char *
genlock_legacy_dup_value (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);

  return genlock_json_canonicalize (node);
}

static void
mark (GenlockLegacyObject *self,
      const char *name)
{
  if (self->n_used < GENLOCK_LEGACY_MAX_USED)
    self->used[self->n_used++] = name;
}

static gboolean
is_marked (const GenlockLegacyObject *self,
           const char *name)
{
  for (guint i = 0; i < self->n_used; i++)
    {
      if (strcmp (self->used[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* hRes → h_res; FALSE where that is the same */
static gboolean
to_snake (const char *name,
          char *snake,
          gsize size)
{
  gboolean differs = FALSE;
  gsize n = 0;

  for (; *name != '\0' && n + 2 < size; name++)
    {
      if (g_ascii_isupper (*name))
        {
          differs = TRUE;
          snake[n++] = '_';
        }
      snake[n++] = g_ascii_tolower (*name);
    }
  snake[n] = '\0';

  return differs;
}

/* A second name for what was found already is marked where it says the same. */
static JsonNode *
take (GenlockLegacyObject *self,
      const char *name,
      JsonNode *found)
{
  JsonNode *node = json_object_get_member (self->object, name);

  if (node == NULL)
    return found;

  if (!is_marked (self, name)
      && (genlock_legacy_is_empty (node) || found == NULL || json_node_equal (node, found)))
    mark (self, g_intern_string (name));

  return found == NULL && !genlock_legacy_is_empty (node) ? node : found;
}

JsonNode *
genlock_legacy_object_get_valist (GenlockLegacyObject *self,
                                  va_list names)
{
  JsonNode *found = NULL;
  const char *name;

  while ((name = va_arg (names, const char *)) != NULL)
    {
      char snake[64];

      found = take (self, name, found);
      if (self->has_snake_names && to_snake (name, snake, sizeof snake))
        found = take (self, snake, found);
    }

  return found;
}

JsonNode *
genlock_legacy_object_get (GenlockLegacyObject *self,
                           ...)
{
  JsonNode *node;
  va_list names;

  va_start (names, self);
  node = genlock_legacy_object_get_valist (self, names);
  va_end (names);

  return node;
}

char *
genlock_legacy_dup_text (JsonNode *node)
{
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  raw = genlock_legacy_dup_value (node);
  text = genlock_text_normalize (raw, -1, NULL);
  if (text == NULL)
    return NULL;
  g_strstrip (text);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

char *
genlock_legacy_object_dup_text (GenlockLegacyObject *self,
                                ...)
{
  JsonNode *node;
  va_list names;
  char *text;

  va_start (names, self);
  node = genlock_legacy_object_get_valist (self, names);
  va_end (names);
  text = genlock_legacy_dup_text (node);
  if (node != NULL && text == NULL)
    {
      g_autofree char *value = genlock_legacy_dup_value (node);

      va_start (names, self);
      genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, va_arg (names, const char *), value,
                                    N_("This is not a text"));
      va_end (names);
    }

  return text;
}

char *
genlock_legacy_object_dup_connector (GenlockLegacyObject *self,
                                     ...)
{
  g_autofree char *text = NULL;
  const char *known;
  va_list names;

  va_start (names, self);
  text = genlock_legacy_dup_text (genlock_legacy_object_get_valist (self, names));
  va_end (names);
  if (text == NULL || strcmp (text, "-") == 0)
    return NULL;

  known = genlock_vocabulary_canonical (GENLOCK_VOCABULARY_CONNECTOR, text);

  return known != NULL ? g_strdup (known) : g_steal_pointer (&text);
}

gboolean
genlock_legacy_to_number (JsonNode *node,
                          double *number)
{
  GType type;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  type = json_node_get_value_type (node);
  if (type == G_TYPE_INT64)
    {
      *number = (double) json_node_get_int (node);
    }
  else if (type == G_TYPE_DOUBLE)
    {
      *number = json_node_get_double (node);
    }
  else if (type == G_TYPE_STRING)
    {
      g_autofree char *text = g_strdelimit (json_node_dup_string (node), ",", '.');
      char *end;

      g_strstrip (text);
      /* No "0x", "inf" or "nan": none is a number in a show. */
      if (*text == '\0' || strspn (text, "+-.0123456789eE") != strlen (text))
        return FALSE;
      *number = g_ascii_strtod (text, &end);
      if (*end != '\0')
        return FALSE;
    }
  else
    {
      return FALSE;
    }

  return isfinite (*number);
}

gboolean
genlock_legacy_object_get_number (GenlockLegacyObject *self,
                                  double *number,
                                  ...)
{
  JsonNode *node;
  va_list names;

  va_start (names, number);
  node = genlock_legacy_object_get_valist (self, names);
  va_end (names);
  if (node == NULL)
    return FALSE;
  if (!genlock_legacy_to_number (node, number))
    {
      g_autofree char *value = genlock_legacy_dup_value (node);

      va_start (names, number);
      genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, va_arg (names, const char *), value,
                                    N_("This is not a number"));
      va_end (names);
      return FALSE;
    }

  return TRUE;
}

/* -1 = neither */
static int
to_truth (JsonNode *node)
{
  const char *text;
  double number;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return -1;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  if (genlock_legacy_to_number (node, &number))
    return number != 0;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return -1;

  text = json_node_get_string (node);
  if (g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "yes") == 0
      || g_ascii_strcasecmp (text, "x") == 0)
    return TRUE;
  if (g_ascii_strcasecmp (text, "false") == 0 || g_ascii_strcasecmp (text, "no") == 0)
    return FALSE;

  return -1;
}

gboolean
genlock_legacy_object_is (GenlockLegacyObject *self,
                          ...)
{
  JsonNode *node;
  va_list names;

  va_start (names, self);
  node = genlock_legacy_object_get_valist (self, names);
  va_end (names);

  return to_truth (node) == TRUE;
}

JsonArray *
genlock_legacy_object_get_array (GenlockLegacyObject *self,
                                 ...)
{
  JsonNode *node;
  va_list names;

  va_start (names, self);
  node = genlock_legacy_object_get_valist (self, names);
  va_end (names);
  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autofree char *value = genlock_legacy_dup_value (node);

      va_start (names, self);
      genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, va_arg (names, const char *), value,
                                    N_("This is not a list"));
      va_end (names);
      return NULL;
    }

  return node != NULL ? json_node_get_array (node) : NULL;
}

void
genlock_legacy_object_ignore (GenlockLegacyObject *self,
                              ...)
{
  const char *name;
  va_list names;

  va_start (names, self);
  while ((name = va_arg (names, const char *)) != NULL)
    {
      char snake[64];

      mark (self, name);
      if (to_snake (name, snake, sizeof snake))
        mark (self, g_intern_string (snake));
    }
  va_end (names);
}

void
genlock_legacy_object_report (GenlockLegacyObject *self,
                              GenlockImportSeverity severity,
                              const char *name,
                              const char *value,
                              const char *reason)
{
  g_autofree char *place = NULL;

  if (name != NULL)
    place = *self->place != '\0' ? g_strdup_printf ("%s.%s", self->place, name) : g_strdup (name);
  genlock_import_report_add (self->plan->report, severity,
                             g_ptr_array_index (self->plan->names, self->file), self->show,
                             place != NULL ? place : self->place,
                             name != NULL && genlock_legacy_is_secret (name) ? NULL : value,
                             reason);
}

static void
report_member (GenlockLegacyObject *self,
               const char *name,
               JsonNode *node)
{
  g_autofree char *value = NULL;

  if (is_bookkeeping (name))
    {
      value = genlock_legacy_dup_value (node);
      genlock_legacy_object_report (self, GENLOCK_IMPORT_INFO, name, value,
                                    N_("VideoDept's own bookkeeping; Genlock keeps its own"));
    }
  else if (genlock_legacy_is_secret (name))
    {
      genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, name, NULL,
                                    N_("A secret, such as a stream key, is not stored in a show: "
                                       "it stays in the original file"));
    }
  else
    {
      value = genlock_legacy_dup_value (node);
      genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, name, value,
                                    N_("Genlock has no field for this"));
    }
}

JsonObject *
genlock_legacy_object_dup_rest (GenlockLegacyObject *self)
{
  g_autoptr (JsonObject) rest = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (is_marked (self, name) || genlock_legacy_is_empty (node) || is_bookkeeping (name)
          || genlock_legacy_is_secret (name) || self->n_used >= GENLOCK_LEGACY_MAX_USED)
        continue;
      json_object_set_member (rest, name, json_node_copy (node));
      mark (self, name);
    }

  return json_object_get_size (rest) > 0 ? g_steal_pointer (&rest) : NULL;
}

void
genlock_legacy_object_finish (GenlockLegacyObject *self)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, self->object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (!is_marked (self, name) && !genlock_legacy_is_empty (node))
        report_member (self, name, node);
    }
}
