-- The inventory: each row is a device as it stands from one moment on. Rows are added, never changed.
CREATE TABLE device (
  number INTEGER PRIMARY KEY AUTOINCREMENT  -- D-0001; never given twice
) STRICT;

CREATE TABLE device_version (
  seq            INTEGER PRIMARY KEY AUTOINCREMENT,
  device         INTEGER NOT NULL REFERENCES device (number),
  effective_from INTEGER NOT NULL,          -- UTC ticks; 0: the first import, which holds for all earlier time
  removed        INTEGER NOT NULL,          -- 1: no longer in the inventory from then on
  name           TEXT NOT NULL,
  class          TEXT NOT NULL,
  addresses      TEXT NOT NULL,             -- JSON array
  mac            TEXT,
  serial_number  TEXT,
  assigned_user  TEXT                       -- UPN
) STRICT;

CREATE INDEX device_version_device ON device_version (device);

CREATE TRIGGER device_version_is_append_only BEFORE UPDATE ON device_version
BEGIN
  SELECT RAISE(ABORT, 'versions of devices are append-only');
END;
