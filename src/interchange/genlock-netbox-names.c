/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What names of NetBox say of ports and devices. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/model/genlock-connector.h"
#include "interchange/genlock-netbox-private.h"

/* Words of a name that say which way a signal goes. */
static const char * const input_words[] = { "IN", "INPUT", "INPUTS", "RX", NULL };
static const char * const output_words[] = { "OUT", "OUTPUT", "OUTPUTS", "TX", NULL };
/* Those that do so where no other does: sockets that only ever send. */
static const char * const sending_words[] = {
  "LOOP", "LOOPTHROUGH", "THRU", "PGM", "PROGRAM", "MULTIVIEW", "MULTIVIEWER", NULL,
};
static const char * const reference_words[] = {
  "REF", "REFERENCE", "GENLOCK", "SYNC", "BLACKBURST", NULL,
};

/* What words make of a socket that can be anything, the first that is there. */
static const struct
{
  const char *word;
  const char *io_type;
} signals[] = {
  { "24G", "24G-SDI" }, { "12G", "12G-SDI" }, { "6G", "6G-SDI" }, { "3G", "3G-SDI" },
  { "HDMI", "HDMI" }, { "DISPLAYPORT", "DP" }, { "DP", "DP" }, { "DVI", "DVI" }, { "VGA", "VGA" },
  { "HDBASET", "HDBaseT" }, { "HDBT", "HDBaseT" }, { "SMPTE", "SMPTE FIBER" },
  { "MADI", "MADI" }, { "TIMECODE", "TIMECODE" }, { "LTC", "TIMECODE" }, { "TC", "TIMECODE" },
  { "WORDCLOCK", "WORD CLOCK" }, { "WORD", "WORD CLOCK" }, { "WCLK", "WORD CLOCK" },
  { "AES", "AES" }, { "COMPOSITE", "COMPOSITE" }, { "CVBS", "COMPOSITE" }, { "ASI", "ASI" },
  { "ANTENNA", "RF" }, { "ANT", "RF" }, { "RF", "RF" }, { "GPS", "RF" },
  { "TALLY", "TALLY" }, { "GPI", "GPI" }, { "GPIO", "GPI" }, { "XLR", "XLR" },
  { "NDI", "NDI" }, { "USB", "USB" }, { "AUDIO", "AUDIO" },
};

/* What NetBox calls sockets, by how the word begins; the first that fits. */
static const struct
{
  const char *type;
  const char *io_type;
} sockets[] = {
  { "lc", "LC" }, { "sc", "SC" }, { "st", "ST" }, { "mpo", "MPO" }, { "usb-c", "USB-C" },
  { "usb", "USB" }, { "8p8c", "NETWORK (RJ45)" }, { "rj-45", "NETWORK (RJ45)" },
  { "rj45", "NETWORK (RJ45)" }, { "hdmi", "HDMI" }, { "displayport", "DP" }, { "dvi", "DVI" },
  { "vga", "VGA" }, { "xlr", "XLR" },
};

/* What carries an interface, by what the word holds; the first that fits. */
static const struct
{
  const char *part;
  const char *io_type;
} carriers[] = {
  { "qsfp", "NETWORK (QSFP28)" }, { "sfp28", "NETWORK (SFP28)" }, { "sfpp", "NETWORK (SFP+)" },
  { "sfp", "NETWORK (SFP)" }, { "base-t", "NETWORK (RJ45)" }, { "base-tx", "NETWORK (RJ45)" },
};

/* Interfaces that no cable ends on. */
static const char * const virtual_types[] = { "virtual", "bridge", "lag", NULL };
static const char * const management_words[] = {
  "MGMT", "MANAGEMENT", "CONTROL", "IDRAC", "ILO", "IPMI", "BMC", NULL,
};

/* What a word in a model's name makes of a device; others are too common to tell. */
static const struct
{
  const char *word;
  const char *category;
} categories[] = {
  { "VIDEOHUB", "ROUTER" }, { "MATRIX", "ROUTER" }, { "CROSSPOINT", "ROUTER" },
  { "ATEM", "SWITCHER" }, { "SWITCHER", "SWITCHER" }, { "CARBONITE", "SWITCHER" },
  { "HYPERDECK", "RECORDER" }, { "RECORDER", "RECORDER" },
  { "MULTIVIEW", "CONVERTER" }, { "MULTIVIEWER", "CONVERTER" }, { "CONVERTER", "CONVERTER" },
  { "TERANEX", "CONVERTER" }, { "DECIMATOR", "CONVERTER" }, { "SCALER", "CONVERTER" },
  { "CAMERA", "CAMERA" }, { "PTZ", "CAMERA" }, { "CCU", "CCU" },
  { "MONITOR", "MONITOR" }, { "SMARTVIEW", "MONITOR" }, { "DISPLAY", "MONITOR" },
  { "PROJECTOR", "PROJECTOR" }, { "ENCODER", "ENCODER" }, { "DECODER", "ENCODER" },
};

static gboolean
is_boundary (const char *at,
             const char *from)
{
  if (at == from)
    return FALSE;
  if (g_ascii_isupper (*at) && g_ascii_islower (at[-1]))
    return TRUE;

  return g_ascii_isupper (*at) && g_ascii_isupper (at[-1]) && g_ascii_islower (at[1]);
}

