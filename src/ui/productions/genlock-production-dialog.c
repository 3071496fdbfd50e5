/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details of a show. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-validate.h"
#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-productions.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-date-row.h"
#include "ui/common/genlock-text-scale.h"
#include "ui/common/genlock-toasts.h"
#include "ui/productions/genlock-production-dialog.h"

struct _GenlockProductionDialog
{
  AdwWindow parent_instance;

  GenlockStore *store; /* owned */
  GenlockRecord *before; /* owned: the show as it is, or a new one */
  gboolean is_new;
  gboolean saving;
  GtkWidget *from; /* weak */
  GenlockProductionDone done; /* nullable */

  AdwEntryRow *show_name;
  AdwEntryRow *client;
  GtkLabel *show_error;
  AdwEntryRow *venue;
  AdwEntryRow *room;
  GenlockDateRow *load_in;
  GenlockDateRow *load_out;
  GtkLabel *dates_error;
  AdwComboRow *status;
  AdwEntryRow *show_info_url;
  GtkLabel *url_error;
};

G_DEFINE_FINAL_TYPE (GenlockProductionDialog, genlock_production_dialog, ADW_TYPE_WINDOW)

/* The rows of text and their fields. */
static const struct
{
  gsize row;
  guint field;
} texts[] = {
  { G_STRUCT_OFFSET (GenlockProductionDialog, show_name), GENLOCK_PRODUCTION_SHOW_NAME },
  { G_STRUCT_OFFSET (GenlockProductionDialog, client), GENLOCK_PRODUCTION_CLIENT },
  { G_STRUCT_OFFSET (GenlockProductionDialog, venue), GENLOCK_PRODUCTION_VENUE },
  { G_STRUCT_OFFSET (GenlockProductionDialog, room), GENLOCK_PRODUCTION_ROOM },
  { G_STRUCT_OFFSET (GenlockProductionDialog, show_info_url), GENLOCK_PRODUCTION_SHOW_INFO_URL },
};

static GtkEditable *
get_row (GenlockProductionDialog *self,
         guint index)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, texts[index].row);
}

/* What is typed without a scheme is a web address. */
static char *
dup_url (GenlockProductionDialog *self)
{
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->show_info_url))));

  if (*text == '\0' || g_uri_peek_scheme (text) != NULL)
    return g_steal_pointer (&text);

  return g_strconcat ("https://", text, NULL);
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  return (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0)
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/* Sets @record to what is typed; a row whose text does not fit is told in @error. */
static gboolean
read_texts (GenlockProductionDialog *self,
            GenlockRecord *record,
            GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (get_row (self, i))));
      g_autofree char *url = NULL;
      GenlockValue value = { 0 };

      if (texts[i].field == GENLOCK_PRODUCTION_SHOW_INFO_URL)
        url = dup_url (self);
      if (!genlock_field_parse (&genlock_productions, texts[i].field, url != NULL ? url : text,
                                &value, error))
        return FALSE;
      genlock_record_set_value (record, texts[i].field, &value);
      genlock_value_clear (&value);
    }

  return TRUE;
}

/* (nullable): the show as it is typed. */
static GenlockRecord *
read_record (GenlockProductionDialog *self,
             GError **error)
{
  g_autoptr (GenlockRecord) record = genlock_record_copy (self->before);
  guint status = adw_combo_row_get_selected (self->status);

  if (!read_texts (self, record, error))
    return NULL;

  genlock_record_set_text (record, GENLOCK_PRODUCTION_LOAD_IN,
                           genlock_date_row_get_day (self->load_in));
  genlock_record_set_text (record, GENLOCK_PRODUCTION_LOAD_OUT,
                           genlock_date_row_get_day (self->load_out));
  if (status != GTK_INVALID_LIST_POSITION)
    genlock_record_set_text (record, GENLOCK_PRODUCTION_STATUS, genlock_statuses[status].word);
  if (!genlock_record_validate (record, error))
    return NULL;

  return g_steal_pointer (&record);
}

