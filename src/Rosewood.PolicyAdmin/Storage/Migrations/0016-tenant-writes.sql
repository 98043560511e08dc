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
