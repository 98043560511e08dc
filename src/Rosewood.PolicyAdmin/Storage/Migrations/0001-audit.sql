-- The audit trail: ids and salted digests only, chained by hash; what persons could be known by lies in audit_value, which can be erased.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE audit (
  seq           INTEGER PRIMARY KEY,
  at            INTEGER NOT NULL,          -- UTC ticks
  operator      TEXT NOT NULL,
  command       TEXT NOT NULL,
  clause        TEXT NOT NULL,
  subject       TEXT NOT NULL,
  before_digest BLOB,
  after_digest  BLOB,
  previous      BLOB NOT NULL,
  hash          BLOB NOT NULL
) STRICT;

CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

CREATE TABLE audit_value (
  seq    INTEGER PRIMARY KEY REFERENCES audit (seq),
  salt   BLOB NOT NULL,
  before TEXT,
  after  TEXT
) STRICT;

-- Accounts that may act before, or without, a place on the roster: the one that initialised the workspace.
CREATE TABLE bootstrap_operator (
  account TEXT PRIMARY KEY,
  role    TEXT NOT NULL,
  at      INTEGER NOT NULL
) STRICT;

-- The configuration as it was last seen, so that each edit between two commands is written to the audit trail.
CREATE TABLE config_seen (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  text TEXT NOT NULL
) STRICT;
