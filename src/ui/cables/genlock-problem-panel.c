/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a show: counted in a strip, listed above it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/cables/genlock-problem-gestures.h"
#include "ui/cables/genlock-problem-panel.h"
#include "ui/cables/genlock-problem-row.h"
#include "ui/common/genlock-problem-words.h"

struct _GenlockProblemPanel
{
  AdwBin parent_instance;

  GenlockCheckedShow *show; /* owned, nullable */
  GListStore *items;        /* owned (element-type GenlockProblemItem) */
  GtkWidget *fixes;         /* owned as a child, nullable */

  GtkToggleButton *strip;
  GtkImage *worst;
  GtkLabel *summary;
  GtkImage *arrow;
  GtkStack *stack;
  GtkListView *list_view;
  GtkLabel *unchecked;
};

enum
{
  GO_TO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GenlockProblemPanel, genlock_problem_panel, ADW_TYPE_BIN)

/* @part: (transfer full) */
static void
append_part (GString *text,
             guint n,
             char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/* "2 errors · 5 warnings" */
static char *
dup_counts (GenlockCheckedShow *show)
{
  GString *text = g_string_new (NULL);
  guint n = genlock_checked_show_count (show, GENLOCK_SEVERITY_ERROR);

  append_part (text, n, g_strdup_printf (ngettext ("%u error", "%u errors", n), n));
  n = genlock_checked_show_count (show, GENLOCK_SEVERITY_WARNING);
  append_part (text, n, g_strdup_printf (ngettext ("%u warning", "%u warnings", n), n));
  n = genlock_checked_show_count (show, GENLOCK_SEVERITY_INFO);
  append_part (text, n, g_strdup_printf (ngettext ("%u note", "%u notes", n), n));
  if (text->len == 0)
    g_string_append (text, _("No problems found"));
  n = genlock_checked_show_count (show, GENLOCK_SEVERITY_NOT_CHECKED);
  append_part (text, n, g_strdup_printf (_("%u not checked"), n));
  n = genlock_checked_show_count_aside (show);
  append_part (text, n, g_strdup_printf (_("%u put aside"), n));

  return g_string_free (text, FALSE);
}

static char *
dup_summary (GenlockProblemPanel *self)
{
  if (self->show != NULL && genlock_checked_show_get_check (self->show) != NULL)
    return dup_counts (self->show);

  if (self->show != NULL && genlock_checked_show_get_error (self->show) != NULL)
    return g_strdup (_("The show could not be checked"));

  return g_strdup (_("Checking…"));
}

static void
show_strip (GenlockProblemPanel *self)
{
  static const char * const classes[] = { "error", "warning", "dim-label", "success" };
  gboolean known = self->show != NULL && genlock_checked_show_get_check (self->show) != NULL;
  g_autofree char *summary = dup_summary (self);
  GenlockMark mark = GENLOCK_MARK_NONE;
  const char *css_class = "success";
  const char *icon = "object-select-symbolic";

  for (int i = GENLOCK_SEVERITY_INFO; known && i >= 0; i--)
    if (genlock_checked_show_count (self->show, (GenlockSeverity) i) > 0)
      mark = genlock_severity_get_mark ((GenlockSeverity) i);
  if (mark != GENLOCK_MARK_NONE)
    {
      css_class = genlock_mark_get_css_class (mark);
      icon = genlock_mark_get_icon (mark);
    }

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->worst), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->worst), css_class);
  gtk_image_set_from_icon_name (self->worst, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->worst), known);
  gtk_label_set_label (self->summary, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  summary, -1);
}

/* The rules that no show can be checked for say so. */
static void
show_unchecked (GenlockProblemPanel *self)
{
  const GenlockSignalRule *rules = genlock_signal_rules_get ();
  GString *text = g_string_new (_("Nothing was found. What no show can be checked for:"));

  for (guint i = 0; i < GENLOCK_N_RULES; i++)
    if (rules[i].unchecked != NULL)
      g_string_append_printf (text, "\n%s: %s", _(rules[i].title), _(rules[i].unchecked));

  gtk_label_set_label (self->unchecked, text->str);
  g_string_free (text, TRUE);
}

static void
add_heading (GPtrArray *items,
             const char *heading)
{
  g_ptr_array_add (items, genlock_problem_item_new_heading (heading));
}

/* Open ones, what was not checked, what was put aside. */
static GPtrArray *
make_items (GenlockProblemPanel *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *problems = self->show != NULL ? genlock_checked_show_get_problems (self->show) : NULL;
  gboolean unchecked = FALSE;
  gboolean aside = FALSE;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const GenlockSignalProblem *problem = problems->pdata[i];

      if (problem->reason != NULL && !aside)
        add_heading (items, _("Put aside"));
      else if (problem->reason == NULL && problem->severity == GENLOCK_SEVERITY_NOT_CHECKED
               && !unchecked)
        add_heading (items, _("Not checked: too little is known"));
      aside |= problem->reason != NULL;
      unchecked |= problem->severity == GENLOCK_SEVERITY_NOT_CHECKED;
      g_ptr_array_add (items, genlock_problem_item_new (problem));
    }

  return items;
}

static gboolean
is_same (GenlockProblemPanel *self,
         guint position,
         gpointer item)
{
  g_autoptr (GenlockProblemItem) now = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return genlock_problem_item_equal (now, item);
}

