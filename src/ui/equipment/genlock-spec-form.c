/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a piece of equipment is, as a form: its kind, its formats, its details. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-spec-edit.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-error-words.h"
#include "ui/common/genlock-format-popover.h"
#include "ui/common/genlock-toasts.h"
#include "ui/equipment/genlock-spec-form.h"
#include "ui/lists/genlock-field-row.h"

struct _GenlockSpecForm
{
  AdwBin parent_instance;

  GenlockStore *store; /* owned, nullable */
  GenlockRecord *spec; /* owned, nullable */
  GenlockRecord *ahead; /* owned, nullable: @spec as the changes on their way leave it */
  guint n_waiting; /* changes on their way */
  guint turn; /* of the changes that @ahead holds; others are no longer waited for */
  gboolean editable;
  gboolean showing; /* whether the rows change by ourselves */

  GenlockFieldRow *manufacturer;
  GenlockFieldRow *model;
  AdwComboRow *category;
  AdwComboRow *architecture;
  GtkSwitch *secondary;
  AdwPreferencesGroup *formats;
  GtkMenuButton *add_format;
  AdwActionRow *by_io_row;
  GtkSwitch *by_io;
  AdwPreferencesGroup *details;
  AdwEntryRow *new_detail;

  GPtrArray *format_rows; /* owned (element-type GtkWidget), unowned elements */
  GPtrArray *detail_rows; /* owned (element-type GtkWidget), unowned elements */
};

G_DEFINE_FINAL_TYPE (GenlockSpecForm, genlock_spec_form, ADW_TYPE_BIN)

typedef struct
{
  GenlockSpecForm *form; /* owned */
  char *words; /* owned, nullable */
  guint turn;
} Request;

/* What the form shows and the next change starts from. */
static GenlockRecord *
get_current (GenlockSpecForm *self)
{
  return self->ahead != NULL ? self->ahead : self->spec;
}

static void
forget_ahead (GenlockSpecForm *self)
{
  g_clear_pointer (&self->ahead, genlock_record_unref);
  self->n_waiting = 0;
  self->turn++;
}

/* Takes the change up at once: the next one may be made before the store has it. */
static void
go_ahead (GenlockSpecForm *self,
          const GenlockBatch *batch)
{
  GenlockRecord *ahead = genlock_record_copy (get_current (self));
  const GenlockTable *table = genlock_record_get_table (ahead);

  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockRecord *change = genlock_batch_get_op (batch, i)->record;

      for (guint j = table->n_meta; j < table->n_fields; j++)
        if (!genlock_record_is_absent (change, j))
          genlock_record_set_value (ahead, j, genlock_record_get_value (change, j));
    }

  g_clear_pointer (&self->ahead, genlock_record_unref);
  self->ahead = ahead;
  self->n_waiting++;
}

/* What was refused is shown as it was. */
static void
show_again (GenlockSpecForm *self)
{
  genlock_spec_form_set_spec (self, self->store, self->spec, self->editable);
}

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (GenlockSpecForm) self = request->form;
  g_autofree char *words = request->words;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);

  if (changes == NULL)
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      forget_ahead (self);
      show_again (self);
      return;
    }

  if (request->turn == self->turn && --self->n_waiting == 0)
    {
      forget_ahead (self);
      show_again (self);
    }
  if (words != NULL)
    genlock_toast_undo (GTK_WIDGET (self), words, genlock_changes_get_step (changes));
}

/* @batch: (transfer full) (nullable): nothing to change; @words: (transfer full) (nullable) */
static void
apply (GenlockSpecForm *self,
       GenlockBatch *batch,
       char *words)
{
  g_autoptr (GenlockBatch) owned = batch;
  Request *request;

  if (batch == NULL)
    {
      g_free (words);
      return;
    }

  request = g_new0 (Request, 1);
  request->form = g_object_ref (self);
  request->words = words;
  request->turn = self->turn;
  go_ahead (self, owned);
  genlock_store_apply_async (self->store, owned, NULL, applied_cb, request);
  show_again (self);
}

static gboolean
can_edit (GenlockSpecForm *self)
{
  return !self->showing && self->spec != NULL && self->editable;
}

static void
text_edited_cb (GenlockFieldRow *row,
                const char *text,
                GenlockSpecForm *self)
{
  guint field = row == self->model ? GENLOCK_EQUIPMENT_SPEC_MODEL
                                   : GENLOCK_EQUIPMENT_SPEC_MANUFACTURER;
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch;

  if (!can_edit (self))
    return;

  batch = genlock_spec_set_build (get_current (self), field, text, &error);
  if (error != NULL)
    {
      g_autofree char *sentence = genlock_error_dup_sentence (error);

      genlock_field_row_set_error (row, sentence);
      return;
    }

  genlock_field_row_set_error (row, NULL);
  apply (self, batch, NULL);
}

