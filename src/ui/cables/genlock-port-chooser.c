/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One port chosen from all of a show. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/cables/genlock-port-chooser.h"
#include "ui/common/genlock-accessible.h"

/* A port, whatever becomes of the graph. */
#define GENLOCK_TYPE_PORT_CHOICE (genlock_port_choice_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPortChoice, genlock_port_choice, GENLOCK, PORT_CHOICE, GObject)

struct _GenlockPortChoice
{
  GObject parent_instance;

  GenlockSignalKind kind;
  char *node_id; /* owned */
  char *port_id; /* owned */
  char *name;    /* owned: "SRC 3 GFX A · HDMI 1" */
  char *words;   /* owned: the same, casefolded, each word behind a space */
  guint place;   /* among all, in their order */
  gboolean is_free;
};

G_DEFINE_FINAL_TYPE (GenlockPortChoice, genlock_port_choice, G_TYPE_OBJECT)

struct _GenlockPortChooser
{
  GtkWidget parent_instance;

  GenlockCheckedShow *show;        /* owned, nullable */
  gboolean outputs;
  GtkCustomFilter *filter;         /* owned by the model */
  GtkCustomSorter *sorter;         /* owned by the model */
  char *phrase;                    /* owned, nullable: what is looked for, as words */
  GtkSingleSelection *selection;   /* owned */
  char **search;                   /* owned, nullable: words with a space before them */

  GtkWidget *box;
  GtkLabel *title;
  GtkEditable *search_entry;
  GtkListView *list_view;
};

enum
{
  ACTIVATED,
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockPortChooser, genlock_port_chooser, GTK_TYPE_WIDGET)

static void
genlock_port_choice_finalize (GObject *object)
{
  GenlockPortChoice *choice = GENLOCK_PORT_CHOICE (object);

  g_free (choice->node_id);
  g_free (choice->port_id);
  g_free (choice->name);
  g_free (choice->words);

  G_OBJECT_CLASS (genlock_port_choice_parent_class)->finalize (object);
}

static void
genlock_port_choice_class_init (GenlockPortChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = genlock_port_choice_finalize;
}

static void
genlock_port_choice_init (GenlockPortChoice *choice)
{
}

/* " src 3 gfx a hdmi 1": what a word that is looked for can begin. */
static char *
dup_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *words = g_string_new (" ");

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter))
        g_string_append_c (words, ' ');
      else
        g_string_append_unichar (words, letter);
    }

  return g_string_free (words, FALSE);
}

static GenlockPortChoice *
make_choice (const GenlockSignalPort *port)
{
  GenlockPortChoice *choice = g_object_new (GENLOCK_TYPE_PORT_CHOICE, NULL);
  const GPtrArray *links = port->is_output ? port->out : port->in;

  choice->kind = port->node->kind;
  choice->node_id = g_strdup (port->node->id);
  choice->port_id = g_strdup (port->id);
  choice->name = genlock_signal_port_dup_name (port);
  choice->words = dup_words (choice->name);
  choice->is_free = links == NULL || links->len == 0;

  return choice;
}

static GListModel *
list_choices (GenlockPortChooser *self)
{
  GListStore *choices = g_list_store_new (GENLOCK_TYPE_PORT_CHOICE);
  g_autoptr (GPtrArray) nodes =
    genlock_signal_graph_list_nodes (genlock_checked_show_get_graph (self->show));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < nodes->len; i++)
    {
      const GenlockSignalNode *node = nodes->pdata[i];

      for (guint j = 0; node->record != NULL && j < node->ports->len; j++)
        {
          const GenlockSignalPort *port = node->ports->pdata[j];

          if (port->record != NULL && port->is_output == self->outputs)
            {
              GenlockPortChoice *choice = make_choice (port);

              choice->place = found->len;
              g_ptr_array_add (found, choice);
            }
        }
    }

  g_list_store_splice (choices, 0, 0, found->pdata, found->len);
  return G_LIST_MODEL (choices);
}

