/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command that writes sheets for the crew. */

#define G_LOG_DOMAIN "genlock-ctl"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-instant.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "ctl/genlock-ctl.h"
#include "interchange/genlock-sheet-build.h"
#include "interchange/genlock-sheet-file.h"
#include "interchange/genlock-sheet-prints.h"

/* What the options and the name of the file ask for. */
typedef struct
{
  GenlockSheetWish wish;
  GenlockSheetPage page;
  GenlockSheetFormat format;
  gint64 printed_at;
} Request;

typedef const char *(*WordFunc) (guint index);

static const char *
get_kind (guint index)
{
  return genlock_sheet_kind_get_word (index);
}

static const char *
get_by (guint index)
{
  return genlock_sheet_group_by_get_word (index);
}

static const char *
get_paper (guint index)
{
  return genlock_sheet_paper_get_name (index);
}

static gboolean
refuse (const char *option,
        const char *value,
        WordFunc get_word,
        guint n_words,
        GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", get_word (i));

  /* Translators: an option, what was given, and what it takes, one behind the other */
  g_set_error (error, GENLOCK_CTL_ERROR, 0, _("%s cannot be “%s”: choose one of %s"), option, value,
               words->str);

  return FALSE;
}

static gboolean
read_format (Request *request,
             const char *path,
             GError **error)
{
  const char *dot = strrchr (path, '.');

  if (dot != NULL && genlock_sheet_format_find (dot + 1, &request->format))
    return TRUE;

  g_set_error (error, GENLOCK_CTL_ERROR, 0,
               _("The name of “%s” must end in .pdf, .svg or .csv"), path);

  return FALSE;
}

static gboolean
read_page (Request *request,
           const GenlockCtl *ctl,
           GError **error)
{
  request->page = (GenlockSheetPage) {
    .paper = GENLOCK_SHEET_A4,
    .is_landscape = genlock_sheet_kind_is_wide (request->wish.kind),
    .margin = GENLOCK_SHEET_MARGIN,
  };

  if (ctl->paper != NULL && !genlock_sheet_paper_find (ctl->paper, &request->page.paper))
    return refuse ("--paper", ctl->paper, get_paper, GENLOCK_SHEET_N_PAPERS, error);
  if (ctl->orientation == NULL)
    return TRUE;

  request->page.is_landscape = strcmp (ctl->orientation, "landscape") == 0;
  if (!request->page.is_landscape && strcmp (ctl->orientation, "portrait") != 0)
    {
      g_set_error_literal (error, GENLOCK_CTL_ERROR, 0,
                           _("--orientation is portrait or landscape"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_request (Request *request,
              const GenlockCtl *ctl,
              GError **error)
{
  *request = (Request) { .printed_at = genlock_instant_now () };

  if (ctl->kind != NULL && !genlock_sheet_kind_find (ctl->kind, &request->wish.kind))
    return refuse ("--kind", ctl->kind, get_kind, GENLOCK_SHEET_N_KINDS, error);
  if (ctl->by != NULL && !genlock_sheet_group_by_find (ctl->by, &request->wish.by))
    return refuse ("--by", ctl->by, get_by, GENLOCK_SHEET_N_GROUP_BYS, error);
  if (ctl->by != NULL && request->wish.kind != GENLOCK_SHEET_CABLES)
    {
      g_set_error_literal (error, GENLOCK_CTL_ERROR, 0,
                           _("--by goes with the sheet of all cables only"));
      return FALSE;
    }
  if (ctl->of != NULL && request->wish.kind != GENLOCK_SHEET_SOURCES
      && !genlock_sheet_kind_takes_device (request->wish.kind))
    {
      g_set_error_literal (error, GENLOCK_CTL_ERROR, 0,
                           _("--of goes with --kind device, router and sources only"));
      return FALSE;
    }
  if (ctl->printed_at != NULL
      && !genlock_instant_parse_lenient (ctl->printed_at, &request->printed_at))
    {
      g_set_error (error, GENLOCK_CTL_ERROR, 0,
                   _("--printed-at cannot be “%s”: write it as 2026-11-22T08:00:00Z"),
                   ctl->printed_at);
      return FALSE;
    }

  return read_page (request, ctl, error) && read_format (request, ctl->args[1], error);
}

/* @device: (out) (nullable): the device that the sheet is of */
static gboolean
find_device (Request *request,
             const GenlockCtl *ctl,
             GenlockStore *store,
             const GenlockRecord *show,
             GenlockRecord **device,
             GError **error)
{
  if (ctl->of == NULL)
    return TRUE;

  if (request->wish.kind == GENLOCK_SHEET_SOURCES)
    {
      request->wish.source_type = ctl->of;
      return TRUE;
    }

  *device = genlock_store_find (store, &genlock_devices, ctl->of, genlock_record_get_id (show),
                                error);
  if (*device == NULL)
    return FALSE;

  request->wish.device_id = genlock_record_get_id (*device);

  return TRUE;
}

/* Counts it up, once it is written. */
static gboolean
write_counted (const Request *request,
               const GenlockCtl *ctl,
               GenlockStore *store,
               const char *production_id,
               GenlockSheet *sheet,
               GenlockSheetTitle *title,
               GError **error)
{
  g_auto (GenlockSheetPrint) print = { 0 };
  g_autoptr (GenlockBatch) batch = NULL;
  g_autoptr (GenlockChanges) changes = NULL;

  if (!ctl->record)
    return genlock_sheet_write (sheet, title, &request->page, request->format, ctl->args[1],
                                error);

  if (!genlock_sheet_prints_find (store, production_id, &request->wish, &print, error))
    return FALSE;

  title->revision = ++print.revision;
  print.at = request->printed_at;
  g_free (print.author);
  print.author = g_strdup (genlock_sheet_prints_get_author ());
  if (!genlock_sheet_write (sheet, title, &request->page, request->format, ctl->args[1], error))
    return FALSE;

  batch = genlock_sheet_prints_record (production_id, &request->wish, &print);
  changes = genlock_store_apply (store, batch, NULL, error);

  return changes != NULL;
}

gboolean
genlock_ctl_sheet (GenlockCtl *ctl,
                   GError **error)
{
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GenlockRecord) show = NULL;
  g_autoptr (GenlockRecord) device = NULL;
  g_autoptr (GenlockSheet) sheet = NULL;
  GenlockSheetTitle title;
  Request request;

  if (!read_request (&request, ctl, error))
    return FALSE;

  store = genlock_ctl_open (ctl, ctl->record ? GENLOCK_STORE_WRITE : GENLOCK_STORE_READ, error);
  if (store == NULL)
    return FALSE;

  show = genlock_store_find (store, &genlock_productions, ctl->args[0], NULL, error);
  if (show == NULL || !find_device (&request, ctl, store, show, &device, error))
    return FALSE;

  sheet = genlock_sheet_load (store, genlock_record_get_id (show), &request.wish, error);
  if (sheet == NULL)
    return FALSE;

  genlock_sheet_title_init (&title, show, request.printed_at);
  if (!write_counted (&request, ctl, store, genlock_record_get_id (show), sheet, &title, error))
    return FALSE;

  genlock_ctl_print_file (ctl, N_("Written"), ctl->args[1]);

  return TRUE;
}
