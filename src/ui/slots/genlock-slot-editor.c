/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card-slot editor: which card sits in which slot of a frame. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-text-scale.h"
#include "ui/slots/genlock-slot-editor-private.h"

/* In pixels: between its parts; of the palette with text of the usual size, which hides where the
 * chassis would have less. */
#define GAP 12
#define PALETTE_WIDTH 200
#define CHASSIS_WIDTH 280
#define PALETTE_HEIGHT 260

enum
{
  CARD_SELECTED,
  ADOPTED,
  STALE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockSlotEditor, genlock_slot_editor, GTK_TYPE_WIDGET)

void
genlock_slot_editor_say (GenlockSlotEditor *self,
                         const char *text)
{
  genlock_slot_status_set_text (self->status, text);
}

void
genlock_slot_editor_refuse (GenlockSlotEditor *self)
{
  genlock_slot_editor_put_back (self);
  g_signal_emit (self, signals[STALE], 0);
}

GenlockRecord *
genlock_slot_editor_get_card (GenlockSlotEditor *self)
{
  guint cursor = genlock_slot_chassis_get_cursor (self->chassis);

  return self->plan != NULL && cursor > 0
           ? genlock_slot_plan_get_slot (self->plan, cursor)->card
           : NULL;
}

static int
get_palette_width (void)
{
  return (int) (PALETTE_WIDTH * genlock_text_scale_get ());
}

static gboolean
has_palette (int width)
{
  return width >= get_palette_width () + GAP + CHASSIS_WIDTH;
}

static int
measure_height (GtkWidget *widget,
                int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static GtkSizeRequestMode
genlock_slot_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
genlock_slot_editor_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (widget);
  int head, chassis, status;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->head, orientation, -1, &head, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self->chassis), orientation, -1, &chassis, natural, NULL,
                          NULL);
      *minimum = MAX (head, chassis);
      *natural = MAX (*minimum, *natural + get_palette_width () + GAP);
    }
  else
    {
      int room = has_palette (for_size) ? for_size - get_palette_width () - GAP : for_size;

      head = measure_height (self->head, for_size);
      status = measure_height (GTK_WIDGET (self->status), for_size);
      chassis = measure_height (GTK_WIDGET (self->chassis), room);
      if (has_palette (for_size))
        chassis = MAX (chassis, PALETTE_HEIGHT);
      *minimum = *natural = head + GAP + chassis + GAP + status;
    }
}

static void
allocate (GtkWidget *editor,
          GtkWidget *child,
          int x,
          int y,
          int width,
          int height)
{
  gboolean rtl = gtk_widget_get_direction (editor) == GTK_TEXT_DIR_RTL;
  GdkRectangle place = { x, y, width, height };

  if (rtl)
    place.x = gtk_widget_get_width (editor) - x - width;
  gtk_widget_size_allocate (child, &place, -1);
}

static void
genlock_slot_editor_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (widget);
  int head = measure_height (self->head, width);
  int status = measure_height (GTK_WIDGET (self->status), width);
  int body = MAX (1, height - head - 2 * GAP - status);
  int left = 0;
  int chassis;

  allocate (widget, self->head, 0, 0, width, head);
  gtk_widget_set_child_visible (GTK_WIDGET (self->palette), has_palette (width));
  if (has_palette (width))
    {
      left = get_palette_width () + GAP;
      measure_height (GTK_WIDGET (self->palette), get_palette_width ());
      allocate (widget, GTK_WIDGET (self->palette), 0, head + GAP, get_palette_width (), body);
    }
  /* No taller than its rows, whatever the palette needs. */
  chassis = measure_height (GTK_WIDGET (self->chassis), width - left);
  allocate (widget, GTK_WIDGET (self->chassis), left, head + GAP, width - left, chassis);
  allocate (widget, GTK_WIDGET (self->status), 0, height - status, width, status);

  if (self->chooser != NULL)
    gtk_popover_present (self->chooser);
  if (self->menu_popover != NULL)
    gtk_popover_present (self->menu_popover);
}

