-- Grants and what is said of them later: appended, never edited.
CREATE TABLE access_grant (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  person_id  TEXT NOT NULL,
  from_at    INTEGER NOT NULL,
  until_at   INTEGER NOT NULL CHECK (until_at > from_at),
  granted_at INTEGER NOT NULL CHECK (from_at >= granted_at),
  fact       TEXT NOT NULL
) STRICT;

CREATE TABLE access_ending (
  grant_id TEXT PRIMARY KEY REFERENCES access_grant (id),
  at       INTEGER NOT NULL,
  by       TEXT NOT NULL,
  reason   TEXT
) STRICT;

CREATE TABLE access_answer (
  grant_id TEXT PRIMARY KEY REFERENCES access_grant (id),
  at       INTEGER NOT NULL,
  by       TEXT NOT NULL,
  refused  INTEGER NOT NULL
) STRICT;

CREATE TRIGGER access_grant_is_a_fact BEFORE UPDATE ON access_grant
BEGIN
  SELECT RAISE(ABORT, 'grants are never edited');
END;
