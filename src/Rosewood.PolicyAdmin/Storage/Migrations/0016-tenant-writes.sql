-- Who is in a group of the tenant because this program put them there: written before the tenant is asked, so that whoever is stopped in
-- between still knows them for its own. Object ids only; a row goes when the membership ends.
CREATE TABLE group_member (
  group_id  TEXT NOT NULL,
  object_id TEXT NOT NULL,
  at        INTEGER NOT NULL,                  -- UTC ticks
  PRIMARY KEY (group_id, object_id)
) STRICT, WITHOUT ROWID;

-- Groups that a person agreed to bring under Privileged Identity Management, which can't be undone.
CREATE TABLE group_onboarding (
  group_id TEXT PRIMARY KEY,
  at       INTEGER NOT NULL                    -- UTC ticks
) STRICT, WITHOUT ROWID;

-- The outbox of reports: a row before each request to the mail service, its state afterwards. What was sent to whom is never edited.
CREATE TABLE report_mail (
  number     INTEGER PRIMARY KEY AUTOINCREMENT,  -- M-0001; never given twice
  state      TEXT NOT NULL CHECK (state IN ('Sending', 'Accepted', 'Failed', 'Unknown')),
  at         INTEGER NOT NULL,                   -- UTC ticks
  file       TEXT NOT NULL,
  digest     TEXT NOT NULL,                      -- SHA-256 of the report, hexadecimal
  sender     TEXT NOT NULL,
  recipients TEXT NOT NULL,                      -- JSON, lower case, in order
  detail     TEXT NOT NULL
) STRICT;

CREATE INDEX report_mail_digest ON report_mail (digest, number);

CREATE TRIGGER report_mail_is_a_fact BEFORE UPDATE ON report_mail
WHEN OLD.state IN ('Accepted', 'Failed')
  OR NEW.number <> OLD.number OR NEW.at <> OLD.at OR NEW.file <> OLD.file OR NEW.digest <> OLD.digest
  OR NEW.sender <> OLD.sender OR NEW.recipients <> OLD.recipients
BEGIN
  SELECT RAISE(ABORT, 'of a report that was sent only its state becomes known later');
END;
