/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment specs in words. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-dates.h"
#include "ui/equipment/genlock-spec-words.h"

char *
genlock_spec_dup_name (const GenlockRecord *spec)
{
  const char *manufacturer = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  const char *model = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL);

  if (manufacturer == NULL || *manufacturer == '\0')
    return g_strdup (model != NULL ? model : "");
  if (model == NULL || *model == '\0')
    return g_strdup (manufacturer);

  return g_strconcat (manufacturer, " ", model, NULL);
}

const char *
genlock_spec_get_category (const GenlockRecord *spec)
{
  const GenlockField *field = genlock_table_get_field (&genlock_equipment_specs,
                                                       GENLOCK_EQUIPMENT_SPEC_CATEGORY);
  const char *word = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY);

  return word != NULL ? _(genlock_field_get_choice_label (field, word)) : "";
}

static gboolean
is_card_based (const GenlockRecord *spec)
{
  return g_strcmp0 (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE),
                    "CARD_BASED") == 0;
}

char *
genlock_spec_dup_line (const GenlockRecord *spec,
                       guint but)
{
  const char *manufacturer = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  guint n_slots = (guint) genlock_record_get_int (spec, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS);
  g_autofree char *slots = NULL;
  const char *parts[5] = { NULL };
  guint n = 0;

  if (but != GENLOCK_EQUIPMENT_SPEC_MANUFACTURER && manufacturer != NULL && *manufacturer != '\0')
    parts[n++] = manufacturer;
  if (but != GENLOCK_EQUIPMENT_SPEC_CATEGORY)
    parts[n++] = genlock_spec_get_category (spec);
  if (is_card_based (spec))
    {
      slots = n_slots > 0 ? g_strdup_printf (ngettext ("card-based, %u slot",
                                                       "card-based, %u slots", n_slots), n_slots)
                          : g_strdup (_("card-based"));
      parts[n++] = slots;
    }
  if (genlock_record_get_bool (spec, GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE))
    parts[n++] = _("secondary device");

  return g_strjoinv (" · ", (char **) parts);
}

static void
count (GPtrArray *ports,
       guint direction,
       guint *n_inputs,
       guint *n_outputs)
{
  for (guint i = 0; ports != NULL && i < ports->len; i++)
    {
      const char *word = genlock_record_get_text (g_ptr_array_index (ports, i), direction);

      if (g_strcmp0 (word, "INPUT") == 0)
        *n_inputs += 1;
      else if (g_strcmp0 (word, "OUTPUT") == 0)
        *n_outputs += 1;
    }
}

void
genlock_spec_count_ports (const GenlockRecord *spec,
                          guint *n_inputs,
                          guint *n_outputs)
{
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);

  *n_inputs = 0;
  *n_outputs = 0;
  count (genlock_record_get_children (spec, &genlock_equipment_io_ports),
         GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE, n_inputs, n_outputs);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    count (genlock_record_get_children (g_ptr_array_index (cards, i), &genlock_equipment_card_io),
           GENLOCK_EQUIPMENT_CARD_IO_PORT_TYPE, n_inputs, n_outputs);
}

char *
genlock_spec_dup_ports (const GenlockRecord *spec)
{
  guint n_inputs, n_outputs;

  genlock_spec_count_ports (spec, &n_inputs, &n_outputs);
  if (n_inputs == 0 && n_outputs == 0)
    return g_strdup ("");
  if (n_outputs == 0)
    return g_strdup_printf (_("%u in"), n_inputs);
  if (n_inputs == 0)
    return g_strdup_printf (_("%u out"), n_outputs);

  return g_strdup_printf (_("%u in · %u out"), n_inputs, n_outputs);
}

char *
genlock_spec_dup_changed (const GenlockRecord *spec)
{
  const char *updated = genlock_record_get_text (spec, GENLOCK_META_UPDATED_AT);
  g_autofree char *date = g_strndup (updated != NULL ? updated : "", 10);
  g_autofree char *day = g_strconcat (date, "T00:00:00.000Z", NULL);

  return genlock_day_print (updated != NULL ? day : NULL);
}
