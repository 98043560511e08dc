-- Reports that are made and sent by themselves: schedules as facts with their ending, and what became of each period. A period of a
-- schedule has one row, so that none is made twice; 'Failed' is tried again, the others are the end of it.
CREATE TABLE report_schedule (
  number INTEGER PRIMARY KEY AUTOINCREMENT,       -- of a name the last row counts
  name   TEXT NOT NULL,
  at     INTEGER NOT NULL,                        -- UTC ticks
  by     TEXT NOT NULL,
  fact   TEXT                                     -- JSON; null: taken away
) STRICT;

CREATE TRIGGER report_schedule_is_a_fact BEFORE UPDATE ON report_schedule
BEGIN
  SELECT RAISE(ABORT, 'a schedule is never edited: a later row counts instead');
END;

CREATE TABLE report_run (
  schedule  TEXT NOT NULL,
  from_at   INTEGER NOT NULL,                     -- UTC ticks, the period's first instant
  until_at  INTEGER NOT NULL,
  at        INTEGER NOT NULL,                     -- when it was last tried
  state     TEXT NOT NULL CHECK (state IN ('Failed', 'Made', 'Sent', 'Kept', 'Skipped')),
  file      TEXT NOT NULL,                        -- the file that is sent; empty: none
  detail    TEXT NOT NULL,
  PRIMARY KEY (schedule, from_at, until_at)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_run_ends_once BEFORE UPDATE ON report_run
WHEN OLD.state IN ('Sent', 'Kept', 'Skipped') OR (OLD.state = 'Made' AND (NEW.file <> OLD.file OR NEW.state IN ('Failed', 'Skipped')))
BEGIN
  SELECT RAISE(ABORT, 'a report that was made is not made again');
END;
