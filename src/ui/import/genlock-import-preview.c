/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would bring, to choose from, and what it would not. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-productions.h"
#include "ui/common/genlock-accessible.h"
#include "ui/import/genlock-import-answers.h"
#include "ui/import/genlock-import-notes.h"
#include "ui/import/genlock-import-preview.h"
#include "ui/import/genlock-import-tree-row.h"
#include "ui/import/genlock-import-tree.h"
#include "ui/import/genlock-import-words.h"

struct _GenlockImportPreview
{
  GtkWidget parent_instance;

  GenlockImportPlan *plan; /* owned, nullable */
  GenlockImportTree *tree; /* owned, nullable */
  GPtrArray *shows; /* owned, nullable (element-type GenlockRecord): to import into */
  gboolean setting; /* the answers are set, nobody gives them */
  gboolean asked; /* the answers are those of the plan, not of files before */
  guint asked_into; /* what the plan was read with */
  char *asked_name; /* owned, nullable */
  char *asked_client; /* owned, nullable */

  GtkWidget *box;
  AdwViewStack *stack;
  AdwViewSwitcherBar *bar;
  GtkWidget *options;
  GtkWidget *into_group;
  AdwComboRow *into;
  AdwEntryRow *show_name;
  AdwEntryRow *client;
  GenlockImportAnswers *answers;
  GtkWidget *choices_group;
  AdwActionRow *samples_row;
  GtkSwitch *samples;
  AdwActionRow *different_row;
  GtkSwitch *different;
  GtkLabel *summary;
  GtkListView *rows;
  AdwViewStackPage *notes_page;
  GtkStack *notes_stack;
  GtkListView *notes;
};

G_DEFINE_FINAL_TYPE (GenlockImportPreview, genlock_import_preview, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  OPTIONS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A table with more rows than this is opened by whoever wants to see them. */
#define MAX_OPENED 50

static void
show_item (GenlockImportTreeRow *row,
           GenlockImportItem *item,
           GenlockImportPlan *plan)
{
  g_autofree char *title = genlock_import_words_dup_title (plan, item);
  g_autofree char *detail = genlock_import_words_dup_detail (plan, item);
  g_autofree char *state = genlock_import_words_dup_state (item);
  g_autofree char *place = genlock_import_words_dup_place (plan, item);
  GenlockImportEntry *entry = genlock_import_item_get_entry (item);
  const GenlockImportCounts *counts = genlock_import_item_get_counts (item);
  gboolean is_field = genlock_import_item_get_kind (item) == GENLOCK_IMPORT_ITEM_FIELD;

  genlock_import_tree_row_set_words (row, title, detail, state,
                                     genlock_import_item_get_kind (item)
                                     == GENLOCK_IMPORT_ITEM_SHOW);
  genlock_import_tree_row_set_tag (row, entry != NULL && entry->is_sample && !is_field
                                      ? _("Sample") : NULL);
  genlock_import_tree_row_set_check (row, !is_field, genlock_import_counts_get_check (counts));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), place);
}

static void
item_changed_cb (GenlockImportTreeRow *row,
                 GenlockImportItem *item)
{
  GenlockImportPreview *self =
    GENLOCK_IMPORT_PREVIEW (gtk_widget_get_ancestor (GTK_WIDGET (row),
                                                     GENLOCK_TYPE_IMPORT_PREVIEW));

  if (self != NULL && self->plan != NULL)
    show_item (row, item, self->plan);
}

static void
toggled_cb (GenlockImportPreview *self,
            GenlockImportTreeRow *row)
{
  GenlockImportItem *item = g_object_get_data (G_OBJECT (row), "item");

  if (item != NULL && self->tree != NULL)
    genlock_import_tree_toggle (self->tree, item);
}

static void
setup_row_cb (GenlockImportPreview *self,
              GtkListItem *list_item)
{
  GtkWidget *row = genlock_import_tree_row_new ();

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (GenlockImportPreview *self,
             GtkListItem *list_item)
{
  GenlockImportTreeRow *row = GENLOCK_IMPORT_TREE_ROW (gtk_list_item_get_child (list_item));
  GtkTreeListRow *list_row = GTK_TREE_LIST_ROW (gtk_list_item_get_item (list_item));
  g_autoptr (GenlockImportItem) item = gtk_tree_list_row_get_item (list_row);

  genlock_import_tree_row_set_list_row (row, list_row);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), row,
                           G_CONNECT_SWAPPED);
  show_item (row, item, self->plan);
}

