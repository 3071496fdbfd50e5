/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of cables says of each: its ends, what it carries, what is wrong with it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/model/genlock-model-error.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-connections.h"
#include "signal/genlock-signal-ends.h"
#include "ui/cables/genlock-cable-texts.h"
#include "ui/cables/genlock-port-names.h"
#include "ui/common/genlock-problem-words.h"
#include "ui/lists/genlock-list-kind.h"

struct _GenlockCableTexts
{
  GObject parent_instance;

  GenlockCheckedShow *show; /* owned */
  GenlockPortNames *ports;  /* owned, nullable: made when they are asked for */
};

static void genlock_cable_texts_derived_init (GenlockDerivedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockCableTexts, genlock_cable_texts, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GENLOCK_TYPE_DERIVED,
                                                      genlock_cable_texts_derived_init))

/* (nullable): the links of a cable, as the graph has them. */
static const GenlockSignalRow *
find_row (GenlockCableTexts *self,
          const GenlockRecord *record)
{
  GenlockSignalGraph *graph = genlock_checked_show_get_graph (self->show);
  GenlockSignalRow *row =
    graph != NULL ? genlock_signal_graph_get_row (graph, genlock_record_get_id (record)) : NULL;

  return row != NULL && row->n_links > 0 ? row : NULL;
}

static const GenlockSignalLink *
get_last (const GenlockSignalRow *row)
{
  return &row->links[row->n_links - 1];
}

/* The cable of the row whose connector says what it is: the last one. */
static const GenlockSignalLink *
get_cable (const GenlockSignalRow *row)
{
  for (guint i = row->n_links; i > 0; i--)
    if (row->links[i - 1].part != GENLOCK_SIGNAL_CROSSPOINT)
      return &row->links[i - 1];

  return NULL;
}

/* What a crosspoint is called among the families. */
static const char *
get_crosspoint (void)
{
  return _("Crosspoint");
}

static const char *
get_family (const GenlockSignalRow *row)
{
  const GenlockSignalLink *link = row != NULL ? get_cable (row) : NULL;
  const GenlockConnector *connector;

  if (row == NULL)
    return "";
  if (link == NULL)
    return get_crosspoint ();

  connector = link->from->connector != NULL ? link->from->connector : link->to->connector;
  return connector != NULL && connector->family != GENLOCK_CONNECTOR_FAMILY_UNKNOWN
         ? _(genlock_connector_family_get_name (connector->family))
         : "";
}

static char *
print_signal (const GenlockSignalRow *row,
              const GenlockRecord *record)
{
  const char *noted = genlock_record_get_text (record, GENLOCK_CONNECTION_SIGNAL_TYPE);

  return g_strdup (noted != NULL && *noted != '\0' ? noted : get_family (row));
}

static char *
print_format (GenlockCableTexts *self,
              const GenlockSignalRow *row,
              const GenlockRecord *record)
{
  GenlockSignalCheck *check = genlock_checked_show_get_check (self->show);
  const char *noted = genlock_record_get_text (record, GENLOCK_CONNECTION_FORMAT);
  char buffer[GENLOCK_FORMAT_TEXT_SIZE];
  GenlockFormat format;

  if (row != NULL && genlock_signal_check_get_format (check, get_last (row)->from, &format))
    return g_strdup (genlock_format_print (&format, buffer));

  return g_strdup (noted != NULL ? noted : "");
}

/* Of a row with a whole path, what stands between its ends. */
static char *
print_through (const GenlockSignalRow *row)
{
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;

  if (row == NULL || row->n_links < 2)
    return g_strdup ("");

  in = genlock_signal_port_dup_name (row->links[0].to);
  out = genlock_signal_port_dup_label (get_last (row)->from);
  return *out != '\0' ? g_strdup_printf ("%s → %s", in, out) : g_steal_pointer (&in);
}

/* What is wrong, without the name of the cable: its row has that. */
static const char *
get_words (const GenlockSignalRow *row,
           const GenlockSignalProblem *problem)
{
  const char *label = row != NULL ? genlock_record_get_name (row->record) : "";
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *name = NULL;

  if (row == NULL)
    return problem->sentence;

  from = genlock_signal_port_dup_name (row->links[0].from);
  to = genlock_signal_port_dup_name (get_last (row)->to);
  name = *label != '\0' ? g_strdup_printf ("%s (%s → %s): ", label, from, to)
                        : g_strdup_printf ("%s → %s: ", from, to);

  return g_str_has_prefix (problem->sentence, name) ? problem->sentence + strlen (name)
                                                    : problem->sentence;
}

/* "Error: 2160p59.94 needs …", of several the worst. */
static char *
print_problems (GenlockCableTexts *self,
                const GenlockRecord *record)
{
  GPtrArray *problems =
    genlock_checked_show_get_problems_of (self->show, genlock_record_get_id (record));
  const GenlockSignalProblem *worst;

  if (problems == NULL)
    return g_strdup ("");

  worst = problems->pdata[0];
  if (problems->len == 1)
    return g_strdup_printf ("%s: %s", _(genlock_severity_get_name (worst->severity)),
                            get_words (find_row (self, record), worst));

  /* Translators: of several problems the worst: “Error (1 of 3): it needs 11.87 Gb/s” */
  return g_strdup_printf (_("%1$s (1 of %2$u): %3$s"),
                          _(genlock_severity_get_name (worst->severity)), problems->len,
                          get_words (find_row (self, record), worst));
}

