/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of closed lists, exactly as on the wire and in the database. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"

const GenlockChoice genlock_statuses[] = {
  { "PLANNING", N_("Planning") },
  { "READY", N_("Ready") },
  { "ACTIVE", N_("Active") },
  { "COMPLETED", N_("Completed") },
  { "ARCHIVED", N_("Archived") },
  { NULL, NULL },
};

const GenlockChoice genlock_categories[] = {
  { "CAMERA", N_("Camera") },
  { "CCU", N_("CCU") },
  { "SWITCHER", N_("Switcher") },
  { "ROUTER", N_("Router") },
  { "LED_PROCESSOR", N_("LED processor") },
  { "LED_TILE", N_("LED tile") },
  { "PROJECTOR", N_("Projector") },
  { "RECORDER", N_("Recorder") },
  { "MONITOR", N_("Monitor") },
  { "CONVERTER", N_("Converter") },
  { "MEDIA_SERVER", N_("Media server") },
  { "COMPUTER", N_("Computer") },
  { "ENCODER", N_("Encoder") },
  { "LENS", N_("Lens") },
  { "OTHER", N_("Other") },
  { NULL, NULL },
};

const GenlockChoice genlock_io_architectures[] = {
  { "DIRECT", N_("Direct") },
  { "CARD_BASED", N_("Card-based") },
  { NULL, NULL },
};

const GenlockChoice genlock_port_types[] = {
  { "INPUT", N_("Input") },
  { "OUTPUT", N_("Output") },
  { NULL, NULL },
};

const GenlockChoice genlock_scans[] = {
  { "P", N_("Progressive") },
  { "I", N_("Interlaced") },
  { "PSF", N_("Segmented frame") },
  { NULL, NULL },
};

const GenlockChoice genlock_blankings[] = {
  { "NONE", N_("None") },
  { "RBv1", N_("Reduced v1") },
  { "RBv2", N_("Reduced v2") },
  { "RBv3", N_("Reduced v3") },
  { NULL, NULL },
};

const GenlockChoice genlock_node_types[] = {
  { "SOURCE", N_("Source") },
  { "DEVICE", N_("Device") },
  { "SEND", N_("Send") },
  { NULL, NULL },
};

const GenlockChoice genlock_conflict_kinds[] = {
  { "FIELD", N_("Both changed") },
  { "DELETE_CHANGED", N_("Deleted here, changed there") },
  { "UPDATE_DELETED", N_("Changed here, deleted there") },
  { "UNIQUE", N_("Both took one place") },
  { "ORPHAN", N_("Its parent is gone") },
  { "RESTORED", N_("Put back after a restore") },
  { NULL, NULL },
};

const GenlockChoice genlock_resolutions[] = {
  { "PENDING", N_("Open") },
  { "CLOUD_WINS", N_("Theirs kept") },
  { "LOCAL_WINS", N_("Mine kept") },
  { "MANUAL", N_("Edited") },
  { NULL, NULL },
};

const GenlockChoice genlock_sync_directions[] = {
  { "UPLOAD", N_("Upload") },
  { "DOWNLOAD", N_("Download") },
  { "BIDIRECTIONAL", N_("Both ways") },
  { NULL, NULL },
};

const GenlockChoice genlock_sync_statuses[] = {
  { "STARTED", N_("Started") },
  { "COMPLETED", N_("Completed") },
  { "FAILED", N_("Failed") },
  { "PARTIAL", N_("Partial") },
  { NULL, NULL },
};

const GenlockChoice genlock_dirty_kinds[] = {
  { "INSERT", N_("Added") },
  { "UPDATE", N_("Changed") },
  { "DELETE", N_("Deleted") },
  { "UNDELETE", N_("Restored") },
  { NULL, NULL },
};

const GenlockChoice genlock_verbs[] = {
  { "ADD", N_("add") },
  { "EDIT", N_("edit") },
  { "DELETE", N_("delete") },
  { "UNDELETE", N_("restore") },
  { "DUPLICATE", N_("duplicate") },
  { "PASTE", N_("paste") },
  { "FILL", N_("fill") },
  { "MOVE", N_("move") },
  { "IMPORT", N_("import") },
  { "ARCHIVE", N_("archive") },
  { "RESOLVE", N_("resolve") },
  { NULL, NULL },
};
