/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The devices of a show. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "equipment/genlock-device-swap.h"
#include "ui/common/genlock-toasts.h"
#include "ui/devices/genlock-device-actions.h"
#include "ui/devices/genlock-device-drop.h"
#include "ui/devices/genlock-devices-page.h"
#include "ui/devices/genlock-place-dialog.h"
#include "ui/devices/genlock-swap-dialog.h"

static GtkWindow *
get_window (GenlockTablePage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
complete_cb (GenlockTablePage *page,
             GenlockBatch *batch)
{
  genlock_device_complete (genlock_table_page_get_store (page), batch);
}

/* A gesture that changes the equipment of devices, while it is looked at. */
typedef struct
{
  GenlockTablePage *page; /* owned */
  GenlockBatch *batch; /* owned */
  char *text; /* owned, nullable */
  GPtrArray *swaps; /* owned (element-type GenlockDeviceSwap) */
} Swap;

static void
swap_free (Swap *swap)
{
  g_object_unref (swap->page);
  genlock_batch_unref (swap->batch);
  g_free (swap->text);
  g_ptr_array_unref (swap->swaps);
  g_free (swap);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Swap, swap_free)

static void
free_swap_cb (gpointer data,
              GClosure *closure)
{
  swap_free (data);
}

/* "Main screens: 12 cables land on new ports, 2 ports are left over" */
static char *
dup_words (GPtrArray *swaps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < swaps->len; i++)
    {
      const GenlockDeviceSwap *swap = g_ptr_array_index (swaps, i);
      g_autofree char *summary = NULL;

      if (genlock_port_map_get_n_entries (swap->map) == 0)
        continue;

      summary = genlock_port_map_dup_summary (swap->map);
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
                              genlock_record_get_name (swap->device), summary);
    }

  return g_string_free (text, FALSE);
}

static void
swap_cb (GenlockSwapDialog *dialog,
         gpointer swaps,
         Swap *swap)
{
  g_autoptr (GError) error = NULL;

  if (genlock_device_swaps_append (swaps, swap->batch, &error))
    genlock_table_page_apply_checked (swap->page, genlock_batch_ref (swap->batch),
                                      dup_words (swaps));
  else
    genlock_toast_error (GTK_WIDGET (swap->page), error);
}

static void
cancelled_cb (GenlockSwapDialog *dialog,
              GenlockTablePage *page)
{
  genlock_table_page_leave (page);
}

static void
ask (Swap *swap)
{
  GtkWindow *dialog = genlock_swap_dialog_new (get_window (swap->page),
                                               genlock_table_page_get_store (swap->page),
                                               swap->swaps);

  g_signal_connect_object (dialog, "cancelled", G_CALLBACK (cancelled_cb), swap->page, 0);
  g_signal_connect_data (dialog, "apply", G_CALLBACK (swap_cb), swap, free_swap_cb, 0);
  gtk_window_present (dialog);
}

static void
usage_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (Swap) swap = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (usage == NULL)
    {
      genlock_toast_error (GTK_WIDGET (swap->page), error);
      genlock_table_page_leave (swap->page);
      return;
    }

  if (genlock_device_swaps_set_usage (swap->swaps, usage))
    ask (g_steal_pointer (&swap));
  else
    genlock_table_page_apply_checked (swap->page, genlock_batch_ref (swap->batch),
                                      g_steal_pointer (&swap->text));
}

/* Devices that become another piece of equipment keep their cables: no edit, paste or fill drops
 * any without a word. */
static gboolean
check_cb (GenlockTablePage *page,
          GenlockBatch *batch,
          const char *text)
{
  GenlockStore *store = genlock_table_page_get_store (page);
  g_autoptr (GPtrArray) swaps = genlock_device_swaps_find (store, batch);
  g_auto (GStrv) ids = NULL;
  Swap *swap;

  if (swaps->len == 0)
    return FALSE;

  ids = genlock_device_swaps_list_specs (swaps);
  swap = g_new0 (Swap, 1);
  swap->page = g_object_ref (page);
  swap->batch = genlock_batch_ref (batch);
  swap->text = g_strdup (text);
  swap->swaps = g_steal_pointer (&swaps);
  genlock_spec_usage_read_async (store, (const char * const *) ids, NULL, usage_read_cb, swap);
  return TRUE;
}

static void
place_cb (GenlockPlaceDialog *dialog,
          gpointer batch,
          guint n,
          GenlockTablePage *page)
{
  genlock_table_page_go_to (page, genlock_record_get_id (genlock_batch_get_op (batch, 0)->record),
                            FALSE);
  genlock_table_page_apply (page, genlock_batch_ref (batch),
                            g_strdup_printf (ngettext ("%u device added", "%u devices added", n),
                                             n));
}

static gboolean
new_cb (GenlockTablePage *page)
{
  GtkWindow *dialog = genlock_place_dialog_new (get_window (page),
                                                genlock_table_page_get_store (page),
                                                genlock_table_page_get_production (page));

  g_signal_connect_object (dialog, "place", G_CALLBACK (place_cb), page, 0);
  g_signal_connect_object (dialog, "empty", G_CALLBACK (genlock_table_page_add_empty), page,
                           G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
  return TRUE;
}

GtkWidget *
genlock_devices_page_new (GenlockStore *store)
{
  GtkWidget *page = genlock_table_page_new (store, &genlock_list_kind_devices);

  g_signal_connect (page, "complete", G_CALLBACK (complete_cb), NULL);
  g_signal_connect (page, "check", G_CALLBACK (check_cb), NULL);
  g_signal_connect (page, "new", G_CALLBACK (new_cb), NULL);
  genlock_device_actions_add (GENLOCK_TABLE_PAGE (page));
  genlock_device_drop_add (GENLOCK_TABLE_PAGE (page));

  return page;
}
