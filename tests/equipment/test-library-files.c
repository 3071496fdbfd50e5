/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader of the library refuses, and that it says where it stands. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "equipment/genlock-library.h"
#include "temp-dir.h"

/* A frame with a card, without a fault. "@" in a case below is put in its place. */
#define FRAME \
  "'id':'acme/frame','revision':1,'category':'ROUTER','model':'Frame'," \
  "'ioArchitecture':'CARD_BASED','sources':['manual']"
#define DIRECT \
  "'id':'acme/box','revision':1,'category':'CONVERTER','model':'Box'," \
  "'ioArchitecture':'DIRECT','sources':['manual']"
#define PORTS "'ports':[{'portType':'INPUT','ioType':'12G-SDI','labels':'IN [1-4]'}]"
#define CARD(id, family, ports) \
  "{'id':'acme/" id "','revision':1,'model':'" id "','families':['" family "']," \
  "'sources':['manual'],'ports':[" ports "]}"
#define IN4 "{'portType':'INPUT','ioType':'12G-SDI','labels':'IN [1-4]'}"
#define OUT4 "{'portType':'OUTPUT','ioType':'12G-SDI','labels':'OUT [1-4]'}"
#define CARDS "[" CARD ("in", "in", IN4) "," CARD ("out", "out", OUT4) "," \
  CARD ("both", "in", IN4 "," OUT4) "]"
#define SLOTS \
  "'cardSlots':4,'slots':[{'slot':1,'to':2,'families':['in'],'direction':'INPUT'}," \
  "{'slot':3,'to':4,'families':['out','in'],'direction':'OUTPUT'}]"

typedef struct
{
  const char *name;
  const char *device; /* members of one device; " stands as ' */
  const char *place; /* NULL: no problem at all */
  const char *words; /* part of the message */
} Case;

