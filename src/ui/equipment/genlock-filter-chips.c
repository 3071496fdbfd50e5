/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of buttons that narrow a list, some with how many rows each would leave. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-accessible.h"
#include "ui/equipment/genlock-filter-chips.h"

struct _GenlockFilterChips
{
  AdwBin parent_instance;

  GtkBox *box;
  gboolean exclusive;
  gboolean filling;
};

enum
{
  PROP_0,
  PROP_EXCLUSIVE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint chosen_signal;

G_DEFINE_FINAL_TYPE (GenlockFilterChips, genlock_filter_chips, ADW_TYPE_BIN)

static const char *
get_id (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "genlock-chip");
}

static void
toggled_cb (GenlockFilterChips *self,
            GtkToggleButton *button)
{
  if (self->filling)
    return;
  /* Of a group the one that goes up speaks for both. */
  if (self->exclusive && !gtk_toggle_button_get_active (button))
    return;

  g_signal_emit (self, chosen_signal, 0);
}

static void
add_chip (GenlockFilterChips *self,
          const GenlockFilterChip *chip)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (NULL));
  gtk_widget_add_css_class (button, "chip");
  g_object_set_data (G_OBJECT (button), "genlock-chip", (gpointer) chip->id);
  if (self->exclusive && first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  else if (self->exclusive)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
show_chip (GtkWidget *button,
           const GenlockFilterChip *chip)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *markup = NULL;
  g_autofree char *spoken = NULL;

  if (chip->n < 0)
    {
      gtk_label_set_label (label, chip->label);
      genlock_accessible_set_label (button, chip->label);
      return;
    }

  markup = g_markup_printf_escaped ("%s <span alpha=\"60%%\">%d</span>", chip->label, chip->n);
  spoken = g_strdup_printf ("%s, %d", chip->label, chip->n);
  gtk_label_set_markup (label, markup);
  genlock_accessible_set_label (button, spoken);
}

/* (nullable): the button of a chip. */
static GtkWidget *
find_chip (GenlockFilterChips *self,
           const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (get_id (child), id))
      return child;

  return NULL;
}

static void
genlock_filter_chips_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EXCLUSIVE:
      g_value_set_boolean (value, GENLOCK_FILTER_CHIPS (object)->exclusive);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_filter_chips_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_EXCLUSIVE:
      GENLOCK_FILTER_CHIPS (object)->exclusive = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_filter_chips_dispose (GObject *object)
{
  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_FILTER_CHIPS);

  G_OBJECT_CLASS (genlock_filter_chips_parent_class)->dispose (object);
}

static void
genlock_filter_chips_class_init (GenlockFilterChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_filter_chips_dispose;
  object_class->get_property = genlock_filter_chips_get_property;
  object_class->set_property = genlock_filter_chips_set_property;

  properties[PROP_EXCLUSIVE] = g_param_spec_boolean ("exclusive", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                     | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  chosen_signal = g_signal_new ("chosen", GENLOCK_TYPE_FILTER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-filter-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockFilterChips, box);
}

static void
genlock_filter_chips_init (GenlockFilterChips *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
genlock_filter_chips_set (GenlockFilterChips *self,
                          const GenlockFilterChip *chips,
                          guint n_chips)
{
  GtkWidget *child;
  guint same = 0;

  g_return_if_fail (GENLOCK_IS_FILTER_CHIPS (self));

  self->filling = TRUE;
  child = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (same < n_chips && g_str_equal (get_id (child), chips[same].id))
        same++;
      else
        gtk_box_remove (self->box, child);
      child = next;
    }
  for (guint i = same; i < n_chips; i++)
    add_chip (self, &chips[i]);

  child = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  for (guint i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    show_chip (child, &chips[i]);
  self->filling = FALSE;
}

gboolean
genlock_filter_chips_is_chosen (GenlockFilterChips *self,
                                const char *id)
{
  GtkWidget *button;

  g_return_val_if_fail (GENLOCK_IS_FILTER_CHIPS (self), FALSE);

  button = find_chip (self, id);
  return button != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

void
genlock_filter_chips_choose (GenlockFilterChips *self,
                             const char *id,
                             gboolean chosen)
{
  GtkWidget *button;

  g_return_if_fail (GENLOCK_IS_FILTER_CHIPS (self));

  button = find_chip (self, id);
  self->filling = TRUE;
  if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), chosen);
  self->filling = FALSE;
}
