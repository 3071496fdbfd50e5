/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers for the ids of many rows, small and quick. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/store/genlock-ids.h"

typedef struct
{
  guint64 high;
  guint64 low;
} Uuid;

struct _GenlockIds
{
  GArray *uuids; /* owned (element-type Uuid) */
  guint *slots;  /* owned, nullable: number + 1, 0 = free; made when first asked for */
  guint mask;
  guint turn; /* the number found last */
};

#define FIRST_SIZE 64

GenlockIds *
genlock_ids_new (void)
{
  GenlockIds *ids = g_new0 (GenlockIds, 1);

  ids->uuids = g_array_new (FALSE, FALSE, sizeof (Uuid));

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
parse_loosely (const char *id)
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

/* Sixteen digits at once: each byte becomes its digit, then neighbours are joined. */
static inline guint64
join_digits (const char *digits)
{
  guint64 joined[2];

  memcpy (joined, digits, sizeof joined);
  for (guint i = 0; i < G_N_ELEMENTS (joined); i++)
    {
      guint64 text = GUINT64_FROM_BE (joined[i]);
      guint64 number = (text & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f))
                       + 9 * (text >> 6 & G_GUINT64_CONSTANT (0x0101010101010101));

      number = (number | number >> 4) & G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);
      number = (number | number >> 8) & G_GUINT64_CONSTANT (0x0000ffff0000ffff);
      joined[i] = (number | number >> 16) & G_GUINT64_CONSTANT (0xffffffff);
    }

  return joined[0] << 32 | joined[1];
}

/* RFC 4122, section 3: 8-4-4-4-12 digits */
static Uuid
parse (const char *id)
{
  char digits[32];

  if (strlen (id) != 36 || id[8] != '-' || id[13] != '-' || id[18] != '-' || id[23] != '-')
    return parse_loosely (id);

  memcpy (digits, id, 8);
  memcpy (digits + 8, id + 9, 4);
  memcpy (digits + 12, id + 14, 4);
  memcpy (digits + 16, id + 19, 4);
  memcpy (digits + 20, id + 24, 12);

  return (Uuid) { join_digits (digits), join_digits (digits + 16) };
}

static gboolean
is_uuid (const GenlockIds *ids,
         guint number,
         Uuid uuid)
{
  const Uuid *known = &g_array_index (ids->uuids, Uuid, number);

  return known->high == uuid.high && known->low == uuid.low;
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

static void
make_slots (GenlockIds *ids)
{
  guint size = FIRST_SIZE;

  while (size < (gsize) ids->uuids->len * 2)
    size *= 2;

  ids->slots = g_new0 (guint, size);
  ids->mask = size - 1;

  for (guint number = 0; number < ids->uuids->len; number++)
    take_slot (ids, number);
}

void
genlock_ids_add (GenlockIds *ids,
                 const char *id)
{
  Uuid uuid = parse (id);

  g_array_append_val (ids->uuids, uuid);
  g_clear_pointer (&ids->slots, g_free);
}

/* Rows and their children are mostly stored in the same order: this one or the next, then the table
 * of all is not needed. */
guint
genlock_ids_find (GenlockIds *ids,
                  const char *id)
{
  Uuid uuid = parse (id);

  for (guint number = ids->turn; number < ids->uuids->len && number <= ids->turn + 1; number++)
    if (is_uuid (ids, number, uuid))
      return ids->turn = number;

  if (ids->slots == NULL)
    make_slots (ids);

  for (guint slot = hash (uuid) & ids->mask;
       ids->slots[slot] != 0;
       slot = (slot + 1) & ids->mask)
    if (is_uuid (ids, ids->slots[slot] - 1, uuid))
      return ids->turn = ids->slots[slot] - 1;

  return GENLOCK_IDS_NONE;
}