static const Case cases[] = {
  { "direct", DIRECT "," PORTS, NULL, NULL },
  { "frame", FRAME "," SLOTS ",'placed':[{'slot':1,'to':2,'card':'acme/in'}]", NULL, NULL },
  { "unknown-io-type",
    DIRECT ",'ports':[{'portType':'INPUT','ioType':'13G-SDI','label':'A'}]",
    "ports[0].ioType", "no connector" },
  { "alias-of-io-type",
    DIRECT ",'ports':[{'portType':'INPUT','ioType':'DisplayPort 1.2','label':'A'}]",
    "ports[0].ioType", "“DP 1.2”" },
  { "port-type",
    DIRECT ",'ports':[{'portType':'input','ioType':'HDMI','label':'A'}]",
    "ports[0].portType", "neither INPUT nor OUTPUT" },
  { "pattern", DIRECT ",'ports':[{'portType':'INPUT','ioType':'HDMI','labels':'A [1-'}]",
    "ports[0].labels", "A [1-" },
  { "two-labels",
    DIRECT ",'ports':[{'portType':'INPUT','ioType':'HDMI','label':'A','labels':'B'}]",
    "ports[0].label", "either" },
  { "no-label", DIRECT ",'ports':[{'portType':'INPUT','ioType':'HDMI'}]",
    "ports[0].label", "either" },
  { "same-label",
    DIRECT ",'ports':[{'portType':'INPUT','ioType':'HDMI','label':'IN 2'},"
    "{'portType':'INPUT','ioType':'SDI','labels':'IN [1-2]'}]",
    "ports", "share a label" },
  { "count", DIRECT ",'ports':[{'portType':'INPUT','ioType':'HDMI','labels':'A [1-3]','count':4}]",
    "ports[0].count", "3 labels" },
  { "too-many-labels",
    DIRECT ",'ports':[{'portType':'INPUT','ioType':'HDMI','labels':'A [1-4097]'}]",
    "ports[0].labels", "4096" },
  { "too-many-ports",
    DIRECT ",'ports':[{'portType':'INPUT','ioType':'HDMI','labels':'A [1-4000]'},"
    "{'portType':'OUTPUT','ioType':'HDMI','labels':'A [1-97]'}]",
    "ports", "4097" },
  { "no-ports", DIRECT, "ports", "missing" },
  { "unknown-key", DIRECT "," PORTS ",'colour':'blue'", "colour", "not known" },
  { "category",
    "'id':'acme/box','revision':1,'category':'TOASTER','model':'Box','ioArchitecture':'DIRECT',"
    "'sources':['manual']," PORTS,
    "category", "TOASTER" },
  { "revision",
    "'id':'acme/box','revision':0,'category':'ROUTER','model':'Box','ioArchitecture':'DIRECT',"
    "'sources':['manual']," PORTS,
    "revision", "1 to 9999" },
  { "no-sources",
    "'id':'acme/box','revision':1,'category':'ROUTER','model':'Box','ioArchitecture':'DIRECT',"
    "'sources':[]," PORTS,
    "sources", "empty" },
  { "id-of-another-maker",
    "'id':'emca/box','revision':1,'category':'ROUTER','model':'Box','ioArchitecture':'DIRECT',"
    "'sources':['manual']," PORTS,
    "id", "name of the file" },
  { "id-form",
    "'id':'acme/Box 1','revision':1,'category':'ROUTER','model':'Box','ioArchitecture':'DIRECT',"
    "'sources':['manual']," PORTS,
    "id", "form maker/model" },
  { "direct-with-slots", DIRECT "," PORTS ",'cardSlots':4", "ioArchitecture", "no slots" },
  { "no-slots", FRAME, "cardSlots", "missing" },
  { "slots-0", FRAME ",'cardSlots':0", "cardSlots", "is 0" },
  { "slots-65", FRAME ",'cardSlots':65", "cardSlots", "is 65" },
  { "slots-negative", FRAME ",'cardSlots':-1", "cardSlots", "is -1" },
  { "slot-0", FRAME ",'cardSlots':2,'slots':[{'slot':0,'families':['in'],'direction':'EITHER'}]",
    "slots[0].slot", "is 0" },
  { "slot-beyond",
    FRAME ",'cardSlots':2,'slots':[{'slot':1,'to':3,'families':['in'],'direction':'EITHER'}]",
    "slots[0].to", "is 3" },
  { "slot-backwards",
    FRAME ",'cardSlots':2,'slots':[{'slot':2,'to':1,'families':['in'],'direction':'EITHER'}]",
    "slots[0].to", "2 to 2" },
  { "slot-twice",
    FRAME ",'cardSlots':2,'slots':[{'slot':1,'to':2,'families':['in'],'direction':'EITHER'},"
    "{'slot':2,'families':['in'],'direction':'EITHER'}]",
    "slots[1].slot", "slot 2 stands twice" },
  { "slot-not-described",
    FRAME ",'cardSlots':3,'slots':[{'slot':1,'families':['in'],'direction':'EITHER'}]",
    "slots", "2, 3" },
  { "slot-direction",
    FRAME ",'cardSlots':1,'slots':[{'slot':1,'families':['in'],'direction':'BOTH'}]",
    "slots[0].direction", "BOTH" },
  { "slot-without-family",
    FRAME ",'cardSlots':1,'slots':[{'slot':1,'families':[],'direction':'INPUT'}]",
    "slots[0].families", "empty" },
  { "empty-slot",
    FRAME ",'cardSlots':1,'slots':[{'slot':1,'families':['in'],'direction':'INPUT',"
    "'mayBeEmpty':false}]",
    "placed", "slot 1 may not be empty" },
  { "two-cards-in-a-slot",
    FRAME "," SLOTS ",'placed':[{'slot':1,'card':'acme/in'},{'slot':1,'card':'acme/in'}]",
    "placed[1].slot", "slot 1 stands twice" },
  { "card-in-slot-65", FRAME "," SLOTS ",'placed':[{'slot':65,'card':'acme/in'}]",
    "placed[0].slot", "is 65" },
  { "unknown-card", FRAME "," SLOTS ",'placed':[{'slot':1,'card':'acme/none'}]",
    "placed", "acme/none" },
  { "family", FRAME "," SLOTS ",'placed':[{'slot':1,'card':'acme/out'}]", "placed", "family" },
  { "direction-of-input", FRAME "," SLOTS ",'placed':[{'slot':1,'card':'acme/both'}]",
    "placed", "direction" },
  { "direction-of-output", FRAME "," SLOTS ",'placed':[{'slot':3,'card':'acme/in'}]",
    "placed", "direction" },
  { "own-detail", DIRECT "," PORTS ",'details':{'library':1}", "details", "library" },
  { "null", DIRECT "," PORTS ",'deviceFormats':null", "deviceFormats", "null" },
};

