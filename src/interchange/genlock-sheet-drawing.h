/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch as a drawing for paper: boxes, ports and cables without the rows they came from. */

#pragma once

#include "core/model/genlock-connector-family.h"
#include "interchange/genlock-graph-plan.h"

G_BEGIN_DECLS

/* All lengths are in pixels at 100 %, from the top left corner of the drawing. */

/**
 * GenlockSheetPort:
 * @label: what it is called
 * @connector: what is plugged in, "" where the label says it
 * @y: its middle, from the top of its box
 * @is_output: its side
 */
typedef struct
{
  char *label;
  char *connector;
  double y;
  gboolean is_output;
} GenlockSheetPort;

/**
 * GenlockSheetBox:
 * @name: what it is called
 * @detail: its model, or its type; may be ""
 * @kind: what it is
 * @x: its left edge; @y, @width, @height likewise
 * @ports: (element-type GenlockSheetPort): those that are drawn
 */
typedef struct
{
  char *name;
  char *detail;
  GenlockSignalKind kind;
  double x;
  double y;
  double width;
  double height;
  GArray *ports;
} GenlockSheetBox;

/**
 * GenlockSheetWire:
 * @label: what is written on it; may be ""
 * @family: what it is
 * @x: the points of its Bézier curve; @y likewise
 *
 * A cable.
 */
typedef struct
{
  char *label;
  GenlockConnectorFamily family;
  double x[4];
  double y[4];
} GenlockSheetWire;

/**
 * GenlockSheetDrawing:
 * @boxes: (element-type GenlockSheetBox): the boxes
 * @wires: (element-type GenlockSheetWire): the cables
 * @width: how wide all of it is
 * @height: and how high
 */
struct _GenlockSheetDrawing
{
  GArray *boxes;
  GArray *wires;
  double width;
  double height;
};
typedef struct _GenlockSheetDrawing GenlockSheetDrawing;

/* (transfer full): @plan on paper. */
GenlockSheetDrawing *genlock_sheet_drawing_new (const GenlockGraphPlan *plan);
void genlock_sheet_drawing_free (GenlockSheetDrawing *drawing);

/* The smallest upright rectangle around a cable, its labels aside. Each (out). */
void genlock_sheet_wire_get_area (const GenlockSheetWire *wire,
                                  double *x,
                                  double *y,
                                  double *width,
                                  double *height);

G_END_DECLS
