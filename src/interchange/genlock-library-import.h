/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of others' device libraries share: cards that frames take, and how rows form. */

#pragma once

#include <json-glib/json-glib.h>

#include "equipment/genlock-slot-rules.h"
#include "interchange/genlock-import-question-private.h"

G_BEGIN_DECLS

typedef struct _GenlockEasyschematicTemplate GenlockEasyschematicTemplate;

/**
 * GenlockLibraryImport:
 * @plan: what is filled; unowned
 * @cards: (element-type GenlockLibraryImportCard): of all files
 * @templates: (element-type GenlockEasyschematicTemplate): of all files, see
 *   genlock-easyschematic.h
 * @types: (element-type GenlockNetboxType): of all files, see genlock-netbox.h
 * @own: (element-type GenlockLibraryOwnFile): of all files, see genlock-library-own.h
 *
 * Frames and their cards may stand in different files, so rows are made when all are read.
 */
typedef struct
{
  GenlockImportPlan *plan;
  GPtrArray *cards;
  GPtrArray *templates;
  GPtrArray *types;
  GPtrArray *own;
} GenlockLibraryImport;

/**
 * GenlockLibraryImportCard:
 * @id: (nullable): by which frames name it
 * @manufacturer: who makes it
 * @type: the card with its ports, its label and family
 * @template: (nullable): of which template of EasySchematic it was made; %NULL for one of NetBox
 * @file: which file
 * @place: where it stands there
 * @is_used: whether a frame of the files takes it
 */
typedef struct
{
  char *id;
  char *manufacturer;
  GenlockCardType *type;
  const GenlockEasyschematicTemplate *template;
  guint file;
  char *place;
  gboolean is_used;
} GenlockLibraryImportCard;

void genlock_library_import_init (GenlockLibraryImport *self,
                                  GenlockImportPlan *plan);
void genlock_library_import_clear (GenlockLibraryImport *self);

/**
 * genlock_library_import_finish:
 * @self: all files
 * @cancellable: (nullable): stops it with %G_IO_ERROR_CANCELLED
 * @error: #GenlockImportError, %G_IO_ERROR_CANCELLED
 *
 * Makes rows of all that was read. Cards that no frame of the files takes are kept as a piece of
 * equipment of their maker called "Cards", so that every frame is offered them.
 *
 * Returns: whether all of it can be
 */
gboolean genlock_library_import_finish (GenlockLibraryImport *self,
                                        GCancellable *cancellable,
                                        GError **error);

/* (transfer full): an equipment_specs row without ports and cards; its id follows from @origin (the
 * format), @manufacturer and @model. */
GenlockRecord *genlock_library_import_make_spec (const char *origin,
                                                 const char *category,
                                                 const char *manufacturer,
                                                 const char *model);

/**
 * genlock_library_import_make_card:
 * @spec: (nullable): the frame, which gets the card; %NULL for a card that becomes a type
 * @slot: 1 to 64, or 0 for none
 * @label: what it is called
 *
 * Returns: (transfer full): the card, without ports
 */
GenlockRecord *genlock_library_import_make_card (GenlockRecord *spec,
                                                 guint slot,
                                                 const char *label);

/**
 * genlock_library_import_add_port:
 * @parent: a spec or a card
 * @direction: "INPUT", "OUTPUT", or "BOTH" for a socket that is one of each
 * @io_type: the connector
 * @label: (nullable): what it is called
 */
void genlock_library_import_add_port (GenlockRecord *parent,
                                      const char *direction,
                                      const char *io_type,
                                      const char *label);

/* Puts a copy of a card of the files into a slot. */
void genlock_library_import_place_card (GenlockRecord *spec,
                                        guint slot,
                                        GenlockLibraryImportCard *card);

/* Registers a card: @card without a slot; @family: (nullable). Returns: (transfer none). */
GenlockLibraryImportCard *genlock_library_import_add_card (GenlockLibraryImport *self,
                                                           const char *id,
                                                           const char *manufacturer,
                                                           GenlockRecord *card,
                                                           const char *family,
                                                           guint file,
                                                           const char *place);

/**
 * genlock_library_import_add_spec:
 * @self: all files
 * @spec: (transfer full): a whole spec
 * @details: (nullable): what has no field of its own
 * @rules: (nullable): the slots of a frame and the cards that it takes
 * @file: which file
 * @place: where it stands there: "line 3", "[7]"
 * @error: %GENLOCK_IMPORT_ERROR_RULES where it cannot be: too many ports, slots that do not exist
 *
 * Checks a spec and adds it to the plan; one that stands there already is reported.
 *
 * Returns: whether it can be
 */
gboolean genlock_library_import_add_spec (GenlockLibraryImport *self,
                                          GenlockRecord *spec,
                                          JsonObject *details,
                                          const GenlockSlotRules *rules,
                                          guint file,
                                          const char *place,
                                          GError **error);

/* Sets an error: file, place and sentence in one. Returns: %FALSE. */
gboolean genlock_library_import_refuse (GenlockLibraryImport *self,
                                        guint file,
                                        const char *place,
                                        const char *sentence,
                                        GError **error);

/* As above, for a list of more ports than there may be; %TRUE where it is none. */
gboolean genlock_library_import_check_count (GenlockLibraryImport *self,
                                             guint n_ports,
                                             guint max,
                                             guint file,
                                             const char *place,
                                             GError **error);

/* Reports about the files. */
void genlock_library_import_report (GenlockLibraryImport *self,
                                    GenlockImportSeverity severity,
                                    guint file,
                                    const char *place,
                                    const char *value,
                                    const char *reason);

G_END_DECLS
