/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds or makes the equipment that a device of a show is. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-legacy-equipment.h"

#define NO_MAKER "Generic"

GenlockLegacyPort *
genlock_legacy_port_new (gboolean is_output,
                         const char *label,
                         const char *connector)
{
  GenlockLegacyPort *port = g_new0 (GenlockLegacyPort, 1);

  port->is_output = is_output;
  port->label = g_strdup (label);
  port->connector = g_strdup (connector);

  return port;
}

void
genlock_legacy_port_free (GenlockLegacyPort *port)
{
  g_free (port->legacy_id);
  g_free (port->uuid);
  g_free (port->label);
  g_free (port->connector);
  g_free (port->format);
  g_free (port->feed);
  g_free (port->send);
  g_free (port->routed);
  g_free (port->note);
  g_free (port->strand);
  g_free (port->place);
  g_free (port->id);
  g_free (port);
}

const char *
genlock_legacy_port_get_name (const GenlockLegacyPort *port)
{
  return port->id != NULL ? port->id : port->label;
}

static const char *
get_direction (const GenlockLegacyPort *port)
{
  return port->is_output ? "OUTPUT" : "INPUT";
}

/* Whether every port has its row; @take: whether the ports get the ids of the rows. */
static gboolean
match_ports (GenlockRecord *spec,
             GPtrArray *ports,
             gboolean take)
{
  g_autoptr (GHashTable) index = genlock_import_ports_index (spec);
  gboolean all = TRUE;

  for (guint i = 0; i < ports->len; i++)
    {
      GenlockLegacyPort *port = g_ptr_array_index (ports, i);
      GenlockRecord *row = genlock_import_ports_find (index, get_direction (port), port->label,
                                                      NULL);

      all = all && row != NULL;
      if (!take)
        continue;
      if (row == NULL)
        row = genlock_import_ports_find (index, get_direction (port), NULL, port->connector);
      g_free (port->id);
      port->id = row != NULL ? g_strdup (genlock_record_get_id (row)) : NULL;
    }

  return all;
}

static const GenlockLegacySpec *
find_listed (GenlockLegacy *self,
             const char *manufacturer,
             const char *model,
             GPtrArray *ports,
             gboolean needs_ports)
{
  g_autofree char *folded = genlock_import_ports_fold (model);
  g_autofree char *maker = genlock_import_ports_fold (manufacturer);
  GPtrArray *specs = g_hash_table_lookup (self->specs_by_model, folded);

  for (guint i = 0; model != NULL && specs != NULL && i < specs->len; i++)
    {
      const GenlockLegacySpec *spec = g_ptr_array_index (specs, i);
      g_autofree char *theirs = NULL;

      theirs = genlock_import_ports_fold (genlock_record_get_text (
                                            spec->record, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER));
      if ((manufacturer == NULL || strcmp (theirs, maker) == 0)
          && (!needs_ports || match_ports (spec->record, ports, FALSE)))
        return spec;
    }

  return NULL;
}

/* What tells one layout of ports from another. */
static char *
dup_signature (GPtrArray *ports)
{
  GString *text = g_string_new (NULL);
  g_autofree char *owned = NULL;

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockLegacyPort *port = g_ptr_array_index (ports, i);

      g_string_append_printf (text, "%s\t%s\t%s\n", get_direction (port), port->label,
                              port->connector != NULL ? port->connector : "");
    }
  owned = g_string_free (text, FALSE);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, owned, -1);
}

static char *
dup_name (const char *base,
          GPtrArray *ports,
          gboolean needs_ports)
{
  guint counts[2] = { 0, 0 };

  for (guint i = 0; i < ports->len; i++)
    counts[((GenlockLegacyPort *) g_ptr_array_index (ports, i))->is_output]++;
  if (!needs_ports || ports->len == 0)
    return g_strdup (base);

  return g_strdup_printf ("%s (%u in, %u out)", base, counts[FALSE], counts[TRUE]);
}

