/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ports of a device or of a card, edited in place as a list. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-port-edit.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-page.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-port-editor-private.h"

enum
{
  PORT_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockPortEditor, genlock_port_editor, ADW_TYPE_BIN)

GenlockRecord *
genlock_port_editor_read_owner (GenlockPortEditor *self)
{
  g_autoptr (GError) error = NULL;
  GenlockRecord *owner;

  if (self->store == NULL || self->id == NULL)
    return NULL;

  owner = genlock_store_get (self->store, self->table, self->id, &error);
  if (owner == NULL && error != NULL)
    genlock_toast_error (GTK_WIDGET (self), error);
  return owner;
}

static void
complete_cb (GenlockPortEditor *self,
             GenlockBatch *batch)
{
  g_autoptr (GenlockRecord) owner = genlock_port_editor_read_owner (self);

  if (owner != NULL)
    genlock_port_complete (owner, batch);
}

static gboolean
delete_cb (GenlockPortEditor *self,
           GPtrArray *records)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, (gpointer) genlock_record_get_id (g_ptr_array_index (records, i)));
  g_ptr_array_add (ids, NULL);

  genlock_port_editor_delete (self, (const char * const *) ids->pdata);
  return TRUE;
}

static void
update_actions (GenlockPortEditor *self,
                gboolean any)
{
  gboolean writable = self->page != NULL && genlock_store_get_writable (self->store);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ports.up", writable && any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ports.down", writable && any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ports.delete", writable && any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), writable);
}

static void
moved_cb (GenlockPortEditor *self)
{
  g_auto (GStrv) ids = genlock_table_page_dup_row_ids (self->page);

  update_actions (self, ids[0] != NULL);
  if (g_strcmp0 (self->selected, ids[0]) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (ids[0]);
  g_signal_emit (self, signals[PORT_SELECTED], 0, self->selected);
}

static const char *
get_direction (const GenlockRecord *owner,
               const char *id,
               gboolean *first)
{
  g_autoptr (GArray) ports = genlock_ports_list_own (owner);

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockPort *port = &g_array_index (ports, GenlockPort, i);

      *first = port->number == 1;
      if (g_strcmp0 (genlock_record_get_id (port->record), id) == 0)
        return genlock_record_get_text (port->record, GENLOCK_PORT_PORT_TYPE);
    }

  return NULL;
}

static void
reorder_cb (GenlockPortEditor *self,
            const char * const *ids,
            const char *before_id)
{
  g_autoptr (GenlockRecord) owner = genlock_port_editor_read_owner (self);
  GenlockBatch *batch;
  gboolean first;

  if (owner == NULL || ids[0] == NULL)
    return;

  /* Between the last input and the first output an input goes behind all inputs. */
  if (before_id != NULL
      && g_strcmp0 (get_direction (owner, ids[0], &first),
                    get_direction (owner, before_id, &first)) != 0
      && first)
    before_id = NULL;

  batch = genlock_port_move_build (owner, ids, before_id);
  if (batch != NULL)
    genlock_table_page_apply (self->page, batch, NULL);
}

/* Ports that a key moves by one. */
typedef struct
{
  const GenlockTable *table; /* of the owner */
  char *owner; /* owned */
  GStrv ids; /* owned */
  gboolean down;
} Shift;

static void
shift_free (gpointer data)
{
  Shift *shift = data;

  g_free (shift->owner);
  g_strfreev (shift->ids);
  g_free (shift);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shift, shift_free)

static void begin_next_shift (GenlockPortEditor *self);

static void
shifted_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GenlockPortEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);

  self->shifting = FALSE;
  if (changes == NULL)
    {
      g_queue_clear_full (&self->shifts, shift_free);
      genlock_toast_error (GTK_WIDGET (self), error);
      return;
    }

  begin_next_shift (self);
}

/* Each key is about the order that the one before has made, which the store takes a while for. */
static void
begin_next_shift (GenlockPortEditor *self)
{
  while (!self->shifting && !g_queue_is_empty (&self->shifts))
    {
      g_autoptr (Shift) shift = g_queue_pop_head (&self->shifts);
      g_autoptr (GenlockRecord) owner = NULL;
      g_autoptr (GenlockBatch) batch = NULL;

      if (shift->table != self->table || g_strcmp0 (shift->owner, self->id) != 0)
        continue;
      owner = genlock_port_editor_read_owner (self);
      batch = owner != NULL ? genlock_port_shift_build (owner, (const char * const *) shift->ids,
                                                        shift->down)
                            : NULL;
      if (batch == NULL)
        continue;

      self->shifting = TRUE;
      genlock_store_apply_async (self->store, batch, NULL, shifted_cb, g_object_ref (self));
    }
}

static void
shift_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  GenlockPortEditor *self = GENLOCK_PORT_EDITOR (widget);
  Shift *shift;

  if (self->page == NULL || !genlock_table_page_is_ready (self->page))
    return;

  shift = g_new0 (Shift, 1);
  shift->table = self->table;
  shift->owner = g_strdup (self->id);
  shift->ids = genlock_table_page_dup_row_ids (self->page);
  shift->down = g_str_equal (action_name, "ports.down");
  g_queue_push_tail (&self->shifts, shift);
  begin_next_shift (self);
}