static char *
genlock_cable_texts_print (GenlockDerived *derived,
                           guint number,
                           const GenlockRecord *record)
{
  GenlockCableTexts *self = GENLOCK_CABLE_TEXTS (derived);
  const GenlockSignalRow *row = find_row (self, record);

  switch ((GenlockCableColumn) number)
    {
    case GENLOCK_CABLE_COLUMN_FROM:
      return row != NULL ? genlock_signal_port_dup_name (row->links[0].from) : g_strdup ("");

    case GENLOCK_CABLE_COLUMN_TO:
      return row != NULL ? genlock_signal_port_dup_name (get_last (row)->to) : g_strdup ("");

    case GENLOCK_CABLE_COLUMN_SIGNAL:
      return print_signal (row, record);

    case GENLOCK_CABLE_COLUMN_FORMAT:
      return print_format (self, row, record);

    case GENLOCK_CABLE_COLUMN_PROBLEMS:
      return print_problems (self, record);

    case GENLOCK_CABLE_COLUMN_THROUGH:
      return print_through (row);
    }

  g_assert_not_reached ();
}

/* (nullable) */
static GenlockPortNames *
get_ports (GenlockCableTexts *self)
{
  GenlockSignalGraph *graph = genlock_checked_show_get_graph (self->show);

  if (self->ports == NULL && graph != NULL)
    self->ports = genlock_port_names_new (graph);

  return self->ports;
}

static gboolean
parse_end (GenlockCableTexts *self,
           gboolean is_from,
           const GenlockRecord *before,
           const char *text,
           GenlockRecord *into,
           GError **error)
{
  GenlockPortNames *ports = get_ports (self);
  GenlockSignalPort *port;

  if (*text == '\0' && before == NULL)
    return TRUE;

  if (ports == NULL || *text == '\0')
    {
      g_propagate_error (error, genlock_model_error_new (
                           GENLOCK_MODEL_ERROR_RULE, &genlock_connections,
                           is_from ? GENLOCK_CONNECTION_SOURCE_ID
                                   : GENLOCK_CONNECTION_DESTINATION_ID,
                           ports == NULL
                           ? _("The show is still being read. Try again in a moment.")
                           : _("A cable has two ends. To take it out, delete its row.")));
      return FALSE;
    }

  port = genlock_port_names_find (ports, text, is_from, error);
  return port != NULL && genlock_signal_end_write (before, is_from, port, into, error);
}

static gboolean
genlock_cable_texts_parse (GenlockDerived *derived,
                           guint number,
                           const GenlockRecord *before,
                           const char *text,
                           GenlockRecord *into,
                           GError **error)
{
  GenlockValue value = { 0 };

  if (number == GENLOCK_CABLE_COLUMN_FROM || number == GENLOCK_CABLE_COLUMN_TO)
    return parse_end (GENLOCK_CABLE_TEXTS (derived), number == GENLOCK_CABLE_COLUMN_FROM, before,
                      text, into, error);
  if (number != GENLOCK_CABLE_COLUMN_SIGNAL)
    return TRUE;

  if (!genlock_field_parse (&genlock_connections, GENLOCK_CONNECTION_SIGNAL_TYPE, text, &value,
                            error))
    return FALSE;

  genlock_record_set_value (into, GENLOCK_CONNECTION_SIGNAL_TYPE, &value);
  genlock_value_clear (&value);
  return TRUE;
}

static char **
genlock_cable_texts_list_offers (GenlockDerived *derived,
                                 guint number)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (number == GENLOCK_CABLE_COLUMN_FROM || number == GENLOCK_CABLE_COLUMN_TO)
    {
      GenlockPortNames *ports = get_ports (GENLOCK_CABLE_TEXTS (derived));

      return ports != NULL ? genlock_port_names_list (ports, number == GENLOCK_CABLE_COLUMN_FROM)
                           : NULL;
    }
  if (number != GENLOCK_CABLE_COLUMN_SIGNAL)
    return NULL;

  for (guint i = GENLOCK_CONNECTOR_FAMILY_SDI; i < GENLOCK_N_CONNECTOR_FAMILIES; i++)
    g_strv_builder_add (builder, _(genlock_connector_family_get_name (i)));

  return g_strv_builder_end (builder);
}

static GenlockMark
genlock_cable_texts_get_mark (GenlockDerived *derived,
                              guint number,
                              const GenlockRecord *record)
{
  return genlock_problem_words_get (GENLOCK_CABLE_TEXTS (derived)->show,
                                    genlock_record_get_id (record), NULL);
}

static char *
genlock_cable_texts_dup_tip (GenlockDerived *derived,
                             guint number,
                             const GenlockRecord *record)
{
  char *words;

  genlock_problem_words_get (GENLOCK_CABLE_TEXTS (derived)->show, genlock_record_get_id (record),
                             &words);
  return words;
}