static void
set_choice (GenlockSpecForm *self,
            guint field,
            const char *word)
{
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch = genlock_spec_set_build (get_current (self), field, word, &error);

  if (error != NULL)
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      show_again (self);
      return;
    }

  apply (self, batch, NULL);
}

static void
chosen_cb (AdwComboRow *row,
           GParamSpec *pspec,
           GenlockSpecForm *self)
{
  guint place = adw_combo_row_get_selected (row);

  if (!can_edit (self) || place == GTK_INVALID_LIST_POSITION)
    return;

  if (row == self->category)
    set_choice (self, GENLOCK_EQUIPMENT_SPEC_CATEGORY, genlock_categories[place].word);
  else
    set_choice (self, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE,
                genlock_io_architectures[place].word);
}

static void
switched_cb (GtkSwitch *toggle,
             GParamSpec *pspec,
             GenlockSpecForm *self)
{
  if (can_edit (self))
    set_choice (self, GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE,
                gtk_switch_get_active (toggle) ? "true" : "false");
}

static void
by_io_cb (GtkSwitch *toggle,
          GParamSpec *pspec,
          GenlockSpecForm *self)
{
  gboolean by_io = gtk_switch_get_active (toggle);

  if (can_edit (self))
    apply (self, genlock_spec_format_by_io_build (get_current (self), by_io),
           genlock_spec_format_by_io_dup_text (get_current (self), by_io));
}

/* The list of formats without the one at @place, moved by @by where that is not 0, or with @more
 * at its end. */
static void
change_formats (GenlockSpecForm *self,
                int place,
                int by,
                const char *more)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) formats = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (!can_edit (self))
    return;

  formats = genlock_spec_get_formats (get_current (self), &error);
  if (formats == NULL)
    {
      genlock_toast_error (GTK_WIDGET (self), error);
      return;
    }

  for (int i = 0; formats[i] != NULL; i++)
    if (i != place)
      g_ptr_array_add (list, formats[i]);
  if (place >= 0 && by != 0)
    g_ptr_array_insert (list, CLAMP (place + by, 0, (int) list->len), formats[place]);
  if (more != NULL)
    g_ptr_array_add (list, (gpointer) more);
  g_ptr_array_add (list, NULL);

  apply (self,
         genlock_spec_formats_build (get_current (self), (const char * const *) list->pdata), NULL);
}

static void
format_button_cb (GtkButton *button,
                  GenlockSpecForm *self)
{
  int place = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "genlock-place"));
  int by = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "genlock-by"));

  change_formats (self, place, by, NULL);
}

static void
format_closed_cb (GenlockFormatPopover *popover,
                  GenlockSpecForm *self)
{
  GenlockFormat format;
  char buffer[GENLOCK_FORMAT_TEXT_SIZE];

  if (genlock_format_popover_get_changed (popover, &format))
    change_formats (self, -1, 0, genlock_format_print (&format, buffer));
}

static void
format_shown_cb (GenlockFormatPopover *popover,
                 GenlockSpecForm *self)
{
  genlock_format_popover_set_format (popover, &(GenlockFormat) { 0 });
}

/* It has many widgets. */
static void
create_format_cb (GtkMenuButton *button,
                  gpointer user_data)
{
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = genlock_format_popover_new (&(GenlockFormat) { 0 });
  g_signal_connect (popover, "show", G_CALLBACK (format_shown_cb), user_data);
  g_signal_connect (popover, "closed", G_CALLBACK (format_closed_cb), user_data);
  gtk_menu_button_set_popover (button, popover);
}

