/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of buttons that narrow a list to some types, each with how many there are. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/store/genlock-store.h"
#include "ui/lists/genlock-type-chips.h"

/* More types than this are found faster with the search. */
#define CHIPS_MAX 40

struct _GenlockTypeChips
{
  AdwBin parent_instance;

  GtkBox *box;
  GPtrArray *chosen; /* owned (element-type utf8), ends with NULL */
  gboolean filling;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockTypeChips, genlock_type_chips, ADW_TYPE_BIN)

static gboolean
find_chosen (GenlockTypeChips *chips,
             const char *word,
             guint *index)
{
  for (guint i = 0; i + 1 < chips->chosen->len; i++)
    if (g_str_equal (g_ptr_array_index (chips->chosen, i), word))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static void
all_toggled_cb (GtkToggleButton *button,
                GenlockTypeChips *chips)
{
  if (chips->filling)
    return;

  g_ptr_array_set_size (chips->chosen, 0);
  g_ptr_array_add (chips->chosen, NULL);
  g_signal_emit (chips, signals[CHOSEN], 0);
}

static void
toggled_cb (GtkToggleButton *button,
            GenlockTypeChips *chips)
{
  const char *word = g_object_get_data (G_OBJECT (button), "genlock-word");
  guint index;

  if (chips->filling)
    return;

  if (find_chosen (chips, word, &index))
    g_ptr_array_remove_index (chips->chosen, index);
  else
    g_ptr_array_insert (chips->chosen, 0, g_strdup (word));

  g_signal_emit (chips, signals[CHOSEN], 0);
}

static GtkWidget *
add_chip (GenlockTypeChips *chips,
          const char *label,
          guint n)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_label_new (NULL);
  g_autofree char *markup =
    g_markup_printf_escaped ("%s <span alpha=\"60%%\">%u</span>", label, n);

  gtk_label_set_markup (GTK_LABEL (content), markup);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "chip");
  gtk_box_append (chips->box, button);
  return button;
}

static void
genlock_type_chips_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_TYPE_CHIPS);

  G_OBJECT_CLASS (genlock_type_chips_parent_class)->dispose (object);
}

static void
genlock_type_chips_finalize (GObject *object)
{
  g_ptr_array_unref (GENLOCK_TYPE_CHIPS (object)->chosen);

  G_OBJECT_CLASS (genlock_type_chips_parent_class)->finalize (object);
}

static void
genlock_type_chips_class_init (GenlockTypeChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_type_chips_dispose;
  object_class->finalize = genlock_type_chips_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/lists/genlock-type-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockTypeChips, box);
}

static void
genlock_type_chips_init (GenlockTypeChips *chips)
{
  chips->chosen = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (chips->chosen, NULL);
  gtk_widget_init_template (GTK_WIDGET (chips));
}

void
genlock_type_chips_set_counts (GenlockTypeChips *chips,
                               GArray *counts)
{
  GtkWidget *child;
  guint total = 0;
  guint index;

  chips->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (chips->box))) != NULL)
    gtk_box_remove (chips->box, child);

  for (guint i = 0; i < counts->len; i++)
    total += g_array_index (counts, GenlockCount, i).n;

  child = add_chip (chips, _("All"), total);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), chips->chosen->len == 1);
  g_signal_connect (child, "toggled", G_CALLBACK (all_toggled_cb), chips);

  for (guint i = 0; i < MIN (counts->len, CHIPS_MAX); i++)
    {
      const GenlockCount *count = &g_array_index (counts, GenlockCount, i);
      const char *word = count->word != NULL ? count->word : "";

      child = add_chip (chips, *word != '\0' ? word : _("No type"), count->n);
      g_object_set_data_full (G_OBJECT (child), "genlock-word", g_strdup (word), g_free);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), find_chosen (chips, word, &index));
      g_signal_connect (child, "toggled", G_CALLBACK (toggled_cb), chips);
    }

  chips->filling = FALSE;
}

const char * const *
genlock_type_chips_get_chosen (GenlockTypeChips *chips)
{
  return chips->chosen->len > 1 ? (const char * const *) chips->chosen->pdata : NULL;
}

void
genlock_type_chips_clear (GenlockTypeChips *chips)
{
  g_ptr_array_set_size (chips->chosen, 0);
  g_ptr_array_add (chips->chosen, NULL);
  g_signal_emit (chips, signals[CHOSEN], 0);
}
