/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a sheet below each other. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/sheets/genlock-sheet-leaf.h"
#include "ui/sheets/genlock-sheet-view.h"

/* Pixels for a point at the size of the paper: 96 for an inch. */
#define SCALE (96.0 / 72.0)

/* Around and between pages, in pixels. */
#define GAP 18

/* No page is narrower, in pixels. */
#define MIN_WIDTH 160

/* Wider than the paper it would look blown up. */
#define MAX_FIT 1.5

/* Pages out of sight whose pictures stay, on each side. */
#define N_NEAR 2

#define MIN_ZOOM 0.25
#define MAX_ZOOM 4.0
#define ZOOM_STEP 1.25

struct _GenlockSheetView
{
  GtkWidget parent_instance;

  GenlockSheetLayout *layout; /* owned, nullable */
  GPtrArray *leaves; /* owned (element-type GenlockSheetLeaf): children */
  double zoom; /* 0 where pages fit the width */
  double shown; /* how large they are */
  GtkAdjustment *adjustment; /* owned, nullable: where it is scrolled to */
  double middle; /* what is in the middle, in heights of the whole; below 0 where nothing moves */
  guint tick;
};

static guint zoom_changed;

G_DEFINE_FINAL_TYPE (GenlockSheetView, genlock_sheet_view, GTK_TYPE_WIDGET)

/* The size of a page at zoom 1, in pixels. */
static void
get_paper (GenlockSheetView *self,
           double *width,
           double *height)
{
  *width = 0.0;
  *height = 0.0;
  if (self->layout != NULL)
    genlock_sheet_layout_get_size (self->layout, width, height);
  *width *= SCALE;
  *height *= SCALE;
}

static double
get_fitting (GenlockSheetView *self,
             int width)
{
  double paper_width;
  double paper_height;

  get_paper (self, &paper_width, &paper_height);
  if (paper_width <= 0.0)
    return 1.0;

  return MIN (MAX (width - 2 * GAP, MIN_WIDTH) / paper_width, MAX_FIT);
}

static GtkSizeRequestMode
genlock_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
genlock_sheet_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  GenlockSheetView *self = GENLOCK_SHEET_VIEW (widget);
  double zoom = self->zoom;
  double width;
  double height;

  get_paper (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = zoom > 0.0 ? (int) ceil (width * zoom) + 2 * GAP : MIN_WIDTH + 2 * GAP;
      *natural = MAX (*minimum, (int) ceil (width) + 2 * GAP);
      return;
    }

  if (zoom <= 0.0)
    zoom = for_size >= 0 ? get_fitting (self, for_size) : 1.0;
  *minimum = *natural = GAP + (int) self->leaves->len * ((int) ceil (height * zoom) + GAP);
}

static void
genlock_sheet_view_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  GenlockSheetView *self = GENLOCK_SHEET_VIEW (widget);
  double zoom = self->zoom > 0.0 ? self->zoom : get_fitting (self, width);
  double paper_width;
  double paper_height;
  int leaf_width;
  int leaf_height;

  get_paper (self, &paper_width, &paper_height);
  leaf_width = (int) ceil (paper_width * zoom);
  leaf_height = (int) ceil (paper_height * zoom);
  for (guint i = 0; i < self->leaves->len; i++)
    {
      GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (
                                                           (float) MAX ((width - leaf_width) / 2,
                                                                        GAP),
                                                           (float) (GAP + (int) i
                                                                    * (leaf_height + GAP))));

      /* GTK wants to be asked first. */
      gtk_widget_measure (self->leaves->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                          NULL);
      gtk_widget_allocate (self->leaves->pdata[i], leaf_width, leaf_height, -1, transform);
    }

  if (self->shown != zoom)
    {
      self->shown = zoom;
      g_signal_emit (self, zoom_changed, 0);
    }
}

/* Which leaves are seen: from @first on, before @end. */
static void
find_seen (GenlockSheetView *self,
           guint *first,
           guint *end)
{
  double leaf = self->leaves->len > 0
                ? gtk_widget_get_height (self->leaves->pdata[0]) + GAP : 1.0;
  double top = self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0.0;
  double page = self->adjustment != NULL ? gtk_adjustment_get_page_size (self->adjustment)
                                         : gtk_widget_get_height (GTK_WIDGET (self));

  *first = (guint) CLAMP (floor ((top - GAP) / leaf), 0.0, self->leaves->len);
  *end = (guint) CLAMP (ceil ((top + page) / leaf), *first, self->leaves->len);
}

static void
genlock_sheet_view_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  GenlockSheetView *self = GENLOCK_SHEET_VIEW (widget);
  guint first;
  guint end;

  find_seen (self, &first, &end);
  for (guint i = 0; i < self->leaves->len; i++)
    if (i >= first && i < end)
      gtk_widget_snapshot_child (widget, self->leaves->pdata[i], snapshot);
}

