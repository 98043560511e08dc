-- What the school did to the catalogue of services (USE-4): facts in their order, appended and never edited.
CREATE TABLE service_fact (
  id       INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,             -- UTC ticks
  operator TEXT NOT NULL,
  change   TEXT NOT NULL CHECK (change IN ('Added', 'Overridden', 'Removed')),
  service  TEXT NOT NULL,
  kind     TEXT,                         -- NULL: as before
  named    INTEGER CHECK (named IN (0, 1)),
  since    TEXT                          -- yyyy-MM-dd
) STRICT;

CREATE TABLE service_fact_host (
  fact INTEGER NOT NULL REFERENCES service_fact (id),
  host TEXT NOT NULL,
  role TEXT,                             -- NULL: the host is taken out
  PRIMARY KEY (fact, host)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_fact_alias (
  fact  INTEGER NOT NULL REFERENCES service_fact (id),
  alias TEXT NOT NULL,
  PRIMARY KEY (fact, alias)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER service_fact_is_append_only_update BEFORE UPDATE ON service_fact
BEGIN
  SELECT RAISE(ABORT, 'facts about services are append-only');
END;

CREATE TRIGGER service_fact_is_append_only_delete BEFORE DELETE ON service_fact
BEGIN
  SELECT RAISE(ABORT, 'facts about services are append-only');
END;
