/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file system for SQLite on which the n-th write, sync or truncation fails. */

#define G_LOG_DOMAIN "test-vfs"

#include "config.h"

#include <sqlite3.h>

#include "failing-vfs.h"

/* Followed in memory by the file of the real file system. */
typedef struct
{
  sqlite3_file base;
} File;

static sqlite3_vfs *real; /* the default before ours */
static gboolean armed;
static guint n_left;
static int failure;
static gboolean failed;

#define REAL(file) ((sqlite3_file *) ((File *) (file) + 1))

static int
fail (void)
{
  if (!armed)
    return SQLITE_OK;

  if (n_left > 0)
    {
      n_left--;
      return SQLITE_OK;
    }

  failed = TRUE;

  return failure;
}

static int
vfs_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
vfs_read (sqlite3_file *file,
          void *buffer,
          int amount,
          sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), buffer, amount, offset);
}

static int
vfs_write (sqlite3_file *file,
           const void *buffer,
           int amount,
           sqlite3_int64 offset)
{
  int code = fail ();

  return code != SQLITE_OK ? code
         : REAL (file)->pMethods->xWrite (REAL (file), buffer, amount, offset);
}

static int
vfs_truncate (sqlite3_file *file,
              sqlite3_int64 size)
{
  int code = fail ();

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
vfs_sync (sqlite3_file *file,
          int flags)
{
  int code = fail ();

  return code != SQLITE_OK ? code : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
vfs_file_size (sqlite3_file *file,
               sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
vfs_lock (sqlite3_file *file,
          int lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
vfs_unlock (sqlite3_file *file,
            int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
vfs_check_reserved_lock (sqlite3_file *file,
                         int *result)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), result);
}

static int
vfs_file_control (sqlite3_file *file,
                  int operation,
                  void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
vfs_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
vfs_device_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
vfs_shm_map (sqlite3_file *file,
             int page,
             int size,
             int extend,
             void volatile **map)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, map);
}

static int
vfs_shm_lock (sqlite3_file *file,
              int offset,
              int n_locks,
              int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n_locks, flags);
}

static void
vfs_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
vfs_shm_unmap (sqlite3_file *file,
               int remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = vfs_close,
  .xRead = vfs_read,
  .xWrite = vfs_write,
  .xTruncate = vfs_truncate,
  .xSync = vfs_sync,
  .xFileSize = vfs_file_size,
  .xLock = vfs_lock,
  .xUnlock = vfs_unlock,
  .xCheckReservedLock = vfs_check_reserved_lock,
  .xFileControl = vfs_file_control,
  .xSectorSize = vfs_sector_size,
  .xDeviceCharacteristics = vfs_device_characteristics,
  .xShmMap = vfs_shm_map,
  .xShmLock = vfs_shm_lock,
  .xShmBarrier = vfs_shm_barrier,
  .xShmUnmap = vfs_shm_unmap,
};

static int
vfs_open (sqlite3_vfs *vfs,
          const char *name,
          sqlite3_file *file,
          int flags,
          int *out_flags)
{
  int code = real->xOpen (real, name, REAL (file), flags, out_flags);

  file->pMethods = code == SQLITE_OK ? &methods : NULL;

  return code;
}

void
failing_vfs_install (void)
{
  static sqlite3_vfs ours;

  if (real != NULL)
    return;

  real = sqlite3_vfs_find (NULL);
  ours = *real;
  ours.zName = "failing";
  ours.szOsFile = (int) sizeof (File) + real->szOsFile;
  ours.xOpen = vfs_open;
  sqlite3_vfs_register (&ours, 1);
}

void
failing_vfs_arm (guint n_calls,
                 int code)
{
  armed = TRUE;
  n_left = n_calls;
  failure = code;
  failed = FALSE;
}

gboolean
failing_vfs_disarm (void)
{
  armed = FALSE;

  return failed;
}
