/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures on the ports of a spec or a card: adding, setting, putting in order. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/genlock-text.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-equipment-cards.h"
#include "equipment/genlock-card-type.h"
#include "equipment/genlock-port-edit.h"
#include "equipment/genlock-port-order.h"
#include "equipment/genlock-port-pattern.h"
#include "equipment/genlock-port-private.h"

/* (transfer full) (nullable): %NULL where nothing is in it. */
static GenlockBatch *
unless_empty (GenlockBatch *batch)
{
  if (genlock_batch_get_length (batch) > 0)
    return batch;

  genlock_batch_unref (batch);

  return NULL;
}

gboolean
genlock_port_check_limit (const GenlockRecord *parent,
                          guint n_new,
                          GError **error)
{
  gboolean is_card = genlock_record_get_table (parent) == &genlock_equipment_cards;
  guint most = is_card ? GENLOCK_CARD_PORTS_MAX : GENLOCK_PORTS_MAX;
  g_autoptr (GArray) ports = genlock_ports_list_own (parent);

  if (ports->len + n_new <= most)
    return TRUE;

  g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT,
               is_card
               ? _("A card has at most %1$u ports; this one has %2$u already. Add fewer.")
               : _("A device has at most %1$u ports; this one has %2$u already. Add fewer."),
               most, ports->len);

  return FALSE;
}

gboolean
genlock_port_set_text (GenlockRecord *port,
                       guint field,
                       const char *text,
                       GError **error)
{
  const GenlockTable *table = genlock_record_get_table (port);
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *normal = genlock_text_normalize (stripped, -1, error);
  GenlockValue value = { 0 };
  gboolean ok;

  ok = normal != NULL && genlock_field_parse (table, field, normal, &value, error)
       && genlock_value_validate (table, field, &value, error);
  if (ok)
    genlock_record_set_value (port, field, &value);
  genlock_value_clear (&value);

  return ok;
}

GenlockRecord *
genlock_port_make (const GenlockRecord *parent,
                   gint64 place)
{
  const GenlockTable *table = genlock_ports_get_table (genlock_record_get_table (parent));
  GenlockRecord *port = genlock_record_new_row (table, NULL);

  genlock_record_set_text (port, GENLOCK_PORT_PARENT_ID, genlock_record_get_id (parent));
  genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, place);

  return port;
}

/* The place among @ports behind @after_id. */
static guint
find_place (GPtrArray *ports,
            const char *after_id)
{
  for (guint i = 0; after_id != NULL && i < ports->len; i++)
    if (g_strcmp0 (genlock_record_get_id (ports->pdata[i]), after_id) == 0)
      return i + 1;

  return ports->len;
}

GenlockBatch *
genlock_port_add_build (const GenlockRecord *parent,
                        const char *port_type,
                        const char *io_type,
                        const char *pattern,
                        const char *format,
                        const char *after_id,
                        GError **error)
{
  gboolean is_labelled = pattern != NULL && *pattern != '\0';
  gboolean is_output = g_strcmp0 (port_type, "OUTPUT") == 0;
  g_autoptr (GPtrArray) ports = genlock_port_order_list (parent, is_output);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  g_auto (GStrv) labels = NULL;
  gint64 next = genlock_port_order_next (ports);
  guint place = find_place (ports, after_id);
  guint n_labels;

  labels = genlock_port_pattern_expand (is_labelled ? pattern : "x", GENLOCK_PORT_PATTERN_MAX,
                                        error);
  if (labels == NULL)
    return NULL;

  n_labels = g_strv_length (labels);
  if (!genlock_port_check_limit (parent, n_labels, error))
    return NULL;

  for (guint i = 0; i < n_labels; i++)
    {
      GenlockRecord *port = genlock_port_make (parent, next + i);

      genlock_batch_insert (batch, port);
      if (!genlock_port_set_text (port, GENLOCK_PORT_PORT_TYPE, port_type, error)
          || !genlock_port_set_text (port, GENLOCK_PORT_IO_TYPE, io_type, error)
          || !genlock_port_set_text (port, GENLOCK_PORT_FORMAT, format, error)
          || (is_labelled && !genlock_port_set_text (port, GENLOCK_PORT_LABEL, labels[i], error)))
        return NULL;

      g_ptr_array_insert (ports, (int) (place + i), port);
    }

  /* New ports have places at the end; in the middle all places behind them change. */
  if (place + n_labels < ports->len)
    genlock_port_order_append (ports, place, n_labels, batch);

  return g_steal_pointer (&batch);
}

