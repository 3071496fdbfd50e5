/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Device types and module types of NetBox, in YAML. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "equipment/genlock-port-edit.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-netbox-private.h"

/* Cards that are offered in a frame; makers have hundreds, the rest is with the maker's cards. */
#define MAX_TYPES 64

/* Keys that only device types have. */
static const char * const device_keys[] = {
  "slug", "u_height", "is_full_depth", "subdevice_role", "module-bays", "device-bays", NULL,
};

/* Lists whose members are no ports of a plan. */
static const char * const other_lists[] = {
  "console-ports", "console-server-ports", "power-ports", "power-outlets", "device-bays",
  "inventory-items", NULL,
};

/* Lists that are read. */
static const char * const read_lists[] = {
  "rear-ports", "rear-port", "front-ports", "front-port", "interfaces", "interface", "module-bays",
  NULL,
};

/* Bays for what every chassis needs. */
static const char * const supply_words[] = { "PSU", "PS", "POWER", "SUPPLY", "FAN", "PEM", NULL };

void
genlock_netbox_type_free (gpointer data)
{
  GenlockNetboxType *type = data;

  g_ptr_array_unref (type->documents);
  g_free (type->manufacturer);
  g_free (type->model);
  g_free (type->slug);
  g_free (type->place);
  g_free (type);
}

gboolean
genlock_netbox_is (const char *data,
                   gsize length)
{
  static const char * const keys[] = { "manufacturer:", "model:", "slug:" };
  gsize at = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (at < length)
    {
      const char *line = data + at;
      const char *end = memchr (line, '\n', length - at);
      gsize n = end != NULL ? (gsize) (end - line) : length - at;

      if (n >= 3 && memcmp (line, "---", 3) == 0)
        return TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        if (n >= strlen (keys[i]) && memcmp (line, keys[i], strlen (keys[i])) == 0)
          return TRUE;
      if (n > 0 && line[0] != '#' && !g_ascii_isspace (line[0]))
        return FALSE;
      at += n + 1;
    }

  return FALSE;
}

static gboolean
refuse_node (GenlockLibraryImport *self,
             guint file,
             const GenlockYaml *node,
             const char *sentence,
             GError **error)
{
  g_autofree char *place = g_strdup_printf (_("line %1$u, column %2$u"), node->line, node->column);

  return genlock_library_import_refuse (self, file, place, sentence, error);
}

/* (nullable): a text that must be there. */
static const char *
get_needed (GenlockLibraryImport *self,
            guint file,
            const GenlockYaml *node,
            const char *key,
            GError **error)
{
  const char *text = genlock_yaml_get_text (node, key);
  g_autofree char *sentence = NULL;

  if (text == NULL)
    {
      sentence = g_strdup_printf (_("“%s” is missing. A device type has to have it."), key);
      refuse_node (self, file, node, sentence, error);
    }

  return text;
}

static gboolean
is_type (const GenlockYaml *node)
{
  return genlock_yaml_get (node, "manufacturer") != NULL
         || genlock_yaml_get (node, "model") != NULL;
}

static gboolean
add_type (GenlockLibraryImport *self,
          GPtrArray *documents,
          const GenlockYaml *node,
          guint file,
          GError **error)
{
  const char *manufacturer = get_needed (self, file, node, "manufacturer", error);
  const char *model = manufacturer != NULL ? get_needed (self, file, node, "model", error) : NULL;
  const char *slug = genlock_yaml_get_text (node, "slug");
  g_autofree char *name = NULL;
  GenlockNetboxType *type;

  if (model == NULL)
    return FALSE;

  name = g_strdup_printf ("%s %s", manufacturer, model);
  type = g_new0 (GenlockNetboxType, 1);
  type->documents = g_ptr_array_ref (documents);
  type->node = node;
  type->file = file;
  type->is_module = TRUE;
  for (guint i = 0; device_keys[i] != NULL; i++)
    type->is_module = type->is_module && genlock_yaml_get (node, device_keys[i]) == NULL;
  type->manufacturer = g_strstrip (g_strdup (manufacturer));
  type->model = g_strstrip (g_strdup (model));
  type->slug = genlock_netbox_dup_key (slug != NULL ? slug : name);
  type->place = g_strdup_printf (_("line %1$u, column %2$u"), node->line, node->column);
  g_ptr_array_add (self->types, type);

  return TRUE;
}

int
genlock_netbox_read (GenlockLibraryImport *self,
                     const char *data,
                     gsize length,
                     guint file,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) documents = genlock_yaml_parse (data, length, cancellable, error);
  int n_types = 0;

  if (documents == NULL)
    return -1;

  for (guint i = 0; i < documents->len; i++)
    {
      const GenlockYaml *document = documents->pdata[i];
      gboolean is_list = document->kind == GENLOCK_YAML_LIST;

      for (guint k = 0; k < (is_list ? document->values->len : 1); k++)
        {
          const GenlockYaml *node = is_list ? document->values->pdata[k] : document;

          if (!is_type (node))
            continue;
          if (!add_type (self, documents, node, file, error))
            return -1;
          n_types++;
        }
    }

  return n_types;
}