static void
unbind_row_cb (GenlockImportPreview *self,
               GtkListItem *list_item)
{
  GenlockImportTreeRow *row = GENLOCK_IMPORT_TREE_ROW (gtk_list_item_get_child (list_item));
  GenlockImportItem *item = g_object_get_data (G_OBJECT (row), "item");

  g_signal_handlers_disconnect_by_func (item, item_changed_cb, row);
  g_object_set_data (G_OBJECT (row), "item", NULL);
  genlock_import_tree_row_set_list_row (row, NULL);
}

static void
setup_note_cb (GenlockImportPreview *self,
               GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, genlock_import_tree_row_new ());
}

static void
bind_note_cb (GenlockImportPreview *self,
              GtkListItem *list_item)
{
  GenlockImportTreeRow *row = GENLOCK_IMPORT_TREE_ROW (gtk_list_item_get_child (list_item));
  GtkTreeListRow *list_row = GTK_TREE_LIST_ROW (gtk_list_item_get_item (list_item));
  g_autoptr (GenlockImportNoteItem) item = gtk_tree_list_row_get_item (list_row);
  g_autofree char *title = genlock_import_note_item_dup_title (item);
  g_autofree char *detail = genlock_import_note_item_dup_detail (item);
  g_autofree char *state = genlock_import_note_item_dup_state (item);
  const char *icon_name = genlock_import_note_item_get_icon_name (item);

  genlock_import_tree_row_set_list_row (row, list_row);
  genlock_import_tree_row_set_icon (row, icon_name);
  genlock_import_tree_row_set_words (row, title, detail, state, icon_name != NULL);
}

static void
unbind_note_cb (GenlockImportPreview *self,
                GtkListItem *list_item)
{
  genlock_import_tree_row_set_list_row (
    GENLOCK_IMPORT_TREE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* Enter or a double click opens and closes what has rows below. */
static void
activate_cb (GtkListView *view,
             guint position,
             gpointer user_data)
{
  g_autoptr (GtkTreeListRow) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  if (row != NULL && gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static GListModel *
list_below_item (gpointer item,
                 gpointer user_data)
{
  return genlock_import_tree_list_children (user_data, item);
}

static GListModel *
list_below_note (gpointer item,
                 gpointer user_data)
{
  return genlock_import_note_item_list_children (item);
}

static void
update_summary (GenlockImportPreview *self)
{
  GenlockImportCounts counts;
  g_autofree char *states = NULL;
  g_autofree char *words = NULL;

  genlock_import_plan_count (self->plan, &counts);
  states = genlock_import_words_dup_counts (&counts);
  if (counts.n_open == 0)
    words = g_strdup (*states != '\0' ? _("Everything in these files is here already.")
                                      : _("There is nothing in these files to import."));
  else
    /* Translators: how many rows are chosen, then “38 new · 2 already here” */
    words = g_strdup_printf (ngettext ("%u row chosen: %s", "%u rows chosen: %s",
                                       counts.n_chosen), counts.n_chosen, states);
  gtk_label_set_label (self->summary, words);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
samples_cb (GenlockImportPreview *self)
{
  if (self->tree != NULL && !self->setting)
    genlock_import_tree_choose_samples (self->tree, !gtk_switch_get_active (self->samples));
}

static void
different_cb (GenlockImportPreview *self)
{
  if (self->tree != NULL && !self->setting)
    genlock_import_tree_choose_different (self->tree, gtk_switch_get_active (self->different));
}

static void
apply_cb (GenlockImportPreview *self)
{
  GenlockImportOptions options;

  if (!self->setting && genlock_import_preview_get_options (self, &options))
    g_signal_emit (self, signals[OPTIONS], 0);
}

static void
answered_cb (GenlockImportPreview *self)
{
  g_signal_emit (self, signals[OPTIONS], 0);
}

static void
into_cb (GenlockImportPreview *self)
{
  gboolean is_new = adw_combo_row_get_selected (self->into) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->show_name), is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->client), is_new);
  apply_cb (self);
}

static gboolean
genlock_import_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GENLOCK_IMPORT_PREVIEW (widget)->rows));
}

static void
genlock_import_preview_dispose (GObject *object)
{
  GenlockImportPreview *self = GENLOCK_IMPORT_PREVIEW (object);

  if (self->rows != NULL)
    genlock_import_preview_set_plan (self, NULL, NULL);
  g_clear_pointer (&self->shows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_IMPORT_PREVIEW);

  G_OBJECT_CLASS (genlock_import_preview_parent_class)->dispose (object);
}

