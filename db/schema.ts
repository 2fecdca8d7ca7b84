/**
 * The first version of the workbook file: its tables and the triggers that keep the change log append-only.
 * Never edited once released: a change of shape is a new migration.
 *
 * Content tables hold definitions as JSON and inputs as text; keys run filing, schedule, line, column, so that
 * no cell, fact or overlay can outlive what it belongs to (no cascades: what is in use cannot be deleted).
 */

/** Marks the file as a workbook of Tieout ("TIE1"), so that another program's database is not taken for one. */
export const APPLICATION_ID = 0x54494531

/** The content tables and their columns, in the order in which records are written and fingerprinted. */
export const CONTENT = {
  filing: { key: ['id'], rest: ['position', 'definition'] },
  schedule: { key: ['filing', 'id'], rest: ['position', 'definition'] },
  line: { key: ['filing', 'schedule', 'id'], rest: ['position', 'definition'] },
  schedule_column: { key: ['filing', 'schedule', 'id'], rest: ['position', 'definition'] },
  cell: { key: ['filing', 'schedule', 'line', 'column_id'], rest: ['input', 'source'] },
  fact: { key: ['filing', 'schedule', 'line', 'column_id'], rest: ['definition'] },
  scenario: { key: ['filing', 'id'], rest: ['name', 'name_key', 'description', 'position', 'stands_on', 'locked'] },
  scenario_cell: { key: ['filing', 'scenario', 'schedule', 'line', 'column_id'], rest: ['input'] },
  comment: { key: ['id'], rest: ['filing', 'schedule', 'line', 'column_id', 'text', 'author', 'time'] },
  registrant: { key: ['id'], rest: ['definition'] },
  version: { key: ['filing', 'number'], rest: ['hash', 'is_act'] },
} as const

export type ContentTable = keyof typeof CONTENT

const CONTENT_TABLES = `
CREATE TABLE filing (
  id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition))
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule (
  filing TEXT NOT NULL REFERENCES filing (id),
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  PRIMARY KEY (filing, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE line (
  filing TEXT NOT NULL,
  schedule TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  PRIMARY KEY (filing, schedule, id),
  FOREIGN KEY (filing, schedule) REFERENCES schedule (filing, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule_column (
  filing TEXT NOT NULL,
  schedule TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  PRIMARY KEY (filing, schedule, id),
  FOREIGN KEY (filing, schedule) REFERENCES schedule (filing, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell (
  filing TEXT NOT NULL,
  schedule TEXT NOT NULL,
  line TEXT NOT NULL,
  column_id TEXT NOT NULL,
  input TEXT NOT NULL,
  source TEXT,
  PRIMARY KEY (filing, schedule, line, column_id),
  FOREIGN KEY (filing, schedule, line) REFERENCES line (filing, schedule, id),
  FOREIGN KEY (filing, schedule, column_id) REFERENCES schedule_column (filing, schedule, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
  filing TEXT NOT NULL,
  schedule TEXT NOT NULL,
  line TEXT NOT NULL,
  column_id TEXT NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  PRIMARY KEY (filing, schedule, line, column_id),
  FOREIGN KEY (filing, schedule, line) REFERENCES line (filing, schedule, id),
  FOREIGN KEY (filing, schedule, column_id) REFERENCES schedule_column (filing, schedule, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario (
  filing TEXT NOT NULL REFERENCES filing (id),
  id TEXT NOT NULL CHECK (id <> 'as_filed'),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  description TEXT NOT NULL,
  position INTEGER NOT NULL,
  stands_on TEXT CHECK (stands_on <> id),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  PRIMARY KEY (filing, id),
  UNIQUE (filing, name_key),
  FOREIGN KEY (filing, stands_on) REFERENCES scenario (filing, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario_cell (
  filing TEXT NOT NULL,
  scenario TEXT NOT NULL,
  schedule TEXT NOT NULL,
  line TEXT NOT NULL,
  column_id TEXT NOT NULL,
  input TEXT NOT NULL,
  PRIMARY KEY (filing, scenario, schedule, line, column_id),
  FOREIGN KEY (filing, scenario) REFERENCES scenario (filing, id),
  FOREIGN KEY (filing, schedule, line) REFERENCES line (filing, schedule, id),
  FOREIGN KEY (filing, schedule, column_id) REFERENCES schedule_column (filing, schedule, id)
) STRICT, WITHOUT ROWID;
`

const CHANGE_LOG = `
CREATE TABLE change_set (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  id TEXT NOT NULL UNIQUE,
  time TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('created', 'edit', 'undo', 'redo')),
  filing TEXT REFERENCES filing (id),
  title TEXT NOT NULL,
  place TEXT CHECK (json_valid(place)),
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  reverses INTEGER REFERENCES change_set (number),
  previous_hash TEXT NOT NULL,
  digest TEXT NOT NULL,
  hash TEXT NOT NULL,
  CHECK (CASE kind WHEN 'created' THEN reverses IS NULL WHEN 'edit' THEN 1 ELSE reverses IS NOT NULL END)
) STRICT;

CREATE TABLE log_head (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  number INTEGER NOT NULL REFERENCES change_set (number),
  hash TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;
`

/** Keep the change log append-only; they go with its tables and are made again with them, word for word. */
export const CHANGE_LOG_TRIGGERS = `
CREATE TRIGGER change_set_follows_last BEFORE INSERT ON change_set
WHEN new.number <> (SELECT coalesce(max(number), 0) + 1 FROM change_set)
  OR new.previous_hash <> coalesce(
    (SELECT hash FROM change_set ORDER BY number DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
  OR EXISTS (SELECT 1 FROM change_set WHERE id = new.id)
BEGIN
  SELECT RAISE(ABORT, 'an entry of the change log follows the last one');
END;

CREATE TRIGGER change_set_is_final BEFORE UPDATE ON change_set
BEGIN
  SELECT RAISE(ABORT, 'an entry of the change log is never changed');
END;

CREATE TRIGGER change_set_stays BEFORE DELETE ON change_set
BEGIN
  SELECT RAISE(ABORT, 'an entry of the change log is never deleted');
END;

CREATE TRIGGER log_head_moves_on BEFORE UPDATE ON log_head
WHEN new.number <> old.number + 1
BEGIN
  SELECT RAISE(ABORT, 'the head of the change log moves on by one');
END;

CREATE TRIGGER log_head_is_one BEFORE INSERT ON log_head
WHEN EXISTS (SELECT 1 FROM log_head)
BEGIN
  SELECT RAISE(ABORT, 'the change log has one head');
END;

CREATE TRIGGER log_head_stays BEFORE DELETE ON log_head
BEGIN
  SELECT RAISE(ABORT, 'the head of the change log is never deleted');
END;
`

/** Outside the change log: what the screen remembers, and which product version the file needs (kept in every later version). */
const BESIDES = `
CREATE TABLE view_state (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE workbook (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  needs_version TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;
`

export const FIRST_VERSION = CONTENT_TABLES + CHANGE_LOG + CHANGE_LOG_TRIGGERS + BESIDES
