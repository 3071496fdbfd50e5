/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quick find: everything by its name, and typed commands. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "signal/genlock-signal-words.h"
#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-names.h"
#include "ui/common/genlock-new-cables.h"
#include "ui/common/genlock-toasts.h"
#include "ui/find/genlock-find-command.h"
#include "ui/find/genlock-find-load.h"
#include "ui/find/genlock-find-row.h"
#include "ui/find/genlock-finder.h"

/* More are not looked through. */
#define MAX_FOUND 40

/* Its size where there is room, and how far it stays from the edges of the window, in pixels. */
#define WIDTH 620
#define HEIGHT 420
#define MARGIN 12
#define TOP 36
#define FURNITURE 90

typedef struct
{
  char *title;       /* owned */
  char *icon_name;   /* owned */
  char *action;      /* owned */
  GVariant *parameter; /* owned, nullable */
} Page;

struct _GenlockFinder
{
  GtkPopover parent_instance;

  GPtrArray *pages;            /* owned (element-type Page) */
  GenlockStore *store;         /* owned, nullable: while it is open */
  GenlockCheckedShow *show;    /* owned, nullable: the same */
  GenlockNames *equipment;     /* owned, nullable: the same */
  GenlockFindIndex *index;     /* owned, nullable: until it has been read */
  GenlockFindCommand *command; /* owned, nullable */
  GCancellable *cancellable;   /* owned, nullable: of what is being read */
  GWeakRef focus;              /* what gets the focus back */
  GListStore *items;           /* owned (element-type GenlockFindItem) */

  GtkWidget *box;
  GtkEditable *entry;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (GenlockFinder, genlock_finder, GTK_TYPE_POPOVER)

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->title);
  g_free (page->icon_name);
  g_free (page->action);
  g_clear_pointer (&page->parameter, g_variant_unref);
  g_free (page);
}

/* What is found. */

static const struct
{
  const char *icon_name;
  const char *word;
  const char *action;
  const char *table; /* nullable */
} kinds[] = {
  [GENLOCK_FIND_PAGE] = { "view-paged-symbolic", NC_ ("quick find", "Page"), NULL, NULL },
  [GENLOCK_FIND_SOURCE] = { "camera-video-symbolic", NC_ ("quick find", "Source"), "win.go-to",
                            "sources" },
  [GENLOCK_FIND_DEVICE] = { "drive-multidisk-symbolic", NC_ ("quick find", "Device"), "win.go-to",
                            "devices" },
  [GENLOCK_FIND_SEND] = { "video-display-symbolic", NC_ ("quick find", "Send"), "win.go-to",
                          "sends" },
  [GENLOCK_FIND_CABLE] = { "network-wired-symbolic", NC_ ("quick find", "Cable"), "win.go-to",
                           "connections" },
  [GENLOCK_FIND_SHOW] = { "x-office-calendar-symbolic", NC_ ("quick find", "Show"), "win.show",
                          NULL },
  [GENLOCK_FIND_EQUIPMENT] = { "network-server-symbolic", NC_ ("quick find", "Equipment"),
                               "win.equipment", NULL },
};

static GenlockFindItem *
make_page (const Page *page)
{
  GenlockFindItem *item = genlock_find_item_new (GENLOCK_FIND_DEED_GO, g_strdup (page->title));

  item->icon_name = page->icon_name;
  item->word = g_dpgettext2 (NULL, "quick find", kinds[GENLOCK_FIND_PAGE].word);
  item->target = page->action;
  if (page->parameter != NULL)
    item->parameter = g_variant_ref (page->parameter);

  return item;
}

/* What runs from where to where: the label alone does not say it. */
static char *
dup_detail (GenlockFinder *self,
            const GenlockFindEntry *entry)
{
  GenlockSignalGraph *graph = self->show != NULL ? genlock_checked_show_get_graph (self->show)
                                                 : NULL;
  GenlockSignalRow *row = graph != NULL && entry->kind == GENLOCK_FIND_CABLE
                          ? genlock_signal_graph_get_row (graph, entry->id) : NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (row == NULL || row->n_links == 0)
    return g_strdup (entry->detail);

  from = genlock_signal_port_dup_name (row->links[0].from);
  to = genlock_signal_port_dup_name (row->links[row->n_links - 1].to);
  return g_strdup_printf ("%s → %s", from, to);
}

