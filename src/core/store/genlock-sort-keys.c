/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting 100,000 rows by one value each, faster than a database does it. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/store/genlock-sort-keys.h"

#define SIGN_BIT (G_GUINT64_CONSTANT (1) << 63)
#define N_BYTES 256

/* Fewer are sorted by comparing them. */
#define FEW_ENTRIES 128

/* @head: the first eight bytes, ordered as the keys are */
typedef struct
{
  guint64 head;
  guint row;
} Entry;

/* Where a text key lies in the bytes; of numbers and of none nothing. */
typedef struct
{
  gsize offset;
  gsize length;
} Extent;

struct _GenlockSortKeys
{
  guint n_rows;
  GByteArray *bytes; /* owned */
  Extent *extents;   /* owned, nullable: only for text */
  guint64 *heads;    /* owned */
  gboolean *has;     /* owned */
};

GenlockSortKeys *
genlock_sort_keys_new (guint n_rows)
{
  GenlockSortKeys *keys = g_new0 (GenlockSortKeys, 1);

  keys->n_rows = n_rows;
  keys->heads = g_new0 (guint64, n_rows);
  keys->has = g_new0 (gboolean, n_rows);

  return keys;
}

void
genlock_sort_keys_free (GenlockSortKeys *keys)
{
  g_clear_pointer (&keys->bytes, g_byte_array_unref);
  g_free (keys->extents);
  g_free (keys->heads);
  g_free (keys->has);
  g_free (keys);
}

void
genlock_sort_keys_set_int (GenlockSortKeys *keys,
                           guint row,
                           gint64 integer)
{
  keys->heads[row] = (guint64) integer ^ SIGN_BIT;
  keys->has[row] = TRUE;
}

void
genlock_sort_keys_set_real (GenlockSortKeys *keys,
                            guint row,
                            double real)
{
  double positive_zero = real + 0.0;
  guint64 bits;

  /* IEEE 754: magnitudes are ordered as integers are; negative ones the other way round. */
  memcpy (&bits, &positive_zero, sizeof bits);
  keys->heads[row] = (bits & SIGN_BIT) != 0 ? ~bits : bits | SIGN_BIT;
  keys->has[row] = TRUE;
}

void
genlock_sort_keys_unset (GenlockSortKeys *keys,
                         guint row)
{
  keys->has[row] = FALSE;
}

void
genlock_sort_keys_set_bytes (GenlockSortKeys *keys,
                             guint row,
                             const void *bytes,
                             gsize length)
{
  if (keys->bytes == NULL)
    {
      keys->bytes = g_byte_array_new ();
      keys->extents = g_new0 (Extent, keys->n_rows);
    }

  keys->extents[row].offset = keys->bytes->len;
  keys->extents[row].length = length;
  g_byte_array_append (keys->bytes, bytes, (guint) length);
  keys->has[row] = TRUE;
}

/* One pass of the radix sort, by byte @shift / 8; FALSE where all have the same byte there. */
static gboolean
sort_pass (const Entry *from,
           Entry *to,
           guint n,
           guint shift)
{
  guint places[N_BYTES] = { 0 };
  guint at = 0;

  for (guint i = 0; i < n; i++)
    places[from[i].head >> shift & 0xff]++;

  if (places[from[0].head >> shift & 0xff] == n)
    return FALSE;

  for (guint byte = 0; byte < N_BYTES; byte++)
    {
      guint count = places[byte];

      places[byte] = at;
      at += count;
    }

  for (guint i = 0; i < n; i++)
    to[places[from[i].head >> shift & 0xff]++] = from[i];

  return TRUE;
}

static void
sort_heads (Entry *entries,
            guint n)
{
  g_autofree Entry *spare = g_new (Entry, n);
  Entry *from = entries;
  Entry *to = spare;

  for (guint shift = 0; n > 1 && shift < 64; shift += 8)
    if (sort_pass (from, to, n, shift))
      {
        Entry *swap = from;

        from = to;
        to = swap;
      }

  if (from != entries)
    memcpy (entries, from, n * sizeof (Entry));
}

