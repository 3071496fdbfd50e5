/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers for the ids of many rows, small and quick. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-ids.h"

typedef struct
{
  guint64 high;
  guint64 low;
} Uuid;

struct _GenlockIds
{
  GArray *uuids; /* owned (element-type Uuid) */
  guint *slots;  /* owned: number + 1, 0 = free */
  guint mask;
};

#define FIRST_SIZE 64

GenlockIds *
genlock_ids_new (void)
{
  GenlockIds *ids = g_new0 (GenlockIds, 1);

  ids->uuids = g_array_new (FALSE, FALSE, sizeof (Uuid));
  ids->slots = g_new0 (guint, FIRST_SIZE);
  ids->mask = FIRST_SIZE - 1;

  return ids;
}

void
genlock_ids_free (GenlockIds *ids)
{
  g_array_unref (ids->uuids);
  g_free (ids->slots);
  g_free (ids);
}

/* 0 to 15; letters of either case have bit 6, digits have not. */
static inline guint64
get_digit (char c)
{
  return (guint64) ((c & 15) + (c & 64 ? 9 : 0));
}

/* Whatever stands between the 32 digits does not count. */
static Uuid
parse (const char *id)
{
  Uuid uuid = { 0, 0 };
  guint n = 0;

  for (const char *p = id; *p != '\0' && n < 32; p++)
    {
      if (*p == '-')
        continue;
      if (n++ < 16)
        uuid.high = uuid.high << 4 | get_digit (*p);
      else
        uuid.low = uuid.low << 4 | get_digit (*p);
    }

  return uuid;
}

static guint
hash (Uuid uuid)
{
  return (guint) (((uuid.high ^ uuid.low) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

static void
take_slot (GenlockIds *ids,
           guint number)
{
  guint slot = hash (g_array_index (ids->uuids, Uuid, number)) & ids->mask;

  while (ids->slots[slot] != 0)
    slot = (slot + 1) & ids->mask;

  ids->slots[slot] = number + 1;
}

void
genlock_ids_add (GenlockIds *ids,
                 const char *id)
{
  Uuid uuid = parse (id);

  g_array_append_val (ids->uuids, uuid);

  if (ids->uuids->len * 2 <= ids->mask)
    {
      take_slot (ids, ids->uuids->len - 1);
      return;
    }

  g_free (ids->slots);
  ids->mask = ids->mask * 2 + 1;
  ids->slots = g_new0 (guint, ids->mask + 1);

  for (guint number = 0; number < ids->uuids->len; number++)
    take_slot (ids, number);
}

guint
genlock_ids_find (const GenlockIds *ids,
                  const char *id)
{
  Uuid uuid = parse (id);

  for (guint slot = hash (uuid) & ids->mask;
       ids->slots[slot] != 0;
       slot = (slot + 1) & ids->mask)
    {
      guint number = ids->slots[slot] - 1;
      const Uuid *found = &g_array_index (ids->uuids, Uuid, number);

      if (found->high == uuid.high && found->low == uuid.low)
        return number;
    }

  return GENLOCK_IDS_NONE;
}
