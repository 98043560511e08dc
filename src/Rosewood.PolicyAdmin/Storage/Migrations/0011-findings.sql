-- Dismissals of findings and what ended them: appended, never edited.
CREATE TABLE finding_suppression (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,  -- S-0001; never given twice
  id        TEXT NOT NULL UNIQUE,
  finding   TEXT NOT NULL,
  person_id TEXT,
  login     TEXT,
  added_at  INTEGER NOT NULL,                   -- UTC ticks
  until_at  INTEGER NOT NULL CHECK (until_at > added_at),
  fact      TEXT NOT NULL,
  CHECK ((person_id IS NULL) <> (login IS NULL))
) STRICT;

CREATE TABLE finding_suppression_ending (
  suppression_id TEXT PRIMARY KEY REFERENCES finding_suppression (id),
  at             INTEGER NOT NULL,
  by             TEXT NOT NULL,
  reason         TEXT
) STRICT;

CREATE TRIGGER finding_suppression_is_a_fact BEFORE UPDATE ON finding_suppression
BEGIN
  SELECT RAISE(ABORT, 'dismissals are never edited');
END;

CREATE TRIGGER finding_suppression_ending_is_a_fact BEFORE UPDATE ON finding_suppression_ending
BEGIN
  SELECT RAISE(ABORT, 'endings of dismissals are never edited');
END;

-- When members of staff were absent, half-open, without the reason. A wrong row is taken out and a right one put in, so that nothing
-- wrong is kept about anybody; the audit trail has the times, without the person.
CREATE TABLE staff_absence (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,  -- A-0001; never given twice
  person_id TEXT NOT NULL,
  from_at   INTEGER NOT NULL,                   -- UTC ticks
  until_at  INTEGER NOT NULL CHECK (until_at > from_at)
) STRICT;

CREATE INDEX staff_absence_person ON staff_absence (person_id, from_at);

CREATE TRIGGER staff_absence_is_never_edited BEFORE UPDATE ON staff_absence
BEGIN
  SELECT RAISE(ABORT, 'absences are replaced, never edited');
END;

CREATE TRIGGER staff_absence_never_overlaps BEFORE INSERT ON staff_absence
WHEN EXISTS (SELECT 1 FROM staff_absence WHERE person_id = NEW.person_id AND from_at < NEW.until_at AND until_at > NEW.from_at)
BEGIN
  SELECT RAISE(ABORT, 'absences of one person never overlap');
END;
