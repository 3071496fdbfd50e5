/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the view share. */

#pragma once

#include "ui/matrix/genlock-matrix-view.h"

G_BEGIN_DECLS

struct _GenlockMatrixView
{
  GtkWidget parent_instance;

  GenlockCheckedShow *show; /* owned, nullable */
  char *device_id; /* owned, nullable */
  GPtrArray *ids; /* owned (element-type utf8): of the devices that can be chosen */
  gboolean only_connected;
  gboolean is_listing;
  gboolean wants_focus; /* once there is something to take it */

  /* One change is written after the other, each on top of what the one before led to. */
  gboolean is_writing;
  GArray *waiting; /* owned (element-type GenlockCrosspointWish) */

  GtkFileChooserNative *chooser; /* owned, nullable */

  GtkWidget *bar;
  GtkDropDown *devices;
  GtkStringList *names;
  GtkToggleButton *search_button;
  GtkToggleButton *lock_button;
  GtkMenuButton *menu_button;
  GtkRevealer *search;
  GtkSearchEntry *input_entry;
  GtkSearchEntry *output_entry;
  GtkStack *stack;
  GenlockMatrix *matrix;
  GtkLabel *words;
};

/* Writes what outputs are to have, soon. @wishes: (element-type GenlockCrosspointWish) */
void genlock_matrix_view_wish (GenlockMatrixView *self,
                               const GArray *wishes);

/* Writes what waits, where nothing is under way. */
void genlock_matrix_view_go_on (GenlockMatrixView *self);

/* Actions. */
void genlock_matrix_view_learn (GtkWidget *widget,
                                const char *name,
                                GVariant *parameter);
void genlock_matrix_view_export (GtkWidget *widget,
                                 const char *name,
                                 GVariant *parameter);

G_END_DECLS
