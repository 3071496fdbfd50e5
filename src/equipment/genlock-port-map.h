/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where cables land when a card, a device's equipment or a port goes. */

#pragma once

#include "core/store/genlock-batch.h"
#include "equipment/genlock-equipment-error.h"
#include "equipment/genlock-ports.h"
#include "equipment/genlock-spec-usage.h"

G_BEGIN_DECLS

/**
 * GenlockPortMapWhy:
 * @GENLOCK_PORT_MAP_NONE: no port is left that fits: a cable too many
 * @GENLOCK_PORT_MAP_LABEL: same label, direction and connector
 * @GENLOCK_PORT_MAP_NAME: same label and direction, another connector of the same family
 * @GENLOCK_PORT_MAP_INDEX: same connector and direction, the same place among those
 * @GENLOCK_PORT_MAP_TYPE: same connector and direction, the next free one
 * @GENLOCK_PORT_MAP_FAMILY: same direction, a connector of the same family (3G-SDI and 12G-SDI)
 * @GENLOCK_PORT_MAP_DIRECTION: same direction, another connector: look whether it can work
 * @GENLOCK_PORT_MAP_CHOSEN: a person chose it
 *
 * Why a cable lands where it does, best first.
 */
typedef enum
{
  GENLOCK_PORT_MAP_NONE,
  GENLOCK_PORT_MAP_LABEL,
  GENLOCK_PORT_MAP_NAME,
  GENLOCK_PORT_MAP_INDEX,
  GENLOCK_PORT_MAP_TYPE,
  GENLOCK_PORT_MAP_FAMILY,
  GENLOCK_PORT_MAP_DIRECTION,
  GENLOCK_PORT_MAP_CHOSEN,
} GenlockPortMapWhy;

/**
 * GenlockPortMapRest:
 * @GENLOCK_PORT_MAP_ASK: nobody has said yet; the map cannot be applied
 * @GENLOCK_PORT_MAP_KEEP: the cable keeps its end; in place of the port stands its label as text,
 *   shown as an unknown port
 * @GENLOCK_PORT_MAP_UNPLUG: this end of the cable is taken off; a connection of which nothing is
 *   left then is deleted
 *
 * What happens to the cables of a port that lands nowhere.
 */
typedef enum
{
  GENLOCK_PORT_MAP_ASK,
  GENLOCK_PORT_MAP_KEEP,
  GENLOCK_PORT_MAP_UNPLUG,
} GenlockPortMapRest;

/**
 * GenlockCableEnd:
 * @connection: a connection
 * @field: %GENLOCK_CONNECTION_INTERMEDIATE_INPUT, %GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT or
 *   %GENLOCK_CONNECTION_DESTINATION_INPUT: which of its ends is meant
 */
typedef struct
{
  GenlockRecord *connection;
  guint field;
} GenlockCableEnd;

/**
 * GenlockPortMapEntry:
 * @port: the old port
 * @cables: (element-type GenlockCableEnd): what ends on it, in all shows; never empty
 * @target: (nullable): the new port; no two entries have one
 * @why: why that one
 * @rest: what happens to @cables where @target is %NULL
 */
typedef struct
{
  GenlockPort port;
  GArray *cables;
  const GenlockPort *target;
  GenlockPortMapWhy why;
  GenlockPortMapRest rest;
} GenlockPortMapEntry;

/**
 * GenlockPortMap:
 *
 * One entry for each old port on which a cable ends. Pure data; to be used by one thread.
 */
typedef struct _GenlockPortMap GenlockPortMap;

/**
 * genlock_port_map_new:
 * @before: the spec or the card that goes, with its children
 * @after: (nullable): the spec or the card that comes; %NULL for none
 * @usage: where the spec (that of the card) is used; of one device alone:
 *   genlock_spec_usage_pick_device()
 *
 * Swap of a card: the card that goes and the one that comes (genlock_drop_get_new_card()). Removal
 * of a card: the card and %NULL. Swap of a device, replacement in shows: the two specs.
 *
 * Returns: (transfer full): a map with suggestions
 */
GenlockPortMap *genlock_port_map_new (GenlockRecord *before,
                                      GenlockRecord *after,
                                      GenlockSpecUsage *usage);

/**
 * genlock_port_map_new_for_ports:
 * @parent: the spec or card
 * @ids: (array zero-terminated=1): ports of it that are to go
 * @usage: where the spec is used
 *
 * Deletion of ports: their cables may go to the ports that stay and are free. Nothing is
 * suggested: whoever deletes a port wants to be asked.
 *
 * Returns: (transfer full): a map
 */
GenlockPortMap *genlock_port_map_new_for_ports (GenlockRecord *parent,
                                                const char * const *ids,
                                                GenlockSpecUsage *usage);

