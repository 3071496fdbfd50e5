/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels and routes of a router as text, and back. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "import-fixture.h"
#include "interchange/genlock-videohub-write.h"
#include "signal-help.h"

static void
set_up (SignalShow *show)
{
  signal_show_source (show, "SRC 1", "Camera", "", "3G-SDI");
  signal_show_device (show, "RTR", "ROUTER", "3G-SDI|BNC REF|3G-SDI", "3G-SDI|3G-SDI|3G-SDI");
  signal_show_device (show, "REC", "RECORDER", "3G-SDI", "");
  signal_show_send (show, "DST 1", "MONITOR", "", "3G-SDI");
  signal_show_set_text (show, "SRC 1", GENLOCK_SOURCE_LABEL, "SRC 1");
  signal_show_set_text (show, "SRC 1", GENLOCK_SOURCE_NAME, "CAM\n1");
  signal_show_set_text (show, "DST 1", GENLOCK_SEND_LABEL, "DST 1");
  signal_show_set_text (show, "DST 1", GENLOCK_SEND_NAME, "WALL");
  signal_show_connect (show, "V 1", "SRC 1", "RTR:IN 3");
  signal_show_connect (show, "X 1", "RTR:IN 3", "RTR:OUT 1");
  signal_show_connect (show, "V 2", "RTR:OUT 1", "DST 1");
  signal_show_connect (show, "V 3", "RTR:OUT 3", "REC:IN 1");
}

static GString *
print (SignalShow *show,
       const char *device)
{
  g_autofree char *id = signal_id (device);

  return genlock_videohub_print (show->graph, id);
}

/* From 0, without the reference; a line break in a name does not end its line. */
static void
test_print (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GString) text = NULL;

  set_up (show);
  text = print (show, "RTR");
  g_assert_cmpstr (text->str, ==,
                   "VIDEOHUB DEVICE:\n"
                   "Device present: true\n"
                   "Model name: RTR\n"
                   "Friendly name: RTR\n"
                   "Video inputs: 2\n"
                   "Video outputs: 3\n"
                   "\n"
                   "INPUT LABELS:\n"
                   "0 Input 1\n"
                   "1 CAM 1 [SRC 1]\n"
                   "\n"
                   "OUTPUT LABELS:\n"
                   "0 WALL [DST 1]\n"
                   "1 Output 2\n"
                   "2 REC\n"
                   "\n"
                   "VIDEO OUTPUT ROUTING:\n"
                   "0 1\n"
                   "\n");
}

static void
test_no_router (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();

  set_up (show);
  g_assert_null (print (show, "REC"));
  g_assert_null (print (show, "nobody"));
}

static void
test_back (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GString) text = NULL;
  g_autoptr (GenlockImportPlan) plan = NULL;
  GenlockRecord *device;

  set_up (show);
  text = print (show, "RTR");
  plan = import_read_text ("router.txt", text->str);
  g_assert_cmpuint (import_count (plan, &genlock_devices), ==, 1);
  device = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME, "RTR");
  g_assert_cmpstr (genlock_record_get_text (device, GENLOCK_DEVICE_NOTE), ==,
                   "IN 2: CAM 1 [SRC 1]\nOUT 1: WALL [DST 1]\nOUT 3: REC");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/videohub-write/print", test_print);
  g_test_add_func ("/videohub-write/no-router", test_no_router);
  g_test_add_func ("/videohub-write/back", test_back);

  return g_test_run ();
}