static GenlockFindItem *
make_item (GenlockFinder *self,
           const GenlockFindEntry *entry)
{
  GenlockFindItem *item = genlock_find_item_new (GENLOCK_FIND_DEED_GO, g_strdup (entry->title));

  item->icon_name = kinds[entry->kind].icon_name;
  item->word = g_dpgettext2 (NULL, "quick find", kinds[entry->kind].word);
  item->detail = dup_detail (self, entry);
  item->target = kinds[entry->kind].action;
  item->parameter = g_variant_ref_sink (
    kinds[entry->kind].table != NULL
    ? g_variant_new ("(ss)", kinds[entry->kind].table, entry->id)
    : g_variant_new_string (entry->id));

  return item;
}

static void
add_pages (GenlockFinder *self,
           const char *text,
           GPtrArray *items)
{
  g_auto (GStrv) typed = genlock_signal_words_split (text);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const Page *page = self->pages->pdata[i];
      g_auto (GStrv) words = genlock_signal_words_split (page->title);

      if (typed[0] == NULL || genlock_signal_words_rank ((const char * const *) typed,
                                                         (const char * const *) words) > 0)
        g_ptr_array_add (items, make_page (page));
    }
}

static void
add_found (GenlockFinder *self,
           const char *text,
           GPtrArray *items)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (self->index == NULL)
    return;

  entries = genlock_find_index_search (self->index, text, MAX_FOUND);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, make_item (self, entries->pdata[i]));
}

/* (transfer full) (nullable) */
static GenlockFindItem *
get_selected (GenlockFinder *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_list_model_get_item (G_LIST_MODEL (self->items),
                                              gtk_list_box_row_get_index (row)) : NULL;
}

/* Says what is selected while the focus stays where it is typed. */
static void
tell_selected (GenlockFinder *self)
{
  g_autoptr (GenlockFindItem) item = get_selected (self);
  g_autofree char *words = item != NULL ? genlock_find_item_dup_words (item) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "",
                                  -1);
}

static void
update (GenlockFinder *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *text = gtk_editable_get_text (self->entry);
  gboolean is_command;

  if (self->command == NULL)
    return;

  is_command = genlock_find_command_understand (self->command, text, items);
  if (!is_command)
    {
      g_auto (GStrv) typed = genlock_signal_words_split (text);

      add_pages (self, text, items);
      add_found (self, text, items);
      for (guint i = 0; i < items->len; i++)
        ((GenlockFindItem *) items->pdata[i])->typed = g_strdupv (typed);
    }

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  if (items->len > 0 && *text != '\0')
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (self->scroller, items->len > 0);
  gtk_widget_set_visible (self->nothing, items->len == 0 && !is_command && self->index != NULL);
  gtk_adjustment_set_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  tell_selected (self);
}

/* Reading. */

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GenlockFinder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockFindIndex) index = genlock_find_load_finish (result, &error);

  if (index == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_info ("Cannot read what there is to find: %s", error->message);
      return;
    }

  g_clear_pointer (&self->index, genlock_find_index_free);
  self->index = g_steal_pointer (&index);
  update (self);
}