/* What stays at both ends keeps its row, and with it the focus. */
static void
replace_items (GenlockProblemPanel *self,
               GPtrArray *items)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint start = 0;
  guint end = 0;

  while (start < before && start < items->len && is_same (self, start, items->pdata[start]))
    start++;
  while (end < before - start && end < items->len - start
         && is_same (self, before - 1 - end, items->pdata[items->len - 1 - end]))
    end++;

  if (start + end < before || start + end < items->len)
    g_list_store_splice (self->items, start, before - start - end, items->pdata + start,
                         items->len - start - end);
}

static void
update (GenlockProblemPanel *self)
{
  g_autoptr (GPtrArray) items = make_items (self);

  replace_items (self, items);
  show_strip (self);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "problems" : "none");
}

static void
strip_toggled_cb (GenlockProblemPanel *self)
{
  gboolean open = gtk_toggle_button_get_active (self->strip);

  gtk_widget_set_visible (GTK_WIDGET (self->stack), open);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-up-symbolic");
}

static void
activate_cb (GenlockProblemPanel *self,
             guint position)
{
  g_autoptr (GenlockProblemItem) item = g_list_model_get_item (G_LIST_MODEL (self->items),
                                                               position);

  if (item != NULL && genlock_problem_item_get_heading (item) == NULL)
    g_signal_emit (self, signals[GO_TO], 0, genlock_problem_item_get_table (item)->name,
                   genlock_problem_item_get_record_id (item));
}

static gboolean
drop_fixes_cb (gpointer data)
{
  GenlockProblemPanel *self = data;

  if (self->fixes != NULL && !gtk_widget_get_visible (self->fixes))
    g_clear_pointer (&self->fixes, gtk_widget_unparent);

  return G_SOURCE_REMOVE;
}

/* What was pressed in it is done first. */
static void
fixes_closed_cb (GenlockProblemPanel *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_fixes_cb, g_object_ref (self), g_object_unref);
}

static void
fix_cb (GenlockProblemRow *row,
        GenlockProblemPanel *self)
{
  GtkWidget *button = genlock_problem_row_get_fix_button (row);
  graphene_rect_t bounds;

  if (self->show == NULL || !gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    return;

  g_clear_pointer (&self->fixes, gtk_widget_unparent);
  self->fixes = genlock_problem_make_fixes (GTK_WIDGET (self), self->show,
                                            genlock_problem_row_get_item (row));
  gtk_widget_set_parent (self->fixes, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->fixes),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width,
                                                 (int) bounds.size.height });
  g_signal_connect_object (self->fixes, "closed", G_CALLBACK (fixes_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->fixes));
}

static void
dismiss_cb (GenlockProblemRow *row,
            GenlockProblemPanel *self)
{
  if (self->show != NULL)
    genlock_problem_dismiss (GTK_WIDGET (self), self->show, genlock_problem_row_get_item (row));
}

static void
reopen_cb (GenlockProblemRow *row,
           GenlockProblemPanel *self)
{
  if (self->show != NULL)
    genlock_problem_reopen (GTK_WIDGET (self), self->show, genlock_problem_row_get_item (row));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          GenlockProblemPanel *self)
{
  GtkWidget *row = genlock_problem_row_new ();

  g_signal_connect_object (row, "fix", G_CALLBACK (fix_cb), self, 0);
  g_signal_connect_object (row, "dismiss", G_CALLBACK (dismiss_cb), self, 0);
  g_signal_connect_object (row, "reopen", G_CALLBACK (reopen_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         GenlockProblemPanel *self)
{
  GenlockProblemItem *item = gtk_list_item_get_item (list_item);
  gboolean heading = genlock_problem_item_get_heading (item) != NULL;
  gboolean editable = self->show != NULL
                      && genlock_store_get_writable (genlock_checked_show_get_store (self->show));

  gtk_list_item_set_activatable (list_item, !heading);
  genlock_problem_row_set_item (GENLOCK_PROBLEM_ROW (gtk_list_item_get_child (list_item)), item,
                                editable);
}

static void
genlock_problem_panel_dispose (GObject *object)
{
  GenlockProblemPanel *self = GENLOCK_PROBLEM_PANEL (object);

  genlock_problem_panel_set_show (self, NULL);
  g_clear_pointer (&self->fixes, gtk_widget_unparent);
  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_PROBLEM_PANEL);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (genlock_problem_panel_parent_class)->dispose (object);
}

static void
genlock_problem_panel_class_init (GenlockProblemPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_problem_panel_dispose;

  signals[GO_TO] = g_signal_new ("go-to", GENLOCK_TYPE_PROBLEM_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/cables/genlock-problem-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemPanel, strip);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemPanel, worst);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemPanel, arrow);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemPanel, list_view);
  gtk_widget_class_bind_template_child (widget_class, GenlockProblemPanel, unchecked);
  gtk_widget_class_bind_template_callback (widget_class, strip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
genlock_problem_panel_init (GenlockProblemPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (GENLOCK_TYPE_PROBLEM_ITEM);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  gtk_list_view_set_model (self->list_view, model);
  show_unchecked (self);
  update (self);
}

GtkWidget *
genlock_problem_panel_new (void)
{
  return g_object_new (GENLOCK_TYPE_PROBLEM_PANEL, NULL);
}

void
genlock_problem_panel_set_show (GenlockProblemPanel *self,
                                GenlockCheckedShow *show)
{
  if (self->show == show)
    return;

  if (self->show != NULL)
    g_signal_handlers_disconnect_by_func (self->show, update, self);
  g_set_object (&self->show, show);
  if (self->list_view == NULL)
    return;

  if (show != NULL)
    g_signal_connect_object (show, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
genlock_problem_panel_set_open (GenlockProblemPanel *self,
                                gboolean open)
{
  gtk_toggle_button_set_active (self->strip, open);
}
