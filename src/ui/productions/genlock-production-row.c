/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A show in the sidebar: name, place and dates, status. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-productions.h"
#include "ui/productions/genlock-production-row.h"
#include "ui/productions/genlock-production-words.h"

struct _GenlockProductionRow
{
  GtkWidget parent_instance;

  GenlockRow *row; /* owned, nullable */
  char *status_class; /* owned, nullable: of the pill */

  GtkWidget *box;
  GtkLabel *name;
  GtkLabel *line;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (GenlockProductionRow, genlock_production_row, GTK_TYPE_WIDGET)

/* The list item above the row is what assistive technology stops at. */
static void
describe (GenlockProductionRow *self,
          const char *name,
          const char *line,
          const char *status)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *words = NULL;

  if (item == NULL)
    return;

  words = g_strdup_printf ("%s, %s", name, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line,
                                  -1);
}

static void
set_status (GenlockProductionRow *self,
            const char *word,
            const char *label)
{
  g_autofree char *lower = g_ascii_strdown (word != NULL ? word : "", -1);
  g_autofree char *class = g_strconcat ("status-", lower, NULL);

  gtk_label_set_label (self->status, label);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *label != '\0');
  if (g_strcmp0 (class, self->status_class) == 0)
    return;

  if (self->status_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), self->status_class);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), class);
  g_free (self->status_class);
  self->status_class = g_steal_pointer (&class);
}

static void
update (GenlockProductionRow *self)
{
  GenlockRecord *record = self->row != NULL ? genlock_row_get_record (self->row) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;
  const char *status;
  GDate today;

  if (record == NULL)
    {
      gtk_label_set_label (self->name, "");
      gtk_label_set_label (self->line, "");
      set_status (self, NULL, "");
      return;
    }

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, g_get_real_time () / G_USEC_PER_SEC);
  name = genlock_production_dup_name (record);
  line = genlock_production_dup_line (record, &today);
  status = genlock_production_get_status_label (record);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->line, line);
  gtk_widget_set_visible (GTK_WIDGET (self->line), *line != '\0');
  set_status (self, genlock_record_get_text (record, GENLOCK_PRODUCTION_STATUS), status);
  describe (self, name, line, status);
}

static gboolean
is_cut (GtkLabel *label)
{
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* Says in full what does not fit. */
static gboolean
genlock_production_row_query_tooltip (GtkWidget *widget,
                                      int x,
                                      int y,
                                      gboolean keyboard,
                                      GtkTooltip *tooltip)
{
  GenlockProductionRow *self = GENLOCK_PRODUCTION_ROW (widget);
  const char *line = gtk_label_get_label (self->line);
  g_autofree char *text = NULL;

  if (!is_cut (self->name) && !is_cut (self->line))
    return FALSE;

  text = g_strconcat (gtk_label_get_label (self->name), *line != '\0' ? "\n" : "", line, NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
genlock_production_row_dispose (GObject *object)
{
  GenlockProductionRow *self = GENLOCK_PRODUCTION_ROW (object);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_clear_object (&self->row);
  gtk_widget_dispose_template (GTK_WIDGET (self), GENLOCK_TYPE_PRODUCTION_ROW);

  G_OBJECT_CLASS (genlock_production_row_parent_class)->dispose (object);
}

static void
genlock_production_row_finalize (GObject *object)
{
  GenlockProductionRow *self = GENLOCK_PRODUCTION_ROW (object);

  g_free (self->status_class);

  G_OBJECT_CLASS (genlock_production_row_parent_class)->finalize (object);
}

static void
genlock_production_row_class_init (GenlockProductionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_production_row_dispose;
  object_class->finalize = genlock_production_row_finalize;
  widget_class->query_tooltip = genlock_production_row_query_tooltip;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/productions/genlock-production-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionRow, box);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionRow, name);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionRow, line);
  gtk_widget_class_bind_template_child (widget_class, GenlockProductionRow, status);
}

static void
genlock_production_row_init (GenlockProductionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
genlock_production_row_new (void)
{
  return g_object_new (GENLOCK_TYPE_PRODUCTION_ROW, NULL);
}

void
genlock_production_row_set_row (GenlockProductionRow *self,
                                GenlockRow *row)
{
  g_return_if_fail (GENLOCK_IS_PRODUCTION_ROW (self));
  g_return_if_fail (row == NULL || GENLOCK_IS_ROW (row));

  if (self->row == row)
    return;

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    g_signal_connect_object (row, "notify::record", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  update (self);
}

GenlockRow *
genlock_production_row_get_row (GenlockProductionRow *self)
{
  g_return_val_if_fail (GENLOCK_IS_PRODUCTION_ROW (self), NULL);

  return self->row;
}
