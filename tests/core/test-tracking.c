/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seen and shadow as pure functions: what an edit, a deletion or a pull leaves to be sent. */

#define G_LOG_DOMAIN "test-tracking"

#include "config.h"

#include "core/schema/genlock-devices.h"
#include "core/store/genlock-tracking.h"

static const char random_id[] = "00000001-0000-4000-8000-000000000000";
static const char content_id[] = "00000001-0000-5000-8000-000000000000";

static GenlockRecord *
make (const char *id,
      gint64 version,
      const char *name,
      const char *note)
{
  GenlockRecord *record = genlock_record_new_row (&genlock_devices, id);

  genlock_record_set_text (record, GENLOCK_DEVICE_NAME, name);
  genlock_record_set_text (record, GENLOCK_DEVICE_NOTE, note);
  genlock_record_set_text (record, GENLOCK_DEVICE_CATEGORY, "SWITCHER");
  genlock_record_set_int (record, GENLOCK_META_VERSION, version);
  if (version > 0)
    genlock_record_set_int (record, GENLOCK_META_SEQ, version * 10);

  return record;
}

/* One act of a person; each step is made from the row as the one before left it. */
typedef enum
{
  NAME,
  NOTE,
  DELETE,
  UNDELETE,
  RENEW,
  PULL,
  PULL_DELETED,
  END,
} Act;

typedef struct
{
  Act act;
  const char *text;
} Step;

typedef struct
{
  const char *title;
  const char *id;
  gint64 version;
  gboolean is_dead; /* at the start, on both sides */
  Step steps[8];

  /* What is left: of seen "-" stands for a field that is not in it. */
  GenlockDirtyKind kind;
  const char *seen_name;
  const char *seen_note;
  const char *seen_deleted;
  const char *shadow_name; /* "-": no shadow */

  /* The row as it stands in the end. */
  const char *name;
  const char *note;
  gboolean ends_dead;
} Case;