static void
genlock_import_preview_finalize (GObject *object)
{
  GenlockImportPreview *self = GENLOCK_IMPORT_PREVIEW (object);

  g_free (self->asked_name);
  g_free (self->asked_client);

  G_OBJECT_CLASS (genlock_import_preview_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, bar);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, options);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, into_group);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, into);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, show_name);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, client);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, answers);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, choices_group);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, samples_row);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, samples);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, different_row);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, different);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, rows);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, notes_page);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, notes_stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockImportPreview, notes);
}

static void
genlock_import_preview_class_init (GenlockImportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_import_preview_dispose;
  object_class->finalize = genlock_import_preview_finalize;
  widget_class->grab_focus = genlock_import_preview_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPTIONS] = g_signal_new ("options", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GENLOCK_TYPE_IMPORT_ANSWERS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/import/genlock-import-preview.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, different_cb);
  gtk_widget_class_bind_template_callback (widget_class, into_cb);
  gtk_widget_class_bind_template_callback (widget_class, samples_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
set_factory (GenlockImportPreview *self,
             GtkListView *view,
             GCallback setup,
             GCallback bind,
             GCallback unbind)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", unbind, self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (view, factory);
}

static void
genlock_import_preview_init (GenlockImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_accessible_set_label_inside (GTK_WIDGET (self->bar), ADW_TYPE_VIEW_SWITCHER, _("Pages"));
  set_factory (self, self->rows, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb),
               G_CALLBACK (unbind_row_cb));
  set_factory (self, self->notes, G_CALLBACK (setup_note_cb), G_CALLBACK (bind_note_cb),
               G_CALLBACK (unbind_note_cb));
}

static void
set_model (GtkListView *view,
           GtkTreeListModel *tree)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (tree));

  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

/* Opens what is on the first two levels where that does not bury the rest. */
static void
open_shows (GtkTreeListModel *model)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = n; n <= MAX_OPENED && i > 0; i--)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (model, i - 1);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
show_rows (GenlockImportPreview *self)
{
  GtkTreeListModel *model;

  self->tree = genlock_import_tree_new (self->plan);
  g_signal_connect_object (self->tree, "changed", G_CALLBACK (update_summary), self,
                           G_CONNECT_SWAPPED);
  model = gtk_tree_list_model_new (genlock_import_tree_list_shows (self->tree), FALSE, FALSE,
                                   list_below_item, g_object_ref (self->tree), g_object_unref);
  open_shows (model);
  set_model (self->rows, model);
}

static void
show_notes (GenlockImportPreview *self)
{
  GenlockImportReport *report = genlock_import_plan_get_report (self->plan);
  guint n_lost = genlock_import_report_count (report, GENLOCK_IMPORT_LOST);
  GtkTreeListModel *model =
    gtk_tree_list_model_new (genlock_import_notes_new (self->plan), FALSE, FALSE,
                             list_below_note, NULL, NULL);
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;

  open_shows (model);
  set_model (self->notes, model);
  gtk_stack_set_visible_child_name (self->notes_stack, any ? "notes" : "none");
  adw_view_stack_page_set_badge_number (self->notes_page, n_lost);
}

static void
show_choices (GenlockImportPreview *self)
{
  GenlockImportCounts counts;
  g_autofree char *samples = NULL;
  g_autofree char *different = NULL;

  genlock_import_plan_count (self->plan, &counts);
  samples = g_strdup_printf (ngettext ("%u row that VideoDept makes by itself at its first start",
                                       "%u rows that VideoDept makes by itself at its first start",
                                       counts.n_samples), counts.n_samples);
  different =
    g_strdup_printf (ngettext ("%u row is here with other values; it stays as it is unless "
                               "you replace it",
                               "%u rows are here with other values; they stay as they are unless "
                               "you replace them", counts.n[GENLOCK_IMPORT_DIFFERENT]),
                     counts.n[GENLOCK_IMPORT_DIFFERENT]);
  adw_action_row_set_subtitle (self->samples_row, samples);
  adw_action_row_set_subtitle (self->different_row, different);
  gtk_switch_set_active (self->samples, FALSE);
  gtk_switch_set_active (self->different, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->samples_row),
                          counts.n_samples > 0 && counts.n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->different_row),
                          counts.n[GENLOCK_IMPORT_DIFFERENT] > 0);
  gtk_widget_set_visible (self->choices_group,
                          (counts.n_samples > 0 && counts.n_open > 0)
                          || counts.n[GENLOCK_IMPORT_DIFFERENT] > 0);
}

