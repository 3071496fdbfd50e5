/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows made of short words for the tests of signals. */

#pragma once

#include "signal/genlock-signal-graph.h"

/* Rows by name, and the graph that they make. Names of rows are unique in a test. */
typedef struct
{
  GenlockSignalGraph *graph; /* owned */
  GHashTable *rows;          /* owned: id -> GenlockRecord */
} SignalShow;

SignalShow *signal_show_new (void);
void signal_show_free (SignalShow *show);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignalShow, signal_show_free)

/* (transfer full): the id of the row that is called @name. */
char *signal_id (const char *name);

/* (transfer none): the row, to be copied and changed. */
GenlockRecord *signal_show_get (SignalShow *show,
                                const char *name);

/* (transfer full) @record: puts a row into the show and its graph. */
void signal_show_put (SignalShow *show,
                      GenlockRecord *record);

/* The row goes from both. */
void signal_show_drop (SignalShow *show,
                       const GenlockTable *table,
                       const char *name);

/* @connectors: of its outputs, between "|"; "" for none. @format: "" for an unknown one. */
void signal_show_source (SignalShow *show,
                         const char *name,
                         const char *type,
                         const char *format,
                         const char *connectors);
void signal_show_send (SignalShow *show,
                       const char *name,
                       const char *type,
                       const char *format,
                       const char *connector);

/* @inputs, @outputs: connectors between "|", each with its format behind "=" where it has one;
 * the ports are called IN 1, OUT 1 and so on. */
void signal_show_device (SignalShow *show,
                         const char *name,
                         const char *category,
                         const char *inputs,
                         const char *outputs);

/**
 * signal_show_connect:
 * @name: of the cable
 * @from: "SRC 1" (its first output), "SRC 1:2", "E2:OUT 1", "E2:IN 1" (then a crosspoint)
 * @to: "DST 1", "E2:IN 1", "E2:OUT 1" of a crosspoint
 */
void signal_show_connect (SignalShow *show,
                          const char *name,
                          const char *from,
                          const char *to);

/* The whole path in one row, as others post it. */
void signal_show_connect_through (SignalShow *show,
                                  const char *name,
                                  const char *source,
                                  const char *device,
                                  const char *input,
                                  const char *output,
                                  const char *send);

/* Sets a text (or with a number what it reads as) of a row that is there. */
void signal_show_set_text (SignalShow *show,
                           const char *name,
                           guint field,
                           const char *text);
void signal_show_set_real (SignalShow *show,
                           const char *name,
                           guint field,
                           double real);

/* Changes the details of the equipment of a device. */
void signal_show_set_details (SignalShow *show,
                              const char *device,
                              const char *json);

/* Gives a port of a device another label; it is still found by its first one. */
void signal_show_name_port (SignalShow *show,
                            const char *port,
                            const char *label);

/* (transfer none): "E2:IN 1", "SRC 1:2", "DST 1:". */
GenlockSignalPort *signal_show_port (SignalShow *show,
                                     const char *name);

/* (transfer full): all that a graph holds, equal for equal graphs. */
char *signal_dump (GenlockSignalGraph *graph);
