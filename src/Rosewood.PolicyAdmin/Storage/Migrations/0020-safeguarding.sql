-- Safeguarding concerns (SAF-1, SAF-2), sealed to the public keys of those who may open them, and those keys. Nothing here says what a
-- concern is about. Appended, never edited.
CREATE TABLE safeguarding_key (
  number      INTEGER PRIMARY KEY AUTOINCREMENT,  -- SK-0001; never given twice
  id          TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL,                      -- Lead, Escrow
  person_id   TEXT NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE,
  public_key  BLOB NOT NULL,                      -- SubjectPublicKeyInfo
  at          INTEGER NOT NULL                    -- UTC ticks
) STRICT;

CREATE TABLE safeguarding_key_end (
  key_id TEXT PRIMARY KEY REFERENCES safeguarding_key (id),
  at     INTEGER NOT NULL,
  by     TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE safeguarding_concern (
  number INTEGER PRIMARY KEY AUTOINCREMENT,       -- SC-0001; never given twice
  id     TEXT NOT NULL UNIQUE,
  at     INTEGER NOT NULL,                        -- UTC ticks
  sealed BLOB NOT NULL                            -- AES-256-GCM under a key of its own
) STRICT;

-- The concern's own key, once for each key that opens it.
CREATE TABLE safeguarding_wrap (
  concern_id TEXT NOT NULL REFERENCES safeguarding_concern (id),
  key_id     TEXT NOT NULL REFERENCES safeguarding_key (id),
  at         INTEGER NOT NULL,
  wrapped    BLOB NOT NULL,
  PRIMARY KEY (concern_id, key_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER safeguarding_key_is_a_fact BEFORE UPDATE ON safeguarding_key
BEGIN
  SELECT RAISE(ABORT, 'safeguarding keys are never edited');
END;

CREATE TRIGGER safeguarding_concern_is_a_fact BEFORE UPDATE ON safeguarding_concern
BEGIN
  SELECT RAISE(ABORT, 'safeguarding concerns are never edited');
END;

CREATE TRIGGER safeguarding_wrap_is_a_fact BEFORE UPDATE ON safeguarding_wrap
BEGIN
  SELECT RAISE(ABORT, 'safeguarding concerns are never edited');
END;
