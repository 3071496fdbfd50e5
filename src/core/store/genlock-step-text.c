/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transaction changed, as the text from which undo takes it back. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/genlock-json-writer.h"
#include "core/store/genlock-row-text.h"
#include "core/store/genlock-step-text.h"

/* Rows whose ids stand in one line. */
typedef struct
{
  const GenlockTable *table;
  GenlockStepItemKind kind;
  const char *mark; /* nullable */
  GString *line; /* owned: open at the end */
} Group;

static const char * const keys[] = {
  [GENLOCK_STEP_NEW] = "new",
  [GENLOCK_STEP_WENT] = "went",
  [GENLOCK_STEP_CAME] = "came",
};

/* The groups in their order, and by what tells them apart. */
typedef struct
{
  GPtrArray *list; /* owned (element-type Group) */
  GHashTable *by_key; /* owned (element-type utf8 Group) */
  Group *last; /* unowned: rows of one group mostly stand together */
} Groups;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_string_free (group->line, TRUE);
  g_free (group);
}

static void
clear_groups (Groups *groups)
{
  g_ptr_array_unref (groups->list);
  g_hash_table_unref (groups->by_key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, clear_groups)

static GString *
begin_line (const GenlockTable *table)
{
  GString *line = g_string_new (NULL);

  genlock_json_write_begin_object (line);
  genlock_json_write_key (line, "t");
  genlock_json_write_string (line, table->name);

  return line;
}

static Group *
make_group (const GenlockTable *table,
            GenlockStepItemKind kind,
            const char *mark)
{
  Group *group = g_new0 (Group, 1);

  group->table = table;
  group->kind = kind;
  group->mark = mark;
  group->line = begin_line (table);
  if (mark != NULL)
    {
      genlock_json_write_key (group->line, "with");
      genlock_json_write_string (group->line, mark);
    }
  genlock_json_write_key (group->line, keys[kind]);
  genlock_json_write_begin_array (group->line);

  return group;
}

static Group *
get_group (Groups *groups,
           const GenlockTable *table,
           GenlockStepItemKind kind,
           const char *mark)
{
  g_autofree char *key = NULL;
  Group *group = groups->last;

  if (group != NULL
      && group->table == table && group->kind == kind && g_strcmp0 (group->mark, mark) == 0)
    return group;

  key = g_strdup_printf ("%s %u %s", table->name, kind, mark != NULL ? mark : "");
  group = g_hash_table_lookup (groups->by_key, key);
  if (group == NULL)
    {
      group = make_group (table, kind, mark);
      g_ptr_array_add (groups->list, group);
      g_hash_table_insert (groups->by_key, g_steal_pointer (&key), group);
    }

  groups->last = group;

  return group;
}

static void
append_row (const GenlockWorkRow *row,
            guint64 changed,
            GString *text)
{
  g_autoptr (GString) line = begin_line (row->table);

  /* A row that came and went again with other values: said, so that undo does not take it for
   * one that was deleted since. */
  if (!genlock_work_row_is_live (row))
    changed |= GENLOCK_FIELD_BIT (GENLOCK_META_IS_DELETED);

  genlock_json_write_key (line, "id");
  genlock_json_write_string (line, genlock_record_get_id (row->after));
  genlock_json_write_key (line, "from");
  genlock_row_text_append (row->before, changed, line);
  genlock_json_write_key (line, "to");
  genlock_row_text_append (row->after, changed, line);
  genlock_json_write_end_object (line);

  g_string_append_len (text, line->str, (gssize) line->len);
  g_string_append_c (text, '\n');
}

/* A row that was added and went again in one transaction was never there for anybody. */
static GenlockStepItemKind
get_kind (const GenlockWorkRow *row,
          guint64 changed)
{
  const guint64 deletion = GENLOCK_FIELD_BIT (GENLOCK_META_IS_DELETED)
                           | GENLOCK_FIELD_BIT (GENLOCK_META_DELETED_WITH);

  if (row->before == NULL)
    return GENLOCK_STEP_NEW;

  if (!(changed & GENLOCK_FIELD_BIT (GENLOCK_META_IS_DELETED)) || (changed & ~deletion))
    return GENLOCK_STEP_ROW;

  return genlock_work_row_is_live (row) ? GENLOCK_STEP_CAME : GENLOCK_STEP_WENT;
}

static void
append (const GenlockWorkRow *row,
        Groups *groups,
        GString *text)
{
  guint64 changed = genlock_work_row_get_changed (row);
  GenlockStepItemKind kind;
  const GenlockRecord *dead;
  const char *mark = NULL;

  if (changed == 0 || (row->before == NULL && !genlock_work_row_is_live (row)))
    return;

  kind = get_kind (row, changed);
  if (kind == GENLOCK_STEP_ROW)
    {
      append_row (row, changed, text);
      return;
    }

  dead = kind == GENLOCK_STEP_CAME ? row->before : row->after;
  if (kind != GENLOCK_STEP_NEW)
    mark = genlock_record_get_text (dead, GENLOCK_META_DELETED_WITH);

  genlock_json_write_string (get_group (groups, row->table, kind, mark)->line,
                             genlock_record_get_id (row->after));
}

char *
genlock_step_text_write (GenlockWork *work)
{
  g_auto (Groups) groups = {
    .list = g_ptr_array_new_with_free_func (free_group),
    .by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < work->rows->len; i++)
    append (work->rows->pdata[i], &groups, text);

  for (guint i = 0; i < groups.list->len; i++)
    {
      Group *group = groups.list->pdata[i];

      genlock_json_write_end_array (group->line);
      genlock_json_write_end_object (group->line);
      g_string_append_len (text, group->line->str, (gssize) group->line->len);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
clear_item (gpointer data)
{
  GenlockStepItem *item = data;

  g_free (item->id);
  g_free (item->mark);
  g_clear_pointer (&item->from, genlock_record_unref);
  g_clear_pointer (&item->to, genlock_record_unref);
}

static const char *
get_string (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static JsonObject *
get_object (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_row (const GenlockTable *table,
          JsonObject *object,
          GArray *items,
          GError **error)
{
  GenlockStepItem item = { .kind = GENLOCK_STEP_ROW, .table = table };
  JsonObject *from = get_object (object, "from");
  JsonObject *to = get_object (object, "to");

  if (from == NULL || to == NULL)
    return FALSE;

  item.id = g_strdup (get_string (object, "id"));
  item.from = genlock_row_text_from_object (table, from, error);
  item.to = item.from != NULL ? genlock_row_text_from_object (table, to, error) : NULL;
  g_array_append_val (items, item);

  return item.id != NULL && item.to != NULL;
}

static gboolean
read_ids (const GenlockTable *table,
          JsonObject *object,
          GArray *items)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (keys); kind++)
    {
      JsonNode *node = json_object_get_member (object, keys[kind]);
      JsonArray *ids;

      if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
        continue;

      ids = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (ids); i++)
        {
          GenlockStepItem item = { .kind = kind, .table = table };

          item.id = g_strdup (json_array_get_string_element (ids, i));
          item.mark = g_strdup (get_string (object, "with"));
          g_array_append_val (items, item);
        }

      return TRUE;
    }

  return FALSE;
}

static gboolean
read_line (const char *line,
           gsize length,
           GArray *items,
           GError **error)
{
  g_autoptr (JsonNode) node = genlock_row_text_parse (line, length, error);
  JsonObject *object = node != NULL ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? get_string (object, "t") : NULL;
  const GenlockTable *table = name != NULL ? genlock_schema_find_table (name) : NULL;

  if (node == NULL)
    return FALSE;

  if (table != NULL
      && (json_object_has_member (object, "id")
          ? read_row (table, object, items, error)
          : read_ids (table, object, items)))
    return TRUE;

  if (error != NULL && *error == NULL)
    g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_DAMAGED,
                         N_("What the database remembers of a change is damaged. Restore a backup "
                            "or salvage the database."));

  return FALSE;
}

GArray *
genlock_step_text_read (const char *text,
                        GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (GenlockStepItem));

  g_array_set_clear_func (items, clear_item);

  while (*text != '\0')
    {
      const char *end = strchrnul (text, '\n');

      if (!read_line (text, (gsize) (end - text), items, error))
        return NULL;

      text = *end == '\n' ? end + 1 : end;
    }

  return g_steal_pointer (&items);
}
