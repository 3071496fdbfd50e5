/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock beside a database: whoever holds it writes and checkpoints. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/store/genlock-lock.h"
#include "core/store/genlock-store-error.h"

/* Between two tries, in milliseconds: flock() itself cannot wait for a time. */
#define RETRY 20

/* A process' number and a host's name fit. */
#define HOLDER_MAX 320

struct _GenlockLock
{
  int descriptor; /* owned */
};

/* The file is for people only: the kernel knows who holds the lock. */
static void
write_holder (int descriptor)
{
  g_autofree char *line = g_strdup_printf ("process %d on %s", (int) getpid (), g_get_host_name ());

  if (ftruncate (descriptor, 0) == 0)
    (void) !pwrite (descriptor, line, strlen (line), 0);
}

static void
set_locked (int descriptor,
            const char *database,
            GError **error)
{
  char holder[HOLDER_MAX] = { 0 };
  ssize_t length = pread (descriptor, holder, sizeof holder - 1, 0);
  gboolean known = length > 0 && g_utf8_validate (holder, length, NULL);

  g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_LOCKED,
               "Genlock has %s open already%s%s%s. Close it there, or try again later.", database,
               known ? " (" : "", known ? holder : "", known ? ")" : "");
}

static gboolean
try (int descriptor,
     guint wait)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) wait * 1000;

  while (flock (descriptor, LOCK_EX | LOCK_NB) != 0)
    {
      if (g_get_monotonic_time () >= deadline)
        return FALSE;

      g_usleep (RETRY * 1000);
    }

  return TRUE;
}

GenlockLock *
genlock_lock_take (const char *database,
                   guint wait,
                   GError **error)
{
  g_autofree char *path = g_strconcat (database, ".lock", NULL);
  g_autoptr (GenlockLock) lock = g_new0 (GenlockLock, 1);

  lock->descriptor = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (lock->descriptor < 0)
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                   "The lock %s cannot be opened: %s", path, g_strerror (errno));
      return NULL;
    }

  if (!try (lock->descriptor, wait))
    {
      set_locked (lock->descriptor, database, error);
      return NULL;
    }

  write_holder (lock->descriptor);

  return g_steal_pointer (&lock);
}

void
genlock_lock_release (GenlockLock *lock)
{
  if (lock->descriptor >= 0)
    close (lock->descriptor);

  g_free (lock);
}
