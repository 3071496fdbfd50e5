/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sheet somebody wants, of what, and on which paper. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <locale.h>
#include <string.h>

#include <gio/gio.h>

#include "ui/sheets/genlock-sheet-choice.h"

/* Shows that were not looked at for as many others are forgotten. */
#define GROUPS_MAX 200

#define LAST "last"

static const char * const turns[] = {
  [GENLOCK_SHEET_TURN_FITTING] = "fitting",
  [GENLOCK_SHEET_TURN_PORTRAIT] = "portrait",
  [GENLOCK_SHEET_TURN_LANDSCAPE] = "landscape",
};

struct _GenlockSheetChoice
{
  GObject parent_instance;

  guint kind;
  guint by;
  guint paper;
  guint turn;
  char *device_id; /* owned, nullable */
  char *source_type; /* owned, nullable */
  char *production_id; /* owned, nullable */
  gboolean is_loading;
};

enum
{
  PROP_KIND = 1,
  PROP_BY,
  PROP_PAPER,
  PROP_TURN,
  PROP_DEVICE_ID,
  PROP_SOURCE_TYPE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (GenlockSheetChoice, genlock_sheet_choice, G_TYPE_OBJECT)

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "genlock", "sheets.ini", NULL);
}

static GKeyFile *
read_memory (void)
{
  g_autofree char *path = dup_path ();
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);

  return file;
}

static void
forget_oldest (GKeyFile *file)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n_groups);

  for (gsize i = 0; i + GROUPS_MAX < n_groups; i++)
    g_key_file_remove_group (file, groups[i], NULL);
}

static void
write_text (GKeyFile *file,
            const char *group,
            const char *key,
            const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

/* A small file, written on a click: what cannot be written is not remembered. */
static void
save (GenlockSheetChoice *self)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  const char *group = self->production_id;

  if (group == NULL || self->is_loading)
    return;

  file = read_memory ();
  /* A group that is made anew stands last: the first ones are the longest unused. */
  g_key_file_remove_group (file, group, NULL);
  write_text (file, group, "kind", genlock_sheet_kind_get_word (self->kind));
  write_text (file, group, "by", genlock_sheet_group_by_get_word (self->by));
  write_text (file, group, "device", self->device_id);
  write_text (file, group, "source-type", self->source_type);
  write_text (file, group, "paper", genlock_sheet_paper_get_name (self->paper));
  write_text (file, group, "turn", turns[self->turn]);
  write_text (file, LAST, "paper", genlock_sheet_paper_get_name (self->paper));
  forget_oldest (file);
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (file, path, NULL);
}

static void
set_number (GenlockSheetChoice *self,
            guint *number,
            guint value,
            guint id)
{
  if (*number == value)
    return;

  *number = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[id]);
  save (self);
}

static void
set_text (GenlockSheetChoice *self,
          char **text,
          const char *value,
          guint id)
{
  if (g_strcmp0 (*text, value) == 0)
    return;

  g_free (*text);
  *text = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), props[id]);
  save (self);
}

