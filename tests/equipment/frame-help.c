/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames with cards for the tests of equipment. */

#include "config.h"

#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "frame-help.h"

const char frame_help_rules[] =
  "{\"cardTypes\":["
  "{\"family\":\"in\",\"label\":\"Input\",\"ports\":"
  "[{\"ioType\":\"12G-SDI\",\"labels\":\"IN [1-4]\",\"portType\":\"INPUT\"}]},"
  "{\"family\":\"out\",\"label\":\"Output\",\"ports\":"
  "[{\"ioType\":\"12G-SDI\",\"labels\":\"OUT [1-4]\",\"portType\":\"OUTPUT\"}]}],"
  "\"slots\":[{\"direction\":\"INPUT\",\"families\":[\"in\"],\"slot\":1,\"to\":2},"
  "{\"direction\":\"OUTPUT\",\"families\":[\"out\"],\"slot\":3,\"to\":4},"
  "{\"label\":\"CTRL\",\"mayBeEmpty\":false,\"slot\":5},"
  "{\"parent\":5,\"slot\":6}]}";

GenlockRecord *
frame_help_make (guint n_slots,
                 const char *specs)
{
  GenlockRecord *frame = genlock_record_new_row (&genlock_equipment_specs, NULL);

  genlock_record_set_text (frame, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "SWITCHER");
  genlock_record_set_text (frame, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "Maker");
  genlock_record_set_text (frame, GENLOCK_EQUIPMENT_SPEC_MODEL, "Frame");
  genlock_record_set_text (frame, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, "CARD_BASED");
  if (n_slots > 0)
    genlock_record_set_int (frame, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, n_slots);
  genlock_record_set_text (frame, GENLOCK_EQUIPMENT_SPEC_SPECS, specs);
  genlock_record_clear_children (frame, &genlock_equipment_io_ports);
  genlock_record_clear_children (frame, &genlock_equipment_cards);

  return frame;
}

static void
add_ports (GenlockRecord *card,
           gboolean output,
           guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      GenlockRecord *port = genlock_record_new_row (&genlock_equipment_card_io, NULL);
      g_autofree char *label = g_strdup_printf ("%s %u", output ? "OUT" : "IN", i);

      genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, output ? "OUTPUT" : "INPUT");
      genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE, "12G-SDI");
      genlock_record_set_text (port, GENLOCK_PORT_LABEL, label);
      genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, i);
      genlock_record_add_child (card, port);
    }
}

static GenlockRecord *
make_card (guint slot,
           const char *label,
           guint n_inputs,
           guint n_outputs)
{
  GenlockRecord *card = genlock_record_new_row (&genlock_equipment_cards, NULL);

  genlock_record_set_text (card, GENLOCK_EQUIPMENT_CARD_LABEL, label);
  if (slot > 0)
    genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slot);
  genlock_record_clear_children (card, &genlock_equipment_card_io);
  add_ports (card, FALSE, n_inputs);
  add_ports (card, TRUE, n_outputs);

  return card;
}

const char *
frame_help_add_card (GenlockRecord *frame,
                     guint slot,
                     const char *label,
                     guint n_inputs,
                     guint n_outputs)
{
  GenlockRecord *card = make_card (slot, label, n_inputs, n_outputs);

  genlock_record_add_child (frame, card);

  return genlock_record_get_id (card);
}

GenlockCardType *
frame_help_make_type (const char *label,
                      const char *family,
                      guint n_inputs,
                      guint n_outputs)
{
  g_autoptr (GenlockRecord) card = make_card (0, label, n_inputs, n_outputs);

  return genlock_card_type_new (card, NULL, family);
}
