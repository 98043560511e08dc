-- Of the connections of a visit that were let through, the one that ended last: when it began and when it really ended, UTC ticks.
-- end_at stops where the visit splits; this does not, so that a connection which outlived its grant can be told. NULL: none, or
-- imported before this column was there.
ALTER TABLE visit ADD COLUMN open_from INTEGER;
ALTER TABLE visit ADD COLUMN open_until INTEGER;