/* A cable without a label is known by its ends. */
static char *
genlock_cable_texts_dup_name (GenlockDerived *derived,
                              const GenlockRecord *record)
{
  const char *label = genlock_record_get_name (record);
  const GenlockSignalRow *row = find_row (GENLOCK_CABLE_TEXTS (derived), record);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (*label != '\0')
    return g_strdup (label);
  if (row == NULL)
    return g_strdup (_("Cable without ends"));

  from = genlock_signal_port_dup_name (row->links[0].from);
  to = genlock_signal_port_dup_name (get_last (row)->to);
  return g_strdup_printf ("%s → %s", from, to);
}

static GPtrArray *
genlock_cable_texts_list (GenlockDerived *derived)
{
  GenlockSignalGraph *graph =
    genlock_checked_show_get_graph (GENLOCK_CABLE_TEXTS (derived)->show);
  g_autoptr (GPtrArray) rows = NULL;

  if (graph == NULL)
    return NULL;

  rows = genlock_signal_graph_list_rows (graph);
  for (guint i = 0; i < rows->len; i++)
    rows->pdata[i] = ((GenlockSignalRow *) rows->pdata[i])->record;

  return g_steal_pointer (&rows);
}

static gboolean
has_problems (GenlockCableTexts *self,
              const GenlockRecord *record)
{
  return genlock_checked_show_get_problems_of (self->show, genlock_record_get_id (record)) != NULL;
}

/* Of one of the families, and with a problem where that is asked for. */
static gboolean
genlock_cable_texts_passes (GenlockDerived *derived,
                            const GenlockRecord *record,
                            const char * const *words)
{
  GenlockCableTexts *self = GENLOCK_CABLE_TEXTS (derived);
  const char *apart = _(genlock_list_kind_cables.type_apart);
  const char *family = get_family (find_row (self, record));
  gboolean is_narrowed = FALSE;
  gboolean is_one = FALSE;

  for (; *words != NULL; words++)
    if (!g_str_equal (*words, apart))
      {
        is_narrowed = TRUE;
        is_one |= g_str_equal (*words, family);
      }
    else if (!has_problems (self, record))
      {
        return FALSE;
      }

  return is_one || !is_narrowed;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const GenlockCount *first = a;
  const GenlockCount *second = b;

  return first->n != second->n ? (first->n > second->n ? -1 : 1)
                               : g_utf8_collate (first->word, second->word);
}

static void
clear_count (gpointer data)
{
  g_free (((GenlockCount *) data)->word);
}

static GArray *
genlock_cable_texts_count (GenlockDerived *derived,
                           GPtrArray *records)
{
  GenlockCableTexts *self = GENLOCK_CABLE_TEXTS (derived);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (GenlockCount));
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);
  GenlockCount apart = { 0 };
  GHashTableIter iter;
  gpointer family, n;

  g_array_set_clear_func (counts, clear_count);
  for (guint i = 0; i < records->len; i++)
    {
      gpointer word = (gpointer) get_family (find_row (self, records->pdata[i]));

      apart.n += has_problems (self, records->pdata[i]);
      n = g_hash_table_lookup (families, word);
      g_hash_table_insert (families, word, GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
    }

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, &family, &n))
    {
      GenlockCount count = { .word = g_strdup (family), .n = GPOINTER_TO_UINT (n) };

      g_array_append_val (counts, count);
    }
  g_array_sort (counts, compare_counts);

  apart.word = g_strdup (_(genlock_list_kind_cables.type_apart));
  g_array_append_val (counts, apart);
  return counts;
}

static void
genlock_cable_texts_derived_init (GenlockDerivedInterface *iface)
{
  iface->print = genlock_cable_texts_print;
  iface->parse = genlock_cable_texts_parse;
  iface->list_offers = genlock_cable_texts_list_offers;
  iface->get_mark = genlock_cable_texts_get_mark;
  iface->dup_tip = genlock_cable_texts_dup_tip;
  iface->dup_name = genlock_cable_texts_dup_name;
  iface->list = genlock_cable_texts_list;
  iface->passes = genlock_cable_texts_passes;
  iface->count = genlock_cable_texts_count;
}

static void
genlock_cable_texts_dispose (GObject *object)
{
  GenlockCableTexts *self = GENLOCK_CABLE_TEXTS (object);

  g_clear_pointer (&self->ports, genlock_port_names_free);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (genlock_cable_texts_parent_class)->dispose (object);
}

static void
genlock_cable_texts_class_init (GenlockCableTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = genlock_cable_texts_dispose;
}

static void
genlock_cable_texts_init (GenlockCableTexts *self)
{
}

static void
show_changed_cb (GenlockCableTexts *self)
{
  g_clear_pointer (&self->ports, genlock_port_names_free);
  genlock_derived_changed (GENLOCK_DERIVED (self));
}

GenlockCableTexts *
genlock_cable_texts_new (GenlockCheckedShow *show)
{
  GenlockCableTexts *self = g_object_new (GENLOCK_TYPE_CABLE_TEXTS, NULL);

  self->show = g_object_ref (show);
  g_signal_connect_object (show, "changed", G_CALLBACK (show_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
