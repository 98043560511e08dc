-- The roster: each row is a person as they stand from one moment on. Rows are added, never changed; erasing a person deletes theirs.
CREATE TABLE person (
  number INTEGER PRIMARY KEY AUTOINCREMENT  -- P-0001; never given twice
) STRICT;

CREATE TABLE person_version (
  seq                INTEGER PRIMARY KEY AUTOINCREMENT,
  person             INTEGER NOT NULL REFERENCES person (number),
  effective_from     INTEGER NOT NULL,      -- UTC ticks; 0: the first import, which holds for all earlier time
  upn                TEXT NOT NULL,
  display_name       TEXT NOT NULL,
  roles              TEXT NOT NULL,         -- names joined by ;
  login_names        TEXT NOT NULL,         -- JSON array
  personal_addresses TEXT NOT NULL,         -- JSON array
  work_phone         TEXT,
  start_date         TEXT,                  -- yyyy-MM-dd
  end_date           TEXT
) STRICT;

CREATE INDEX person_version_person ON person_version (person);

CREATE TRIGGER person_version_is_append_only BEFORE UPDATE ON person_version
BEGIN
  SELECT RAISE(ABORT, 'versions of people are append-only');
END;

-- Guarded roles (and login names of those who hold them) that wait for the word of a member of SLT.
CREATE TABLE person_change (
  number       INTEGER PRIMARY KEY AUTOINCREMENT,  -- C-0001
  person       INTEGER NOT NULL REFERENCES person (number),
  roles_given  TEXT NOT NULL,
  roles_taken  TEXT NOT NULL,
  logins_given TEXT NOT NULL,               -- JSON array
  requested_by TEXT NOT NULL,               -- operator id
  requested_at INTEGER NOT NULL
) STRICT;

CREATE TABLE person_change_outcome (
  change  INTEGER PRIMARY KEY REFERENCES person_change (number),
  status  TEXT NOT NULL CHECK (status IN ('Confirmed', 'Refused', 'Superseded')),
  by      TEXT NOT NULL,
  at      INTEGER NOT NULL
) STRICT;

CREATE TRIGGER person_change_is_append_only BEFORE UPDATE ON person_change
BEGIN
  SELECT RAISE(ABORT, 'changes of people are append-only');
END;

CREATE TRIGGER person_change_outcome_is_append_only BEFORE UPDATE ON person_change_outcome
BEGIN
  SELECT RAISE(ABORT, 'changes of people are append-only');
END;
