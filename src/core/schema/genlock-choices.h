/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of closed lists, exactly as on the wire and in the database. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

extern const GenlockChoice genlock_statuses[];
extern const GenlockChoice genlock_categories[];
extern const GenlockChoice genlock_io_architectures[];
extern const GenlockChoice genlock_port_types[];
extern const GenlockChoice genlock_scans[];
extern const GenlockChoice genlock_blankings[];
extern const GenlockChoice genlock_node_types[];
extern const GenlockChoice genlock_conflict_kinds[];
extern const GenlockChoice genlock_resolutions[];
extern const GenlockChoice genlock_sync_directions[];
extern const GenlockChoice genlock_sync_statuses[];
extern const GenlockChoice genlock_dirty_kinds[];
extern const GenlockChoice genlock_verbs[];

G_END_DECLS