/* (nullable): the one show that the plan makes. */
static GenlockRecord *
find_new_show (GenlockImportPlan *plan)
{
  GPtrArray *shows = genlock_import_plan_get_shows (plan);
  GenlockRecord *record = NULL;

  for (guint i = 0; i < shows->len; i++)
    {
      GenlockImportShow *show = g_ptr_array_index (shows, i);

      if (show->production == NULL)
        continue;
      if (record != NULL)
        return NULL;
      record = show->production->record;
    }

  return record;
}

static void
list_targets (GenlockImportPreview *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("A new show"));
  for (guint i = 0; self->shows != NULL && i < self->shows->len; i++)
    gtk_string_list_append (names, genlock_record_get_name (g_ptr_array_index (self->shows, i)));
  adw_combo_row_set_model (self->into, G_LIST_MODEL (names));
}

static void
set_text (AdwEntryRow *row,
          const char *text)
{
  /* Its button to apply comes with a change and would stay. */
  adw_entry_row_set_show_apply_button (row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (row, TRUE);
}

/* The answers stay while the same files are read again with them. */
static void
show_question (GenlockImportPreview *self,
               GPtrArray *shows)
{
  GenlockRecord *record = find_new_show (self->plan);

  if (!self->asked)
    {
      g_clear_pointer (&self->shows, g_ptr_array_unref);
      self->shows = shows != NULL ? g_ptr_array_ref (shows) : NULL;
      list_targets (self);
      adw_combo_row_set_selected (self->into, 0);
      set_text (self->show_name, record != NULL
                                 ? genlock_record_get_text (record, GENLOCK_PRODUCTION_SHOW_NAME)
                                 : NULL);
      set_text (self->client, record != NULL
                              ? genlock_record_get_text (record, GENLOCK_PRODUCTION_CLIENT) : NULL);
      self->asked = TRUE;
    }

  self->asked_into = adw_combo_row_get_selected (self->into);
  g_free (self->asked_name);
  self->asked_name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->show_name)));
  g_free (self->asked_client);
  self->asked_client = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->client)));
}

void
genlock_import_preview_set_plan (GenlockImportPreview *self,
                                 GenlockImportPlan *plan,
                                 GPtrArray *shows)
{
  gboolean asks = plan != NULL && genlock_import_plan_asks_show (plan);
  gboolean asks_more;

  g_return_if_fail (GENLOCK_IS_IMPORT_PREVIEW (self));

  gtk_list_view_set_model (self->rows, NULL);
  gtk_list_view_set_model (self->notes, NULL);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->plan, genlock_import_plan_unref);
  if (plan == NULL)
    return;

  self->plan = genlock_import_plan_ref (plan);
  self->setting = TRUE;
  show_rows (self);
  show_notes (self);
  show_choices (self);
  gtk_widget_set_visible (self->into_group, asks);
  if (asks)
    show_question (self, shows);
  asks_more = genlock_import_answers_set_plan (self->answers, plan);
  gtk_widget_set_visible (GTK_WIDGET (self->answers), asks_more);
  gtk_widget_set_visible (self->options,
                          asks || asks_more || gtk_widget_get_visible (self->choices_group));
  self->setting = FALSE;
  update_summary (self);
}

void
genlock_import_preview_reset (GenlockImportPreview *self)
{
  self->asked = FALSE;
  genlock_import_answers_reset (self->answers);
  adw_view_stack_set_visible_child_name (self->stack, "rows");
}

gboolean
genlock_import_preview_get_options (GenlockImportPreview *self,
                                    GenlockImportOptions *options)
{
  guint into = adw_combo_row_get_selected (self->into);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->show_name));
  const char *client = gtk_editable_get_text (GTK_EDITABLE (self->client));

  *options = (GenlockImportOptions) { .answers = genlock_import_answers_get (self->answers) };
  if (!self->asked)
    return FALSE;

  if (into > 0 && self->shows != NULL && into <= self->shows->len)
    {
      options->production = g_ptr_array_index (self->shows, into - 1);
      return into != self->asked_into;
    }

  options->show_name = *name != '\0' ? name : NULL;
  options->client = *client != '\0' ? client : NULL;

  return self->asked_into != 0 || g_strcmp0 (name, self->asked_name) != 0
         || g_strcmp0 (client, self->asked_client) != 0;
}

AdwViewStack *
genlock_import_preview_get_stack (GenlockImportPreview *self)
{
  return self->stack;
}

void
genlock_import_preview_set_narrow (GenlockImportPreview *self,
                                   gboolean narrow)
{
  adw_view_switcher_bar_set_reveal (self->bar, narrow);
}