/* Writes a file in which ' stands for ". */
static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
}

static GenlockLibrary *
read_text (const char *folder,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  GenlockLibrary *library;

  write_file (folder, "acme.json", text);
  library = genlock_library_new (folder, &error);
  g_assert_no_error (error);

  return library;
}

static void
test_case (TempDir *dir,
           gconstpointer data)
{
  const Case *this = data;
  g_autofree char *text = g_strdup_printf ("{'version':1,'manufacturer':'Acme','devices':[{%s}],"
                                           "'cards':%s}", this->device, CARDS);
  g_autoptr (GenlockLibrary) library = read_text (dir->path, text);
  const GPtrArray *problems = genlock_library_get_problems (library);
  const GenlockLibraryProblem *problem;

  g_assert_cmpuint (genlock_library_get_cards (library)->len, ==, 3);
  g_assert_cmpuint (genlock_library_get_devices (library)->len, ==, this->place == NULL);
  g_assert_cmpint (problems->len > 0, ==, this->place != NULL);
  if (this->place != NULL)
    {
      problem = problems->pdata[0];
      g_assert_cmpstr (problem->file, ==, "acme.json");
      g_assert_cmpstr (problem->place, ==, this->place);
      g_assert_nonnull (problem->entry);
      if (strstr (problem->message, this->words) == NULL)
        g_error ("“%s” does not say “%s”", problem->message, this->words);
    }
}

typedef struct
{
  const char *text;
  const char *place;
  const char *words;
} FileCase;

/* Faults that are not of one entry. */
static const FileCase file_cases[] = {
  { "{'version':1", NULL, "line 1" },
  { "[]", NULL, "no JSON object" },
  { "{'version':2,'manufacturer':'Acme'}", "version", "is 2" },
  { "{'version':1}", "manufacturer", "missing" },
  { "{'version':1,'manufacturer':'Acme','version':1}", NULL, "twice" },
  { "{'version':1,'manufacturer':'Acme','devices':[1]}", "devices[0]", "no object" },
  { "{'version':1,'manufacturer':'Acme','devices':{}}", "devices", "no list" },
  { "{'version':1,'manufacturer':'Acme','gear':[]}", "gear", "not known" },
};

static void
test_files (TempDir *dir,
            gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      g_autoptr (GenlockLibrary) library = read_text (dir->path, file_cases[i].text);
      const GPtrArray *problems = genlock_library_get_problems (library);
      const GenlockLibraryProblem *problem;

      g_assert_cmpuint (problems->len, ==, 1);
      problem = problems->pdata[0];
      g_assert_cmpstr (problem->file, ==, "acme.json");
      g_assert_null (problem->entry);
      g_assert_cmpstr (problem->place, ==, file_cases[i].place);
      g_assert_nonnull (strstr (problem->message, file_cases[i].words));
    }
}

