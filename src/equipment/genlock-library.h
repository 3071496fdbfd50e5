/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of devices and cards that comes with Genlock. */

#pragma once

#include <glib-object.h>

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockLibrary:
 *
 * All files of a folder, read and checked once; never changed after that, so any thread may use
 * it. Reference-counted. data/library/README.md describes the files.
 */
typedef struct _GenlockLibrary GenlockLibrary;

/**
 * GenlockLibraryDevice:
 * @id: "barco/e2-gen2": the same for ever
 * @revision: from 1; raised with every change of what the device expands to
 * @category: a word of genlock_categories
 * @manufacturer: as its maker writes it
 * @model: as its maker writes it
 * @is_card_based: whether it is a frame
 * @is_secondary_device: whether it stands between a source or send and its line
 * @n_inputs: ports of the device and of the cards that it comes with
 * @n_outputs: as @n_inputs
 * @card_slots: slots of a frame, else 0
 * @n_cards: cards that it comes with
 * @sources: (array zero-terminated=1): where the facts come from
 *
 * What a list shows of an entry.
 */
typedef struct
{
  const char *id;
  guint revision;
  const char *category;
  const char *manufacturer;
  const char *model;
  gboolean is_card_based;
  gboolean is_secondary_device;
  guint n_inputs;
  guint n_outputs;
  guint card_slots;
  guint n_cards;
  const char * const *sources;
} GenlockLibraryDevice;

/**
 * GenlockLibraryCard:
 * @id: "barco/event-master-sdi-input": the same for ever
 * @revision: from 1
 * @manufacturer: as its maker writes it
 * @model: as its maker writes it; the label of the card once it is placed
 * @families: (array zero-terminated=1): the families of slots that take it
 * @n_inputs: its inputs
 * @n_outputs: its outputs
 * @sources: (array zero-terminated=1): where the facts come from
 *
 * A card for slots of a frame, its own or another's.
 */
typedef struct
{
  const char *id;
  guint revision;
  const char *manufacturer;
  const char *model;
  const char * const *families;
  guint n_inputs;
  guint n_outputs;
  const char * const *sources;
} GenlockLibraryCard;

/**
 * GenlockLibraryProblem:
 * @file: name of the file, without folder
 * @entry: (nullable): id of the device or card
 * @place: (nullable): where in the entry, "slots[1].families"; of the file where @entry is %NULL
 * @message: what is wrong, in English: it is for those who write the files
 */
typedef struct
{
  char *file;
  char *entry;
  char *place;
  char *message;
} GenlockLibraryProblem;

/**
 * genlock_library_find_folder:
 *
 * Returns: (transfer full): where the shipped files are: "library" in the folder that the
 *   environment's GENLOCK_DATA names, else where they are installed
 */
char *genlock_library_find_folder (void);

/**
 * genlock_library_new:
 * @folder: a folder; every file of it that ends with ".json" is read, in the order of names
 * @error: #GFileError where the folder cannot be read
 *
 * An entry with a problem is left out, all others are there. Takes a few milliseconds per hundred
 * devices.
 *
 * Returns: (transfer full) (nullable): the library
 */
GenlockLibrary *genlock_library_new (const char *folder,
                                     GError **error);

GenlockLibrary *genlock_library_ref (GenlockLibrary *library);
void genlock_library_unref (GenlockLibrary *library);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockLibrary, genlock_library_unref)

/**
 * genlock_library_get_devices:
 * @library: a library
 *
 * Returns: (transfer none) (element-type GenlockLibraryDevice): the devices in the order of ids
 */
const GPtrArray *genlock_library_get_devices (const GenlockLibrary *library);

/**
 * genlock_library_get_cards:
 * @library: a library
 *
 * Returns: (transfer none) (element-type GenlockLibraryCard): the cards in the order of ids
 */
const GPtrArray *genlock_library_get_cards (const GenlockLibrary *library);

/**
 * genlock_library_get_problems:
 * @library: a library
 *
 * Returns: (transfer none) (element-type GenlockLibraryProblem): what is wrong with the files, in
 *   their order; empty for a sound folder
 */
const GPtrArray *genlock_library_get_problems (const GenlockLibrary *library);

/* (transfer none) (nullable): the device or card with @id. */
const GenlockLibraryDevice *genlock_library_find_device (const GenlockLibrary *library,
                                                         const char *id);
const GenlockLibraryCard *genlock_library_find_card (const GenlockLibrary *library,
                                                     const char *id);

/**
 * genlock_library_expand:
 * @library: a library
 * @device: one of its devices
 *
 * The rows of the device: an equipment_specs row with its equipment_io_ports and equipment_cards,
 * and those with their equipment_card_io, nested and ready for a batch. Ids are UUIDv5 of library
 * id, revision, table and place, so that every replica makes the same rows; "specs" says from
 * which entry and revision they are. Ports count from 1 in each direction.
 *
 * Returns: (transfer full): the row
 */
GenlockRecord *genlock_library_expand (const GenlockLibrary *library,
                                       const GenlockLibraryDevice *device);

/**
 * genlock_library_dup_spec_id:
 * @device: a device of a library
 *
 * Returns: (transfer full): the id of the row that genlock_library_expand() makes of it
 */
char *genlock_library_dup_spec_id (const GenlockLibraryDevice *device);

/**
 * genlock_library_read_origin:
 * @spec: an equipment_specs row
 * @revision: (out) (optional): the revision that the row was made of
 *
 * Returns: (transfer full) (nullable): the library id that the row was made of; %NULL for a row
 *   that does not come from a library
 */
char *genlock_library_read_origin (const GenlockRecord *spec,
                                   guint *revision);

/**
 * genlock_library_make_card:
 * @library: a library
 * @card: one of its cards
 *
 * Returns: (transfer full): an equipment_cards row with its ports, in no slot and with random ids
 */
GenlockRecord *genlock_library_make_card (const GenlockLibrary *library,
                                          const GenlockLibraryCard *card);

/**
 * genlock_library_fits:
 * @library: a library
 * @device: a frame of it
 * @slot: a slot, from 1
 * @card: a card of it
 *
 * Returns: whether @slot is of a family of @card and takes its directions
 */
gboolean genlock_library_fits (const GenlockLibrary *library,
                               const GenlockLibraryDevice *device,
                               guint slot,
                               const GenlockLibraryCard *card);

/**
 * genlock_library_list_cards:
 * @library: a library
 * @device: a frame of it
 *
 * Returns: (transfer container) (element-type GenlockLibraryCard): the cards that fit any slot of
 *   @device, in the order of ids
 */
GPtrArray *genlock_library_list_cards (const GenlockLibrary *library,
                                       const GenlockLibraryDevice *device);

G_END_DECLS
