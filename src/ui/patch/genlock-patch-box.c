/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes of the patch: their words, their sections, and where their ports stand. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-ports.h"
#include "ui/patch/genlock-patch-scene-private.h"

/* In pixels at 100 %, lines of the grid: of a box with ports on one side, on both, of a frame. */
#define NARROW 224
#define WIDE 336
#define FRAME 384

#define FOOT 10
#define TOGGLE 28
#define REST 36

/* What nearly all words are: they can be shown as they are. */
static gboolean
is_plain (const char *text)
{
  gsize n = 0;

  for (; text[n] != '\0'; n++)
    if (n == GENLOCK_PATCH_MAX_LETTERS || !g_ascii_isprint (text[n]))
      return FALSE;

  return n == 0 || (text[0] != ' ' && text[n - 1] != ' ');
}

char *
genlock_patch_dup_words (const char *text)
{
  g_autofree char *valid = NULL;
  GString *words;
  guint n = 0;

  if (text == NULL || is_plain (text))
    return g_strdup (text);

  /* A letter has at most four bytes: what cannot be shown is not even looked at. */
  valid = g_utf8_make_valid (text, (gssize) strnlen (text, 4 * GENLOCK_PATCH_MAX_LETTERS + 4));
  words = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (n++ == GENLOCK_PATCH_MAX_LETTERS)
        {
          g_string_append (words, "…");
          break;
        }
      g_string_append_unichar (words, g_unichar_iscntrl (letter) ? ' ' : letter);
    }
  g_strstrip (words->str);

  return g_string_free (words, FALSE);
}

/* Words. */

static void
describe (GenlockPatchBox *box)
{
  const GenlockSignalNode *node = box->node;
  const char *head = NULL;
  const char *name = NULL;
  const char *detail = NULL;
  g_autofree char *known = NULL;

  switch (node->record != NULL ? node->kind : GENLOCK_SIGNAL_UNKNOWN)
    {
    case GENLOCK_SIGNAL_SOURCE:
      head = genlock_record_get_text (node->record, GENLOCK_SOURCE_LABEL);
      name = genlock_record_get_text (node->record, GENLOCK_SOURCE_NAME);
      detail = genlock_record_get_text (node->record, GENLOCK_SOURCE_TYPE);
      break;

    case GENLOCK_SIGNAL_DEVICE:
      head = genlock_record_get_text (node->record, GENLOCK_DEVICE_LABEL);
      name = genlock_record_get_text (node->record, GENLOCK_DEVICE_NAME);
      break;

    case GENLOCK_SIGNAL_SEND:
      head = genlock_record_get_text (node->record, GENLOCK_SEND_LABEL);
      name = genlock_record_get_text (node->record, GENLOCK_SEND_NAME);
      detail = genlock_record_get_text (node->record, GENLOCK_SEND_TYPE);
      break;

    case GENLOCK_SIGNAL_UNKNOWN:
      break;
    }
  if (name == NULL)
    name = known = genlock_signal_node_dup_name (node);
  if (node->spec != NULL)
    detail = genlock_record_get_text (node->spec, GENLOCK_EQUIPMENT_SPEC_MODEL);
  box->head = genlock_patch_dup_words (head);
  box->name = genlock_patch_dup_words (name);
  box->detail = genlock_patch_dup_words (detail);
}

/* A section has said already which card it is. */
static char *
dup_label (const GenlockSignalPort *port)
{
  g_autofree char *label = NULL;

  if (port->card != NULL)
    label = genlock_port_dup_label (&(GenlockPort) {
      .record = port->record,
      .card = port->card,
      .is_output = port->is_output,
      .number = port->number,
    });
  else
    label = genlock_signal_port_dup_label (port);

  return genlock_patch_dup_words (label);
}

static char *
dup_title (const GenlockRecord *card)
{
  g_autofree char *name = genlock_patch_dup_words (genlock_record_get_name (card));

  if (!genlock_record_has (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER))
    return g_steal_pointer (&name);

  /* Translators: a slot of a frame, and the card in it */
  return g_strdup_printf (_("Slot %1$u · %2$s"),
                          (guint) genlock_record_get_int (card,
                                                          GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER),
                          name != NULL ? name : "");
}

/* Making. */

static void
clear_port (gpointer data)
{
  GenlockPatchPort *port = data;

  g_free (port->label);
  g_free (port->format);
}

static void
clear_section (gpointer data)
{
  g_free (((GenlockPatchSection *) data)->title);
}