/* One bad entry costs the others nothing; ids and models stand once, in all files together. */
static void
test_duplicates (TempDir *dir,
                 gconstpointer data)
{
  g_autoptr (GenlockLibrary) library = NULL;
  const GPtrArray *problems;

  write_file (dir->path, "notes.txt", "no library");
  library = read_text (dir->path, "{'version':1,'manufacturer':'Acme','devices':["
                       "{" DIRECT "," PORTS "},{" DIRECT "," PORTS "},"
                       "{'id':'acme/box-2','revision':1,'category':'ROUTER','model':'BOX',"
                       "'ioArchitecture':'DIRECT','sources':['manual']," PORTS "},"
                       "{'id':'acme/other','revision':1,'category':'ROUTER','model':'Other',"
                       "'ioArchitecture':'DIRECT','sources':['manual']," PORTS "}]}");
  problems = genlock_library_get_problems (library);
  g_assert_cmpuint (genlock_library_get_devices (library)->len, ==, 2);
  g_assert_nonnull (genlock_library_find_device (library, "acme/other"));
  g_assert_null (genlock_library_find_device (library, "acme/box-2"));
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpstr (((GenlockLibraryProblem *) problems->pdata[0])->entry, ==, "acme/box");
  g_assert_cmpstr (((GenlockLibraryProblem *) problems->pdata[0])->place, ==, "id");
  g_assert_cmpstr (((GenlockLibraryProblem *) problems->pdata[1])->entry, ==, "acme/box-2");
  g_assert_cmpstr (((GenlockLibraryProblem *) problems->pdata[1])->place, ==, "model");
}

/* Cuts, doubles or changes a few bytes. */
static void
damage (GString *text)
{
  static const char bytes[] = "\"{}[],:0129-.eE \\u\n\xc3\xff";

  for (int n = g_test_rand_int_range (1, 4); n > 0 && text->len > 0; n--)
    {
      gsize at = g_test_rand_int_range (0, (int) text->len);
      gsize length = (gsize) g_test_rand_int_range (1, 40);
      g_autofree char *part = NULL;

      length = MIN (length, text->len - at);
      part = g_strndup (text->str + at, length);

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          g_string_erase (text, at, length);
          break;

        case 1:
          g_string_insert_len (text, g_test_rand_int_range (0, (int) text->len), part, length);
          break;

        default:
          text->str[at] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
          break;
        }
    }
}

/* Whatever stands in a file, the reader says something or has sound devices, and never falls. */
static void
test_damaged (TempDir *dir,
              gconstpointer data)
{
  g_autofree char *folder = genlock_library_find_folder ();
  g_autofree char *shipped = g_build_filename (folder, "barco.json", NULL);
  g_autofree char *path = g_build_filename (dir->path, "barco.json", NULL);
  g_autofree char *sound = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (shipped, &sound, &length, NULL));
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) text = g_string_new_len (sound, length);
      g_autoptr (GenlockLibrary) library = NULL;
      const GPtrArray *devices;

      damage (text);
      g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
      library = genlock_library_new (dir->path, NULL);
      devices = genlock_library_get_devices (library);
      g_assert_cmpuint (devices->len + genlock_library_get_problems (library)->len, >, 0);
      for (guint j = 0; j < devices->len; j++)
        genlock_record_unref (genlock_library_expand (library, devices->pdata[j]));
    }
}

static void
test_no_folder (TempDir *dir,
                gconstpointer data)
{
  g_autofree char *missing = g_build_filename (dir->path, "none", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (genlock_library_new (missing, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/library-files/entry/", cases[i].name, NULL);

      g_test_add (path, TempDir, &cases[i], temp_dir_set_up, test_case, temp_dir_tear_down);
    }
  temp_dir_test ("/library-files/files", test_files);
  temp_dir_test ("/library-files/duplicates", test_duplicates);
  temp_dir_test ("/library-files/damaged", test_damaged);
  temp_dir_test ("/library-files/no-folder", test_no_folder);

  return g_test_run ();
}
