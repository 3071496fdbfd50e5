/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the library's reader share. */

#pragma once

#include <json-glib/json-glib.h>

#include "equipment/genlock-library.h"

G_BEGIN_DECLS

/* Most ports of a device with the cards that it comes with. */
#define GENLOCK_LIBRARY_MAX_PORTS 4096

/* Most ports of one card. */
#define GENLOCK_LIBRARY_MAX_CARD_PORTS 256

/* Most slots of a frame. */
#define GENLOCK_LIBRARY_MAX_SLOTS 64

/* Ports that are alike. */
typedef struct
{
  gboolean is_output;
  const char *io_type; /* unowned: a connector's name */
  char *pattern; /* owned (nullable): else the labels one by one */
  char **labels; /* owned (nullable) */
  char *format; /* owned (nullable) */
  guint count;
} GenlockLibraryPorts;

typedef enum
{
  GENLOCK_LIBRARY_SLOT_INPUT,
  GENLOCK_LIBRARY_SLOT_OUTPUT,
  GENLOCK_LIBRARY_SLOT_EITHER,
} GenlockLibrarySlotDirection;

/* Slots that are alike. */
typedef struct
{
  guint first; /* from 1; 0 on a problem */
  guint last;
  GenlockLibrarySlotDirection direction;
  char **families; /* owned */
  char *label; /* owned (nullable) */
  gboolean may_be_empty;
} GenlockLibrarySlots;

/* One card that a frame comes with. */
typedef struct
{
  guint slot;
  char *card_id; /* owned */
  const struct _GenlockLibraryCardEntry *card; /* unowned, set by the second pass */
} GenlockLibraryPlaced;

typedef struct
{
  GenlockLibraryDevice device; /* first; texts belong to this struct */
  const char *file; /* unowned */
  GPtrArray *ports; /* owned (element-type GenlockLibraryPorts) */
  GPtrArray *slots; /* owned (element-type GenlockLibrarySlots) */
  GPtrArray *placed; /* owned (element-type GenlockLibraryPlaced) */
  JsonNode *formats; /* owned (nullable) */
  JsonObject *details; /* owned (nullable) */
  gboolean format_by_io;
} GenlockLibraryDeviceEntry;

typedef struct _GenlockLibraryCardEntry
{
  GenlockLibraryCard card; /* first; texts belong to this struct */
  const char *file; /* unowned */
  GPtrArray *ports; /* owned (element-type GenlockLibraryPorts) */
} GenlockLibraryCardEntry;

/* Goes through one file and collects what is wrong. */
typedef struct
{
  GPtrArray *problems; /* unowned (element-type GenlockLibraryProblem) */
  const char *file; /* unowned */
  const char *entry; /* unowned (nullable) */
  GString *place; /* owned */
} GenlockLibraryReader;

void genlock_library_device_entry_free (GenlockLibraryDeviceEntry *entry);
void genlock_library_card_entry_free (GenlockLibraryCardEntry *entry);

/* genlock-library-reader.c: members of objects; each function says a problem itself. */
void genlock_library_reader_init (GenlockLibraryReader *reader,
                                  GPtrArray *problems,
                                  const char *file);
void genlock_library_reader_clear (GenlockLibraryReader *reader);
void genlock_library_reader_complain (GenlockLibraryReader *reader,
                                      const char *key,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (3, 4);

/* Goes into "key[index]", or "key" where @index is negative; returns what leave () takes. */
gsize genlock_library_reader_enter (GenlockLibraryReader *reader,
                                    const char *key,
                                    int index);
void genlock_library_reader_leave (GenlockLibraryReader *reader,
                                   gsize place);

/* @known: (array zero-terminated=1): every other key is a problem. */
void genlock_library_reader_check_keys (GenlockLibraryReader *reader,
                                        JsonObject *object,
                                        const char * const *known);

/* (transfer none) (nullable): text of 1 to @max characters; absence is a problem if @needed. */
const char *genlock_library_reader_text (GenlockLibraryReader *reader,
                                         JsonObject *object,
                                         const char *key,
                                         guint max,
                                         gboolean needed);
gint64 genlock_library_reader_int (GenlockLibraryReader *reader,
                                   JsonObject *object,
                                   const char *key,
                                   gint64 min,
                                   gint64 max,
                                   gint64 preset);
gboolean genlock_library_reader_bool (GenlockLibraryReader *reader,
                                      JsonObject *object,
                                      const char *key,
                                      gboolean preset);

/* (transfer none) (nullable): an array that is not empty. */
JsonArray *genlock_library_reader_array (GenlockLibraryReader *reader,
                                         JsonObject *object,
                                         const char *key,
                                         gboolean needed);

/* (transfer full): texts that differ from each other, at least one but on a problem. */
char **genlock_library_reader_texts (GenlockLibraryReader *reader,
                                     JsonObject *object,
                                     const char *key);

/* (transfer none) (nullable): element @index as an object. */
JsonObject *genlock_library_reader_object (GenlockLibraryReader *reader,
                                           JsonArray *array,
                                           const char *key,
                                           guint index);

/* genlock-library-ports.c; @max is how many they may be. */
GPtrArray *genlock_library_read_ports (GenlockLibraryReader *reader,
                                       JsonObject *object,
                                       gboolean needed,
                                       guint max,
                                       guint *n_inputs,
                                       guint *n_outputs);

/* (transfer full): the ports as the details of a spec have them. */
JsonArray *genlock_library_describe_ports (const GPtrArray *ports);

/* Calls @make for every port, counted from 1 in each direction. */
typedef void (*GenlockLibraryPortFunc) (const GenlockLibraryPorts *ports,
                                        const char *label,
                                        guint index,
                                        gpointer user_data);
void genlock_library_foreach_port (const GPtrArray *ports,
                                   GenlockLibraryPortFunc make,
                                   gpointer user_data);

/* genlock-library-slots.c */
void genlock_library_read_slots (GenlockLibraryReader *reader,
                                 JsonObject *object,
                                 GenlockLibraryDeviceEntry *entry);
gboolean genlock_library_slot_takes (const GenlockLibraryDeviceEntry *entry,
                                     guint slot,
                                     const GenlockLibraryCard *card,
                                     const char **reason);

/* (transfer full): the slots as the details of a spec have them. */
JsonArray *genlock_library_describe_slots (const GenlockLibraryDeviceEntry *entry);

/* (transfer none) (nullable): the family for which @entry takes @card in any slot. */
const char *genlock_library_find_family (const GenlockLibraryDeviceEntry *entry,
                                         const GenlockLibraryCard *card);

/* genlock-library-entry.c: (nullable): %NULL where a problem was found. */
GenlockLibraryDeviceEntry *genlock_library_read_device (GenlockLibraryReader *reader,
                                                        JsonObject *object,
                                                        const char *manufacturer);
GenlockLibraryCardEntry *genlock_library_read_card (GenlockLibraryReader *reader,
                                                    JsonObject *object,
                                                    const char *manufacturer);

G_END_DECLS
