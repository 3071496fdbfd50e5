/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards to choose from: those of the frame, the user's own, those used last. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-search.h"
#include "ui/slots/genlock-slot-carry.h"
#include "ui/slots/genlock-slot-palette.h"

/* Cards that are remembered as used last. */
#define RECENT_MAX 8
#define RECENT_KEY "recent-cards"

typedef enum
{
  SECTION_ASIDE,
  SECTION_FRAME,
  SECTION_OWN,
  SECTION_RECENT,
} Section;

struct _GenlockSlotPalette
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEditable *search;
  GtkListBox *list;
  GenlockSlotPlan *plan; /* owned, nullable */
  guint slot;
};

enum
{
  CHOSEN,
  CARRYING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockSlotPalette, genlock_slot_palette, GTK_TYPE_WIDGET)

static GenlockCardType *
get_type_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "genlock-card-type");
}

/* (nullable): of a card that is set aside. */
static const char *
get_card_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "genlock-card-id");
}

static Section
get_section (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "genlock-section"));
}

static const char *
get_section_title (Section section)
{
  switch (section)
    {
    case SECTION_ASIDE:
      return _("Set aside");

    case SECTION_FRAME:
      return _("For this frame");

    case SECTION_OWN:
      return _("Your cards");

    case SECTION_RECENT:
      return _("Used last");
    }

  return NULL;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer user_data)
{
  GtkWidget *title;

  if (before != NULL && get_section (before) == get_section (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  title = gtk_label_new (get_section_title (get_section (row)));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "palette-heading");
  gtk_list_box_row_set_header (row, title);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer user_data)
{
  GenlockSlotPalette *self = user_data;
  GenlockCardType *type = get_type_of (row);
  g_auto (GStrv) words = g_strsplit (gtk_editable_get_text (self->search), " ", -1);
  g_autofree char *text = g_strdup_printf ("%s %s", type->label,
                                           type->family != NULL ? type->family : "");
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i], -1);

      if (strstr (folded, word) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
search_cb (GenlockSlotPalette *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (GenlockSlotPalette *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_type_of (row), get_card_id (row));
}

/* Enter in the search takes the first card that fits. */
static void
search_activate_cb (GenlockSlotPalette *self)
{
  /* The search waits for more to be typed; Enter does not. */
  gtk_list_box_invalidate_filter (self->list);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BOX_ROW (child) && gtk_widget_get_child_visible (child)
        && gtk_widget_get_sensitive (child))
      {
        row_activated_cb (self, GTK_LIST_BOX_ROW (child));
        return;
      }
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            GtkListBoxRow *row)
{
  return gdk_content_provider_new_typed (GENLOCK_TYPE_CARD_TYPE, get_type_of (row));
}

static void
carried_cb (GenlockSlotPalette *self)
{
  g_signal_emit (self, signals[CARRYING], 0, NULL, NULL);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               GtkListBoxRow *row)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (row), GENLOCK_TYPE_SLOT_PALETTE);

  /* Its own end, since the row may be taken out of the list before that. */
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (carried_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (carried_cb), self, G_CONNECT_SWAPPED);
  genlock_slot_carry_begin (drag, get_type_of (row));
  g_signal_emit (self, signals[CARRYING], 0, get_type_of (row), get_card_id (row));
}

static void
make_draggable (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), row, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

static GtkWidget *
make_line (const char *text,
           gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static GtkWidget *
make_row (GenlockCardType *type,
          Section section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *ports = genlock_port_count_dup_words (&type->count);
  g_autofree char *name = g_strdup_printf (_("%s, %s"), type->label, ports);

  gtk_box_append (GTK_BOX (box), make_line (type->label, FALSE));
  gtk_box_append (GTK_BOX (box), make_line (ports, TRUE));
  gtk_widget_add_css_class (box, "palette-card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "genlock-card-type", genlock_card_type_ref (type),
                          (GDestroyNotify) genlock_card_type_unref);
  g_object_set_data (G_OBJECT (row), "genlock-section", GUINT_TO_POINTER (section));
  gtk_widget_set_tooltip_text (row, name);
  genlock_accessible_set_label (row, name);
  make_draggable (row);

  return row;
}

static void
update_fitting (GenlockSlotPalette *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GenlockCardType *type;
      g_autofree char *reason = NULL;
      gboolean takes;

      if (!GTK_IS_LIST_BOX_ROW (child))
        continue;

      type = get_type_of (GTK_LIST_BOX_ROW (child));
      takes = self->plan == NULL
              || genlock_slot_plan_takes (self->plan, self->slot, type, &reason);
      gtk_widget_set_sensitive (child, takes);
      if (!takes)
        gtk_widget_set_tooltip_text (child, reason);
    }
}

static gboolean
is_same (const GenlockCardType *a,
         const GenlockCardType *b)
{
  return g_strcmp0 (a->label, b->label) == 0 && genlock_card_type_matches (a, b->card);
}

static const GenlockCardType *
find_same (GPtrArray *types,
           const GenlockCardType *type)
{
  for (guint i = 0; i < types->len; i++)
    if (is_same (g_ptr_array_index (types, i), type))
      return g_ptr_array_index (types, i);

  return NULL;
}

static GenlockCardType *
find_label (GPtrArray *types,
            const char *label)
{
  for (guint i = 0; i < types->len; i++)
    {
      GenlockCardType *type = g_ptr_array_index (types, i);

      if (g_strcmp0 (type->label, label) == 0)
        return type;
    }

  return NULL;
}