static void
load (GenlockFinder *self)
{
  if (self->store == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  genlock_find_load_async (self->store, self->show != NULL
                           ? genlock_checked_show_get_production (self->show) : NULL,
                           self->equipment, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
show_changed_cb (GenlockFinder *self)
{
  if (self->command == NULL)
    return;

  genlock_find_command_forget (self->command);
  update (self);
}

/* Closing. */

static void
drop (GenlockFinder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->show != NULL)
    g_signal_handlers_disconnect_by_data (self->show, self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  if (self->equipment != NULL)
    g_signal_handlers_disconnect_by_data (self->equipment, self);
  g_clear_pointer (&self->command, genlock_find_command_free);
  g_clear_pointer (&self->index, genlock_find_index_free);
  g_clear_object (&self->equipment);
  g_clear_object (&self->show);
  g_clear_object (&self->store);
}

static void
genlock_finder_closed (GtkPopover *popover)
{
  GenlockFinder *self = GENLOCK_FINDER (popover);
  g_autoptr (GtkWidget) focus = g_weak_ref_get (&self->focus);

  drop (self);
  g_list_store_remove_all (self->items);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
  g_weak_ref_set (&self->focus, NULL);
}

/* Doing. */

typedef struct
{
  GtkWidget *from; /* owned */
  char *text; /* owned */
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->from);
  g_free (work->text);
  g_free (work);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes =
    genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);

  if (gtk_widget_get_root (work->from) == NULL)
    return;

  if (changes == NULL)
    genlock_toast_error (work->from, error);
  else
    genlock_toast_undo (work->from, work->text, genlock_changes_get_step (changes));
}

static void
apply (GenlockFinder *self,
       GenlockFindItem *item)
{
  g_autofree char *text = NULL;
  g_autoptr (GenlockBatch) batch = genlock_find_command_build (self->command, item, &text);
  g_autoptr (GenlockStore) store = g_object_ref (self->store);
  Work *work;

  if (batch == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  genlock_new_cables_complete (self->show, batch);
  gtk_popover_popdown (GTK_POPOVER (self));
  work = g_new0 (Work, 1);
  work->from = g_object_ref (gtk_widget_get_parent (GTK_WIDGET (self)));
  work->text = g_steal_pointer (&text);
  genlock_store_apply_async (store, batch, NULL, applied_cb, work);
}

/* What it goes to takes the focus itself. */
static void
go (GenlockFinder *self,
    GenlockFindItem *item)
{
  g_autoptr (GtkWidget) parent = g_object_ref (gtk_widget_get_parent (GTK_WIDGET (self)));
  g_autoptr (GenlockFindItem) kept = g_object_ref (item);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action_variant (parent, kept->target, kept->parameter);
}

static void
do_item (GenlockFinder *self,
         GenlockFindItem *item,
         gboolean force)
{
  switch (item->deed)
    {
    case GENLOCK_FIND_DEED_NONE:
      gtk_widget_error_bell (GTK_WIDGET (self));
      break;

    case GENLOCK_FIND_DEED_GO:
      go (self, item);
      break;

    case GENLOCK_FIND_DEED_COMPLETE:
      {
        g_autofree char *text = g_strdup (item->text);

        gtk_editable_set_text (self->entry, text);
        gtk_editable_set_position (self->entry, -1);
      }
      break;

    case GENLOCK_FIND_DEED_CONNECT:
    case GENLOCK_FIND_DEED_DISCONNECT:
      if (item->needs_force && !force)
        gtk_widget_error_bell (GTK_WIDGET (self));
      else
        apply (self, item);
      break;
    }
}

static void
do_selected (GenlockFinder *self,
             gboolean force)
{
  g_autoptr (GenlockFindItem) item = get_selected (self);

  if (item != NULL)
    do_item (self, item, force);
}

static void
row_activated_cb (GenlockFinder *self,
                  GtkListBoxRow *row)
{
  g_autoptr (GenlockFindItem) item =
    g_list_model_get_item (G_LIST_MODEL (self->items), gtk_list_box_row_get_index (row));

  if (item != NULL)
    do_item (self, item, FALSE);
}

static void
entry_activate_cb (GenlockFinder *self)
{
  do_selected (self, FALSE);
}

static void
search_changed_cb (GenlockFinder *self)
{
  update (self);
}

/* First what was typed goes, then the finder. */
static void
stop_search_cb (GenlockFinder *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Brings a row into view. */
static void
show_row (GenlockFinder *self,
          GtkListBoxRow *row)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
      bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
move (GenlockFinder *self,
      int step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int place;

  if (n == 0)
    return;

  place = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : (int) n - 1;
  place = ABS (step) == 1 ? (place + (int) n) % (int) n : CLAMP (place, 0, (int) n - 1);
  row = gtk_list_box_get_row_at_index (self->list, place);
  gtk_list_box_select_row (self->list, row);
  show_row (self, row);
  tell_selected (self);
}

static gboolean
key_pressed_cb (GenlockFinder *self,
                guint key,
                guint code,
                GdkModifierType state)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers == GDK_SHIFT_MASK && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      do_selected (self, TRUE);
      return GDK_EVENT_STOP;
    }
  if (modifiers == GDK_CONTROL_MASK && key == GDK_KEY_k)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    }
  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Up:
      move (self, -8);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Down:
      move (self, 8);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = genlock_find_row_new ();
  g_autofree char *words = genlock_find_item_dup_words (item);

  genlock_find_row_set_item (GENLOCK_FIND_ROW (child), item);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  genlock_accessible_set_label (row, words);

  return row;
}