static void
put (GenlockRecord *record,
     guint field,
     const char *text)
{
  const GenlockField *description = genlock_table_get_field (genlock_record_get_table (record),
                                                             field);
  glong max = (glong) description->bounds.max;

  if (text == NULL || *text == '\0')
    return;
  if (max > 0 && g_utf8_strlen (text, -1) > max)
    genlock_record_take_text (record, field, g_utf8_substring (text, 0, max));
  else
    genlock_record_set_text (record, field, text);
}

static void
add_ports (GenlockRecord *spec,
           GPtrArray *ports)
{
  guint counts[2] = { 0, 0 };

  genlock_record_clear_children (spec, &genlock_equipment_io_ports);
  genlock_record_clear_children (spec, &genlock_equipment_cards);
  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockLegacyPort *port = g_ptr_array_index (ports, i);
      guint index = counts[port->is_output]++;
      g_autofree char *key = g_strdup_printf ("%s %u", get_direction (port), index);
      g_autofree char *id = genlock_uuid_from (genlock_record_get_id (spec),
                                               genlock_equipment_io_ports.name, key, NULL);
      GenlockRecord *row = genlock_record_new_row (&genlock_equipment_io_ports, id);

      genlock_record_set_text (row, GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE, get_direction (port));
      genlock_record_set_text (row, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE, "Unknown");
      put (row, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE, port->connector);
      put (row, GENLOCK_EQUIPMENT_IO_PORT_LABEL, port->label);
      put (row, GENLOCK_EQUIPMENT_IO_PORT_FORMAT, port->format);
      genlock_record_set_int (row, GENLOCK_EQUIPMENT_IO_PORT_PORT_INDEX, index + 1);
      genlock_record_add_child (spec, row);
    }
}

/* Ports in the order in which they were made. */
static void
take_made (GenlockRecord *spec,
           GPtrArray *ports)
{
  GPtrArray *rows = genlock_record_get_children (spec, &genlock_equipment_io_ports);

  for (guint i = 0; i < ports->len; i++)
    {
      GenlockLegacyPort *port = g_ptr_array_index (ports, i);

      g_free (port->id);
      port->id = g_strdup (genlock_record_get_id (g_ptr_array_index (rows, i)));
    }
}

const char *
genlock_legacy_provide_spec (GenlockLegacy *self,
                             const char *category,
                             const char *manufacturer,
                             const char *model,
                             const char *kind,
                             GPtrArray *ports,
                             gboolean needs_ports,
                             guint file,
                             const char *place)
{
  const GenlockLegacySpec *listed = find_listed (self, manufacturer, model, ports, needs_ports);
  const char *base = model != NULL ? model : kind;
  g_autofree char *signature = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GenlockRecord) record = NULL;
  GenlockImportRow *row;

  if (listed != NULL)
    {
      match_ports (listed->record, ports, TRUE);
      return genlock_record_get_id (listed->record);
    }

  signature = dup_signature (ports);
  id = genlock_uuid_from ("", "", "", "equipment_specs", category,
                          manufacturer != NULL ? manufacturer : "", base, signature, NULL);
  row = genlock_import_plan_find_row (self->plan, id);
  if (row == NULL)
    {
      record = genlock_record_new_row (&genlock_equipment_specs, id);
      name = dup_name (base, ports, needs_ports);
      genlock_record_set_text (record, GENLOCK_EQUIPMENT_SPEC_CATEGORY, category);
      put (record, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER,
           manufacturer != NULL ? manufacturer : NO_MAKER);
      put (record, GENLOCK_EQUIPMENT_SPEC_MODEL, name);
      add_ports (record, ports);
      row = genlock_import_plan_add_row (self->plan,
                                         genlock_import_plan_get_equipment (self->plan),
                                         genlock_record_ref (record), file, place);
      row->match = needs_ports ? GENLOCK_IMPORT_MATCH_PORTS : GENLOCK_IMPORT_MATCH_MODEL;
      /* Without a model nothing but the very same layout is the same. */
      if (model == NULL)
        row->match = GENLOCK_IMPORT_MATCH_ID;
      row->model = g_strdup (base);
      row->any_maker = manufacturer == NULL;
    }
  take_made (row->parsed, ports);

  return genlock_record_get_id (row->parsed);
}
