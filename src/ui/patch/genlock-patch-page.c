/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch of a show: the canvas, and below it what tells the same in words. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-toasts.h"
#include "ui/matrix/genlock-matrix-view.h"
#include "ui/patch/genlock-minimap.h"
#include "ui/patch/genlock-patch-inspector.h"
#include "ui/patch/genlock-patch-page.h"
#include "ui/patch/genlock-patch-search.h"
#include "ui/patch/genlock-patch-tray.h"

/* In pixels of the canvas. */
#define MINIMAP_FROM_WIDTH 560
#define MINIMAP_FROM_HEIGHT 420

struct _GenlockPatchPage
{
  GtkWidget parent_instance;

  GenlockStore *store; /* owned */
  GenlockPatchModel *model; /* owned */
  GtkWidget *inspector; /* owned, nullable */
  gboolean has_matrix; /* whether it covers the canvas */
  gboolean wants_focus; /* once there is something to take it */

  GtkWidget *paned;
  GtkStack *stack;
  GtkStack *pane;
  GtkButton *zoom_button;
  GenlockCanvas *canvas;
  GenlockMinimap *minimap;
  AdwFlap *flap;
  GenlockPatchTray *tray;
  GenlockMatrixView *matrix;
  GenlockPatchSearch *search;
};

enum
{
  PROP_STORE = 1,
};

static void page_iface_init (GenlockPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockPatchPage, genlock_patch_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GENLOCK_TYPE_PAGE, page_iface_init))

/* Where the canvas is small, a map of it would hide what it shows. */
static void
update_minimap (GenlockPatchPage *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);

  gtk_widget_set_visible (GTK_WIDGET (self->minimap),
                          genlock_canvas_get_minimap (self->canvas)
                          && gtk_widget_get_width (canvas) >= MINIMAP_FROM_WIDTH
                          && gtk_widget_get_height (canvas) >= MINIMAP_FROM_HEIGHT);
}

static void
view_changed_cb (GenlockPatchPage *self)
{
  int percent = (int) round (genlock_canvas_get_zoom (self->canvas) * 100);
  /* Translators: how large the patch is shown */
  g_autofree char *text = g_strdup_printf (_("%d %%"), percent);
  /* Translators: how large the patch is shown, in percent */
  g_autofree char *label = g_strdup_printf (_("Original size, now %d %%"), percent);

  update_minimap (self);
  gtk_button_set_label (self->zoom_button, text);
  genlock_accessible_set_label (GTK_WIDGET (self->zoom_button), label);
}

static void
zoom_in_cb (GenlockPatchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-in", NULL);
}

static void
zoom_out_cb (GenlockPatchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-out", NULL);
}

static void
zoom_normal_cb (GenlockPatchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.zoom-normal", NULL);
}

static void
fit_cb (GenlockPatchPage *self)
{
  genlock_canvas_fit (self->canvas);
}

static void
lay_out_cb (GenlockPatchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.lay-out", NULL);
}

static void
tray_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (widget);
  gboolean reveal = !adw_flap_get_reveal_flap (self->flap);

  adw_flap_set_reveal_flap (self->flap, reveal);
  gtk_widget_grab_focus (reveal ? GTK_WIDGET (self->tray) : GTK_WIDGET (self->canvas));
}

static void
pane_changed_cb (GenlockPatchPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pane),
                          gtk_stack_get_visible_child (self->pane) != NULL);
}

static void
model_changed_cb (GenlockPatchPage *self)
{
  const char *before = gtk_stack_get_visible_child_name (self->stack);
  const char *name = "canvas";

  genlock_minimap_invalidate (self->minimap);

  if (self->has_matrix)
    name = "matrix";
  else if (!genlock_patch_model_is_ready (self->model))
    name = "loading";
  else if (genlock_patch_model_get_scene (self->model)->boxes->len == 0)
    name = "empty";
  if (g_strcmp0 (before, name) == 0)
    return;

  gtk_stack_set_visible_child_name (self->stack, name);
  if (!g_str_equal (name, "loading") && self->wants_focus)
    {
      self->wants_focus = FALSE;
      gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
    }
}

static void
leave_matrix (GenlockPatchPage *self)
{
  if (!self->has_matrix)
    return;

  self->has_matrix = FALSE;
  model_changed_cb (self);
  /* What nobody looks at is not kept up. */
  genlock_matrix_view_set_device (self->matrix, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  genlock_page_back_changed (GENLOCK_PAGE (self));
}

static void
failed_cb (GenlockPatchPage *self,
           const GError *error)
{
  genlock_toast_error (GTK_WIDGET (self), error);
}

/* As a page. */

static void
genlock_patch_page_set_production (GenlockPage *page,
                                   const char *production_id)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (page);

  if (g_strcmp0 (genlock_patch_model_get_production (self->model), production_id) == 0)
    return;

  genlock_canvas_save_state (self->canvas);
  leave_matrix (self);
  genlock_patch_model_set_production (self->model, production_id);
  genlock_canvas_reset (self->canvas);
}

static GtkWidget *
genlock_patch_page_get_inspector (GenlockPage *page)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (page);

  if (self->inspector == NULL)
    self->inspector = g_object_ref_sink (genlock_patch_inspector_new (self->canvas, self->model));

  return self->inspector;
}

static void
genlock_patch_page_start_search (GenlockPage *page)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (page);

  if (self->has_matrix)
    genlock_matrix_view_start_search (self->matrix);
  else
    genlock_patch_search_start (self->search);
}

