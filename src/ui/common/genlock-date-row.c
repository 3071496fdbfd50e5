/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a calendar day. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-date-row.h"
#include "ui/common/genlock-dates.h"

struct _GenlockDateRow
{
  AdwEntryRow parent_instance;

  char *day; /* owned, nullable */
  char *near; /* owned, nullable */
  gboolean valid;
  gboolean showing; /* the calendar is being put to the day, nobody picks one */

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (GenlockDateRow, genlock_date_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_0,
  PROP_DAY,
  PROP_VALID,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_mark (GenlockDateRow *self,
          gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static gboolean
is_empty (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static void
changed_cb (GenlockDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  g_free (self->day);
  self->day = genlock_day_parse (text);
  self->valid = self->day != NULL || is_empty (text);
  if (self->valid)
    set_mark (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

/* What is half typed is no mistake; what is left so is one. */
static void
leave_cb (GenlockDateRow *self)
{
  g_autofree char *text = genlock_day_print (self->day);

  set_mark (self, !self->valid);
  if (self->valid && g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
popover_show_cb (GenlockDateRow *self)
{
  const char *day = self->day != NULL ? self->day : self->near;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  if (genlock_day_to_date (day, &date))
    time = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                  g_date_get_day (&date), 0, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, time != NULL ? time : now);
  self->showing = FALSE;
}

static void
day_selected_cb (GenlockDateRow *self)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *day = NULL;

  if (self->showing)
    return;

  time = gtk_calendar_get_date (self->calendar);
  day = g_date_time_format (time, "%Y-%m-%dT00:00:00.000Z");
  genlock_date_row_set_day (self, day);
}

static void
clear_cb (GenlockDateRow *self)
{
  genlock_date_row_set_day (self, NULL);
  gtk_popover_popdown (self->popover);
}

static void
genlock_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_DATE_ROW);

  G_OBJECT_CLASS (genlock_date_row_parent_class)->dispose (object);
}

static void
genlock_date_row_finalize (GObject *object)
{
  GenlockDateRow *self = GENLOCK_DATE_ROW (object);

  g_free (self->day);
  g_free (self->near);

  G_OBJECT_CLASS (genlock_date_row_parent_class)->finalize (object);
}

static void
genlock_date_row_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  GenlockDateRow *self = GENLOCK_DATE_ROW (object);

  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;

    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_date_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DAY:
      genlock_date_row_set_day (GENLOCK_DATE_ROW (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_date_row_class_init (GenlockDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_date_row_dispose;
  object_class->finalize = genlock_date_row_finalize;
  object_class->get_property = genlock_date_row_get_property;
  object_class->set_property = genlock_date_row_set_property;

  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                              | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/common/genlock-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, GenlockDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, GenlockDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
genlock_date_row_init (GenlockDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->valid = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  genlock_accessible_set_label (GTK_WIDGET (self->button), _("Pick a day"));
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self))), focus);
}

void
genlock_date_row_set_day (GenlockDateRow *self,
                          const char *day)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GENLOCK_IS_DATE_ROW (self));

  text = genlock_day_print (day);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

const char *
genlock_date_row_get_day (GenlockDateRow *self)
{
  g_return_val_if_fail (GENLOCK_IS_DATE_ROW (self), NULL);

  return self->day;
}

gboolean
genlock_date_row_get_valid (GenlockDateRow *self)
{
  g_return_val_if_fail (GENLOCK_IS_DATE_ROW (self), FALSE);

  return self->valid;
}

void
genlock_date_row_set_near (GenlockDateRow *self,
                           const char *day)
{
  g_return_if_fail (GENLOCK_IS_DATE_ROW (self));

  g_free (self->near);
  self->near = g_strdup (day);
}
