/**
 * The third version of the workbook file: registrants, and the versions of filings, whose figures are kept for good.
 * Never edited once released: a change of shape is a new migration.
 *
 * A version names the entry of the log at which a filing was filed (`is_act`), or after which it was seen to be, and the hash of its
 * figures; it is content like any other, so that the digest of every later entry vouches for it. The figures stand apart under their hash:
 * they are large and read only when they are asked for.
 */

export const THIRD_VERSION = `
CREATE TABLE registrant (
  id TEXT NOT NULL PRIMARY KEY,
  definition TEXT NOT NULL CHECK (json_valid(definition))
) STRICT, WITHOUT ROWID;

CREATE TABLE version_figures (
  hash TEXT NOT NULL PRIMARY KEY,
  figures BLOB NOT NULL
) STRICT;

CREATE TABLE version (
  filing TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  hash TEXT NOT NULL REFERENCES version_figures (hash),
  is_act INTEGER NOT NULL CHECK (is_act IN (0, 1)),
  PRIMARY KEY (filing, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER version_is_final BEFORE UPDATE ON version
BEGIN
  SELECT RAISE(ABORT, 'a version of a filing is never changed');
END;

CREATE TRIGGER version_stays BEFORE DELETE ON version
BEGIN
  SELECT RAISE(ABORT, 'a version of a filing is never deleted');
END;

CREATE TRIGGER version_figures_are_final BEFORE UPDATE ON version_figures
BEGIN
  SELECT RAISE(ABORT, 'the figures of a version are never changed');
END;

CREATE TRIGGER version_figures_stay BEFORE DELETE ON version_figures
BEGIN
  SELECT RAISE(ABORT, 'the figures of a version are never deleted');
END;
`