char *
genlock_port_add_dup_preview (const char *pattern,
                              GError **error)
{
  g_auto (GStrv) labels = genlock_port_pattern_expand (pattern, GENLOCK_PORT_PATTERN_MAX, error);
  guint n_labels = labels != NULL ? g_strv_length (labels) : 0;
  g_autofree char *count = NULL;
  g_autofree char *list = NULL;

  if (labels == NULL)
    return NULL;

  count = g_strdup_printf (ngettext ("%u port", "%u ports", n_labels), n_labels);
  if (n_labels <= 3)
    list = g_strjoinv (", ", labels);
  else
    list = g_strdup_printf ("%s, %s … %s", labels[0], labels[1], labels[n_labels - 1]);

  /* Translators: “40 ports: SDI IN 1, SDI IN 2 … SDI IN 40” */
  return g_strdup_printf (_("%1$s: %2$s"), count, list);
}

GPtrArray *
genlock_port_find (const GenlockRecord *parent,
                   const char * const *ids)
{
  g_autoptr (GArray) all = genlock_ports_list_own (parent);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *ports = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const GenlockRecord *port = g_array_index (all, GenlockPort, i).record;

      g_hash_table_insert (by_id, (gpointer) genlock_record_get_id (port), (gpointer) port);
    }

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GenlockRecord *port = g_hash_table_lookup (by_id, ids[i]);

      /* Named twice is meant once. */
      if (port != NULL && g_hash_table_remove (by_id, ids[i]))
        g_ptr_array_add (ports, port);
    }

  return ports;
}

static gboolean
is_output (const GenlockRecord *port)
{
  return g_strcmp0 (genlock_record_get_text (port, GENLOCK_PORT_PORT_TYPE), "OUTPUT") == 0;
}

GenlockRecord *
genlock_port_patch (const GenlockRecord *port)
{
  GenlockRecord *patch = genlock_record_new (genlock_record_get_table (port));

  genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (port));

  return patch;
}

void
genlock_port_take_patch (const GenlockRecord *parent,
                         const GenlockRecord *port,
                         GenlockRecord *patch,
                         gint64 *next,
                         GenlockBatch *batch)
{
  g_autoptr (GenlockRecord) owned = patch;
  GenlockRecord *change = genlock_record_diff (port, patch);

  if (change == NULL)
    return;

  if (genlock_record_has (change, GENLOCK_PORT_PORT_TYPE))
    {
      gboolean now = is_output (change);

      if (next[now] == 0)
        {
          g_autoptr (GPtrArray) ports = genlock_port_order_list (parent, now);

          next[now] = genlock_port_order_next (ports);
        }
      genlock_record_set_int (change, GENLOCK_PORT_PORT_INDEX, next[now]++);
    }

  genlock_batch_update (batch, change);
}

/* One label for all, or one for each. */
static char **
expand_labels (const char *text,
               guint n_ports,
               GError **error)
{
  g_auto (GStrv) labels = NULL;
  guint n_labels;

  if (text == NULL || *text == '\0')
    {
      labels = g_new0 (char *, 2);
      labels[0] = g_strdup ("");
      return g_steal_pointer (&labels);
    }

  labels = genlock_port_pattern_expand (text, GENLOCK_PORT_PATTERN_MAX, error);
  if (labels == NULL)
    return NULL;

  n_labels = g_strv_length (labels);
  if (n_labels == 1 || n_labels == n_ports)
    return g_steal_pointer (&labels);

  g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT,
               _("The pattern stands for %1$u labels, but %2$u ports are selected. Change its "
                 "range."), n_labels, n_ports);

  return NULL;
}

