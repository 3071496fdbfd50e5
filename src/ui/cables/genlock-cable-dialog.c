/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cable, new or changed: from an output to an input, with what the rules say of it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "signal/genlock-signal-ends.h"
#include "signal/genlock-signal-split.h"
#include "ui/cables/genlock-cable-dialog.h"
#include "ui/cables/genlock-port-chooser.h"
#include "ui/common/genlock-problem-words.h"

/* More sentences than this are not read. */
#define PROBLEMS_SHOWN 3

struct _GenlockCableDialog
{
  AdwWindow parent_instance;

  GenlockCheckedShow *show; /* owned */
  char *row_id;             /* owned, nullable: of the cable that is changed */

  GenlockPortChooser *from;
  GenlockPortChooser *to;
  GtkImage *mark;
  GtkLabel *verdict;
  GtkCheckButton *replace;
  GtkButton *connect;
};

enum
{
  CONNECT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockCableDialog, genlock_cable_dialog, ADW_TYPE_WINDOW)

static void
say (GenlockCableDialog *self,
     GenlockMark mark,
     const char *text)
{
  static const char * const classes[] = { "error", "warning", "dim-label" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), classes[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), mark != GENLOCK_MARK_NONE);
  if (mark != GENLOCK_MARK_NONE)
    {
      gtk_image_set_from_icon_name (self->mark, genlock_mark_get_icon (mark));
      gtk_widget_add_css_class (GTK_WIDGET (self->mark), genlock_mark_get_css_class (mark));
    }
  gtk_label_set_label (self->verdict, text);
}

/* What the rules say of the cable. What is only not known yet of a new one, its length, is no
 * reason to doubt it. */
static void
say_problems (GenlockCableDialog *self,
              GPtrArray *problems)
{
  GenlockMark mark = GENLOCK_MARK_NONE;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < problems->len && n < PROBLEMS_SHOWN; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      if (problem->severity == GENLOCK_SEVERITY_NOT_CHECKED
          || problem->rule == GENLOCK_RULE_NO_LENGTH)
        continue;

      if (mark == GENLOCK_MARK_NONE)
        mark = genlock_severity_get_mark (problem->severity);
      g_string_append_printf (text, "%s%s", n > 0 ? "\n" : "", problem->sentence);
      n++;
    }

  say (self, mark, n > 0 ? text->str : _("Nothing speaks against it."));
}

/* (nullable): the cable that is changed; %NULL where it has gone meanwhile, or is new. */
static GenlockSignalRow *
find_row (GenlockCableDialog *self)
{
  GenlockSignalRow *row =
    self->row_id != NULL
    ? genlock_signal_graph_get_row (genlock_checked_show_get_graph (self->show), self->row_id)
    : NULL;

  return row != NULL && row->n_links > 0 ? row : NULL;
}

/* By another cable than this one. */
static gboolean
is_fed (GenlockCableDialog *self,
        const GenlockSignalPort *port)
{
  const GenlockSignalRow *row = find_row (self);

  for (guint i = 0; port->in != NULL && i < port->in->len; i++)
    if (((GenlockSignalLink *) port->in->pdata[i])->row != row)
      return TRUE;

  return FALSE;
}

static gboolean
is_same (const GenlockSignalRow *row,
         const GenlockSignalPort *from,
         const GenlockSignalPort *to)
{
  return row->links[0].from == from && row->links[row->n_links - 1].to == to;
}

/* (transfer full) (nullable): the cable as it would be. */
static GenlockRecord *
make_row (GenlockCableDialog *self,
          const GenlockSignalPort *from,
          const GenlockSignalPort *to,
          GError **error)
{
  const GenlockSignalRow *row = find_row (self);
  g_autoptr (GenlockRecord) update = NULL;
  GenlockRecord *after;

  if (self->row_id == NULL)
    return genlock_signal_connect_make (from, to,
                                        genlock_checked_show_get_production (self->show));

  update = genlock_record_new (&genlock_connections);
  if (row == NULL || !genlock_signal_end_write (row->record, TRUE, from, update, error)
      || !genlock_signal_end_write (row->record, FALSE, to, update, error))
    return NULL;

  after = genlock_record_copy (row->record);
  for (guint i = genlock_connections.n_meta; i < genlock_connections.n_fields; i++)
    if (!genlock_record_is_absent (update, i))
      genlock_record_set_value (after, i, genlock_record_get_value (update, i));

  return after;
}