/* "INPUT1" also as "INPUT", "1SDI" as "SDI"; a rate ("12G") as itself alone. */
static void
add_word (GPtrArray *words,
          const char *from,
          gsize length)
{
  char *word = g_ascii_strup (from, (gssize) length);
  gsize end = length;
  gsize start = 0;

  g_ptr_array_add (words, word);
  while (end > 0 && g_ascii_isdigit (word[end - 1]))
    end--;
  while (start < end && g_ascii_isdigit (word[start]))
    start++;
  if (end - start > 1 && end - start < length)
    g_ptr_array_add (words, g_strndup (word + start, end - start));
}

GPtrArray *
genlock_netbox_split (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *from = NULL;

  for (const char *at = name;; at++)
    {
      gboolean is_word = g_ascii_isalnum (*at);

      if (from != NULL && (!is_word || is_boundary (at, from)))
        {
          add_word (words, from, (gsize) (at - from));
          from = NULL;
        }
      if (is_word && from == NULL)
        from = at;
      if (*at == '\0')
        return words;
    }
}

static gboolean
has (GPtrArray *words,
     const char *word)
{
  return words != NULL && g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

static gboolean
has_any (GPtrArray *words,
         const char * const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (has (words, list[i]))
      return TRUE;

  return FALSE;
}

const char *
genlock_netbox_find_direction (GPtrArray *words)
{
  gboolean is_input = has_any (words, input_words);
  gboolean is_output = has_any (words, output_words);

  if (is_input != is_output)
    return is_input ? "INPUT" : "OUTPUT";
  if (is_input)
    return NULL;
  if (has_any (words, sending_words))
    return "OUTPUT";

  return has_any (words, reference_words) ? "INPUT" : NULL;
}

static const char *
find_signal (GPtrArray *words)
{
  if (has_any (words, reference_words))
    return "BNC REF";
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (has (words, signals[i].word))
      return signals[i].io_type;

  return NULL;
}

/* A rate in the model's name is that of its SDI sockets. */
static const char *
find_rate (GPtrArray *model)
{
  static const char * const rates[] = { "24G", "12G", "6G", "3G" };

  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    if (has (model, rates[i]))
      return genlock_connector_find (rates[i])->name;

  return NULL;
}

static GenlockNetboxConnector
find_bnc (GPtrArray *words,
          GPtrArray *model,
          char **io_type)
{
  const char *signal = find_signal (words);
  const char *rate = find_rate (model);
  gboolean is_sdi = has (words, "SDI");

  if (signal != NULL)
    {
      *io_type = g_strdup (signal);
      return GENLOCK_NETBOX_KNOWN;
    }

  *io_type = g_strdup (is_sdi && rate != NULL ? rate : "SDI");
  if (is_sdi)
    return rate != NULL ? GENLOCK_NETBOX_KNOWN : GENLOCK_NETBOX_SDI;

  return GENLOCK_NETBOX_BNC;
}

static GenlockNetboxConnector
find_socket (GPtrArray *words,
             const char *type,
             char **io_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (carriers) && *io_type == NULL; i++)
    if (strstr (type, carriers[i].part) != NULL)
      *io_type = g_strdup (carriers[i].io_type);
  for (guint i = 0; i < G_N_ELEMENTS (sockets) && *io_type == NULL; i++)
    if (g_str_has_prefix (type, sockets[i].type))
      *io_type = g_strdup (sockets[i].io_type);
  /* A socket of a type that is not known: "jack-trs" of an "AUDIO-IN". */
  if (*io_type == NULL)
    *io_type = g_strdup (find_signal (words));
  if (*io_type != NULL)
    return GENLOCK_NETBOX_KNOWN;

  *io_type = g_strdup ("Unknown");

  return GENLOCK_NETBOX_OTHER;
}

GenlockNetboxConnector
genlock_netbox_find_connector (GPtrArray *words,
                               const char *type,
                               GPtrArray *model,
                               char **io_type)
{
  g_autofree char *lower = g_ascii_strdown (type, -1);
  gboolean is_open = strcmp (lower, "other") == 0 || strcmp (lower, "") == 0;

  *io_type = NULL;
  if (g_strv_contains (virtual_types, lower) || g_str_has_prefix (lower, "ieee802.11"))
    return GENLOCK_NETBOX_NONE;
  if (strcmp (lower, "bnc") == 0 || (is_open && has (words, "SDI")))
    return find_bnc (words, model, io_type);

  /* HDBaseT and the like run over sockets of other trades. */
  if (is_open || g_str_has_prefix (lower, "8p8c") || g_str_has_prefix (lower, "rj"))
    *io_type = g_strdup (find_signal (words));
  if (*io_type != NULL)
    return GENLOCK_NETBOX_KNOWN;
  if (has_any (words, management_words))
    return GENLOCK_NETBOX_NONE;

  return find_socket (words, lower, io_type);
}

const char *
genlock_netbox_find_category (GPtrArray *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (has (words, categories[i].word))
      return categories[i].category;

  return NULL;
}

char *
genlock_netbox_dup_key (const char *text)
{
  GString *key = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isalnum (*at) || *at == '_')
        g_string_append_c (key, g_ascii_tolower (*at));
      else if (key->len > 0 && key->str[key->len - 1] != '-')
        g_string_append_c (key, '-');
    }
  while (key->len > 0 && key->str[key->len - 1] == '-')
    g_string_truncate (key, key->len - 1);
  if (key->len == 0)
    g_string_append (key, "unnamed");

  return g_string_free (key, FALSE);
}