static void
add_format_button (GenlockSpecForm *self,
                   GtkWidget *row,
                   const char *icon_name,
                   const char *words,
                   int place,
                   int by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  g_autofree char *label =
    g_strdup_printf ("%s: %s", words, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_add_css_class (button, "flat");
  genlock_accessible_set_label (button, label);
  g_object_set_data (G_OBJECT (button), "genlock-place", GINT_TO_POINTER (place));
  g_object_set_data (G_OBJECT (button), "genlock-by", GINT_TO_POINTER (by));
  g_signal_connect_object (button, "clicked", G_CALLBACK (format_button_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_formats (GenlockSpecForm *self)
{
  g_auto (GStrv) formats = genlock_spec_get_formats (get_current (self), NULL);
  guint n = formats != NULL ? g_strv_length (formats) : 0;
  gboolean same = n == self->format_rows->len;

  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (adw_preferences_row_get_title (self->format_rows->pdata[i]), formats[i]);
  if (same)
    return;

  for (guint i = 0; i < self->format_rows->len; i++)
    adw_preferences_group_remove (self->formats, self->format_rows->pdata[i]);
  g_ptr_array_set_size (self->format_rows, 0);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), formats[i]);
      if (i > 0)
        add_format_button (self, row, "go-up-symbolic", _("Move up"), i, -1);
      if (i + 1 < n)
        add_format_button (self, row, "go-down-symbolic", _("Move down"), i, 1);
      add_format_button (self, row, "edit-delete-symbolic", _("Remove"), i, 0);
      adw_preferences_group_add (self->formats, row);
      g_ptr_array_add (self->format_rows, row);
    }
}

static void
detail_edited_cb (GtkWidget *row,
                  const char *text,
                  GenlockSpecForm *self)
{
  const char *key = g_object_get_data (G_OBJECT (row), "genlock-key");
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch;

  if (!can_edit (self))
    return;

  batch = genlock_spec_detail_build (get_current (self), key, NULL, text, &error);
  if (error != NULL)
    genlock_field_row_set_error (GENLOCK_FIELD_ROW (row), error->message);
  else
    apply (self, batch, NULL);
}

static void
remove_detail_cb (GtkButton *button,
                  GenlockSpecForm *self)
{
  const char *key = g_object_get_data (G_OBJECT (button), "genlock-key");
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch;

  if (!can_edit (self))
    return;

  batch = genlock_spec_detail_build (get_current (self), key, NULL, NULL, &error);
  if (error != NULL)
    genlock_toast_error (GTK_WIDGET (self), error);
  else
    apply (self, batch, g_strdup_printf (_("“%s” removed"), key));
}

static void
add_detail_row (GenlockSpecForm *self,
                const GenlockSpecDetail *detail)
{
  g_autofree char *title = g_markup_escape_text (detail->key, -1);
  g_autofree char *label = g_strdup_printf ("%s: %s", _("Remove"), detail->key);
  GtkWidget *row = genlock_field_row_new (NULL, title, NULL, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  g_object_set_data_full (G_OBJECT (row), "genlock-key", g_strdup (detail->key), g_free);
  g_object_set_data_full (G_OBJECT (button), "genlock-key", g_strdup (detail->key), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_widget_add_css_class (button, "flat");
  genlock_accessible_set_label (button, label);
  g_signal_connect_object (row, "edited", G_CALLBACK (detail_edited_cb), self, 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_detail_cb), self, 0);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  adw_preferences_group_add (self->details, row);
  g_ptr_array_add (self->detail_rows, row);
}

static void
show_details (GenlockSpecForm *self)
{
  g_autoptr (GPtrArray) details = genlock_spec_list_details (get_current (self), NULL);
  guint n = details != NULL ? details->len : 0;
  gboolean same = n == self->detail_rows->len;

  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (g_object_get_data (self->detail_rows->pdata[i], "genlock-key"),
                        ((GenlockSpecDetail *) g_ptr_array_index (details, i))->key);

  if (!same)
    {
      for (guint i = 0; i < self->detail_rows->len; i++)
        adw_preferences_group_remove (self->details, self->detail_rows->pdata[i]);
      g_ptr_array_set_size (self->detail_rows, 0);
      for (guint i = 0; i < n; i++)
        add_detail_row (self, g_ptr_array_index (details, i));
    }

  for (guint i = 0; i < n; i++)
    genlock_field_row_set_text (self->detail_rows->pdata[i],
                                ((GenlockSpecDetail *) g_ptr_array_index (details, i))->text);
}

static void
add_detail_cb (GenlockSpecForm *self)
{
  g_autofree char *key = g_strstrip (g_strdup (
                                       gtk_editable_get_text (GTK_EDITABLE (self->new_detail))));
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch;

  if (!can_edit (self))
    return;

  batch = genlock_spec_detail_build (get_current (self), NULL, key, "", &error);
  if (error != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_detail), error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->new_detail), "error");
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->new_detail), "");
  apply (self, batch, NULL);
}

static void
new_detail_changed_cb (GenlockSpecForm *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->new_detail), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_detail),
                                 _("Add a detail: its name"));
}

static void
show_choice (AdwComboRow *row,
             const GenlockChoice *choices,
             const char *word)
{
  for (guint i = 0; choices[i].word != NULL; i++)
    if (g_strcmp0 (choices[i].word, word) == 0)
      adw_combo_row_set_selected (row, i);
}

