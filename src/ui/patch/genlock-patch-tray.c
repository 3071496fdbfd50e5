/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies beside the canvas to be put onto it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>

#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-drag.h"
#include "ui/equipment/genlock-spec-line.h"
#include "ui/equipment/genlock-spec-picker.h"
#include "ui/equipment/genlock-spec-row.h"
#include "ui/patch/genlock-patch-tray.h"

struct _GenlockPatchTray
{
  GtkWidget parent_instance;

  GenlockCanvas *canvas; /* unowned: it stands beside this */
  GenlockPatchModel *model; /* owned, nullable */
  GtkStringList *keys; /* owned: of the boxes that are listed */
  GtkMultiSelection *selection; /* owned */
  gboolean has_library; /* read when it is first seen: it takes time */

  GtkWidget *box;
  GtkStack *stack;
  GtkListView *list_view;
  GenlockSpecPicker *picker;
};

G_DEFINE_FINAL_TYPE (GenlockPatchTray, genlock_patch_tray, GTK_TYPE_WIDGET)

/* Back to the canvas, which a tray on a narrow page covers. */
static void
left_cb (GenlockPatchTray *self)
{
  GtkWidget *flap = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_FLAP);

  if (flap != NULL && adw_flap_get_folded (ADW_FLAP (flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (flap), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* The boxes. */

static gboolean
is_listed (const GenlockPatchBox *box)
{
  return !box->is_placed && box->node->record != NULL
         && box->node->kind != GENLOCK_SIGNAL_UNKNOWN;
}

/* (nullable): the box that is listed there. */
static const GenlockPatchBox *
get_box (GenlockPatchTray *self,
         guint position)
{
  return genlock_patch_scene_find_box (genlock_patch_model_get_scene (self->model),
                                       gtk_string_list_get_string (self->keys, position));
}

static gboolean
is_same (GenlockPatchTray *self,
         const GPtrArray *keys)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->keys)) != keys->len)
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (self->keys, i), keys->pdata[i]))
      return FALSE;

  return TRUE;
}

static void
update (GenlockPatchTray *self)
{
  const GenlockPatchScene *scene;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  /* A hidden one is filled when it is shown. */
  if (self->model == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  scene = genlock_patch_model_get_scene (self->model);
  for (guint i = 0; i < scene->boxes->len; i++)
    if (is_listed (scene->boxes->pdata[i]))
      g_ptr_array_add (keys, ((GenlockPatchBox *) scene->boxes->pdata[i])->key);
  gtk_stack_set_visible_child_name (self->stack, keys->len > 0 ? "boxes" : "none");
  if (is_same (self, keys))
    return;

  g_ptr_array_add (keys, NULL);
  gtk_string_list_splice (self->keys, 0, g_list_model_get_n_items (G_LIST_MODEL (self->keys)),
                          (const char * const *) keys->pdata);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, genlock_spec_line_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         GenlockPatchTray *self)
{
  const GenlockPatchBox *box = get_box (self, gtk_list_item_get_position (item));
  GtkWidget *line = gtk_list_item_get_child (item);
  g_autofree char *name = NULL;

  if (box == NULL)
    return;

  name = genlock_signal_node_dup_name (box->node);
  genlock_spec_line_set (GENLOCK_SPEC_LINE (line), name, "",
                         box->detail != NULL ? box->detail : "");
  /* The list's own widget around the line is what is read out. */
  if (gtk_widget_get_parent (line) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (line)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (line), "genlock-item", item);
}

static void
activate_cb (GenlockPatchTray *self,
             guint position)
{
  const GenlockPatchBox *box = get_box (self, position);
  g_autoptr (GenlockDragRows) rows = NULL;

  if (box == NULL)
    return;

  rows = genlock_drag_rows_new (genlock_record_get_table (box->node->record));
  genlock_drag_rows_add (rows, box->node->record);
  genlock_canvas_take (self->canvas, rows);
  left_cb (self);
}

/* The item of the line under the pointer; GTK_INVALID_LIST_POSITION for none. */
static guint
pick (GenlockPatchTray *self,
      double x,
      double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *line = NULL;
  GtkListItem *item;

  if (widget != NULL)
    line = gtk_widget_get_ancestor (widget, GENLOCK_TYPE_SPEC_LINE);
  /* Around the line there is its item in the list. */
  if (line == NULL && widget != NULL && gtk_widget_get_first_child (widget) != NULL
      && GENLOCK_IS_SPEC_LINE (gtk_widget_get_first_child (widget)))
    line = gtk_widget_get_first_child (widget);
  item = line != NULL ? g_object_get_data (G_OBJECT (line), "genlock-item") : NULL;

  return item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;
}

/* What is selected goes along where it is of the same kind. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            GenlockPatchTray *self)
{
  guint position = pick (self, x, y);
  const GenlockPatchBox *box =
    position != GTK_INVALID_LIST_POSITION ? get_box (self, position) : NULL;
  gboolean is_one;
  g_autoptr (GenlockDragRows) rows = NULL;

  if (box == NULL)
    return NULL;

  is_one = !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position);
  rows = genlock_drag_rows_new (genlock_record_get_table (box->node->record));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->keys)); i++)
    {
      const GenlockPatchBox *other = get_box (self, i);
      gboolean is_meant =
        is_one ? i == position
               : gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i);

      if (is_meant && other != NULL && other->node->kind == box->node->kind)
        genlock_drag_rows_add (rows, other->node->record);
    }

  return genlock_drag_rows_to_content (rows);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               GenlockPatchTray *self)
{
  genlock_drag_set_icon (drag, GTK_WIDGET (self), 1);
}

/* The library. */

static void
take_spec (GenlockPatchTray *self,
           GenlockRecord *spec)
{
  g_autoptr (GenlockDragRows) rows = genlock_drag_rows_new (&genlock_equipment_specs);

  genlock_drag_rows_add_fresh (rows, spec);
  genlock_canvas_take (self->canvas, rows);
  left_cb (self);
}

static void
spec_activated_cb (GenlockPatchTray *self)
{
  GenlockRecord *spec = genlock_spec_picker_get_record (self->picker);

  if (spec != NULL)
    take_spec (self, spec);
}

/* What is shipped and not copied yet goes along whole; the canvas looks whether it is needed. */
static GdkContentProvider *
prepare_spec_cb (GtkDragSource *source,
                 double x,
                 double y,
                 GenlockPatchTray *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->picker), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, GENLOCK_TYPE_SPEC_ROW) : NULL;
  GenlockRow *item;
  GenlockRecord *record;
  g_autoptr (GenlockDragRows) rows = NULL;

  if (row == NULL && widget != NULL && gtk_widget_get_first_child (widget) != NULL
      && GENLOCK_IS_SPEC_ROW (gtk_widget_get_first_child (widget)))
    row = gtk_widget_get_first_child (widget);
  item = row != NULL ? genlock_spec_row_get_row (GENLOCK_SPEC_ROW (row)) : NULL;
  record = item != NULL ? genlock_row_get_record (item) : NULL;
  if (record == NULL)
    return NULL;

  rows = genlock_drag_rows_new (&genlock_equipment_specs);
  genlock_drag_rows_add_fresh (rows, record);
  return genlock_drag_rows_to_content (rows);
}

