/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a show for the crew: seen as they come out of the printer. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-error-words.h"
#include "ui/sheets/genlock-sheet-options.h"
#include "ui/sheets/genlock-sheets-page-private.h"

/* Loading that takes longer is shown, in milliseconds. */
#define PATIENCE 300

enum
{
  PROP_STORE = 1,
};

static void page_iface_init (GenlockPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockSheetsPage, genlock_sheets_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GENLOCK_TYPE_PAGE, page_iface_init))

static void load (GenlockSheetsPage *self);

/* What is said of the pages. */

static void
scrolled_cb (GenlockSheetsPage *self)
{
  GenlockSheetLayout *layout = genlock_sheet_view_get_layout (self->view);
  g_autofree char *text = NULL;

  if (layout == NULL)
    return;

  /* Translators: which page is looked at, of how many */
  text = g_strdup_printf (_("%u / %u"), genlock_sheet_view_get_page (self->view) + 1,
                          genlock_sheet_layout_get_n_pages (layout));
  gtk_label_set_label (self->place, text);
}

static void
zoom_changed_cb (GenlockSheetsPage *self)
{
  int percent = (int) round (genlock_sheet_view_get_zoom (self->view) * 100);
  g_autofree char *text = g_strdup_printf (_("%d %%"), percent);
  /* Translators: how large the pages are shown, in percent */
  g_autofree char *label = g_strdup_printf (_("Fit the width, now %d %%"), percent);

  gtk_button_set_label (self->zoom_button, text);
  genlock_accessible_set_label (GTK_WIDGET (self->zoom_button), label);
  scrolled_cb (self);
}

/* What can be chosen. */

/* GTK gives the button inside a drop-down no name. */
static void
name_drop_down (GtkDropDown *drop_down,
                const char *what)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *label = g_strdup_printf ("%s: %s", what, chosen != NULL
                                                            ? gtk_string_object_get_string (chosen)
                                                            : "");

  genlock_accessible_set_label_inside (GTK_WIDGET (drop_down), GTK_TYPE_TOGGLE_BUTTON, label);
}

static void
kind_cb (GenlockSheetsPage *self)
{
  if (!self->is_updating)
    g_object_set (self->choice, "kind", gtk_drop_down_get_selected (self->kind), NULL);
}

static const char *
get_of_property (GenlockSheetsPage *self)
{
  return genlock_sheet_choice_get_kind (self->choice) == GENLOCK_SHEET_SOURCES ? "source-type"
                                                                               : "device-id";
}

/* The first one is all of them. */
static void
of_cb (GenlockSheetsPage *self)
{
  guint index = gtk_drop_down_get_selected (self->of);
  const GenlockSheetOffer *offer = NULL;

  if (self->is_updating || self->loaded == NULL || index == GTK_INVALID_LIST_POSITION)
    return;

  if (index > 0 && index <= self->loaded->offers->len)
    offer = self->loaded->offers->pdata[index - 1];
  g_object_set (self->choice, get_of_property (self), offer != NULL ? offer->id : NULL, NULL);
}

static const char *
get_all_words (GenlockSheetKind kind)
{
  return kind == GENLOCK_SHEET_SOURCES ? _("All types") : _("All devices");
}

/* One that is gone stays chosen, and says so on its sheet, which is without rows. */
static void
show_offers (GenlockSheetsPage *self)
{
  const GPtrArray *offers = self->loaded->offers;
  GenlockSheetKind kind = genlock_sheet_choice_get_kind (self->choice);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *chosen = NULL;
  guint selected = 0;

  g_object_get (self->choice, get_of_property (self), &chosen, NULL);
  gtk_string_list_append (list, get_all_words (kind));
  for (guint i = 0; i < offers->len; i++)
    {
      const GenlockSheetOffer *offer = offers->pdata[i];

      gtk_string_list_append (list, offer->name);
      if (g_strcmp0 (offer->id, chosen) == 0)
        selected = i + 1;
    }
  if (chosen != NULL && selected == 0)
    {
      gtk_string_list_append (list, _("Gone"));
      selected = offers->len + 1;
    }

  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->of, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->of, selected);
  self->is_updating = FALSE;
  /* Translators: what a sheet is of: a device or a type of sources */
  name_drop_down (self->of, _("Of"));
}

static void
show_kind (GenlockSheetsPage *self)
{
  GenlockSheetKind kind = genlock_sheet_choice_get_kind (self->choice);

  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->kind, kind);
  self->is_updating = FALSE;
  /* Translators: which sheet: “Cables”, “Gear list” … */
  name_drop_down (self->kind, _("Sheet"));
  gtk_widget_set_visible (GTK_WIDGET (self->of), genlock_sheet_kind_takes_device (kind)
                          || kind == GENLOCK_SHEET_SOURCES);
}

