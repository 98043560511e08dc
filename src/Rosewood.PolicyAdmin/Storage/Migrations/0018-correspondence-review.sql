-- Reviews of correspondence (COM-1, COM-4): appended, never edited. fact holds counts and sources only. What is about a person lies in rows
-- of its own, without an address and without message ids, so that it can be taken out; counts stay.
CREATE TABLE correspondence_review (
  number   INTEGER PRIMARY KEY AUTOINCREMENT,  -- C-0001; never given twice
  id       TEXT NOT NULL UNIQUE,
  at       INTEGER NOT NULL,                   -- UTC ticks
  by       TEXT NOT NULL,
  findings INTEGER NOT NULL CHECK (findings >= 0),
  fact     TEXT NOT NULL
) STRICT;

CREATE INDEX correspondence_review_at ON correspondence_review (at);

CREATE TABLE correspondence_review_finding (
  review    INTEGER NOT NULL REFERENCES correspondence_review (number),
  place     INTEGER NOT NULL,                  -- from 0, the surest first
  person_id TEXT NOT NULL,
  finding   TEXT NOT NULL,
  PRIMARY KEY (review, place)
) STRICT;

CREATE INDEX correspondence_review_finding_person ON correspondence_review_finding (person_id);

CREATE TRIGGER correspondence_review_is_a_fact BEFORE UPDATE ON correspondence_review
BEGIN
  SELECT RAISE(ABORT, 'reviews of correspondence are never edited');
END;

CREATE TRIGGER correspondence_review_finding_is_a_fact BEFORE UPDATE ON correspondence_review_finding
BEGIN
  SELECT RAISE(ABORT, 'findings of a review are never edited');
END;

-- Nothing is put under a person's name later: findings come in one row after the other, no more than were counted, into the newest review.
CREATE TRIGGER correspondence_review_is_written_whole BEFORE INSERT ON correspondence_review_finding
WHEN NEW.place <> coalesce((SELECT max(place) + 1 FROM correspondence_review_finding WHERE review = NEW.review), 0)
  OR NEW.place >= (SELECT findings FROM correspondence_review WHERE number = NEW.review)
  OR NEW.review <> (SELECT max(number) FROM correspondence_review)
BEGIN
  SELECT RAISE(ABORT, 'a review of correspondence is written whole, and nothing is added to it');
END;
