/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of quick find: something to go to, or something to do. */

#pragma once

#include <gtk/gtk.h>

#include "ui/common/genlock-mark.h"

G_BEGIN_DECLS

/**
 * GenlockFindDeed:
 * @GENLOCK_FIND_DEED_NONE: nothing: it only says something
 * @GENLOCK_FIND_DEED_GO: goes to a row or a page
 * @GENLOCK_FIND_DEED_COMPLETE: completes what is typed
 * @GENLOCK_FIND_DEED_CONNECT: lays a cable
 * @GENLOCK_FIND_DEED_DISCONNECT: takes one out
 *
 * What Enter does.
 */
typedef enum
{
  GENLOCK_FIND_DEED_NONE,
  GENLOCK_FIND_DEED_GO,
  GENLOCK_FIND_DEED_COMPLETE,
  GENLOCK_FIND_DEED_CONNECT,
  GENLOCK_FIND_DEED_DISCONNECT,
} GenlockFindDeed;

/**
 * GenlockFindItem:
 * @deed: what Enter does
 * @icon_name: (nullable): in front of it
 * @mark: how bad it is
 * @title: what it is
 * @detail: (nullable): what else there is to say, dim
 * @word: (nullable): at the end: "Source"
 * @typed: (nullable) (array zero-terminated=1): words that are marked in @title
 * @target: (nullable): of one that goes somewhere: an action of the window
 * @parameter: (nullable): its parameter
 * @text: (nullable): of one that completes: what is typed then
 * @needs_force: whether only Shift+Enter does it
 * @is_set: whether it lays as many cables as the picture takes
 * @index: its place among the choices of a command
 */
struct _GenlockFindItem
{
  GObject parent_instance;

  GenlockFindDeed deed;
  const char *icon_name;
  GenlockMark mark;
  char *title;
  char *detail;
  const char *word;
  char **typed;
  const char *target;
  GVariant *parameter;
  char *text;
  gboolean needs_force;
  gboolean is_set;
  guint index;
};

#define GENLOCK_TYPE_FIND_ITEM (genlock_find_item_get_type ())
G_DECLARE_FINAL_TYPE (GenlockFindItem, genlock_find_item, GENLOCK, FIND_ITEM, GObject)

/* @title: (transfer full) */
GenlockFindItem *genlock_find_item_new (GenlockFindDeed deed,
                                        char *title);

/* (transfer full): all that it says, for who cannot see it. */
char *genlock_find_item_dup_words (GenlockFindItem *item);

G_END_DECLS
