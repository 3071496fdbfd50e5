/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One bay of a chassis: a slot with its card, or the outline of an empty one. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>

#include "ui/common/genlock-accessible.h"
#include "ui/slots/genlock-slot-bay.h"
#include "ui/slots/genlock-slot-face.h"

/* A card that has come settles in this time, from so much larger. */
#define SETTLE_MS 150
#define SETTLE_SCALE 0.08

struct _GenlockSlotBay
{
  GtkWidget parent_instance;

  guint number;
  GenlockSlotPlan *plan; /* owned, nullable */
  char *card_id;         /* owned, nullable: of the card that is shown */
  GArray *ports;         /* owned, nullable (element-type GenlockPort): of the card */
  GenlockSlotBayMark mark;
  AdwAnimation *settle;  /* owned, nullable */
  double settled;        /* 0 to 1 */

  /* The picture as it was drawn last: a drag paints its frames from these. */
  GskRenderNode *node;   /* owned, nullable */
  GenlockSlotFace face;  /* what @node shows */
  guint serial;          /* of the fonts then */
  int scale;             /* of the screen then */
};

G_DEFINE_FINAL_TYPE (GenlockSlotBay, genlock_slot_bay, GTK_TYPE_WIDGET)

static void
look (GenlockSlotBay *self,
      GenlockSlotFace *face)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  face->plan = self->plan;
  face->number = self->number;
  face->ports = self->ports;
  face->context = gtk_widget_get_pango_context (widget);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &face->color);
  face->width = gtk_widget_get_width (widget);
  face->height = gtk_widget_get_height (widget);
  face->dim = self->mark == GENLOCK_SLOT_BAY_REFUSES;
  face->dark = adw_style_manager_get_dark (style);
  face->high_contrast = adw_style_manager_get_high_contrast (style);
  face->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static gboolean
is_same (const GenlockSlotFace *a,
         const GenlockSlotFace *b)
{
  return a->plan == b->plan && a->context == b->context && gdk_rgba_equal (&a->color, &b->color)
         && a->width == b->width && a->height == b->height && a->dim == b->dim
         && a->dark == b->dark && a->high_contrast == b->high_contrast && a->rtl == b->rtl;
}

/* As pixels of the screen: a stroke drawn again costs far more than a copy of what it left. */
static void
paint (const GenlockSlotFace *face,
       int scale,
       cairo_t *cr)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, face->width * scale,
                                                       face->height * scale);
  cairo_t *on_image;

  cairo_surface_set_device_scale (image, scale, scale);
  on_image = cairo_create (image);
  genlock_slot_face_draw (face, on_image);
  cairo_destroy (on_image);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (image);
}

/* One node for all of it, kept for as long as it looks the same: what a frame costs is the number
 * of nodes of all bays, and what it paints are those that are others than before. */
static GskRenderNode *
get_node (GenlockSlotBay *self)
{
  GenlockSlotFace face = { 0 };
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  guint serial;
  cairo_t *cr;

  look (self, &face);
  serial = pango_context_get_serial (face.context);
  if (self->node != NULL && self->serial == serial && self->scale == scale
      && is_same (&self->face, &face))
    return self->node;

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, face.width, face.height));
  self->face = face;
  self->serial = serial;
  self->scale = scale;
  cr = gsk_cairo_node_get_draw_context (self->node);
  paint (&face, scale, cr);
  cairo_destroy (cr);

  return self->node;
}

static void
genlock_slot_bay_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  GenlockSlotBay *self = GENLOCK_SLOT_BAY (widget);
  float scale = (float) (1 + (1 - self->settled) * SETTLE_SCALE);
  float x = (float) gtk_widget_get_width (widget) / 2;
  float y = (float) gtk_widget_get_height (widget) / 2;

  if (self->plan == NULL || x <= 0 || y <= 0)
    return;

  gtk_snapshot_save (snapshot);
  if (scale > 1)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
      gtk_snapshot_scale (snapshot, scale, scale);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-x, -y));
    }
  gtk_snapshot_append_node (snapshot, get_node (self));
  gtk_snapshot_restore (snapshot);
}

