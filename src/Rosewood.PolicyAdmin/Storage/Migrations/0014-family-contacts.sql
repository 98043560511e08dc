-- Contacts of families: keyed hashes only. The key lies outside the store (keys/contact.key), so that the store alone, or a copy of it, says
-- nothing about any address or number. Rows are put in and taken out, never edited.
CREATE TABLE family_contact (
  number       INTEGER PRIMARY KEY AUTOINCREMENT,
  family_id    TEXT NOT NULL,
  relationship TEXT NOT NULL,
  address_hash BLOB CHECK (address_hash IS NULL OR length(address_hash) = 32),
  phone_hash   BLOB CHECK (phone_hash IS NULL OR length(phone_hash) = 32),
  CHECK (address_hash IS NOT NULL OR phone_hash IS NOT NULL)
) STRICT;

CREATE INDEX family_contact_family ON family_contact (family_id);

CREATE TRIGGER family_contact_is_never_edited BEFORE UPDATE ON family_contact
BEGIN
  SELECT RAISE(ABORT, 'contacts of families are put in and taken out, never edited');
END;
