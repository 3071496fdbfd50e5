/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes of the canvas as rows: another name for one, copies of some. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-signal-place.h"
#include "ui/lists/genlock-block.h"
#include "ui/patch/genlock-canvas-private.h"
#include "ui/patch/genlock-patch-add.h"

#define POPOVER "/org/genlock/Genlock/ui/patch/genlock-canvas-rename.ui"

/* How far a copy stands below its original, in pixels at 100 %. */
#define GAP 24

static const struct
{
  const GenlockListKind *list;
  guint name;
} kinds[] = {
  [GENLOCK_SIGNAL_SOURCE] = { &genlock_list_kind_sources, GENLOCK_SOURCE_NAME },
  [GENLOCK_SIGNAL_DEVICE] = { &genlock_list_kind_devices, GENLOCK_DEVICE_NAME },
  [GENLOCK_SIGNAL_SEND] = { &genlock_list_kind_sends, GENLOCK_SEND_NAME },
};

static gboolean
is_row (const GenlockPatchBox *box)
{
  return box->node->kind != GENLOCK_SIGNAL_UNKNOWN && box->node->record != NULL;
}

/* Renaming. */

static gboolean
remove_cb (gpointer user_data)
{
  genlock_canvas_end_rename (user_data);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GenlockCanvas *self)
{
  if (!genlock_canvas_has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->namer_id == 0)
    self->namer_id = g_idle_add (remove_cb, self);
}

void
genlock_canvas_end_rename (GenlockCanvas *self)
{
  g_clear_handle_id (&self->namer_id, g_source_remove);
  g_clear_pointer (&self->named, g_free);
  if (self->namer == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->namer, self);
  gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->namer)));
}

static void
named_cb (GtkEntry *entry,
          GenlockCanvas *self)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  const GenlockPatchBox *box =
    scene != NULL ? genlock_patch_scene_find_box (scene, self->named) : NULL;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (GenlockRecord) patch = NULL;
  g_autoptr (GenlockBatch) batch = NULL;

  if (box != NULL && is_row (box) && *name != '\0' && !g_str_equal (name, box->name))
    {
      patch = genlock_record_new (genlock_record_get_table (box->node->record));
      batch = genlock_batch_new ("EDIT");
      genlock_record_set_text (patch, GENLOCK_META_ID, box->node->id);
      genlock_record_set_text (patch, kinds[box->node->kind].name, name);
      genlock_batch_update (batch, g_steal_pointer (&patch));
      genlock_canvas_apply (self, g_steal_pointer (&batch), NULL);
    }
  gtk_popover_popdown (self->namer);
}

static void
rename_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  g_autoptr (GtkBuilder) builder = NULL;
  GtkEditable *entry;
  GenlockPatchHit hit;
  GdkRectangle place = { 0, 0, 1, 1 };

  if (!genlock_canvas_spot_find (self, &self->focus, &hit) || !is_row (hit.box)
      || !genlock_store_get_writable (genlock_patch_model_get_store (self->model)))
    return;

  genlock_canvas_end_rename (self);
  builder = gtk_builder_new_from_resource (POPOVER);
  self->namer = GTK_POPOVER (gtk_builder_get_object (builder, "popover"));
  entry = GTK_EDITABLE (gtk_builder_get_object (builder, "entry"));
  self->named = g_strdup (hit.box->key);
  gtk_editable_set_text (entry, hit.box->name);
  gtk_widget_set_parent (GTK_WIDGET (self->namer), widget);
  g_signal_connect (entry, "activate", G_CALLBACK (named_cb), self);
  g_signal_connect_swapped (self->namer, "closed", G_CALLBACK (closed_cb), self);
  place.x = (int) genlock_canvas_to_widget_x (self, hit.box->x + hit.box->width / 2);
  place.y = (int) genlock_canvas_to_widget_y (self, hit.box->y + GENLOCK_PATCH_HEAD);
  gtk_popover_set_pointing_to (self->namer, &place);
  gtk_popover_popup (self->namer);
}

/* Duplicating. */

/* The boxes of @kind among @boxes, as rows. */
static GPtrArray *
list_records (const GPtrArray *boxes,
              GenlockSignalKind kind,
              GPtrArray *found)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < boxes->len; i++)
    {
      GenlockPatchBox *box = boxes->pdata[i];

      if (box->node->kind != kind || !is_row (box))
        continue;

      g_ptr_array_add (records, box->node->record);
      g_ptr_array_add (found, box);
    }

  return records;
}

/* Copies stand below their originals. */
static guint
append_copies (GenlockCanvas *self,
               const GPtrArray *boxes,
               GenlockSignalKind kind,
               GenlockBatch *batch)
{
  GenlockCheckedShow *show = genlock_patch_model_get_show (self->model);
  const char *production = genlock_patch_model_get_production (self->model);
  g_autoptr (GenlockPatchTaken) taken = NULL;
  g_autoptr (GPtrArray) originals = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = list_records (boxes, kind, originals);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GenlockBatch) copies = NULL;

  if (records->len == 0)
    return 0;

  taken = genlock_patch_taken_new (genlock_checked_show_get_graph (show), kind);
  copies = genlock_block_duplicate (kinds[kind].list, records, 1, taken->labels, taken->names,
                                    ids);
  genlock_canvas_append_ops (copies, batch);
  for (guint i = 0; i < ids->len && i < originals->len; i++)
    {
      const GenlockPatchBox *box = originals->pdata[i];
      GenlockSignalNode node = { .kind = kind, .id = ids->pdata[i] };

      genlock_batch_insert (batch, genlock_signal_place_make (&node, production, box->x + GAP,
                                                              box->y + box->height + GAP));
    }

  return ids->len;
}

static void
duplicate_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  g_autoptr (GPtrArray) boxes = NULL;
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("DUPLICATE");
  GenlockPatchHit hit;
  guint n = 0;

  if (self->model == NULL || !genlock_patch_model_is_ready (self->model))
    return;

  boxes = genlock_canvas_list_boxes (self);
  if (boxes->len == 0 && genlock_canvas_spot_find (self, &self->focus, &hit))
    g_ptr_array_add (boxes, hit.box);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    n += append_copies (self, boxes, kind, batch);
  if (n > 0)
    genlock_canvas_apply (self, g_steal_pointer (&batch),
                          g_strdup_printf (ngettext ("%u box added", "%u boxes added", n), n));
}

void
genlock_canvas_install_rename (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.rename", NULL, rename_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "canvas.rename", NULL);
  gtk_widget_class_install_action (widget_class, "canvas.duplicate", NULL, duplicate_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "canvas.duplicate", NULL);
}
