-- The last header (a row of column names) before the place up to which a log was read: what is appended means nothing without it.
-- NULL: the format needs none.
ALTER TABLE log_source ADD COLUMN header BLOB;
