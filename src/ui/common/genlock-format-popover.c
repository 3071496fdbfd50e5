/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A format chosen by preset, raster, scan, rate and blanking, or written. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-choices.h"
#include "ui/common/genlock-format-popover.h"
#include "ui/common/genlock-format-words.h"

struct _GenlockFormatPopover
{
  GtkPopover parent_instance;

  GtkEntry *entry;
  GtkDropDown *preset;
  GtkDropDown *raster;
  GtkDropDown *scan;
  GtkDropDown *rate;
  GtkDropDown *blanking;
  GtkLabel *result;

  GArray *presets; /* owned (element-type GenlockFormat); place 0 stands for none */
  GArray *rasters; /* owned (element-type GenlockFormat) */
  GArray *rates;   /* owned (element-type double) */
  GenlockFormat before;
  GenlockFormat format;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (GenlockFormatPopover, genlock_format_popover, GTK_TYPE_POPOVER)

static void
select_part (GtkDropDown *drop_down,
             guint place)
{
  if (gtk_drop_down_get_selected (drop_down) != place)
    gtk_drop_down_set_selected (drop_down, place);
}

/* The place of a raster, which is added where the list lacks it. */
static guint
find_raster (GenlockFormatPopover *popover,
             const GenlockFormat *format)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (popover->raster));
  GenlockFormat raster = { .h_res = format->h_res, .v_res = format->v_res };
  g_autofree char *text = NULL;

  for (guint i = 0; i < popover->rasters->len; i++)
    {
      const GenlockFormat *other = &g_array_index (popover->rasters, GenlockFormat, i);

      if (other->h_res == raster.h_res && other->v_res == raster.v_res)
        return i;
    }

  text = g_strdup_printf ("%d×%d", raster.h_res, raster.v_res);
  g_array_append_val (popover->rasters, raster);
  gtk_string_list_append (list, text);
  return popover->rasters->len - 1;
}

static guint
find_rate (GenlockFormatPopover *popover,
           double rate)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (popover->rate));
  char buffer[GENLOCK_RATE_TEXT_SIZE];

  for (guint i = 0; i < popover->rates->len; i++)
    if (genlock_rate_equal (g_array_index (popover->rates, double, i), rate))
      return i;

  g_array_append_val (popover->rates, rate);
  gtk_string_list_append (list, genlock_rate_print (rate, buffer));
  return popover->rates->len - 1;
}

static guint
find_preset (GenlockFormatPopover *popover)
{
  for (guint i = 1; i < popover->presets->len; i++)
    if (genlock_format_equal (&g_array_index (popover->presets, GenlockFormat, i),
                              &popover->format))
      return i;

  return 0;
}

/* Shows the format in all places but the one that a person is at. */
static void
show (GenlockFormatPopover *popover,
      gpointer from)
{
  g_autofree char *words = genlock_format_describe (&popover->format);
  char buffer[GENLOCK_FORMAT_TEXT_SIZE];

  popover->showing = TRUE;
  if (from != popover->entry)
    gtk_editable_set_text (GTK_EDITABLE (popover->entry),
                           genlock_format_print (&popover->format, buffer));

  select_part (popover->preset, find_preset (popover));
  select_part (popover->raster, find_raster (popover, &popover->format));
  select_part (popover->rate, find_rate (popover, popover->format.rate));
  select_part (popover->scan, popover->format.scan);
  select_part (popover->blanking, popover->format.blanking);
  gtk_label_set_text (popover->result, words);
  gtk_widget_remove_css_class (GTK_WIDGET (popover->entry), "error");
  popover->showing = FALSE;
}

static void
entry_changed_cb (GtkEditable *editable,
                  GenlockFormatPopover *popover)
{
  const char *text = gtk_editable_get_text (editable);
  GenlockFormat format = { 0 };

  if (popover->showing)
    return;

  if (*text == '\0' || genlock_format_parse (text, &format))
    {
      popover->format = format;
      show (popover, popover->entry);
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (popover->entry), "error");
  gtk_label_set_text (popover->result, _("Write it like 1080p59.94 or 1920×1200 59.94 RBv2."));
}

static void
preset_cb (GtkDropDown *drop_down,
           GParamSpec *pspec,
           GenlockFormatPopover *popover)
{
  guint place = gtk_drop_down_get_selected (drop_down);

  if (popover->showing || place == 0 || place >= popover->presets->len)
    return;

  popover->format = g_array_index (popover->presets, GenlockFormat, place);
  show (popover, drop_down);
}

static void
part_cb (GtkDropDown *drop_down,
         GParamSpec *pspec,
         GenlockFormatPopover *popover)
{
  const GenlockFormat *raster;
  guint place = gtk_drop_down_get_selected (popover->raster);

  if (popover->showing || place >= popover->rasters->len)
    return;

  raster = &g_array_index (popover->rasters, GenlockFormat, place);
  popover->format.h_res = raster->h_res;
  popover->format.v_res = raster->v_res;
  popover->format.rate = g_array_index (popover->rates, double,
                                        gtk_drop_down_get_selected (popover->rate));
  popover->format.scan = gtk_drop_down_get_selected (popover->scan);
  popover->format.blanking = gtk_drop_down_get_selected (popover->blanking);
  show (popover, drop_down);
}

