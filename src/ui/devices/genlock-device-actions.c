/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the equipment of one device: opened, or varied for its show. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "equipment/genlock-spec-edit.h"
#include "ui/common/genlock-toasts.h"
#include "ui/devices/genlock-device-actions.h"
#include "ui/devices/genlock-device-group.h"
#include "ui/equipment/genlock-spec-gesture.h"
#include "ui/equipment/genlock-spec-words.h"

/* After the cursor has come to rest for so long, in milliseconds, its equipment is read. */
#define PATIENCE 60

/* What belongs to a page. */
typedef struct
{
  GSimpleActionGroup *actions; /* owned */
  GenlockDeviceGroup *group; /* owned */
  guint update_id;
} Actions;

static void
actions_free (gpointer data)
{
  Actions *actions = data;

  g_clear_handle_id (&actions->update_id, g_source_remove);
  g_object_unref (actions->actions);
  g_object_unref (actions->group);
  g_free (actions);
}

/* A variant under way. */
typedef struct
{
  GenlockTablePage *page; /* owned */
  GenlockRecord *device; /* owned */
  GenlockRecord *spec; /* owned */
} Variant;

static void
variant_free (Variant *variant)
{
  g_clear_object (&variant->page);
  g_clear_pointer (&variant->device, genlock_record_unref);
  g_clear_pointer (&variant->spec, genlock_record_unref);
  g_free (variant);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Variant, variant_free)

/* (transfer full) (nullable): the only device that is selected. */
static GenlockRecord *
get_device (GenlockTablePage *page)
{
  g_auto (GStrv) ids = genlock_table_page_dup_row_ids (page);

  if (ids[0] == NULL || ids[1] != NULL)
    return NULL;

  return genlock_store_get (genlock_table_page_get_store (page), &genlock_devices, ids[0], NULL);
}

/* (transfer full) (nullable): its equipment. */
static GenlockRecord *
get_spec (GenlockTablePage *page,
          const GenlockRecord *device)
{
  const char *id = device != NULL
                   ? genlock_record_get_text (device, GENLOCK_DEVICE_EQUIPMENT_ID)
                   : NULL;

  if (id == NULL)
    return NULL;

  return genlock_store_get (genlock_table_page_get_store (page), &genlock_equipment_specs, id,
                            NULL);
}

