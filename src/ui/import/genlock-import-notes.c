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
  GPtrArray *reasons; /* owned, nullable (element-type GPtrArray of notes): of a heading */
  GPtrArray *notes; /* owned, nullable (element-type GenlockImportNote): of a reason */
  const GenlockImportNote *note; /* the plan's, nullable: of a place */
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

  g_clear_pointer (&self->reasons, g_ptr_array_unref);
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

/* Notes of one reason together, in the order in which the reasons came up. */
static GPtrArray *
gather_reasons (GPtrArray *notes,
                GenlockImportSeverity severity)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_reason = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < notes->len; i++)
    {
      GenlockImportNote *note = g_ptr_array_index (notes, i);
      GPtrArray *reason = g_hash_table_lookup (by_reason, note->reason);

      if (note->severity != severity)
        continue;
      if (reason == NULL)
        {
          reason = g_ptr_array_new ();
          g_ptr_array_add (reasons, reason);
          g_hash_table_insert (by_reason, (gpointer) note->reason, reason);
        }
      g_ptr_array_add (reason, note);
    }

  return reasons;
}

GListModel *
genlock_import_notes_new (GenlockImportPlan *plan)
{
  GListStore *headings = g_list_store_new (GENLOCK_TYPE_IMPORT_NOTE_ITEM);
  GPtrArray *notes = genlock_import_report_get_notes (genlock_import_plan_get_report (plan));

  for (guint s = 0; s < G_N_ELEMENTS (severities); s++)
    {
      g_autoptr (GenlockImportNoteItem) heading = item_new (plan, severities[s].severity);

      heading->reasons = gather_reasons (notes, severities[s].severity);
      if (heading->reasons->len > 0)
        g_list_store_append (headings, heading);
    }

  return G_LIST_MODEL (headings);
}

static gpointer
make_reason (gpointer owner,
             gpointer parent,
             guint position)
{
  GenlockImportNoteItem *heading = parent;
  GenlockImportNoteItem *item = item_new (heading->plan, heading->severity);

  item->notes = g_ptr_array_ref (g_ptr_array_index (heading->reasons, position));

  return item;
}

static gpointer
make_place (gpointer owner,
            gpointer parent,
            guint position)
{
  GenlockImportNoteItem *reason = parent;
  GenlockImportNoteItem *item = item_new (reason->plan, reason->severity);

  for (guint i = 0; i < reason->notes->len; i++)
    {
      const GenlockImportNote *note = g_ptr_array_index (reason->notes, i);

      if (position < note->places->len)
        {
          item->note = note;
          item->place = g_ptr_array_index (note->places, position);
          break;
        }
      position -= note->places->len;
    }

  return item;
}

/* How many places are kept, or how many there were. */
static guint
count_places (GPtrArray *notes,
              gboolean kept)
{
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const GenlockImportNote *note = g_ptr_array_index (notes, i);

      n += kept ? note->places->len : note->count;
    }

  return n;
}

GListModel *
genlock_import_note_item_list_children (GenlockImportNoteItem *self)
{
  GObject *object = G_OBJECT (self);

  if (self->reasons != NULL)
    return genlock_import_level_new (GENLOCK_TYPE_IMPORT_NOTE_ITEM, self->reasons->len,
                                     make_reason, object, object);

  /* A single place stands on the reason's own row. */
  if (self->notes != NULL && count_places (self->notes, TRUE) > 1)
    return genlock_import_level_new (GENLOCK_TYPE_IMPORT_NOTE_ITEM,
                                     count_places (self->notes, TRUE), make_place, object,
                                     object);

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
  const GenlockImportNote *note;

  if (self->reasons != NULL)
    return g_strdup (_(severities[find_severity (self->severity)].title));
  if (self->place != NULL)
    return dup_place (self->place);

  note = g_ptr_array_index (self->notes, 0);

  return g_strdup (_(note->reason));
}

/* "Kickoff – ACME · shows.json" */
static char *
dup_where (const GenlockImportNote *note)
{
  if (note->show == NULL)
    return g_strdup (note->file);

  return g_strdup_printf ("%s · %s", note->show, note->file);
}

char *
genlock_import_note_item_dup_detail (GenlockImportNoteItem *self)
{
  const GenlockImportNote *note;
  g_autofree char *place = NULL;
  g_autofree char *where = NULL;

  if (self->place != NULL)
    return dup_where (self->note);
  if (self->notes == NULL || count_places (self->notes, TRUE) != 1)
    return g_strdup ("");

  note = g_ptr_array_index (self->notes, 0);
  place = dup_place (g_ptr_array_index (note->places, 0));
  where = dup_where (note);

  return g_strdup_printf ("%s · %s", place, where);
}

char *
genlock_import_note_item_dup_state (GenlockImportNoteItem *self)
{
  guint n = 0;

  if (self->place != NULL)
    return g_strdup ("");

  if (self->notes != NULL)
    n = count_places (self->notes, FALSE);
  for (guint i = 0; self->reasons != NULL && i < self->reasons->len; i++)
    n += count_places (g_ptr_array_index (self->reasons, i), FALSE);

  return g_strdup_printf ("%u", n);
}

const char *
genlock_import_note_item_get_icon_name (GenlockImportNoteItem *self)
{
  return self->reasons != NULL ? severities[find_severity (self->severity)].icon_name : NULL;
}
