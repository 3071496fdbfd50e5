/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many ports at once, by a pattern of their labels. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-vocabulary.h"
#include "equipment/genlock-port-edit.h"
#include "equipment/genlock-port-pattern.h"
#include "ui/common/genlock-error-words.h"
#include "ui/equipment/genlock-port-adder.h"

struct _GenlockPortAdder
{
  GtkPopover parent_instance;

  GtkToggleButton *output;
  GtkEntry *pattern;
  GtkEntry *io_type;
  GtkEntry *format;
  GtkLabel *preview;
  GtkWidget *add;
};

enum
{
  ADD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockPortAdder, genlock_port_adder, GTK_TYPE_POPOVER)

static const char *
get_text (GtkEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* Underlines the pattern from the place on that is wrong; -1: nothing is. */
static void
mark (GenlockPortAdder *self,
      int place)
{
  const char *text = get_text (self->pattern);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (place >= 0)
    {
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
      glong at = CLAMP (place, 0, MAX (g_utf8_strlen (text, -1) - 1, 0));

      underline->start_index = g_utf8_offset_to_pointer (text, at) - text;
      pango_attr_list_insert (attributes, underline);
    }

  gtk_entry_set_attributes (self->pattern, attributes);
  pango_attr_list_unref (attributes);
}

static void
show (GenlockPortAdder *self,
      const char *words,
      GtkEntry *wrong)
{
  GtkEntry *entries[] = { self->pattern, self->io_type, self->format };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (entries[i] == wrong)
        gtk_widget_add_css_class (GTK_WIDGET (entries[i]), "error");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (entries[i]), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_STATE_INVALID,
                                   entries[i] == wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                                       : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }

  if (wrong != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->preview), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->preview), "error");
  gtk_label_set_text (self->preview, words);
}

static void
changed_cb (GenlockPortAdder *self)
{
  const char *pattern = get_text (self->pattern);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  /* While the template is being built. */
  if (self->add == NULL)
    return;

  if (*pattern == '\0')
    words = g_strdup (_("1 port without a label. [1-40] in a label counts, [A,B,C] are words."));
  else
    words = genlock_port_add_dup_preview (pattern, &error);

  mark (self, error != NULL ? (int) genlock_port_pattern_error_get_place (error) : -1);
  if (error != NULL)
    show (self, error->message, self->pattern);
  else if (*get_text (self->io_type) == '\0')
    show (self, _("Ports have a connector. Type one, such as 12G-SDI."), self->io_type);
  else
    show (self, words, NULL);
  gtk_widget_set_sensitive (self->add, error == NULL && *get_text (self->io_type) != '\0');
}

static void
add_clicked_cb (GenlockPortAdder *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
shown_cb (GenlockPortAdder *self)
{
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->pattern));
}

/* Offers the words of the trade while a connector is typed, or the usual formats. */
static void
offer (GtkEntry *entry,
       const char * const *words)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  g_autoptr (GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);

  for (; *words != NULL; words++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, *words, -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_set_completion (entry, completion);
}

static void
genlock_port_adder_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_PORT_ADDER);

  G_OBJECT_CLASS (genlock_port_adder_parent_class)->dispose (object);
}

static void
genlock_port_adder_class_init (GenlockPortAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_port_adder_dispose;

  signals[ADD] = g_signal_new ("add", GENLOCK_TYPE_PORT_ADDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/equipment/genlock-port-adder.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockPortAdder, output);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortAdder, pattern);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortAdder, io_type);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortAdder, format);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortAdder, preview);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortAdder, add);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
genlock_port_adder_init (GenlockPortAdder *self)
{
  g_autofree const char **connectors =
    genlock_vocabulary_get_offers (GENLOCK_VOCABULARY_CONNECTOR);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->io_type), "12G-SDI");
  offer (self->io_type, connectors);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
  changed_cb (self);
}

GenlockBatch *
genlock_port_adder_build (GenlockPortAdder *self,
                          const GenlockRecord *owner,
                          GError **error)
{
  gboolean outputs = gtk_toggle_button_get_active (self->output);

  return genlock_port_add_build (owner, outputs ? "OUTPUT" : "INPUT", get_text (self->io_type),
                                 get_text (self->pattern), get_text (self->format), NULL, error);
}

void
genlock_port_adder_refuse (GenlockPortAdder *self,
                           const GError *error)
{
  g_autofree char *sentence = genlock_error_dup_sentence (error);

  show (self, sentence, self->pattern);
}
