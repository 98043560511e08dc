-- What was read of which log. A log is known by its content, so that renaming, compressing or reading it again changes nothing.
CREATE TABLE log_source (
  id          INTEGER PRIMARY KEY,
  path        TEXT NOT NULL,              -- where it was when it was last read
  format      TEXT NOT NULL,
  head_length INTEGER NOT NULL,           -- bytes of head_hash, at most 4096
  head_hash   BLOB NOT NULL,              -- SHA-256 of the text's first bytes
  offset      INTEGER NOT NULL,           -- bytes of text that were read, uncompressed
  tail_hash   BLOB NOT NULL,              -- SHA-256 of up to 4096 bytes before offset
  lines       INTEGER NOT NULL,
  matched     INTEGER NOT NULL,
  malformed   INTEGER NOT NULL,
  first_at    INTEGER,                    -- UTC ticks of the earliest and latest line
  last_at     INTEGER,
  last_line   INTEGER,                    -- UTC ticks of the last good line read
  read_at     INTEGER NOT NULL
) STRICT;

CREATE INDEX log_source_head ON log_source (head_length, head_hash);

-- Counts for each ten minutes: what the evidence covers. Nothing about whom or what.
CREATE TABLE log_slot (
  source        INTEGER NOT NULL REFERENCES log_source (id),
  slot          INTEGER NOT NULL,         -- tens of minutes since 1970 UTC
  lines         INTEGER NOT NULL,
  other         INTEGER NOT NULL,
  no_user       INTEGER NOT NULL,
  no_host       INTEGER NOT NULL,
  malformed     INTEGER NOT NULL,
  encrypted_dns INTEGER NOT NULL,
  vpn           INTEGER NOT NULL,
  quic          INTEGER NOT NULL,
  PRIMARY KEY (source, slot)
) STRICT, WITHOUT ROWID;

CREATE INDEX log_slot_slot ON log_slot (slot);

-- Where a log's clock went back.
CREATE TABLE log_jump (
  source  INTEGER NOT NULL REFERENCES log_source (id),
  from_at INTEGER NOT NULL,               -- UTC ticks
  to_at   INTEGER NOT NULL
) STRICT;

-- Evidence of visits; who it was and what it comes to is derived when it is read.
CREATE TABLE visit (
  id               INTEGER PRIMARY KEY,
  user             TEXT,
  address          TEXT,
  device           TEXT,
  service          TEXT NOT NULL,
  start_at         INTEGER NOT NULL,      -- UTC ticks
  end_at           INTEGER NOT NULL,
  last_start       INTEGER NOT NULL,
  hits             INTEGER NOT NULL,
  bytes            INTEGER NOT NULL,
  person_allowed   INTEGER NOT NULL,
  person_blocked   INTEGER NOT NULL,
  media            INTEGER NOT NULL,
  embedded         INTEGER NOT NULL,
  outside_referrer INTEGER NOT NULL,
  background       INTEGER NOT NULL,
  shared           INTEGER NOT NULL,      -- part of embedded; a visit of nothing else is kept only while it may still grow
  smallest_hit     INTEGER NOT NULL,
  largest_hit      INTEGER NOT NULL,
  gap_squares      REAL NOT NULL
) STRICT;

CREATE INDEX visit_start ON visit (start_at);
CREATE INDEX visit_end ON visit (end_at);
CREATE INDEX visit_user ON visit (user, service, start_at);