void
genlock_patch_box_free (GenlockPatchBox *box)
{
  g_free (box->key);
  g_free (box->head);
  g_free (box->name);
  g_free (box->detail);
  g_array_unref (box->ports);
  g_array_unref (box->sections);
  g_free (box);
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b)
{
  const GenlockRecord *one = ((const GenlockPatchSection *) a)->card;
  const GenlockRecord *other = ((const GenlockPatchSection *) b)->card;
  gint64 slot, other_slot;

  if (one == NULL || other == NULL)
    return (one != NULL) - (other != NULL);

  slot = genlock_record_get_int (one, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
  other_slot = genlock_record_get_int (other, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
  if (slot == other_slot)
    return g_strcmp0 (genlock_record_get_id (one), genlock_record_get_id (other));

  /* A card without a slot says 0 and stands last. */
  return (guint64) slot - 1 < (guint64) other_slot - 1 ? -1 : 1;
}

static guint
find_section (const GenlockPatchBox *box,
              const GenlockRecord *card)
{
  for (guint i = 0; i < box->sections->len; i++)
    if (g_array_index (box->sections, GenlockPatchSection, i).card == card)
      return i;

  return G_MAXUINT;
}

static void
add_sections (GenlockPatchBox *box)
{
  const GenlockRecord *last = NULL;

  for (guint i = 0; i < box->node->ports->len; i++)
    {
      const GenlockSignalPort *port = box->node->ports->pdata[i];
      GenlockPatchSection section = { .card = port->card };

      /* Ports of a card stand together, so that few have to be looked for. */
      if ((i > 0 && port->card == last) || find_section (box, port->card) != G_MAXUINT)
        continue;

      last = port->card;
      if (section.card != NULL)
        section.title = dup_title (section.card);
      g_array_append_val (box->sections, section);
    }
  g_array_sort (box->sections, compare_sections);
}

static void
add_ports (GenlockPatchBox *box,
           gboolean outputs)
{
  const GenlockRecord *last = NULL;
  guint section = 0; /* the frame, which stands first where it has ports */

  for (guint i = 0; i < box->node->ports->len; i++)
    {
      const GenlockSignalPort *port = box->node->ports->pdata[i];
      GenlockPatchPort shown = { .port = port };

      if (port->is_output != outputs)
        continue;

      if (port->card != last)
        section = find_section (box, port->card);
      last = port->card;
      shown.label = dup_label (port);
      shown.section = section;
      g_array_append_val (box->ports, shown);
    }
  if (!outputs)
    box->n_inputs = box->ports->len;
}

GenlockPatchBox *
genlock_patch_box_new (GenlockSignalNode *node,
                       char *key)
{
  GenlockPatchBox *box = g_new0 (GenlockPatchBox, 1);

  box->node = node;
  box->key = key;
  box->ports = g_array_new (FALSE, FALSE, sizeof (GenlockPatchPort));
  g_array_set_clear_func (box->ports, clear_port);
  box->sections = g_array_new (FALSE, FALSE, sizeof (GenlockPatchSection));
  g_array_set_clear_func (box->sections, clear_section);
  describe (box);
  add_sections (box);
  add_ports (box, FALSE);
  add_ports (box, TRUE);

  return box;
}

/* Where things stand. */

static gboolean
is_free (const GenlockSignalPort *port)
{
  return (port->in == NULL || port->in->len == 0) && (port->out == NULL || port->out->len == 0);
}

/* A collapsed box has its cables end at the middle of its head. */
static void
hide_ports (GenlockPatchBox *box,
            gboolean hides_free)
{
  GenlockPatchSection *sections = (GenlockPatchSection *) box->sections->data;

  box->n_hidden = 0;
  for (guint i = 0; i < box->sections->len; i++)
    sections[i].has_inputs = sections[i].has_outputs = FALSE;
  for (guint i = 0; i < box->ports->len; i++)
    {
      GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, i);
      gboolean is_left_out = hides_free && is_free (port->port);

      port->is_hidden = box->is_collapsed || is_left_out;
      port->y = GENLOCK_PATCH_HEAD / 2.0;
      box->n_hidden += is_left_out;
      if (port->is_hidden)
        continue;
      if (i < box->n_inputs)
        sections[port->section].has_inputs = TRUE;
      else
        sections[port->section].has_outputs = TRUE;
    }
}

/* Puts the shown ports of one side below each other; @tops: where those of each section begin, and
 * after that where they end. */
static void
stack_ports (GenlockPatchBox *box,
             gboolean outputs,
             double *tops)
{
  guint first = outputs ? box->n_inputs : 0;
  guint end = outputs ? box->ports->len : box->n_inputs;

  for (guint i = first; i < end; i++)
    {
      GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, i);

      if (port->is_hidden)
        continue;

      port->y = tops[port->section] + GENLOCK_PATCH_ROW / 2.0;
      tops[port->section] += GENLOCK_PATCH_ROW;
    }
}

