-- What was published to targets, and the tests of the block: appended, never edited.
CREATE TABLE block_publication (
  number    INTEGER PRIMARY KEY,
  target    TEXT NOT NULL,
  at        INTEGER NOT NULL,
  proved_at INTEGER,
  next_run  INTEGER,
  forced    INTEGER NOT NULL,
  digest    TEXT NOT NULL
) STRICT;

CREATE INDEX block_publication_by_target ON block_publication (target, number);

CREATE TABLE block_test (
  number  INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  target  TEXT NOT NULL,
  outcome TEXT NOT NULL,
  fact    TEXT NOT NULL
) STRICT;

CREATE TRIGGER block_publication_is_a_fact BEFORE UPDATE ON block_publication
BEGIN
  SELECT RAISE(ABORT, 'publications are never edited');
END;

CREATE TRIGGER block_test_is_a_fact BEFORE UPDATE ON block_test
BEGIN
  SELECT RAISE(ABORT, 'tests of the block are never edited');
END;
