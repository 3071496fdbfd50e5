/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between lists: of sources, of sends, of devices, of ports, as data. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-ports.h"
#include "ui/lists/genlock-list-kind.h"

static const guint source_leading[] = {
  GENLOCK_SOURCE_LABEL, GENLOCK_SOURCE_NAME, GENLOCK_SOURCE_TYPE, GENLOCK_SOURCE_H_RES, 0,
};

static const GenlockFieldWords source_words[] = {
  { GENLOCK_SOURCE_TYPE, GENLOCK_VOCABULARY_SOURCE_TYPE },
  { GENLOCK_SOURCE_SECONDARY_DEVICE, GENLOCK_VOCABULARY_SECONDARY_DEVICE },
  { GENLOCK_SOURCE_RATE, GENLOCK_VOCABULARY_RATE },
  { 0 },
};

const GenlockListKind genlock_list_kind_sources = {
  .table = &genlock_sources,
  .label = GENLOCK_SOURCE_LABEL,
  .name = GENLOCK_SOURCE_NAME,
  .type = GENLOCK_SOURCE_TYPE,
  .format = { GENLOCK_SOURCE_H_RES, GENLOCK_SOURCE_V_RES, GENLOCK_SOURCE_RATE,
              GENLOCK_SOURCE_SCAN, GENLOCK_SOURCE_BLANKING },
  .leading = source_leading,
  .last = GENLOCK_SOURCE_NOTE,
  .outputs = &genlock_source_outputs,
  .output_connector = GENLOCK_SOURCE_OUTPUT_CONNECTOR,
  .output_index = GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX,
  .words = source_words,
  .prefix = "SRC",
  .icon_name = "camera-video-symbolic",
  .new_label = N_("New source"),
  .new_name = N_("New source"),
  .empty_title = N_("No sources yet"),
  .empty_text = N_("Laptops, cameras, media servers: everything that a picture comes from. "
                   "Add the first one, or copy a table in a spreadsheet and paste it here."),
};

static const guint send_leading[] = {
  GENLOCK_SEND_LABEL, GENLOCK_SEND_NAME, GENLOCK_SEND_TYPE, GENLOCK_SEND_H_RES,
  GENLOCK_SEND_OUTPUT_CONNECTOR, 0,
};

static const GenlockFieldWords send_words[] = {
  { GENLOCK_SEND_TYPE, GENLOCK_VOCABULARY_SEND_TYPE },
  { GENLOCK_SEND_SECONDARY_DEVICE, GENLOCK_VOCABULARY_SECONDARY_DEVICE },
  { GENLOCK_SEND_OUTPUT_CONNECTOR, GENLOCK_VOCABULARY_CONNECTOR },
  { GENLOCK_SEND_RATE, GENLOCK_VOCABULARY_RATE },
  { 0 },
};

const GenlockListKind genlock_list_kind_sends = {
  .table = &genlock_sends,
  .label = GENLOCK_SEND_LABEL,
  .name = GENLOCK_SEND_NAME,
  .type = GENLOCK_SEND_TYPE,
  .format = { GENLOCK_SEND_H_RES, GENLOCK_SEND_V_RES, GENLOCK_SEND_RATE,
              GENLOCK_SEND_SCAN, GENLOCK_SEND_BLANKING },
  .leading = send_leading,
  .last = GENLOCK_SEND_NOTE,
  .connector = GENLOCK_SEND_OUTPUT_CONNECTOR,
  .words = send_words,
  .prefix = "DST",
  .icon_name = "video-display-symbolic",
  .new_label = N_("New send"),
  .new_name = N_("New send"),
  .empty_title = N_("No sends yet"),
  .empty_text = N_("Screens, projectors, recorders, streams: everywhere that a picture goes. "
                   "Add the first one, or copy a table in a spreadsheet and paste it here."),
};

static const guint device_leading[] = {
  GENLOCK_DEVICE_LABEL, GENLOCK_DEVICE_NAME, GENLOCK_DEVICE_CATEGORY, GENLOCK_DEVICE_EQUIPMENT_ID,
  0,
};

static const GenlockFieldWords device_words[] = {
  { 0 },
};

/* Without a default type: a new device has the category of its equipment. */
const GenlockListKind genlock_list_kind_devices = {
  .table = &genlock_devices,
  .label = GENLOCK_DEVICE_LABEL,
  .name = GENLOCK_DEVICE_NAME,
  .type = GENLOCK_DEVICE_CATEGORY,
  .leading = device_leading,
  .last = GENLOCK_DEVICE_NOTE,
  .ports_of = GENLOCK_DEVICE_EQUIPMENT_ID,
  .words = device_words,
  .icon_name = "drive-multidisk-symbolic",
  .new_label = N_("Add devices"),
  .new_name = N_("New device"),
  .empty_title = N_("No devices yet"),
  .empty_text = N_("Switchers, routers, processors, converters: everything between the sources "
                   "and the sends. Place equipment of the library, or copy a table in a "
                   "spreadsheet and paste it here."),
};

static const guint port_leading[] = {
  GENLOCK_PORT_PORT_TYPE, GENLOCK_PORT_LABEL, GENLOCK_PORT_IO_TYPE, GENLOCK_PORT_FORMAT, 0,
};

static const GenlockFieldWords port_words[] = {
  { GENLOCK_PORT_IO_TYPE, GENLOCK_VOCABULARY_CONNECTOR },
  { 0 },
};