/* Of two text keys with equal heads. */
static int
compare_text (gconstpointer a,
              gconstpointer b,
              gpointer user_data)
{
  const GenlockSortKeys *keys = user_data;
  const Entry *first = a;
  const Entry *second = b;
  Extent one = keys->extents[first->row];
  Extent two = keys->extents[second->row];
  int order = memcmp (keys->bytes->data + one.offset, keys->bytes->data + two.offset,
                      MIN (one.length, two.length));

  if (order == 0)
    order = (one.length > two.length) - (one.length < two.length);

  return order;
}

static int
compare_ascending (gconstpointer a,
                   gconstpointer b,
                   gpointer user_data)
{
  int order = compare_text (a, b, user_data);

  return order != 0 ? order : ((const Entry *) a)->row < ((const Entry *) b)->row ? -1 : 1;
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b,
                    gpointer user_data)
{
  int order = compare_text (b, a, user_data);

  return order != 0 ? order : ((const Entry *) a)->row < ((const Entry *) b)->row ? -1 : 1;
}

/* How many bytes the text keys of @entries begin with in common; @equal: whether that is all. */
static gsize
find_common (GenlockSortKeys *keys,
             const Entry *entries,
             guint n,
             gboolean *equal)
{
  Extent first = keys->extents[entries[0].row];
  gsize common = first.length;

  *equal = TRUE;

  for (guint i = 1; i < n && (common > 0 || *equal); i++)
    {
      Extent extent = keys->extents[entries[i].row];
      gsize most = MIN (common, extent.length);
      gsize same = 0;

      while (same < most
             && keys->bytes->data[first.offset + same] == keys->bytes->data[extent.offset + same])
        same++;

      common = same;
      *equal &= same == first.length && same == extent.length;
    }

  return common;
}

/* Takes what all have in common off the text keys, and the next eight bytes as their heads; FALSE
 * where nothing is left to tell them apart. */
static gboolean
take_heads (GenlockSortKeys *keys,
            Entry *entries,
            guint n,
            gboolean descending)
{
  gboolean equal;
  gsize common = find_common (keys, entries, n, &equal);

  if (equal)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      Extent *extent = &keys->extents[entries[i].row];
      guint8 head[8] = { 0 };
      guint64 number;

      extent->offset += common;
      extent->length -= common;
      memcpy (head, keys->bytes->data + extent->offset, MIN (extent->length, sizeof head));
      memcpy (&number, head, sizeof number);
      number = GUINT64_FROM_BE (number);
      entries[i].head = descending ? ~number : number;
    }

  return TRUE;
}

/* By their heads, then each run with the same head by what follows: the heads of a run stand
 * behind all that it has in common, so that two or three rounds do for what people write. */
static void
sort_text (GenlockSortKeys *keys,
           Entry *entries,
           guint n,
           gboolean descending)
{
  guint start = 0;

  if (n > FEW_ENTRIES)
    {
      if (!take_heads (keys, entries, n, descending))
        return;

      sort_heads (entries, n);
    }

  if (n <= FEW_ENTRIES || entries[0].head == entries[n - 1].head)
    {
      qsort_r (entries, n, sizeof (Entry), descending ? compare_descending : compare_ascending,
               keys);
      return;
    }

  for (guint end = 1; end <= n; end++)
    {
      if (end < n && entries[end].head == entries[start].head)
        continue;

      if (end - start > 1)
        sort_text (keys, entries + start, end - start, descending);

      start = end;
    }
}

guint *
genlock_sort_keys_sort (GenlockSortKeys *keys,
                        gboolean descending)
{
  guint *order = g_new (guint, keys->n_rows + 1); /* of no rows too it is an array */
  g_autofree Entry *entries = g_new (Entry, keys->n_rows);
  Extent *extents = keys->extents;
  guint n = 0;
  guint n_without = 0;

  for (guint row = 0; row < keys->n_rows; row++)
    if (keys->has[row])
      {
        entries[n].head = descending ? ~keys->heads[row] : keys->heads[row];
        entries[n++].row = row;
      }

  if (keys->bytes != NULL)
    {
      /* They are shortened on the way. */
      keys->extents = g_memdup2 (extents, keys->n_rows * sizeof (Extent));
      sort_text (keys, entries, n, descending);
      g_free (keys->extents);
      keys->extents = extents;
    }
  else
    {
      sort_heads (entries, n);
    }

  for (guint i = 0; i < n; i++)
    order[i] = entries[i].row;

  for (guint row = 0; row < keys->n_rows; row++)
    if (!keys->has[row])
      order[n + n_without++] = row;

  return order;
}
