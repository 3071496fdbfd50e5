/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trade's words: what lists offer, and what older words mean. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockVocabulary:
 * @GENLOCK_VOCABULARY_CONNECTOR: "3G-SDI", "DP 1.2" (see genlock_connector_find ())
 * @GENLOCK_VOCABULARY_SOURCE_TYPE: "Laptop - PC GFX", "Camera"
 * @GENLOCK_VOCABULARY_SEND_TYPE: "VIDEO SWITCH", "LED PROCESSOR"
 * @GENLOCK_VOCABULARY_RATE: "59.94"
 * @GENLOCK_VOCABULARY_RASTER: "1920×1080"
 * @GENLOCK_VOCABULARY_SECONDARY_DEVICE: "BARREL", "HDMI > SDI"
 * @GENLOCK_VOCABULARY_CATEGORY: the categories of equipment, "LED_PROCESSOR"
 *
 * Lists of words that the trade uses but nobody closed (categories are closed). Words are data,
 * not text to translate: they stand in the database and on paper as they are.
 */
typedef enum
{
  GENLOCK_VOCABULARY_CONNECTOR,
  GENLOCK_VOCABULARY_SOURCE_TYPE,
  GENLOCK_VOCABULARY_SEND_TYPE,
  GENLOCK_VOCABULARY_RATE,
  GENLOCK_VOCABULARY_RASTER,
  GENLOCK_VOCABULARY_SECONDARY_DEVICE,
  GENLOCK_VOCABULARY_CATEGORY,
} GenlockVocabulary;

#define GENLOCK_N_VOCABULARIES (GENLOCK_VOCABULARY_CATEGORY + 1)

/**
 * GenlockWord:
 * @word: the canonical word
 * @aliases: (nullable): older or other spellings, separated by "|"
 * @is_offered: whether lists offer it
 */
typedef struct
{
  const char *word;
  const char *aliases;
  gboolean is_offered;
} GenlockWord;

/**
 * genlock_vocabulary_canonical:
 * @vocabulary: a vocabulary
 * @text: (nullable): a word from a person, a file or an older program
 *
 * Words are compared by letters, digits, "+" and ">" alone, without case: "HDMI > Fiber",
 * "hdmi>fibre" and "HDMI  > FIBER" are one. Categories follow the legacy rule that everything
 * ending in "switcher" is a SWITCHER.
 *
 * Returns: (nullable) (transfer none): the canonical word; %NULL when the word is unknown, and
 *   to be kept as it is
 */
const char *        genlock_vocabulary_canonical   (GenlockVocabulary   vocabulary,
                                                    const char         *text);

/**
 * genlock_vocabulary_get_offers:
 * @vocabulary: a vocabulary
 *
 * Returns: (transfer container) (array zero-terminated=1) (element-type utf8): the words to
 *   offer, in the order of the trade; free the array with g_free ()
 */
const char **       genlock_vocabulary_get_offers  (GenlockVocabulary   vocabulary);

/**
 * genlock_vocabulary_category:
 * @text: (nullable): a category of an older list
 *
 * Returns: (transfer none): the category's word, "OTHER" when unknown
 */
const char *        genlock_vocabulary_category    (const char         *text);

/**
 * genlock_vocabulary_split_chain:
 * @text: (nullable): secondary devices in the order of the signal, "USB-C > HDMI > SDI > BARREL"
 *
 * " > " joins devices, and stands inside the names of converters too. A converter's two ends
 * make one device, and two converters may share the end between them: the example has
 * "USB-C > HDMI", "HDMI > SDI" and "BARREL". Unknown words stand for themselves.
 *
 * Returns: (transfer full) (array zero-terminated=1): the devices, at most 64, known ones in
 *   their canonical spelling
 */
char **             genlock_vocabulary_split_chain (const char         *text);

/**
 * genlock_vocabulary_dup_key:
 * @text: a word
 * @length: how many bytes of it, -1 for all
 *
 * Returns: (transfer full) (nullable): what words are compared by: equal for all spellings of one;
 *   %NULL where @text is no word
 */
char               *genlock_vocabulary_dup_key     (const char         *text,
                                                    gssize              length);

/**
 * genlock_vocabulary_get_words:
 * @vocabulary: a vocabulary; connectors have their own table
 * @n_words: (out): how many
 *
 * Returns: (array length=n_words) (nullable) (transfer none): the words with their aliases;
 *   %NULL for connectors
 */
const GenlockWord * genlock_vocabulary_get_words   (GenlockVocabulary   vocabulary,
                                                    gsize              *n_words);

G_END_DECLS
