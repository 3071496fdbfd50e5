/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks of a page. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-page.h"

G_DEFINE_INTERFACE (GenlockPage, genlock_page, GTK_TYPE_WIDGET)

static guint back_changed;

static void
genlock_page_default_init (GenlockPageInterface *iface)
{
  GParamSpec *store;

  /**
   * GenlockPage:store:
   *
   * Where the rows are.
   */
  store = g_param_spec_object ("store", NULL, NULL, GENLOCK_TYPE_STORE,
                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                               | G_PARAM_STATIC_STRINGS);
  g_object_interface_install_property (iface, store);

  /**
   * GenlockPage::back-changed:
   *
   * Whether there is something to go back to inside the page.
   */
  back_changed = g_signal_new ("back-changed", GENLOCK_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

const char *
genlock_page_get_new_label (GenlockPage *page)
{
  GenlockPageInterface *iface;

  g_return_val_if_fail (GENLOCK_IS_PAGE (page), NULL);

  iface = GENLOCK_PAGE_GET_IFACE (page);
  return iface->get_new_label != NULL ? iface->get_new_label (page) : NULL;
}

void
genlock_page_set_production (GenlockPage *page,
                             const char *production_id)
{
  g_return_if_fail (GENLOCK_IS_PAGE (page));

  GENLOCK_PAGE_GET_IFACE (page)->set_production (page, production_id);
}

GtkWidget *
genlock_page_get_inspector (GenlockPage *page)
{
  g_return_val_if_fail (GENLOCK_IS_PAGE (page), NULL);

  return GENLOCK_PAGE_GET_IFACE (page)->get_inspector (page);
}

void
genlock_page_start_search (GenlockPage *page)
{
  GenlockPageInterface *iface;

  g_return_if_fail (GENLOCK_IS_PAGE (page));

  iface = GENLOCK_PAGE_GET_IFACE (page);
  if (iface->start_search != NULL)
    iface->start_search (page);
}

gboolean
genlock_page_finish_editing (GenlockPage *page)
{
  GenlockPageInterface *iface;

  g_return_val_if_fail (GENLOCK_IS_PAGE (page), TRUE);

  iface = GENLOCK_PAGE_GET_IFACE (page);
  return iface->finish_editing != NULL ? iface->finish_editing (page) : TRUE;
}

gboolean
genlock_page_can_go_back (GenlockPage *page)
{
  GenlockPageInterface *iface;

  g_return_val_if_fail (GENLOCK_IS_PAGE (page), FALSE);

  iface = GENLOCK_PAGE_GET_IFACE (page);
  return iface->can_go_back != NULL && iface->can_go_back (page);
}

gboolean
genlock_page_go_back (GenlockPage *page)
{
  if (!genlock_page_can_go_back (page))
    return FALSE;

  GENLOCK_PAGE_GET_IFACE (page)->go_back (page);
  return TRUE;
}

void
genlock_page_back_changed (GenlockPage *page)
{
  g_return_if_fail (GENLOCK_IS_PAGE (page));

  g_signal_emit (page, back_changed, 0);
}