static void
genlock_sheet_choice_get_property (GObject *object,
                                   guint id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  GenlockSheetChoice *self = GENLOCK_SHEET_CHOICE (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_BY:
      g_value_set_uint (value, self->by);
      break;
    case PROP_PAPER:
      g_value_set_uint (value, self->paper);
      break;
    case PROP_TURN:
      g_value_set_uint (value, self->turn);
      break;
    case PROP_DEVICE_ID:
      g_value_set_string (value, self->device_id);
      break;
    case PROP_SOURCE_TYPE:
      g_value_set_string (value, self->source_type);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
genlock_sheet_choice_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  GenlockSheetChoice *self = GENLOCK_SHEET_CHOICE (object);

  switch (id)
    {
    case PROP_KIND:
      set_number (self, &self->kind, g_value_get_uint (value), id);
      break;
    case PROP_BY:
      set_number (self, &self->by, g_value_get_uint (value), id);
      break;
    case PROP_PAPER:
      set_number (self, &self->paper, g_value_get_uint (value), id);
      break;
    case PROP_TURN:
      set_number (self, &self->turn, g_value_get_uint (value), id);
      break;
    case PROP_DEVICE_ID:
      set_text (self, &self->device_id, g_value_get_string (value), id);
      break;
    case PROP_SOURCE_TYPE:
      set_text (self, &self->source_type, g_value_get_string (value), id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
genlock_sheet_choice_finalize (GObject *object)
{
  GenlockSheetChoice *self = GENLOCK_SHEET_CHOICE (object);

  g_free (self->device_id);
  g_free (self->source_type);
  g_free (self->production_id);

  G_OBJECT_CLASS (genlock_sheet_choice_parent_class)->finalize (object);
}

static GParamSpec *
make_number (const char *name,
             guint n)
{
  return g_param_spec_uint (name, NULL, NULL, 0, n - 1, 0,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
make_text (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
genlock_sheet_choice_class_init (GenlockSheetChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = genlock_sheet_choice_get_property;
  object_class->set_property = genlock_sheet_choice_set_property;
  object_class->finalize = genlock_sheet_choice_finalize;

  props[PROP_KIND] = make_number ("kind", GENLOCK_SHEET_N_KINDS);
  props[PROP_BY] = make_number ("by", GENLOCK_SHEET_N_GROUP_BYS);
  props[PROP_PAPER] = make_number ("paper", GENLOCK_SHEET_N_PAPERS);
  props[PROP_TURN] = make_number ("turn", G_N_ELEMENTS (turns));
  props[PROP_DEVICE_ID] = make_text ("device-id");
  props[PROP_SOURCE_TYPE] = make_text ("source-type");
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
genlock_sheet_choice_init (GenlockSheetChoice *self)
{
}

GenlockSheetChoice *
genlock_sheet_choice_new (void)
{
  return g_object_new (GENLOCK_TYPE_SHEET_CHOICE, NULL);
}

void
genlock_sheet_choice_get_wish (GenlockSheetChoice *choice,
                               GenlockSheetWish *wish)
{
  *wish = (GenlockSheetWish) {
    .kind = choice->kind,
    .by = choice->kind == GENLOCK_SHEET_CABLES ? choice->by : GENLOCK_SHEET_BY_NOTHING,
    .device_id = genlock_sheet_kind_takes_device (choice->kind) ? choice->device_id : NULL,
    .source_type = choice->kind == GENLOCK_SHEET_SOURCES ? choice->source_type : NULL,
  };
}

void
genlock_sheet_choice_get_page (GenlockSheetChoice *choice,
                               GenlockSheetPage *page)
{
  *page = (GenlockSheetPage) {
    .paper = choice->paper,
    .is_landscape = choice->turn == GENLOCK_SHEET_TURN_FITTING
                    ? genlock_sheet_kind_is_wide (choice->kind)
                    : choice->turn == GENLOCK_SHEET_TURN_LANDSCAPE,
    .margin = GENLOCK_SHEET_MARGIN,
  };
}

GenlockSheetKind
genlock_sheet_choice_get_kind (GenlockSheetChoice *choice)
{
  return choice->kind;
}

/* Letter where people fold it, A4 elsewhere, as the locale says. */
static GenlockSheetPaper
get_usual_paper (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  return locale != NULL && (strstr (locale, "_US") != NULL || strstr (locale, "_CA") != NULL)
         ? GENLOCK_SHEET_LETTER
         : GENLOCK_SHEET_A4;
}

/* Words that another version wrote are none. */
static void
read_group (GenlockSheetChoice *self,
            GKeyFile *file,
            const char *group)
{
  g_autofree char *kind = g_key_file_get_string (file, group, "kind", NULL);
  g_autofree char *by = g_key_file_get_string (file, group, "by", NULL);
  g_autofree char *paper = g_key_file_get_string (file, group, "paper", NULL);
  g_autofree char *last = g_key_file_get_string (file, LAST, "paper", NULL);
  g_autofree char *turn = g_key_file_get_string (file, group, "turn", NULL);
  g_autofree char *device_id = g_key_file_get_string (file, group, "device", NULL);
  g_autofree char *source_type = g_key_file_get_string (file, group, "source-type", NULL);
  GenlockSheetKind of_kind = GENLOCK_SHEET_CABLES;
  GenlockSheetGroupBy of_by = GENLOCK_SHEET_BY_NOTHING;
  GenlockSheetPaper of_paper = get_usual_paper ();
  guint of_turn = GENLOCK_SHEET_TURN_FITTING;

  if (kind != NULL)
    genlock_sheet_kind_find (kind, &of_kind);
  if (by != NULL)
    genlock_sheet_group_by_find (by, &of_by);
  if (paper != NULL || last != NULL)
    genlock_sheet_paper_find (paper != NULL ? paper : last, &of_paper);
  for (guint i = 0; turn != NULL && i < G_N_ELEMENTS (turns); i++)
    if (strcmp (turn, turns[i]) == 0)
      of_turn = i;

  g_object_set (self, "kind", of_kind, "by", of_by, "paper", of_paper, "turn", of_turn,
                "device-id", device_id, "source-type", source_type, NULL);
}

void
genlock_sheet_choice_load (GenlockSheetChoice *choice,
                           const char *production_id)
{
  g_autoptr (GKeyFile) file = NULL;

  g_free (choice->production_id);
  choice->production_id = g_strdup (production_id);
  if (production_id == NULL)
    return;

  file = read_memory ();
  choice->is_loading = TRUE;
  read_group (choice, file, production_id);
  choice->is_loading = FALSE;
}