static const Case cases[] = {
  { "edit", random_id, 1, FALSE, { { NAME, "B" }, { END } },
    GENLOCK_DIRTY_UPDATE, "A", "-", "-", "A", "B", "n", FALSE },
  { "edit two fields", random_id, 1, FALSE, { { NAME, "B" }, { NOTE, "m" }, { END } },
    GENLOCK_DIRTY_UPDATE, "A", "n", "-", "A", "B", "m", FALSE },
  { "edit twice keeps what was seen first", random_id, 1, FALSE,
    { { NAME, "B" }, { NAME, "C" }, { END } },
    GENLOCK_DIRTY_UPDATE, "A", "-", "-", "A", "C", "n", FALSE },
  { "edit back leaves nothing", random_id, 1, FALSE, { { NAME, "B" }, { NAME, "A" }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "A", "n", FALSE },
  { "edit back one of two", random_id, 1, FALSE,
    { { NAME, "B" }, { NOTE, "m" }, { NAME, "A" }, { END } },
    GENLOCK_DIRTY_UPDATE, "-", "n", "-", "A", "A", "m", FALSE },
  { "delete", random_id, 1, FALSE, { { DELETE }, { END } },
    GENLOCK_DIRTY_DELETE, "-", "-", "0", "A", "A", "n", TRUE },
  { "delete after edit keeps what was seen", random_id, 1, FALSE,
    { { NAME, "B" }, { DELETE }, { END } },
    GENLOCK_DIRTY_DELETE, "A", "-", "0", "A", "B", "n", TRUE },
  { "delete and undelete leave nothing", random_id, 1, FALSE,
    { { DELETE }, { UNDELETE }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "A", "n", FALSE },
  { "edit, delete, undelete is the edit", random_id, 1, FALSE,
    { { NAME, "B" }, { DELETE }, { UNDELETE }, { END } },
    GENLOCK_DIRTY_UPDATE, "A", "-", "-", "A", "B", "n", FALSE },
  { "undelete what the server has deleted", random_id, 2, TRUE, { { UNDELETE }, { END } },
    GENLOCK_DIRTY_UNDELETE, "-", "-", "1", "A", "A", "n", FALSE },
  { "undelete and edit", random_id, 2, TRUE, { { UNDELETE }, { NAME, "B" }, { END } },
    GENLOCK_DIRTY_UNDELETE, "A", "-", "1", "A", "B", "n", FALSE },
  { "undelete, edit, delete again", random_id, 2, TRUE,
    { { UNDELETE }, { NAME, "B" }, { DELETE }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "B", "n", TRUE },
  { "a new row needs no entry", random_id, 0, FALSE, { { NAME, "B" }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "B", "n", FALSE },
  { "nor when it goes before a server knew it", random_id, 0, FALSE,
    { { NAME, "B" }, { DELETE }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "B", "n", TRUE },
  { "a row made from content remembers its values", content_id, 0, FALSE,
    { { NAME, "B" }, { END } },
    GENLOCK_DIRTY_INSERT, "A", "-", "-", "-", "B", "n", FALSE },
  { "… and forgets them when they are back", content_id, 0, FALSE,
    { { NAME, "B" }, { NAME, "A" }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "A", "n", FALSE },
  { "… its deletion is nobody's business", content_id, 0, FALSE, { { DELETE }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "A", "n", TRUE },
  { "… edits outlive a deletion", content_id, 0, FALSE,
    { { NAME, "B" }, { DELETE }, { UNDELETE }, { END } },
    GENLOCK_DIRTY_INSERT, "A", "-", "-", "-", "B", "n", FALSE },
  { "… but not its being made anew", content_id, 0, FALSE,
    { { NAME, "B" }, { DELETE }, { RENEW, "A2" }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "A2", "n", FALSE },
  { "made anew over what the server has deleted", content_id, 2, TRUE,
    { { RENEW, "A2" }, { END } },
    GENLOCK_DIRTY_UNDELETE, "A", "-", "1", "A", "A2", "n", FALSE },
  { "pull of a clean row", random_id, 1, FALSE, { { PULL, "S" }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "S", "n", FALSE },
  { "pull under an edit moves the shadow only", random_id, 1, FALSE,
    { { NAME, "B" }, { PULL, "S" }, { END } },
    GENLOCK_DIRTY_UPDATE, "A", "-", "-", "S", "B", "n", FALSE },
  { "pull beside an edit", random_id, 1, FALSE, { { NOTE, "m" }, { PULL, "S" }, { END } },
    GENLOCK_DIRTY_UPDATE, "-", "n", "-", "S", "S", "m", FALSE },
  { "edit back after a pull shows the server's value", random_id, 1, FALSE,
    { { NAME, "B" }, { PULL, "S" }, { NAME, "A" }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "S", "n", FALSE },
  { "an edited row that the server deletes stays", random_id, 1, FALSE,
    { { NAME, "B" }, { PULL_DELETED, "A" }, { END } },
    GENLOCK_DIRTY_UPDATE, "A", "-", "-", "A", "B", "n", FALSE },
  { "… until the edit is taken back", random_id, 1, FALSE,
    { { NAME, "B" }, { PULL_DELETED, "A" }, { NAME, "A" }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "A", "n", TRUE },
  { "a clean row that the server deletes goes", random_id, 1, FALSE,
    { { PULL_DELETED, "A" }, { END } },
    GENLOCK_DIRTY_NONE, "-", "-", "-", "-", "A", "n", TRUE },
  { "a deleted row that the server changes stays deleted", random_id, 1, FALSE,
    { { DELETE }, { PULL, "S" }, { END } },
    GENLOCK_DIRTY_DELETE, "-", "-", "0", "S", "S", "n", TRUE },
  { "both delete", random_id, 1, FALSE, { { DELETE }, { PULL_DELETED, "A" }, { END } },
    GENLOCK_DIRTY_DELETE, "-", "-", "0", "A", "A", "n", TRUE },
};

static GenlockRecord *
make_pulled (const GenlockRecord *row,
             gint64 seq,
             const Step *step)
{
  GenlockRecord *pulled = make (genlock_record_get_id (row), seq / 10, step->text, "n");

  genlock_record_set_int (pulled, GENLOCK_META_SEQ, seq);
  genlock_record_set_bool (pulled, GENLOCK_META_IS_DELETED, step->act == PULL_DELETED);

  return pulled;
}

static void
run_step (GenlockDirty *dirty,
          GenlockRecord **row,
          gint64 seq,
          const Step *step)
{
  GenlockRecord *after = genlock_record_copy (*row);

  switch (step->act)
    {
    case NAME:
    case RENEW:
      genlock_record_set_text (after, GENLOCK_DEVICE_NAME, step->text);
      if (step->act == RENEW)
        genlock_record_set_bool (after, GENLOCK_META_IS_DELETED, FALSE);
      break;

    case NOTE:
      genlock_record_set_text (after, GENLOCK_DEVICE_NOTE, step->text);
      break;

    case DELETE:
    case UNDELETE:
      genlock_record_set_bool (after, GENLOCK_META_IS_DELETED, step->act == DELETE);
      break;

    case PULL:
    case PULL_DELETED:
      {
        g_autoptr (GenlockRecord) pulled = make_pulled (*row, seq, step);

        genlock_tracking_pull (dirty, after, pulled);
        break;
      }

    case END:
      g_assert_not_reached ();
    }

  if (step->act != PULL && step->act != PULL_DELETED)
    genlock_tracking_edit (dirty, *row, after, step->act == RENEW);

  genlock_record_unref (*row);
  *row = after;
}

static void
assert_field (const GenlockRecord *record,
              guint field,
              const char *expected)
{
  if (g_strcmp0 (expected, "-") == 0)
    g_assert_true (record == NULL || genlock_record_is_absent (record, field));
  else if (field == GENLOCK_META_IS_DELETED)
    g_assert_cmpint (genlock_record_get_bool (record, field), ==, *expected == '1');
  else
    g_assert_cmpstr (genlock_record_get_text (record, field), ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  GenlockRecord *row = make (test->id, test->version, "A", "n");
  g_auto (GenlockDirty) dirty = { .kind = GENLOCK_DIRTY_NONE };
  gint64 seq = test->version * 10;

  genlock_record_set_bool (row, GENLOCK_META_IS_DELETED, test->is_dead);
  for (guint i = 0; test->steps[i].act != END; i++)
    run_step (&dirty, &row, ++seq, &test->steps[i]);

  g_assert_cmpint (dirty.kind, ==, test->kind);
  assert_field (dirty.seen, GENLOCK_DEVICE_NAME, test->seen_name);
  assert_field (dirty.seen, GENLOCK_DEVICE_NOTE, test->seen_note);
  assert_field (dirty.seen, GENLOCK_META_IS_DELETED, test->seen_deleted);
  assert_field (dirty.shadow, GENLOCK_DEVICE_NAME, test->shadow_name);
  assert_field (row, GENLOCK_DEVICE_NAME, test->name);
  assert_field (row, GENLOCK_DEVICE_NOTE, test->note);
  g_assert_cmpint (genlock_record_get_bool (row, GENLOCK_META_IS_DELETED), ==, test->ends_dead);
  if (dirty.kind == GENLOCK_DIRTY_NONE)
    {
      g_assert_null (dirty.seen);
      g_assert_null (dirty.shadow);
    }
  genlock_record_unref (row);
}

static void
test_late_pull (void)
{
  g_autoptr (GenlockRecord) row = make (random_id, 5, "A", "n");
  g_autoptr (GenlockRecord) late = make (random_id, 4, "Z", "z");
  g_auto (GenlockDirty) dirty = { .kind = GENLOCK_DIRTY_NONE };

  g_assert_false (genlock_tracking_pull (&dirty, row, late));
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_DEVICE_NAME), ==, "A");
  g_assert_cmpint (genlock_record_get_int (row, GENLOCK_META_VERSION), ==, 5);
}

static void
test_shadow_is_whole (void)
{
  g_autoptr (GenlockRecord) before = make (random_id, 5, "A", "n");
  g_autoptr (GenlockRecord) after = genlock_record_copy (before);
  g_auto (GenlockDirty) dirty = { .kind = GENLOCK_DIRTY_NONE };

  genlock_record_set_text (after, GENLOCK_DEVICE_NAME, "B");
  g_assert_false (genlock_tracking_edit (&dirty, before, after, FALSE));
  g_assert_true (genlock_record_equal (dirty.shadow, before));
  g_assert_cmpint (dirty.shadow_seq, ==, 50);
}

/* Null is a value that can be seen, and is not the same as "". */
static void
test_null (void)
{
  g_autoptr (GenlockRecord) before = make (random_id, 1, "A", NULL);
  g_autoptr (GenlockRecord) after = genlock_record_copy (before);
  g_autoptr (GenlockRecord) empty = genlock_record_copy (before);
  g_auto (GenlockDirty) dirty = { .kind = GENLOCK_DIRTY_NONE };

  genlock_record_set_text (after, GENLOCK_DEVICE_NOTE, "x");
  genlock_tracking_edit (&dirty, before, after, FALSE);
  g_assert_false (genlock_record_is_absent (dirty.seen, GENLOCK_DEVICE_NOTE));
  g_assert_false (genlock_record_has (dirty.seen, GENLOCK_DEVICE_NOTE));

  genlock_record_set_text (empty, GENLOCK_DEVICE_NOTE, "");
  genlock_tracking_edit (&dirty, after, empty, FALSE);
  g_assert_cmpint (dirty.kind, ==, GENLOCK_DIRTY_UPDATE);
  genlock_tracking_edit (&dirty, empty, before, FALSE);
  g_assert_cmpint (dirty.kind, ==, GENLOCK_DIRTY_NONE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/tracking/%s", cases[i].title);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/tracking/late-pull", test_late_pull);
  g_test_add_func ("/tracking/shadow-is-whole", test_shadow_is_whole);
  g_test_add_func ("/tracking/null", test_null);

  return g_test_run ();
}