static gboolean
genlock_patch_page_can_go_back (GenlockPage *page)
{
  return GENLOCK_PATCH_PAGE (page)->has_matrix;
}

static void
genlock_patch_page_go_back (GenlockPage *page)
{
  leave_matrix (GENLOCK_PATCH_PAGE (page));
}

static void
page_iface_init (GenlockPageInterface *iface)
{
  iface->set_production = genlock_patch_page_set_production;
  iface->get_inspector = genlock_patch_page_get_inspector;
  iface->start_search = genlock_patch_page_start_search;
  iface->can_go_back = genlock_patch_page_can_go_back;
  iface->go_back = genlock_patch_page_go_back;
}

static gboolean
genlock_patch_page_grab_focus (GtkWidget *widget)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (widget);

  return gtk_widget_grab_focus (self->has_matrix ? GTK_WIDGET (self->matrix)
                                                 : GTK_WIDGET (self->canvas));
}

static gboolean
genlock_patch_page_focus (GtkWidget *widget,
                          GtkDirectionType direction)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (widget);

  if (GTK_WIDGET_CLASS (genlock_patch_page_parent_class)->focus (widget, direction))
    return TRUE;

  self->wants_focus = !genlock_patch_model_is_ready (self->model);
  return self->wants_focus;
}

static void
genlock_patch_page_constructed (GObject *object)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (object);

  G_OBJECT_CLASS (genlock_patch_page_parent_class)->constructed (object);

  self->model = genlock_patch_model_new (self->store);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (model_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  genlock_canvas_set_model (self->canvas, self->model);
  genlock_minimap_set_canvas (self->minimap, self->canvas);
  g_signal_connect_object (self->canvas, "notify::minimap", G_CALLBACK (update_minimap), self,
                           G_CONNECT_SWAPPED);
  genlock_patch_search_set_canvas (self->search, self->canvas);
  genlock_patch_tray_set_canvas (self->tray, self->canvas, self->model);
  model_changed_cb (self);
  view_changed_cb (self);
}

static void
genlock_patch_page_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (object);

  if (id == PROP_STORE)
    g_value_set_object (value, self->store);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
genlock_patch_page_set_property (GObject *object,
                                 guint id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (object);

  if (id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
genlock_patch_page_dispose (GObject *object)
{
  GenlockPatchPage *self = GENLOCK_PATCH_PAGE (object);

  if (self->canvas != NULL)
    {
      genlock_canvas_save_state (self->canvas);
      genlock_minimap_set_canvas (self->minimap, NULL);
      genlock_canvas_set_model (self->canvas, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_PATCH_PAGE);
  g_clear_object (&self->inspector);
  g_clear_object (&self->model);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_patch_page_parent_class)->dispose (object);
}

static void
genlock_patch_page_class_init (GenlockPatchPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = genlock_patch_page_constructed;
  object_class->get_property = genlock_patch_page_get_property;
  object_class->set_property = genlock_patch_page_set_property;
  object_class->dispose = genlock_patch_page_dispose;
  g_object_class_override_property (object_class, PROP_STORE, "store");
  widget_class->focus = genlock_patch_page_focus;
  widget_class->grab_focus = genlock_patch_page_grab_focus;

  gtk_widget_class_install_action (widget_class, "patch.tray", NULL, tray_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "patch.tray", NULL);
  g_type_ensure (GENLOCK_TYPE_CANVAS);
  g_type_ensure (GENLOCK_TYPE_MINIMAP);
  g_type_ensure (GENLOCK_TYPE_PATCH_SEARCH);
  g_type_ensure (GENLOCK_TYPE_PATCH_TRAY);
  g_type_ensure (GENLOCK_TYPE_MATRIX_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/patch/genlock-patch-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, paned);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, pane);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, minimap);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, flap);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, tray);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, matrix);
  gtk_widget_class_bind_template_callback (widget_class, leave_matrix);
  gtk_widget_class_bind_template_child (widget_class, GenlockPatchPage, search);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_normal_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, lay_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "genlock-patch-page");
}

static void
genlock_patch_page_init (GenlockPatchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
genlock_patch_page_new (GenlockStore *store)
{
  return g_object_new (GENLOCK_TYPE_PATCH_PAGE, "store", store, NULL);
}

GenlockCanvas *
genlock_patch_page_get_canvas (GenlockPatchPage *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_PAGE (self), NULL);

  return self->canvas;
}

GenlockPatchModel *
genlock_patch_page_get_model (GenlockPatchPage *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_PAGE (self), NULL);

  return self->model;
}

GtkStack *
genlock_patch_page_get_pane (GenlockPatchPage *self)
{
  g_return_val_if_fail (GENLOCK_IS_PATCH_PAGE (self), NULL);

  return self->pane;
}

void
genlock_patch_page_show_matrix (GenlockPatchPage *self,
                                const char *device_id)
{
  GenlockCheckedShow *show;

  g_return_if_fail (GENLOCK_IS_PATCH_PAGE (self));

  show = genlock_patch_model_get_show (self->model);
  if (show == NULL)
    return;

  self->has_matrix = TRUE;
  genlock_matrix_view_set_device (self->matrix, show, device_id);
  model_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->matrix));
  genlock_page_back_changed (GENLOCK_PAGE (self));
}

void
genlock_patch_page_leave_matrix (GenlockPatchPage *self)
{
  g_return_if_fail (GENLOCK_IS_PATCH_PAGE (self));

  leave_matrix (self);
}