static void
done_cb (GtkWidget *widget,
         GenlockFormatPopover *popover)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (popover->entry), "error"))
    {
      gtk_widget_error_bell (GTK_WIDGET (popover));
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
clear_cb (GtkButton *button,
          GenlockFormatPopover *popover)
{
  popover->format = (GenlockFormat) { 0 };
  show (popover, button);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *args,
           gpointer user_data)
{
  GenlockFormatPopover *popover = GENLOCK_FORMAT_POPOVER (widget);

  popover->format = popover->before;
  show (popover, NULL);
  gtk_popover_popdown (GTK_POPOVER (popover));
  return TRUE;
}

/* A list that begins with what is not said. */
static GtkStringList *
start_list (GtkDropDown *drop_down)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, "—");
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  return list;
}

static void
fill_choices (GtkDropDown *drop_down,
              const GenlockChoice *choices)
{
  GtkStringList *list = start_list (drop_down);

  for (; choices->word != NULL; choices++)
    gtk_string_list_append (list, _(choices->label));
}

static void
fill_presets (GenlockFormatPopover *popover)
{
  GtkStringList *list = start_list (popover->preset);
  gsize n_groups;
  const GenlockFormatGroup *groups = genlock_format_get_presets (&n_groups);

  g_array_set_size (popover->presets, 1);
  for (gsize i = 0; i < n_groups; i++)
    for (gsize j = 0; j < groups[i].n_formats; j++)
      {
        char buffer[GENLOCK_FORMAT_TEXT_SIZE];

        g_array_append_val (popover->presets, groups[i].formats[j]);
        gtk_string_list_append (list, genlock_format_print (&groups[i].formats[j], buffer));
      }
}

static void
fill_rasters (GenlockFormatPopover *popover)
{
  GtkStringList *list = start_list (popover->raster);
  gsize n_rasters;
  const GenlockRaster *rasters = genlock_format_get_rasters (&n_rasters);

  g_array_set_size (popover->rasters, 1);
  for (gsize i = 0; i < n_rasters; i++)
    {
      GenlockFormat raster = { .h_res = rasters[i].h_res, .v_res = rasters[i].v_res };
      g_autofree char *text = g_strdup_printf (rasters[i].name != NULL ? "%d×%d  %s" : "%d×%d",
                                               raster.h_res, raster.v_res, rasters[i].name);

      g_array_append_val (popover->rasters, raster);
      gtk_string_list_append (list, text);
    }
}

static void
fill_rates (GenlockFormatPopover *popover)
{
  GtkStringList *list = start_list (popover->rate);
  gsize n_rates;
  const double *rates = genlock_rate_get_offers (&n_rates);

  g_array_set_size (popover->rates, 1);
  for (gsize i = 0; i < n_rates; i++)
    {
      char buffer[GENLOCK_RATE_TEXT_SIZE];

      g_array_append_val (popover->rates, rates[i]);
      gtk_string_list_append (list, genlock_rate_print (rates[i], buffer));
    }
}

static void
genlock_format_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_FORMAT_POPOVER);

  G_OBJECT_CLASS (genlock_format_popover_parent_class)->dispose (object);
}

static void
genlock_format_popover_finalize (GObject *object)
{
  GenlockFormatPopover *popover = GENLOCK_FORMAT_POPOVER (object);

  g_array_unref (popover->presets);
  g_array_unref (popover->rasters);
  g_array_unref (popover->rates);

  G_OBJECT_CLASS (genlock_format_popover_parent_class)->finalize (object);
}

static void
genlock_format_popover_class_init (GenlockFormatPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_format_popover_dispose;
  object_class->finalize = genlock_format_popover_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/genlock/Genlock/ui/common/genlock-format-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockFormatPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, GenlockFormatPopover, preset);
  gtk_widget_class_bind_template_child (widget_class, GenlockFormatPopover, raster);
  gtk_widget_class_bind_template_child (widget_class, GenlockFormatPopover, scan);
  gtk_widget_class_bind_template_child (widget_class, GenlockFormatPopover, rate);
  gtk_widget_class_bind_template_child (widget_class, GenlockFormatPopover, blanking);
  gtk_widget_class_bind_template_child (widget_class, GenlockFormatPopover, result);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
genlock_format_popover_init (GenlockFormatPopover *popover)
{
  GenlockFormat none = { 0 };
  double no_rate = 0;

  popover->showing = TRUE;
  popover->presets = g_array_new (FALSE, TRUE, sizeof (GenlockFormat));
  popover->rasters = g_array_new (FALSE, TRUE, sizeof (GenlockFormat));
  popover->rates = g_array_new (FALSE, TRUE, sizeof (double));
  g_array_append_val (popover->presets, none);
  g_array_append_val (popover->rasters, none);
  g_array_append_val (popover->rates, no_rate);

  gtk_widget_init_template (GTK_WIDGET (popover));
  fill_presets (popover);
  fill_rasters (popover);
  fill_rates (popover);
  fill_choices (popover->scan, genlock_scans);
  fill_choices (popover->blanking, genlock_blankings);
  popover->showing = FALSE;
}

GtkWidget *
genlock_format_popover_new (const GenlockFormat *format)
{
  GenlockFormatPopover *popover = g_object_new (GENLOCK_TYPE_FORMAT_POPOVER, NULL);

  genlock_format_popover_set_format (popover, format);
  return GTK_WIDGET (popover);
}

void
genlock_format_popover_set_format (GenlockFormatPopover *popover,
                                   const GenlockFormat *format)
{
  popover->before = *format;
  popover->format = *format;
  show (popover, NULL);
}

gboolean
genlock_format_popover_get_changed (GenlockFormatPopover *popover,
                                    GenlockFormat *format)
{
  *format = popover->format;
  return !genlock_format_equal (&popover->format, &popover->before);
}