static void
delete_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  GenlockPortEditor *self = GENLOCK_PORT_EDITOR (widget);
  g_auto (GStrv) ids = NULL;

  if (self->page == NULL || !genlock_table_page_is_ready (self->page))
    return;

  ids = genlock_table_page_dup_row_ids (self->page);
  genlock_port_editor_delete (self, (const char * const *) ids);
}

static void
add_cb (GenlockPortEditor *self)
{
  g_autoptr (GenlockRecord) owner = genlock_port_editor_read_owner (self);
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch;
  guint n;

  if (owner == NULL)
    return;

  batch = genlock_port_adder_build (self->adder, owner, &error);
  if (batch == NULL)
    {
      genlock_port_adder_refuse (self->adder, error);
      return;
    }

  n = genlock_batch_get_length (batch);
  gtk_popover_popdown (GTK_POPOVER (self->adder));
  genlock_table_page_go_to (self->page,
                            genlock_record_get_id (genlock_batch_get_op (batch, 0)->record), FALSE);
  genlock_table_page_apply (self->page, batch,
                            g_strdup_printf (ngettext ("%u port added", "%u ports added", n), n));
}

static void
genlock_port_editor_dispose (GObject *object)
{
  GenlockPortEditor *self = GENLOCK_PORT_EDITOR (object);

  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  self->page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_PORT_EDITOR);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_port_editor_parent_class)->dispose (object);
}

static void
genlock_port_editor_finalize (GObject *object)
{
  GenlockPortEditor *self = GENLOCK_PORT_EDITOR (object);

  g_free (self->id);
  g_free (self->selected);
  g_queue_clear_full (&self->shifts, shift_free);

  G_OBJECT_CLASS (genlock_port_editor_parent_class)->finalize (object);
}

static void
genlock_port_editor_class_init (GenlockPortEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_port_editor_dispose;
  object_class->finalize = genlock_port_editor_finalize;

  signals[PORT_SELECTED] = g_signal_new ("port-selected", GENLOCK_TYPE_PORT_EDITOR,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);

  g_type_ensure (GENLOCK_TYPE_PORT_ADDER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-port-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockPortEditor, place);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortEditor, toolbar);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortEditor, adder);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);

  gtk_widget_class_install_action (widget_class, "ports.up", NULL, shift_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "ports.up", NULL);
  gtk_widget_class_install_action (widget_class, "ports.down", NULL, shift_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "ports.down",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "ports.delete", NULL, delete_action);
}

static void
genlock_port_editor_init (GenlockPortEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_queue_init (&self->shifts);
  genlock_accessible_set_label (GTK_WIDGET (self->add_button), _("Add ports"));
  update_actions (self, FALSE);
}

GtkWidget *
genlock_port_editor_new (void)
{
  return g_object_new (GENLOCK_TYPE_PORT_EDITOR, NULL);
}

static void
make_page (GenlockPortEditor *self)
{
  gboolean of_spec = self->table == &genlock_equipment_specs;
  GtkWidget *page = genlock_table_page_new (self->store, of_spec ? &genlock_list_kind_ports
                                                                 : &genlock_list_kind_card_ports);

  self->page = GENLOCK_TABLE_PAGE (page);
  g_signal_connect_object (page, "complete", G_CALLBACK (complete_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "reorder", G_CALLBACK (reorder_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, page);
}

void
genlock_port_editor_set_owner (GenlockPortEditor *self,
                               GenlockStore *store,
                               const GenlockTable *table,
                               const char *id)
{
  g_return_if_fail (GENLOCK_IS_PORT_EDITOR (self));
  g_return_if_fail (id == NULL || (store != NULL && genlock_ports_get_table (table) != NULL));

  if (self->store == store && self->table == table && g_strcmp0 (self->id, id) == 0)
    return;

  if (self->page != NULL && (self->store != store || self->table != table))
    {
      self->page = NULL;
      adw_bin_set_child (self->place, NULL);
    }

  g_set_object (&self->store, store);
  self->table = table;
  g_free (self->id);
  self->id = g_strdup (id);
  if (self->page == NULL && store != NULL && table != NULL)
    make_page (self);
  if (self->page != NULL)
    genlock_page_set_production (GENLOCK_PAGE (self->page), id);
  update_actions (self, FALSE);
}

void
genlock_port_editor_select_port (GenlockPortEditor *self,
                                 const char *id)
{
  g_return_if_fail (GENLOCK_IS_PORT_EDITOR (self));

  if (self->page != NULL && g_strcmp0 (self->selected, id) != 0)
    genlock_table_page_go_to (self->page, id, FALSE);
}

gboolean
genlock_port_editor_finish_editing (GenlockPortEditor *self)
{
  g_return_val_if_fail (GENLOCK_IS_PORT_EDITOR (self), TRUE);

  return self->page == NULL || genlock_page_finish_editing (GENLOCK_PAGE (self->page));
}