static void
genlock_finder_dispose (GObject *object)
{
  GenlockFinder *self = GENLOCK_FINDER (object);

  drop (self);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (genlock_finder_parent_class)->dispose (object);
}

static void
genlock_finder_finalize (GObject *object)
{
  g_weak_ref_clear (&GENLOCK_FINDER (object)->focus);

  G_OBJECT_CLASS (genlock_finder_parent_class)->finalize (object);
}

static void
genlock_finder_class_init (GenlockFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_finder_dispose;
  object_class->finalize = genlock_finder_finalize;
  GTK_POPOVER_CLASS (klass)->closed = genlock_finder_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/genlock/Genlock/ui/find/genlock-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockFinder, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockFinder, scroller);
  gtk_widget_class_bind_template_child (widget_class, GenlockFinder, list);
  gtk_widget_class_bind_template_child (widget_class, GenlockFinder, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
genlock_finder_init (GenlockFinder *self)
{
  g_weak_ref_init (&self->focus, NULL);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (GENLOCK_TYPE_FIND_ITEM);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), make_row, NULL, NULL);
}

GtkWidget *
genlock_finder_new (void)
{
  return g_object_new (GENLOCK_TYPE_FINDER, NULL);
}

void
genlock_finder_add_page (GenlockFinder *self,
                         const char *title,
                         const char *icon_name,
                         const char *action,
                         GVariant *parameter)
{
  Page *page = g_new0 (Page, 1);

  page->title = g_strdup (title);
  page->icon_name = g_strdup (icon_name);
  page->action = g_strdup (action);
  if (parameter != NULL)
    page->parameter = g_variant_ref_sink (parameter);
  g_ptr_array_add (self->pages, page);
}

/* Below the header bar, in the middle, as large as the window lets it. */
static void
place (GenlockFinder *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  int width = gtk_widget_get_width (parent);
  int height = gtk_widget_get_height (parent);

  gtk_widget_set_size_request (self->box, MIN (WIDTH, width - 4 * MARGIN), -1);
  gtk_scrolled_window_set_max_content_height (
    GTK_SCROLLED_WINDOW (self->scroller), CLAMP (height - TOP - FURNITURE, 120, HEIGHT));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle) { width / 2, TOP, 1, 1 });
}

void
genlock_finder_open (GenlockFinder *self,
                     GenlockStore *store,
                     GenlockCheckedShow *show)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (root != NULL);

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  drop (self);
  g_set_object (&self->store, store);
  g_set_object (&self->show, show);
  self->equipment = genlock_names_new (store, &genlock_equipment_specs);
  self->command = genlock_find_command_new (show);
  if (show != NULL)
    g_signal_connect_object (show, "changed", G_CALLBACK (show_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->equipment, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);

  g_weak_ref_set (&self->focus, gtk_root_get_focus (root));
  gtk_editable_set_text (self->entry, "");
  load (self);
  place (self);
  update (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