static void
update_palettes (GenlockSlotEditor *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *frame = self->plan != NULL ? genlock_slot_plan_get_card_types (self->plan) : none;

  genlock_slot_palette_set_types (self->palette, frame, self->own);
  if (self->choices != NULL)
    genlock_slot_palette_set_types (self->choices, frame, self->own);
}

static void
frames_listed_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (GenlockSlotEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) frames = genlock_store_list_finish (GENLOCK_STORE (source), result,
                                                            &error);

  if (frames == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The cards of other frames cannot be listed: %s", error->message);
      return;
    }

  g_ptr_array_unref (self->own);
  self->own = genlock_card_types_collect (frames);
  if (self->palette != NULL)
    update_palettes (self);
}

/* The cards that sit in other frames of the user's. */
static void
list_own (GenlockSlotEditor *self)
{
  static const char * const card_based[] = { "CARD_BASED", NULL };
  g_autoptr (GenlockQuery) query = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store == NULL || self->plan == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  query = genlock_query_new (&genlock_equipment_specs);
  genlock_query_set_filter (query, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, card_based, FALSE);
  genlock_store_list_async (self->store, query, self->cancellable, frames_listed_cb,
                            g_object_ref (self));
}

static void
update_selected (GenlockSlotEditor *self)
{
  GenlockRecord *card = genlock_slot_editor_get_card (self);
  const char *id = card != NULL ? genlock_record_get_id (card) : NULL;

  genlock_slot_editor_update_actions (self);
  if (g_strcmp0 (self->selected, id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (id);
  g_signal_emit (self, signals[CARD_SELECTED], 0, self->selected);
}

/* Signals of the parts. */

static void
moved_cb (GenlockSlotEditor *self)
{
  guint cursor = genlock_slot_chassis_get_cursor (self->chassis);
  g_autofree char *hint = cursor > 0 ? genlock_slot_plan_dup_hint (self->plan, cursor) : NULL;

  genlock_slot_editor_say (self, hint != NULL ? hint : "");
  update_selected (self);
}

/* Enter or a double click in the palette: into the slot of the cursor. */
static void
chosen_cb (GenlockSlotEditor *self,
           GenlockCardType *type,
           const char *card_id)
{
  guint cursor = genlock_slot_chassis_get_cursor (self->chassis);

  if (cursor > 0)
    genlock_slot_editor_put (self, type, card_id, cursor);
}

static void
carrying_cb (GenlockSlotEditor *self,
             GenlockCardType *type,
             const char *card_id)
{
  genlock_slot_editor_carry (self, type, card_id);
}

static void
n_slots_cb (GenlockSlotEditor *self)
{
  guint n = (guint) gtk_spin_button_get_value_as_int (self->n_slots);

  if (self->plan != NULL && n != genlock_slot_plan_get_n_slots (self->plan))
    genlock_slot_editor_resize (self, n);
}

static void
genlock_slot_editor_dispose (GObject *object)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  genlock_slot_editor_close_popovers (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->plan, genlock_slot_plan_unref);
  g_clear_pointer (&self->carried_type, genlock_card_type_unref);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->drop, genlock_drop_free);
  g_clear_pointer (&self->usage, genlock_spec_usage_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SLOT_EDITOR);

  G_OBJECT_CLASS (genlock_slot_editor_parent_class)->dispose (object);
}

static void
genlock_slot_editor_finalize (GObject *object)
{
  GenlockSlotEditor *self = GENLOCK_SLOT_EDITOR (object);

  g_ptr_array_unref (self->own);
  g_free (self->selected);
  g_free (self->carried_card);
  g_free (self->pressed_card);

  G_OBJECT_CLASS (genlock_slot_editor_parent_class)->finalize (object);
}

