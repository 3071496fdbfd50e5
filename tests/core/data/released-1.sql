-- SPDX-FileCopyrightText: 2026 The Genlock authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A database of version 1 as genlockctl made it: rows in every table, steps to undo, unsent changes. Frozen.
PRAGMA application_id = 1196313675;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE productions (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  client TEXT NOT NULL,
  show_name TEXT NOT NULL,
  venue TEXT,
  room TEXT,
  load_in TEXT,
  load_out TEXT,
  show_info_url TEXT,
  status TEXT NOT NULL DEFAULT 'PLANNING' CHECK (status = 'PLANNING' OR status = 'READY' OR status = 'ACTIVE' OR status = 'COMPLETED' OR status = 'ARCHIVED'),
  locked_by TEXT,
  lock_reason TEXT
) STRICT;
INSERT INTO productions VALUES('1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','2026-11-22T17:44:36.685Z','2026-11-22T17:44:39.976Z',NULL,'Ana@foh',0,NULL,2,4,'ACME','Kick-off „Größe“','Hall 2','A','2026-02-01T00:00:00.000Z','2026-02-03T00:00:00.000Z',NULL,'READY',NULL,NULL);
INSERT INTO productions VALUES('be7327d6-2d31-43bf-a868-542b000c19a0','2026-11-22T17:44:36.908Z','2026-11-22T17:44:40.609Z',NULL,'Ana@foh',1,NULL,0,NULL,'ACME','Rehearsal',NULL,NULL,NULL,NULL,NULL,'PLANNING',NULL,NULL);
CREATE TABLE equipment_specs (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  category TEXT NOT NULL CHECK (category = 'CAMERA' OR category = 'CCU' OR category = 'SWITCHER' OR category = 'ROUTER' OR category = 'LED_PROCESSOR' OR category = 'LED_TILE' OR category = 'PROJECTOR' OR category = 'RECORDER' OR category = 'MONITOR' OR category = 'CONVERTER' OR category = 'MEDIA_SERVER' OR category = 'COMPUTER' OR category = 'ENCODER' OR category = 'LENS' OR category = 'OTHER'),
  manufacturer TEXT NOT NULL,
  model TEXT NOT NULL,
  io_architecture TEXT NOT NULL DEFAULT 'DIRECT' CHECK (io_architecture = 'DIRECT' OR io_architecture = 'CARD_BASED'),
  card_slots INTEGER,
  format_by_io INTEGER NOT NULL DEFAULT 1 CHECK (format_by_io IN (0, 1)),
  is_secondary_device INTEGER NOT NULL DEFAULT 0 CHECK (is_secondary_device IN (0, 1)),
  device_formats TEXT,
  specs TEXT
) STRICT;
INSERT INTO equipment_specs VALUES('34d7fe62-aaa6-4b48-85be-8d9afe1b4e44','2026-11-22T17:44:37.126Z','2026-11-22T17:44:37.126Z',NULL,'Ana@foh',0,NULL,0,NULL,'CAMERA','Lumina','LC-4','DIRECT',NULL,1,0,'["1080p59.94"]','{"power_w":35}');
INSERT INTO equipment_specs VALUES('acc8601d-2f27-41a5-8e13-e64c7d105e5d','2026-11-22T17:44:37.334Z','2026-11-22T17:44:37.334Z',NULL,'Ana@foh',0,NULL,0,NULL,'SWITCHER','Varo','Frame 8','CARD_BASED',8,1,0,NULL,NULL);
CREATE TABLE equipment_io_ports (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  equipment_id TEXT NOT NULL REFERENCES equipment_specs (id) DEFERRABLE INITIALLY DEFERRED,
  port_type TEXT NOT NULL CHECK (port_type = 'INPUT' OR port_type = 'OUTPUT'),
  io_type TEXT NOT NULL,
  label TEXT,
  format TEXT,
  port_index INTEGER
) STRICT;
INSERT INTO equipment_io_ports VALUES('f5bd89bf-8488-4575-b88b-c009d8ee86fa','2026-11-22T17:44:37.126Z','2026-11-22T17:44:37.126Z',NULL,'Ana@foh',0,NULL,0,NULL,'34d7fe62-aaa6-4b48-85be-8d9afe1b4e44','OUTPUT','12G-SDI','SDI 1',NULL,1);
INSERT INTO equipment_io_ports VALUES('700b9f09-0e9a-480b-bf50-365027fecdc4','2026-11-22T17:44:37.126Z','2026-11-22T17:44:37.126Z',NULL,'Ana@foh',0,NULL,0,NULL,'34d7fe62-aaa6-4b48-85be-8d9afe1b4e44','INPUT','Reference (BNC)','REF',NULL,2);
CREATE TABLE equipment_cards (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  equipment_id TEXT NOT NULL REFERENCES equipment_specs (id) DEFERRABLE INITIALLY DEFERRED,
  slot_number INTEGER,
  label TEXT
) STRICT;
INSERT INTO equipment_cards VALUES('fede1d95-b2ba-4b22-875c-d1334344f0f8','2026-11-22T17:44:37.334Z','2026-11-22T17:44:37.334Z',NULL,'Ana@foh',0,NULL,0,NULL,'acc8601d-2f27-41a5-8e13-e64c7d105e5d',1,'In');
INSERT INTO equipment_cards VALUES('08c92055-cbdb-4d79-8aca-461eda51dee6','2026-11-22T17:44:37.334Z','2026-11-22T17:44:37.334Z',NULL,'Ana@foh',0,NULL,0,NULL,'acc8601d-2f27-41a5-8e13-e64c7d105e5d',2,'Out');
CREATE TABLE equipment_card_io (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  card_id TEXT NOT NULL REFERENCES equipment_cards (id) DEFERRABLE INITIALLY DEFERRED,
  port_type TEXT NOT NULL CHECK (port_type = 'INPUT' OR port_type = 'OUTPUT'),
  io_type TEXT NOT NULL,
  label TEXT,
  format TEXT,
  port_index INTEGER
) STRICT;
INSERT INTO equipment_card_io VALUES('88614d88-9b4e-4f83-98b9-8fae1ccf49d0','2026-11-22T17:44:37.334Z','2026-11-22T17:44:37.334Z',NULL,'Ana@foh',0,NULL,0,NULL,'fede1d95-b2ba-4b22-875c-d1334344f0f8','INPUT','12G-SDI','IN 1.1','1080p59.94',1);
INSERT INTO equipment_card_io VALUES('6818c966-2fa1-4f99-aace-93b9e5a62690','2026-11-22T17:44:37.334Z','2026-11-22T17:44:37.334Z',NULL,'Ana@foh',0,NULL,0,NULL,'08c92055-cbdb-4d79-8aca-461eda51dee6','OUTPUT','HDMI 2.0','OUT 1.1',NULL,1);
CREATE TABLE sources (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  production_id TEXT NOT NULL REFERENCES productions (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  h_res INTEGER,
  v_res INTEGER,
  rate REAL,
  scan TEXT CHECK (scan = 'P' OR scan = 'I' OR scan = 'PSF'),
  standard TEXT,
  note TEXT,
  secondary_device TEXT,
  blanking TEXT CHECK (blanking = 'NONE' OR blanking = 'RBv1' OR blanking = 'RBv2' OR blanking = 'RBv3'),
  equipment_id TEXT REFERENCES equipment_specs (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO sources VALUES('db1f9593-dc9c-43b3-82a8-2d9cd6e1cd42','2026-11-22T17:44:37.556Z','2026-11-22T17:44:37.556Z',NULL,'Ana@foh',0,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','SRC 1','Laptop - PC GFX','GFX A',1920,1080,59.939999999999997726,'P',NULL,replace('two\nlines, 12'' cable','\n',char(10)),NULL,'RBv1',NULL);
INSERT INTO sources VALUES('e90e946e-ac70-4aa9-beab-1b6c4fae97e9','2026-11-22T17:44:37.764Z','2026-11-22T17:44:39.789Z','2026-11-22T09:00:00.000Z','Ana@foh',0,NULL,3,5,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','SRC 2','CAM','CAM 2',NULL,NULL,NULL,NULL,NULL,'was =CAM 2',NULL,NULL,'34d7fe62-aaa6-4b48-85be-8d9afe1b4e44');
INSERT INTO sources VALUES('fc083083-968e-4d46-8569-8cf64cb7e63d','2026-11-22T17:44:40.172Z','2026-11-22T17:44:40.389Z',NULL,'Ana@foh',1,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','SRC 3','CAM','CAM 3',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE source_outputs (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  source_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
  connector TEXT NOT NULL,
  output_index INTEGER NOT NULL DEFAULT 1,
  h_res INTEGER,
  v_res INTEGER,
  rate REAL,
  scan TEXT CHECK (scan = 'P' OR scan = 'I' OR scan = 'PSF'),
  standard TEXT,
  blanking TEXT CHECK (blanking = 'NONE' OR blanking = 'RBv1' OR blanking = 'RBv2' OR blanking = 'RBv3')
) STRICT;
INSERT INTO source_outputs VALUES('ba6b6577-0eb0-4f45-a57a-835d231ee826','2026-11-22T17:44:37.556Z','2026-11-22T17:44:37.556Z',NULL,'Ana@foh',0,NULL,0,NULL,'db1f9593-dc9c-43b3-82a8-2d9cd6e1cd42','HDMI 2.0',1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO source_outputs VALUES('68046726-fa7f-4277-877c-efc51427cf61','2026-11-22T17:44:37.556Z','2026-11-22T17:44:37.556Z',NULL,'Ana@foh',0,NULL,0,NULL,'db1f9593-dc9c-43b3-82a8-2d9cd6e1cd42','SDI',2,1280,720,50.0,'P',NULL,NULL);
INSERT INTO source_outputs VALUES('46bdf806-7af4-44af-812b-0a46b77878b4','2026-11-22T17:44:40.172Z','2026-11-22T17:44:40.389Z',NULL,'Ana@foh',1,'fc083083-968e-4d46-8569-8cf64cb7e63d',0,NULL,'fc083083-968e-4d46-8569-8cf64cb7e63d','SDI',1,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE sends (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  production_id TEXT NOT NULL REFERENCES productions (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  h_res INTEGER,
  v_res INTEGER,
  rate REAL,
  scan TEXT CHECK (scan = 'P' OR scan = 'I' OR scan = 'PSF'),
  standard TEXT,
  note TEXT,
  secondary_device TEXT,
  output_connector TEXT,
  blanking TEXT CHECK (blanking = 'NONE' OR blanking = 'RBv1' OR blanking = 'RBv2' OR blanking = 'RBv3'),
  equipment_id TEXT REFERENCES equipment_specs (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO sends VALUES('1c8f054d-3454-4ac5-9cf3-17340ece8691','2026-11-22T17:44:37.962Z','2026-11-22T17:44:40.978Z',NULL,'Ana@foh',0,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','DST 7','PROJECTOR','Screen left',3840,2160,50.0,'P',NULL,NULL,'HDMI > FIBER','HDMI 2.0',NULL,NULL);
CREATE TABLE devices (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  production_id TEXT NOT NULL REFERENCES productions (id) DEFERRABLE INITIALLY DEFERRED,
  equipment_id TEXT REFERENCES equipment_specs (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT,
  name TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category = 'CAMERA' OR category = 'CCU' OR category = 'SWITCHER' OR category = 'ROUTER' OR category = 'LED_PROCESSOR' OR category = 'LED_TILE' OR category = 'PROJECTOR' OR category = 'RECORDER' OR category = 'MONITOR' OR category = 'CONVERTER' OR category = 'MEDIA_SERVER' OR category = 'COMPUTER' OR category = 'ENCODER' OR category = 'LENS' OR category = 'OTHER'),
  note TEXT
) STRICT;
INSERT INTO devices VALUES('f3afd229-2ec7-41b8-bf8b-e50ce81e53bf','2026-11-22T17:44:38.146Z','2026-11-22T17:44:38.146Z',NULL,'Ana@foh',0,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','acc8601d-2f27-41a5-8e13-e64c7d105e5d','E2','E2 ID.0','SWITCHER','main');
CREATE TABLE connections (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  production_id TEXT NOT NULL REFERENCES productions (id) DEFERRABLE INITIALLY DEFERRED,
  source_id TEXT REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
  source_output_id TEXT REFERENCES source_outputs (id) DEFERRABLE INITIALLY DEFERRED,
  intermediate_type TEXT,
  intermediate_id TEXT,
  intermediate_input TEXT,
  intermediate_output TEXT,
  destination_type TEXT,
  destination_id TEXT,
  destination_input TEXT,
  signal_path TEXT,
  note TEXT,
  cable_label TEXT,
  cable_type TEXT,
  length_m REAL,
  signal_type TEXT,
  format TEXT,
  color TEXT,
  via TEXT,
  snake TEXT,
  strand TEXT,
  run INTEGER NOT NULL DEFAULT 0 CHECK (run IN (0, 1)),
  tested INTEGER NOT NULL DEFAULT 0 CHECK (tested IN (0, 1)),
  link_group TEXT,
  view TEXT
) STRICT;
INSERT INTO connections VALUES('bda17a13-8ced-4c85-90d7-330bf4a82554','2026-11-22T17:44:38.337Z','2026-11-22T17:44:38.337Z',NULL,'Ana@foh',0,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','db1f9593-dc9c-43b3-82a8-2d9cd6e1cd42',NULL,'DEVICE','f3afd229-2ec7-41b8-bf8b-e50ce81e53bf','IN 1.1',NULL,NULL,NULL,NULL,NULL,NULL,'V 12',NULL,15.25,NULL,NULL,'blue',NULL,NULL,NULL,1,0,NULL,NULL);
INSERT INTO connections VALUES('0d8b4f17-78a4-41e0-a3cb-1e3b1bc731c5','2026-11-22T17:44:38.525Z','2026-11-22T17:44:38.525Z',NULL,'Ana@foh',0,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87',NULL,NULL,'DEVICE','f3afd229-2ec7-41b8-bf8b-e50ce81e53bf',NULL,'OUT 1.1','SEND','1c8f054d-3454-4ac5-9cf3-17340ece8691',NULL,'[{"hop":1}]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL);
CREATE TABLE graph_nodes (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  production_id TEXT NOT NULL REFERENCES productions (id) DEFERRABLE INITIALLY DEFERRED,
  node_type TEXT NOT NULL CHECK (node_type = 'SOURCE' OR node_type = 'DEVICE' OR node_type = 'SEND'),
  node_id TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  view TEXT
) STRICT;
INSERT INTO graph_nodes VALUES('ae979589-e62e-45bd-add9-7896fd460dfb','2026-11-22T17:44:38.767Z','2026-11-22T17:44:38.767Z',NULL,'Ana@foh',0,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','DEVICE','f3afd229-2ec7-41b8-bf8b-e50ce81e53bf',120.5,-40.0,'{"collapsed":true}');
CREATE TABLE dismissals (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  production_id TEXT NOT NULL REFERENCES productions (id) DEFERRABLE INITIALLY DEFERRED,
  rule TEXT NOT NULL,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  facts TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
INSERT INTO dismissals VALUES('024473fa-05ff-414c-9eb2-b6d1c8ef8dc2','2026-11-22T17:44:38.968Z','2026-11-22T17:44:38.968Z',NULL,'Ana@foh',0,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','rate-mismatch','sources','db1f9593-dc9c-43b3-82a8-2d9cd6e1cd42','{"rate":59.94}','House runs at 60');
CREATE TABLE addresses (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  production_id TEXT NOT NULL REFERENCES productions (id) DEFERRABLE INITIALLY DEFERRED,
  device_id TEXT REFERENCES devices (id) DEFERRABLE INITIALLY DEFERRED,
  port TEXT,
  hostname TEXT,
  ip TEXT NOT NULL,
  mask TEXT,
  gateway TEXT,
  vlan INTEGER,
  note TEXT
) STRICT;
INSERT INTO addresses VALUES('1b06bf42-1b92-4ca6-bf63-4ac08adc46b0','2026-11-22T17:44:39.158Z','2026-11-22T17:44:39.158Z',NULL,'Ana@foh',0,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','f3afd229-2ec7-41b8-bf8b-e50ce81e53bf','Control','e2','10.0.2.1','255.255.255.0','10.0.2.254',2,NULL);
CREATE TABLE prints (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  production_id TEXT NOT NULL REFERENCES productions (id) DEFERRABLE INITIALLY DEFERRED,
  sheet TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT,
  revision INTEGER NOT NULL
) STRICT;
INSERT INTO prints VALUES('f970d062-8469-48de-9301-ca7d6492548b','2026-11-22T17:44:39.380Z','2026-11-22T17:44:39.380Z',NULL,'Ana@foh',0,NULL,0,NULL,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','patch','2026-01-30T18:00:00.000Z',NULL,3);
CREATE TABLE sync_conflicts (
  id TEXT NOT NULL PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  synced_at TEXT,
  last_modified_by TEXT,
  is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  deleted_with TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'FIELD' OR kind = 'DELETE_CHANGED' OR kind = 'UPDATE_DELETED' OR kind = 'UNIQUE' OR kind = 'ORPHAN' OR kind = 'RESTORED'),
  fields TEXT NOT NULL,
  cloud_version INTEGER,
  local_version INTEGER,
  cloud_data TEXT,
  local_data TEXT,
  cloud_updated_at TEXT,
  local_updated_at TEXT,
  author TEXT,
  device TEXT,
  resolution TEXT NOT NULL DEFAULT 'PENDING' CHECK (resolution = 'PENDING' OR resolution = 'CLOUD_WINS' OR resolution = 'LOCAL_WINS' OR resolution = 'MANUAL'),
  resolved_at TEXT,
  resolved_by TEXT
) STRICT;
INSERT INTO sync_conflicts VALUES('6bc38e76-9592-4037-b57a-43d4df8d1b3f','2026-11-22T17:44:39.610Z','2026-11-22T17:44:39.610Z',NULL,'Ana@foh',0,NULL,0,NULL,'sources','db1f9593-dc9c-43b3-82a8-2d9cd6e1cd42','FIELD','["name"]',4,3,'{"name":"GFX 1"}','{"name":"GFX A"}',NULL,NULL,NULL,NULL,'PENDING',NULL,NULL);
CREATE TABLE change_log (
  id INTEGER NOT NULL PRIMARY KEY,
  production_id TEXT,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  fields TEXT NOT NULL,
  author TEXT,
  device TEXT,
  at TEXT NOT NULL
) STRICT;
INSERT INTO change_log VALUES(1,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','productions','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:36.685Z');
INSERT INTO change_log VALUES(2,'be7327d6-2d31-43bf-a868-542b000c19a0','productions','be7327d6-2d31-43bf-a868-542b000c19a0','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:36.908Z');
INSERT INTO change_log VALUES(3,NULL,'equipment_specs','34d7fe62-aaa6-4b48-85be-8d9afe1b4e44','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.126Z');
INSERT INTO change_log VALUES(4,NULL,'equipment_io_ports','f5bd89bf-8488-4575-b88b-c009d8ee86fa','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.126Z');
INSERT INTO change_log VALUES(5,NULL,'equipment_io_ports','700b9f09-0e9a-480b-bf50-365027fecdc4','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.126Z');
INSERT INTO change_log VALUES(6,NULL,'equipment_specs','acc8601d-2f27-41a5-8e13-e64c7d105e5d','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.334Z');
INSERT INTO change_log VALUES(7,NULL,'equipment_cards','fede1d95-b2ba-4b22-875c-d1334344f0f8','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.334Z');
INSERT INTO change_log VALUES(8,NULL,'equipment_cards','08c92055-cbdb-4d79-8aca-461eda51dee6','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.334Z');
INSERT INTO change_log VALUES(9,NULL,'equipment_card_io','88614d88-9b4e-4f83-98b9-8fae1ccf49d0','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.334Z');
INSERT INTO change_log VALUES(10,NULL,'equipment_card_io','6818c966-2fa1-4f99-aace-93b9e5a62690','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.334Z');
INSERT INTO change_log VALUES(11,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','sources','db1f9593-dc9c-43b3-82a8-2d9cd6e1cd42','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.556Z');
INSERT INTO change_log VALUES(12,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','source_outputs','ba6b6577-0eb0-4f45-a57a-835d231ee826','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.556Z');
INSERT INTO change_log VALUES(13,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','source_outputs','68046726-fa7f-4277-877c-efc51427cf61','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.556Z');
INSERT INTO change_log VALUES(14,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','sources','e90e946e-ac70-4aa9-beab-1b6c4fae97e9','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.764Z');
INSERT INTO change_log VALUES(15,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','sends','1c8f054d-3454-4ac5-9cf3-17340ece8691','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:37.962Z');
INSERT INTO change_log VALUES(16,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','devices','f3afd229-2ec7-41b8-bf8b-e50ce81e53bf','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:38.146Z');
INSERT INTO change_log VALUES(17,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','connections','bda17a13-8ced-4c85-90d7-330bf4a82554','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:38.337Z');
INSERT INTO change_log VALUES(18,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','connections','0d8b4f17-78a4-41e0-a3cb-1e3b1bc731c5','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:38.525Z');
INSERT INTO change_log VALUES(19,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','graph_nodes','ae979589-e62e-45bd-add9-7896fd460dfb','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:38.767Z');
INSERT INTO change_log VALUES(20,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','dismissals','024473fa-05ff-414c-9eb2-b6d1c8ef8dc2','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:38.968Z');
INSERT INTO change_log VALUES(21,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','addresses','1b06bf42-1b92-4ca6-bf63-4ac08adc46b0','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:39.158Z');
INSERT INTO change_log VALUES(22,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','prints','f970d062-8469-48de-9301-ca7d6492548b','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:39.380Z');
INSERT INTO change_log VALUES(23,NULL,'sync_conflicts','6bc38e76-9592-4037-b57a-43d4df8d1b3f','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:39.610Z');
INSERT INTO change_log VALUES(24,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','sources','e90e946e-ac70-4aa9-beab-1b6c4fae97e9','{"name":{"after":"CAM 2","before":"=CAM 2"},"note":{"after":"was =CAM 2","before":null}}','Ana@foh','foh','2026-11-22T17:44:39.789Z');
INSERT INTO change_log VALUES(25,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','productions','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','{"venue":{"after":"Hall 2","before":"Hall 1"}}','Ana@foh','foh','2026-11-22T17:44:39.976Z');
INSERT INTO change_log VALUES(26,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','sources','fc083083-968e-4d46-8569-8cf64cb7e63d','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:40.172Z');
INSERT INTO change_log VALUES(27,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','source_outputs','46bdf806-7af4-44af-812b-0a46b77878b4','{"isDeleted":{"after":false}}','Ana@foh','foh','2026-11-22T17:44:40.172Z');
INSERT INTO change_log VALUES(28,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','sources','fc083083-968e-4d46-8569-8cf64cb7e63d','{"isDeleted":{"after":true,"before":false}}','Ana@foh','foh','2026-11-22T17:44:40.389Z');
INSERT INTO change_log VALUES(29,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','source_outputs','46bdf806-7af4-44af-812b-0a46b77878b4','{"deletedWith":{"after":"fc083083-968e-4d46-8569-8cf64cb7e63d","before":null},"isDeleted":{"after":true,"before":false}}','Ana@foh','foh','2026-11-22T17:44:40.389Z');
INSERT INTO change_log VALUES(30,'be7327d6-2d31-43bf-a868-542b000c19a0','productions','be7327d6-2d31-43bf-a868-542b000c19a0','{"isDeleted":{"after":true,"before":false}}','Ana@foh','foh','2026-11-22T17:44:40.609Z');
INSERT INTO change_log VALUES(31,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','sends','1c8f054d-3454-4ac5-9cf3-17340ece8691','{"name":{"after":"Screen right","before":"Screen left"}}','Ana@foh','foh','2026-11-22T17:44:40.785Z');
INSERT INTO change_log VALUES(32,'1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','sends','1c8f054d-3454-4ac5-9cf3-17340ece8691','{"name":{"after":"Screen left","before":"Screen right"}}','Ana@foh','foh','2026-11-22T17:44:40.978Z');
CREATE TABLE sync_log (
  id INTEGER NOT NULL PRIMARY KEY,
  sync_direction TEXT NOT NULL CHECK (sync_direction = 'UPLOAD' OR sync_direction = 'DOWNLOAD' OR sync_direction = 'BIDIRECTIONAL'),
  started_at TEXT NOT NULL,
  completed_at TEXT,
  status TEXT NOT NULL CHECK (status = 'STARTED' OR status = 'COMPLETED' OR status = 'FAILED' OR status = 'PARTIAL'),
  records_synced INTEGER NOT NULL DEFAULT 0,
  conflicts_detected INTEGER NOT NULL DEFAULT 0,
  errors TEXT,
  server_id TEXT
) STRICT;
INSERT INTO sync_log VALUES(1,'BIDIRECTIONAL','2026-11-22T09:00:00.000Z','2026-11-22T09:00:01.000Z','COMPLETED',2,1,NULL,'5f1d7c3a-8a41-4d5e-9b0e-2f6f3f7c9a10');
CREATE TABLE sync_dirty (
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'INSERT' OR kind = 'UPDATE' OR kind = 'DELETE' OR kind = 'UNDELETE'),
  seen TEXT,
  shadow TEXT,
  shadow_seq INTEGER,
  PRIMARY KEY (table_name, record_id)
) STRICT, WITHOUT ROWID;
INSERT INTO sync_dirty VALUES('productions','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','UPDATE','{"venue":"Hall 1"}','{"client":"ACME","createdAt":"2026-11-22T17:44:36.685Z","deletedWith":null,"id":"1f2e3c89-7d5b-4281-b325-5cd3d1a47f87","isDeleted":false,"lastModifiedBy":"Ana@foh","loadIn":"2026-02-01T00:00:00.000Z","loadOut":"2026-02-03T00:00:00.000Z","lockReason":null,"lockedBy":null,"room":"A","showInfoUrl":null,"showName":"Kick-off „Größe“","status":"READY","syncedAt":null,"updatedAt":"2026-11-22T17:44:36.685Z","venue":"Hall 1","version":2}',4);
INSERT INTO sync_dirty VALUES('sources','e90e946e-ac70-4aa9-beab-1b6c4fae97e9','UPDATE','{"name":"=CAM 2","note":null}','{"blanking":null,"createdAt":"2026-11-22T17:44:37.764Z","deletedWith":null,"equipmentId":"34d7fe62-aaa6-4b48-85be-8d9afe1b4e44","hRes":null,"id":"e90e946e-ac70-4aa9-beab-1b6c4fae97e9","isDeleted":false,"label":"SRC 2","lastModifiedBy":"Ana@foh","name":"=CAM 2","note":null,"productionId":"1f2e3c89-7d5b-4281-b325-5cd3d1a47f87","rate":null,"scan":null,"secondaryDevice":null,"standard":null,"syncedAt":"2026-11-22T09:00:00.000Z","type":"CAM","updatedAt":"2026-11-22T17:44:37.764Z","vRes":null,"version":3}',5);
CREATE TABLE undo_steps (
  id INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  verb TEXT NOT NULL CHECK (verb = 'ADD' OR verb = 'EDIT' OR verb = 'DELETE' OR verb = 'UNDELETE' OR verb = 'DUPLICATE' OR verb = 'PASTE' OR verb = 'FILL' OR verb = 'MOVE' OR verb = 'IMPORT' OR verb = 'ARCHIVE' OR verb = 'RESOLVE'),
  table_name TEXT NOT NULL,
  n_rows INTEGER NOT NULL,
  name TEXT,
  production_id TEXT,
  author TEXT,
  undone INTEGER,
  changes TEXT NOT NULL
) STRICT;
INSERT INTO undo_steps VALUES(1795369476685,'2026-11-22T17:44:36.685Z','ADD','productions',1,'Kick-off „Größe“','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"productions","new":["1f2e3c89-7d5b-4281-b325-5cd3d1a47f87"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369476908,'2026-11-22T17:44:36.908Z','ADD','productions',1,'Rehearsal','be7327d6-2d31-43bf-a868-542b000c19a0','Ana@foh',NULL,replace('{"t":"productions","new":["be7327d6-2d31-43bf-a868-542b000c19a0"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369477126,'2026-11-22T17:44:37.126Z','ADD','equipment_specs',1,'LC-4',NULL,'Ana@foh',NULL,replace('{"t":"equipment_specs","new":["34d7fe62-aaa6-4b48-85be-8d9afe1b4e44"]}\n{"t":"equipment_io_ports","new":["f5bd89bf-8488-4575-b88b-c009d8ee86fa","700b9f09-0e9a-480b-bf50-365027fecdc4"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369477334,'2026-11-22T17:44:37.334Z','ADD','equipment_specs',1,'Frame 8',NULL,'Ana@foh',NULL,replace('{"t":"equipment_specs","new":["acc8601d-2f27-41a5-8e13-e64c7d105e5d"]}\n{"t":"equipment_cards","new":["fede1d95-b2ba-4b22-875c-d1334344f0f8","08c92055-cbdb-4d79-8aca-461eda51dee6"]}\n{"t":"equipment_card_io","new":["88614d88-9b4e-4f83-98b9-8fae1ccf49d0","6818c966-2fa1-4f99-aace-93b9e5a62690"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369477556,'2026-11-22T17:44:37.556Z','ADD','sources',1,'SRC 1','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"sources","new":["db1f9593-dc9c-43b3-82a8-2d9cd6e1cd42"]}\n{"t":"source_outputs","new":["ba6b6577-0eb0-4f45-a57a-835d231ee826","68046726-fa7f-4277-877c-efc51427cf61"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369477764,'2026-11-22T17:44:37.764Z','ADD','sources',1,'SRC 2','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"sources","new":["e90e946e-ac70-4aa9-beab-1b6c4fae97e9"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369477962,'2026-11-22T17:44:37.962Z','ADD','sends',1,'DST 7','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"sends","new":["1c8f054d-3454-4ac5-9cf3-17340ece8691"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369478146,'2026-11-22T17:44:38.146Z','ADD','devices',1,'E2','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"devices","new":["f3afd229-2ec7-41b8-bf8b-e50ce81e53bf"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369478337,'2026-11-22T17:44:38.337Z','ADD','connections',1,'V 12','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"connections","new":["bda17a13-8ced-4c85-90d7-330bf4a82554"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369478525,'2026-11-22T17:44:38.525Z','ADD','connections',1,'','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"connections","new":["0d8b4f17-78a4-41e0-a3cb-1e3b1bc731c5"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369478767,'2026-11-22T17:44:38.767Z','ADD','graph_nodes',1,'','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"graph_nodes","new":["ae979589-e62e-45bd-add9-7896fd460dfb"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369478968,'2026-11-22T17:44:38.968Z','ADD','dismissals',1,'','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"dismissals","new":["024473fa-05ff-414c-9eb2-b6d1c8ef8dc2"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369479158,'2026-11-22T17:44:39.158Z','ADD','addresses',1,'e2','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"addresses","new":["1b06bf42-1b92-4ca6-bf63-4ac08adc46b0"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369479380,'2026-11-22T17:44:39.380Z','ADD','prints',1,'','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"prints","new":["f970d062-8469-48de-9301-ca7d6492548b"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369479610,'2026-11-22T17:44:39.610Z','ADD','sync_conflicts',1,'',NULL,'Ana@foh',NULL,replace('{"t":"sync_conflicts","new":["6bc38e76-9592-4037-b57a-43d4df8d1b3f"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369479789,'2026-11-22T17:44:39.789Z','EDIT','sources',1,'SRC 2','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"sources","id":"e90e946e-ac70-4aa9-beab-1b6c4fae97e9","from":{"name":"=CAM 2","note":null},"to":{"name":"CAM 2","note":"was =CAM 2"}}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369479976,'2026-11-22T17:44:39.976Z','EDIT','productions',1,'Kick-off „Größe“','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"productions","id":"1f2e3c89-7d5b-4281-b325-5cd3d1a47f87","from":{"venue":"Hall 1"},"to":{"venue":"Hall 2"}}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369480172,'2026-11-22T17:44:40.172Z','ADD','sources',1,'SRC 3','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"sources","new":["fc083083-968e-4d46-8569-8cf64cb7e63d"]}\n{"t":"source_outputs","new":["46bdf806-7af4-44af-812b-0a46b77878b4"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369480389,'2026-11-22T17:44:40.389Z','DELETE','sources',1,'SRC 3','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',NULL,replace('{"t":"sources","went":["fc083083-968e-4d46-8569-8cf64cb7e63d"]}\n{"t":"source_outputs","with":"fc083083-968e-4d46-8569-8cf64cb7e63d","went":["46bdf806-7af4-44af-812b-0a46b77878b4"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369480609,'2026-11-22T17:44:40.609Z','DELETE','productions',1,'Rehearsal','be7327d6-2d31-43bf-a868-542b000c19a0','Ana@foh',NULL,replace('{"t":"productions","went":["be7327d6-2d31-43bf-a868-542b000c19a0"]}\n','\n',char(10)));
INSERT INTO undo_steps VALUES(1795369480785,'2026-11-22T17:44:40.785Z','EDIT','sends',1,'DST 7','1f2e3c89-7d5b-4281-b325-5cd3d1a47f87','Ana@foh',1,replace('{"t":"sends","id":"1c8f054d-3454-4ac5-9cf3-17340ece8691","from":{"name":"Screen right"},"to":{"name":"Screen left"}}\n','\n',char(10)));
CREATE INDEX productions_order ON productions (is_deleted, rtrim(show_name, '0123456789') COLLATE NOCASE, length(show_name), show_name COLLATE NOCASE, rtrim(client, '0123456789') COLLATE NOCASE, length(client), client COLLATE NOCASE);
CREATE INDEX productions_seq ON productions (seq);
CREATE INDEX productions_deleted_with ON productions (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX equipment_specs_category_is_deleted ON equipment_specs (category, is_deleted);
CREATE INDEX equipment_specs_is_secondary_device ON equipment_specs (is_secondary_device);
CREATE INDEX equipment_specs_order ON equipment_specs (is_deleted, rtrim(model, '0123456789') COLLATE NOCASE, length(model), model COLLATE NOCASE);
CREATE INDEX equipment_specs_seq ON equipment_specs (seq);
CREATE INDEX equipment_specs_deleted_with ON equipment_specs (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX equipment_io_ports_equipment_id ON equipment_io_ports (equipment_id);
CREATE INDEX equipment_io_ports_seq ON equipment_io_ports (seq);
CREATE INDEX equipment_io_ports_deleted_with ON equipment_io_ports (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX equipment_cards_equipment_id ON equipment_cards (equipment_id);
CREATE INDEX equipment_cards_seq ON equipment_cards (seq);
CREATE INDEX equipment_cards_deleted_with ON equipment_cards (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX equipment_card_io_card_id ON equipment_card_io (card_id);
CREATE INDEX equipment_card_io_seq ON equipment_card_io (seq);
CREATE INDEX equipment_card_io_deleted_with ON equipment_card_io (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX sources_type ON sources (type);
CREATE INDEX sources_equipment_id ON sources (equipment_id) WHERE equipment_id IS NOT NULL;
CREATE INDEX sources_order ON sources (production_id, is_deleted, label IS NULL, rtrim(label, '0123456789') COLLATE NOCASE, length(label), label COLLATE NOCASE, rtrim(name, '0123456789') COLLATE NOCASE, length(name), name COLLATE NOCASE);
CREATE INDEX sources_seq ON sources (seq);
CREATE INDEX sources_deleted_with ON sources (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX source_outputs_source_id ON source_outputs (source_id);
CREATE INDEX source_outputs_seq ON source_outputs (seq);
CREATE INDEX source_outputs_deleted_with ON source_outputs (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX sends_type ON sends (type);
CREATE INDEX sends_equipment_id ON sends (equipment_id) WHERE equipment_id IS NOT NULL;
CREATE INDEX sends_order ON sends (production_id, is_deleted, label IS NULL, rtrim(label, '0123456789') COLLATE NOCASE, length(label), label COLLATE NOCASE, rtrim(name, '0123456789') COLLATE NOCASE, length(name), name COLLATE NOCASE);
CREATE INDEX sends_seq ON sends (seq);
CREATE INDEX sends_deleted_with ON sends (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX devices_equipment_id ON devices (equipment_id) WHERE equipment_id IS NOT NULL;
CREATE INDEX devices_order ON devices (production_id, is_deleted, label IS NULL, rtrim(label, '0123456789') COLLATE NOCASE, length(label), label COLLATE NOCASE, rtrim(name, '0123456789') COLLATE NOCASE, length(name), name COLLATE NOCASE);
CREATE INDEX devices_seq ON devices (seq);
CREATE INDEX devices_deleted_with ON devices (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX connections_source_id ON connections (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX connections_source_output_id ON connections (source_output_id) WHERE source_output_id IS NOT NULL;
CREATE INDEX connections_intermediate_id ON connections (intermediate_id);
CREATE INDEX connections_destination_id ON connections (destination_id);
CREATE INDEX connections_order ON connections (production_id, is_deleted, cable_label IS NULL, rtrim(cable_label, '0123456789') COLLATE NOCASE, length(cable_label), cable_label COLLATE NOCASE);
CREATE INDEX connections_seq ON connections (seq);
CREATE INDEX connections_deleted_with ON connections (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX graph_nodes_production_id ON graph_nodes (production_id);
CREATE INDEX graph_nodes_node_id ON graph_nodes (node_id);
CREATE INDEX graph_nodes_seq ON graph_nodes (seq);
CREATE INDEX graph_nodes_deleted_with ON graph_nodes (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX dismissals_production_id ON dismissals (production_id);
CREATE INDEX dismissals_record_id ON dismissals (record_id);
CREATE INDEX dismissals_seq ON dismissals (seq);
CREATE INDEX dismissals_deleted_with ON dismissals (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX addresses_device_id ON addresses (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX addresses_order ON addresses (production_id, is_deleted, hostname IS NULL, rtrim(hostname, '0123456789') COLLATE NOCASE, length(hostname), hostname COLLATE NOCASE, rtrim(ip, '0123456789') COLLATE NOCASE, length(ip), ip COLLATE NOCASE);
CREATE INDEX addresses_seq ON addresses (seq);
CREATE INDEX addresses_deleted_with ON addresses (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX prints_production_id ON prints (production_id);
CREATE INDEX prints_seq ON prints (seq);
CREATE INDEX prints_deleted_with ON prints (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX sync_conflicts_record_id ON sync_conflicts (record_id);
CREATE INDEX sync_conflicts_resolution ON sync_conflicts (resolution);
CREATE INDEX sync_conflicts_seq ON sync_conflicts (seq);
CREATE INDEX sync_conflicts_deleted_with ON sync_conflicts (deleted_with) WHERE deleted_with IS NOT NULL;
CREATE INDEX change_log_production_id_at ON change_log (production_id, at);
CREATE INDEX change_log_record_id ON change_log (record_id);
CREATE INDEX sync_log_started_at ON sync_log (started_at);
CREATE INDEX undo_steps_undone ON undo_steps (undone) WHERE undone IS NOT NULL;
COMMIT;
