/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the port editor share. */

#pragma once

#include "ui/equipment/genlock-port-adder.h"
#include "ui/equipment/genlock-port-editor.h"
#include "ui/lists/genlock-table-page.h"

G_BEGIN_DECLS

struct _GenlockPortEditor
{
  AdwBin parent_instance;

  AdwBin *place;
  GtkWidget *toolbar;
  GtkMenuButton *add_button;
  GenlockPortAdder *adder;

  GenlockStore *store; /* owned, nullable */
  const GenlockTable *table; /* nullable: of the owner */
  char *id; /* owned, nullable: of the owner */
  GenlockTablePage *page; /* unowned, nullable: the child of @place */
  char *selected; /* owned, nullable: the port that was told last */
  GQueue shifts; /* (element-type Shift): keys that wait for the one before */
  gboolean shifting; /* the ports are on their way to another order */
};

/* (transfer full) (nullable): the spec or card as it is now, with its ports. */
GenlockRecord *genlock_port_editor_read_owner (GenlockPortEditor *self);

/* genlock-port-editor-delete.c: deletes @ids, after a question where cables end on them. */
void genlock_port_editor_delete (GenlockPortEditor *self,
                                 const char * const *ids);

G_END_DECLS