static void
set_error (GtkLabel *label,
           GtkWidget *row,
           const char *sentence)
{
  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What is wrong with the dates; half typed ones are told by their own rows. */
static const char *
judge_dates (GenlockProductionDialog *self)
{
  const char *load_in = genlock_date_row_get_day (self->load_in);
  const char *load_out = genlock_date_row_get_day (self->load_out);

  if (load_in != NULL && load_out != NULL && g_strcmp0 (load_out, load_in) < 0)
    return _("Load-out is before load-in.");

  return NULL;
}

static gboolean
is_valid (GenlockProductionDialog *self)
{
  g_autofree char *url = dup_url (self);
  g_autoptr (GenlockRecord) record = NULL;

  if (!genlock_date_row_get_valid (self->load_in) || !genlock_date_row_get_valid (self->load_out)
      || judge_dates (self) != NULL || (*url != '\0' && !is_web_address (url)))
    return FALSE;

  record = read_record (self, NULL);
  return record != NULL;
}

static void
changed_cb (GenlockProductionDialog *self)
{
  g_autofree char *url = NULL;

  if (self->before == NULL)
    return;

  url = dup_url (self);
  set_error (self->dates_error, GTK_WIDGET (self->load_out), judge_dates (self));
  set_error (self->url_error, GTK_WIDGET (self->show_info_url), NULL);
  set_error (self->show_error, GTK_WIDGET (self->show_name), NULL);
  genlock_date_row_set_near (self->load_out, genlock_date_row_get_day (self->load_in));
  genlock_date_row_set_near (self->load_in, genlock_date_row_get_day (self->load_out));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save",
                                 !self->saving && is_valid (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.open-url", is_web_address (url));
}

/* Says what is missing. */
static void
judge (GenlockProductionDialog *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->show_name)));
  g_autofree char *url = dup_url (self);
  gboolean focused = gtk_widget_has_focus (
    GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->show_name))));

  if (!focused && *g_strstrip (name) == '\0')
    set_error (self->show_error, GTK_WIDGET (self->show_name), _("A show needs a name."));
  if (*url != '\0' && !is_web_address (url))
    set_error (self->url_error, GTK_WIDGET (self->show_info_url),
               _("This is no web address: it begins with https:// and names a host."));
  if (judge_dates (self) == NULL
      && !(genlock_date_row_get_valid (self->load_in)
           && genlock_date_row_get_valid (self->load_out)))
    {
      gtk_label_set_label (self->dates_error,
                           _("This is no day. Type it like 2026-05-02 or pick it."));
      gtk_widget_show (GTK_WIDGET (self->dates_error));
    }
}

/* A row is left, which also happens when the dialog goes. */
static void
left_cb (GenlockProductionDialog *self)
{
  if (self->before != NULL)
    judge (self);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GenlockProductionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);
  gboolean closed = !gtk_widget_get_visible (GTK_WIDGET (self));

  self->saving = FALSE;
  if (changes == NULL)
    {
      if (closed && self->from != NULL)
        genlock_toast_error (self->from, error);
      else if (!closed)
        {
          genlock_toast_error (GTK_WIDGET (self), error);
          changed_cb (self);
        }
      return;
    }

  if (self->done != NULL && self->from != NULL)
    self->done (genlock_record_get_id (self->before), self->from);
  if (!closed)
    gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockProductionDialog *self = GENLOCK_PRODUCTION_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockRecord) record = read_record (self, &error);
  g_autoptr (GenlockRecord) change = NULL;
  g_autoptr (GenlockBatch) batch = genlock_batch_new (self->is_new ? "ADD" : "EDIT");

  if (record == NULL)
    {
      genlock_toast_error (widget, error);
      return;
    }

  change = self->is_new ? genlock_record_ref (record)
                        : genlock_record_diff (self->before, record);
  if (change == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  if (self->is_new)
    genlock_batch_insert (batch, g_steal_pointer (&change));
  else
    genlock_batch_update (batch, g_steal_pointer (&change));
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  genlock_store_apply_async (self->store, batch, NULL, saved_cb, g_object_ref (self));
}