/* All that is said of the whole device stays in its details. */
static JsonObject *
make_details (const GenlockNetboxType *type)
{
  JsonObject *netbox = json_object_new ();
  JsonObject *details = json_object_new ();

  for (guint i = 0; i < type->node->keys->len; i++)
    {
      const char *key = type->node->keys->pdata[i];
      const char *text = genlock_yaml_read_text (type->node->values->pdata[i]);

      if (text != NULL && strcmp (key, "manufacturer") != 0 && strcmp (key, "model") != 0)
        json_object_set_string_member (netbox, key, text);
    }
  json_object_set_object_member (details, "netbox", netbox);

  return details;
}

/* What is no port, and what nobody knows. */
static void
report_lists (GenlockLibraryImport *self,
              const GenlockNetboxType *type)
{
  for (guint i = 0; i < type->node->keys->len; i++)
    {
      const char *key = type->node->keys->pdata[i];
      const GenlockYaml *value = type->node->values->pdata[i];
      gboolean is_other = g_strv_contains (other_lists, key);
      g_autofree char *place = NULL;

      if (value->kind == GENLOCK_YAML_TEXT || value->values->len == 0
          || g_strv_contains (read_lists, key))
        continue;
      place = g_strdup_printf (_("line %1$u, column %2$u"), value->line, value->column);
      genlock_library_import_report (self, is_other ? GENLOCK_IMPORT_INFO : GENLOCK_IMPORT_LOST,
                                     type->file, place, key,
                                     is_other ? N_("Power, consoles, bays for other devices and "
                                                   "spare parts are not planned as ports")
                                              : N_("Genlock has no field for this"));
    }
}

static gboolean
is_supply (const char *name)
{
  g_autoptr (GPtrArray) words = genlock_netbox_split (name);

  for (guint i = 0; supply_words[i] != NULL; i++)
    if (g_ptr_array_find_with_equal_func (words, supply_words[i], g_str_equal, NULL))
      return TRUE;

  return FALSE;
}

/* A position is free text and need not be the only one of its kind ("Input 1" and "Output 1" may
 * both have 1), so slots go by the order of the bays; where a position says another number, that
 * is said. */
static void
report_position (GenlockLibraryImport *self,
                 const GenlockNetboxType *type,
                 const GenlockYaml *bay,
                 guint slot)
{
  const GenlockYaml *position = genlock_yaml_get (bay, "position");
  const char *text = position != NULL ? genlock_yaml_read_text (position) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", slot);
  g_autofree char *place = NULL;

  if (text == NULL || !g_ascii_isdigit (text[*text == '-']) || strcmp (text, number) == 0)
    return;

  place = g_strdup_printf (_("line %1$u, column %2$u"), position->line, position->column);
  genlock_library_import_report (self, GENLOCK_IMPORT_INFO, type->file, place, text,
                                 N_("This position is another number than that of the slot: "
                                    "slots are numbered in the order of the bays"));
}

static gboolean
read_bay (GenlockLibraryImport *self,
          const GenlockNetboxType *type,
          const GenlockYaml *bay,
          GHashTable *names,
          GenlockSlotRules *rules,
          GError **error)
{
  const char *name = genlock_yaml_get_text (bay, "name");
  const char *label = genlock_yaml_get_text (bay, "label");
  GenlockSlotRule rule = { .may_be_empty = TRUE };
  g_autofree char *sentence = NULL;
  g_autofree char *number = NULL;

  if (name == NULL)
    return refuse_node (self, type->file, bay, _("This bay has no name. Give it one."), error);
  if (!g_hash_table_add (names, (gpointer) name))
    {
      sentence = g_strdup_printf (_("“%s” stands twice in this list. Leave one."), name);
      return refuse_node (self, type->file, genlock_yaml_get (bay, "name"), sentence, error);
    }
  if (is_supply (name))
    {
      g_autofree char *place = g_strdup_printf (_("line %1$u, column %2$u"), bay->line,
                                                bay->column);

      genlock_library_import_report (self, GENLOCK_IMPORT_INFO, type->file, place, name,
                                     N_("Bays for power and fans are not planned as slots"));
      return TRUE;
    }
  if (rules->n_slots >= GENLOCK_SLOTS_MAX)
    {
      sentence = g_strdup_printf (_("There is no slot %1$u. Slots go from 1 to %2$d."),
                                  rules->n_slots + 1, GENLOCK_SLOTS_MAX);
      return refuse_node (self, type->file, bay, sentence, error);
    }

  report_position (self, type, bay, rules->n_slots + 1);
  number = g_strdup_printf ("%u", rules->n_slots + 1);
  rule.label = g_strdup (label != NULL ? label : name);
  if (strcmp (rule.label, number) == 0)
    g_clear_pointer (&rule.label, g_free);
  genlock_slot_rules_set (rules, rules->n_slots + 1, &rule);
  g_free (rule.label);

  return TRUE;
}

