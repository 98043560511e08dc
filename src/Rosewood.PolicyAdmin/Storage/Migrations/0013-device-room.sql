-- The room in which a device stands; NULL: it is carried, or that is not known.
ALTER TABLE device_version ADD COLUMN room TEXT;
