/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One spec of the library in full: what it is and its ports. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-library.h"
#include "equipment/genlock-ports.h"
#include "ui/equipment/genlock-port-editor.h"
#include "ui/equipment/genlock-rear-panel.h"
#include "ui/equipment/genlock-spec-form.h"
#include "ui/equipment/genlock-spec-pane.h"
#include "ui/equipment/genlock-spec-words.h"
#include "ui/slots/genlock-slot-page.h"

struct _GenlockSpecPane
{
  GtkWidget parent_instance;

  GenlockStore *store; /* owned, nullable */
  char *id; /* owned, nullable: the row that is followed */
  GenlockRecord *record; /* owned, nullable: what is shown */
  char *sources; /* owned, nullable: where the facts of what is shipped come from */

  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *line;
  GtkStackPage *slots_page;
  GenlockSlotPage *slots;
  GenlockRearPanel *panel;
  GtkWidget *no_ports;
  GtkWidget *shipped_box;
  GtkLabel *shipped_label;
  GtkLabel *sources_label;
  GtkScrolledWindow *panel_window;
  GtkStackSwitcher *switcher;
  GtkStack *parts;
  GenlockPortEditor *ports;
  GenlockSpecForm *form;
};

/* Where ports are edited below it the back has this much room, in pixels, and scrolls. */
#define PANEL_HEIGHT 220

enum
{
  ADOPT,
  GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockSpecPane, genlock_spec_pane, GTK_TYPE_WIDGET)

static char *
dup_shipped (const GenlockRecord *spec)
{
  guint revision = 0;
  g_autofree char *entry = genlock_library_read_origin (spec, &revision);

  return g_strdup_printf (_("Shipped with Genlock, revision %u. Editing makes a copy of your own."),
                          MAX (revision, 1));
}

/* What is shipped is looked at as it is; what is in the database is edited. */
static void
update_editors (GenlockSpecPane *self)
{
  gboolean mine = self->id != NULL;
  gboolean writable = self->store != NULL && genlock_store_get_writable (self->store);

  gtk_widget_set_visible (self->shipped_box, !mine);
  gtk_widget_set_visible (GTK_WIDGET (self->ports), mine);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->panel_window), !mine);
  gtk_scrolled_window_set_max_content_height (self->panel_window, mine ? PANEL_HEIGHT : -1);
  genlock_port_editor_set_owner (self->ports, mine ? self->store : NULL,
                                 mine ? &genlock_equipment_specs : NULL, self->id);
  genlock_spec_form_set_spec (self->form, self->store, self->record, mine && writable);
  if (!mine)
    {
      g_autofree char *words = dup_shipped (self->record);

      g_autofree char *facts = self->sources != NULL
                               ? g_strdup_printf (_("Facts from: %s"), self->sources) : NULL;

      gtk_label_set_label (self->shipped_label, words);
      gtk_label_set_label (self->sources_label, facts != NULL ? facts : "");
      gtk_widget_set_visible (GTK_WIDGET (self->sources_label), facts != NULL);
    }
}

/* A frame is shown with its cards first. */
static void
update_slots (GenlockSpecPane *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->parts);
  gboolean frame = self->record != NULL
                   && g_strcmp0 (genlock_record_get_text (self->record,
                                                          GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE),
                                 "CARD_BASED") == 0;
  gboolean was_frame = gtk_stack_page_get_visible (self->slots_page);

  genlock_slot_page_set_spec (self->slots, frame ? self->record : NULL, self->id == NULL);
  gtk_stack_page_set_visible (self->slots_page, frame);
  if (frame && !was_frame)
    gtk_stack_set_visible_child_name (self->parts, "slots");
  else if (!frame && g_strcmp0 (shown, "slots") == 0)
    gtk_stack_set_visible_child_name (self->parts, "ports");
}

static void
update (GenlockSpecPane *self)
{
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;
  GenlockPortCount count;

  gtk_stack_set_visible_child_name (self->stack, self->record != NULL ? "spec" : "nothing");
  update_slots (self);
  genlock_rear_panel_set_spec (self->panel, self->record);
  if (self->record == NULL)
    return;

  name = genlock_spec_dup_name (self->record);
  line = genlock_spec_dup_line (self->record, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->line, line);
  count = genlock_ports_count (self->record);
  gtk_widget_set_visible (GTK_WIDGET (self->no_ports),
                          count.n_inputs + count.n_outputs == 0 && self->id == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->panel_window),
                          count.n_inputs + count.n_outputs > 0 || self->id == NULL);
  update_editors (self);
}

static void
adopt_cb (GenlockSpecPane *self)
{
  g_signal_emit (self, signals[ADOPT], 0);
}

static void
port_activated_cb (GenlockSpecPane *self,
                   const char *id)
{
  genlock_port_editor_select_port (self->ports, id);
}

static void
port_selected_cb (GenlockSpecPane *self,
                  const char *id)
{
  genlock_rear_panel_set_current (self->panel, id);
}

static void
set_record (GenlockSpecPane *self,
            GenlockRecord *record)
{
  g_clear_pointer (&self->record, genlock_record_unref);
  self->record = record != NULL ? genlock_record_ref (record) : NULL;
  update (self);
}