/* (nullable): why there is nothing to look at. */
static const char *
get_lack (GenlockCableDialog *self,
          const GenlockSignalPort *from,
          const GenlockSignalPort *to)
{
  const GenlockSignalRow *row = find_row (self);

  if (self->row_id != NULL && row == NULL)
    return _("This cable has been deleted meanwhile.");
  if (from == NULL)
    return _("Choose where the signal comes from.");
  if (to == NULL)
    return _("Choose where it goes.");

  return row != NULL && is_same (row, from, to) ? _("This is how it is connected now.") : NULL;
}

static void
update (GenlockCableDialog *self)
{
  GenlockSignalPort *from;
  GenlockSignalPort *to;
  g_autoptr (GenlockRecord) row = NULL;
  g_autoptr (GError) error = NULL;
  const char *lack;
  gboolean fed;

  if (self->show == NULL)
    return;

  from = genlock_port_chooser_get_port (self->from);
  to = genlock_port_chooser_get_port (self->to);
  fed = to != NULL && is_fed (self, to);
  gtk_widget_set_visible (GTK_WIDGET (self->replace), fed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.connect", FALSE);
  lack = get_lack (self, from, to);
  if (lack != NULL)
    {
      say (self, GENLOCK_MARK_NONE, lack);
      return;
    }

  row = make_row (self, from, to, &error);
  if (row == NULL)
    {
      say (self, GENLOCK_MARK_ERROR,
           error != NULL ? error->message
                         : _("These two cannot be joined in this direction."));
      return;
    }

  if (fed && gtk_check_button_get_active (self->replace))
    {
      say (self, GENLOCK_MARK_INFO, _("What feeds this input now is taken out."));
    }
  else
    {
      g_autoptr (GPtrArray) problems = genlock_checked_show_try (self->show, row);

      say_problems (self, problems);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.connect",
                                 !fed || gtk_check_button_get_active (self->replace));
}

static void
from_activated_cb (GenlockCableDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->to));
}

static void
to_activated_cb (GenlockCableDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dialog.connect", NULL);
}

static const char *
find_cable (const GenlockBatch *batch)
{
  for (guint i = genlock_batch_get_length (batch); i > 0; i--)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i - 1);

      if (op->kind == GENLOCK_OP_INSERT && op->table == &genlock_connections)
        return genlock_record_get_id (op->record);
    }

  return NULL;
}

/* (transfer full) (nullable) */
static GenlockBatch *
build (GenlockCableDialog *self,
       const GenlockSignalPort *from,
       const GenlockSignalPort *to)
{
  const GenlockSignalRow *row = find_row (self);
  gboolean replace = gtk_check_button_get_active (self->replace);

  if (from == NULL || to == NULL || (self->row_id != NULL && row == NULL))
    return NULL;
  if (row == NULL)
    return genlock_signal_connect_build (from, to,
                                         genlock_checked_show_get_production (self->show), replace);

  return genlock_signal_reconnect_build (row, row->links[0].from != from ? from : NULL,
                                         row->links[row->n_links - 1].to != to ? to : NULL,
                                         replace);
}

static void
connect_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  GenlockCableDialog *self = GENLOCK_CABLE_DIALOG (widget);
  g_autoptr (GenlockBatch) batch = build (self, genlock_port_chooser_get_port (self->from),
                                          genlock_port_chooser_get_port (self->to));

  if (batch == NULL)
    {
      update (self);
      return;
    }

  g_signal_emit (self, signals[CONNECT], 0, batch,
                 self->row_id != NULL ? self->row_id : find_cable (batch));
  gtk_window_close (GTK_WINDOW (self));
}

