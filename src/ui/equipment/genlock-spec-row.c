/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spec in the list of the library: name, kind, ports, the heading of its group. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-equipment-specs.h"
#include "ui/equipment/genlock-spec-line.h"
#include "ui/equipment/genlock-spec-row.h"
#include "ui/equipment/genlock-spec-words.h"

struct _GenlockSpecRow
{
  GtkWidget parent_instance;

  GenlockRow *row; /* owned, nullable */
  GenlockRow *previous; /* owned, nullable */
  guint group;

  /* Children of the widget. */
  GtkLabel *section; /* unowned, nullable: made where one begins */
  GtkLabel *heading; /* unowned, nullable: made where one begins */
  GenlockSpecLine *line; /* unowned */
};

G_DEFINE_FINAL_TYPE (GenlockSpecRow, genlock_spec_row, GTK_TYPE_WIDGET)

static GenlockRecord *
get_record (GenlockRow *row)
{
  return row != NULL ? genlock_row_get_record (row) : NULL;
}

/* What the heading above the row's group says; "" where it has none. */
static const char *
get_group (GenlockSpecRow *self,
           GenlockRecord *record)
{
  const char *text;

  if (record == NULL || self->group == 0)
    return "";
  if (self->group == GENLOCK_EQUIPMENT_SPEC_CATEGORY)
    return genlock_spec_get_category (record);

  text = genlock_record_get_text (record, self->group);
  return text != NULL ? text : "";
}

/* Few rows have one: most are spared its widget. */
static void
show_label (GenlockSpecRow *self,
            GtkLabel **label,
            const char *text,
            const char *css_class,
            const char *size_class)
{
  if (text == NULL)
    {
      g_clear_pointer ((GtkWidget **) label, gtk_widget_unparent);
      return;
    }

  if (*label == NULL)
    {
      GtkWidget *widget = gtk_label_new (NULL);

      *label = GTK_LABEL (widget);
      gtk_label_set_xalign (*label, 0);
      gtk_label_set_ellipsize (*label, PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (widget, css_class);
      gtk_widget_add_css_class (widget, size_class);
      if (label == &self->heading)
        {
          gtk_widget_add_css_class (widget, "dim-label");
          gtk_widget_insert_before (widget, GTK_WIDGET (self), GTK_WIDGET (self->line));
        }
      else
        {
          gtk_widget_insert_after (widget, GTK_WIDGET (self), NULL);
        }
    }
  gtk_label_set_label (*label, text);
}

static void
update_heading (GenlockSpecRow *self)
{
  GenlockRecord *before = get_record (self->previous);
  const char *group = get_group (self, get_record (self->row));
  gboolean known = self->previous == NULL || before != NULL;
  gboolean begins = *group != '\0' && known
                    && (before == NULL
                        || g_ascii_strcasecmp (group, get_group (self, before)) != 0);

  show_label (self, &self->heading, begins ? group : NULL, "spec-heading", "caption-heading");
}

/* The list item above the row is what assistive technology stops at. */
static void
describe (GenlockSpecRow *self,
          GenlockRecord *record)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *ports = genlock_spec_line_get_ports (self->line);
  g_autofree char *name = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *line = NULL;

  if (item == NULL)
    return;

  name = genlock_spec_dup_name (record);
  kind = genlock_spec_dup_line (record, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER);
  line = g_strconcat (kind, *ports != '\0' ? ", " : "", ports, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line,
                                  -1);
}

/* What the heading says the row does not say again. */
static void
update (GenlockSpecRow *self)
{
  GenlockRecord *record = get_record (self->row);
  const char *model = record != NULL ? genlock_record_get_name (record) : "";
  g_autofree char *line = record != NULL ? genlock_spec_dup_line (record, self->group) : NULL;
  g_autofree char *ports = record != NULL ? genlock_spec_dup_ports (record) : NULL;

  genlock_spec_line_set (self->line, model, ports != NULL ? ports : "", line != NULL ? line : "");
  update_heading (self);
  if (record != NULL)
    describe (self, record);
}

/* Says in full what does not fit. */
static gboolean
genlock_spec_row_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  g_autofree char *text = genlock_spec_line_dup_cut (GENLOCK_SPEC_ROW (widget)->line);

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
follow (GenlockSpecRow *self,
        GenlockRow **place,
        GenlockRow *row,
        GCallback callback)
{
  if (*place == row)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, callback, self);
  g_set_object (place, row);
  if (row != NULL)
    g_signal_connect_object (row, "notify::record", callback, self, G_CONNECT_SWAPPED);
}

static void
genlock_spec_row_dispose (GObject *object)
{
  GenlockSpecRow *self = GENLOCK_SPEC_ROW (object);

  follow (self, &self->row, NULL, G_CALLBACK (update));
  follow (self, &self->previous, NULL, G_CALLBACK (update_heading));
  show_label (self, &self->section, NULL, NULL, NULL);
  show_label (self, &self->heading, NULL, NULL, NULL);
  g_clear_pointer ((GtkWidget **) &self->line, gtk_widget_unparent);

  G_OBJECT_CLASS (genlock_spec_row_parent_class)->dispose (object);
}

static void
genlock_spec_row_class_init (GenlockSpecRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_spec_row_dispose;
  widget_class->query_tooltip = genlock_spec_row_query_tooltip;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
genlock_spec_row_init (GenlockSpecRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->line = GENLOCK_SPEC_LINE (genlock_spec_line_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->line), GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
genlock_spec_row_new (void)
{
  return g_object_new (GENLOCK_TYPE_SPEC_ROW, NULL);
}

void
genlock_spec_row_set_row (GenlockSpecRow *self,
                          GenlockRow *row,
                          GenlockRow *previous,
                          const char *section,
                          guint group)
{
  g_return_if_fail (GENLOCK_IS_SPEC_ROW (self));
  g_return_if_fail (row == NULL || GENLOCK_IS_ROW (row));
  g_return_if_fail (previous == NULL || GENLOCK_IS_ROW (previous));

  follow (self, &self->row, row, G_CALLBACK (update));
  follow (self, &self->previous, previous, G_CALLBACK (update_heading));
  self->group = group;
  show_label (self, &self->section, section, "spec-section", "title-4");
  update (self);
}

GenlockRow *
genlock_spec_row_get_row (GenlockSpecRow *self)
{
  g_return_val_if_fail (GENLOCK_IS_SPEC_ROW (self), NULL);

  return self->row;
}
