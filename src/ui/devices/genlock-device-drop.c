/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment that is dragged onto the devices of a show. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-device-place.h"
#include "ui/common/genlock-drag.h"
#include "ui/common/genlock-toasts.h"
#include "ui/devices/genlock-device-drop.h"
#include "ui/devices/genlock-taken.h"

/* A drop while the show's labels and names are read. */
typedef struct
{
  GenlockTablePage *page; /* owned */
  char *production_id; /* owned */
  GenlockDragRows *rows; /* owned */
} Drop;

static void
drop_free (Drop *drop)
{
  g_clear_object (&drop->page);
  g_clear_pointer (&drop->rows, genlock_drag_rows_free);
  g_free (drop->production_id);
  g_free (drop);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drop, drop_free)

/* (transfer full) (nullable): the equipment @id; @is_new: whether it is to be copied first. */
static GenlockRecord *
get_spec (Drop *drop,
          const char *id,
          gboolean *is_new)
{
  GenlockRecord *spec = genlock_store_get (genlock_table_page_get_store (drop->page),
                                           &genlock_equipment_specs, id, NULL);

  *is_new = FALSE;
  if (spec != NULL && !genlock_record_get_bool (spec, GENLOCK_META_IS_DELETED))
    return spec;

  g_clear_pointer (&spec, genlock_record_unref);
  *is_new = TRUE;
  for (guint i = 0; i < drop->rows->fresh->len; i++)
    {
      GenlockRecord *fresh = g_ptr_array_index (drop->rows->fresh, i);

      if (g_strcmp0 (genlock_record_get_id (fresh), id) == 0)
        return genlock_record_ref (fresh);
    }

  return NULL;
}

/* One device of each piece, as one batch; devices come before the equipment they bring. Returns:
 * whether the equipment is there by now. */
static gboolean
append_device (Drop *drop,
               GenlockTaken *taken,
               const char *id,
               GenlockBatch *batch,
               GError **error)
{
  gboolean is_new;
  g_autoptr (GenlockRecord) spec = get_spec (drop, id, &is_new);
  GenlockDevicePlace place = {
    .production_id = drop->production_id,
    .spec = spec,
    .is_new = is_new,
    .n = 1,
    .labels = taken->labels,
    .names = taken->names,
  };
  g_autoptr (GenlockBatch) one = NULL;

  if (spec == NULL)
    return FALSE;

  one = genlock_device_place_build (&place, error);
  if (one == NULL)
    return FALSE;

  for (guint i = 0; i < genlock_batch_get_length (one); i++)
    genlock_batch_insert (batch, genlock_record_ref (genlock_batch_get_op (one, i)->record));

  return TRUE;
}

static void
taken_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (Drop) drop = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockTaken) taken = genlock_taken_read_finish (result, &error);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  guint n = 0;

  for (guint i = 0; taken != NULL && i < drop->rows->ids->len && error == NULL; i++)
    n += append_device (drop, taken, g_ptr_array_index (drop->rows->ids, i), batch, &error);

  if (error != NULL)
    {
      genlock_toast_error (GTK_WIDGET (drop->page), error);
      return;
    }
  if (n == 0)
    {
      genlock_toast (GTK_WIDGET (drop->page),
                     _("This equipment has been deleted meanwhile. Choose another one."));
      return;
    }
  if (g_strcmp0 (drop->production_id, genlock_table_page_get_production (drop->page)) != 0)
    return;

  genlock_table_page_go_to (drop->page,
                            genlock_record_get_id (genlock_batch_get_op (batch, 0)->record),
                            FALSE);
  genlock_table_page_apply (drop->page, g_steal_pointer (&batch),
                            g_strdup_printf (ngettext ("%u device added", "%u devices added", n),
                                             n));
}

/* Only rows of the library, and only where something can be written. */
static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           GenlockTablePage *page)
{
  const GValue *value = gtk_drop_target_get_value (target);
  const GenlockDragRows *rows = value != NULL ? g_value_get_boxed (value) : NULL;

  return rows != NULL && rows->table == &genlock_equipment_specs
         && genlock_table_page_get_production (page) != NULL
         && genlock_store_get_writable (genlock_table_page_get_store (page)) ? GDK_ACTION_COPY : 0;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         GenlockTablePage *page)
{
  const GenlockDragRows *rows = g_value_get_boxed (value);
  Drop *drop;

  if (motion_cb (target, x, y, page) == 0 || !genlock_table_page_is_ready (page))
    return FALSE;

  drop = g_new0 (Drop, 1);
  drop->page = g_object_ref (page);
  drop->production_id = g_strdup (genlock_table_page_get_production (page));
  drop->rows = genlock_drag_rows_copy ((GenlockDragRows *) rows);
  genlock_taken_read_async (genlock_table_page_get_store (page), drop->production_id, NULL,
                            taken_cb, drop);
  return TRUE;
}

void
genlock_device_drop_add (GenlockTablePage *page)
{
  GtkDropTarget *target = gtk_drop_target_new (GENLOCK_TYPE_DRAG_ROWS, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), page);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), page);
  gtk_widget_add_controller (GTK_WIDGET (page), GTK_EVENT_CONTROLLER (target));
}