static void
open_url_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  g_autofree char *url = dup_url (GENLOCK_PRODUCTION_DIALOG (widget));

  gtk_show_uri (GTK_WINDOW (widget), url, GDK_CURRENT_TIME);
}

static void
show_record (GenlockProductionDialog *self)
{
  const char *status = genlock_record_get_text (self->before, GENLOCK_PRODUCTION_STATUS);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const GenlockField *field = genlock_table_get_field (&genlock_productions, texts[i].field);
      const char *text = genlock_record_get_text (self->before, texts[i].field);

      gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (get_row (self, i))),
                               (int) field->bounds.max);
      gtk_editable_set_text (get_row (self, i), text != NULL ? text : "");
    }
  genlock_date_row_set_day (self->load_in,
                            genlock_record_get_text (self->before, GENLOCK_PRODUCTION_LOAD_IN));
  genlock_date_row_set_day (self->load_out,
                            genlock_record_get_text (self->before, GENLOCK_PRODUCTION_LOAD_OUT));
  for (guint i = 0; genlock_statuses[i].word != NULL; i++)
    if (g_strcmp0 (genlock_statuses[i].word, status) == 0)
      adw_combo_row_set_selected (self->status, i);
}

static void
genlock_production_dialog_dispose (GObject *object)
{
  GenlockProductionDialog *self = GENLOCK_PRODUCTION_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->before, genlock_record_unref);
  g_clear_weak_pointer (&self->from);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_PRODUCTION_DIALOG);

  G_OBJECT_CLASS (genlock_production_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, show_name);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, client);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, show_error);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, venue);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, room);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, load_in);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, load_out);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, dates_error);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, status);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, show_info_url);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionDialog, url_error);
}

static void
genlock_production_dialog_class_init (GenlockProductionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_production_dialog_dispose;

  g_type_ensure (GENLOCK_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/productions/genlock-production-dialog.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.open-url", NULL, open_url_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
watch (GenlockProductionDialog *self,
       GtkEditable *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_editable_get_delegate (row)), focus);
}

/* The groups have no title to be called by. */
static void
name_group (gpointer row,
            const char *label)
{
  genlock_accessible_set_label_inside (
    gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_PREFERENCES_GROUP), GTK_TYPE_LIST_BOX,
    label);
}

static void
genlock_production_dialog_init (GenlockProductionDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_text_scale_window (GTK_WINDOW (self));

  for (guint i = 0; genlock_statuses[i].word != NULL; i++)
    gtk_string_list_append (labels, _(genlock_statuses[i].label));
  adw_combo_row_set_model (self->status, G_LIST_MODEL (labels));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    watch (self, get_row (self, i));
  watch (self, GTK_EDITABLE (self->load_in));
  watch (self, GTK_EDITABLE (self->load_out));
  g_signal_connect_swapped (self->status, "notify::selected", G_CALLBACK (changed_cb), self);

  name_group (self->show_name, _("Show"));
  name_group (self->venue, _("Venue"));
  name_group (self->load_in, _("Load-in"));
  name_group (self->status, _("Status"));
}

void
genlock_production_dialog_present (GtkWidget *from,
                                   GenlockStore *store,
                                   GenlockRecord *production,
                                   GenlockProductionDone done)
{
  GenlockProductionDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (GENLOCK_IS_STORE (store));

  root = gtk_widget_get_root (from);
  self = g_object_new (GENLOCK_TYPE_PRODUCTION_DIALOG,
                       "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                       "title", production != NULL ? _("Edit Show") : _("New Show"),
                       NULL);
  self->store = g_object_ref (store);
  self->is_new = production == NULL;
  self->done = done;
  g_set_weak_pointer (&self->from, from);
  self->before = production != NULL ? genlock_record_ref (production)
                                    : genlock_record_new_row (&genlock_productions, NULL);
  show_record (self);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->show_name));
  gtk_window_present (GTK_WINDOW (self));
}