static void
append_recent (GenlockSlotPalette *self,
               GPtrArray *frame,
               GPtrArray *own)
{
  g_autoptr (GSettings) settings = g_settings_new (GENLOCK_APPLICATION_ID);
  g_auto (GStrv) labels = g_settings_get_strv (settings, RECENT_KEY);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      GenlockCardType *type = find_label (frame, labels[i]);

      if (type == NULL)
        type = find_label (own, labels[i]);
      if (type != NULL)
        gtk_list_box_append (self->list, make_row (type, SECTION_RECENT));
    }
}

static void
genlock_slot_palette_dispose (GObject *object)
{
  GenlockSlotPalette *self = GENLOCK_SLOT_PALETTE (object);

  g_clear_pointer (&self->plan, genlock_slot_plan_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_SLOT_PALETTE);

  G_OBJECT_CLASS (genlock_slot_palette_parent_class)->dispose (object);
}

static void
genlock_slot_palette_class_init (GenlockSlotPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_slot_palette_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", GENLOCK_TYPE_SLOT_PALETTE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, GENLOCK_TYPE_CARD_TYPE,
                                  G_TYPE_STRING);
  signals[CARRYING] = g_signal_new ("carrying", GENLOCK_TYPE_SLOT_PALETTE, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, GENLOCK_TYPE_CARD_TYPE,
                                    G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/slots/genlock-slot-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPalette, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPalette, search);
  gtk_widget_class_bind_template_child (widget_class, GenlockSlotPalette, list);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, genlock_search_stop);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
genlock_slot_palette_init (GenlockSlotPalette *self)
{
  GtkWidget *nothing = gtk_label_new (_("No such card"));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 18);
  gtk_widget_show (nothing);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}

GtkWidget *
genlock_slot_palette_new (void)
{
  return g_object_new (GENLOCK_TYPE_SLOT_PALETTE, NULL);
}

void
genlock_slot_palette_set_types (GenlockSlotPalette *self,
                                GPtrArray *frame,
                                GPtrArray *own)
{
  GtkListBoxRow *row;
  int n_aside = 0;

  g_return_if_fail (GENLOCK_IS_SLOT_PALETTE (self));
  g_return_if_fail (frame != NULL && own != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->list, n_aside)) != NULL)
    if (get_section (row) == SECTION_ASIDE)
      n_aside++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < frame->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (frame, i), SECTION_FRAME));
  for (guint i = 0; i < own->len; i++)
    if (find_same (frame, g_ptr_array_index (own, i)) == NULL)
      gtk_list_box_append (self->list, make_row (g_ptr_array_index (own, i), SECTION_OWN));
  append_recent (self, frame, own);
  update_fitting (self);
}

void
genlock_slot_palette_set_aside (GenlockSlotPalette *self,
                                GenlockSlotPlan *plan)
{
  GPtrArray *cards = plan != NULL ? genlock_slot_plan_get_unplaced (plan) : NULL;
  GtkListBoxRow *first;

  g_return_if_fail (GENLOCK_IS_SLOT_PALETTE (self));

  while ((first = gtk_list_box_get_row_at_index (self->list, 0)) != NULL
         && get_section (first) == SECTION_ASIDE)
    gtk_list_box_remove (self->list, GTK_WIDGET (first));

  for (guint i = cards != NULL ? cards->len : 0; i > 0; i--)
    {
      const char *id = genlock_record_get_id (cards->pdata[i - 1]);
      g_autoptr (GenlockCardType) type = genlock_slot_plan_copy_card (plan, id);
      GtkWidget *row = make_row (type, SECTION_ASIDE);
      g_autofree char *name = g_strdup_printf (_("%s, set aside"), type->label);

      g_object_set_data_full (G_OBJECT (row), "genlock-card-id", g_strdup (id), g_free);
      genlock_accessible_set_label (row, name);
      gtk_list_box_prepend (self->list, row);
    }
  update_fitting (self);
}

void
genlock_slot_palette_set_slot (GenlockSlotPalette *self,
                               GenlockSlotPlan *plan,
                               guint slot)
{
  g_return_if_fail (GENLOCK_IS_SLOT_PALETTE (self));

  if (plan != NULL)
    genlock_slot_plan_ref (plan);
  g_clear_pointer (&self->plan, genlock_slot_plan_unref);
  self->plan = plan;
  self->slot = slot;
  update_fitting (self);
}

void
genlock_slot_palette_start (GenlockSlotPalette *self)
{
  g_return_if_fail (GENLOCK_IS_SLOT_PALETTE (self));

  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
genlock_slot_palette_remember (const GenlockCardType *type)
{
  g_autoptr (GSettings) settings = g_settings_new (GENLOCK_APPLICATION_ID);
  g_auto (GStrv) labels = g_settings_get_strv (settings, RECENT_KEY);
  g_autoptr (GStrvBuilder) recent = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  guint n = 1;

  g_return_if_fail (type != NULL);

  g_strv_builder_add (recent, type->label);
  for (guint i = 0; labels[i] != NULL && n < RECENT_MAX; i++)
    if (g_strcmp0 (labels[i], type->label) != 0)
      {
        g_strv_builder_add (recent, labels[i]);
        n++;
      }
  words = g_strv_builder_end (recent);
  g_settings_set_strv (settings, RECENT_KEY, (const char * const *) words);
}