static void
show (GenlockSpecForm *self)
{
  const GenlockRecord *spec = get_current (self);
  gboolean by_io;

  if (spec == NULL)
    return;

  by_io = genlock_record_get_bool (spec, GENLOCK_EQUIPMENT_SPEC_FORMAT_BY_IO);
  self->showing = TRUE;
  genlock_field_row_set_text (self->manufacturer,
                              genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER));
  genlock_field_row_set_text (self->model,
                              genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL));
  show_choice (self->category, genlock_categories,
               genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY));
  show_choice (self->architecture, genlock_io_architectures,
               genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE));
  gtk_switch_set_active (self->secondary,
                         genlock_record_get_bool (spec,
                                                  GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE));
  gtk_switch_set_active (self->by_io, by_io);
  adw_action_row_set_subtitle (self->by_io_row,
                               by_io ? _("Off: all ports take the formats of the device. Nothing "
                                         "is lost by switching.")
                                     : _("All ports take the formats of the device. Nothing is "
                                         "lost by switching."));
  show_formats (self);
  show_details (self);
  self->showing = FALSE;
}

static void
genlock_spec_form_dispose (GObject *object)
{
  GenlockSpecForm *self = GENLOCK_SPEC_FORM (object);

  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_SPEC_FORM);
  g_clear_object (&self->store);
  g_clear_pointer (&self->spec, genlock_record_unref);
  g_clear_pointer (&self->ahead, genlock_record_unref);

  G_OBJECT_CLASS (genlock_spec_form_parent_class)->dispose (object);
}

static void
genlock_spec_form_finalize (GObject *object)
{
  GenlockSpecForm *self = GENLOCK_SPEC_FORM (object);

  g_ptr_array_unref (self->format_rows);
  g_ptr_array_unref (self->detail_rows);

  G_OBJECT_CLASS (genlock_spec_form_parent_class)->finalize (object);
}

static void
genlock_spec_form_class_init (GenlockSpecFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_spec_form_dispose;
  object_class->finalize = genlock_spec_form_finalize;

  g_type_ensure (GENLOCK_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-spec-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, manufacturer);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, model);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, category);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, architecture);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, secondary);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, formats);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, add_format);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, by_io_row);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, by_io);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, details);
  gtk_widget_class_bind_template_child (widget_class, GenlockSpecForm, new_detail);
  gtk_widget_class_bind_template_callback (widget_class, text_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_io_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_detail_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_detail_changed_cb);
}

static void
set_choices (AdwComboRow *row,
             const GenlockChoice *choices)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].word != NULL; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
genlock_spec_form_init (GenlockSpecForm *self)
{
  self->format_rows = g_ptr_array_new ();
  self->detail_rows = g_ptr_array_new ();
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_field_row_set_title (self->manufacturer, _("Manufacturer"));
  genlock_field_row_set_title (self->model, _("Model"));
  set_choices (self->category, genlock_categories);
  set_choices (self->architecture, genlock_io_architectures);
  gtk_menu_button_set_create_popup_func (self->add_format, create_format_cb, self, NULL);
  genlock_accessible_set_label (GTK_WIDGET (self->add_format), _("Add a format"));
  self->showing = FALSE;
}

void
genlock_spec_form_set_spec (GenlockSpecForm *self,
                            GenlockStore *store,
                            GenlockRecord *spec,
                            gboolean editable)
{
  g_return_if_fail (GENLOCK_IS_SPEC_FORM (self));

  if (self->ahead != NULL
      && (spec == NULL || store != self->store
          || strcmp (genlock_record_get_id (spec), genlock_record_get_id (self->ahead)) != 0))
    forget_ahead (self);
  if (spec != NULL)
    genlock_record_ref (spec);
  g_clear_pointer (&self->spec, genlock_record_unref);
  self->spec = spec;
  g_set_object (&self->store, store);
  self->editable = editable;
  gtk_widget_set_sensitive (GTK_WIDGET (self), editable);
  show (self);
}

gboolean
genlock_spec_form_finish_editing (GenlockSpecForm *self)
{
  gboolean fits = TRUE;

  g_return_val_if_fail (GENLOCK_IS_SPEC_FORM (self), TRUE);

  fits &= genlock_field_row_commit (self->manufacturer);
  fits &= genlock_field_row_commit (self->model);
  for (guint i = 0; i < self->detail_rows->len; i++)
    fits &= genlock_field_row_commit (self->detail_rows->pdata[i]);

  return fits;
}