/**
 * genlock_port_map_new_for_cards:
 * @cards: (element-type GenlockRecord): cards that are to go, with their ports
 * @usage: where their frame is used
 *
 * Removal of several cards at once, or of those for which a frame has no slots any more
 * (genlock_resize_list_leaving()): nothing is suggested, each entry waits for a decision.
 *
 * Returns: (transfer full): a map
 */
GenlockPortMap *genlock_port_map_new_for_cards (GPtrArray *cards,
                                                GenlockSpecUsage *usage);
void genlock_port_map_free (GenlockPortMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockPortMap, genlock_port_map_free)

/* How many entries; 0: no cable is touched and nobody has to be asked. */
guint genlock_port_map_get_n_entries (const GenlockPortMap *map);

/* (transfer none) */
const GenlockPortMapEntry *genlock_port_map_get_entry (const GenlockPortMap *map,
                                                       guint index);

/* (transfer none) (element-type GenlockPort): the new ports, those of both directions. */
GArray *genlock_port_map_get_targets (const GenlockPortMap *map);

/**
 * genlock_port_map_list_choices:
 * @map: a map
 * @index: an entry
 *
 * Returns: (transfer container) (element-type GenlockPort): the new ports of the entry's
 *   direction, to be offered; those that another entry has too
 */
GPtrArray *genlock_port_map_list_choices (const GenlockPortMap *map,
                                          guint index);

/**
 * genlock_port_map_find_taker:
 * @map: a map
 * @target: one of the new ports
 *
 * Returns: the entry that lands on @target, -1 for none
 */
int genlock_port_map_find_taker (const GenlockPortMap *map,
                                 const GenlockPort *target);

/**
 * genlock_port_map_set_target:
 * @map: a map
 * @index: an entry
 * @target: (nullable): one of its choices; %NULL: none
 *
 * An entry that had @target gets what this one had: the two change places.
 *
 * Returns: FALSE where @target is of the other direction; nothing changes then
 */
gboolean genlock_port_map_set_target (GenlockPortMap *map,
                                      guint index,
                                      const GenlockPort *target);

/* What happens to the cables of entry @index, should it land nowhere; @index -1: of all. */
void genlock_port_map_set_rest (GenlockPortMap *map,
                                int index,
                                GenlockPortMapRest rest);

/* How many entries land nowhere, and how many of those nobody has decided about. */
guint genlock_port_map_count_rest (const GenlockPortMap *map,
                                   guint *n_undecided);

/**
 * genlock_port_map_is_current:
 * @map: a map
 * @usage: read anew, of the same devices
 *
 * Somebody may plug a cable while a person looks at the map: asked before it is applied. Where it
 * is not current, a new map has to be looked at. It knows only the ports that it was made with:
 * whether those are still all, genlock_spec_look_again() says.
 *
 * Returns: whether the same cables end on the old ports as when @map was made
 */
gboolean genlock_port_map_is_current (const GenlockPortMap *map,
                                      const GenlockSpecUsage *usage);

/**
 * genlock_port_map_append:
 * @map: a map
 * @batch: what else the gesture does
 * @error: %GENLOCK_EQUIPMENT_ERROR_REFUSED while somebody has to decide about a port
 *
 * Appends the changes of the connections to @batch, so that all of it is one step of undo. Several
 * maps may be appended one after the other, also where a cable is in more than one.
 *
 * Returns: whether all is decided
 */
gboolean genlock_port_map_append (const GenlockPortMap *map,
                                  GenlockBatch *batch,
                                  GError **error);

/**
 * genlock_port_delete_build:
 * @parent: the spec or card
 * @ids: (array zero-terminated=1): ports
 * @map: (nullable): from genlock_port_map_new_for_ports(), decided
 * @error: %GENLOCK_EQUIPMENT_ERROR_REFUSED while somebody has to decide about a port
 *
 * Returns: (transfer full) (nullable): the batch that deletes the ports
 */
GenlockBatch *genlock_port_delete_build (const GenlockRecord *parent,
                                         const char * const *ids,
                                         const GenlockPortMap *map,
                                         GError **error);

/**
 * genlock_port_map_why_get_text:
 * @why: a reason
 *
 * Returns: (transfer none): "Same label", for people
 */
const char *genlock_port_map_why_get_text (GenlockPortMapWhy why);

/**
 * genlock_port_map_dup_summary:
 * @map: a map
 *
 * Returns: (transfer full): "12 cables land on new ports, 2 ports are left over", "4 ports are left
 *   over"
 */
char *genlock_port_map_dup_summary (const GenlockPortMap *map);

G_END_DECLS