/* Returns: whether the bays could be read; @rules: (out) (nullable): %NULL without any. */
static gboolean
read_bays (GenlockLibraryImport *self,
           const GenlockNetboxType *type,
           GenlockSlotRules **rules,
           GError **error)
{
  const GenlockYaml *bays = genlock_yaml_get (type->node, "module-bays");
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GenlockSlotRules) read = genlock_slot_rules_new ();

  *rules = NULL;
  if (bays == NULL || (bays->kind == GENLOCK_YAML_TEXT && genlock_yaml_read_text (bays) == NULL))
    return TRUE;
  if (bays->kind != GENLOCK_YAML_LIST)
    return refuse_node (self, type->file, bays, _("Here must be a list of bays."), error);

  for (guint i = 0; i < bays->values->len; i++)
    if (!read_bay (self, type, bays->values->pdata[i], names, read, error))
      return FALSE;
  if (read->n_slots > 0)
    *rules = g_steal_pointer (&read);

  return TRUE;
}

/* Cards of the same maker: which bay takes which is nowhere said. */
static void
offer_cards (GenlockLibraryImport *self,
             const GenlockNetboxType *type,
             GenlockSlotRules *rules)
{
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *ours = genlock_import_ports_fold (type->manufacturer);

  for (guint i = 0; i < self->cards->len && rules->card_types->len < MAX_TYPES; i++)
    {
      GenlockLibraryImportCard *card = self->cards->pdata[i];
      g_autofree char *theirs = genlock_import_ports_fold (card->manufacturer);

      if (card->template != NULL || strcmp (ours, theirs) != 0)
        continue;
      if (g_hash_table_add (labels, genlock_import_ports_fold (card->type->label)))
        g_ptr_array_add (rules->card_types, genlock_card_type_ref (card->type));
      card->is_used = TRUE;
    }
}

static const char *
find_category (GenlockLibraryImport *self,
               const GenlockNetboxType *type)
{
  g_autoptr (GPtrArray) words = genlock_netbox_split (type->model);
  const char *category = genlock_netbox_find_category (words);
  g_autofree char *subject = NULL;

  if (category != NULL)
    return category;

  subject = g_strdup_printf ("%s %s", type->manufacturer, type->model);

  return genlock_import_questions_ask (self->plan->questions, "category", type->slug, subject,
                                       g_strdup (_("What is it?")),
                                       N_("What are devices where no name says it?"),
                                       genlock_categories, "OTHER");
}

static gboolean
make_device (GenlockLibraryImport *self,
             const GenlockNetboxType *type,
             GError **error)
{
  g_autoptr (GenlockRecord) spec = NULL;
  g_autoptr (GenlockSlotRules) rules = NULL;
  g_autoptr (JsonObject) details = make_details (type);

  spec = genlock_library_import_make_spec ("netbox", find_category (self, type),
                                           type->manufacturer, type->model);
  if (!genlock_netbox_read_ports (self, type, spec, GENLOCK_PORTS_MAX, error)
      || !read_bays (self, type, &rules, error))
    return FALSE;

  report_lists (self, type);
  if (rules != NULL)
    offer_cards (self, type, rules);

  return genlock_library_import_add_spec (self, g_steal_pointer (&spec), details, rules,
                                          type->file, type->place, error);
}

static gboolean
make_card (GenlockLibraryImport *self,
           const GenlockNetboxType *type,
           GError **error)
{
  g_autoptr (GenlockRecord) card = genlock_library_import_make_card (NULL, 0, type->model);

  if (!genlock_netbox_read_ports (self, type, card, GENLOCK_CARD_PORTS_MAX, error))
    return FALSE;

  report_lists (self, type);
  genlock_library_import_add_card (self, NULL, type->manufacturer, card, NULL, type->file,
                                   type->place);

  return TRUE;
}

gboolean
genlock_netbox_finish (GenlockLibraryImport *self,
                       GCancellable *cancellable,
                       GError **error)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->types->len; i++)
        {
          const GenlockNetboxType *type = self->types->pdata[i];

          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (type->is_module != (pass == 0))
            continue;
          if (pass == 0 ? !make_card (self, type, error) : !make_device (self, type, error))
            return FALSE;
        }
    }

  return TRUE;
}
