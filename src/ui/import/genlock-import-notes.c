/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import does not carry over, as a tree for a list view. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/import/genlock-import-level.h"
#include "ui/import/genlock-import-notes.h"

struct _GenlockImportNoteItem
{
  GObject parent_instance;

  GenlockImportPlan *plan; /* owned; keeps the notes */
  GenlockImportSeverity severity;
  GPtrArray *notes; /* owned, nullable (element-type GenlockImportNote): of a heading */
  const GenlockImportNote *note; /* the plan's, nullable: of a note */
  const GenlockImportPlace *place; /* the plan's, nullable: of a place */
};

G_DEFINE_FINAL_TYPE (GenlockImportNoteItem, genlock_import_note_item, G_TYPE_OBJECT)

/* Worst first. */
static const struct
{
  GenlockImportSeverity severity;
  const char *title;
  const char *icon_name;
} severities[] = {
  { GENLOCK_IMPORT_LOST, N_("Not carried over"), "dialog-warning-symbolic" },
  { GENLOCK_IMPORT_CHANGED, N_("Carried over with a change"), "document-edit-symbolic" },
  { GENLOCK_IMPORT_INFO, N_("For your information"), "dialog-information-symbolic" },
};

static guint
find_severity (GenlockImportSeverity severity)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (severities) && severities[i].severity != severity)
    i++;

  return i;
}

static void
genlock_import_note_item_finalize (GObject *object)
{
  GenlockImportNoteItem *self = GENLOCK_IMPORT_NOTE_ITEM (object);

  g_clear_pointer (&self->notes, g_ptr_array_unref);
  genlock_import_plan_unref (self->plan);

  G_OBJECT_CLASS (genlock_import_note_item_parent_class)->finalize (object);
}

static void
genlock_import_note_item_class_init (GenlockImportNoteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = genlock_import_note_item_finalize;
}

static void
genlock_import_note_item_init (GenlockImportNoteItem *self)
{
}

static GenlockImportNoteItem *
item_new (GenlockImportPlan *plan,
          GenlockImportSeverity severity)
{
  GenlockImportNoteItem *self = g_object_new (GENLOCK_TYPE_IMPORT_NOTE_ITEM, NULL);

  self->plan = genlock_import_plan_ref (plan);
  self->severity = severity;

  return self;
}

GListModel *
genlock_import_notes_new (GenlockImportPlan *plan)
{
  GListStore *headings = g_list_store_new (GENLOCK_TYPE_IMPORT_NOTE_ITEM);
  GPtrArray *notes = genlock_import_report_get_notes (genlock_import_plan_get_report (plan));

  for (guint s = 0; s < G_N_ELEMENTS (severities); s++)
    {
      g_autoptr (GenlockImportNoteItem) heading = item_new (plan, severities[s].severity);

      heading->notes = g_ptr_array_new ();
      for (guint i = 0; i < notes->len; i++)
        {
          GenlockImportNote *note = g_ptr_array_index (notes, i);

          if (note->severity == heading->severity)
            g_ptr_array_add (heading->notes, note);
        }
      if (heading->notes->len > 0)
        g_list_store_append (headings, heading);
    }

  return G_LIST_MODEL (headings);
}

static gpointer
make_note (gpointer owner,
           gpointer parent,
           guint position)
{
  GenlockImportNoteItem *heading = parent;
  GenlockImportNoteItem *item = item_new (heading->plan, heading->severity);

  item->note = g_ptr_array_index (heading->notes, position);

  return item;
}

static gpointer
make_place (gpointer owner,
            gpointer parent,
            guint position)
{
  GenlockImportNoteItem *above = parent;
  GenlockImportNoteItem *item = item_new (above->plan, above->severity);

  item->note = above->note;
  item->place = g_ptr_array_index (above->note->places, position);

  return item;
}

GListModel *
genlock_import_note_item_list_children (GenlockImportNoteItem *self)
{
  GObject *object = G_OBJECT (self);

  if (self->notes != NULL)
    return genlock_import_level_new (GENLOCK_TYPE_IMPORT_NOTE_ITEM, self->notes->len, make_note,
                                     object, object);

  /* A single place stands on the note's own row. */
  if (self->place == NULL && self->note->places->len > 1)
    return genlock_import_level_new (GENLOCK_TYPE_IMPORT_NOTE_ITEM, self->note->places->len,
                                     make_place, object, object);

  return NULL;
}

static char *
dup_place (const GenlockImportPlace *place)
{
  if (place->value == NULL)
    return g_strdup (place->place);

  /* Translators: a place in a file (“sources[3].rate”) and what stood there */
  return g_strdup_printf (_("%s: “%s”"), place->place, place->value);
}

char *
genlock_import_note_item_dup_title (GenlockImportNoteItem *self)
{
  if (self->notes != NULL)
    return g_strdup (_(severities[find_severity (self->severity)].title));
  if (self->place != NULL)
    return dup_place (self->place);

  return g_strdup (_(self->note->reason));
}

char *
genlock_import_note_item_dup_detail (GenlockImportNoteItem *self)
{
  const GenlockImportNote *note = self->note;
  g_autofree char *place = NULL;

  if (note == NULL || self->place != NULL)
    return g_strdup ("");

  place = note->places->len == 1 ? dup_place (g_ptr_array_index (note->places, 0))
                                 : g_strdup (note->pattern);
  if (note->show == NULL)
    return g_strdup_printf ("%s · %s", place, note->file);

  return g_strdup_printf ("%s · %s · %s", place, note->show, note->file);
}

char *
genlock_import_note_item_dup_state (GenlockImportNoteItem *self)
{
  guint n = 0;

  if (self->place != NULL)
    return g_strdup ("");

  if (self->note != NULL)
    n = self->note->count;
  for (guint i = 0; self->notes != NULL && i < self->notes->len; i++)
    n += ((const GenlockImportNote *) g_ptr_array_index (self->notes, i))->count;

  return g_strdup_printf ("%u", n);
}

const char *
genlock_import_note_item_get_icon_name (GenlockImportNoteItem *self)
{
  return self->notes != NULL ? severities[find_severity (self->severity)].icon_name : NULL;
}
