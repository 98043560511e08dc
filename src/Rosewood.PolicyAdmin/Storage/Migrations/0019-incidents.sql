-- Incidents (MIS-1, MIS-2) and what was recorded about them later: appended, never edited. Whom one concerns stands in rows of its own too,
-- so that all about a person is found.
CREATE TABLE incident (
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- I-0001; never given twice
  id     TEXT NOT NULL UNIQUE,
  fact   TEXT NOT NULL
) STRICT;

CREATE TABLE incident_update (
  number      INTEGER PRIMARY KEY AUTOINCREMENT,
  incident_id TEXT NOT NULL REFERENCES incident (id),
  fact        TEXT NOT NULL
) STRICT;

CREATE INDEX incident_update_incident ON incident_update (incident_id);

CREATE TABLE incident_person (
  incident_id TEXT NOT NULL REFERENCES incident (id),
  person_id   TEXT NOT NULL,
  PRIMARY KEY (incident_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_person_person ON incident_person (person_id);

CREATE TRIGGER incident_is_a_fact BEFORE UPDATE ON incident
BEGIN
  SELECT RAISE(ABORT, 'incidents are never edited');
END;

CREATE TRIGGER incident_update_is_a_fact BEFORE UPDATE ON incident_update
BEGIN
  SELECT RAISE(ABORT, 'what was recorded about an incident is never edited');
END;

CREATE TRIGGER incident_person_is_a_fact BEFORE UPDATE ON incident_person
BEGIN
  SELECT RAISE(ABORT, 'whom an incident concerns is never edited');
END;
