/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between lists: of sources, of sends, of devices, of ports, as data. */

#pragma once

#include "core/model/genlock-record.h"
#include "core/model/genlock-vocabulary.h"
#include "core/schema/genlock-schema.h"

G_BEGIN_DECLS

/* The fields of a format, in the order of GenlockListKind's @format. */
enum
{
  GENLOCK_FORMAT_H_RES,
  GENLOCK_FORMAT_V_RES,
  GENLOCK_FORMAT_RATE,
  GENLOCK_FORMAT_SCAN,
  GENLOCK_FORMAT_BLANKING,
  GENLOCK_FORMAT_N_FIELDS,
};

/* A field and the words that the trade has for it. */
typedef struct
{
  guint field;
  GenlockVocabulary vocabulary;
} GenlockFieldWords;

/**
 * GenlockDerivedColumn:
 * @id: a stable name
 * @title: to be translated
 * @width: in characters
 * @place: which column it is, from 0
 * @field: the field that it stands for where one can be named, else 0
 * @hidden: whether it is hidden until asked for
 * @is_editable: whether a #GenlockDerived parses it
 * @is_apart: whether more than a text is needed to edit it: Enter and a double click ask the page,
 *   which opens a window; what is typed is still parsed
 * @is_marked: whether its cells have marks
 * @is_path: whether both ends of its texts matter most
 *
 * A column that a #GenlockDerived works out; its number is its place in the array.
 */
typedef struct
{
  const char *id;
  const char *title;
  guint width;
  guint place;
  guint field;
  gboolean hidden;
  gboolean is_editable;
  gboolean is_apart;
  gboolean is_marked;
  gboolean is_path;
} GenlockDerivedColumn;

/**
 * GenlockListKind:
 * @table: the rows
 * @label: the field of the number that people call a row by: "SRC 3"
 * @name: the field of the name; 0 where rows have but a label
 * @type: the field of the type, by which the list is filtered: free text or a choice
 * @type_default: (nullable): the type of a new row where nothing else says it; %NULL is ""
 * @type_apart: (nullable): a type whose rows are of other types too; to be translated
 * @place: the field that says the place of a row where the order is a person's, else 0; copies
 *   have none until #GenlockTablePage::complete gives them one
 * @place_group: the field that the rows are counted apart by, with @place; else 0
 * @format: the fields of the format; all 0 where rows have none
 * @format_text: the field that says a format in words, else 0
 * @leading: (array zero-terminated=1): the columns that come first; the others follow in the order
 *   of the description. The first format field stands for the format column
 * @last: the column that comes last
 * @outputs: (nullable): the table of the outputs nested in a row
 * @output_connector: the field of @outputs that names the connector
 * @output_index: the field of @outputs that says the place
 * @connector: the field that names the connector where there is no @outputs, else 0
 * @ports_of: the field that names the equipment whose ports are counted in a column, else 0
 * @derived: (nullable) (array zero-terminated=1): columns that are worked out, by @place; ends
 *   with an @id of %NULL
 * @omitted: (nullable) (array zero-terminated=1): fields without a column; ends with 0
 * @words: (array zero-terminated=1): which fields the trade has words for; ends with field 0
 * @prefix: (nullable): what a label begins with: "SRC"; %NULL where labels are free
 * @icon_name: a symbolic icon
 * @new_label: what a new row is called in menus
 * @new_name: the name of a new row until it is given one
 * @empty_title: what an empty list says
 * @empty_text: and what to do about it
 */
typedef struct
{
  const GenlockTable *table;
  guint label;
  guint name;
  guint type;
  const char *type_default;
  const char *type_apart;
  guint place;
  guint place_group;
  guint format[GENLOCK_FORMAT_N_FIELDS];
  guint format_text;
  const guint *leading;
  guint last;
  const GenlockTable *outputs;
  guint output_connector;
  guint output_index;
  guint connector;
  guint ports_of;
  const GenlockDerivedColumn *derived;
  const guint *omitted;
  const GenlockFieldWords *words;
  const char *prefix;
  const char *icon_name;
  const char *new_label;
  const char *new_name;
  const char *empty_title;
  const char *empty_text;
} GenlockListKind;

extern const GenlockListKind genlock_list_kind_sources;
extern const GenlockListKind genlock_list_kind_sends;
extern const GenlockListKind genlock_list_kind_devices;
extern const GenlockListKind genlock_list_kind_ports;
extern const GenlockListKind genlock_list_kind_card_ports;
extern const GenlockListKind genlock_list_kind_cables;

/* The columns of @genlock_list_kind_cables that are worked out. */
typedef enum
{
  GENLOCK_CABLE_COLUMN_FROM,
  GENLOCK_CABLE_COLUMN_TO,
  GENLOCK_CABLE_COLUMN_SIGNAL,
  GENLOCK_CABLE_COLUMN_FORMAT,
  GENLOCK_CABLE_COLUMN_PROBLEMS,
  GENLOCK_CABLE_COLUMN_THROUGH,
} GenlockCableColumn;

/* Whether the rows are of a show, not of a piece of equipment. */
gboolean genlock_list_kind_is_of_show (const GenlockListKind *kind);

/* Gives a new row its type, unless it has one already or nothing says which. */
void genlock_list_kind_set_default_type (const GenlockListKind *kind,
                                         GenlockRecord *record);

/* (nullable): what @word, of the type of rows, is called, where types are choices; else @word. */
const char *genlock_list_kind_get_type_label (const GenlockListKind *kind,
                                              const char *word);

G_END_DECLS