static void
genlock_slot_bay_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GenlockSlotBay *self = GENLOCK_SLOT_BAY (widget);
  int width = 0;
  int height = 0;

  if (self->plan != NULL)
    genlock_slot_face_measure (self->plan, gtk_widget_get_pango_context (widget), &width,
                               &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
settle_cb (double value,
           gpointer user_data)
{
  GenlockSlotBay *self = user_data;

  self->settled = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
settle (GenlockSlotBay *self)
{
  if (self->settle == NULL)
    self->settle = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SETTLE_MS,
                                            adw_callback_animation_target_new (settle_cb, self,
                                                                               NULL));
  adw_animation_play (self->settle);
}

static void
genlock_slot_bay_dispose (GObject *object)
{
  GenlockSlotBay *self = GENLOCK_SLOT_BAY (object);

  if (self->settle != NULL)
    adw_animation_skip (self->settle);
  g_clear_object (&self->settle);

  G_OBJECT_CLASS (genlock_slot_bay_parent_class)->dispose (object);
}

static void
genlock_slot_bay_finalize (GObject *object)
{
  GenlockSlotBay *self = GENLOCK_SLOT_BAY (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->ports, g_array_unref);
  g_clear_pointer (&self->plan, genlock_slot_plan_unref);
  g_free (self->card_id);

  G_OBJECT_CLASS (genlock_slot_bay_parent_class)->finalize (object);
}

static void
genlock_slot_bay_class_init (GenlockSlotBayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_slot_bay_dispose;
  object_class->finalize = genlock_slot_bay_finalize;
  widget_class->snapshot = genlock_slot_bay_snapshot;
  widget_class->measure = genlock_slot_bay_measure;
  gtk_widget_class_set_css_name (widget_class, "genlock-slot-bay");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
genlock_slot_bay_init (GenlockSlotBay *self)
{
  self->settled = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
genlock_slot_bay_new (guint number)
{
  GenlockSlotBay *self = g_object_new (GENLOCK_TYPE_SLOT_BAY, NULL);

  self->number = number;

  return GTK_WIDGET (self);
}

guint
genlock_slot_bay_get_number (GenlockSlotBay *self)
{
  g_return_val_if_fail (GENLOCK_IS_SLOT_BAY (self), 0);

  return self->number;
}

void
genlock_slot_bay_set_plan (GenlockSlotBay *self,
                           GenlockSlotPlan *plan)
{
  const GenlockSlot *slot;
  const char *id;
  gboolean came;
  g_autofree char *name = NULL;
  g_autofree char *hint = NULL;

  g_return_if_fail (GENLOCK_IS_SLOT_BAY (self));
  g_return_if_fail (plan != NULL);

  came = self->plan != NULL;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->ports, g_array_unref);
  genlock_slot_plan_ref (plan);
  g_clear_pointer (&self->plan, genlock_slot_plan_unref);
  self->plan = plan;
  slot = genlock_slot_plan_get_slot (plan, self->number);
  id = slot->card != NULL ? genlock_record_get_id (slot->card) : NULL;
  came = came && id != NULL && g_strcmp0 (id, self->card_id) != 0;
  g_free (self->card_id);
  self->card_id = g_strdup (id);
  if (slot->card != NULL)
    self->ports = genlock_ports_list_own (slot->card);

  name = genlock_slot_plan_dup_description (plan, self->number);
  hint = genlock_slot_plan_dup_hint (plan, self->number);
  genlock_accessible_set_label (GTK_WIDGET (self), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), hint != NULL ? hint : name);
  if (id != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "taken");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "taken");
  if (came)
    settle (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
genlock_slot_bay_set_selected (GenlockSlotBay *self,
                               gboolean selected)
{
  g_return_if_fail (GENLOCK_IS_SLOT_BAY (self));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

void
genlock_slot_bay_set_mark (GenlockSlotBay *self,
                           GenlockSlotBayMark mark)
{
  g_return_if_fail (GENLOCK_IS_SLOT_BAY (self));

  if (self->mark == mark)
    return;

  self->mark = mark;
  if (mark == GENLOCK_SLOT_BAY_TARGET)
    gtk_widget_add_css_class (GTK_WIDGET (self), "target");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
