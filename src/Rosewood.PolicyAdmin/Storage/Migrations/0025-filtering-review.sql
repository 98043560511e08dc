-- Yearly reviews of filtering and monitoring, with the gaps that were accepted and by whom: appended, never edited.
CREATE TABLE filtering_review (
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- V-0001; never given twice
  id     TEXT NOT NULL UNIQUE,
  at     INTEGER NOT NULL,                   -- UTC ticks: when the review took place
  fact   TEXT NOT NULL
) STRICT;

CREATE TRIGGER filtering_review_is_a_fact BEFORE UPDATE ON filtering_review
BEGIN
  SELECT RAISE(ABORT, 'reviews of filtering are never edited');
END;
