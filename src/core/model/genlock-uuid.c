/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UUIDs (RFC 9562): random ones, and ones made from content. */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "core/model/genlock-uuid.h"

/* Bytes of a UUID, and of a SHA-1 digest (RFC 3174). */
#define UUID_BYTES 16
#define SHA1_BYTES 20

static gboolean
is_dash (guint i)
{
  return i == 8 || i == 13 || i == 18 || i == 23;
}

gboolean
genlock_uuid_is_canonical (const char *text)
{
  if (text == NULL)
    return FALSE;
  for (guint i = 0; i < GENLOCK_UUID_LENGTH; i++)
    {
      char c = text[i];

      if (is_dash (i) ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
        return FALSE;
    }
  return text[GENLOCK_UUID_LENGTH] == '\0';
}

char *
genlock_uuid_canonicalize (const char *text)
{
  g_autofree char *lower = NULL;
  gsize length;

  if (text == NULL)
    return NULL;

  if (g_ascii_strncasecmp (text, "urn:uuid:", 9) == 0)
    text += 9;
  length = strlen (text);
  if (length == GENLOCK_UUID_LENGTH + 2 && text[0] == '{' && text[length - 1] == '}')
    {
      text++;
      length -= 2;
    }
  if (length != GENLOCK_UUID_LENGTH)
    return NULL;

  lower = g_ascii_strdown (text, GENLOCK_UUID_LENGTH);
  return genlock_uuid_is_canonical (lower) ? g_steal_pointer (&lower) : NULL;
}

char *
genlock_uuid_new (void)
{
  return g_uuid_string_random ();
}

static void
parse_bytes (const char *uuid,
             guint8     *bytes)
{
  guint n_digits = 0;

  for (guint i = 0; i < GENLOCK_UUID_LENGTH; i++)
    {
      if (is_dash (i))
        continue;
      bytes[n_digits / 2] = (guint8) (bytes[n_digits / 2] << 4 | g_ascii_xdigit_value (uuid[i]));
      n_digits++;
    }
}

static char *
print_bytes (const guint8 *bytes)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_malloc (GENLOCK_UUID_LENGTH + 1);
  guint n_digits = 0;

  for (guint i = 0; i < GENLOCK_UUID_LENGTH; i++)
    {
      if (is_dash (i))
        {
          text[i] = '-';
          continue;
        }
      text[i] = digits[n_digits % 2 == 0 ? bytes[n_digits / 2] >> 4 : bytes[n_digits / 2] & 0xf];
      n_digits++;
    }
  text[GENLOCK_UUID_LENGTH] = '\0';
  return text;
}

char *
genlock_uuid_v5 (const char *namespace_id,
                 const char *name,
                 gssize      length)
{
  g_autoptr (GChecksum) sha1 = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 bytes[UUID_BYTES] = { 0 };
  guint8 digest[SHA1_BYTES];
  gsize digest_length = sizeof digest;

  g_return_val_if_fail (genlock_uuid_is_canonical (namespace_id), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  parse_bytes (namespace_id, bytes);
  g_checksum_update (sha1, bytes, sizeof bytes);
  g_checksum_update (sha1, (const guchar *) name, length);
  g_checksum_get_digest (sha1, digest, &digest_length);

  /* RFC 9562 sections 4.1, 4.2 and 5.5: the version, then the variant. */
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  return print_bytes (digest);
}

char *
genlock_uuid_from_parts (const char * const *parts,
                         gsize               n_parts)
{
  g_autoptr (GString) name = g_string_new (NULL);

  g_return_val_if_fail (parts != NULL && n_parts > 0, NULL);

  for (gsize i = 0; i < n_parts; i++)
    {
      g_return_val_if_fail (parts[i] != NULL, NULL);

      if (i > 0)
        g_string_append_c (name, '\0');
      g_string_append (name, parts[i]);
    }
  return genlock_uuid_v5 (GENLOCK_UUID_NAMESPACE, name->str, (gssize) name->len);
}

char *
genlock_uuid_from (const char *first,
                   ...)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  va_list rest;

  va_start (rest, first);
  for (const char *part = first; part != NULL; part = va_arg (rest, const char *))
    g_ptr_array_add (parts, (gpointer) part);
  va_end (rest);
  return genlock_uuid_from_parts ((const char * const *) parts->pdata, parts->len);
}