static void
genlock_cable_dialog_dispose (GObject *object)
{
  GenlockCableDialog *self = GENLOCK_CABLE_DIALOG (object);

  if (self->show != NULL)
    g_signal_handlers_disconnect_by_func (self->show, update, self);
  g_clear_object (&self->show);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_CABLE_DIALOG);

  G_OBJECT_CLASS (genlock_cable_dialog_parent_class)->dispose (object);
}

static void
genlock_cable_dialog_finalize (GObject *object)
{
  g_free (GENLOCK_CABLE_DIALOG (object)->row_id);

  G_OBJECT_CLASS (genlock_cable_dialog_parent_class)->finalize (object);
}

static void
genlock_cable_dialog_class_init (GenlockCableDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_cable_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_cable_dialog_finalize;

  signals[CONNECT] = g_signal_new ("connect", GENLOCK_TYPE_CABLE_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER,
                                   G_TYPE_STRING);

  g_type_ensure (GENLOCK_TYPE_PORT_CHOOSER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/cables/genlock-cable-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockCableDialog, from);
  gtk_widget_class_bind_template_child (widget_class, GenlockCableDialog, to);
  gtk_widget_class_bind_template_child (widget_class, GenlockCableDialog, mark);
  gtk_widget_class_bind_template_child (widget_class, GenlockCableDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, GenlockCableDialog, replace);
  gtk_widget_class_bind_template_child (widget_class, GenlockCableDialog, connect);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, from_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_activated_cb);

  gtk_widget_class_install_action (widget_class, "dialog.connect", NULL, connect_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
genlock_cable_dialog_init (GenlockCableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
genlock_cable_dialog_new (GtkWindow *parent,
                          GenlockCheckedShow *show)
{
  GenlockCableDialog *self;

  g_return_val_if_fail (genlock_checked_show_get_check (show) != NULL, NULL);

  self = g_object_new (GENLOCK_TYPE_CABLE_DIALOG, "transient-for", parent, NULL);
  genlock_port_chooser_set_up (self->from, _("From"), show, TRUE);
  genlock_port_chooser_set_up (self->to, _("To"), show, FALSE);
  self->show = g_object_ref (show);
  g_signal_connect_object (show, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->from));
  update (self);

  return GTK_WINDOW (self);
}

GtkWindow *
genlock_cable_dialog_new_for (GtkWindow *parent,
                              GenlockCheckedShow *show,
                              const char *id,
                              gboolean to)
{
  GenlockSignalRow *row;
  GenlockCableDialog *self;
  GenlockSignalPort *ends[2];

  g_return_val_if_fail (genlock_checked_show_get_check (show) != NULL, NULL);

  row = genlock_signal_graph_get_row (genlock_checked_show_get_graph (show), id);
  if (row == NULL || row->n_links == 0)
    return NULL;

  ends[0] = row->links[0].from;
  ends[1] = row->links[row->n_links - 1].to;
  self = g_object_new (GENLOCK_TYPE_CABLE_DIALOG, "transient-for", parent,
                       "title", _("Change Cable"), NULL);
  gtk_button_set_label (self->connect, _("C_hange"));
  self->row_id = g_strdup (id);
  /* Those of a crosspoint are of the other directions. */
  genlock_port_chooser_set_up (self->from, _("From"), show, ends[0]->is_output);
  genlock_port_chooser_set_up (self->to, _("To"), show, ends[1]->is_output);
  genlock_port_chooser_set_port (self->from, ends[0]);
  genlock_port_chooser_set_port (self->to, ends[1]);
  self->show = g_object_ref (show);
  g_signal_connect_object (show, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (to ? self->to : self->from));
  update (self);

  return GTK_WINDOW (self);
}
