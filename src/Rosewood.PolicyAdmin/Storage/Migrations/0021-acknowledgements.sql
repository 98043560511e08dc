-- Who acknowledged the policy and attested what (TRN-1, CON-2, REL-3): appended, never edited.
CREATE TABLE acknowledgement (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,  -- AK-0001; never given twice
  id        TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL,
  fact      TEXT NOT NULL
) STRICT;

CREATE TRIGGER acknowledgement_is_a_fact BEFORE UPDATE ON acknowledgement
BEGIN
  SELECT RAISE(ABORT, 'acknowledgements are never edited');
END;
