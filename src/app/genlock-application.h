/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its command line, its database, its window. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GenlockApplication:
 *
 * genlock [FILE…]: opens the window and imports the files. --database FILE works on another
 * database than the user's, as an instance of its own. --version prints the version.
 *
 * Actions: "app.open-database" (string: "app" tries to write, "read" does not), "app.about",
 * "app.color-scheme", "app.quit".
 */
#define GENLOCK_TYPE_APPLICATION (genlock_application_get_type ())
G_DECLARE_FINAL_TYPE (GenlockApplication, genlock_application,
                      GENLOCK, APPLICATION, AdwApplication)

GenlockApplication *genlock_application_new (void);

G_END_DECLS
