-- Interviews at which social media was talked about (REC-1, REC-2), and what became of the candidates: appended, never edited.
CREATE TABLE recruitment (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,  -- IV-0001; never given twice
  id        TEXT NOT NULL UNIQUE,
  person_id TEXT,                               -- where the candidate was on the roster when it was recorded
  fact      TEXT NOT NULL
) STRICT;

CREATE TABLE recruitment_update (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  id        TEXT NOT NULL REFERENCES recruitment (id) ON DELETE CASCADE,
  person_id TEXT,
  fact      TEXT NOT NULL
) STRICT;

CREATE INDEX recruitment_update_of ON recruitment_update (id);

CREATE TRIGGER recruitment_is_a_fact BEFORE UPDATE ON recruitment
BEGIN
  SELECT RAISE(ABORT, 'recruitment records are never edited');
END;

CREATE TRIGGER recruitment_update_is_a_fact BEFORE UPDATE ON recruitment_update
BEGIN
  SELECT RAISE(ABORT, 'updates of recruitment records are never edited');
END;