GenlockBatch *
genlock_port_set_build (const GenlockRecord *parent,
                        const char * const *ids,
                        guint field,
                        const char *text,
                        GError **error)
{
  g_autoptr (GPtrArray) ports = genlock_port_find (parent, ids);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_auto (GStrv) labels = NULL;
  gint64 next[2] = { 0, 0 };

  g_return_val_if_fail (field > GENLOCK_PORT_PARENT_ID && field < GENLOCK_PORT_N_FIELDS, NULL);

  if (field == GENLOCK_PORT_LABEL)
    {
      labels = expand_labels (text, ports->len, error);
      if (labels == NULL)
        return NULL;
    }

  for (guint i = 0; i < ports->len; i++)
    {
      g_autoptr (GenlockRecord) patch = genlock_port_patch (ports->pdata[i]);
      const char *value = text;

      if (labels != NULL)
        value = labels[1] == NULL ? labels[0] : labels[i];
      if (!genlock_port_set_text (patch, field, value, error))
        return NULL;

      genlock_port_take_patch (parent, ports->pdata[i], g_steal_pointer (&patch), next, batch);
    }

  return unless_empty (g_steal_pointer (&batch));
}

/* The ports of one direction without @moved; @at: where @before_id stands among them. */
static GPtrArray *
list_others (const GenlockRecord *parent,
             gboolean outputs,
             GPtrArray *moved,
             const char *before_id,
             guint *at)
{
  GPtrArray *ports = genlock_port_order_list (parent, outputs);

  for (guint i = 0; i < moved->len; i++)
    if (g_strcmp0 (genlock_record_get_id (moved->pdata[i]), before_id) != 0)
      g_ptr_array_remove (ports, moved->pdata[i]);

  *at = ports->len;
  for (guint i = 0; before_id != NULL && i < ports->len; i++)
    if (g_strcmp0 (genlock_record_get_id (ports->pdata[i]), before_id) == 0)
      *at = i;

  return ports;
}

GenlockBatch *
genlock_port_move_build (const GenlockRecord *parent,
                         const char * const *ids,
                         const char *before_id)
{
  const char *target[] = { before_id, NULL };
  g_autoptr (GPtrArray) named = genlock_port_find (parent, ids);
  g_autoptr (GPtrArray) before = genlock_port_find (parent, target);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) order = NULL;
  GenlockBatch *batch;
  gboolean outputs;
  guint at;

  if (named->len == 0 || (before_id != NULL && before->len == 0))
    return NULL;

  outputs = is_output (before_id != NULL ? before->pdata[0] : named->pdata[0]);
  all = genlock_port_order_list (parent, outputs);
  for (guint i = 0; i < all->len; i++)
    if (g_ptr_array_find (named, all->pdata[i], NULL))
      g_ptr_array_add (moved, all->pdata[i]);

  order = list_others (parent, outputs, moved, before_id, &at);
  /* Dropped on one of themselves: they gather there. */
  if (before_id != NULL && g_ptr_array_find (moved, before->pdata[0], NULL))
    g_ptr_array_remove_index (order, at);
  for (guint i = 0; i < moved->len; i++)
    g_ptr_array_insert (order, (int) (at + i), moved->pdata[i]);

  batch = genlock_batch_new ("MOVE");
  genlock_port_order_append (order, 0, 0, batch);

  return unless_empty (batch);
}

/* Each port that is named changes places with the one before it, unless that is named too. */
static void
shift (GPtrArray *ports,
       GPtrArray *named,
       gboolean down)
{
  guint n = ports->len;

  for (guint step = 1; step < n; step++)
    {
      guint at = down ? n - 1 - step : step;
      guint other = down ? at + 1 : at - 1;
      gpointer port = ports->pdata[at];

      if (!g_ptr_array_find (named, port, NULL)
          || g_ptr_array_find (named, ports->pdata[other], NULL))
        continue;

      ports->pdata[at] = ports->pdata[other];
      ports->pdata[other] = port;
    }
}

GenlockBatch *
genlock_port_shift_build (const GenlockRecord *parent,
                          const char * const *ids,
                          gboolean down)
{
  g_autoptr (GPtrArray) named = genlock_port_find (parent, ids);
  GenlockBatch *batch = genlock_batch_new ("MOVE");

  for (guint outputs = 0; outputs < 2; outputs++)
    {
      g_autoptr (GPtrArray) before = genlock_port_order_list (parent, outputs);
      g_autoptr (GPtrArray) ports = genlock_port_order_list (parent, outputs);

      shift (ports, named, down);
      if (ports->len > 0
          && memcmp (ports->pdata, before->pdata, ports->len * sizeof (gpointer)) != 0)
        genlock_port_order_append (ports, 0, 0, batch);
    }

  return unless_empty (batch);
}