static void
load (GenlockSpecPane *self)
{
  g_autoptr (GenlockRecord) record = NULL;

  if (self->store != NULL && self->id != NULL)
    record = genlock_store_get (self->store, &genlock_equipment_specs, self->id, NULL);
  if (record != NULL && genlock_record_get_bool (record, GENLOCK_META_IS_DELETED))
    g_clear_pointer (&record, genlock_record_unref);
  set_record (self, record);
}

/* Whether a spec, or a port or card of one, is another. */
static gboolean
touches (const GenlockChanges *changes)
{
  const GenlockTable *tables[] = {
    &genlock_equipment_specs, &genlock_equipment_io_ports, &genlock_equipment_cards,
    &genlock_equipment_card_io,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (genlock_changes_touch (changes, tables[i], NULL))
      return TRUE;

  return FALSE;
}

static void
load_again (GenlockSpecPane *self)
{
  if (self->id == NULL)
    return;

  load (self);
  if (self->record == NULL)
    g_signal_emit (self, signals[GONE], 0);
}

static void
changed_cb (GenlockSpecPane *self,
            GenlockChanges *changes)
{
  if (changes == NULL || touches (changes))
    load_again (self);
}

/* A gesture on the slots of a shipped frame has copied it. */
static void
adopted_cb (GenlockSpecPane *self,
            const char *id)
{
  genlock_spec_pane_set_spec (self, id);
}

static void
genlock_spec_pane_dispose (GObject *object)
{
  GenlockSpecPane *self = GENLOCK_SPEC_PANE (object);

  genlock_spec_pane_set_store (self, NULL);
  g_clear_pointer (&self->record, genlock_record_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SPEC_PANE);

  G_OBJECT_CLASS (genlock_spec_pane_parent_class)->dispose (object);
}

static void
genlock_spec_pane_finalize (GObject *object)
{
  GenlockSpecPane *self = GENLOCK_SPEC_PANE (object);

  g_free (self->id);
  g_free (self->sources);

  G_OBJECT_CLASS (genlock_spec_pane_parent_class)->finalize (object);
}

static void
genlock_spec_pane_class_init (GenlockSpecPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_spec_pane_dispose;
  object_class->finalize = genlock_spec_pane_finalize;

  signals[ADOPT] = g_signal_new ("adopt", GENLOCK_TYPE_SPEC_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", GENLOCK_TYPE_SPEC_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (GENLOCK_TYPE_PORT_EDITOR);
  g_type_ensure (GENLOCK_TYPE_REAR_PANEL);
  g_type_ensure (GENLOCK_TYPE_SLOT_PAGE);
  g_type_ensure (GENLOCK_TYPE_SPEC_FORM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-spec-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, name);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, line);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, slots);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, slots_page);
  gtk_widget_class_bind_template_callback (widget_class, adopted_cb);
  gtk_widget_class_bind_template_callback (widget_class, load_again);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, panel);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, no_ports);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, shipped_box);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, shipped_label);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, sources_label);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, panel_window);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, switcher);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, parts);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, ports);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecPane, form);
  gtk_widget_class_bind_template_callback (widget_class, adopt_cb);
  gtk_widget_class_bind_template_callback (widget_class, port_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, port_selected_cb);
}

static void
genlock_spec_pane_init (GenlockSpecPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genlock_spec_pane_new (void)
{
  return g_object_new (GENLOCK_TYPE_SPEC_PANE, NULL);
}

void
genlock_spec_pane_set_store (GenlockSpecPane *self,
                             GenlockStore *store)
{
  g_return_if_fail (GENLOCK_IS_SPEC_PANE (self));
  g_return_if_fail (store == NULL || GENLOCK_IS_STORE (store));

  if (self->store == store)
    return;

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (self->slots != NULL)
    genlock_slot_page_set_store (self->slots, store);
  if (store != NULL)
    {
      g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      load (self);
    }
}

void
genlock_spec_pane_set_spec (GenlockSpecPane *self,
                            const char *id)
{
  g_return_if_fail (GENLOCK_IS_SPEC_PANE (self));

  if (g_strcmp0 (self->id, id) == 0 && (id == NULL) == (self->record == NULL))
    return;

  g_free (self->id);
  self->id = g_strdup (id);
  load (self);
}

void
genlock_spec_pane_set_shipped (GenlockSpecPane *self,
                               GenlockRecord *spec,
                               const char * const *sources)
{
  g_return_if_fail (GENLOCK_IS_SPEC_PANE (self));
  g_return_if_fail (spec != NULL);

  g_free (self->sources);
  self->sources = sources != NULL && sources[0] != NULL ? g_strjoinv ("; ", (GStrv) sources)
                                                        : NULL;

  g_clear_pointer (&self->id, g_free);
  set_record (self, spec);
}

GenlockRecord *
genlock_spec_pane_get_record (GenlockSpecPane *self)
{
  g_return_val_if_fail (GENLOCK_IS_SPEC_PANE (self), NULL);

  return self->record;
}

gboolean
genlock_spec_pane_finish_editing (GenlockSpecPane *self)
{
  g_return_val_if_fail (GENLOCK_IS_SPEC_PANE (self), TRUE);

  return genlock_port_editor_finish_editing (self->ports)
         && genlock_slot_page_finish_editing (self->slots)
         && genlock_spec_form_finish_editing (self->form);
}