/* Pictures of pages that are near stay for a moment. */
static void
scrolled_cb (GenlockSheetView *self)
{
  guint first;
  guint end;

  find_seen (self, &first, &end);
  for (guint i = 0; i < self->leaves->len; i++)
    if (i + N_NEAR < first || i > end + N_NEAR)
      genlock_sheet_leaf_drop (self->leaves->pdata[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* As soon as the pages have their new size, what was in the middle gets there again. */
static gboolean
move_back_cb (GtkWidget *widget,
              GdkFrameClock *clock,
              gpointer user_data)
{
  GenlockSheetView *self = GENLOCK_SHEET_VIEW (widget);

  self->tick = 0;
  if (self->adjustment != NULL && self->middle >= 0.0)
    gtk_adjustment_set_value (self->adjustment,
                              self->middle * gtk_adjustment_get_upper (self->adjustment)
                              - gtk_adjustment_get_page_size (self->adjustment) / 2);
  self->middle = -1.0;

  return G_SOURCE_REMOVE;
}

static void
keep_middle (GenlockSheetView *self)
{
  double upper = self->adjustment != NULL ? gtk_adjustment_get_upper (self->adjustment) : 0.0;

  if (upper <= 0.0 || self->middle >= 0.0)
    return;

  self->middle = (gtk_adjustment_get_value (self->adjustment)
                  + gtk_adjustment_get_page_size (self->adjustment) / 2) / upper;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), move_back_cb, NULL, NULL);
}

static void
find_adjustment (GenlockSheetView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = scroller != NULL
                              ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                              : NULL;

  if (self->adjustment == adjustment)
    return;

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
genlock_sheet_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (genlock_sheet_view_parent_class)->root (widget);
  find_adjustment (GENLOCK_SHEET_VIEW (widget));
}

static void
set_n_leaves (GenlockSheetView *self,
              guint n)
{
  while (self->leaves->len > n)
    {
      gtk_widget_unparent (self->leaves->pdata[self->leaves->len - 1]);
      g_ptr_array_set_size (self->leaves, (int) self->leaves->len - 1);
    }
  while (self->leaves->len < n)
    {
      GtkWidget *leaf = genlock_sheet_leaf_new ();

      gtk_widget_set_parent (leaf, GTK_WIDGET (self));
      g_ptr_array_add (self->leaves, leaf);
    }
}

static void
genlock_sheet_view_dispose (GObject *object)
{
  GenlockSheetView *self = GENLOCK_SHEET_VIEW (object);

  set_n_leaves (self, 0);
  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->layout, genlock_sheet_layout_free);

  G_OBJECT_CLASS (genlock_sheet_view_parent_class)->dispose (object);
}

static void
genlock_sheet_view_finalize (GObject *object)
{
  g_ptr_array_unref (GENLOCK_SHEET_VIEW (object)->leaves);

  G_OBJECT_CLASS (genlock_sheet_view_parent_class)->finalize (object);
}

static void
genlock_sheet_view_class_init (GenlockSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_sheet_view_dispose;
  object_class->finalize = genlock_sheet_view_finalize;
  widget_class->get_request_mode = genlock_sheet_view_get_request_mode;
  widget_class->measure = genlock_sheet_view_measure;
  widget_class->size_allocate = genlock_sheet_view_size_allocate;
  widget_class->snapshot = genlock_sheet_view_snapshot;
  widget_class->root = genlock_sheet_view_root;
  gtk_widget_class_set_css_name (widget_class, "genlock-sheet-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  zoom_changed = g_signal_new ("zoom-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
genlock_sheet_view_init (GenlockSheetView *self)
{
  self->leaves = g_ptr_array_new ();
  self->shown = 1.0;
  self->middle = -1.0;
}

void
genlock_sheet_view_set_layout (GenlockSheetView *view,
                               GenlockSheetLayout *layout)
{
  g_return_if_fail (GENLOCK_IS_SHEET_VIEW (view));

  for (guint i = 0; i < view->leaves->len; i++)
    genlock_sheet_leaf_set_page (view->leaves->pdata[i], NULL, 0);
  g_clear_pointer (&view->layout, genlock_sheet_layout_free);
  view->layout = layout;
  set_n_leaves (view, layout != NULL ? genlock_sheet_layout_get_n_pages (layout) : 0);
  for (guint i = 0; i < view->leaves->len; i++)
    genlock_sheet_leaf_set_page (view->leaves->pdata[i], layout, i);
  gtk_widget_queue_resize (GTK_WIDGET (view));
}

GenlockSheetLayout *
genlock_sheet_view_get_layout (GenlockSheetView *view)
{
  return view->layout;
}

void
genlock_sheet_view_set_zoom (GenlockSheetView *view,
                             double zoom)
{
  g_return_if_fail (GENLOCK_IS_SHEET_VIEW (view));

  zoom = zoom > 0.0 ? CLAMP (zoom, MIN_ZOOM, MAX_ZOOM) : 0.0;
  if (view->zoom == zoom)
    return;

  keep_middle (view);
  view->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (view));
  g_signal_emit (view, zoom_changed, 0);
}

double
genlock_sheet_view_get_zoom (GenlockSheetView *view)
{
  return view->zoom > 0.0 ? view->zoom : view->shown;
}

void
genlock_sheet_view_step (GenlockSheetView *view,
                         int direction)
{
  double zoom = genlock_sheet_view_get_zoom (view);

  genlock_sheet_view_set_zoom (view, direction > 0 ? zoom * ZOOM_STEP : zoom / ZOOM_STEP);
}

gboolean
genlock_sheet_view_is_fitting (GenlockSheetView *view)
{
  return view->zoom <= 0.0;
}

guint
genlock_sheet_view_get_page (GenlockSheetView *view)
{
  double leaf = view->leaves->len > 0 ? gtk_widget_get_height (view->leaves->pdata[0]) + GAP : 1.0;
  double middle = view->adjustment != NULL
                  ? gtk_adjustment_get_value (view->adjustment)
                  + gtk_adjustment_get_page_size (view->adjustment) / 2 : 0.0;

  if (view->leaves->len == 0)
    return 0;

  return (guint) CLAMP (floor (middle / leaf), 0.0, view->leaves->len - 1.0);
}