/* What is loaded. */

static void
set_can_print (GenlockSheetsPage *self,
               gboolean can)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save", can);
}

static void
show_failure (GenlockSheetsPage *self,
              const GError *error)
{
  g_autofree char *words = genlock_error_dup_sentence (error);

  adw_status_page_set_description (self->failed, words);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  set_can_print (self, FALSE);
}

static void
show_loaded (GenlockSheetsPage *self)
{
  genlock_sheet_view_set_layout (self->view, g_steal_pointer (&self->loaded->layout));
  show_offers (self);
  gtk_stack_set_visible_child_name (self->stack, self->loaded->is_bare ? "empty" : "pages");
  set_can_print (self, !self->loaded->is_bare);
  scrolled_cb (self);
  if (self->inspector != NULL)
    genlock_sheet_options_set_last (GENLOCK_SHEET_OPTIONS (self->inspector), &self->loaded->last);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GenlockSheetsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GenlockSheetLoaded *loaded = genlock_sheet_job_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (loaded == NULL)
    {
      show_failure (self, error);
    }
  else
    {
      g_clear_pointer (&self->loaded, genlock_sheet_loaded_free);
      self->loaded = loaded;
      show_loaded (self);
    }
  if (self->is_stale)
    load (self);
}

static gboolean
lost_patience_cb (gpointer user_data)
{
  GenlockSheetsPage *self = user_data;

  if (self->cancellable != NULL && self->loaded == NULL && self->stack != NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");

  return G_SOURCE_REMOVE;
}

/* A page that nobody looks at is loaded when somebody does. */
static void
load (GenlockSheetsPage *self)
{
  self->is_stale = TRUE;
  if (self->production_id == NULL || self->cancellable != NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_stale = FALSE;
  self->cancellable = g_cancellable_new ();
  genlock_sheet_job_load_async (self->store, self->production_id, self->choice, self->cancellable,
                                loaded_cb, g_object_ref (self));
  g_timeout_add_full (G_PRIORITY_DEFAULT, PATIENCE, lost_patience_cb, g_object_ref (self),
                      g_object_unref);
}

/* What is under way is of no more use. */
static void
load_anew (GenlockSheetsPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  load (self);
}

static void
choice_changed_cb (GenlockSheetsPage *self)
{
  show_kind (self);
  load_anew (self);
}

/* Equipment belongs to no show. */
static void
store_changed_cb (GenlockSheetsPage *self,
                  const GenlockChanges *changes)
{
  gboolean is_ours = changes == NULL;

  for (guint i = 0; !is_ours && i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);

      is_ours = change->production_id == NULL
                || g_strcmp0 (change->production_id, self->production_id) == 0;
    }

  if (is_ours)
    load (self);
}

/* As a page. */

static void
genlock_sheets_page_set_production (GenlockPage *page,
                                    const char *production_id)
{
  GenlockSheetsPage *self = GENLOCK_SHEETS_PAGE (page);

  if (g_strcmp0 (self->production_id, production_id) == 0)
    return;

  g_free (self->production_id);
  self->production_id = g_strdup (production_id);
  genlock_sheet_view_set_layout (self->view, NULL);
  g_clear_pointer (&self->loaded, genlock_sheet_loaded_free);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  set_can_print (self, FALSE);
  genlock_sheet_choice_load (self->choice, production_id);
  choice_changed_cb (self);
}

static GtkWidget *
genlock_sheets_page_get_inspector (GenlockPage *page)
{
  GenlockSheetsPage *self = GENLOCK_SHEETS_PAGE (page);

  if (self->inspector == NULL)
    {
      self->inspector = g_object_ref_sink (genlock_sheet_options_new (self->choice));
      if (self->loaded != NULL)
        genlock_sheet_options_set_last (GENLOCK_SHEET_OPTIONS (self->inspector),
                                        &self->loaded->last);
    }

  return self->inspector;
}

static void
page_iface_init (GenlockPageInterface *iface)
{
  iface->set_production = genlock_sheets_page_set_production;
  iface->get_inspector = genlock_sheets_page_get_inspector;
}

/* What it can do. */

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  genlock_sheets_page_choose_file (GENLOCK_SHEETS_PAGE (widget));
}

static void
print_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  genlock_sheets_page_print (GENLOCK_SHEETS_PAGE (widget));
}

static void
zoom_in_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  genlock_sheet_view_step (GENLOCK_SHEETS_PAGE (widget)->view, 1);
}

