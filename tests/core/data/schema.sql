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
CREATE INDEX productions_order ON productions (is_deleted, rtrim(show_name, '0123456789') COLLATE NOCASE, length(show_name), show_name COLLATE NOCASE, rtrim(client, '0123456789') COLLATE NOCASE, length(client), client COLLATE NOCASE);
CREATE INDEX productions_seq ON productions (seq);
CREATE INDEX productions_deleted_with ON productions (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX equipment_specs_category_is_deleted ON equipment_specs (category, is_deleted);
CREATE INDEX equipment_specs_is_secondary_device ON equipment_specs (is_secondary_device);
CREATE INDEX equipment_specs_order ON equipment_specs (is_deleted, rtrim(model, '0123456789') COLLATE NOCASE, length(model), model COLLATE NOCASE);
CREATE INDEX equipment_specs_seq ON equipment_specs (seq);
CREATE INDEX equipment_specs_deleted_with ON equipment_specs (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX equipment_io_ports_equipment_id ON equipment_io_ports (equipment_id);
CREATE INDEX equipment_io_ports_seq ON equipment_io_ports (seq);
CREATE INDEX equipment_io_ports_deleted_with ON equipment_io_ports (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX equipment_cards_equipment_id ON equipment_cards (equipment_id);
CREATE INDEX equipment_cards_seq ON equipment_cards (seq);
CREATE INDEX equipment_cards_deleted_with ON equipment_cards (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX equipment_card_io_card_id ON equipment_card_io (card_id);
CREATE INDEX equipment_card_io_seq ON equipment_card_io (seq);
CREATE INDEX equipment_card_io_deleted_with ON equipment_card_io (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX sources_type ON sources (type);
CREATE INDEX sources_equipment_id ON sources (equipment_id) WHERE equipment_id IS NOT NULL;
CREATE INDEX sources_order ON sources (production_id, is_deleted, label IS NULL, rtrim(label, '0123456789') COLLATE NOCASE, length(label), label COLLATE NOCASE, rtrim(name, '0123456789') COLLATE NOCASE, length(name), name COLLATE NOCASE);
CREATE INDEX sources_seq ON sources (seq);
CREATE INDEX sources_deleted_with ON sources (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX source_outputs_source_id ON source_outputs (source_id);
CREATE INDEX source_outputs_seq ON source_outputs (seq);
CREATE INDEX source_outputs_deleted_with ON source_outputs (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX sends_type ON sends (type);
CREATE INDEX sends_equipment_id ON sends (equipment_id) WHERE equipment_id IS NOT NULL;
CREATE INDEX sends_order ON sends (production_id, is_deleted, label IS NULL, rtrim(label, '0123456789') COLLATE NOCASE, length(label), label COLLATE NOCASE, rtrim(name, '0123456789') COLLATE NOCASE, length(name), name COLLATE NOCASE);
CREATE INDEX sends_seq ON sends (seq);
CREATE INDEX sends_deleted_with ON sends (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX devices_equipment_id ON devices (equipment_id) WHERE equipment_id IS NOT NULL;
CREATE INDEX devices_order ON devices (production_id, is_deleted, label IS NULL, rtrim(label, '0123456789') COLLATE NOCASE, length(label), label COLLATE NOCASE, rtrim(name, '0123456789') COLLATE NOCASE, length(name), name COLLATE NOCASE);
CREATE INDEX devices_seq ON devices (seq);
CREATE INDEX devices_deleted_with ON devices (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX connections_source_id ON connections (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX connections_source_output_id ON connections (source_output_id) WHERE source_output_id IS NOT NULL;
CREATE INDEX connections_intermediate_id ON connections (intermediate_id);
CREATE INDEX connections_destination_id ON connections (destination_id);
CREATE INDEX connections_order ON connections (production_id, is_deleted, cable_label IS NULL, rtrim(cable_label, '0123456789') COLLATE NOCASE, length(cable_label), cable_label COLLATE NOCASE);
CREATE INDEX connections_seq ON connections (seq);
CREATE INDEX connections_deleted_with ON connections (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX graph_nodes_production_id ON graph_nodes (production_id);
CREATE INDEX graph_nodes_node_id ON graph_nodes (node_id);
CREATE INDEX graph_nodes_seq ON graph_nodes (seq);
CREATE INDEX graph_nodes_deleted_with ON graph_nodes (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX dismissals_production_id ON dismissals (production_id);
CREATE INDEX dismissals_record_id ON dismissals (record_id);
CREATE INDEX dismissals_seq ON dismissals (seq);
CREATE INDEX dismissals_deleted_with ON dismissals (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX addresses_device_id ON addresses (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX addresses_order ON addresses (production_id, is_deleted, hostname IS NULL, rtrim(hostname, '0123456789') COLLATE NOCASE, length(hostname), hostname COLLATE NOCASE, rtrim(ip, '0123456789') COLLATE NOCASE, length(ip), ip COLLATE NOCASE);
CREATE INDEX addresses_seq ON addresses (seq);
CREATE INDEX addresses_deleted_with ON addresses (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX prints_production_id ON prints (production_id);
CREATE INDEX prints_seq ON prints (seq);
CREATE INDEX prints_deleted_with ON prints (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX sync_conflicts_record_id ON sync_conflicts (record_id);
CREATE INDEX sync_conflicts_resolution ON sync_conflicts (resolution);
CREATE INDEX sync_conflicts_seq ON sync_conflicts (seq);
CREATE INDEX sync_conflicts_deleted_with ON sync_conflicts (deleted_with) WHERE deleted_with IS NOT NULL;

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
CREATE INDEX change_log_production_id_at ON change_log (production_id, at);
CREATE INDEX change_log_record_id ON change_log (record_id);

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
CREATE INDEX sync_log_started_at ON sync_log (started_at);

CREATE TABLE sync_dirty (
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'INSERT' OR kind = 'UPDATE' OR kind = 'DELETE' OR kind = 'UNDELETE'),
  seen TEXT,
  shadow TEXT,
  shadow_seq INTEGER,
  PRIMARY KEY (table_name, record_id)
) STRICT, WITHOUT ROWID;

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
CREATE INDEX undo_steps_undone ON undo_steps (undone) WHERE undone IS NOT NULL;
