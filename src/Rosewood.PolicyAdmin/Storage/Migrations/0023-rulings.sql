-- What SLT ruled about systems to communicate by (COM-4), and what ended a ruling: appended, never edited.
CREATE TABLE slt_ruling (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,  -- SR-0001; never given twice
  id        TEXT NOT NULL UNIQUE,
  person_id TEXT,                               -- who decided
  fact      TEXT NOT NULL
) STRICT;

CREATE TABLE slt_ruling_ending (
  ruling_id TEXT PRIMARY KEY REFERENCES slt_ruling (id) ON DELETE CASCADE,
  at        INTEGER NOT NULL,                   -- UTC ticks
  by        TEXT NOT NULL,
  reason    TEXT
) STRICT;

-- What was agreed anew about a declaration (REL-1) or an agreement (REL-2): the entry as it was recorded stays.
CREATE TABLE family_link_update (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  id        TEXT NOT NULL REFERENCES family_link (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL,
  fact      TEXT NOT NULL
) STRICT;

CREATE INDEX family_link_update_of ON family_link_update (id);

CREATE TRIGGER slt_ruling_is_a_fact BEFORE UPDATE ON slt_ruling
BEGIN
  SELECT RAISE(ABORT, 'rulings are never edited');
END;

CREATE TRIGGER slt_ruling_ending_is_a_fact BEFORE UPDATE ON slt_ruling_ending
BEGIN
  SELECT RAISE(ABORT, 'endings of rulings are never edited');
END;

CREATE TRIGGER family_link_update_is_a_fact BEFORE UPDATE ON family_link_update
BEGIN
  SELECT RAISE(ABORT, 'updates of links to families are never edited');
END;
