-- What ties members of staff to families, as declared (REL-1) or agreed (REL-2), and what ended it: appended, never edited.
CREATE TABLE family_link (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,  -- R-0001, F-0002; never given twice
  id        TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  family_id TEXT NOT NULL,
  fact      TEXT NOT NULL
) STRICT;

CREATE TABLE family_link_ending (
  link_id TEXT PRIMARY KEY REFERENCES family_link (id),
  at      INTEGER NOT NULL,                     -- UTC ticks
  by      TEXT NOT NULL,
  reason  TEXT
) STRICT;

CREATE TRIGGER family_link_is_a_fact BEFORE UPDATE ON family_link
BEGIN
  SELECT RAISE(ABORT, 'links to families are never edited');
END;

CREATE TRIGGER family_link_ending_is_a_fact BEFORE UPDATE ON family_link_ending
BEGIN
  SELECT RAISE(ABORT, 'endings of links to families are never edited');
END;