static guint
count_shown (const GenlockPatchBox *box,
             guint section,
             gboolean outputs)
{
  guint first = outputs ? box->n_inputs : 0;
  guint end = outputs ? box->ports->len : box->n_inputs;
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      const GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, i);

      n += port->section == section && !port->is_hidden;
    }

  return n;
}

/* A card with ports of one direction takes one half of the box, beside cards of the other one; a
 * card with both begins below all before it. Returns where the last one ends. */
static double
place_ports (GenlockPatchBox *box)
{
  g_autofree double *inputs = g_new0 (double, box->sections->len + 1);
  g_autofree double *outputs = g_new0 (double, box->sections->len + 1);
  double left = GENLOCK_PATCH_HEAD;
  double right = GENLOCK_PATCH_HEAD;

  for (guint i = 0; i < box->sections->len; i++)
    {
      GenlockPatchSection *section = &g_array_index (box->sections, GenlockPatchSection, i);
      double heading = section->title != NULL ? GENLOCK_PATCH_ROW : 0;

      if (section->has_inputs && section->has_outputs)
        left = right = MAX (left, right);
      section->y = (section->has_inputs ? left : right) + GENLOCK_PATCH_ROW / 2.0;
      inputs[i] = left + heading;
      outputs[i] = right + heading;
      if (section->has_inputs)
        left += heading + count_shown (box, i, FALSE) * GENLOCK_PATCH_ROW;
      if (section->has_outputs)
        right += heading + count_shown (box, i, TRUE) * GENLOCK_PATCH_ROW;
    }
  stack_ports (box, FALSE, inputs);
  stack_ports (box, TRUE, outputs);

  return MAX (left, right);
}

void
genlock_patch_box_arrange (GenlockPatchBox *box,
                           const GenlockPatchOptions *options)
{
  gboolean hides_free = box->view.hides_free == GENLOCK_VIEW_YES
                        || (box->view.hides_free == GENLOCK_VIEW_USUAL && options->hides_free);
  double height;

  box->is_collapsed = box->view.is_collapsed && !box->is_open && box->ports->len > 0;
  hide_ports (box, hides_free && !box->is_open);
  box->width = NARROW;
  if (box->n_inputs > 0 && box->n_inputs < box->ports->len)
    box->width = box->sections->len > 1 ? FRAME : WIDE;
  height = GENLOCK_PATCH_HEAD;
  if (!box->is_collapsed)
    height = place_ports (box) + FOOT;
  box->height = ceil (height / GENLOCK_PATCH_GRID) * GENLOCK_PATCH_GRID;
}

gboolean
genlock_patch_box_has_toggle (const GenlockPatchBox *box)
{
  return box->ports->len > 0 && box->node->record != NULL;
}

void
genlock_patch_box_get_toggle (const GenlockPatchBox *box,
                              GenlockPatchArea *area)
{
  *area = (GenlockPatchArea) { box->x + box->width - TOGGLE - 4, box->y + 22, TOGGLE, TOGGLE };
}

gboolean
genlock_patch_box_get_rest (const GenlockPatchBox *box,
                            GenlockPatchArea *area)
{
  *area = (GenlockPatchArea) { box->x + box->width - TOGGLE - 4 - REST, box->y + 22, REST,
                               TOGGLE };

  return box->n_hidden > 0 && !box->is_collapsed;
}

void
genlock_patch_box_get_heading (const GenlockPatchBox *box,
                               const GenlockPatchSection *section,
                               GenlockPatchArea *area)
{
  gboolean is_half = section->has_inputs != section->has_outputs && box->n_inputs > 0
                     && box->n_inputs < box->ports->len;

  *area = (GenlockPatchArea) { box->x, box->y + section->y - GENLOCK_PATCH_ROW / 2.0, box->width,
                               GENLOCK_PATCH_ROW };
  if (is_half)
    area->width /= 2;
  if (is_half && section->has_outputs)
    area->x += area->width;
}

GenlockPatchPort *
genlock_patch_box_find_port (const GenlockPatchBox *box,
                             const char *id,
                             gboolean is_output)
{
  for (guint i = 0; id != NULL && i < box->ports->len; i++)
    {
      GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, i);

      if (port->port->is_output == is_output && g_str_equal (port->port->id, id))
        return port;
    }

  return NULL;
}

void
genlock_patch_box_get_plug (const GenlockPatchBox *box,
                            const GenlockPatchPort *port,
                            double *x,
                            double *y)
{
  *x = port->port->is_output ? box->x + box->width : box->x;
  *y = box->y + port->y;
}
