-- Legal holds and what ended them (GOV-1): appended, never edited. What a hold covers is not removed when its time is over.
CREATE TABLE legal_hold (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,  -- H-0001; never given twice
  id        TEXT NOT NULL UNIQUE,
  person_id TEXT,                               -- NULL: whoever it is about
  class     TEXT,                               -- NULL: every class of data
  from_at   INTEGER NOT NULL,                   -- UTC ticks, half-open: records of that time
  to_at     INTEGER NOT NULL CHECK (to_at > from_at),
  fact      TEXT NOT NULL,
  CHECK (person_id IS NOT NULL OR class IS NOT NULL)
) STRICT;

CREATE TABLE legal_hold_ending (
  hold_id TEXT PRIMARY KEY REFERENCES legal_hold (id),
  at      INTEGER NOT NULL,                     -- UTC ticks
  by      TEXT NOT NULL,
  reason  TEXT
) STRICT;

CREATE TRIGGER legal_hold_is_a_fact BEFORE UPDATE ON legal_hold
BEGIN
  SELECT RAISE(ABORT, 'legal holds are never edited');
END;

CREATE TRIGGER legal_hold_ending_is_a_fact BEFORE UPDATE ON legal_hold_ending
BEGIN
  SELECT RAISE(ABORT, 'endings of legal holds are never edited');
END;

-- While it holds, a hold can't be taken out of the store either.
CREATE TRIGGER legal_hold_in_force_stays BEFORE DELETE ON legal_hold
WHEN NOT EXISTS (SELECT 1 FROM audit WHERE command = 'Clear-PolicyLegalHold' AND subject = OLD.id)
BEGIN
  SELECT RAISE(ABORT, 'a legal hold that was not cleared stays');
END;

-- When an import last had a family: what no import has had for its time is removed. For families from before: since this version.
CREATE TABLE family_seen (
  family_id TEXT PRIMARY KEY,
  at        INTEGER NOT NULL                    -- UTC ticks
) STRICT, WITHOUT ROWID;

INSERT INTO family_seen (family_id, at) SELECT DISTINCT family_id, unixepoch() * 10000000 + 621355968000000000 FROM family_contact;

-- Numbers that were given already, of tables whose highest row may be removed: none is given twice.
CREATE TABLE number_floor (
  name   TEXT PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The hashes of entries that retention cut off the beginning of the audit trail. No person can be known by them. With them a head that was
-- noted before the cut still proves; the entry that records the cut holds their digest, so that none can be put in later.
CREATE TABLE audit_cut (
  seq  INTEGER PRIMARY KEY,
  hash BLOB NOT NULL
) STRICT;

CREATE TRIGGER audit_cut_takes_what_is_there BEFORE INSERT ON audit_cut
WHEN NEW.seq <> coalesce((SELECT max(seq) + 1 FROM audit_cut), 1) OR NOT EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq AND hash = NEW.hash)
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is cut from its beginning, entry by entry');
END;

CREATE TRIGGER audit_cut_is_append_only_update BEFORE UPDATE ON audit_cut
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER audit_cut_is_append_only_delete BEFORE DELETE ON audit_cut
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

-- An entry goes only when its hash has been kept.
DROP TRIGGER audit_is_append_only_delete;

CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit
WHEN NOT EXISTS (SELECT 1 FROM audit_cut WHERE seq = OLD.seq AND hash = OLD.hash)
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