/* The widget. */

static void
genlock_patch_tray_map (GtkWidget *widget)
{
  GenlockPatchTray *self = GENLOCK_PATCH_TRAY (widget);

  GTK_WIDGET_CLASS (genlock_patch_tray_parent_class)->map (widget);
  if (self->model != NULL && !self->has_library)
    genlock_spec_picker_set_store (self->picker, genlock_patch_model_get_store (self->model), NULL,
                                   NULL);
  self->has_library = self->model != NULL;
  update (self);
}

static gboolean
genlock_patch_tray_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GENLOCK_PATCH_TRAY (widget)->picker));
}

static void
genlock_patch_tray_dispose (GObject *object)
{
  GenlockPatchTray *self = GENLOCK_PATCH_TRAY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_PATCH_TRAY);
  g_clear_object (&self->selection);
  g_clear_object (&self->keys);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (genlock_patch_tray_parent_class)->dispose (object);
}

static void
genlock_patch_tray_class_init (GenlockPatchTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_patch_tray_dispose;
  widget_class->map = genlock_patch_tray_map;
  widget_class->grab_focus = genlock_patch_tray_grab_focus;

  g_type_ensure (GENLOCK_TYPE_SPEC_PICKER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "genlock-patch-tray");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/patch/genlock-patch-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchTray, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchTray, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchTray, list_view);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchTray, picker);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, spec_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
add_source (GenlockPatchTray *self,
            GtkWidget *widget,
            GCallback prepare)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", prepare, self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

static void
genlock_patch_tray_init (GenlockPatchTray *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->keys = gtk_string_list_new (NULL);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->keys)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  add_source (self, GTK_WIDGET (self->list_view), G_CALLBACK (prepare_cb));
  add_source (self, GTK_WIDGET (self->picker), G_CALLBACK (prepare_spec_cb));
}

void
genlock_patch_tray_set_canvas (GenlockPatchTray *self,
                               GenlockCanvas *canvas,
                               GenlockPatchModel *model)
{
  g_return_if_fail (GENLOCK_IS_PATCH_TRAY (self));
  g_return_if_fail (GENLOCK_IS_CANVAS (canvas) && self->model == NULL);

  self->canvas = canvas;
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
