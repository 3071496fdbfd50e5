/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of buttons that narrow a list to some types, each with how many there are. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/store/genlock-store.h"
#include "ui/common/genlock-accessible.h"
#include "ui/lists/genlock-type-chips.h"

/* More types than this are found faster with the search. */
#define CHIPS_MAX 40

struct _GenlockTypeChips
{
  AdwBin parent_instance;

  GtkBox *box;
  const GenlockListKind *kind; /* nullable */
  GPtrArray *chosen; /* owned (element-type utf8), ends with NULL */
  const char *apart; /* unowned, nullable: rows of it are of other types too */
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

/* %NULL as @word stands for all of them. */
static void
add_chip (GenlockTypeChips *chips,
          const char *word)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (NULL));
  gtk_widget_add_css_class (button, "chip");
  g_object_set_data_full (G_OBJECT (button), "genlock-word", g_strdup (word), g_free);
  g_signal_connect (button, "toggled",
                    word != NULL ? G_CALLBACK (toggled_cb) : G_CALLBACK (all_toggled_cb), chips);
  gtk_box_append (chips->box, button);
}

static void
show_chip (GenlockTypeChips *chips,
           GtkWidget *button,
           guint n)
{
  const char *word = g_object_get_data (G_OBJECT (button), "genlock-word");
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  const char *called = chips->kind != NULL ? genlock_list_kind_get_type_label (chips->kind, word)
                                           : word;
  const char *name = word == NULL ? _("All") : *word != '\0' ? called : _("No type");
  g_autofree char *markup = g_markup_printf_escaped ("%s <span alpha=\"60%%\">%u</span>", name, n);
  g_autofree char *spoken = g_strdup_printf ("%s, %u", name, n);
  guint index;

  gtk_label_set_markup (GTK_LABEL (label), markup);
  genlock_accessible_set_label (button, spoken);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                word != NULL ? find_chosen (chips, word, &index)
                                             : chips->chosen->len == 1);
}

/* Makes the chips those of @words, unless they are; so the focus stays on a chip that is used. */
static void
set_words (GenlockTypeChips *chips,
           GPtrArray *words)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (chips->box));
  guint same = 0;

  for (; child != NULL && same < words->len; child = gtk_widget_get_next_sibling (child), same++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "genlock-word"),
                   g_ptr_array_index (words, same)) != 0)
      break;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (chips->box, child);
      child = next;
    }

  for (; same < words->len; same++)
    add_chip (chips, g_ptr_array_index (words, same));
}

static void
genlock_type_chips_dispose (GObject *object)
{
  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
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
genlock_type_chips_set_kind (GenlockTypeChips *chips,
                             const GenlockListKind *kind)
{
  chips->kind = kind;
  chips->apart = kind->type_apart != NULL ? _(kind->type_apart) : NULL;
}

void
genlock_type_chips_set_counts (GenlockTypeChips *chips,
                               GArray *counts)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *child;
  guint total = 0;

  g_ptr_array_add (words, NULL);
  for (guint i = 0; i < counts->len; i++)
    {
      const GenlockCount *count = &g_array_index (counts, GenlockCount, i);
      const char *word = count->word != NULL ? count->word : "";

      total += g_strcmp0 (word, chips->apart) != 0 ? count->n : 0;
      g_hash_table_insert (numbers, (gpointer) word, GUINT_TO_POINTER (count->n));
      if (i < CHIPS_MAX)
        g_ptr_array_add (words, (gpointer) word);
    }

  /* What is chosen can be let go again, also where nothing is left of it. */
  for (guint i = 0; i + 1 < chips->chosen->len; i++)
    if (!g_hash_table_contains (numbers, g_ptr_array_index (chips->chosen, i)))
      g_ptr_array_add (words, g_ptr_array_index (chips->chosen, i));

  chips->filling = TRUE;
  set_words (chips, words);
  child = gtk_widget_get_first_child (GTK_WIDGET (chips->box));
  show_chip (chips, child, total);
  while ((child = gtk_widget_get_next_sibling (child)) != NULL)
    {
      const char *word = g_object_get_data (G_OBJECT (child), "genlock-word");

      show_chip (chips, child, GPOINTER_TO_UINT (g_hash_table_lookup (numbers, word)));
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