static gboolean
matches_cb (gpointer item,
            gpointer user_data)
{
  GenlockPortChoice *choice = item;
  GenlockPortChooser *self = user_data;

  for (guint i = 0; self->search != NULL && self->search[i] != NULL; i++)
    if (strstr (choice->words, self->search[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* What begins with the words as they were typed comes first, then what has them side by side. */
static guint
get_rank (const GenlockPortChoice *choice,
          const char *phrase)
{
  gsize length = phrase != NULL ? strlen (phrase) : 0;

  if (length == 0)
    return 0;
  if (strncmp (choice->words, phrase, length) == 0)
    return choice->words[length] == ' ' || choice->words[length] == '\0' ? 0 : 1;

  return strstr (choice->words, phrase) != NULL ? 2 : 3;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer user_data)
{
  const GenlockPortChoice *first = a;
  const GenlockPortChoice *second = b;
  const GenlockPortChooser *self = user_data;
  guint ranks[] = { get_rank (first, self->phrase), get_rank (second, self->phrase) };

  if (ranks[0] != ranks[1])
    return ranks[0] < ranks[1] ? -1 : 1;

  return first->place < second->place ? -1 : first->place > second->place;
}

/* The entry also tells of a text that is as it was, as of the empty one at first: that takes no
 * choice back. */
static void
search_changed_cb (GenlockPortChooser *self)
{
  g_autofree char *text = g_strchomp (dup_words (gtk_editable_get_text (self->search_entry)));
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  gboolean any = FALSE;

  if (g_str_equal (text, self->phrase != NULL ? self->phrase : ""))
    return;

  words = g_strsplit (text, " ", -1);
  builder = g_strv_builder_new ();
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        g_autofree char *word = g_strconcat (" ", words[i], NULL);

        g_strv_builder_add (builder, word);
        any = TRUE;
      }

  g_strfreev (self->search);
  self->search = g_strv_builder_end (builder);
  g_free (self->phrase);
  self->phrase = g_steal_pointer (&text);
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  /* The first that is found is meant, until another is chosen. */
  gtk_single_selection_set_selected (self->selection, any ? 0 : GTK_INVALID_LIST_POSITION);
}

static void
search_activate_cb (GenlockPortChooser *self)
{
  if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

/* Escape first takes the search back, then closes the dialog around. */
static void
stop_search_cb (GenlockPortChooser *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
activate_cb (GenlockPortChooser *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
selected_cb (GenlockPortChooser *self)
{
  g_signal_emit (self, signals[PICKED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item)
{
  GenlockPortChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *taken = g_strdup_printf (_("%s (in use)"), choice->name);

  gtk_label_set_label (GTK_LABEL (label), choice->is_free ? choice->name : taken);
  genlock_accessible_set_label (gtk_widget_get_parent (label),
                                choice->is_free ? choice->name : taken);
  if (choice->is_free)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
genlock_port_chooser_dispose (GObject *object)
{
  GenlockPortChooser *self = GENLOCK_PORT_CHOOSER (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->show);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_PORT_CHOOSER);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (genlock_port_chooser_parent_class)->dispose (object);
}

static void
genlock_port_chooser_finalize (GObject *object)
{
  GenlockPortChooser *self = GENLOCK_PORT_CHOOSER (object);

  g_strfreev (self->search);
  g_free (self->phrase);

  G_OBJECT_CLASS (genlock_port_chooser_parent_class)->finalize (object);
}

static gboolean
genlock_port_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GENLOCK_PORT_CHOOSER (widget)->search_entry));
}

static void
genlock_port_chooser_class_init (GenlockPortChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_port_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = genlock_port_chooser_finalize;
  widget_class->grab_focus = genlock_port_chooser_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", GENLOCK_TYPE_PORT_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PICKED] = g_signal_new ("picked", GENLOCK_TYPE_PORT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/cables/genlock-port-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockPortChooser, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortChooser, title);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockPortChooser, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
genlock_port_chooser_init (GenlockPortChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
}

void
genlock_port_chooser_set_up (GenlockPortChooser *self,
                             const char *title,
                             GenlockCheckedShow *show,
                             gboolean outputs)
{
  GtkFilterListModel *found;
  GtkSortListModel *model;

  g_return_if_fail (self->show == NULL);

  self->show = g_object_ref (show);
  self->outputs = outputs;
  gtk_label_set_label (self->title, title);
  genlock_accessible_set_label (GTK_WIDGET (self->search_entry), title);
  genlock_accessible_set_label (GTK_WIDGET (self->list_view), title);
  g_object_set (self->search_entry, "placeholder-text",
                outputs ? _("Search outputs: SRC 3, E2 OUT 1")
                        : _("Search inputs: E2 IN 1, DST 7"), NULL);

  self->filter = gtk_custom_filter_new (matches_cb, self, NULL);
  self->sorter = gtk_custom_sorter_new (compare_cb, self, NULL);
  found = gtk_filter_list_model_new (list_choices (self), GTK_FILTER (self->filter));
  model = gtk_sort_list_model_new (G_LIST_MODEL (found), GTK_SORTER (self->sorter));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  g_object_unref (model);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

GenlockSignalPort *
genlock_port_chooser_get_port (GenlockPortChooser *self)
{
  GenlockPortChoice *choice = self->selection != NULL
                              ? gtk_single_selection_get_selected_item (self->selection)
                              : NULL;
  GenlockSignalNode *node =
    choice != NULL
    ? genlock_signal_graph_get_node (genlock_checked_show_get_graph (self->show), choice->kind,
                                     choice->node_id)
    : NULL;

  for (guint i = 0; node != NULL && i < node->ports->len; i++)
    {
      GenlockSignalPort *port = node->ports->pdata[i];

      if (port->is_output == self->outputs && g_str_equal (port->id, choice->port_id))
        return port;
    }

  return NULL;
}

static gboolean
scroll_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  GenlockPortChooser *self = GENLOCK_PORT_CHOOSER (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  /* Rows have no height before the first layout. */
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                                position);
  return G_SOURCE_REMOVE;
}

void
genlock_port_chooser_set_port (GenlockPortChooser *self,
                               const GenlockSignalPort *port)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GenlockPortChoice) choice = g_list_model_get_item (model, i);

      if (choice->kind == port->node->kind && g_str_equal (choice->node_id, port->node->id)
          && g_str_equal (choice->port_id, port->id))
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
          return;
        }
    }
}