static void
zoom_out_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  genlock_sheet_view_step (GENLOCK_SHEETS_PAGE (widget)->view, -1);
}

static void
zoom_fit_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  genlock_sheet_view_set_zoom (GENLOCK_SHEETS_PAGE (widget)->view, 0.0);
}

static void
zoom_normal_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  genlock_sheet_view_set_zoom (GENLOCK_SHEETS_PAGE (widget)->view, 1.0);
}

static gboolean
scroll_cb (GenlockSheetsPage *self,
           double dx,
           double dy,
           GtkEventControllerScroll *controller)
{
  GtkEventController *event = GTK_EVENT_CONTROLLER (controller);

  if (!(gtk_event_controller_get_current_event_state (event) & GDK_CONTROL_MASK) || dy == 0.0)
    return FALSE;

  genlock_sheet_view_step (self->view, dy < 0.0 ? 1 : -1);

  return TRUE;
}

/* As an object. */

static void
fill_kinds (GenlockSheetsPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < GENLOCK_SHEET_N_KINDS; i++)
    gtk_string_list_append (kinds, _(genlock_sheet_kind_get_name (i)));
  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  self->is_updating = FALSE;
}

static void
genlock_sheets_page_map (GtkWidget *widget)
{
  GenlockSheetsPage *self = GENLOCK_SHEETS_PAGE (widget);

  GTK_WIDGET_CLASS (genlock_sheets_page_parent_class)->map (widget);
  if (self->is_stale)
    load (self);
}

static void
genlock_sheets_page_constructed (GObject *object)
{
  GenlockSheetsPage *self = GENLOCK_SHEETS_PAGE (object);

  G_OBJECT_CLASS (genlock_sheets_page_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
genlock_sheets_page_get_property (GObject *object,
                                  guint id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  GenlockSheetsPage *self = GENLOCK_SHEETS_PAGE (object);

  if (id == PROP_STORE)
    g_value_set_object (value, self->store);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
genlock_sheets_page_set_property (GObject *object,
                                  guint id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  GenlockSheetsPage *self = GENLOCK_SHEETS_PAGE (object);

  if (id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
genlock_sheets_page_dispose (GObject *object)
{
  GenlockSheetsPage *self = GENLOCK_SHEETS_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->printing);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SHEETS_PAGE);
  g_clear_object (&self->inspector);
  g_clear_object (&self->choice);
  g_clear_object (&self->store);
  g_clear_pointer (&self->loaded, genlock_sheet_loaded_free);
  g_clear_pointer (&self->production_id, g_free);

  G_OBJECT_CLASS (genlock_sheets_page_parent_class)->dispose (object);
}

static void
add_key (GtkWidgetClass *widget_class,
         guint key,
         guint keypad,
         const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, GDK_CONTROL_MASK, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, keypad, GDK_CONTROL_MASK, action, NULL);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.save", NULL);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-in", NULL, zoom_in_action);
  add_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, "sheet.zoom-in");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK,
                                       "sheet.zoom-in", NULL);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-out", NULL, zoom_out_action);
  add_key (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, "sheet.zoom-out");
  gtk_widget_class_install_action (widget_class, "sheet.zoom-fit", NULL, zoom_fit_action);
  add_key (widget_class, GDK_KEY_0, GDK_KEY_KP_0, "sheet.zoom-fit");
  gtk_widget_class_install_action (widget_class, "sheet.zoom-normal", NULL, zoom_normal_action);
}

static void
genlock_sheets_page_class_init (GenlockSheetsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = genlock_sheets_page_constructed;
  object_class->get_property = genlock_sheets_page_get_property;
  object_class->set_property = genlock_sheets_page_set_property;
  object_class->dispose = genlock_sheets_page_dispose;
  g_object_class_override_property (object_class, PROP_STORE, "store");
  widget_class->map = genlock_sheets_page_map;

  g_type_ensure (GENLOCK_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/sheets/genlock-sheets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetsPage, content);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetsPage, kind);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetsPage, of);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetsPage, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetsPage, place);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetsPage, view);
  gtk_widget_class_bind_template_child (widget_class, GenlockSheetsPage, failed);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, of_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "genlock-sheets-page");
}

static void
genlock_sheets_page_init (GenlockSheetsPage *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                     | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->choice = genlock_sheet_choice_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), scroll);
  g_signal_connect_object (self->choice, "notify", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  set_can_print (self, FALSE);
  zoom_changed_cb (self);
}

GtkWidget *
genlock_sheets_page_new (GenlockStore *store)
{
  return g_object_new (GENLOCK_TYPE_SHEETS_PAGE, "store", store, NULL);
}