static void
enable (Actions *actions,
        const char *name,
        gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (actions->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (GenlockTablePage *page)
{
  Actions *actions = g_object_get_data (G_OBJECT (page), "genlock-device-actions");
  g_autoptr (GenlockRecord) device = get_device (page);
  g_autoptr (GenlockRecord) spec = get_spec (page, device);

  enable (actions, "open", spec != NULL);
  enable (actions, "matrix", spec != NULL);
  enable (actions, "variant",
          spec != NULL && genlock_store_get_writable (genlock_table_page_get_store (page)));
  genlock_device_group_set (actions->group, spec, G_ACTION_GROUP (actions->actions));
}

static gboolean
update_cb (gpointer page)
{
  Actions *actions = g_object_get_data (page, "genlock-device-actions");

  actions->update_id = 0;
  /* The page may have left the window meanwhile. */
  if (gtk_widget_get_root (page) != NULL)
    update (page);
  return G_SOURCE_REMOVE;
}

static void
update_soon (GenlockTablePage *page)
{
  Actions *actions = g_object_get_data (G_OBJECT (page), "genlock-device-actions");

  g_clear_handle_id (&actions->update_id, g_source_remove);
  actions->update_id = g_timeout_add (PATIENCE, update_cb, page);
}

static void
open_spec (const char *id,
           GtkWidget *page)
{
  gtk_widget_activate_action (page, "win.equipment", "s", id);
}

static void
open_cb (GSimpleAction *action,
         GVariant *parameter,
         GenlockTablePage *page)
{
  g_autoptr (GenlockRecord) device = get_device (page);
  g_autoptr (GenlockRecord) spec = get_spec (page, device);

  if (spec != NULL)
    open_spec (genlock_record_get_id (spec), GTK_WIDGET (page));
}

static void
matrix_cb (GSimpleAction *action,
           GVariant *parameter,
           GenlockTablePage *page)
{
  g_autoptr (GenlockRecord) device = get_device (page);

  if (device != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "win.matrix", "s",
                                genlock_record_get_id (device));
}

static void
vary (Variant *variant,
      const GenlockSpecUsage *usage)
{
  GenlockStore *store = genlock_table_page_get_store (variant->page);
  g_autoptr (GenlockRecord) show =
    genlock_store_get (store, &genlock_productions,
                       genlock_record_get_text (variant->device, GENLOCK_DEVICE_PRODUCTION_ID),
                       NULL);
  const char *show_name = show != NULL
                          ? genlock_record_get_text (show, GENLOCK_PRODUCTION_SHOW_NAME)
                          : NULL;
  const GenlockRecord *copy;
  g_autoptr (GenlockBatch) batch = genlock_spec_variant_build (variant->spec, variant->device,
                                                               show_name, usage, &copy);
  g_autofree char *before = genlock_spec_dup_name (variant->spec);
  g_autofree char *after = genlock_spec_dup_name (copy);
  /* Translators: a piece of equipment, its copy, and the device that is such a piece now */
  g_autofree char *words = g_strdup_printf (_("“%s” duplicated as “%s” for “%s”"), before, after,
                                            genlock_record_get_name (variant->device));

  genlock_spec_apply (GTK_WIDGET (variant->page), store, batch, words,
                      genlock_record_get_id (copy), open_spec);
}

static void
usage_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (Variant) variant = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (usage == NULL)
    genlock_toast_error (GTK_WIDGET (variant->page), error);
  else
    vary (variant, usage);
}

static void
variant_cb (GSimpleAction *action,
            GVariant *parameter,
            GenlockTablePage *page)
{
  g_autoptr (GenlockRecord) device = NULL;
  g_autoptr (GenlockRecord) spec = NULL;
  const char *ids[2] = { NULL };
  Variant *variant;

  if (!genlock_table_page_is_ready (page))
    return;

  device = get_device (page);
  spec = get_spec (page, device);
  if (spec == NULL)
    return;

  ids[0] = genlock_record_get_id (spec);
  variant = g_new0 (Variant, 1);
  variant->page = g_object_ref (page);
  variant->device = g_steal_pointer (&device);
  variant->spec = genlock_record_ref (spec);
  genlock_spec_usage_read_async (genlock_table_page_get_store (page), ids, NULL, usage_read_cb,
                                 variant);
}

static void
add_action (GenlockTablePage *page,
            GSimpleActionGroup *group,
            const char *name,
            GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", callback, page, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

/* Ports of the equipment may have changed. */
static void
store_changed_cb (GenlockTablePage *page,
                  GenlockChanges *changes)
{
  if (changes == NULL || genlock_changes_touch (changes, &genlock_equipment_specs, NULL))
    update_soon (page);
}

void
genlock_device_actions_add (GenlockTablePage *page)
{
  Actions *actions = g_new0 (Actions, 1);
  g_autoptr (GMenu) menu = g_menu_new ();

  actions->actions = g_simple_action_group_new ();
  actions->group = g_object_ref_sink (GENLOCK_DEVICE_GROUP (genlock_device_group_new ()));
  add_action (page, actions->actions, "open", G_CALLBACK (open_cb));
  add_action (page, actions->actions, "matrix", G_CALLBACK (matrix_cb));
  add_action (page, actions->actions, "variant", G_CALLBACK (variant_cb));
  g_object_set_data_full (G_OBJECT (page), "genlock-device-actions", actions, actions_free);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "device", G_ACTION_GROUP (actions->actions));

  g_menu_append (menu, _("Crosspo_ints"), "device.matrix");
  g_menu_append (menu, _("_Open in the library"), "device.open");
  g_menu_append (menu, _("Make a _variant for this show"), "device.variant");
  genlock_table_page_add_menu (page, G_MENU_MODEL (menu));
  genlock_table_page_set_group (page, ADW_PREFERENCES_GROUP (actions->group));

  g_signal_connect (page, "moved", G_CALLBACK (update_soon), NULL);
  g_signal_connect_object (genlock_table_page_get_store (page), "changed",
                           G_CALLBACK (store_changed_cb), page, G_CONNECT_SWAPPED);
  update (page);
}
