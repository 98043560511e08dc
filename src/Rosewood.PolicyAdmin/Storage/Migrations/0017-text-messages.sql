-- Texts to families (COM-3) as the text service's export has them: never what they say, and no number. recipient and identity are keyed
-- hashes whose key lies outside the store (keys/contact.key). Rows are put in and taken out, never edited.
CREATE TABLE text_import (
  number   INTEGER PRIMARY KEY AUTOINCREMENT,  -- T-0001; never given twice
  id       TEXT NOT NULL UNIQUE,
  at       INTEGER NOT NULL,                   -- UTC ticks
  by       TEXT NOT NULL,
  key_mark TEXT NOT NULL,                      -- which key the hashes were made with
  messages INTEGER NOT NULL CHECK (messages > 0),
  unread   INTEGER NOT NULL CHECK (unread >= 0) -- messages without a number that could be read
) STRICT;

CREATE TABLE text_message (
  number     INTEGER PRIMARY KEY,
  import     INTEGER NOT NULL REFERENCES text_import (number),
  identity   BLOB NOT NULL UNIQUE CHECK (length(identity) = 32),
  at         INTEGER NOT NULL,                 -- UTC ticks
  person_id  TEXT,
  sender     TEXT NOT NULL,                    -- the login that is nobody's on the roster; '' for a person's, and for what may not be kept
  by_surname INTEGER NOT NULL CHECK (by_surname IN (0, 1)),
  recipient  BLOB CHECK (recipient IS NULL OR length(recipient) = 32),
  families   TEXT NOT NULL,                    -- JSON list of the families' ids at the import
  received   INTEGER NOT NULL CHECK (received IN (0, 1)),
  status     TEXT NOT NULL,
  parts      INTEGER NOT NULL CHECK (parts >= 0),
  CHECK (person_id IS NULL OR sender = '')
) STRICT;

CREATE INDEX text_message_at ON text_message (at);
CREATE INDEX text_message_person ON text_message (person_id);

CREATE TRIGGER text_import_is_a_fact BEFORE UPDATE ON text_import
BEGIN
  SELECT RAISE(ABORT, 'imports of texts are never edited');
END;

CREATE TRIGGER text_message_is_a_fact BEFORE UPDATE ON text_message
BEGIN
  SELECT RAISE(ABORT, 'texts are put in and taken out, never edited');
END;
