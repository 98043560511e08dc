-- Reviews of sign-ins for shared logins (LOG-1): appended, never edited. fact holds counts and sources only. What is about a person lies in
-- rows of its own, so that it can be taken out when its time is over or the person's data are erased; counts stay.
CREATE TABLE sign_in_review (
  number   INTEGER PRIMARY KEY AUTOINCREMENT,  -- R-0001; never given twice
  id       TEXT NOT NULL UNIQUE,
  at       INTEGER NOT NULL,                   -- UTC ticks
  by       TEXT NOT NULL,
  findings INTEGER NOT NULL CHECK (findings >= 0),
  fact     TEXT NOT NULL
) STRICT;

CREATE INDEX sign_in_review_at ON sign_in_review (at);

CREATE TABLE sign_in_review_finding (
  review     INTEGER NOT NULL REFERENCES sign_in_review (number),
  place      INTEGER NOT NULL,                 -- from 0, the likeliest first
  subject_id TEXT NOT NULL,                    -- the person, or the account that is nobody's
  finding    TEXT NOT NULL,
  PRIMARY KEY (review, place)
) STRICT;

CREATE INDEX sign_in_review_finding_subject ON sign_in_review_finding (subject_id);

CREATE TRIGGER sign_in_review_is_a_fact BEFORE UPDATE ON sign_in_review
BEGIN
  SELECT RAISE(ABORT, 'reviews of sign-ins are never edited');
END;

CREATE TRIGGER sign_in_review_finding_is_a_fact BEFORE UPDATE ON sign_in_review_finding
BEGIN
  SELECT RAISE(ABORT, 'findings of a review are never edited');
END;

-- Nothing is put under a person's name later: findings come in one row after the other, no more than were counted, into the newest review.
CREATE TRIGGER sign_in_review_is_written_whole BEFORE INSERT ON sign_in_review_finding
WHEN NEW.place <> coalesce((SELECT max(place) + 1 FROM sign_in_review_finding WHERE review = NEW.review), 0)
  OR NEW.place >= (SELECT findings FROM sign_in_review WHERE number = NEW.review)
  OR NEW.review <> (SELECT max(number) FROM sign_in_review)
BEGIN
  SELECT RAISE(ABORT, 'a review of sign-ins is written whole, and nothing is added to it');
END;
