/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting ports: no cable loses an end without a word. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-productions.h"
#include "equipment/genlock-port-map.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-port-editor-private.h"

/* More ports than this are only counted. */
#define PORTS_SHOWN 8

typedef struct
{
  GenlockPortEditor *editor; /* owned */
  GenlockRecord *owner; /* owned */
  char **ids; /* owned */
  GenlockPortMap *map; /* owned, nullable */
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_clear_object (&deletion->editor);
  g_clear_pointer (&deletion->owner, genlock_record_unref);
  g_clear_pointer (&deletion->map, genlock_port_map_free);
  g_strfreev (deletion->ids);
  g_free (deletion);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
apply (Deletion *deletion)
{
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch = genlock_port_delete_build (deletion->owner,
                                                   (const char * const *) deletion->ids,
                                                   deletion->map, &error);
  guint n = g_strv_length (deletion->ids);

  if (error != NULL)
    genlock_toast_error (GTK_WIDGET (deletion->editor), error);
  else if (batch != NULL && deletion->editor->page != NULL)
    genlock_table_page_apply (deletion->editor->page, batch,
                              g_strdup_printf (ngettext ("%u port deleted", "%u ports deleted", n),
                                               n));
  else
    g_clear_pointer (&batch, genlock_batch_unref);
}

/* @deletion: (transfer full) */
static void
read_usage (Deletion *deletion,
            GAsyncReadyCallback callback)
{
  const char *specs[2] = { genlock_record_get_id (deletion->owner), NULL };

  if (genlock_record_get_table (deletion->owner) == &genlock_equipment_cards)
    specs[0] = genlock_record_get_text (deletion->owner, GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID);

  genlock_spec_usage_read_async (deletion->editor->store, specs, NULL, callback, deletion);
}

/* Somebody else may have plugged a cable while this one was asked about. */
static void
read_again_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (usage == NULL)
    genlock_toast_error (GTK_WIDGET (deletion->editor), error);
  else if (!genlock_port_map_is_current (deletion->map, usage))
    genlock_toast (GTK_WIDGET (deletion->editor),
                   _("The cables have changed meanwhile. Look at them again."));
  else
    apply (deletion);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char *response,
             Deletion *deletion)
{
  gboolean keep = g_str_equal (response, "keep");

  if ((!keep && !g_str_equal (response, "unplug")) || deletion->editor->store == NULL)
    {
      deletion_free (deletion);
      return;
    }

  genlock_port_map_set_rest (deletion->map, -1,
                             keep ? GENLOCK_PORT_MAP_KEEP : GENLOCK_PORT_MAP_UNPLUG);
  read_usage (deletion, read_again_cb);
}

/* "C 12" where the cable has a label; else nothing. */
static void
append_cables (GString *text,
               const GenlockPortMapEntry *entry)
{
  guint n_named = 0;

  for (guint i = 0; i < entry->cables->len; i++)
    {
      const GenlockRecord *cable =
        g_array_index (entry->cables, GenlockCableEnd, i).connection;
      const char *label = genlock_record_get_text (cable, GENLOCK_CONNECTION_CABLE_LABEL);

      if (label != NULL && *label != '\0')
        g_string_append_printf (text, "%s%s", n_named++ == 0 ? ": " : ", ", label);
    }
}

/* "IN 3 – 2 cables: C 12, C 13", a port a line, and the shows. */
static char *
dup_body (GenlockPortMap *map,
          const GenlockSpecUsage *usage)
{
  g_autofree char *shows = genlock_spec_usage_dup_text (usage, 3);
  GString *text = g_string_new (NULL);
  guint n = genlock_port_map_get_n_entries (map);

  for (guint i = 0; i < MIN (n, PORTS_SHOWN); i++)
    {
      const GenlockPortMapEntry *entry = genlock_port_map_get_entry (map, i);
      g_autofree char *port = genlock_port_dup_title (&entry->port);
      g_autofree char *count = g_strdup_printf (ngettext ("%u cable", "%u cables",
                                                          entry->cables->len),
                                                entry->cables->len);

      g_string_append_printf (text, "%s – %s", port, count);
      append_cables (text, entry);
      g_string_append_c (text, '\n');
    }

  if (n > PORTS_SHOWN)
    g_string_append_printf (text, ngettext ("and %u more\n", "and %u more\n", n - PORTS_SHOWN),
                            n - PORTS_SHOWN);
  g_string_append_printf (text, _("\nUsed in: %s.\n\nThe cables can keep their end as an unknown "
                                  "port with the old label, or be unplugged there."), shows);

  return g_string_free (text, FALSE);
}

static void
ask (Deletion *deletion,
     const GenlockSpecUsage *usage)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (deletion->editor)));
  guint n = genlock_port_map_get_n_entries (deletion->map);
  g_autofree char *heading = g_strdup_printf (ngettext ("Cables end on %u of these ports",
                                                        "Cables end on %u of these ports", n), n);
  g_autofree char *body = dup_body (deletion->map, usage);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "unplug",
                                    _("Delete and _unplug"), "keep", _("Delete and _keep cables"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "unplug", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), deletion);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
usage_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockSpecUsage) usage =
    genlock_spec_usage_read_finish (GENLOCK_STORE (source), result, &error);

  if (deletion->editor->page == NULL)
    return;
  if (usage == NULL)
    {
      genlock_toast_error (GTK_WIDGET (deletion->editor), error);
      return;
    }

  deletion->map = genlock_port_map_new_for_ports (deletion->owner,
                                                  (const char * const *) deletion->ids, usage);
  if (genlock_port_map_get_n_entries (deletion->map) == 0)
    apply (deletion);
  else
    ask (g_steal_pointer (&deletion), usage);
}

void
genlock_port_editor_delete (GenlockPortEditor *self,
                            const char * const *ids)
{
  Deletion *deletion;
  GenlockRecord *owner;

  if (ids[0] == NULL || (owner = genlock_port_editor_read_owner (self)) == NULL)
    return;

  deletion = g_new0 (Deletion, 1);
  deletion->editor = g_object_ref (self);
  deletion->owner = owner;
  deletion->ids = g_strdupv ((char **) ids);
  read_usage (deletion, usage_read_cb);
}
