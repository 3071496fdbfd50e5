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

#define MAX_TEXT 512

struct _GenlockLock
{
  int descriptor; /* owned */
  gboolean clean;
  gint64 checked;
};

static char *
read_text (int descriptor)
{
  char text[MAX_TEXT + 1];
  gssize length = pread (descriptor, text, MAX_TEXT, 0);

  return g_strndup (text, length > 0 ? (gsize) length : 0);
}

/* "holder PID HOST" while somebody has it, "checked SECONDS" always. */
static void
write_text (GenlockLock *lock,
            gboolean held)
{
  g_autofree char *holder = g_strdup_printf ("holder %d %s\n", (int) getpid (),
                                             g_get_host_name ());
  g_autofree char *text = g_strdup_printf ("%schecked %" G_GINT64_FORMAT "\n", held ? holder : "",
                                           lock->checked);
  gsize length = strlen (text);

  /* The kernel knows who holds the lock; without the text the next one checks too often. */
  if (ftruncate (lock->descriptor, 0) != 0
      || pwrite (lock->descriptor, text, length, 0) != (gssize) length)
    g_debug ("Cannot write the lock: %s", g_strerror (errno));
}

static void
read_state (GenlockLock *lock)
{
  g_autofree char *text = read_text (lock->descriptor);
  const char *checked = strstr (text, "checked ");

  lock->clean = !g_str_has_prefix (text, "holder ");
  lock->checked = checked != NULL ? g_ascii_strtoll (checked + strlen ("checked "), NULL, 10) : 0;
}

static void
set_locked (int descriptor,
            const char *database,
            GError **error)
{
  g_autofree char *text = read_text (descriptor);
  g_auto (GStrv) words = g_strsplit_set (text, " \n", 4);
  gboolean known = g_strv_length (words) >= 3 && strcmp (words[0], "holder") == 0
                   && g_utf8_validate (words[2], -1, NULL);
  g_autofree char *holder = known ? g_strdup_printf (" (process %s on %s)", words[1], words[2])
                            : g_strdup ("");

  g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_LOCKED,
               "Genlock has %s open already%s. Close it there, or try again later.", database,
               holder);
}

static gboolean
try (int descriptor,
     guint wait)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) wait * G_TIME_SPAN_MILLISECOND;

  while (flock (descriptor, LOCK_EX | LOCK_NB) != 0)
    {
      if (g_get_monotonic_time () >= deadline)
        return FALSE;

      g_usleep (RETRY * G_TIME_SPAN_MILLISECOND);
    }

  return TRUE;
}

GenlockLock *
genlock_lock_take (const char *database,
                   guint wait,
                   GError **error)
{
  g_autofree char *path = g_strconcat (database, ".lock", NULL);
  int descriptor = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  GenlockLock *lock;

  if (descriptor < 0)
    {
      gboolean denied = errno == EACCES || errno == EROFS || errno == EPERM;

      g_set_error (error, GENLOCK_STORE_ERROR,
                   denied ? GENLOCK_STORE_ERROR_READ_ONLY : GENLOCK_STORE_ERROR_FAILED,
                   "The lock %s cannot be opened: %s. Check the permissions of the folder.", path,
                   g_strerror (errno));
      return NULL;
    }

  if (!try (descriptor, wait))
    {
      set_locked (descriptor, database, error);
      close (descriptor);
      return NULL;
    }

  lock = g_new0 (GenlockLock, 1);
  lock->descriptor = descriptor;
  read_state (lock);
  write_text (lock, TRUE);

  return lock;
}

void
genlock_lock_release (GenlockLock *lock)
{
  write_text (lock, !lock->clean);
  close (lock->descriptor);
  g_free (lock);
}

gboolean
genlock_lock_is_clean (const GenlockLock *lock)
{
  return lock->clean;
}

gint64
genlock_lock_get_checked (const GenlockLock *lock)
{
  return lock->checked;
}

void
genlock_lock_set_checked (GenlockLock *lock,
                          gint64 seconds)
{
  lock->clean = TRUE;
  lock->checked = seconds;
  write_text (lock, TRUE);
}
