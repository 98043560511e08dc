-- Access to content of the policy's types (MIS-2), by ten minutes of a log: counts. An empty text is NULL's stand-in, since a key holds
-- no NULL. host is empty where the address is withheld: it was never stored.
CREATE TABLE content_access (
    source INTEGER NOT NULL REFERENCES log_source (id),
    slot INTEGER NOT NULL,
    user TEXT NOT NULL,
    address TEXT NOT NULL,
    device TEXT NOT NULL,
    type TEXT NOT NULL,
    category TEXT NOT NULL,
    host TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    allowed INTEGER NOT NULL,
    blocked INTEGER NOT NULL,
    PRIMARY KEY (slot, source, user, address, device, type, category, host)
) WITHOUT ROWID;
