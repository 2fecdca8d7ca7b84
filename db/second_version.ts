/**
 * The second version of the workbook file: comments at cells, and a change log that outlives the filings it tells of.
 * Never edited once released: a change of shape is a new migration.
 *
 * The first version let an entry of the log refer to a stored filing only, so that the making of a filing could not be
 * undone. The log is copied entry by entry into a table without that reference; its hashes do not change.
 */
import { CHANGE_LOG_TRIGGERS } from './schema.ts'

const TABLES = `
CREATE TABLE comment (
  id TEXT NOT NULL PRIMARY KEY,
  filing TEXT NOT NULL,
  schedule TEXT NOT NULL,
  line TEXT NOT NULL,
  column_id TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  author TEXT NOT NULL,
  time TEXT NOT NULL,
  FOREIGN KEY (filing, schedule, line) REFERENCES line (filing, schedule, id),
  FOREIGN KEY (filing, schedule, column_id) REFERENCES schedule_column (filing, schedule, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_log (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  id TEXT NOT NULL UNIQUE,
  time TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('created', 'edit', 'undo', 'redo')),
  filing TEXT,
  title TEXT NOT NULL,
  place TEXT CHECK (json_valid(place)),
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  reverses INTEGER REFERENCES kept_log (number),
  previous_hash TEXT NOT NULL,
  digest TEXT NOT NULL,
  hash TEXT NOT NULL,
  CHECK (CASE kind WHEN 'created' THEN reverses IS NULL WHEN 'edit' THEN 1 ELSE reverses IS NOT NULL END)
) STRICT;

CREATE TABLE kept_head (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  number INTEGER NOT NULL REFERENCES kept_log (number),
  hash TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

INSERT INTO kept_log
  SELECT number, id, time, author, kind, filing, title, place, changes, reverses, previous_hash, digest, hash
  FROM change_set ORDER BY number;
INSERT INTO kept_head SELECT only_row, number, hash, digest FROM log_head;
DROP TABLE log_head;
DROP TABLE change_set;
ALTER TABLE kept_log RENAME TO change_set;
ALTER TABLE kept_head RENAME TO log_head;
`

export const SECOND_VERSION = TABLES + CHANGE_LOG_TRIGGERS