static void
genlock_slot_editor_class_init (GenlockSlotEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_slot_editor_dispose;
  object_class->finalize = genlock_slot_editor_finalize;
  widget_class->get_request_mode = genlock_slot_editor_get_request_mode;
  widget_class->measure = genlock_slot_editor_measure;
  widget_class->size_allocate = genlock_slot_editor_size_allocate;

  signals[CARD_SELECTED] = g_signal_new ("card-selected", GENLOCK_TYPE_SLOT_EDITOR,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_STRING);
  signals[ADOPTED] = g_signal_new ("adopted", GENLOCK_TYPE_SLOT_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STALE] = g_signal_new ("stale", GENLOCK_TYPE_SLOT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "genlock-slot-editor");
  genlock_slot_editor_install_actions (widget_class);

  g_type_ensure (GENLOCK_TYPE_SLOT_CHASSIS);
  g_type_ensure (GENLOCK_TYPE_SLOT_PALETTE);
  g_type_ensure (GENLOCK_TYPE_SLOT_STATUS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/slots/genlock-slot-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotEditor, head);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotEditor, summary);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotEditor, slots_box);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotEditor, n_slots);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotEditor, palette);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotEditor, chassis);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotEditor, status);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotEditor, menu);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, carrying_cb);
  gtk_widget_class_bind_template_callback (widget_class, n_slots_cb);
}

static void
genlock_slot_editor_init (GenlockSlotEditor *self)
{
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_card_type_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_slot_editor_init_drag (self);
  genlock_slot_editor_init_actions (self);
  genlock_slot_editor_update_actions (self);
}

GtkWidget *
genlock_slot_editor_new (void)
{
  return g_object_new (GENLOCK_TYPE_SLOT_EDITOR, NULL);
}

void
genlock_slot_editor_set_store (GenlockSlotEditor *self,
                               GenlockStore *store)
{
  g_return_if_fail (GENLOCK_IS_SLOT_EDITOR (self));
  g_return_if_fail (store == NULL || GENLOCK_IS_STORE (store));

  if (g_set_object (&self->store, store))
    list_own (self);
}

static gboolean
is_spec (GenlockSlotPlan *plan,
         const GenlockRecord *spec)
{
  return plan != NULL && spec != NULL
         && strcmp (genlock_record_get_id (genlock_slot_plan_get_spec (plan)),
                    genlock_record_get_id (spec)) == 0;
}

void
genlock_slot_editor_set_spec (GenlockSlotEditor *self,
                              GenlockRecord *spec,
                              gboolean shipped)
{
  gboolean same;
  g_autofree char *summary = NULL;

  g_return_if_fail (GENLOCK_IS_SLOT_EDITOR (self));

  same = is_spec (self->plan, spec);
  g_clear_pointer (&self->plan, genlock_slot_plan_unref);
  self->shipped = shipped;
  if (spec != NULL)
    self->plan = genlock_slot_plan_new (spec);
  if (!same)
    {
      genlock_slot_chassis_set_plan (self->chassis, NULL);
      genlock_slot_editor_say (self, "");
    }
  genlock_slot_chassis_set_plan (self->chassis, self->plan);
  if (self->plan != NULL)
    {
      summary = genlock_slot_plan_dup_summary (self->plan);
      gtk_spin_button_set_value (self->n_slots, genlock_slot_plan_get_n_slots (self->plan));
      if (genlock_slot_plan_get_problem (self->plan) != NULL)
        genlock_slot_editor_say (self, genlock_slot_plan_get_problem (self->plan));
    }
  gtk_label_set_label (self->summary, summary != NULL ? summary : "");
  genlock_slot_palette_set_aside (self->palette, self->plan);
  if (self->carried_type != NULL)
    genlock_slot_editor_look_again (self);
  update_selected (self);
  if (!same)
    {
      update_palettes (self);
      list_own (self);
    }
}

const char *
genlock_slot_editor_get_selected (GenlockSlotEditor *self)
{
  g_return_val_if_fail (GENLOCK_IS_SLOT_EDITOR (self), NULL);

  return self->selected;
}