const GenlockListKind genlock_list_kind_ports = {
  .table = &genlock_equipment_io_ports,
  .label = GENLOCK_PORT_LABEL,
  .type = GENLOCK_PORT_PORT_TYPE,
  .type_default = "INPUT",
  .place = GENLOCK_PORT_PORT_INDEX,
  .place_group = GENLOCK_PORT_PORT_TYPE,
  .format_text = GENLOCK_PORT_FORMAT,
  .leading = port_leading,
  .last = GENLOCK_PORT_PORT_INDEX,
  .connector = GENLOCK_PORT_IO_TYPE,
  .words = port_words,
  .icon_name = "network-wired-symbolic",
  .new_label = N_("New port"),
  .empty_title = N_("No ports yet"),
  .empty_text = N_("Add many at once by a pattern such as SDI IN [1-40], or copy a table in a "
                   "spreadsheet and paste it here."),
};

const GenlockListKind genlock_list_kind_card_ports = {
  .table = &genlock_equipment_card_io,
  .label = GENLOCK_PORT_LABEL,
  .type = GENLOCK_PORT_PORT_TYPE,
  .type_default = "INPUT",
  .place = GENLOCK_PORT_PORT_INDEX,
  .place_group = GENLOCK_PORT_PORT_TYPE,
  .format_text = GENLOCK_PORT_FORMAT,
  .leading = port_leading,
  .last = GENLOCK_PORT_PORT_INDEX,
  .connector = GENLOCK_PORT_IO_TYPE,
  .words = port_words,
  .icon_name = "network-wired-symbolic",
  .new_label = N_("New port"),
  .empty_title = N_("No ports yet"),
  .empty_text = N_("Add many at once by a pattern such as SDI IN [1-40], or copy a table in a "
                   "spreadsheet and paste it here."),
};

static const guint cable_leading[] = {
  GENLOCK_CONNECTION_CABLE_LABEL, GENLOCK_CONNECTION_CABLE_TYPE, GENLOCK_CONNECTION_LENGTH_M,
  GENLOCK_CONNECTION_COLOR, GENLOCK_CONNECTION_RUN, GENLOCK_CONNECTION_TESTED, 0,
};

static const GenlockDerivedColumn cable_derived[] = {
  [GENLOCK_CABLE_COLUMN_FROM] = { .id = "from", .title = N_("From"), .width = 22, .place = 1,
                                  .is_path = TRUE, .is_editable = TRUE, .is_apart = TRUE },
  [GENLOCK_CABLE_COLUMN_TO] = { .id = "to", .title = N_("To"), .width = 22, .place = 2,
                                .is_path = TRUE, .is_editable = TRUE, .is_apart = TRUE },
  [GENLOCK_CABLE_COLUMN_SIGNAL] = { .id = "signal", .title = N_("Signal"), .width = 8, .place = 3,
                                    .field = GENLOCK_CONNECTION_SIGNAL_TYPE,
                                    .is_editable = TRUE },
  [GENLOCK_CABLE_COLUMN_FORMAT] = { .id = "carries", .title = N_("Format"), .width = 12,
                                    .place = 4 },
  [GENLOCK_CABLE_COLUMN_PROBLEMS] = { .id = "problems", .title = N_("Problems"), .width = 16,
                                      .place = 5, .is_marked = TRUE },
  [GENLOCK_CABLE_COLUMN_THROUGH] = { .id = "through", .title = N_("Through"), .width = 20,
                                     .place = 3, .hidden = TRUE },
  { .id = NULL },
};

/* They say themselves what of the row they show. */
static const guint cable_omitted[] = {
  GENLOCK_CONNECTION_SIGNAL_TYPE, GENLOCK_CONNECTION_FORMAT, 0,
};

static const GenlockFieldWords cable_words[] = {
  { 0 },
};

const GenlockListKind genlock_list_kind_cables = {
  .table = &genlock_connections,
  .label = GENLOCK_CONNECTION_CABLE_LABEL,
  .type = GENLOCK_CONNECTION_SIGNAL_TYPE,
  .type_apart = N_("With problems"),
  .leading = cable_leading,
  .last = GENLOCK_CONNECTION_NOTE,
  .derived = cable_derived,
  .omitted = cable_omitted,
  .words = cable_words,
  .icon_name = "network-wired-symbolic",
  .new_label = N_("New cable"),
  .empty_title = N_("No cables yet"),
  .empty_text = N_("Every link from an output to an input: what the crew pulls, labels and tests. "
                   "Add the first one, or copy a table in a spreadsheet and paste it here."),
};

gboolean
genlock_list_kind_is_of_show (const GenlockListKind *kind)
{
  const GenlockField *parent = genlock_table_get_field (kind->table, kind->table->parent_field);

  return parent->target == &genlock_productions;
}

const char *
genlock_list_kind_get_type_label (const GenlockListKind *kind,
                                  const char *word)
{
  const GenlockChoice *choice = genlock_table_get_field (kind->table, kind->type)->choices;

  for (; word != NULL && choice != NULL && choice->word != NULL; choice++)
    if (g_str_equal (choice->word, word))
      return _(choice->label);

  return word;
}

void
genlock_list_kind_set_default_type (const GenlockListKind *kind,
                                    GenlockRecord *record)
{
  const GenlockField *field = genlock_table_get_field (kind->table, kind->type);

  if (genlock_record_has (record, kind->type))
    return;

  if (kind->type_default != NULL)
    genlock_record_set_text (record, kind->type, kind->type_default);
  else if (field->type == GENLOCK_TEXT)
    genlock_record_set_text (record, kind->type, "");
}
